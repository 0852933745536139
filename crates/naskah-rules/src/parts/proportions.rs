//! Columns of numbers that keep one proportion from row to row, and the one row that does not.

use std::collections::{BTreeMap, BTreeSet};

use naskah_core::decree::{IsiKolom, Sel};
use naskah_core::diag::Span;

use crate::TableView;
use crate::parts::rows;

/// A cell that breaks the proportion of its column to another one.
#[derive(Debug)]
pub struct Broken {
    /// The cell.
    pub span: Span,
    /// The cell that it belongs to.
    pub beside: Span,
}

/// A row with its numbers in two columns.
type Pair = (usize, (i128, Span), (i128, Span));

/// The rows of a table that break a proportion; each is told of once.
pub fn broken(table: &TableView<'_>) -> Vec<Broken> {
    let counted = |at: &usize| table.columns.get(*at).is_some_and(|column| column.isi == IsiKolom::Bilangan);
    let columns: Vec<usize> = (0..table.columns.len()).filter(counted).collect();
    let mut told: BTreeMap<usize, Broken> = BTreeMap::new();
    for (index, b) in columns.iter().enumerate().skip(1) {
        for a in &columns[..index] {
            if let Some((row, broken)) = one(&pairs(table, *a, *b)) {
                told.entry(row).or_insert(broken);
            }
        }
    }
    told.into_values().collect()
}

fn pairs(table: &TableView<'_>, a: usize, b: usize) -> Vec<Pair> {
    let number = |cell: &Sel| match cell {
        Sel::Bilangan(value, span) if value.places == 0 && value.digits > 0 => Some((value.digits, *span)),
        _ => None,
    };
    let rows = rows::rows(table).into_iter().enumerate().filter(|(_, row)| !rows::is_total(row.cells));
    rows.filter_map(|(at, row)| Some((at, row.cells.get(a).and_then(number)?, row.cells.get(b).and_then(number)?)))
        .collect()
}

/// The one pair that has another proportion than all others.
fn one(pairs: &[Pair]) -> Option<(usize, Broken)> {
    let mut shares: BTreeMap<(i128, i128), Vec<&Pair>> = BTreeMap::new();
    for pair in pairs {
        let (a, b) = (pair.1.0, pair.2.0);
        let shared = divisor(a, b);
        shares.entry((a / shared, b / shared)).or_default().push(pair);
    }
    let (share, usual) = shares.iter().max_by_key(|(_, pairs)| pairs.len())?;
    let different: BTreeSet<i128> = usual.iter().map(|pair| pair.1.0).collect();
    let large = usual.iter().all(|pair| pair.1.0.min(pair.2.0) > 99);
    let shown = usual.len() > 1 && large && different.len() > 1
        || usual.len() > 2 && different.len() > 2 && usual.iter().any(|pair| pair.1.0.max(pair.2.0) > 19);
    let lone = shares.len() == 2 && usual.len() + 1 == pairs.len() && *share != (1, 1);
    let odd = shares.values().flatten().find(|pair| !usual.iter().any(|own| own.0 == pair.0))?;
    (shown && lone).then_some((odd.0, Broken { span: odd.2.1, beside: odd.1.1 }))
}

/// The greatest number that divides both.
fn divisor(a: i128, b: i128) -> i128 {
    if b == 0 { a.max(1) } else { divisor(b, a % b) }
}
