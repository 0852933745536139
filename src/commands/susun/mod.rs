//! The command `susun`: decrees to PDF, pictures, Word files or Typst source.

mod docx;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::disk::Written;
use crate::input::{self, Refused};
use crate::naming;
use crate::office::register::Buku;
use crate::office::{berlaku, bukti};
use crate::parallel::in_order;
use crate::run::{Count, Deed, Made, Run};
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Code, FileId, Files, Sink};
use naskah_core::resolve::Edition;
use naskah_pages::typeset::{self, Fonts};
use naskah_pages::{Means, Typeset};
use naskah_rules::Checked;

/// What `susun` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The decrees; `-` is standard input.
    pub berkas: Vec<PathBuf>,
    /// Where to; `None` is the default folder, `-` standard output.
    pub keluaran: Option<PathBuf>,
    /// Draft, form of a copy.
    pub edition: Edition,
    /// What to make.
    pub format: Format,
    /// Whether a file that is there may be replaced.
    pub timpa: bool,
}

/// What is made of a decree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// One PDF.
    #[default]
    Pdf,
    /// A PNG a page.
    Png,
    /// An SVG a page.
    Svg,
    /// A Word file.
    Docx,
    /// A folder with the generated Typst source and all that it needs.
    Typ,
}

impl Format {
    fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Docx => "docx",
            Self::Typ => "typ",
        }
    }
}

/// Pixels an inch of PNG pages.
const PPI: f64 = 144.0;

/// A decree that is ready to be written.
struct Product {
    files: Vec<(PathBuf, Vec<u8>)>,
    shown: String,
    /// How many pages it has, where that is known.
    pages: Option<usize>,
}

/// Makes every decree, or none; several at once, told in their order.
pub fn run(job: &Job, run: Run) -> Outcome {
    let run = run.with_pages();
    run.catalog.read_ahead();
    let buku = Buku::of(run.catalog.root.folder());
    let mut tried = Vec::new();
    let desk = Desk { job, buku: &buku, catalog: &run.catalog, fonts: &run.fonts };
    in_order(&job.berkas, |path| desk.make(path), |one| tried.push(one));
    let mut session = Session { job, run };
    let products: Vec<Option<Product>> = tried.into_iter().map(|one| session.take(one)).collect();
    if !session.run.is_wrong() {
        session.write(products.into_iter().flatten().collect());
    }
    session.run.finish()
}

/// What became of one decree, apart from all others.
#[derive(Default)]
struct Tried {
    product: Option<Product>,
    files: Files,
    sink: Sink,
    unread: bool,
}

/// Where one decree is made, beside others.
struct Desk<'a> {
    job: &'a Job,
    buku: &'a Buku,
    catalog: &'a Catalog,
    fonts: &'a Fonts,
}

impl Desk<'_> {
    fn make(&self, path: &Path) -> Tried {
        // Keeps what the last decrees taught the typesetter, and no more.
        typeset::forget(3);
        let mut tried = Tried::default();
        match input::open(path, &mut tried.files, &mut tried.sink) {
            Ok(file) => tried.product = self.set(file, &mut tried.files, &mut tried.sink),
            Err(refused) => tried.unread = refused == Refused::Unread,
        }
        tried
    }

    fn set(&self, file: FileId, files: &mut Files, sink: &mut Sink) -> Option<Product> {
        let asli = bukti::asli_dari(file, &self.job.edition, (self.catalog, self.fonts), files);
        let resolved = crate::bind(file, &self.job.edition, self.catalog, files, sink)?;
        let resolved = berlaku::marked(resolved, self.buku, files, sink)?;
        let means = Means { catalog: self.catalog, fonts: self.fonts, files };
        let typeset = crate::check_and_typeset(resolved, &means, sink)?;
        let naskah = typeset.resolved().naskah();
        let lain = asli.and_then(|asli| bukti::halaman_lain(&asli, typeset.pages(), naskah));
        lain.into_iter().for_each(|lain| sink.push(lain));
        self.product(&typeset, &means, sink)
    }

    fn product(&self, typeset: &Typeset<Checked>, means: &Means<'_>, sink: &mut Sink) -> Option<Product> {
        let shown = self.target(typeset);
        let pages = typeset.pages().count();
        let stem = shown.with_extension("");
        let page_files = |make: &dyn Fn(usize) -> Vec<u8>| -> Vec<(PathBuf, Vec<u8>)> {
            let width = pages.to_string().len();
            let name = |page: usize| {
                let mut name = stem.clone().into_os_string();
                name.push(format!("-{:0width$}.{}", page + 1, self.job.format.extension()));
                PathBuf::from(name)
            };
            (0..pages).map(|page| (name(page), make(page))).collect()
        };
        let files = match self.job.format {
            Format::Pdf => vec![(shown.clone(), typeset.pdf(means, sink)?)],
            Format::Png => page_files(&|page| typeset.pages().png(page, PPI)),
            Format::Svg => page_files(&|page| typeset.pages().svg(page)),
            Format::Docx => vec![(shown.clone(), docx::file(typeset.resolved(), means, sink)?)],
            Format::Typ => self.bundle(&shown, typeset),
        };
        let shown = match (&files[..], self.job.format) {
            ([(first, _), .., (last, _)], Format::Png | Format::Svg) => {
                format!("{} … {}", first.display(), last.display())
            }
            ([(only, _)], _) => only.display().to_string(),
            _ => shown.display().to_string(),
        };
        // How a Word file falls into pages is Word's business.
        let pages = (self.job.format != Format::Docx).then_some(pages);
        Some(Product { files, shown, pages })
    }

    /// The generated program with the style files, assets and fonts, so that plain `typst compile` makes the pages.
    fn bundle(&self, folder: &Path, typeset: &Typeset<Checked>) -> Vec<(PathBuf, Vec<u8>)> {
        let copy = |from: &str, to: &str| {
            let root = &self.catalog.root;
            let read =
                |name: String| Some((folder.join(to).join(&name), root.read(&format!("{from}/{name}"))?.into_owned()));
            root.list(from).into_iter().filter_map(read).collect::<Vec<_>>()
        };
        let own = |path: &str| folder.join(path.trim_start_matches('/'));
        let mut files = vec![(own(typeset::MAIN), typeset.source().main.clone().into_bytes())];
        files.extend(typeset.source().assets.iter().map(|(path, bytes)| (own(path), bytes.clone())));
        files.extend(copy("templates/gaya", "gaya"));
        files.extend(copy("fonts", "fonts"));
        files
    }

    /// Where a decree goes: the path asked for, a place in the folder asked for, or the default.
    fn target(&self, typeset: &Typeset<Checked>) -> PathBuf {
        let keputusan = typeset.resolved().keputusan();
        let extension = match self.job.format {
            Format::Typ => String::new(),
            other => format!(".{}", other.extension()),
        };
        let name = format!("{}{extension}", naming::stem(keputusan));
        match &self.job.keluaran {
            Some(path) if self.names_folder(path) => path.join(name),
            Some(path) => path.clone(),
            None => naming::output_folder(keputusan).join(name),
        }
    }

    /// Whether a path that was asked for is the folder for the result, and not the result itself.
    fn names_folder(&self, path: &Path) -> bool {
        self.job.berkas.len() > 1
            || naming::written_as_folder(path)
            || (path.is_dir() && self.job.format != Format::Typ)
    }
}

/// The whole run, once every decree was tried.
struct Session<'a> {
    job: &'a Job,
    run: Run,
}

impl Session<'_> {
    /// Takes the findings of one decree over into those of the run.
    fn take(&mut self, tried: Tried) -> Option<Product> {
        self.run.failed |= tried.unread;
        let moved = self.run.files.absorb(tried.files);
        self.run.sink.extend_moved(tried.sink, moved);
        tried.product
    }

    /// Writes every product, and says of each what became of it; on failure nothing is written.
    fn write(&mut self, products: Vec<Product>) -> Option<()> {
        let (mut files, mut made) = (Vec::new(), Vec::new());
        for product in products {
            made.push((product.shown, product.pages, product.files.len()));
            files.extend(product.files);
        }
        if self.job.keluaran.as_deref() == Some(Path::new("-")) {
            files.iter().for_each(|(_, bytes)| self.run.voice.show(bytes));
            return None;
        }
        let mut seen = HashSet::new();
        if let Some((path, _)) = files.iter().find(|(path, _)| !seen.insert(path)) {
            let message = format!("dua keputusan akan ditulis ke {}", path.display());
            self.run.refuse(Code::SUDAH_ADA, message, Some("nomor, tahun, dan tentang keduanya sama"));
            return None;
        }
        let fates = self.run.write(&files, self.job.timpa)?;
        let mut rest = &fates[..];
        for (shown, pages, count) in made {
            let (own, after) = rest.split_at_checked(count)?;
            let deed = if own.iter().all(|fate| *fate == Written::Same) { Deed::Sama } else { Deed::Dibuat };
            let told = Made::new(deed).at(shown);
            self.run.voice.made(pages.iter().fold(told, |told, pages| told.count(Count::Halaman, *pages)));
            rest = after;
        }
        Some(())
    }
}
