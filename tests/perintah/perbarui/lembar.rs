//! Decrees whose rows come from sheets, and texts that are keys: what is no text of the decree is never edited.

use std::fs;
use std::path::Path;

use super::super::{folder, names, short};
use super::{Ran, perbarui};

/// A decree of 2025 that reads its rows from a sheet.
fn of_sheet() -> String {
    short(
        "tentang: Penetapan Kegiatan Tahun 2025\ndiktum:\n  - Kegiatan tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.\nlampiran:\n  - judul: Kegiatan\n    tabel:\n      dari: kegiatan.csv\n      kolom:\n        No: {isi: nomor}\n        Kegiatan:\n        Waktu:\n",
    )
}

fn changed(old: &str, here: &Path) -> String {
    let new = fs::read_to_string(here.join("n-2026.yaml")).expect("the new decree");
    let differs = |(a, b): &(&str, &str)| a != b;
    let unmarked = new.lines().filter(|line| !line.trim_start().starts_with("# TINJAU:"));
    old.lines().zip(unmarked).filter(differs).map(|(_, line)| format!("{}\n", line.trim())).collect()
}

#[test]
fn a_cell_of_a_sheet_is_told_wherever_it_stands() {
    for before in [0, 1, 5, 17, 40, 90] {
        let rows: String = (1..=before).map(|n| format!("{n};Rapat;Minggu pertama\n")).collect();
        let sheet = format!("No;Kegiatan;Waktu\n{rows}{};Evaluasi;Desember 2025\n", before + 1);
        let here = folder(&[("n.yaml", &of_sheet()), ("kegiatan.csv", &sheet)]);
        let ran = perbarui(here.path(), "n.yaml --tahun 2026");
        assert_eq!(ran.code, Some(0), "{before}: {}", ran.err);
        let told = String::from_utf8_lossy(&ran.out).into_owned();
        let cell = format!("C{}", before + 2);
        assert!(
            told.contains(&format!("kegiatan.csv sel {cell} (Lampiran baris {} kolom Waktu)", before + 1)),
            "{told}"
        );
        assert!(told.contains("isi lembar kerja tidak diubah; pada salinannya tulis 2025 → 2026"), "{told}");
        let new = fs::read_to_string(here.path().join("n-2026.yaml")).expect("the new decree");
        assert!(
            new.contains(&format!("sesuaikan tahun atau tanggal pada sel {cell}\n      dari: kegiatan.csv\n")),
            "{new}"
        );
        assert_eq!(
            changed(&of_sheet(), here.path()),
            "tentang: Penetapan Kegiatan Tahun 2026\nnomor:\ntahun: 2026\nditetapkan: {di: Ungaran, tanggal: }\n",
            "{new}"
        );
        let again = perbarui(here.path(), "n-2026.yaml --tahun 2026");
        assert!(again.code == Some(0) && again.err.contains("tidak ada yang berubah"), "{}", again.err);
        assert_eq!(names(here.path()), "kegiatan.csv\nn-2026.yaml\nn.yaml");
    }
}

#[test]
fn doubts_in_a_sheet_are_told_with_their_cells() {
    let sheet = "No;Kegiatan;Waktu\n1;Rapat;Jumat, 3 Januari 2025\n2;Surat Dinas Nomor 3/TU/2025;Maret\n3;Renstra 2020-2024;Mei\n";
    let here = folder(&[("n.yaml", &of_sheet()), ("kegiatan.csv", sheet)]);
    let ran = perbarui(here.path(), "n.yaml --tahun 2026");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let new = fs::read_to_string(here.path().join("n-2026.yaml")).expect("the new decree");
    assert!(new.contains("pada sel C2; periksa, karena mungkin tetap, sel B3, B4\n"), "{new}");
    assert_eq!(new.matches("# TINJAU:").count(), 1, "{new}");
    let told = String::from_utf8_lossy(&ran.out).into_owned();
    assert!(told.contains("Jumat → Sabtu") && told.contains("kini jatuh pada hari Sabtu"), "{told}");
}

/// The decree with this part in its attachment.
fn form(part: &str) -> String {
    short(&format!(
        "tentang: Penetapan Target Tahun 2025\ndiktum:\n  - Target tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.\nlampiran:\n  - judul: Target\n{part}"
    ))
}

fn rolled(part: &str, others: &[(&str, &str)]) -> (Ran, String) {
    let decree = form(part);
    let files: Vec<(&str, &str)> = others.iter().copied().chain([("n.yaml", decree.as_str())]).collect();
    let here = folder(&files);
    let ran = perbarui(here.path(), "n.yaml --tahun 2026");
    let new = fs::read_to_string(here.path().join("n-2026.yaml")).unwrap_or_default();
    (ran, new)
}

#[test]
fn labels_that_are_keys_move_like_other_texts() {
    for (part, wanted) in [
        ("    teks:\n      - isian: {Target Tahun 2025: ''}\n", "isian: {Target Tahun 2026: ''}"),
        (
            "    teks:\n      - isian:\n          'Target 2025': ''\n          Target 2026:\n",
            "'Target 2026': ''\n          Target 2027:",
        ),
        ("    teks:\n      - centang: {Laporan Tahun 2025: ya}\n", "centang: {Laporan Tahun 2026: ya}"),
    ] {
        let (ran, new) = rolled(part, &[]);
        assert!(ran.code == Some(0) && new.contains(wanted), "{}\n{new}", ran.err);
    }
}

#[test]
fn labels_that_would_be_the_same_are_left_to_a_person() {
    let (ran, new) =
        rolled("    teks:\n      - isian: {Renstra 2025-2029: '', Target 2025: '', Target 2026 (dua): ''}\n", &[]);
    assert!(
        ran.code == Some(0) && new.contains("{Renstra 2025-2029: '', Target 2026: '', Target 2027 (dua): ''}"),
        "{new}"
    );
    let (ran, new) = rolled(
        "    teks:\n      - isian: {Laporan 2024: '', Laporan tahun 2025: '', Laporan tahun 2026 lalu: ''}\n",
        &[],
    );
    assert_eq!(ran.code, Some(0), "{}\n{new}", ran.err);
    let (ran, new) =
        rolled("    teks:\n      - isian: {Target 2025: '', 'Target 2026': '', Pagu 2026 sebesar Rp5 juta: ''}\n", &[]);
    assert_eq!(ran.code, Some(0), "{}\n{new}", ran.err);
}

#[test]
fn heads_that_a_sheet_is_searched_for_stay() {
    let sheet = "Sasaran;Target 2025\nLayanan;90\n";
    let part = |head: &str| format!("    tabel:\n      dari: t.csv\n      kolom:\n        Sasaran:\n        {head}\n");
    let (ran, new) = rolled(&part("Target 2025:"), &[("t.csv", sheet)]);
    assert!(ran.code == Some(0) && new.contains("        Target 2025:\n"), "{}\n{new}", ran.err);
    assert!(new.contains("kolom ini dicari pada lembar kerja menurut judul itu"), "{new}");
    let (ran, new) = rolled(&part("Target 2025: {dari: B}"), &[("t.csv", sheet)]);
    assert!(ran.code == Some(0) && new.contains("        Target 2026: {dari: B}\n"), "{}\n{new}", ran.err);
    assert!(!new.contains("# TINJAU: B —"), "{new}");
}

#[test]
fn cells_that_may_stay_are_not_called_to_be_changed() {
    let sheet = "No;Kegiatan;Nomor Polisi;Waktu\n1;Servis;H 2025 AB;Maret 2025\n";
    let decree = of_sheet().replace("        Kegiatan:\n", "        Kegiatan:\n        Nomor Polisi:\n");
    let here = folder(&[("n.yaml", &decree), ("kegiatan.csv", sheet)]);
    let ran = perbarui(here.path(), "n.yaml --tahun 2026");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let new = fs::read_to_string(here.path().join("n-2026.yaml")).expect("the new decree");
    assert!(new.contains("pada sel D2; periksa, karena mungkin tetap, sel C2\n"), "{new}");
}
