//! The package that a workbook is: what it unpacks to is measured before any library sees it, and why it is not read.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{MAX_COLUMNS, MAX_ROWS};

/// Largest workbook, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// Most that all the XML of a workbook may unpack to, in bytes.
pub const MAX_UNPACKED: u64 = 300 * 1024 * 1024;
/// Most parts of a workbook.
const MAX_PARTS: usize = 5000;

/// Why a workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Broken {
    /// It is none of the forms that are read.
    Unknown,
    /// It is the old form of Excel, or protected by a password in that form.
    Old,
    /// It is protected by a password.
    Locked,
    /// It unpacks to more than is read, or has more rows or columns.
    TooLarge,
    /// The quote in this cell of a CSV is not closed.
    Quote(String),
    /// In this cell of a CSV something follows the closing quote, or only blanks stand before the opening one.
    Stray(String),
    /// It is a text of a word processor that holds no table.
    NoTable,
    /// It is a damaged text of a word processor; the library's words.
    Text(String),
    /// It is damaged; the library's words.
    Unreadable(String),
}

impl Broken {
    /// The fact and the way out.
    pub fn told(&self) -> (String, &'static str) {
        match self {
            Self::Unknown => {
                ("bukan buku kerja yang dikenal".into(), "yang dapat dibaca: .xlsx, .ods, .csv, dan tabel dalam .docx")
            }
            Self::Old => (
                "buku kerja bentuk lama atau terkunci".into(),
                "simpan ulang sebagai .xlsx (dari Word: .docx) tanpa kata sandi",
            ),
            Self::Locked => ("buku kerja terkunci dengan kata sandi".into(), "simpan ulang tanpa kata sandi"),
            Self::TooLarge => (
                format!("buku kerja melebihi batas ({MAX_ROWS} baris, {MAX_COLUMNS} kolom, {} MB)", MAX_UNPACKED >> 20),
                "hapus baris dan kolom di luar tabel, atau pecah menjadi beberapa lembar",
            ),
            Self::Quote(cell) => (
                format!("tanda petik pada sel {cell} tidak ditutup sampai akhir berkas"),
                "tutup tanda petik itu, atau hapus bila bukan bagian isinya",
            ),
            Self::Stray(cell) => (
                format!(
                    "tanda petik pada sel {cell} tidak mengapit seluruh isi selnya; mungkin petik itu tidak ditutup dan menelan baris di bawahnya"
                ),
                "apit seluruh isi sel dengan tanda petik, dan tulis petik di dalamnya dua kali (`\"\"`); hapus petik yang bukan bagian isinya",
            ),
            Self::NoTable => (
                "berkas Word ini tidak memuat satu tabel pun".into(),
                "buat tabelnya di dalam berkas itu, atau salin isinya ke lembar kerja",
            ),
            Self::Text(reason) => (
                format!("berkas Word rusak ({reason})"),
                "buka dan simpan ulang dengan Word, atau salin tabelnya ke lembar kerja",
            ),
            Self::Unreadable(reason) => {
                (format!("buku kerja rusak ({reason})"), "buka dan simpan ulang dengan LibreOffice atau Excel")
            }
        }
    }
}

/// The parts of a packed workbook that are looked at, unpacked.
pub struct Parts {
    kept: BTreeMap<String, Vec<u8>>,
    names: BTreeSet<String>,
}

impl Parts {
    /// Opens the package and unpacks every XML part once, to know how large it really is.
    pub fn open(bytes: &[u8]) -> Result<Self, Broken> {
        let unread = || Broken::Unreadable("isi paketnya tidak utuh".to_owned());
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unread())?;
        if archive.len() > MAX_PARTS {
            return Err(Broken::TooLarge);
        }
        let mut left = MAX_UNPACKED;
        let mut parts = Self { kept: BTreeMap::new(), names: BTreeSet::new() };
        for at in 0..archive.len() {
            let part = archive.by_index(at).map_err(|_| unread())?;
            let name = String::from_utf8_lossy(part.name_raw()).into_owned();
            if name.ends_with(".xml") || name.ends_with(".rels") {
                let looked_at = [".rels", "workbook.xml", "content.xml", "styles.xml", "word/document.xml"]
                    .iter()
                    .any(|end| name.ends_with(end))
                    || name.ends_with("sharedStrings.xml")
                    || name.contains("worksheets/");
                let mut taken = part.take(left + 1);
                let mut text = Vec::new();
                let size = match looked_at {
                    true => taken.read_to_end(&mut text).map(|size| size as u64),
                    false => std::io::copy(&mut taken, &mut std::io::sink()),
                };
                left = left.checked_sub(size.map_err(|_| unread())?).ok_or(Broken::TooLarge)?;
                if looked_at {
                    parts.kept.insert(name.clone(), text);
                }
            }
            parts.names.insert(name);
        }
        Ok(parts)
    }

    /// Whether there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// A part as text.
    pub fn text(&self, name: &str) -> Result<&str, Broken> {
        let unread = || Broken::Unreadable(format!("{name} tidak ada atau bukan UTF-8"));
        self.kept.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok()).ok_or_else(unread)
    }
}
