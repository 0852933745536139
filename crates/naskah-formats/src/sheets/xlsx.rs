//! Excel workbooks: values from the library, hidden rows, merged cells and formulas without a value from the XML.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx};

use super::tags::{Kind, Tag, tags};
use super::workbook::{Broken, Parts};
use super::{Gabungan, Isi, Lembar, MAX_COLUMNS, MAX_ROWS, values};

/// A workbook that was opened.
pub struct Book<'a> {
    inner: Xlsx<Cursor<&'a [u8]>>,
}

impl<'a> Book<'a> {
    /// Opens a workbook whose parts were measured.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Broken> {
        Xlsx::new(Cursor::new(bytes)).map(|inner| Self { inner }).map_err(|error| match error {
            calamine::XlsxError::Password => Broken::Locked,
            other => Broken::Unreadable(other.to_string()),
        })
    }

    /// The sheets in their order.
    pub fn names(&self) -> Vec<String> {
        self.inner.sheet_names()
    }

    /// Reads a sheet; too many rows or columns are refused.
    pub fn read(&mut self, name: &str, parts: &Parts) -> Result<Lembar, Broken> {
        let text = sheet_text(name, parts)?;
        // The XML is looked at beside the library's reading.
        let (extra, baris) = std::thread::scope(|scope| {
            let extra = scope.spawn(|| Extra::of(text));
            let baris = self.cells(name);
            (extra.join().unwrap_or_default(), baris)
        });
        let mut baris = baris?;
        let empty = |(row, column): &(usize, usize)| {
            baris.get(*row).and_then(|cells: &Vec<Isi>| cells.get(*column)).is_none_or(Isi::is_empty)
        };
        let valueless: Vec<(usize, usize)> = extra.formulas.into_iter().filter(empty).collect();
        for (row, column) in valueless {
            put(&mut baris, row, column, Isi::TanpaNilai);
        }
        Ok(Lembar { baris, gabungan: extra.gabungan, tersembunyi: extra.tersembunyi })
    }

    fn cells(&mut self, name: &str) -> Result<Vec<Vec<Isi>>, Broken> {
        let unread = |error: calamine::XlsxError| Broken::Unreadable(error.to_string());
        let mut cells = self.inner.worksheet_cells_reader(name).map_err(unread)?;
        let percent: Vec<bool> = cells.styles().iter().map(is_percent).collect();
        let mut baris: Vec<Vec<Isi>> = Vec::new();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(unread)? {
            let (row, column) = cell.get_position();
            let (row, column) = (row as usize, column as usize);
            let isi = value(cell.get_value(), percent.get(style).copied().unwrap_or(false));
            if isi == Isi::Kosong {
                continue;
            }
            if row >= MAX_ROWS || column >= MAX_COLUMNS {
                return Err(Broken::TooLarge);
            }
            put(&mut baris, row, column, isi);
        }
        Ok(baris)
    }
}

fn put(baris: &mut Vec<Vec<Isi>>, row: usize, column: usize, isi: Isi) {
    if baris.len() <= row {
        baris.resize_with(row + 1, Vec::new);
    }
    let Some(cells) = baris.get_mut(row) else { return };
    if cells.len() <= column {
        cells.resize(column + 1, Isi::Kosong);
    }
    cells.splice(column..=column, [isi]);
}

/// Whether a number of this style is shown as a percentage.
fn is_percent(style: &calamine::Style) -> bool {
    style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%'))
}

fn value(data: &DataRef<'_>, percent: bool) -> Isi {
    match data {
        DataRef::Empty => Isi::Kosong,
        DataRef::Float(number) if percent => Isi::Teks(format!("{}%", values::number(number * 100.0))),
        DataRef::Float(number) => Isi::Bilangan(*number),
        DataRef::Int(number) => Isi::Bilangan(*number as f64),
        DataRef::Bool(yes) => Isi::Teks(if *yes { "ya" } else { "tidak" }.to_owned()),
        DataRef::Error(error) => Isi::Galat(error.to_string()),
        DataRef::DateTime(moment) => Isi::Teks(day(moment)),
        DataRef::DateTimeIso(text) => Isi::Teks(values::iso(text)),
        DataRef::DurationIso(text) => Isi::Teks(values::duration(text)),
        DataRef::String(text) => text_of(text),
        DataRef::SharedString(text) => text_of(text),
    }
}

fn text_of(text: &str) -> Isi {
    match text.trim() {
        "" => Isi::Kosong,
        failed if values::is_failure(failed) => Isi::Galat(failed.to_owned()),
        _ if text.contains('\r') => Isi::Teks(text.replace("\r\n", "\n").replace('\r', "\n")),
        _ => Isi::Teks(text.to_owned()),
    }
}

/// A day, or for less than a day and for lengths of time the hours and minutes.
fn day(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    match moment.is_duration() || moment.as_f64() < 1.0 {
        true => {
            let minutes = (moment.as_f64() * 1440.0).round() as i64;
            format!("{:02}.{:02}", minutes / 60, (minutes % 60).abs())
        }
        false => values::moment(i32::from(year), u32::from(month), u32::from(day), u32::from(hour), u32::from(minute)),
    }
}

/// The XML of a sheet.
fn sheet_text<'p>(name: &str, parts: &'p Parts) -> Result<&'p str, Broken> {
    let strange = || Broken::Unreadable("susunan berkas xlsx tidak dikenal".to_owned());
    let workbook =
        target(parts.text("_rels/.rels")?, |tag| tag.get("Type").is_some_and(|kind| kind.ends_with("/officeDocument")));
    let workbook = workbook.ok_or_else(strange)?.trim_start_matches('/').to_owned();
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let listing = parts.text(&workbook)?;
    let sheet = tags(listing).find(|tag| tag.name() == "sheet" && tag.text("name").as_deref() == Some(name));
    let id = sheet.and_then(|tag| tag.text("id")).ok_or_else(strange)?;
    let relations = parts.text(&join(folder, &format!("_rels/{file}.rels")))?;
    let path = target(relations, |tag| tag.text("Id").as_ref() == Some(&id)).ok_or_else(strange)?;
    let path = match path.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => join(folder, &path),
    };
    parts.text(&path)
}

fn join(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
}

/// What the first relation that is wanted points at.
fn target(relations: &str, wanted: impl Fn(&Tag<'_>) -> bool) -> Option<String> {
    tags(relations).find(|tag| tag.name() == "Relationship" && wanted(tag))?.text("Target")
}

/// What only the XML of a sheet tells.
#[derive(Default)]
struct Extra {
    gabungan: Vec<Gabungan>,
    tersembunyi: BTreeSet<usize>,
    /// Cells with a formula whose value is not stored as an empty text.
    formulas: Vec<(usize, usize)>,
}

impl Extra {
    fn of(text: &str) -> Self {
        let mut extra = Self::default();
        let mut row = 0;
        let mut cell = None;
        for tag in tags(text) {
            match (tag.name(), tag.kind) {
                ("row", Kind::Open | Kind::Empty) => {
                    row = tag.get("r").and_then(|r| r.trim().parse::<usize>().ok()).map_or(row + 1, |r| r);
                    if matches!(tag.get("hidden").as_deref(), Some("1" | "true")) && row > 0 {
                        extra.tersembunyi.insert(row - 1);
                    }
                }
                ("c", Kind::Open) => {
                    let text = tag.get("t").as_deref() == Some("str");
                    cell = Some((tag.get("r").as_deref().and_then(place), false, text));
                }
                ("f", Kind::Open | Kind::Empty) => cell = cell.map(|(at, _, text)| (at, true, text)),
                ("c", Kind::Close) => {
                    if let Some((Some(at), true, false)) = cell.take() {
                        extra.formulas.push(at);
                    }
                }
                ("mergeCell", Kind::Open | Kind::Empty) => {
                    extra.gabungan.extend(tag.get("ref").as_deref().and_then(rectangle))
                }
                _ => {}
            }
        }
        let beyond = |(row, column): &(usize, usize)| *row >= MAX_ROWS || *column >= MAX_COLUMNS;
        extra.formulas.retain(|place| !beyond(place));
        extra.gabungan.retain(|merged| !beyond(&(merged.bawah, merged.kanan)));
        extra.gabungan.sort_by_key(|merged| (merged.atas, merged.kiri));
        extra
    }
}

/// The row and column, from 0, of `F12`.
fn place(text: &str) -> Option<(usize, usize)> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at_checked(digits)?;
    Some((row.parse::<usize>().ok()?.checked_sub(1)?, super::column_of(letters)?))
}

/// The rectangle of `A1:B2`.
fn rectangle(text: &str) -> Option<Gabungan> {
    let (first, last) = text.split_once(':')?;
    let ((atas, kiri), (bawah, kanan)) = (place(first)?, place(last)?);
    (atas <= bawah && kiri <= kanan).then_some(Gabungan { atas, kiri, bawah, kanan })
}
