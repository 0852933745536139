//! Opening a workbook of any of the forms that are read.

use super::package::{Broken, MAX_BYTES, Parts};
use super::{Lembar, MAX_COLUMNS, MAX_ROWS, docx, ods, separated, xlsx};

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

/// A workbook.
pub struct Workbook<'a> {
    inner: Inner<'a>,
}

enum Inner<'a> {
    Xlsx(Box<(xlsx::Book<'a>, Parts)>),
    Ods(Box<ods::Book<'a>>),
    Docx(Vec<Lembar>),
    Csv { read: separated::Terbaca, windows: bool },
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
                    let styles = parts.text("word/styles.xml").unwrap_or_default();
                    Inner::Docx(docx::tables(parts.text("word/document.xml")?, styles)?)
                } else if parts.has("[Content_Types].xml") && !parts.has("xl/workbook.bin") {
                    Inner::Xlsx(Box::new((xlsx::Book::open(bytes)?, parts)))
                } else {
                    return Err(Broken::Unknown);
                }
            }
            [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(Broken::Old),
            _ if Format::of(name) == Some(Format::Csv) => {
                let decoded = separated::decode(bytes);
                let read = separated::rows(&decoded.text)?;
                if read.rows.len() > MAX_ROWS || read.rows.iter().any(|row| row.len() > MAX_COLUMNS) {
                    return Err(Broken::TooLarge);
                }
                Inner::Csv { read, windows: decoded.windows }
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

    /// Whether a sheet is hidden.
    pub fn is_hidden(&self, name: &str) -> bool {
        match &self.inner {
            Inner::Xlsx(book) => book.0.is_hidden(name),
            Inner::Ods(book) => book.is_hidden(name),
            Inner::Docx(_) | Inner::Csv { .. } => false,
        }
    }

    /// What a person calls the file and its parts.
    pub fn words(&self) -> [&'static str; 2] {
        match &self.inner {
            Inner::Docx(_) => ["berkas Word", "tabel"],
            _ => ["buku kerja", "lembar"],
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
            Inner::Csv { read, .. } => Ok(Lembar {
                baris: read.rows.clone(),
                berlipat: read.berlipat.clone(),
                bersepar: true,
                ..Lembar::default()
            }),
        })
    }
}

/// Lets `zip` and `calamine` work on a file from outside, whose offsets and counts they trust in places; should one break
/// down, the file is told as broken. This program's own expressions here are checked and need no such net.
fn guarded<T>(work: impl FnOnce() -> Result<T, Broken>) -> Result<T, Broken> {
    let broken = || Err(Broken::Unreadable("isinya tidak dapat diuraikan".to_owned()));
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).unwrap_or_else(|_| broken())
}
