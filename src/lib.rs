//! `naskah`: decrees of Indonesia's election commission, from one YAML file to the PDF that an office can sign.
//!
//! One direction: YAML text → tree with places ([`yaml`]) → decree as written ([`decree`]) → bound to its office
//! and legal bases ([`resolve`]) → checked ([`rules`]) → Typst source ([`template`]) → pages and bytes ([`mod@typeset`])
//! → files ([`disk`]). Each stage is a type that only the stage before can make.

#![warn(clippy::too_many_lines)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable))]

pub mod cli;
pub mod commands;
pub mod disk;
pub mod input;
pub mod naming;
pub mod office;
pub mod parallel;
pub mod run;

pub use naskah_core::{bundle, catalog, decree, diag, fingerprint, language, resolve, yaml};
pub use naskah_formats::{pdf, read::bind, sheets};
pub use naskah_pages::{Means, Typeset, template, typeset};
pub use naskah_rules as rules;

use catalog::Catalog;
use diag::{FileId, Files, Sink};
use naskah_rules::Checked;
use resolve::{Edition, Resolved};

/// A finished run: what the process answers with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Everything asked for was made.
    Made,
    /// Something is wrong in a document; nothing was written.
    Wrong,
    /// The run itself could not be done.
    CouldNotRun,
}

/// YAML text to a checked decree.
pub fn read(files: &mut Files, file: FileId, edition: &Edition, catalog: &Catalog, sink: &mut Sink) -> Option<Checked> {
    let resolved = bind(files, file, edition, catalog, sink)?;
    naskah_rules::check(resolved, catalog, files, sink)
}

/// A bound decree to checked pages: rules and typesetter work side by side, and their findings come in that order.
pub fn check_and_typeset(resolved: Resolved, means: &Means<'_>, sink: &mut Sink) -> Option<Typeset<Checked>> {
    let lay = |resolved: &Resolved| {
        let mut found = Sink::default();
        (naskah_pages::lay(resolved, means, &mut found), found)
    };
    means.catalog.read_ahead();
    let (checked, (laid, found)) = naskah_rules::check_beside(resolved, means.catalog, means.files, sink, lay)?;
    sink.extend(found);
    laid?.release(checked, sink)
}
