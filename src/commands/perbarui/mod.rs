//! The command `perbarui`: next year's decree from this year's, with every change shown and every doubt marked.

mod bases;
mod columns;
mod counted;
mod dates;
mod documents;
mod fields;
mod hasil;
mod keys;
mod lembar;
mod marks;
mod measured;
mod page;
mod people;
mod pieces;
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
use crate::naming;
use crate::office::beku;
use crate::run::{Deed, Made, Run};
use naskah_core::diag::{Code, Sink, on_lines};
use naskah_formats::sheets::{self, Format};

pub use page::parts;
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
    pub laporan: Option<Shape>,
    /// Whether files that are there may be replaced; the old decree never is.
    pub timpa: bool,
}

/// Form of a report that is written as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One HTML file.
    Html,
    /// Markdown.
    Md,
    /// A workbook.
    Xlsx,
    /// JSON.
    Json,
}

impl Shape {
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
pub fn run(job: &Job, mut run: Run) -> Outcome {
    run.catalog.read_laws_ahead();
    rolled(job, &mut run).and_then(|(rolled, unchanged)| deliver(job, &rolled, unchanged, &mut run));
    run.finish()
}

/// What would become of a decree, without writing anything.
pub fn look(job: &Job, run: &mut Run) -> Option<Report> {
    run.catalog.read_laws_ahead();
    rolled(job, run).map(|(rolled, _)| rolled.report)
}

/// The new decree, and whether nothing was changed. What is found on the way is told where it keeps it from being made.
fn rolled(job: &Job, run: &mut Run) -> Option<(Rolled, bool)> {
    let file = run.open(&job.berkas)?;
    beku::unchanged(&job.berkas, run)?;
    let bawa = match &job.bawa {
        Some(path) => Some(Bawa::read(path, run)?),
        None => None,
    };
    let mut found = Sink::default();
    let rolled = roll_with(file, job.tahun, bawa.as_ref(), &run.catalog, &mut run.files, &mut found);
    if rolled.is_none() {
        run.failed |= found.found().iter().any(|finding| finding.code == Code::PERINTAH);
        run.sink.extend(found);
    }
    let rolled = rolled?;
    let unchanged = rolled.text == run.files.text(file);
    Some((rolled, unchanged))
}

/// Writes the decree and its report, both or none, and shows the report.
fn deliver(job: &Job, rolled: &Rolled, unchanged: bool, run: &mut Run) -> Option<()> {
    let report = &rolled.report;
    let shown = if run.voice.as_json() { page::json(report) } else { on_lines(&report.table()).into_owned() };
    if job.keluaran.as_deref() == Some(Path::new("-")) {
        run.voice.show(rolled.text.as_bytes());
        run.voice.aside(&shown);
    } else {
        let files = files(job, rolled, unchanged, run)?;
        files.iter().try_for_each(|(path, _)| beku::writable(path, run))?;
        let fates = run.write(&files, job.timpa)?;
        run.voice.show(shown.as_bytes());
        if unchanged && !files.iter().any(|(path, _)| *path == target(job, report.from)) {
            run.voice.made(Made::new(Deed::Tetap).at(job.berkas.display()));
        }
        files.iter().zip(fates).for_each(|((path, _), fate)| run.voice.made(Made::file(path, fate)));
    }
    run.voice.remark(format!("tahun {} ke {}: {}", report.from, report.to, report.summary()));
    Some(())
}

/// What is to be written; what cannot be is reported.
fn files(job: &Job, rolled: &Rolled, unchanged: bool, run: &mut Run) -> Option<Vec<(PathBuf, Vec<u8>)>> {
    let target = target(job, rolled.report.from);
    let mut files = Vec::new();
    // What did not change is written where a place was asked for, and never over the old decree.
    if !unchanged || (job.keluaran.is_some() && !is_the_old_one(job, &target)) {
        if is_the_old_one(job, &target) {
            let message = format!("{} ialah berkas yang lama; berkas itu tidak diganti", target.display());
            run.refuse(Code::SUDAH_ADA, message, Some("pilih tempat lain dengan -o"));
            return None;
        }
        files.push((target.clone(), rolled.text.clone().into_bytes()));
    }
    if let Some(shape) = job.laporan {
        let path = target.with_extension(format!("laporan.{}", shape.extension()));
        let refuse = |reason: String| {
            let hint = "satu sel memuat paling banyak 32767 aksara; pilih bentuk laporan lain";
            run.refuse(Code::TULIS, format!("laporan tidak dapat dibuat: {reason}"), Some(hint));
        };
        files.push((path, shape.page(&rolled.report).map_err(refuse).ok()?));
    }
    Some(files)
}

/// Whether a path is that of the decree that was read, however it is written.
fn is_the_old_one(job: &Job, target: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    target == job.berkas || real(target).is_some_and(|target| real(&job.berkas) == Some(target))
}

/// Where the new decree goes: the path asked for, a place in the folder asked for, or beside the old one.
fn target(job: &Job, from: i32) -> PathBuf {
    let beside = renamed(&job.berkas, from, job.tahun);
    match &job.keluaran {
        Some(path) if naming::names_folder(path) => path.join(beside.file_name().unwrap_or_default()),
        Some(path) => path.clone(),
        None => beside,
    }
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
