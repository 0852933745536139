//! Writing sheets in the form that is asked for.

use super::page::{Page, Value};
use super::separated::{self, Reads, protected};
use super::workbook::Format;
use super::{write_ods, write_xlsx};

/// Writes sheets; a CSV holds the first one. `Err` tells what could not be put into the form.
pub fn write(pages: &[Page], format: Format) -> Result<Vec<u8>, String> {
    match format {
        Format::Xlsx => write_xlsx::write(pages).map_err(|error| error.to_string()),
        Format::Ods => write_ods::write(pages).map_err(|error| error.to_string()),
        Format::Csv => Ok(separated::write(pages.first().map(records).unwrap_or_default(), Reads::Office)),
    }
}

/// A sheet as records.
fn records(page: &Page) -> Vec<Vec<String>> {
    let head = page.kepala.iter().map(|row| row.iter().map(|text| protected(text)).collect());
    let cell = |value: &Value| match value {
        Value::Teks(text) => protected(text),
        other => other.text(),
    };
    head.chain(page.baris.iter().map(|row| row.sel.iter().map(cell).collect())).collect()
}
