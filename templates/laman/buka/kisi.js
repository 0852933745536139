// A table as a grid. Only the rows in sight are elements, so thousands of them scroll as few do.

import { button, el, fill, galat, kabarkan } from './dom.js';
import { get } from './api.js';
import { baca, rapikan, tulis } from './tempel.js';

const TINGGI = 32;
const LEBIH = 8;
// What may stand in a column that the program numbers, and is left out.
const NOMOR = /^\(?(\d{1,6}|[a-z]{1,2}|[ivxlc]{1,7})[.)]?$/i;
const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] };

export class Kisi {
  constructor(naskah, tanda, nama) {
    Object.assign(this, { naskah, tanda, nama, baris: [], kolom: [], aktif: [0, 0], jangkar: null });
    this.rows = el('div', { role: 'presentation' });
    this.body = el('div', { class: 'kisi-isi', role: 'presentation' }, this.rows);
    this.view = el('div', {
      class: 'kisi', role: 'grid', tabindex: 0, 'aria-label': nama, 'aria-multiselectable': 'true',
      onkeydown: (event) => this.key(event), onscroll: () => this.scrolled(), onpaste: (event) => this.paste(event),
      oncopy: (event) => this.copy(event), onmousedown: (event) => this.mouse(event), ondblclick: () => this.edit(),
    });
    const locked = Boolean(naskah.kunci);
    this.box = el('div', { class: 'kisi-kotak' },
      el('p', { class: 'petunjuk' }, 'Enter menyunting sel; tempel langsung dari Excel atau Word; Ctrl+Enter menyisipkan baris; Ctrl+Del menghapus baris.'),
      !locked && el('div', { class: 'baris-alat' },
        button('Sisip baris', () => this.insert()), button('Hapus baris', () => this.remove())),
      this.view);
    naskah.dengar((apa) => { if (apa.teks && !this.sending && this.box.isConnected) this.load(); });
    this.load();
  }

  async load() {
    try {
      const data = await get('/api/kisi', { berkas: this.naskah.berkas, tanda: this.tanda });
      // A cell that is being typed in is not taken away.
      this.late = Boolean(this.editor);
      if (this.late) return;
      Object.assign(this, data, { baris: data.baris.map((row, lama) => ({ ...row, lama })) });
      this.frame();
    } catch (error) {
      galat(error);
    }
  }

  frame() {
    const { kolom, view, body } = this;
    const widths = kolom.map((one) => (one.isi === 'nomor' ? '3.5rem' : 'minmax(7rem,1fr)')).join(' ');
    view.style.setProperty('--kolom', `3rem ${widths}`);
    view.setAttribute('aria-rowcount', this.baris.length + 1);
    view.setAttribute('aria-colcount', kolom.length);
    fill(view, el('div', { class: 'kisi-kepala', role: 'row', 'aria-rowindex': 1 },
      el('span', { role: 'presentation', class: 'kisi-nomor' }),
      kolom.map((one) => el('span', { role: 'columnheader', title: one.judul }, one.judul))), body);
    body.style.height = `${this.baris.length * TINGGI}px`;
    this.move(this.aktif, false);
  }

  // Rows beyond those in sight are there already; only farther ones are drawn.
  scrolled() {
    if (Math.abs(this.first() - this.top) >= LEBIH / 2) this.draw();
  }

  first() { return Math.max(0, Math.floor(this.view.scrollTop / TINGGI) - LEBIH); }

  // Draws the rows in sight.
  draw() {
    const top = this.first();
    this.top = top;
    const many = Math.ceil((this.view.clientHeight || 400) / TINGGI) + 2 * LEBIH;
    const [r0, c0, r1, c1] = this.range();
    const rows = [];
    for (let at = top; at < Math.min(this.baris.length, top + many); at += 1) {
      const row = this.baris[at];
      const line = el('div', { role: 'row', 'aria-rowindex': at + 2, class: row.jenis ? 'kisi-baris lain' : 'kisi-baris' },
        el('span', { role: 'presentation', class: 'kisi-nomor' }, String(at + 1)),
        this.kolom.map((_, column) => {
          const here = at === this.aktif[0] && column === this.aktif[1];
          const chosen = at >= r0 && at <= r1 && column >= c0 && column <= c1;
          return el('span', {
            role: 'gridcell', id: here ? `${this.tanda}-sel` : null, 'aria-selected': chosen, 'aria-colindex': column + 1,
            'aria-readonly': this.may(at, column) ? null : 'true', dataset: { r: at, c: column },
            class: `${here ? 'aktif ' : ''}${this.may(at, column) ? '' : 'mati'}`,
          }, row.teks[column]);
        }));
      line.style.transform = `translateY(${at * TINGGI}px)`;
      rows.push(line);
    }
    fill(this.rows, rows);
    this.view.setAttribute('aria-activedescendant', `${this.tanda}-sel`);
  }

  // Whether a cell is typed by people.
  may(at, column, rows = this.baris) {
    const own = this.kolom[column];
    const row = rows[at];
    if (!row || !own || own.isi === 'nomor' || this.naskah.kunci) return false;
    if (own.tingkat !== null && own.tingkat !== undefined) return own.tingkat === row.tingkat;
    return !row.jenis || row.teks[column] !== '';
  }

  range() {
    const [r, c] = this.aktif;
    const [r2, c2] = this.jangkar ?? this.aktif;
    return [Math.min(r, r2), Math.min(c, c2), Math.max(r, r2), Math.max(c, c2)];
  }

  move([r, c], extend) {
    this.jangkar = extend ? this.jangkar ?? this.aktif : null;
    this.aktif = [Math.max(0, Math.min(this.baris.length - 1, r)), Math.max(0, Math.min(this.kolom.length - 1, c))];
    const top = this.aktif[0] * TINGGI;
    const room = this.view.clientHeight - 2 * TINGGI;
    if (top < this.view.scrollTop) this.view.scrollTop = top;
    else if (room > 0 && top > this.view.scrollTop + room) this.view.scrollTop = top - room;
    this.draw();
    if (this.view.contains(document.activeElement)) this.naskah.sorot?.({ kisi: this.tanda, baris: this.aktif[0] });
  }

  mouse(event) {
    const cell = event.target.closest('[data-r]');
    if (!cell || this.editor?.contains(event.target)) return;
    event.preventDefault();
    this.view.focus({ preventScroll: true });
    this.move([Number(cell.dataset.r), Number(cell.dataset.c)], event.shiftKey);
  }

  key(event) {
    if (this.editor) return;
    const step = MOVES[event.key];
    const [r, c] = this.aktif;
    if (step) {
      event.preventDefault();
      this.move(event.ctrlKey ? [r + step[0] * this.baris.length, c + step[1] * this.kolom.length] : [r + step[0], c + step[1]], event.shiftKey);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      this.move([event.ctrlKey ? (event.key === 'Home' ? 0 : this.baris.length) : r, event.key === 'Home' ? 0 : this.kolom.length], event.shiftKey);
    } else if (event.ctrlKey && event.key === 'Enter') {
      event.preventDefault();
      this.insert();
    } else if (event.ctrlKey && event.key === 'Delete') {
      event.preventDefault();
      this.remove();
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      this.edit();
    } else if (event.key === 'Delete') {
      const [r0, c0, r1, c1] = this.range();
      this.put([r0, c0], Array.from({ length: r1 - r0 + 1 }, () => Array(c1 - c0 + 1).fill('')));
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      this.edit(event.key);
    }
  }

  edit(text) {
    const [r, c] = this.aktif;
    if (!this.may(r, c)) return kabarkan('Sel ini dibuat program, atau bukan milik baris ini.');
    // It may have been scrolled out of sight.
    this.move([r, c], false);
    const cell = this.body.querySelector('.aktif');
    const before = this.baris[r].teks[c];
    const input = el('textarea', { class: 'kisi-sunting', 'aria-label': `${this.kolom[c].judul}, baris ${r + 1}`, value: text ?? before });
    input.style.transform = `translate(${cell.offsetLeft}px, ${r * TINGGI}px)`;
    input.style.width = `${Math.max(cell.offsetWidth, 220)}px`;
    const done = (keep, step) => {
      if (this.editor !== input) return;
      this.editor = null;
      input.remove();
      if (keep && input.value !== before) this.write([r, c], before, input.value);
      else if (this.late) this.load();
      this.view.focus({ preventScroll: true });
      this.move([r + (step?.[0] ?? 0), c + (step?.[1] ?? 0)], false);
    };
    input.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') done(false);
      else if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); done(true, [1, 0]); }
      else if (event.key === 'Tab') { event.preventDefault(); done(true, [0, event.shiftKey ? -1 : 1]); }
    });
    input.addEventListener('blur', () => done(true));
    this.editor = input;
    this.body.append(input);
    input.focus();
    return null;
  }

  // Writes what was typed where the cell still says what it said.
  async write([r, c], before, text) {
    if (this.late) await this.load();
    if (this.baris[r]?.teks[c] === before) return this.put([r, c], [[text]]);
    return kabarkan(`Tabel ini diubah di tempat lain, maka tulisan Anda tidak disimpan: "${text}"`, true);
  }

  copy(event) {
    if (this.editor) return;
    const [r0, c0, r1, c1] = this.range();
    const rows = this.baris.slice(r0, r1 + 1).map((row) => row.teks.slice(c0, c1 + 1));
    event.clipboardData.setData('text/plain', tulis(rows));
    event.preventDefault();
  }

  paste(event) {
    if (this.editor || this.naskah.kunci) return;
    event.preventDefault();
    const read = baca(event.clipboardData) ?? [[event.clipboardData.getData('text/plain').trim()]];
    const [r0, c0] = this.range();
    this.put([r0, c0], read, `${read.length} baris ditempel dan tersimpan.`);
  }

  blank(like) {
    return { jenis: like?.jenis ?? '', tingkat: like?.tingkat ?? 0, teks: this.kolom.map(() => ''), lama: null };
  }

  // Why texts cannot stand from a place on; nothing where every one can.
  muat([r0, c0], cells) {
    const room = this.kolom.length - c0;
    const wide = Math.max(...cells.map((row) => row.findLastIndex((text) => text !== '') + 1));
    if (wide > room) return `tempelan itu ${wide} kolom, sedangkan dari sel ini hanya ada ${room} kolom`;
    const rows = [...this.baris];
    while (rows.length < r0 + cells.length) rows.push(this.blank(rows.at(-1)));
    for (const [down, row] of cells.entries()) {
      for (const [right, text] of row.slice(0, room).entries()) {
        const place = `baris ${r0 + down + 1} kolom "${this.kolom[c0 + right].judul}"`;
        if (text === '' || this.may(r0 + down, c0 + right, rows)) continue;
        if (this.kolom[c0 + right].isi !== 'nomor') return `"${text}" jatuh pada ${place}, yang bukan milik baris itu`;
        if (!NOMOR.test(text)) return `"${text}" jatuh pada ${place}, yang nomornya dibuat program`;
      }
    }
    return null;
  }

  // Cells from a place on say something else; rows are added below the last where there are more. All of them, or none.
  put([r0, c0], given, told) {
    const { rows: cells, catatan } = rapikan(given, r0, c0);
    const why = this.muat([r0, c0], cells);
    if (why) return kabarkan(`Tidak ada yang ditulis: ${why}.`, true);
    cells.forEach((row, down) => {
      const at = r0 + down;
      if (at >= this.baris.length) this.baris.push(this.blank(this.baris.at(-1)));
      row.forEach((text, right) => {
        if (!this.may(at, c0 + right)) return;
        this.baris[at] = { ...this.baris[at], baru: true, teks: this.baris[at].teks.with(c0 + right, text) };
      });
    });
    return this.save([told ?? 'Tabel tersimpan.', catatan].filter(Boolean).join(' '));
  }

  insert() {
    const [r] = this.aktif;
    this.baris.splice(r + 1, 0, { ...this.blank(this.baris[r]), baru: true });
    this.save();
    this.move([r + 1, this.kolom.findIndex((_, at) => this.may(r + 1, at))], false);
  }

  remove() {
    const [r0, , r1] = this.range();
    if (r1 - r0 + 1 >= this.baris.length) return kabarkan('Tabel memerlukan paling sedikit satu baris.', true);
    this.baris.splice(r0, r1 - r0 + 1);
    this.save(`${r1 - r0 + 1} baris dihapus; Ctrl+Z mengembalikannya.`);
    this.move([r0, this.aktif[1]], false);
    return null;
  }

  async save(told = 'Tabel tersimpan.') {
    this.view.setAttribute('aria-rowcount', this.baris.length + 1);
    this.body.style.height = `${this.baris.length * TINGGI}px`;
    this.draw();
    const rows = this.baris.map((row) => (row.baru || row.lama === null ? { lama: row.lama, jenis: row.jenis, tingkat: row.tingkat, teks: row.teks } : row.lama));
    this.sending = true;
    const sent = await this.naskah.kirim('/api/kisi', { tanda: this.tanda, baris: rows });
    this.sending = false;
    await this.load();
    if (sent) kabarkan(told);
  }
}
