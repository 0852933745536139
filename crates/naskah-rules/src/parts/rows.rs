//! The columns of a table by what they are for, its rows, and the texts of their cells.

use std::collections::HashMap;
use std::hash::Hash;

use naskah_core::decree::{Butir, IsiBaris, Sel, Teks};
use naskah_core::diag::Span;
pub use naskah_core::language::column_heads::ColumnRole;
use naskah_core::language::column_heads::role;
use naskah_core::language::words::fold;

use crate::{Context, Part, Passage, TableView};

/// The roles of a table's columns.
pub fn roles(context: &Context<'_>, table: &TableView<'_>) -> Vec<ColumnRole> {
    table.columns.iter().map(|column| role(context.word_lists(), &column.judul.as_plain())).collect()
}

/// The role of the column that a passage stands in; `None` outside cells.
pub fn role_of(context: &Context<'_>, part: Part) -> Option<ColumnRole> {
    let Part::Sel { tabel, kolom, .. } = part else { return None };
    let column = context.tables.get(tabel)?.columns.get(kolom)?;
    Some(role(context.word_lists(), &column.judul.as_plain()))
}

/// A row of cells, with the heading that it stands under.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Its place.
    pub span: Span,
    /// Its cells.
    pub cells: &'a [Sel],
    /// How many headings stand above.
    pub group: usize,
    /// The last heading above.
    pub heading: Option<&'a Teks>,
}

/// The rows of cells, from top to bottom.
pub fn rows<'a>(table: &TableView<'a>) -> Vec<Row<'a>> {
    let (mut group, mut heading) = (0, None);
    let mut found = Vec::new();
    for row in &table.tabel.baris {
        match &row.isi {
            IsiBaris::Kelompok { judul, .. } => {
                group += 1;
                heading = Some(judul);
            }
            IsiBaris::Jumlah { .. } => {}
            IsiBaris::Sel { sel, .. } => found.push(Row { span: row.span, cells: sel, group, heading }),
        }
    }
    found
}

/// The text of a cell with that of its list; empty for numbers and merged cells.
pub fn text(cell: &Sel) -> String {
    match cell {
        Sel::Isi(item) => {
            let texts = item.texts().into_iter().map(Teks::as_plain);
            texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("; ")
        }
        Sel::Bilangan(number, _) => number.to_string(),
        _ => String::new(),
    }
}

/// Whether nothing is written in a cell.
pub fn is_blank(cell: &Sel) -> bool {
    match cell {
        Sel::Kosong => true,
        Sel::Isi(item) => item.texts().iter().all(|text| text.is_empty()),
        _ => false,
    }
}

/// Whether a row is a written sum: its first text is "Jumlah" or "Total".
pub fn is_total(row: &[Sel]) -> bool {
    let first = first_text(row);
    ["jumlah", "total", "subtotal", "sub total"].contains(&first.as_str()) || is_grand(&first)
}

/// Whether a row is the sum of the whole table.
pub fn is_grand_total(row: &[Sel]) -> bool {
    is_grand(&first_text(row))
}

fn is_grand(first: &str) -> bool {
    first == "grand total"
        || ["jumlah", "total"].iter().any(|head| {
            let rest = first.strip_prefix(head).unwrap_or_default().trim_start();
            ["keseluruhan", "seluruh", "total", "jumlah", "akhir"].iter().any(|word| rest.starts_with(word))
        })
}

/// The first text of a row that is not blank, folded.
fn first_text(row: &[Sel]) -> String {
    fold(&row.iter().map(text).find(|text| !text.trim().is_empty()).unwrap_or_default())
}

/// The places of labels that one before them bears, each behind the nearest such place.
pub fn repeated<K: Eq + Hash, P: Copy>(labels: impl IntoIterator<Item = (K, P)>) -> Vec<(P, P)> {
    let mut seen = HashMap::new();
    labels.into_iter().filter_map(|(label, place)| Some((seen.insert(label, place)?, place))).collect()
}

/// The texts of a column, from top to bottom.
pub fn column<'a, 'c>(context: &'c Context<'a>, table: usize, column: usize) -> Vec<&'c Passage<'a>> {
    let own = |part: Part| matches!(part, Part::Sel { tabel, kolom, .. } if tabel == table && kolom == column);
    context.passages.iter().filter(|passage| own(passage.part)).collect()
}

/// The place of a cell, where it has one of its own.
pub fn span(cell: &Sel) -> Option<Span> {
    match cell {
        Sel::Kosong => None,
        Sel::Isi(item) => Some(span_of(item)),
        Sel::Bilangan(_, span) | Sel::Atas(span) | Sel::Kiri(span) => Some(*span),
    }
}

/// From the first text of an item to its last.
fn span_of(item: &Butir) -> Span {
    item.texts().into_iter().map(|text| text.span).reduce(Span::to).unwrap_or(item.teks.span)
}
