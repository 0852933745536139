//! The command `susun`: decrees to PDF, pictures or Typst source.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use crate::catalog::Catalog;
use crate::diag::{Code, Diagnostic, Files, Level, MessageFormat, Sink, render_all};
use crate::input::{self, Refused, explain};
use crate::register::{self, WriteError, Written};
use crate::resolve::Edition;
use crate::typeset::{self, Fonts};
use crate::{Outcome, Typeset};

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
    /// The folder that goes before the embedded templates, data and fonts.
    pub akar: Option<PathBuf>,
    /// Whether a file that is there may be replaced.
    pub timpa: bool,
    /// Form of the messages.
    pub pesan: MessageFormat,
    /// Whether messages for people are coloured.
    pub color: bool,
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
    let catalog = Catalog::new(input::root_of(job.akar.as_deref()));
    catalog.read_ahead();
    let fonts = Fonts::load(&catalog);
    let mut session = Session { job, catalog, fonts, files: Files::default(), sink: Sink::default(), unread: false };
    let products: Vec<Option<Product>> = job.berkas.iter().map(|path| session.make(path)).collect();
    let products: Vec<Product> = products.into_iter().flatten().collect();
    let told = match session.unread || session.sink.has_errors() {
        true => Vec::new(),
        false => session.write(products),
    };
    let questions = session.sink.count(Level::Saran);
    session.sink.keep_from(Level::Peringatan);
    eprint!("{}", render_all(&session.sink, &session.files, job.pesan, job.color));
    if questions > 0 && job.pesan == MessageFormat::Manusia {
        eprintln!("{questions} saran tidak ditampilkan; lihat dengan `naskah periksa`");
    }
    told.iter().for_each(|line| eprintln!("{line}"));
    match (session.unread, session.sink.has_errors()) {
        (true, _) => Outcome::CouldNotRun,
        (false, true) => Outcome::Wrong,
        (false, false) => Outcome::Made,
    }
}

struct Session<'a> {
    job: &'a Job,
    catalog: Catalog,
    fonts: Fonts,
    files: Files,
    sink: Sink,
    /// Whether the run failed for reasons outside the documents.
    unread: bool,
}

impl Session<'_> {
    /// Reads and lays out one decree. Findings of earlier decrees do not hold it up.
    fn make(&mut self, path: &Path) -> Option<Product> {
        // Keeps what the last decrees taught the typesetter, and no more.
        typeset::forget(3);
        let mut sink = Sink::default();
        let file = input::open(path, &mut self.files, &mut sink);
        self.unread |= matches!(file, Err(Refused::Unread));
        let typeset = file.ok().and_then(|file| {
            let checked = crate::read(&mut self.files, file, self.job.edition, &self.catalog, &mut sink)?;
            crate::typeset(checked, &self.files, &self.fonts, &self.catalog, &mut sink)
        });
        let product = typeset.and_then(|typeset| self.product(&typeset, &mut sink));
        self.sink.extend(sink);
        product
    }

    fn product(&self, typeset: &Typeset, sink: &mut Sink) -> Option<Product> {
        let shown = self.target(typeset);
        let pages = typeset.pages.count();
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
                vec![(shown.clone(), typeset::pdf(&typeset.pages, &typeset.source, &self.fonts, &self.catalog, sink)?)]
            }
            Format::Png => page_files(&|page| typeset.pages.png(page, PPI)),
            Format::Svg => page_files(&|page| typeset.pages.svg(page)),
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
    fn bundle(&self, folder: &Path, typeset: &Typeset) -> Vec<(PathBuf, Vec<u8>)> {
        let copy = |from: &str, to: &str| {
            let names = self.catalog.root.list(from);
            let read = |name: String| {
                Some((folder.join(to).join(&name), self.catalog.root.read(&format!("{from}/{name}"))?.into_owned()))
            };
            names.into_iter().filter_map(read).collect::<Vec<_>>()
        };
        let own = |path: &str| folder.join(path.trim_start_matches('/'));
        let mut files = vec![(own(typeset::MAIN), typeset.source.main.clone().into_bytes())];
        files.extend(typeset.source.assets.iter().map(|(path, bytes)| (own(path), bytes.clone())));
        files.extend(copy("templates/gaya", "gaya"));
        files.extend(copy("fonts", "fonts"));
        files
    }

    /// Where a decree goes: the path asked for, a place in the folder asked for, or the default.
    fn target(&self, typeset: &Typeset) -> PathBuf {
        let keputusan = &typeset.checked.resolved().keputusan;
        let extension = match self.job.format {
            Format::Typ => String::new(),
            other => format!(".{}", other.extension()),
        };
        let number = keputusan.nomor.as_ref().map_or("konsep".to_owned(), |nomor| slug(&nomor.as_plain()));
        let name = format!("{number}-{}{extension}", slug(&keputusan.tentang.as_plain()));
        match &self.job.keluaran {
            Some(path) if self.names_folder(path) => path.join(name),
            Some(path) => path.clone(),
            None => PathBuf::from("output").join(keputusan.tahun.value.to_string()).join(name),
        }
    }

    /// Whether a path that was asked for is the folder for the result, and not the result itself.
    fn names_folder(&self, path: &Path) -> bool {
        let written_so = path.to_string_lossy().ends_with(['/', '\\']);
        self.job.berkas.len() > 1 || written_so || (path.is_dir() && self.job.format != Format::Typ)
    }

    /// Writes every product, and says of each what became of it; on failure nothing is written.
    fn write(&mut self, products: Vec<Product>) -> Vec<String> {
        let (mut files, mut made) = (Vec::new(), Vec::new());
        for product in products {
            made.push((product.shown, product.pages, product.files.len()));
            files.extend(product.files);
        }
        if self.job.keluaran.as_deref() == Some(Path::new("-")) {
            if let Some(error) = files.iter().map(|(_, bytes)| register::write_stdout(bytes)).find_map(Result::err) {
                self.refuse(Code::TULIS, format!("keluaran baku tidak dapat ditulis: {}", explain(&error)), None);
            }
            return Vec::new();
        }
        let mut seen = HashSet::new();
        if let Some((path, _)) = files.iter().find(|(path, _)| !seen.insert(path)) {
            let message = format!("dua keputusan akan ditulis ke {}", path.display());
            self.refuse(Code::SUDAH_ADA, message, Some("nomor, tahun, dan tentang keduanya sama"));
            return Vec::new();
        }
        match register::write_all(&files, self.job.timpa) {
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
            Err(WriteError::Exists(path)) => {
                let message = format!("{} sudah ada dan isinya lain", path.display());
                self.refuse(Code::SUDAH_ADA, message, Some("pilih tempat lain dengan -o, atau ganti dengan --timpa"));
            }
            Err(WriteError::Io(path, error)) => {
                let message = format!("{} tidak dapat ditulis: {}", path.display(), explain(&error));
                self.refuse(Code::TULIS, message, Some("periksa izin menulis dan sisa tempat pada cakram"));
            }
        }
        Vec::new()
    }

    fn refuse(&mut self, code: Code, message: String, hint: Option<&str>) {
        self.unread = true;
        self.sink.push(Diagnostic::galat(code, None, message).hint_opt(hint.map(str::to_owned)));
    }

    fn tell(&self, path: &str, pages: usize, unchanged: bool) -> String {
        let word = if unchanged { "sama dengan yang sudah ada" } else { "dibuat" };
        match self.job.pesan {
            MessageFormat::Json => {
                serde_json::json!({"hasil": path, "halaman": pages, "berubah": !unchanged}).to_string()
            }
            _ => format!("{word}: {path} ({pages} halaman)"),
        }
    }
}

/// Lower-case words joined by hyphens, at most sixty characters, cut between words.
fn slug(text: &str) -> String {
    let plain: String = text.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let mut out = String::new();
    for word in plain.split_whitespace() {
        if !out.is_empty() && out.len() + word.len() >= 60 {
            break;
        }
        if !out.is_empty() {
            out.push('-');
        }
        out.extend(word.chars().take(60));
    }
    if out.is_empty() { "tanpa-nama".to_owned() } else { out }
}
