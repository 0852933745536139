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
    assert!(ran.code == Some(2) && ran.err.contains("bukan berkas"), "{}", ran.err);
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

#[test]
fn what_goes_before_in_the_same_run_counts() {
    let amending = |number: usize, name: &str| {
        draft(&format!(
            "Perubahan atas Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor {number} Tahun 2025 tentang {name}"
        ))
    };
    let here = folder(&[
        ("a.yaml", &draft("Penetapan Hari Kerja")),
        ("b.yaml", &amending(1, "Penetapan Hari Kerja")),
        ("c.yaml", &amending(1, "Penetapan Jam Kerja")),
        ("d.yaml", &amending(7, "Penetapan Hari Kerja")),
    ]);
    let alone = |words: &str| {
        naskah(here.path(), ["terbit", "--ya", "--tanggal", "2025-03-04"].into_iter().chain(words.split(' ')))
    };
    // An amendment before what it amends, one of another name, one of a number that is not given yet.
    for words in ["b.yaml a.yaml", "a.yaml c.yaml", "a.yaml d.yaml", "b.yaml"] {
        let ran = alone(words);
        assert!(ran.code == Some(1) && ran.err.contains("[N616]"), "{words}: {}", ran.err);
        assert!(!here.path().join("data/register/2025.jsonl").exists(), "{words}");
    }
    let ran = alone("a.yaml b.yaml");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(!ran.err.contains("N618"), "{}", ran.err);
    sound(here.path());
}

#[test]
fn originals_of_other_decrees_and_issued_sources_stay() {
    let of = |pejabat: &str| short(&format!("nomor:\npejabat: {pejabat}\ntentang: Penetapan Hari Kerja\n"));
    let here = folder(&[("a.yaml", &of("ketua")), ("b.yaml", &of("sekretaris")), ("c.yaml", &of("sekretaris"))]);
    let ran = terbit(here.path(), "a.yaml b.yaml");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    for name in ["1-penetapan-hari-kerja.pdf", "1-penetapan-hari-kerja-sekretaris.pdf"] {
        assert!(here.path().join("output/2025").join(name).is_file(), "{name}");
    }
    let ran = terbit(here.path(), "c.yaml -o output/2025/1-penetapan-hari-kerja.pdf --timpa");
    assert!(ran.code == Some(2) && ran.err.contains("adalah PDF asli Nomor 1 Tahun 2025"), "{}", ran.err);
    sound(here.path());
    // What the pattern would write over is issued by now.
    let pattern =
        draft("Penetapan Hari Kerja di Desa {{ Desa }}").replace("nomor:", "massal: {nama: \"{{ Desa }}\"}\nnomor:");
    put(&here, "pola.yaml", pattern.as_bytes());
    put(&here, "desa.csv", b"Desa\nSatu\nDua\n");
    let make = || {
        let words = ["massal", "pola.yaml", "--data", "desa.csv", "--naskah", "-o", "data/keputusan/2025", "--timpa"];
        naskah(here.path(), words)
    };
    assert_eq!(make().code, Some(0));
    let ran = terbit(here.path(), "data/keputusan/2025/satu.yaml --tanggal 2025-03-05");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let before = fs::read(here.path().join("data/keputusan/2025/satu.yaml")).expect("a source");
    let ran = make();
    assert!(ran.code == Some(0) && ran.told().contains("1 sudah terbit dan dibiarkan"), "{}{}", ran.told(), ran.err);
    assert_eq!(fs::read(here.path().join("data/keputusan/2025/satu.yaml")).expect("a source"), before);
}

#[test]
fn drafts_that_cannot_be_read_are_told() {
    let here = folder(&[
        ("data/keputusan/2025/x.yaml", "nomor: 1\ndiktum: [\n"),
        ("a.yaml", &draft("Penetapan Hari Kerja")),
        ("b.yaml", &draft("Penetapan Jam Kerja")),
    ]);
    let ran = terbit(here.path(), "a.yaml tiada.yaml b.yaml --tanggal 2025-03-04");
    assert!(ran.err.contains("1 dari 3 belum siap"), "{}", ran.err);
    let ran = terbit(here.path(), "a.yaml --tanggal 2025-03-04");
    assert!(ran.code == Some(0) && ran.err.contains("x.yaml tidak terbaca; nomor di dalamnya"), "{}", ran.err);
}
