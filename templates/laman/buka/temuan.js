// The findings as a list: where, why, and the cure.

import { get } from './api.js';
import { button, dialog, el, fill, galat, kabarkan } from './dom.js';

const URUT = ['galat', 'tinjau', 'peringatan', 'saran'];
const KATA = { galat: 'Galat', tinjau: 'Harus diputuskan', peringatan: 'Peringatan', saran: 'Saran' };

export class Temuan {
  constructor(naskah, box) {
    this.naskah = naskah;
    this.box = box;
    naskah.dengar((apa) => { if (apa.hasil || apa.bentuk) this.show(); });
    this.show();
  }

  show() {
    const { naskah, box } = this;
    const found = naskah.hasil?.temuan;
    if (!found) return fill(box, el('p', {}, 'Sedang diperiksa …'));
    const open = naskah.hasil.cetak?.lubang ?? [];
    const kept = box.contains(document.activeElement) ? document.activeElement.dataset.kunci : null;
    fill(box,
      open.length > 0 && el('div', { class: 'lubang' }, `${open.length} tempat masih harus diisi: `,
        open.slice(0, 20).map((one) => button(one.teks, () => naskah.tuju(one.jalan), { class: 'kecil', 'aria-label': `${one.teks}: isi` })),
        open.length > 20 && ' …'),
      found.length === 0 && el('p', {}, 'Tidak ada temuan.'),
      URUT.map((level) => this.group(level, found.filter((one) => one.tingkat === level))));
    if (kept) (box.querySelector(`[data-kunci='${CSS.escape(kept)}']`) ?? box.querySelector('button'))?.focus();
    return null;
  }

  group(level, found) {
    if (found.length === 0) return null;
    return el('section', { 'aria-label': KATA[level] }, el('h2', {}, `${KATA[level]} (${found.length})`),
      level === 'tinjau' && !this.naskah.kunci && this.alike(found),
      el('ul', { class: 'temuan' }, found.map((one) => this.one(one))));
  }

  // What is to be decided for the same reason in several places is decided in one step.
  alike(found) {
    const reason = (one) => one.pesan.replace(/^[^:]*: /, '');
    const groups = Map.groupBy ? Map.groupBy(found, reason) : new Map();
    return [...groups].filter(([, same]) => same.length > 1).map(([text, same]) => el('div', { class: 'tindakan kiri-rata' },
      button(`Putuskan ${same.length} sekaligus: ${text}`, () => this.send('/api/putuskan', { awal: same.map((one) => one.awal) }, `${same.length} tanda TINJAU dihapus.`), { class: 'kecil' })));
  }

  one(one) {
    const { naskah } = this;
    const own = (text, action, extra = {}) => button(text, action, { 'aria-label': `${text}: ${one.pesan}`, dataset: { kunci: `${text}${one.kode}${one.awal}` }, ...extra });
    return el('li', { class: one.tingkat },
      el('strong', {}, one.kode), ' ', one.pesan, one.berkas && ` (${one.berkas})`,
      (one.petunjuk ?? []).map((hint) => el('div', { class: 'petunjuk' }, hint)),
      el('div', { class: 'tindakan kiri-rata' },
        one.jalan && own('Ke isiannya', () => naskah.tuju(one.jalan)),
        one.obat && !naskah.kunci && own('Perbaiki', () => this.send('/api/obat', { kode: one.kode, awal: one.awal }, 'Diperbaiki.'), { class: 'utama' }),
        one.tingkat === 'tinjau' && !naskah.kunci && own('Sudah diputuskan', () => this.send('/api/putuskan', { awal: [one.awal] }, 'Tanda TINJAU dihapus.')),
        one.tingkat !== 'tinjau' && own('Mengapa?', () => jelaskan(one.kode))));
  }

  async send(path, body, told) {
    await this.naskah.lunas();
    // Places are those of the text that was looked at.
    if (await this.naskah.kirim(path, { ...body, rev: this.naskah.hasil.rev })) kabarkan(told);
  }
}

// Why a rule is what it is.
async function jelaskan(kode) {
  try {
    const { teks } = await get('/api/jelaskan', { kode });
    await dialog(kode, el('pre', { class: 'jelas', tabindex: 0 }, teks.replace(/^#+ /gm, '')), [['Tutup', '', true]]);
  } catch (error) {
    galat(error);
  }
}
