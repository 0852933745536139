//! The decree as it is read for sense, with the words of its texts.

use std::ops::Deref;
use std::sync::OnceLock;

use naskah_core::reading::{Passage, Reading};

use super::token::Text;
use super::written::Words;

/// The decree with its words.
pub struct Worded<'a> {
    /// The decree as it is read for sense.
    reading: Reading<'a>,
    /// The words of the passages; found when a rule first asks.
    words: OnceLock<Words>,
}

impl<'a> Deref for Worded<'a> {
    type Target = Reading<'a>;

    fn deref(&self) -> &Reading<'a> {
        &self.reading
    }
}

impl<'a> Worded<'a> {
    /// A decree whose words nobody asked for yet.
    pub fn new(reading: Reading<'a>) -> Self {
        Self { reading, words: OnceLock::new() }
    }

    /// The words of every passage.
    pub fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(&self.reading))
    }

    /// Every passage with its words.
    pub fn all_worded(&self) -> impl Iterator<Item = (&Passage<'a>, &Text)> {
        self.passages.iter().zip(&self.words().texts)
    }

    /// Every passage with its words, but for those that are only a name, a place or a number.
    pub fn worded(&self) -> impl Iterator<Item = (&Passage<'a>, &Text)> {
        self.all_worded().filter(|(_, text)| !text.name)
    }

    /// The same without what is not printed: what the decree itself shows of its words.
    pub fn in_decree(&self) -> impl Iterator<Item = (&Passage<'a>, &Text)> {
        self.worded().filter(|(passage, _)| passage.part.is_printed())
    }
}
