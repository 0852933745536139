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
    /// For each column, whether every row has a number in it, and whether none has.
    kinds: Vec<(bool, bool)>,
}

impl<'a> Cells<'a> {
    /// The cells of every table.
    pub fn all(context: &'a Context<'_>) -> Vec<Self> {
        context.tables.iter().map(Self::of).collect()
    }

    /// The cells of a table.
    pub fn of(table: &'a TableView<'a>) -> Self {
        let line = |row: rows::Row<'a>| Line { cells: row.cells, group: row.group, total: rows::is_total(row.cells) };
        let lines: Vec<Line<'a>> = rows::rows(table).into_iter().map(line).collect();
        let heads = table_counts::heads(&table.tabel.kolom, "");
        let mut kinds = vec![(false, true); heads.len()];
        for (at, kind) in kinds.iter_mut().enumerate() {
            let mut numbers = lines.iter().filter(|line| !line.total).map(|line| line.number(at).is_some()).peekable();
            let first = numbers.peek().copied();
            let same = numbers.all(|own| Some(own) == first);
            *kind = (same && first == Some(true), same && first != Some(true));
        }
        Self { table, heads, lines, kinds }
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
        self.kinds.get(column).is_some_and(|kind| kind.0)
    }

    /// Whether no row has a number in a column.
    pub fn is_worded(&self, column: usize) -> bool {
        self.kinds.get(column).is_some_and(|kind| kind.1)
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
