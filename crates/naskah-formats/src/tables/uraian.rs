//! What an edited sheet changes, in a line for each change, for the person who takes it in.

use std::collections::HashSet;

use super::incoming::{Masuk, same};
use super::view::{Entri, View};

/// Most lines that are told; the rest is counted.
const MOST: usize = 40;

/// The changes in the order of the sheet, then what is gone.
pub fn changes(view: &View<'_>, rows: &[Masuk]) -> Vec<String> {
    let mut told = Vec::new();
    for row in rows {
        match row.lama.and_then(|lama| view.baris.get(lama)) {
            Some(old) => cells(view, old, row, &mut told),
            None => told.push(format!("{}: baris baru `{}`", view.nama, named(&row.teks))),
        }
    }
    let kept: HashSet<usize> = rows.iter().filter_map(|row| row.lama).collect();
    let gone = view.baris.iter().enumerate().filter(|(at, _)| !kept.contains(at));
    told.extend(gone.map(|(_, old)| format!("{}: baris dihapus `{}`", view.nama, named(&old.teks))));
    let more = told.len().saturating_sub(MOST);
    told.truncate(MOST);
    if more > 0 {
        told.push(format!("{}: dan {more} perubahan lain", view.nama));
    }
    told
}

fn cells(view: &View<'_>, old: &Entri<'_>, row: &Masuk, told: &mut Vec<String>) {
    let pairs = view.kolom.iter().zip(old.teks.iter().zip(&row.teks));
    for (lajur, (before, after)) in pairs.filter(|(lajur, _)| lajur.isi.is_written()) {
        if !same(lajur, before, after) {
            let (name, judul) = (&view.nama, &lajur.judul);
            told.push(format!("{name} `{}` kolom {judul}: `{}` → `{}`", named(&old.teks), one(before), one(after)));
        }
    }
}

/// What a person knows a row by: its first text with letters.
fn named(texts: &[String]) -> String {
    let worded = texts.iter().find(|text| text.contains(char::is_alphabetic));
    one(worded.or_else(|| texts.iter().find(|text| !text.is_empty())).map_or("", String::as_str))
}

/// A text on one line, cut where it is long.
fn one(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
