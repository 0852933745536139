// The decree as a form, in its own order and words.

import { button, el, field, fill, kabarkan } from './dom.js';
import { Bentrok, tempat } from './bentrok.js';
import { Susunan } from './susun.js';
import { bersih } from './tempel.js';
import { butir } from './butir.js';
import { mengingat } from './mengingat.js';
import { lampiran } from './lampiran.js';

const LAIN = { kepala: 'Kepala', menetapkan: 'Menetapkan', petikan: 'Petikan', abstrak: 'Abstrak', apa_adanya: 'Apa adanya' };
const key = (jalan) => JSON.stringify(jalan);

export class Formulir {
  constructor(naskah, box) {
    this.naskah = naskah;
    this.box = box;
    // What was saved last from each field here, and what was typed last.
    this.milik = new Map();
    this.ketikan = new Map();
    this.bentrok = new Bentrok(this);
    this.susun = new Susunan(this);
    naskah.dengar((apa) => this.heard(apa));
    this.render();
  }

  heard(apa) {
    if (apa.bentuk) this.render();
    else if (apa.teks) this.sync();
    if (apa.hasil || apa.bentuk) this.printed();
    if (apa.hasil || apa.bentuk) this.mark();
    if (apa.teks) this.bentrok.ulang();
    if (apa.gagal && apa.body?.ubah?.apa === 'isi') this.bentrok.terima(apa.body.ubah, apa.gagal);
  }

  // A text that is bound to a place of the decree.
  teks(label, jalan, { kind = 'textarea', ...rest } = {}) {
    const value = this.naskah.at(jalan);
    const { box, input } = field(label, { kind, value: value ?? '', ...rest });
    this.bind(input, jalan);
    box.append(el('div', { class: 'sisip-temuan' }));
    return box;
  }

  bind(input, jalan) {
    const { naskah } = this;
    const own = key(jalan);
    input.dataset.jalan = own;
    input.disabled = Boolean(naskah.kunci);
    // What the person has seen; it is written over only where the file still says it.
    input.dasar = naskah.at(jalan) ?? null;
    const send = async () => {
      const teks = input.value;
      const lama = input.dasar;
      if (this.bentrok.has(own) || teks === (lama ?? '')) return null;
      input.dasar = teks;
      // A choice that is taken back leaves no empty field behind.
      const chosen = input.tagName === 'SELECT' || (input.type === 'date' && jalan.at(-1) !== 'tanggal');
      const sent = teks === '' && chosen ? naskah.ubah({ apa: 'hapus', di: jalan }) : naskah.ubah({ apa: 'isi', di: jalan, teks, lama });
      const made = await sent;
      if (made) this.milik.set(own, naskah.at(jalan) ?? null);
      if (input.dasar === teks) input.dasar = made ? naskah.at(jalan) ?? null : lama;
      return made;
    };
    input.addEventListener('input', () => {
      this.lihat(input);
      grow(input);
      this.ketikan.set(own, input.value);
      if (this.bentrok.ketik(own, input)) naskah.nanti(own, send);
    });
    input.addEventListener('change', () => naskah.lunas());
    input.addEventListener('focus', () => naskah.sorot?.(jalan));
    if (input.tagName === 'TEXTAREA') {
      input.rows = 1;
      input.spellcheck = false;
      // A text is one paragraph: the program breaks its lines.
      input.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
    }
    if (input.setRangeText && input.type !== 'date') {
      input.addEventListener('paste', (event) => {
        event.preventDefault();
        this.rekat(input, event.clipboardData.getData('text/plain'));
      });
    }
    return input;
  }

  // Marks without ink are taken out of what is typed or dropped, and named; line ends that come along become blanks.
  lihat(input) {
    const plain = (text) => (String(input.dasar ?? '').includes('\n') ? bersih(text).teks : bersih(text).teks.replace(/\s*\n\s*/g, ' '));
    const teks = plain(input.value);
    if (teks === input.value) return;
    const before = plain(input.value.slice(0, input.selectionStart ?? 0)).length;
    kabarkan(bersih(input.value).catatan || 'Ganti baris menjadi spasi: satu isian satu paragraf.');
    input.value = teks;
    input.setSelectionRange?.(before, before);
  }

  // Lines that are pasted go together; in a list each becomes an item. Marks without ink are left out.
  rekat(input, pasted) {
    const { teks, catatan } = bersih(pasted);
    if (catatan) kabarkan(catatan);
    const lines = teks.split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean);
    const put = (text) => {
      input.setRangeText(text, input.selectionStart, input.selectionEnd, 'end');
      input.dispatchEvent(new Event('input', { bubbles: true }));
    };
    if (lines.length < 2) return put(teks.replace(/[\r\n]+/g, ' '));
    if (!input.butir) return put(lines.join(' '));
    put(lines[0]);
    return this.tempel(input.butir, lines.slice(1), catatan);
  }

  tempel(jalan, lines, catatan) {
    const list = jalan.slice(0, -1);
    return this.susun.giliran(async () => {
      let at = jalan.at(-1);
      for (const isi of lines) {
        if (!(await this.naskah.susun({ apa: 'sisip', di: list, ke: at + 1, isi }))) return null;
        at += 1;
      }
      this.ujung([...list, at]);
      kabarkan(`${lines.length + 1} butir ditempel; huruf dan nomornya dibuat program.${catatan ? ` ${catatan}` : ''}`);
      return [...list, at];
    });
  }

  // Adds an item; the focus goes to it.
  sisip(di, ke, isi = '') {
    return this.susun.giliran(async () => {
      if (!(await this.naskah.susun({ apa: 'sisip', di, ke, isi }))) return null;
      this.ujung([...di, ke]);
      kabarkan(`Butir ${ke + 1} ditambahkan.`);
      return [...di, ke];
    });
  }

  hapus(di, apa = 'Butir') {
    return this.susun.giliran(async () => {
      if (!(await this.naskah.susun({ apa: 'hapus', di }))) return null;
      this.fokus(di) || this.fokus([...di.slice(0, -1), di.at(-1) - 1]) || this.box.querySelector('h2')?.focus();
      kabarkan(`${apa} dihapus; Ctrl+Z mengembalikannya.`);
      return di;
    });
  }

  pindah(di, ke) {
    return this.susun.giliran(async () => {
      const many = this.naskah.at(di.slice(0, -1)).length;
      if (ke < 0 || ke >= many) return di;
      if (!(await this.naskah.susun({ apa: 'pindah', di, ke }))) return null;
      const there = [...di.slice(0, -1), ke];
      this.ujung(there);
      kabarkan(`Butir sekarang pada urutan ${ke + 1} dari ${many}.`);
      return there;
    });
  }

  // An item becomes part of the one above it, or leaves the one that it is part of. `awal` is the word that items of the
  // outermost list begin with, and only they.
  dalam(di, apa, awal = '') {
    return this.susun.giliran(async () => {
      const { naskah } = this;
      if (apa === 'masuk' && !di.at(-1)) return kabarkan('Butir pertama tidak dapat dimasukkan: tidak ada butir di atasnya.') ?? di;
      if (apa === 'keluar' && di.at(-2) !== 'rincian') return kabarkan('Butir ini sudah pada tingkat terluar.') ?? di;
      if (!(await naskah.susun({ apa, di }))) return null;
      const above = [...di.slice(0, -1), di.at(-1) - 1, 'rincian'];
      const there = apa === 'masuk' ? [...above, naskah.at(above).length - 1] : [...di.slice(0, -3), di.at(-3) + 1];
      const place = typeof naskah.at(there) === 'string' ? there : [...there, 'teks'];
      const lama = naskah.at(place);
      const teks = awalan(lama, awal, apa === 'masuk', there.includes('rincian'));
      if (teks !== lama) await naskah.ubah({ apa: 'isi', di: place, teks, lama });
      this.sync();
      this.ujung(there);
      const word = teks === lama ? '' : ` Kata "${awal.trim()}" ${apa === 'masuk' ? 'dilepas dari' : 'ditambahkan pada'} awalnya.`;
      kabarkan((apa === 'masuk' ? 'Butir menjadi rincian butir di atasnya.' : 'Butir keluar satu tingkat.') + word);
      return there;
    });
  }

  // The input of a place, or of the text within it.
  input(jalan) {
    const all = [...this.box.querySelectorAll('[data-jalan]')];
    const own = (text) => all.find((one) => one.dataset.jalan === text);
    return own(key(jalan)) ?? own(key([...jalan, 'teks'])) ?? own(key([...jalan, 'id']));
  }

  fokus(jalan) {
    const input = this.input(jalan);
    input?.focus();
    return Boolean(input);
  }

  // Shows a place; where the form has no field for it, the nearest around it.
  tuju(jalan) {
    for (let at = [...jalan]; at.length > 0; at.pop()) {
      const input = this.input(at) ?? this.box.querySelector(`[data-bagian='${CSS.escape(key(at))}']`);
      if (!input) continue;
      input.scrollIntoView({ block: 'center' });
      input.focus({ preventScroll: true });
      return;
    }
  }

  // Puts the focus behind the last letter of a place.
  ujung(jalan) {
    if (!this.fokus(jalan)) return;
    const input = document.activeElement;
    if (input.setSelectionRange && input.type !== 'date') input.setSelectionRange(input.value.length, input.value.length);
  }

  // Brings the fields to what the file says; one that is being typed in is left alone.
  sync() {
    for (const input of this.box.querySelectorAll('[data-jalan]')) {
      const own = input.dataset.jalan;
      if (this.naskah.sibuk(own) || this.bentrok.has(own)) continue;
      input.dasar = this.naskah.at(JSON.parse(own)) ?? null;
      const value = String(input.dasar ?? '');
      if (input.value === value) continue;
      input.value = value;
      grow(input);
    }
  }

  // Where a field has gone: to the place that says what it said.
  pindahan(input, least) {
    const jalan = JSON.parse(input.dataset.jalan);
    return (this.naskah.at(jalan) ?? null) === input.dasar ? jalan : tempat(this.naskah.pohon, input.dasar, jalan[0], least);
  }

  // What was typed and not sent goes with its text, wherever that stands now.
  bawa(typed) {
    for (const old of typed) {
      const there = this.pindahan(old);
      const input = there && this.input(there);
      this.naskah.tunda.delete(old.dataset.jalan);
      if (!input) this.bentrok.tunjukkan(JSON.parse(old.dataset.jalan), old.value);
      else {
        input.value = old.value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }
  }

  render() {
    const { naskah, box } = this;
    const active = document.activeElement;
    const kept = box.contains(active) && active.dataset.jalan ? active : null;
    const caret = kept?.selectionStart;
    const typed = [...box.querySelectorAll('[data-jalan]')].filter((one) => naskah.tunda.has(one.dataset.jalan));
    const scroll = box.parentElement?.scrollTop;
    if (!naskah.pohon || Array.isArray(naskah.pohon) || typeof naskah.pohon !== 'object') {
      fill(box, el('p', {}, 'Berkas ini belum dapat dibaca sebagai YAML. Perbaiki pada lembar YAML; temuannya menyebut tempatnya.'),
        button('Buka lembar YAML', () => naskah.buka('yaml')));
      return;
    }
    fill(box, this.parts());
    box.querySelectorAll('textarea').forEach(grow);
    if (box.parentElement) box.parentElement.scrollTop = scroll;
    this.bawa(typed);
    const there = kept && (this.pindahan(kept) ?? (naskah.sibuk(kept.dataset.jalan) ? JSON.parse(kept.dataset.jalan) : null));
    if (there && this.fokus(there)) {
      const input = document.activeElement;
      if (Number.isInteger(caret) && input.setSelectionRange && input.type !== 'date') input.setSelectionRange(caret, caret);
    }
    this.printed();
    this.mark();
  }

  // What the program makes of the form: names of decisions, citations, the closing item.
  printed() {
    const { bagian = {}, diktum = [] } = this.naskah.hasil?.cetak ?? {};
    const put = (node, text) => { if (node.textContent !== text) node.textContent = text; };
    const bases = this.box.querySelectorAll('.kutipan');
    const same = bagian.mengingat?.length === bases.length;
    bases.forEach((node, at) => put(node, same && bagian.mengingat[at] !== this.naskah.at(['mengingat', at]) ? bagian.mengingat[at] : ''));
    this.box.querySelectorAll('[data-diktum]').forEach((node) => put(node, diktum[node.dataset.diktum] ?? `${Number(node.dataset.diktum) + 1}`));
    const closing = this.box.querySelector('.buatan');
    const all = bagian.menimbang ?? [];
    if (closing) put(closing, all.length > Number(closing.dataset.butir) ? `Butir penutup dibuat program: ${all.at(-1)}` : '');
  }

  parts() {
    const { naskah } = this;
    const { pohon } = naskah;
    const kantor = naskah.kantor.find((one) => one.id === pohon.kantor);
    const people = kantor?.pejabat.map((one) => [one.id, `${one.jabatan}: ${one.nama}`]);
    const pejabat = people ? { kind: [['', 'ketua (bawaan)'], ...people] } : { kind: 'input' };
    const day = /^(\d{4}-\d\d-\d\d)?$/.test(pohon.ditetapkan?.tanggal ?? '') ? 'date' : 'text';
    const others = Object.keys(LAIN).filter((name) => pohon[name] !== undefined && pohon[name] !== null);
    return [
      bagian('Judul', ['tentang'],
        el('p', { class: 'ringkas' }, `Jenis ${pohon.jenis}; ${kantor?.nama ?? pohon.kantor}`),
        this.teks('Tentang', ['tentang'], { hint: 'nama keputusan, cukup di sini' }),
        el('div', { class: 'sebaris' },
          this.teks('Nomor', ['nomor'], { kind: 'input', hint: 'kosong: diisi saat terbit' }),
          this.teks('Tahun', ['tahun'], { kind: 'input' }),
          this.teks('Penanda tangan', ['pejabat'], pejabat))),
      bagian('Menimbang', ['menimbang'], this.menimbang()),
      bagian('Mengingat', ['mengingat'], mengingat(this, ['mengingat'])),
      this.maybe('Memperhatikan', 'memperhatikan', (jalan) => butir(this, jalan, { tanda: 'angka' })),
      bagian('Menetapkan', ['diktum'], butir(this, ['diktum'], { tanda: 'diktum' })),
      bagian('Penetapan', ['ditetapkan'], el('div', { class: 'sebaris' },
        this.teks('Ditetapkan di', ['ditetapkan', 'di'], { kind: 'input', hint: `kosong: ${kantor?.tempat ?? 'kedudukan kantor'}` }),
        this.teks('Tanggal', ['ditetapkan', 'tanggal'], { kind: 'input', type: day, hint: 'kosong: diisi saat terbit' }))),
      this.maybe('Tembusan', 'tembusan', (jalan) => butir(this, jalan, { tanda: 'angka', dalam: false })),
      bagian('Lampiran', ['lampiran'], lampiran(this)),
      this.maybe('Subjek untuk JDIH', 'subjek', (jalan) => butir(this, jalan, { tanda: 'angka', dalam: false })),
      others.length > 0 && bagian('Isian lain', ['kepala'],
        el('p', {}, `Diubah pada lembar YAML: ${others.map((name) => LAIN[name]).join(', ')}.`)),
    ];
  }

  menimbang() {
    const long = !Array.isArray(this.naskah.pohon.menimbang) && this.naskah.pohon.menimbang;
    const jalan = long ? ['menimbang', 'butir'] : ['menimbang'];
    const own = this.naskah.at(jalan)?.length ?? 0;
    return [butir(this, jalan, { tanda: 'huruf', awal: 'bahwa ' }), el('p', { class: 'buatan', dataset: { butir: own } })];
  }

  // A part that a decree need not have.
  maybe(name, key, body) {
    const there = this.naskah.pohon[key] !== undefined && this.naskah.pohon[key] !== null;
    if (there) return bagian(name, [key], body([key]));
    return el('p', { class: 'tambah-bagian' }, button(`Tambah ${name}`, () => this.sisip([key], 0), { disabled: Boolean(this.naskah.kunci) }));
  }

  // Puts every finding at its field.
  mark() {
    this.box.querySelectorAll('.di-tempat').forEach((one) => one.remove());
    this.box.querySelectorAll('[aria-invalid]').forEach((one) => one.removeAttribute('aria-invalid'));
    for (const one of this.naskah.hasil?.temuan ?? []) {
      if (!one.jalan) continue;
      const input = this.near(one.jalan);
      if (!input) continue;
      const note = el('p', { class: `di-tempat ${one.tingkat}` }, `${one.tingkat} ${one.kode}: ${one.pesan} `,
        one.obat && !this.naskah.kunci && button('Perbaiki', () => this.obati(one), { 'aria-label': `Perbaiki: ${one.pesan}` }));
      const place = input.closest('.isian')?.querySelector(':scope > .sisip-temuan') ?? input.parentElement;
      place.append(note);
      if (one.tingkat === 'galat' && input.dataset.jalan) input.setAttribute('aria-invalid', 'true');
    }
  }

  near(jalan) {
    for (let at = [...jalan]; at.length > 0; at.pop()) {
      const input = this.input(at);
      if (input) return input;
    }
    return null;
  }

  async obati(one) {
    await this.naskah.lunas();
    if (await this.naskah.kirim('/api/obat', { kode: one.kode, awal: one.awal })) kabarkan(`Diperbaiki: ${one.pesan}`);
  }
}

// A text with or without the word that items of the outermost list begin with.
function awalan(text, awal, inward, nested) {
  if (!awal || typeof text !== 'string') return text;
  if (inward) return text.startsWith(awal) ? text.slice(awal.length) : text === awal.trim() ? '' : text;
  return nested || text.startsWith(awal.trim()) ? text : awal + text;
}

function bagian(name, jalan, ...inside) {
  const id = `b-${jalan.join('-')}`;
  return el('section', { 'aria-labelledby': id, class: 'bagian' },
    el('h2', { id, tabindex: -1, dataset: { bagian: key(jalan) } }, name), inside);
}

const fits = CSS.supports('field-sizing', 'content');

// A text area as high as its text.
export function grow(input) {
  if (fits || input.tagName !== 'TEXTAREA') return;
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight + 2}px`;
}
