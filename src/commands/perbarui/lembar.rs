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
    /// The cells that a person must look at.
    pub sel: Vec<String>,
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
                        sel: Vec::new(),
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

    /// What a person must do about the cells; nothing where there are none.
    pub fn cells(&self) -> Option<String> {
        let named = self.sel.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = match self.sel.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" dan {more} sel lain menurut laporan"),
        };
        (!self.sel.is_empty()).then(|| format!("sesuaikan tahun atau tanggal pada sel {named}{more}"))
    }
}
