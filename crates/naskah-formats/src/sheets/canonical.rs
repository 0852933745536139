//! The text that stands for what was taken from a sheet: YAML, one value a line, each with its cell.

use super::Isian;

/// A text in double quotes, on one line whatever it holds.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                out.push_str(&format!("\\u{:04x}", c as u32));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Writes the text line by line.
#[derive(Default)]
pub struct Writer {
    /// What is written so far.
    pub text: String,
}

impl Writer {
    /// Goes on to a column of the line; a line that was begun by a dash is gone on with.
    fn to(&mut self, column: usize) {
        let there = self.text.len() - self.text.rfind('\n').map_or(0, |at| at + 1);
        self.text.push_str(&" ".repeat(column.saturating_sub(there)));
    }

    /// Begins an item whose first value follows on the same line.
    pub fn open(&mut self, column: usize) {
        self.to(column);
        self.text.push_str("- ");
    }

    /// A line that comes from a cell.
    pub fn line(&mut self, column: usize, dash: bool, content: &str, cell: &str) {
        self.to(column);
        let dash = if dash { "- " } else { "" };
        self.text.push_str(&format!("{dash}{content} # {cell}\n"));
    }

    /// What a cell says, as an item.
    pub fn item(&mut self, column: usize, isian: &Isian, cell: &str) {
        if isian.rincian.is_empty() {
            return self.line(column, true, &quoted(&isian.teks), cell);
        }
        self.open(column);
        self.body(column + 2, isian, cell);
    }

    /// What a cell says, as a field.
    pub fn field(&mut self, column: usize, key: &str, isian: &Isian, cell: &str) {
        if isian.rincian.is_empty() {
            return self.line(column, false, &format!("{key}: {}", quoted(&isian.teks)), cell);
        }
        self.line(column, false, &format!("{key}:"), cell);
        self.body(column + 2, isian, cell);
    }

    /// A list, or a sentence with a list below it.
    fn body(&mut self, column: usize, isian: &Isian, cell: &str) {
        if isian.is_list() {
            return isian.rincian.iter().for_each(|item| self.item(column, item, cell));
        }
        self.line(column, false, &format!("teks: {}", quoted(&isian.teks)), cell);
        self.line(column, false, "rincian:", cell);
        isian.rincian.iter().for_each(|item| self.item(column + 2, item, cell));
        if !isian.penutup.is_empty() {
            self.line(column, false, &format!("penutup: {}", quoted(&isian.penutup)), cell);
        }
    }
}
