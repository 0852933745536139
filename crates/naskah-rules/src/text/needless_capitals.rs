//! Capitals in the middle of sentences that neither the sentence nor a name asks for, as far as the decree itself
//! speaks against them.

use naskah_core::language::WordList;
use std::ops::Range;

use crate::words::shown_capitals::{Capitals, is_content, is_lone};
use crate::words::{Kind, Text, Token};
use crate::{Context, Passage};
use naskah_core::language::forms::{is_active, is_passive};
use naskah_core::language::numerals::dari_terbilang;

/// A text with what the decree shows of capitals.
#[derive(Clone, Copy)]
struct Spot<'c, 'k, 'p> {
    context: &'c Context<'k>,
    capitals: &'c Capitals,
    passage: &'c Passage<'p>,
    text: &'c Text,
}

/// The words with a capital that nothing asks for; those in `torn`, which are names, do not count.
pub fn needless(context: &Context<'_>, passage: &Passage<'_>, text: &Text, torn: &[Range<usize>]) -> Vec<usize> {
    let spot = Spot { context, capitals: context.capitals(), passage, text };
    let mut found: Vec<usize> = (1..text.words.len()).filter(|at| spot.is_needless(*at)).collect();
    found.extend((1..text.words.len()).filter(|at| spot.is_common_pair(*at)).flat_map(|at| [at, at + 1]));
    found.retain(|at| !torn.iter().any(|range| range.contains(at)));
    found.sort_unstable();
    found.dedup();
    found
}

impl Spot<'_, '_, '_> {
    fn has(&self, list: WordList, word: &str) -> bool {
        self.context.word_lists().has(list, word)
    }

    /// Whether a word is common, and written with a capital that no beginning asks for.
    fn is_common(&self, at: usize) -> bool {
        let Some(word) = self.text.words.get(at).filter(|word| word.kind == Kind::Capital && !word.start) else {
            return false;
        };
        let lower = self.passage.lower(word);
        let kata = self.context.catalog.kata();
        let foreign = kata.asing.contains_key(&lower);
        word.mask.is_none()
            && (!word.italic || foreign)
            && word.range.len() > 3
            && (foreign || kata.has(&lower) || kata.baku.contains_key(&lower))
            && lower.bytes().all(|b| b.is_ascii_lowercase())
            && !self.has(WordList::KataBerkapital, &lower)
            && !self.context.word_lists().is_particle(&lower)
            && !kata.is_abbreviation(&lower)
            && (self.capitals.small(&lower) > 2 || !crate::words::spelling::is_place(self.context, &lower))
    }

    fn is_needless(&self, at: usize) -> bool {
        if !self.is_common(at) {
            return false;
        }
        let lower = self.passage.lower(&self.text.words[at]);
        let settled = self.capitals.lone(&lower) > 1 && self.capitals.small(&lower) == 0;
        let defined = self.capitals.is_explained(&lower)
            || (self.has(WordList::IstilahPemilihan, &lower) && self.capitals.lone(&lower) > 3);
        !settled && !defined && !self.is_ordinal(at, &lower) && self.speaks_against(at, &lower)
    }

    /// Whether a word counts the one before it, which has a capital: "Pihak Kedua", "Perubahan Ketiga".
    fn is_ordinal(&self, at: usize, lower: &str) -> bool {
        let counts = lower.strip_prefix("ke").is_some_and(|number| dari_terbilang(number).is_some());
        counts && at.checked_sub(1).and_then(|before| self.kind(before)) == Some(Kind::Capital)
    }

    /// The words from `at` to the next in small letters, where one blank lies between them.
    fn pair(&self, at: usize) -> Option<String> {
        let (a, b) = (self.text.words.get(at)?, self.text.words.get(at + 1)?);
        let joined = self.passage.gap(a, b) == " ";
        joined.then(|| self.passage.plain.get(a.range.start..b.range.end).map(str::to_lowercase)).flatten()
    }

    fn kind(&self, at: usize) -> Option<Kind> {
        self.text.words.get(at).map(|word| word.kind)
    }

    /// Whether a word begins a known name together with a neighbour that has its capital, too.
    fn in_name(&self, at: usize) -> bool {
        // Capitals in this one place do not make the pair a name: it must be official, or stand so more than once.
        let named = |pair: Option<String>| {
            let known = |pair: &str| self.capitals.is_official_pair(pair) || self.capitals.loud_pair(pair) > 1;
            pair.is_some_and(|pair| self.capitals.is_name_pair(&pair) && known(&pair))
        };
        let loud = |at: usize| self.kind(at).is_some_and(|kind| kind != Kind::Lower);
        (loud(at - 1) && named(self.pair(at - 1))) || (loud(at + 1) && named(self.pair(at)))
    }

    /// Whether the word and a neighbour stand in small letters elsewhere.
    fn has_twin(&self, at: usize) -> bool {
        let small = |pair: Option<String>| pair.is_some_and(|pair| self.capitals.is_small_pair(&pair));
        small(self.pair(at - 1)) || small(self.pair(at))
    }

    fn speaks_against(&self, at: usize, lower: &str) -> bool {
        let (text, passage, capitals) = (self.text, self.passage, self.capitals);
        let word = &text.words[at];
        let (before, after) = (&text.words[at - 1], text.words.get(at + 1));
        let (left, right) =
            (passage.gap(before, word), after.map(|after| passage.gap(word, after)).unwrap_or_default());
        let small_before = before.kind == Kind::Lower && left == " " && !self.follows_name(at - 1);
        if before.kind == Kind::Lower && left == " " && self.has(WordList::BukanNama, lower) {
            return true;
        }
        if self.in_name(at) || right.contains(['“', '"']) || self.is_explained(at) || !self.is_free(at, lower) {
            return false;
        }
        let opener = before.start && before.kind == Kind::Capital && left == " ";
        let first = passage.lower(before);
        let verb =
            opener && (is_active(self.context.word_lists(), &first) || self.has(WordList::PenunjukJumlah, &first));
        let small_after = after.is_some_and(|after| after.kind == Kind::Lower && right == " ");
        let (small, lone) = (capitals.small(lower), capitals.lone(lower));
        let twin = self.has_twin(at);
        let action = is_active(self.context.word_lists(), lower) || is_passive(self.context.word_lists(), lower);
        match () {
            () if opener && !verb => {
                let goes_on = small_after || right.contains(['(', ',', ';']);
                // Elsewhere both have their capitals within a sentence, too.
                let term = self.pair(at - 1).is_some_and(|pair| capitals.sentence_pair(&pair) > 1);
                (twin && goes_on && !term)
                    || (small_after
                        && small > 2
                        && lone < 2
                        && !after.is_some_and(|after| self.context.word_lists().is_particle(passage.word(after))))
            }
            () if verb && small_after => true,
            () if action && small_after && (small_before || left == ", ") => true,
            () if left == "/" || right == "/" => {
                small_before && after.is_some_and(|after| after.kind == Kind::Lower && right == "/")
            }
            () if small_before || verb => {
                (twin && small > 0)
                    || (small > 1 && small >= lone)
                    || (word.italic && small > 0)
                    || self.joins_small(at, small_after)
                    || (small > 0 && small_after && self.ends_series(at))
            }
            () => false,
        }
    }

    /// Whether none of the neighbours has a capital; an abbreviation may follow a word that is otherwise small.
    fn is_free(&self, at: usize, lower: &str) -> bool {
        let (text, passage) = (self.text, self.passage);
        let short = text.words.get(at + 1).is_some_and(|after| after.kind == Kind::Upper)
            && self.capitals.small(lower) > 2
            && self.kind(at - 1) == Some(Kind::Lower);
        is_lone(passage, text, at) || short
    }

    /// Whether an abbreviation in brackets follows, so that the word ends what it stands for.
    fn is_explained(&self, at: usize) -> bool {
        let (Some(word), Some(after)) = (self.text.words.get(at), self.text.words.get(at + 1)) else { return false };
        self.passage.gap(word, after).contains('(') && matches!(after.kind, Kind::Upper | Kind::Mixed | Kind::Capital)
    }

    /// Whether a particle joins the word to a name before it: "Ketua dan …".
    fn follows_name(&self, at: usize) -> bool {
        let word = &self.text.words[at];
        let before = at.checked_sub(1).and_then(|at| self.text.words.get(at));
        let shown = self.passage.word(word);
        self.context.word_lists().is_particle(shown)
            && shown != "per"
            && before.is_some_and(|before| {
                matches!(before.kind, Kind::Capital | Kind::Mixed)
                    && (!before.start || at == 1)
                    && !self.passage.gap(before, word).contains([';', ','])
            })
    }

    /// Whether "dan" or "atau" joins it to a word in small letters: "pelatihan dan Pendidikan yang".
    fn joins_small(&self, at: usize, small_after: bool) -> bool {
        let Some([other, link]) = at.checked_sub(2).and_then(|from| self.text.words.get(from..at)) else {
            return false;
        };
        let link = self.passage.word(link);
        let joins = ["dan", "atau", "serta"].contains(&link);
        joins && other.kind == Kind::Lower && is_content(self.context.word_lists(), self.passage, other) && small_after
    }

    /// Whether "dan" or "atau" after a mark stands right before it.
    fn ends_series(&self, at: usize) -> bool {
        let Some([other, link]) = at.checked_sub(2).and_then(|from| self.text.words.get(from..at)) else {
            return false;
        };
        ["dan", "atau", "serta"].contains(&self.passage.word(link))
            && self.passage.gap(other, link).contains([';', ','])
    }

    /// Whether two words with capitals stand in small letters elsewhere time and again, and more often so than with
    /// capitals in sentences.
    fn is_common_pair(&self, at: usize) -> bool {
        let both = self.is_common(at) && self.is_common(at + 1);
        both && self.pair(at).is_some_and(|pair| {
            let small = self.capitals.small_pair(&pair);
            small > 1
                && self.capitals.sentence_pair(&pair) <= small
                && !self.capitals.is_official_pair(&pair)
                && !self.is_explained(at + 1)
                && !self.touches_standing(at)
        })
    }

    /// Whether a word that names use stands in the same run of capitals.
    fn touches_standing(&self, at: usize) -> bool {
        let standing =
            |word: &Token| word.kind != Kind::Lower && self.has(WordList::KataBerkapital, &self.passage.lower(word));
        let before = self.text.words[..at].iter().rev().take_while(|word| word.kind == Kind::Capital);
        let after = self.text.words[at + 2..].iter().take_while(|word| word.kind == Kind::Capital);
        before.into_iter().chain(after).any(standing)
    }
}
