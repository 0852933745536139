//! Decrees taken in from other files: where they go, what is told, what keeps one from being printed.

use super::{folder, guide_is_true, names, naskah, put};
use crate::support::text_of;

/// A decree as plain text.
fn text() -> String {
    text_of("crates/naskah-formats/tests/serap/jadwal.txt")
}

/// What it becomes, but for the line that names the file.
fn yaml() -> String {
    text_of("crates/naskah-formats/tests/serap/jadwal.yaml")
}

#[test]
fn the_guide_is_true() {
    let here = folder(&[("keputusan-lama.docx", &text())]);
    assert_eq!(guide_is_true(&here, "docs/panduan/dari-word.md"), 3);
}

#[test]
fn a_decree_is_put_beside_its_file_and_nothing_is_overwritten() {
    let here = folder(&[("satu.txt", &text()), ("dua.txt", &text())]);
    let ran = naskah(here.path(), ["serap", "satu.txt"]);
    ran.tells("dibuat: satu.yaml (212 kata, semuanya tercetak pada tempatnya)\n");
    assert!(ran.code == Some(0) && ran.err.contains("periksa menemukan 0 galat"), "{}", ran.err);
    assert!(std::fs::read_to_string(here.path().join("satu.yaml")).is_ok_and(|own| own.ends_with(&yaml())));
    put(&here, "dua.yaml", b"milik orang");
    let ran = naskah(here.path(), ["import", "dua.txt"]);
    assert!(ran.code == Some(2) && ran.err.contains("dua.yaml sudah ada"), "{}", ran.err);
    naskah(here.path(), ["serap", "satu.txt", "dua.txt", "-o", "hasil/"]);
    assert!(names(here.path()).contains("hasil/dua.yaml\nhasil/satu.yaml"), "{}", names(here.path()));
    let shown = naskah(here.path(), ["serap", "satu.txt", "-o", "-"]);
    assert!(shown.told().ends_with(&yaml()), "{}", shown.told());
}

#[test]
fn what_has_no_place_keeps_the_decree_from_being_printed() {
    let more = text().replace("MEMUTUSKAN:\n", "MEMUTUSKAN:\nCatatan rekaan\n");
    let here = folder(&[("satu.txt", &more)]);
    let ran = naskah(here.path(), ["serap", "satu.txt"]);
    assert!(ran.code == Some(0) && ran.err.contains("1 teks tidak dapat ditempatkan"), "{}", ran.err);
    let ran = naskah(here.path(), ["susun", "--konsep", "satu.yaml"]);
    assert!(ran.code == Some(1) && ran.err.contains("galat[N310]: teks ini belum ditempatkan"), "{}", ran.err);
}

#[test]
fn a_pdf_of_the_program_gives_its_source_back() {
    let here = folder(&[("satu.txt", &text())]);
    naskah(here.path(), ["serap", "satu.txt"]);
    naskah(here.path(), ["susun", "--konsep", "satu.yaml", "-o", "satu.pdf"]);
    let back = naskah(here.path(), ["serap", "satu.pdf", "-o", "balik.yaml"]);
    assert_eq!((back.code, back.told().as_str()), (Some(0), "dibuat: balik.yaml\n"));
    let read = |name: &str| std::fs::read_to_string(here.path().join(name)).unwrap_or_default();
    // Comments go out with no PDF.
    let bare: String =
        read("satu.yaml").lines().filter(|line| !line.starts_with('#')).map(|l| format!("{l}\n")).collect();
    assert_eq!(bare, read("balik.yaml"));
}

#[test]
fn what_is_no_decree_is_told() {
    let here = folder(&[("surat.txt", "Surat biasa tanpa bagian keputusan."), ("a.docx", "PK\u{3}\u{4}rusak")]);
    let ran = naskah(here.path(), ["serap", "surat.txt", "a.docx", "hilang.docx"]);
    assert_eq!((ran.code, ran.told().as_str()), (Some(2), ""));
    for part in
        ["N810", "surat.txt: tidak ada bagian keputusan", "a.docx: susunan berkasnya", "hilang.docx tidak dapat dibaca"]
    {
        assert!(ran.err.contains(part), "{part}: {}", ran.err);
    }
}
