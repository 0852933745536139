// The office's own data: its seat, its emblem, who signs.

import { button, dialog, el, field, fill, galat, kabarkan } from './dom.js';
import { send } from './api.js';
import { Formulir } from './formulir.js';
import { Naskah } from './naskah.js';
import { Yaml } from './yaml.js';

const SEBAGAI = [['', 'pejabat tetap'], ['plh', 'pelaksana harian (Plh.)'], ['plt', 'pelaksana tugas (Plt.)']];

class Kantor extends Formulir {
  parts() {
    const { pohon } = this.naskah;
    const people = Object.keys(pohon.pejabat ?? {});
    return [
      el('div', { class: 'sebaris' }, this.teks('Badan', ['badan'], { kind: 'input' }), this.teks('Wilayah', ['wilayah'], { kind: 'input' }),
        this.teks('Tempat kedudukan', ['tempat'], { kind: 'input' })),
      this.lambang(pohon.lambang),
      el('h2', {}, 'Pejabat'),
      people.map((id) => this.orang(id, people)),
      el('div', { class: 'tindakan kiri-rata' }, button('Tambah pejabat …', () => this.tambah())),
    ];
  }

  orang(id, people) {
    const place = (key) => ['pejabat', id, key];
    const { jabatan, nama } = this.naskah.pohon.pejabat[id] ?? {};
    const others = [['', 'tidak'], ...people.filter((one) => one !== id).map((one) => [one, one])];
    return el('fieldset', { class: 'satu-lampiran' }, el('legend', {}, id),
      el('div', { class: 'sebaris' }, this.teks('Jabatan', place('jabatan'), { kind: 'input' }), this.teks('Nama, tanpa gelar', place('nama'), { kind: 'input' })),
      el('div', { class: 'sebaris' }, this.teks('Sebagai', place('sebagai'), { kind: SEBAGAI }), this.teks('Atas nama (a.n.)', place('atas_nama'), { kind: others }),
        this.teks('Sejak', place('sejak'), { kind: 'input', type: 'date' }), this.teks('Sampai', place('sampai'), { kind: 'input', type: 'date' })),
      people.length > 1 && button('Hapus pejabat', () => this.hapus(['pejabat', id], nama ?? id), { 'aria-label': `Hapus pejabat ${jabatan ?? ''} ${nama ?? id}` }));
  }

  lambang(now) {
    const { box, input } = field('Lambang', { type: 'file', accept: '.png,.jpg,.jpeg,.svg,image/png,image/jpeg,image/svg+xml', hint: now ? `sekarang: ${now}` : 'PNG, JPG, atau SVG; selama kosong, tempatnya dibiarkan kosong' });
    input.addEventListener('change', async () => {
      const file = input.files[0];
      if (!file) return;
      try {
        const state = await send('/api/lambang', { berkas: this.naskah.berkas }, await file.arrayBuffer());
        if (state.pohon) this.naskah.take(state);
        kabarkan(state.pohon ? 'Lambang disimpan.' : state.temuan?.[0]?.pesan ?? 'Lambang tidak disimpan.', !state.pohon);
      } catch (error) {
        galat(error);
      }
    });
    return box;
  }

  async tambah() {
    const id = field('Sebutan pendek', { hint: 'huruf kecil, angka, tanda hubung: misalnya plh-ketua', required: true, pattern: '[a-z][a-z0-9-]*' });
    const jabatan = field('Jabatan', { required: true });
    const nama = field('Nama, tanpa gelar', { required: true });
    const choice = await dialog('Pejabat baru', el('div', {}, id.box, jabatan.box, nama.box), [['Batal', ''], ['Tambah', 'ya', true]]);
    if (choice !== 'ya') return;
    const isi = { jabatan: jabatan.input.value, nama: nama.input.value };
    await this.naskah.ubah({ apa: 'tambah', di: ['pejabat'], kunci: id.input.value.trim(), isi });
    this.fokus(['pejabat', id.input.value.trim(), 'nama']);
  }
}

export async function buka(main, words) {
  const naskah = new Naskah(words.get('berkas') ?? '');
  await naskah.muat();
  naskah.kantor = [];
  const status = el('span', { class: 'status' }, '');
  const box = el('div', {});
  const file = el('div', {});
  fill(main, el('div', { class: 'atas' }, el('h1', {}, 'Data kantor'), status, button('Urungkan', () => naskah.mundur('/api/urung')), button('Ulangi', () => naskah.mundur('/api/ulang'))),
    el('p', {}, el('a', { href: '#/meja' }, 'Kembali ke Meja')), el('div', { class: 'lembar lebar' }, box),
    el('details', {}, el('summary', {}, 'Berkas YAML kantor ini (tata halaman, aturan, dan isian lain)'), file));
  naskah.buka = () => { main.querySelector('details').open = true; };
  const tell = () => { status.textContent = naskah.bentrok || naskah.gagal ? 'Belum tersimpan' : naskah.tunda.size ? 'Menyimpan …' : 'Tersimpan'; };
  naskah.dengar(tell);
  new Kantor(naskah, box);
  new Yaml(naskah, file);
  tell();
  const source = naskah.ikuti();
  return () => { naskah.lunas(); source.close(); };
}
