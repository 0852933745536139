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
mod menimbang {
    pub mod bukan_menetapkan;
    pub mod huruf_tidak_diulang;
    pub mod huruf_tidak_lengkap;
    pub mod maka_berlebih;
    pub mod menimbang_berakhir_titik;
    pub mod nama_penutup_beda;
    pub mod pada_huruf;
    pub mod pasal_dasar_tidak_di_mengingat;
    pub mod penutup_ganda;
    pub mod tanpa_bahwa;
    pub mod tanpa_kalimat_induk;
    pub mod tanpa_perlu_menetapkan;
}
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
    &menimbang::tanpa_bahwa::RULE,
    &menimbang::tanpa_kalimat_induk::RULE,
    &menimbang::bukan_menetapkan::RULE,
    &menimbang::maka_berlebih::RULE,
    &menimbang::huruf_tidak_diulang::RULE,
    &menimbang::pada_huruf::RULE,
    &menimbang::nama_penutup_beda::RULE,
    &menimbang::huruf_tidak_lengkap::RULE,
    &menimbang::pasal_dasar_tidak_di_mengingat::RULE,
    &menimbang::tanpa_perlu_menetapkan::RULE,
    &menimbang::menimbang_berakhir_titik::RULE,
    &menimbang::penutup_ganda::RULE,
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
