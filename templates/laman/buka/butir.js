// A list of items: texts, each perhaps with a list below it.

import { button, el } from './dom.js';

// The marks of a list within another.
const DALAM = { diktum: 'huruf', huruf: 'angka', angka: 'huruf-kurung', 'huruf-kurung': 'angka-kurung', 'angka-kurung': 'angka-kurung' };
// The same in running text.
const TEKS = { angka: 'huruf', huruf: 'angka-kurung', 'angka-kurung': 'huruf-kurung', 'huruf-kurung': 'angka-kurung' };
export const TULIS = { 'a.': 'huruf', '1.': 'angka', 'a)': 'huruf-kurung', '1)': 'angka-kurung' };

function huruf(n) {
  let out = '';
  for (let at = n; at > 0; at = Math.floor((at - 1) / 26)) out = String.fromCharCode(97 + ((at - 1) % 26)) + out;
  return out;
}

function tanda(kind, at, names) {
  const n = at + 1;
  if (kind === 'diktum') return names?.[at] ?? String(n);
  const word = kind.startsWith('huruf') ? huruf(n) : String(n);
  return kind.endsWith('kurung') ? `${word})` : `${word}.`;
}

// The items at a place. `tanda` names their marks, `awal` begins new ones, `dalam` lets them nest, `naskah` is running text.
export function butir(form, jalan, opsi) {
  const { naskah } = form;
  const items = naskah.at(jalan);
  const list = Array.isArray(items) ? items : [];
  const locked = Boolean(naskah.kunci);
  return el('div', { class: 'butir-daftar' },
    el('ol', { class: 'butir' }, list.map((item, at) => satu(form, [...jalan, at], item, opsi, list.length))),
    !locked && button('Tambah butir', () => form.sisip(jalan, list.length, opsi.awal ?? ''), { class: 'kecil' }));
}

function satu(form, jalan, item, opsi, count) {
  const { naskah } = form;
  const at = jalan.at(-1);
  const table = item !== null && typeof item === 'object' && !Array.isArray(item);
  const mark = tanda(opsi.tanda, at, naskah.hasil?.cetak?.diktum);
  const name = opsi.tanda === 'diktum' ? `Diktum ${mark}` : `Butir ${mark}`;
  const place = table ? [...jalan, 'teks'] : jalan;
  const box = form.teks(name, place, {});
  const label = box.querySelector('label');
  label.textContent = mark;
  if (opsi.tanda === 'diktum') label.dataset.diktum = at;
  const input = box.querySelector('textarea');
  input.setAttribute('aria-label', name);
  input.butir = jalan;
  input.addEventListener('keydown', (event) => keys(event, form, jalan, opsi, input));
  const own = TULIS[item?.penomoran];
  const below = table && item.rincian !== undefined && item.rincian !== null
    ? butir(form, [...jalan, 'rincian'], { ...opsi, tanda: own ?? (opsi.naskah ? TEKS : DALAM)[opsi.tanda], awal: undefined, luar: opsi.awal ?? opsi.luar })
    : null;
  const quoted = table && Array.isArray(item.kutipan) ? item.kutipan.map((one, n) => el('fieldset', { class: 'kutip' },
    el('legend', {}, 'Diktum yang dikutip'), form.teks('Nama diktum', [...jalan, 'kutipan', n, 'diktum'], { kind: 'input' }),
    form.teks('Bunyinya', [...jalan, 'kutipan', n, 'teks']))) : null;
  const closing = table && item.penutup !== undefined ? form.teks('Lanjutan sesudah rincian', [...jalan, 'penutup']) : null;
  return el('li', {}, box, !naskah.kunci && alat(form, jalan, opsi, name, count), below, quoted, closing);
}

function alat(form, jalan, opsi, name, count) {
  const at = jalan.at(-1);
  const one = (text, label, action, disabled = false) => button(text, action, { 'aria-label': `${label} ${name}`, title: label, disabled });
  const nests = opsi.dalam !== false;
  return el('div', { class: 'alat', role: 'group', 'aria-label': `Tindakan ${name}` },
    one('↑', 'Naikkan', () => form.pindah(jalan, at - 1), at === 0),
    one('↓', 'Turunkan', () => form.pindah(jalan, at + 1), at === count - 1),
    nests && one('→', 'Jadikan rincian', () => form.dalam(jalan, 'masuk', opsi.awal), at === 0),
    nests && one('←', 'Keluarkan', () => form.dalam(jalan, 'keluar', opsi.luar), jalan.at(-2) !== 'rincian'),
    one('+', 'Tambah butir sesudah', () => form.sisip(jalan.slice(0, -1), at + 1, opsi.awal ?? '')),
    one('×', 'Hapus', () => form.hapus(jalan, name)));
}

// Enter adds an item, Alt with an arrow moves it, Backspace in an empty one takes it away.
function keys(event, form, jalan, opsi, input) {
  const at = jalan.at(-1);
  const list = jalan.slice(0, -1);
  const moves = {
    ArrowUp: () => form.pindah(jalan, at - 1),
    ArrowDown: () => form.pindah(jalan, at + 1),
    ArrowRight: () => opsi.dalam !== false && form.dalam(jalan, 'masuk', opsi.awal),
    ArrowLeft: () => opsi.dalam !== false && form.dalam(jalan, 'keluar', opsi.luar),
  };
  if (event.altKey && moves[event.key]) {
    event.preventDefault();
    moves[event.key]();
  } else if (event.key === 'Enter' && !event.isComposing) {
    event.preventDefault();
    form.sisip(list, at + 1, opsi.awal ?? '');
  } else if (event.key === 'Backspace' && input.value === '') {
    event.preventDefault();
    form.hapus(jalan);
  }
}
