//! What stands below the table in a sheet and is none of its rows.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::Desk;
use super::ambil::{put, read, rows, taking};

/// What is read of a table with three rows, followed by others.
fn below(options: &str, first: u32, more: &[&[&str]]) -> String {
    let text = taking(options);
    let desk = Desk::new(&text);
    put(&desk, |sheet| {
        rows(sheet, 0, &[&["No", "Nama", "JML"], &["1", "Andi", "7"], &["2", "Budi", "8"], &["3", "Citra", "9"]])?;
        rows(sheet, first, more)
    });
    read(&desk, &text)
}

const TABLE: &str = "Andi|7\nBudi|8\nCitra|9\n";

#[test]
fn a_signature_block_is_asked_about_and_left_out_where_told() {
    let block: [&[&str]; 4] = [
        &["", "", "Salatiga, 5 Mei 2025"],
        &["", "", "Kepala Bagian"],
        &["", "", "Dewi Lestari"],
        &["", "", "NIP 19800101"],
    ];
    let told = below("", 5, &block);
    let wanted = "r.xlsx lembar RA sel C6: galat[N808]: baris 6-9 tampaknya blok tanda tangan, bukan baris tabel: C6 `Salatiga, 5 Mei 2025`, C7 `Kepala Bagian`";
    assert!(told.contains(wanted) && told.contains("`sampai: 4`") && told.contains("`lewati: [6-9]`"), "{told}");
    assert_eq!(below("      sampai: 4\n", 5, &block), TABLE);
    assert_eq!(below("      lewati: [6-9]\n", 5, &block), TABLE);
    let close = below("", 4, &block);
    assert!(close.contains("baris 5-8 tampaknya blok tanda tangan"), "{close}");
    let both: [&[&str]; 2] = [&["", "Mengetahui,", "Salatiga, .... 2025"], &["", "Kepala", "Pembuat"]];
    assert!(below("", 6, &both).contains("baris 7-8 tampaknya blok tanda tangan"));
    let alone: [&[&str]; 1] = [&["", "KEPALA BAGIAN", ""]];
    assert!(below("", 6, &alone).contains("baris 7 tampaknya baris yang bentuknya lain"));
}

#[test]
fn notes_are_asked_about_even_where_no_column_is_taken() {
    for note in ["Catatan: sementara", "Keterangan :", "*) belum pasti", "dst."] {
        let rows: [&[&str]; 1] = [&[note, "", ""]];
        let told = below("", 4, &rows);
        assert!(told.contains("A5: galat[N808]: baris 5 tampaknya catatan"), "{note}: {told}");
        let word: String = note.chars().filter(|c| c.is_alphabetic() || *c == ' ').collect();
        assert_eq!(below(&format!("      lewati: ['{}']\n", word.trim()), 4, &rows), TABLE);
    }
}

#[test]
fn sums_are_asked_about_or_printed_or_rows() {
    for title in ["Jumlah", "TOTAL", "Sub Jumlah", "Subtotal Pengarah"] {
        let sums: [&[&str]; 1] = [&["", title, "24"]];
        let told = below("", 4, &sums);
        assert!(told.contains("galat[N808]: baris 5 tampaknya baris jumlah"), "{title}: {told}");
        assert!(told.contains(&format!("`baris_jumlah: {title}`")), "{told}");
        assert_eq!(below("      baris_jumlah: Jumlah\n", 4, &sums), format!("{TABLE}jumlah {title}\n"));
        assert_eq!(below("      lewati: [5]\n", 4, &sums), TABLE);
    }
    let numbered: [&[&str]; 1] = [&["4", "Jumlah pemilih", "24"]];
    assert_eq!(below("", 4, &numbered), format!("{TABLE}Jumlah pemilih|24\n"));
    let wide = below("      baris_jumlah: tidak\n      sampai: 5\n", 4, &[&["", "Jumlah", "24"]]);
    assert_eq!(wide, format!("{TABLE}Jumlah|24\n"));
}

#[test]
fn a_sum_that_is_merged_over_the_table_is_no_heading() {
    let text = taking("");
    let desk = Desk::new(&text);
    put(&desk, |sheet| {
        rows(sheet, 0, &[&["No", "Nama", "JML"], &["1", "Andi", "7"]])?;
        sheet.merge_range(2, 0, 2, 2, "JUMLAH", &Format::new()).map(drop)
    });
    let told = read(&desk, &text);
    assert!(told.contains("baris 3 tampaknya baris jumlah"), "{told}");
}

/// The same heads again below a heading, with their own rows.
fn twice(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let look = Format::new();
    sheet.merge_range(0, 0, 0, 2, "Wilayah Timur", &look)?;
    rows(sheet, 1, &[&["No", "Nama", "JML"], &["1", "2", "3"], &["1", "Andi", "7"], &["2", "Budi", "8"]])?;
    sheet.merge_range(6, 0, 6, 2, "Wilayah Barat", &look)?;
    rows(sheet, 7, &[&["No", "Nama", "JML"], &["1", "2", "3"], &["1", "Citra", "9"]])
}

#[test]
fn heads_that_are_repeated_are_no_rows_and_their_headings_are_groups() {
    let text = taking("      kepala: 2\n");
    let desk = Desk::new(&text);
    put(&desk, twice);
    let grouped = "kelompok Wilayah Timur\nAndi|7\nBudi|8\nkelompok Wilayah Barat\nCitra|9\n";
    assert_eq!(read(&desk, &text), grouped);
}

#[test]
fn rows_behind_an_empty_row_are_rows_where_they_look_like_them() {
    let more: [&[&str]; 2] = [&["4", "Dewi", "10"], &["", "Tanpa nomor", ""]];
    let told = below("", 6, &more);
    assert!(told.contains("baris 8 tampaknya baris yang bentuknya lain"), "{told}");
    assert_eq!(below("      sampai: 8\n", 6, &more), format!("{TABLE}Dewi|10\nTanpa nomor|\n"));
    assert_eq!(below("      lewati: [8]\n", 6, &more), format!("{TABLE}Dewi|10\n"));
    let wrong = below("      lewati: ['-']\n", 6, &more);
    assert!(wrong.contains("`lewati` berisi nomor baris, rentang, atau awal teks"), "{wrong}");
}

#[test]
fn a_first_row_that_the_next_goes_on_from_numbers_no_columns() {
    let text = super::with("    tabel:\n      dari: r.csv\n      kolom: {TPS: , L: , P: }\n");
    let desk = Desk::new(&text);
    let taken = |csv: &str| {
        std::fs::write(desk.path("r.csv"), csv).unwrap_or_else(|error| panic!("{error}"));
        read(&desk, &text)
    };
    assert_eq!(taken("TPS,L,P\n1,2,3\n2,5,6\n"), "1|2|3\n2|5|6\n");
    assert_eq!(taken("TPS,L,P\n1,2,3\n"), "1|2|3\n");
    let asked = taken("TPS,L,P\n1,2,3\n1,5,6\n");
    assert!(asked.contains("galat[N808]: baris 2 berisi 1, 2, 3, …: nomor kolom atau baris tabel?"), "{asked}");
    assert_eq!(taken("TPS,L,P\n1,2,3\nA,5,6\n"), "A|5|6\n");
    assert_eq!(taken("TPS,L,P\n(1),(2),(3)\n2,5,6\n"), "2|5|6\n");
}
