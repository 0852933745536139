//! What was found in many documents, told once where it is the same in all, and for each row where a row is to blame.

use std::collections::BTreeMap;

use naskah_core::diag::{Code, Diagnostic, Files, Level, Sink, Span};

use super::isi::Terisi;
use super::manifes::Temuan;

/// A finding with its place in the pattern.
#[derive(Debug, Clone)]
pub struct Ditemukan {
    /// The finding.
    pub temuan: Diagnostic,
    /// Whether values of the row stand where it was found.
    pub dari_baris: bool,
}

/// The findings of a document, moved from its own text to the pattern and its cells.
pub fn moved(sink: &Sink, terisi: &Terisi, row: &str, own: &Files, text: Span) -> Vec<Ditemukan> {
    let heavy = sink.found().iter().filter(|finding| finding.level >= Level::Peringatan);
    let moved = |finding: &Diagnostic| {
        let mut temuan = Diagnostic { labels: Vec::new(), edits: Vec::new(), ..finding.clone() };
        let Some(span) = finding.span else { return Ditemukan { temuan, dari_baris: false } };
        if span.file != text.file {
            let place = format!("{}:{}", own.origin(span.file), own.line_col(span.file, span.start).0);
            (temuan.span, temuan.message) = (None, format!("{row}: {place}: {}", temuan.message));
            return Ditemukan { temuan, dari_baris: true };
        }
        let place = terisi.place(span.start);
        temuan.span = place.map(|place| place.span);
        let sel = place.map(|place| place.sel.join(", ")).unwrap_or_default();
        let dari_baris = !sel.is_empty();
        if dari_baris {
            temuan.message = format!("{sel}: {}", temuan.message);
        }
        Ditemukan { temuan, dari_baris }
    };
    heavy.map(moved).collect()
}

/// The findings of a run.
#[derive(Default)]
pub struct Lapor {
    /// Findings of the pattern itself: the first one, the row that it was met with, and how often.
    sama: BTreeMap<(&'static str, usize, usize), (Diagnostic, String, usize)>,
}

impl Lapor {
    /// Takes the findings of a document; those of its row go on at once.
    pub fn take(&mut self, found: Vec<Ditemukan>, row: &str, sink: &mut Sink) -> Vec<Temuan> {
        let kept = found.iter().map(|one| Temuan::of(&one.temuan)).collect();
        for Ditemukan { temuan, dari_baris } in found {
            if dari_baris && temuan.level == Level::Galat {
                sink.push(temuan);
                continue;
            }
            let at = temuan.span.map_or((0, 0), |span| (span.start, span.end));
            let key = (code(temuan.code), at.0, at.1);
            self.sama.entry(key).and_modify(|(_, _, count)| *count += 1).or_insert((temuan, row.to_owned(), 1));
        }
        kept
    }

    /// Tells what is the same in several documents.
    pub fn tell(self, sink: &mut Sink) {
        for (mut finding, row, count) in self.sama.into_values() {
            if count > 1 {
                finding.message = format!("{} ({count} naskah, yang pertama {row})", finding.message);
            }
            sink.push(finding);
        }
    }
}

fn code(code: Code) -> &'static str {
    code.id
}
