//! The drafting rules: what a good legal drafter would object to before the decree is signed.
//!
//! A rule is one file below `aturan/`. Only a decree that no rule calls wrong becomes [`Checked`], and only a checked
//! decree can be printed.

#![warn(clippy::too_many_lines)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable))]

mod aturan;
mod context;
mod cures;
mod levels;
mod overlap;
mod parts;
mod report;
mod rule;
mod text;
mod words;

pub use aturan::RULES;
pub use context::Context;
pub use naskah_core::decree::{List, Part, Role};
pub use naskah_core::reading::{Passage, TableView};
pub use report::{Finding, Report};
pub(crate) use rule::declare_rule;
pub use rule::{Example, Rule};

use std::sync::atomic::{AtomicUsize, Ordering};

use naskah_core::catalog::Catalog;
use naskah_core::decree::Rupa;
use naskah_core::diag::{Diagnostic, Files, Level, Sink};
use naskah_core::resolve::{Printable, Resolved};

/// A decree that has no error left; made by [`check`] and [`check_beside`] alone.
#[derive(Debug)]
pub struct Checked(Resolved);

impl Printable for Checked {
    fn resolved(&self) -> &Resolved {
        &self.0
    }
}

/// Runs every rule; `None` where anything in the sink is an error.
pub fn check(resolved: Resolved, catalog: &Catalog, files: &Files, sink: &mut Sink) -> Option<Checked> {
    run(&resolved, catalog, files, sink);
    (!sink.has_errors()).then_some(Checked(resolved))
}

/// As [`check`], on another thread, while `beside` works on the same decree on this one. `beside` does not begin where
/// something is wrong already, and what it gives is given up where the rules find something wrong.
pub fn check_beside<T>(
    resolved: Resolved,
    catalog: &Catalog,
    files: &Files,
    sink: &mut Sink,
    beside: impl FnOnce(&Resolved) -> T,
) -> Option<(Checked, T)> {
    if sink.has_errors() {
        run(&resolved, catalog, files, sink);
        return None;
    }
    let given = std::thread::scope(|scope| {
        let rules = scope.spawn(|| run(&resolved, catalog, files, sink));
        let given = beside(&resolved);
        // What broke down on the other thread breaks down here, where the caller stands.
        rules.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause));
        given
    });
    (!sink.has_errors()).then_some((Checked(resolved), given))
}

/// Runs every rule and takes what they find; words that could not be read are told first, since rules miss them.
pub fn run(resolved: &Resolved, catalog: &Catalog, files: &Files, sink: &mut Sink) {
    catalog.kata().faults.iter().cloned().for_each(|fault| sink.push(fault));
    let context = Context::new(resolved, catalog, files);
    let mut found = ask(&context, resolved.keputusan().rupa);
    found.sort_by_key(|finding| finding.span.map(|span| (span.start, finding.code.id)));
    let mut found = overlap::said_better(overlap::said_once(found));
    // What stands in a sheet is mended there.
    let in_sheet = |finding: &&mut Diagnostic| finding.edits.iter().any(|edit| files.sheet(edit.span.file).is_some());
    found.iter_mut().filter(in_sheet).for_each(|finding| finding.edits.clear());
    cures::together(&mut found, &context, files);
    let as_it_was = resolved.keputusan().apa_adanya;
    for mut finding in levels::apply(found, resolved, files, sink) {
        if as_it_was && finding.level == Level::Galat {
            finding.level = Level::Peringatan;
        }
        sink.push(finding);
    }
}

/// What the rules that concern a paper find, in their order. Two threads take them one after another, since no rule
/// needs another.
fn ask(context: &Context<'_>, rupa: Rupa) -> Vec<Diagnostic> {
    let rules: Vec<&Rule> = RULES.iter().copied().filter(|rule| rule.concerns(rupa)).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut told = Vec::new();
        while let Some((at, rule)) = next_of(&rules, &next) {
            let mut found = Vec::new();
            (rule.check)(context, &mut Report::new(rule.code, rule.level, &mut found));
            told.push((at, found));
        }
        told
    };
    let mut all = std::thread::scope(|scope| {
        let beside = scope.spawn(work);
        let mut told = work();
        // What broke down on the other thread breaks down here, where the caller stands.
        told.extend(beside.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)));
        told
    });
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().flat_map(|(_, found)| found).collect()
}

/// The next rule that nobody has taken, with its place.
fn next_of<'r>(rules: &[&'r Rule], next: &AtomicUsize) -> Option<(usize, &'r Rule)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    rules.get(at).map(|rule| (at, *rule))
}

/// The rule of a code, such as `K101`.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.code.id == code)
}
