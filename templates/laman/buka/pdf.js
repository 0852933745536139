// Whether a PDF is what its source makes, and what was issued.

import { el, field, fill, galat, kabarkan } from './dom.js';
import { send } from './api.js';

const JUDUL = { sama: 'Sama', berbeda: 'Berbeda', 'tidak-dapat-diperiksa': 'Tidak dapat diperiksa' };

export async function buka(main) {
  const berkas = field('Pilih berkas PDF', { type: 'file', accept: 'application/pdf,.pdf', hint: 'atau seret berkasnya ke kotak ini' });
  const answer = el('div', { 'aria-live': 'polite' });
  const drop = el('div', { class: 'lembar seret' }, berkas.box);
  const ask = async (file) => {
    if (!file) return;
    if (file.size > 34 * 1024 * 1024) return kabarkan('Berkas itu lebih dari 34 MB; periksa dengan `naskah verifikasi`.', true);
    fill(answer, el('p', {}, `Memeriksa ${file.name} …`));
    try {
      fill(answer, shown(await send('/api/verifikasi', { nama: file.name }, await file.arrayBuffer())));
    } catch (error) {
      fill(answer);
      galat(error);
    }
    return null;
  };
  berkas.input.addEventListener('change', () => ask(berkas.input.files[0]));
  drop.addEventListener('dragover', (event) => { event.preventDefault(); drop.classList.add('siap'); });
  drop.addEventListener('dragleave', () => drop.classList.remove('siap'));
  drop.addEventListener('drop', (event) => { event.preventDefault(); drop.classList.remove('siap'); ask(event.dataTransfer.files[0]); });
  fill(main, el('h1', {}, 'Periksa PDF'),
    el('p', {}, 'PDF disusun ulang dari sumber di dalamnya, lalu dibandingkan; register kantor ini ikut dilihat.'), drop, answer);
}

const texts = (value) => (value === null || value === undefined ? [] : [value].flat().filter((one) => typeof one === 'string' && one));

// What the register says, as `naskah verifikasi` does.
function tercatat({ keadaan, keputusan, tanggal, batal, keterangan }, bentuk) {
  const key = keputusan ? `Nomor ${keputusan.nomor} Tahun ${keputusan.tahun}` : '';
  const what = { salinan: 'salinan dari', petikan: 'petikan dari' }[String(bentuk).toLowerCase()] ?? 'asli';
  const words = {
    'tanpa-register': 'tidak ada, sehingga tidak diketahui apakah ini yang terbit',
    rusak: 'tidak dapat dipakai',
    'tidak-tercatat': 'tidak tercatat, sehingga tidak diketahui apakah ini yang terbit',
    konsep: 'tidak diperiksa, sebab ini konsep',
    terbit: `${what} ${key} (${keputusan?.kantor}, seri ${keputusan?.seri}), terbit ${tanggal}`,
    'bukan-yang-terbit': `bukan yang terbit sebagai ${key} tanggal ${tanggal}`,
  };
  return [words[keadaan] ?? keadaan, batal && `SUDAH DIBATALKAN: ${batal}`, ...texts(keterangan)].filter(Boolean).join('; ');
}

function shown(one) {
  const name = JUDUL[one.hasil] ?? one.hasil ?? one.pesan ?? '';
  const register = one.register ?? {};
  return el('section', { class: `jawaban ${one.hasil}` },
    el('h2', {}, `${one.berkas}: ${name}`),
    one.halaman && el('p', {}, `${one.halaman} halaman`),
    texts(one.alasan).map((text) => el('p', {}, text)),
    one.hasil === 'sama' && el('p', {}, one.tepat ? 'Sama sampai bita terakhir dengan yang disusun ulang dari sumber di dalamnya.' : 'Sama halaman demi halaman dengan yang disusun ulang dari sumber di dalamnya.'),
    one.sidik && el('p', {}, `Sidik asli: ${one.sidik}`),
    register.keadaan && el('p', {}, `Register: ${tercatat(register, one.bentuk)}`),
    (one.perbedaan ?? []).length > 0 && el('ul', {}, one.perbedaan.slice(0, 200).map((two) =>
      el('li', {}, two.halaman ? `halaman ${two.halaman}: ` : '', two.keterangan ?? '', two.semula || two.menjadi ? ` "${two.semula}" menjadi "${two.menjadi}"` : ''))),
    (one.tambahan ?? []).length > 0 && el('p', {}, `${one.tambahan.length} tambahan sesudahnya`));
}
