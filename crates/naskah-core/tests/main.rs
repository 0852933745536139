//! From a decree's text to what will be printed: its cases, the data that comes with the program, any text as YAML.

mod data;
mod sifat;

use naskah_core::catalog::Catalog;
use naskah_core::decree::Keputusan;
use naskah_core::diag::{FileId, Files, Sink};
use naskah_core::resolve::{Edition, Origin, Resolved, kind, resolve};
use naskah_core::yaml;

/// YAML text to a bound decree; no table is taken from a workbook.
fn bind(file: FileId, edition: &Edition, catalog: &Catalog, files: &mut Files, sink: &mut Sink) -> Option<Resolved> {
    let tree = yaml::parse(files, file, sink)?;
    let begun = files.now();
    let jenis = kind(&tree, catalog, files, sink);
    let rupa = jenis.as_ref().map(|jenis| jenis.rupa).unwrap_or_default();
    let keputusan = Keputusan::read_as(rupa, &tree, jenis.as_ref().and_then(|jenis| jenis.susunan.as_ref()), sink)?;
    Some(resolve(keputusan, Origin { source: file, begun, gambar: Vec::new() }, edition, catalog, files, sink))
}

#[test]
fn cases() {
    naskah_testing::cases::hold(env!("CARGO_MANIFEST_DIR"), |files, file, edition, catalog, sink| {
        bind(file, edition, catalog, files, sink).is_some() && !sink.has_errors()
    });
}
