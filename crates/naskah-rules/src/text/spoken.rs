//! The words of a text as they are spoken: in small letters, with what stands between them.

use std::ops::Range;

use crate::Passage;
use crate::words::{Kind, Text, Token};

/// The words of one text in small letters.
pub struct Spoken<'t> {
    /// The words with their places.
    pub tokens: &'t [Token],
    /// Each in small letters.
    pub lower: Vec<String>,
    /// Whether nothing but a blank stands before the word.
    joined: Vec<bool>,
}

impl<'t> Spoken<'t> {
    /// The words of a text.
    pub fn of(passage: &Passage<'_>, text: &'t Text) -> Self {
        let tokens = text.words.as_slice();
        let lower = tokens.iter().map(|word| passage.lower(word)).collect();
        let blank = |gap: &str| !gap.is_empty() && gap.trim().is_empty();
        let gaps = tokens.windows(2).map(|pair| match pair {
            [a, b] => blank(passage.gap(a, b)),
            _ => false,
        });
        let joined = std::iter::once(false).chain(gaps).collect();
        Self { tokens, lower, joined }
    }

    /// The word at a place; empty where there is none.
    pub fn word(&self, at: usize) -> &str {
        self.lower.get(at).map(String::as_str).unwrap_or_default()
    }

    /// Whether a word is language of the decree: no title, no number, no name, no foreign word.
    pub fn is_free(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|word| word.mask.is_none() && !word.italic && word.kind != Kind::Digit)
    }

    /// Whether a word follows the one before it with nothing but a blank between them.
    pub fn is_joined(&self, at: usize) -> bool {
        self.joined.get(at).copied().unwrap_or_default()
    }

    /// Whether all words of a range are language, and follow each other.
    pub fn is_run(&self, range: Range<usize>) -> bool {
        range.end <= self.lower.len()
            && range.clone().all(|at| self.is_free(at))
            && range.skip(1).all(|at| self.is_joined(at))
    }

    /// The bytes of the words of a range.
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let start = self.tokens.get(range.start).map_or(0, |word| word.range.start);
        let end = range.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |word| word.range.end);
        start..end.max(start)
    }

    /// The words of a range with one blank between them.
    pub fn phrase(&self, range: Range<usize>) -> String {
        self.lower.get(range).unwrap_or_default().join(" ")
    }
}
