//! Words of a file that are not taken, counted.

use std::collections::BTreeMap;

/// A text of the file that is not taken.
#[derive(Debug)]
pub struct Lepas {
    /// What it says.
    pub teks: String,
}

/// Words, and how often each is said.
pub type Kata = BTreeMap<String, usize>;

/// The words of a text, without what joins items and without numbers.
pub fn kata(text: &str) -> Kata {
    let mut out = Kata::new();
    for word in text.split_whitespace() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if word.chars().any(char::is_alphabetic) && !matches!(word.as_str(), "dan" | "atau" | "dan/atau") {
            *out.entry(word).or_default() += 1;
        }
    }
    out
}

/// The words of the first that the second does not have so often.
pub fn kurang(a: &Kata, b: &Kata) -> Kata {
    let left = a.iter().map(|(word, count)| (word.clone(), count.saturating_sub(b.get(word).copied().unwrap_or(0))));
    left.filter(|(_, count)| *count > 0).collect()
}

fn banyak(words: &Kata) -> usize {
    words.values().sum()
}

/// Whether half of the words are among those that something lost.
pub fn sebagian(words: &Kata, lost: &Kata) -> bool {
    let shared = banyak(words) - banyak(&kurang(words, lost));
    shared > 0 && shared * 2 >= banyak(words)
}

/// Whether words that something lost stand in a text, at least half of the one or of the other.
pub fn pindahan(words: &Kata, lost: &Kata) -> bool {
    sebagian(words, lost) || sebagian(lost, words)
}
