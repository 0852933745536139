//! Patterns of slips: regular expressions that are compiled once, where a text may match them at all.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

pub use regex::Regex;

use regex::Captures;

use super::required::Required;

/// The text of a pattern.
#[derive(Debug, Clone)]
pub struct Source(Cow<'static, str>);

/// A pattern by its text; [`Pattern`] compiles it.
pub const fn pattern(text: &'static str) -> Source {
    Source(Cow::Borrowed(text))
}

/// A pattern whose text is put together, as from the names of days.
pub fn made(text: String) -> Source {
    Source(Cow::Owned(text))
}

/// A pattern that is compiled when a text first holds what it needs; one that cannot be compiled never matches.
#[derive(Debug)]
pub struct Pattern {
    source: fn() -> Source,
    required: OnceLock<Required>,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern that nobody asked for yet.
    pub const fn new(source: fn() -> Source) -> Self {
        Self { source, required: OnceLock::new(), compiled: OnceLock::new() }
    }

    /// The compiled pattern.
    pub fn as_ref(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| compile(&(self.source)().0)).as_ref()
    }

    /// The compiled pattern, where the text may match it.
    pub fn within(&self, text: &str) -> Option<&Regex> {
        let required = self.required.get_or_init(|| Required::by(&(self.source)().0));
        required.is_in(text).then(|| self.as_ref()).flatten()
    }
}

/// Compiles a pattern.
///
/// `\b`, `\s`, `\w` and case mean plain letters where the pattern can be understood so, which compiles many times
/// faster. A pattern that names letters or other characters in a class, or all but some, knows those of Latin writing.
pub fn compile(text: &str) -> Option<Regex> {
    let fast = || Regex::new(&format!("(?-u){text}"));
    let latin = || Regex::new(&latin(text));
    fast().or_else(|_| latin()).or_else(|_| Regex::new(text)).ok()
}

/// A pattern whose classes of characters are those of Latin writing alone.
fn latin(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let (mut rest, mut depth) = (text, 0_usize);
    while let Some(first) = rest.chars().next() {
        let class = CLASSES.iter().find(|(name, ..)| rest.starts_with(name));
        match (first, class) {
            ('\\', Some((name, outside, inside))) if depth == 0 || !inside.is_empty() => {
                out.push_str(if depth == 0 { outside } else { inside });
                rest = &rest[name.len()..];
                continue;
            }
            ('\\', _) => {
                let length = 1 + rest[1..].chars().next().map_or(0, char::len_utf8);
                out.push_str(&rest[..length]);
                rest = &rest[length..];
                continue;
            }
            ('[', _) => depth += 1,
            (']', _) => depth = depth.saturating_sub(1),
            _ => {}
        }
        out.push(first);
        rest = &rest[first.len_utf8()..];
    }
    out
}

/// Classes of characters: as written, with their Latin members alone, and the same within brackets.
const CLASSES: [(&str, &str, &str); 9] = [
    (r"\b", r"(?-u:\b)", ""),
    (r"\s", r"[\x20\t\n\r\x{a0}]", r"\x20\t\n\r\x{a0}"),
    (r"\S", r"[^\x20\t\n\r\x{a0}]", ""),
    (r"\d", "[0-9]", "0-9"),
    (r"\w", "[0-9A-Za-z_]", "0-9A-Za-z_"),
    (r"\p{Lu}", r"[A-Z\x{c0}-\x{de}]", r"A-Z\x{c0}-\x{de}"),
    (r"\p{Ll}", r"[a-z\x{df}-\x{ff}]", r"a-z\x{df}-\x{ff}"),
    (r"\p{L}", r"[A-Za-z\x{c0}-\x{24f}]", r"A-Za-z\x{c0}-\x{24f}"),
    (r"\p{N}", "[0-9]", "0-9"),
];

/// Every match of a pattern.
pub fn matches<'t>(pattern: &'t Pattern, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
    pattern.within(text).into_iter().flat_map(move |pattern| pattern.captures_iter(text))
}

/// Whether a pattern occurs.
pub fn occurs(pattern: &Pattern, text: &str) -> bool {
    pattern.within(text).is_some_and(|pattern| pattern.is_match(text))
}

/// The range of a group; empty at 0 where it took no part.
pub fn group(captures: &Captures<'_>, at: usize) -> Range<usize> {
    captures.get(at).map_or(0..0, |found| found.range())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_latin() {
        assert_eq!(latin(r"\b(\p{Lu}[\p{L}'’]+)\s\\b"), {
            r"(?-u:\b)([A-Z\x{c0}-\x{de}][A-Za-z\x{c0}-\x{24f}'’]+)[\x20\t\n\r\x{a0}]\\b"
        });
        let found = |text: &str| compile(r"\b\p{Lu}\p{Ll}+’s\s\d").is_some_and(|found| found.is_match(text));
        assert!(found("di Café’s 3") && !found("di café’s 3"));
    }
}
