//! Findings about cells: gathered while a sheet is looked at, and given their places when it is done.

use naskah_core::diag::{Diagnostic, Files, Level, Sheet, Sink, Span};

use super::{Lembar, cell_name};

/// A cell, both numbers from 0.
pub type Place = (usize, usize);

/// Findings about the cells of one sheet.
#[derive(Debug, Default)]
pub struct Found {
    found: Vec<(Place, Diagnostic)>,
}

impl Found {
    /// Takes a finding about a cell; its span is still to be given.
    pub fn push(&mut self, place: Place, diagnostic: Diagnostic) {
        // Beyond what a sink keeps, cells are only counted there.
        self.found.push((place, diagnostic));
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether anything is wrong.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|(_, finding)| finding.level == Level::Galat)
    }

    /// Hands the findings on with their places: a text with the cells in question is kept under `name`.
    pub fn tell(self, sheet: Sheet, lembar: &Lembar, name: &str, files: &mut Files, sink: &mut Sink) {
        if self.found.is_empty() {
            return;
        }
        let (mut text, mut spans) = (String::new(), Vec::new());
        for ((row, column), _) in &self.found {
            let start = text.len() + 2;
            text.push_str(&format!("- {}", super::canonical::quoted(&lembar.isi(*row, *column).text())));
            spans.push((start, text.len()));
            text.push_str(&format!(" # {}\n", cell_name(*row, *column)));
        }
        let file = files.add_sheet(name, text, sheet);
        for ((_, mut diagnostic), (start, end)) in self.found.into_iter().zip(spans) {
            diagnostic.span = Some(Span::new(file, start, end));
            sink.push(diagnostic);
        }
    }

    /// Hands remarks on that hold nothing up: the decree's own place stands for them, and the cell is named in words.
    pub fn tell_at(self, span: Span, sheet: &Sheet, sink: &mut Sink) {
        for ((row, column), mut diagnostic) in self.found {
            diagnostic.message = format!("{}: {}", sheet.place(&cell_name(row, column)), diagnostic.message);
            diagnostic.span = Some(span);
            sink.push(diagnostic);
        }
    }
}
