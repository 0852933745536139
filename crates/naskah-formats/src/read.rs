//! YAML text to a decree that is bound to office and laws, its tables filled in from the workbooks that it names.

use naskah_core::catalog::{Catalog, Jenis};
use naskah_core::decree::Keputusan;
use naskah_core::diag::{FileId, Files, Sink};
use naskah_core::resolve::{self, Edition, Origin, Resolved};
use naskah_core::yaml::{self, Node};

use crate::{pictures, sheets};

/// Reads and binds a decree; the drafting rules are not asked.
pub fn bind(
    file: FileId,
    edition: &Edition,
    catalog: &Catalog,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<Resolved> {
    let tree = yaml::parse(files, file, sink)?;
    bind_parsed(tree, file, edition, catalog, files, sink).map(|(resolved, _)| resolved)
}

/// Binds a decree that was parsed; with its kind, where the kind is known.
pub fn bind_parsed(
    tree: Node,
    file: FileId,
    edition: &Edition,
    catalog: &Catalog,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<(Resolved, Option<Jenis>)> {
    let begun = files.now();
    let jenis = resolve::kind(&tree, catalog, files, sink);
    let susunan = jenis.as_ref().and_then(|jenis| jenis.susunan.as_ref());
    let rupa = jenis.as_ref().map(|jenis| jenis.rupa).unwrap_or_default();
    let tree = sheets::fill(tree, file, susunan, &catalog.root, files, sink);
    let keputusan = Keputusan::read_as(rupa, &tree, susunan, sink)?;
    let gambar = pictures::read(&keputusan, file, catalog, files, sink);
    let origin = Origin { source: file, begun, gambar };
    let mut resolved = resolve::resolve(keputusan, origin, edition, catalog, files, sink);
    if !catalog.root.is_sealed() {
        resolved.clean_emblem(|path, bytes| pictures::bersih(path.rsplit('.').next().unwrap_or_default(), bytes));
    }
    Some((resolved, jenis))
}
