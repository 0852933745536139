//! Gazettes within a citation: `(Lembaran Negara Republik Indonesia Tahun 2017 Nomor 182, Tambahan … Nomor 6109)`.

use std::ops::Range;

use super::words::{Kata, kata};

/// A gazette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seri {
    /// Lembaran Negara.
    Lembaran,
    /// Tambahan Lembaran Negara.
    TambahanLembaran,
    /// Berita Negara.
    Berita,
    /// Tambahan Berita Negara.
    TambahanBerita,
}

impl Seri {
    /// The name in words.
    pub fn nama(self) -> &'static str {
        match self {
            Self::Lembaran => "Lembaran Negara",
            Self::TambahanLembaran => "Tambahan Lembaran Negara",
            Self::Berita => "Berita Negara",
            Self::TambahanBerita => "Tambahan Berita Negara",
        }
    }
}

/// One gazette within the brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lembar {
    /// Which it is.
    pub seri: Seri,
    /// From its name to its number.
    pub range: Range<usize>,
    /// Its name with the words "Republik Indonesia", as written.
    pub nama: Range<usize>,
    /// The words "Tahun" and "Nomor" as written.
    pub kata: Vec<Range<usize>>,
    /// Its year.
    pub tahun: Option<(i32, Range<usize>)>,
    /// Its number.
    pub nomor: Option<(u32, Range<usize>)>,
}

/// The brackets that hold the gazettes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kurung {
    /// With the brackets.
    pub range: Range<usize>,
    /// Whether the bracket closes.
    pub tertutup: bool,
    /// The gazettes.
    pub isi: Vec<Lembar>,
}

/// The series that begins at a word, and how many words its name has.
fn seri(words: &[Kata]) -> Option<(Seri, usize)> {
    let is = |at: usize, word: &str| words.get(at).is_some_and(|w| w.mirip(word, 2));
    let short = |at: usize, word: &str| words.get(at).is_some_and(|w| w.kecil == word);
    let negara = |at: usize| is(at, "negara");
    if short(0, "tln") {
        return Some((Seri::TambahanLembaran, 1));
    }
    if short(0, "tbn") {
        return Some((Seri::TambahanBerita, 1));
    }
    if short(0, "ln") {
        return Some((Seri::Lembaran, 1));
    }
    if short(0, "bn") {
        return Some((Seri::Berita, 1));
    }
    if is(0, "tambahan") && is(1, "lembaran") {
        return Some((Seri::TambahanLembaran, if negara(2) { 3 } else { 2 }));
    }
    if is(0, "tambahan") && is(1, "berita") {
        return Some((Seri::TambahanBerita, if negara(2) { 3 } else { 2 }));
    }
    if is(0, "lembaran") && negara(1) {
        return Some((Seri::Lembaran, 2));
    }
    (is(0, "berita") && negara(1)).then_some((Seri::Berita, 2))
}

/// Where brackets with gazettes open first in a part of a text.
pub fn buka(text: &str, part: Range<usize>) -> Option<usize> {
    let slice = text.get(part.clone())?;
    slice.match_indices('(').map(|(at, _)| part.start + at).find(|open| {
        let mut rest = open + 1..part.end.min(open + 60);
        while !text.is_char_boundary(rest.end) {
            rest.end -= 1;
        }
        seri(&kata(text, rest)).is_some()
    })
}

/// The brackets that open at `open`, and no further than `end`.
pub fn baca(text: &str, open: usize, end: usize) -> Kurung {
    let rest = &text[open..end];
    let close = rest.find(')').map(|at| open + at + 1);
    let stop = ["sebagaimana", ";"].iter().filter_map(|word| rest.find(word)).min().map(|at| open + at);
    let tertutup = close.is_some_and(|close| stop.is_none_or(|stop| close <= stop));
    let until = if tertutup { close } else { stop }.unwrap_or(end);
    let until = open + text[open..until].trim_end().len();
    let words = kata(text, open..until);
    let mut isi = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match lembar(text, &words[at..]) {
            Some((found, used)) => {
                isi.push(found);
                at += used;
            }
            None => at += 1,
        }
    }
    Kurung { range: open..until, tertutup, isi }
}

/// The gazette that begins at the first word, and how many words it takes.
fn lembar(text: &str, words: &[Kata]) -> Option<(Lembar, usize)> {
    let (seri, mut at) = seri(words)?;
    let start = words.first()?.inti.start;
    while words.get(at).is_some_and(|w| w.mirip("republik", 2) || w.mirip("indonesia", 2) || w.kecil == "ri") {
        at += 1;
    }
    let nama = start..words.get(at.checked_sub(1)?)?.inti.end;
    let mut found = Lembar { seri, range: nama.clone(), nama, kata: Vec::new(), tahun: None, nomor: None };
    while let Some(word) = words.get(at).filter(|_| self::seri(&words[at..]).is_none()) {
        let place = word.inti.clone();
        match word.kecil.parse::<u32>() {
            _ if word.mirip("tahun", 1) || word.mirip("nomor", 1) || ["no", "th", "thn"].contains(&&*word.kecil) => {
                let short = word.kecil.len() < 4 && text[place.end..].starts_with('.');
                found.kata.push(place.start..place.end + usize::from(short));
            }
            Ok(_) if found.tahun.is_none() && said_year(text, &found.kata) && word.tahun().is_some() => {
                found.tahun = word.tahun().map(|year| (year, place.clone()));
            }
            Ok(number) if found.nomor.is_none() => found.nomor = Some((number, place.clone())),
            _ => break,
        }
        found.range.end = place.end;
        at += 1;
    }
    Some((found, at))
}

/// Whether the last of the words before a number is "Tahun".
fn said_year(text: &str, words: &[Range<usize>]) -> bool {
    words.last().is_some_and(|range| text[range.clone()].starts_with(['T', 't']))
}
