//! Cells left empty below one that says something, as offices leave them instead of merging: `gabungan: kosong`.

use std::borrow::Cow;

use naskah_core::diag::{Code, Diagnostic};
use naskah_core::language::WordLists;

use super::extent::{after_sum, is_number, opens_block};
use super::heads::{Head, folded};
use super::{Found, Gabungan, Lembar, cell_name};

/// The sheet with the empty cells of its leading columns merged with those above, where that is asked; otherwise such
/// cells are told. A column leads that has empty cells, as long as all columns at its left do, but for numbers in every
/// row; a row that holds sums or opens a signature block ends every merged cell.
pub fn merged<'a>(
    lembar: &'a Lembar,
    head: &Head,
    asked: Option<bool>,
    lists: &WordLists,
    found: &mut Found,
) -> Cow<'a, Lembar> {
    if asked == Some(false) {
        return Cow::Borrowed(lembar);
    }
    let cells = below(lembar, head, lists);
    match (asked, cells.first()) {
        (Some(true), None) => {
            let message = "`gabungan: kosong` tidak menggabungkan satu sel pun";
            let hint = "hapus isian itu, atau periksa sel kosong pada kolom-kolom kiri lembar itu";
            found.push((head.row, 0), Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
        }
        (Some(true), Some(_)) => {
            let mut own = lembar.clone();
            own.gabungan.extend(cells);
            own.gabungan.sort_unstable_by_key(|cell| (cell.atas, cell.kiri));
            return Cow::Owned(own);
        }
        (None, Some(first)) => {
            let message = format!("sel kosong di bawah {} dicetak kosong", cell_name(first.atas, first.kiri));
            let hint = "tulis `gabungan: kosong` bila sel kosong itu lanjutan sel di atasnya";
            let place = (first.atas + 1, first.kiri);
            found.push(place, Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
        }
        _ => {}
    }
    Cow::Borrowed(lembar)
}

/// What the empty cells are merged to.
fn below(lembar: &Lembar, head: &Head, lists: &WordLists) -> Vec<Gabungan> {
    let mut columns: Vec<usize> = head.columns.iter().flatten().copied().collect();
    columns.sort_unstable();
    columns.dedup();
    let says = |row: usize| columns.iter().any(|column| !lembar.isi(row, *column).is_empty());
    let rows: Vec<usize> = (head.row + 1..lembar.baris.len()).take_while(|row| says(*row)).collect();
    let ends = |row: usize| opens_block(lembar, row, lists) || is_wide(lembar, row) || sums(lembar, row, lists);
    let within = |row: usize, column: usize| lembar.gabungan.iter().any(|cell| cell.contains(row, column));
    let empty = |row: usize, column: usize| lembar.isi(row, column).is_empty() && !within(row, column);
    let leads = |column: &&usize| rows.iter().any(|row| empty(*row, **column) && !ends(*row));
    let numbers =
        |column: &usize| rows.iter().filter(|row| !ends(**row)).all(|row| is_number(&lembar.isi(*row, *column).text()));
    if columns.first().is_some_and(numbers) {
        columns.remove(0);
    }
    let leading = columns.iter().take_while(leads).count().min(columns.len().saturating_sub(1));
    let mut found = Vec::new();
    for (at, column) in columns.iter().enumerate().take(leading) {
        let said = rows.iter().map(|row| lembar.isi(*row, *column).text()).filter(|text| !text.is_empty());
        // A number belongs to the text beside it: a row that has a text there is another one.
        let looked = at + 1 + usize::from(said.into_iter().all(|text| is_number(&text)));
        let starts = |row: usize| columns.iter().take(looked).any(|column| !empty(row, *column)) || ends(row);
        let mut rest = &rows[..];
        while let Some((first, below)) = rest.split_first() {
            let more = below.iter().take_while(|row| !starts(**row)).count();
            if more > 0 && !ends(*first) && !lembar.isi(*first, *column).is_empty() && !within(*first, *column) {
                found.push(Gabungan { atas: *first, kiri: *column, bawah: first + more, kanan: *column });
            }
            rest = below.get(more..).unwrap_or_default();
        }
    }
    found
}

/// Whether a row is merged over several columns, as a heading is.
fn is_wide(lembar: &Lembar, row: usize) -> bool {
    lembar.gabungan.iter().any(|cell| cell.atas == row && cell.bawah == row && cell.kanan > cell.kiri + 1)
}

/// Whether a cell of a row begins as a row of sums does: "Jumlah Bergas".
fn sums(lembar: &Lembar, row: usize, lists: &WordLists) -> bool {
    let texts = lembar.baris.get(row).into_iter().flatten().map(|isi| folded(&isi.text()));
    texts.into_iter().any(|text| after_sum(&text, lists).any(|rest| rest.is_empty() || rest.starts_with(' ')))
}
