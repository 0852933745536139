// The register.

import { button, dialog, el, field, fill, galat, temuan } from './dom.js';
import { get, post } from './api.js';
import { hasil, pengesah } from './terbit.js';

export async function buka(main) {
  const data = await get('/api/daftar');
  const all = data.baris;
  const years = [...new Set(all.map((one) => one.tahun).filter(Boolean))].sort((a, b) => b - a);
  const cari = field('Cari', { type: 'search' });
  const tahun = field('Tahun', { kind: [['', 'semua'], ...years.map((one) => [String(one), String(one)])] });
  const list = el('div', {});
  const shown = () => fill(list, table(all, cari.input.value.toLowerCase().split(/\s+/).filter(Boolean), tahun.input.value));
  cari.input.addEventListener('input', shown);
  tahun.input.addEventListener('change', shown);
  fill(main, el('h1', {}, 'Daftar'), temuan(data.temuan), el('div', { class: 'baris-alat' }, cari.box, tahun.box), list);
  shown();
}

const nama = (key) => (key ? `${key.nomor}/${key.tahun}` : '');

function table(all, words, year) {
  const fits = (one) => (!year || String(one.tahun) === year) && words.every((word) => JSON.stringify(one).toLowerCase().includes(word));
  const rows = all.filter((one) => ['keputusan', 'konsep', 'nomor-kosong'].includes(one.jenis) && fits(one));
  const links = all.filter((one) => one.sasaran !== undefined);
  return [
    el('p', { role: 'status' }, `${rows.length} baris`),
    rows.length > 0 && el('table', { class: 'daftar' },
      el('thead', {}, el('tr', {}, ['Nomor', 'Tentang', 'Tanggal', 'Keadaan', 'Halaman', 'Tindakan'].map((text) => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, rows.slice(0, 1000).map(row))),
    rows.length > 1000 && el('p', {}, 'Hanya 1.000 baris pertama yang tampil; persempit dengan Cari.'),
    links.length > 0 && el('section', {}, el('h2', {}, 'Perubahan dan pencabutan'),
      el('ul', {}, links.map((one) => el('li', {}, `${nama(one.oleh)} ${one.jenis} ${one.sasaran ? nama(one.sasaran) : one.nama}`)))),
  ];
}

function row(one) {
  if (one.jenis === 'nomor-kosong') {
    const range = one.dari === one.sampai ? one.dari : `${one.dari}–${one.sampai}`;
    return el('tr', { class: 'kosong' }, el('th', { scope: 'row' }, `${range}/${one.tahun}`), el('td', { colspan: 5 }, 'nomor kosong'));
  }
  const issued = one.jenis === 'keputusan';
  const name = issued ? one.tentang : el('a', { href: `#/naskah?${new URLSearchParams({ berkas: one.berkas.replace(/^\.[\\/]/, '').replaceAll('\\', '/') })}` }, one.tentang || one.berkas);
  return el('tr', {}, el('th', { scope: 'row' }, `${one.nomor}/${one.tahun}`), el('td', {}, name),
    el('td', {}, one.tanggal ?? ''), el('td', {}, issued ? one.keadaan : 'konsep'), el('td', {}, one.halaman ?? ''),
    el('td', {}, issued && [['Salinan', salin], ['JDIH', rekam], !one.batal && ['Batalkan …', batalkan]].map((act) => act && [tombol(act, one), ' '])));
}

function tombol([text, does], one) {
  const now = () => does(one).catch(galat);
  return button(text, now, { 'aria-label': `${text} ${one.nomor}/${one.tahun}` });
}

const kunci = ({ kantor, tahun, seri, nomor }) => ({ kantor, tahun, seri, nomor });

async function rekam(one) {
  const made = await post('/api/jdih', kunci(one));
  await dialog(`Rekaman JDIH ${one.nomor}/${one.tahun}`, el('div', {}, hasil(made, 'Rekaman')), [['Tutup', '', true]]);
}

// A withdrawal stays in the register for ever, hence its reason and a question.
async function batalkan(one) {
  const alasan = field('Alasan pembatalan', { required: true, hint: 'ikut tercatat dalam register; pembatalan tidak dapat diurungkan' });
  const tanggal = field('Tanggal pembatalan', { type: 'date' });
  const choice = await dialog(`Batalkan ${one.nomor}/${one.tahun}`, el('div', {}, el('p', {}, one.tentang), alasan.box, tanggal.box), [['Tidak jadi', '', true], ['Batalkan keputusan ini', 'ya']]);
  if (choice !== 'ya') return;
  const made = await post('/api/batal', { ...kunci(one), alasan: alasan.input.value, tanggal: tanggal.input.value });
  if (made.berhasil) await buka(document.querySelector('main .layar'));
  else await dialog('Tidak dibatalkan', temuan(made.temuan), [['Tutup', '', true]]);
}

async function salin(one) {
  const offices = await get('/api/kantor');
  const oleh = pengesah(offices.find((office) => office.id === one.kantor), '');
  const choice = await dialog(`Salinan ${one.nomor}/${one.tahun}`, oleh.box, [['Batal', ''], ['Buat salinan', 'ya', true]]);
  if (choice !== 'ya') return;
  const made = await post('/api/salinan', { oleh: oleh.input.value, ...kunci(one) });
  await dialog('Salinan', el('div', {}, hasil(made, 'Salinan')), [['Tutup', '', true]]);
}
