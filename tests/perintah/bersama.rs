//! Several decrees issued together, also those that `massal` writes: all of them or none.

use std::fs;
use std::path::Path;

use super::{Ran, folder, listing, naskah, put, short, wrong};

/// A decree without number and day.
fn draft(name: &str) -> String {
    short(&format!("nomor:\ntentang: {name}\nditetapkan: {{di: Ungaran, tanggal: }}\n"))
}

fn terbit(folder: &Path, words: &str) -> Ran {
    naskah(folder, ["terbit", "--ya", "--setujui", "semua"].into_iter().chain(words.split_whitespace()))
}

/// The register's own answer, which names everything that is amiss.
fn sound(folder: &Path) {
    let ran = naskah(folder, ["register", "periksa"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.told(), ran.err);
}

#[test]
fn all_are_issued_or_none() {
    let here = folder(&[
        ("a.yaml", &draft("Penetapan Hari Kerja")),
        ("b.yaml", &draft("Penetapan Jam Kerja")),
        ("c.yaml", &wrong()),
    ]);
    let before = listing(here.path());
    let ran = terbit(here.path(), "a.yaml b.yaml c.yaml --tanggal 2025-03-04");
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(ran.err.contains("c.yaml") && ran.err.contains("tidak satu pun diterbitkan: 1 dari 3"), "{}", ran.err);
    let after = listing(here.path());
    let written = after.iter().find(|(name, bytes)| bytes.is_some() && before.get(*name) != Some(*bytes));
    assert!(written.is_none_or(|(name, _)| name.contains("kunci")), "{written:?}");
    // A PDF in the way of the last keeps the first from being issued.
    put(&here, "output/2025/2-penetapan-jam-kerja.pdf", b"lain");
    let ran = terbit(here.path(), "a.yaml b.yaml --tanggal 2025-03-04");
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert!(!here.path().join("data/register/2025.jsonl").exists());
    fs::remove_file(here.path().join("output/2025/2-penetapan-jam-kerja.pdf")).expect("removed");
    // It is shown first, and nothing is written.
    let ran = naskah(here.path(), ["terbit", "--coba", "a.yaml", "b.yaml", "--tanggal", "2025-03-04"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    for line in ["akan terbit: Nomor 1 Tahun 2025", "akan terbit: Nomor 2 Tahun 2025"] {
        assert!(ran.told().contains(line), "{}", ran.told());
    }
    assert!(!here.path().join("data/register/2025.jsonl").exists());
    let ran = terbit(here.path(), "a.yaml b.yaml --tanggal 2025-03-04");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(ran.told().matches("terbit: Nomor ").count(), 2, "{}", ran.told());
    sound(here.path());
    for (file, number) in [("a.yaml", "nomor: 1"), ("b.yaml", "nomor: 2")] {
        assert!(fs::read_to_string(here.path().join(file)).expect("a source").contains(number), "{file}");
    }
    // Once more, with one that is new: the others stay as they are.
    put(&here, "d.yaml", draft("Penetapan Jam Layanan").as_bytes());
    let ran = terbit(here.path(), "a.yaml b.yaml d.yaml --tanggal 2025-03-05");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(ran.err.matches("sudah terbit; dilewati").count(), 2, "{}", ran.err);
    assert!(ran.told().contains("terbit: Nomor 3 Tahun 2025"), "{}", ran.told());
    sound(here.path());
}

#[test]
fn one_decree_is_not_issued_twice() {
    let text = draft("Penetapan Hari Kerja");
    let here = folder(&[("a.yaml", &text), ("b.yaml", &text)]);
    for words in ["a.yaml a.yaml", "a.yaml b.yaml"] {
        let ran = terbit(here.path(), &format!("{words} --tanggal 2025-03-04"));
        assert_eq!(ran.code, Some(1), "{words}: {}", ran.err);
        assert!(ran.err.contains("N602") || ran.err.contains("N601"), "{words}: {}", ran.err);
    }
    put(&here, "b.yaml", draft("Penetapan Jam Kerja").as_bytes());
    let ran = terbit(here.path(), "a.yaml b.yaml --tanggal 2025-03-04 -o satu.pdf");
    assert!(ran.code == Some(1) && ran.err.contains("satu.pdf menjadi tempat dua keputusan"), "{}", ran.err);
    assert!(!here.path().join("data/register/2025.jsonl").exists());
    assert_eq!(terbit(here.path(), "a.yaml b.yaml --nomor 4").code, Some(2));
    assert_eq!(terbit(here.path(), "a.yaml -").code, Some(2));
}

#[test]
fn a_pattern_becomes_numbered_decrees() {
    let pattern =
        draft("Penetapan Hari Kerja di Desa {{ Desa }}").replace("nomor:", "massal: {nama: \"{{ Desa }}\"}\nnomor:");
    let here = folder(&[("pola.yaml", &pattern), ("desa.csv", "Desa\nSatu\nDua\nTiga\n")]);
    let make = |more: &[&str]| {
        let words = ["massal", "pola.yaml", "--data", "desa.csv", "--naskah", "-o", "data/keputusan/2025"];
        naskah(here.path(), words.iter().chain(more))
    };
    let ran = make(&[]);
    assert!(ran.code == Some(0) && ran.told().contains("3 berkas"), "{}{}", ran.told(), ran.err);
    let ran = make(&["--lanjut"]);
    assert!(ran.told().contains("3 sudah ada"), "{}", ran.told());
    let files: Vec<String> = ["satu", "dua", "tiga"].map(|name| format!("data/keputusan/2025/{name}.yaml")).into();
    let text = fs::read_to_string(here.path().join(&files[0])).expect("a decree");
    assert!(text.contains("Desa Satu") && !text.contains("{{") && !text.contains("massal"), "{text}");
    let ran = terbit(here.path(), &format!("{} --tanggal 2025-03-04", files.join(" ")));
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    for (number, name) in [(1, "satu"), (2, "dua"), (3, "tiga")] {
        let pdf = format!("output/2025/{number}-penetapan-hari-kerja-di-desa-{name}.pdf");
        assert!(here.path().join(&pdf).is_file(), "{pdf}");
    }
    sound(here.path());
}
