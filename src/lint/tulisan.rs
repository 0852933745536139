//! Small helpers that several rules share: texts folded for comparison, quoted in messages, cut by a cure.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::decree::Teks;
use crate::diag::Edit;

use super::{Context, Part, Passage};

/// A pattern that is compiled once; `None` never matches.
pub type Pattern = LazyLock<Option<Regex>>;

/// Compiles a pattern.
pub fn pattern(text: &str) -> Option<Regex> {
    Regex::new(text).ok()
}

/// Every match of a pattern.
pub fn matches<'t>(pattern: &'t Pattern, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
    pattern.iter().flat_map(move |pattern| pattern.captures_iter(text))
}

/// Whether a pattern occurs.
pub fn occurs(pattern: &Pattern, text: &str) -> bool {
    pattern.as_ref().is_some_and(|pattern| pattern.is_match(text))
}

/// The range of a group; empty at 0 where it took no part.
pub fn group(captures: &Captures<'_>, at: usize) -> Range<usize> {
    captures.get(at).map_or(0..0, |found| found.range())
}

/// Lower case, with single blanks and without blanks at the ends.
pub fn folded(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Whether every letter is a capital, and there is more than an abbreviation.
pub fn in_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() > 4 && !text.chars().any(char::is_lowercase)
}

/// A text for a message: whole where it is short, otherwise its beginning.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST) {
        None => text,
        Some((at, _)) => {
            let cut = &text[..at];
            format!("{} …", cut.rsplit_once(' ').map_or(cut, |(head, _)| head))
        }
    }
}

/// The edit that takes words out, with the blank after or before them.
pub fn without(context: &Context<'_>, teks: &Teks, words: Range<usize>) -> Option<Edit> {
    let plain = teks.as_plain();
    let blank_after = plain[words.end..].starts_with(' ');
    let blank_before = plain[..words.start].ends_with(' ');
    let with_after = blank_after.then(|| context.replace(teks, words.start..words.end + 1, "")).flatten();
    with_after.or_else(|| {
        let start = if blank_before { words.start - 1 } else { words.start };
        context.replace(teks, start..words.end, "")
    })
}

/// The passages of the diktums, each with the number of its diktum from 0.
pub fn diktum<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (usize, &'a Passage<'a>)> {
    context.passages.iter().filter_map(|passage| match passage.part {
        Part::Diktum(at) => Some((at, passage)),
        _ => None,
    })
}

/// The passages of the considerations, each with the number of its item from 0.
pub fn menimbang<'a>(context: &'a Context<'_>) -> impl Iterator<Item = (usize, &'a Passage<'a>)> {
    context.passages.iter().filter_map(|passage| match passage.part {
        Part::Menimbang(at) => Some((at, passage)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foldings() {
        assert_eq!(folded("  Hari\n KERJA "), "hari kerja");
        assert!(in_capitals("PENETAPAN HARI KERJA 2025"));
        assert!(!in_capitals("KPU"));
        assert!(!in_capitals("PENETAPAN Hari"));
        assert_eq!(quoted("hari  kerja"), "hari kerja");
        assert!(quoted(&"kata ".repeat(40)).ends_with("kata …"));
    }
}
