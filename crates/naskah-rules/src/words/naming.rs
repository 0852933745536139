//! Whether a word may belong to the name of a person or a body that nobody listed, so that it is not mended unasked.

use naskah_core::language::WordList;
use naskah_core::reading::Passage;

use super::token::{Kind, Text, Token};
use super::worded::Worded;

/// How much speaks for a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    /// Nothing.
    No,
    /// It begins a sentence, and the next word has a capital, too.
    Opens,
    /// It has a capital where a sentence needs none, or all letters are capitals.
    Loud,
    /// What stands beside it is a name: "PT Dan Liris", "Siti Dan Rahma".
    Beside,
}

/// How much speaks for a name at a word.
pub fn naming(context: &Worded<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> Naming {
    let Some(word) = text.words.get(at) else { return Naming::No };
    let next = text.words.get(at + 1).filter(|next| passage.gap(word, next) == " ");
    match word.kind {
        _ if text.capitals => Naming::Loud,
        Kind::Lower | Kind::Digit => Naming::No,
        _ if is_beside(context, passage, text, at) => Naming::Beside,
        _ if !word.start || text.words.len() < 3 || follows_degree(passage, text, at) => Naming::Loud,
        _ if next.is_some_and(|next| next.kind == Kind::Capital) => Naming::Opens,
        _ => Naming::No,
    }
}

/// Whether an initial or a degree stands before a word, whose stop ends no sentence: "dr. Laila", "S. H. Tarigan".
fn follows_degree(passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| &text.words[at]) else { return false };
    let shown = passage.word(before);
    let short = shown.len() == 1 || shown.len() < 4 && shown.starts_with(char::is_uppercase) || shown == "dr";
    short && before.kind != Kind::Digit && passage.gap(before, &text.words[at]) == ". "
}

/// Whether an official name begins shortly before a word and goes on up to it, so that it is written as its owner
/// writes it: "Institut Teknologi Sepuluh Nopember".
pub fn of_owner(context: &Worded<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let lists = context.word_lists();
    let loud = |at: &usize| text.words[*at].kind != Kind::Lower || lists.is_particle(passage.word(&text.words[*at]));
    let run = (0..at).rev().take(COMPANY).take_while(loud);
    let begins = |at: usize| {
        let here = passage.ahead(text.words[at].range.start);
        let opens = |entry: &String| {
            here.strip_prefix(entry.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        [WordList::SebelumNamaResmi, WordList::BentukBadanUsaha]
            .into_iter()
            .any(|list| lists.entries(list).iter().any(opens))
    };
    run.filter(|at| text.words[*at].kind != Kind::Lower).any(begins)
}

/// So many words before a word may part it from the sign of a company.
const COMPANY: usize = 4;

/// Whether the sign of a company or a society stands shortly before a word, so that it may be part of its name.
pub fn of_body(context: &Worded<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let before = text.words.get(..at).unwrap_or_default().iter().rev().take(COMPANY);
    before.into_iter().any(|word| context.word_lists().has(WordList::BentukBadanUsaha, &passage.lower(word)))
}

/// So many words has a name at most.
const NAME: usize = 4;

/// Whether a few words with capitals, among them this one, stand by themselves where somebody is named: in a series, or
/// behind a verb of appointing.
fn is_called(passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let joined = |pair: &[Token]| pair[1].kind == Kind::Capital && passage.gap(&pair[0], &pair[1]) == " ";
    let words = &text.words;
    let from = (0..at).rev().take_while(|one| words[*one].kind == Kind::Capital && joined(&words[*one..one + 2]));
    let mut from = from.last().unwrap_or(at);
    let to = (at + 1..words.len()).take_while(|one| joined(&words[one - 1..=*one])).last().unwrap_or(at);
    let appoints =
        |word: &Token| ["Menunjuk", "Mengangkat", "Memberhentikan", "Menugaskan"].contains(&passage.word(word));
    let opened = appoints(&words[from]);
    from += usize::from(opened);
    let listed = from.checked_sub(1).is_some_and(|before| {
        passage.gap(&words[before], &words[from]) == ", " || ["dan", "serta"].contains(&passage.word(&words[before]))
    });
    // So many names make a sentence look like a title.
    let sentence = !text.title || words.first().is_some_and(appoints);
    sentence && from < at && (opened || listed) && (1..NAME).contains(&(to - from))
}

/// Whether the words beside one may be those of a name: one that no dictionary has, the sign of a company before it, or a
/// comma of a series.
fn is_beside(context: &Worded<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let lists = context.word_lists();
    let strange = |word: &Token| {
        let lower = passage.lower(word);
        word.kind == Kind::Capital && !word.start && !context.catalog.kata().has(&lower) && !lists.is_particle(&lower)
    };
    let (before, next) = (at.checked_sub(1).map(|at| &text.words[at]), text.words.get(at + 1));
    // Over other such words the name goes on: "Yang Yang Suherma".
    let joined = |a: usize| {
        let (one, other) = (&text.words[a], &text.words[a + 1]);
        one.kind == Kind::Capital && other.kind == Kind::Capital && passage.gap(one, other) == " "
    };
    let small = |at: &usize| lists.is_particle(passage.word(&text.words[*at]));
    let mut run = (at + 1..text.words.len()).take_while(|other| joined(other - 1));
    let named = run.find(|at| !small(at)).is_some_and(|at| strange(&text.words[at]));
    let series = before.is_some_and(|before| passage.gap(before, &text.words[at]) == ", ")
        && next.is_some_and(|next| next.kind == Kind::Capital);
    of_body(context, passage, text, at)
        || series
        || is_called(passage, text, at)
        || named
        || [before, next].into_iter().flatten().any(strange)
}
