//! Capitals of common words: where each stands in small letters, and which words stand side by side in names.

use std::collections::{HashMap, HashSet};

use naskah_core::language::{WordList, WordLists};

use super::token::{Kind, Text, Token};
use super::worded::Worded;
use naskah_core::decree::Part;
use naskah_core::reading::Passage;

/// What the decree itself shows about the capitals of its words.
#[derive(Debug, Default)]
pub struct Capitals {
    /// How often each word stands in small letters.
    small: HashMap<String, usize>,
    /// How often each word stands with a capital that no sentence and no name beside it asks for.
    lone: HashMap<String, usize>,
    /// How often neighbours both stand in small letters.
    small_pairs: HashMap<String, usize>,
    /// Neighbours of which only the first has a capital, because a sentence begins there.
    opening_pairs: HashSet<String>,
    /// Neighbours that stand with capitals in titles and names.
    names: HashSet<String>,
    /// Neighbours in the decree's own name, in the titles of its lampirans and in what abbreviations stand for.
    official: HashSet<String>,
    /// How often neighbours stand with capitals that no beginning asks for.
    loud_pairs: HashMap<String, usize>,
    /// How often they do so within a sentence.
    sentence_pairs: HashMap<String, usize>,
    /// The words of the terms that the decree explains: after "selanjutnya disebut", before "adalah".
    explained: HashSet<String>,
}

impl Capitals {
    /// Looks through the sentences and the names of a decree.
    pub fn of(context: &Worded<'_>) -> Self {
        let mut found = Self::default();
        for (passage, text) in context.in_decree().filter(|(_, text)| !text.capitals) {
            let sentence = is_sentence(context, passage, text);
            if sentence {
                found.explained.extend(explained(passage, text));
            }
            for (at, word) in text.words.iter().enumerate() {
                let next = text.words.get(at + 1).filter(|next| passage.gap(word, next) == " ");
                found.take(passage, text, at, next, sentence);
            }
            if matches!(passage.part, Part::Tentang | Part::LampiranJudul(_)) {
                let words: Vec<String> = text.words.iter().map(|word| passage.lower(word)).collect();
                found.official.extend(words.windows(2).map(|pair| pair.join(" ")));
            }
        }
        for meaning in context.catalog.kata().singkatan.values().flatten() {
            let words: Vec<&str> = meaning.panjang.split(' ').collect();
            let named = |pair: &&[&str]| pair.iter().any(|word| word.starts_with(char::is_uppercase));
            for pair in words.windows(2).filter(named).map(|pair| pair.join(" ").to_lowercase()) {
                found.official.insert(pair.clone());
                found.names.insert(pair);
            }
        }
        found
    }

    fn take(&mut self, passage: &Passage<'_>, text: &Text, at: usize, next: Option<&Token>, sentence: bool) {
        let word = &text.words[at];
        let pair = next.map(|next| (next.kind, passage.plain[word.range.start..next.range.end].to_lowercase()));
        match (word.kind, pair) {
            (Kind::Lower, Some((Kind::Lower, pair))) => *self.small_pairs.entry(pair).or_default() += 1,
            (Kind::Capital, Some((Kind::Lower, pair))) if word.start => drop(self.opening_pairs.insert(pair)),
            (Kind::Capital, Some((Kind::Capital, pair))) if next.is_some_and(|next| !next.start) => {
                if sentence && !word.start {
                    *self.sentence_pairs.entry(pair.clone()).or_default() += 1;
                }
                *self.loud_pairs.entry(pair.clone()).or_default() += 1;
                if !sentence {
                    self.names.insert(pair);
                }
            }
            (Kind::Capital, Some((Kind::Capital, pair))) if !sentence => drop(self.names.insert(pair)),
            _ => {}
        }
        if word.kind == Kind::Lower && word.mask.is_none() {
            *self.small.entry(passage.word(word).to_owned()).or_default() += 1;
        } else if sentence && is_lone(passage, text, at) {
            *self.lone.entry(passage.lower(word)).or_default() += 1;
        }
    }

    /// How often a word stands in small letters.
    pub fn small(&self, lower: &str) -> usize {
        self.small.get(lower).copied().unwrap_or_default()
    }

    /// How often a word stands with a capital that nothing asks for.
    pub fn lone(&self, lower: &str) -> usize {
        self.lone.get(lower).copied().unwrap_or_default()
    }

    /// Whether two words stand side by side in small letters.
    pub fn is_small_pair(&self, pair: &str) -> bool {
        self.small_pairs.contains_key(pair)
    }

    /// How often two words stand side by side in small letters.
    pub fn small_pair(&self, pair: &str) -> usize {
        self.small_pairs.get(pair).copied().unwrap_or_default()
    }

    /// Whether a sentence begins with two words of which only the first has its capital.
    pub fn opens_small(&self, pair: &str) -> bool {
        self.opening_pairs.contains(pair)
    }

    /// Whether two words stand side by side in the decree's own name or in what an abbreviation stands for.
    pub fn is_official_pair(&self, pair: &str) -> bool {
        self.official.contains(pair)
    }

    /// How often two words stand side by side with capitals, the second of them not at a beginning.
    pub fn loud_pair(&self, pair: &str) -> usize {
        self.loud_pairs.get(pair).copied().unwrap_or_default()
    }

    /// How often two words stand side by side with capitals in the middle of a sentence.
    pub fn sentence_pair(&self, pair: &str) -> usize {
        self.sentence_pairs.get(pair).copied().unwrap_or_default()
    }

    /// Whether a word belongs to a term that the decree explains.
    pub fn is_explained(&self, lower: &str) -> bool {
        self.explained.contains(lower)
    }

    /// Whether two words stand side by side in a title or a name.
    pub fn is_name_pair(&self, pair: &str) -> bool {
        self.names.contains(pair)
    }
}

/// The words of the terms that a text explains: "yang selanjutnya disebut Kampanye", "Hari adalah hari kalender".
fn explained(passage: &Passage<'_>, text: &Text) -> Vec<String> {
    let loud = |at: &usize| text.words.get(*at).is_some_and(|word| word.kind == Kind::Capital);
    let reads = |at: usize, words: &[&str]| text.words.get(at).is_some_and(|word| words.contains(&passage.word(word)));
    let mut found = Vec::new();
    let called = (1..text.words.len())
        .filter(|at| reads(*at, &["disebut", "disingkat"]) && reads(at - 1, &["selanjutnya", "dapat"]));
    for at in called {
        let skipped = usize::from(reads(at + 1, &["dengan", "sebagai"]));
        found.extend((at + 1 + skipped..text.words.len()).take_while(loud));
    }
    let opening = (0..text.words.len()).take_while(loud).count();
    if (1..5).contains(&opening) && reads(opening, &["adalah", "ialah"]) {
        found.extend(0..opening);
    }
    found.into_iter().filter_map(|at| text.words.get(at)).map(|word| passage.lower(word)).collect()
}

/// Whether a passage is written like a sentence: it is no title, no heading, no legal basis.
pub fn is_sentence(context: &Worded<'_>, passage: &Passage<'_>, text: &Text) -> bool {
    let running = match passage.part {
        Part::Menimbang(_) | Part::Memperhatikan(_) | Part::Diktum(_) | Part::Naskah(_) => true,
        Part::Sel { tabel, kolom, .. } => {
            let column = context.tables.get(tabel).and_then(|table| table.columns.get(kolom));
            column.is_some_and(|column| !holds_names(context.word_lists(), &column.judul.as_plain().to_lowercase()))
        }
        _ => false,
    };
    running && !text.capitals && !text.title
}

/// Whether a column of this head holds names of units, offices or dates.
pub fn holds_names(lists: &WordLists, head: &str) -> bool {
    lists.entries(WordList::KolomNama).iter().any(|start| head.contains(start.as_str()))
}

/// Whether a word has a capital in the middle of a text, and none of its neighbours has one.
pub fn is_lone(passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let loud = |word: &Token| matches!(word.kind, Kind::Capital | Kind::Upper | Kind::Mixed | Kind::Digit);
    let before = at.checked_sub(1).and_then(|at| text.words.get(at));
    let after = text.words.get(at + 1);
    let free = before.is_some_and(|before| !loud(before) || before.start || passage.gap(before, word) != " ");
    word.kind == Kind::Capital
        && !word.start
        && free
        && after.is_none_or(|after| !loud(after) || passage.gap(word, after) != " ")
}

/// Whether a word says something itself: it is no particle, and not very short.
pub fn is_content(lists: &WordLists, passage: &Passage<'_>, word: &Token) -> bool {
    word.range.len() > 3 && !lists.is_particle(passage.word(word)) && word.kind != Kind::Digit
}
