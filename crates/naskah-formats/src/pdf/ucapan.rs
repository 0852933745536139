//! What an update says: every text that it brings and that a viewer may show somewhere, such as a name of a field, the
//! words over which the pointer rests, or a reason. Which words are those of a signature is for the caller to tell.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::meta::{is_moment, text};
use super::sama::same;
use super::skema::HURUF_FORMULIR;
use super::teks::{BEYOND, Sifat, Ucapan};
use super::{Pdf, aliran, sertifikat};

/// Entries whose texts are names that programs give.
const NAMES: [&str; 19] = [
    "T",
    "TM",
    "NM",
    "Fields",
    "URL",
    "REx",
    "OS",
    "ExtensionRevision",
    "Filter",
    "SubFilter",
    "BaseFont",
    "FontName",
    "FontFamily",
    "Registry",
    "Ordering",
    "CharSet",
    "Producer",
    "InstanceID",
    "DigestMethod",
];

/// Entries whose own entries are named by who draws with them.
const RESOURCES: [&str; 7] = ["Font", "XObject", "ExtGState", "ColorSpace", "Pattern", "Shading", "Properties"];

/// Entries that hold bytes, not texts.
const BYTES: [&str; 6] = ["Cert", "DigestValue", "ID", "Panose", "CheckSum", "Lookup"];

/// So many texts are told.
const MOST: usize = 400;

/// The texts of the objects that were changed or added, but for what the PDF was made with.
pub(super) fn brought(base: &Pdf, last: &Pdf, changed: &BTreeSet<ObjectId>) -> BTreeSet<Ucapan> {
    let mut found = Found { out: BTreeSet::new() };
    let info = base.document.trailer.get(b"Info").and_then(Object::as_reference).ok();
    for id in changed {
        let Some(now) = last.document.objects.get(id) else { continue };
        let was = base.document.objects.get(id);
        // What the PDF says of itself is compared elsewhere, but for what every program writes anew.
        match Some(*id) == info {
            true => {}
            false => found.walk("", now, was),
        }
        // What proves signatures later is a stream that says nothing of itself.
        if let Object::Stream(stream) = now {
            found.proof(stream);
        }
    }
    let before: BTreeSet<_> = base.passing().into_iter().collect();
    for (name, said) in last.passing().into_iter().filter(|one| !before.contains(one)) {
        found.add(Ucapan::new(&name, Sifat::Sandi, said));
    }
    found.out
}

struct Found {
    out: BTreeSet<Ucapan>,
}

impl Found {
    fn add(&mut self, ucapan: Ucapan) {
        // A moment as PDF or XMP writes it; where people write, a year is a text like others.
        let typed = !matches!(ucapan.sifat, Sifat::Sandi) && !ucapan.teks.starts_with("D:");
        let idle = ucapan.teks.trim().is_empty() || (is_moment(&ucapan.teks) && !typed);
        if !idle {
            // What is not told any more must not go unweighed.
            let more = || Ucapan::new(&ucapan.letak, Sifat::Alasan, BEYOND.to_owned());
            self.out.insert(if self.out.len() < MOST { ucapan } else { more() });
        }
    }

    /// The texts of a proof that is an object of its own.
    fn proof(&mut self, stream: &Stream) {
        const WRITTEN: [&[u8]; 3] = [b"Length", b"Filter", b"DecodeParms"];
        let bare = stream.dict.iter().all(|(key, _)| WRITTEN.contains(&key.as_slice()));
        let bytes = bare.then(|| aliran::unpacked(stream)).flatten().filter(|bytes| aliran::is_der(bytes));
        bytes.iter().flat_map(|bytes| sertifikat::texts(bytes)).for_each(|said| self.add(said));
    }

    /// Follows a value that is no other object, below an entry.
    fn walk(&mut self, key: &str, now: &Object, was: Option<&Object>) {
        if was.is_some_and(|was| same(was, now)) {
            return;
        }
        match now {
            Object::String(bytes, _) if BYTES.contains(&key) && !reads_as_text(bytes) => {}
            Object::String(..) if key == "DA" && is_plain_style(now) => {}
            Object::String(..) => self.add(Ucapan::new(key, purpose(key), text(now))),
            Object::Name(name) if NAMES.contains(&key) => {
                self.add(Ucapan::new(key, Sifat::Sandi, String::from_utf8_lossy(name).into_owned()));
            }
            // Colours are listed as bytes.
            Object::Array(values)
                if values.first().is_some_and(|first| *first == Object::Name(b"Indexed".to_vec())) => {}
            Object::Array(values) => {
                let old = was.and_then(|was| was.as_array().ok()).map_or(&[][..], |old| old);
                values.iter().enumerate().for_each(|(at, value)| self.walk(key, value, old.get(at)));
            }
            Object::Dictionary(entries) => self.entries(key, entries, was.and_then(|was| was.as_dict().ok())),
            Object::Stream(stream) => {
                self.entries(key, &stream.dict, was.and_then(|was| was.as_stream().ok()).map(|was| &was.dict));
            }
            _ => {}
        }
    }

    fn entries(&mut self, above: &str, entries: &Dictionary, was: Option<&Dictionary>) {
        let signed = entries.has(b"ByteRange");
        for (key, value) in entries.iter() {
            let name = String::from_utf8_lossy(key).into_owned();
            match (name.as_str(), value) {
                ("Contents", Object::String(bytes, _)) if signed => {
                    sertifikat::texts(bytes).into_iter().for_each(|said| self.add(said));
                }
                // Programs that signed name themselves, each below its own entry.
                ("Name", Object::Name(own)) => {
                    self.add(Ucapan::new("Name", Sifat::Sandi, String::from_utf8_lossy(own).into_owned()));
                }
                _ if above == "Prop_Build" || is_program(above) => self.program(&name, value),
                _ if RESOURCES.contains(&above) && was.is_none_or(|was| !was.has(key)) => {
                    self.add(Ucapan::new(above, Sifat::Sandi, name.clone()));
                    self.walk(&name, value, None);
                }
                _ => self.walk(&name, value, was.and_then(|was| was.get(key).ok())),
            }
        }
    }

    /// What a signing program says of itself and of what it works on.
    fn program(&mut self, key: &str, value: &Object) {
        match value {
            Object::String(..) => self.add(Ucapan::new(key, Sifat::Sandi, text(value))),
            Object::Name(name) => {
                self.add(Ucapan::new(key, Sifat::Sandi, String::from_utf8_lossy(name).into_owned()));
            }
            Object::Array(values) => values.iter().for_each(|value| self.program(key, value)),
            Object::Dictionary(entries) => {
                entries.iter().for_each(|(key, value)| self.program(&String::from_utf8_lossy(key), value));
            }
            _ => {}
        }
    }
}

/// The parts of what a program says of itself.
fn is_program(key: &str) -> bool {
    matches!(key, "App" | "PubSec" | "SigQ")
}

fn purpose(key: &str) -> Sifat {
    match key {
        "Name" => Sifat::Nama,
        "Location" => Sifat::Tempat,
        "ContactInfo" => Sifat::Kontak,
        _ if NAMES.contains(&key) => Sifat::Sandi,
        _ => Sifat::Alasan,
    }
}

/// Whether bytes that should be none are a text.
pub(super) fn reads_as_text(bytes: &[u8]) -> bool {
    const MARKS: [&[u8]; 3] = [&[0xFE, 0xFF], &[0xFF, 0xFE], &[0xEF, 0xBB, 0xBF]];
    let marked = MARKS.iter().any(|mark| bytes.starts_with(mark));
    marked || (bytes.len() > 3 && bytes.iter().all(|byte| matches!(byte, b' '..=b'~')))
}

/// Whether a style of texts only names a font, its size and a colour.
pub(super) fn is_plain_style(style: &Object) -> bool {
    let style = text(style);
    let number = |word: &str| word.parse::<f64>().is_ok();
    // One program always writes the name of a font of its own.
    let font =
        |word: &str| word.strip_prefix('/').is_some_and(|name| name == "sylfaen" || HURUF_FORMULIR.contains(&name));
    style.split_whitespace().all(|word| number(word) || font(word) || matches!(word, "Tf" | "g" | "rg" | "k"))
}
