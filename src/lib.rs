//! `naskah`: decrees of Indonesia's election commission, from one YAML file to the PDF that an office can sign.
//!
//! One direction: YAML text → tree with places ([`yaml`]) → decree as written ([`decree`]) → bound to its office
//! and legal bases ([`resolve`]) → checked ([`lint`]) → Typst source ([`template`]) → pages and bytes ([`mod@typeset`])
//! → files ([`register`]). Each stage is a type that only the stage before can make.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable))]
#![warn(clippy::too_many_lines)]

pub mod aturan;
pub mod beda;
pub mod bundel;
pub mod catalog;
pub mod cli;
pub mod daftar;
pub mod decree;
pub mod diag;
pub mod ekstrak;
pub mod input;
pub mod jdih;
pub mod kerja;
pub mod lembar;
pub mod lint;
pub mod pdf;
pub mod perbarui;
pub mod periksa;
pub mod petikan;
pub mod register;
pub mod resolve;
pub mod salinan;
pub mod seri;
pub mod sidik;
pub mod susun;
pub mod tabel;
pub mod template;
pub mod terbit;
pub mod typeset;
pub mod ulang;
pub mod verifikasi;
pub mod yaml;

use bundel::Bundel;
use catalog::Catalog;
use decree::Keputusan;
use diag::{FileId, Files, Sink};
use lint::Checked;
use resolve::{Edition, Resolved};
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
    lint::check(resolved, catalog, files, sink)
}

/// YAML text to a decree that is bound to office and laws; the drafting rules are not asked.
pub fn bind(
    files: &mut Files,
    file: FileId,
    edition: &Edition,
    catalog: &Catalog,
    sink: &mut Sink,
) -> Option<Resolved> {
    let tree = yaml::parse(files, file, sink)?;
    let jenis = resolve::kind(&tree, catalog, files, sink);
    let susunan = jenis.as_ref().and_then(|jenis| jenis.susunan.as_ref());
    let tree = lembar::fill(tree, file, susunan, &catalog.root, files, sink);
    let keputusan = Keputusan::read(&tree, susunan, sink)?;
    Some(resolve::resolve(keputusan, file, edition, catalog, files, sink))
}

/// A checked decree to Typst source and pages.
pub fn typeset(checked: Checked, files: &Files, fonts: &Fonts, catalog: &Catalog, sink: &mut Sink) -> Option<Typeset> {
    typeset::check_means(checked.resolved(), files, fonts, sink);
    if sink.has_errors() {
        return None;
    }
    let bundel = Bundel::of(checked.resolved(), files, catalog);
    let mut source = template::merge(&checked, &bundel, &[], catalog, sink)?;
    let mut pages = typeset::compile(&source, fonts, catalog, sink)?;
    if checked.resolved().naskah.halaman.kata_penyambung {
        // The foot lies in the margin, so the words there cannot move what they were taken from.
        let words = typeset::catchwords(&pages, &checked.resolved().naskah);
        source = template::merge(&checked, &bundel, &words, catalog, sink)?;
        pages = typeset::compile(&source, fonts, catalog, sink)?;
    }
    Some(Typeset { checked, bundel, source, pages })
}
