// Texts that could not be saved: changed elsewhere while they were typed in here, or refused. A person says which one stays;
// until then the field keeps what is typed.

import { button, el, kabarkan } from './dom.js';

const key = (jalan) => JSON.stringify(jalan);

export class Bentrok {
  constructor(form) {
    this.form = form;
    this.ada = new Map();
  }

  has(own) { return this.ada.has(own); }

  // An edit was refused, most often because its text is no longer the one that was seen.
  terima({ di, teks, lama }, gagal) {
    const { naskah } = this.form;
    const now = naskah.at(di) ?? null;
    if (now === teks) return null;
    const typed = this.form.ketikan.get(key(di)) ?? teks;
    if (!gagal.bentrok || naskah.kunci || now === lama) return this.tunjukkan(di, typed, gagal.message);
    // It is what was saved from here.
    if (this.form.milik.get(key(di)) === now && now !== lama) return naskah.ubah({ apa: 'isi', di, teks, lama: now });
    const there = tempat(naskah.pohon, lama, di[0]);
    if (there) return naskah.ubah({ apa: 'isi', di: there, teks, lama });
    return this.tunjukkan(di, typed);
  }

  // Shows both texts at the field, which stays as it is being typed in.
  tunjukkan(jalan, teks, pesan = '') {
    const own = key(jalan);
    const input = [...this.form.box.querySelectorAll('[data-jalan]')].find((one) => one.dataset.jalan === own);
    if (!input) {
      this.ada.delete(own);
      this.hitung();
      return kabarkan(`Bagian yang sedang Anda tulis tidak ada lagi, maka ini tidak disimpan: "${teks}"`, true);
    }
    this.ada.set(own, { teks, pesan });
    this.hitung();
    if (input.value !== teks) input.value = teks;
    const box = input.closest('.isian') ?? input.parentElement;
    box.querySelector(':scope > .bentrok')?.remove();
    box.append(el('div', { class: 'bentrok', role: 'alert' },
      el('p', {}, pesan ? `Tulisan Anda di atas belum disimpan: ${pesan}. Salin dahulu bila perlu. Isi yang tersimpan terakhir:`
        : 'Bagian ini diubah di tempat lain. Tulisan Anda di atas belum disimpan. Isi terbarunya:'),
      el('blockquote', {}, String(this.form.naskah.at(jalan) ?? '(kosong)')),
      el('div', { class: 'tindakan kiri-rata' },
        button(pesan ? 'Coba simpan lagi' : 'Pakai tulisan saya', () => this.pilih(jalan, input, true)),
        button(pesan ? 'Buang tulisan saya' : 'Pakai isi terbaru', () => this.pilih(jalan, input, false)))));
    return null;
  }

  pilih(jalan, input, mine) {
    this.ada.delete(key(jalan));
    this.hitung();
    input.closest('.isian')?.querySelector(':scope > .bentrok')?.remove();
    input.dasar = this.form.naskah.at(jalan) ?? null;
    if (!mine) input.value = String(input.dasar ?? '');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.focus();
  }

  // After the fields were made anew, or the file has changed.
  ulang() { [...this.ada].forEach(([own, { teks, pesan }]) => this.tunjukkan(JSON.parse(own), teks, pesan)); }

  // What is typed in such a field; whether it is to be sent: again and again where it was refused, not where it would write over.
  ketik(own, input) {
    const one = this.ada.get(own);
    if (!one) return true;
    one.teks = input.value;
    if (!one.pesan) return false;
    this.ada.delete(own);
    this.hitung();
    input.closest('.isian')?.querySelector(':scope > .bentrok')?.remove();
    return true;
  }

  hitung() {
    this.form.naskah.bentrok = this.ada.size;
    this.form.naskah.kata({});
  }
}

// The only place of a text in a part of the decree; none where it stands at several, or says too little to be known by.
export function tempat(tree, text, part, least = 8) {
  if (typeof text !== 'string' || text.trim().length < least) return null;
  const found = [];
  const walk = (node, jalan) => {
    if (node === text) found.push(jalan);
    else if (Array.isArray(node)) node.forEach((one, at) => walk(one, [...jalan, at]));
    else if (node !== null && typeof node === 'object') Object.entries(node).forEach(([name, one]) => walk(one, [...jalan, name]));
  };
  walk(tree?.[part], [part]);
  return found.length === 1 ? found[0] : null;
}
