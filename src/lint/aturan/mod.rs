//! The rules, a folder a family: K1 structure, K2 Menimbang, K3 Mengingat, K4 names and years, K5 language, K6 lists
//! and tables, K7 signing.
//!
//! What follows is written by the test `rules_are_listed` from the files there are.

mod struktur {
    pub mod bagian_tak_terpisahkan;
    pub mod butir_berulang;
    pub mod dicabut_tanpa_rumus;
    pub mod diktum_huruf_kecil;
    pub mod judul_bertanda;
    pub mod keputusan_ini;
    pub mod lampiran_tidak_ada;
    pub mod lampiran_tidak_disebut;
    pub mod menetapkan_tak_lengkap;
    pub mod mulai_berlaku_keliru;
    pub mod mulai_berlaku_tidak_terakhir;
    pub mod nama_berkapital;
    pub mod nama_diktum;
    pub mod pasal_dalam_keputusan;
    pub mod penanda_diketik;
    pub mod rahmat;
    pub mod rujukan_diktum_tidak_ada;
    pub mod rujukan_huruf_tidak_ada;
    pub mod rujukan_ke_halaman;
    pub mod tanpa_mulai_berlaku;
}

use super::Rule;

/// Every rule, by code.
pub static RULES: &[&Rule] = &[
    &struktur::lampiran_tidak_ada::RULE,
    &struktur::lampiran_tidak_disebut::RULE,
    &struktur::rujukan_diktum_tidak_ada::RULE,
    &struktur::rujukan_huruf_tidak_ada::RULE,
    &struktur::rujukan_ke_halaman::RULE,
    &struktur::tanpa_mulai_berlaku::RULE,
    &struktur::mulai_berlaku_keliru::RULE,
    &struktur::mulai_berlaku_tidak_terakhir::RULE,
    &struktur::rahmat::RULE,
    &struktur::penanda_diketik::RULE,
    &struktur::pasal_dalam_keputusan::RULE,
    &struktur::diktum_huruf_kecil::RULE,
    &struktur::nama_diktum::RULE,
    &struktur::bagian_tak_terpisahkan::RULE,
    &struktur::keputusan_ini::RULE,
    &struktur::dicabut_tanpa_rumus::RULE,
    &struktur::menetapkan_tak_lengkap::RULE,
    &struktur::judul_bertanda::RULE,
    &struktur::nama_berkapital::RULE,
    &struktur::butir_berulang::RULE,
];
