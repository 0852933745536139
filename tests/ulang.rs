//! A decree made again from its bundle: the same bytes, whatever became of data and templates since.

use naskah::office::remake::remake;
use naskah::run::{Options, Run};
use naskah_core::bundle::Bundel;
use naskah_core::catalog::{Catalog, Root};
use naskah_core::resolve::Edition;
use naskah_pages::typeset;

use crate::support::{files_below, make, text_of};

/// A run whose folder holds other data than what decrees were made with.
fn elsewhere(folder: &std::path::Path) -> Run {
    Run::new("ulang", &Options { akar: Some(folder.to_owned()), ..Options::default() })
}

#[test]
fn the_original_again_to_the_byte() {
    let other = tempfile::tempdir().expect("a folder");
    for (path, text) in [("data/kantor/kab-semarang.yaml", "badan: lain\n"), ("templates/naskah.typ.j2", "lain")] {
        let path = other.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }
    for path in files_below("data/keputusan", ".yaml") {
        let name = path.file_name().expect("a name").to_string_lossy();
        let made = make(&name, &text_of(&path), Root::embedded(), Edition::default());
        let catalog = Catalog::new(Root::embedded());
        let typeset = made.typeset.as_ref().expect("pages");
        let bundel = Bundel::of(typeset.resolved(), &made.files, &catalog).expect("a text without comments");
        let kept = Bundel::read(bundel.naskah(), &bundel.to_json()).expect("a bundle");
        assert_eq!(kept, bundel, "{name}: what is kept is what there was");
        let mut run = elsewhere(other.path());
        assert_eq!(kept.missing_fonts(&run.catalog), [""; 0]);
        let (again, pdf) = remake(&kept, &kept.bahan().edisi, &mut run).expect("a PDF");
        assert_eq!(again.pages().count(), typeset.pages().count());
        assert!(pdf == made.pdf(), "{name}: other bytes");
        let sealed = run.catalog.with_root(kept.root(&run.catalog.root));
        assert_eq!(Bundel::of(again.resolved(), &run.files, &sealed), Ok(bundel), "{name}");
        typeset::forget(0);
    }
}

/// A decree that went out when comments still did carries them again, so that it has the same bytes.
#[test]
fn what_went_out_with_its_comments_is_made_with_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = "data/keputusan/2025/007-pembentukan-tim-zona-integritas.yaml";
    let text = format!("# catatan perancang\n{}", text_of(path));
    let made = make("naskah.yaml", &text, Root::embedded(), Edition::default());
    let bundel = made.typeset.as_ref().expect("pages").bundel();
    let json = String::from_utf8(bundel.to_json()).expect("a text").replace("\"komentar\":false,", "");
    let old = Bundel::read(bundel.naskah(), json.as_bytes()).expect("a bundle of old");
    assert_eq!((old.siaran(), old.to_json()), (text.as_str(), json.into_bytes()));
    let mut run = elsewhere(folder.path());
    let (again, pdf) = remake(&old, &old.bahan().edisi, &mut run).expect("a PDF");
    assert_eq!(again.bundel(), &old);
    let carried = naskah_formats::pdf::Pdf::open(&pdf).expect("a PDF that opens").attachments();
    assert!(carried.iter().any(|file| file.isi == text.as_bytes()));
    // Copies of it are made without.
    let clean = old.tersiar().expect("a text without comments");
    assert!(
        !clean.siaran().contains("perancang") && clean.bahan().sidik("templates/") == old.bahan().sidik("templates/")
    );
}
