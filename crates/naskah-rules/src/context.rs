//! What the rules look at: the decree as it is read for sense, with the words of its texts.

use std::cell::OnceCell;
use std::ops::Deref;

use naskah_core::catalog::Catalog;
use naskah_core::diag::Files;
use naskah_core::reading::{Passage, Reading};
use naskah_core::resolve::Resolved;

use crate::text::shown_capitals::Capitals;
use crate::text::spelling::Spelling;
use crate::text::written::{Text, Words};

/// What the rules look at.
pub struct Context<'a> {
    /// The decree as it is read for sense.
    reading: Reading<'a>,
    /// The words of the passages; found when a rule first asks.
    words: OnceCell<Words>,
    /// The words that nobody knows; found when a rule first asks.
    spelling: OnceCell<Spelling>,
    /// What the decree shows of capitals; found when a rule first asks.
    capitals: OnceCell<Capitals>,
}

impl<'a> Deref for Context<'a> {
    type Target = Reading<'a>;

    fn deref(&self) -> &Reading<'a> {
        &self.reading
    }
}

impl<'a> Context<'a> {
    /// Visits the decree once.
    pub fn new(resolved: &'a Resolved, catalog: &'a Catalog, files: &'a Files) -> Self {
        let reading = Reading::new(resolved, catalog, files);
        Self { reading, words: OnceCell::new(), spelling: OnceCell::new(), capitals: OnceCell::new() }
    }

    /// What the decree itself shows about the capitals of its words.
    pub fn capitals(&self) -> &Capitals {
        self.capitals.get_or_init(|| Capitals::of(self))
    }

    /// The words of every passage.
    pub fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(self))
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

    /// The words that nobody knows.
    pub fn spelling(&self) -> &Spelling {
        self.spelling.get_or_init(|| Spelling::of(self))
    }
}
