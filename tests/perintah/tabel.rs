//! `naskah tabel`: what is said, and what is left alone.

use std::fs;

use super::{Ran, folder, naskah, short};

/// A decree with two tables, one of them from a workbook.
fn decree() -> String {
    short(
        "diktum:\n  - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran I dan Lampiran II.\n  - Keputusan ini mulai berlaku pada tanggal ditetapkan.\nlampiran:\n  - judul: Hari\n    tabel:\n      kolom: [{judul: Nama}, {judul: Banyaknya, isi: bilangan}]\n      baris:\n        - [Andi, 7]   # satu\n        - [Budi, 8]\n  - judul: Jam\n    tabel: {dari: jam.csv, kolom: {Jam: }}\n",
    )
}

fn run(folder: &tempfile::TempDir, words: &str) -> Ran {
    naskah(folder.path(), words.split_whitespace())
}

#[test]
fn a_table_goes_out_and_comes_back() {
    let here = folder(&[("n.yaml", &decree()), ("jam.csv", "Jam\n08.00\n")]);
    let line = decree().lines().position(|line| line.contains("dari:")).map_or(0, |at| at + 1);
    let outside =
        format!("n.yaml:{line}:19: peringatan[N809]: tabel ini dibaca dari buku kerja lain; sunting buku kerja itu\n");
    run(&here, "tabel ekspor n.yaml -o n.csv --pesan ringkas")
        .says(0, &outside)
        .tells("dibuat: n.csv (1 tabel, 2 baris)\n");
    let sheet = fs::read_to_string(here.path().join("n.csv")).expect("a sheet");
    assert!(sheet.starts_with("\u{feff}KUNCI;BARIS;NAMA;BANYAKNYA\r\nL1-1-"), "{sheet}");
    run(&here, "tabel impor n.csv --ke n.yaml --pesan ringkas")
        .says(0, &outside)
        .tells("tidak ada yang berubah: n.yaml\n");
    fs::write(here.path().join("n.csv"), sheet.replace(";7\r\n", ";70\r\n") + ";;Citra;9\r\n").expect("a sheet");
    run(&here, "tabel impor n.csv --ke n.yaml --pesan ringkas")
        .says(0, &outside)
        .tells("diperbarui: n.yaml (1 sel diubah, 1 baris baru)\n");
    let wanted = decree().replace("Andi, 7]", "Andi, 70]").replace("[Budi, 8]\n", "[Budi, 8]\n        - [Citra, 9]\n");
    assert_eq!(fs::read_to_string(here.path().join("n.yaml")).expect("a decree"), wanted);
    // The keys of the old sheet no longer fit.
    let ran = run(&here, "tabel impor n.csv --ke n.yaml --pesan ringkas");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("n.csv sel A2: galat[N807]: `L1-1-"), "{}", ran.err);
    assert_eq!(fs::read_to_string(here.path().join("n.yaml")).expect("a decree"), wanted);
}

#[test]
fn findings_name_the_cell_in_every_form() {
    let here = folder(&[("n.yaml", &decree()), ("jam.csv", "Jam\n08.00\n")]);
    run(&here, "tabel ekspor n.yaml -o n.csv --lampiran 1 --pesan ringkas");
    let sheet = fs::read_to_string(here.path().join("n.csv")).expect("a sheet");
    fs::write(here.path().join("n.csv"), sheet.replace(";7\r\n", ";seratus\r\n")).expect("a sheet");
    let message = "`seratus` bukan bilangan; tulis seperti 1234, 1.234, atau 12,5";
    let short = run(&here, "tabel impor n.csv --ke n.yaml --pesan ringkas");
    assert!(short.err.ends_with(&format!("\nn.csv sel D2: galat[N306]: {message}\n")), "{}", short.err);
    let human = run(&here, "tabel impor n.csv --ke n.yaml");
    assert!(human.err.ends_with(&format!("galat[N306]: {message}\n--> n.csv sel D2\n")), "{}", human.err);
    let json = run(&here, "tabel impor n.csv --ke n.yaml --pesan json");
    let last: serde_json::Value = serde_json::from_str(json.err.lines().last().unwrap_or_default()).expect("JSON");
    assert_eq!(last["tempat"]["berkas"], "n.csv");
    assert_eq!(last["tempat"]["sel"], "D2");
    assert_eq!((&last["tempat"]["baris"], &last["tempat"]["kolom"]), (&2.into(), &4.into()));
    assert_eq!(fs::read_to_string(here.path().join("n.yaml")).expect("a decree"), decree());
}

#[test]
fn what_cannot_be_done_is_said() {
    let here = folder(&[("n.yaml", &decree()), ("n.xlsx", "PK\u{3}\u{4} bukan"), ("k.yaml", &short(""))]);
    run(&here, "tabel ekspor n.yaml -o n.pdf").says(
        2,
        "galat[N004]: nama lembar kerja (-o) harus berakhir .xlsx, .ods, atau .csv\nlihat `naskah --bantuan`\n",
    );
    let ran = run(&here, "tabel ekspor k.yaml -o k.xlsx --pesan ringkas");
    assert!(ran.err.ends_with("galat[N802]: keputusan ini tidak memuat tabel\n"), "{}", ran.err);
    assert_eq!(ran.code, Some(1));
    let ran = run(&here, "tabel ekspor n.yaml -o n.xlsx --lampiran 1 --pesan ringkas");
    assert!(ran.err.contains("galat[N003]: n.xlsx sudah ada dan isinya lain"), "{}", ran.err);
    assert_eq!(ran.code, Some(2));
    let ran = run(&here, "tabel impor n.xlsx --ke n.yaml --pesan ringkas");
    assert!(ran.err.contains("galat[N801]: n.xlsx: buku kerja rusak ("), "{}", ran.err);
    assert_eq!(ran.code, Some(1));
    let ran = run(&here, "tabel impor tidak.xlsx --ke n.yaml --pesan ringkas");
    assert!(ran.err.contains("galat[N001]: tidak.xlsx tidak dapat dibaca: tidak ada"), "{}", ran.err);
    assert_eq!(ran.code, Some(2));
}
