//! The rules, a folder a family: K1 structure, K2 Menimbang, K3 Mengingat, K4 names and years, K5 language, K6 lists
//! and tables, K7 signing.
//!
//! What follows is written by the test `rules_are_listed` from the files there are.

mod bahasa {
    pub mod angka_satuan;
    pub mod asing_tegak;
    pub mod dan_atau;
    pub mod di_ke_terpisah;
    pub mod dua_tulisan;
    pub mod kapital_partikel;
    pub mod kata_ganda;
    pub mod kata_tak_dikenal;
    pub mod kata_tidak_baku;
    pub mod koma_seri;
    pub mod kurung_kutip;
    pub mod nama_diri_huruf_kecil;
    pub mod salah_ketik;
    pub mod singkatan_tak_dipanjangkan;
    pub mod spasi;
    pub mod tanda_baca_ganda;
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
    &bahasa::spasi::RULE,
    &bahasa::tanda_baca_ganda::RULE,
    &bahasa::kapital_partikel::RULE,
    &bahasa::undang_undang::RULE,
    &bahasa::asing_tegak::RULE,
    &bahasa::singkatan_tak_dipanjangkan::RULE,
    &bahasa::nama_diri_huruf_kecil::RULE,
    &bahasa::dua_tulisan::RULE,
    &bahasa::koma_seri::RULE,
    &bahasa::dan_atau::RULE,
    &bahasa::di_ke_terpisah::RULE,
    &bahasa::kurung_kutip::RULE,
    &bahasa::angka_satuan::RULE,
];
