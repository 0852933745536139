//! OpenDocument sheets: values from the library, hidden rows and merged cells from the XML.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Cursor;
use std::rc::Rc;

use calamine::{Data, Ods, Reader, SheetVisible};

use super::ods_styles::Styles;
use super::package::{Broken, Parts};
use super::rupa::{self, Rupa};
use super::{Gabungan, Isi, Lembar, MAX_COLUMNS, MAX_ROWS, Place, values};
use crate::ooxml::tags::{Kind, Tag, tags};

/// A workbook that was opened, with what only its XML tells of each sheet.
pub struct Book<'a> {
    inner: Ods<Cursor<&'a [u8]>>,
    extra: Vec<Extra>,
}

impl<'a> Book<'a> {
    /// Opens a workbook whose parts were measured. The XML is looked at first: the library would fill in every repeated
    /// row and column.
    pub fn open(bytes: &'a [u8], parts: &Parts) -> Result<Self, Broken> {
        let content = parts.text("content.xml")?;
        let styles = Styles::read([parts.text("styles.xml").unwrap_or_default(), content]);
        let extra = Extra::all(content, &styles)?;
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

    /// Whether a sheet is hidden.
    pub fn is_hidden(&self, name: &str) -> bool {
        let sheets = self.inner.sheets_metadata();
        sheets.iter().any(|sheet| sheet.name == name && sheet.visible != SheetVisible::Visible)
    }

    /// Reads a sheet.
    pub fn read(&mut self, name: &str) -> Result<Lembar, Broken> {
        let range = self.inner.worksheet_range(name).map_err(|error| Broken::Unreadable(error.to_string()))?;
        let extra = self.extra.iter().find(|extra| extra.name == name).cloned().unwrap_or_default();
        let (top, left) = range.start().unwrap_or((0, 0));
        let mut baris: Vec<Vec<Isi>> = vec![Vec::new(); top as usize];
        let mut hidden = BTreeSet::new();
        for (down, row) in range.rows().enumerate() {
            let mut cells = vec![Isi::Kosong; left as usize];
            for (across, data) in row.iter().enumerate() {
                let place = (top as usize + down, left as usize + across);
                let isi = value(data, extra.codes.get(&place).map_or("General", |code| code));
                if isi == Isi::Kosong && matches!(data, Data::Float(_) | Data::Int(_)) {
                    hidden.insert(place);
                }
                cells.push(isi);
            }
            baris.push(cells);
        }
        let Extra { gabungan, tersembunyi, kolom_tersembunyi, rupa, .. } = extra;
        Ok(Lembar { baris, gabungan, tersembunyi, kolom_tersembunyi, tersamar: hidden, rupa, ..Lembar::default() })
    }
}

fn value(data: &Data, code: &str) -> Isi {
    match data {
        Data::Empty => Isi::Kosong,
        Data::Float(number) => Isi::formatted(*number, code, 0.0),
        Data::Int(number) => Isi::formatted(*number as f64, code, 0.0),
        Data::Bool(yes) => Isi::Teks(if *yes { "ya" } else { "tidak" }.to_owned()),
        Data::Error(error) => Isi::Galat(error.to_string()),
        Data::DateTime(moment) => Isi::formatted(moment.as_f64(), code, 0.0),
        Data::DateTimeIso(text) => {
            moment(values::iso_serial(text), code).unwrap_or_else(|| Isi::Teks(values::iso(text)))
        }
        Data::DurationIso(text) => {
            moment(values::duration_days(text), code).unwrap_or_else(|| Isi::Teks(values::duration(text)))
        }
        Data::String(text) if values::is_failure(text.trim()) => Isi::Galat(text.trim().to_owned()),
        Data::String(text) if text.trim().is_empty() => Isi::Kosong,
        Data::String(text) => Isi::Teks(text.clone()),
    }
}

/// A day or time in its format, where both are known.
fn moment(serial: Option<f64>, code: &str) -> Option<Isi> {
    let isi = Isi::formatted(serial?, code, 0.0);
    matches!(isi, Isi::Teks(_)).then_some(isi)
}

/// Most cells of a sheet that have a format of their own.
const MAX_CELLS: usize = 5_000_000;

/// What only the XML of a sheet tells.
#[derive(Default, Clone)]
struct Extra {
    name: String,
    gabungan: Vec<Gabungan>,
    tersembunyi: BTreeSet<usize>,
    kolom_tersembunyi: BTreeSet<usize>,
    /// Cells whose letters say more than their characters.
    rupa: BTreeMap<Place, Rupa>,
    /// The number format of each cell that has a value and a format.
    codes: HashMap<Place, Rc<str>>,
    /// The styles that the columns give to their cells, each for so many columns.
    columns: Vec<(usize, Option<String>)>,
}

impl Extra {
    /// The style that a column gives to its cells.
    fn column_style(&self, column: usize) -> Option<String> {
        let mut end = 0usize;
        let over = |(count, _): &&(usize, Option<String>)| {
            end = end.saturating_add(*count);
            column < end
        };
        self.columns.iter().find(over)?.1.clone()
    }

    /// Takes what a column says of its cells.
    fn column(&mut self, tag: &Tag<'_>) {
        let count = tag.count("number-columns-repeated");
        if matches!(tag.get("visibility").as_deref(), Some("collapse" | "filter")) {
            let first = self.columns.iter().fold(0usize, |sum, (count, _)| sum.saturating_add(*count));
            self.kolom_tersembunyi.extend(first..first.saturating_add(count).min(MAX_COLUMNS));
        }
        self.columns.push((count, tag.text("default-cell-style-name")));
    }

    /// Takes the format of a cell, repeated up to `last`, and what is merged with it.
    fn cell(&mut self, tag: &Tag<'_>, (row, column): Place, last: Place, styles: &Styles) -> Result<(), Broken> {
        if tag.get("value-type").is_some_and(|kind| kind != "string") {
            let style = tag.text("style-name").or_else(|| self.column_style(column));
            let plain = || tag.get("value-type").is_some_and(|kind| kind == "percentage").then(|| Rc::from("0.00%"));
            if let Some(code) = style.and_then(|style| styles.code(&style)).or_else(plain) {
                if self.codes.len() + (last.0 - row) * (last.1 - column) > MAX_CELLS {
                    return Err(Broken::TooLarge);
                }
                let places = (row..last.0).flat_map(|row| (column..last.1).map(move |column| (row, column)));
                self.codes.extend(places.map(|place| (place, code.clone())));
            }
        }
        let (right, down) = (tag.count("number-columns-spanned"), tag.count("number-rows-spanned"));
        if (right > 1 || down > 1) && down <= MAX_ROWS && right <= MAX_COLUMNS && column < MAX_COLUMNS {
            let (bawah, kanan) = (row + down.max(1) - 1, column + right.max(1) - 1);
            self.gabungan.push(Gabungan { atas: row, kiri: column, bawah, kanan });
        }
        Ok(())
    }

    /// Takes what the letters of a tag in a cell say.
    fn looks(&mut self, at: Option<Place>, tag: &Tag<'_>, styles: &Styles) {
        let rupa = match tag.name() {
            "table-cell" | "span" => tag.get("style-name").and_then(|style| styles.rupa(&style)),
            "tab" => Some(Rupa::Tabulasi),
            _ => None,
        };
        if let (Some(at), Some(rupa)) = (at, rupa) {
            rupa::mark(&mut self.rupa, at, rupa);
        }
    }

    /// That of every sheet; refuses a workbook that would fill more rows or columns than are read.
    fn all(text: &str, styles: &Styles) -> Result<Vec<Self>, Broken> {
        let mut found: Vec<Self> = Vec::new();
        let mut at = None;
        let (mut row, mut column, mut repeated) = (0usize, 0usize, 1usize);
        for tag in tags(text) {
            match (tag.name(), tag.kind) {
                ("table", Kind::Open) => {
                    found.push(Self { name: tag.text("name").unwrap_or_default(), ..Self::default() });
                    row = 0;
                }
                ("table-column", Kind::Open | Kind::Empty) => {
                    found.iter_mut().last().into_iter().for_each(|sheet| sheet.column(&tag));
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
                    if let Some(sheet) = found.last_mut() {
                        sheet.cell(&tag, (row, column), last, styles)?;
                    }
                    at = Some((row, column)).filter(|_| tag.kind == Kind::Open);
                    column = last.1;
                }
                _ => {}
            }
            if let (Some(sheet), true) = (found.last_mut(), tag.kind != Kind::Close) {
                sheet.looks(at, &tag, styles);
            }
        }
        Ok(found)
    }
}
