//! The head of a sheet: where it stands, and which column is meant by which words.

use super::{Isi, Lembar};

/// So many rows at the top are looked at to find the head.
pub const LOOKED_AT: usize = 50;

/// A head without case, line ends, signs and doubled blanks.
pub fn folded(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// The text of a cell; of a merged cell that of its first.
pub fn shown(lembar: &Lembar, row: usize, column: usize) -> String {
    let merged = lembar.gabungan.iter().find(|merged| merged.contains(row, column));
    let (row, column) = merged.map_or((row, column), |merged| (merged.atas, merged.kiri));
    match lembar.isi(row, column) {
        Isi::Galat(_) => String::new(),
        other => other.text().trim().to_owned(),
    }
}

/// The head of each column in the rows `first..=last`, outer heads before inner ones (`Jumlah / L`).
pub fn paths(lembar: &Lembar, first: usize, last: usize) -> Vec<String> {
    let path = |column: usize| {
        let mut parts: Vec<String> = Vec::new();
        for text in (first..=last).map(|row| shown(lembar, row, column)).filter(|text| !text.is_empty()) {
            if parts.last() != Some(&text) {
                parts.push(text);
            }
        }
        parts.join(" / ")
    };
    (0..lembar.lebar()).map(path).collect()
}
