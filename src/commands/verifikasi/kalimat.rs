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
