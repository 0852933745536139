//! The words of a text with their places, and how near two words are.

use std::ops::Range;

use crate::diag::distance;
use crate::language::words::{Cut, split};

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kata {
    /// Its bytes without punctuation around it.
    pub inti: Range<usize>,
    /// Its bytes with punctuation.
    pub utuh: Range<usize>,
    /// The word in lower case, without punctuation around it.
    pub kecil: String,
}

/// Signs that stand around a word and are no part of it.
const TANDA: [char; 16] = ['(', ')', ',', ';', ':', '.', '"', '“', '”', '‘', '’', '\'', '?', '!', '[', ']'];

impl Kata {
    /// Whether a comma, semicolon, stop, colon or bracket follows it.
    pub fn berakhir(&self, text: &str) -> bool {
        self.utuh.end > self.inti.end && text[self.inti.end..self.utuh.end].contains([';', ':', '.', ')', ']'])
    }

    /// Whether a bracket opens before it.
    pub fn berkurung(&self, text: &str) -> bool {
        text[self.utuh.start..self.inti.start].contains('(')
    }

    /// Whether a comma follows it.
    pub fn berkoma(&self, text: &str) -> bool {
        text[self.inti.end..self.utuh.end].contains(',')
    }

    /// Whether it begins with a capital letter.
    pub fn kapital(&self, text: &str) -> bool {
        text[self.inti.clone()].starts_with(char::is_uppercase)
    }

    /// The word as a year: four digits between 1900 and 2199.
    pub fn tahun(&self) -> Option<i32> {
        let digits = self.kecil.len() == 4 && self.kecil.bytes().all(|b| b.is_ascii_digit());
        self.kecil.parse().ok().filter(|year| digits && (1900..2200).contains(year))
    }

    /// Whether it is the word or differs from it by at most `most` letters.
    pub fn mirip(&self, word: &str, most: usize) -> bool {
        mirip(&self.kecil, word, most)
    }
}

/// The words of a part of a text; a part is cut at blanks.
pub fn kata(text: &str, part: Range<usize>) -> Vec<Kata> {
    let mut found = Vec::new();
    let Some(slice) = text.get(part.clone()) else { return found };
    for own in split(slice, Cut::Blanks).into_iter().flat_map(|own| parted(slice, own)) {
        let utuh = part.start + own.start..part.start + own.end;
        let piece = &slice[own];
        let left = piece.trim_start_matches(TANDA);
        let core = left.trim_end_matches(TANDA);
        if core.is_empty() {
            continue;
        }
        let start = utuh.start + piece.len() - left.len();
        found.push(Kata { inti: start..start + core.len(), utuh, kecil: core.to_lowercase() });
        join_doubled(&mut found);
    }
    found
}

/// "Nomor:143" as the two words that it is.
fn parted(text: &str, word: Range<usize>) -> Vec<Range<usize>> {
    let shown = &text[word.clone()];
    let head = shown.find(':').filter(|at| ["nomor", "no"].contains(&shown[..*at].to_lowercase().as_str()));
    match head.map(|at| word.start + at + 1).filter(|cut| *cut < word.end) {
        Some(cut) => vec![word.start..cut, cut..word.end],
        None => vec![word],
    }
}

/// Makes one word of "Undang Undang" and "Undang - Undang".
fn join_doubled(words: &mut Vec<Kata>) {
    let is = |at: Option<usize>, texts: &[&str]| {
        at.and_then(|at| words.get(at)).is_some_and(|word| texts.contains(&word.kecil.as_str()))
    };
    let last = words.len().checked_sub(1);
    let before = words.len().checked_sub(2);
    let dashed = is(before, &["-", "–"]);
    let first = if dashed { words.len().checked_sub(3) } else { before };
    if !(is(last, &["undang"]) && is(first, &["undang"])) {
        return;
    }
    let (Some(first), Some(tail)) = (first, words.pop()) else { return };
    words.truncate(first + 1);
    if let Some(word) = words.last_mut() {
        word.kecil = "undang-undang".to_owned();
        word.inti.end = tail.inti.end;
        word.utuh.end = tail.utuh.end;
    }
}

/// Whether two words in lower case differ by at most `most` letters; a swap of neighbours counts as one.
pub fn mirip(a: &str, b: &str, most: usize) -> bool {
    if a == b {
        return true;
    }
    most > 0 && a.len().abs_diff(b.len()) <= most * 2 && distance(a, b) <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lose_their_marks() {
        let text = "(Lembaran Negara,  “Tahun” 2017);";
        let words = kata(text, 0..text.len());
        let cores: Vec<&str> = words.iter().map(|w| &text[w.inti.clone()]).collect();
        assert_eq!(cores, ["Lembaran", "Negara", "Tahun", "2017"]);
        assert!(words[0].berkurung(text) && words[1].berkoma(text) && words[3].berakhir(text));
    }

    #[test]
    fn distances() {
        assert_eq!(distance("kbaupaten", "kabupaten"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("komsis", "komisi"), 2);
        assert!(mirip("pearuran", "peraturan", 2) && !mirip("pertanian", "peraturan", 2));
    }
}
