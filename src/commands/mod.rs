//! The commands, a folder each: `pub struct Job`, and `pub fn run(job: &Job, run: Run) -> Outcome`. None names another.
//!
//! Written by a test from the folders there are: `UPDATE=1 cargo test --release --test naskah rumah`.

pub mod aturan;
pub mod baru;
pub mod batal;
pub mod beda;
pub mod daftar;
pub mod dasar;
pub mod ekstrak;
pub mod jdih;
pub mod jelaskan;
pub mod jenis;
pub mod kantor;
pub mod keadaan;
pub mod kelengkapan;
pub mod massal;
pub mod mulai;
pub mod perbarui;
pub mod periksa;
pub mod petikan;
pub mod register;
pub mod salinan;
pub mod serap;
pub mod skema;
pub mod susun;
pub mod tabel;
pub mod terbit;
pub mod tinjau;
pub mod verifikasi;
