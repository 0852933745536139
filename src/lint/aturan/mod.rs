//! The rules, a folder a family: K1 structure, K2 Menimbang, K3 Mengingat, K4 names and years, K5 language, K6 lists
//! and tables, K7 signing.
//!
//! What follows is written by the test `rules_are_listed` from the files there are.

mod daftar {
    pub mod baris_berulang;
    pub mod bulan_dua_cara;
    pub mod huruf_awal_butir;
    pub mod jumlah_tidak_cocok;
    pub mod nomor_loncat;
    pub mod penanggung_jawab_lain;
    pub mod penomoran_campur;
    pub mod satu_butir;
    pub mod sel_kosong;
    pub mod sel_sama;
    pub mod tanda_baca_butir;
    pub mod target_bukan_waktu;
    pub mod target_di_luar_tahun;
    pub mod tidak_sejajar;
}
mod nama {
    pub mod kabupaten_kota_tertukar;
    pub mod kantor_lain;
    pub mod kode_wilayah_beda;
    pub mod nama_keputusan_beda;
    pub mod periode_berakhir;
    pub mod tahun_lampau;
    pub mod tahun_mendatang;
    pub mod tahun_nama_beda;
    pub mod tempat_beda;
}
mod struktur {
    pub mod lampiran_tidak_ada;
    pub mod lampiran_tidak_disebut;
}
mod tanda_tangan {
    pub mod bukan_pejabat;
    pub mod hari_libur;
    pub mod jabatan_beda;
    pub mod koma_jabatan;
    pub mod nama_bergelar;
    pub mod nama_tidak_kapital;
    pub mod tahun_tanggal;
}

use super::Rule;

/// Every rule, by code.
pub static RULES: &[&Rule] = &[
    &struktur::lampiran_tidak_ada::RULE,
    &struktur::lampiran_tidak_disebut::RULE,
    &nama::nama_keputusan_beda::RULE,
    &nama::tahun_lampau::RULE,
    &nama::periode_berakhir::RULE,
    &nama::tahun_mendatang::RULE,
    &nama::tahun_nama_beda::RULE,
    &nama::kantor_lain::RULE,
    &nama::kabupaten_kota_tertukar::RULE,
    &nama::tempat_beda::RULE,
    &nama::kode_wilayah_beda::RULE,
    &daftar::tanda_baca_butir::RULE,
    &daftar::huruf_awal_butir::RULE,
    &daftar::tidak_sejajar::RULE,
    &daftar::penomoran_campur::RULE,
    &daftar::sel_kosong::RULE,
    &daftar::target_bukan_waktu::RULE,
    &daftar::target_di_luar_tahun::RULE,
    &daftar::bulan_dua_cara::RULE,
    &daftar::jumlah_tidak_cocok::RULE,
    &daftar::nomor_loncat::RULE,
    &daftar::sel_sama::RULE,
    &daftar::baris_berulang::RULE,
    &daftar::penanggung_jawab_lain::RULE,
    &daftar::satu_butir::RULE,
    &tanda_tangan::hari_libur::RULE,
    &tanda_tangan::tahun_tanggal::RULE,
    &tanda_tangan::nama_bergelar::RULE,
    &tanda_tangan::koma_jabatan::RULE,
    &tanda_tangan::bukan_pejabat::RULE,
    &tanda_tangan::nama_tidak_kapital::RULE,
    &tanda_tangan::jabatan_beda::RULE,
];
