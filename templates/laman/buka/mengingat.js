// The legal bases: a list that is found by typing, each with the citation as it is printed.

import { button, el, fill, kabarkan } from './dom.js';
import { get } from './api.js';

let count = 0;

export function mengingat(form, jalan) {
  const { naskah } = form;
  const list = Array.isArray(naskah.at(jalan)) ? naskah.at(jalan) : [];
  return [
    el('ol', { class: 'butir dasar' }, list.map((item, at) => satu(form, [...jalan, at], item, list.length))),
    !naskah.kunci && cari(form, jalan, list),
  ];
}

function satu(form, jalan, item, many) {
  const at = jalan.at(-1);
  const place = typeof item === 'string' || item === null ? jalan : [...jalan, item.id !== undefined ? 'id' : 'teks'];
  const box = form.teks(`Dasar hukum ${at + 1}`, place, { kind: 'textarea' });
  box.querySelector('label').textContent = `${at + 1}.`;
  const input = box.querySelector('textarea');
  input.setAttribute('aria-label', `Dasar hukum ${at + 1}`);
  input.addEventListener('keydown', (event) => {
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : 0;
    if (step) {
      event.preventDefault();
      form.pindah(jalan, at + step);
    }
  });
  const one = (text, label, action, disabled = false) => button(text, action, { 'aria-label': `${label} dasar hukum ${at + 1}`, title: label, disabled });
  return el('li', {}, box, el('p', { class: 'kutipan' }),
    !form.naskah.kunci && el('div', { class: 'alat' },
      one('↑', 'Naikkan', () => form.pindah(jalan, at - 1), at === 0),
      one('↓', 'Turunkan', () => form.pindah(jalan, at + 1), at === many - 1),
      one('×', 'Hapus', () => form.hapus(jalan, 'Dasar hukum'))));
}

// A box with suggestions, worked by keys alone.
function cari(form, jalan, list) {
  const id = `c${++count}`;
  const options = el('ul', { role: 'listbox', id: `${id}-l`, class: 'saran', hidden: true, 'aria-label': 'Dasar hukum yang cocok' });
  const input = el('input', {
    id, type: 'text', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': `${id}-l`, 'aria-autocomplete': 'list',
    autocomplete: 'off', placeholder: 'nomor, tahun, atau kata dari judulnya',
  });
  let found = [];
  let active = -1;
  let clock = 0;
  const close = () => { options.hidden = true; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); active = -1; };
  const choose = async (isi) => {
    close();
    input.value = '';
    await form.susun.giliran(async () => {
      if (!(await form.naskah.susun({ apa: 'sisip', di: jalan, ke: form.naskah.at(jalan)?.length ?? list.length, isi }))) return null;
      kabarkan('Dasar hukum ditambahkan.');
      document.getElementById(form.cariDasar)?.focus();
      return jalan;
    });
  };
  const show = () => {
    const rows = [...found.map((one) => ({ isi: one.id, teks: one.kutipan, ket: `${one.id} · ${one.keadaan}` })),
      { isi: input.value.trim(), teks: `Tulis sebagai teks: ${input.value.trim()}`, ket: 'dicetak seperti ditulis' }];
    fill(options, rows.map((one, at) => el('li', {
      role: 'option', id: `${id}-${at}`, 'aria-selected': at === active, onmousedown: (event) => { event.preventDefault(); choose(one.isi); },
    }, el('span', {}, one.teks), el('span', { class: 'petunjuk' }, one.ket))));
    options.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    if (active >= 0) {
      input.setAttribute('aria-activedescendant', `${id}-${active}`);
      options.children[active]?.scrollIntoView({ block: 'nearest' });
    }
    return rows;
  };
  input.addEventListener('input', () => {
    clearTimeout(clock);
    if (input.value.trim().length < 2) return close();
    clock = setTimeout(async () => {
      found = await get('/api/dasar', { cari: input.value }).catch(() => []);
      active = -1;
      show();
      kabarkan(`${found.length} dasar hukum cocok.`);
    }, 180);
    return null;
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !options.hidden) {
      event.preventDefault();
      active = (active + step + found.length + 1) % (found.length + 1);
      show();
    } else if (event.key === 'Enter' && !options.hidden && active >= 0) {
      event.preventDefault();
      choose(show()[active].isi);
    }
    return null;
  });
  input.addEventListener('blur', () => setTimeout(close, 150));
  form.cariDasar = id;
  return el('div', { class: 'isian cari' }, el('label', { for: id }, 'Tambah dasar hukum'), input, options);
}
