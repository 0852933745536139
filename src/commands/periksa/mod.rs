//! The command `periksa`: decrees are checked by the drafting rules, and mended where the cure is certain.

mod cure;
mod data;
mod sarif;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::disk::{self, WriteError};
use crate::input::{self, Refused};
use crate::office::register::{Buku, Ditolak, Tercatat};
use crate::office::sasaran;
use crate::parallel::in_order;
use crate::run::{Progress, Run, Voice, unwritten};
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, FileId, Files, Level, MessageFormat, Sink, render_all};
use naskah_core::resolve::{Edition, Resolved};
use naskah_pages::Means;
use naskah_pages::typeset::{self, Fonts};

pub use cure::{Cured, cure, cure_one};

/// What `periksa` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The decrees, or folders of them; `-` is standard input.
    pub berkas: Vec<PathBuf>,
    /// Form of the findings.
    pub format: Format,
    /// The lowest level that is shown.
    pub tingkat: Level,
    /// Whether certain cures are written into the files.
    pub perbaiki: bool,
    /// Whether the pages are laid out, and looked at, where nothing else is wrong.
    pub halaman: bool,
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
    /// Whether its pages were laid out, or it has none.
    ditata: bool,
}

/// Checks every decree, in as many threads as there are cores; findings are told in the order of the files.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    run.catalog.read_ahead();
    let paths = match input::decrees(&job.berkas) {
        Ok(paths) => paths,
        Err(diagnostic) => {
            run.failed = true;
            run.sink.push(*diagnostic);
            return run.finish();
        }
    };
    let Run { catalog, fonts, voice, failed, .. } = &mut run;
    let desk = Desk { job, catalog, fonts };
    let mut told =
        Told { job, voice, sarif: Vec::new(), counts: BTreeMap::new(), curable: 0, ditata: 0, failed: false };
    let progress = Progress::new(paths.len(), "berkas diperiksa");
    let tell = |examined| {
        progress.clear();
        told.tell(examined);
        progress.step();
    };
    in_order(&paths, |path| desk.examine(path), tell);
    progress.clear();
    let errors = told.finish(paths.len());
    *failed |= told.failed;
    match (run.finish(), errors) {
        (Outcome::Made, true) => Outcome::Wrong,
        (outcome, _) => outcome,
    }
}

/// Where one decree is checked, beside others.
struct Desk<'a> {
    job: &'a Job,
    catalog: &'a Catalog,
    fonts: &'a Fonts,
}

impl Desk<'_> {
    /// Checks one file, and mends it first where that was asked for.
    fn examine(&self, path: &Path) -> Examined {
        let Self { job, catalog, fonts } = *self;
        let mut examined = Examined::default();
        let file = match input::open(path, &mut examined.files, &mut examined.sink) {
            Ok(file) => file,
            Err(refused) => {
                examined.failed = refused == Refused::Unread;
                return examined;
            }
        };
        let (files, mut sink) = (&mut examined.files, Sink::default());
        if data::examine(path, file, files, &mut sink) {
            (examined.sink, examined.ditata) = (sink, true);
            return examined;
        }
        let resolved = crate::bind(file, &Edition::draft(), catalog, files, &mut sink);
        let issued = resolved.as_ref().map(|resolved| is_issued(resolved, catalog, files, &mut sink));
        let hands_off = matches!(issued, Some(Err(_) | Ok(true)));
        if job.perbaiki && !hands_off {
            return mend(path, file, examined, catalog, fonts);
        }
        if let Some(resolved) = resolved {
            naskah_rules::run(&resolved, catalog, files, &mut sink);
            if issued == Some(Ok(false)) {
                against_register(&resolved, catalog, files, &mut sink);
            }
            examined.ditata = job.halaman && !sink.has_errors();
            match examined.ditata {
                // Nothing is written of them.
                true => drop(naskah_pages::lay(&resolved, &Means { catalog, fonts, files: &*files }, &mut sink)),
                // Letters are what pages mostly fail for.
                false => typeset::check_means(&resolved, files, fonts, &mut sink),
            }
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
}

/// Whether the decree is issued; a source that was changed since is reported, and so is that it was withdrawn.
pub fn is_issued(resolved: &Resolved, catalog: &Catalog, files: &mut Files, sink: &mut Sink) -> Result<bool, Ditolak> {
    let found = Buku::of(catalog.root.folder()).tercatat(resolved, files, sink)?;
    if let Some(message) = found.as_ref().and_then(Tercatat::told_withdrawn) {
        sink.push(Diagnostic::peringatan(Code::DIBATALKAN, resolved.keputusan().nomor_span, message));
    }
    Ok(found.is_some())
}

/// What the register says otherwise than a draft that amends or revokes; a faulty register is told by its own commands.
pub fn against_register(resolved: &Resolved, catalog: &Catalog, files: &mut Files, sink: &mut Sink) {
    if Buku::of(catalog.root.folder()).semua_tahun().is_empty() {
        return;
    }
    let mut found = Sink::default();
    if sasaran::check(resolved, &[], catalog, files, &mut found).is_some() {
        sink.extend(found);
    }
}

/// Writes the certain cures into the file; what is left is told of the mended text.
fn mend(path: &Path, file: FileId, mut examined: Examined, catalog: &Catalog, fonts: &Fonts) -> Examined {
    let name = examined.files.name(file).to_owned();
    let cured = cure(&name, examined.files.text(file), catalog);
    examined.files = cured.files;
    examined.sink = cured.sink;
    let now = examined.files.add(name.clone(), cured.text.clone());
    if let Some(mended) = crate::bind(now, &Edition::draft(), catalog, &mut examined.files, &mut Sink::default()) {
        typeset::check_means(&mended, &examined.files, fonts, &mut examined.sink);
        against_register(&mended, catalog, &mut examined.files, &mut examined.sink);
    }
    if cured.count > 0 {
        match write_back(path, cured.text.as_bytes()) {
            Ok(()) => examined.diff = Some(cure::diff(&name, &cured.before, &cured.text)),
            Err(error) => {
                examined.failed = true;
                examined.sink = Sink::default();
                examined.sink.push(unwritten(&error).hint("berkas tidak diubah"));
            }
        }
    }
    examined
}

/// Replaces the file itself, also where `path` is a link to it.
fn write_back(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    let real = path.canonicalize().map_err(|error| WriteError::Io(path.to_owned(), error))?;
    disk::write_all(&[(real, bytes.to_vec())], true).map(drop)
}

/// What has been told so far.
struct Told<'a> {
    job: &'a Job,
    voice: &'a mut Voice,
    /// The findings of a SARIF run, which become one document.
    sarif: Vec<Examined>,
    counts: BTreeMap<Level, usize>,
    curable: usize,
    /// How many decrees were laid out.
    ditata: usize,
    failed: bool,
}

impl Told<'_> {
    fn tell(&mut self, mut examined: Examined) {
        self.failed |= examined.failed;
        self.ditata += usize::from(examined.ditata);
        for level in Level::ALL {
            *self.counts.entry(level).or_default() += examined.sink.count(level);
        }
        self.curable += examined.sink.found().iter().filter(|finding| !finding.edits.is_empty()).count();
        examined.sink.keep_from(self.job.tingkat);
        let diff = examined.diff.as_deref().unwrap_or_default();
        match self.job.format {
            Format::Pesan(form) => {
                match form == MessageFormat::Manusia {
                    true => self.voice.show(diff.as_bytes()),
                    false => self.voice.aside(diff),
                }
                if form == MessageFormat::Manusia {
                    examined.files.remarks().iter().for_each(|line| self.voice.remark(line.clone()));
                }
                let color = self.voice.colors_products();
                self.voice.show(render_all(&examined.sink, &examined.files, form, color).as_bytes());
            }
            Format::Sarif => {
                self.voice.aside(diff);
                self.sarif.push(examined);
            }
        }
    }

    /// Says how much was found; whether an error was.
    fn finish(&mut self, files: usize) -> bool {
        if self.job.format == Format::Sarif {
            self.voice.show(sarif::document(&self.sarif).as_bytes());
        }
        let [errors, warnings, questions] =
            [Level::Galat, Level::Peringatan, Level::Saran].map(|level| self.counts.get(&level).copied().unwrap_or(0));
        let cures = match self.curable {
            0 => String::new(),
            n if self.job.perbaiki => format!("; {n} perbaikan ditinggalkan karena menimbulkan temuan lain"),
            n => format!("; {n} dapat diperbaiki dengan --perbaiki"),
        };
        let counts = format!("{errors} galat, {warnings} peringatan, {questions} saran");
        let pages = match files - self.ditata {
            0 => String::new(),
            _ if self.ditata == 0 && !self.job.halaman => "; halaman belum ditata".to_owned(),
            n => format!("; halaman {n} berkas belum ditata karena galat"),
        };
        self.voice.remark(format!("{files} berkas diperiksa: {counts}{cures}{pages}"));
        errors > 0
    }
}
