//! The commands, a folder each: a job in, an outcome out.

pub mod aturan;
pub mod beda;
pub mod daftar;
pub mod ekstrak;
pub mod jdih;
pub mod perbarui;
pub mod periksa;
pub mod petikan;
pub mod salinan;
pub mod susun;
pub mod tabel;
pub mod terbit;
pub mod verifikasi;
