// What changed between two decrees of the folder: told in words, and shown on pages.

import { button, el, field, fill, galat } from './dom.js';
import { get, post } from './api.js';
import { hasil } from './terbit.js';

export async function buka(main, words) {
  const data = await get('/api/meja');
  const files = [...data.konsep, ...data.terbit.baris.filter((one) => one.jenis === 'keputusan' && one.berkas)]
    .map((one) => [one.berkas, `${one.tentang || 'Tanpa nama'} (${one.berkas})`]);
  const [lama, baru] = ['lama', 'baru'].map((name) => field(`Naskah ${name}`, { kind: files, value: words.get(name) ?? files[0]?.[0] }));
  const answer = el('div', { 'aria-live': 'polite' });
  const ask = async (timpa) => {
    fill(answer, el('p', {}, 'Membandingkan …'));
    try {
      const made = await post('/api/beda', { lama: lama.input.value, baru: baru.input.value, timpa });
      fill(answer, hasil(made, 'Naskah bercoretan'), !made.berhasil && made.ringkasan && button('Ganti PDF yang sudah ada', () => ask(true)),
        el('pre', { class: 'jelas', tabindex: 0 }, made.ringkasan));
    } catch (error) {
      fill(answer);
      galat(error);
    }
  };
  fill(main, el('h1', {}, 'Bandingkan dua keputusan'),
    el('form', { class: 'lembar', onsubmit: (event) => { event.preventDefault(); ask(false); } }, lama.box, baru.box,
      el('div', { class: 'tindakan kiri-rata' }, el('button', { type: 'submit', class: 'utama' }, 'Bandingkan'))), answer);
}
