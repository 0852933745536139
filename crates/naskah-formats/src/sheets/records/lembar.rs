//! Records from a sheet: the head is the first row that has all the columns asked for; where the rows end, and which of
//! them are none, is decided as for tables of decrees.

use std::collections::{BTreeMap, BTreeSet};

use naskah_core::catalog::Root;
use naskah_core::catalog::kata::word_lists;
use naskah_core::diag::{Code, Diagnostic, Files, Level, Sheet, Sink, did_you_mean};
use naskah_core::language::WordList;

use super::super::cells::{Ambil, Bentuk, Cells, Tersembunyi};
use super::super::columns::{ragged, swallowed};
use super::super::extent::{Batas, Extent, Lewati};
use super::super::found::row_ranges;
use super::super::heads::{LOOKED_AT, folded, shown};
use super::super::{Broken, Found, Gabungan, Lembar, Workbook, was_windows};
use super::{Records, identifier};

/// What is said about the sheet and its rows.
#[derive(Debug, Clone, Default)]
pub struct Cara {
    /// The sheet, where there are several.
    pub lembar: Option<String>,
    /// The head's row, from 0.
    pub kepala: Option<usize>,
    /// The last row, from 0.
    pub sampai: Option<usize>,
    /// Rows that are left out: a number, a range, or how a cell begins.
    pub lewati: Vec<String>,
    /// What rows with sums begin with.
    pub jumlah: Option<String>,
    /// Whether hidden rows are rows like others; `None` asks.
    pub tersembunyi: Option<bool>,
}

/// Reads the records of a workbook.
pub fn read(
    name: &str,
    bytes: &[u8],
    cara: &Cara,
    wanted: &[String],
    root: &Root,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<Records> {
    let broken = |error: Broken, sink: &mut Sink| {
        let (message, hint) = error.told();
        sink.push(Diagnostic::galat(Code::BUKU, None, format!("{name}: {message}")).hint(hint));
    };
    let mut book = Workbook::open(name, bytes).map_err(|error| broken(error, sink)).ok()?;
    if book.was_windows() {
        sink.push(was_windows(name, None));
    }
    let sheet = chosen(name, &mut book, cara, sink)?;
    if let Some(hidden) = sheet.as_ref().filter(|sheet| cara.lembar.is_none() && book.is_hidden(sheet)) {
        let message = format!("{name}: lembar `{hidden}` tersembunyi di buku kerjanya, tetapi dipakai");
        let hint = format!("sebut dengan --lembar '{hidden}' bila memang lembar itu");
        sink.push(Diagnostic::peringatan(Code::TERSEMBUNYI, None, message).hint(hint));
    }
    let lembar = book.read(sheet.as_deref().unwrap_or_default()).map_err(|error| broken(error, sink)).ok()?;
    if (0..lembar.baris.len()).all(|row| lembar.is_blank(row)) {
        let place = Sheet { book: name.to_owned(), name: sheet }.place("");
        let hint = "baris pertamanya kepala kolom, di bawahnya satu baris untuk setiap naskah";
        sink.push(Diagnostic::galat(Code::LEMBAR, None, format!("{place} kosong")).hint(hint));
        return None;
    }
    let mut records = Records::of(name, sheet.clone(), true);
    let place = Sheet { book: name.to_owned(), name: sheet };
    let head = match head_row(&lembar, cara, wanted) {
        Ok(row) => row,
        Err(row) => {
            missing(&lembar, row, wanted, &place, sink);
            return None;
        }
    };
    let heads = heads(&lembar, head);
    if !records.heads(heads, sink) {
        return None;
    }
    let mut found = Found::default();
    let told = take(&lembar, head, cara, root, &mut records, &mut found);
    if found.has_errors() {
        found.tell(place, &lembar, name, files, sink);
        return None;
    }
    told.into_iter().for_each(|line| files.remark(format!("{}: {line}", place.place(""))));
    Some(records)
}

/// The sheet that is meant: the one that is named, otherwise the only one that says anything.
fn chosen(name: &str, book: &mut Workbook<'_>, cara: &Cara, sink: &mut Sink) -> Option<Option<String>> {
    let names = book.names();
    if names.is_empty() {
        return Some(None);
    }
    let list = |names: &[String]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    if let Some(wanted) = &cara.lembar {
        let found = names.iter().find(|name| *name == wanted);
        let found = found.or_else(|| names.iter().find(|name| folded(name) == folded(wanted)));
        if found.is_none() {
            let hint = did_you_mean(wanted, names.iter().map(String::as_str));
            let message = format!("{name}: {} `{wanted}` tidak ada", book.words()[1]);
            let hint = hint.unwrap_or_else(|| format!("pilih dari {}", list(&names)));
            sink.push(Diagnostic::galat(Code::LEMBAR, None, message).hint(hint));
        }
        return found.cloned().map(Some);
    }
    let mut says =
        |name: &&String| !book.read(name).is_ok_and(|lembar| (0..lembar.baris.len()).all(|row| lembar.is_blank(row)));
    let filled: Vec<String> = match &names[..] {
        [only] => vec![only.clone()],
        several => several.iter().filter(|name| says(name)).cloned().collect(),
    };
    match &filled[..] {
        [only] => Some(Some(only.clone())),
        _ => {
            let message = format!("{name}: ada beberapa {}: {}", book.words()[1], list(&names));
            sink.push(Diagnostic::galat(Code::LEMBAR, None, message).hint("sebut salah satunya dengan --lembar"));
            None
        }
    }
}

/// The heads of a row with their columns: of merged heads over others the outer one goes before.
fn heads(lembar: &Lembar, row: usize) -> Vec<(usize, String)> {
    let own: Vec<(usize, String)> = (0..lembar.lebar())
        .map(|column| (column, shown(lembar, row, column)))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let names: Vec<String> = own.iter().map(|(_, text)| identifier(text)).collect();
    let twice = |name: &String| names.iter().filter(|other| *other == name).count() > 1;
    let merged_along = |column: usize| {
        lembar.gabungan.iter().any(|merged| merged.contains(row, column) && merged.kiri < column && merged.atas == row)
    };
    let outer = |column: usize| row.checked_sub(1).map(|above| shown(lembar, above, column)).unwrap_or_default();
    own.iter()
        .zip(&names)
        .filter(|((column, _), _)| !merged_along(*column))
        .map(|((column, text), name)| match twice(name) && !outer(*column).is_empty() && outer(*column) != *text {
            true => (*column, format!("{} {text}", outer(*column))),
            false => (*column, text.clone()),
        })
        .collect()
}

/// The row of the head; `Err` is the row that has most of the wanted columns.
fn head_row(lembar: &Lembar, cara: &Cara, wanted: &[String]) -> Result<usize, Option<usize>> {
    let rows: Vec<usize> = match cara.kepala {
        Some(row) => vec![row],
        None => (0..lembar.baris.len().min(LOOKED_AT)).filter(|row| !lembar.is_blank(*row)).collect(),
    };
    let mut best: Option<(usize, usize)> = None;
    for row in rows {
        let names: BTreeSet<String> = heads(lembar, row).iter().map(|(_, head)| identifier(head)).collect();
        let there = wanted.iter().filter(|name| names.contains(*name)).count();
        if there == wanted.len() && !names.is_empty() {
            return Ok(row);
        }
        // A head in other letters is nearer than a row of data.
        let small: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        let there = wanted.iter().filter(|name| small.contains(&name.to_lowercase())).count();
        if best.is_none_or(|(_, count)| there > count || (count == 0 && there == 0 && names.len() > 1)) {
            best = Some((row, there));
        }
    }
    Err(best.map(|(row, _)| row))
}

fn missing(lembar: &Lembar, row: Option<usize>, wanted: &[String], place: &Sheet, sink: &mut Sink) {
    let heads = row.map(|row| heads(lembar, row)).unwrap_or_default();
    let names: Vec<String> = heads.iter().map(|(_, head)| identifier(head)).collect();
    for name in wanted.iter().filter(|name| !names.contains(name)) {
        let message = format!("{}: kolom `{name}` tidak ditemukan", place.place(""));
        let there = format!("kolom yang ada: {}", names.join(", "));
        let hint = did_you_mean(name, names.iter().map(String::as_str)).unwrap_or(there);
        sink.push(Diagnostic::galat(Code::KEPALA, None, message).hint(hint));
    }
}

/// Takes the rows below the head; what is left out is told.
fn take(
    lembar: &Lembar,
    head: usize,
    cara: &Cara,
    root: &Root,
    records: &mut Records,
    found: &mut Found,
) -> Vec<String> {
    let (lists, _) = word_lists(root);
    let taken: Vec<usize> = records.kolom.iter().map(|kolom| kolom.lajur).collect();
    let number = |column: &usize| lists.entries(WordList::KepalaNomor).contains(&folded(&shown(lembar, head, *column)));
    let columns: Vec<usize> = taken.iter().copied().filter(|column| !number(column)).collect();
    let columns = if columns.is_empty() { taken.clone() } else { columns };
    let batas = Batas {
        sampai: cara.sampai,
        lewati: cara.lewati.iter().filter_map(|text| Lewati::parse(text)).collect(),
        jumlah: cara.jumlah.clone(),
        ..Batas::default()
    };
    let mut asked = Found::default();
    let baris = Extent::new(lembar, head, &columns, &batas, &lists).rows(&mut asked);
    let mut doubtful = doubtful(asked, head, found);
    let hidden = cara.tersembunyi.map(|with| if with { Tersembunyi::Ikut } else { Tersembunyi::Abaikan });
    let cells = Cells::new(lembar, baris, &taken, hidden, found);
    let titles = titles(lembar, &columns);
    let plain = cells.rows.iter().copied().filter(|row| !cells.jumlah.contains(row) && !titles.contains(row));
    let plain: Vec<usize> = plain.collect();
    if lembar.bersepar {
        let mut uneven = Found::default();
        ragged(lembar, plain.iter().copied(), head, &mut uneven);
        swallowed(lembar, head, &mut uneven);
        for ((row, _), finding) in uneven.into_findings() {
            doubtful.entry(row).or_insert(finding);
        }
    }
    let all: BTreeSet<usize> = plain.into_iter().chain(doubtful.keys().copied()).collect();
    for row in all {
        let finding = doubtful.remove(&row);
        let none = finding.as_ref().is_some_and(|finding| finding.level == Level::Galat);
        finding.into_iter().for_each(|finding| drop(records.broken.insert(records.rows.len(), finding)));
        if !none {
            for (at, column) in taken.iter().enumerate() {
                text(&cells, (row, *column), at, records);
            }
        }
        records.end(row);
    }
    left_out(&cells, &titles)
}

/// The rows of which it is asked what they are: they become no documents, and stop no other.
fn doubtful(asked: Found, head: usize, found: &mut Found) -> BTreeMap<usize, Diagnostic> {
    let mut doubtful = BTreeMap::new();
    for ((row, column), finding) in asked.into_findings() {
        match finding.level == Level::Galat && row > head {
            true => drop(doubtful.entry(row).or_insert(finding)),
            false => found.push((row, column), finding),
        }
    }
    doubtful
}

/// The rows that are merged over all the columns, as headings are.
fn titles(lembar: &Lembar, columns: &[usize]) -> BTreeSet<usize> {
    let over_all = |row: usize, merged: &Gabungan| columns.iter().all(|column| merged.contains(row, *column));
    let flat = lembar.gabungan.iter().filter(|merged| merged.atas == merged.bawah && columns.len() > 1);
    flat.filter(|merged| over_all(merged.atas, merged)).map(|merged| merged.atas).collect()
}

/// What becomes no document, in a line for each reason.
fn left_out(cells: &Cells<'_>, titles: &BTreeSet<usize>) -> Vec<String> {
    let mut told = Vec::new();
    let mut say = |rows: Vec<usize>, what: &str| {
        if !rows.is_empty() {
            told.push(format!("tidak menjadi naskah: {what}, baris {}", row_ranges(&rows)));
        }
    };
    say(cells.jumlah.iter().copied().collect(), "baris jumlah");
    say(cells.rows.iter().copied().filter(|row| titles.contains(row)).collect(), "judul kelompok");
    let whys: BTreeSet<&str> = cells.luar.values().copied().collect();
    for why in whys {
        say(cells.luar.iter().filter(|(_, other)| **other == why).map(|(row, _)| *row).collect(), why);
    }
    told
}

/// Takes what a cell shows; a list in it is no text.
fn text(cells: &Cells<'_>, place: (usize, usize), at: usize, records: &mut Records) {
    let mut found = Found::default();
    let Ambil::Isi(isian) = cells.take(place, Bentuk::Teks, true, &mut found) else { return records.push("") };
    if let Some(rupa) = cells.lembar.rupa.get(&place) {
        found.push(place, rupa.finding());
    }
    if let Some(finding) = found.heaviest() {
        records.faults.insert((records.rows.len(), at), finding);
    } else if !isian.rincian.is_empty() {
        records.wrong(at, "sel ini memuat daftar, yang tidak dapat menjadi satu teks", "pecah menjadi beberapa kolom");
    }
    let bad = records.faults.get(&(records.rows.len(), at)).is_some_and(|finding| finding.level == Level::Galat);
    records.push(if bad { "" } else { &isian.teks });
}
