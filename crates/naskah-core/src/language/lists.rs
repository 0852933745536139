//! The lists of words below `data/kata/daftar/`: what each is for, and whether a word stands in one.
//!
//! A list is one file, an entry a line; `#` begins a comment. Some lists hold pairs, written `jan: Januari`.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};

use regex::Regex;

use super::days::BULAN;
use super::words::has_word;

mod pola;

/// Names the lists: each variant with the name of its file, and what it is for.
macro_rules! word_lists {
    ($($(#[doc = $meaning:literal])+ $list:ident = $file:literal,)+) => {
        /// A list of words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum WordList {
            $($(#[doc = $meaning])+ $list,)+
        }

        impl WordList {
            /// Every list.
            pub const ALL: &[Self] = &[$(Self::$list),+];

            /// The name of its file without `.txt`: `pembuka-butir`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$list => $file,)+
                }
            }
        }
    };
}

word_lists! {
    /// Words of the looks of electronic signatures, besides who signed and when.
    TandaElektronik = "tanda-elektronik",
    /// Words that tell such a look from the text of a decree.
    PembukaTandaElektronik = "pembuka-tanda-elektronik",
    /// Fingerprints of the lines that programs for electronic signatures draw behind their words.
    GambarTandaElektronik = "gambar-tanda-elektronik",
    /// Words in which reasons of signing are given, besides those of its looks.
    AlasanElektronik = "alasan-tanda-elektronik",
    /// Words of the places where documents are signed, besides names and nouns of places.
    TempatElektronik = "tempat-tanda-elektronik",
    /// Words that no signer is named by, and that would change what a decree says.
    BukanPenandaTangan = "bukan-penanda-tangan",
    /// Months and days of the week as programs of other languages name them, with their names.
    NamaWaktuLain = "nama-waktu-lain",
    /// Posts and bodies other than those that sign decrees of the commission.
    PenandaTanganLain = "penanda-tangan-lain",
    /// Abbreviations of posts and offices, each with what it stands for.
    SingkatanJabatan = "singkatan-jabatan",
    /// Abbreviations of areas, each with its name.
    SingkatanWilayah = "singkatan-wilayah",
    /// Words of posts, of which a signature names none but its signer's.
    KataJabatan = "kata-jabatan",
    /// Words by which certificates name parts of the commission's offices.
    UnitKerja = "unit-kerja",
    /// What certificates may say of the body besides the decree's own office.
    InstansiSertifikat = "instansi-sertifikat",
    /// Sentences that stand on the looks of electronic signatures.
    KalimatElektronik = "kalimat-tanda-elektronik",
    /// Phrases in the texts of signatures that hold words which would be posts or bodies by themselves.
    FrasaElektronik = "frasa-tanda-elektronik",
    /// Words in front of a number or an address by which one is reached.
    KepalaKontak = "kepala-kontak",
    /// Words of addresses behind which figures are those of a house.
    KepalaAlamat = "kepala-alamat",
    /// Titles that stand with names, without their dots.
    GelarPenandaTangan = "gelar-penanda-tangan",
    /// Words that begin like active verbs and are none.
    BukanKataKerjaMe = "bukan-kata-kerja-me",
    /// Words that begin like passive verbs and are none.
    BukanKataKerjaDi = "bukan-kata-kerja-di",
    /// Words that say that a sentence has a subject before them.
    PenandaPredikat = "penanda-predikat",
    /// Words that open a phrase without a subject.
    PembukaFrasa = "pembuka-frasa",
    /// Nouns that two others follow as one: "bukti penerimaan dan pengembalian".
    KepalaFrasa = "kepala-frasa",
    /// Words that open items and are never names.
    PembukaButir = "pembuka-butir",
    /// Beginnings of words in heads of columns that hold names of units, offices or dates.
    KolomNama = "kolom-nama",
    /// Words that the name of a place below kabupaten and kota follows.
    TempatKecil = "tempat-kecil",
    /// Posts and bodies of villages that are official in their region, and that no dictionary has.
    SebutanDaerah = "sebutan-daerah",
    /// Words that an official proper name follows, which is written as its owner writes it.
    SebelumNamaResmi = "sebelum-nama-resmi",
    /// Other words after which Kabupaten, Kota or Provinsi is a part of a place name.
    SebelumNamaTempat = "sebelum-nama-tempat",
    /// Words that the name of a person or a road follows, with their capitals.
    Sapaan = "sapaan",
    /// Beginnings of heads of columns that hold small places, beside the words for them.
    KolomTempat = "kolom-tempat",
    /// Words after "nama" in the head of a column that show that no person is meant.
    NamaBukanOrang = "nama-bukan-orang",
    /// Words without a sense of their own, which names and titles write in small letters.
    Partikel = "partikel",
    /// More words that titles write in small letters.
    PartikelJudul = "partikel-judul",
    /// Words that a title may write in small letters.
    KecilDalamJudul = "kecil-dalam-judul",
    /// Words that decrees write with a capital where they mean the body, the office or the part at hand.
    KataBerkapital = "kata-berkapital",
    /// Common words that are never a part of a name.
    BukanNama = "bukan-nama",
    /// Words that say how many before a common noun.
    PenunjukJumlah = "penunjuk-jumlah",
    /// Words so common that even a short slip points at them.
    KataSeringDipakai = "kata-sering-dipakai",
    /// Words that are common in decrees.
    KataKeputusan = "kata-keputusan",
    /// Forms that are written together with the word they stand before.
    BentukTerikat = "bentuk-terikat",
    /// Words in the head of a column that says when something is to be done.
    KolomWaktu = "kolom-waktu",
    /// Words in the head of a column that says who answers for something.
    KolomPemilik = "kolom-pemilik",
    /// Words in the head of a column that says what shows that something was done.
    KolomBukti = "kolom-bukti",
    /// Words in the head of a column that says which component a row belongs to.
    KolomKomponen = "kolom-komponen",
    /// Words in the head of a column with years, dates or spans of time of its own.
    KolomTahun = "kolom-tahun",
    /// Endings of common nouns that names of places and persons hardly have.
    AkhiranKataUmum = "akhiran-kata-umum",
    /// Names of one word that the spelling dictionary has in small letters.
    NamaSelaluKapital = "nama-selalu-kapital",
    /// Words in the head of a column whose cells all say something.
    KolomWajib = "kolom-wajib",
    /// Words in the head of a column that tells of persons.
    KolomOrang = "kolom-orang",
    /// Heads of columns that name the team of each row's person.
    KolomKelompok = "kolom-kelompok",
    /// Words in the heads of tables of goods.
    KolomBarang = "kolom-barang",
    /// Words in the head of a column of numbers, amounts or records that stay as they are.
    KolomTetap = "kolom-tetap",
    /// Words behind "tanggal" or "tahun" in the head of a column of records.
    KolomCatatan = "kolom-catatan",
    /// First words of the heads of columns whose cells may name persons.
    KolomPemegang = "kolom-pemegang",
    /// Words right before a number that says how many there are.
    PenyebutBanyak = "penyebut-banyak",
    /// Words right before a number that may say how many there are.
    SebelumBilangan = "sebelum-bilangan",
    /// More words after a number of things that looks like a year.
    TerhitungLain = "terhitung-lain",
    /// Words before a year that says where a thing or a person comes from.
    CatatanBertahun = "catatan-bertahun",
    /// Words before a year that says the same right behind a thing.
    PengadaanBarang = "pengadaan-barang",
    /// Words before those that show that no thing stands there.
    BukanBarang = "bukan-barang",
    /// Beginnings of the names of decrees that tell results.
    AwalHasil = "awal-hasil",
    /// Words that tell a time without a month.
    PenandaWaktu = "penanda-waktu",
    /// Abbreviations of months, each with the month.
    SingkatanBulan = "singkatan-bulan",
    /// Bodies whose names hold the word for an election.
    BadanPemilihan = "badan-pemilihan",
    /// Common places that a preposition stands before, parted by a blank.
    TempatUmum = "tempat-umum",
    /// Words that are never told as what may have been meant.
    TidakDiusulkan = "tidak-diusulkan",
    /// Bound forms that never stand alone before a common noun.
    TerikatTerpisah = "terikat-terpisah",
    /// Words that name an election.
    KataPemilihan = "kata-pemilihan",
    /// Beginnings of the names of elections that their year may follow.
    SebutanPemilihan = "sebutan-pemilihan",
    /// Years of elections: `umum: 2024`, `daerah: 2020`.
    TahunPemilihan = "tahun-pemilihan",
    /// Words right before an election that say that this one is meant, not its stages.
    SebelumPemilihan = "sebelum-pemilihan",
    /// Days on which the whole country voted: `umum: 2024-02-14`.
    HariPemungutan = "hari-pemungutan",
    /// Terms that are easily taken for another one of their family: `calon tetap: calon`.
    RumpunIstilah = "rumpun-istilah",
    /// Words of elections that are held again or later, in years of their own.
    PemilihanUlang = "pemilihan-ulang",
    /// Names of elections of heads of regions.
    PemilihanDaerah = "pemilihan-daerah",
    /// Names of general elections.
    PemilihanNasional = "pemilihan-nasional",
    /// Words between an election and its year.
    AntaraPemilihanDanTahun = "antara-pemilihan-dan-tahun",
    /// Words of reports about what has been.
    KataLaporan = "kata-laporan",
    /// Words of what may look back on a period that is over.
    PeriodeLama = "periode-lama",
    /// Words before the year in which something began.
    AwalMula = "awal-mula",
    /// Words for whatever a decision says.
    SebutanUmum = "sebutan-umum",
    /// Words before the year that names an edition.
    SebutanVersi = "sebutan-versi",
    /// Programs of computers, whose names may hold a year.
    PerangkatLunak = "perangkat-lunak",
    /// Words after a number of things.
    BendaTerhitung = "benda-terhitung",
    /// Words for persons who are counted: "12 perempuan", "4 anggota".
    OrangTerhitung = "orang-terhitung",
    /// Words before a number that is a bound or is meant for each of several.
    BukanJumlahTetap = "bukan-jumlah-tetap",
    /// Words between a length of time and its first and last day: "selama 2 (dua) bulan terhitung mulai tanggal".
    AntaraLamaDanRentang = "antara-lama-dan-rentang",
    /// Words that are never the name of what is counted before them.
    BukanBendaTerhitung = "bukan-benda-terhitung",
    /// Papers and meetings whose day has passed when a decree takes note of them.
    NaskahTercatat = "naskah-tercatat",
    /// Words before a day that has yet to come.
    HariMendatang = "hari-mendatang",
    /// Offices of a team that one person alone holds.
    KedudukanTunggal = "kedudukan-tunggal",
    /// Words right before how many there are: "terdiri atas 5 (lima) orang".
    SebelumCacah = "sebelum-cacah",
    /// What is measured, not counted one by one in a list or a table.
    UkuranBukanCacah = "ukuran-bukan-cacah",
    /// Words before a number that names something: "Pasal 5", "pukul 09.00".
    SebutanBernomor = "sebutan-bernomor",
    /// Words that join a sum to its number: "jumlah seluruhnya sebanyak 24".
    SesudahJumlah = "sesudah-jumlah",
    /// Words for the lower of two bounds, after "paling".
    BatasBawah = "batas-bawah",
    /// Words for the upper of two bounds, after "paling".
    BatasAtas = "batas-atas",
    /// Heads of columns of which each cell names one person.
    KolomOrangBernama = "kolom-orang-bernama",
    /// Heads of columns of numbers that belong to one person each.
    KolomIdentitas = "kolom-identitas",
    /// Heads of columns that say what somebody is in a team.
    KolomKedudukan = "kolom-kedudukan",
    /// Words in the head of a column of numbers that name something.
    KolomKode = "kolom-kode",
    /// Words of elections and years that are spoken of as over.
    PemilihanLalu = "pemilihan-lalu",
    /// Words of plans for decades.
    RencanaPanjang = "rencana-panjang",
    /// Codes of provinces, each with its time zone: `51: WITA`.
    ZonaWaktu = "zona-waktu",
    /// Ranks of civil servants.
    PangkatPegawai = "pangkat-pegawai",
    /// Ranks of civil servants, each with its grade: `Penata: III/c`.
    GolonganPegawai = "golongan-pegawai",
    /// Words before the name of a company or an association.
    BentukBadanUsaha = "bentuk-badan-usaha",
    /// Degrees by their letters, each with how it is written: `sh: S.H.`.
    GelarTertulis = "gelar-tertulis",
    /// Nouns that decrees count with figures and words: "3 (tiga) hari".
    SatuanHitungan = "satuan-hitungan",
    /// Beginnings of what is written for one occasion.
    NaskahSekaliPakai = "naskah-sekali-pakai",
    /// What ends the title of a document in a sentence.
    AkhirJudul = "akhir-judul",
    /// Beginnings of rules to which the lampiran named before them belongs.
    PemilikLampiran = "pemilik-lampiran",
    /// Words before "Keputusan ini" after which the sentence speaks of something else.
    SebelumKeputusanIni = "sebelum-keputusan-ini",
    /// Abbreviations that end with their own full stop.
    SingkatanBertitik = "singkatan-bertitik",
    /// Abbreviations of several letters that end with one full stop.
    SingkatanTigaHuruf = "singkatan-tiga-huruf",
    /// Abbreviations whose full stop ends no sentence.
    SingkatanDalamKalimat = "singkatan-dalam-kalimat",
    /// Words that begin something other than a member of a series, or join one to those before it.
    BukanUnsurPerincian = "bukan-unsur-perincian",
    /// Prepositions that a series may follow.
    PengantarPerincian = "pengantar-perincian",
    /// Words that point back, so that no series begins there.
    KataPenunjuk = "kata-penunjuk",
    /// Words before "Atas" as a place or a grade: "Kelas Atas".
    SebelumAtas = "sebelum-atas",
    /// Words before a particle that is a part of a term: "Peran Serta".
    SebelumPartikelNama = "sebelum-partikel-nama",
    /// Words that "atas" before them joins to another phrase: "atas nama".
    SesudahAtas = "sesudah-atas",
    /// Bodies of the state and other names of several words, each word with a capital.
    LembagaNegara = "lembaga-negara",
    /// Nouns that "terhadap" follows, near or right after them.
    MintaTerhadap = "minta-terhadap",
    /// Phrases in which one word stands for another, each with what is meant.
    KataTertukar = "kata-tertukar",
    /// Verbs that open the first diktum, with the noun that the decree's name has instead.
    PerbuatanDiktum = "perbuatan-diktum",
    /// Verbs that "bahwa" follows.
    MintaBahwa = "minta-bahwa",
    /// Words before "terdapat" that make it a verb of its own.
    SebelumTerdapat = "sebelum-terdapat",
    /// Words that a passive verb follows.
    KataBantu = "kata-bantu",
    /// Roots of verbs that name no place, so that "di" before them is a prefix.
    AkarKataKerja = "akar-kata-kerja",
    /// Words after which something must follow.
    KataTakSelesai = "kata-tak-selesai",
    /// Words like verbs that need no object.
    KataKerjaTanpaObjek = "kata-kerja-tanpa-objek",
    /// Words before a verb that show that it ends a clause of its own.
    SebelumKataKerja = "sebelum-kata-kerja",
    /// Phrases after "bahwa" that open an adverbial.
    PembukaKeterangan = "pembuka-keterangan",
    /// Words that are or announce the verb of a main clause.
    Predikat = "predikat",
    /// Words after which a verb is not that of a main clause.
    SebelumBukanPredikat = "sebelum-bukan-predikat",
    /// Words with a verb's prefix that are no verb of a main clause.
    BukanPredikat = "bukan-predikat",
    /// Posts and titles that are written with a capital.
    SebutanJabatan = "sebutan-jabatan",
    /// Kinds of rules with their level, of several that fit the first; the highest is 0.
    TingkatPeraturan = "tingkat-peraturan",
    /// Rules of other kinds than those that the reader of citations knows.
    PeraturanLain = "peraturan-lain",
    /// First words of papers that are no rule and no decree.
    BukanPeraturan = "bukan-peraturan",
    /// Words that name a team or its post.
    SebutanTim = "sebutan-tim",
    /// Words that tell a state, not an action.
    PenandaKeadaan = "penanda-keadaan",
    /// Words after "Keputusan" that show that the decree itself is meant.
    SesudahKeputusan = "sesudah-keputusan",
    /// Words for what is finished.
    SudahSelesai = "sudah-selesai",
    /// Words for what is under way.
    SedangBerjalan = "sedang-berjalan",
    /// Words that join a noun with "-nya" to its owner.
    MilikBersama = "milik-bersama",
    /// Verbs that are written in the place of "menetapkan" before Keputusan.
    BukanMenetapkan = "bukan-menetapkan",
    /// Words that open a condition or a reason, which "maka" may follow.
    Syarat = "syarat",
    /// Words that show that a norm is taken from another rule.
    DasarNorma = "dasar-norma",
    /// Words before a citation on which a consideration rests.
    SebelumDasar = "sebelum-dasar",
    /// Words that show that another office is rightly named.
    KantorLain = "kantor-lain",
    /// Words before a year that rightly lies before the plan.
    TahunLama = "tahun-lama",
    /// Words of what is rightly prepared beforehand.
    Persiapan = "persiapan",
    /// Words before "dicabut" that show that nothing is revoked here.
    BukanPencabutan = "bukan-pencabutan",
    /// Words after "keputusan" that show that another decision is meant.
    KeputusanLain = "keputusan-lain",
    /// Kinds of documents that a number follows.
    JenisNaskah = "jenis-naskah",
    /// Who makes rules, after the word "Peraturan".
    PembuatPeraturan = "pembuat-peraturan",
    /// Words after "berlaku" that say from when.
    SesudahBerlaku = "sesudah-berlaku",
    /// Spellings that titles of rules bear officially though they are not standard.
    EjaanJudulResmi = "ejaan-judul-resmi",
    /// Words with which the name of another rule or a part of one begins.
    AwalPeraturan = "awal-peraturan",
    /// Beginnings of abbreviations of kinds of rules, which go on with their maker: "Permendagri".
    AwalSingkatanPeraturan = "awal-singkatan-peraturan",
    /// Other abbreviations and names of kinds of rules that a number follows.
    SingkatanPeraturan = "singkatan-peraturan",
    /// Words between "Keputusan" and its number that name who made it and no office.
    JabatanPenetap = "jabatan-penetap",
    /// Words before a number that together with a year tell a time: "triwulan 3 tahun 2025".
    PenghitungWaktu = "penghitung-waktu",
    /// Words for what is measured.
    KataUkuran = "kata-ukuran",
    /// Words for a measured result that may be meant as a fact or as evidence.
    KataNilai = "kata-nilai",
    /// Words for what has been reached.
    KataTercapai = "kata-tercapai",
    /// Words for money that is planned or spent.
    KataUang = "kata-uang",
    /// Short and whole words behind the figure of an amount of money.
    SatuanUang = "satuan-uang",
    /// Units of measure behind a number which may look like a year.
    SatuanUkur = "satuan-ukur",
    /// Things that are held once in several years, before their year.
    AcaraBerkala = "acara-berkala",
    /// Words for places and things that a number follows which may look like a year.
    BendaBernomor = "benda-bernomor",
    /// Makers and models of vehicles.
    Kendaraan = "kendaraan",
    /// Words that end the name of a letter before its date, since the date is that of something else.
    SesudahNamaSurat = "sesudah-nama-surat",
    /// Words for targets and plans.
    KataSasaran = "kata-sasaran",
    /// Words that say that something has happened.
    PenandaLampau = "penanda-lampau",
    /// Words for events whose date does not come again.
    PeristiwaBertanggal = "peristiwa-bertanggal",
    /// Words for days that are kept every year.
    KataPeringatan = "kata-peringatan",
    /// Words right before the figure of a measured result.
    PenghubungNilai = "penghubung-nilai",
    /// Words that the name of a result follows: "predikat BB".
    SebutanNilai = "sebutan-nilai",
    /// Names of results.
    HasilBernama = "hasil-bernama",
    /// Words for documents that report of a year.
    NaskahLaporan = "naskah-laporan",
    /// Words between a result and its year.
    SebelumTahun = "sebelum-tahun",
    /// Words before a date that only bounds a span of time.
    BatasWaktu = "batas-waktu",
    /// Beginnings of rows of a sheet that hold sums.
    BarisJumlah = "baris-jumlah",
    /// What may follow them in a sheet whose rows have no numbers.
    JumlahSemua = "jumlah-semua",
    /// Beginnings of the title of a whole sheet, above the head of its columns.
    AwalJudulLembar = "awal-judul-lembar",
    /// Beginnings of notes below the table of a sheet.
    AwalCatatan = "awal-catatan",
    /// Beginnings of the lines of signature blocks below the table of a sheet.
    AwalTandaTangan = "awal-tanda-tangan",
    /// Formulas of decrees whose order and links are fixed.
    RumusBaku = "rumus-baku",
    /// Two words that never stand beside each other in a sentence.
    KataBerimpit = "kata-berimpit",
    /// Two words that usually follow each other in this order.
    PasanganKata = "pasangan-kata",
    /// Verbs without a prefix, and other words that make a predicate.
    KataKerjaDasar = "kata-kerja-dasar",
    /// Words and phrases that never end a text.
    EkorTakSelesai = "ekor-tak-selesai",
    /// Prepositions that a noun follows.
    KataDepanMurni = "kata-depan-murni",
    /// Ranks of civil servants, each with its grade.
    PangkatGolongan = "pangkat-golongan",
    /// Links that open a subordinate clause, each with one that cannot open the main clause after it.
    PasanganKalimat = "pasangan-kalimat",
    /// Words that follow the decree's own name in a diktum.
    SesudahNamaKeputusan = "sesudah-nama-keputusan",
    /// Words that ask.
    KataTanya = "kata-tanya",
    /// Words that formats of files are counted up behind.
    SebelumFormat = "sebelum-format",
    /// Words in the heads of columns that tell persons of one name apart, each with what it tells of.
    KolomPembedaOrang = "kolom-pembeda-orang",
    /// Words that the rules of elections define, and decrees therefore write with capitals.
    IstilahPemilihan = "istilah-pemilihan",
    /// Heads of the column of a sheet that numbers its rows.
    KepalaNomor = "kepala-nomor",
    /// Words in the head of a column of a sheet that holds telephone numbers.
    KepalaTelepon = "kepala-telepon",
}

impl WordList {
    /// What is wrong with an entry of this list; `None` where it can be used.
    fn objection(self, entry: &str) -> Option<&'static str> {
        let value = entry.split_once(": ").map(|(_, value)| value);
        match self {
            _ if entry.starts_with(['-', '[', '{', '\'', '"']) => Some("tulis kata atau ungkapannya saja, tanpa tanda"),
            _ if !entry.contains(char::is_alphabetic) => Some("baris ini tidak memuat kata"),
            Self::SingkatanBulan if !value.is_some_and(|value| BULAN.contains(&value)) => {
                Some("tulis singkatan, titik dua, dan nama bulan, misalnya `jan: Januari`")
            }
            Self::TahunPemilihan if value.is_none_or(|value| value.parse::<u16>().is_err()) => {
                Some("tulis jenis pemilihan, titik dua, dan tahunnya, misalnya `umum: 2024`")
            }
            Self::TingkatPeraturan if value.is_none_or(|value| value.parse::<u8>().is_err()) => {
                Some("tulis jenis peraturan, titik dua, dan tingkatnya, misalnya `Undang-Undang: 2`")
            }
            Self::SingkatanJabatan | Self::SingkatanWilayah if value.is_none() => {
                Some("tulis singkatan, titik dua, dan kepanjangannya, misalnya `kab: kabupaten`")
            }
            _ => None,
        }
    }
}

/// What is wrong with a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFault {
    /// The line, from 1; `None` where the whole file is meant.
    pub line: Option<usize>,
    /// What is wrong, in Indonesian.
    pub message: String,
}

/// The entries of one list.
#[derive(Debug, Clone, Default)]
struct Entries {
    /// In the order of the file.
    all: Vec<String>,
    set: HashSet<String>,
}

/// The lists with their words.
#[derive(Debug, Clone, Default)]
pub struct WordLists {
    /// The entries of each list, in the order of [`WordList::ALL`].
    lists: Vec<Entries>,
    /// The patterns made of lists that were asked for.
    patterns: Arc<Mutex<Patterns>>,
}

/// Patterns by what they were made from; none where the lists make no pattern.
type Patterns = HashMap<&'static str, Option<Arc<Regex>>>;

impl WordLists {
    /// Reads the text of a list; entries that cannot be used are told and left out.
    pub fn take(&mut self, list: WordList, text: &str) -> Vec<ListFault> {
        let mut entries = Entries::default();
        let mut faults = Vec::new();
        let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
        for (at, entry) in lines.map(|(at, line)| (at, line.trim())) {
            if entry.is_empty() || entry.starts_with('#') {
                continue;
            }
            if let Some(message) = list.objection(entry) {
                faults.push(ListFault { line: Some(at + 1), message: format!("`{entry}`: {message}") });
            } else if entries.set.insert(entry.to_owned()) {
                entries.all.push(entry.to_owned());
            } else {
                faults.push(ListFault { line: Some(at + 1), message: format!("`{entry}` sudah ada dalam daftar ini") });
            }
        }
        if entries.all.is_empty() {
            faults.push(ListFault { line: None, message: "daftar ini tidak memuat satu kata pun".into() });
        }
        self.patterns = Arc::default();
        self.lists.resize_with(WordList::ALL.len(), Entries::default);
        if let Some(old) = self.lists.get_mut(list as usize) {
            *old = entries;
        }
        faults
    }

    /// Whether an entry stands in a list letter by letter.
    pub fn has(&self, list: WordList, entry: &str) -> bool {
        self.lists.get(list as usize).is_some_and(|entries| entries.set.contains(entry))
    }

    /// The entries of a list in the order of its file.
    pub fn entries(&self, list: WordList) -> &[String] {
        self.lists.get(list as usize).map(|entries| entries.all.as_slice()).unwrap_or_default()
    }

    /// The entries of a list of pairs.
    pub fn pairs(&self, list: WordList) -> impl Iterator<Item = (&str, &str)> {
        self.entries(list).iter().filter_map(|entry| entry.split_once(": "))
    }

    /// Whether an entry of a list stands as whole words in a text of small letters.
    pub fn occurs(&self, list: WordList, text: &str) -> bool {
        has_word(text, self.entries(list))
    }

    /// Whether an entry of a list begins a text.
    pub fn begins(&self, list: WordList, text: &str) -> bool {
        self.entries(list).iter().any(|entry| text.starts_with(entry.as_str()))
    }

    /// Whether an entry of a list ends a text.
    pub fn ends(&self, list: WordList, text: &str) -> bool {
        self.entries(list).iter().any(|entry| text.ends_with(entry.as_str()))
    }

    /// Whether a word, however written, is one that names and titles write in small letters.
    pub fn is_particle(&self, word: &str) -> bool {
        let listed = |word: &str| self.has(WordList::Partikel, word) || self.has(WordList::PartikelJudul, word);
        match word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
            true => listed(word),
            false => listed(&word.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_and_faults_told() {
        let mut lists = WordLists::default();
        assert_eq!(lists.take(WordList::Partikel, "# kata tugas\n\ndan\r\n atau \n"), []);
        assert_eq!(lists.entries(WordList::Partikel), ["dan", "atau"]);
        assert!(lists.is_particle("Dan") && !lists.is_particle("hari"));
        let told =
            |list, text: &str| WordLists::default().take(list, text).into_iter().map(|f| f.line).collect::<Vec<_>>();
        assert_eq!(told(WordList::Partikel, "# kosong\n"), [None]);
        assert_eq!(told(WordList::Partikel, "dan\n- atau\n...\ndan\n"), [Some(2), Some(3), Some(4)]);
        assert_eq!(told(WordList::SingkatanBulan, "jan: Januari\nfeb\nmar: Marit\n"), [Some(2), Some(3)]);
        assert_eq!(told(WordList::TingkatPeraturan, "Undang-Undang: dua\n"), [Some(1), None]);
    }
}
