// What is asked of the server.

export class Gagal extends Error {
  constructor(status, pesan, lain) {
    super(pesan);
    this.status = status;
    this.lain = lain;
  }
}

async function answered(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Gagal(response.status, body.pesan ?? `galat ${response.status}`, body.lain);
  return body;
}

async function reach(address, options) {
  try {
    return await fetch(address, options);
  } catch {
    throw new Gagal(0, 'program naskah tidak menjawab; jalankan lagi `naskah buka`, lalu muat ulang halaman ini');
  }
}

export async function get(path, words = {}) {
  return answered(await reach(`${path}?${new URLSearchParams(words)}`));
}

export async function post(path, body) {
  const headers = { 'content-type': 'application/json' };
  return answered(await reach(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

export async function send(path, words, bytes) {
  const headers = { 'content-type': 'application/octet-stream' };
  return answered(await reach(`${path}?${new URLSearchParams(words)}`, { method: 'POST', headers, body: bytes }));
}
