//! Word files that come back: what was changed in them becomes the same change in the YAML, and nothing else does.

use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use std::path::Path;

use naskah_core::diag::{Files, Sink};
use naskah_core::resolve::{Edition, Resolved};
use naskah_core::yaml;
use naskah_formats::ooxml::Paket;
use naskah_formats::word::balik::{Acuan, Hasil, Jenis, Sebab, baca as buka, banding, tulis};
use naskah_testing::{assert_none, text_of};

use super::{baca, bound, decrees, docx};

/// A file with another text of the document.
pub fn disunting(bytes: &[u8], edit: impl FnOnce(String) -> String) -> Vec<u8> {
    let paket = Paket::buka(bytes).unwrap();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let document = edit(paket.text("word/document.xml").unwrap());
    for name in paket.names() {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        let bytes = if name == "word/document.xml" { document.as_bytes() } else { paket.bytes(name).unwrap() };
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A decree, its file that went out, and what came back of it.
struct Uji {
    name: String,
    text: String,
    resolved: Resolved,
    files: Files,
    bytes: Vec<u8>,
}

impl Uji {
    fn of(path: &Path) -> Self {
        Self::new(&path.to_string_lossy(), &text_of(path))
    }

    fn new(name: &str, text: &str) -> Self {
        let (resolved, files) = bound(Path::new(name), text, &Edition::draft());
        let bytes = docx(&resolved);
        Self { name: name.to_owned(), text: text.to_owned(), resolved, files, bytes }
    }

    /// What is found in a file, and the YAML with all of it.
    fn banding(&self, bytes: &[u8], same: bool) -> (Hasil, String) {
        let mut sink = Sink::default();
        let tree = yaml::parse(&self.files, self.resolved.source(), &mut sink).unwrap();
        let acuan = Acuan::of(self.resolved.naskah(), &tree);
        let berkas = buka(&Paket::buka(bytes).unwrap()).unwrap();
        let hasil = banding(&berkas, &acuan, same);
        let all: BTreeSet<usize> = (0..hasil.suntingan.len()).collect();
        let text = tulis(&self.text, &tree, &hasil, &all);
        (hasil, text)
    }

    /// The words of the file that a changed YAML gives.
    fn words(&self, text: &str) -> Vec<String> {
        baca::words(&docx(&bound(Path::new(&self.name), text, &Edition::draft()).0))
    }
}

#[test]
fn nothing_changed_is_nothing() {
    let mut wrong = Vec::new();
    for path in decrees() {
        let uji = Uji::of(&path);
        for same in [true, false] {
            let (hasil, text) = uji.banding(&uji.bytes, same);
            if text != uji.text || !hasil.suntingan.is_empty() || !hasil.keberatan.is_empty() {
                wrong.push(format!("{} {same}: {:?} {:?}", path.display(), hasil.suntingan, hasil.keberatan));
            }
        }
    }
    assert_none(&wrong);
}

/// Where texts stand in a document: from `>` to `<` of each `w:t`.
fn texts(document: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = document[at..].find("<w:t ") {
        let from = at + start + document[at + start..].find('>').unwrap() + 1;
        let to = from + document[from..].find("</w:t>").unwrap();
        found.push((from, to));
        at = to;
    }
    found
}

#[test]
fn a_changed_word_is_changed_alone() {
    let mut wrong = Vec::new();
    let (mut changed, mut told) = (0, 0);
    for path in decrees() {
        let uji = Uji::of(&path);
        let document = Paket::buka(&uji.bytes).unwrap().text("word/document.xml").unwrap();
        let places = texts(&document);
        let step = (places.len() / 12).max(1);
        for place in places.iter().step_by(step).filter(|(from, to)| document[*from..*to].chars().count() > 8) {
            let old = &document[place.0..place.1];
            let at = old.char_indices().nth(old.chars().count() / 2).unwrap().0;
            let new = format!("{}xq{}", &old[..at], &old[at..]);
            let bytes = disunting(&uji.bytes, |text| format!("{}{new}{}", &text[..place.0], &text[place.1..]));
            let (hasil, text) = uji.banding(&bytes, true);
            match (&hasil.suntingan[..], text == uji.text) {
                ([one], false) if one.jenis == Jenis::Ubah => {
                    changed += 1;
                    let lower = |words: Vec<String>| words.join(" ").to_lowercase();
                    let (got, want) = (lower(uji.words(&text)), lower(baca::words(&bytes)));
                    // The name of a decree is printed in several places.
                    let (got, want) = match one.tempat == "Judul" {
                        true => (got.matches("xq").count().min(1).to_string(), "1".to_owned()),
                        false => (got, want),
                    };
                    if got != want {
                        wrong.push(format!("{}: {} -> {}", path.display(), one.lama, one.baru));
                    }
                }
                ([], true) => told += 1,
                _ => wrong.push(format!("{}: `{new}`: {:?}", path.display(), hasil.suntingan)),
            }
        }
    }
    assert_none(&wrong);
    println!("{changed} changed, {told} of the program's own");
    assert!(changed > told, "{changed} {told}");
}

#[test]
fn sebab_are_words() {
    assert_ne!(Sebab::Buatan, Sebab::DuaSisi);
}
