//! The words of every text: where each stands, how it is written, and which of them are not language at all.
//!
//! What is no language of the decree is masked with its role ([`super::roles`]).

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use naskah_core::language::WordLists;
use naskah_core::language::words::{Cut, split};

use naskah_core::reading::{Passage, Reading};

use super::roles::{self, Roles};
use super::token::{Kind, Text, Token};

/// The words of every passage.
#[derive(Debug)]
pub struct Words {
    /// In the order of [`Reading::passages`].
    pub texts: Vec<Text>,
    /// How often each word stands in the decree, in lower case.
    pub count: HashMap<String, usize>,
    /// Neighbouring words in lower case with one blank between them.
    pub pairs: HashSet<String>,
}

impl Words {
    /// The words of the decree.
    pub(crate) fn of(context: &Reading<'_>) -> Self {
        let roles = Roles::of(context);
        let passages = context.passages.iter().enumerate();
        let texts: Vec<Text> = passages.map(|(at, passage)| text_of(context, &roles, at, passage)).collect();
        let (mut count, mut pairs) = (HashMap::new(), HashSet::new());
        for (passage, text) in
            context.passages.iter().zip(&texts).filter(|(passage, text)| !text.name && passage.part.is_printed())
        {
            let mut before = String::new();
            for word in text.words.iter().filter(|word| !word.start || word.kind != Kind::Digit) {
                let lower = passage.plain[word.range.clone()].to_lowercase();
                if !before.is_empty() {
                    pairs.insert(format!("{before} {lower}"));
                }
                *count.entry(lower.clone()).or_default() += 1;
                before = lower;
            }
        }
        Self { texts, count, pairs }
    }

    /// How often a word in lower case stands in the decree.
    pub fn count(&self, word: &str) -> usize {
        self.count.get(word).copied().unwrap_or_default()
    }
}

fn text_of(context: &Reading<'_>, roles: &Roles<'_, '_>, at: usize, passage: &Passage<'_>) -> Text {
    let plain = passage.plain.as_str();
    let mut text = Text { name: roles.is_name(passage), masks: roles.within(at, passage), ..Text::default() };
    text.words = words_in(plain);
    roles::mask_addressed(context.word_lists(), plain, &mut text);
    text.apply_masks();
    let mut upto = 0;
    for run in &passage.teks.runs {
        let from = upto;
        upto += run.text.len();
        text.starting(from..upto).iter_mut().for_each(|word| word.italic = run.miring);
    }
    let long = text.words.iter().any(|word| word.range.len() > 6);
    let lower = plain.chars().any(char::is_lowercase);
    text.capitals = !lower && (text.words.len() > 2 || long);
    text.title = !text.capitals && is_title(context.word_lists(), plain, &text.words);
    text
}

/// Whether most words of some length begin with a capital.
fn is_title(lists: &WordLists, plain: &str, words: &[Token]) -> bool {
    let long = words.iter().filter(|word| word.range.len() > 3 && !lists.is_particle(&plain[word.range.clone()]));
    let (mut all, mut capital) = (0, 0);
    for word in long {
        all += 1;
        capital += usize::from(matches!(word.kind, Kind::Capital | Kind::Upper | Kind::Mixed));
    }
    all >= 2 && capital * 10 >= all * 8
}

/// The words of a text; hyphens and apostrophes within a word belong to it.
pub fn words_in(plain: &str) -> Vec<Token> {
    split(plain, Cut::Hyphens).into_iter().map(|range| word(plain, range)).collect()
}

fn word(plain: &str, range: Range<usize>) -> Token {
    let start = begins(&plain[..range.start]);
    Token { kind: kind_of(&plain[range.clone()]), start, range, italic: false, mask: None }
}

fn kind_of(word: &str) -> Kind {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let first = letters().next().is_some_and(char::is_uppercase);
    let parts = || word.split(['-', '\'', '’']);
    let lower_tail = |part: &str| part.chars().skip(1).all(|c| !c.is_uppercase());
    match () {
        () if word.chars().any(char::is_numeric) => Kind::Digit,
        () if letters().all(|c| !c.is_uppercase()) => Kind::Lower,
        () if letters().all(|c| !c.is_lowercase()) => Kind::Upper,
        () if first && parts().all(lower_tail) => Kind::Capital,
        () => Kind::Mixed,
    }
}

/// Whether something new begins after `before`.
fn begins(before: &str) -> bool {
    let before = before.trim_end();
    match before.chars().next_back() {
        None => true,
        Some('.' | '!' | '?' | ':' | '(' | '[' | '{' | '"' | '“' | '‘' | '•' | '—') => true,
        Some(')') => {
            let mark = before.trim_end_matches(')').rsplit([' ', '(']).next().unwrap_or_default();
            mark.len() <= 2
        }
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<(&str, Kind, bool)> {
        words_in(text).into_iter().map(|word| (&text[word.range.clone()], word.kind, word.start)).collect()
    }

    #[test]
    fn words_and_how_they_are_written() {
        assert_eq!(
            split("Undang-Undang KPU/KIP: 5R, YouTube – e-mail."),
            [
                ("Undang-Undang", Kind::Capital, true),
                ("KPU", Kind::Upper, false),
                ("KIP", Kind::Upper, false),
                ("5R", Kind::Digit, true),
                ("YouTube", Kind::Mixed, false),
                ("e-mail", Kind::Lower, false),
            ]
        );
        assert_eq!(
            split("a) Jum’at- x"),
            [("a", Kind::Lower, true), ("Jum’at", Kind::Capital, true), ("x", Kind::Lower, false)]
        );
        assert!(split("…—").is_empty());
    }
}
