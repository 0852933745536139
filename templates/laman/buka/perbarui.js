// A decree rolled to another year: each text as it was beside what it will be, before anything is written.

import { button, el, field, fill, galat, kabarkan, temuan } from './dom.js';
import { post } from './api.js';

const TANDA = { hapus: 'del', sisip: 'ins', tinjau: 'mark' };

export async function buka(main, words) {
  const berkas = words.get('berkas') ?? '';
  const tahun = field('Ke tahun', { type: 'number', value: words.get('tahun') ?? '', required: true });
  const answer = el('div', { 'aria-live': 'polite' });
  const ask = async (coba) => {
    try {
      const made = await post('/api/perbarui', { berkas, tahun: tahun.input.value, coba });
      if (!made.berhasil) return fill(answer, el('h2', {}, 'Tidak dapat diperbarui'), temuan(made.temuan));
      if (coba) return fill(answer, temuan(made.temuan), laporan(made.laporan, () => ask(false)));
      const file = made.hasil.map((one) => one.hasil).find((name) => /\.ya?ml$/.test(name ?? ''));
      if (!file) return kabarkan('Tidak ada yang berubah, sehingga tidak ada naskah baru.');
      location.hash = `#/naskah?${new URLSearchParams({ berkas: file, lembar: 'temuan' })}`;
      return kabarkan('Naskah baru dibuat; yang harus diputuskan ada pada lembar Temuan.');
    } catch (error) {
      return galat(error);
    }
  };
  fill(main, el('h1', {}, 'Perbarui ke tahun lain'), el('p', { class: 'petunjuk' }, berkas),
    el('form', { class: 'baris-alat', onsubmit: (event) => { event.preventDefault(); ask(true); } },
      tahun.box, el('button', { type: 'submit' }, 'Lihat yang berubah')), answer);
  if (tahun.input.value) await ask(true);
}

function laporan(isi, make) {
  return [
    el('p', {}, `${isi.judul}: ${isi.ringkasan}.`),
    el('div', { class: 'tindakan kiri-rata' }, button('Buat naskah barunya', make, { class: 'utama' })),
    isi.bagian.map((part, at) => el('details', { open: at === 0 },
      el('summary', {}, el('h2', {}, `${part.judul} (${part.tempat})`)), el('p', { class: 'petunjuk' }, part.arti),
      el('table', { class: 'daftar banding' },
        el('thead', {}, el('tr', {}, ['Tempat', 'Semula', 'Menjadi', 'Alasan'].map((text) => el('th', { scope: 'col' }, text)))),
        el('tbody', {}, part.baris.map(baris))))),
  ];
}

function baris(row) {
  const places = row.tempat.length > 3 ? [...row.tempat.slice(0, 3), `dan ${row.tempat.length - 3} tempat lain`] : row.tempat;
  const pieces = (side) => side.map((one) => (TANDA[one.tanda] ? el(TANDA[one.tanda], {}, one.teks) : one.teks));
  return el('tr', {}, el('th', { scope: 'row' }, places.map((text) => el('div', {}, text))),
    el('td', {}, pieces(row.sebelum)), el('td', {}, row.sesudah.length ? pieces(row.sesudah) : 'tetap'),
    el('td', {}, row.alasan.map((text) => el('div', {}, text))));
}
