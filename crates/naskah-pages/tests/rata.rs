//! Lines that would be stretched too far: the pages with ragged ones are those of the program that is given out.

use naskah_core::diag::{Files, Sink};
use naskah_core::resolve::{Edition, Printable, Resolved};
use naskah_pages::typeset::{self, Fonts};
use naskah_pages::{Means, lay};
use naskah_testing::carried;

/// A decree that may be printed by a test.
struct Uji(Resolved);

impl Printable for Uji {
    fn resolved(&self) -> &Resolved {
        &self.0
    }
}

/// The second layout begins with what is known of the first; from nothing the typesetter must come to the same pages.
#[test]
fn a_second_layout_gives_the_pages_of_the_program() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/keputusan/2025");
    let catalog = carried();
    let fonts = Fonts::later(catalog);
    let mut ragged = 0;
    for name in ["006-rencana-aksi-zona-integritas", "007-pembentukan-tim-zona-integritas"] {
        let text = std::fs::read_to_string(format!("{folder}/{name}.yaml")).expect("a decree");
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("naskah.yaml", text);
        let resolved = naskah_formats::read::bind(file, &Edition::default(), catalog, &mut files, &mut sink);
        let resolved = resolved.expect("a decree");
        let means = Means { catalog, fonts: &fonts, files: &files };
        let laid = lay(&resolved, &means, &mut sink).expect("pages");
        let done = laid.release(Uji(resolved), &mut sink).expect("its own pages");
        ragged += done.source().main.matches("\\n").count();
        typeset::forget(0);
        let anew = typeset::compile(done.source(), &fonts, catalog, &mut sink).expect("the same pages");
        assert_eq!(anew.count(), done.pages().count(), "{name}");
        for page in 0..anew.count() {
            assert_eq!(anew.sidik(page), done.pages().sidik(page), "{name}, page {}", page + 1);
        }
    }
    assert!(ragged > 0, "no line of these decrees is ragged: choose others");
}
