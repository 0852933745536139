// The pages as they will be printed. Only those that changed are fetched; a click leads to the field.

import { button, el, fill } from './dom.js';
import { get } from './api.js';

export class Halaman {
  constructor(naskah, box) {
    this.naskah = naskah;
    this.status = el('p', { class: 'petunjuk', role: 'status' }, 'Menyusun halaman …');
    this.list = el('div', { class: 'lembaran' });
    this.dicari = false;
    this.besar = 1;
    const size = (step) => { this.besar = Math.max(0.5, Math.min(2.5, this.besar + step)); this.list.style.setProperty('--besar', this.besar); };
    fill(box, el('div', { class: 'baris-alat' }, this.status,
      button('−', () => size(-0.25), { 'aria-label': 'Perkecil halaman' }), button('+', () => size(0.25), { 'aria-label': 'Perbesar halaman' })), this.list);
    naskah.dengar((apa) => { if (apa.hasil || apa.teks) this.show(); });
    this.show();
  }

  show() {
    const { hasil } = this.naskah;
    if (!hasil) return;
    const pages = hasil.halaman;
    const errors = hasil.temuan.filter((one) => one.tingkat === 'galat').length;
    const late = hasil.tertinggal ? '; yang tampil halaman sebelumnya, karena isi sekarang belum dapat disusun' : '';
    const told = pages.length ? `${pages.length} halaman${late}` : `Belum ada halaman: ${errors} galat harus diperbaiki dahulu`;
    if (this.status.textContent !== told) this.status.textContent = told;
    while (this.list.children.length > pages.length) this.list.lastChild.remove();
    const waits = pages.map((page, at) => this.page(page, at, pages.length));
    if (this.jalan && waits.some(Boolean)) this.sorot(this.jalan, this.dicari);
    Promise.all(waits).then(() => document.dispatchEvent(new CustomEvent('halaman-siap', { detail: hasil.rev })));
  }

  // Shows a page; one that is there already is not touched.
  page(page, at, many) {
    let box = this.list.children[at];
    if (!box) {
      box = el('figure', { class: 'hal' }, el('img', { alt: '' }), el('figcaption', {}, ''));
      box.firstChild.addEventListener('click', (event) => this.click(event, at));
      this.list.append(box);
    }
    const [img, caption] = box.children;
    img.alt = `Halaman ${at + 1} dari ${many}; isinya ada dalam formulir`;
    caption.textContent = `${at + 1} / ${many}`;
    if (img.dataset.sidik === page.sidik) return null;
    Object.assign(img.dataset, { sidik: page.sidik, lebar: page.lebar });
    box.style.setProperty('--nisbah', `${page.lebar} / ${page.tinggi}`);
    box.style.setProperty('--lanskap', page.lebar > page.tinggi ? 1.35 : 1);
    const next = new Image();
    next.src = `/halaman/${page.sidik}.svg`;
    return next.decode().then(() => { if (img.dataset.sidik === page.sidik) img.src = next.src; }).catch(() => {});
  }

  async click(event, hal) {
    const img = event.currentTarget;
    const scale = Number(img.dataset.lebar) / img.clientWidth;
    const found = await get('/api/klik', { berkas: this.naskah.berkas, hal, x: event.offsetX * scale, y: event.offsetY * scale });
    this.naskah.tuju(found?.jalan);
  }

  // Shows where a text stands, or the row of a table.
  sorot(jalan, scroll = true) {
    this.jalan = jalan;
    clearTimeout(this.jam);
    this.jam = setTimeout(async () => {
      const places = await get('/api/letak', { berkas: this.naskah.berkas, ...(jalan.kisi ? jalan : { jalan: JSON.stringify(jalan) }) }).catch(() => []);
      // What was asked for since is shown instead.
      if (this.jalan !== jalan) return;
      this.list.querySelectorAll('.sorot').forEach((one) => one.remove());
      let first = null;
      for (const place of places.slice(0, 200)) {
        const box = this.list.children[place.hal];
        const img = box?.firstChild;
        if (!img?.clientWidth) continue;
        const scale = img.clientWidth / Number(img.dataset.lebar);
        const mark = el('span', { class: 'sorot' });
        Object.assign(mark.style, {
          left: `${img.offsetLeft + (place.x - 2) * scale}px`, top: `${img.offsetTop + (place.y - 11) * scale}px`,
          width: `${(place.kanan - place.x + 4) * scale}px`, height: `${15 * scale}px`,
        });
        box.append(mark);
        first = first ?? mark;
      }
      // What stands on no page yet is led to when it does.
      this.dicari = !first;
      const pane = this.list.parentElement;
      if (first && scroll) {
        const at = first.getBoundingClientRect().top - pane.getBoundingClientRect().top;
        if (at < 60 || at > pane.clientHeight - 60) pane.scrollTop += at - pane.clientHeight / 3;
      }
    }, 160);
  }
}
