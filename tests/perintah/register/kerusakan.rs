//! Damages done to a register, one at a time: `register periksa` tells each by what was touched.

use std::fs;
use std::path::Path;

use super::{issued, naskah};

/// A damage: what it is, how it is done to the folder of the register, what is told of it.
type Kerusakan = (&'static str, fn(&Path), &'static str);

const BOOK: &str = "2025.jsonl";

fn book(folder: &Path) -> String {
    fs::read_to_string(folder.join(BOOK)).expect("a book")
}

fn put(folder: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    fs::write(folder.join(path), bytes).expect("written");
}

fn edit(folder: &Path, from: &str, to: &str) {
    let text = book(folder);
    assert!(text.contains(from), "{from}");
    put(folder, BOOK, text.replacen(from, to, 1));
}

/// The book with its lines put together anew.
fn lines(folder: &Path, change: fn(Vec<&str>) -> Vec<&str>) {
    let text = book(folder);
    let lines = change(text.lines().collect());
    put(folder, BOOK, lines.iter().map(|line| format!("{line}\n")).collect::<String>());
}

/// The folder of a number's frozen files.
fn frozen(folder: &Path, number: u32) -> std::path::PathBuf {
    let number = folder.join(format!("2025/{number}"));
    fs::read_dir(number).expect("a folder").flatten().next().expect("an office").path()
}

fn append(path: &Path) {
    let mut bytes = fs::read(path).expect("a file");
    bytes.push(b'\n');
    fs::write(path, bytes).expect("written");
}

fn gone(path: &Path) {
    fs::remove_file(path).expect("removed");
}

fn as_folder(path: &Path) {
    gone(path);
    fs::create_dir(path).expect("a folder");
}

fn copied(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        fs::copy(entry.path(), to.join(entry.file_name())).expect("copied");
    }
}

const TANPA: &str = "tidak tercatat";
const LAIN: &str = "isinya lain daripada";
const TIADA: &str = "tidak ada";

const KERUSAKAN: &[Kerusakan] = &[
    ("first line's name", |at| edit(at, "Penetapan Ruang 1", "Penetapan Ruang 9"), "ada baris yang diubah atau hilang"),
    (
        "second line's name",
        |at| edit(at, "Penetapan Ruang 2", "Penetapan Ruang 9"),
        "ada baris yang diubah atau hilang",
    ),
    ("third line's name", |at| edit(at, "Penetapan Ruang 3", "Penetapan Ruang 9"), "ada baris yang diubah atau hilang"),
    ("reason of the newest line", |at| edit(at, "keliru", "lupa"), "baris terakhir register 2025 diubah"),
    ("key of the newest line", |at| edit(at, "{\"batal\"", "{\"Batal\""), "baris tidak terbaca"),
    ("a line's fingerprint", |at| edit(at, "\"sebelum\":\"0", "\"sebelum\":\"1"), "ada baris yang diubah atau hilang"),
    ("a line's place", |at| edit(at, "\"urut\":2", "\"urut\":5"), "nomor urut 5, seharusnya 2"),
    ("a blank within a line", |at| edit(at, "\"urut\":1,", "\"urut\": 1,"), "ada baris yang diubah atau hilang"),
    ("first line gone", |at| lines(at, |all| all[1..].to_vec()), "nomor urut 2, seharusnya 1"),
    ("line within gone", |at| lines(at, |all| [&all[..1], &all[2..]].concat()), "nomor urut 3, seharusnya 2"),
    ("newest line gone", |at| lines(at, |all| all[..all.len() - 1].to_vec()), "pembatalan nomor 3"),
    ("two newest lines gone", |at| lines(at, |all| all[..2].to_vec()), "tidak lagi memuat"),
    ("all lines gone", |at| put(at, BOOK, ""), "tidak lagi memuat"),
    ("no book", |at| gone(&at.join(BOOK)), "tidak lagi memuat"),
    ("a line twice", |at| lines(at, |all| [&all[..2], &all[1..]].concat()), "nomor urut 2, seharusnya 3"),
    (
        "newest line twice",
        |at| lines(at, |all| [&all[..], &all[all.len() - 1..]].concat()),
        "nomor urut 4, seharusnya 5",
    ),
    ("two lines exchanged", |at| lines(at, |all| vec![all[1], all[0], all[2], all[3]]), "nomor urut 2, seharusnya 1"),
    ("lines backwards", |at| lines(at, |all| all.into_iter().rev().collect()), "nomor urut 4, seharusnya 1"),
    ("an empty line", |at| edit(at, "\n", "\n\n"), "baris tidak terbaca"),
    ("an empty line at the end", |at| put(at, BOOK, book(at) + "\n"), "baris tidak terbaca"),
    ("a remark at the end", |at| put(at, BOOK, book(at) + "catatan\n"), "baris tidak terbaca"),
    ("no line end", |at| put(at, BOOK, book(at).trim_end()), "baris terakhir terpotong"),
    ("cut within the newest line", |at| put(at, BOOK, &book(at)[..book(at).len() - 40]), "baris terakhir terpotong"),
    ("cut to half", |at| put(at, BOOK, &book(at)[..book(at).len() / 2]), "baris terakhir terpotong"),
    ("line ends of Windows", |at| put(at, BOOK, book(at).replace('\n', "\r\n")), "ada baris yang diubah atau hilang"),
    ("a mark of byte order", |at| put(at, BOOK, format!("\u{feff}{}", book(at))), "baris tidak terbaca"),
    (
        "bytes that are no text",
        |at| put(at, BOOK, [b"\xff\xfe{}\n", book(at).as_bytes()].concat()),
        "baris tidak terbaca",
    ),
    ("zeros", |at| put(at, BOOK, vec![0; 600]), "baris terakhir terpotong"),
    ("other JSON", |at| put(at, BOOK, "[]\n{}\n"), "baris tidak terbaca"),
    ("spread JSON", |at| edit(at, "{\"urut\":1", "{\n\"urut\":1"), "baris tidak terbaca"),
    ("a folder for a book", |at| as_folder(&at.join(BOOK)), "itu sebuah folder"),
    ("a book under another year", |at| put(at, "2024.jsonl", book(at)), "yang milik tahun lain"),
    ("a book under a year with zeros", |at| put(at, "02025.jsonl", book(at)), TANPA),
    ("a copy beside the book", |at| put(at, "2025 (1).jsonl", book(at)), TANPA),
    ("a book that a sheet was made of", |at| put(at, "2025.xlsx", "x"), TANPA),
    ("frozen folder of a year gone", |at| fs::remove_dir_all(at.join("2025")).expect("removed"), "tidak ada lagi"),
    ("frozen folder of a number gone", |at| fs::remove_dir_all(at.join("2025/2")).expect("removed"), "tidak ada lagi"),
    (
        "frozen folder of an office gone",
        |at| fs::remove_dir_all(frozen(at, 2)).expect("removed"),
        "tidak ada lagi: nomor 2",
    ),
    (
        "frozen folder renamed",
        |at| fs::rename(at.join("2025/2"), at.join("2025/7")).expect("renamed"),
        "ialah salinan bahan beku 2/",
    ),
    (
        "office renamed",
        |at| fs::rename(frozen(at, 2), at.join("2025/2/lain-ketua")).expect("renamed"),
        "lain-ketua ialah salinan bahan beku 2/kab-semarang-ketua",
    ),
    ("a folder more", |at| fs::create_dir(at.join("2025/9")).expect("made"), "nomor 9"),
    ("an office more", |at| fs::create_dir(at.join("2025/2/lain-ketua")).expect("made"), TANPA),
    ("a folder copied", |at| copied(&frozen(at, 1), &at.join("2025/8/kab-uji-ketua")), "ialah salinan bahan beku 1/"),
    (
        "a year's folder without a book",
        |at| fs::create_dir_all(at.join("2023/1")).expect("made"),
        "register 2023 tidak lagi memuat",
    ),
    ("source edited", |at| append(&frozen(at, 1).join("naskah.yaml")), LAIN),
    ("source gone", |at| gone(&frozen(at, 1).join("naskah.yaml")), TIADA),
    (
        "source of another",
        |at| drop(fs::copy(frozen(at, 2).join("naskah.yaml"), frozen(at, 1).join("naskah.yaml"))),
        LAIN,
    ),
    ("material edited", |at| append(&frozen(at, 2).join("bahan.json")), LAIN),
    ("material gone", |at| gone(&frozen(at, 2).join("bahan.json")), TIADA),
    ("original signed", |at| append(&frozen(at, 3).join("asli.pdf")), LAIN),
    ("original gone", |at| gone(&frozen(at, 3).join("asli.pdf")), TIADA),
    ("original empty", |at| fs::write(frozen(at, 3).join("asli.pdf"), "").expect("written"), LAIN),
    ("a folder for the original", |at| as_folder(&frozen(at, 3).join("asli.pdf")), "itu sebuah folder"),
    ("line beside the first gone", |at| gone(&frozen(at, 1).join("terbit.json")), "hanya ada dalam register"),
    ("line beside the first edited", |at| append(&frozen(at, 1).join("terbit.json")), LAIN),
    ("line of the withdrawal gone", |at| gone(&frozen(at, 3).join("batal.json")), "hanya ada dalam register"),
    (
        "line of the withdrawal edited",
        |at| append(&frozen(at, 3).join("batal.json")),
        "baris terakhir register 2025 diubah",
    ),
    (
        "a withdrawal that is none",
        |at| drop(fs::copy(frozen(at, 3).join("batal.json"), frozen(at, 1).join("batal.json"))),
        TANPA,
    ),
    ("a file more", |at| fs::write(frozen(at, 1).join("asli (1).pdf"), "x").expect("written"), TANPA),
    ("an issue cut off", |at| fs::create_dir(at.join(".baru")).expect("made"), "terhenti sebelum tercatat"),
    ("a task that is none", |at| put(at, "tugas.json", "{"), "terhenti sebelum tercatat"),
    ("a folder for a task", |at| fs::create_dir(at.join("tugas.json")).expect("made"), "bukan berkas"),
    ("a folder for the lock", |at| as_folder(&at.join(".kunci")), "bukan berkas"),
    ("a file for the passing folder", |at| put(at, ".baru", ""), "bukan folder"),
];

#[test]
fn every_damage_is_explained() {
    let here = issued();
    let ran = naskah(here.path(), ["batal", "3/2025", "--alasan", "keliru"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let ran = naskah(here.path(), ["register", "periksa"]);
    assert!(ran.code == Some(0) && ran.err.contains("register utuh: 4 baris"), "{}", ran.err);
    let folder = here.path().join("data/register");
    let kept = tempfile::tempdir().expect("a folder");
    whole(&folder, kept.path());
    let mut unexplained = Vec::new();
    for (name, damage, told) in KERUSAKAN {
        damage(&folder);
        let ran = naskah(here.path(), ["register", "periksa"]);
        if !ran.err.contains(told) || ran.err.contains("register utuh") || ran.code > Some(1) || ran.code.is_none() {
            unexplained.push(format!("{name} ({:?}): {told}\n{}", ran.code, ran.err));
        }
        fs::remove_dir_all(&folder).expect("removed");
        whole(kept.path(), &folder);
    }
    assert!(unexplained.is_empty(), "{}", unexplained.join("\n"));
    assert!(KERUSAKAN.len() >= 50);
}

/// A line and its copy changed together: source, material and original know better, and every command tells.
#[test]
fn a_line_says_what_was_frozen() {
    let here = issued();
    let folder = here.path().join("data/register");
    let kept = tempfile::tempdir().expect("a folder");
    whole(&folder, kept.path());
    let copy = ["salinan", "3/2025", "--oleh", "kasubbag-hukum", "-o", "s.pdf", "--timpa"];
    assert_eq!(naskah(here.path(), copy).code, Some(0));
    let text = book(&folder);
    let last = text.lines().last().expect("a line").to_owned();
    let part = |key: &str| last.split(&format!("{key}\":")).nth(1).and_then(|rest| rest.get(..12)).expect("a value");
    let data = last.split(r#""data":""#).nth(1).and_then(|rest| rest.get(..64)).expect("a fingerprint").to_owned();
    let day = part("tanggal").trim_matches('"').to_owned();
    let pages = format!("\"halaman\":{}", part("halaman").split(',').next().expect("a number"));
    let changes = [
        (day.as_str(), "2025-12-31", "menyebut tanggal"),
        (r#""tentang":""#, r#""tentang":"Lain "#, "menyebut tentang"),
        ("NAMA KETUA", "NAMA LAIN", "menyebut penanda tangan"),
        ("NAMA KETUA", "NAMA LAIN, NAMA KETUA", "menyebut penanda tangan"),
        (r#""tempat":""#, r#""tempat":"Lain "#, "menyebut tempat"),
        (pages.as_str(), r#""halaman":9"#, "menyebut halaman"),
        (r#""program":"naskah"#, r#""program":"naskah 9.9"#, "menyebut program"),
        (r#""sumber":""#, r#""sumber":"lain"#, "menyebut sumber"),
        (data.as_str(), &"0".repeat(64), "menyebut sidik data"),
        (r#""sidik":{"#, r#""mencabut":["Keputusan Nomor 1 Tahun 2025"],"sidik":{"#, "menyebut yang dicabut"),
        (r#""dasar":["#, r#""dasar":["uu-1-1945","#, "menyebut dasar hukum"),
        (r#""seri":"ketua""#, r#""seri":"wakil-ketua""#, "menyebut seri"),
        (r#""nomor":"3""#, r#""nomor":"4""#, "menyebut nomor"),
    ];
    put(here.path(), "9.yaml", super::short("nomor: 9\ntentang: Penetapan Ruang 9\n"));
    for (from, to, what) in changes {
        let other = last.replacen(from, to, 1);
        assert!(other != last, "{from}: {last}");
        let own = frozen(&folder, 3);
        put(&folder, BOOK, text.replacen(&last, &other, 1));
        fs::write(own.join("terbit.json"), &other).expect("written");
        let (number, series) = match what {
            "menyebut nomor" => ("4", "kab-semarang-ketua"),
            "menyebut seri" => ("3", "kab-semarang-wakil-ketua"),
            _ => ("3", "kab-semarang-ketua"),
        };
        let moved = folder.join(format!("2025/{number}/{series}"));
        if moved != own {
            fs::create_dir_all(moved.parent().expect("a folder")).expect("made");
            fs::rename(&own, &moved).expect("moved");
            drop(fs::remove_dir(folder.join("2025/3")));
        }
        let named = format!("{number}/2025");
        let copy = ["salinan", named.as_str(), "--oleh", "kasubbag-hukum", "-o", "t.pdf", "--timpa"];
        let (csv, jdih) = (["daftar", "--format", "csv"], ["jdih", named.as_str(), "-o", "j", "--timpa"]);
        let all: [&[&str]; 6] =
            [&["register", "periksa"], &["daftar"], &csv, &copy, &jdih, &["terbit", "9.yaml", "--ya"]];
        for command in all {
            let ran = naskah(here.path(), command);
            assert!(ran.code == Some(1) && ran.err.contains(what), "{command:?} {to}: {:?} {}", ran.code, ran.err);
        }
        let told = naskah(here.path(), ["keadaan"]).err;
        assert!(told.contains(what), "{to}: {told}");
        if moved == own {
            let ran = naskah(here.path(), ["verifikasi", "s.pdf"]);
            assert!(ran.code == Some(2) && ran.told().contains(what), "{to}: {:?} {}", ran.code, ran.told());
        }
        fs::remove_dir_all(&folder).expect("removed");
        whole(kept.path(), &folder);
    }
}

/// What was frozen cannot tell of a line any more where it is gone or another: that is told, too.
#[test]
fn a_line_that_nothing_frozen_can_tell_of_is_told() {
    let here = issued();
    let folder = here.path().join("data/register");
    for name in ["naskah.yaml", "bahan.json", "asli.pdf", "terbit.json"] {
        let path = frozen(&folder, 2).join(name);
        let kept = fs::read(&path).expect("a file");
        gone(&path);
        for command in ["daftar", "keadaan"] {
            let ran = naskah(here.path(), [command]);
            assert!(ran.err.contains("diubah atau tidak lengkap: nomor 2"), "{command} {name}: {}", ran.err);
        }
        assert_eq!(naskah(here.path(), ["register", "periksa"]).code, Some(1), "{name}");
        fs::write(&path, kept).expect("written");
    }
}

#[test]
fn a_withdrawal_that_is_none_is_told_everywhere_and_put_aside() {
    let here = issued();
    let folder = here.path().join("data/register");
    let copy = ["salinan", "1/2025", "--oleh", "kasubbag-hukum", "-o", "s.pdf", "--timpa"];
    assert_eq!(naskah(here.path(), copy).code, Some(0));
    let path = frozen(&folder, 1).join("batal.json");
    put(here.path(), "9.yaml", super::short("nomor: 9\ntentang: Penetapan Ruang 9\n"));
    for strange in [r#"{"nomor":1}"#, ""] {
        fs::write(&path, strange).expect("written");
        for command in [&["register", "periksa"][..], &["daftar"], &["terbit", "9.yaml", "--ya"], &copy] {
            let ran = naskah(here.path(), command);
            assert!(ran.code == Some(1) && ran.err.contains("batal.json"), "{command:?}: {}", ran.err);
        }
        let ran = naskah(here.path(), ["verifikasi", "s.pdf"]);
        assert!(ran.code == Some(2) && ran.told().contains("batal.json"), "{}", ran.told());
        drop(naskah(here.path(), ["register", "perbaiki"]));
        assert!(path.exists(), "nobody said yes");
        let ran = naskah(here.path(), ["register", "perbaiki", "--ya"]);
        assert!(ran.code == Some(0) && !path.exists() && ran.err.contains("dipindahkan ke"), "{}", ran.err);
        assert_eq!(naskah(here.path(), ["register", "periksa"]).code, Some(0));
    }
}

#[cfg(unix)]
#[test]
fn what_is_kept_elsewhere_is_told() {
    let here = issued();
    let folder = here.path().join("data/register");
    for path in [folder.join(BOOK), frozen(&folder, 2), frozen(&folder, 1).join("asli.pdf")] {
        let elsewhere = here.path().join("di-luar");
        fs::rename(&path, &elsewhere).expect("moved");
        std::os::unix::fs::symlink(&elsewhere, &path).expect("linked");
        let ran = naskah(here.path(), ["register", "periksa"]);
        assert!(ran.err.contains("ialah tautan ke tempat lain"), "{path:?}: {}", ran.err);
        fs::remove_file(&path).expect("removed");
        fs::rename(&elsewhere, &path).expect("moved");
    }
    as_folder(&folder.join(".kunci"));
    let ran = naskah(here.path(), ["register", "perbaiki", "--ya"]);
    assert!(ran.code == Some(1) && ran.err.contains("bukan berkas"), "{:?} {}", ran.code, ran.err);
}

#[test]
fn mending_is_not_offered_where_it_cannot_help() {
    let here = issued();
    let folder = here.path().join("data/register");
    let text = book(&folder);
    let without_last = |text: &str| text.lines().take(2).map(|line| format!("{line}\n")).collect::<String>();
    put(&folder, BOOK, without_last(&text));
    let offered = naskah(here.path(), ["register", "periksa"]).err;
    assert!(offered.contains("naskah register perbaiki"), "{offered}");
    gone(&frozen(&folder, 3).join("terbit.json"));
    let told = naskah(here.path(), ["register", "periksa"]).err;
    assert!(told.contains("tidak lagi memuat") && !told.contains("naskah register perbaiki"), "{told}");
}

#[test]
fn a_register_that_is_gone_is_told_where_decrees_bear_number_and_day() {
    let here = issued();
    for number in 1..=3 {
        let from = here.path().join(format!("{number}.yaml"));
        let to = here.path().join(format!("data/keputusan/2025/{number}.yaml"));
        fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        fs::rename(from, to).expect("moved");
    }
    let copy = ["salinan", "1/2025", "--oleh", "kasubbag-hukum", "-o", "s.pdf", "--timpa"];
    assert_eq!(naskah(here.path(), copy).code, Some(0));
    let register = here.path().join("data/register");
    put(here.path(), "9.yaml", super::short("nomor: 9\ntentang: Penetapan Ruang 9\n"));
    for empty in [false, true] {
        fs::remove_dir_all(&register).expect("removed");
        if empty {
            fs::create_dir(&register).expect("made");
        }
        for command in ["daftar", "keadaan"] {
            let ran = naskah(here.path(), [command]);
            assert!(ran.err.contains("tidak ada register di"), "{command}: {}", ran.err);
        }
        let ran = naskah(here.path(), ["verifikasi", "s.pdf"]);
        assert!(ran.told().contains("tidak ada register di"), "{}", ran.told());
        for agreed in [&["--ya"][..], &["--ya", "--setujui", "semua"]] {
            let ran = naskah(here.path(), ["terbit", "9.yaml"].iter().chain(agreed));
            assert!(ran.code == Some(1) && ran.err.contains("N619"), "{agreed:?} {}", ran.err);
        }
    }
    let ran = naskah(here.path(), ["terbit", "9.yaml", "--ya", "--setujui", "N619"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
}

#[test]
fn the_state_of_the_office_tells_what_was_changed_below_the_register() {
    let here = issued();
    let folder = here.path().join("data/register");
    assert!(!naskah(here.path(), ["keadaan"]).err.contains("N603"));
    append(&frozen(&folder, 2).join("asli.pdf"));
    let told = naskah(here.path(), ["keadaan"]).err;
    assert!(told.contains("bahan beku tahun 2025 diubah atau tidak lengkap: nomor 2"), "{told}");
    put(&folder, "catatan.txt", "x");
    let told = naskah(here.path(), ["keadaan"]).err;
    assert!(told.contains("folder register memuat yang bukan miliknya"), "{told}");
    fs::remove_dir_all(&folder).expect("removed");
    let ran = naskah(here.path(), ["register", "periksa"]);
    assert!(!ran.err.contains("register utuh") && ran.err.contains("tidak ada register di"), "{}", ran.err);
}

/// A folder with all that is in it.
fn whole(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        match path.is_dir() {
            true => whole(&path, &to),
            false => drop(fs::copy(&path, &to).expect("copied")),
        }
    }
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_do_not_hang() {
    let here = issued();
    let pipe = |path: &str| {
        let path = here.path().join(path);
        drop(fs::remove_file(&path));
        assert!(std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo").success());
    };
    pipe("pipa.pdf");
    for target in ["/dev/full", "/dev/null/x.pdf", "pipa.pdf"] {
        for words in [
            &["susun", "1.yaml", "-o"][..],
            &["salinan", "1/2025", "--oleh", "kasubbag-hukum", "-o"],
            &["daftar", "--format", "html", "-o"],
        ] {
            let ran = naskah(here.path(), words.iter().chain([&target]));
            assert!(ran.code == Some(2) && ran.err.contains("tidak dapat ditulis"), "{words:?} {target}: {}", ran.err);
        }
    }
    let frozen = frozen(&here.path().join("data/register"), 1);
    for path in ["data/register/2025.jsonl".into(), frozen.join("asli.pdf"), frozen.join("terbit.json")] {
        let kept = fs::read(here.path().join(&path)).expect("a file");
        pipe(path.to_str().expect("a path"));
        for words in [
            &["register", "periksa"][..],
            &["daftar"],
            &["salinan", "1/2025", "--oleh", "kasubbag-hukum", "-o", "s.pdf"],
        ] {
            let ran = naskah(here.path(), words);
            assert!(ran.code.is_some(), "{words:?}");
        }
        let ran = naskah(here.path(), ["register", "periksa"]);
        assert!(ran.code == Some(1) && ran.err.contains("itu bukan berkas biasa"), "{path:?}: {}", ran.err);
        fs::remove_file(here.path().join(&path)).expect("removed");
        fs::write(here.path().join(&path), kept).expect("written");
    }
}
