//! The decrees that a decree names in its title and decisions, and what it does to each.

use crate::decree::{Butir, Keputusan, Teks};
use crate::diag::Span;
use crate::language::citation::{self, Sitasi};
use crate::language::kaitan::{self, Nasib};
use crate::language::words::lower;

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

/// Something that the decree amends or revokes, as it names it.
pub struct Disebut {
    /// What it does to it.
    pub kaitan: Kaitan,
    /// From kind to year.
    pub nama: String,
    /// The title, where one is said, and whether it may go on beyond its end.
    pub judul: Option<(String, bool)>,
    /// Which amendment the decree says it is.
    pub ke: Option<usize>,
    /// Where it is named.
    pub span: Span,
}

/// A decree that is named, and what its sentence says of it.
pub struct Sebutan {
    /// What its sentence says of it.
    pub nasib: Nasib,
    /// From kind to year.
    pub nama: String,
    judul: Option<(String, bool)>,
    ke: Option<usize>,
    /// Whether no body is named: `Keputusan Nomor 3 Tahun 2026`.
    pub tanpa_lembaga: bool,
    /// Where it is named.
    pub span: Span,
}

impl Sebutan {
    fn of(nasib: Nasib, text: &str, sitasi: &Sitasi, span: Span) -> Self {
        let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().to_owned();
        let judul = sitasi.judul.clone().map(|range| (part(range), sitasi.longgar));
        let tanpa_lembaga = lower(&part(sitasi.sebutan.clone())) == "keputusan";
        Self { nasib, nama: part(sitasi.kepala()), judul, ke: None, tanpa_lembaga, span }
    }

    /// Number and year, as far as a name without its body tells what is meant.
    fn ending(&self) -> String {
        let name = lower(&self.nama);
        name.split_once("nomor").map_or(name.clone(), |(_, rest)| rest.trim().to_owned())
    }

    /// Whether both name the same decree.
    pub fn same(&self, other: &Self) -> bool {
        let short = self.tanpa_lembaga || other.tanpa_lembaga;
        if short { self.ending() == other.ending() } else { lower(&self.nama) == lower(&other.nama) }
    }
}

/// Names of what the decree amends and of what it revokes, each once, for the register.
pub fn names(keputusan: &Keputusan) -> (Vec<String>, Vec<String>) {
    let all = acting(keputusan);
    let of = |kaitan: Kaitan| {
        let mut names: Vec<String> =
            all.iter().filter(|one| one.kaitan == kaitan).map(|one| one.nama.clone()).collect();
        names.sort();
        names.dedup_by_key(|name| lower(name));
        names
    };
    (of(Kaitan::Mengubah), of(Kaitan::Mencabut))
}

/// What the decree amends or revokes. What one sentence revokes and another keeps, whole or in part, is not among it.
pub fn acting(keputusan: &Keputusan) -> Vec<Disebut> {
    let all = mentioned(keputusan);
    let limits = |one: &Sebutan| {
        let limiting = |other: &&Sebutan| matches!(other.nasib, Nasib::Sebagian | Nasib::Tetap) && one.same(other);
        one.nasib == Nasib::Dicabut && all.iter().any(|other| limiting(&other))
    };
    let mut acting: Vec<Disebut> = Vec::new();
    for (at, one) in all.iter().enumerate() {
        let kaitan = match one.nasib {
            Nasib::Dicabut if !limits(one) => Kaitan::Mencabut,
            Nasib::Diubah => Kaitan::Mengubah,
            _ => continue,
        };
        let known = |other: &Sebutan| other.nasib == one.nasib && !other.tanpa_lembaga && one.same(other);
        if one.tanpa_lembaga && all.iter().take(at).any(known) {
            continue;
        }
        acting.push(Disebut { kaitan, nama: one.nama.clone(), judul: one.judul.clone(), ke: one.ke, span: one.span });
    }
    acting
}

/// All decrees that a decree names so that something may become of them.
pub fn mentioned(keputusan: &Keputusan) -> Vec<Sebutan> {
    let title = keputusan.tentang.as_plain();
    let urutan = citation::urutan(&title);
    let mut all = Vec::new();
    // The title is read whole: its first name has its own title to the end.
    let whole = citation::judul(&title);
    for one in kaitan::judul(&title) {
        let exact = whole.iter().find(|other| other.kepala() == one.sitasi.kepala()).unwrap_or(&one.sitasi);
        let ke = urutan.as_ref().filter(|_| all.is_empty() && one.nasib == Nasib::Diubah).map(|urutan| urutan.ke);
        let own = Sebutan::of(one.nasib, &title, exact, keputusan.tentang.span);
        all.push(Sebutan { ke, ..own });
    }
    for butir in &keputusan.diktum {
        let mut texts = Vec::new();
        own_texts(butir, &mut texts);
        let plain: Vec<String> = texts.iter().map(|teks| teks.as_plain()).collect();
        let text = plain.join("\n");
        let mut starts = Vec::new();
        plain.iter().fold(0, |start, text| {
            starts.push(start);
            start + text.len() + 1
        });
        for one in kaitan::diktum(&text) {
            let at = starts.partition_point(|start| *start <= one.sitasi.range.start).saturating_sub(1);
            let span = texts.get(at).map_or(butir.teks.span, |teks| teks.span);
            all.push(Sebutan::of(one.nasib, &text, &one.sitasi, span));
        }
    }
    all.retain(|one| !one.nama.is_empty());
    all
}

/// The texts of a decision in their order, without those that it only quotes as another decree shall read.
fn own_texts<'a>(butir: &'a Butir, out: &mut Vec<&'a Teks>) {
    out.push(&butir.teks);
    for rincian in butir.rincian.iter().filter(|rincian| rincian.kutipan.is_empty()) {
        rincian.butir.iter().for_each(|inner| own_texts(inner, out));
    }
    out.extend(&butir.penutup);
}
