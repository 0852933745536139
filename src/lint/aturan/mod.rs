//! The rules, a folder a family: K1 structure, K2 Menimbang, K3 Mengingat, K4 names and years, K5 language, K6 lists
//! and tables, K7 signing.
//!
//! What follows is written by the test `rules_are_listed` from the files there are.

mod struktur {
    pub mod diktum_huruf_kecil;
    pub mod lampiran_tidak_ada;
    pub mod lampiran_tidak_disebut;
    pub mod mulai_berlaku_keliru;
    pub mod mulai_berlaku_tidak_terakhir;
    pub mod pasal_dalam_keputusan;
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
    &struktur::pasal_dalam_keputusan::RULE,
    &struktur::diktum_huruf_kecil::RULE,
];
