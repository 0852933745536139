//! Sheets that rows are read from: the decrees of both years would read the same file, and a decree's edits cannot reach
//! into it. What would be changed or decided there is told with its cell, above the `dari` that names the sheet.

use naskah_core::diag::{FileId, Files, Span};
use naskah_core::yaml::{Node, Value};

/// How many cells a mark names.
const NAMED: usize = 20;

/// A sheet that the decree names.
#[derive(Debug, Clone)]
pub struct Lembar {
    /// Where the decree names it.
    pub dari: Span,
    /// Its file, as the decree names it.
    pub berkas: String,
    lembar: Option<String>,
    /// The cells whose years or dates move.
    pub geser: Vec<String>,
    /// The cells that a person must look at, which may stay as they are.
    pub periksa: Vec<String>,
}

/// Every sheet that a tree names, in its order.
pub fn named(node: &Node) -> Vec<Lembar> {
    let mut found = Vec::new();
    gather(node, &mut found);
    found
}

fn gather(node: &Node, found: &mut Vec<Lembar>) {
    match &node.value {
        Value::Map(entries) => {
            let text = |key: &str| node.get(key).and_then(Node::as_scalar).map(|text| text.trim().to_owned());
            for (key, value) in entries {
                match value.as_scalar().filter(|_| key.name == "dari") {
                    Some(file) => found.push(Lembar {
                        dari: value.span,
                        berkas: file.trim().to_owned(),
                        lembar: text("lembar"),
                        geser: Vec::new(),
                        periksa: Vec::new(),
                    }),
                    // There, `dari` names a column of the sheet.
                    None if key.name == "kolom" => {}
                    None => gather(value, found),
                }
            }
        }
        Value::Seq(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Scalar { .. } | Value::Null => {}
    }
}

impl Lembar {
    /// Whether a text that stands for a sheet stands for this one.
    pub fn is(&self, files: &Files, text: FileId) -> bool {
        files.sheet(text).is_some_and(|sheet| {
            let same = self.lembar.is_none() || self.lembar.as_deref() == sheet.name.as_deref().map(str::trim);
            sheet.book == self.berkas && same
        })
    }

    /// A cell of which a person must take care: its year moves, or it is only to be looked at.
    pub fn take(&mut self, cell: &str, moves: bool) {
        let cells = if moves { &mut self.geser } else { &mut self.periksa };
        if !cell.is_empty() && !cells.iter().any(|known| known == cell) {
            cells.push(cell.to_owned());
        }
    }

    /// What a person must do about the cells; nothing where there are none.
    pub fn cells(&self) -> Option<String> {
        let moving = listed(&self.geser).map(|cells| format!("sesuaikan tahun atau tanggal pada sel {cells}"));
        let others: Vec<String> = self.periksa.iter().filter(|cell| !self.geser.contains(cell)).cloned().collect();
        let others = listed(&others).map(|cells| format!("periksa, karena mungkin tetap, sel {cells}"));
        let told: Vec<String> = moving.into_iter().chain(others).collect();
        (!told.is_empty()).then(|| told.join("; "))
    }
}

/// The first cells, and how many more there are; nothing where there are none.
fn listed(cells: &[String]) -> Option<String> {
    let named = cells.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = match cells.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" dan {more} sel lain menurut laporan"),
    };
    (!cells.is_empty()).then(|| format!("{named}{more}"))
}
