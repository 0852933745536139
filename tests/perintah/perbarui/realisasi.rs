//! `perbarui --bawa` and the report as a workbook.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Reader, Xlsx};
use naskah_formats::sheets::{self, Format, Isi, Page, PageColumn, PageRow, Value as Cell, Workbook, cell_name};
use serde_json::Value;

use super::super::{folder, naskah, short};
use super::perbarui;
use crate::support::text_of;

/// The project's plan of action, with levels.
fn plan() -> String {
    text_of("data/keputusan/2025/006-rencana-aksi-zona-integritas.yaml")
}

/// A table with a heading and three rows.
fn table() -> String {
    short(
        "diktum:\n  - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran.\n  - Keputusan ini mulai berlaku pada tanggal ditetapkan.\nlampiran:\n  - judul: Hari\n    tabel:\n      kolom: [{judul: Nama}, {judul: Status}]\n      baris:\n        - kelompok: Awal\n        - [Andi, aktif]   # satu\n        - [Budi, aktif]\n        - [Citra, aktif]\n",
    )
}

/// The first sheet of an exported workbook: its name, and its rows of texts.
fn exported(bytes: &[u8]) -> (String, Vec<Vec<String>>) {
    let mut book = Workbook::open("n.xlsx", bytes).unwrap_or_else(|broken| panic!("{broken:?}"));
    let name = book.names().remove(0);
    let sheet = book.read(&name).unwrap_or_else(|broken| panic!("{broken:?}"));
    (name, sheet.baris.iter().map(|row| row.iter().map(Isi::text).collect()).collect())
}

/// The decree exported with one more column, whose cells are by the numbers of the rows below the head, from 0.
fn filled(here: &Path, head: &str, format: Format, cell: impl Fn(usize) -> String) -> Vec<Vec<String>> {
    let ran = naskah(here, ["tabel", "ekspor", "n.yaml", "-o", "n.xlsx", "--timpa"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let (name, mut rows) = exported(&fs::read(here.join("n.xlsx")).expect("a workbook"));
    let width = rows[0].len();
    for (at, row) in rows.iter_mut().enumerate() {
        row.resize(width, String::new());
        row.push(if at == 0 { head.to_owned() } else { cell(at - 1) });
    }
    let line = |row: &Vec<String>| PageRow {
        sel: row.iter().map(|text| Cell::Teks(text.clone())).collect(),
        tingkat: 0,
        tebal: false,
    };
    let page = Page {
        nama: name,
        kepala: vec![rows[0].clone()],
        kolom: vec![PageColumn { lebar: 20.0, pucat: false, pilihan: Vec::new() }; width + 1],
        baris: rows[1..].iter().map(line).collect(),
        gabungan: Vec::new(),
        beku: 0,
    };
    let end = match format {
        Format::Xlsx => "xlsx",
        Format::Ods => "ods",
        Format::Csv => "csv",
    };
    let bytes = sheets::write(&[page], format).unwrap_or_else(|error| panic!("{error}"));
    fs::write(here.join(format!("realisasi.{end}")), bytes).expect("a workbook");
    rows
}

#[test]
fn rows_of_a_plan_are_proposed_for_removal_or_carrying_over() {
    let words = ["selesai", "belum", "75 %", "", "Sudah terlaksana", "100 %"];
    for format in [Format::Xlsx, Format::Ods, Format::Csv] {
        let here = folder(&[("n.yaml", &plan())]);
        let levels = |rows: &[Vec<String>]| rows[1..].iter().map(|row| row[1].clone()).collect::<Vec<_>>();
        let kinds = levels(&filled(here.path(), "Realisasi 2025", format, |_| String::new()));
        let innermost = kinds.last().cloned().unwrap_or_default();
        let leaves: Vec<usize> = (0..kinds.len()).filter(|at| kinds[*at] == innermost).collect();
        let word = |row: usize| leaves.iter().position(|leaf| *leaf == row).map_or("", |at| words[at % words.len()]);
        let rows = filled(here.path(), "Realisasi 2025", format, |row| word(row).to_owned());
        let end = ["xlsx", "ods", "csv"][format as usize];
        let ran = perbarui(here.path(), &format!("n.yaml --tahun 2026 --laporan json --bawa realisasi.{end}"));
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        let old = perbarui(here.path(), "n.yaml --tahun 2026 -o tanpa.yaml");
        assert_eq!(old.code, Some(0), "{}", old.err);

        // Each mark stands above its own entry; without the marks it is the decree that is made without the sheet.
        let new = fs::read_to_string(here.path().join("n-2026.yaml")).expect("the new decree");
        let lines: Vec<&str> = new.lines().collect();
        let source = plan();
        let entries: Vec<&str> = source.lines().filter(|line| line.trim_start().starts_with("- indikator:")).collect();
        assert_eq!(entries.len(), leaves.len());
        let mut marked = 0;
        let mut seen = 0;
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.trim_start().starts_with("- indikator:")) {
            let marks: Vec<&&str> =
                lines[..at].iter().rev().take_while(|line| line.trim_start().starts_with('#')).collect();
            let own: Vec<&&&str> = marks.iter().filter(|mark| mark.contains("# TINJAU: realisasi 2025 ")).collect();
            let said = words[seen % words.len()];
            seen += 1;
            let proposal = match said {
                "" => {
                    assert!(own.is_empty(), "{line}: {own:?}");
                    continue;
                }
                "belum" | "75 %" => "belum selesai; diusulkan dilanjutkan",
                _ => "sudah selesai; diusulkan dihapus",
            };
            let wanted =
                format!("TINJAU: realisasi 2025 Lampiran baris {seen}: {said} — menurut realisasi.{end} {proposal}");
            assert!(own.len() == 1 && own[0].contains(&wanted), "{line}: {own:?}, not {wanted}");
            marked += 1;
        }
        assert_eq!(seen, leaves.len());
        let plain: String = new.split_inclusive('\n').filter(|line| !line.contains("TINJAU: realisasi")).collect();
        assert_eq!(plain, fs::read_to_string(here.path().join("tanpa.yaml")).expect("a decree"));

        let json = fs::read(here.path().join("n-2026.laporan.json")).expect("a report");
        let report: Value = serde_json::from_slice(&json).expect("JSON");
        let entries = report["rincian"].as_array().expect("entries");
        let told = |fate: &str| {
            let own = |entry: &&Value| {
                entry["nasib"] == fate
                    && entry["alasan"].as_str().is_some_and(|why| why.starts_with("menurut realisasi."))
            };
            entries.iter().filter(own).collect::<Vec<_>>()
        };
        assert_eq!((told("tinjau").len(), told("tetap").len()), (marked, leaves.len() - marked));
        // The report says where, and which row it is.
        let first = told("tinjau")[0];
        let title = rows[leaves[0] + 1].iter().skip(2).find(|text| !text.is_empty()).expect("a text");
        let before = first["sebelum"].as_str().unwrap_or_default();
        assert!(first["tempat"] == "Lampiran baris 1" && before.ends_with("…: selesai"), "{first}");
        assert!(title.starts_with(before.split('…').next().unwrap_or(before)), "{before}, {title}");
        let line = first["baris"].as_u64().unwrap_or(0) as usize;
        assert!(lines[line - 1].contains("- indikator:"), "{}", lines[line - 1]);
    }
}

#[test]
fn a_level_above_speaks_for_the_rows_below() {
    let here = folder(&[("n.yaml", &plan())]);
    filled(here.path(), "STATUS", Format::Xlsx, |row| if row == 0 { "selesai".into() } else { String::new() });
    let ran = perbarui(here.path(), "n.yaml --tahun 2026 --bawa realisasi.xlsx");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let new = fs::read_to_string(here.path().join("n-2026.yaml")).expect("the new decree");
    let above: Vec<&str> = new.lines().take_while(|line| !line.contains("- komponen:")).collect();
    assert!(above.last().is_some_and(|line| line.contains("TINJAU: realisasi 2025 Lampiran ")), "{above:?}");
    assert_eq!(new.matches("TINJAU: realisasi").count(), 1);
    let told = String::from_utf8_lossy(&ran.out).into_owned();
    assert!(!told.contains("  Lampiran baris 1 (") && told.contains("realisasinya belum diisi; baris tetap"), "{told}");
}

#[test]
fn every_row_of_a_list_in_brackets_has_its_mark_and_marks_stay() {
    let block = "        - kelompok: Awal\n        - [Andi, aktif]   # satu\n        - [Budi, aktif]\n        - [Citra, aktif]\n";
    let old = table().replace(block, "        [[Andi, aktif], [Budi, aktif],\n         [Citra, aktif]]\n");
    assert_ne!(old, table());
    let here = folder(&[("n.yaml", &old)]);
    filled(here.path(), "Realisasi", Format::Csv, |row| ["selesai", "selesai", "sebagian"][row].to_owned());
    let ran = perbarui(here.path(), "n.yaml --tahun 2026 --bawa realisasi.csv");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let new = fs::read_to_string(here.path().join("n-2026.yaml")).expect("the new decree");
    for (row, said) in ["baris 1: selesai", "baris 2: selesai", "baris 3: sebagian"].iter().enumerate() {
        assert_eq!(new.matches(&format!("# TINJAU: realisasi 2025 Lampiran {said} — ")).count(), 1, "{row}: {new}");
    }
    let ran = perbarui(here.path(), "n-2026.yaml --tahun 2026");
    assert!(ran.code == Some(0) && ran.err.ends_with("tidak ada yang berubah: n-2026.yaml\n"), "{}", ran.err);
}

#[test]
fn what_is_not_clear_is_said_with_its_cell_and_nothing_is_written() {
    let here = folder(&[("n.yaml", &table())]);
    let run = |head: &str, words: [&str; 4]| {
        let rows = filled(here.path(), head, Format::Xlsx, |row| words[row].to_owned());
        let ran = perbarui(here.path(), "n.yaml --tahun 2026 --bawa realisasi.xlsx --pesan ringkas");
        assert_eq!(ran.code, Some(1), "{}", ran.err);
        assert!(!here.path().join("n-2026.yaml").exists());
        (rows, ran.err)
    };
    let (_, found) = run("Realisasi", ["", "selesai", "kurang tahu", "belum"]);
    assert_eq!(
        found,
        "realisasi.xlsx lembar Lampiran 1 sel E4: galat[N107]: `kurang tahu` tidak jelas sebagai realisasi (tulis selesai, sebagian, belum, atau persen seperti `75%`)\n"
    );
    let (_, found) = run("Realisasi", ["selesai", "", "", ""]);
    assert!(found.starts_with("realisasi.xlsx lembar Lampiran 1 sel E2: galat[N808]: "), "{found}");
    // The table's own column `Status` is not meant.
    let (_, found) = run("Catatan", ["", "selesai", "", ""]);
    let missing = "realisasi.xlsx lembar Lampiran 1 sel A1: galat[N803]: lembar ini tidak mempunyai kolom Realisasi (";
    assert!(found.starts_with(missing) && found.lines().count() == 1, "{found}");

    // A decree that has changed since, a workbook without keys, none at all.
    filled(here.path(), "Realisasi", Format::Xlsx, |row| if row == 1 { "selesai".into() } else { String::new() });
    fs::write(here.path().join("n.yaml"), table().replace("Budi", "Badu")).expect("a decree");
    let ran = perbarui(here.path(), "n.yaml --tahun 2026 --bawa realisasi.xlsx --pesan ringkas");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.starts_with("realisasi.xlsx lembar Lampiran 1 sel A4: galat[N807]: `L1-3-"), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    fs::write(here.path().join("lain.csv"), "Nama;Realisasi\nAndi;selesai\n").expect("a sheet");
    let ran = perbarui(here.path(), "n.yaml --tahun 2026 --bawa lain.csv --pesan ringkas");
    assert!(ran.code == Some(1) && ran.err.contains("galat[N802]: lain.csv: tidak ada lembar"), "{}", ran.err);
    let ran = perbarui(here.path(), "n.yaml --tahun 2026 --bawa hilang.xlsx --pesan ringkas");
    assert!(ran.code == Some(2) && ran.err.contains("galat[N001]: hilang.xlsx tidak dapat dibaca"), "{}", ran.err);
    assert!(!here.path().join("n-2026.yaml").exists());
}

#[test]
fn the_report_as_a_workbook_has_every_entry_and_no_formula() {
    let text = short(
        "tentang: Penetapan Hari Kerja Tahun 2025\nmemperhatikan:\n  - \"=1+2025\"\n  - \"+usulan Renstra 2020-2024\"\n",
    );
    let here = folder(&[("n.yaml", &text)]);
    for form in ["xlsx", "json"] {
        let ran = perbarui(here.path(), &format!("n.yaml --tahun 2026 --laporan {form}"));
        assert_eq!(ran.code, Some(0), "{}", ran.err);
    }
    let bytes = fs::read(here.path().join("n-2026.laporan.xlsx")).expect("a workbook");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Pembaruan 2025 ke 2026"]);
    assert_eq!(book.worksheet_formula("Pembaruan 2025 ke 2026").expect("formulas").used_cells().count(), 0);
    let sheet = book.worksheet_range("Pembaruan 2025 ke 2026").expect("a sheet");
    let rows: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(rows[0], ["No.", "Tempat", "Baris", "Sebelum", "Sesudah", "Alasan"]);
    let json = fs::read(here.path().join("n-2026.laporan.json")).expect("a report");
    let report: Value = serde_json::from_slice(&json).expect("JSON");
    let mut wanted: Vec<[String; 3]> = Vec::new();
    for fate in ["tinjau", "ubah", "tetap"] {
        let own = report["rincian"].as_array().into_iter().flatten().filter(|entry| entry["nasib"] == fate);
        wanted
            .extend(own.map(|entry| ["tempat", "baris", "alasan"].map(|key| entry[key].to_string().replace('"', ""))));
    }
    let entries: Vec<[String; 3]> = rows[1..]
        .iter()
        .filter(|row| !row[0].is_empty())
        .map(|row| [1, 2, 5].map(|at| row[at].replace('"', "")))
        .collect();
    assert!(wanted.len() > 6);
    assert_eq!(entries, wanted);
    let texts = sheet.cells().filter(|(_, _, data)| matches!(data, Data::String(text) if text.starts_with(['=', '+'])));
    let places: Vec<String> = texts.map(|(row, column, _)| cell_name(row, column)).collect();
    assert!(places.len() >= 2, "{places:?}");
}
