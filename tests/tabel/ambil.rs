//! Tables that a decree takes from a workbook, with the oddities of real ones.

use std::fs;

use naskah_core::catalog::{Catalog, Root};
use naskah_core::diag::{Files, MessageFormat, Sink, render_all};
use naskah_core::resolve::{Edition, Printable};
use naskah_formats::sheets::Gabungan;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

use super::{Desk, findings, grid, with, written};
use crate::support::{carried, text_of};

/// A decree that takes its table from `r.xlsx`.
pub fn taking(options: &str) -> String {
    with(&format!(
        "    tabel:\n      dari: r.xlsx\n{options}      kolom:\n        No: {{isi: nomor, lebar: 1 cm}}\n        Nama:\n        Jumlah: {{dari: JML, isi: bilangan}}\n"
    ))
}

/// Writes a workbook with one sheet into the desk's folder.
pub fn put(desk: &Desk, fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("RA").and_then(fill).unwrap_or_else(|error| panic!("{error}"));
    let bytes = book.save_to_buffer().unwrap_or_else(|error| panic!("{error}"));
    fs::write(desk.path("r.xlsx"), bytes).unwrap_or_else(|error| panic!("{error}"));
}

pub fn rows(sheet: &mut Worksheet, first: u32, rows: &[&[&str]]) -> Result<(), XlsxError> {
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            match text.parse::<f64>() {
                Ok(number) => sheet.write_number(first + row as u32, column as u16, number)?,
                Err(_) => sheet.write_string(first + row as u32, column as u16, *text)?,
            };
        }
    }
    Ok(())
}

/// The rows of the first attachment as they are read, one a line, cells between bars.
pub fn read(desk: &Desk, text: &str) -> String {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(desk.path("n.yaml").display().to_string(), text);
    let catalog = Catalog::new(Root::embedded());
    let checked = naskah::read(file, &Edition::default(), &catalog, &mut files, &mut sink);
    let told = render_all(&sink, &files, MessageFormat::Ringkas, false)
        .replace(&format!("{}/", desk.folder.path().display()), "");
    let Some(checked) = checked else { return told };
    let mut out = String::new();
    for lampiran in &checked.resolved().keputusan().lampiran {
        let naskah_core::decree::IsiLampiran::Tabel(tabel) = &lampiran.isi else { continue };
        for row in &tabel.baris {
            out.push_str(&shown(row));
            out.push('\n');
        }
    }
    out
}

fn shown(row: &naskah_core::decree::Baris) -> String {
    use naskah_core::decree::{IsiBaris, NomorBaris, Sel};
    match &row.isi {
        IsiBaris::Kelompok { judul, .. } => format!("kelompok {}", judul.as_plain()),
        IsiBaris::Jumlah { judul, semua, .. } => {
            format!("{} {}", if *semua { "total" } else { "jumlah" }, judul.as_plain())
        }
        IsiBaris::Sel { sel, nomor } => {
            let cell = |sel: &Sel| match sel {
                Sel::Kosong => String::new(),
                Sel::Isi(butir) => butir.texts().iter().map(|teks| teks.as_plain()).collect::<Vec<_>>().join("+"),
                Sel::Bilangan(number, _) => number.to_string(),
                Sel::Atas(_) => "^".to_owned(),
                Sel::Kiri(_) => "<".to_owned(),
            };
            let number = match nomor {
                NomorBaris::Berikut => "",
                NomorBaris::Tanpa => "tidak:",
                NomorBaris::Atas => "^:",
                NomorBaris::Tulis(_) | NomorBaris::Entri(..) => "tulis:",
            };
            format!("{number}{}", sel.iter().map(cell).collect::<Vec<_>>().join("|"))
        }
    }
}

#[test]
fn a_heading_some_rows_down_and_rows_of_column_numbers() {
    let text = taking("");
    let desk = Desk::new(&text);
    put(&desk, |sheet| {
        sheet.write_string(0, 0, "DAFTAR KELOMPOK KERJA")?;
        sheet.write_string(1, 0, "Kabupaten Contoh")?;
        rows(sheet, 3, &[&["NO.", "N A M A", "Nama", "  jml "], &["1", "2", "3", "4"], &["1", "x", "Andi", "1234"]])?;
        rows(sheet, 7, &[&["2", "x", "Budi", "0.5"], &["", "", "", ""]])?;
        sheet.write_blank(60, 2, &Format::new().set_bold()).map(drop)
    });
    assert_eq!(read(&desk, &text), "Andi|1.234\nBudi|0,5\n");
}

#[test]
fn merged_cells_headings_and_sums() {
    let text = taking("      baris_jumlah: Jumlah\n");
    let desk = Desk::new(&text);
    let fill = |stated: f64| {
        move |sheet: &mut Worksheet| {
            let look = Format::new();
            rows(sheet, 0, &[&["No", "Nama", "JML"]])?;
            sheet.merge_range(1, 0, 1, 2, "I. Pengarah", &look)?;
            rows(sheet, 2, &[&["1", "", "3"], &["", "", "4"], &["2", "Citra", "5"]])?;
            sheet.merge_range(2, 0, 3, 0, "1", &look)?;
            sheet.merge_range(2, 1, 3, 1, "Andi", &look)?;
            sheet.write_string(5, 1, "Jumlah Pengarah")?;
            sheet.write_formula(5, 2, Formula::new("=SUM(C3:C5)").set_result(stated.to_string()))?;
            sheet.merge_range(6, 0, 6, 2, "Pelaksana", &look)?;
            rows(sheet, 7, &[&["1", "Dewi", "8"], &["", "Jumlah", "20"]])
        }
    };
    put(&desk, fill(12.0));
    let rows =
        "kelompok Pengarah\nAndi|3\n^:^|4\nCitra|5\njumlah Jumlah Pengarah\nkelompok Pelaksana\nDewi|8\ntotal Jumlah\n";
    assert_eq!(read(&desk, &text), rows);
    put(&desk, fill(13.0));
    let told = findings(desk.folder.path(), &text);
    assert!(told.contains("r.xlsx lembar RA sel C6: jumlah pada lembar 13, sedangkan jumlah barisnya 12"), "{told}");
    let filled = text.replace("baris_jumlah: Jumlah", "baris_jumlah: Jumlah\n      gabungan: isi");
    put(&desk, fill(12.0));
    assert!(read(&desk, &filled).contains("\nAndi|4\n"));
}

#[test]
fn days_formulas_and_percentages() {
    let text = with(
        "    tabel:\n      dari: r.xlsx\n      lembar: RA\n      kolom: [{judul: Nama}, {judul: Hari, isi: tanggal}, {judul: Waktu}, {judul: Bagian}]\n",
    );
    let desk = Desk::new(&text);
    put(&desk, |sheet| {
        rows(sheet, 0, &[&["Nama", "Hari", "Waktu", "Bagian"], &["a", "45662"], &["b", "5/1/2025"], &["c", "Senin"]])?;
        let day = ExcelDateTime::from_ymd(2025, 1, 5)?;
        sheet.write_datetime_with_format(1, 2, &day, &Format::new().set_num_format("dd/mm/yyyy"))?;
        let time = ExcelDateTime::from_hms(8, 30, 0)?;
        sheet.write_datetime_with_format(2, 2, &time, &Format::new().set_num_format("hh:mm"))?;
        sheet.write_formula(3, 2, Formula::new("=A2&\"x\"").set_result("ax"))?;
        sheet.write_number_with_format(1, 3, 0.25, &Format::new().set_num_format("0%")).map(drop)
    });
    assert_eq!(read(&desk, &text), "a|5 Januari 2025|5 Januari 2025|25%\nb|5 Januari 2025|08.30|\nc|Senin|ax|\n");
}

#[test]
fn lists_of_others_become_lists() {
    let text = taking("");
    let desk = Desk::new(&text);
    put(&desk, |sheet| {
        rows(sheet, 0, &[&["No", "Nama", "JML"], &["1", "1. satu\n2. dua", "1"], &["2", "baris yang\ndilipat", "2"]])
    });
    assert_eq!(read(&desk, &text), "+satu+dua|1\nbaris yang dilipat|2\n");
}

#[test]
fn findings_name_workbook_sheet_and_cell() {
    let text = taking("      lembar: RA\n");
    let desk = Desk::new(&text);
    let told = |fill: &dyn Fn(&mut Worksheet) -> Result<(), XlsxError>| {
        put(&desk, |sheet| {
            rows(sheet, 0, &[&["No", "Nama", "JML"], &["1", "Andi", "7"]])?;
            fill(sheet)
        });
        findings(desk.folder.path(), &text)
    };
    let number = told(&|sheet| sheet.write_string(1, 2, "seratus").map(drop));
    assert!(number.starts_with("r.xlsx lembar RA sel C2: galat[N306]: `seratus` bukan bilangan"), "{number}");
    let failed = told(&|sheet| sheet.write_formula(1, 1, Formula::new("=A9").set_result("#REF!")).map(drop));
    assert!(failed.starts_with("r.xlsx lembar RA sel B2: galat[N805]: `#REF!`: rumus pada sel ini gagal"), "{failed}");
    let large = told(&|sheet| sheet.write_number(1, 1, 199_001_012_020_121_001.0).map(drop));
    assert!(large.starts_with("r.xlsx lembar RA sel B2: galat[N805]: bilangan lebih dari 15 angka"), "{large}");
    let hidden = told(&|sheet| sheet.set_row_hidden(1).map(drop));
    assert!(
        hidden.starts_with("r.xlsx lembar RA sel B2: galat[N804]: 1 baris tersembunyi berisi data (baris 2)"),
        "{hidden}"
    );
    let head = told(&|sheet| sheet.write_string(0, 1, "Nma").map(drop));
    assert!(
        head.starts_with(
            "r.xlsx lembar RA sel A1: galat[N803]: kepala kolom `Nama` tidak ada pada baris 1 (maksud Anda `Nma`?)"
        ),
        "{head}"
    );
    let twice = told(&|sheet| sheet.write_string(0, 3, "Nama").map(drop));
    assert!(twice.contains("sel D1: galat[N803]: kepala `Nama` ada pada kolom B dan D"), "{twice}");
    let again = told(&|sheet| rows(sheet, 4, &[&["No", "Nama", "JML"], &["1", "Budi", "8"]]));
    assert!(again.contains("galat[N803]: kepala kolom ada pada baris 1 dan pada baris 5"), "{again}");
}

#[test]
fn rules_look_at_sheets_and_cure_nothing_there() {
    let text = with("    tabel: {dari: r.csv, kolom: {Tugas: }}\n");
    let desk = Desk::new(&text);
    fs::write(desk.path("r.csv"), "Tugas\nmenilai resiko bencana\n").unwrap_or_else(|error| panic!("{error}"));
    let told = findings(desk.folder.path(), &text);
    assert!(told.starts_with("r.csv sel A2: peringatan[K503]"), "{told}");
    let cured = naskah::commands::periksa::cure(&desk.path("n.yaml").display().to_string(), &text, &carried().0);
    assert_eq!((cured.count, cured.text.as_str()), (0, text.as_str()));
}

#[test]
fn hidden_rows_are_asked_about() {
    let desk = Desk::new("");
    put(&desk, |sheet| {
        rows(sheet, 0, &[&["No", "Nama", "JML"], &["1", "Andi", "7"], &["2", "Budi", "8"]])?;
        sheet.set_row_hidden(1).map(drop)
    });
    assert_eq!(read(&desk, &taking("      baris_tersembunyi: ikut\n")), "Andi|7\nBudi|8\n");
    assert_eq!(read(&desk, &taking("      baris_tersembunyi: abaikan\n")), "Budi|8\n");
    put(&desk, |sheet| {
        rows(sheet, 0, &[&["No", "Nama", "JML"], &["1", "Andi", "7"], &["2", "Budi", "8"]])?;
        sheet.set_row_height(1, 0).map(drop)
    });
    assert_eq!(read(&desk, &taking("      baris_tersembunyi: abaikan\n")), "Budi|8\n");
}

#[test]
fn a_workbook_lies_in_the_folder_of_the_decree() {
    let desk = Desk::new("");
    for dari in ["../r.xlsx", "/etc/passwd", "a/../../r.xlsx", "C:/r.xlsx"] {
        let told = findings(desk.folder.path(), &taking("").replace("r.xlsx", dari));
        assert!(told.contains("galat[N801]: buku kerja berada di luar folder"), "{dari}: {told}");
    }
    let told = findings(desk.folder.path(), &taking(""));
    assert!(told.contains("galat[N801]: r.xlsx tidak dapat dibaca: tidak ada"), "{told}");
    #[cfg(unix)]
    {
        let outside = Desk::new("");
        put(&outside, |sheet| rows(sheet, 0, &[&["No", "Nama", "JML"], &["1", "Andi", "7"]]));
        std::os::unix::fs::symlink(outside.path("r.xlsx"), desk.path("r.xlsx"))
            .unwrap_or_else(|error| panic!("{error}"));
        let told = findings(desk.folder.path(), &taking(""));
        assert!(told.contains("galat[N801]: buku kerja berada di luar folder"), "{told}");
    }
}

#[test]
fn a_text_that_stands_for_the_sheet_goes_before_it() {
    let text = taking("      lembar: RA\n");
    let desk = Desk::new(&text);
    put(&desk, |sheet| rows(sheet, 0, &[&["No", "Nama", "JML"], &["1", "Andi\n2", "7"], &["2", "a # b", "8"]]));
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(desk.path("n.yaml").display().to_string(), text.as_str());
    let catalog = Catalog::new(Root::embedded());
    let first = naskah::read(file, &Edition::default(), &catalog, &mut files, &mut sink);
    let first = first.unwrap_or_else(|| panic!("{}", render_all(&sink, &files, MessageFormat::Ringkas, false)));
    // The text stands in the run's files behind the decree's own, under the name by which a root would have it.
    let sheet = checked_span(&first);
    assert!(sheet.file > file);
    assert_eq!(files.name(sheet.file), "data/lembar/r.xlsx#RA.yaml");
    let root = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    fs::create_dir_all(root.path().join("data/lembar")).unwrap_or_else(|error| panic!("{error}"));
    fs::write(root.path().join("data/lembar/r.xlsx#RA.yaml"), files.text(sheet.file)).unwrap_or_else(|e| panic!("{e}"));
    fs::remove_file(desk.path("r.xlsx")).unwrap_or_else(|error| panic!("{error}"));
    let catalog = Catalog::new(Root::overlaid(root.path()));
    let (mut again, mut sink) = (Files::default(), Sink::default());
    let file = again.add(desk.path("n.yaml").display().to_string(), text.as_str());
    let second = naskah::read(file, &Edition::default(), &catalog, &mut again, &mut sink);
    let second = second.unwrap_or_else(|| panic!("{}", render_all(&sink, &again, MessageFormat::Ringkas, false)));
    assert_eq!(format!("{:?}", first.resolved().naskah()), format!("{:?}", second.resolved().naskah()));
    assert_eq!(files.text(sheet.file), again.text(checked_span(&second).file));
    assert_eq!(again.cell(checked_span(&second).file, checked_span(&second).start), Some("B2"));
}

/// Where the first row of the first table stands.
fn checked_span(checked: &naskah_rules::Checked) -> naskah_core::diag::Span {
    match &checked.resolved().keputusan().lampiran[0].isi {
        naskah_core::decree::IsiLampiran::Tabel(tabel) => tabel.baris[0].span,
        _ => panic!("no table"),
    }
}

#[test]
fn a_plan_is_taken_from_the_sheet_that_was_exported() {
    let text = text_of("templates/jenis/rencana-aksi/contoh.yaml");
    let desk = Desk::new(&text);
    let own = read(&desk, &text);
    let plan = text.find("    rencana:\n").unwrap_or_else(|| panic!("no plan"));
    for form in super::FORMS {
        assert_eq!(desk.export(&format!("r.{form}"), None), naskah::Outcome::Made);
        let lembar = if form == "csv" { "" } else { "      lembar: Lampiran 1\n" };
        let taking = format!("{}    rencana:\n      dari: r.{form}\n{lembar}", &text[..plan]);
        assert_eq!(read(&desk, &taking), own, "{form}");
    }
}

#[test]
fn tables_of_other_forms() {
    let csv = with(
        "    tabel:\n      dari: r.csv\n      kolom:\n        Nama:\n        Jumlah: {dari: JML, isi: bilangan}\n",
    );
    let desk = Desk::new(&csv);
    fs::write(desk.path("r.csv"), "Nama;JML\r\nAndi;1.234\r\n;\r\n").unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(read(&desk, &csv), "Andi|1.234\n");
    let mut sheet = grid(&[&["Nama", "JML"], &["Andi", "5"], &["", "6"]]);
    sheet.gabungan = vec![Gabungan { atas: 1, kiri: 0, bawah: 2, kanan: 0 }];
    fs::write(desk.path("r.ods"), written(&[("RA".into(), sheet)], "r.ods")).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(read(&desk, &csv.replace("r.csv", "r.ods")), "Andi|5\n^:^|6\n");
}

#[test]
fn a_formula_whose_value_is_not_stored_is_never_empty() {
    let text = taking("");
    let desk = Desk::new(&text);
    put(&desk, |sheet| {
        rows(sheet, 0, &[&["No", "Nama", "JML"], &["1", "Andi", "7"], &["2", "Budi", ""]])?;
        sheet.write_formula(2, 2, Formula::new("=VLOOKUP(A1,A1:B2,2)").set_result("")).map(drop)
    });
    without_values(&desk);
    let told = read(&desk, &text);
    assert!(told.contains("sel C3: galat[N805]: rumus pada sel ini belum mempunyai nilai"), "{told}");
}

/// Takes the stored values of formulas out of the workbook, as programs leave them that do not compute.
fn without_values(desk: &Desk) {
    use std::io::{Read, Write};
    let bytes = fs::read(desk.path("r.xlsx")).unwrap_or_default();
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap_or_else(|error| panic!("{error}"));
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for at in 0..book.len() {
        let mut part = book.by_index(at).unwrap_or_else(|error| panic!("{error}"));
        let (name, mut text) = (String::from_utf8_lossy(part.name_raw()).into_owned(), String::new());
        part.read_to_string(&mut text).unwrap_or_else(|error| panic!("{error}"));
        let text = text.replace("</f><v>0</v>", "</f><v></v>").replace(" t=\"str\"><f>", "><f>");
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap_or_else(|error| panic!("{error}"));
        out.write_all(text.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
    }
    let bytes = out.finish().unwrap_or_else(|error| panic!("{error}")).into_inner();
    fs::write(desk.path("r.xlsx"), bytes).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn empty_cells_below_one_that_says_something_are_merged_where_that_is_asked() {
    let text = with(
        "    tabel:\n      dari: r.xlsx\n      lembar: RA\n      baris_jumlah: Jumlah\n      gabungan: kosong\n      kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: Desa}, {judul: TPS, isi: bilangan}]\n",
    );
    let desk = Desk::new(&text);
    put(&desk, |sheet| {
        let own: [&[&str]; 7] = [
            &["No", "Kecamatan", "Desa", "TPS"],
            &["1", "Ambarawa", "Baran", "5"],
            &["", "", "Kupang", "6"],
            &["2", "Bergas", "Gebugan", "7"],
            &["", "", "Jatijajar", "8"],
            &["3", "Suruh", "Krandon", "9"],
            &["", "Jumlah", "", "35"],
        ];
        rows(sheet, 0, &own)
    });
    let printed = "Ambarawa|Baran|5\n^:^|Kupang|6\nBergas|Gebugan|7\n^:^|Jatijajar|8\nSuruh|Krandon|9\njumlah Jumlah\n";
    assert_eq!(read(&desk, &text), printed);
}
