//! The manifest: what became of each document, a JSON object a line, written as it goes.
//!
//! The first line of each run tells what it was made from. A line that a run which was killed left half written is
//! passed over; of several lines about one document the last one holds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::disk;
use naskah_core::diag::{Diagnostic, in_json};
use naskah_core::fingerprint::Sidik;

/// The form of the manifests that this program writes and reads.
const FORMAT: u32 = 1;

/// What a run made its documents from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jalan {
    /// The form of the manifest.
    manifes: u32,
    /// The program.
    pub program: String,
    /// The pattern, and its fingerprint.
    pub pola: String,
    /// Its fingerprint.
    pub sidik_pola: Sidik,
    /// The data.
    pub data: String,
    /// Its fingerprint.
    pub sidik_data: Sidik,
    /// One fingerprint of templates, data and fonts.
    pub bahan: Sidik,
    /// How many documents there are in all parts together.
    pub banyak: usize,
    /// The part that was made: `2/12`.
    pub bagian: String,
}

/// What became of one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catatan {
    /// Which one of all, from 1.
    pub urut: usize,
    /// What tells it from the others.
    pub kunci: String,
    /// The rows that it was made from, from 1.
    pub baris: Vec<usize>,
    /// Its file below the manifest's folder; none where it could not be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub berkas: Option<String>,
    /// The fingerprint of all that it was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub masukan: Option<Sidik>,
    /// The fingerprint of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sidik: Option<Sidik>,
    /// How many pages it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub halaman: Option<usize>,
    /// What was found, but for questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub temuan: Vec<Temuan>,
}

/// A finding about a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Temuan {
    /// How much it weighs.
    pub tingkat: String,
    /// Its code.
    pub kode: String,
    /// What is so.
    pub pesan: String,
}

impl Temuan {
    /// A finding as it is kept.
    pub fn of(finding: &Diagnostic) -> Self {
        let (tingkat, kode) = (finding.level.to_string(), finding.code.id.to_owned());
        Self { tingkat, kode, pesan: finding.message.clone() }
    }
}

impl Jalan {
    /// A run of this program.
    pub fn new(program: &str, pola: (String, Sidik), data: (String, Sidik), bahan: Sidik) -> Self {
        let ((pola, sidik_pola), (data, sidik_data)) = (pola, data);
        let program = program.to_owned();
        Self { manifes: FORMAT, program, pola, sidik_pola, data, sidik_data, bahan, banyak: 0, bagian: String::new() }
    }

    /// The line.
    pub fn line(&self) -> String {
        line(self)
    }

    /// A run that made all parts.
    pub fn whole(self) -> Self {
        Self { bagian: "1/1".to_owned(), ..self }
    }

    /// Whether the same documents are made by both, whatever their parts and wherever the files lay.
    pub fn is_same(&self, other: &Self) -> bool {
        let made_of = |jalan: &Self| (jalan.sidik_pola, jalan.sidik_data, jalan.bahan, jalan.banyak);
        self.program == other.program && made_of(self) == made_of(other)
    }
}

impl Catatan {
    /// The line.
    pub fn line(&self) -> String {
        line(self)
    }
}

fn line(value: &impl Serialize) -> String {
    in_json(&serde_json::to_string(value).unwrap_or_default()).into_owned() + "\n"
}

/// A manifest that was read.
#[derive(Debug, Default)]
pub struct Manifes {
    /// The last run.
    pub jalan: Option<Jalan>,
    /// The documents of that run and of those that made the same, by their order, as the last line of each tells.
    pub catatan: BTreeMap<usize, Catatan>,
    /// What the last line about each file says, whichever run wrote it.
    pub berkas: BTreeMap<String, Catatan>,
    /// How many lines say nothing that is understood.
    pub rusak: usize,
}

impl Manifes {
    /// Reads a manifest; `None` where there is none.
    pub fn read(path: &Path) -> std::io::Result<Option<Self>> {
        match disk::read(path, usize::MAX - 1) {
            Ok(bytes) => Ok(Some(Self::parse(&String::from_utf8_lossy(&bytes)))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Reads the lines. What runs say that made other documents than the last one holds of their files alone.
    fn parse(text: &str) -> Self {
        let mut manifes = Self::default();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            if let Ok(jalan) = serde_json::from_str::<Jalan>(line) {
                if manifes.jalan.as_ref().is_some_and(|before| !before.is_same(&jalan)) {
                    manifes.catatan.clear();
                }
                manifes.jalan = Some(jalan);
            } else if let Ok(catatan) = serde_json::from_str::<Catatan>(line) {
                if let Some(name) = &catatan.berkas {
                    manifes.berkas.insert(name.clone(), catatan.clone());
                }
                manifes.catatan.insert(catatan.urut, catatan);
            } else {
                manifes.rusak += 1;
            }
        }
        manifes
    }
}

/// Writes a manifest as one run would have, when it was gone on with: a line for each document, in their order. One that
/// knows of files from other runs stays as it is; so does one that cannot be written, which says the same.
pub fn tidy(path: &Path) {
    let text = disk::read(path, usize::MAX - 1).unwrap_or_default();
    if let Some(tidied) = tidied(&String::from_utf8_lossy(&text)) {
        drop(disk::write_one(path, tidied.as_bytes(), true));
    }
}

fn tidied(text: &str) -> Option<String> {
    let Manifes { jalan, catatan, berkas, .. } = Manifes::parse(text);
    let known: BTreeSet<&str> = catatan.values().filter_map(|one| one.berkas.as_deref()).collect();
    let whole = berkas.keys().all(|name| known.contains(name.as_str()));
    whole
        .then(|| jalan.map(|jalan| jalan.line()))?
        .map(|head| head + &catatan.values().map(Catatan::line).collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_holds_and_a_torn_one_is_passed_over() {
        let one = |urut, berkas: &str| Catatan {
            urut,
            kunci: "a\u{202e}".to_owned(),
            baris: vec![2],
            berkas: Some(berkas.to_owned()),
            masukan: None,
            sidik: Some(Sidik::of(berkas)),
            halaman: Some(1),
            temuan: Vec::new(),
        };
        let whole = [one(1, "a"), one(2, "b"), one(1, "c")].map(|one| one.line()).concat();
        assert!(whole.is_ascii());
        let torn = format!("{whole}{}", &one(3, "d").line()[..40]);
        let read = Manifes::parse(&torn);
        assert_eq!((read.rusak, read.catatan.len()), (1, 2));
        assert_eq!(read.catatan.get(&1), Some(&one(1, "c")));
    }
}
