//! What a sentence counts: "12 (dua belas) laki-laki", "5 orang anggota", "Rp5.000.000,00 (lima juta rupiah)".

use std::ops::Range;

use naskah_core::decree::Bilangan;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::words::{Cut, clause_before, folded, has_word, shortly_before};
use naskah_core::language::{WordList, WordLists};

/// A number of things, or an amount of money.
#[derive(Debug, Clone)]
pub struct Quantity {
    /// From the figure to the last word of what is counted.
    pub range: Range<usize>,
    /// The figure and its words.
    pub figure: Range<usize>,
    /// How many.
    pub value: Bilangan,
    /// What is counted, in small letters; empty for money.
    pub noun: Vec<String>,
    /// Whether it is money.
    pub money: bool,
}

static FIGURE: Pattern = Pattern::new(|| {
    pattern(r"(?:^|[\s(])((Rp\.?\s?)?([0-9][0-9.]*(?:,[0-9]+)?)(?:,--?)?(?:\s*\([A-Za-z][A-Za-z\s-]{1,200}\))?)")
});
static ONE: Pattern = Pattern::new(|| pattern(r"\b(seorang|sebuah)\s+"));
const LABEL: &str = r"(?i)\b(?:{sebutan-bernomor})\s*\(?$";

/// So many words of what is counted are looked at.
const NOUN: usize = 4;

/// So many bytes after a figure may hold them.
const NEAR: usize = 200;

/// The quantities of a text, from left to right.
pub fn quantities(lists: &WordLists, text: &str) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = matches(&FIGURE, text)
        .filter_map(|hit| {
            let [figure, money, digits] = [1, 2, 3].map(|at| group(&hit, at));
            let after = &text[figure.end..];
            let joined =
                after.starts_with(['%', '/', ':', '-', ')']) || after.starts_with(|c: char| c.is_alphanumeric());
            let value = text[digits].trim_end_matches(['.', ',']).parse().ok().filter(|_| !joined)?;
            let money = !money.is_empty();
            let labelled = lists.pattern(LABEL).is_some_and(|label| label.is_match(shortly_before(text, figure.start)));
            (!labelled).then(|| counted(lists, text, figure, value, money))
        })
        .collect();
    found.extend(matches(&ONE, text).map(|hit| {
        let word = group(&hit, 1);
        counted(lists, text, word, Bilangan { digits: 1, places: 0 }, false)
    }));
    found.retain(|one| one.money || !one.noun.is_empty());
    found.sort_by_key(|one| one.range.start);
    found
}

/// A figure with what it counts.
fn counted(lists: &WordLists, text: &str, figure: Range<usize>, value: Bilangan, money: bool) -> Quantity {
    let (mut noun, mut end) = (Vec::new(), figure.end);
    let rest = text.get(figure.end..text.floor_char_boundary(figure.end + NEAR)).unwrap_or_default();
    for word in folded(rest, Cut::Signs).into_iter().take(if money { 0 } else { NOUN }) {
        let gap = &rest[end - figure.end..word.range.start];
        let stops = !gap.trim().is_empty()
            || word.folded.starts_with(|c: char| c.is_ascii_digit())
            || lists.has(WordList::BukanBendaTerhitung, &word.folded);
        if stops {
            break;
        }
        end = figure.end + word.range.end;
        noun.push(word.folded);
    }
    if noun.is_empty() && !money {
        noun = named_before(text, figure.start);
    }
    Quantity { range: figure.start..end, figure, value, noun, money }
}

static BEFORE: Pattern =
    Pattern::new(|| pattern(r"(?i)\bjumlah\s+([a-z][a-z/ -]{2,60}?)\s+(?:sebanyak|sejumlah|adalah)\s+$"));

/// What is counted, where it stands before: "jumlah tempat pemungutan suara sebanyak 667".
fn named_before(text: &str, at: usize) -> Vec<String> {
    let before = shortly_before(text, at);
    let words = matches(&BEFORE, before).next().map(|found| before[group(&found, 1)].to_lowercase());
    words.iter().flat_map(|words| words.split_whitespace()).take(NOUN).map(str::to_owned).collect()
}

impl Quantity {
    /// Whether it counts persons.
    pub fn persons(&self, lists: &WordLists) -> bool {
        self.noun.first().is_some_and(|first| lists.has(WordList::OrangTerhitung, first))
            || lists.begins(WordList::OrangTerhitung, &self.noun.join(" "))
    }

    /// What is counted, without the word for one of it: "5 orang anggota" counts members.
    pub fn head(&self) -> &str {
        let classifier = |word: &str| ["orang", "buah", "unit"].contains(&word);
        match &self.noun[..] {
            [first, second, ..] if classifier(first) => second,
            [first, ..] => first,
            [] => "",
        }
    }

    /// Whether the words behind it, up to a mark, say that it is meant for each of several.
    pub fn each(&self, text: &str) -> bool {
        let after = text.get(self.range.end..).unwrap_or_default();
        has_word(after.split([',', ';', '.']).next().unwrap_or_default(), &["setiap", "masing-masing", "per", "tiap"])
    }

    /// Whether it is a bound, or meant for each of several.
    pub fn loose(&self, lists: &WordLists, text: &str) -> bool {
        let before = clause_before(text, self.figure.start);
        let words: Vec<&str> = before.split_whitespace().collect();
        let near = words[words.len().saturating_sub(4)..].join(" ");
        lists.occurs(WordList::BukanJumlahTetap, &near) || self.of_each(text)
    }

    /// Whether its sentence speaks of each of several: its parts add up all the same.
    pub fn of_each(&self, text: &str) -> bool {
        clause_before(text, self.figure.start).trim_start().starts_with("setiap ")
    }
}

/// The sum of values.
pub fn sum<'q>(all: impl IntoIterator<Item = &'q Quantity>) -> Option<Bilangan> {
    all.into_iter().try_fold(Bilangan::NOL, |sum, one| sum.plus(one.value)).map(Bilangan::without_zeros)
}

/// The sentences of a text: up to a semicolon, or a full stop before a blank.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, sign) in text.char_indices().filter(|(_, c)| ".;".contains(*c)) {
        let ends = sign == ';' || text[at + 1..].starts_with(' ') && !text[..at].ends_with("Rp");
        if ends {
            found.push(from..at);
            from = at + 1;
        }
    }
    found.push(from..text.trim_end_matches(['.', ';', ' ']).len().max(from));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use naskah_core::catalog::{Catalog, Root};

    #[test]
    fn what_is_counted() {
        let lists = &Catalog::new(Root::embedded()).kata().lists.clone();
        let seen = |text: &str| -> Vec<(String, String)> {
            quantities(lists, text).into_iter().map(|one| (one.value.to_string(), one.noun.join(" "))).collect()
        };
        let pairs = |all: &[(&str, &str)]| -> Vec<(String, String)> {
            all.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
        };
        assert_eq!(
            seen("terdiri atas 12 (dua belas) laki-laki dan 13 perempuan, serta seorang ketua"),
            pairs(&[("12", "laki-laki"), ("13", "perempuan"), ("1", "ketua")])
        );
        assert_eq!(seen("sebesar Rp5.000.000,00 (lima juta rupiah) per bulan"), pairs(&[("5.000.000,00", "")]));
        assert_eq!(seen("Pasal 5 huruf a, pukul 09.00, tahun 2024, 7,5%"), pairs(&[]));
        assert_eq!(
            seen("4.830 (empat ribu) orang yang tersebar di 3 kecamatan"),
            pairs(&[("4.830", "orang"), ("3", "kecamatan")])
        );
    }
}
