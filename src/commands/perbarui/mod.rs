//! The command `perbarui`: next year's decree from this year's, with every change shown and every doubt marked.

mod bases;
mod dates;
mod documents;
mod fields;
mod marks;
mod page;
mod people;
mod places;
mod realisasi;
mod report;
mod roll;
mod sheet;
mod texts;
mod units;
mod years;

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::disk::{self, WriteError, Written, explain};
use crate::input::{self, Refused};
use crate::naming;
use crate::session::Cara;
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, Files, MessageFormat, Sink, render_all};
use naskah_formats::sheets::{self, Format};

pub use realisasi::Bawa;
pub use report::{Entry, Fate, Report};
pub use roll::{Rolled, roll, roll_with};
pub use units::raw as years_of;

/// What `perbarui` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The decree; `-` is standard input.
    pub berkas: PathBuf,
    /// The year that it is rolled to.
    pub tahun: i32,
    /// Where to; `None` is a name made of the old one, `-` standard output.
    pub keluaran: Option<PathBuf>,
    /// The workbook that tells what was done of the old decree's rows.
    pub bawa: Option<PathBuf>,
    /// The report that is written beside it.
    pub laporan: Option<Laporan>,
    /// Whether files that are there may be replaced; the old decree never is.
    pub timpa: bool,
    /// What every command is asked.
    pub cara: Cara,
}

/// Form of a report that is written as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Laporan {
    /// One HTML file.
    Html,
    /// Markdown.
    Md,
    /// A workbook.
    Xlsx,
    /// JSON.
    Json,
}

impl Laporan {
    fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Md => "md",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }

    /// The report in this form; `Err` tells what a workbook cannot hold.
    pub fn page(self, report: &Report) -> Result<Vec<u8>, String> {
        let made = |template: &str| page::page(template, report).map(String::into_bytes).map_err(|error| error.message);
        Ok(match self {
            Self::Html => made("pembaruan.html")?,
            Self::Md => made("pembaruan.md")?,
            Self::Json => page::json(report).into_bytes(),
            Self::Xlsx => return sheets::write(&[sheet::page(report)], Format::Xlsx),
        })
    }
}

/// Rolls one decree.
pub fn run(job: &Job) -> Outcome {
    let catalog = Catalog::new(input::root_of(job.cara.akar.as_deref()));
    catalog.read_laws_ahead();
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = match input::open(&job.berkas, &mut files, &mut sink) {
        Ok(file) => file,
        Err(refused) => {
            job.tell(&sink, &files);
            return if refused == Refused::Unread { Outcome::CouldNotRun } else { Outcome::Wrong };
        }
    };
    let bawa = match job.bawa.as_deref().map(Bawa::read).transpose() {
        Ok(bawa) => bawa,
        Err((finding, unread)) => {
            sink.push(*finding);
            job.tell(&sink, &files);
            return if unread { Outcome::CouldNotRun } else { Outcome::Wrong };
        }
    };
    if let Some(doubt) = bawa.as_ref().and_then(Bawa::doubt) {
        let mut sink = Sink::default();
        sink.push(doubt);
        job.tell(&sink, &files);
    }
    let Some(rolled) = roll_with(&mut files, file, job.tahun, bawa.as_ref(), &catalog, &mut sink) else {
        job.tell(&sink, &files);
        let refused = sink.found().iter().any(|finding| finding.code == Code::PERINTAH);
        return if refused { Outcome::CouldNotRun } else { Outcome::Wrong };
    };
    let unchanged = rolled.text == files.text(file);
    match job.write(&rolled, unchanged) {
        Ok(told) => job.show(&rolled.report, &told),
        Err(diagnostic) => {
            let mut sink = Sink::default();
            sink.push(*diagnostic);
            job.tell(&sink, &files);
            Outcome::CouldNotRun
        }
    }
}

impl Job {
    fn tell(&self, sink: &Sink, files: &Files) {
        eprint!("{}", render_all(sink, files, self.cara.pesan, self.cara.color));
    }

    fn to_stdout(&self) -> bool {
        self.keluaran.as_deref() == Some(Path::new("-"))
    }

    /// Writes the decree and its report, both or none, and says what became of them.
    fn write(&self, rolled: &Rolled, unchanged: bool) -> Result<Vec<String>, Box<Diagnostic>> {
        if self.to_stdout() {
            return match disk::write_stdout(rolled.text.as_bytes()) {
                Ok(()) => Ok(Vec::new()),
                Err(error) => {
                    let message = format!("keluaran baku tidak dapat ditulis: {}", explain(&error));
                    Err(Box::new(Diagnostic::galat(Code::TULIS, None, message)))
                }
            };
        }
        let target = self.target(rolled.report.from);
        let mut files = Vec::new();
        if !unchanged {
            if self.is_the_old_one(&target) {
                let message = format!("{} ialah berkas yang lama; berkas itu tidak diganti", target.display());
                let hint = "pilih tempat lain dengan -o";
                return Err(Box::new(Diagnostic::galat(Code::SUDAH_ADA, None, message).hint(hint)));
            }
            files.push((target.clone(), rolled.text.clone().into_bytes()));
        }
        if let Some(laporan) = self.laporan {
            let path = target.with_extension(format!("laporan.{}", laporan.extension()));
            let page = laporan.page(&rolled.report).map_err(|reason| {
                let message = format!("laporan tidak dapat dibuat: {reason}");
                let hint = "satu sel memuat paling banyak 32767 aksara; pilih bentuk laporan lain";
                Box::new(Diagnostic::galat(Code::TULIS, None, message).hint(hint))
            })?;
            files.push((path, page));
        }
        let fates = disk::write_all(&files, self.timpa).map_err(refusal)?;
        let mut told: Vec<String> = files
            .iter()
            .zip(fates)
            .map(|((path, _), fate)| match fate {
                Written::New => format!("dibuat: {}", path.display()),
                Written::Same => format!("sama dengan yang sudah ada: {}", path.display()),
            })
            .collect();
        if unchanged {
            told.insert(0, format!("tidak ada yang berubah: {}", self.berkas.display()));
        }
        Ok(told)
    }

    /// Whether a path is that of the decree that was read, however it is written.
    fn is_the_old_one(&self, target: &Path) -> bool {
        let real = |path: &Path| path.canonicalize().ok();
        target == self.berkas || real(target).is_some_and(|target| real(&self.berkas) == Some(target))
    }

    /// Where the new decree goes: the path asked for, a place in the folder asked for, or beside the old one.
    fn target(&self, from: i32) -> PathBuf {
        let beside = renamed(&self.berkas, from, self.tahun);
        match &self.keluaran {
            Some(path) if naming::names_folder(path) => path.join(beside.file_name().unwrap_or_default()),
            Some(path) => path.clone(),
            None => beside,
        }
    }

    /// Shows the report, then what was written.
    fn show(&self, report: &Report, told: &[String]) -> Outcome {
        let shown = match self.cara.pesan {
            MessageFormat::Json => page::json(report),
            _ => report.table(),
        };
        let out = match self.to_stdout() {
            true => {
                eprint!("{shown}");
                Ok(())
            }
            false => disk::write_stdout(shown.as_bytes()),
        };
        if self.cara.pesan != MessageFormat::Json {
            eprintln!("tahun {} ke {}: {}", report.from, report.to, report.summary());
        }
        told.iter().for_each(|line| eprintln!("{line}"));
        if out.is_ok() { Outcome::Made } else { Outcome::CouldNotRun }
    }
}

fn refusal(error: WriteError) -> Box<Diagnostic> {
    Box::new(match error {
        WriteError::Exists(path) => {
            let message = format!("{} sudah ada dan isinya lain", path.display());
            Diagnostic::galat(Code::SUDAH_ADA, None, message)
                .hint("pilih tempat lain dengan -o, atau ganti dengan --timpa")
        }
        WriteError::Io(path, error) => {
            let message = format!("{} tidak dapat ditulis: {}", path.display(), explain(&error));
            Diagnostic::galat(Code::TULIS, None, message).hint("periksa izin menulis dan sisa tempat pada cakram")
        }
    })
}

/// The path of the new decree: the old year in the names of file and folder becomes the new one; where neither has it,
/// the new year is put behind the name.
fn renamed(old: &Path, from: i32, to: i32) -> PathBuf {
    let (from, to) = (from.to_string(), to.to_string());
    let stem = old.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = old.parent().unwrap_or(Path::new(""));
    let year_folder = folder.file_name().is_some_and(|name| name.to_string_lossy() == from.as_str());
    let place = if year_folder { folder.with_file_name(&to) } else { folder.to_owned() };
    let (year_name, dated) = (stem.contains(&from), stem.contains(&to));
    let name = match (year_name, year_folder || (dated && from == to)) {
        (true, _) => stem.replace(&from, &to),
        (false, true) => stem,
        (false, false) => format!("{stem}-{to}"),
    };
    place.join(format!("{name}.yaml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_take_the_new_year() {
        let name = |old: &str| renamed(Path::new(old), 2025, 2026).display().to_string();
        assert_eq!(name("data/2025/006-rencana.yaml"), "data/2026/006-rencana.yaml");
        assert_eq!(name("rencana-2025.yml"), "rencana-2026.yaml");
        assert_eq!(name("rencana.yaml"), "rencana-2026.yaml");
        assert_eq!(name("2025/rencana-2025.yaml"), "2026/rencana-2026.yaml");
        assert_eq!(renamed(Path::new("rencana-2026.yaml"), 2026, 2026), Path::new("rencana-2026.yaml"));
    }
}
