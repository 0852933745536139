// What is about to be issued, then the original, then copies of it.

import { button, el, field, fill, galat, kabarkan, temuan } from './dom.js';
import { post } from './api.js';

export const pdf = (nama) => `/berkas?${new URLSearchParams({ nama })}`;

export class Terbit {
  constructor(naskah, box) {
    this.naskah = naskah;
    const now = new Date();
    const today = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
    this.hari = field('Tanggal penetapan', { type: 'date', value: today, hint: 'dipakai bila naskah belum bertanggal' });
    this.nomor = field('Nomor', { hint: 'kosong: nomor dalam naskah, atau nomor berikutnya yang belum dipakai' });
    this.answer = el('div', { 'aria-live': 'polite' });
    this.form = el('div', { class: 'lembar' }, this.hari.box, this.nomor.box,
      el('div', { class: 'tindakan kiri-rata' }, button('Lihat rencana penerbitan', () => this.plan(), { class: 'utama' })));
    this.untuk = field('Penerima petikan', { kind: 'textarea', hint: 'satu nama sebaris, seperti dalam tabel lampiran; kosong: semua' });
    this.oleh = pengesah(naskah.kantor.find((one) => one.id === naskah.pohon?.kantor), naskah.pohon?.salinan?.oleh);
    this.salin = el('div', { class: 'lembar' }, this.oleh.box,
      el('div', { class: 'tindakan kiri-rata' }, button('Buat salinan yang disahkan', () => this.copy('/api/salinan', {}, 'Salinan'))),
      this.untuk.box,
      el('div', { class: 'tindakan kiri-rata' },
        button('Buat petikan', () => this.copy('/api/petikan', { untuk: this.untuk.input.value }, 'Petikan')),
        button('Buat petikan dalam satu PDF', () => this.copy('/api/petikan', { untuk: this.untuk.input.value, gabung: true }, 'Petikan'))));
    fill(box, el('h2', {}, 'Terbit'), this.form, this.salin, this.answer);
    naskah.dengar(() => this.tampil());
    this.tampil();
  }

  tampil() {
    const issued = Boolean(this.naskah.kunci);
    this.form.hidden = issued;
    this.salin.hidden = !issued;
    this.hari.input.disabled = Boolean(this.naskah.pohon?.ditetapkan?.tanggal);
  }

  asked() {
    const own = this.naskah.pohon?.ditetapkan?.tanggal;
    return { berkas: this.naskah.berkas, tanggal: own ? '' : this.hari.input.value, nomor: this.nomor.input.value };
  }

  async plan() {
    await this.naskah.lunas();
    fill(this.answer, el('p', {}, 'Menyusun naskah asli …'));
    try {
      const asked = this.asked();
      const plan = await post('/api/rencana', asked);
      const line = plan.hasil[0];
      if (!plan.berhasil || !line) {
        return fill(this.answer, el('h3', {}, 'Belum dapat diterbitkan'), temuan(plan.temuan));
      }
      const codes = (line.keterangan ?? '').replace('harus dijawab: ', '').split(', ').filter(Boolean);
      // Each doubt is answered by itself.
      const doubts = codes.flatMap((code) => {
        const own = plan.temuan.filter((one) => one.kode === code);
        return own.length ? own.map((one) => [code, one.pesan]) : [[code, '']];
      });
      const checks = doubts.map(([code, pesan], at) => {
        const input = el('input', { type: 'checkbox', id: `setuju-${at}`, value: code });
        return { code, input, box: el('p', {}, input, el('label', { for: `setuju-${at}` }, ` ${code}${pesan && `, ${pesan}`}: sudah saya periksa dan memang demikian`)) };
      });
      const issue = button(`Terbitkan Nomor ${line.keputusan.nomor} Tahun ${line.keputusan.tahun}`, () => this.issue({ ...asked, rev: plan.rev }, line, checks, issue), { class: 'utama' });
      return fill(this.answer, el('h3', {}, 'Yang akan terjadi'), el('pre', { class: 'rencana', tabindex: 0 }, plan.produk),
        temuan(plan.temuan), checks.map((one) => one.box), el('div', { class: 'tindakan kiri-rata' }, issue));
    } catch (error) {
      fill(this.answer);
      return galat(error);
    }
  }

  // What was shown is issued, whatever the fields say by now.
  async issue(asked, line, checks, button) {
    const open = checks.filter((one) => !one.input.checked);
    if (open.length) {
      open[0].input.focus();
      return kabarkan(`${[...new Set(open.map((one) => one.code))].join(', ')} belum dijawab.`, true);
    }
    button.disabled = true;
    try {
      const made = await post('/api/terbit', { ...asked, nomor: line.keputusan.nomor, setujui: [...new Set(checks.map((one) => one.code))] });
      this.naskah.take(made.naskah);
      if (!made.berhasil) return fill(this.answer, el('h3', {}, 'Tidak diterbitkan'), temuan(made.temuan));
      const file = made.hasil[0].hasil;
      fill(this.answer, el('h3', {}, 'Sudah terbit'),
        el('p', {}, `Nomor ${line.keputusan.nomor} Tahun ${line.keputusan.tahun}. `, el('a', { href: pdf(file), target: '_blank' }, `Buka PDF asli (${file})`)),
        temuan(made.temuan));
      return kabarkan('Keputusan terbit.');
    } catch (error) {
      button.disabled = false;
      return galat(error);
    }
  }

  async copy(path, asked, name) {
    const tugas = crypto.randomUUID();
    const jauh = el('p', {}, `${name} sedang dibuat …`);
    const look = async (henti) => {
      const far = await post('/api/kemajuan', { tugas, henti }).catch(() => null);
      if (far?.dari > 1) fill(jauh, el('progress', { max: far.dari, value: far.sudah, 'aria-label': name }), ` ${far.sudah} dari ${far.dari} `, button('Hentikan', () => look(true), { class: 'kecil' }));
    };
    fill(this.answer, jauh);
    const timer = setInterval(look, 700);
    try {
      const made = await post(path, { berkas: this.naskah.berkas, oleh: this.oleh.input.value, tugas, ...asked });
      fill(this.answer, hasil(made, name));
      if (made.berhasil) kabarkan(`${name} dibuat.`);
    } catch (error) {
      fill(this.answer);
      galat(error);
    } finally {
      clearInterval(timer);
    }
  }
}

// Who certifies a copy: whom the decree names, otherwise one of the office.
export function pengesah(kantor, named) {
  const people = kantor?.pejabat ?? [];
  const own = people.find((one) => one.id === named) ?? people.find((one) => one.id === 'pengesah') ?? people.find((one) => /^kepala/i.test(one.jabatan));
  const choices = [['', named ? `menurut naskah (${named})` : 'menurut naskah'], ...people.map((one) => [one.id, `${one.jabatan}: ${one.nama}`])];
  return field('Pengesah salinan dan petikan', { kind: choices, value: named ? '' : own?.id ?? '' });
}

// What was made, with the way to it; or why it was not.
export function hasil(made, name) {
  if (!made.berhasil) return [el('h3', {}, `${name} tidak dibuat`), made.keterangan.map((text) => el('p', {}, text)), temuan(made.temuan)];
  const link = (one) => (/\.pdf$/.test(one.hasil) ? el('a', { href: pdf(one.hasil), target: '_blank' }, `Buka ${one.hasil}`) : one.hasil);
  return [el('h3', {}, `${name} dibuat`), made.hasil.map((one) => el('p', {}, link(one))), temuan(made.temuan)];
}
