//! Where the texts of the pages come from: each is looked for behind the one before, for pages say things in the order in
//! which they were written.

use std::collections::HashMap;

use naskah_core::decree::Teks;
use naskah_core::diag::Span;
use naskah_core::resolve::{BarisCetak, BlokCetak, Naskah, TabelCetak};

use super::lembar::{Berkas, Potong};
use super::sendiri;

/// So far ahead a text is looked for, in bytes: any within a few signs, a short one could be any other farther on, a
/// long one is itself.
const SEBELAH: usize = 48;
const DEKAT: usize = 600;
const JAUH: usize = 40_000;
/// So long texts are, in bytes, that are looked for far ahead.
const PANJANG: usize = 24;
/// Shorter texts are numbers and marks, which stand anywhere: they count only where they follow on.
const TERPENDEK: usize = 4;

/// Where in `isi` the own texts of the pages stand, by their number; `None` for what does not stand there. `mulai` is where the
/// table of a text begins: many texts of a table stand anywhere, and no table is looked for behind one that it follows.
pub fn letak(
    berkas: &Berkas,
    isi: &str,
    tulis: impl Fn(&str) -> String,
    mulai: impl Fn(usize) -> Option<usize>,
) -> Vec<Option<(usize, usize)>> {
    let mut out = vec![None; berkas.potong];
    let (mut at, mut tabel) = (0, 0);
    let all = berkas.lembar.iter().flat_map(|lembar| &lembar.potong);
    let own = all.filter(|p| sendiri(berkas, p) && !p.milik.daftar);
    let own: Vec<(&Potong, String)> = own.map(|potong| (potong, tulis(potong.teks.trim()))).collect();
    for (ke, (potong, teks)) in own.iter().enumerate() {
        if potong.milik.tabel > tabel {
            tabel = potong.milik.tabel;
            at = mulai(tabel).unwrap_or(at);
        }
        let next = own.get(ke + 1).map(|(_, teks)| teks.as_str());
        if let Some(awal) = sesudah(isi, at, teks, next) {
            at = awal + teks.len();
            out[potong.nomor] = Some((awal, at));
        }
    }
    out
}

/// Where a text stands at `at` or behind it; far ahead only where the text after it stands beside it as well.
fn sesudah(isi: &str, at: usize, teks: &str, next: Option<&str>) -> Option<usize> {
    let rest = isi.get(at..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start().len();
    if rest.trim_start().starts_with(teks) {
        return Some(at + blank);
    }
    let within = |reach: usize| {
        let end = (at + reach + teks.len()).min(isi.len());
        let end = (end..=isi.len()).find(|end| isi.is_char_boundary(*end)).unwrap_or(isi.len());
        isi.get(at..end).unwrap_or_default()
    };
    let is_word = |from: usize| {
        let (before, after) = (isi.get(..from), isi.get(from + teks.len()..));
        !before.is_some_and(|text| text.ends_with(char::is_alphanumeric))
            && !after.is_some_and(|text| text.starts_with(char::is_alphanumeric))
    };
    let near = within(SEBELAH).match_indices(teks).map(|(found, _)| at + found).find(|from| is_word(*from));
    if near.is_some() || teks.len() < TERPENDEK {
        return near;
    }
    let close = within(DEKAT).find(teks).map(|found| at + found);
    if close.is_some() || teks.len() < PANJANG {
        return close;
    }
    let beside = |from: usize| {
        let Some(next) = next.filter(|next| !next.is_empty()) else { return true };
        let rest = isi.as_bytes().get(from + teks.len()..).unwrap_or_default();
        let rest = &rest[..rest.len().min(SEBELAH + next.len())];
        rest.windows(next.len()).any(|found| found == next.as_bytes())
    };
    within(JAUH).match_indices(teks).map(|(found, _)| at + found).find(|from| beside(*from))
}

/// All texts of a decree, one behind the other, with the place where each begins.
pub struct Asal {
    isi: String,
    awal: Vec<(usize, Span)>,
    letak: Vec<Option<(usize, usize)>>,
    /// Where the tables begin, by their number.
    tabel: HashMap<usize, usize>,
}

/// The first text of each table, with the table's number.
fn pertama(naskah: &Naskah) -> HashMap<*const Teks, usize> {
    let blocks = naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi);
    let tables = blocks.filter_map(|block| match block {
        BlokCetak::Tabel { tabel } => Some(tabel),
        _ => None,
    });
    let first = |tabel: &TabelCetak| {
        let cells = tabel.kepala.iter().flatten().chain(tabel.baris.iter().flat_map(BarisCetak::cells));
        cells.map(|cell| std::ptr::from_ref(&cell.isi.teks)).next()
    };
    tables.filter_map(|tabel| Some((first(tabel)?, tabel.id))).collect()
}

impl Asal {
    /// Finds where the texts of the pages come from.
    pub fn of(berkas: &Berkas, naskah: &Naskah) -> Self {
        let (mut isi, mut awal) = (String::new(), Vec::new());
        let pertama = pertama(naskah);
        let mut tabel = HashMap::new();
        for teks in naskah.texts() {
            if let Some(ke) = pertama.get(&std::ptr::from_ref(teks)) {
                tabel.insert(*ke, isi.len());
            }
            awal.push((isi.len(), teks.span));
            isi.push_str(&teks.as_plain());
            isi.push('\n');
        }
        // Tables may be alike to the last word.
        let letak = letak(berkas, &isi, str::to_owned, |ke| tabel.get(&ke).copied());
        Self { isi, awal, letak, tabel }
    }

    /// Where a text of a page was written.
    pub fn tempat(&self, potong: &Potong) -> Option<Span> {
        let found = self.letak.get(potong.nomor).copied().flatten().map(|(_, end)| end.saturating_sub(1));
        let kata = potong.teks.trim();
        // What stands in a table is never looked for before it: a sign that was parted from its number stands anywhere.
        let mulai = self.tabel.get(&potong.milik.tabel).copied();
        let within = |from: usize| Some(from + self.isi.get(from..)?.find(kata)?);
        let elsewhere =
            || within(mulai.unwrap_or(0)).filter(|_| !kata.is_empty() && (mulai.is_none() || kata.len() >= TERPENDEK));
        // What stands nowhere as it is read stands behind what was read before it.
        let sebelum =
            || self.letak.get(..potong.nomor)?.iter().rev().flatten().map(|(_, end)| end.saturating_sub(1)).next();
        self.di(found.or_else(elsewhere).or(mulai).or_else(sebelum)?)
    }

    /// The same where it was found among the words before and after it.
    pub fn persis(&self, potong: &Potong) -> Option<Span> {
        let (_, end) = self.letak.get(potong.nomor).copied().flatten()?;
        self.di(end.saturating_sub(1))
    }

    /// What was written at a place of all texts.
    fn di(&self, at: usize) -> Option<Span> {
        let text = self.awal.partition_point(|(start, _)| *start <= at);
        self.awal.get(text.checked_sub(1)?).map(|(_, span)| *span)
    }
}

#[cfg(test)]
mod tests {
    use super::sesudah;

    /// A phrase that stands in many places is looked for where the text after it stands as well.
    #[test]
    fn a_text_far_ahead_stands_beside_the_one_after_it() {
        let phrase = "mengumumkan dokumen keuangan";
        let gap = "x".repeat(700);
        let isi = format!("awal {gap} \"{phrase} lain\" {gap} \"{phrase} sendiri\" akhir");
        let second = isi.rfind(phrase);
        assert_eq!(sesudah(&isi, 4, phrase, Some("sendiri")), second);
        assert_eq!(sesudah(&isi, 4, phrase, Some("tidak ada")), None);
        assert_eq!(sesudah(&isi, 4, phrase, None), isi.find(phrase));
    }
}
