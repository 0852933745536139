//! Cells left empty below one that says something, as offices leave them instead of merging: `gabungan: kosong`.

use std::borrow::Cow;

use naskah_core::language::WordLists;

use super::extent::opens_block;
use super::heads::Head;
use super::{Gabungan, Lembar};

/// The sheet with the empty cells of its leading columns merged with those above. A column leads that has empty cells, as
/// long as all columns at its left do; a row that holds sums or opens a signature block ends every merged cell.
pub fn merged<'a>(lembar: &'a Lembar, head: &Head, asked: bool, lists: &WordLists) -> Cow<'a, Lembar> {
    if !asked {
        return Cow::Borrowed(lembar);
    }
    let mut columns: Vec<usize> = head.columns.iter().flatten().copied().collect();
    columns.sort_unstable();
    columns.dedup();
    let says = |row: usize| columns.iter().any(|column| !lembar.isi(row, *column).is_empty());
    let rows: Vec<usize> = (head.row + 1..lembar.baris.len()).take_while(|row| says(*row)).collect();
    let ends = |row: usize| opens_block(lembar, row, lists);
    let empty = |row: usize, column: usize| lembar.isi(row, column).is_empty();
    let leads = |column: &&usize| rows.iter().any(|row| empty(*row, **column) && !ends(*row));
    let leading = columns.iter().take_while(leads).count().min(columns.len().saturating_sub(1));
    let mut own = lembar.clone();
    for (at, column) in columns.iter().enumerate().take(leading) {
        let starts = |row: usize| columns.iter().take(at + 1).any(|column| !empty(row, *column)) || ends(row);
        let mut rest = &rows[..];
        while let Some((first, below)) = rest.split_first() {
            let more = below.iter().take_while(|row| !starts(**row)).count();
            if more > 0 && !ends(*first) && !empty(*first, *column) {
                let cell = Gabungan { atas: *first, kiri: *column, bawah: first + more, kanan: *column };
                own.gabungan.push(cell);
            }
            rest = below.get(more..).unwrap_or_default();
        }
    }
    own.gabungan.sort_unstable_by_key(|cell| (cell.atas, cell.kiri));
    Cow::Owned(own)
}
