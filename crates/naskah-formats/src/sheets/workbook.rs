//! Opening a workbook of any of the forms that are read; what it unpacks to is measured before any library sees it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{Isi, Lembar, MAX_COLUMNS, MAX_ROWS, docx, ods, separated, xlsx};

/// Largest workbook, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// Most that all the XML of a workbook may unpack to, in bytes.
const MAX_UNPACKED: u64 = 300 * 1024 * 1024;
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

/// The forms that are read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Excel.
    Xlsx,
    /// OpenDocument.
    Ods,
    /// Text with separators.
    Csv,
}

impl Format {
    /// The form that a file's name says.
    pub fn of(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1.to_lowercase().as_str() {
            "xlsx" | "xlsm" => Some(Self::Xlsx),
            "ods" => Some(Self::Ods),
            "csv" | "tsv" | "txt" => Some(Self::Csv),
            _ => None,
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
    fn open(bytes: &[u8]) -> Result<Self, Broken> {
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
    fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// A part as text.
    pub fn text(&self, name: &str) -> Result<&str, Broken> {
        let unread = || Broken::Unreadable(format!("{name} tidak ada atau bukan UTF-8"));
        self.kept.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok()).ok_or_else(unread)
    }
}

/// A workbook.
pub struct Workbook<'a> {
    inner: Inner<'a>,
}

enum Inner<'a> {
    Xlsx(Box<(xlsx::Book<'a>, Parts)>),
    Ods(Box<ods::Book<'a>>),
    Docx(Vec<Lembar>),
    Csv { rows: Vec<Vec<Isi>>, windows: bool },
}

impl<'a> Workbook<'a> {
    /// Opens a workbook; its form is found in its bytes, and for texts in its name.
    pub fn open(name: &str, bytes: &'a [u8]) -> Result<Self, Broken> {
        guarded(|| Self::opened(name, bytes)).map_err(|broken| match broken {
            Broken::Unreadable(reason) if name.to_lowercase().ends_with(".docx") => Broken::Text(reason),
            other => other,
        })
    }

    fn opened(name: &str, bytes: &'a [u8]) -> Result<Self, Broken> {
        if bytes.len() > MAX_BYTES {
            return Err(Broken::TooLarge);
        }
        let inner = match bytes {
            [b'P', b'K', ..] => {
                let parts = Parts::open(bytes)?;
                if parts.has("mimetype") {
                    Inner::Ods(Box::new(ods::Book::open(bytes, &parts)?))
                } else if parts.has("word/document.xml") {
                    Inner::Docx(docx::tables(parts.text("word/document.xml")?)?)
                } else if parts.has("[Content_Types].xml") && !parts.has("xl/workbook.bin") {
                    Inner::Xlsx(Box::new((xlsx::Book::open(bytes)?, parts)))
                } else {
                    return Err(Broken::Unknown);
                }
            }
            [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(Broken::Old),
            _ if Format::of(name) == Some(Format::Csv) => {
                let decoded = separated::decode(bytes);
                let rows = separated::rows(&decoded.text).map_err(Broken::Quote)?;
                if rows.len() > MAX_ROWS || rows.iter().any(|row| row.len() > MAX_COLUMNS) {
                    return Err(Broken::TooLarge);
                }
                Inner::Csv { rows, windows: decoded.windows }
            }
            _ => return Err(Broken::Unknown),
        };
        Ok(Self { inner })
    }

    /// The sheets in their order; none where the form has no sheets.
    pub fn names(&self) -> Vec<String> {
        match &self.inner {
            Inner::Xlsx(book) => book.0.names(),
            Inner::Ods(book) => book.names(),
            Inner::Docx(tables) => (1..=tables.len()).map(|n| format!("{} {n}", docx::TABLE)).collect(),
            Inner::Csv { .. } => Vec::new(),
        }
    }

    /// Whether the text was no UTF and was taken for Windows-1252.
    pub fn was_windows(&self) -> bool {
        matches!(self.inner, Inner::Csv { windows: true, .. })
    }

    /// Reads a sheet; `name` does not matter where the form has no sheets.
    pub fn read(&mut self, name: &str) -> Result<Lembar, Broken> {
        guarded(|| match &mut self.inner {
            Inner::Xlsx(book) => book.0.read(name, &book.1),
            Inner::Ods(book) => book.read(name),
            Inner::Docx(tables) => {
                let nth = name.rsplit(' ').next().and_then(|n| n.parse::<usize>().ok()?.checked_sub(1));
                Ok(nth.and_then(|nth| tables.get(nth)).cloned().unwrap_or_default())
            }
            Inner::Csv { rows, .. } => Ok(Lembar { baris: rows.clone(), bersepar: true, ..Lembar::default() }),
        })
    }
}

/// Lets `zip` and `calamine` work on a file from outside, whose offsets and counts they trust in places; should one break
/// down, the file is told as broken. This program's own expressions here are checked and need no such net.
fn guarded<T>(work: impl FnOnce() -> Result<T, Broken>) -> Result<T, Broken> {
    let broken = || Err(Broken::Unreadable("isinya tidak dapat diuraikan".to_owned()));
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or_else(|_| broken())
}
