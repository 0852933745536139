//! Where a text differs from the one that it should be.

use std::ops::Range;

use naskah_core::diag::distance;
use naskah_core::language::words::{Cut, split};

/// What kind of difference it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Macam {
    /// Other letters or words.
    Huruf,
    /// Capitals only.
    Kapital,
    /// Commas only.
    Koma,
}

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beda {
    /// How many letters.
    pub huruf: usize,
    /// Of which kind.
    pub macam: Macam,
    /// The first words that differ, in bytes of the text.
    pub pertama: Range<usize>,
    /// What should stand there.
    pub seharusnya: String,
    /// From the first to the last difference, in bytes of the text.
    pub semua: Range<usize>,
    /// What should stand there instead of all of it.
    pub ganti: String,
}

/// How far `text` is from `right`; `None` where only blanks differ.
pub fn beda(text: &str, right: &str) -> Option<Beda> {
    let (a, b) = (split(text, Cut::Blanks), split(right, Cut::Blanks));
    let same = |(x, y): &(&Range<usize>, &Range<usize>)| text[(*x).clone()] == right[(*y).clone()];
    let head = a.iter().zip(&b).take_while(same).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(same).count();
    let (x, y) = (head..a.len() - tail, head..b.len() - tail);
    if x.is_empty() && y.is_empty() {
        return None;
    }
    let (x, y) = (widened(x, a.len()), y);
    let y = if x.start < head {
        y.start.saturating_sub(1)..y.end
    } else {
        y.start..y.end + x.end.saturating_sub(a.len() - tail)
    };
    let semua = span(&a, &x);
    let whole = span(&b, &y);
    let ganti = right[whole].to_owned();
    let found = &text[semua.clone()];
    let strip = |s: &str| s.replace(',', "");
    let macam = match () {
        () if found.to_lowercase() == ganti.to_lowercase() => Macam::Kapital,
        () if strip(found) == strip(&ganti) => Macam::Koma,
        () => Macam::Huruf,
    };
    let (first, should) = first_difference(text, right, &a[x.clone()], &b[y.clone()]);
    Some(Beda { huruf: distance(found, &ganti), macam, pertama: first, seharusnya: should, semua, ganti })
}

/// Words that are not empty: where words are missing, the one before, or else the one after.
fn widened(x: Range<usize>, count: usize) -> Range<usize> {
    match x {
        x if !x.is_empty() => x,
        x if x.start > 0 => x.start - 1..x.end,
        x => x.start..(x.end + 1).min(count),
    }
}

fn span(words: &[Range<usize>], part: &Range<usize>) -> Range<usize> {
    match (words.get(part.start), words.get(part.end.wrapping_sub(1))) {
        (Some(first), Some(last)) if part.start < part.end => first.start..last.end,
        _ => 0..0,
    }
}

/// The first words that differ, and what should stand there, from the longest common words.
fn first_difference(text: &str, right: &str, a: &[Range<usize>], b: &[Range<usize>]) -> (Range<usize>, String) {
    let mut common = vec![vec![0_u16; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] = match text[a[i].clone()] == right[b[j].clone()] {
                true => common[i + 1][j + 1] + 1,
                false => common[i + 1][j].max(common[i][j + 1]),
            };
        }
    }
    let matched = |i: usize, j: usize| i < a.len() && j < b.len() && text[a[i].clone()] == right[b[j].clone()];
    let (mut i, mut j) = (0, 0);
    while matched(i, j) {
        (i, j) = (i + 1, j + 1);
    }
    let (from, should) = (i, j);
    while (i < a.len() || j < b.len()) && !(matched(i, j) && common[i][j] == common[i + 1][j + 1] + 1) {
        match i < a.len() && (j >= b.len() || common[i + 1][j] >= common[i][j + 1]) {
            true => i += 1,
            false => j += 1,
        }
    }
    let (x, y) = match i > from {
        true => (from..i, should..j),
        false if from > 0 => (from - 1..i, should - 1..j),
        false => (from..(i + 1).min(a.len()), should..(j + 1).min(b.len())),
    };
    (span(a, &x), right[span(b, &y)].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, right: &str) -> Option<(usize, String, String, String, String)> {
        let found = beda(text, right)?;
        let mended = format!("{}{}{}", &text[..found.semua.start], found.ganti, &text[found.semua.end..]);
        assert_eq!(mended.split_whitespace().collect::<Vec<_>>(), right.split_whitespace().collect::<Vec<_>>());
        Some((found.huruf, text[found.pertama].into(), found.seharusnya, text[found.semua].into(), found.ganti))
    }

    #[test]
    fn differences() {
        let told = |n: usize, parts: [&str; 4]| {
            let [a, b, c, d] = parts.map(str::to_owned);
            Some((n, a, b, c, d))
        };
        assert_eq!(of("satu dua", "satu  dua"), None);
        assert_eq!(of("satu dau tiga", "satu dua tiga"), told(1, ["dau", "dua", "dau", "dua"]));
        assert_eq!(of("satu tiga", "satu dua tiga"), told(4, ["satu", "satu dua", "satu", "satu dua"]));
        assert_eq!(of("dua tiga", "satu dua tiga"), told(5, ["dua", "satu dua", "dua", "satu dua"]));
        assert_eq!(of("satu dua dua", "satu dua"), told(3, ["dua", "", "dua", ""]));
        assert_eq!(of("a x b y c", "a b y z c").map(|d| d.0), Some(3));
        assert_eq!(beda("A dan B", "A Dan B").map(|d| d.macam), Some(Macam::Kapital));
        assert_eq!(beda("A dan B", "A, dan B").map(|d| d.macam), Some(Macam::Koma));
        assert_eq!(of("", "satu").map(|d| d.0), Some(4));
        assert_eq!(of("satu", "").map(|d| d.0), Some(4));
    }
}
