//! Every integration test in one binary, so that the typesetter is linked only once. How to add a test: README.md.

mod support;

mod bentuk;
mod cases;
mod dokumen;
mod keputusan;
mod pdf;
mod perintah;
mod rumah;
mod sifat;
mod tabel;
