//! The rules that a decree must meet before it is printed; one file a rule.
//!
//! Only a decree that no rule objects to becomes [`Checked`], and only a checked decree can be printed.

mod lampiran;

use crate::diag::Sink;
use crate::resolve::Resolved;

/// Every rule.
const RULES: &[fn(&Resolved, &mut Sink)] = &[lampiran::check];

/// A decree that has no error left.
#[derive(Debug)]
pub struct Checked(Resolved);

impl Checked {
    /// The decree.
    pub fn resolved(&self) -> &Resolved {
        &self.0
    }
}

/// Runs every rule; `None` where anything in the sink is an error.
pub fn check(resolved: Resolved, sink: &mut Sink) -> Option<Checked> {
    for rule in RULES {
        rule(&resolved, sink);
    }
    (!sink.has_errors()).then_some(Checked(resolved))
}
