// A decree taken in from Word, OpenDocument, plain text or a PDF.

import { el, field, fill, galat, kabarkan, temuan } from './dom.js';
import { send } from './api.js';

export async function buka(main) {
  const berkas = field('Berkas Word, OpenDocument, teks, atau PDF berteks', { type: 'file', accept: '.docx,.odt,.txt,.pdf', required: true });
  const lacak = field('Bila berkas itu memuat perubahan terlacak, ambil keadaan', { kind: [['', 'tanyakan'], ['sesudah', 'sesudah perubahan'], ['sebelum', 'sebelum perubahan']] });
  const answer = el('div', { 'aria-live': 'polite' });
  const take = async (event) => {
    event.preventDefault();
    const file = berkas.input.files[0];
    if (!file) return;
    if (file.size > 34 * 1024 * 1024) return kabarkan('Berkas itu lebih dari 34 MB; serap dengan `naskah serap`.', true);
    fill(answer, el('p', {}, `Menyerap ${file.name} …`));
    try {
      fill(answer, shown(await send('/api/serap', { nama: file.name, lacak: lacak.input.value }, await file.arrayBuffer())));
    } catch (error) {
      fill(answer);
      galat(error);
    }
    return null;
  };
  fill(main, el('h1', {}, 'Serap berkas lama'),
    el('p', {}, 'Berkas dijadikan naskah baru dalam folder ini. Program membuktikan bahwa tidak ada kata yang hilang, bertambah, atau berpindah; yang tidak dapat ditempatkan disebut.'),
    el('form', { class: 'lembar', onsubmit: take }, berkas.box, lacak.box,
      el('div', { class: 'tindakan' }, el('button', { type: 'submit', class: 'utama' }, 'Serap'))), answer);
}

function shown(made) {
  const file = made.hasil.find((one) => /\.ya?ml$/.test(one.hasil ?? ''));
  return [
    el('h2', {}, made.berhasil && file ? 'Sudah diserap' : 'Tidak diserap'),
    file && el('p', {}, `${file.keterangan ?? ''} `, el('a', { href: `#/naskah?${new URLSearchParams({ berkas: file.hasil })}` }, `Buka ${file.hasil}`)),
    made.keterangan.length > 0 && el('ul', {}, made.keterangan.map((text) => el('li', {}, text))),
    temuan(made.temuan),
  ];
}
