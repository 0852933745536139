//! Findings about cells: gathered while a sheet is looked at, and given their places when it is done.

use std::collections::HashMap;

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

    /// How much was found.
    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// Whether anything is wrong.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|(_, finding)| finding.level == Level::Galat)
    }

    /// The findings with their cells.
    pub fn into_findings(self) -> impl Iterator<Item = (Place, Diagnostic)> {
        self.found.into_iter()
    }

    /// The finding that weighs most.
    pub fn heaviest(self) -> Option<Diagnostic> {
        self.found.into_iter().map(|(_, finding)| finding).max_by_key(|finding| finding.level)
    }

    /// The same said of several cells of a column is said once, with all of them.
    fn gathered(self) -> Vec<(Place, Diagnostic)> {
        let mut told: Vec<(Place, Diagnostic, Vec<usize>)> = Vec::new();
        let mut known: HashMap<(usize, String), usize> = HashMap::new();
        for ((row, column), finding) in self.found {
            let key =
                (column, format!("{:?} {:?} {} {:?}", finding.code, finding.level, finding.message, finding.hints));
            match known.get(&key).and_then(|at| told.get_mut(*at)) {
                Some((_, _, rows)) => rows.push(row),
                None => {
                    known.insert(key, told.len());
                    told.push(((row, column), finding, vec![row]));
                }
            }
        }
        let whole = |(place, mut finding, mut rows): (Place, Diagnostic, Vec<usize>)| {
            rows.sort_unstable();
            rows.dedup();
            if rows.len() > 1 {
                finding.message = format!("{} ({} sel: {})", finding.message, rows.len(), ranges(&rows, place.1));
            }
            (place, finding)
        };
        told.into_iter().map(whole).collect()
    }

    /// Hands the findings on with their places: a text with the cells in question is kept under `name`.
    pub fn tell(self, sheet: Sheet, lembar: &Lembar, name: &str, files: &mut Files, sink: &mut Sink) {
        if self.found.is_empty() {
            return;
        }
        let (mut text, mut spans) = (String::new(), Vec::new());
        let found = self.gathered();
        for ((row, column), _) in &found {
            let start = text.len() + 2;
            text.push_str(&format!("- {}", super::canonical::quoted(&lembar.isi(*row, *column).text())));
            spans.push((start, text.len()));
            text.push_str(&format!(" # {}\n", cell_name(*row, *column)));
        }
        let file = files.add_sheet(name, text, sheet);
        for ((_, mut diagnostic), (start, end)) in found.into_iter().zip(spans) {
            diagnostic.span = Some(Span::new(file, start, end));
            sink.push(diagnostic);
        }
    }

    /// Hands remarks on that hold nothing up: the decree's own place stands for them, and the cell is named in words.
    pub fn tell_at(self, span: Span, sheet: &Sheet, sink: &mut Sink) {
        for ((row, column), mut diagnostic) in self.gathered() {
            diagnostic.message = format!("{}: {}", sheet.place(&cell_name(row, column)), diagnostic.message);
            diagnostic.span = Some(span);
            sink.push(diagnostic);
        }
    }
}

/// Rows of a column as ranges: `B2:B5, B9`.
pub fn ranges(rows: &[usize], column: usize) -> String {
    let name = |(first, last): &(usize, usize)| match first == last {
        true => cell_name(*first, column),
        false => format!("{}:{}", cell_name(*first, column), cell_name(*last, column)),
    };
    cut(&runs(rows).iter().map(name).collect::<Vec<_>>())
}

/// Rows as numbers and ranges: `5-9, 12`.
pub fn row_ranges(rows: &[usize]) -> String {
    let name = |(first, last): &(usize, usize)| match first == last {
        true => (first + 1).to_string(),
        false => format!("{}-{}", first + 1, last + 1),
    };
    cut(&runs(rows).iter().map(name).collect::<Vec<_>>())
}

fn runs(rows: &[usize]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => runs.push((*row, *row)),
        }
    }
    runs
}

/// The first of them; that there are more is told.
fn cut(names: &[String]) -> String {
    let shown = names.iter().take(8).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > 8 { format!("{shown}, …") } else { shown }
}
