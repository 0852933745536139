//! The command `periksa`: decrees are checked by the drafting rules, and mended where the cure is certain.

mod cure;
mod sarif;

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::disk::{self, WriteError, explain};
use crate::input::{self, Refused};
use crate::office::register::{Buku, Ditolak};
use crate::parallel::in_order;
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Level, MessageFormat, Sink, render_all};
use naskah_core::resolve::{Edition, Resolved};

pub use cure::{Cured, cure};

/// What `periksa` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The decrees, or folders of them; `-` is standard input.
    pub berkas: Vec<PathBuf>,
    /// The folder that goes before the embedded templates and data.
    pub akar: Option<PathBuf>,
    /// Form of the findings.
    pub format: Format,
    /// The lowest level that is shown.
    pub tingkat: Level,
    /// Whether certain cures are written into the files.
    pub perbaiki: bool,
    /// Whether findings for people are coloured.
    pub color: bool,
}

/// Form of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One of the forms of every command's messages.
    Pesan(MessageFormat),
    /// One SARIF document of the whole run.
    Sarif,
}

/// What was found in one file.
#[derive(Default)]
pub(crate) struct Examined {
    files: Files,
    sink: Sink,
    /// Whether the file could not be read or written.
    failed: bool,
    /// What was changed, as a unified diff.
    diff: Option<String>,
}

/// Checks every decree, in as many threads as there are cores; findings are told in the order of the files.
pub fn run(job: &Job) -> Outcome {
    let catalog = Catalog::new(input::root_of(job.akar.as_deref()));
    catalog.read_ahead();
    let paths = match input::decrees(&job.berkas) {
        Ok(paths) => paths,
        Err(diagnostic) => {
            let mut sink = Sink::default();
            sink.push(*diagnostic);
            eprint!("{}", render_all(&sink, &Files::default(), MessageFormat::Ringkas, false));
            return Outcome::CouldNotRun;
        }
    };
    let mut told = Told { job, sarif: Vec::new(), counts: BTreeMap::new(), curable: 0, failed: false, broken: false };
    let mut progress = Progress::new(paths.len());
    in_order(
        &paths,
        |path| examine(path, job, &catalog),
        |examined| {
            progress.clear();
            told.tell(examined);
            progress.step();
        },
    );
    progress.clear();
    told.finish(paths.len())
}

/// How far a run over many files has come; only people at a terminal see it.
struct Progress {
    all: usize,
    done: usize,
    shown: bool,
}

impl Progress {
    fn new(all: usize) -> Self {
        Self { all, done: 0, shown: all > 1 && std::io::stderr().is_terminal() }
    }

    fn step(&mut self) {
        self.done += 1;
        if self.shown {
            eprint!("\r{}/{} berkas diperiksa", self.done, self.all);
        }
    }

    fn clear(&self) {
        if self.shown {
            eprint!("\r\x1b[K");
        }
    }
}

/// Checks one file, and mends it first where that was asked for.
fn examine(path: &Path, job: &Job, catalog: &Catalog) -> Examined {
    let mut examined = Examined::default();
    let file = match input::open(path, &mut examined.files, &mut examined.sink) {
        Ok(file) => file,
        Err(refused) => {
            examined.failed = refused == Refused::Unread;
            return examined;
        }
    };
    let (files, mut sink) = (&mut examined.files, Sink::default());
    let resolved = crate::bind(files, file, &Edition::draft(), catalog, &mut sink);
    let issued = resolved.as_ref().map(|resolved| is_issued(resolved, catalog, files, &mut sink));
    let hands_off = matches!(issued, Some(Err(_) | Ok(true)));
    if job.perbaiki && !hands_off {
        return mend(path, file, examined, catalog);
    }
    if let Some(resolved) = resolved {
        naskah_rules::run(&resolved, catalog, files, &mut sink);
        if job.perbaiki && issued == Some(Ok(true)) {
            let message = "keputusan ini sudah terbit; berkasnya tidak diperbaiki";
            let hint = "yang keliru diperbaiki dengan keputusan perubahan";
            let span = resolved.keputusan().nomor_span;
            sink.push(Diagnostic::galat(Code::SUDAH_TERBIT, span, message).hint(hint));
        }
    }
    examined.sink = sink;
    examined
}

/// Whether the decree is issued; a source that was changed since is reported.
fn is_issued(resolved: &Resolved, catalog: &Catalog, files: &mut Files, sink: &mut Sink) -> Result<bool, Ditolak> {
    Buku::of(catalog.root.folder()).tercatat(resolved, files, sink).map(|found| found.is_some())
}

/// Writes the certain cures into the file; what is left is told of the mended text.
fn mend(path: &Path, file: FileId, mut examined: Examined, catalog: &Catalog) -> Examined {
    let name = examined.files.name(file).to_owned();
    let cured = cure(&name, examined.files.text(file), catalog);
    examined.files = cured.files;
    examined.sink = cured.sink;
    if cured.count > 0 {
        match write_back(path, cured.text.as_bytes()) {
            Ok(()) => examined.diff = Some(cure::diff(&name, &cured.before, &cured.text)),
            Err(message) => {
                examined.failed = true;
                examined.sink = Sink::default();
                let hint = "periksa izin menulis dan sisa tempat pada cakram; berkas tidak diubah";
                examined.sink.push(Diagnostic::galat(Code::TULIS, None, message).hint(hint));
            }
        }
    }
    examined
}

/// Replaces the file itself, also where `path` is a link to it.
fn write_back(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let told = |error: &std::io::Error| format!("{} tidak dapat ditulis: {}", path.display(), explain(error));
    let real = path.canonicalize().map_err(|error| told(&error))?;
    disk::write_all(&[(real, bytes.to_vec())], true).map(drop).map_err(|error| match error {
        WriteError::Exists(path) => format!("{} sudah ada", path.display()),
        WriteError::Io(_, error) => told(&error),
    })
}

/// What has been told so far.
struct Told<'a> {
    job: &'a Job,
    /// The findings of a SARIF run, which become one document.
    sarif: Vec<Examined>,
    counts: BTreeMap<Level, usize>,
    curable: usize,
    failed: bool,
    /// Whether nobody listens to standard output any more.
    broken: bool,
}

impl Told<'_> {
    fn tell(&mut self, mut examined: Examined) {
        self.failed |= examined.failed;
        for level in Level::ALL {
            *self.counts.entry(level).or_default() += examined.sink.count(level);
        }
        self.curable += examined.sink.found().iter().filter(|finding| !finding.edits.is_empty()).count();
        examined.sink.keep_from(self.job.tingkat);
        match self.job.format {
            Format::Pesan(form) => {
                let people = form == MessageFormat::Manusia;
                match examined.diff.as_deref() {
                    Some(diff) if people => self.say(diff),
                    Some(diff) => eprint!("{diff}"),
                    None => {}
                }
                self.say(&render_all(&examined.sink, &examined.files, form, self.job.color));
            }
            Format::Sarif => {
                eprint!("{}", examined.diff.as_deref().unwrap_or_default());
                self.sarif.push(examined);
            }
        }
    }

    fn say(&mut self, text: &str) {
        self.broken |= disk::write_stdout(text.as_bytes()).is_err();
    }

    fn finish(mut self, files: usize) -> Outcome {
        if self.job.format == Format::Sarif {
            let document = sarif::document(&self.sarif);
            self.say(&document);
        }
        let count = |level: Level| self.counts.get(&level).copied().unwrap_or(0);
        let errors = count(Level::Galat);
        if matches!(self.job.format, Format::Pesan(MessageFormat::Manusia)) {
            let (warnings, questions) = (count(Level::Peringatan), count(Level::Saran));
            let cures = match self.curable {
                0 => String::new(),
                n if self.job.perbaiki => format!("; {n} perbaikan ditinggalkan karena menimbulkan temuan lain"),
                n => format!("; {n} dapat diperbaiki dengan --perbaiki"),
            };
            let _ = writeln!(
                std::io::stderr(),
                "{files} berkas diperiksa: {errors} galat, {warnings} peringatan, {questions} saran{cures}"
            );
        }
        match (self.failed || self.broken, errors) {
            (true, _) => Outcome::CouldNotRun,
            (false, 0) => Outcome::Made,
            (false, _) => Outcome::Wrong,
        }
    }
}
