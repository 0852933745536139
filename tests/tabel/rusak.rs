//! Hostile and broken files: each is refused with a reason, none takes memory without end.

use std::io::{Cursor, Write};

use naskah_formats::sheets::{Broken, Workbook};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook as Xlsx;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{grid, sheets, written};

fn small(name: &str) -> Vec<u8> {
    written(&[("RA".to_owned(), grid(&[&["Nama", "Tugas"], &["Andi", "Ketua"]]))], name)
}

/// A package of parts.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, packed)
            .and_then(|()| Ok(zip.write_all(bytes)?))
            .unwrap_or_else(|error| panic!("{error}"));
    }
    zip.finish().unwrap_or_else(|error| panic!("{error}")).into_inner()
}

/// Opens and reads every sheet.
fn read(name: &str, bytes: &[u8]) -> Result<(), Broken> {
    let mut book = Workbook::open(name, bytes)?;
    book.names().iter().try_for_each(|sheet| book.read(sheet).map(drop))
}

#[test]
fn what_is_cut_off_is_broken() {
    for name in ["x.xlsx", "x.ods"] {
        let whole = small(name);
        assert_eq!(read(name, &whole), Ok(()));
        for part in [2, 3, 5] {
            assert!(read(name, &whole[..whole.len() * (part - 1) / part]).is_err(), "{name}");
        }
    }
    assert!(matches!(read("x.xlsx", b""), Err(Broken::Unknown)));
    assert!(matches!(read("x.xlsx", b"Nama;Tugas"), Err(Broken::Unknown)));
    assert!(matches!(read("x.xls", &[0xd0, 0xcf, 0x11, 0xe0, 0, 0]), Err(Broken::Old)));
}

#[test]
fn what_unpacks_without_end_is_refused() {
    let zeros = vec![b' '; 64 << 20];
    let mut parts: Vec<(String, &[u8])> = vec![("[Content_Types].xml".to_owned(), b"<Types/>")];
    (0..6).for_each(|at| parts.push((format!("xl/worksheets/sheet{at}.xml"), &zeros)));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let bomb = package(&parts);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(read("x.xlsx", &bomb), Err(Broken::TooLarge));
}

#[test]
fn far_cells_and_repeated_ones_are_refused() {
    let mut book = Xlsx::new();
    let sheet = book.add_worksheet();
    sheet
        .write_string(0, 0, "a")
        .and_then(|sheet| sheet.write_string(1_048_575, 16_383, "z"))
        .unwrap_or_else(|e| panic!("{e}"));
    let far = book.save_to_buffer().unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(read("x.xlsx", &far), Err(Broken::TooLarge));
    let cell = "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16000\"><text:p>a</text:p></table:table-cell>";
    for row in [
        format!(
            "<table:table-row table:number-rows-repeated=\"1000000\">{}</table:table-row>",
            cell.replace("16000", "1")
        ),
        format!("<table:table-row>{cell}</table:table-row>"),
        format!("<table:table-row table:number-rows-repeated=\"18446744073709551615\">{cell}</table:table-row>"),
    ] {
        let content = format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">{row}</table:table></office:spreadsheet></office:body></office:document-content>"
        );
        let manifest = b"<manifest:manifest/>";
        let ods = package(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", manifest),
            ("content.xml", content.as_bytes()),
        ]);
        assert_eq!(read("x.ods", &ods), Err(Broken::TooLarge), "{row}");
    }
    let rows = "a;b\n".repeat(100_001);
    assert_eq!(read("x.csv", rows.as_bytes()), Err(Broken::TooLarge));
}

#[test]
fn a_formula_that_a_text_looks_like_stays_a_text() {
    for name in ["x.xlsx", "x.ods"] {
        let bytes = written(&[("A".to_owned(), grid(&[&["=1+1", "@x", "+1"]]))], name);
        let found: Vec<String> =
            sheets(name, &bytes)[0].1.baris[0].iter().map(naskah_formats::sheets::Isi::text).collect();
        assert_eq!(found, ["=1+1", "@x", "+1"]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Some bytes of a workbook are others: it is read or refused, and nothing else happens.
    #[test]
    fn changed_bytes_never_end_the_program(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        for name in ["x.xlsx", "x.ods", "x.csv"] {
            let mut bytes = small(name);
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            let _ = read(name, &bytes);
        }
    }

    #[test]
    fn any_bytes_are_a_csv_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read("x.csv", &bytes);
    }
}
