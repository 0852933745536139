//! The rules, a folder a family: K1 structure, K2 Menimbang, K3 Mengingat, K4 names and years, K5 language, K6 lists
//! and tables, K7 signing.
//!
//! What follows is written by the test `rules_are_listed` from the files there are.

mod bahasa {
    pub mod dan_atau;
    pub mod di_ke_terpisah;
    pub mod kata_ganda;
    pub mod kata_tak_dikenal;
    pub mod kata_tidak_baku;
    pub mod salah_ketik;
    pub mod undang_undang;
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
    &bahasa::salah_ketik::RULE,
    &bahasa::kata_tak_dikenal::RULE,
    &bahasa::kata_tidak_baku::RULE,
    &bahasa::kata_ganda::RULE,
    &bahasa::undang_undang::RULE,
    &bahasa::dan_atau::RULE,
    &bahasa::di_ke_terpisah::RULE,
];
