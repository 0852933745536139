//! Sentences and phrases that stand in the texts of signatures as they are listed, whole.

use naskah_core::language::{WordList, WordLists};

/// The words of a text, each with the place of the one that it is written in.
fn folded<'a>(words: impl Iterator<Item = &'a str>) -> Vec<(usize, String)> {
    let parts = |(at, word): (usize, &'a str)| {
        let parts = word.split(|char: char| !char.is_alphanumeric()).filter(|part| !part.is_empty());
        parts.map(move |part| (at, part.to_lowercase())).collect::<Vec<_>>()
    };
    words.enumerate().flat_map(parts).collect()
}

/// Whether a sentence or phrase of a list stands there in pieces: a word of it stands apart from the one before.
pub fn is_torn(shown: &[String], apart: &[bool], list: WordList, lists: &WordLists) -> bool {
    let own = folded(shown.iter().map(String::as_str));
    let torn = |part: &[(usize, String)]| {
        let (from, to) = (part.first().map_or(0, |one| one.0), part.last().map_or(0, |one| one.0));
        apart.get(from + 1..=to).is_some_and(|between| between.contains(&true))
    };
    lists.entries(list).iter().any(|entry| {
        let sentence: Vec<String> = folded(entry.split_whitespace()).into_iter().map(|(_, part)| part).collect();
        let is_it = |part: &&[(usize, String)]| part.iter().map(|(_, word)| word).eq(sentence.iter());
        own.windows(sentence.len().max(1)).filter(is_it).any(torn)
    })
}

/// The words of a text without the sentences or phrases of a list, and whether there was one.
pub fn without(shown: &[String], list: WordList, lists: &WordLists) -> (Vec<String>, bool) {
    let mut rest: Vec<String> = shown.to_vec();
    let mut sentences: Vec<Vec<String>> = Vec::new();
    for entry in lists.entries(list) {
        sentences.push(folded(entry.split_whitespace()).into_iter().map(|(_, part)| part).collect());
    }
    sentences.sort_by_key(|sentence| std::cmp::Reverse(sentence.len()));
    let mut found = false;
    for sentence in sentences.iter().filter(|sentence| !sentence.is_empty()) {
        loop {
            let own = folded(rest.iter().map(String::as_str));
            let at = own.windows(sentence.len()).find(|part| part.iter().map(|(_, word)| word).eq(sentence.iter()));
            let Some((from, to)) = at.and_then(|part| Some((part.first()?.0, part.last()?.0))) else { break };
            // A word that goes on behind the sentence is not a part of it.
            let whole = own.iter().filter(|(at, _)| (from..=to).contains(at)).count() == sentence.len();
            if !whole {
                break;
            }
            rest.drain(from..=to);
            found = true;
        }
    }
    (rest, found)
}
