// The file itself, for those who want it.

import { el, fill } from './dom.js';

export class Yaml {
  constructor(naskah, box) {
    this.naskah = naskah;
    this.input = el('textarea', { class: 'yaml', id: 'yaml', spellcheck: 'false', wrap: 'off' });
    this.note = el('p', { class: 'petunjuk', role: 'status' });
    fill(box, el('label', { for: 'yaml' }, 'Berkas YAML, seperti tersimpan; diubah di sini atau pada formulir'), this.note, this.input);
    this.input.addEventListener('input', () => naskah.nanti('yaml', () => this.send()));
    this.input.addEventListener('change', () => naskah.lunas());
    naskah.dengar((apa) => this.heard(apa));
    this.sync();
  }

  tampil() { this.sync(); }

  send() {
    const teks = this.windows ? this.input.value.replaceAll('\n', '\r\n') : this.input.value;
    const lama = this.dasar;
    if (teks === lama) return null;
    // Written over only where the file still says what was seen here.
    this.dasar = teks;
    return this.naskah.kirim('/api/teks', { teks, lama }).then((made) => {
      if (!made && this.dasar === teks) this.dasar = lama;
      return made;
    });
  }

  heard(apa) {
    if (apa.gagal?.bentrok && apa.body?.teks !== undefined) {
      this.note.textContent = 'Berkas ini diubah di tempat lain, jadi perubahan Anda di sini tidak disimpan. Yang Anda tulis ada di bawah; salin bila perlu, lalu buka lagi lembar ini.';
      return;
    }
    if (apa.teks && !this.naskah.sibuk('yaml')) this.sync();
    if (apa.teks || apa.hasil) this.rusak();
  }

  // Why the file cannot be read is said here, where it is mended.
  rusak() {
    if (this.naskah.pohon) {
      if (this.terbaca === false) this.note.textContent = '';
      this.terbaca = true;
      return;
    }
    this.terbaca = false;
    const found = (this.naskah.hasil?.temuan ?? []).find((one) => one.tingkat === 'galat');
    const line = Number.isInteger(found?.awal) ? new TextDecoder().decode(new TextEncoder().encode(this.naskah.teks).slice(0, found.awal)).split('\n').length : null;
    this.note.textContent = `Berkas ini belum dapat dibaca sebagai YAML${found ? `: ${line ? `baris ${line}, ` : ''}${found.pesan}` : ''}`;
  }

  sync() {
    const { teks, kunci } = this.naskah;
    this.dasar = teks;
    this.windows = teks.includes('\r\n');
    const plain = teks.replaceAll('\r\n', '\n');
    this.input.disabled = Boolean(kunci);
    this.note.textContent = '';
    if (this.input.value === plain) return;
    const [start, top] = [this.input.selectionStart, this.input.scrollTop];
    this.input.value = plain;
    if (document.activeElement === this.input) this.input.setSelectionRange(start, start);
    this.input.scrollTop = top;
  }
}
