// The decree as a form, in its own order and words.

import { button, dialog, el, field, fill, kabarkan } from './dom.js';
import { butir } from './butir.js';
import { mengingat } from './mengingat.js';
import { lampiran } from './lampiran.js';

const LAIN = { kepala: 'Kepala', menetapkan: 'Menetapkan', petikan: 'Petikan', abstrak: 'Abstrak', apa_adanya: 'Apa adanya' };
const key = (jalan) => JSON.stringify(jalan);

export class Formulir {
  constructor(naskah, box) {
    this.naskah = naskah;
    this.box = box;
    this.tahan = null;
    box.addEventListener('keydown', (event) => this.hold(event), true);
    naskah.dengar((apa) => this.heard(apa));
    this.render();
  }

  heard(apa) {
    if (apa.bentuk) this.render();
    else if (apa.teks) this.sync();
    if (apa.hasil || apa.bentuk) this.printed();
    if (apa.hasil || apa.bentuk) this.mark();
    if (apa.gagal?.bentrok && apa.body?.ubah?.apa === 'isi') this.clash(apa.body.ubah);
  }

  // What was typed here while it was changed elsewhere is not lost: a person says which one stays.
  async clash({ di, teks }) {
    const now = this.naskah.at(di);
    if (now === teks || this.naskah.kunci) return;
    const body = el('div', {}, el('p', {}, 'Isi terbaru:'), el('blockquote', {}, String(now ?? '')),
      el('p', {}, 'Tulisan Anda:'), el('blockquote', {}, teks));
    const choice = await dialog('Bagian ini diubah di tempat lain', body, [['Pakai isi terbaru', ''], ['Pakai tulisan saya', 'saya', true]]);
    if (choice === 'saya') await this.naskah.ubah({ apa: 'isi', di, teks, lama: now ?? null });
    else this.sync(true);
  }

  // A text that is bound to a place of the decree.
  teks(label, jalan, { kind = 'textarea', ...rest } = {}) {
    const value = this.naskah.at(jalan);
    const { box, input } = field(label, { kind, value: value ?? '', ...rest });
    this.bind(input, jalan);
    box.append(el('div', { class: 'sisip-temuan' }));
    return box;
  }

  bind(input, jalan) {
    const { naskah } = this;
    input.dataset.jalan = key(jalan);
    input.disabled = Boolean(naskah.kunci);
    const lama = () => naskah.at(jalan) ?? null;
    const send = () => {
      const teks = input.value;
      if (teks === (lama() ?? '')) return null;
      // A choice that is taken back leaves no empty field behind.
      const chosen = input.tagName === 'SELECT' || (input.type === 'date' && jalan.at(-1) !== 'tanggal');
      if (teks === '' && chosen) return naskah.ubah({ apa: 'hapus', di: jalan });
      return naskah.ubah({ apa: 'isi', di: jalan, teks, lama: lama() });
    };
    input.addEventListener('input', () => { grow(input); naskah.nanti(key(jalan), send); });
    input.addEventListener('change', () => naskah.lunas());
    input.addEventListener('focus', () => naskah.sorot?.(jalan));
    if (input.tagName === 'TEXTAREA') {
      input.rows = 1;
      input.spellcheck = false;
      // A text is one paragraph: the program breaks its lines.
      input.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
      input.addEventListener('paste', (event) => this.paste(event, input));
    }
    return input;
  }

  // Lines that are pasted go together; in a list each becomes an item.
  paste(event, input) {
    const lines = event.clipboardData.getData('text/plain').split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean);
    if (lines.length < 2) return;
    event.preventDefault();
    const put = (text) => {
      input.setRangeText(text, input.selectionStart, input.selectionEnd, 'end');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    if (!input.butir) return put(lines.join(' '));
    put(lines[0]);
    return this.tempel(input.butir, lines.slice(1));
  }

  async tempel(jalan, lines) {
    const list = jalan.slice(0, -1);
    let at = jalan.at(-1);
    await this.naskah.lunas();
    for (const isi of lines) {
      at += 1;
      if (!(await this.naskah.ubah({ apa: 'sisip', di: list, ke: at, isi }))) return;
    }
    this.fokus([...list, at]);
    kabarkan(`${lines.length + 1} butir ditempel; huruf dan nomornya dibuat program.`);
  }

  // Adds an item; the focus goes to it.
  async sisip(di, ke, isi = '') {
    if (this.tahan !== null) return;
    this.tahan = '';
    await this.naskah.lunas();
    const made = await this.naskah.ubah({ apa: 'sisip', di, ke, isi });
    const typed = this.tahan;
    this.tahan = null;
    if (!made || !this.fokus([...di, ke])) return;
    const input = document.activeElement;
    const end = input.value.length;
    if (input.setSelectionRange) input.setSelectionRange(end, end);
    if (typed) {
      input.setRangeText(typed, end, end, 'end');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    kabarkan(`Butir ${ke + 1} ditambahkan.`);
  }

  // What is typed while a new item is on its way belongs to it.
  hold(event) {
    if (this.tahan === null || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key.length === 1) this.tahan += event.key;
    if (event.key.length === 1 || event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  async hapus(di, apa = 'Butir') {
    await this.naskah.lunas();
    if (!(await this.naskah.ubah({ apa: 'hapus', di }))) return;
    this.fokus(di) || this.fokus([...di.slice(0, -1), di.at(-1) - 1]) || this.box.querySelector('h2')?.focus();
    kabarkan(`${apa} dihapus; Ctrl+Z mengembalikannya.`);
  }

  async pindah(di, ke) {
    const list = this.naskah.at(di.slice(0, -1));
    if (ke < 0 || ke >= list.length) return;
    await this.naskah.lunas();
    if (!(await this.naskah.ubah({ apa: 'pindah', di, ke }))) return;
    this.fokus([...di.slice(0, -1), ke]);
    kabarkan(`Butir sekarang pada urutan ${ke + 1} dari ${list.length}.`);
  }

  async dalam(di, apa) {
    await this.naskah.lunas();
    if (apa === 'masuk' && !di.at(-1)) return kabarkan('Butir pertama tidak dapat dimasukkan: tidak ada butir di atasnya.');
    if (apa === 'keluar' && di.at(-2) !== 'rincian') return kabarkan('Butir ini sudah pada tingkat terluar.');
    if (!(await this.naskah.ubah({ apa, di }))) return null;
    if (apa === 'keluar') this.fokus([...di.slice(0, -3), di.at(-3) + 1]);
    else {
      const above = [...di.slice(0, -1), di.at(-1) - 1, 'rincian'];
      this.fokus([...above, this.naskah.at(above).length - 1]);
    }
    return kabarkan(apa === 'masuk' ? 'Butir menjadi rincian butir di atasnya.' : 'Butir keluar satu tingkat.');
  }

  // The input of a place, or of the text within it.
  input(jalan) {
    const all = [...this.box.querySelectorAll('[data-jalan]')];
    const own = (text) => all.find((one) => one.dataset.jalan === text);
    return own(key(jalan)) ?? own(key([...jalan, 'teks'])) ?? own(key([...jalan, 'id']));
  }

  fokus(jalan) {
    const input = this.input(jalan);
    input?.focus();
    return Boolean(input);
  }

  // Shows a place; where the form has no field for it, the nearest around it.
  tuju(jalan) {
    for (let at = [...jalan]; at.length > 0; at.pop()) {
      const input = this.input(at) ?? this.box.querySelector(`[data-bagian='${CSS.escape(key(at))}']`);
      if (!input) continue;
      input.scrollIntoView({ block: 'center' });
      input.focus({ preventScroll: true });
      return;
    }
  }

  // Brings the fields to what the file says; one that is being typed in is left alone.
  sync(force = false) {
    for (const input of this.box.querySelectorAll('[data-jalan]')) {
      const jalan = JSON.parse(input.dataset.jalan);
      const value = String(this.naskah.at(jalan) ?? '');
      if (input.value !== value && (force || !this.naskah.sibuk(key(jalan)))) {
        input.value = value;
        grow(input);
      }
    }
  }

  render() {
    const { naskah, box } = this;
    const active = document.activeElement;
    const kept = box.contains(active) && active.dataset.jalan ? [JSON.parse(active.dataset.jalan), active.selectionStart, active.value] : null;
    const scroll = box.parentElement?.scrollTop;
    if (!naskah.pohon || Array.isArray(naskah.pohon) || typeof naskah.pohon !== 'object') {
      fill(box, el('p', {}, 'Berkas ini belum dapat dibaca sebagai YAML. Perbaiki pada lembar YAML; temuannya menyebut tempatnya.'),
        button('Buka lembar YAML', () => naskah.buka('yaml')));
      return;
    }
    fill(box, this.parts());
    box.querySelectorAll('textarea').forEach(grow);
    if (box.parentElement) box.parentElement.scrollTop = scroll;
    if (kept && this.fokus(kept[0])) {
      const input = document.activeElement;
      if (naskah.sibuk(input.dataset.jalan)) input.value = kept[2];
      if (kept[1] !== null && input.setSelectionRange && input.type !== 'date') input.setSelectionRange(kept[1], kept[1]);
    }
    this.printed();
    this.mark();
  }

  // What the program makes of the form: names of decisions, citations, the closing item.
  printed() {
    const { bagian = {}, diktum = [] } = this.naskah.hasil?.cetak ?? {};
    const put = (node, text) => { if (node.textContent !== text) node.textContent = text; };
    const bases = this.box.querySelectorAll('.kutipan');
    const same = bagian.mengingat?.length === bases.length;
    bases.forEach((node, at) => put(node, same && bagian.mengingat[at] !== this.naskah.at(['mengingat', at]) ? bagian.mengingat[at] : ''));
    this.box.querySelectorAll('[data-diktum]').forEach((node) => put(node, diktum[node.dataset.diktum] ?? `${Number(node.dataset.diktum) + 1}`));
    const closing = this.box.querySelector('.buatan');
    const all = bagian.menimbang ?? [];
    if (closing) put(closing, all.length > Number(closing.dataset.butir) ? `Butir penutup dibuat program: ${all.at(-1)}` : '');
  }

  parts() {
    const { naskah } = this;
    const { pohon } = naskah;
    const kantor = naskah.kantor.find((one) => one.id === pohon.kantor);
    const people = kantor?.pejabat.map((one) => [one.id, `${one.jabatan}: ${one.nama}`]);
    const pejabat = people ? { kind: [['', 'ketua (bawaan)'], ...people] } : { kind: 'input' };
    const day = /^(\d{4}-\d\d-\d\d)?$/.test(pohon.ditetapkan?.tanggal ?? '') ? 'date' : 'text';
    const others = Object.keys(LAIN).filter((name) => pohon[name] !== undefined && pohon[name] !== null);
    return [
      bagian('Judul', ['tentang'],
        el('p', { class: 'ringkas' }, `Jenis ${pohon.jenis}; ${kantor?.nama ?? pohon.kantor}`),
        this.teks('Tentang', ['tentang'], { hint: 'nama keputusan, cukup di sini' }),
        el('div', { class: 'sebaris' },
          this.teks('Nomor', ['nomor'], { kind: 'input', hint: 'kosong: diisi saat terbit' }),
          this.teks('Tahun', ['tahun'], { kind: 'input' }),
          this.teks('Penanda tangan', ['pejabat'], pejabat))),
      bagian('Menimbang', ['menimbang'], this.menimbang()),
      bagian('Mengingat', ['mengingat'], mengingat(this, ['mengingat'])),
      this.maybe('Memperhatikan', 'memperhatikan', (jalan) => butir(this, jalan, { tanda: 'angka' })),
      bagian('Menetapkan', ['diktum'], butir(this, ['diktum'], { tanda: 'diktum' })),
      bagian('Penetapan', ['ditetapkan'], el('div', { class: 'sebaris' },
        this.teks('Ditetapkan di', ['ditetapkan', 'di'], { kind: 'input', hint: `kosong: ${kantor?.tempat ?? 'kedudukan kantor'}` }),
        this.teks('Tanggal', ['ditetapkan', 'tanggal'], { kind: 'input', type: day, hint: 'kosong: diisi saat terbit' }))),
      this.maybe('Tembusan', 'tembusan', (jalan) => butir(this, jalan, { tanda: 'angka', dalam: false })),
      bagian('Lampiran', ['lampiran'], lampiran(this)),
      this.maybe('Subjek untuk JDIH', 'subjek', (jalan) => butir(this, jalan, { tanda: 'angka', dalam: false })),
      others.length > 0 && bagian('Isian lain', ['kepala'],
        el('p', {}, `Diubah pada lembar YAML: ${others.map((name) => LAIN[name]).join(', ')}.`)),
    ];
  }

  menimbang() {
    const long = !Array.isArray(this.naskah.pohon.menimbang) && this.naskah.pohon.menimbang;
    const jalan = long ? ['menimbang', 'butir'] : ['menimbang'];
    const own = this.naskah.at(jalan)?.length ?? 0;
    return [butir(this, jalan, { tanda: 'huruf', awal: 'bahwa ' }), el('p', { class: 'buatan', dataset: { butir: own } })];
  }

  // A part that a decree need not have.
  maybe(name, key, body) {
    const there = this.naskah.pohon[key] !== undefined && this.naskah.pohon[key] !== null;
    if (there) return bagian(name, [key], body([key]));
    return el('p', { class: 'tambah-bagian' }, button(`Tambah ${name}`, () => this.sisip([key], 0), { disabled: Boolean(this.naskah.kunci) }));
  }

  // Puts every finding at its field.
  mark() {
    this.box.querySelectorAll('.di-tempat').forEach((one) => one.remove());
    this.box.querySelectorAll('[aria-invalid]').forEach((one) => one.removeAttribute('aria-invalid'));
    for (const one of this.naskah.hasil?.temuan ?? []) {
      if (!one.jalan) continue;
      const input = this.near(one.jalan);
      if (!input) continue;
      const note = el('p', { class: `di-tempat ${one.tingkat}` }, `${one.tingkat} ${one.kode}: ${one.pesan} `,
        one.obat && !this.naskah.kunci && button('Perbaiki', () => this.obati(one), { 'aria-label': `Perbaiki: ${one.pesan}` }));
      const place = input.closest('.isian')?.querySelector(':scope > .sisip-temuan') ?? input.parentElement;
      place.append(note);
      if (one.tingkat === 'galat' && input.dataset.jalan) input.setAttribute('aria-invalid', 'true');
    }
  }

  near(jalan) {
    for (let at = [...jalan]; at.length > 0; at.pop()) {
      const input = this.input(at);
      if (input) return input;
    }
    return null;
  }

  async obati(one) {
    await this.naskah.lunas();
    if (await this.naskah.kirim('/api/obat', { kode: one.kode, awal: one.awal })) kabarkan(`Diperbaiki: ${one.pesan}`);
  }
}

function bagian(name, jalan, ...inside) {
  const id = `b-${jalan.join('-')}`;
  return el('section', { 'aria-labelledby': id, class: 'bagian' },
    el('h2', { id, tabindex: -1, dataset: { bagian: key(jalan) } }, name), inside);
}

const fits = CSS.supports('field-sizing', 'content');

// A text area as high as its text.
export function grow(input) {
  if (fits || input.tagName !== 'TEXTAREA') return;
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight + 2}px`;
}
