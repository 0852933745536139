//! The drafting rules: their cases, their examples, the patterns they are made of, properties of all of them.

mod aturan;
mod daftar;
mod kepatuhan;
mod kutipan;
mod pola;
mod sifat;

use naskah_core::catalog::Catalog;
use naskah_core::diag::{FileId, Files, Sink};
use naskah_core::resolve::Edition;
use naskah_formats::read::bind;
use naskah_rules::{Checked, check};

/// YAML text to a checked decree, as the program reads it.
fn read(file: FileId, edition: &Edition, catalog: &Catalog, files: &mut Files, sink: &mut Sink) -> Option<Checked> {
    let resolved = bind(file, edition, catalog, files, sink)?;
    check(resolved, catalog, files, sink)
}

#[test]
fn cases() {
    naskah_testing::cases::hold(env!("CARGO_MANIFEST_DIR"), |files, file, edition, catalog, sink| {
        read(file, edition, catalog, files, sink).is_some()
    });
}
