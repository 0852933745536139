//! The rules, a folder a family: K1 structure, K2 Menimbang, K3 Mengingat, K4 names and years, K5 language, K6 lists
//! and tables, K7 signing, K8 days, times, counts and amounts.
//!
//! What follows is written by the test `rules_are_listed` from the files there are.

mod angka {
    pub mod berlaku_mundur;
    pub mod cacah_beda;
    pub mod cacah_kelompok;
    pub mod calon_lain_baris;
    pub mod hari_pemungutan;
    pub mod identitas_pegawai;
    pub mod jumlah_dalam_kalimat;
    pub mod kata_bilangan;
    pub mod naskah_dua_sebutan;
    pub mod nilai_lampiran_beda;
    pub mod nomor_tanggal_beda;
    pub mod persen_beda;
    pub mod rentang_jadwal;
    pub mod rentang_waktu;
    pub mod tahun_jauh;
    pub mod tahun_pemilihan;
    pub mod tanggal_sesudah_keputusan;
    pub mod tenggat_lewat;
}
mod bahasa {
    pub mod angka_satuan;
    pub mod asing_tegak;
    pub mod bentuk_rujukan;
    pub mod dan_atau;
    pub mod di_ke_terpisah;
    pub mod dua_tulisan;
    pub mod garis_miring_timpang;
    pub mod gelar_tak_tepat;
    pub mod kalimat_tak_selesai;
    pub mod kapital_partikel;
    pub mod kapital_rujukan;
    pub mod kapital_tak_seragam;
    pub mod kata_ganda;
    pub mod kata_tak_dikenal;
    pub mod kata_tertukar;
    pub mod kata_tidak_baku;
    pub mod kepanjangan_beda;
    pub mod koma_anak_kalimat;
    pub mod koma_nyasar;
    pub mod koma_seri;
    pub mod kurung_kutip;
    pub mod milik_tanpa_pemilik;
    pub mod nama_diri_huruf_kecil;
    pub mod rumus_berubah;
    pub mod salah_ketik;
    pub mod seri_tanpa_dan;
    pub mod seri_tidak_sejajar;
    pub mod singkatan_berlebih;
    pub mod singkatan_dua_kali;
    pub mod singkatan_mirip;
    pub mod singkatan_tak_dipanjangkan;
    pub mod singkatan_tanpa_titik;
    pub mod spasi;
    pub mod susunan_kata;
    pub mod tanda_baca_ganda;
    pub mod tanggal_mustahil;
    pub mod teks_terpotong;
    pub mod undang_undang;
    pub mod ungkapan_rancu;
}
mod daftar {
    pub mod baris_berulang;
    pub mod baris_terpisah;
    pub mod bilangan_dua_cara;
    pub mod bilangan_jauh;
    pub mod bulan_dua_cara;
    pub mod huruf_awal_butir;
    pub mod jumlah_tidak_cocok;
    pub mod kata_hubung_di_awal;
    pub mod kelipatan_beda;
    pub mod kolom_tidak_sejajar;
    pub mod kunci_berulang;
    pub mod langkah_bukan_kegiatan;
    pub mod nomor_loncat;
    pub mod orang_dua_kali;
    pub mod penanggung_jawab_lain;
    pub mod penomoran_campur;
    pub mod satu_butir;
    pub mod sel_baris_lain;
    pub mod sel_kosong;
    pub mod sel_sama;
    pub mod tahun_berpisah;
    pub mod tanda_baca_butir;
    pub mod tanggal_tak_urut;
    pub mod target_bukan_waktu;
    pub mod target_di_luar_tahun;
    pub mod tidak_sejajar;
}
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
    pub mod peraturan_dalam_memperhatikan;
    pub mod perubahan_di_samping_induk;
    pub mod perubahan_ke_berapa;
    pub mod perubahan_sebagai_dasar;
    pub mod perubahan_terakhir;
    pub mod sudah_dicabut;
    pub mod tanpa_lembaran;
    pub mod telah_diubah_keliru;
    pub mod urutan;
}
mod menimbang {
    pub mod bukan_menetapkan;
    pub mod dua_kalimat;
    pub mod huruf_tidak_diulang;
    pub mod huruf_tidak_lengkap;
    pub mod maka_berlebih;
    pub mod menimbang_berakhir_titik;
    pub mod nama_penutup_beda;
    pub mod norma_dalam_menimbang;
    pub mod pada_huruf;
    pub mod pasal_dasar_tidak_di_mengingat;
    pub mod penutup_ganda;
    pub mod tanpa_bahwa;
    pub mod tanpa_kalimat_induk;
    pub mod tanpa_perlu_menetapkan;
}
mod nama {
    pub mod badan_tertukar;
    pub mod belum_ditinjau;
    pub mod istilah_lain;
    pub mod istilah_menyimpang;
    pub mod istilah_terpotong;
    pub mod jenjang_tertukar;
    pub mod judul_lampiran_beda;
    pub mod kabupaten_kota_tertukar;
    pub mod kantor_lain;
    pub mod kode_wilayah_beda;
    pub mod nama_dua_ejaan;
    pub mod nama_keputusan_beda;
    pub mod pangkat_golongan;
    pub mod periode_berakhir;
    pub mod satu_orang;
    pub mod tahun_lampau;
    pub mod tahun_mendatang;
    pub mod tahun_nama_beda;
    pub mod tempat_beda;
}
mod struktur {
    pub mod akhir_diktum;
    pub mod akhir_paragraf;
    pub mod bagian_sejudul_bab;
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
    pub mod nomor_bentuk_lama;
    pub mod pasal_dalam_keputusan;
    pub mod penanda_diketik;
    pub mod rahmat;
    pub mod rujukan_diktum_tidak_ada;
    pub mod rujukan_huruf_tidak_ada;
    pub mod rujukan_isi_lain;
    pub mod rujukan_ke_halaman;
    pub mod tanpa_mulai_berlaku;
    pub mod tempat_kosong;
    pub mod urutan_lampiran;
}
mod tanda_tangan {
    pub mod bukan_pejabat;
    pub mod hari_libur;
    pub mod jabatan_beda;
    pub mod koma_jabatan;
    pub mod nama_bergelar;
    pub mod nama_pejabat_beda;
    pub mod nama_tidak_kapital;
    pub mod pembuat_beda;
    pub mod tahun_tanggal;
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
    &struktur::akhir_diktum::RULE,
    &struktur::nomor_bentuk_lama::RULE,
    &struktur::tempat_kosong::RULE,
    &struktur::bagian_sejudul_bab::RULE,
    &struktur::rujukan_isi_lain::RULE,
    &struktur::urutan_lampiran::RULE,
    &struktur::akhir_paragraf::RULE,
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
    &menimbang::dua_kalimat::RULE,
    &menimbang::norma_dalam_menimbang::RULE,
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
    &mengingat::peraturan_dalam_memperhatikan::RULE,
    &nama::nama_keputusan_beda::RULE,
    &nama::tahun_lampau::RULE,
    &nama::periode_berakhir::RULE,
    &nama::tahun_mendatang::RULE,
    &nama::tahun_nama_beda::RULE,
    &nama::kantor_lain::RULE,
    &nama::kabupaten_kota_tertukar::RULE,
    &nama::tempat_beda::RULE,
    &nama::kode_wilayah_beda::RULE,
    &nama::istilah_terpotong::RULE,
    &nama::belum_ditinjau::RULE,
    &nama::jenjang_tertukar::RULE,
    &nama::judul_lampiran_beda::RULE,
    &nama::satu_orang::RULE,
    &nama::badan_tertukar::RULE,
    &nama::istilah_lain::RULE,
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
    &bahasa::kapital_tak_seragam::RULE,
    &bahasa::singkatan_tanpa_titik::RULE,
    &bahasa::ungkapan_rancu::RULE,
    &bahasa::milik_tanpa_pemilik::RULE,
    &bahasa::singkatan_berlebih::RULE,
    &bahasa::seri_tanpa_dan::RULE,
    &bahasa::kata_tertukar::RULE,
    &bahasa::garis_miring_timpang::RULE,
    &bahasa::teks_terpotong::RULE,
    &bahasa::kepanjangan_beda::RULE,
    &bahasa::kapital_rujukan::RULE,
    &bahasa::tanggal_mustahil::RULE,
    &bahasa::bentuk_rujukan::RULE,
    &bahasa::rumus_berubah::RULE,
    &bahasa::susunan_kata::RULE,
    &bahasa::kalimat_tak_selesai::RULE,
    &nama::nama_dua_ejaan::RULE,
    &nama::pangkat_golongan::RULE,
    &nama::istilah_menyimpang::RULE,
    &bahasa::seri_tidak_sejajar::RULE,
    &bahasa::koma_nyasar::RULE,
    &bahasa::singkatan_mirip::RULE,
    &bahasa::singkatan_dua_kali::RULE,
    &bahasa::gelar_tak_tepat::RULE,
    &bahasa::koma_anak_kalimat::RULE,
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
    &daftar::langkah_bukan_kegiatan::RULE,
    &daftar::kata_hubung_di_awal::RULE,
    &daftar::bilangan_dua_cara::RULE,
    &daftar::orang_dua_kali::RULE,
    &daftar::kunci_berulang::RULE,
    &daftar::kolom_tidak_sejajar::RULE,
    &daftar::sel_baris_lain::RULE,
    &daftar::tanggal_tak_urut::RULE,
    &daftar::baris_terpisah::RULE,
    &daftar::tahun_berpisah::RULE,
    &daftar::bilangan_jauh::RULE,
    &daftar::kelipatan_beda::RULE,
    &tanda_tangan::hari_libur::RULE,
    &tanda_tangan::tahun_tanggal::RULE,
    &tanda_tangan::nama_bergelar::RULE,
    &tanda_tangan::koma_jabatan::RULE,
    &tanda_tangan::bukan_pejabat::RULE,
    &tanda_tangan::nama_tidak_kapital::RULE,
    &tanda_tangan::jabatan_beda::RULE,
    &tanda_tangan::pembuat_beda::RULE,
    &tanda_tangan::nama_pejabat_beda::RULE,
    &angka::tanggal_sesudah_keputusan::RULE,
    &angka::berlaku_mundur::RULE,
    &angka::rentang_waktu::RULE,
    &angka::tahun_jauh::RULE,
    &angka::tahun_pemilihan::RULE,
    &angka::cacah_beda::RULE,
    &angka::jumlah_dalam_kalimat::RULE,
    &angka::kata_bilangan::RULE,
    &angka::nomor_tanggal_beda::RULE,
    &angka::naskah_dua_sebutan::RULE,
    &angka::identitas_pegawai::RULE,
    &angka::persen_beda::RULE,
    &angka::nilai_lampiran_beda::RULE,
    &angka::tenggat_lewat::RULE,
    &angka::hari_pemungutan::RULE,
    &angka::rentang_jadwal::RULE,
    &angka::calon_lain_baris::RULE,
    &angka::cacah_kelompok::RULE,
];
