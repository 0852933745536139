//! What amends or revokes what: the names that decrees give each other, found again in the register.

use std::collections::HashMap;

use crate::naming::slug;
use crate::office::register::{BatalRingkas, KunciRingkas, TerbitRingkas};
use naskah_core::catalog::{Catalog, Kantor};
use naskah_core::diag::{Files, Sink};
use naskah_core::language::citation;

/// A decree of the register.
#[derive(Debug, Clone, Copy)]
pub struct Terbitan<'a> {
    /// Which decree.
    pub kunci: &'a KunciRingkas<'a>,
    /// Its issue.
    pub terbit: &'a TerbitRingkas<'a>,
    /// Its withdrawal.
    pub batal: Option<&'a BatalRingkas<'a>>,
}

/// What one decree does to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kaitan {
    /// It amends it.
    Mengubah,
    /// It revokes it.
    Mencabut,
}

impl Kaitan {
    /// The word, as told of the decree that does it.
    pub fn kata(self) -> &'static str {
        match self {
            Self::Mengubah => "mengubah",
            Self::Mencabut => "mencabut",
        }
    }
}

/// That one decree amends or revokes another.
#[derive(Debug, Clone, Copy)]
pub struct Hubungan<'a> {
    /// The decree that does it, by its place among the issued ones.
    pub oleh: usize,
    /// What it does.
    pub kaitan: Kaitan,
    /// What it does it to, as it names it.
    pub nama: &'a str,
    /// The same in the register, where it is there.
    pub sasaran: Option<usize>,
}

impl Hubungan<'_> {
    /// In words: `Nomor 7 Tahun 2026 mengubah Nomor 5 Tahun 2026`.
    pub fn told(&self, terbitan: &[Terbitan<'_>]) -> String {
        let (by, word) = (terbitan[self.oleh].kunci, self.kaitan.kata());
        match self.sasaran.map(|at| terbitan[at].kunci) {
            Some(it) if (&it.kantor, &it.seri) == (&by.kantor, &by.seri) => format!("{by} {word} {it}"),
            Some(it) => format!("{by} ({}, {}) {word} {it} ({}, {})", by.kantor, by.seri, it.kantor, it.seri),
            None => format!("{by} {word} {} (tidak ada dalam register)", self.nama),
        }
    }
}

/// What a name says: kind and body in small letters, number, year.
struct Sebutan<'a> {
    lembaga: String,
    nomor: &'a str,
    tahun: i32,
}

/// Everything that decrees of the register amend or revoke. What was withdrawn does nothing.
pub fn of<'a>(terbitan: &[Terbitan<'a>], catalog: &Catalog) -> Vec<Hubungan<'a>> {
    let mut found = Vec::new();
    for (oleh, one) in terbitan.iter().enumerate().filter(|(_, one)| one.batal.is_none()) {
        for (kaitan, names) in [(Kaitan::Mengubah, &one.terbit.mengubah), (Kaitan::Mencabut, &one.terbit.mencabut)] {
            found.extend(names.iter().map(|name| Hubungan { oleh, kaitan, nama: &name.0, sasaran: None }));
        }
    }
    if found.is_empty() {
        return found;
    }
    let named: Vec<Option<Sebutan<'_>>> = found.iter().map(|one| sebutan(one.nama)).collect();
    let mut meant: HashMap<(&str, i32), Vec<usize>> = HashMap::new();
    for (at, sebutan) in named.iter().enumerate().filter_map(|(at, sebutan)| Some((at, sebutan.as_ref()?))) {
        meant.entry((sebutan.nomor, sebutan.tahun)).or_default().push(at);
    }
    let mut offices = Offices { catalog, known: HashMap::new() };
    for (place, one) in terbitan.iter().enumerate() {
        for at in meant.get(&(one.kunci.nomor.as_ref(), one.kunci.tahun)).into_iter().flatten() {
            let oleh = found[*at].oleh;
            let body = named[*at].as_ref().map_or("", |sebutan| sebutan.lembaga.as_str());
            if oleh != place && offices.is_named(one.kunci, body, terbitan[oleh].kunci) {
                found[*at].sasaran = Some(place);
            }
        }
    }
    found
}

fn sebutan(name: &str) -> Option<Sebutan<'_>> {
    let citation = citation::kalimat(name).into_iter().next()?;
    Some(Sebutan {
        lembaga: folded(name.get(citation.sebutan)?),
        nomor: name.get(citation.nomor?)?,
        tahun: citation.tahun?.0,
    })
}

/// In small letters, with one blank between words.
fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The profiles of offices, each read once.
struct Offices<'a> {
    catalog: &'a Catalog,
    known: HashMap<String, Option<Kantor>>,
}

impl Offices<'_> {
    /// Whether the decree of `kunci` is one of `body`, such as `keputusan komisi pemilihan umum kota contoh`, as a decree
    /// of `citing` names it. Of an office without a profile only its own decrees know which is meant.
    fn is_named(&mut self, kunci: &KunciRingkas<'_>, body: &str, citing: &KunciRingkas<'_>) -> bool {
        let read = || self.catalog.kantor(&kunci.kantor, &mut Files::default(), &mut Sink::default()).ok();
        let Some(kantor) = self.known.entry(kunci.kantor.to_string()).or_insert_with(read) else {
            return (&kunci.kantor, &kunci.seri) == (&citing.kantor, &citing.seri);
        };
        let post = kantor.pejabat.values().map(|person| &person.jabatan).find(|post| slug(post) == *kunci.seri);
        let maker = match post {
            Some(post) if !post.starts_with("Ketua") => format!("{post} {}", kantor.nama_penuh()),
            _ => kantor.nama_penuh(),
        };
        body == folded(&format!("Keputusan {maker}"))
    }
}
