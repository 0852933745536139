//! A decree that lies elsewhere, taken in: a text of Word or OpenDocument, a plain text, a PDF with text becomes the YAML
//! that prints its words, with the proof that none is lost, added or moved.
//!
//! File → `sumber::Sumber` (paragraphs, tables, pictures) → lines → `pohon::Pohon`, the tree of the decree → YAML,
//! which is bound and printed at once, and its words compared with those of the file.

mod baris;
mod bukti;
mod cetak;
mod docx;
mod halaman;
mod isian;
mod kata;
mod kenali;
mod odt;
mod penyusun;
mod pinggir;
mod pohon;
mod polos;
mod rangkai;
mod sanding;
mod sumber;
mod tanda;
mod tulis;

pub use bukti::Bukti;
pub use rangkai::{Hasil, serap};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = crate::ooxml::MAX_BYTES;

use crate::ooxml::Rusak;

/// What is told of a file whatever its form.
const CATATAN_KAKI: &str = "catatan kaki tidak dikenal dalam keputusan; isinya ada di bawah `belum_ditempatkan`";
const TERSEMBUNYI: &str = "teks tersembunyi tidak diambil";
const BAGAN: &str = "grafik atau bagan tidak dapat diambil; simpan sebagai gambar";
const GAMBAR_LUAR: &str = "gambar di luar berkas tidak diambil";
const TABEL_DALAM: &str = "tabel di dalam sel tabel ditulis sebagai teks sel itu";
const GAMBAR_SEL: &str = "gambar di dalam sel tabel tidak dapat ditempatkan; berkasnya disimpan";
/// What is told of tables whose cells are known by where their texts stand alone.
pub const TABEL_LETAK: &str = "tabel dikenali dari letak teks; periksa batas baris dan kolomnya";
const RUMUS: &str = "rumus ditulis sebaris sebagai teks";
const MAKRO: &str = "berkas memuat makro, yang tidak dibaca";

/// Which state of tracked changes is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacak {
    /// As the text was before them.
    Sebelum,
    /// As it is with them.
    Sesudah,
}

/// What is asked of a file.
#[derive(Debug, Clone, Default)]
pub struct Permintaan {
    /// The office, where it is not to be recognised.
    pub kantor: Option<String>,
    /// The kind, where it is not to be recognised.
    pub jenis: Option<String>,
    /// Which state of tracked changes is taken; a file that has some is asked about.
    pub lacak: Option<Lacak>,
}

/// Why a file is not taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tolak {
    /// Its package cannot be read.
    Rusak(Rusak),
    /// It has so many tracked changes, and nobody said which state is meant.
    Terlacak(usize),
    /// It is of a form that is not read; what it is.
    Bentuk(&'static str),
    /// It is pictures of pages without a text.
    Pindai,
    /// It is a PDF that cannot be opened.
    Pdf,
    /// It holds another decree behind the signature of the first.
    Ganda,
    /// It holds no decree.
    BukanKeputusan,
    /// Its office is not among those that are known; the title.
    Kantor(String),
    /// What was written cannot be read again; a fault of the program.
    Tulis,
}

impl From<Rusak> for Tolak {
    fn from(rusak: Rusak) -> Self {
        Self::Rusak(rusak)
    }
}

impl Tolak {
    /// The fact and the way out.
    pub fn told(&self) -> (String, &'static str) {
        match self {
            Self::Rusak(rusak) => rusak.told(),
            Self::Terlacak(count) => (
                format!("berkas memuat {count} perubahan yang dilacak"),
                "pilih keadaannya: `--perubahan sesudah` (perubahan diterima) atau `--perubahan sebelum` (ditolak)",
            ),
            Self::Bentuk(what) => (
                format!("berkas ini {what}, yang tidak dapat diserap"),
                "buka dengan Word atau LibreOffice, lalu simpan sebagai .docx (Simpan Sebagai, Dokumen Word)",
            ),
            Self::Pindai => (
                "PDF ini hasil pindai: halamannya gambar, tanpa teks".into(),
                "kenali dahulu teksnya dengan program OCR, atau mintalah berkas Word-nya",
            ),
            Self::Pdf => {
                ("berkas bukan PDF yang dapat dibuka".into(), "periksa apakah berkasnya utuh dan tanpa kata sandi")
            }
            Self::BukanKeputusan => (
                "tidak ada bagian keputusan yang dikenali (Menimbang, MEMUTUSKAN)".into(),
                "periksa apakah ini berkas keputusan; teks hasil salin-tempel disimpan sebagai .txt",
            ),
            Self::Ganda => (
                "berkas memuat lebih dari satu keputusan".into(),
                "simpan setiap keputusan dalam berkas sendiri, lalu serap satu per satu",
            ),
            Self::Kantor(title) if title.trim().is_empty() => (
                "judul keputusan tidak dikenali, sehingga kantor pembuatnya tidak diketahui".into(),
                "periksa apakah ada baris \"KEPUTUSAN …\" di bawah kop; berita acara dan surat tidak diserap",
            ),
            Self::Kantor(title) => (
                format!("kantor pembuat tidak dikenal: \"{title}\""),
                "sebut dengan `--kantor ID` (lihat `naskah kantor`), atau buat berkas kantornya dengan `naskah mulai`",
            ),
            Self::Tulis => ("hasil serapan tidak dapat dibaca kembali".into(), naskah_core::diag::LAPORKAN),
        }
    }
}
