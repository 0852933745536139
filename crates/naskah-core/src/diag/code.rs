//! The list of message codes: one line a code, so that no two findings share one.

use std::fmt;

macro_rules! codes {
    ($($konst:ident $id:literal $name:literal $meaning:literal;)*) => {
        /// The kind of a finding: a stable short code and a name that says the defect.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub struct Code {
            /// Stable code, such as `N103`.
            pub id: &'static str,
            /// Name of the defect, such as `kunci-tak-dikenal`.
            pub name: &'static str,
            /// What it means, one sentence without a full stop.
            pub meaning: &'static str,
        }

        impl Code {
            $(#[doc = $meaning] pub const $konst: Code = Code { id: $id, name: $name, meaning: $meaning };)*

            /// Every code, in order.
            pub const ALL: &'static [Code] = &[$(Code::$konst),*];
        }
    };
}

codes! {
    // N0xx: the run itself
    BERKAS "N001" "berkas-tak-terbaca" "berkas masukan tidak dapat dibaca";
    TULIS "N002" "tidak-dapat-menulis" "hasil tidak dapat ditulis";
    SUDAH_ADA "N003" "hasil-sudah-ada" "berkas tujuan sudah ada dan isinya lain";
    PERINTAH "N004" "perintah-keliru" "pilihan pada baris perintah tidak dapat dipakai bersama";
    INTERNAL "N005" "kesalahan-program" "program gagal pada tahap yang seharusnya tidak dapat gagal";
    TAK_DITAMPILKAN "N006" "temuan-tak-ditampilkan" "temuan setingkat terlalu banyak sehingga selebihnya hanya dihitung";
    // N1xx: the YAML text
    YAML "N101" "yaml-rusak" "susunan YAML tidak dapat dibaca";
    UKURAN "N102" "berkas-terlalu-besar" "berkas melebihi batas ukuran, atau naskah melebihi memori yang tersedia";
    KUNCI "N103" "kunci-tak-dikenal" "kunci tidak dikenal di tempat itu";
    KUNCI_GANDA "N104" "kunci-ganda" "kunci ditulis dua kali";
    WAJIB "N105" "isian-wajib-kosong" "isian yang wajib tidak ada atau kosong";
    TIPE "N106" "jenis-isian-salah" "isian berbentuk lain daripada yang diminta";
    NILAI "N107" "nilai-tak-sah" "isian tidak dapat dibaca sebagai nilai yang diminta";
    ALIAS "N108" "alias-yaml" "jangkar, alias, dan tag YAML tidak dipakai dalam naskah";
    AKSARA "N109" "aksara-terlarang" "teks memuat aksara kendali yang tidak dapat dicetak";
    UTF8 "N110" "bukan-utf8" "berkas tidak tersimpan sebagai UTF-8";
    DALAM "N111" "terlalu-dalam" "susunan bertingkat melebihi batas";
    CATATAN "N112" "teks-menjadi-catatan" "teks sesudah # terbaca sebagai catatan YAML dan tidak dicetak";
    BUTIR_TERTELAN "N115" "butir-tertelan" "butir yang terlalu menjorok terbaca sebagai lanjutan teks di atasnya";
    CATATAN_TERCETAK "N116" "catatan-tercetak" "baris yang diawali # di dalam teks ikut tercetak";
    BUKAN_TULISAN "N117" "bukan-tulisan" "nama berkas atau tanda laman web tercetak seperti yang diketik";
    // N2xx: what the decree refers to
    JENIS "N201" "jenis-tak-dikenal" "jenis keputusan tidak dikenal";
    KANTOR "N202" "kantor-tak-dikenal" "kantor tidak ada dalam data";
    PEJABAT "N203" "pejabat-tak-dikenal" "pejabat tidak ada dalam profil kantor";
    DASAR "N204" "dasar-hukum-tak-dikenal" "dasar hukum tidak ada dalam data";
    GAMBAR "N206" "gambar-tak-terbaca" "berkas gambar tidak ada, di luar akar, atau rusak";
    DATA "N207" "data-rusak" "berkas data tidak dapat dipakai";
    BELUM_PASTI "N208" "nomor-belum-pasti" "nomor lembaran belum terverifikasi atau tidak ada dalam data, dan tidak dicetak";
    // N3xx: the decree itself
    BELUM_BERNOMOR "N301" "belum-bernomor" "nomor atau tanggal masih kosong";
    KOLOM "N304" "jumlah-kolom" "jumlah sel tidak sama dengan jumlah kolom";
    GABUNG "N305" "gabungan-sel" "tanda gabung sel tidak pada tempatnya";
    BILANGAN "N306" "bukan-bilangan" "isi kolom bilangan bukan bilangan";
    TINGKAT "N307" "rincian-terlalu-dalam" "rincian melebihi empat tingkat";
    BANYAK_DIKTUM "N308" "diktum-terlalu-banyak" "diktum melebihi urutan yang ada namanya";
    LEBAR "N309" "lebar-kolom" "lebar kolom tetap melebihi lebar halaman";
    BELUM_DITEMPATKAN "N310" "belum-ditempatkan" "teks yang diserap dari berkas lain belum ada tempatnya";
    // N4xx: the pages
    AKSARA_FON "N401" "aksara-tanpa-fon" "aksara tidak ada dalam huruf mana pun";
    FON "N402" "fon-tidak-ada" "huruf yang disebut profil kantor tidak ada";
    SUSUN "N403" "halaman-gagal-disusun" "halaman tidak dapat disusun";
    TEMPLAT "N404" "templat-gagal" "templat tidak dapat dijalankan";
    HILANG "N410" "teks-hilang" "teks keluar dari kertas sehingga tidak tercetak";
    KELUAR "N411" "teks-keluar" "teks keluar dari halaman, tepi, atau selnya";
    BERTINDIH "N412" "teks-bertindih" "teks tercetak di atas teks atau gambar lain";
    TERBELAH "N413" "bilangan-terbelah" "bilangan terbelah menjadi dua baris";
    UKURAN_HURUF "N414" "ukuran-huruf-berbeda" "huruf dalam satu kolom tabel berbeda besarnya karena kolomnya terlalu sempit";
    TERLALU_KECIL "N415" "huruf-terlalu-kecil" "huruf lebih kecil daripada yang dapat dibaca";
    RENGGANG "N416" "baris-renggang" "jarak antarkata pada satu baris terlalu lebar";
    SENDIRI "N417" "bagian-sendirian" "tanda tangan, pengesahan, judul, atau jumlah terpisah dari isinya";
    KOSONG "N418" "halaman-hampir-kosong" "halaman di tengah naskah hampir kosong";
    LABEL_HILANG "N419" "label-tidak-diulang" "baris tabel berlanjut di halaman lain tanpa label sel gabungannya";
    GAMBAR_SEMPIT "N420" "gambar-diperkecil" "gambar tercetak lebih kecil daripada lebar yang diminta, atau daripada yang muat pada halaman berarah lain";
    LEBAR_LAIN "N421" "lebar-kolom-lain" "kolom tabel tercetak dengan lebar lain daripada `lebar`-nya";
    KATA_DIPENGGAL "N422" "kata-dipenggal" "tabel terlalu padat: hurufnya sangat kecil, nama atau kata dalam banyak kolomnya dipenggal, atau angka terpisah dari satuannya";
    SALINAN_LAIN_HALAMAN "N423" "salinan-lain-halaman" "halaman salinan tidak berakhir seperti halaman naskah aslinya";
    // N5xx: what is said of the rules themselves
    ABAIKAN_ALASAN "N501" "abaikan-tanpa-alasan" "aturan diabaikan tanpa alasan";
    ABAIKAN_KODE "N502" "kode-aturan-tak-dikenal" "tidak ada aturan berkode itu";
    ABAIKAN_SISA "N503" "abaikan-tak-terpakai" "aturan yang diabaikan tidak menemukan apa pun di situ";
    // N6xx: the register, and what is made from it
    SUDAH_TERBIT "N601" "sudah-terbit" "keputusan atau nomornya sudah terbit";
    SUMBER_BERUBAH "N602" "sumber-berubah" "berkas sumber keputusan yang sudah terbit telah diubah";
    REGISTER_RUSAK "N603" "register-rusak" "register atau naskah yang dibekukan tidak utuh";
    NOMOR_LONCAT "N604" "nomor-kosong" "penomoran meninggalkan nomor yang belum dipakai";
    TANGGAL_MUNDUR "N605" "tanggal-mundur" "urutan tanggal tidak sejalan dengan urutan nomor";
    TAK_TERDAFTAR "N606" "tidak-terdaftar" "keputusan itu tidak ada dalam register";
    DIBATALKAN "N607" "dibatalkan" "keputusan itu sudah dibatalkan";
    SISA "N608" "penerbitan-terhenti" "penerbitan yang terhenti diselesaikan atau dibatalkan";
    ISIAN "N609" "isian-tak-dapat-ditulis" "nomor atau tanggal tidak dapat diisikan ke dalam berkas";
    SALINAN_BEDA "N610" "salinan-beda" "teks salinan tidak sama dengan teks naskah asli";
    ASLI_BEDA "N611" "asli-beda" "naskah asli yang dibuat ulang tidak sama dengan yang terbit";
    KUNCI_PETIKAN "N612" "kunci-petikan" "kunci petikan tidak menunjuk tepat satu baris, kolom, atau diktum";
    BELUM_DIPUTUSKAN "N613" "belum-diputuskan" "hal yang harus diputuskan orang masih ditandai dalam naskah";
    BELUM_DISETUJUI "N614" "belum-disetujui" "penerbitan menunggu persetujuan atau jawaban";
    TEMPAT_KOSONG "N615" "tempat-kosong" "naskah yang akan terbit masih memuat tempat yang harus diisi";
    SASARAN "N616" "sasaran-tak-cocok" "yang diubah atau dicabut tidak cocok dengan register";
    NOMOR_BENTUK "N617" "bentuk-nomor" "nomor ditulis dengan angka nol di depan";
    SASARAN_LUAR "N618" "sasaran-di-luar-register" "yang diubah atau dicabut tidak ada dalam register";
    REGISTER_KOSONG "N619" "register-kosong" "register belum memuat keputusan yang menurut data/keputusan sudah ditetapkan";
    SUDAH_BERUBAH "N620" "sudah-berubah" "keputusan yang disalin atau dipetik sudah diubah atau dicabut";
    PDF_BERBEDA "N621" "pdf-berbeda" "PDF tidak sama dengan yang dibuat dari sumber di dalamnya";
    PDF_TAK_DIPERIKSA "N622" "pdf-tak-dapat-diperiksa" "PDF tidak dapat dibandingkan dengan sumber di dalamnya";
    BUKAN_TERBIT "N623" "bukan-yang-terbit" "PDF bukan yang terbit dengan nomor atau sidik itu";
    TANPA_SUMBER "N624" "pdf-tanpa-sumber" "PDF tidak memuat sumber yang dapat dikeluarkan";
    PENGESAH_LAIN "N625" "pengesah-lain" "pengesah bukan yang ada dalam profil kantor saat terbit";
    SUBJEK_KOSONG "N630" "subjek-kosong" "subjek keputusan belum diisi untuk JDIH";
    ABSTRAK_OTOMATIS "N631" "abstrak-otomatis" "bagian abstrak belum diisi dan disusun dari naskah keputusan";
    ABSTRAK_PANJANG "N632" "abstrak-panjang" "abstrak melebihi satu halaman";
    NOMOR_GANDA "N633" "nomor-ganda" "dua konsep atau lebih memakai nomor yang sama";
    // N8xx: sheets of workbooks
    BUKU "N801" "buku-kerja-tak-terbaca" "buku kerja tidak ada, rusak, atau melebihi batas";
    LEMBAR "N802" "lembar-tak-ditemukan" "lembar atau tabel yang dimaksud tidak ada";
    KEPALA "N803" "kepala-kolom-tak-jelas" "kepala kolom tidak ditemukan pada lembar, atau ditemukan lebih dari sekali";
    TERSEMBUNYI "N804" "baris-tersembunyi" "lembar memuat baris tersembunyi";
    SEL "N805" "sel-tak-dapat-dipakai" "sel memuat rumus yang gagal atau isi yang tidak utuh";
    SANDI "N806" "pengodean-lama" "berkas teks tidak tersimpan sebagai UTF-8 dan dibaca sebagai Windows-1252";
    KUNCI_BARIS "N807" "kunci-baris" "kunci baris tidak dikenal, atau barisnya sudah berubah";
    TATA_BARIS "N808" "tata-baris" "jenis atau tingkat baris tidak pada tempatnya";
    TABEL_LUAR "N809" "tabel-di-luar" "tabel dibaca dari buku kerja lain";
    SERAP "N810" "berkas-tak-terserap" "berkas dari luar tidak dapat diserap menjadi naskah";
    // N83x: Word files that go out and come back
    WORD_KURANG "N830" "word-kurang" "ada bagian halaman yang tidak dapat dibuat dalam berkas Word";
    WORD_ASING "N831" "word-asing" "berkas Word tidak berasal dari susun, atau penanda tempatnya sudah hilang";
    BUKAN_DI_SINI "N832" "bukan-di-sini" "yang disunting di Word dibuat oleh program dan diubah di tempat lain";
    DUA_SISI "N833" "dua-sisi" "teks yang disunting di Word sudah berubah juga dalam YAML";
    SUNTINGAN "N834" "suntingan-tak-terbawa" "suntingan di Word tidak dapat dibawa ke dalam YAML";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}
