//! What a run made, one thing a line: for people, and as one JSON object.

use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::disk::Written;
use naskah_core::fingerprint::Sidik;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// A file is new, or was replaced as asked.
    Dibuat,
    /// The file was there with the very same bytes.
    Sama,
    /// A file that a person keeps was changed.
    Diperbarui,
    /// Nothing in it had to be changed.
    Tetap,
    /// The source of a PDF was given back.
    Dikeluarkan,
    /// A decree was issued.
    Terbit,
    /// A decree would be issued.
    Coba,
    /// A decree was withdrawn.
    Dibatalkan,
}

impl Deed {
    fn word(self) -> &'static str {
        match self {
            Self::Dibuat => "dibuat",
            Self::Sama => "sama dengan yang sudah ada",
            Self::Diperbarui => "diperbarui",
            Self::Tetap => "tidak ada yang berubah",
            Self::Dikeluarkan => "dikeluarkan",
            Self::Terbit => "terbit",
            Self::Coba => "belum terbit, hanya dicoba",
            Self::Dibatalkan => "dibatalkan",
        }
    }
}

/// What is counted in something that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Count {
    /// Pages.
    Halaman,
    /// Files.
    Berkas,
    /// Tables.
    Tabel,
    /// Rows.
    Baris,
    /// Decrees.
    Keputusan,
    /// Findings that were noted.
    Temuan,
    /// Places that are still to be filled in.
    Isian,
}

impl Count {
    /// Every count, as they are declared.
    pub const ALL: [Self; 7] =
        [Self::Halaman, Self::Berkas, Self::Tabel, Self::Baris, Self::Keputusan, Self::Temuan, Self::Isian];

    /// The key of the count in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Halaman => "halaman",
            Self::Berkas => "berkas",
            Self::Tabel => "tabel",
            Self::Baris => "baris",
            Self::Keputusan => "banyak_keputusan",
            Self::Temuan => "temuan",
            Self::Isian => "isian",
        }
    }

    fn told(self, count: usize) -> String {
        match self {
            Self::Keputusan => format!("{count} keputusan"),
            Self::Temuan => format!("{count} temuan dicatat"),
            other => format!("{count} {}", other.key()),
        }
    }
}

/// Something that was made.
#[derive(Debug, Clone)]
pub struct Made {
    deed: Deed,
    place: Option<String>,
    named: Option<String>,
    keputusan: Option<Value>,
    counts: Vec<(Count, usize)>,
    note: Option<String>,
    sidik: Option<Sidik>,
}

impl Made {
    /// A deed of which nothing more is known.
    pub fn new(deed: Deed) -> Self {
        Self { deed, place: None, named: None, keputusan: None, counts: Vec::new(), note: None, sidik: None }
    }

    /// A file, and what became of it.
    pub fn file(path: &Path, fate: Written) -> Self {
        Self::new(if fate == Written::Same { Deed::Sama } else { Deed::Dibuat }).at(path.display())
    }

    /// Where it is, as it is told.
    pub fn at(self, place: impl ToString) -> Self {
        Self { place: Some(place.to_string()), ..self }
    }

    /// What it is called where its place alone does not say it.
    pub fn named(self, name: impl ToString) -> Self {
        Self { named: Some(name.to_string()), ..self }
    }

    /// The key of the decree that it is, or that it was made from.
    pub fn of(self, key: &impl Serialize) -> Self {
        Self { keputusan: Some(json!(key)), ..self }
    }

    /// How many of something it has.
    pub fn count(mut self, what: Count, count: usize) -> Self {
        self.counts.push((what, count));
        self
    }

    /// What else is to be said of it; empty for nothing.
    pub fn note(self, note: impl Into<String>) -> Self {
        Self { note: Some(note.into()).filter(|note| !note.is_empty()), ..self }
    }

    /// The fingerprint of the original that it is, or that it was made from.
    pub fn sidik(self, sidik: Sidik) -> Self {
        Self { sidik: Some(sidik), ..self }
    }

    /// For people: `dibuat: a.pdf (3 halaman; 1 diubah)`.
    pub fn to_text(&self) -> String {
        let subject: Vec<&str> = self.named.as_deref().into_iter().chain(self.place.as_deref()).collect();
        let counts: Vec<String> = self.counts.iter().map(|(what, count)| what.told(*count)).collect();
        let counts = Some(counts.join(", ")).filter(|counts| !counts.is_empty());
        let inside: Vec<&str> = counts.as_deref().into_iter().chain(self.note.as_deref()).collect();
        let inside = if inside.is_empty() { String::new() } else { format!(" ({})", inside.join("; ")) };
        let sidik = self.sidik.map_or(String::new(), |sidik| format!(", sidik asli {}", sidik.pendek()));
        format!("{}: {}{inside}{sidik}", self.deed.word(), subject.join(", "))
    }

    /// For programs: one object, as [`super::schema`] describes it.
    pub fn to_json(&self, command: &str) -> String {
        let changed = !matches!(self.deed, Deed::Sama | Deed::Tetap | Deed::Coba);
        let mut line = Map::new();
        line.insert("perintah".into(), json!(command));
        line.insert("hasil".into(), json!(self.place));
        line.insert("berubah".into(), json!(changed));
        line.extend(self.keputusan.iter().map(|key| ("keputusan".to_owned(), key.clone())));
        line.extend(self.counts.iter().map(|(what, count)| (what.key().to_owned(), json!(count))));
        line.extend(self.sidik.map(|sidik| ("sidik".to_owned(), json!(sidik))));
        line.extend(self.note.as_ref().map(|note| ("keterangan".to_owned(), json!(note))));
        Value::Object(line).to_string()
    }
}
