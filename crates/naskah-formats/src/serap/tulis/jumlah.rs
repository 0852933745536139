//! Sums of a table: rows that the program adds up itself, where it comes to the very same numbers.

use naskah_core::decree::Bilangan;

use crate::serap::sumber::{BarisSumber, SelSumber};

use super::sel::text;

/// What is added up in a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Jumlah {
    /// Of each column whether it holds numbers.
    pub bilangan: Vec<bool>,
    /// Of each row whether it is a sum, and then whether it is one of the whole table.
    pub baris: Vec<Option<bool>>,
}

/// A number that would be printed as it stands.
fn number(text: &str) -> Option<Bilangan> {
    text.parse::<Bilangan>().ok().filter(|number| number.to_string() == text)
}

/// The cell of a row that begins in a column and takes no other.
fn single(baris: &BarisSumber, x: usize) -> Option<&SelSumber> {
    baris.sel.iter().find(|sel| sel.x == x && sel.kanan == 1 && sel.turun == 1)
}

/// Finds the sums of a table of so many columns; `heading` tells of each row whether it is a heading.
pub fn find(rows: &[&BarisSumber], heading: &[bool], columns: usize) -> Option<Jumlah> {
    let first =
        rows.iter().zip(heading).filter(|(_, heading)| !**heading).find_map(|(baris, _)| label_end(baris, columns))?;
    let is_sum = |at: usize| -> bool {
        let own = rows.get(at).and_then(|baris| label_end(baris, columns)) == Some(first);
        own && heading.get(at) == Some(&false)
    };
    let plain: Vec<usize> = (0..rows.len()).filter(|at| heading.get(*at) == Some(&false) && !is_sum(*at)).collect();
    let of = |at: usize, x: usize| rows.get(at).and_then(|baris| single(baris, x)).map(text);
    let numbers =
        |x: usize| !plain.is_empty() && plain.iter().all(|at| of(*at, x).is_some_and(|text| number(&text).is_some()));
    let bilangan: Vec<bool> = (0..columns).map(|x| x >= first && numbers(x)).collect();
    if bilangan.get(first) != Some(&true) {
        return None;
    }
    let mut baris = vec![None; rows.len()];
    for at in (0..rows.len()).filter(|at| is_sum(*at)) {
        let begin = heading.iter().take(at).rposition(|heading| *heading).unwrap_or(0);
        let sum = |x: usize, from: usize| -> Option<String> {
            let part = plain.iter().filter(|row| **row >= from && **row < at);
            let mut all = Bilangan::NOL;
            for row in part {
                all = all.plus(number(&of(*row, x)?)?)?;
            }
            Some(all.to_string())
        };
        let right = |from: usize| {
            (first..columns).all(|x| match bilangan.get(x) {
                Some(true) => of(at, x).is_some() && of(at, x) == sum(x, from),
                _ => of(at, x).is_some_and(|text| text.is_empty()),
            })
        };
        let own = baris.get_mut(at)?;
        *own = if right(begin) { Some(false) } else { Some(right(0).then_some(true)?) };
    }
    Some(Jumlah { bilangan, baris })
}

/// Where the label of a sum ends, if a row begins with one: a word that reaches to the first number.
fn label_end(baris: &BarisSumber, columns: usize) -> Option<usize> {
    let label = baris.sel.first().filter(|sel| sel.x == 0)?;
    let end = label.kanan;
    let worded = text(label).starts_with(char::is_alphabetic) && label.turun == 1;
    let next = single(baris, end).map(text)?;
    (worded && end > 1 && end < columns && number(&next).is_some()).then_some(end)
}
