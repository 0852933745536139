//! Sheets as an Excel workbook: the same bytes for the same sheets.

use std::collections::HashSet;

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook,
    Worksheet, XlsxError,
};

use super::page::{Page, PageRow, Value};
use super::{Gabungan, column_name};

const GREY: u32 = 0x00D9_D9D9;
const PALE: u32 = 0x00F2_F2F2;

/// The workbook's bytes.
pub fn write(pages: &[Page]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The file would otherwise tell the time of its making.
    book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?));
    let (lists, name) = Page::choices(pages);
    for page in pages {
        sheet(book.add_worksheet(), page, &lists, &name)?;
    }
    if !lists.is_empty() {
        let sheet = book.add_worksheet();
        sheet.set_name(&name)?;
        for (column, list) in lists.iter().enumerate() {
            sheet.set_column_width(column as u16, 40)?;
            for (row, choice) in list.iter().enumerate() {
                sheet.write_string(row as u32, column as u16, choice)?;
            }
        }
    }
    book.save_to_buffer()
}

/// The looks of cells.
struct Looks {
    head: Format,
    text: Format,
    bold: Format,
    pale: Format,
    shut: Format,
}

impl Looks {
    fn new() -> Self {
        let cell = Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
        // The text format keeps what is typed later a text: "1/2" is no day, "=a" no formula.
        let text = cell.clone().set_num_format("@");
        Self {
            head: cell
                .clone()
                .set_bold()
                .set_background_color(Color::RGB(GREY))
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            bold: text.clone().set_bold(),
            pale: text.clone().set_font_color(Color::RGB(0x0080_8080)).set_background_color(Color::RGB(PALE)),
            shut: cell.set_background_color(Color::RGB(PALE)),
            text,
        }
    }

    /// The look of a number with so many decimal places.
    fn number(places: usize) -> Format {
        let zeros = if places == 0 { String::new() } else { format!(".{}", "0".repeat(places)) };
        Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top).set_num_format(format!("#,##0{zeros}"))
    }
}

fn sheet(sheet: &mut Worksheet, page: &Page, lists: &[&[String]], choices: &str) -> Result<(), XlsxError> {
    let looks = Looks::new();
    let heads = page.kepala.len();
    sheet.set_name(&page.nama)?;
    for (column, shape) in page.kolom.iter().enumerate() {
        sheet.set_column_width(column as u16, shape.lebar)?;
    }
    // Merged cells come first: what is written afterwards stands in their first cell.
    for merged in &page.gabungan {
        let look = if merged.atas < heads { &looks.head } else { &looks.text };
        let (top, left) = (merged.atas as u32, merged.kiri as u16);
        sheet.merge_range(top, left, merged.bawah as u32, merged.kanan as u16, "", look)?;
    }
    let inner: HashSet<(usize, usize)> = page.gabungan.iter().flat_map(Gabungan::inner).collect();
    let outside = |row: usize, column: usize| !inner.contains(&(row, column));
    head(sheet, page, &looks, &inner)?;
    for (at, line) in page.baris.iter().enumerate() {
        let row = heads + at;
        // Programs do not all make room for texts of several lines by themselves.
        sheet.set_row_height(row as u32, (page.lines(line) as f64 * 15.0).min(400.0))?;
        for (column, value) in line.sel.iter().enumerate().filter(|(column, _)| outside(row, *column)) {
            let plain = if page.kolom.get(column).is_some_and(|shape| shape.pucat) {
                &looks.pale
            } else if line.tebal {
                &looks.bold
            } else {
                &looks.text
            };
            let (row, column) = (row as u32, column as u16);
            match value {
                Value::Kosong => sheet.write_blank(row, column, plain)?,
                Value::Tertutup => sheet.write_blank(row, column, &looks.shut)?,
                Value::Teks(text) => sheet.write_string_with_format(row, column, text, plain)?,
                Value::Bilangan(number, places, _) => {
                    sheet.write_number_with_format(row, column, *number, &Looks::number(*places))?
                }
            };
        }
    }
    outline(sheet, page)?;
    drop_downs(sheet, page, lists, choices)?;
    sheet.set_freeze_panes(heads as u32, page.beku as u16)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0).set_repeat_rows(0, heads.saturating_sub(1) as u32)?;
    Ok(())
}

/// The head's rows.
fn head(sheet: &mut Worksheet, page: &Page, looks: &Looks, inner: &HashSet<(usize, usize)>) -> Result<(), XlsxError> {
    for (row, cells) in page.kepala.iter().enumerate() {
        let sel = cells.iter().map(|text| Value::Teks(text.clone())).collect();
        let lines = page.lines(&PageRow { sel, tingkat: 0, tebal: true });
        sheet.set_row_height(row as u32, (lines as f64 * 15.0).min(60.0))?;
        for (column, text) in cells.iter().enumerate().filter(|(column, _)| !inner.contains(&(row, *column))) {
            sheet.write_string_with_format(row as u32, column as u16, text, &looks.head)?;
        }
    }
    Ok(())
}

/// Rows that lie deeper can be folded away under the row above them.
fn outline(sheet: &mut Worksheet, page: &Page) -> Result<(), XlsxError> {
    sheet.group_symbols_above(true);
    let deepest = page.baris.iter().map(|row| row.tingkat).max().unwrap_or(0);
    for level in 1..=deepest {
        let mut start = None;
        for (at, row) in page.baris.iter().map(Some).chain([None]).enumerate() {
            match (start, row.is_some_and(|row| row.tingkat >= level)) {
                (None, true) => start = Some(at),
                (Some(first), false) => {
                    sheet.group_rows((page.kepala.len() + first) as u32, (page.kepala.len() + at - 1) as u32)?;
                    start = None;
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// Drop-downs that offer and do not forbid, some rows beyond the last one too.
fn drop_downs(sheet: &mut Worksheet, page: &Page, lists: &[&[String]], choices: &str) -> Result<(), XlsxError> {
    let first = page.kepala.len();
    for (column, shape) in page.kolom.iter().enumerate() {
        let list = lists.iter().enumerate().find(|(_, list)| **list == shape.pilihan.as_slice());
        let Some((letters, last)) = list.map(|(at, list)| (column_name(at), list.len())) else { continue };
        let source = Formula::new(format!("={choices}!${letters}$1:${letters}${last}"));
        let offer = DataValidation::new().allow_list_formula(source).show_error_message(false);
        let below = (first + page.baris.len() + 200) as u32;
        sheet.add_data_validation(first as u32, column as u16, below, column as u16, &offer)?;
    }
    Ok(())
}
