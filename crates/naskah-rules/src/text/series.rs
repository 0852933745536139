//! Series of words that commas part: "undangan, daftar hadir, dan notula".

use std::ops::Range;

use naskah_core::language::{WordList, WordLists};

/// The members among words that are counted from `words.start`, each as the range of its words; `comma` tells whether a
/// comma stands before a word.
pub fn members(words: Range<usize>, comma: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = words.start;
    for at in words.start + 1..=words.end {
        if at == words.end || comma(at) {
            found.push(from..at);
            from = at;
        }
    }
    found
}

/// Whether a word cannot begin a member of a series.
pub fn is_no_member(lists: &WordLists, word: &str) -> bool {
    lists.has(WordList::BukanUnsurPerincian, word)
}

/// Whether two nouns follow a word as one thing: "bukti penerimaan dan pengembalian".
pub fn heads_one_thing(lists: &WordLists, word: &str) -> bool {
    lists.has(WordList::KepalaFrasa, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_between_commas() {
        assert_eq!(members(0..4, |at| at == 1 || at == 3), [0..1, 1..3, 3..4]);
        assert_eq!(members(2..4, |_| false), std::slice::from_ref(&(2..4)));
        assert!(members(0..0, |_| true).is_empty());
    }
}
