//! The command `susun`: decrees to PDF, pictures or Typst source.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::disk::{self, Written, explain};
use crate::naming;
use crate::office::register::Buku;
use crate::session::{Cara, Kerja};
use naskah_core::diag::{Code, FileId};
use naskah_core::resolve::Edition;
use naskah_pages::typeset;
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
    /// What every command is asked.
    pub cara: Cara,
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
    /// A folder with the generated Typst source and all that it needs.
    Typ,
}

impl Format {
    fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Svg => "svg",
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
    pages: usize,
}

/// Makes every decree, or none.
pub fn run(job: &Job) -> Outcome {
    let kerja = Kerja::new(&job.cara);
    let buku = Buku::of(kerja.catalog.root.folder());
    let mut session = Session { job, kerja, buku };
    let products: Vec<Option<Product>> = job.berkas.iter().map(|path| session.make(path)).collect();
    let products: Vec<Product> = products.into_iter().flatten().collect();
    let told = match session.kerja.is_wrong() {
        true => Vec::new(),
        false => session.write(products),
    };
    session.kerja.finish(&told)
}

struct Session<'a> {
    job: &'a Job,
    kerja: Kerja,
    buku: Buku,
}

impl Session<'_> {
    /// Reads and lays out one decree. Findings of earlier decrees do not hold it up.
    fn make(&mut self, path: &Path) -> Option<Product> {
        // Keeps what the last decrees taught the typesetter, and no more.
        typeset::forget(3);
        let before = std::mem::take(&mut self.kerja.sink);
        let product = self.kerja.open(path).and_then(|file| self.set(file));
        let found = std::mem::replace(&mut self.kerja.sink, before);
        self.kerja.sink.extend(found);
        product
    }

    fn set(&mut self, file: FileId) -> Option<Product> {
        let Kerja { catalog, fonts, files, sink, .. } = &mut self.kerja;
        let resolved = crate::bind(files, file, &self.job.edition, catalog, sink)?;
        self.buku.tercatat(&resolved, files, sink).ok()?;
        let typeset = crate::check_and_typeset(resolved, &Means { catalog, fonts, files }, sink)?;
        self.product(&typeset)
    }

    fn product(&mut self, typeset: &Typeset<Checked>) -> Option<Product> {
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
            Format::Pdf => {
                let Kerja { catalog, fonts, files, sink, .. } = &mut self.kerja;
                vec![(shown.clone(), typeset.pdf(&Means { catalog, fonts, files }, sink)?)]
            }
            Format::Png => page_files(&|page| typeset.pages().png(page, PPI)),
            Format::Svg => page_files(&|page| typeset.pages().svg(page)),
            Format::Typ => self.bundle(&shown, typeset),
        };
        let shown = match (&files[..], self.job.format) {
            ([(first, _), .., (last, _)], Format::Png | Format::Svg) => {
                format!("{} … {}", first.display(), last.display())
            }
            ([(only, _)], _) => only.display().to_string(),
            _ => shown.display().to_string(),
        };
        Some(Product { files, shown, pages })
    }

    /// The generated program with the style files, assets and fonts, so that plain `typst compile` makes the pages.
    fn bundle(&self, folder: &Path, typeset: &Typeset<Checked>) -> Vec<(PathBuf, Vec<u8>)> {
        let copy = |from: &str, to: &str| {
            let names = self.kerja.catalog.root.list(from);
            let read = |name: String| {
                Some((
                    folder.join(to).join(&name),
                    self.kerja.catalog.root.read(&format!("{from}/{name}"))?.into_owned(),
                ))
            };
            names.into_iter().filter_map(read).collect::<Vec<_>>()
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
        let keputusan = &typeset.resolved().keputusan();
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

    /// Writes every product, and says of each what became of it; on failure nothing is written.
    fn write(&mut self, products: Vec<Product>) -> Vec<String> {
        let (mut files, mut made) = (Vec::new(), Vec::new());
        for product in products {
            made.push((product.shown, product.pages, product.files.len()));
            files.extend(product.files);
        }
        if self.job.keluaran.as_deref() == Some(Path::new("-")) {
            if let Some(error) = files.iter().map(|(_, bytes)| disk::write_stdout(bytes)).find_map(Result::err) {
                let message = format!("keluaran baku tidak dapat ditulis: {}", explain(&error));
                self.kerja.refuse(Code::TULIS, message, None);
            }
            return Vec::new();
        }
        let mut seen = HashSet::new();
        if let Some((path, _)) = files.iter().find(|(path, _)| !seen.insert(path)) {
            let message = format!("dua keputusan akan ditulis ke {}", path.display());
            self.kerja.refuse(Code::SUDAH_ADA, message, Some("nomor, tahun, dan tentang keduanya sama"));
            return Vec::new();
        }
        match disk::write_all(&files, self.job.timpa) {
            Ok(fates) => {
                let mut rest = &fates[..];
                let mut told = Vec::new();
                for (shown, pages, count) in made {
                    let (mine, after) = rest.split_at(count);
                    told.push(self.tell(&shown, pages, mine.iter().all(|fate| *fate == Written::Same)));
                    rest = after;
                }
                return told;
            }
            Err(error) => self.kerja.refuse_writing(&error),
        }
        Vec::new()
    }

    fn tell(&self, path: &str, pages: usize, unchanged: bool) -> String {
        let word = if unchanged { "sama dengan yang sudah ada" } else { "dibuat" };
        match self.kerja.as_json() {
            true => serde_json::json!({"hasil": path, "halaman": pages, "berubah": !unchanged}).to_string(),
            false => format!("{word}: {path} ({pages} halaman)"),
        }
    }
}
