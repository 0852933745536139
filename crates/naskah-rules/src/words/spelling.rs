//! Words that nobody knows, and what they may have been meant to be.

use naskah_core::language::WordList;
use naskah_core::language::numerals::dari_terbilang;
use std::cell::{Cell, OnceCell};
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};

use naskah_core::catalog::Kata;

use super::naming::{Naming, naming};
use super::token::{Kind, Mask, Text, Token};
use super::worded::Worded;
use super::written::Words;
use naskah_core::decree::Part;
use naskah_core::reading::Passage;

/// What an unknown word may have been meant to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guess {
    /// A word that looks much like it.
    Word {
        /// The word in lower case.
        word: String,
        /// Whether hardly anything else can be meant.
        sure: bool,
        /// Whether it may be put in the slip's place unasked.
        cure: bool,
    },
    /// Two words, with the blank between them.
    Split(String),
    /// Nothing that is known.
    Nothing,
}

/// An unknown word.
#[derive(Debug)]
pub struct Unknown {
    /// The passage among [`Context::passages`].
    pub passage: usize,
    /// The word among those of the passage.
    pub word: usize,
    /// What may have been meant.
    pub guess: Guess,
}

/// The unknown words of the decree.
#[derive(Debug)]
pub struct Spelling {
    /// From the first to the last.
    pub unknown: Vec<Unknown>,
}

impl Spelling {
    /// The unknown words of the decree.
    pub(crate) fn of(context: &Worded<'_>) -> Self {
        let kata = context.catalog.kata();
        let words = context.words();
        let mut known: HashMap<String, bool> = HashMap::new();
        let mut unknown = Vec::new();
        let mut guesses = Guesses::default();
        for (passage, (written, text)) in context.passages.iter().zip(&words.texts).enumerate() {
            if text.name {
                continue;
            }
            for (at, word) in text.words.iter().enumerate().filter(|(_, word)| is_language(word, text)) {
                let lower = written.lower(word);
                if !lower.chars().all(|c| c.is_ascii_lowercase() || "-'’é".contains(c)) {
                    continue;
                }
                let before = at.checked_sub(1).map(|before| written.lower(&text.words[before])).unwrap_or_default();
                let after = text.words.get(at + 1).map(|next| written.lower(next)).unwrap_or_default();
                if is_torn(kata, &before, &lower) || kata.baku.contains_key(&format!("{lower} {after}")) {
                    continue;
                }
                if is_place_beside(context, written, text, at) {
                    continue;
                }
                let familiar = *known.entry(lower.clone()).or_insert_with(|| is_familiar(context, kata, &lower));
                if familiar
                    && word.kind == Kind::Lower
                    && let Some(meant) = formed_like(kata, words, &lower)
                {
                    let guess = Guess::Word { word: meant, sure: false, cure: false };
                    unknown.push(Unknown { passage, word: at, guess });
                }
                if !familiar && !kata.is_parted(&before, &lower) {
                    let next = text.words.get(at + 1).map(|next| written.plain[next.range.clone()].to_lowercase());
                    // The head of a column is no name, nor is a form of a verb.
                    let named = !matches!(written.part, Part::Kolom(_)) && !kata.is_mixed(&lower);
                    let name = naming(context, written, text, at) >= Naming::Loud && named;
                    let guess = guesses.of(context, (lower, name, next));
                    unknown.push(Unknown { passage, word: at, guess });
                }
            }
        }
        Self { unknown }
    }
}

/// A word in lower case, whether it may be a name, and the word after it.
type Asked = (String, bool, Option<String>);

/// What was guessed, each word once.
#[derive(Default)]
struct Guesses {
    near: Option<Near>,
    known: HashMap<Asked, Guess>,
}

impl Guesses {
    fn of(&mut self, context: &Worded<'_>, asked: Asked) -> Guess {
        match self.known.entry(asked) {
            Entry::Occupied(old) => old.get().clone(),
            Entry::Vacant(new) => {
                let (lower, name, next) = new.key();
                let near = self.near.get_or_insert_with(|| Near::of(context));
                let guesser = Guesser { kata: context.catalog.kata(), words: context.words(), near };
                let guess = guesser.guess(lower, *name, next.as_deref());
                new.insert(guess).clone()
            }
        }
    }
}

/// Whether a word with a capital stands as a place does: after "di" or "ke", or in a series of places.
fn is_place_beside(context: &Worded<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    if word.kind != Kind::Capital || word.start {
        return false;
    }
    let lists = context.word_lists();
    let before = at.checked_sub(1).and_then(|at| text.words.get(at));
    let leads = before.is_some_and(|before| {
        let lower = passage.lower(before);
        ["di", "ke", "dari"].contains(&lower.as_str()) || lists.has(WordList::SebelumNamaTempat, &lower)
    });
    let area = |other: Option<&Token>, gap: &str| {
        other.is_some_and(|other| {
            other.kind == Kind::Capital
                && gap.starts_with(',')
                && context.catalog.wilayah().is_place_name(&passage.lower(other))
        })
    };
    // "Salatiga, Palur, dan X": the names before the comma, with the "dan" left out.
    let earlier = (0..at).rev().map(|at| &text.words[at]).find(|word| word.kind == Kind::Capital);
    let gap = earlier.map(|earlier| passage.gap(earlier, word)).unwrap_or_default();
    let series =
        gap.starts_with(',')
            && text.words[..at].iter().rev().take(6).any(|other| {
                other.kind == Kind::Capital && context.catalog.wilayah().is_place_name(&passage.lower(other))
            });
    let after = text.words.get(at + 1);
    leads || series || area(after, after.map(|after| passage.gap(word, after)).unwrap_or_default())
}

/// Longer than any word, in bytes.
const LONGEST: usize = 80;

/// Whether a word is written as language: no abbreviation, number or address.
fn is_language(word: &Token, text: &Text) -> bool {
    let written = match word.kind {
        Kind::Lower | Kind::Capital | Kind::Mixed => true,
        Kind::Upper => text.capitals && word.range.len() > 5,
        Kind::Digit => false,
    };
    written
        && word.mask.is_none_or(|mask| matches!(mask, Mask::JudulAsing | Mask::Lembaran))
        && !word.italic
        && (3..LONGEST).contains(&word.range.len())
}

/// Whether a word belongs to the one before it, which another rule says.
fn is_torn(kata: &Kata, before: &str, word: &str) -> bool {
    let prefix = ["di", "ke"].contains(&before) && kata.knows(&format!("{before}{word}"));
    prefix || (!before.is_empty() && kata.baku.contains_key(&format!("{before} {word}")))
}

/// The common word of decrees that a word which is only formed by the rules, and written once, is a letter away from:
/// "pendidian" for "pendidikan".
fn formed_like(kata: &Kata, words: &Words, word: &str) -> Option<String> {
    let odd = word.len() > 5 && words.count(word) == 1 && kata.is_formed(word) && !is_listed(kata, word);
    let common = |other: &String| kata.lists.has(WordList::KataKeputusan, other);
    odd.then(|| kata.near(word).into_iter().find(common)).flatten()
}

/// Whether a word in lower case is known to somebody: the dictionary, the lists, the office.
fn is_familiar(context: &Worded<'_>, kata: &Kata, word: &str) -> bool {
    let capital = || naskah_core::language::capitals::capital(word);
    kata.knows(word)
        || kata.has(&capital())
        || is_listed(kata, word)
        || is_place(context, word)
        || is_linked(context, kata, word)
        || is_share(word)
        || kata.lists.has(WordList::SebutanDaerah, word)
}

/// Whether a word is the lower part of a fraction: "perlima", "perseratus".
fn is_share(word: &str) -> bool {
    word.strip_prefix("per").is_some_and(|number| dari_terbilang(number).is_some())
}

/// Whether a word stands in a list that another rule speaks for.
fn is_listed(kata: &Kata, word: &str) -> bool {
    let stem = ["nya", "lah", "pun"].iter().find_map(|clitic| word.strip_suffix(clitic)).unwrap_or(word);
    word == "undangundang"
        || [word, stem]
            .iter()
            .any(|word| kata.baku.contains_key(*word) || kata.is_foreign(word) || kata.is_abbreviation(word))
}

/// Whether a word names a place, a person or a product.
pub fn is_place(context: &Worded<'_>, word: &str) -> bool {
    let own = [&context.kantor.wilayah, &context.kantor.tempat, &context.kantor.badan];
    let named = own.iter().any(|name| name.split(' ').any(|part| part.to_lowercase() == word));
    named || context.catalog.kata().is_name(word) || context.catalog.wilayah().is_place_name(word)
}

/// Whether a word with hyphens is made of known parts, or of one part and its echo.
fn is_linked(context: &Worded<'_>, kata: &Kata, word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    let familiar = |part: &str| part.len() < 3 || kata.knows(part) || is_listed(kata, part) || is_place(context, part);
    let echo = |pair: &[&str]| {
        let stem = ["nya", "an", "kan", "i"].iter().find_map(|end| pair[1].strip_suffix(end)).unwrap_or(pair[1]);
        stem.len() > 2 && pair[0].ends_with(stem)
    };
    parts.len() > 1 && (parts.iter().all(|part| familiar(part)) || parts.windows(2).all(echo))
}

/// Looks for what an unknown word was meant to be.
struct Guesser<'a> {
    kata: &'a Kata,
    words: &'a Words,
    near: &'a Near,
}

/// So many words are looked for one by one.
const FEW: usize = 24;

/// The words of the decree by what is left of them without a letter or two, so that those near another are found at once.
#[derive(Debug, Default)]
struct Near {
    /// The words that may be meant.
    words: Vec<String>,
    by_rest: OnceCell<HashMap<Box<str>, Vec<u32>>>,
    /// How often was asked: for a few words it is quicker to look at all others than to sort them.
    asked: Cell<usize>,
    /// The words of the office's own area.
    office: Vec<String>,
}

impl Near {
    /// The words of the decree, and those of the office's own area.
    fn of(context: &Worded<'_>) -> Self {
        let own = context.kantor.wilayah.split(' ').map(str::to_lowercase);
        let office: Vec<String> = own.filter(|part| part.len() > 3).collect();
        let mut words: Vec<String> = context.words().count.keys().chain(&office).cloned().collect();
        words.sort_unstable();
        words.dedup();
        words.retain(|word| (5..=24).contains(&word.len()) && word.is_ascii());
        Self { words, office, ..Self::default() }
    }

    /// The words by what is left of them without up to two letters.
    fn sorted(&self) -> &HashMap<Box<str>, Vec<u32>> {
        self.by_rest.get_or_init(|| {
            let mut found: HashMap<Box<str>, Vec<u32>> = HashMap::new();
            for (at, word) in self.words.iter().enumerate() {
                for rest in rests(word, 2) {
                    found.entry(rest).or_default().push(at as u32);
                }
            }
            found
        })
    }

    /// The words no farther than `most` letters away.
    fn of_word(&self, word: &str, most: usize) -> Vec<&String> {
        self.asked.set(self.asked.get() + 1);
        if self.asked.get() <= FEW {
            return self.words.iter().filter(|other| distance(word, other, most).is_some()).collect();
        }
        let mut found: Vec<u32> = Vec::new();
        if word.is_ascii() && word.len() <= 26 {
            for rest in rests(word, most) {
                found.extend(self.sorted().get(&rest).into_iter().flatten());
            }
        }
        found.sort_unstable();
        found.dedup();
        let near = found.into_iter().filter_map(|at| self.words.get(at as usize));
        near.filter(|other| distance(word, other, most).is_some()).collect()
    }
}

/// A word, and what is left of it without up to `most` letters.
fn rests(word: &str, most: usize) -> HashSet<Box<str>> {
    let mut all: HashSet<Box<str>> = HashSet::from([word.into()]);
    let mut last: Vec<Box<str>> = vec![word.into()];
    for _ in 0..most {
        let shorter = last.iter().flat_map(|word| {
            (0..word.len()).map(|at| -> Box<str> { format!("{}{}", &word[..at], &word[at + 1..]).into() })
        });
        last = shorter.collect::<HashSet<_>>().into_iter().collect();
        all.extend(last.iter().cloned());
    }
    all
}

impl Guesser<'_> {
    fn is_common(&self, word: &str) -> bool {
        self.kata.lists.has(WordList::KataSeringDipakai, word)
    }

    fn guess(&self, lower: &str, name: bool, next: Option<&str>) -> Guess {
        if let Some(word) = self.other_class(lower) {
            return Guess::Word { word, sure: true, cure: false };
        }
        let own = self.own_near(lower);
        let mut near = if name && lower.len() < 6 { BTreeSet::new() } else { self.kata.near(lower) };
        if name && lower.len() < 8 {
            // Of a short name only the commonest words can be meant.
            near.retain(|other| self.is_common(other) && other.chars().next() == lower.chars().next());
        }
        let mut found: Vec<&str> = own.iter().map(String::as_str).chain(near.iter().map(String::as_str)).collect();
        found.retain(|other| !self.kata.lists.has(WordList::TidakDiusulkan, other));
        found.sort_by_key(|other| std::cmp::Reverse(self.weight(lower, other)));
        found.dedup();
        // A passive verb that lost a letter of its stem is no noun that begins with the same letters by chance.
        let best = found.first().copied().filter(|best| self.words.count(best) > 0 || !self.lost_stem(lower, best));
        if best.is_none()
            && !found.is_empty()
            && let Some(verb) = self.passive(lower)
        {
            return Guess::Word { word: verb, sure: false, cure: false };
        }
        if let Some(best) = best {
            let used = self.words.count(best) > 0;
            let same = begin_alike(lower, best);
            let short = lower.len() < 5 && !(same && (self.is_common(best) || (used && best.len() > lower.len())));
            let listed = |other: &str| self.kata.lists.has(WordList::KataKeputusan, other.trim_end_matches("nya"));
            let common = |other: &str| self.is_common(other) || listed(other);
            let likely = |other: &&&str| self.words.count(other) > 0 || common(other);
            let alone = found.iter().filter(likely).count() == 1 || found.len() == 1;
            let sure = same && (used || (lower.len() > 5 && !name && found.len() < 4));
            let cure = sure && alone && lower.len() > 4 && (used || (lower.len() > 7 && found.len() == 1));
            if !short {
                return Guess::Word { word: best.to_owned(), sure, cure: cure && !name && !self.kata.is_mixed(lower) };
            }
        }
        if let Some(split) = self.split(lower) {
            return Guess::Split(split);
        }
        match self.farther(lower, next) {
            Some((word, sure)) => Guess::Word { word, sure, cure: false },
            None => Guess::Nothing,
        }
    }

    /// The verb or noun that a word which mixes their affixes may be: "menyediakan" for "penyediakan". Which of them is
    /// meant only a person knows.
    fn other_class(&self, lower: &str) -> Option<String> {
        let swapped = match lower.split_at_checked(2)? {
            ("pe", rest) => format!("me{rest}"),
            ("me", rest) => format!("pe{rest}"),
            _ => return None,
        };
        (self.kata.is_mixed(lower) && self.kata.knows(&swapped)).then_some(swapped)
    }

    /// Whether a word looks like a passive verb, and `other` is none.
    fn lost_stem(&self, lower: &str, other: &str) -> bool {
        let verb = |word: &str| word.strip_prefix("di").is_some_and(|stem| self.kata.knows(stem));
        lower.starts_with("di") && lower.len() > 5 && other.starts_with("di") && !verb(other)
    }

    /// The passive verb whose stem lacks a letter in `lower`: "diaham" for "dipahami".
    fn passive(&self, lower: &str) -> Option<String> {
        let rest = lower.strip_prefix("di")?;
        let stems = self.kata.near(rest);
        let forms = stems
            .iter()
            .filter(|stem| stem.len() > rest.len() && self.kata.is_stem(stem))
            .flat_map(|stem| ["i", "kan", ""].map(|end| format!("di{stem}{end}")));
        let mut known = forms.filter(|form| self.kata.has(form));
        let first = known.next()?;
        let used = std::iter::once(first.clone()).chain(known).find(|form| self.words.count(form) > 0);
        Some(used.unwrap_or(first))
    }

    /// How likely `other` is meant: words of the decree first, then those that begin alike, then common ones.
    fn weight(&self, lower: &str, other: &str) -> (usize, bool, bool, bool, isize) {
        let alike = begin_alike(lower, other);
        let common = self.is_common(other);
        // The noun is commoner than a rare form of the verb.
        let noun = alike && other.starts_with("pe") && self.kata.is_mixed(lower);
        (if alike { self.words.count(other) } else { 0 }, common, noun, alike, other.len() as isize)
    }

    /// The known words of the decree one letter away.
    fn own_near(&self, lower: &str) -> BTreeSet<String> {
        if lower.chars().count() < 4 {
            return BTreeSet::new();
        }
        let office = |other: &str| self.near.office.iter().any(|word| word == other);
        let real = |other: &&String| self.kata.knows(other) || self.kata.is_abbreviation(other) || office(other);
        let others = self.near.of_word(lower, 1).into_iter();
        others.filter(|other| distance(lower, other, 1) == Some(1)).filter(real).cloned().collect()
    }

    /// Two words of the dictionary that were run together.
    fn split(&self, lower: &str) -> Option<String> {
        let cuts = (4..lower.len().saturating_sub(3)).filter_map(|at| lower.split_at_checked(at));
        let mut pairs = cuts.filter(|(a, b)| self.kata.has(a) && self.kata.has(b));
        let first = pairs.next()?;
        let used = |(a, b): &(&str, &str)| self.words.pairs.contains(&format!("{a} {b}"));
        let (a, b) = std::iter::once(first).chain(pairs).find(used).unwrap_or(first);
        Some(format!("{a} {b}"))
    }

    /// A word of the decree two letters away that stands there before the same word, or that is long.
    fn farther(&self, lower: &str, next: Option<&str>) -> Option<(String, bool)> {
        if lower.chars().count() < 6 {
            return None;
        }
        let alike = |other: &&String| {
            other.chars().next() == lower.chars().next()
                && other.len().abs_diff(lower.len()) < 3
                && self.words.count(other) > 1
                && distance(lower, other, 2) == Some(2)
                && self.kata.knows(other)
        };
        let mut found: Vec<&String> = self.near.of_word(lower, 2).into_iter().filter(alike).collect();
        found.sort_by_key(|other| (std::cmp::Reverse(self.words.count(other)), other.as_str()));
        let follows = |other: &str| next.is_some_and(|next| self.words.pairs.contains(&format!("{other} {next}")));
        let best = found.iter().find(|other| follows(other)).map(|other| ((*other).clone(), true));
        best.or_else(|| found.first().filter(|_| lower.len() > 8).map(|other| ((*other).clone(), false)))
    }
}

/// Whether two words begin alike, or as a verb and its noun do: "memungutan", "pemungutan".
fn begin_alike(one: &str, other: &str) -> bool {
    let rest = |word: &'_ str| word.strip_prefix("me").or(word.strip_prefix("pe")).map(str::to_owned);
    one.chars().next() == other.chars().next() || rest(one).is_some_and(|own| rest(other) == Some(own))
}

/// How many letters must be put in, left out, replaced or swapped, up to `most`.
fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let near = a.chars().count().abs_diff(b.chars().count()) <= most;
    near.then(|| naskah_core::diag::distance(a, b)).filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        assert_eq!(distance("kbaupaten", "kabupaten", 1), Some(1));
        assert_eq!(distance("komsis", "komisi", 2), Some(2));
        assert_eq!(distance("pearuran", "peraturan", 2), Some(2));
        assert_eq!(distance("yan", "yang", 1), Some(1));
        assert_eq!(distance("", "ab", 1), None);
        assert_eq!(distance("é", "e", 1), Some(1));
    }
}
