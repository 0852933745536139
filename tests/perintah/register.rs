//! The book held against what was frozen: told, mended, anchored.

use std::fs;
use std::path::Path;

use naskah_core::fingerprint::Sidik;
use tempfile::TempDir;

use super::{folder, naskah, put, short};
use crate::support::text_of;

mod kerusakan;

const BOOK: &str = "data/register/2025.jsonl";
const FROZEN: &str = "data/register/2025/1/kab-semarang-ketua/terbit.json";

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
        let batal = &["batal", "1", "--alasan", "keliru"][..];
        for words in [&["daftar"][..], &["terbit", "4.yaml"], batal, &["register", "periksa"], &["register", "jangkar"]]
        {
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
fn what_cannot_be_mended_is_said() {
    let here = issued();
    // Neither the book nor what is frozen has the line that the next one names.
    let (book, frozen) = (here.path().join(BOOK), here.path().join(FROZEN));
    let sound = [&book, &frozen].map(text_of);
    for path in [&book, &frozen] {
        fs::write(path, text_of(path).replace("Penetapan Ruang 1", "Penetapan Ruang 9")).expect("written");
    }
    let ran = naskah(here.path(), ["register", "perbaiki", "--ya"]);
    assert!(ran.code == Some(1) && ran.err.contains("tidak dapat disusun kembali"), "{}", ran.err);
    assert!(ran.err.contains("2025.jsonl:2:1") && !ran.err.contains("?:1:1"), "{}", ran.err);
    // A book that cannot be read is not one without decrees.
    let state = String::from_utf8_lossy(&naskah(here.path(), ["keadaan"]).out).into_owned();
    assert!(state.contains("register tidak dapat dibaca") && state.contains("naskah register periksa"), "{state}");
    for (path, text) in [&book, &frozen].into_iter().zip(&sound) {
        fs::write(path, text).expect("written");
    }
    // What a run was writing when it was ended is nothing that was damaged.
    put(&here, "data/register/.naskah-abc123", b"half");
    let ran = naskah(here.path(), ["register", "periksa"]);
    assert!(ran.code == Some(0) && ran.err.contains("tertinggal dari penulisan yang terhenti"), "{}", ran.err);
}

#[test]
fn a_line_that_is_lost_beside_what_was_frozen_is_written_again() {
    let here = issued();
    let frozen = here.path().join(FROZEN);
    let sound = text_of(&frozen);
    for touched in [None, Some(sound.replace("Penetapan Ruang 1", "Penetapan Ruang 9")), Some("rusak".to_owned())] {
        match &touched {
            None => fs::remove_file(&frozen).expect("removed"),
            Some(text) => fs::write(&frozen, text).expect("written"),
        }
        drop(naskah(here.path(), ["register", "perbaiki"]));
        assert_ne!(fs::read_to_string(&frozen).ok(), Some(sound.clone()), "nobody said yes");
        let ran = naskah(here.path(), ["register", "perbaiki", "--ya"]);
        assert_eq!((ran.code, text_of(&frozen)), (Some(0), sound.clone()), "{touched:?}: {}", ran.err);
        assert_eq!(naskah(here.path(), ["register", "periksa"]).code, Some(0));
    }
    // A withdrawal that the book has is not lost where what lies beside it is none.
    assert_eq!(naskah(here.path(), ["batal", "1/2025", "--alasan", "keliru"]).code, Some(0));
    let batal = here.path().join(FROZEN).with_file_name("batal.json");
    let kept = text_of(&batal);
    fs::write(&batal, "rusak").expect("written");
    let ran = naskah(here.path(), ["register", "perbaiki", "--ya"]);
    assert_eq!((ran.code, text_of(&batal)), (Some(0), kept), "{}", ran.err);
    assert!(!ran.err.contains("tidak ada yang perlu diperbaiki"), "{}", ran.err);
    // Of the newest issue, too.
    let newest = here.path().join("data/register/2025/3/kab-semarang-ketua/terbit.json");
    let line = text_of(&newest);
    fs::write(&newest, "rusak").expect("written");
    let ran = naskah(here.path(), ["register", "perbaiki", "--ya"]);
    assert_eq!((ran.code, text_of(&newest)), (Some(0), line), "{}", ran.err);
}

#[test]
fn a_book_is_mended_though_another_frozen_folder_is_gone() {
    let here = issued();
    let path = here.path().join(BOOK);
    let sound = text_of(&path);
    fs::remove_dir_all(here.path().join("data/register/2025/2")).expect("removed");
    for (from, to) in [("Penetapan Ruang 1", "Penetapan Ruang 9"), ("\"urut\":3", "\"urut\":4")] {
        fs::write(&path, sound.replacen(from, to, 1)).expect("written");
        let ran = naskah(here.path(), ["register", "perbaiki", "--ya"]);
        assert_eq!(text_of(&path), sound, "{}", ran.err);
    }
    // A line that is there twice, chained.
    let (first, rest) = sound.split_once('\n').expect("lines");
    let again = first.replacen("\"urut\":1", "\"urut\":4", 1);
    let last = Sidik::of(rest.trim_end().lines().last().expect("a line")).to_string();
    let again = again.replacen(&"0".repeat(64), &last, 1);
    fs::write(&path, format!("{sound}{again}\n")).expect("written");
    drop(naskah(here.path(), ["register", "perbaiki", "--ya"]));
    assert_eq!(text_of(&path), sound);
    // What stood in the book alone is not made up.
    fs::write(&path, sound.replacen("Penetapan Ruang 2", "Penetapan Ruang 9", 1)).expect("written");
    let ran = naskah(here.path(), ["register", "perbaiki", "--ya"]);
    assert!(ran.code == Some(1) && ran.err.contains("tidak dapat disusun kembali"), "{}", ran.err);
}

/// The last line of a book with its end, chained to what stands before.
fn chained_on(sound: &str, peristiwa: &str) -> String {
    let last = sound.trim_end().lines().last().expect("a line");
    let key = r#"{"kantor":"kab-semarang","tahun":2025,"seri":"ketua","nomor":"1"}"#;
    let (nth, before) = (sound.lines().count() + 1, Sidik::of(last));
    format!("{sound}{{\"urut\":{nth},\"sebelum\":\"{before}\",\"keputusan\":{key},\"peristiwa\":{peristiwa}}}\n")
}

#[test]
fn a_withdrawal_that_stands_in_the_book_alone_is_told() {
    let here = issued();
    let (path, sound) = (here.path().join(BOOK), text_of(here.path().join(BOOK)));
    fs::write(&path, chained_on(&sound, r#"{"batal":{"alasan":"keliru"}}"#)).expect("written");
    let original = here.path().join(FROZEN).with_file_name("asli.pdf");
    let told = "hanya ada dalam register";
    let ran = naskah(here.path(), ["daftar"]);
    assert!(ran.err.contains(told), "{}", ran.err);
    let ran = naskah(here.path(), ["verifikasi", &original.display().to_string()]);
    assert!(ran.told().contains("hanya tertulis dalam buku register"), "{}", ran.told());
    assert!(!naskah(here.path(), ["register", "perbaiki"]).told().contains("diperbarui"), "nobody said yes");
    assert!(!here.path().join(FROZEN).with_file_name("batal.json").exists());
    put(&here, "baru.yaml", short("nomor: 9\ntentang: Penetapan Ruang Sembilan\n").as_bytes());
    let ran = naskah(here.path(), ["terbit", "baru.yaml", "--ya"]);
    assert!(ran.err.contains(told), "{}", ran.err);
}

/// The last row of the book, and the number of its decree.
fn last_row(here: &TempDir) -> (String, String) {
    let last = text_of(here.path().join(BOOK)).trim_end().lines().last().expect("a line").to_owned();
    let number = last.split("\"nomor\":\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
    (last, number.expect("a number"))
}

/// Writes a row otherwise, in the book and beside what was frozen.
fn rewrite(here: &TempDir, (row, changed): (&str, &str), frozen: &Path) {
    let book = here.path().join(BOOK);
    fs::write(&book, text_of(&book).replace(row, changed)).expect("written");
    fs::write(frozen.with_file_name("terbit.json"), changed).expect("written");
}

#[test]
fn a_row_that_is_not_what_was_frozen_condemns_no_original() {
    let here = issued();
    let (last, number) = last_row(&here);
    let original = here.path().join(format!("data/register/2025/{number}/kab-semarang-ketua/asli.pdf"));
    let bytes = fs::read(&original).expect("an original");
    put(&here, "asli.pdf", &bytes);
    let changed = last.replace(&Sidik::of(&bytes).to_string(), &"b".repeat(64));
    assert_ne!(changed, last);
    rewrite(&here, (&last, &changed), &original);
    let ran = naskah(here.path(), ["verifikasi", "asli.pdf"]);
    assert!(ran.code == Some(2) && ran.told().contains("tidak cocok dengan bahan bekunya"), "{}", ran.told());
}

#[test]
fn a_frozen_source_that_the_original_does_not_carry_is_told() {
    let here = issued();
    let (last, number) = last_row(&here);
    let source = here.path().join(format!("data/register/2025/{number}/kab-semarang-ketua/naskah.yaml"));
    let text = text_of(&source);
    let forged = format!("{text}\nlampiran: []\n");
    fs::write(&source, &forged).expect("written");
    let changed = last.replace(&Sidik::of(text.as_bytes()).to_string(), &Sidik::of(forged.as_bytes()).to_string());
    assert_ne!(changed, last);
    rewrite(&here, (&last, &changed), &source);
    let ran = naskah(here.path(), ["register", "periksa"]);
    assert!(ran.code == Some(1) && ran.err.contains("bukan sumber di dalam asli.pdf"), "{}", ran.err);
    let ran = naskah(here.path(), ["salinan", &format!("{number}/2025")]);
    assert!(ran.code == Some(1), "{}", ran.err);
}

#[test]
fn a_number_in_letters_of_another_size_is_the_same() {
    let here = folder(&[]);
    put(&here, "a.yaml", short("nomor: 5A\ntentang: Penetapan Ruang A\n").as_bytes());
    put(&here, "b.yaml", short("nomor: 5a\ntentang: Penetapan Ruang B\n").as_bytes());
    assert_eq!(naskah(here.path(), ["terbit", "a.yaml", "--ya"]).code, Some(0));
    let ran = naskah(here.path(), ["terbit", "b.yaml", "--ya"]);
    assert!(ran.code == Some(1) && ran.err.contains("sudah dipakai: nomor 5A dihitung sama"), "{}", ran.err);
    // Both in one run.
    fs::remove_dir_all(here.path().join("data/register")).expect("removed");
    let ran = naskah(here.path(), ["terbit", "a.yaml", "b.yaml", "--ya"]);
    assert!(ran.code == Some(1) && ran.err.contains("juga ditulis dalam"), "{}", ran.err);
}

/// Two series have the same numbers: what is missing of one is seen, though the other has that number too.
#[test]
fn each_series_has_its_own_numbers_in_the_book() {
    let here = folder(&[]);
    for (name, more) in [("1.yaml", ""), ("s1.yaml", "pejabat: sekretaris\n")] {
        put(&here, name, short(&format!("nomor: 1\ntentang: Penetapan Ruang {name}\n{more}")).as_bytes());
        let ran = naskah(here.path(), ["terbit", name, "--ya", "--setujui", "semua"]);
        assert_eq!(ran.code, Some(0), "{}", ran.err);
    }
    let path = here.path().join(BOOK);
    let sound = text_of(&path);
    let first = sound.lines().next().expect("a line").to_owned() + "\n";
    fs::write(&path, &first).expect("written");
    put(&here, "2.yaml", short("nomor: 2\ntentang: Penetapan Ruang 2\n").as_bytes());
    for words in [&["daftar"][..], &["terbit", "2.yaml"], &["register", "periksa"]] {
        let ran = naskah(here.path(), words);
        assert!(ran.code == Some(1) && ran.err.contains("nomor 1 (kab-semarang-sekretaris)"), "{words:?}: {}", ran.err);
        assert!(!ran.err.contains("pindahkan ke luar"), "{words:?}: {}", ran.err);
    }
    assert_eq!(naskah(here.path(), ["register", "perbaiki", "--ya"]).code, Some(0));
    assert_eq!(text_of(&path), sound);
    let mended = naskah(here.path(), ["register", "perbaiki", "--ya"]);
    assert!(mended.err.contains("tidak ada yang perlu diperbaiki"), "{}", mended.err);
    // What was frozen of one is gone.
    fs::remove_dir_all(here.path().join("data/register/2025/1/kab-semarang-sekretaris")).expect("removed");
    let told = naskah(here.path(), ["daftar"]);
    assert!(told.code == Some(0) && told.err.contains("nomor 1 (kab-semarang-sekretaris)"), "{}", told.err);
    for command in ["periksa", "perbaiki"] {
        let ran = naskah(here.path(), ["register", command]);
        assert!(ran.code == Some(1) && ran.err.contains("bahan beku tahun 2025 tidak ada lagi"), "{}", ran.err);
    }
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

#[test]
fn a_broken_book_of_another_year_is_told_everywhere() {
    let here = issued();
    let other = here.path().join("data/register/2024.jsonl");
    let copied = text_of(here.path().join(BOOK));
    for broken in [copied.as_str(), "{}\n", "\0\0"] {
        fs::write(&other, broken).expect("written");
        put(&here, "9.yaml", short("nomor: 4\ntentang: Penetapan Ruang 4\n").as_bytes());
        let words: [&[&str]; 2] = [
            &["terbit", "9.yaml", "--coba"],
            &["salinan", "1/2025", "--oleh", "kasubbag-hukum", "-o", "s.pdf", "--timpa"],
        ];
        for words in words {
            let ran = naskah(here.path(), words);
            assert!(ran.code == Some(0) && ran.err.contains("peringatan[N603]"), "{words:?} {broken:?}: {}", ran.err);
            assert!(ran.err.contains("register 2024"), "{words:?}: {}", ran.err);
        }
        let ran = naskah(here.path(), ["verifikasi", "s.pdf"]);
        assert!(ran.code == Some(0) && ran.told().contains("register 2024"), "{}", ran.told());
    }
}

#[test]
fn a_copy_is_made_but_the_damage_of_its_book_is_told() {
    let here = issued();
    let path = here.path().join(BOOK);
    let sound = text_of(&path);
    let last = sound.lines().last().expect("a line").to_owned() + "\n";
    let copy = ["salinan", "1/2025", "--oleh", "kasubbag-hukum", "-o", "s.pdf", "--timpa"];
    for touched in [sound.replace("Penetapan Ruang 3", "Penetapan Ruang 4"), sound.replace(&last, ""), String::new()] {
        fs::write(&path, &touched).expect("written");
        let ran = naskah(here.path(), copy);
        assert!(ran.err.contains("peringatan[N603]"), "{touched:?}: {}", ran.err);
    }
    fs::write(&path, sound).expect("written");
    assert_eq!(naskah(here.path(), copy).err, "");
}

#[test]
fn what_other_programs_leave_there_stops_nobody() {
    let here = issued();
    for stray in ["Thumbs.db", ".DS_Store", "1/desktop.ini"] {
        put(&here, &format!("data/register/2025/{stray}"), b"x");
    }
    fs::create_dir(here.path().join("data/register/2025/New folder")).expect("a folder");
    // A folder that Explorer copied, and one that was renamed.
    let numbers = here.path().join("data/register/2025");
    let frozen = fs::read_dir(numbers.join("1")).expect("a folder").flatten().find(|one| one.path().is_dir());
    let frozen = frozen.expect("a frozen folder").path();
    let copy = numbers.join("1").join(format!("{} - Copy", frozen.file_name().unwrap_or_default().to_string_lossy()));
    fs::create_dir(&copy).expect("a folder");
    for file in fs::read_dir(&frozen).expect("a folder").flatten() {
        fs::copy(file.path(), copy.join(file.file_name())).expect("copied");
    }
    for words in [&["daftar"][..], &["salinan", "1", "--oleh", "kasubbag-hukum", "-o", "s.pdf"], &["keadaan"]] {
        let ran = naskah(here.path(), words);
        assert_eq!(ran.code, Some(0), "{words:?}: {}", ran.err);
    }
    let ran = naskah(here.path(), ["register", "periksa"]);
    assert!(ran.code == Some(1) && ran.err.contains("ialah salinan bahan beku 1/"), "{}", ran.err);
}

#[test]
fn a_withdrawal_that_the_book_lost_is_known() {
    let here = issued();
    let path = here.path().join(BOOK);
    let before = text_of(&path);
    assert_eq!(naskah(here.path(), ["batal", "2", "--alasan", "keliru"]).code, Some(0));
    fs::write(&path, &before).expect("written");
    for words in [&["salinan", "2", "--oleh", "kasubbag-hukum"][..], &["petikan", "2", "--untuk", "semua"]] {
        let ran = naskah(here.path(), words);
        assert!(ran.code == Some(1) && ran.err.contains("dibatalkan menurut bahan bekunya"), "{}", ran.err);
    }
    // What is put in its place keeps what was there.
    assert_eq!(naskah(here.path(), ["register", "perbaiki", "--ya"]).code, Some(0));
    assert_eq!(text_of(here.path().join("data/register/2025.jsonl.lama-1")), before);
    assert_eq!(naskah(here.path(), ["register", "periksa"]).code, Some(0));
}

#[test]
fn a_sheet_of_an_issued_decree_that_is_gone_is_told() {
    let table = "diktum:\n  - Menetapkan ruang sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.\nlampiran:\n  - judul: Daftar Ruang\n    tabel:\n      dari: r.csv\n      kolom: semua\n";
    let here = folder(&[("data/ada.txt", ""), ("r.csv", "Ruang\nRuang A\nRuang B\n")]);
    put(&here, "1.yaml", short(&format!("nomor: 1\ntentang: Penetapan Ruang\n{table}")).as_bytes());
    let ran = naskah(here.path(), ["terbit", "1.yaml", "--ya", "-o", "a.pdf"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let verified = || naskah(here.path(), ["verifikasi", "a.pdf"]).told();
    assert!(!verified().contains("r.csv"), "{}", verified());
    fs::write(here.path().join("r.csv"), "Ruang\nRuang A\nRuang C\n").expect("written");
    assert!(verified().contains("sekarang lain"), "{}", verified());
    fs::remove_file(here.path().join("r.csv")).expect("removed");
    assert!(verified().contains("tidak terbaca lagi"), "{}", verified());
}

#[test]
fn a_number_written_by_hand_is_the_decrees_own() {
    let here = folder(&[]);
    let lines = [("NOMOR 12 TAHUN 2025", false), ("NOMOR 99 TAHUN 2024", false), ("NOMOR : 99 TAHUN 2025", true)];
    for (line, own) in lines {
        put(&here, "a.yaml", short(&format!("nomor: 99\nkepala: {{nomor: '{line}'}}\n")).as_bytes());
        let ran = naskah(here.path(), ["terbit", "a.yaml", "--coba"]);
        assert_eq!(ran.code == Some(0), own, "{line}: {}", ran.err);
        assert!(own || ran.err.contains("sedangkan keputusan ini Nomor 99 Tahun 2025"), "{}", ran.err);
    }
}

/// Whatever lies among the frozen folders is told, whatever it is called.
#[test]
fn foreign_folders_are_told() {
    let here = issued();
    let year = here.path().join("data/register/2025");
    let files = ["naskah.yaml", "bahan.json", "asli.pdf", "terbit.json"];
    let frozen: Vec<(&str, Vec<u8>)> = files
        .iter()
        .filter_map(|name| Some((*name, fs::read(year.join("1/kab-semarang-ketua").join(name)).ok()?)))
        .collect();
    assert!(frozen.len() > 2, "{frozen:?}");
    let copied = |place: &str| frozen.iter().for_each(|(name, bytes)| put(&here, &format!("{place}/{name}"), bytes));
    for place in
        ["data/register/2025/11-x", "data/register/2025/12", "data/register/2025/13/kosong", "data/register/2027"]
    {
        match place.ends_with("kosong") || place.ends_with("2027") {
            true => fs::create_dir_all(here.path().join(place)).expect("a folder"),
            false => copied(place),
        }
        let ran = naskah(here.path(), ["register", "periksa"]);
        assert!(ran.code == Some(1) && ran.err.contains("N603"), "{place}: {}", ran.err);
        fs::remove_dir_all(here.path().join(place)).expect("removed");
        drop(fs::remove_dir(year.join("13")));
        assert_eq!(naskah(here.path(), ["register", "periksa"]).code, Some(0), "{place}");
    }
    put(&here, "data/register/2027.jsonl", b"");
    assert_eq!(naskah(here.path(), ["register", "periksa"]).code, Some(1));
}

/// What cannot be mended stays a fault.
#[test]
fn mending_says_what_is_left() {
    let here = issued();
    fs::remove_file(here.path().join("data/register/2025/2/kab-semarang-ketua/asli.pdf")).expect("removed");
    let path = here.path().join(BOOK);
    let lines: Vec<String> = text_of(&path).lines().map(str::to_owned).collect();
    fs::write(&path, [&lines[0], "\n"].concat()).expect("written");
    let ran = naskah(here.path(), ["register", "perbaiki", "--ya"]);
    assert!(ran.code == Some(1) && ran.err.contains("asli.pdf"), "{}", ran.err);
    assert_eq!(text_of(&path).lines().count(), 3);
    let told = naskah(here.path(), ["keadaan"]);
    assert!(told.err.contains("bahan beku tahun 2025 diubah atau tidak lengkap: nomor 2"), "{}", told.err);
    fs::remove_dir_all(here.path().join("data/register/2025/1")).expect("removed");
    assert_eq!(naskah(here.path(), ["register", "perbaiki", "--ya"]).code, Some(1));
}

/// The note of an issue that was cut off may be anybody's: no file elsewhere is replaced by it.
#[test]
fn a_note_leads_to_no_file_elsewhere() {
    let here = issued();
    let outside = folder(&[("x.pdf", "milik orang lain"), ("y.yaml", "")]);
    let line: serde_json::Value =
        serde_json::from_str(text_of(here.path().join(BOOK)).lines().last().expect("a line")).expect("a line");
    let tujuan = |path: std::path::PathBuf, isi: &str, lama: &[u8]| serde_json::json!({"path": path, "isi": isi, "lama": Sidik::of(lama)});
    put(&here, "dalam.txt", b"catatan");
    put(&here, "dalam.pdf", b"lama");
    let targets = [
        tujuan(outside.path().join("x.pdf"), "asli.pdf", b"milik orang lain"),
        tujuan(here.path().join("dalam.txt"), "naskah.yaml", b"catatan"),
        tujuan(here.path().join("dalam.pdf"), "asli.pdf", b"lama"),
        tujuan(here.path().join("dalam.pdf"), "../../../../../dalam.txt", b"lama"),
    ];
    let note = serde_json::json!({"baris": line, "tujuan": targets});
    put(&here, "data/register/tugas.json", note.to_string().as_bytes());
    let ran = naskah(here.path(), ["register", "perbaiki", "--ya"]);
    assert!(ran.err.contains("N608") && ran.err.contains("di luar folder kantor ini"), "{}", ran.err);
    assert_eq!(text_of(outside.path().join("x.pdf")), "milik orang lain");
    assert_eq!(text_of(here.path().join("dalam.txt")), "catatan");
    assert!(fs::read(here.path().join("dalam.pdf")).expect("a PDF").starts_with(b"%PDF"));
    assert!(!here.path().join("data/register/tugas.json").exists());
}
