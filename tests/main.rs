//! Every integration test in one binary, so that the typesetter is linked only once. How to add a test: README.md.

mod support;

mod bentuk;
mod bidang;
mod bukti;
mod cases;
mod dokumen;
mod halaman;
mod isian;
mod keputusan;
mod pdf;
mod perbarui;
mod perintah;
mod rumah;
mod salinan;
mod sifat;
mod tabel;
mod ulang;
