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
pub mod session;

pub use naskah_core::{bundle, catalog, decree, diag, fingerprint, language, resolve, yaml};
pub use naskah_formats::{pdf, read::bind, sheets};
pub use naskah_pages::{template, typeset};
pub use naskah_rules as rules;

use bundle::Bundel;
use catalog::Catalog;
use diag::{FileId, Files, Sink};
use naskah_rules::Checked;
use resolve::Edition;
use template::TypstSource;
use typeset::{Fonts, Pages};

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

/// The stages up to the pages, for one decree.
pub struct Typeset {
    /// The checked decree.
    pub checked: Checked,
    /// What it was made from.
    pub bundel: Bundel,
    /// The generated program.
    pub source: TypstSource,
    /// The pages.
    pub pages: Pages,
}

/// YAML text to a checked decree.
pub fn read(files: &mut Files, file: FileId, edition: &Edition, catalog: &Catalog, sink: &mut Sink) -> Option<Checked> {
    let resolved = bind(files, file, edition, catalog, sink)?;
    naskah_rules::check(resolved, catalog, files, sink)
}

/// A checked decree to Typst source and pages.
pub fn typeset(checked: Checked, files: &Files, fonts: &Fonts, catalog: &Catalog, sink: &mut Sink) -> Option<Typeset> {
    typeset::check_means(checked.resolved(), files, fonts, sink);
    if sink.has_errors() {
        return None;
    }
    let bundel = Bundel::of(checked.resolved(), files, catalog);
    let mut source = template::merge(checked.resolved(), &bundel, &[], catalog, sink)?;
    let mut pages = typeset::compile(&source, fonts, catalog, sink)?;
    if checked.resolved().naskah.halaman.kata_penyambung {
        // The foot lies in the margin, so the words there cannot move what they were taken from.
        let words = typeset::catchwords(&pages, &checked.resolved().naskah);
        source = template::merge(checked.resolved(), &bundel, &words, catalog, sink)?;
        pages = typeset::compile(&source, fonts, catalog, sink)?;
    }
    Some(Typeset { checked, bundel, source, pages })
}
