//! The list as a workbook; the only home here of the crate that writes one. Texts are never formulas.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::baris::KEPALA;
use super::{Daftar, failed};
use naskah_core::diag::Sink;

/// Widths of the columns, in characters.
const LEBAR: [f64; KEPALA.len()] = [16.0, 12.0, 8.0, 10.0, 12.0, 60.0, 34.0, 9.0, 21.0, 34.0, 50.0];
/// Columns of numbers.
const ANGKA: [usize; 3] = [2, 3, 7];
/// The longest text that a cell takes, in characters.
const TERPANJANG: usize = 32_000;

/// The workbook's bytes; what cannot be written is reported.
pub fn workbook(daftar: &Daftar<'_>, sink: &mut Sink) -> Option<Vec<u8>> {
    made(daftar).map_err(|error| failed(sink, &error)).ok()
}

fn made(daftar: &Daftar<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The day of the last decree, so that the same register gives the same bytes.
    let entries = daftar.kelompok.iter().flat_map(|kelompok| kelompok.entri());
    let last = entries.map(|entri| entri.terbitan.terbit.tanggal.as_ref()).max().unwrap_or_default();
    let day = ExcelDateTime::parse_from_str(last).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    workbook.set_properties(&DocProperties::new().set_title("Daftar keputusan").set_creation_datetime(&day));
    let head = Format::new().set_bold().set_text_wrap();
    let body = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let sheet = workbook.add_worksheet().set_name("Daftar")?;
    for (at, (title, width)) in KEPALA.iter().zip(LEBAR).enumerate() {
        sheet.write_string_with_format(0, at as u16, *title, &head)?;
        sheet.set_column_width(at as u16, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    let mut row = 0;
    for cells in daftar.kelompok.iter().flat_map(|kelompok| kelompok.sel()) {
        row += 1;
        for (at, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            cell(sheet, row, at, text, &body)?;
        }
    }
    sheet.autofilter(0, 0, row, KEPALA.len() as u16 - 1)?;
    if !daftar.hubungan.is_empty() {
        let sheet = workbook.add_worksheet().set_name("Perubahan dan pencabutan")?;
        sheet.set_column_width(0, 100.0)?;
        for (row, one) in daftar.hubungan.iter().enumerate() {
            cell(sheet, row as u32, 0, &one.told(daftar.terbitan), &body)?;
        }
    }
    workbook.save_to_buffer()
}

/// A number where the column is one of numbers and the text is one, otherwise the text.
fn cell(sheet: &mut Worksheet, row: u32, column: usize, text: &str, format: &Format) -> Result<(), XlsxError> {
    let number = ANGKA.contains(&column).then(|| text.parse::<u32>().ok()).flatten();
    let short: String = text.chars().take(TERPANJANG).collect();
    match number {
        Some(number) => sheet.write_number_with_format(row, column as u16, number, format)?,
        None => sheet.write_string_with_format(row, column as u16, short, format)?,
    };
    Ok(())
}
