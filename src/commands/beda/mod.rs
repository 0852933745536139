//! The command `beda`: what changed between two decrees, in the decree's own terms and as a redline.
//!
//! Both are read as drafts; the drafting rules are not asked, since an old decree is compared as it was made.

mod align;
mod blocks;
mod brief;
mod columns;
mod items;
mod json;
mod merge;
mod page;
mod report;
mod table;
mod table_merge;
mod text;
mod words;

pub use merge::{Compared, compare};
pub use report::{Isian, Laporan, Nasib, Satuan, Tempat};
pub use words::{Potong, Tanda};

use std::path::{Path, PathBuf};

use crate::disk::{self, WriteError, Written, explain};
use crate::input::{self, Refused};
use crate::naming;
use crate::session::Cara;
use crate::{Outcome, bind};
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, Diagnostic, Files, Level, MessageFormat, Sink, render_all};
use naskah_core::resolve::{Edition, Printable, Resolved};
use naskah_pages::typeset::Fonts;
use naskah_pages::{Means, typeset};

/// What `beda` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The old decree; `-` is standard input.
    pub lama: PathBuf,
    /// The new decree; `-` is standard input.
    pub baru: PathBuf,
    /// What to make.
    pub format: Format,
    /// Where to; `None` is standard output, for a PDF the default folder; `-` is standard output.
    pub keluaran: Option<PathBuf>,
    /// Whether unchanged items are left out of the redline.
    pub hanya_berubah: bool,
    /// Whether a file that is there may be replaced.
    pub timpa: bool,
    /// What every command is asked.
    pub cara: Cara,
    /// Whether the summary is coloured.
    pub color_out: bool,
}

/// What is made of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// A summary for people at a terminal.
    #[default]
    Ringkasan,
    /// The redline.
    Pdf,
    /// A table in Markdown.
    Markdown,
    /// A page with a table.
    Html,
    /// One JSON object a line.
    Json,
}

impl Format {
    fn extension(self) -> &'static str {
        match self {
            Self::Ringkasan => "txt",
            Self::Pdf => "pdf",
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

/// What is to be written, and how many pages it has.
struct Product {
    bytes: Vec<u8>,
    pages: Option<usize>,
    default: Option<PathBuf>,
    counts: String,
}

/// Compares two decrees.
pub fn run(job: &Job) -> Outcome {
    let catalog = Catalog::new(input::root_of(job.cara.akar.as_deref()));
    let fonts = (job.format == Format::Pdf).then(|| Fonts::load(&catalog));
    let mut session = Session { job, catalog, files: Files::default(), sink: Sink::default(), failed: false };
    let product = session.make(fonts.as_ref());
    let told = product.and_then(|product| session.deliver(product));
    eprint!("{}", render_all(&session.sink, &session.files, job.cara.pesan, job.cara.color));
    told.iter().for_each(|line| eprintln!("{line}"));
    match (session.failed, session.sink.has_errors()) {
        (true, _) => Outcome::CouldNotRun,
        (false, true) => Outcome::Wrong,
        (false, false) => Outcome::Made,
    }
}

struct Session<'a> {
    job: &'a Job,
    catalog: Catalog,
    files: Files,
    sink: Sink,
    /// Whether the run failed for reasons outside the documents.
    failed: bool,
}

impl Session<'_> {
    /// Reads a decree; only what keeps it from being compared is told.
    fn read(&mut self, path: &Path) -> Option<Resolved> {
        let mut sink = Sink::default();
        let file = input::open(path, &mut self.files, &mut sink);
        self.failed |= matches!(file, Err(Refused::Unread));
        let bound = file.ok().and_then(|file| bind(&mut self.files, file, &Edition::draft(), &self.catalog, &mut sink));
        sink.keep_from(Level::Galat);
        let sound = !sink.has_errors();
        self.sink.extend(sink);
        bound.filter(|_| sound)
    }

    fn make(&mut self, fonts: Option<&Fonts>) -> Option<Product> {
        let (old, new) = (self.read(&self.job.lama.clone()), self.read(&self.job.baru.clone()));
        let (old, new) = (old?, new?);
        let compared = compare(&old, &new, self.job.hanya_berubah && self.job.format == Format::Pdf);
        let (lama, baru) = (self.named(&old), self.named(&new));
        let heading = page::Heading { lama: &lama, baru: &baru };
        let counts = compared.laporan.counts();
        let (mut pages, mut default) = (None, None);
        let bytes = match self.job.format {
            Format::Ringkasan => text::summary(&compared.laporan, self.job.color_out).into_bytes(),
            Format::Markdown => self.page("perbandingan.md", &compared.laporan, &heading)?,
            Format::Html => self.page("perbandingan.html", &compared.laporan, &heading)?,
            Format::Json => json::lines(&compared.laporan, &self.files).into_bytes(),
            Format::Pdf => {
                default = Some(PathBuf::from("output").join(new.keputusan().tahun.value.to_string()).join(self.name()));
                let (redline, _) = Redline::new(new, compared);
                let fonts = fonts?;
                let means = Means { catalog: &self.catalog, fonts, files: &self.files };
                let typeset = typeset(redline, &means, &mut self.sink)?;
                pages = Some(typeset.pages().count());
                typeset.pdf(&means, &mut self.sink)?
            }
        };
        Some(Product { bytes, pages, default, counts })
    }

    /// The comparison as a page to be read by others.
    fn page(&mut self, template: &str, laporan: &report::Laporan, heading: &page::Heading<'_>) -> Option<Vec<u8>> {
        page::page(template, laporan, heading).map(String::into_bytes).map_err(|error| self.sink.push(*error)).ok()
    }

    /// The decree's title and file.
    fn named(&self, resolved: &Resolved) -> String {
        format!("{} ({})", resolved.naskah().meta.judul, self.files.name(resolved.source()))
    }

    /// `beda-<lama>-<baru>.pdf`
    fn name(&self) -> String {
        let stem = |path: &Path| match path.file_stem() {
            Some(stem) if path != Path::new("-") => stem.to_string_lossy().into_owned(),
            _ => "masukan".to_owned(),
        };
        format!("beda-{}-{}.{}", stem(&self.job.lama), stem(&self.job.baru), self.job.format.extension())
    }

    /// Writes the result where it belongs; what is said of it.
    fn deliver(&mut self, product: Product) -> Option<String> {
        let target = match &self.job.keluaran {
            Some(path) if path == Path::new("-") => None,
            Some(path) if naming::names_folder(path) => Some(path.join(self.name())),
            Some(path) => Some(path.clone()),
            None => product.default,
        };
        let Some(path) = target else {
            if let Err(error) = disk::write_stdout(&product.bytes) {
                return self.refuse(
                    Code::TULIS,
                    format!("keluaran baku tidak dapat ditulis: {}", explain(&error)),
                    None,
                );
            }
            return (self.job.format == Format::Ringkasan).then_some(product.counts);
        };
        match disk::write_all(&[(path.clone(), product.bytes)], self.job.timpa) {
            Ok(fates) => Some(self.tell(&path, product.pages, &product.counts, fates.contains(&Written::Same))),
            Err(WriteError::Exists(path)) => {
                let message = format!("{} sudah ada dan isinya lain", path.display());
                self.refuse(Code::SUDAH_ADA, message, Some("pilih tempat lain dengan -o, atau ganti dengan --timpa"))
            }
            Err(WriteError::Io(path, error)) => {
                let message = format!("{} tidak dapat ditulis: {}", path.display(), explain(&error));
                self.refuse(Code::TULIS, message, Some("periksa izin menulis dan sisa tempat pada cakram"))
            }
        }
    }

    fn tell(&self, path: &Path, pages: Option<usize>, counts: &str, unchanged: bool) -> String {
        if self.job.cara.pesan == MessageFormat::Json {
            let path = path.display().to_string();
            return serde_json::json!({"hasil": path, "halaman": pages, "berubah": !unchanged}).to_string();
        }
        let word = if unchanged { "sama dengan yang sudah ada" } else { "dibuat" };
        let pages = pages.map_or(String::new(), |pages| format!("{pages} halaman; "));
        format!("{word}: {} ({pages}{counts})", path.display())
    }

    fn refuse(&mut self, code: Code, message: String, hint: Option<&str>) -> Option<String> {
        self.failed = true;
        self.sink.push(Diagnostic::galat(code, None, message).hint_opt(hint.map(str::to_owned)));
        None
    }
}
