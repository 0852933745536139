//! What the rules look at: the decree as it is read for sense, with its words and what they show.

use std::ops::Deref;
use std::sync::OnceLock;

use naskah_core::catalog::Catalog;
use naskah_core::diag::Files;
use naskah_core::reading::Reading;
use naskah_core::resolve::Resolved;

use crate::words::Worded;
use crate::words::shown_capitals::Capitals;
use crate::words::spelling::Spelling;

/// What the rules look at.
pub struct Context<'a> {
    /// The decree with its words.
    worded: Worded<'a>,
    /// The words that nobody knows; found when a rule first asks.
    spelling: OnceLock<Spelling>,
    /// What the decree shows of capitals; found when a rule first asks.
    capitals: OnceLock<Capitals>,
}

impl<'a> Deref for Context<'a> {
    type Target = Worded<'a>;

    fn deref(&self) -> &Worded<'a> {
        &self.worded
    }
}

impl<'a> Context<'a> {
    /// Visits the decree once.
    pub fn new(resolved: &'a Resolved, catalog: &'a Catalog, files: &'a Files) -> Self {
        let worded = Worded::new(Reading::new(resolved, catalog, files));
        Self { worded, spelling: OnceLock::new(), capitals: OnceLock::new() }
    }

    /// What the decree itself shows about the capitals of its words.
    pub fn capitals(&self) -> &Capitals {
        self.capitals.get_or_init(|| Capitals::of(self))
    }

    /// The words that nobody knows.
    pub fn spelling(&self) -> &Spelling {
        self.spelling.get_or_init(|| Spelling::of(self))
    }
}
