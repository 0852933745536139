//! The command `beda`: what changed between two decrees, in the decree's own terms and as a redline.
//!
//! Both are read as drafts; the drafting rules are not asked, since an old decree is compared as it was made.

mod align;
mod blocks;
mod brief;
mod columns;
mod compare;
mod items;
mod json;
mod merge;
mod page;
mod remarks;
mod report;
mod table;
mod table_merge;
mod text;
mod words;

pub use align::Cara;
pub use compare::{Compared, compare};
pub use report::{Isian, Laporan, Nasib, Satuan, Tempat};
pub use words::{Potong, Tanda};

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::naming;
use crate::office::beku;
use crate::run::{Count, Made, Run};
use naskah_core::diag::Level;
use naskah_core::resolve::{Edition, Naskah, Printable, Resolved};
use naskah_formats::word::Pengubah;
use naskah_pages::{Means, typeset, word_banding};

/// What `beda` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The old decree; `-` is standard input.
    pub lama: PathBuf,
    /// The new decree; `-` is standard input.
    pub baru: PathBuf,
    /// What to make.
    pub format: Format,
    /// Where to; `None` is standard output, for a PDF or a Word file the default folder; `-` is standard output.
    pub keluaran: Option<PathBuf>,
    /// Whether unchanged items are left out of the redline.
    pub hanya_berubah: bool,
    /// Whether places where only the decree's year changed are told together.
    pub lipat_tahun: bool,
    /// Whether a file that is there may be replaced.
    pub timpa: bool,
}

/// What is made of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// A summary for people at a terminal.
    #[default]
    Ringkasan,
    /// The redline.
    Pdf,
    /// The redline as a Word file with tracked changes.
    Docx,
    /// A table in Markdown.
    Markdown,
    /// A page with a table.
    Html,
    /// One JSON object a line.
    Json,
}

impl Job {
    /// What the redline shows.
    fn cara(&self) -> Cara {
        match self.format {
            Format::Pdf if self.hanya_berubah => Cara::Ringkas,
            _ => Cara::Utuh,
        }
    }
}

impl Format {
    /// Whether it has the form of a decree.
    fn on_pages(self) -> bool {
        matches!(self, Self::Pdf | Self::Docx)
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Ringkasan => "txt",
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "jsonl",
        }
    }
}

/// A redline: in the form of a decree, and marked on every page as none.
pub struct Redline(Resolved);

impl Redline {
    /// What is set in the new decree's form.
    pub fn new(new: Resolved, compared: Compared) -> (Self, Laporan) {
        (Self(new.with_pages(compared.naskah)), compared.laporan)
    }
}

impl Printable for Redline {
    fn resolved(&self) -> &Resolved {
        &self.0
    }
}

/// Compares two decrees.
pub fn run(job: &Job, run: Run) -> Outcome {
    let mut run = if job.format.on_pages() { run.with_pages() } else { run };
    make(job, &mut run);
    run.finish()
}

/// Reads a decree; only what keeps it from being compared is told.
fn read(path: &Path, run: &mut Run) -> Option<Resolved> {
    let bound = |run: &mut Run| {
        let file = run.open(path)?;
        run.bind(file, &Edition::draft())
    };
    let (bound, sound) = run.apart(Level::Galat, bound);
    let bound = bound.filter(|_| sound)?;
    if let Some((kunci, false)) = beku::source_of(path, &run.catalog, &mut run.files, &mut run.sink) {
        run.sink.push(beku::compared(path, &kunci));
    }
    Some(bound)
}

fn make(job: &Job, run: &mut Run) -> Option<()> {
    let (old, new) = (read(&job.lama, run), read(&job.baru, run));
    let (old, new) = (old?, new?);
    let mut compared = compare(&old, &new, job.cara());
    if job.lipat_tahun {
        let years = [&old, &new].map(|decree| decree.keputusan().tahun.value);
        compared.laporan.fold_years(&run.catalog.kata().lists, years);
    }
    let counts = compared.laporan.counts();
    let folder = naming::output_folder(new.keputusan());
    let target = target(job, job.format.on_pages().then_some(folder));
    let (bytes, pages) = product(job, &old, new, compared, run)?;
    let Some(fate) = run.deliver(&target, bytes, job.timpa) else {
        if job.format == Format::Ringkasan {
            run.voice.remark(counts);
        }
        return None;
    };
    let made = Made::file(&target, fate).note(counts);
    run.voice.made(pages.iter().fold(made, |made, pages| made.count(Count::Halaman, *pages)));
    Some(())
}

/// What is to be written, and how many pages it has.
fn product(
    job: &Job,
    old: &Resolved,
    new: Resolved,
    compared: Compared,
    run: &mut Run,
) -> Option<(Vec<u8>, Option<usize>)> {
    let [lama, baru] = [old, &new].map(|decree| named(decree, run));
    let heading = page::Heading { lama: &lama, baru: &baru };
    let laporan = &compared.laporan;
    let text = match job.format {
        Format::Ringkasan => text::summary(laporan, run.voice.colors_products() && on_screen(job)),
        Format::Markdown => run.keep(page::page("perbandingan.md", laporan, &heading))?,
        Format::Html => run.keep(page::page("perbandingan.html", laporan, &heading))?,
        Format::Json => json::lines(laporan, &run.files),
        Format::Pdf => {
            let Run { catalog, fonts, files, sink, .. } = run;
            let means = Means { catalog, fonts, files };
            let typeset = typeset(Redline::new(new, compared).0, &means, sink)?;
            return Some((typeset.pdf(&means, sink)?, Some(typeset.pages().count())));
        }
        Format::Docx => {
            let Run { catalog, fonts, files, sink, .. } = run;
            let means = Means { catalog, fonts, files };
            let pengubah = pengubah(&compared.naskah);
            return Some((word_banding((old, &new), &compared.naskah, pengubah, &means, sink)?, None));
        }
    };
    Some((text.into_bytes(), None))
}

/// Who made the changes: the office, on the day of the new decree.
fn pengubah(naskah: &Naskah) -> Pengubah {
    let meta = &naskah.meta;
    let (year, month, day) = meta.tanggal;
    Pengubah { nama: meta.pengarang.clone(), waktu: format!("{year:04}-{month:02}-{day:02}T00:00:00Z") }
}

fn on_screen(job: &Job) -> bool {
    job.keluaran.as_deref().is_none_or(|path| path == Path::new("-"))
}

/// Where the result goes: the place asked for, a name in the folder asked for, or else the default folder; `-` where
/// there is none.
fn target(job: &Job, default: Option<PathBuf>) -> PathBuf {
    match (&job.keluaran, default) {
        (Some(path), _) if path != Path::new("-") && naming::names_folder(path) => path.join(name(job)),
        (Some(path), _) => path.clone(),
        (None, Some(folder)) => folder.join(name(job)),
        (None, None) => PathBuf::from("-"),
    }
}

/// `beda-<lama>-<baru>.pdf`
fn name(job: &Job) -> String {
    let stem = |path: &Path| match path.file_stem() {
        Some(stem) if path != Path::new("-") => stem.to_string_lossy().into_owned(),
        _ => "masukan".to_owned(),
    };
    format!("beda-{}-{}.{}", stem(&job.lama), stem(&job.baru), job.format.extension())
}

/// The decree's title and file.
fn named(resolved: &Resolved, run: &Run) -> String {
    format!("{} ({})", resolved.naskah().meta.judul, run.files.name(resolved.source()))
}
