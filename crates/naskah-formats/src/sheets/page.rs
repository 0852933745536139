//! Sheets to be written: one model for every form, so that each form shows the same table.

use super::Gabungan;

/// A cell to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Kosong,
    /// A place that is not to be filled here.
    Tertutup,
    /// A text; never a formula, whatever it looks like.
    Teks(String),
    /// A number with so many decimal places, and how a text shows it.
    Bilangan(f64, usize, String),
}

impl Value {
    /// The text that a form without types shows.
    pub fn text(&self) -> String {
        match self {
            Self::Kosong | Self::Tertutup => String::new(),
            Self::Teks(text) | Self::Bilangan(_, _, text) => text.clone(),
        }
    }
}

/// A column to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct PageColumn {
    /// Its width in letters.
    pub lebar: f64,
    /// Whether it is for the program and shown pale.
    pub pucat: bool,
    /// What the cells' drop-down offers; other texts stay allowed.
    pub pilihan: Vec<String>,
}

/// A row to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct PageRow {
    /// Its cells.
    pub sel: Vec<Value>,
    /// How deep it lies in the outline, from 0.
    pub tingkat: u8,
    /// Whether it is a heading.
    pub tebal: bool,
}

/// A sheet to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its name.
    pub nama: String,
    /// The head's rows.
    pub kepala: Vec<Vec<String>>,
    /// Its columns.
    pub kolom: Vec<PageColumn>,
    /// The rows below the head.
    pub baris: Vec<PageRow>,
    /// Merged cells, counted from the first head row.
    pub gabungan: Vec<Gabungan>,
    /// So many columns stay in sight at the left.
    pub beku: usize,
}

impl Page {
    /// How many lines a row needs, by the widths of its columns.
    pub(super) fn lines(&self, row: &PageRow) -> usize {
        let lines = |(value, column): (&Value, &PageColumn)| match value {
            Value::Teks(text) => {
                let wrapped = |line: &str| (line.chars().count() as f64 * 1.1 / column.lebar).ceil().max(1.0) as usize;
                text.lines().map(wrapped).sum()
            }
            _ => 1,
        };
        row.sel.iter().zip(&self.kolom).map(lines).max().unwrap_or(1).max(1)
    }

    /// The distinct drop-downs of several sheets, and a name for the sheet that holds them.
    pub(super) fn choices(pages: &[Page]) -> (Vec<&[String]>, String) {
        let mut lists: Vec<&[String]> = Vec::new();
        for column in pages.iter().flat_map(|page| &page.kolom).filter(|column| !column.pilihan.is_empty()) {
            if !lists.contains(&column.pilihan.as_slice()) {
                lists.push(&column.pilihan);
            }
        }
        (lists, "Pilihan".to_owned())
    }
}
