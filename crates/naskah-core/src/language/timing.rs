//! When something is to be done, as the cells of a plan write it: months, ranges, years, recurring times.

use std::ops::Range;

use crate::diag::did_you_mean;

use super::days::BULAN;
use super::lists::{WordList, WordLists};
use super::patterns::{Pattern, pattern};
use super::words::{Word, fold, words};
use super::years::{Year, years_in};

/// A time that a cell gives.
#[derive(Debug, Clone, Default)]
pub struct Timing {
    /// The months with their numbers from 0, and whether they are written in full.
    pub months: Vec<(Range<usize>, usize, bool)>,
    /// The years.
    pub years: Vec<Year>,
    /// What joins two months.
    pub joins: Vec<(Range<usize>, Join)>,
    /// Where a month and its year stand together, and whether "Tahun" stands between.
    pub year_words: Vec<(Range<usize>, bool)>,
    /// Words that are nearly months, with the month.
    pub misspelt: Vec<(Range<usize>, &'static str)>,
    /// Whether anything else tells a time: a quarter, a day, "setiap bulan".
    pub other: bool,
}

/// How two months are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// `Juni-Desember`.
    Rapat,
    /// `Juni - Desember`.
    Renggang,
    /// `Juni- Desember`.
    Timpang,
    /// `Juni s.d. Desember`.
    Sd,
    /// `Juni sampai dengan Desember`.
    SampaiDengan,
    /// `Juni hingga Desember`.
    Hingga,
}

impl Join {
    /// Its form, for messages.
    pub fn shown(self) -> &'static str {
        match self {
            Self::Rapat => "tanda hubung tanpa spasi",
            Self::Renggang => "tanda hubung dengan spasi",
            Self::Timpang => "tanda hubung dengan spasi di satu sisi",
            Self::Sd => "“s.d.”",
            Self::SampaiDengan => "“sampai dengan”",
            Self::Hingga => "“hingga”",
        }
    }
}

static JOIN: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)^(?:\s+(?:tahun\s+)?\d{4})?(\s*[-–—]\s*|\s+s\.?\s?d\.?\s+|\s+s/d\s+|\s+sampai(?: dengan)?\s+|\s+hingga\s+)$",
    )
});

/// Reads the time of a cell's text.
pub fn read(lists: &WordLists, text: &str) -> Timing {
    let all = words(text);
    let mut timing = Timing { years: years_in(text), ..Timing::default() };
    for word in &all {
        if let Some((month, full)) = month(lists, &word.folded) {
            timing.months.push((word.range.clone(), month, full));
        }
    }
    timing.other = !timing.years.is_empty()
        || all.iter().any(|word| lists.has(WordList::PenandaWaktu, &word.folded))
        || numeric_date(&all);
    timing.misspelt = misspelt(lists, text, &all);
    for pair in timing.months.windows(2) {
        let between = pair[0].0.end..pair[1].0.start;
        if let Some(join) = text.get(between.clone()).and_then(join) {
            timing.joins.push((pair[0].0.start..pair[1].0.end, join));
        }
    }
    for year in timing.years.iter().filter(|year| !year.is_period()) {
        let before = &text[..year.range.start];
        let Some((range, ..)) = timing.months.iter().rev().find(|(range, ..)| range.end <= before.len()) else {
            continue;
        };
        match before[range.end..].trim().to_lowercase().as_str() {
            "" => timing.year_words.push((range.start..year.range.end, false)),
            "tahun" => timing.year_words.push((range.start..year.range.end, true)),
            _ => {}
        }
    }
    timing
}

impl Timing {
    /// Whether it tells any time.
    pub fn is_time(&self) -> bool {
        self.other || !self.months.is_empty() || !self.misspelt.is_empty()
    }
}

/// The month of a word, and whether it is written in full.
fn month(lists: &WordLists, word: &str) -> Option<(usize, bool)> {
    if let Some(at) = BULAN.iter().position(|month| month.eq_ignore_ascii_case(word)) {
        return Some((at, true));
    }
    let (_, month) = lists.pairs(WordList::SingkatanBulan).find(|(short, _)| *short == word)?;
    BULAN.iter().position(|name| *name == month).map(|at| (at, false))
}

fn join(between: &str) -> Option<Join> {
    let hit = JOIN.as_ref()?.captures(between)?;
    let sign = hit.get(1)?.as_str();
    let folded = fold(sign);
    Some(match folded.as_str() {
        "s d" | "sd" => Join::Sd,
        "sampai dengan" | "sampai" => Join::SampaiDengan,
        "hingga" => Join::Hingga,
        _ => match (sign.starts_with(char::is_whitespace), sign.ends_with(char::is_whitespace)) {
            (false, false) => Join::Rapat,
            (true, true) => Join::Renggang,
            _ => Join::Timpang,
        },
    })
}

/// Whether three numbers that look like a date stand in a row, or a lone day stands for itself.
fn numeric_date(all: &[Word]) -> bool {
    let number = |word: &Word| word.folded.bytes().all(|b| b.is_ascii_digit());
    all.windows(3).any(|three| three.iter().all(number))
}

/// Words with a capital that are nearly months.
fn misspelt(lists: &WordLists, text: &str, all: &[Word]) -> Vec<(Range<usize>, &'static str)> {
    let candidate = |word: &&Word| {
        let known = month(lists, &word.folded).is_some() || lists.has(WordList::PenandaWaktu, &word.folded);
        let capital = text[word.range.clone()].starts_with(char::is_uppercase);
        !known && capital && word.folded.chars().count() >= 4 && word.folded.chars().all(char::is_alphabetic)
    };
    let near = |word: &Word| {
        let hint = did_you_mean(&word.folded, BULAN)?;
        let month = *BULAN.iter().find(|month| hint.contains(&format!("`{month}`")))?;
        // Only letters that were left out, doubled or swapped: the first one is right.
        let same_start = month.to_lowercase().chars().next() == word.folded.chars().next();
        (same_start && word.folded.chars().count().abs_diff(month.chars().count()) <= 2).then_some(month)
    };
    all.iter().filter(candidate).filter_map(|word| Some((word.range.clone(), near(word)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Root;
    use crate::catalog::kata::word_lists;

    fn lists() -> WordLists {
        word_lists(&Root::embedded()).0
    }

    #[test]
    fn months_ranges_and_years() {
        let timing = read(&lists(), "Juni - Des 2025");
        assert_eq!(
            timing.months.iter().map(|(_, month, full)| (*month, *full)).collect::<Vec<_>>(),
            [(5, true), (11, false)]
        );
        assert_eq!(timing.joins.iter().map(|(_, join)| *join).collect::<Vec<_>>(), [Join::Renggang]);
        assert_eq!(
            read(&lists(), "April, Juli, dan Oktober Tahun 2025").year_words.iter().map(|w| w.1).collect::<Vec<_>>(),
            [true]
        );
        assert_eq!(read(&lists(), "Juni s.d. Juli").joins[0].1, Join::Sd);
        assert_eq!(read(&lists(), "Juni 2025 s/d Juli 2026").joins[0].1, Join::Sd);
        assert!(read(&lists(), "April, Juli").joins.is_empty());
    }

    #[test]
    fn what_is_a_time_and_what_is_not() {
        for text in [
            "Triwulan III",
            "setiap bulan",
            "sepanjang tahun",
            "12/03/2025",
            "2025",
            "TW I",
            "Per bulan",
            "sesuai kebutuhan",
        ] {
            assert!(read(&lists(), text).is_time(), "{text}");
        }
        for text in ["Tim Kerja", "", "100%", "3 dokumen", "-"] {
            assert!(!read(&lists(), text).is_time(), "{text}");
        }
        assert_eq!(read(&lists(), "Agusutus 2025").misspelt.iter().map(|m| m.1).collect::<Vec<_>>(), ["Agustus"]);
        assert_eq!(read(&lists(), "Desembar").misspelt.iter().map(|m| m.1).collect::<Vec<_>>(), ["Desember"]);
        assert!(read(&lists(), "Masyarakat dan Pemilih").misspelt.is_empty());
    }
}
