// The register.

import { button, dialog, el, field, fill, kabarkan, temuan } from './dom.js';
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
    el('td', {}, issued && [button('Salinan', () => salin(one), { 'aria-label': `Salinan ${one.nomor}/${one.tahun}` }), ' ',
      button('JDIH', () => rekam(one), { 'aria-label': `Rekaman JDIH ${one.nomor}/${one.tahun}` })]));
}

const kunci = ({ kantor, tahun, seri, nomor }) => ({ kantor, tahun, seri, nomor });

async function rekam(one) {
  try {
    const made = await post('/api/jdih', kunci(one));
    await dialog(`Rekaman JDIH ${one.nomor}/${one.tahun}`, el('div', {}, hasil(made, 'Rekaman')), [['Tutup', '', true]]);
  } catch (error) {
    kabarkan(error.message, true);
  }
}

async function salin(one) {
  try {
    const offices = await get('/api/kantor');
    const oleh = pengesah(offices.find((office) => office.id === one.kantor), '');
    const choice = await dialog(`Salinan ${one.nomor}/${one.tahun}`, oleh.box, [['Batal', ''], ['Buat salinan', 'ya', true]]);
    if (choice !== 'ya') return;
    const made = await post('/api/salinan', { oleh: oleh.input.value, ...kunci(one) });
    await dialog('Salinan', el('div', {}, hasil(made, 'Salinan')), [['Tutup', '', true]]);
  } catch (error) {
    kabarkan(error.message, true);
  }
}
