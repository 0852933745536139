// Changes of lists, one after the other. What is pressed, typed or pasted while one is on its way is kept, and done where
// the focus stands when it has come: at the item that it was meant for, whatever its place is then.

import { kabarkan } from './dom.js';

const SUNTING = ['Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Tab', 'Enter'];

export class Susunan {
  constructor(form) {
    this.form = form;
    // What waits; nothing while no change is on its way.
    this.tahan = null;
    const { box } = form;
    box.addEventListener('keydown', (event) => this.tombol(event), true);
    box.addEventListener('beforeinput', (event) => this.ketikan(event), true);
    box.addEventListener('paste', (event) => this.tempelan(event), true);
    for (const name of ['mousedown', 'click']) box.addEventListener(name, (event) => this.klik(event), true);
  }

  // Does `work` when all before it is saved. It sends its changes and gives the place that has the focus then.
  async giliran(work) {
    const { naskah } = this.form;
    if (this.tahan) return false;
    if (this.form.bentrok.ada.size) {
      kabarkan('Pilih dahulu isi bagian yang diubah di tempat lain.', true);
      return false;
    }
    this.tahan = [];
    this.asal = document.activeElement;
    const asing = naskah.asing;
    let place = null;
    try {
      await naskah.lunas();
      if (naskah.asing === asing) place = await work();
      else kabarkan('Naskah ini baru saja diubah di tempat lain; lihat isi terbarunya, lalu ulangi.', true);
    } finally {
      const held = this.tahan;
      this.tahan = null;
      if (place) this.lepas(held);
      else this.batal(held);
    }
    return Boolean(place);
  }

  // Words that have no place are told, not lost.
  batal(held) {
    const words = held.map((one) => one.teks ?? one.tempel ?? '').join('');
    // What else was pressed is not done either, which is seen.
    if (words.trim()) kabarkan(`Perubahan susunan tidak jadi, maka ini tidak ditulis: "${words}"`, true);
  }

  // What comes from another field than the one that the change began at is that field's.
  simpan(one, { target }) {
    const other = target !== this.asal && target.dataset?.jalan;
    this.tahan.push(other ? { ...one, pada: target, pilihan: [target.selectionStart, target.selectionEnd] } : one);
  }

  ke({ pada, pilihan: [from, to] }) {
    const there = this.form.pindahan(pada, 1);
    const input = there && this.form.input(there);
    input?.focus();
    if (Number.isInteger(from) && input?.setSelectionRange) input.setSelectionRange(from, to);
    return Boolean(input);
  }

  tombol(event) {
    if (!this.tahan || event.ctrlKey || event.metaKey) return;
    const { key, altKey, shiftKey } = event;
    if (key.length === 1 && !altKey) this.simpan({ teks: key }, event);
    else if (SUNTING.includes(key)) this.simpan({ key, altKey, shiftKey }, event);
    else return;
    stop(event);
  }

  // A button is pressed for the item that it stands at, wherever that has gone.
  klik(event) {
    if (!this.tahan) return;
    stop(event);
    const pressed = event.type === 'click' && event.target.closest('button');
    if (pressed) this.tahan.push({ klik: pressed.title, input: pressed.closest('li')?.querySelector('[data-jalan]') });
  }

  tekanTombol({ klik, input }) {
    const there = klik && input && this.form.pindahan(input, 1);
    const item = there && this.form.input(there)?.closest('li');
    const found = [...(item?.querySelectorAll(':scope > .alat button') ?? [])].find((one) => one.title === klik);
    if (found) found.click();
    else kabarkan('Tombol itu ditekan selagi perubahan sebelumnya disimpan, maka belum dikerjakan; tekan lagi.', true);
  }

  ketikan(event) {
    if (!this.tahan) return;
    if (event.data) this.simpan({ teks: event.data }, event);
    stop(event);
  }

  tempelan(event) {
    if (!this.tahan) return;
    this.simpan({ tempel: event.clipboardData.getData('text/plain') }, event);
    stop(event);
  }

  // Does what was kept, in its order; what begins the next change leaves the rest to it.
  lepas(held) {
    let last = null;
    while (held.length > 0 && !this.tahan) {
      const one = held.shift();
      if (one.pada && one.pada !== last && !this.ke(one)) return this.batal([one, ...held]);
      last = one.pada ?? last;
      const input = document.activeElement;
      const typed = this.form.box.contains(input) && input.setRangeText && input.dataset.jalan;
      if (one.klik !== undefined) this.tekanTombol(one);
      else if (one.key) this.tekan(one, input, typed);
      else if (!typed) return this.batal([one, ...held]);
      else if (one.teks !== undefined) tulis(input, one.teks);
      else this.form.rekat(input, one.tempel);
    }
    if (this.tahan) this.tahan.push(...held);
    return null;
  }

  tekan({ key, altKey, shiftKey }, input, typed) {
    const event = new KeyboardEvent('keydown', { key, altKey, shiftKey, bubbles: true, cancelable: true });
    if (!input?.dispatchEvent(event) || altKey) return;
    if (key === 'Tab') return this.tab(input, shiftKey ? -1 : 1);
    if (!typed) return;
    const { selectionStart: from, selectionEnd: to, value } = input;
    const caret = { ArrowLeft: Math.max(0, from - 1), ArrowRight: to + 1, Home: 0, End: value.length }[key];
    if (caret !== undefined) input.setSelectionRange(caret, caret);
    else if (key === 'Backspace') tulis(input, '', from === to ? Math.max(0, from - 1) : from, to);
    else if (key === 'Delete') tulis(input, '', from, from === to ? to + 1 : to);
  }

  tab(input, step) {
    const all = [...this.form.box.querySelectorAll('input, textarea, select, button')].filter((one) => !one.disabled && one.tabIndex >= 0);
    all[all.indexOf(input) + step]?.focus();
  }
}

function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}

function tulis(input, text, from = input.selectionStart, to = input.selectionEnd) {
  input.setRangeText(text, from, Math.min(to, input.value.length), 'end');
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
