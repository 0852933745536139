//! Excel workbooks: values from the library, hidden rows, merged cells and formulas without a value from the XML.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx};

use super::bersyarat;
use super::formula::Sums;
use super::package::{Broken, Parts};
use super::rupa::{self, Rupa};
use super::{Gabungan, Isi, Lembar, MAX_COLUMNS, MAX_ROWS, Place, display, place, values};
use crate::ooxml::tags::{Kind, Tag, tags};

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

    /// The sheets in their order, without charts.
    pub fn names(&self) -> Vec<String> {
        let cells = self.inner.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        cells.map(|sheet| sheet.name.clone()).collect()
    }

    /// Whether a sheet is hidden.
    pub fn is_hidden(&self, name: &str) -> bool {
        let sheets = self.inner.sheets_metadata();
        sheets.iter().any(|sheet| sheet.name == name && sheet.visible != SheetVisible::Visible)
    }

    /// Reads a sheet; too many rows or columns are refused.
    pub fn read(&mut self, name: &str, parts: &Parts) -> Result<Lembar, Broken> {
        let text = sheet_text(name, parts)?;
        let marked = shared_path(parts).and_then(|path| parts.text(&path).ok()).map(rupa::shared).unwrap_or_default();
        let stale = recalculates(parts);
        // The XML is looked at beside the library's reading.
        let (extra, cells) = std::thread::scope(|scope| {
            let extra = scope.spawn(|| Extra::of(text, &marked));
            let cells = self.cells(name);
            (extra.join().unwrap_or_default(), cells)
        });
        let doubted = styles_path(parts).and_then(|path| parts.text(&path).ok());
        let doubted = doubted.map(|styles| bersyarat::doubted(text, styles)).unwrap_or_default();
        let Cells { mut baris, hidden, moments, styles, looks } = cells?;
        let value = |place: &Place| baris.get(place.0).and_then(|cells: &Vec<Isi>| cells.get(place.1));
        let empty = |place: &Place| value(place).is_none_or(Isi::is_empty) && !hidden.contains(place);
        let zero = |place: &Place| value(place).and_then(Isi::number) == Some(0.0);
        let valueless: BTreeMap<Place, usize> = extra
            .formulas
            .iter()
            .filter(|(place, formula)| (!formula.stored && empty(place)) || (stale && zero(place)))
            .map(|(place, formula)| (*place, formula.style))
            .collect();
        for (row, column) in valueless.keys() {
            put(&mut baris, *row, *column, Isi::TanpaNilai);
        }
        let mut lembar =
            Lembar { baris, gabungan: extra.gabungan, tersembunyi: extra.tersembunyi, ..Lembar::default() };
        (lembar.tersamar, lembar.rupa) = (hidden, extra.rupa);
        looks.into_iter().for_each(|(place, rupa)| rupa::mark(&mut lembar.rupa, place, rupa));
        for part in doubted {
            let rows = part.atas..=part.bawah.min(lembar.baris.len());
            let cells = rows.flat_map(|row| (part.kiri..=part.kanan.min(MAX_COLUMNS)).map(move |column| (row, column)));
            let said: Vec<Place> = cells.filter(|(row, column)| !lembar.isi(*row, *column).is_empty()).collect();
            said.into_iter().for_each(|place| rupa::mark(&mut lembar.rupa, place, Rupa::Bersyarat));
        }
        lembar.kolom_tersembunyi = extra.kolom_tersembunyi;
        if !valueless.is_empty() {
            self.compute(name, &valueless, &moments, &styles, &mut lembar);
        }
        Ok(lembar)
    }

    /// Computes the formulas without a value that are plain sums and products of the sheet's own cells.
    fn compute(
        &mut self,
        name: &str,
        valueless: &BTreeMap<Place, usize>,
        moments: &HashMap<Place, f64>,
        styles: &[String],
        lembar: &mut Lembar,
    ) {
        let Ok(range) = self.inner.worksheet_formula(name) else { return };
        let (top, left) = range.start().unwrap_or((0, 0));
        let formula = |place: &Place| {
            let (row, column) = (place.0.checked_sub(top as usize)?, place.1.checked_sub(left as usize)?);
            range.get((row, column)).filter(|text| !text.is_empty()).map(String::as_str)
        };
        let shift = self.shift();
        let sums = Sums { lembar, moments, formula: &formula, known: RefCell::default(), looked: Cell::new(0) };
        let found: Vec<(Place, Isi)> = valueless
            .iter()
            .filter_map(|(place, style)| {
                let code = styles.get(*style).map_or("General", String::as_str);
                Some((*place, Isi::formatted(sums.value(*place)?, code, shift)))
            })
            .collect();
        for ((row, column), isi) in found {
            put(&mut lembar.baris, row, column, isi);
            lembar.dihitung.insert((row, column));
        }
    }

    /// The day that counting begins with, after that of Excel.
    fn shift(&self) -> f64 {
        if self.inner.has_1904_epoch() { 1462.0 } else { 0.0 }
    }

    fn cells(&mut self, name: &str) -> Result<Cells, Broken> {
        let shift = self.shift();
        let unread = |error: calamine::XlsxError| Broken::Unreadable(error.to_string());
        let mut cells = self.inner.worksheet_cells_reader(name).map_err(unread)?;
        let mut read = Cells { styles: cells.styles().iter().map(code_of).collect(), ..Cells::default() };
        let looks: Vec<Option<Rupa>> = cells.styles().iter().map(look).collect();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(unread)? {
            let (row, column) = cell.get_position();
            let place = (row as usize, column as usize);
            let code = read.styles.get(style).map_or("General", String::as_str);
            let data = cell.get_value();
            let isi = value(data, code, shift);
            if isi == Isi::Kosong && !is_blank(data) {
                read.hidden.insert(place);
            }
            if let (Some(number), Isi::Teks(_) | Isi::Kosong) = (number_of(data), &isi) {
                read.moments.insert(place, number);
            }
            if isi == Isi::Kosong {
                continue;
            }
            if place.0 >= MAX_ROWS || place.1 >= MAX_COLUMNS {
                return Err(Broken::TooLarge);
            }
            read.looks.extend(looks.get(style).copied().flatten().map(|rupa| (place, rupa)));
            put(&mut read.baris, place.0, place.1, isi);
        }
        Ok(read)
    }
}

/// The cells of a sheet as the library reads them.
#[derive(Default)]
struct Cells {
    baris: Vec<Vec<Isi>>,
    /// Cells whose format hides what they hold.
    hidden: BTreeSet<Place>,
    /// The numbers of cells that show days, times or nothing.
    moments: HashMap<Place, f64>,
    /// The number format of each style.
    styles: Vec<String>,
    /// Cells that are struck out or white on white as a whole.
    looks: Vec<(Place, Rupa)>,
}

/// Whether the workbook asks to be computed when it is opened: its formulas may hold a zero that was never computed.
fn recalculates(parts: &Parts) -> bool {
    let on = |tag: &Tag<'_>| matches!(tag.get("fullCalcOnLoad").as_deref(), Some("1" | "true"));
    let Ok(path) = workbook_path(parts) else { return false };
    parts.text(&path).is_ok_and(|text| tags(text).any(|tag| tag.name() == "calcPr" && on(&tag)))
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

fn code_of(style: &calamine::Style) -> String {
    style.number_format.as_ref().map_or_else(|| "General".to_owned(), |format| format.format_code.clone())
}

/// Letters of fewer points are not seen.
const TINY: f64 = 4.0;

/// What a style says of all its letters.
fn look(style: &calamine::Style) -> Option<Rupa> {
    let font = style.font.as_ref()?;
    let parts = |color: calamine::Color| [color.red, color.green, color.blue];
    let white = |color: calamine::Color| parts(color).iter().all(|part| *part >= rupa::WHITE);
    let ground = style.fill.as_ref().filter(|fill| fill.is_visible());
    let merges = |color: calamine::Color| match ground.map(calamine::Fill::get_color) {
        None => white(color),
        Some(fill) => fill.is_some_and(|fill| parts(fill) == parts(color) || white(fill) && white(color)),
    };
    let code = style.number_format.as_ref().is_some_and(|format| format.format_code.to_lowercase().contains("[white]"));
    let tiny = font.size.is_some_and(|size| size < TINY);
    let unseen = font.color.is_some_and(merges) || code || tiny;
    match (font.has_strikethrough(), unseen) {
        (true, _) => Some(Rupa::Dicoret),
        (false, true) => Some(Rupa::Tersembunyi),
        _ => None,
    }
}

fn is_blank(data: &DataRef<'_>) -> bool {
    match data {
        DataRef::Empty => true,
        DataRef::String(text) => text.trim().is_empty(),
        DataRef::SharedString(text) => text.trim().is_empty(),
        _ => false,
    }
}

fn number_of(data: &DataRef<'_>) -> Option<f64> {
    match data {
        DataRef::Float(number) => Some(*number),
        DataRef::Int(number) => Some(*number as f64),
        DataRef::DateTime(moment) => Some(moment.as_f64()),
        _ => None,
    }
}

fn value(data: &DataRef<'_>, code: &str, shift: f64) -> Isi {
    if let Some(number) = number_of(data) {
        return Isi::formatted(number, code, shift);
    }
    match data {
        DataRef::Bool(yes) => Isi::Teks(if *yes { "ya" } else { "tidak" }.to_owned()),
        DataRef::Error(error) => Isi::Galat(error.to_string()),
        DataRef::DateTimeIso(text) => Isi::Teks(values::iso(text)),
        DataRef::DurationIso(text) => Isi::Teks(values::duration(text)),
        DataRef::String(text) => text_of(text, code),
        DataRef::SharedString(text) => text_of(text, code),
        _ => Isi::Kosong,
    }
}

fn text_of(text: &str, code: &str) -> Isi {
    let Some(text) = display::text(text, code) else { return Isi::Kosong };
    match text.trim() {
        "" => Isi::Kosong,
        failed if values::is_failure(failed) => Isi::Galat(failed.to_owned()),
        _ if text.contains('\r') => Isi::Teks(text.replace("\r\n", "\n").replace('\r', "\n")),
        _ => Isi::Teks(text),
    }
}

/// The XML of a sheet.
fn sheet_text<'p>(name: &str, parts: &'p Parts) -> Result<&'p str, Broken> {
    let workbook = workbook_path(parts)?;
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

fn strange() -> Broken {
    Broken::Unreadable("susunan berkas xlsx tidak dikenal".to_owned())
}

/// The part that lists the sheets.
fn workbook_path(parts: &Parts) -> Result<String, Broken> {
    let office = |tag: &Tag<'_>| tag.get("Type").is_some_and(|kind| kind.ends_with("/officeDocument"));
    let workbook = target(parts.text("_rels/.rels")?, office).ok_or_else(strange)?;
    Ok(workbook.trim_start_matches('/').to_owned())
}

/// The part with the texts that cells share.
fn shared_path(parts: &Parts) -> Option<String> {
    part_beside(parts, "/sharedStrings")
}

/// The part with the formats.
fn styles_path(parts: &Parts) -> Option<String> {
    part_beside(parts, "/styles")
}

/// The part that the workbook names by the end of its kind.
fn part_beside(parts: &Parts, kind: &str) -> Option<String> {
    let workbook = workbook_path(parts).ok()?;
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let relations = parts.text(&join(folder, &format!("_rels/{file}.rels"))).ok()?;
    let path = target(relations, |tag| tag.get("Type").is_some_and(|own| own.ends_with(kind)))?;
    Some(path.strip_prefix('/').map_or_else(|| join(folder, &path), str::to_owned))
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
    kolom_tersembunyi: BTreeSet<usize>,
    /// Cells whose letters say more than their characters.
    rupa: BTreeMap<Place, Rupa>,
    /// Cells with a formula.
    formulas: Vec<(Place, Formula)>,
}

/// A cell with a formula.
#[derive(Clone, Copy, Default)]
struct Formula {
    /// Whether it holds a text as its value, be it empty.
    stored: bool,
    /// The number of its style.
    style: usize,
}

impl Extra {
    /// `marked` is what the shared texts say beyond their characters.
    fn of(text: &str, marked: &[Option<Rupa>]) -> Self {
        let mut extra = Self { rupa: rupa::of_cells(text, marked), ..Self::default() };
        let mut row = 0;
        let (mut cell, mut text_cell) = (None, false);
        for tag in tags(text) {
            match (tag.name(), tag.kind) {
                ("col", Kind::Open | Kind::Empty) if is_hidden(&tag, "width") => {
                    let (first, last) = (tag.count("min"), tag.count("max"));
                    extra.kolom_tersembunyi.extend((first..=last.min(MAX_COLUMNS)).filter_map(|n| n.checked_sub(1)));
                }
                ("row", Kind::Open | Kind::Empty) => {
                    row = tag.get("r").and_then(|r| r.trim().parse::<usize>().ok()).map_or(row + 1, |r| r);
                    if is_hidden(&tag, "ht") && row > 0 {
                        extra.tersembunyi.insert(row - 1);
                    }
                }
                ("c", Kind::Open) => {
                    text_cell = tag.get("t").as_deref() == Some("str");
                    let style = tag.get("s").and_then(|s| s.trim().parse().ok()).unwrap_or(0);
                    cell =
                        tag.get("r").as_deref().and_then(place).map(|at| (at, false, Formula { stored: false, style }));
                }
                ("f", Kind::Open | Kind::Empty) => cell = cell.map(|(at, _, formula)| (at, true, formula)),
                ("v", Kind::Open | Kind::Empty) => {
                    cell = cell.map(|(at, own, formula)| (at, own, Formula { stored: text_cell, ..formula }));
                }
                ("c", Kind::Close) => {
                    if let Some((at, true, formula)) = cell.take() {
                        extra.formulas.push((at, formula));
                    }
                }
                ("mergeCell", Kind::Open | Kind::Empty) => {
                    extra.gabungan.extend(tag.get("ref").as_deref().and_then(Gabungan::of))
                }
                _ => {}
            }
        }
        let beyond = |(row, column): &(usize, usize)| *row >= MAX_ROWS || *column >= MAX_COLUMNS;
        extra.formulas.retain(|(place, _)| !beyond(place));
        extra.gabungan.retain(|merged| !beyond(&(merged.bawah, merged.kanan)));
        extra.gabungan.sort_by_key(|merged| (merged.atas, merged.kiri));
        extra
    }
}

/// Rows of fewer points and columns of fewer letters are not seen.
const LEAST: f64 = 0.5;

/// Whether a row or column is hidden, or has next to no height or width.
fn is_hidden(tag: &Tag<'_>, size: &str) -> bool {
    let none = tag.get(size).and_then(|size| size.trim().parse::<f64>().ok()).is_some_and(|size| size < LEAST);
    none || matches!(tag.get("hidden").as_deref(), Some("1" | "true"))
}
