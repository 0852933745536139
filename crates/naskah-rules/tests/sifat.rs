//! Properties of the drafting rules: no text makes one break down, and every finding has a place within its text.

use naskah_core::diag::{Files, Sink};
use naskah_core::resolve::Edition;
use naskah_testing::{carried, completed};

use crate::read;

/// Checks a draft: no rule breaks down, every place lies within its text.
fn holds(text: &str) {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    read(file, &Edition::draft(), carried(), &mut files, &mut sink);
    for finding in sink.found() {
        assert_ne!(finding.code.id, "N005", "{}\n{text}", finding.message);
        if let Some(span) = finding.span {
            let source = files.text(span.file);
            assert!(source.get(span.start..span.end).is_some(), "{}: {span:?}", finding.code);
        }
    }
}

/// A text that repeats `piece` up to so many characters, as a quoted scalar.
fn repeated(piece: &str, length: usize) -> String {
    let text: String = piece.chars().cycle().take(length).collect();
    format!("'{}'", text.trim().replace('\'', "''"))
}

#[test]
fn long_and_odd_texts_are_checked() {
    let pieces = [
        "a a ",
        "(",
        "((a] ",
        "“",
        "“a” ",
        "\"",
        "- ",
        ": ",
        "; ",
        "..",
        "*",
        "*a ",
        "\\*",
        "a/",
        "a-",
        "a'",
        "aB",
        "1) ",
        "9",
        "1.000 ",
        "😀 ",
        "سلام ",
        "e\u{301}\u{301} ",
        "İß ",
        "\u{a0}",
        "Nomor ",
        "Tahun 99999999999999999999 ",
        "tentang ",
        "Undang-Undang Nomor ",
        "Peraturan Presiden Nomor 1 Tahun 2010 tentang A; ",
        "huruf a, ",
        "Diktum KESATU ",
        "Lampiran I ",
        "Januari-",
        "KPU Kabupaten ",
        "sebagaimana telah diubah dengan ",
        "(Lembaran Negara ",
        "ABCD ",
        "pemililhan ",
        "di laksanakan ",
        "dan / atau ",
        "a, b dan c, ",
        "Rp1.000,00 (seribu rupiah) ",
        "satu miliar ",
    ];
    for piece in pieces {
        let (text, item) = (repeated(piece, 6_000), repeated(piece, 60));
        let places = [
            format!("tentang: {text}\n"),
            format!("menimbang:\n  - {text}\n"),
            format!("mengingat:\n  - {text}\n"),
            format!("diktum:\n  - {text}\n{}", format!("  - {item}\n").repeat(40)),
        ];
        for fields in places {
            holds(&completed(&fields, &[]));
        }
    }
}
