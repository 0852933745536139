// The screen of a decree: what the server says of it, what is sent, and who is told.

import { button, el, fill, galat, kabarkan } from './dom.js';
import { get, post } from './api.js';
import { Formulir } from './formulir.js';
import { Halaman } from './halaman.js';
import { Temuan } from './temuan.js';
import { Yaml } from './yaml.js';
import { Terbit } from './terbit.js';

// A decree that is open: its state, and edits one after the other.
export class Naskah {
  constructor(berkas) {
    this.berkas = berkas;
    this.antre = Promise.resolve();
    this.banyak = 0;
    this.tunda = new Map();
    this.jalan = new Map();
    this.pendengar = [];
    // How often it was changed elsewhere, and how many texts wait for a choice.
    this.asing = 0;
    this.bentrok = 0;
  }

  dengar(listener) { this.pendengar.push(listener); }

  kata(apa) { this.pendengar.forEach((listener) => listener(apa)); }

  take(state, asing = false) {
    const bentuk = signature(state.pohon);
    const apa = { bentuk: bentuk !== this.bentuk, teks: state.teks !== this.teks };
    const hasil = state.hasil && (!this.hasil || state.hasil.rev >= this.hasil.rev) ? state.hasil : this.hasil;
    if (asing && apa.teks) this.asing += 1;
    Object.assign(this, state, { bentuk, hasil });
    this.kata(apa);
  }

  // Hears what happens to it, here or elsewhere. A tab that nobody sees gives its connection back: browsers have few.
  ikuti() {
    let source = null;
    const open = () => {
      if (source || document.hidden) return;
      source = new EventSource(`/api/peristiwa?${new URLSearchParams({ berkas: this.berkas })}`);
      source.addEventListener('naskah', (event) => this.segarkan(JSON.parse(event.data).rev));
      source.addEventListener('halaman', (event) => {
        this.hasil = JSON.parse(event.data);
        this.kata({ hasil: true });
      });
    };
    const turn = () => {
      if (document.hidden) {
        source?.close();
        source = null;
      } else {
        open();
        this.segarkan(Infinity);
      }
    };
    document.addEventListener('visibilitychange', turn);
    open();
    return { close: () => { source?.close(); document.removeEventListener('visibilitychange', turn); } };
  }

  // Asks for the decree where it is newer than what is shown.
  segarkan(rev) {
    this.antre = this.antre.then(() => (rev > this.rev ? this.muat().catch(() => {}) : null));
  }

  async muat() { this.take(await get('/api/naskah', { berkas: this.berkas }), true); }

  // Sends an edit after those before it; whether it was made.
  kirim(path, body) {
    this.banyak += 1;
    this.kata({});
    const sent = this.antre.then(async () => {
      try {
        const state = await post(path, { berkas: this.berkas, rev: this.rev, ...body });
        this.gagal = false;
        if (state.pohon !== undefined) this.take(state);
        return state;
      } catch (error) {
        if (error.lain?.rev) this.take(error.lain, true);
        error.bentrok = error.status === 409;
        this.gagal = !error.bentrok && path !== '/api/obat';
        galat(error);
        this.kata({ gagal: error, body });
        return null;
      } finally {
        this.banyak -= 1;
        this.kata({});
      }
    });
    this.antre = sent;
    return sent;
  }

  ubah(ubah) { return this.kirim('/api/ubah', { ubah }); }

  // A change of structure: its places are those of the tree as it is now, and it is made in no other.
  susun(ubah) { return this.kirim('/api/ubah', { ubah, rev: this.rev }); }

  // What is typed is sent at once; what is typed while an edit is on its way goes together after it.
  nanti(key, now) {
    const known = this.tunda.has(key);
    this.tunda.set(key, now);
    this.kata({});
    if (!known) this.antre.then(() => setTimeout(() => this.mulai(key), 15));
  }

  mulai(key) {
    const now = this.tunda.get(key);
    if (!now) return;
    this.tunda.delete(key);
    this.jalan.set(key, (this.jalan.get(key) ?? 0) + 1);
    Promise.resolve(now()).finally(() => { this.jalan.set(key, this.jalan.get(key) - 1); this.kata({}); });
  }

  // Whether what stands in a field is newer than the file.
  sibuk(key) { return this.tunda.has(key) || this.jalan.get(key) > 0; }

  // Sends all that waits.
  async lunas() {
    [...this.tunda.keys()].forEach((key) => this.mulai(key));
    await this.antre;
  }

  async mundur(path) {
    await this.lunas();
    const before = this.rev;
    if (await this.kirim(path, {})) {
      const none = path === '/api/urung' ? 'Tidak ada yang dapat diurungkan.' : 'Tidak ada yang dapat diulang.';
      const done = path === '/api/urung' ? 'Langkah terakhir diurungkan.' : 'Langkah diulang.';
      kabarkan(this.rev === before ? none : done);
    }
  }

  at(jalan) { return jalan.reduce((node, step) => (node === null || node === undefined ? node : node[step]), this.pohon); }
}

// The form of a tree without its texts; rows of tables and plans are the grid's.
function signature(tree, jalan = []) {
  if (tree === null || typeof tree !== 'object') return '.';
  if (Array.isArray(tree)) {
    const rows = jalan[0] === 'lampiran' && ((jalan.length === 3 && jalan[2] !== 'teks') || jalan.at(-1) === 'baris');
    return rows ? '=' : `[${tree.map((one, at) => signature(one, [...jalan, at])).join('')}]`;
  }
  return `{${Object.entries(tree).map(([key, value]) => `${key}${signature(value, [...jalan, key])}`).join(' ')}}`;
}

const LEMBAR = [['formulir', 'Formulir', Formulir], ['temuan', 'Temuan', Temuan], ['yaml', 'YAML', Yaml], ['terbit', 'Terbit', Terbit]];

export async function buka(main, words) {
  const naskah = new Naskah(words.get('berkas') ?? '');
  await naskah.muat();
  naskah.kantor = await get('/api/kantor').catch(() => []);

  const judul = el('h1', {}, '');
  const status = el('span', { class: 'status' }, '');
  const urung = button('Urungkan', () => naskah.mundur('/api/urung'), { 'aria-keyshortcuts': 'Control+Z', title: 'Ctrl+Z' });
  const ulang = button('Ulangi', () => naskah.mundur('/api/ulang'), { 'aria-keyshortcuts': 'Control+Y', title: 'Ctrl+Y' });
  const luar = el('div', { class: 'luar', role: 'alert' });
  const tabs = el('div', { class: 'tab', role: 'tablist', 'aria-label': 'Lembar naskah' });
  const kiri = el('section', { class: 'kiri', 'aria-label': 'Isi naskah' });
  const kanan = el('section', { class: 'kanan', 'aria-label': 'Halaman seperti akan tercetak' });
  fill(main, el('div', { class: 'atas' }, judul, status, urung, ulang), luar, el('div', { class: 'dua' },
    el('div', { class: 'sisi' }, tabs, kiri), kanan));

  const halaman = new Halaman(naskah, kanan);
  const sheets = {};
  const show = (key, focus = true) => {
    for (const [name] of LEMBAR) {
      sheets[name].box.hidden = name !== key;
      sheets[name].tab.setAttribute('aria-selected', name === key);
      sheets[name].tab.tabIndex = name === key ? 0 : -1;
    }
    sheets[key].own.tampil?.();
    if (focus) sheets[key].tab.focus();
  };
  for (const [key, name, Sheet] of LEMBAR) {
    const tab = button(name, () => show(key, false), { role: 'tab', id: `tab-${key}`, 'aria-controls': `lembar-${key}` });
    const box = el('div', { role: 'tabpanel', id: `lembar-${key}`, 'aria-labelledby': `tab-${key}` });
    sheets[key] = { tab, box, own: new Sheet(naskah, box) };
  }
  tabs.append(...LEMBAR.map(([key]) => sheets[key].tab));
  kiri.append(...LEMBAR.map(([key]) => sheets[key].box));
  tabs.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const at = LEMBAR.findIndex(([key]) => sheets[key].tab === document.activeElement);
    show(LEMBAR[(at + step + LEMBAR.length) % LEMBAR.length][0]);
  });

  // A place in the decree, wherever it is asked for: the form shows it, and so do the pages.
  naskah.tuju = (jalan) => {
    if (!jalan) return;
    show('formulir', false);
    sheets.formulir.own.tuju(jalan);
  };
  naskah.sorot = (jalan) => halaman.sorot(jalan);
  naskah.buka = (key) => show(key);

  const tell = () => {
    const busy = naskah.banyak || naskah.tunda.size;
    status.textContent = naskah.kunci ? 'Terkunci' : naskah.bentrok || naskah.gagal ? 'Belum tersimpan' : busy ? 'Menyimpan …' : 'Tersimpan';
    judul.textContent = naskah.pohon?.tentang || naskah.berkas;
    urung.disabled = !naskah.urung || Boolean(naskah.kunci);
    ulang.disabled = !naskah.ulang || Boolean(naskah.kunci);
    sheets.temuan.tab.textContent = `Temuan (${naskah.hasil?.temuan.length ?? '…'})`;
    const told = naskah.luar === 'diubah' ? 'Berkas ini diubah di luar halaman ini. Yang tampil isi terbarunya; Urungkan mengembalikan isi sebelumnya.' : naskah.kunci ?? '';
    if (luar.textContent !== told) luar.textContent = told;
  };
  naskah.dengar(tell);
  tell({});
  show(sheets[words.get('lembar')] ? words.get('lembar') : 'formulir', false);

  const source = naskah.ikuti();

  const keys = (event) => {
    if (document.querySelector('dialog[open]') || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'z' || key === 'y') {
      event.preventDefault();
      naskah.mundur(key === 'y' || event.shiftKey ? '/api/ulang' : '/api/urung');
    } else if (key === 's') {
      event.preventDefault();
      naskah.lunas().then(() => naskah.bentrok || kabarkan('Semua sudah tersimpan; setiap perubahan langsung ditulis ke berkas.'));
    }
  };
  const leave = (event) => { if (naskah.tunda.size || naskah.bentrok || naskah.gagal) { naskah.lunas(); event.preventDefault(); } };
  addEventListener('keydown', keys);
  addEventListener('beforeunload', leave);
  return () => {
    naskah.lunas();
    source.close();
    removeEventListener('keydown', keys);
    removeEventListener('beforeunload', leave);
  };
}
