//! Whether two pages are the same, in two PDFs whose objects are numbered and packed differently.
//!
//! A page's fingerprint is that of everything it shows: its content unpacked, its fonts, pictures and colours, its sizes,
//! what lies on it. How objects are numbered, packed and put in order does not enter into it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::{Pdf, aliran};
use naskah_core::fingerprint::Sidik;

/// The fingerprint of a page, by its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SidikHalaman {
    /// Content and resources.
    pub rupa: Sidik,
    /// Sizes and rotation.
    pub ukuran: Sidik,
    /// What lies on it: annotations, fields; and the rest.
    pub lain: Sidik,
}

/// Entries that say where an object stands, or how it is packed.
const PLACES: [&str; 7] = ["Parent", "P", "StructParent", "StructParents", "Length", "Filter", "DecodeParms"];

/// So deep may values lie within values.
const MAX_DEPTH: usize = 60;

/// Writes values down in one form; objects that were met before are their fingerprint.
struct Writer<'a> {
    pdf: &'a Pdf,
    known: HashMap<ObjectId, Sidik>,
    path: Vec<ObjectId>,
}

impl Pdf {
    /// The fingerprints of the pages, in order.
    pub fn sidik_halaman(&self) -> Vec<SidikHalaman> {
        let mut writer = Writer { pdf: self, known: HashMap::new(), path: Vec::new() };
        let mut out = Vec::new();
        for page in 0..self.count() {
            let mut part = |keys: &[&str]| {
                let mut bytes = Vec::new();
                for key in keys {
                    bytes.extend(key.bytes());
                    writer.write(self.inherited(page, key), 0, &mut bytes);
                }
                bytes
            };
            let mut look = part(&["Resources", "Group"]);
            let sizes = part(&["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Rotate", "UserUnit"]);
            look.extend(self.content(page));
            let rest = self.page(page).map(|own| own.iter().map(|(key, _)| String::from_utf8_lossy(key).into_owned()));
            let told =
                ["Resources", "Group", "Contents", "MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Rotate"];
            let mut rest: Vec<String> =
                rest.into_iter().flatten().filter(|key| !told.contains(&key.as_str())).collect();
            rest.retain(|key| !PLACES.contains(&key.as_str()));
            rest.sort();
            let rest = part(&rest.iter().map(String::as_str).collect::<Vec<_>>());
            out.push(SidikHalaman { rupa: Sidik::of(look), ukuran: Sidik::of(sizes), lain: Sidik::of(rest) });
        }
        out
    }

    /// The entries of the catalogue that lead to something else in another PDF, but for the pages and what the PDF says of
    /// itself.
    pub fn other_entries(&self, other: &Self) -> Vec<String> {
        let entries = |pdf: &Self| -> BTreeMap<String, Sidik> {
            let mut writer = Writer { pdf, known: HashMap::new(), path: Vec::new() };
            let catalog = pdf.document.catalog().into_iter().flat_map(|catalog| catalog.iter());
            let mut sidik = |value: &Object| {
                let mut bytes = Vec::new();
                writer.write(value, 0, &mut bytes);
                Sidik::of(bytes)
            };
            let own = catalog.filter(|(key, _)| !matches!(key.as_slice(), b"Pages" | b"Metadata"));
            own.map(|(key, value)| (String::from_utf8_lossy(key).into_owned(), sidik(value))).collect()
        };
        let (here, there) = (entries(self), entries(other));
        let keys: BTreeSet<&String> = here.keys().chain(there.keys()).collect();
        keys.into_iter().filter(|key| here.get(*key) != there.get(*key)).map(|key| format!("/{key}")).collect()
    }
}

impl Writer<'_> {
    /// Writes the fingerprint of a value, so that it is the same whether or not it is an object of its own.
    fn write(&mut self, object: &Object, depth: usize, out: &mut Vec<u8>) {
        let sidik = match object {
            Object::Reference(id) => self.reference(*id, depth),
            own => self.sidik(own, depth),
        };
        out.extend(format!(" {sidik}").bytes());
    }

    fn sidik(&mut self, object: &Object, depth: usize) -> Sidik {
        let mut out = Vec::new();
        if depth <= MAX_DEPTH {
            self.plain(object, depth, &mut out);
        }
        Sidik::of(out)
    }

    fn plain(&mut self, object: &Object, depth: usize, out: &mut Vec<u8>) {
        match object {
            Object::Null => out.extend(b" null"),
            Object::Boolean(yes) => out.extend(format!(" {yes}").bytes()),
            // Whole numbers are written with and without a point.
            Object::Integer(number) => out.extend(format!(" {:.4}", *number as f64).bytes()),
            Object::Real(number) => out.extend(format!(" {number:.4}").bytes()),
            Object::Name(name) => {
                out.extend(b" /");
                out.extend(name);
            }
            Object::String(text, _) => {
                out.extend(format!(" ({}:", text.len()).bytes());
                out.extend(text);
                out.push(b')');
            }
            Object::Array(values) => {
                out.extend(b" [");
                values.iter().for_each(|value| self.write(value, depth + 1, out));
                out.push(b']');
            }
            Object::Dictionary(dictionary) => self.dictionary(dictionary, depth, out),
            Object::Stream(stream) => self.stream(stream, depth, out),
            Object::Reference(id) => out.extend(format!(" {}", self.reference(*id, depth)).bytes()),
        }
    }

    fn dictionary(&mut self, dictionary: &Dictionary, depth: usize, out: &mut Vec<u8>) {
        let mut keys: Vec<&Vec<u8>> = dictionary.iter().map(|(key, _)| key).collect();
        keys.retain(|key| !PLACES.iter().any(|place| place.as_bytes() == key.as_slice()));
        keys.sort();
        out.extend(b" <<");
        for key in keys {
            out.extend(format!(" /{}:", key.len()).bytes());
            out.extend(key);
            self.write(dictionary.get(key).unwrap_or(&Object::Null), depth + 1, out);
        }
        out.extend(b">>");
    }

    fn stream(&mut self, stream: &Stream, depth: usize, out: &mut Vec<u8>) {
        self.dictionary(&stream.dict, depth, out);
        let (content, packed) = match aliran::unpacked(stream) {
            Some(content) => (Sidik::of(content), ""),
            None => (Sidik::of(&stream.content), " packed"),
        };
        out.extend(format!("{packed} {content}").bytes());
    }

    /// A value behind a reference is its fingerprint; a page is its number, and what leads back to itself how far back.
    fn reference(&mut self, id: ObjectId, depth: usize) -> Sidik {
        if let Some(page) = self.pdf.pages.iter().position(|page| *page == id) {
            return Sidik::of(format!("page {page}"));
        }
        if let Some(back) = self.path.iter().rev().position(|met| *met == id) {
            return Sidik::of(format!("back {back}"));
        }
        if let Some(known) = self.known.get(&id) {
            return *known;
        }
        self.path.push(id);
        let pdf = self.pdf;
        let sidik = match pdf.document.objects.get(&id).unwrap_or(&Object::Null) {
            Object::Reference(next) => self.reference(*next, depth + 1),
            object => self.sidik(object, depth + 1),
        };
        self.path.pop();
        self.known.insert(id, sidik);
        sidik
    }
}
