// The running text of a lampiran: chapters, parts, paragraphs with their lists. What else stands in it is told by its name.

import { button, el } from './dom.js';
import { TULIS, butir } from './butir.js';

const JUDUL = { bab: 'Judul bab', bagian: 'Judul bagian' };
const LAIN = { tabel: 'tabel', gambar: 'gambar', isian: 'label dan isian', centang: 'kotak centang' };
const BARU = { paragraf: ['Tambah paragraf', ''], bagian: ['Tambah bagian', { bagian: '', isi: [''] }], bab: ['Tambah bab', { bab: '', isi: [''] }] };

// The blocks at a place, which lies within so many headings.
export function isiNaskah(form, jalan, dalam = []) {
  const list = form.naskah.at(jalan);
  const blocks = Array.isArray(list) ? list : [];
  const kinds = ['paragraf', 'bagian', ...(dalam.length === 0 ? ['bab'] : [])];
  return el('div', { class: 'isi-naskah' },
    blocks.map((block, at) => satu(form, [...jalan, at], block, blocks.length, dalam)),
    !form.naskah.kunci && el('div', { class: 'tindakan kiri-rata' },
      kinds.map((kind) => button(BARU[kind][0], () => form.sisip(jalan, blocks.length, BARU[kind][1]), { class: 'kecil' }))));
}

function satu(form, jalan, block, count, dalam) {
  const at = jalan.at(-1);
  const table = block !== null && typeof block === 'object' && !Array.isArray(block) ? block : null;
  const head = table && Object.keys(JUDUL).find((key) => key in table);
  const name = head ? JUDUL[head] : `Paragraf ${at + 1}`;
  const tools = !form.naskah.kunci && alat(form, jalan, name, count);
  if (head) {
    return el('section', { class: 'blok', 'aria-label': `${name} ${at + 1}` }, form.teks(name, [...jalan, head]), tools,
      isiNaskah(form, [...jalan, 'isi'], [...dalam, head]));
  }
  const other = table && Object.keys(table).find((key) => LAIN[key]);
  if (other) return el('div', { class: 'blok' }, el('p', { class: 'petunjuk' }, `Di sini ada ${LAIN[other]}, yang diubah pada lembar YAML.`), tools);
  return el('div', { class: 'blok' }, form.teks(name, table ? [...jalan, 'teks'] : jalan), tools,
    Array.isArray(table?.rincian) && butir(form, [...jalan, 'rincian'], { tanda: TULIS[table.penomoran] ?? (dalam.length < 2 ? 'angka' : 'huruf'), naskah: true }),
    table?.penutup !== undefined && form.teks('Lanjutan sesudah rincian', [...jalan, 'penutup']));
}

function alat(form, jalan, name, count) {
  const at = jalan.at(-1);
  const one = (text, label, action, disabled = false) => button(text, action, { 'aria-label': `${label} ${name}`, title: label, disabled });
  return el('div', { class: 'alat', role: 'group', 'aria-label': `Tindakan ${name}` },
    one('↑', 'Naikkan', () => form.pindah(jalan, at - 1), at === 0),
    one('↓', 'Turunkan', () => form.pindah(jalan, at + 1), at === count - 1),
    one('+', 'Tambah paragraf sesudah', () => form.sisip(jalan.slice(0, -1), at + 1, '')),
    one('×', 'Hapus', () => form.hapus(jalan, name)));
}
