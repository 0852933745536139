//! Tables: rows matched by what they say, cells compared one by one, merged cells as the one cell that they are.

use std::collections::{BTreeMap, BTreeSet};

use naskah_core::resolve::{BarisCetak, SelCetak, TabelCetak};

use super::align::{Item, LEAST, Step, align};
use super::items::gather;

/// Where a cell begins: its row, and its place among the cells of that row.
pub type Owner = (usize, usize);

/// A cell as it stands in a row, whether it begins there or above.
#[derive(Debug, Clone, Copy)]
pub struct Slot {
    /// Its first column.
    pub x: usize,
    /// Over how many columns it reaches.
    pub kanan: usize,
    /// The cell.
    pub owner: Owner,
}

/// A table as rows that each know all their cells, in the columns of the merged table.
pub struct Grid<'a> {
    /// The table.
    pub table: &'a TabelCetak,
    /// Where each column stands in the merged table.
    columns: &'a [usize],
    /// How many columns that has.
    count: usize,
    /// The slots of each row, from left to right.
    pub rows: Vec<Vec<Slot>>,
    /// The how many-th of its kind, row or heading, each row is.
    counts: Vec<usize>,
}

impl<'a> Grid<'a> {
    /// Spreads merged cells over the rows that they reach; `columns` tells where each column stands among `count`.
    pub fn new(table: &'a TabelCetak, columns: &'a [usize], count: usize) -> Self {
        let mut rows: Vec<Vec<Slot>> = table.baris.iter().map(|_| Vec::new()).collect();
        for (r, row) in table.baris.iter().enumerate() {
            for (i, cell) in row.cells().iter().enumerate() {
                let (x, kanan) = reach(cell, columns, count);
                let slot = Slot { x, kanan, owner: (r, i) };
                rows.iter_mut().skip(r).take(cell.turun.max(1)).for_each(|slots| slots.push(slot));
            }
        }
        rows.iter_mut().for_each(|slots| slots.sort_by_key(|slot| slot.x));
        let mut seen = [0, 0];
        let nth = |row: &BarisCetak| {
            let kind = &mut seen[usize::from(matches!(row, BarisCetak::Kelompok { .. }))];
            *kind += 1;
            *kind
        };
        Self { table, columns, count, rows, counts: table.baris.iter().map(nth).collect() }
    }

    /// The cell that begins at a place.
    pub fn cell(&self, owner: Owner) -> Option<&'a SelCetak> {
        self.row(owner.0)?.cells().get(owner.1)
    }

    /// A row as it is printed.
    pub fn row(&self, row: usize) -> Option<&'a BarisCetak> {
        self.table.baris.get(row)
    }

    /// Whether a cell reaches over several rows.
    pub fn is_merged(&self, owner: Owner) -> bool {
        self.cell(owner).is_some_and(|cell| cell.turun > 1)
    }

    /// Whether a row is the heading of those after it.
    pub fn is_group(&self, row: usize) -> bool {
        matches!(self.row(row), Some(BarisCetak::Kelompok { .. }))
    }

    /// The cells that belong to one row alone.
    fn own(&self, row: usize) -> impl Iterator<Item = (&Slot, &'a SelCetak)> {
        let slots = self.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        slots.iter().filter(|slot| !self.is_merged(slot.owner)).filter_map(|slot| Some((slot, self.cell(slot.owner)?)))
    }

    /// Whether a column holds row numbers.
    pub fn is_number(&self, x: usize) -> bool {
        self.table.penomor.iter().any(|own| self.columns.get(*own) == Some(&x))
    }

    /// Whether a cell is the number of a row.
    pub fn is_row_number(&self, owner: Owner) -> bool {
        self.cell(owner).is_some_and(|cell| cell.kanan == 1 && self.table.penomor.contains(&cell.x))
    }

    /// The titles of the columns, by their places in the merged table; empty for those that this one has not.
    pub fn column_names(&self) -> Vec<String> {
        let mut names = vec![String::new(); self.count];
        for cell in self.table.kepala.iter().flatten().filter(|cell| cell.kanan == 1) {
            if let Some(name) = self.columns.get(cell.x).and_then(|x| names.get_mut(*x)) {
                *name = cell.isi.teks.as_plain();
            }
        }
        names
    }

    /// The slot of a row that begins in a column.
    pub fn slot(&self, row: usize, x: usize) -> Option<&Slot> {
        self.rows.get(row)?.iter().find(|slot| slot.x == x)
    }

    /// Whether a slot is one that the other table has a column for.
    fn is_shared(&self, slot: &Slot, other: &Grid<'_>) -> bool {
        slot.kanan > 1 || other.columns.contains(&slot.x)
    }

    /// The number that a row bears.
    pub fn number(&self, row: usize) -> Option<String> {
        let slot = self.rows.get(row)?.iter().find(|slot| self.is_number(slot.x) && slot.kanan == 1)?;
        let text = self.cell(slot.owner)?.isi.teks.as_plain();
        (!text.trim().is_empty()).then_some(text)
    }

    /// `baris 4`, `kelompok II`: the row as it is counted among all, or by its heading's number.
    pub fn place(&self, row: usize) -> String {
        let count = self.counts.get(row).copied().unwrap_or_default();
        match (self.is_group(row), self.number(row)) {
            (true, Some(number)) => format!("kelompok {number}"),
            (true, None) => format!("kelompok ke-{count}"),
            (false, _) => format!("baris {count}"),
        }
    }

    /// What a row is called by: its text in the key column.
    pub fn title(&self, row: usize, key: Option<usize>) -> Option<String> {
        let slot = self.rows.get(row)?.iter().find(|slot| Some(slot.x) == key)?;
        let text = self.cell(slot.owner)?.isi.teks.as_plain();
        (!text.trim().is_empty()).then_some(text)
    }

    /// Columns and kind of a row, as far as the other table has them: rows of another form never match.
    fn form(&self, row: usize, other: &Grid<'_>) -> String {
        let slots = self.rows.get(row).map(Vec::as_slice).unwrap_or_default();
        let shared = slots.iter().filter(|slot| self.is_shared(slot, other));
        let columns = shared.map(|slot| format!("{}+{} ", slot.x, slot.kanan)).collect::<String>();
        format!("{}{columns}", if self.is_group(row) { "#" } else { "" })
    }

    fn item(&self, row: usize, key: Option<usize>, other: &Grid<'_>) -> Item {
        let mut whole = String::new();
        let own = self.own(row).filter(|(slot, _)| !self.is_number(slot.x) && self.is_shared(slot, other));
        own.for_each(|(_, cell)| gather(&cell.isi, &mut whole));
        let named = self.own(row).find(|(slot, _)| Some(slot.x) == key && slot.kanan == 1);
        let key = named.map(|(_, cell)| cell.isi.teks.as_plain().trim().to_owned()).unwrap_or_default();
        Item { whole, key, kind: self.form(row, other), least: LEAST }
    }
}

/// First column and width of a cell in the merged table; one over several columns takes in those between and beside.
fn reach(cell: &SelCetak, columns: &[usize], count: usize) -> (usize, usize) {
    let start = columns.get(cell.x).copied().unwrap_or(cell.x);
    if cell.kanan <= 1 {
        return (start, 1);
    }
    let start = if cell.x == 0 { 0 } else { start };
    let end = columns.get(cell.x + cell.kanan).copied().unwrap_or(count);
    (start, end.saturating_sub(start).max(1))
}

/// The cells of both tables that stand in the same column of matched rows.
pub fn matched<'g>(
    old: &'g Grid<'_>,
    o: usize,
    new: &'g Grid<'_>,
    n: usize,
) -> impl Iterator<Item = (&'g Slot, &'g Slot)> {
    let slots = old.rows.get(o).map(Vec::as_slice).unwrap_or_default();
    slots.iter().filter_map(move |from| Some((from, new.slot(n, from.x)?)))
}

/// The column that names rows: the first column of texts that differ from row to row, or the one that differs most.
pub fn key_column(old: &Grid<'_>, new: &Grid<'_>) -> Option<usize> {
    let distinct = |grid: &Grid<'_>, x: usize| {
        let texts: Vec<String> = (0..grid.rows.len())
            .filter(|row| !grid.is_group(*row))
            .filter_map(|row| grid.own(row).find(|(slot, _)| slot.x == x).map(|(_, cell)| cell.isi.teks.as_plain()))
            .filter(|text| !text.trim().is_empty())
            .collect();
        let different: BTreeSet<&String> = texts.iter().collect();
        different.len() as f64 / grid.rows.len().max(1) as f64
    };
    let shares: Vec<(usize, f64)> =
        (0..new.count).filter(|x| !new.is_number(*x)).map(|x| (x, distinct(old, x).min(distinct(new, x)))).collect();
    let most = shares.iter().map(|(_, share)| *share).fold(0.0, f64::max);
    shares.into_iter().find(|(_, share)| *share > 0.0 && *share >= most * 0.9).map(|(x, _)| x)
}

/// Which row of the new table is which of the old one.
pub fn rows(old: &Grid<'_>, new: &Grid<'_>, key: Option<usize>) -> Vec<Step> {
    let items = |grid: &Grid<'_>, other: &Grid<'_>| -> Vec<Item> {
        (0..grid.rows.len()).map(|row| grid.item(row, key, other)).collect()
    };
    align(&items(old, new), &items(new, old))
}

/// Which cell of the old table each cell of the new one was: the one that most of its rows were in.
pub struct Partners {
    /// From new to old.
    old_of: BTreeMap<Owner, Owner>,
    /// From old to new.
    new_of: BTreeMap<Owner, Owner>,
}

impl Partners {
    /// Looks through the matched rows.
    pub fn new(old: &Grid<'_>, new: &Grid<'_>, steps: &[Step]) -> Self {
        let mut shared: BTreeMap<(Owner, Owner), usize> = BTreeMap::new();
        for step in steps {
            if let Step::Both(o, n) | Step::Moved(o, n) = step {
                for (from, to) in matched(old, *o, new, *n) {
                    // A cell that moved with its row alone counts for less than one that stayed.
                    let weight = if matches!(step, Step::Both(..)) { 1000 } else { 1 };
                    *shared.entry((to.owner, from.owner)).or_default() += weight;
                }
            }
        }
        let mut pairs: Vec<((Owner, Owner), usize)> = shared.into_iter().collect();
        pairs.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut found = Self { old_of: BTreeMap::new(), new_of: BTreeMap::new() };
        for ((to, from), _) in pairs {
            if !found.old_of.contains_key(&to) && !found.new_of.contains_key(&from) {
                found.old_of.insert(to, from);
                found.new_of.insert(from, to);
            }
        }
        found
    }

    /// What a cell of the new table was.
    pub fn old_of(&self, owner: Owner) -> Option<Owner> {
        self.old_of.get(&owner).copied()
    }

    /// What a cell of the old table has become.
    pub fn new_of(&self, owner: Owner) -> Option<Owner> {
        self.new_of.get(&owner).copied()
    }
}
