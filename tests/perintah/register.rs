//! The book held against what was frozen: told, mended, anchored.

use std::fs;

use tempfile::TempDir;

use super::{folder, naskah, put, short};
use crate::support::text_of;

mod kerusakan;

const BOOK: &str = "data/register/2025.jsonl";

/// Three decrees, the last withdrawn.
fn issued() -> TempDir {
    let here = folder(&[]);
    for number in 1..=3 {
        let name = format!("{number}.yaml");
        put(&here, &name, short(&format!("nomor: {number}\ntentang: Penetapan Ruang {number}\n")).as_bytes());
        let ran = naskah(here.path(), ["terbit", &name, "--ya"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
    }
    here
}

#[test]
fn what_was_done_to_the_book_is_told_and_mended() {
    let here = issued();
    let path = here.path().join(BOOK);
    let sound = text_of(&path);
    assert_eq!(naskah(here.path(), ["register", "periksa"]).code, Some(0));
    let last = sound.lines().last().expect("a line").to_owned() + "\n";
    let touched = [
        sound.replace("Penetapan Ruang 3", "Penetapan Ruang 4"),
        sound.replace(&last, ""),
        String::new(),
        sound.replacen("Penetapan Ruang 1", "Penetapan Ruang 4", 1),
    ];
    for touched in touched {
        fs::write(&path, &touched).expect("written");
        put(&here, "4.yaml", short("nomor: 4\ntentang: Penetapan Ruang 4\n").as_bytes());
        for words in [&["daftar"][..], &["terbit", "4.yaml"], &["register", "periksa"], &["register", "jangkar"]] {
            let ran = naskah(here.path(), words);
            assert!(ran.code == Some(1) && ran.err.contains("N603"), "{words:?} {touched:?}: {}", ran.err);
        }
        // Nobody says yes.
        assert_eq!(naskah(here.path(), ["register", "perbaiki"]).code, Some(1));
        assert_eq!(text_of(&path), touched);
        let ran = naskah(here.path(), ["register", "perbaiki", "--ya"]);
        assert_eq!((ran.code, text_of(&path) == sound), (Some(0), true), "{}", ran.err);
    }
    fs::remove_file(&path).expect("removed");
    assert_eq!(naskah(here.path(), ["daftar"]).code, Some(1));
    assert_eq!(naskah(here.path(), ["register", "perbaiki", "--ya"]).code, Some(0));
    assert_eq!(text_of(&path), sound);
    // A book under another year.
    fs::copy(&path, here.path().join("data/register/2024.jsonl")).expect("copied");
    let ran = naskah(here.path(), ["daftar"]);
    assert!(ran.code == Some(1) && ran.err.contains("milik tahun lain"), "{}", ran.err);
    fs::remove_file(here.path().join("data/register/2024.jsonl")).expect("removed");
    // What is frozen no more is told, and hinders nothing.
    fs::remove_dir_all(here.path().join("data/register/2025/2")).expect("removed");
    let ran = naskah(here.path(), ["daftar"]);
    assert!(ran.code == Some(0) && ran.err.contains("peringatan[N603]"), "{}", ran.err);
}

#[test]
fn an_anchor_is_kept_elsewhere() {
    let here = issued();
    let anchor = naskah(here.path(), ["register", "jangkar"]).told();
    let checked = |anchor: &str| naskah(here.path(), ["register", "periksa", "--jangkar", anchor]);
    assert_eq!(checked(anchor.trim()).code, Some(0));
    let ran = naskah(here.path(), ["batal", "3/2025", "--alasan", "keliru"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(checked(anchor.trim()).code, Some(0));
    let other = anchor.trim().replace(" 3 ", " 2 ");
    assert_eq!(checked(&other).code, Some(1));
    assert_eq!(checked("2025 tiga").code, Some(2));
    // A withdrawal is kept beside what was frozen as well.
    let path = here.path().join(BOOK);
    fs::write(&path, text_of(&path).replace("keliru", "lupa")).expect("written");
    assert_eq!(naskah(here.path(), ["daftar"]).code, Some(1));
}
