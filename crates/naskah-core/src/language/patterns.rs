//! Patterns of slips: regular expressions that are compiled once, and what they match.

use std::ops::Range;
use std::sync::LazyLock;

pub use regex::Regex;

use regex::Captures;

/// A pattern that is compiled once; `None` never matches.
pub type Pattern = LazyLock<Option<Regex>>;

/// Compiles a pattern.
///
/// `\b`, `\s`, `\w` and case mean plain letters where the pattern can be understood so, which compiles many times
/// faster; a pattern that names other characters in a class, or all but some, is compiled for all of Unicode.
pub fn pattern(text: &str) -> Option<Regex> {
    Regex::new(&format!("(?-u){text}")).or_else(|_| Regex::new(text)).ok()
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
