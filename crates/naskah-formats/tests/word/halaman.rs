//! What is no word of a decree in its Word file: tables apart, numbers of pages, marks, margins, boxes, blanks, turned heads.

use std::path::Path;

use naskah_core::resolve::Edition;
use naskah_formats::ooxml::{Elemen, Paket};
use naskah_testing::{assert_none, completed, text_of};

use super::{bound, decrees, docx, editions};

fn of(name: &str, text: &str) -> Paket {
    let (resolved, _) = bound(Path::new(name), text, &Edition::default());
    Paket::buka(&docx(&resolved)).unwrap()
}

fn example(name: &str) -> Paket {
    of(name, &text_of(name))
}

/// The instructions of the fields of a part, in their order.
fn fields(part: &Elemen) -> Vec<String> {
    part.below("fldSimple").iter().filter_map(|field| field.get("instr")).map(|words| words.trim().to_owned()).collect()
}

#[test]
fn tables_never_touch() {
    let touching = |paket: &Paket| {
        let document = String::from_utf8_lossy(paket.bytes("word/document.xml").unwrap()).into_owned();
        document.contains("</w:tbl><w:tbl>")
    };
    let mut wrong = Vec::new();
    for (path, edition) in decrees().iter().flat_map(|path| editions().map(|edition| (path, edition))) {
        let (resolved, _) = bound(path, &text_of(path), &edition);
        wrong.extend(touching(&Paket::buka(&docx(&resolved)).unwrap()).then(|| path.display().to_string()));
    }
    assert_none(&wrong);
    let both = "ditetapkan:\n  tanggal: 2026-03-02\n  pendamping: {jabatan: ['MENGETAHUI,'], nama: NAMA LAIN}\n  anggota: [SATU, DUA]\n";
    let wordless = "kepala: {memutuskan: tanpa}\n";
    for text in [both, wordless] {
        assert!(!touching(&of("a.yaml", &completed(&format!("nomor: 7\n{text}"), &[]))), "{text}");
    }
}

#[test]
fn pages_are_counted_marked_and_bound_as_the_decree_asks() {
    let paket = example("tests/keputusan/kab-semarang-bentuk-halaman.yaml");
    let document = paket.xml("word/document.xml").unwrap();
    assert_eq!(document.below("pgNumType")[0].get("start"), Some("5"));
    for header in ["word/header1.xml", "word/header2.xml", "word/header3.xml"] {
        assert_eq!(fields(&paket.xml(header).unwrap()), ["PAGE", "PAGEREF naskah_akhir"], "{header}");
    }
    let ends = document.below("bookmarkStart").iter().filter(|one| one.get("name") == Some("naskah_akhir")).count();
    assert_eq!(ends, 1);
    assert_eq!(paket.xml("word/settings.xml").unwrap().below("mirrorMargins").len(), 1);
    let mark = paket.xml("word/header1.xml").unwrap();
    assert_eq!(mark.below("textpath").iter().filter_map(|path| path.get("string")).collect::<Vec<_>>(), ["DRAF"]);
    let style = |p: &Elemen| p.at(&["pPr"]).and_then(|about| about.val("pStyle")) == Some("NaskahParaf");
    let boxes = document.below("tbl").into_iter().find(|table| table.below("p").into_iter().any(style)).unwrap();
    let names: Vec<String> = boxes.below("tr").iter().map(|row| row.text()).collect();
    assert_eq!(names, ["Kepala Subbagian Hukum", "Sekretaris"]);
    // Counted from 1, the first page has no number.
    let plain = example("tests/keputusan/kab-semarang-tiga-puluh-diktum.yaml");
    assert_eq!(fields(&plain.xml("word/header1.xml").unwrap()), ["PAGE"]);
    assert!(fields(&plain.xml("word/header2.xml").unwrap()).is_empty());
    assert!(plain.xml("word/document.xml").unwrap().below("pgNumType").is_empty());
}

#[test]
fn forms_have_their_blanks_and_heads_their_direction() {
    let document = example("tests/keputusan/kab-semarang-bentuk-khusus.yaml").xml("word/document.xml").unwrap();
    assert_eq!(document.below("tcBorders").len(), 3, "three of four blanks are empty");
    let turned: Vec<String> = document
        .below("tc")
        .into_iter()
        .filter(|cell| cell.child("tcPr").and_then(|about| about.val("textDirection")) == Some("btLr"))
        .map(Elemen::text)
        .collect();
    assert_eq!(turned, ["BAIK", "RUSAK"]);
    assert!(document.below("trHeight").len() > 2, "the turned head and the boxes are high enough");
    let chapters = |page: bool| {
        let breaks = |p: &&Elemen| p.at(&["pPr", "pageBreakBefore"]).is_some() == page;
        let chapter = |p: &&Elemen| p.at(&["pPr"]).and_then(|about| about.val("pStyle")) == Some("NaskahBab");
        document.below("p").into_iter().filter(|p| chapter(p) && breaks(p)).map(Elemen::text).collect::<Vec<_>>()
    };
    assert_eq!((chapters(false).len(), chapters(true).len()), (1, 1));
}
