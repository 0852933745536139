//! Widths of columns and rows over pages: letters become small before words are cut, all that is cut or changed is told, and
//! what goes on over a page says of what it is.

use super::kaidah::{faults, places, tabled};
use crate::support::Made;

/// The sizes of the letters in a table's cells: how far its lines stand apart tells them.
fn pitch(made: &Made, text: &str) -> f64 {
    let mut lines: Vec<f64> = places(made, text).into_iter().map(|at| at.1).collect();
    lines.dedup();
    (lines[1] - lines[0]) / 1.25
}

/// Whether a text stands on one line.
fn whole(made: &Made, text: &str) -> bool {
    !places(made, text).is_empty()
}

#[test]
fn letters_are_as_small_as_the_guide_says_before_a_word_is_cut() {
    let kolom = "{judul: Penyelenggaraan}, {judul: Pertanggungjawaban}, {judul: Ketidaklengkapan}, {judul: Pendokumentasian}, {judul: Penyebarluasan}, {judul: Pengorganisasian}, {judul: Keterangan}";
    let made = tabled("potret", kolom, &["ini ini ini ini ini ini ini ini ini ini ini ini, a, b, c, d, e, f"]);
    let told = faults(&made);
    assert!(told.iter().any(|line| line.contains("[N422]") && line.contains("kata dipenggal: kolom")), "{told:?}");
    assert!((pitch(&made, "ini ini") - 9.0).abs() < 0.1, "{}", pitch(&made, "ini ini"));
}

#[test]
fn an_address_is_whole_where_others_have_room_to_give() {
    let row = "nama.panjang.petugas@kab.example.id, 521211.000.A.0, Kotak suara";
    let made = tabled("potret", "{judul: No, isi: nomor}, {judul: Surel}, {judul: Kode}, {judul: Barang}", &[row]);
    assert_eq!(faults(&made), [""; 0]);
    for text in ["nama.panjang.petugas@kab.example.id", "521211.000.A.0", "Kotak suara"] {
        assert!(whole(&made, text), "{text}");
    }
}

/// Every column that changed or is too narrow is told, each by the whole of its title.
#[test]
fn all_columns_are_told_by_their_whole_titles() {
    let kolom = "{judul: Uraian, lebar: 10 cm}, {judul: Nomor Induk Kependudukan, lebar: '1,5 cm'}, {judul: Nomor Telepon Genggam, lebar: '1,5 cm'}";
    let told = faults(&tabled("potret", kolom, &["Uraian singkat, '3374012345678901', '081234567890'"]));
    let widths: Vec<&String> = told.iter().filter(|line| line.contains("[N421]")).collect();
    assert!(
        widths.len() == 1
            && ["kolom 1 (`URAIAN`)", "kolom 2 (`NOMOR INDUK KEPENDUDUKAN`)", "kolom 3 (`NOMOR TELEPON GENGGAM`)"]
                .iter()
                .all(|column| widths[0].to_uppercase().contains(&column.to_uppercase())),
        "{told:?}"
    );
    let kolom = ["Pertanggungjawaban Keuangan"; 9].map(|judul| format!("{{judul: {judul}}}")).join(", ");
    let told = faults(&tabled("potret", &kolom, &["a, b, c, d, e, f, g, h, i"]));
    let columns = (1..=9).all(|n| {
        told.iter().any(|line| line.to_lowercase().contains(&format!("kolom {n} (`pertanggungjawaban keuangan`)")))
    });
    assert!(columns, "{told:?}");
}

/// A column that cannot stay as narrow as it was asked to be becomes as wide as it needs before letters become small.
#[test]
fn a_column_grows_by_what_roomy_ones_have_at_the_size_of_the_letters() {
    let kolom = "{judul: Alamat}, {judul: NIP, lebar: 3 cm}";
    let made = tabled(
        "potret",
        kolom,
        &[
            "Jalan Jalan Jalan Jalan Jalan Jalan Jalan Jalan Jalan Jalan Jalan Jalan Jalan Jalan Jalan Jalan Jalan, 19600101 201001 1 001",
        ],
    );
    let told = faults(&made);
    assert!(told.len() == 1 && told[0].contains("[N421]"), "{told:?}");
    assert!((pitch(&made, "Jalan Jalan") - 11.0).abs() < 0.1, "{}", pitch(&made, "Jalan Jalan"));
}

/// A day that has no room on its line leaves no word over the border of its cell, and is told.
#[test]
fn a_parted_day_stays_in_its_cell_and_is_told() {
    let kolom: String = (0..12).map(|n| format!(", {{judul: Nilai {n}, isi: bilangan}}")).collect();
    let row = format!("'Tanjungpandan, 29 September 1999'{}", ", '12.500.000'".repeat(12));
    for orientasi in ["potret", "lanskap"] {
        let made = tabled(orientasi, &format!("{{judul: Lahir}}{kolom}"), &[&row]);
        let told = faults(&made);
        assert!(!told.iter().any(|line| line.contains("[N411]")), "{told:?}");
        assert!(
            whole(&made, "29 September 1999") || told.iter().any(|line| line.contains("tanggal terbelah")),
            "{told:?}"
        );
    }
}

#[test]
fn short_words_with_a_slash_are_whole() {
    let kolom: String = (0..8).map(|n| format!(", {{judul: Pertanggungjawaban {n}}}")).collect();
    let row = format!("Petugas, L{}", ", menyelenggarakan".repeat(8));
    let made = tabled("lanskap", &format!("{{judul: Nama}}, {{judul: L/P}}{kolom}"), &[&row]);
    assert!(whole(&made, "L/P"), "{:?}", faults(&made));
}

/// Rows of six lines on lying pages, at every height.
#[test]
fn short_rows_are_whole_on_lying_pages() {
    let tugas = "melaksanakan koordinasi dengan pemangku kepentingan ".repeat(2);
    for before in 0..5 {
        let rows = (0..before)
            .map(|n| format!("Petugas {n}, mencatat"))
            .chain((0..8).map(|n| format!("Awal{n}, '{tugas}Akhir{n}'")));
        let rows: Vec<String> = rows.collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let made = tabled("lanskap", "{judul: Nama}, {judul: Tugas, lebar: 5 cm}", &rows);
        for n in 0..8 {
            let [from, to] = ["Awal", "Akhir"].map(|text| places(&made, &format!("{text}{n}")));
            assert!(to[0].1 - from[0].1 > 4.0 * 13.0 || to[0].0 != from[0].0, "a high row");
            assert_eq!(from.len(), 1, "{before} rows before, row {n}");
            assert_eq!(from[0].0, to[0].0, "{before} rows before, row {n}");
        }
    }
}

/// A row that goes on has room for the whole name that is said again, as high as its text.
#[test]
fn a_name_that_is_said_again_is_whole() {
    let tugas: String = (0..60).map(|n| format!("kata{n} ")).collect();
    let rows: Vec<String> = (0..8)
        .map(|n| format!("'Raden Mas Soerjosoemarnokusumo Kusumodiningrat Wirakusuma Akhir{n}', '{tugas}'"))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    for lebar in ["4,5 cm", "5 cm", "5,5 cm"] {
        let kolom = format!("{{judul: Nama, lebar: '4,5 cm'}}, {{judul: Tugas, lebar: '{lebar}'}}");
        let made = tabled("lanskap", &kolom, &rows);
        let (pages, mut again) = (made.pages(), 0);
        for page in 0..pages.count() {
            let lines = pages.lines(page);
            assert!(!lines.iter().any(|line| line.text.contains('…')), "page {page}");
            let mut pieces = pages.pieces(page);
            pieces.sort_by(|a, b| a.y.total_cmp(&b.y));
            let Some(first) = pieces.iter().find(|piece| piece.text.starts_with("kata")) else { continue };
            if first.text.starts_with("kata0 ") {
                continue;
            }
            again += 1;
            let name = pieces.iter().find(|piece| piece.text.starts_with("Raden")).expect("a name");
            assert!((name.y - first.y).abs() < 0.1, "page {page}: {name:?} {first:?}");
        }
        assert!(again > 1, "{lebar}: rows go on");
    }
}

/// No page ends within a word of a cell: its hyphen stands over the rest of it.
#[test]
fn no_page_ends_within_a_word_of_a_cell() {
    let tugas = "mempertanggungjawabkan pelaksanaan ".repeat(40);
    for before in 0..6 {
        let rows = (0..before).map(|n| format!("Petugas {n}, a, b")).chain([format!("Petugas, '{tugas}', ya")]);
        let rows: Vec<String> = rows.collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let made = tabled(
            "potret",
            "{judul: Nama, lebar: 9 cm}, {judul: Tugas, lebar: '2,5 cm'}, {judul: Ket, lebar: 3 cm}",
            &rows,
        );
        let pages = made.pages();
        for page in 0..pages.count() {
            let mut pieces = pages.pieces(page);
            pieces.retain(|piece| {
                "mempertanggungjawabkan pelaksanaan".contains(piece.text.trim()) && piece.text.len() > 1
            });
            pieces.sort_by(|a, b| a.y.total_cmp(&b.y));
            let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { continue };
            let ends = |text: &str| ["wabkan", "an", "pelaksanaan"].contains(&text);
            assert!(ends(last.text.trim_end()), "{before} rows before, page {page} ends with {last:?}");
            assert!(first.text.starts_with("mem") || first.text.starts_with("pelaksana"), "{first:?}");
        }
    }
}

/// Letters that are smaller than the guide says keep a name whole, and are told.
#[test]
fn letters_smaller_than_the_guide_s_are_told() {
    let kolom: String = (0..5).map(|n| format!(", {{judul: Nilai {n}, isi: bilangan}}")).collect();
    let told = |letters: usize| {
        let name: String = "Soerjosoemarnokusumodiningratwirakusuma".chars().take(letters).collect();
        let row = format!("{name}{}", ", '125.000.000'".repeat(5));
        let made = tabled("potret", &format!("{{judul: Nama}}{kolom}"), &[&row]);
        let told =
            faults(&made).iter().any(|line| line.contains("[N422]") && line.contains("huruf diperkecil sampai 8,"));
        assert!(!told || whole(&made, &name), "{name}");
        told
    };
    assert!((12..36).any(told));
}

/// A table in letters that are hard to read is named by its attachment.
#[test]
fn a_table_in_tiny_letters_is_named() {
    let kolom: String = (0..16).map(|n| format!(", {{judul: N{n}, isi: bilangan}}")).collect();
    let row = format!("Desa{}", ", 1234567".repeat(16));
    let told = faults(&tabled("potret", &format!("{{judul: Desa}}{kolom}"), &[&row]));
    assert!(told.iter().any(|line| line.contains("[N415]") && line.contains("tabel LAMPIRAN (`DAFTAR`)")), "{told:?}");
}
