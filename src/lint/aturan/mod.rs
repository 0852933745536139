//! The rules, a folder a family: K1 structure, K2 Menimbang, K3 Mengingat, K4 names and years, K5 language, K6 lists
//! and tables, K7 signing.
//!
//! What follows is written by the test `rules_are_listed` from the files there are.

mod mengingat {
    pub mod akhir_butir;
    pub mod bagian_kutipan_tidak_ada;
    pub mod bentuk_kutipan;
    pub mod bukan_peraturan;
    pub mod dasar_belum_ada;
    pub mod dasar_ganda;
    pub mod judul_beda;
    pub mod koma_terakhir;
    pub mod lembaran_beda;
    pub mod lembaran_tak_wajar;
    pub mod nomor_bukan_judulnya;
    pub mod perubahan_di_samping_induk;
    pub mod perubahan_ke_berapa;
    pub mod perubahan_sebagai_dasar;
    pub mod perubahan_terakhir;
    pub mod sudah_dicabut;
    pub mod tanpa_lembaran;
    pub mod telah_diubah_keliru;
    pub mod urutan;
}
mod struktur {
    pub mod lampiran_tidak_ada;
    pub mod lampiran_tidak_disebut;
}

use super::Rule;

/// Every rule, by code.
pub static RULES: &[&Rule] = &[
    &struktur::lampiran_tidak_ada::RULE,
    &struktur::lampiran_tidak_disebut::RULE,
    &mengingat::urutan::RULE,
    &mengingat::dasar_ganda::RULE,
    &mengingat::perubahan_di_samping_induk::RULE,
    &mengingat::sudah_dicabut::RULE,
    &mengingat::perubahan_sebagai_dasar::RULE,
    &mengingat::telah_diubah_keliru::RULE,
    &mengingat::tanpa_lembaran::RULE,
    &mengingat::lembaran_beda::RULE,
    &mengingat::lembaran_tak_wajar::RULE,
    &mengingat::judul_beda::RULE,
    &mengingat::nomor_bukan_judulnya::RULE,
    &mengingat::bagian_kutipan_tidak_ada::RULE,
    &mengingat::bentuk_kutipan::RULE,
    &mengingat::perubahan_terakhir::RULE,
    &mengingat::perubahan_ke_berapa::RULE,
    &mengingat::dasar_belum_ada::RULE,
    &mengingat::koma_terakhir::RULE,
    &mengingat::bukan_peraturan::RULE,
    &mengingat::akhir_butir::RULE,
];
