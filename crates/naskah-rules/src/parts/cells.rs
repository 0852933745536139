//! Tables as plain cells: the heads of the written columns, and rows of texts without the written sums.

use naskah_core::decree::{Bilangan, Sel};
use naskah_core::diag::Span;
use naskah_core::language::words::fold;

use crate::parts::{rows, table_counts};
use crate::{Context, TableView};

/// A row without the written sums.
pub struct Line<'a> {
    /// Its cells.
    pub cells: &'a [Sel],
    /// How many headings stand above.
    pub group: usize,
    /// Whether it is a written sum.
    pub total: bool,
}

/// A table of cells.
pub struct Cells<'a> {
    /// The table.
    pub table: &'a TableView<'a>,
    /// The folded heads of the written columns, each with those above it.
    pub heads: Vec<String>,
    /// The rows, with the written sums.
    pub lines: Vec<Line<'a>>,
}

impl<'a> Cells<'a> {
    /// The cells of every table.
    pub fn all(context: &'a Context<'_>) -> Vec<Self> {
        context.tables.iter().map(Self::of).collect()
    }

    /// The cells of a table.
    pub fn of(table: &'a TableView<'a>) -> Self {
        let line = |row: rows::Row<'a>| Line { cells: row.cells, group: row.group, total: rows::is_total(row.cells) };
        let lines = rows::rows(table).into_iter().map(line).collect();
        Self { table, heads: table_counts::heads(&table.tabel.kolom, ""), lines }
    }

    /// The rows that are no written sums.
    pub fn plain(&self) -> impl Iterator<Item = &Line<'a>> {
        self.lines.iter().filter(|line| !line.total)
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.heads.len()
    }

    /// Whether every row has a number in a column, and there is one.
    pub fn is_numeric(&self, column: usize) -> bool {
        self.plain().next().is_some() && self.plain().all(|line| line.number(column).is_some())
    }

    /// Whether no row has a number in a column.
    pub fn is_worded(&self, column: usize) -> bool {
        self.plain().all(|line| line.number(column).is_none())
    }

    /// The sum of a column of numbers.
    pub fn sum(&self, column: usize) -> Option<Bilangan> {
        let mut values = self.plain().map(|line| line.number(column));
        values.try_fold(Bilangan::NOL, |sum, one| sum.plus(one?)).map(Bilangan::without_zeros)
    }
}

impl Line<'_> {
    /// The text of a cell without a list; empty for others.
    pub fn text(&self, column: usize) -> String {
        match self.cells.get(column) {
            Some(Sel::Isi(item)) if item.rincian.is_none() && item.penutup.is_none() => item.teks.as_plain(),
            _ => String::new(),
        }
    }

    /// The text of a cell in small letters, without punctuation.
    pub fn folded(&self, column: usize) -> String {
        fold(&self.text(column))
    }

    /// The number of a cell.
    pub fn number(&self, column: usize) -> Option<Bilangan> {
        self.cells.get(column).and_then(table_counts::number)
    }

    /// The place of a cell.
    pub fn span(&self, column: usize) -> Option<Span> {
        self.cells.get(column).and_then(rows::span)
    }
}
