//! Tables without lines that are forms: labels with what is said of each, texts with a box before each.

use naskah_core::decree::tabel::KOTAK;

use super::sumber::{SelSumber, TabelSumber};

/// A form.
#[derive(Debug, Clone, PartialEq)]
pub enum Isian<'a> {
    /// Labels, each with the cell that says something of it.
    Label(Vec<(String, Option<&'a SelSumber>)>),
    /// Texts, each with whether its box is ticked.
    Kotak(Vec<(bool, String)>),
}

/// The text of a cell on one line.
fn text(sel: &SelSumber) -> String {
    let lines: Vec<String> = sel.isi.iter().map(|one| format!("{} {}", one.tanda, one.teks.text())).collect();
    lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a sign is a ticked or an empty box.
pub fn ticked(text: &str) -> Option<bool> {
    KOTAK.iter().find(|(_, printed)| *printed == text).map(|(typed, _)| *typed == KOTAK[0].0)
}

/// The form that a table is.
pub fn read(tabel: &TabelSumber) -> Option<Isian<'_>> {
    let head = tabel.baris.iter().any(|baris| baris.kepala || baris.sel.iter().any(|sel| sel.turun > 1));
    if tabel.bergaris || head || tabel.baris.is_empty() {
        return None;
    }
    boxes(tabel).or_else(|| labels(tabel))
}

fn boxes(tabel: &TabelSumber) -> Option<Isian<'_>> {
    let row = |sel: &[SelSumber]| match sel {
        [first, second] if !text(second).is_empty() => Some((ticked(&text(first))?, text(second))),
        _ => None,
    };
    let rows: Option<Vec<(bool, String)>> = tabel.baris.iter().map(|baris| row(&baris.sel)).collect();
    rows.filter(|rows| unique(rows.iter().map(|(_, text)| text))).map(Isian::Kotak)
}

fn labels(tabel: &TabelSumber) -> Option<Isian<'_>> {
    let row = |sel: &'_ [SelSumber]| -> Option<(String, usize)> {
        let label = text(sel.first()?);
        let named = !label.is_empty() && !label.contains(':') && label.chars().count() <= 80;
        (named && text(sel.get(1)?) == ":" && sel.len() <= 3).then_some((label, sel.len()))
    };
    let one = |baris: &'_ super::sumber::BarisSumber| row(&baris.sel);
    let names: Option<Vec<(String, usize)>> = tabel.baris.iter().map(one).collect();
    let names = names.filter(|names| unique(names.iter().map(|(label, _)| label)))?;
    let rows = names.into_iter().zip(&tabel.baris).map(|((label, _), baris)| (label, baris.sel.get(2)));
    Some(Isian::Label(rows.collect()))
}

/// Whether no text is there twice.
fn unique<'a>(texts: impl Iterator<Item = &'a String>) -> bool {
    let mut seen = std::collections::HashSet::new();
    texts.into_iter().all(|text| seen.insert(text))
}
