//! What stands together on a line: figures with their units, amounts, days, personal numbers that are written with blanks.

use std::sync::LazyLock;

use regex::Regex;

use super::days::BULAN;
use super::patterns::compile;

/// Units, a line each.
const SATUAN: &str = include_str!("../../../../data/kata/satuan-rapat.txt");

/// The units.
fn units() -> impl Iterator<Item = &'static str> {
    SATUAN.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let satuan: Vec<String> = units().map(regex::escape).collect();
    compile(&format!(
        r"\b\d{{8}} \d{{6}} \d \d{{3}}\b|\b\d{{4}} \d{{4}} \d{{4}} \d{{4}}\b|\b\d{{1,2}} (?:{}) \d{{4}}\b|\b\d[\d.,]* (?:{})(?:[\s.,;:)/]|$)|(?:≤|≥|±) \d\S*|\bRp\.? \d\S*",
        BULAN.join("|"),
        satuan.join("|"),
    ))
});

/// The words of a text; what stands together is one.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut bound = bound(text);
    let (mut next, mut at) = (bound.next(), 0);
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(at..)?;
            let from = at + rest.len() - rest.trim_start().len();
            if from >= text.len() {
                return None;
            }
            let whole = next.clone().filter(|range| range.start <= from);
            let end = match (&whole, &next) {
                (Some(range), _) => range.end,
                (None, Some(range)) => word_end(text, from).min(range.start),
                (None, None) => word_end(text, from),
            };
            if whole.is_some() {
                next = bound.next();
            }
            at = end.max(at);
            if from < end {
                return text.get(from..end);
            }
        }
    })
}

/// Where the word ends that begins at `from`.
fn word_end(text: &str, from: usize) -> usize {
    text.get(from..).and_then(|rest| rest.find(char::is_whitespace)).map_or(text.len(), |length| from + length)
}

/// Whether a text holds what stands together.
pub fn any(text: &str) -> bool {
    bound(text).next().is_some()
}

/// Where the parts of a text stand that stand together, each with the signs that follow it.
fn bound(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let pattern = PATTERN.as_ref().filter(|_| text.contains(' ') && text.contains(|c: char| c.is_ascii_digit()));
    let found = pattern.into_iter().flat_map(move |pattern| pattern.find_iter(text));
    found.map(move |part| {
        let end = part.start() + part.as_str().trim_end().len();
        part.start()..word_end(text, end)
    })
}

#[cfg(test)]
mod tests {
    use super::{any, units, words};

    fn of(text: &str) -> Vec<&str> {
        words(text).collect()
    }

    #[test]
    fn what_stands_together_is_one_word() {
        assert_eq!(of(" NIP 19770411 201808 1 006, 3322 0101 0190 0001  dan 12 3 ").len(), 6);
        assert_eq!(of("19770411 201808 1 006"), ["19770411 201808 1 006"]);
        assert_eq!(of("150 cm x 700 cm"), ["150 cm", "x", "700 cm"]);
        assert_eq!(of("Rp 1.350.000,00 (lunas), 5 menit."), ["Rp 1.350.000,00", "(lunas),", "5 menit."]);
        assert_eq!(of("Ungaran, 1 Juli 1980"), ["Ungaran,", "1 Juli 1980"]);
        assert_eq!(of("M.Kes./19780909 202302 2 004"), ["M.Kes./", "19780909 202302 2 004"]);
        assert_eq!(of("001 sampai 5 metode"), ["001", "sampai", "5", "metode"]);
        assert!(!any("TPS 001 Desa 3") && any("tinggi ± 3 m²"));
    }

    /// The styles keep together what is one word here.
    #[test]
    fn the_styles_know_the_same_units() {
        let styles = include_str!("../../../../templates/gaya/teks.typ");
        let line = styles.lines().find_map(|line| line.strip_prefix("#let satuan = \"")).expect("the units");
        let known: Vec<&str> = line.trim_end_matches('"').split('|').collect();
        assert_eq!(known, units().collect::<Vec<_>>());
    }
}
