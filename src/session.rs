//! What a command works with: catalogue, fonts, texts, findings; and how the findings are told.

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::disk::WriteError;
use crate::disk::explain;
use crate::input::{self, Refused};
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Level, MessageFormat, Sink, render_all};
use naskah_pages::typeset::Fonts;

/// What every command is asked in the same way.
#[derive(Debug, Clone)]
pub struct Cara {
    /// The folder that goes before the embedded templates, data and fonts, and that holds the register.
    pub akar: Option<PathBuf>,
    /// Form of the messages.
    pub pesan: MessageFormat,
    /// Whether messages for people are coloured.
    pub color: bool,
}

/// A run of a command.
pub struct Kerja {
    /// Data and templates.
    pub catalog: Catalog,
    /// The fonts.
    pub fonts: Fonts,
    /// The texts that findings point into.
    pub files: Files,
    /// The findings.
    pub sink: Sink,
    /// Whether the run failed for reasons outside the documents.
    pub failed: bool,
    pesan: MessageFormat,
    color: bool,
}

impl Kerja {
    /// Begins a run.
    pub fn new(cara: &Cara) -> Self {
        Self::with(cara, Fonts::load)
    }

    /// Begins a run that sets no pages.
    pub fn without_pages(cara: &Cara) -> Self {
        Self::with(cara, Fonts::later)
    }

    fn with(cara: &Cara, fonts: fn(&Catalog) -> Fonts) -> Self {
        let catalog = Catalog::new(input::root_of(cara.akar.as_deref()));
        let fonts = fonts(&catalog);
        let (pesan, color) = (cara.pesan, cara.color);
        Self { catalog, fonts, files: Files::default(), sink: Sink::default(), failed: false, pesan, color }
    }

    /// Reads the text of a decree; `-` is standard input.
    pub fn open(&mut self, path: &Path) -> Option<FileId> {
        let file = input::open(path, &mut self.files, &mut self.sink);
        self.failed |= matches!(file, Err(Refused::Unread));
        file.ok()
    }

    /// Reports what keeps the run from being done.
    pub fn refuse(&mut self, code: Code, message: String, hint: Option<&str>) {
        self.failed = true;
        self.sink.push(Diagnostic::galat(code, None, message).hint_opt(hint.map(str::to_owned)));
    }

    /// Reports a file that could not be written.
    pub fn refuse_writing(&mut self, error: &WriteError) {
        match error {
            WriteError::Exists(path) => {
                let message = format!("{} sudah ada dan isinya lain", path.display());
                self.refuse(Code::SUDAH_ADA, message, Some("pilih tempat lain dengan -o, atau ganti dengan --timpa"));
            }
            WriteError::Io(path, error) => {
                let message = format!("{} tidak dapat ditulis: {}", path.display(), explain(error));
                self.refuse(Code::TULIS, message, Some("periksa izin menulis dan sisa tempat pada cakram"));
            }
        }
    }

    /// Whether anything was found or happened that keeps results from being written.
    pub fn is_wrong(&self) -> bool {
        self.failed || self.sink.has_errors()
    }

    /// Whether messages are for programs.
    pub fn as_json(&self) -> bool {
        self.pesan == MessageFormat::Json
    }

    /// Tells the findings, then what was done; questions are only counted.
    pub fn finish(mut self, told: &[String]) -> Outcome {
        let questions = self.sink.count(Level::Saran);
        self.sink.keep_from(Level::Peringatan);
        eprint!("{}", render_all(&self.sink, &self.files, self.pesan, self.color));
        if questions > 0 && self.pesan == MessageFormat::Manusia {
            eprintln!("{questions} saran tidak ditampilkan; lihat dengan `naskah periksa`");
        }
        told.iter().for_each(|line| eprintln!("{line}"));
        match (self.failed, self.sink.has_errors()) {
            (true, _) => Outcome::CouldNotRun,
            (false, true) => Outcome::Wrong,
            (false, false) => Outcome::Made,
        }
    }
}
