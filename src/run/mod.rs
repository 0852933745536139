//! A run of a command: how it begins, reads, reports, refuses, writes and ends. Only a run writes to the terminal.
//!
//! Standard output holds one thing: the product where it was asked for there (`-o -`, a table, an answer), otherwise
//! the result lines. Findings, remarks, and the result lines beside a product go to standard error.

pub mod awas;
mod bagian;
mod henti;
pub mod lukis;
mod made;
mod progress;
mod skema;
mod voice;

pub use bagian::Bagian;
pub use henti::Henti;
pub use made::{Count, Deed, Made};
pub use progress::{Kemajuan, Progress};
pub use skema::schema;
pub use voice::{Ear, Heard, Voice, findings_in_json, unheard};

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::Outcome;
use crate::disk::{self, WriteError, Written, explain};
use crate::input::{self, Book, Refused, Unread};
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Level, MessageFormat, Sink};
use naskah_core::resolve::{Edition, Resolved};
use naskah_pages::typeset::Fonts;

/// What every command is asked in the same way.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The folder that goes before the embedded templates, data and fonts, and that holds the register.
    pub akar: Option<PathBuf>,
    /// Form of messages and result lines.
    pub pesan: MessageFormat,
    /// Whether messages for people are coloured.
    pub color: bool,
    /// Whether a product for people on standard output is coloured.
    pub color_out: bool,
}

/// A run of a command.
pub struct Run {
    /// Data and templates.
    pub catalog: Catalog,
    /// The fonts, read when first asked for.
    pub fonts: Fonts,
    /// The texts that findings point into.
    pub files: Files,
    /// The findings.
    pub sink: Sink,
    /// What the run says.
    pub voice: Voice,
    /// Whether the run failed for reasons outside the documents.
    pub failed: bool,
}

impl Run {
    /// Begins a run of the command of this name.
    pub fn new(command: &'static str, options: &Options) -> Self {
        let mut catalog = Catalog::new(input::root_of(options.akar.as_deref()));
        catalog.pelukis = Some(lukis::pelukis);
        let fonts = Fonts::later(&catalog);
        let voice = Voice::new(command, options);
        Self { catalog, fonts, files: Files::default(), sink: Sink::default(), voice, failed: false }
    }

    /// Begins a run that a listener within the program hears, with data and fonts that were read before.
    pub fn heard(command: &'static str, catalog: &Catalog, fonts: &Fonts, kemajuan: &Arc<Kemajuan>) -> (Self, Ear) {
        let ear = Ear::default();
        let run = Self {
            catalog: catalog.clone(),
            fonts: fonts.clone(),
            files: Files::default(),
            sink: Sink::default(),
            voice: Voice::heard(command, ear.clone(), Arc::clone(kemajuan)),
            failed: false,
        };
        (run, ear)
    }

    /// The same, with the fonts read beside what comes first: for commands that set pages.
    pub fn with_pages(self) -> Self {
        let fonts = Fonts::load(&self.catalog);
        Self { fonts, ..self }
    }

    /// Reads the text of a decree; `-` is standard input. Why it cannot be read is reported.
    pub fn open(&mut self, path: &Path) -> Option<FileId> {
        let file = input::open(path, &mut self.files, &mut self.sink);
        self.failed |= matches!(file, Err(Refused::Unread));
        file.ok()
    }

    /// Takes a workbook that was read; why it was not is reported.
    pub fn take_book(&mut self, book: Result<Book, Unread>, name: &str) -> Option<Book> {
        let told = |unread: Unread| {
            self.failed |= matches!(unread, Unread::Io(_));
            self.sink.push(unread.told(name));
        };
        book.map_err(told).ok()
    }

    /// Takes what was made; why it was not is reported.
    pub fn keep<T>(&mut self, made: Result<T, Box<Diagnostic>>) -> Option<T> {
        made.map_err(|why| self.sink.push(*why)).ok()
    }

    /// Binds a text to office and laws; what keeps it from that is reported.
    pub fn bind(&mut self, file: FileId, edition: &Edition) -> Option<Resolved> {
        crate::bind(file, edition, &self.catalog, &mut self.files, &mut self.sink)
    }

    /// Does `work` with a sink of its own; its findings at this level and above are then reported too.
    pub fn apart<T>(&mut self, level: Level, work: impl FnOnce(&mut Self) -> T) -> (T, bool) {
        let before = std::mem::take(&mut self.sink);
        let done = work(self);
        let mut found = std::mem::replace(&mut self.sink, before);
        found.keep_from(level);
        let sound = !found.has_errors();
        self.sink.extend(found);
        (done, sound)
    }

    /// Reports what keeps the run from being done.
    pub fn refuse(&mut self, code: Code, message: String, hint: Option<&str>) {
        self.failed = true;
        self.sink.push(Diagnostic::galat(code, None, message).hint_opt(hint.map(str::to_owned)));
    }

    /// Reports a file that could not be written.
    pub fn refuse_writing(&mut self, error: &WriteError) {
        self.failed = true;
        self.sink.push(unwritten(error));
    }

    /// Writes files that belong together, all or none; what became of each. Why they cannot be written is reported.
    pub fn write(&mut self, files: &[(PathBuf, Vec<u8>)], overwrite: bool) -> Option<Vec<Written>> {
        disk::write_all(files, overwrite).map_err(|error| self.refuse_writing(&error)).ok()
    }

    /// Writes one file; `-` is standard output, of which there is nothing to be told.
    pub fn deliver(&mut self, path: &Path, bytes: Vec<u8>, overwrite: bool) -> Option<Written> {
        match path == Path::new("-") {
            true => {
                self.voice.show(&bytes);
                None
            }
            false => self.write(&[(path.to_owned(), bytes)], overwrite)?.pop(),
        }
    }

    /// Tells what was found so far at once, before a question.
    pub fn tell_now(&mut self) {
        let mut found = std::mem::take(&mut self.sink);
        found.keep_from(Level::Peringatan);
        self.voice.findings(&found, &self.files);
    }

    /// Whether anything was found or happened that keeps results from being written.
    pub fn is_wrong(&self) -> bool {
        self.failed || self.sink.has_errors()
    }

    /// Ends the run: tells the findings, then the remarks, then what was made. Questions are only counted.
    pub fn finish(mut self) -> Outcome {
        let questions = self.sink.count(Level::Saran);
        if questions > 0 {
            self.voice.remark_first(format!("{questions} saran tidak ditampilkan; lihat dengan `naskah periksa`"));
        }
        let (failed, wrong) = (self.failed, self.sink.has_errors());
        self.sink.keep_from(Level::Peringatan);
        let unheard = self.voice.finish(&self.sink, &self.files);
        match (failed || unheard, wrong) {
            (true, _) => Outcome::CouldNotRun,
            (false, true) => Outcome::Wrong,
            (false, false) => Outcome::Made,
        }
    }
}

/// Why a file could not be written.
pub fn unwritten(error: &WriteError) -> Diagnostic {
    match error {
        WriteError::Exists(path) => {
            let message = format!("{} sudah ada dan isinya lain", path.display());
            Diagnostic::galat(Code::SUDAH_ADA, None, message)
                .hint("pilih tempat lain dengan -o, atau ganti dengan --timpa")
        }
        WriteError::Io(path, error) => {
            let message = format!("{} tidak dapat ditulis: {}", path.display(), explain(error));
            Diagnostic::galat(Code::TULIS, None, message).hint("periksa izin menulis dan sisa tempat pada cakram")
        }
    }
}
