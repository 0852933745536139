//! `naskah`: decrees of Indonesia's election commission, from one YAML file to the PDF that an office can sign.
//!
//! One direction: YAML text → tree with places ([`yaml`]) → decree as written ([`decree`]) → bound to its office
//! and legal bases ([`resolve`]) → checked ([`rules`]) → Typst source ([`template`]) → pages and bytes ([`mod@typeset`])
//! → files ([`disk`]). Each stage is a type that only the stage before can make.
//!
//! Another program reads, checks, sets and issues a decree so:
//!
//! ```
//! use naskah::{Means, Outcome, catalog::{Catalog, Root}, diag::{Files, Sink}, resolve::Edition, typeset::Fonts};
//! use naskah::{commands::terbit, run::{Options, Run}};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let path = "data/keputusan/2025/007-pembentukan-tim-zona-integritas.yaml";
//! let catalog = Catalog::new(Root::embedded());
//! let fonts = Fonts::load(&catalog);
//! let (mut files, mut sink) = (Files::default(), Sink::default());
//! let file = files.add(path, std::fs::read_to_string(path)?);
//! let decree = naskah::bind(file, &Edition::default(), &catalog, &mut files, &mut sink).ok_or("no decree")?;
//! let means = Means { catalog: &catalog, fonts: &fonts, files: &files };
//! let pages = naskah::check_and_typeset(decree, &means, &mut sink).ok_or("something is wrong in it")?;
//! let pdf = pages.pdf(&means, &mut sink).ok_or("no PDF")?;
//! assert!(pdf.starts_with(b"%PDF") && !sink.has_errors());
//!
//! let office = tempfile::tempdir()?; // an office's folder, which holds its register
//! let source = office.path().join("keputusan.yaml");
//! std::fs::copy(path, &source)?;
//! let job = terbit::Job {
//!     keluaran: Some(office.path().join("keputusan.pdf")),
//!     berkas: source, lainnya: vec![], tanggal: None, nomor: None, sudah_ditetapkan: false, timpa: false,
//!     izin: terbit::Izin::Ya { setujui: vec!["N208".into()] },
//! };
//! let options = Options { akar: Some(office.path().to_owned()), ..Options::default() };
//! assert_eq!(terbit::run(&job, Run::new("terbit", &options)), Outcome::Made);
//! # Ok(())
//! # }
//! ```
//!
//! Stable from one minor version to the next are what this page names: [`bind`], [`check_and_typeset`], [`read`],
//! [`Means`], [`Typeset`], [`Outcome`], the `Job` and `run` of each of [`commands`], and [`run::Run`] with
//! [`run::Options`]; beside them the YAML format, the codes of messages and the result lines. All else may change.

#![warn(clippy::too_many_lines)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::unreachable))]

pub mod buka;
pub mod cli;
pub mod commands;
pub mod disk;
pub mod input;
pub mod naming;
pub mod office;
pub mod parallel;
pub mod rangka;
pub mod run;
pub mod skema;

pub use naskah_core::{bundle, catalog, decree, diag, fingerprint, language, resolve, yaml};
pub use naskah_formats::{pdf, read::bind, sheets};
pub use naskah_pages::{Means, Typeset, template, typeset};
pub use naskah_rules as rules;

/// This program, by version and build; another build may set the same decree otherwise.
pub const PROGRAM: &str = concat!("naskah ", env!("CARGO_PKG_VERSION"), "+", env!("NASKAH_RAKITAN"));

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
pub fn read(file: FileId, edition: &Edition, catalog: &Catalog, files: &mut Files, sink: &mut Sink) -> Option<Checked> {
    let resolved = bind(file, edition, catalog, files, sink)?;
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
