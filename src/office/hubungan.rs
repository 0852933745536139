//! What amends or revokes what: the names that decrees give each other, found again in the register.

use std::collections::HashMap;

use crate::naming::slug;
use crate::office::register::{BatalRingkas, KunciRingkas, TerbitRingkas};
use naskah_core::catalog::{Catalog, Kantor};
use naskah_core::diag::{Files, Sink};
use naskah_core::language::citation;
pub use naskah_core::reading::disebut::Kaitan;

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
    /// Whether the revoking decree does not name it: it falls with the decree that it amends.
    pub ikut: bool,
}

impl Hubungan<'_> {
    /// In words: `Nomor 7 Tahun 2026 mengubah Nomor 5 Tahun 2026`.
    pub fn told(&self, terbitan: &[Terbitan<'_>]) -> String {
        let (by, word) = (terbitan[self.oleh].kunci, self.kaitan.kata());
        let with = if self.ikut { " (ikut dicabut bersama yang diubahnya)" } else { "" };
        match self.sasaran.map(|at| terbitan[at].kunci) {
            Some(it) if (&it.kantor, &it.seri) == (&by.kantor, &by.seri) => format!("{by} {word} {it}{with}"),
            Some(it) => format!("{by} ({}, {}) {word} {it} ({}, {}){with}", by.kantor, by.seri, it.kantor, it.seri),
            None => format!("{by} {word} {} (tidak ada dalam register)", self.nama),
        }
    }
}

/// What a name says: kind and body in small letters, number, year.
struct NamaKeputusan<'a> {
    lembaga: String,
    nomor: &'a str,
    tahun: i32,
}

/// Everything that decrees of the register amend or revoke. What was withdrawn does nothing.
pub fn of<'a>(terbitan: &[Terbitan<'a>], catalog: &Catalog) -> Vec<Hubungan<'a>> {
    let mut found = Vec::new();
    for (oleh, one) in terbitan.iter().enumerate().filter(|(_, one)| one.batal.is_none()) {
        for (kaitan, names) in [(Kaitan::Mengubah, &one.terbit.mengubah), (Kaitan::Mencabut, &one.terbit.mencabut)] {
            found.extend(names.iter().map(|name| Hubungan { oleh, kaitan, nama: &name.0, sasaran: None, ikut: false }));
        }
    }
    if found.is_empty() {
        return found;
    }
    let named: Vec<Option<NamaKeputusan<'_>>> = found.iter().map(|one| sebutan(one.nama)).collect();
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
    let falling = falling(&found, terbitan);
    found.extend(falling);
    found
}

/// What falls with a decree that is revoked: the amendments that it had by then, each once.
fn falling<'a>(found: &[Hubungan<'a>], terbitan: &[Terbitan<'a>]) -> Vec<Hubungan<'a>> {
    let mut out: Vec<Hubungan<'a>> = Vec::new();
    let of = |kaitan: Kaitan| found.iter().filter(move |one| one.kaitan == kaitan && one.sasaran.is_some());
    let mut amended: HashMap<usize, Vec<usize>> = HashMap::new();
    for one in of(Kaitan::Mengubah) {
        amended.entry(one.sasaran.unwrap_or_default()).or_default().push(one.oleh);
    }
    for revoking in of(Kaitan::Mencabut) {
        let mut with: Vec<usize> = revoking.sasaran.into_iter().collect();
        let mut next = 0;
        while let Some(target) = with.get(next).copied() {
            next += 1;
            for amending in amended.get(&target).into_iter().flatten() {
                let earlier = terbitan[*amending].terbit.tanggal <= terbitan[revoking.oleh].terbit.tanggal;
                if earlier && *amending != revoking.oleh && !with.contains(amending) {
                    with.push(*amending);
                }
            }
        }
        for amending in with.into_iter().skip(1) {
            let own = |one: &Hubungan<'_>| (one.oleh, one.sasaran) == (revoking.oleh, Some(amending));
            if !of(Kaitan::Mencabut).any(own) && !out.iter().any(own) {
                out.push(Hubungan { sasaran: Some(amending), ikut: true, ..*revoking });
            }
        }
    }
    out
}

/// What a name means to the decrees of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Maksud {
    /// A decree of the register.
    Ada(usize),
    /// A decree of the same office that the register does not hold.
    Tiada,
    /// A rule or decree of somebody else.
    Lain,
}

/// What a decree of `citing` means by a name.
pub fn maksud(name: &str, citing: &KunciRingkas<'_>, terbitan: &[Terbitan<'_>], catalog: &Catalog) -> Maksud {
    let Some(said) = sebutan(name) else { return Maksud::Lain };
    let mut offices = Offices { catalog, known: HashMap::new() };
    let mut is_it = |one: &Terbitan<'_>| {
        (one.kunci.nomor.as_ref(), one.kunci.tahun) == (said.nomor, said.tahun)
            && offices.is_named(one.kunci, &said.lembaga, citing)
    };
    match terbitan.iter().position(&mut is_it) {
        Some(at) => Maksud::Ada(at),
        None if offices.is_of(citing, &said.lembaga) => Maksud::Tiada,
        None => Maksud::Lain,
    }
}

/// The number and the year of a name that means a decree of the very series of `citing`, by its body.
pub fn numbered(name: &str, citing: &KunciRingkas<'_>) -> Option<(u32, i32)> {
    let said = sebutan(name)?;
    let of_secretary = said.lembaga.starts_with("keputusan sekretaris");
    let same = of_secretary == citing.seri.contains("sekretaris");
    Some((said.nomor.parse().ok().filter(|_| same)?, said.tahun))
}

fn sebutan(name: &str) -> Option<NamaKeputusan<'_>> {
    let citation = citation::kalimat(name).into_iter().next()?;
    Some(NamaKeputusan {
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
    /// Whether a body, as in `keputusan sekretaris komisi pemilihan umum kota contoh`, belongs to the office of a decree.
    fn is_of(&mut self, kunci: &KunciRingkas<'_>, body: &str) -> bool {
        let read = || self.catalog.kantor(&kunci.kantor, &mut Files::default(), &mut Sink::default()).ok();
        let office = self.known.entry(kunci.kantor.to_string()).or_insert_with(read);
        let name = office.as_ref().map(|kantor| folded(&kantor.nama_penuh()));
        name.is_some_and(|name| body.starts_with("keputusan") && body.ends_with(&name))
    }

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
