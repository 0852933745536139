//! Years in texts, and the year that a decree is made for.

use std::ops::Range;

use super::days::BULAN;
use super::documents;
use super::lists::{WordList, WordLists};
use super::patterns::{Pattern, pattern};
use super::words::clause_before;

/// A year or a period in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    /// Its bytes.
    pub range: Range<usize>,
    /// The year, or the first of a period.
    pub from: i32,
    /// The last of a period; the same year otherwise.
    pub to: i32,
    /// Whether a day or a month stands right before it.
    pub dated: bool,
    /// Whether a day and a month stand right before it.
    pub full_date: bool,
}

impl Year {
    /// Whether it is a period of several years.
    pub fn is_period(&self) -> bool {
        self.to > self.from
    }
}

static YEARS: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\b((?:19|20)\d\d)\b(?:(?:\s*[-–—]\s*|/|\s+(?:s\.?d\.?|s/d|sampai dengan|hingga)\s+(?:tahun\s+)?)((?:19|20)\d\d)\b)?",
    )
});

/// The years of a text, from left to right; parts of longer numbers do not count.
pub fn years_in(text: &str) -> Vec<Year> {
    if !text.contains("19") && !text.contains("20") {
        return Vec::new();
    }
    let Some(pattern) = YEARS.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    for hit in pattern.captures_iter(text) {
        let (Some(whole), Some(first)) = (hit.get(0), hit.get(1)) else { continue };
        let before = text[..whole.start()].chars().next_back().unwrap_or(' ');
        let after = &text[whole.end()..];
        let mut rest = after.chars();
        let joined = matches!(rest.next(), Some('.' | ',' | '/' | ':' | '-'))
            && rest.next().is_some_and(|c| c.is_alphanumeric());
        if ".,/:-@_".contains(before) && !text[..whole.start()].ends_with(", ") || joined {
            continue;
        }
        if in_longer_number(&text[..whole.start()], after) {
            continue;
        }
        let Ok(from) = first.as_str().parse() else { continue };
        let to = hit.get(2).and_then(|to| to.as_str().parse().ok()).filter(|to| *to > from).unwrap_or(from);
        let (dated, full_date) = date_before(&text[..whole.start()]);
        found.push(Year { range: whole.range(), from, to, dated, full_date });
    }
    found
}

/// Whether the word before or after is a number of several digits, as in "0812 2024 2023".
fn in_longer_number(before: &str, after: &str) -> bool {
    let number =
        |word: Option<&str>| word.is_some_and(|word| word.len() >= 3 && word.bytes().all(|b| b.is_ascii_digit()));
    number(before.split_whitespace().next_back()) || number(after.split_whitespace().next())
}

/// Whether a month stands right before, and whether a day stands before that.
fn date_before(before: &str) -> (bool, bool) {
    let mut words = before.split_whitespace().rev();
    let month = words.next().is_some_and(|word| BULAN.iter().any(|month| month.eq_ignore_ascii_case(word)));
    let day = words.next().is_some_and(|word| {
        word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 2 && before.ends_with(char::is_whitespace)
    });
    (month, month && day)
}

/// The years that a decree is made for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The first.
    pub from: i32,
    /// The last.
    pub to: i32,
    /// Where the decree's name says so; `None` where the decree's own year stands in.
    pub named: Option<Range<usize>>,
}

impl Plan {
    /// The years that a decree of the year `own` is made for: those of its name, otherwise its own; `None` where neither
    /// is known.
    pub fn of(lists: &WordLists, name: &str, own: i32) -> Option<Self> {
        (own != 0).then(|| match year_of_name(lists, name) {
            Some(year) => Self { from: year.from, to: year.to, named: Some(year.range) },
            None => Self { from: own, to: own, named: None },
        })
    }
}

impl Plan {
    /// The last year that may be spoken of as a matter of course: where the name is that of an election, its year, and the
    /// one after it, in which its officers end their work.
    pub fn reach(&self, lists: &WordLists, name: &str) -> i32 {
        let elections = years_in(name).into_iter().filter(|year| of_election(lists, name, year.range.start));
        elections.map(|year| year.to + 1).max().map_or(self.to, |last| last.max(self.to))
    }
}

/// The year in a name that says what it is for: the last one after "Tahun", not of an election or a citation.
pub fn year_of_name(lists: &WordLists, name: &str) -> Option<Year> {
    let citations = documents::named(lists, name);
    let found = years_in(name).into_iter().rev().find(|year| {
        let before = clause_before(name, year.range.start);
        let told = before.trim_end().ends_with("tahun") || before.trim_end().ends_with("tahun anggaran");
        (told || before.trim_end().ends_with("periode")) && !year.dated && !documents::within(&citations, &year.range)
    })?;
    (!of_election(lists, name, found.range.start)).then_some(found)
}

/// Whether the year at a byte is that of an election.
pub fn of_election(lists: &WordLists, text: &str, at: usize) -> bool {
    let mut before = clause_before(text, at);
    for body in lists.entries(WordList::BadanPemilihan) {
        before = before.replace(body.as_str(), "");
    }
    lists.occurs(WordList::KataPemilihan, &before)
}

/// Whether what stands before the year at a byte reports about the past.
pub fn of_report(lists: &WordLists, text: &str, at: usize) -> bool {
    lists.occurs(WordList::KataLaporan, &clause_before(text, at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Root;
    use crate::catalog::kata::word_lists;

    fn seen(text: &str) -> Vec<(i32, i32)> {
        years_in(text).iter().map(|year| (year.from, year.to)).collect()
    }

    #[test]
    fn years_and_periods() {
        assert_eq!(
            seen("Renstra 2020-2024 dan 2025–2029, juga 2024 s.d. 2026"),
            [(2020, 2024), (2025, 2029), (2024, 2026)]
        );
        assert_eq!(seen("Desember 2025; 2026."), [(2025, 2025), (2026, 2026)]);
        for text in [
            "11/HK.03.1/3322/2022",
            "ISO 9001:2015",
            "2.025 orang",
            "12025",
            "Rp2.000",
            "01-02-2025",
            "a@2020",
            "0812 2024 2023",
        ] {
            assert_eq!(seen(text), [], "{text}");
        }
        assert_eq!(seen("tahun 2024/2025"), [(2024, 2025)]);
        assert!(years_in("5 Januari 2024")[0].full_date);
        assert!(years_in("Januari 2024")[0].dated && !years_in("Januari 2024")[0].full_date);
    }

    #[test]
    fn the_year_of_a_name() {
        let named = |name: &str| year_of_name(&word_lists(&Root::embedded()).0, name).map(|year| (year.from, year.to));
        assert_eq!(named("Rencana Aksi di Komisi Pemilihan Umum Tahun 2025"), Some((2025, 2025)));
        assert_eq!(named("Rencana Strategis Tahun 2025-2029"), Some((2025, 2029)));
        assert_eq!(named("Perubahan atas Keputusan KPU Nomor 6 Tahun 2024 tentang Tim Tahun 2024"), None);
        assert_eq!(named("Pedoman Teknis Pemilihan Bupati Tahun 2024"), None);
        assert_eq!(named("Tim Kerja"), None);
    }
}
