//! What a title or a decision does to the decrees that it names: it revokes or amends them, whole or in part, or leaves
//! them in force. A decree that is only named within the title of another has no fate of its own.

mod pola;

use std::ops::Range;

use super::citation::{self, Sitasi};
use super::patterns::{Pattern, group, matches, occurs};
use pola::*;

/// What becomes of a decree that is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nasib {
    /// It is revoked.
    Dicabut,
    /// Only a part of it is revoked.
    Sebagian,
    /// It is amended.
    Diubah,
    /// It stays in force, as is said.
    Tetap,
    /// The words leave it open.
    Ragu,
}

/// A decree that is named, and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disebut {
    /// Its name, with places in the text.
    pub sitasi: Sitasi,
    /// What becomes of it.
    pub nasib: Nasib,
}

/// What a decision does; its lead-in, items and closing are lines of the text.
pub fn diktum(text: &str) -> Vec<Disebut> {
    let acts = occurs(&BERTINDAK, text);
    if acts { Teks::new(text, false).fates() } else { Vec::new() }
}

/// What the title of a decree says that it does.
pub fn judul(text: &str) -> Vec<Disebut> {
    if occurs(&JUDUL, text) { Teks::new(text, true).fates() } else { Vec::new() }
}

/// What a named decree is to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Peran {
    /// It stands for itself.
    Sendiri,
    /// It amended the one before it and shares its fate.
    Pengubah,
    /// It stands within the title of another.
    Dalam,
    /// It is only referred to.
    Dirujuk,
    /// It may be either.
    Mendua,
}

/// What is said of decrees at a place.
struct Predikat {
    range: Range<usize>,
    nasib: Nasib,
}

struct Teks<'t> {
    text: &'t str,
    sitasi: Vec<Sitasi>,
    /// Verbs before what they act on: `Mencabut …`.
    aktif: Vec<Predikat>,
    /// Verbs behind it: `… dicabut`.
    pasif: Vec<Predikat>,
    /// Where a clause ends.
    batas: Vec<Range<usize>>,
    /// Where a sentence ends.
    akhir: Vec<Range<usize>>,
}

impl<'t> Teks<'t> {
    fn new(text: &'t str, title: bool) -> Self {
        let found = |pattern: &'static Pattern, nasib: Nasib| {
            matches(pattern, text).map(|found| Predikat { range: group(&found, 1), nasib }).collect::<Vec<_>>()
        };
        let mut aktif: Vec<Predikat> = Vec::new();
        let mut pasif: Vec<Predikat> = Vec::new();
        match title {
            true => {
                aktif.extend(found(&JUDUL_CABUT, Nasib::Dicabut));
                aktif.extend(found(&JUDUL_UBAH, Nasib::Diubah));
            }
            false => {
                aktif.extend(found(&AKTIF_CABUT, Nasib::Dicabut));
                aktif.extend(found(&AKTIF_BATAL, Nasib::Ragu));
                aktif.extend(found(&AKTIF_UBAH, Nasib::Diubah));
                aktif.extend(found(&DAFTAR_CABUT, Nasib::Dicabut));
                pasif.extend(found(&PASIF_CABUT, Nasib::Dicabut));
                pasif.extend(found(&PASIF_BATAL, Nasib::Ragu));
                pasif.extend(found(&PASIF_UBAH, Nasib::Diubah));
                pasif.extend(found(&PASIF_TETAP, Nasib::Tetap));
            }
        }
        let before = |verb: &Predikat| cut_end(text.get(..verb.range.start).unwrap_or_default());
        for verb in aktif.iter_mut().filter(|verb| occurs(&SEBELUM_RAGU, before(verb))) {
            verb.nasib = Nasib::Ragu;
        }
        for verb in aktif.iter_mut().chain(&mut pasif).filter(|verb| occurs(&SEBELUM_TIDAK, before(verb))) {
            verb.nasib = Nasib::Tetap;
        }
        pasif.retain(|verb| !occurs(&SEBELUM_YANG, before(verb)));
        aktif.retain(|verb| !occurs(&SEBELUM_YANG, before(verb)));
        aktif.sort_by_key(|verb| verb.range.start);
        pasif.sort_by_key(|verb| verb.range.start);
        let ranges = |pattern: &'static Pattern| matches(pattern, text).map(|found| group(&found, 1));
        let akhir: Vec<Range<usize>> = ranges(&AKHIR).collect();
        let mut batas: Vec<Range<usize>> = ranges(&BATAS).chain(akhir.iter().cloned()).collect();
        batas.sort_by_key(|range| range.start);
        Self { text, sitasi: citation::kalimat(text), aktif, pasif, batas, akhir }
    }

    fn fates(self) -> Vec<Disebut> {
        let mut found: Vec<Disebut> = Vec::new();
        // Role and fate of the one before; the fate of the last that stands for itself.
        let (mut before, mut owner, mut spared) = (Peran::Dalam, None, false);
        for (at, sitasi) in self.sitasi.iter().enumerate() {
            let start = sitasi.kepala().start;
            let from = at.checked_sub(1).and_then(|before| self.sitasi.get(before)).map(|one| one.kepala().end);
            let (peran, lead) = self.role(from, start, before);
            let fresh = from.is_none_or(|from| self.bounded(from, start));
            let said = self.is_said_of(start);
            let comma = lead.trim_end().ends_with(',');
            spared = occurs(&KECUALI, lead) || (spared && !fresh && !(said && comma));
            let nasib = match peran {
                Peran::Dalam | Peran::Dirujuk => None,
                Peran::Mendua => self.fate(start, lead).filter(|nasib| *nasib != Nasib::Tetap).map(|_| Nasib::Ragu),
                Peran::Pengubah => owner.filter(|nasib| matches!(nasib, Nasib::Dicabut | Nasib::Tetap | Nasib::Ragu)),
                Peran::Sendiri if said && occurs(&SELAIN, lead) => Some(Nasib::Ragu),
                Peran::Sendiri if spared => Some(Nasib::Tetap),
                Peran::Sendiri => self.fate(start, lead),
            };
            if peran == Peran::Sendiri {
                owner = nasib;
            }
            before = peran;
            found.extend(nasib.map(|nasib| Disebut { sitasi: sitasi.clone(), nasib }));
        }
        found
    }

    /// Whether a clause ends, or something is said, between two places.
    fn bounded(&self, from: usize, to: usize) -> bool {
        last_within(&self.batas, from, to).is_some() || self.says_between(from, to)
    }

    /// The role of a name at `start`, where the head of the one before ends at `from`, and the words that lead to it.
    fn role(&self, from: Option<usize>, start: usize, before: Peran) -> (Peran, &'t str) {
        let begin = from.unwrap_or(0);
        let verbs = [&self.aktif, &self.pasif].map(|verbs| last_verb(verbs, begin, start).map(|verb| verb.range.end));
        let bound =
            verbs.into_iter().flatten().chain(last_within(&self.batas, begin, start).map(|range| range.end)).max();
        let lead = self.text.get(bound.unwrap_or(begin)..start).unwrap_or_default();
        if occurs(&DIRUJUK, lead) {
            return (Peran::Dirujuk, lead);
        }
        if from.is_none() || bound.is_some() {
            let amending = before == Peran::Pengubah && occurs(&BERDERET, lead) && !self.says_between(begin, start);
            return (if amending { Peran::Pengubah } else { Peran::Sendiri }, lead);
        }
        if occurs(&PERUBAHAN, lead) {
            return (Peran::Pengubah, lead);
        }
        if occurs(&KECUALI, lead) {
            return (Peran::Sendiri, lead);
        }
        match (occurs(&SETARA, lead), before) {
            (false, _) => (Peran::Dalam, lead),
            (true, Peran::Dirujuk) if !lead.trim_end().ends_with(',') => (Peran::Dirujuk, lead),
            (true, Peran::Dirujuk) if self.is_last(start) => (Peran::Sendiri, lead),
            (true, Peran::Dalam | Peran::Mendua | Peran::Dirujuk) => (Peran::Mendua, lead),
            (true, same) => (same, lead),
        }
    }

    /// Whether no other name stands before what is said next.
    fn is_last(&self, start: usize) -> bool {
        let at = self.sitasi.partition_point(|one| one.sebutan.start <= start);
        let next = self.sitasi.get(at).map(|one| one.sebutan.start);
        let verb = self.said_after(start).map(|verb| verb.range.start);
        verb.is_some_and(|verb| next.is_none_or(|next| next > verb))
    }

    /// Whether anything is said of decrees between two places.
    fn says_between(&self, from: usize, to: usize) -> bool {
        last_verb(&self.aktif, from, to).or_else(|| last_verb(&self.pasif, from, to)).is_some()
    }

    /// Whether a verb stands behind a place in its clause.
    fn is_said_of(&self, start: usize) -> bool {
        let end = self.clause(start).end;
        self.said_after(start).is_some_and(|verb| verb.range.end <= end)
    }

    /// The clause that a place is in.
    fn clause(&self, at: usize) -> Range<usize> {
        let start = last_within(&self.batas, 0, at).map_or(0, |range| range.end);
        let next = self.batas.partition_point(|range| range.start < at);
        start..self.batas.get(next).map_or(self.text.len(), |range| range.start)
    }

    /// The next verb behind what it is said of.
    fn said_after(&self, start: usize) -> Option<&Predikat> {
        self.pasif.get(self.pasif.partition_point(|verb| verb.range.start < start))
    }

    /// What is said of a name that stands for itself.
    fn fate(&self, start: usize, lead: &str) -> Option<Nasib> {
        let clause = self.clause(start);
        let own = self.text.get(start..clause.end).unwrap_or_default();
        let listed = occurs(&BERDERET, lead);
        let over = last_verb(&self.aktif, clause.start, start);
        if let Some(verb) = self.said_after(start).filter(|verb| verb.range.end <= clause.end) {
            return match over.filter(|over| over.nasib != verb.nasib) {
                Some(_) if self.is_last(start) => Some(self.weighed(verb, start, lead, clause.end)),
                Some(over) if listed => Some(self.acted(over, lead, own)),
                Some(_) => Some(Nasib::Ragu),
                None => Some(self.weighed(verb, start, lead, clause.end)),
            };
        }
        // The verb may stand before what it is said of: `dengan ini dicabut …`.
        if let Some(verb) = last_verb(&self.pasif, clause.start, start).filter(|verb| !self.names(clause.start, verb)) {
            return Some(self.acted(verb, lead, own));
        }
        let before = last_verb(&self.aktif, 0, start);
        let near = before.filter(|verb| last_within(&self.akhir, verb.range.end, start).is_none());
        if let Some(verb) = near {
            return match verb.range.start >= clause.start || listed {
                true => Some(self.acted(verb, lead, own)),
                false => Some(Nasib::Ragu),
            };
        }
        let after = self.said_after(start)?;
        match listed || occurs(&SEBELUM_DERET, lead) {
            true => Some(self.weighed(after, start, lead, self.clause(after.range.start).end)),
            false => (after.nasib == Nasib::Dicabut).then_some(Nasib::Ragu),
        }
    }

    /// Whether a decree is named between a place and a verb.
    fn names(&self, from: usize, verb: &Predikat) -> bool {
        let at = self.sitasi.partition_point(|one| one.sebutan.start < from);
        self.sitasi.get(at).is_some_and(|one| one.sebutan.start < verb.range.start)
    }

    /// What a verb behind a name says, with the words around it.
    fn weighed(&self, verb: &Predikat, start: usize, lead: &str, end: usize) -> Nasib {
        let between = self.text.get(start..verb.range.start).unwrap_or_default();
        let behind = self.text.get(verb.range.end..end).unwrap_or_default();
        match verb.nasib {
            Nasib::Dicabut if occurs(&SUDAH, cut_end(between)) || occurs(&OLEH_LAIN, cut(behind)) => Nasib::Ragu,
            Nasib::Dicabut if occurs(&SYARAT, cut_end(between)) => Nasib::Ragu,
            Nasib::Dicabut if occurs(&BAGIAN, lead) || partly(between) || partly(behind) => Nasib::Sebagian,
            Nasib::Dicabut if !occurs(&POKOK, lead) => Nasib::Ragu,
            other => other,
        }
    }

    /// What a verb before a name says, with the words between and behind.
    fn acted(&self, verb: &Predikat, lead: &str, behind: &str) -> Nasib {
        match verb.nasib {
            Nasib::Dicabut if occurs(&BAGIAN, lead) || partly(behind) => Nasib::Sebagian,
            other => other,
        }
    }
}

/// Whether words limit a revocation to a part.
fn partly(text: &str) -> bool {
    occurs(&SEPANJANG, cut(text)) || (text.len() > MOST && occurs(&SEPANJANG, cut_end(text)))
}

/// So many bytes around a name or verb are looked at.
const MOST: usize = 600;

/// The beginning of a text.
fn cut(text: &str) -> &str {
    text.get(..text.floor_char_boundary(MOST)).unwrap_or(text)
}

/// The end of a text.
fn cut_end(text: &str) -> &str {
    text.get(text.floor_char_boundary(text.len().saturating_sub(MOST))..).unwrap_or(text)
}

/// The last of some ranges in their order that lies between two places.
fn last_within(ranges: &[Range<usize>], from: usize, to: usize) -> Option<&Range<usize>> {
    let after = ranges.partition_point(|range| range.end <= to);
    ranges.get(after.checked_sub(1)?).filter(|range| range.start >= from)
}

fn last_verb(verbs: &[Predikat], from: usize, to: usize) -> Option<&Predikat> {
    let after = verbs.partition_point(|verb| verb.range.end <= to);
    verbs.get(after.checked_sub(1)?).filter(|verb| verb.range.start >= from)
}

#[cfg(test)]
mod tests;
