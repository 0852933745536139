// Which screen is shown: the part of the address behind `#`.

import { $, el, fill, galat } from './dom.js';
import * as meja from './meja.js';
import * as naskah from './naskah.js';
import * as kantor from './kantor.js';
import * as daftar from './daftar.js';
import * as pdf from './pdf.js';
import * as perbarui from './perbarui.js';
import * as serap from './serap.js';
import * as beda from './beda.js';

const LAYAR = {
  meja: { nama: 'Meja', buka: meja.buka },
  daftar: { nama: 'Daftar', buka: daftar.buka },
  pdf: { nama: 'Periksa PDF', buka: pdf.buka },
};

// Screens that are reached from others.
const LAIN = {
  naskah: { nama: 'Naskah', buka: naskah.buka },
  kantor: { nama: 'Data kantor', buka: kantor.buka },
  perbarui: { nama: 'Perbarui', buka: perbarui.buka },
  serap: { nama: 'Serap berkas lama', buka: serap.buka },
  beda: { nama: 'Bandingkan', buka: beda.buka },
};

let close = null;
let shown = 0;

async function show() {
  const [name, words] = location.hash.replace(/^#\/?/, '').split('?');
  const own = LAIN[name] ?? LAYAR[name] ?? LAYAR.meja;
  const mine = ++shown;
  document.querySelectorAll('dialog[open]').forEach((one) => one.close(''));
  close?.();
  close = null;
  fill($('menu'), Object.entries(LAYAR).map(([key, one]) =>
    el('a', { href: `#/${key}`, 'aria-current': own === one ? 'page' : null }, one.nama)));
  document.title = `${own.nama} – naskah`;
  const main = $('isi');
  main.className = name === 'naskah' ? 'layar-naskah' : '';
  // A screen that comes late, when another was asked for, writes into a box that nobody sees.
  const box = el('div', { class: 'layar' }, el('p', {}, 'Memuat …'));
  fill(main, box);
  let ends = null;
  try {
    ends = (await own.buka(box, new URLSearchParams(words ?? ''))) ?? null;
  } catch (error) {
    fill(box, el('h1', {}, 'Tidak dapat dibuka'), el('p', {}, error.message), el('p', {}, el('a', { href: '#/meja' }, 'Kembali ke Meja')));
    if (mine === shown) galat(error);
  }
  if (mine !== shown) ends?.();
  else close = ends;
  if (document.activeElement === document.body) main.focus({ preventScroll: true });
}

addEventListener('hashchange', show);
show();
