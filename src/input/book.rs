//! The workbook that a command is given: all its sheets, or why it was not read.

use std::path::Path;

use crate::disk;
use naskah_core::diag::{Code, Diagnostic};
use naskah_formats::sheets::{self, Lembar, Workbook};

/// The sheets of a workbook.
pub struct Book {
    /// Each with its name, where the form has names.
    pub sheets: Vec<(Option<String>, Lembar)>,
    /// Whether the text was taken for Windows-1252.
    windows: bool,
}

/// Why a workbook was not read.
pub enum Unread {
    /// The file gave no bytes.
    Io(std::io::Error),
    /// The bytes are no workbook that is read.
    Broken(sheets::Broken),
}

impl Book {
    /// Reads every sheet of a file.
    pub fn read(path: &Path, name: &str) -> Result<Self, Unread> {
        let bytes = disk::read(path, sheets::MAX_BYTES).map_err(Unread::Io)?;
        let mut book = Workbook::open(name, &bytes).map_err(Unread::Broken)?;
        let mut names: Vec<Option<String>> = book.names().into_iter().map(Some).collect();
        if names.is_empty() {
            names.push(None);
        }
        let sheets = names.into_iter().map(|name| {
            let lembar = book.read(name.as_deref().unwrap_or_default())?;
            Ok((name, lembar))
        });
        let sheets = sheets.collect::<Result<_, _>>().map_err(Unread::Broken)?;
        Ok(Self { sheets, windows: book.was_windows() })
    }

    /// What is to be said of how its letters were read.
    pub fn doubt(&self, name: &str) -> Option<Diagnostic> {
        self.windows.then(|| sheets::was_windows(name, None))
    }
}

impl Unread {
    /// The finding.
    pub fn told(&self, name: &str) -> Diagnostic {
        match self {
            Self::Io(error) => super::unread(name, error),
            Self::Broken(broken) => {
                let (message, hint) = broken.told();
                Diagnostic::galat(Code::BUKU, None, format!("{name}: {message}")).hint(hint)
            }
        }
    }
}
