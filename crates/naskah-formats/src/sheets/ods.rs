//! OpenDocument sheets: values from the library, hidden rows and merged cells from the XML.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Ods, Reader};

use super::tags::{Kind, tags};
use super::workbook::{Broken, Parts};
use super::{Gabungan, Isi, Lembar, MAX_COLUMNS, MAX_ROWS, values};

/// A workbook that was opened, with what only its XML tells of each sheet.
pub struct Book<'a> {
    inner: Ods<Cursor<&'a [u8]>>,
    extra: Vec<Extra>,
}

impl<'a> Book<'a> {
    /// Opens a workbook whose parts were measured. The XML is looked at first: the library would fill in every repeated
    /// row and column.
    pub fn open(bytes: &'a [u8], parts: &Parts) -> Result<Self, Broken> {
        let extra = Extra::all(parts.text("content.xml")?)?;
        let inner = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
            calamine::OdsError::Password => Broken::Locked,
            other => Broken::Unreadable(other.to_string()),
        })?;
        Ok(Self { inner, extra })
    }

    /// The sheets in their order.
    pub fn names(&self) -> Vec<String> {
        self.inner.sheet_names()
    }

    /// Reads a sheet.
    pub fn read(&mut self, name: &str) -> Result<Lembar, Broken> {
        let range = self.inner.worksheet_range(name).map_err(|error| Broken::Unreadable(error.to_string()))?;
        let extra = self.extra.iter().find(|extra| extra.name == name).cloned().unwrap_or_default();
        let (top, left) = range.start().unwrap_or((0, 0));
        let mut baris: Vec<Vec<Isi>> = vec![Vec::new(); top as usize];
        for row in range.rows() {
            let mut cells = vec![Isi::Kosong; left as usize];
            cells.extend(row.iter().map(value));
            baris.push(cells);
        }
        Ok(Lembar { baris, gabungan: extra.gabungan, tersembunyi: extra.tersembunyi })
    }
}

fn value(data: &Data) -> Isi {
    match data {
        Data::Empty => Isi::Kosong,
        Data::Float(number) => Isi::Bilangan(*number),
        Data::Int(number) => Isi::Bilangan(*number as f64),
        Data::Bool(yes) => Isi::Teks(if *yes { "ya" } else { "tidak" }.to_owned()),
        Data::Error(error) => Isi::Galat(error.to_string()),
        Data::DateTime(moment) => Isi::Bilangan(moment.as_f64()),
        Data::DateTimeIso(text) => Isi::Teks(values::iso(text)),
        Data::DurationIso(text) => Isi::Teks(values::duration(text)),
        Data::String(text) if values::is_failure(text.trim()) => Isi::Galat(text.trim().to_owned()),
        Data::String(text) if text.trim().is_empty() => Isi::Kosong,
        Data::String(text) => Isi::Teks(text.clone()),
    }
}

/// What only the XML of a sheet tells.
#[derive(Default, Clone)]
struct Extra {
    name: String,
    gabungan: Vec<Gabungan>,
    tersembunyi: BTreeSet<usize>,
}

impl Extra {
    /// That of every sheet; refuses a workbook that would fill more rows or columns than are read.
    fn all(text: &str) -> Result<Vec<Self>, Broken> {
        let mut found: Vec<Self> = Vec::new();
        let (mut row, mut column, mut repeated) = (0usize, 0usize, 1usize);
        for tag in tags(text) {
            match (tag.name(), tag.kind) {
                ("table", Kind::Open) => {
                    found.push(Self { name: tag.text("name").unwrap_or_default(), ..Self::default() });
                    row = 0;
                }
                ("table-row", Kind::Open | Kind::Empty) => {
                    (column, repeated) = (0, tag.count("number-rows-repeated"));
                    let hidden = matches!(tag.get("visibility").as_deref(), Some("collapse" | "filter"));
                    if let Some(sheet) = found.last_mut().filter(|_| hidden) {
                        sheet.tersembunyi.extend((row..row.saturating_add(repeated)).take(MAX_ROWS));
                    }
                    if tag.kind == Kind::Empty {
                        row = row.saturating_add(repeated);
                    }
                }
                ("table-row", Kind::Close) => row = row.saturating_add(repeated),
                ("table-cell" | "covered-table-cell", Kind::Open | Kind::Empty) => {
                    let across = tag.count("number-columns-repeated");
                    let last = (row.saturating_add(repeated), column.saturating_add(across));
                    if tag.get("value-type").is_some() && (last.0 > MAX_ROWS || last.1 > MAX_COLUMNS) {
                        return Err(Broken::TooLarge);
                    }
                    let (right, down) = (tag.count("number-columns-spanned"), tag.count("number-rows-spanned"));
                    if (right > 1 || down > 1) && down <= MAX_ROWS && right <= MAX_COLUMNS && column < MAX_COLUMNS {
                        let (bawah, kanan) = (row + down.max(1) - 1, column + right.max(1) - 1);
                        let merged = Gabungan { atas: row, kiri: column, bawah, kanan };
                        found.iter_mut().last().into_iter().for_each(|sheet| sheet.gabungan.push(merged));
                    }
                    column = last.1;
                }
                _ => {}
            }
        }
        Ok(found)
    }
}
