// The lampirans: their heads, and their tables as grids.

import { button, dialog, el, field, fill, galat, kabarkan, temuan } from './dom.js';
import { get, send } from './api.js';
import { Kisi } from './kisi.js';
import { isiNaskah } from './isi-naskah.js';
import { baca, rapikan } from './tempel.js';


export function lampiran(form) {
  const { naskah } = form;
  const list = Array.isArray(naskah.pohon.lampiran) ? naskah.pohon.lampiran : [];
  form.kisi = form.kisi ?? new Map();
  return [
    list.map((item, at) => satu(form, item, at, list.length)),
    !naskah.kunci && el('div', { class: 'tindakan kiri-rata' }, button('Tambah lampiran tabel …', () => tambah(form, list.length))),
  ];
}

function satu(form, item, at, many) {
  const { naskah } = form;
  const jalan = ['lampiran', at];
  const name = many > 1 ? `Lampiran ${at + 1}` : 'Lampiran';
  const table = item && typeof item === 'object' ? item : {};
  const box = el('div', { class: 'kisi-tempat' });
  const open = button('Buka tabel', () => kisi(form, at, box, open), { 'aria-expanded': 'false' });
  const has = Object.entries(table).some(([key, value]) => key === 'tabel' || (Array.isArray(value) && key !== 'teks' && key !== 'gambar'));
  if (form.kisi.get(at)) queueMicrotask(() => kisi(form, at, box, open));
  return el('section', { class: 'satu-lampiran', 'aria-label': `Lampiran ${at + 1}` },
    el('h3', {}, name),
    form.teks('Judul', [...jalan, 'judul']),
    form.teks('Arah kertas', [...jalan, 'orientasi'], { kind: [['', 'tegak (bawaan)'], ['potret', 'tegak'], ['lanskap', 'mendatar']] }),
    Array.isArray(table.teks) && isiNaskah(form, [...jalan, 'teks']),
    table.gambar && el('p', {}, 'Lampiran ini memuat gambar; diubah pada lembar YAML.'),
    has && el('div', { class: 'tindakan kiri-rata' }, open,
      !naskah.kunci && button('Hapus lampiran', () => form.hapus(jalan, name), { 'aria-label': `Hapus lampiran: ${name}` })),
    box);
}

async function kisi(form, at, box, open) {
  if (open.getAttribute('aria-expanded') === 'true') {
    form.kisi.delete(at);
    open.setAttribute('aria-expanded', 'false');
    open.textContent = 'Buka tabel';
    return fill(box);
  }
  try {
    const { tabel } = await get('/api/kisi', { berkas: form.naskah.berkas });
    const own = tabel.filter((one) => one.lampiran === at);
    if (own.length === 0) return kabarkan('Tabel ini belum dapat dibaca, atau dibaca dari buku kerja lain; lihat temuannya.', true);
    form.kisi.set(at, true);
    open.setAttribute('aria-expanded', 'true');
    open.textContent = 'Tutup tabel';
    fill(box, lembar(form, at), own.map((one) => new Kisi(form.naskah, one.tanda, one.nama).box));
  } catch (error) {
    galat(error);
  }
  return null;
}

// The tables of a lampiran as a workbook, and such a workbook back.
function lembar({ naskah }, lampiran) {
  const words = { berkas: naskah.berkas, lampiran };
  const input = el('input', { type: 'file', accept: '.xlsx,.ods,.csv', 'aria-label': 'Buku kerja yang sudah disunting', hidden: true, onchange: async () => {
    const [file] = input.files;
    input.value = '';
    if (!file) return;
    try {
      await naskah.lunas();
      const made = await send('/api/lembar', { ...words, nama: file.name }, await file.arrayBuffer());
      naskah.take(made.naskah);
      await dialog('Buku kerja', el('div', {}, made.hasil.map((one) => el('p', {}, one.keterangan ?? 'tidak ada yang berubah')), made.keterangan.map((text) => el('p', {}, text)), temuan(made.temuan)), [['Tutup', '', true]]);
    } catch (error) {
      galat(error);
    }
  } });
  return el('div', { class: 'tindakan kiri-rata' }, el('a', { href: `/api/lembar?${new URLSearchParams(words)}`, download: true }, 'Unduh sebagai buku kerja'),
    !naskah.kunci && [button('Masukkan buku kerja yang disunting …', () => input.click()), input]);
}

// A lampiran with a table: from what was copied in Excel or Word, or an empty one.
async function tambah(form, ke) {
  const judul = field('Judul lampiran', { required: true });
  const isi = field('Isi tabel', { kind: 'textarea', rows: 6, hint: 'tempel di sini yang disalin dari Excel atau Word; baris pertama menjadi kepala kolom. Boleh dikosongkan.' });
  let rows = null;
  isi.input.addEventListener('paste', (event) => {
    const read = baca(event.clipboardData);
    if (!read) return;
    event.preventDefault();
    rows = rapikan(read).rows;
    isi.input.value = rows.map((row) => row.join('\t')).join('\n');
  });
  isi.input.addEventListener('input', () => { rows = null; });
  const choice = await dialog('Lampiran baru', el('div', {}, judul.box, isi.box), [['Batal', ''], ['Tambah', 'ya', true]]);
  if (choice !== 'ya') return;
  const given = rows ?? (isi.input.value.trim() ? isi.input.value.split('\n').map((row) => row.split('\t')) : [['No', 'Uraian'], ['', 'isi baris pertama']]);
  const { rows: cells, catatan } = rapikan(given);
  const width = Math.max(...cells.map((row) => row.length));
  const [head, ...body] = cells.map((row) => [...row, ...Array(width - row.length).fill('')]);
  // A column of numbers is made by the program; one that says something else stays as it is.
  const number = /^no\.?$|^nomor$/i.test(head[0].trim()) && body.every((row) => /^\s*(\d+[.)]?)?\s*$/.test(row[0]));
  const kolom = head.map((text, at) => (number && at === 0
    ? { judul: text.trim(), isi: 'nomor', lebar: '1 cm' } : { judul: text.trim() || `Kolom ${at + 1}` }));
  const baris = (body.length ? body : [Array(width).fill('')]).map((row) => (number ? row.slice(1) : row));
  const made = await form.sisip(['lampiran'], ke, { judul: judul.input.value || 'Judul Lampiran', tabel: { kolom, baris } });
  if (made && catatan) kabarkan(catatan);
}
