//! Phrases of a word list in a text: where each stands, of several the longest, none within another.

use std::collections::HashMap;
use std::ops::Range;

use crate::Passage;
use crate::words::Mask;
use crate::words::{Text, Token};

/// What may hang at the end of a word.
pub const CLITICS: [&str; 2] = ["nya", "lah"];

/// Phrases in lower case, each with what belongs to it.
pub struct Phrases<'a, T> {
    by_first: HashMap<&'a str, Vec<(&'a str, T)>>,
    /// Whether titles are walked through that the catalog does not have.
    in_titles: bool,
}

/// A phrase that may stand in a text.
pub struct Hit<'a, 't, T> {
    /// The phrase.
    pub phrase: &'a str,
    /// What belongs to it.
    pub value: &'t T,
    /// The place of its first word.
    pub at: usize,
    /// Its words.
    pub words: &'t [Token],
    /// The word after it.
    pub next: Option<&'t Token>,
    /// As it is written.
    pub shown: &'t str,
    /// What hangs at its end, in lower case.
    pub rest: String,
}

impl<'a, T> Phrases<'a, T> {
    /// The phrases of a list.
    pub fn new(entries: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        let mut by_first: HashMap<&str, Vec<(&str, T)>> = HashMap::new();
        for (phrase, value) in entries {
            by_first.entry(phrase.split(' ').next().unwrap_or_default()).or_default().push((phrase, value));
        }
        Self { by_first, in_titles: false }
    }

    /// Looks into titles, too, that the catalog does not have.
    pub fn also_in_titles(self) -> Self {
        Self { in_titles: true, ..self }
    }

    /// Whether a phrase may begin with a word.
    fn is_open(&self, word: &Token) -> bool {
        !word.italic && (word.mask.is_none() || (self.in_titles && word.mask == Some(Mask::JudulAsing)))
    }

    /// The bytes of each phrase of a text with what `judge` makes of it, from left to right; it begins with a word that
    /// is neither masked nor in italics.
    pub fn walk<'t, R>(
        &'t self,
        passage: &'t Passage<'_>,
        text: &'t Text,
        judge: impl Fn(&Hit<'a, 't, T>) -> Option<R>,
    ) -> Vec<(Range<usize>, R)> {
        let (mut found, mut free) = (Vec::new(), 0);
        for (at, word) in text.words.iter().enumerate().filter(|(_, word)| self.is_open(word)) {
            if at < free {
                continue;
            }
            if let Some((last, result)) = self.longest(passage, text, at, &judge) {
                free = last + 1;
                found.push((word.range.start..text.words[last].range.end, result));
            }
        }
        found
    }

    /// The longest phrase that begins with a word: the place of its last word, and what is made of it.
    fn longest<'t, R>(
        &'t self,
        passage: &'t Passage<'_>,
        text: &'t Text,
        at: usize,
        judge: &impl Fn(&Hit<'a, 't, T>) -> Option<R>,
    ) -> Option<(usize, R)> {
        let first = passage.lower(text.words.get(at)?);
        let stem = CLITICS.iter().find_map(|clitic| first.strip_suffix(clitic));
        let keys = [Some(first.as_str()), stem].into_iter().flatten();
        let mut best: Option<(usize, R)> = None;
        for (phrase, value) in keys.filter_map(|key| self.by_first.get(key)).flatten() {
            let last = at + phrase.matches(' ').count();
            let words = text.words.get(at..=last).filter(|_| best.as_ref().is_none_or(|(best, _)| last > *best));
            let Some((words, end)) = words.and_then(|words| Some((words, words.last()?))) else { continue };
            let shown = passage.plain.get(words[0].range.start..end.range.end).unwrap_or_default();
            let lower = shown.to_lowercase();
            let Some(rest) = lower.strip_prefix(phrase) else { continue };
            let hit = Hit { phrase, value, at, words, next: text.words.get(last + 1), shown, rest: rest.to_owned() };
            best = judge(&hit).map(|result| (last, result)).or(best);
        }
        best
    }
}
