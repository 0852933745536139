// The desk: drafts, issued decrees, what can be begun.

import { button, dialog, el, field, fill, galat, kabarkan, temuan } from './dom.js';
import { get, post } from './api.js';

const open = (berkas) => { location.hash = `#/naskah?berkas=${encodeURIComponent(berkas)}`; };

export async function buka(main) {
  const data = await get('/api/meja');
  document.getElementById('tempat').textContent = data.folder;
  if (data.kantor.length === 0) {
    fill(main, el('h1', {}, 'Mulai'), mulai(main, data));
    return;
  }
  const list = el('div', {});
  const cari = field('Cari', { type: 'search', hint: 'kata dari nama keputusan, nomor, atau berkas' });
  const shown = () => fill(list, lists(data, cari.input.value.toLowerCase().split(/\s+/).filter(Boolean), main));
  cari.input.addEventListener('input', shown);
  fill(main,
    el('h1', {}, 'Meja'),
    el('p', { class: 'ringkas' }, data.kantor.map((one) => [one.nama, ' (', el('a', { href: `#/kantor?berkas=${encodeURIComponent(one.berkas)}` }, `data kantor dan pejabat ${one.id}`), ') '])),
    el('div', { class: 'baris-alat' },
      button('Naskah baru …', () => baru(data), { class: 'utama' }),
      button('Serap berkas Word …', () => { location.hash = '#/serap'; }), cari.box),
    list);
  shown();
}

function lists(data, words, main) {
  const fits = (text) => words.every((word) => text.toLowerCase().includes(word));
  const drafts = data.konsep.filter((one) => fits(`${one.tentang} ${one.berkas} ${one.keadaan}`));
  const issued = data.terbit.baris.filter((one) => one.jenis === 'keputusan' && fits(`${one.tentang} ${one.nomor} ${one.tahun}`));
  return [
    el('section', { 'aria-labelledby': 'h-konsep' },
      el('h2', { id: 'h-konsep' }, `Konsep (${drafts.length})`),
      drafts.length === 0 ? el('p', {}, 'Tidak ada konsep.') : el('table', { class: 'daftar' },
        el('thead', {}, el('tr', {}, ['Keputusan', 'Keadaan', 'Tindakan'].map((text) => el('th', { scope: 'col' }, text)))),
        el('tbody', {}, drafts.map((one) => el('tr', {},
          el('th', { scope: 'row' },
            naskah(one),
            el('div', { class: 'petunjuk' }, one.berkas)),
          el('td', {}, one.keadaan),
          el('td', {}, tindakan(one, data))))))),
    el('section', { 'aria-labelledby': 'h-terbit' },
      el('h2', { id: 'h-terbit' }, `Terbit (${issued.length})`),
      temuan(data.terbit.temuan),
      issued.length === 0 ? el('p', {}, 'Belum ada keputusan yang terbit.') : el('table', { class: 'daftar' },
        el('thead', {}, el('tr', {}, ['Nomor', 'Keputusan', 'Tanggal', 'Keadaan', 'Tindakan'].map((text) => el('th', { scope: 'col' }, text)))),
        el('tbody', {}, issued.slice(-30).reverse().map((one) => el('tr', {},
          el('th', { scope: 'row' }, `${one.nomor}/${one.tahun}`), el('td', {}, one.berkas ? naskah(one) : one.tentang),
          el('td', {}, one.tanggal), el('td', {}, one.keadaan), el('td', {}, one.berkas && tindakan(one, data)))))),
      issued.length > 30 && el('p', {}, el('a', { href: '#/daftar' }, `Semua ${issued.length} dalam Daftar`))),
  ];
}

const naskah = (one) => el('a', { href: `#/naskah?berkas=${encodeURIComponent(one.berkas)}` }, one.tentang || one.berkas);

// What can be begun from a decree that lies in the folder.
function tindakan(one, data) {
  const name = one.tentang || one.berkas;
  const go = (text, layar, words) => button(text, () => { location.hash = `#/${layar}?${new URLSearchParams(words)}`; }, { 'aria-label': `${text} ${name}` });
  return [go('Perbarui …', 'perbarui', { berkas: one.berkas, tahun: (one.jenis ? one.tahun : data.tahun) + 1 }), ' ',
    go('Bandingkan …', 'beda', { lama: one.berkas })];
}

function mulai(main, data) {
  const wilayah = field('Kabupaten, kota, atau provinsi', { required: true, hint: 'boleh sebagian namanya, misalnya "kab semarang"' });
  const tempat = field('Tempat kedudukan', { hint: 'dikosongkan bila sama dengan data program' });
  const ketua = field('Nama ketua, tanpa gelar', { required: true });
  const sekretaris = field('Nama sekretaris');
  const pengesah = field('Nama pengesah salinan');
  const jabatan = field('Jabatan pengesah', { hint: 'bawaan: Kepala Subbagian Hukum dan Sumber Daya Manusia' });
  const answer = el('div', { 'aria-live': 'polite' });
  const begin = async (event) => {
    event.preventDefault();
    try {
      const made = await post('/api/mulai', {
        wilayah: wilayah.input.value, tempat: tempat.input.value, ketua: ketua.input.value,
        sekretaris: sekretaris.input.value, pengesah: pengesah.input.value, jabatan_pengesah: jabatan.input.value,
      });
      if (!made.berhasil) return fill(answer, temuan(made.temuan));
      kabarkan(made.keterangan[0] ?? 'Folder kantor dibuat.');
      return buka(main);
    } catch (error) {
      return galat(error);
    }
  };
  return el('form', { class: 'lembar', onsubmit: begin },
    el('p', {}, `Folder ${data.folder} belum mempunyai kantor. Isi data kantor; keputusan pertama dibuat sebagai contoh.`),
    [wilayah, tempat, ketua, sekretaris, pengesah, jabatan].map((one) => one.box), answer,
    el('div', { class: 'tindakan' }, el('button', { type: 'submit', class: 'utama' }, 'Buat folder kantor')));
}

async function baru(data) {
  const kinds = data.jenis.map((one) => [one.id, `${one.nama}: ${one.keterangan ?? ''}`]);
  const jenis = field('Jenis', { kind: kinds, value: 'umum' });
  const kantor = field('Kantor', { kind: data.kantor.map((one) => [one.id, one.nama]), value: data.kantor[0].id });
  const tahun = field('Tahun', { type: 'number', value: String(data.tahun) });
  const nama = field('Nama singkat', { hint: 'menjadi nama berkasnya, misalnya "jam kerja"', required: true });
  const body = el('div', {}, [jenis, kantor, tahun, nama].map((one) => one.box));
  const choice = await dialog('Naskah baru', body, [['Batal', ''], ['Buat', 'buat', true]]);
  if (choice !== 'buat') return;
  await begun('/api/baru', {
    jenis: jenis.input.value, kantor: kantor.input.value, tahun: tahun.input.value, nama: nama.input.value || jenis.input.value,
  });
}

async function begun(path, asked) {
  try {
    const made = await post(path, asked);
    const file = made.hasil.map((one) => one.hasil).find((name) => /\.ya?ml$/.test(name ?? ''));
    if (made.berhasil && file) {
      return open(file);
    }
    await dialog('Tidak dapat dibuat', temuan(made.temuan) ?? el('p', {}, 'Tidak ada yang dibuat.'), [['Tutup', '', true]]);
  } catch (error) {
    galat(error);
  }
}
