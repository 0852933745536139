//! What is read of a cell is what a person sees in it; what no one can see whole is told.

use std::fs;
use std::io::Write;

use rust_xlsxwriter::{Chart, ChartType, ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

use super::ambil::{put, read, rows, taking};
use super::{Desk, findings, sheets, with};

/// A decree that takes columns of `r.xlsx` as they are.
fn columns(columns: &str) -> String {
    with(&format!("    tabel:\n      dari: r.xlsx\n      lembar: RA\n      kolom: {columns}\n"))
}

fn look(code: &str) -> Format {
    Format::new().set_num_format(code)
}

#[test]
fn numbers_are_taken_as_their_format_shows_them() {
    let text = columns("{Kode: , Uang: , Bagian: , Rata: {isi: bilangan}}");
    let desk = Desk::new(&text);
    put(&desk, |sheet| {
        rows(sheet, 0, &[&["Kode", "Uang", "Bagian", "Rata"]])?;
        for (row, (code, money, part, mean)) in
            [(7.0, 1_500_000.0, 0.085, 100.0 / 3.0), (12.0, -2500.4, 0.5, 0.125)].into_iter().enumerate()
        {
            let row = row as u32 + 1;
            sheet.write_number_with_format(row, 0, code, &look("000"))?;
            sheet.write_number_with_format(row, 1, money, &look("\"Rp\"#,##0;(\"Rp\"#,##0)"))?;
            sheet.write_number_with_format(row, 2, part, &look("0.0%"))?;
            sheet.write_number_with_format(row, 3, mean, &look("0.00"))?;
        }
        Ok(())
    });
    assert_eq!(read(&desk, &text), "007|Rp1.500.000|8,5%|33,33\n012|(Rp2.500)|50,0%|0,13\n");
}

#[test]
fn days_and_times_are_taken_as_their_format_shows_them() {
    let text = columns("{Waktu: }");
    let desk = Desk::new(&text);
    let taken = |value: f64, code: &str| {
        put(&desk, |sheet| {
            rows(sheet, 0, &[&["Waktu"]])?;
            sheet.write_number_with_format(1, 0, value, &look(code)).map(drop)
        });
        read(&desk, &text)
    };
    assert_eq!(taken(45366.678, "dd/mm/yyyy"), "15 Maret 2024\n");
    assert_eq!(taken(45366.678, "dddd, d mmmm yyyy h:mm"), "Jumat, 15 Maret 2024 pukul 16.16\n");
    assert_eq!(taken(28_799.0 / 86_400.0, "hh:mm"), "07.59\n");
    assert_eq!(taken(10.0 + 54_610.0 / 86_400.0, "[hh]:mm:ss"), "255.10.10\n");
    for (value, told) in [(-1.2, "di luar yang dikenal"), (0.0, "tanggal ini 0"), (3e6, "di luar yang dikenal")] {
        let text = taken(value, "dd/mm/yyyy");
        assert!(text.contains("sel A2: galat[N805]") && text.contains(told), "{text}");
    }
    let hidden = findings(desk.folder.path(), &{
        put(&desk, |sheet| {
            rows(sheet, 0, &[&["Waktu", "Nama"], &["", "Andi"]])?;
            sheet.write_number_with_format(1, 0, 5, &look(";;;")).map(drop)
        });
        columns("{Waktu: , Nama: }")
    });
    assert!(hidden.contains("sel A2: isi sel ini disembunyikan oleh formatnya"), "{hidden}");
}

#[test]
fn numbers_of_persons_are_told_once_a_column() {
    let text = columns("{Nama: , NIK: , Telepon: }");
    let desk = Desk::new(&text);
    let told = |fill: &dyn Fn(&mut Worksheet, u32) -> Result<(), XlsxError>| {
        put(&desk, |sheet| {
            rows(sheet, 0, &[&["Nama", "NIK", "Telepon"]])?;
            (1..=45).try_for_each(|row| {
                sheet.write_string(row, 0, format!("Petugas {row}"))?;
                fill(sheet, row)
            })
        });
        findings(desk.folder.path(), &text)
    };
    let large = told(&|sheet, row| sheet.write_number(row, 1, 3_322_010_101_800_000.0 + f64::from(row)).map(drop));
    assert_eq!(large.matches("galat[N805]").count(), 1, "{large}");
    assert!(large.contains("tidak disimpan utuh oleh lembar kerja (45 sel: B2:B46)"), "{large}");
    let power = told(&|sheet, row| sheet.write_string(row, 1, "3.322010101800003E+15").map(drop));
    assert!(power.contains("galat[N805]: angka ini sudah menjadi teks berpangkat"), "{power}");
    let short = told(&|sheet, row| sheet.write_string(row, 1, "332201010180000").map(drop));
    assert!(
        short.contains("peringatan[N805]: r.xlsx lembar RA sel B2: NIK berisi 16 angka, di sini 15 (45 sel"),
        "{short}"
    );
    let phone = told(&|sheet, row| sheet.write_number(row, 2, 81_200_000_000.0 + f64::from(row)).map(drop));
    assert!(phone.contains("nomor telepon tersimpan sebagai bilangan") && phone.contains("C2:C46"), "{phone}");
    let quoted = told(&|sheet, row| sheet.write_string(row, 1, "'3322010101800003").map(drop));
    assert!(quoted.contains("tanda petik di depan angka tidak diambil (45 sel: B2:B46)"), "{quoted}");
}

#[test]
fn plain_formulas_without_a_value_are_computed() {
    let text = taking("      baris_jumlah: Jumlah\n");
    let desk = Desk::new(&text);
    put(&desk, |sheet| {
        rows(sheet, 0, &[&["No", "Nama", "JML"], &["1", "Andi", ""], &["2", "Budi", "1300000"], &["", "Jumlah", ""]])?;
        // A workbook that is written by a program holds a zero that was never computed, and says so.
        sheet.write_formula(1, 2, Formula::new("=1000000+200000"))?;
        sheet.write_formula(3, 2, Formula::new("=SUM(C2:C3)")).map(drop)
    });
    assert_eq!(read(&desk, &text), "Andi|1.200.000\nBudi|1.300.000\njumlah Jumlah\n");
    put(&desk, |sheet| {
        rows(sheet, 0, &[&["No", "Nama", "JML"], &["1", "Andi", ""]])?;
        sheet.write_formula(1, 2, Formula::new("=ROUND(7/2,0)")).map(drop)
    });
    assert!(read(&desk, &text).contains("sel C2: galat[N805]: rumus pada sel ini belum mempunyai nilai"));
}

#[test]
fn numbers_follow_the_rows_and_may_run_on() {
    let text = with("    tabel:\n      dari: r.xlsx\n      kolom: {No: {isi: nomor}, Desa: , Nama: }\n");
    let desk = Desk::new(&text);
    put(&desk, |sheet| {
        rows(sheet, 0, &[&["No", "Desa", "Nama"], &["1", "", "a"], &["2", "", "b"], &["3", "y", "c"]])?;
        sheet.merge_range(1, 1, 2, 1, "x", &Format::new()).map(drop)
    });
    assert_eq!(read(&desk, &text), "x|a\n^|b\ny|c\n");
    assert_eq!(findings(desk.folder.path(), &text), "");
    let groups = |sheet: &mut Worksheet| {
        rows(
            sheet,
            0,
            &[&["No", "Desa", "Nama"], &["Timur", "", ""], &["1", "x", "a"], &["Barat", "", ""], &["2", "y", "b"]],
        )
    };
    put(&desk, groups);
    assert!(findings(desk.folder.path(), &text).contains("`kelompok: [2, 4]` bila judul kelompok"));
    let grouped = text.replace("      kolom:", "      kelompok: [2, Barat]\n      kolom:");
    assert_eq!(read(&desk, &grouped), "kelompok Timur\nx|a\nkelompok Barat\ny|b\n");
    let told = findings(desk.folder.path(), &grouped);
    assert!(told.contains("sel A5: nomor `2` pada lembar dicetak 1 (tulis `nomor_lanjut: ya`"), "{told}");
    let run_on = grouped.replace("      kolom:", "      nomor_lanjut: ya\n      kolom:");
    assert_eq!(findings(desk.folder.path(), &run_on), "");
}

#[test]
fn all_columns_are_taken_with_the_heads_of_the_sheet() {
    let text = columns("semua").replace("      kolom:", "      baris_jumlah: Jumlah\n      kolom:");
    let desk = Desk::new(&text);
    put(&desk, |sheet| {
        let look = Format::new();
        sheet.merge_range(0, 0, 0, 4, "DAFTAR PEMILIH", &look)?;
        rows(sheet, 1, &[&["No", "Desa", "", "", "Kode"], &["", "", "L", "P", ""], &["1", "2", "3", "4", "5"]])?;
        sheet.merge_range(1, 0, 2, 0, "No", &look)?;
        sheet.merge_range(1, 1, 2, 1, "Desa", &look)?;
        sheet.merge_range(1, 2, 1, 3, "Pemilih", &look)?;
        sheet.merge_range(1, 4, 2, 4, "Kode", &look)?;
        rows(sheet, 4, &[&["1", "x", "1200", "34", ""], &["2", "y", "5", "6", ""], &["", "Jumlah", "1205", "40", ""]])?;
        (4..6).try_for_each(|row| sheet.write_number_with_format(row, 4, row, &self::look("000")).map(drop))
    });
    assert_eq!(read(&desk, &text), "x|1.200|34|004\ny|5|6|005\njumlah Jumlah\n");
    assert_eq!(findings(desk.folder.path(), &text), "");
}

#[test]
fn sheets_of_charts_are_passed_over() {
    let written = || -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        book.add_worksheet().set_name("RA")?.write_string(0, 0, "Nama")?.write_string(1, 0, "Andi")?;
        let mut chart = Chart::new(ChartType::Column);
        chart.add_series().set_values("RA!$A$1:$A$2");
        book.add_chartsheet().insert_chart(0, 0, &chart)?;
        book.save_to_buffer()
    };
    let bytes = written().unwrap_or_else(|error| panic!("{error}"));
    let names: Vec<String> = sheets("r.xlsx", &bytes).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["RA"]);
}

#[test]
fn the_table_of_a_word_file_is_taken() {
    let text = taking("").replace("r.xlsx", "r.docx");
    let desk = Desk::new(&text);
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |cells: [&str; 3]| format!("<w:tr>{}</w:tr>", cells.map(cell).concat());
    let table = [row(["No", "Nama", "JML"]), row(["1.", "Andi", "1.500"]), row(["2.", "Budi", "7"])].concat();
    let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| -> zip::result::ZipResult<()> {
        out.start_file(name, zip::write::SimpleFileOptions::default())?;
        Ok(out.write_all(text.as_bytes())?)
    };
    part("[Content_Types].xml", "<Types/>").unwrap_or_else(|error| panic!("{error}"));
    part("word/document.xml", &format!("<w:document><w:body><w:tbl>{table}</w:tbl></w:body></w:document>"))
        .unwrap_or_else(|error| panic!("{error}"));
    let bytes = out.finish().unwrap_or_else(|error| panic!("{error}")).into_inner();
    fs::write(desk.path("r.docx"), bytes).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(read(&desk, &text), "Andi|1.500\nBudi|7\n");
    fs::write(desk.path("r.docx"), b"PK\x03\x04xx").unwrap_or_else(|error| panic!("{error}"));
    assert!(read(&desk, &text).contains("berkas Word rusak"));
}

#[test]
fn days_in_a_column_of_days_are_days() {
    let text = columns("{Hari: {isi: tanggal}}");
    let desk = Desk::new(&text);
    put(&desk, |sheet| {
        rows(sheet, 0, &[&["Hari"], &["2-3-26"], &["2/3/2026"], &["March 2, 2026"], &["3 s.d. 5 Maret 2026"]])?;
        let day = ExcelDateTime::from_ymd(2026, 3, 2)?;
        sheet.write_datetime_with_format(5, 0, &day, &look("d-mmm-yy")).map(drop)
    });
    let told = read(&desk, &text);
    assert!(
        told.contains("sel A2: galat[N805]: tanggal ini tidak dikenal") && told.contains("(2 sel: A2, A4)"),
        "{told}"
    );
}
