//! PDFs as they are found, whoever made them.
//!
//! A PDF that comes from outside may be damaged or made to do harm: what it unpacks to is limited, what refers to itself
//! is followed once, and whoever asks guards against a breakdown with [`guarded`].

#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod aliran;
mod banding;
pub mod bidang;
pub mod gambar;
mod huruf;
mod isi;
mod ketat;
mod kode_qr;
mod lebar;
pub mod lembaran;
mod meta;
mod pindaian;
mod sama;
mod sertifikat;
mod sesuai;
mod skema;
mod tambahan;
mod tampilan;
mod tanda_tangan;
mod teks;
mod tertanda;
mod tertutup;
mod tulisan;
mod ucapan;

pub use aliran::{MAX_OBJECTS, MAX_UNPACKED, ends};
pub use banding::SidikHalaman;
pub use isi::{Kata, Kotak};
pub use sertifikat::{Isian, Pemilik, Penanda, Sertifikat};
pub use tambahan::{Jenis, Letak, Perubahan, Tambahan, Update, added};
pub use tampilan::Tampilan;
pub use teks::{Sifat, Ucapan};
pub use tulisan::{Samar, TERENDAH};

use std::collections::{BTreeSet, HashSet};
use std::panic::AssertUnwindSafe;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

/// The largest PDF that is read, in bytes.
pub const MAX_BYTES: usize = 256 * 1024 * 1024;

/// So many pages are looked at; a decree has fewer.
const MAX_PAGES: usize = 20_000;

/// So many files may a PDF carry, in so many nodes of their tree.
pub const MAX_FILES: usize = 1_000;
const MAX_NODES: usize = 10_000;
/// So many bytes may they have together.
pub const MAX_CARRIED: usize = 256 * 1024 * 1024;

/// A PDF that could be opened.
#[derive(Debug)]
pub struct Pdf {
    document: Document,
    pages: Vec<ObjectId>,
}

/// Why a PDF cannot be looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no PDF, or a damaged one.
    Damaged,
    /// It is encrypted.
    Encrypted,
    /// What is packed in it is too large.
    TooLarge,
}

/// A file that a PDF carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sisipan {
    /// Its name.
    pub nama: String,
    /// Its bytes.
    pub isi: Vec<u8>,
}

/// Does something with a PDF from outside; `None` where that breaks down, which the caller tells.
///
/// `lopdf` follows lengths and references of a hostile file in places unchecked; this program's own expressions here are
/// checked and need no such net.
pub fn guarded<T>(work: impl FnOnce() -> T) -> Option<T> {
    std::panic::catch_unwind(AssertUnwindSafe(work)).ok()
}

impl Pdf {
    /// Opens a PDF.
    pub fn open(bytes: &[u8]) -> Result<Self, Unreadable> {
        if aliran::speaks_beyond(bytes) || aliran::unpacks_beyond(bytes) {
            return Err(Unreadable::TooLarge);
        }
        let options = LoadOptions { filter: Some(aliran::keep), ..LoadOptions::default() };
        let loaded = guarded(|| Document::load_mem_with_options(bytes, options)).and_then(Result::ok);
        let document = loaded.ok_or(Unreadable::Damaged)?;
        if document.is_encrypted() || document.was_encrypted() {
            return Err(Unreadable::Encrypted);
        }
        let pdf = Self::of(document);
        if pdf.pages.is_empty() { Err(Unreadable::Damaged) } else { Ok(pdf) }
    }

    fn of(document: Document) -> Self {
        let mut pages = Vec::new();
        let root = document.catalog().ok().and_then(|catalog| catalog.get(b"Pages").ok()?.as_reference().ok());
        root.iter().for_each(|root| walk_pages(&document, *root, &mut HashSet::new(), 0, &mut pages));
        Self { document, pages }
    }

    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.pages.len()
    }

    /// The files that it carries, in the order of their names; a name that occurs twice is there twice. None where they are
    /// beyond all measure, see [`Pdf::carried`].
    pub fn attachments(&self) -> Vec<Sisipan> {
        self.carried().unwrap_or_default()
    }

    /// The files that it carries, unless they are too many or too large to be looked at.
    pub fn carried(&self) -> Result<Vec<Sisipan>, Unreadable> {
        let Ok(catalog) = self.document.catalog() else { return Ok(Vec::new()) };
        let mut specs = self.named(catalog)?;
        specs.extend(self.entry(catalog, "AF").as_array().map_or(&[][..], |list| list));
        let mut seen = BTreeSet::new();
        specs.retain(|spec| spec.as_reference().map_or(true, |id| seen.insert(id)));
        if specs.len() > MAX_FILES {
            return Err(Unreadable::TooLarge);
        }
        let (mut files, mut left) = (Vec::new(), MAX_CARRIED);
        for file in specs.into_iter().filter_map(|spec| self.attachment(spec)) {
            left = left.checked_sub(file.isi.len()).ok_or(Unreadable::TooLarge)?;
            files.push(file);
        }
        files.sort_by(|a: &Sisipan, b| a.nama.cmp(&b.nama));
        Ok(files)
    }

    /// What the tree of names leads to.
    fn named<'a>(&'a self, catalog: &'a Dictionary) -> Result<Vec<&'a Object>, Unreadable> {
        let names = self.entry(catalog, "Names").as_dict().map(|names| self.entry(names, "EmbeddedFiles"));
        let mut open: Vec<&Object> = names.into_iter().collect();
        let (mut specs, mut nodes) = (Vec::new(), 0);
        while let Some(tree) = open.pop() {
            let Ok(tree) = tree.as_dict() else { continue };
            nodes += 1;
            if nodes > MAX_NODES || open.len() > MAX_NODES {
                return Err(Unreadable::TooLarge);
            }
            specs.extend(self.entry(tree, "Names").as_array().into_iter().flatten().skip(1).step_by(2));
            open.extend(self.entry(tree, "Kids").as_array().into_iter().flatten().map(|kid| self.solid(kid)));
        }
        Ok(specs)
    }

    fn attachment(&self, spec: &Object) -> Option<Sisipan> {
        let spec = self.solid(spec).as_dict().ok()?;
        let name = ["UF", "F"].map(|key| self.entry(spec, key)).into_iter().find(|name| name.as_str().is_ok())?;
        let files = self.entry(spec, "EF").as_dict().ok()?;
        let stream =
            ["F", "UF"].map(|key| self.entry(files, key)).into_iter().find_map(|file| file.as_stream().ok())?;
        Some(Sisipan { nama: meta::text(name), isi: aliran::unpacked(stream)? })
    }

    /// What a value stands for, references followed.
    fn solid<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.document.dereference(object).map_or(&Object::Null, |(_, object)| object)
    }

    /// An entry of a dictionary, references followed.
    fn entry<'a>(&'a self, dictionary: &'a Dictionary, key: &str) -> &'a Object {
        dictionary.get(key.as_bytes()).map_or(&Object::Null, |object| self.solid(object))
    }

    /// The dictionary of a page, from 0.
    fn page(&self, page: usize) -> Option<&Dictionary> {
        self.document.get_dictionary(*self.pages.get(page)?).ok()
    }

    /// An entry of a page, its own or inherited, references followed.
    fn inherited(&self, page: usize, key: &str) -> &Object {
        let mut at = self.page(page);
        for _ in 0..16 {
            let Some(node) = at else { break };
            if node.has(key.as_bytes()) {
                return self.entry(node, key);
            }
            at = self.entry(node, "Parent").as_dict().ok();
        }
        &Object::Null
    }
}

/// The pages below a node, in order, each place in the tree once.
fn walk_pages(document: &Document, id: ObjectId, seen: &mut HashSet<ObjectId>, depth: usize, out: &mut Vec<ObjectId>) {
    let Ok(node) = document.get_dictionary(id) else { return };
    if depth > 64 || out.len() >= MAX_PAGES || !seen.insert(id) {
        return;
    }
    let kids = node.get(b"Kids").ok().and_then(|kids| document.dereference(kids).ok()?.1.as_array().ok());
    match kids {
        Some(kids) => {
            let ids = kids.iter().filter_map(|kid| kid.as_reference().ok());
            ids.for_each(|id| walk_pages(document, id, seen, depth + 1, out));
        }
        None => out.push(id),
    }
}
