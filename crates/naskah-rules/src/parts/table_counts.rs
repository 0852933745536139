//! What the tables of a decree add up to: rows, sums, and how often a thing stands in a column.

use std::collections::{BTreeMap, BTreeSet};

use naskah_core::decree::{Bilangan, IsiBaris, IsiKolom, Kolom, NomorBaris, Sel};
use naskah_core::language::WordList;
use naskah_core::language::words::{fold, has_word};
use naskah_core::resolve::hitung;

use crate::parts::rows::{self, Row};
use crate::{Context, TableView};

/// A number that a table has, and what it counts.
#[derive(Debug, Clone)]
pub struct Count {
    /// The words of the head that it belongs to, with those of the heads above.
    pub head: String,
    /// How many.
    pub value: Bilangan,
    /// Whether it is the sum of a column of numbers.
    pub sum: bool,
    /// How many there are otherwise reckoned: cells and groups of a sum; rows, filled cells, headings.
    pub others: BTreeSet<i128>,
}

/// The numbers of a table.
#[derive(Debug, Default)]
pub struct Counts {
    /// What each column counts: its sum, or how many things stand in it.
    pub columns: Vec<Count>,
    /// How many rows stand in a table of persons.
    pub persons: Option<usize>,
    /// Every number that the table shows in whatever way.
    pub all: BTreeSet<i128>,
}

/// The numbers of every table.
pub fn counts(context: &Context<'_>) -> Vec<Counts> {
    context.tables.iter().map(|table| of(context, table)).collect()
}

fn of(context: &Context<'_>, table: &TableView<'_>) -> Counts {
    let all_rows = rows::rows(table);
    let rows: Vec<&Row<'_>> = all_rows.iter().filter(|row| !rows::is_total(row.cells)).collect();
    let mut counts = Counts::default();
    let groups = table.tabel.baris.iter().filter(|row| matches!(row.isi, IsiBaris::Kelompok { .. })).count();
    let numbered = table.tabel.baris.iter().filter(|row| is_numbered(&row.isi)).count();
    counts.all.extend([rows.len(), groups, numbered].map(|count| count as i128));
    let heads = heads(&table.tabel.kolom, "");
    for (at, column) in table.columns.iter().enumerate() {
        let head = heads.get(at).cloned().unwrap_or_default();
        let values: Vec<Option<Bilangan>> = rows.iter().map(|row| row.cells.get(at).and_then(number)).collect();
        let all = values.iter().any(Option::is_some) && values.iter().all(Option::is_some);
        let numeric = column.isi == IsiKolom::Bilangan || all;
        counts.all.extend(all_rows.iter().filter_map(|row| row.cells.get(at).and_then(number)).filter_map(whole));
        if numeric {
            let sum = values.iter().flatten().try_fold(Bilangan::NOL, |sum, one| sum.plus(*one));
            if let Some(value) = sum.filter(|_| !units_differ(table, &rows) && !is_label(&head)) {
                counts.all.extend(whole(value));
                let mut others: BTreeSet<i128> = by_group(&rows, at).into_iter().collect();
                others.extend(all_rows.iter().filter_map(|row| row.cells.get(at).and_then(number)).filter_map(whole));
                counts.columns.push(Count { head, value, sum: true, others });
            }
            counts.all.extend(by_group(&rows, at).into_iter().filter(|_| !is_label(&heads[at])));
            continue;
        }
        let cells: Vec<&Sel> = rows.iter().filter_map(|row| row.cells.get(at)).collect();
        let (distinct, filled) = worded(&cells, &mut counts.all);
        let listed: usize = cells.iter().map(|cell| items(cell)).sum();
        let reckoned = BTreeSet::from([filled, listed, rows.len(), groups, numbered].map(|count| count as i128));
        counts.all.extend(&reckoned);
        if context.word_lists().has(WordList::KolomOrangBernama, &fold(&column.judul.as_plain())) {
            counts.persons = Some(filled);
        }
        counts.columns.push(Count {
            head,
            value: Bilangan { digits: distinct as i128, places: 0 },
            sum: false,
            others: reckoned,
        });
    }
    counts.columns.extend(added(table, &rows));
    let together: Vec<Count> = counts.columns.windows(2).filter_map(|pair| together(&pair[0], &pair[1])).collect();
    counts.all.extend(together.iter().filter_map(|count| whole(count.value)));
    counts.columns.extend(together);
    counts
}

/// The sums of the columns that the program adds up row by row.
fn added(table: &TableView<'_>, rows: &[&Row<'_>]) -> Vec<Count> {
    let leaves = leaves(&table.tabel.kolom, "");
    let written = |leaf: usize| leaves[..leaf].iter().filter(|(written, _)| *written).count();
    let cell = |row: &Row<'_>, leaf: usize| row.cells.get(written(leaf)).and_then(number);
    let sums = hitung::sources(&table.tabel.kolom).into_iter().enumerate().filter(|(_, from)| from.len() > 1);
    sums.filter_map(|(leaf, from)| {
        let mut values = rows.iter().flat_map(|row| from.iter().map(|leaf| cell(row, *leaf)));
        let value = values.try_fold(Bilangan::NOL, |sum, one| sum.plus(one?))?;
        Some(Count { head: leaves.get(leaf)?.1.clone(), value, sum: true, others: BTreeSet::new() })
    })
    .collect()
}

/// How many different texts a column has, and how many at all; how often each stands there goes to `all`.
fn worded(cells: &[&Sel], all: &mut BTreeSet<i128>) -> (usize, usize) {
    let texts = cells.iter().map(|cell| fold(&rows::text(cell))).filter(|text| !text.is_empty());
    let mut often: BTreeMap<String, i128> = BTreeMap::new();
    texts.for_each(|text| *often.entry(text).or_default() += 1);
    all.extend(often.values());
    all.insert(often.len() as i128);
    (often.len(), often.values().sum::<i128>() as usize)
}

/// The sum of men and women, whose columns stand side by side.
fn together(men: &Count, women: &Count) -> Option<Count> {
    let last = |count: &Count| count.head.rsplit(' ').next().unwrap_or_default().to_owned();
    let both = ["l", "laki", "lk", "pria"].contains(&last(men).as_str())
        && ["p", "perempuan", "pr", "wanita"].contains(&last(women).as_str());
    let value = men.value.plus(women.value).filter(|_| both && men.sum && women.sum)?;
    let head = format!("{} {}", men.head, last(women));
    Some(Count { head, value, sum: true, others: BTreeSet::new() })
}

/// Whether the numbers of a column name something, so that they add up to nothing.
fn is_label(head: &str) -> bool {
    // Below "nomor urut 2" stands what that candidate got.
    has_word(head, &["peringkat", "nomor", "urut"]) && !head.ends_with(|c: char| c.is_ascii_digit())
}

/// Whether the rows count things of several units, so that no sum of theirs says anything.
fn units_differ(table: &TableView<'_>, rows: &[&Row<'_>]) -> bool {
    let unit = |column: &Kolom| fold(&column.judul.as_plain()).starts_with("satuan");
    let Some(at) = table.columns.iter().position(|column| unit(column)) else { return false };
    let cells = rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| fold(&rows::text(cell)));
    let units: BTreeSet<String> = cells.filter(|unit| !unit.is_empty()).collect();
    units.len() > 1
}

/// The sums under each heading.
fn by_group(rows: &[&Row<'_>], at: usize) -> Vec<i128> {
    let mut sums: BTreeMap<usize, i128> = BTreeMap::new();
    for row in rows {
        if let Some(value) = row.cells.get(at).and_then(number).and_then(whole) {
            *sums.entry(row.group).or_default() += value;
        }
    }
    sums.into_values().collect()
}

fn is_numbered(row: &IsiBaris) -> bool {
    matches!(row, IsiBaris::Sel { nomor: NomorBaris::Berikut | NomorBaris::Tulis(_), .. })
}

/// The number of a cell.
pub fn number(cell: &Sel) -> Option<Bilangan> {
    match cell {
        Sel::Bilangan(value, _) => Some(*value),
        Sel::Isi(item) if item.rincian.is_none() => item.teks.as_plain().trim().parse().ok(),
        _ => None,
    }
}

/// How many things a cell names: the items of its list, or the parts of a series.
fn items(cell: &Sel) -> usize {
    match cell {
        Sel::Isi(item) => match &item.rincian {
            Some(list) => list.butir.len(),
            None => item.teks.as_plain().replace(", dan ", ",").replace(" dan ", ",").split(',').count(),
        },
        _ => 0,
    }
}

/// A number without decimals.
fn whole(value: Bilangan) -> Option<i128> {
    let value = value.without_zeros();
    (value.places == 0).then_some(value.digits)
}

/// The folded heads of the written columns, each with those above it.
pub fn heads(columns: &[Kolom], above: &str) -> Vec<String> {
    leaves(columns, above).into_iter().filter(|(written, _)| *written).map(|(_, head)| head).collect()
}

/// Every column without columns below it: whether it is written, and its head.
fn leaves(columns: &[Kolom], above: &str) -> Vec<(bool, String)> {
    let path = |column: &Kolom| format!("{above} {}", fold(&column.judul.as_plain())).trim().to_owned();
    columns
        .iter()
        .flat_map(|column| match column.anak.is_empty() {
            true => vec![(column.is_written(), path(column))],
            false => leaves(&column.anak, &path(column)),
        })
        .collect()
}
