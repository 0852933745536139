//! The report text by text: each once as it was and once as it is, with what changed and what is doubtful marked
//! inside; equal texts with equal reasons stand together.

use std::ops::Range;

use super::report::{Entry, Fate, Report};

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// `tetap`, `hapus`, `sisip` or `tinjau`.
    pub tanda: &'static str,
    /// Its letters.
    pub teks: String,
}

/// A text of the report, or several alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where, each with its line.
    pub tempat: Vec<String>,
    /// The text as it was.
    pub sebelum: Vec<Piece>,
    /// The text as it is; empty where it is the same.
    pub sesudah: Vec<Piece>,
    /// Why, and what must be decided.
    pub alasan: Vec<String>,
    /// The most pressing of what became of it.
    pub fate: Fate,
    /// Whether nothing but the decree's own year was put into it.
    pub only_year: bool,
}

/// The rows of a report in the order of the file, alike ones in one.
pub fn rows(report: &Report) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut done: Vec<usize> = Vec::new();
    for entry in &report.entries {
        let made = match &entry.spot {
            Some(spot) if done.contains(&spot.text) => continue,
            Some(spot) => {
                done.push(spot.text);
                of_text(report, spot.text)
            }
            None => alone(entry),
        };
        let same = |row: &&mut Row| {
            row.fate == made.fate
                && row.sebelum == made.sebelum
                && row.sesudah == made.sesudah
                && row.alasan == made.alasan
        };
        match rows.iter_mut().find(same) {
            Some(row) => row.tempat.extend(made.tempat),
            None => rows.push(made),
        }
    }
    rows
}

fn place(entry: &Entry) -> String {
    format!("{} (baris {})", entry.place, entry.line)
}

/// An entry that is about no text.
fn alone(entry: &Entry) -> Row {
    let piece = |tanda, teks: &str| Piece { tanda, teks: teks.to_owned() };
    let (sebelum, sesudah) = match (entry.fate, entry.after.is_empty()) {
        (Fate::Ubah, false) => (piece("hapus", &entry.before), vec![piece("sisip", &entry.after)]),
        (Fate::Ubah, true) => (piece("hapus", &entry.before), vec![piece("tetap", "(dikosongkan)")]),
        (Fate::Tinjau, _) => (piece("tinjau", &entry.before), Vec::new()),
        (Fate::Tetap, _) => (piece("tetap", &entry.before), Vec::new()),
    };
    let (tempat, alasan) = (vec![place(entry)], vec![entry.why.clone()]);
    Row { tempat, sebelum: vec![sebelum], sesudah, alasan, fate: entry.fate, only_year: false }
}

/// Everything that is said of a text.
fn of_text(report: &Report, text: usize) -> Row {
    let own = || report.entries.iter().filter(|entry| entry.spot.as_ref().is_some_and(|spot| spot.text == text));
    let whole = report.texts.get(&text).map(String::as_str).unwrap_or_default();
    let spots = |fate: Fate| own().filter(move |entry| entry.fate == fate).filter_map(|entry| entry.spot.as_ref());
    let mut changes: Vec<_> = spots(Fate::Ubah).flat_map(|spot| &spot.parts).collect();
    changes.sort_by_key(|part| part.range.start);
    let mut doubts: Vec<Range<usize>> = spots(Fate::Tinjau).map(|spot| spot.range.clone()).collect();
    doubts.sort_by_key(|range| range.start);
    let (mut before, mut after) = (Strip::default(), Strip::default());
    let mut at = 0;
    let plain = |from: usize, to: usize, before: &mut Strip, after: &mut Strip| {
        let mut from = from;
        for doubt in &doubts {
            if to <= doubt.start || doubt.end <= from {
                continue;
            }
            let (start, end) = (doubt.start.max(from), doubt.end.min(to));
            for (range, tanda) in [(from..start, "tetap"), (start..end, "tinjau")] {
                before.push(tanda, whole.get(range.clone()).unwrap_or_default());
                after.push(tanda, whole.get(range).unwrap_or_default());
            }
            from = end.max(from);
        }
        before.push("tetap", whole.get(from..to).unwrap_or_default());
        after.push("tetap", whole.get(from..to).unwrap_or_default());
    };
    for part in changes.iter().copied() {
        if part.range.start < at {
            continue;
        }
        plain(at, part.range.start, &mut before, &mut after);
        before.push("hapus", &part.old);
        after.push("sisip", &part.new);
        at = part.range.end;
    }
    plain(at, whole.len(), &mut before, &mut after);
    let tempat = own().next().map(place).into_iter().collect();
    let alasan = reasons(own());
    let fate = own().map(|entry| entry.fate).min().unwrap_or(Fate::Tetap);
    let from_to =
        |part: &&super::report::Part| part.old == report.from.to_string() && part.new == report.to.to_string();
    let only_year = fate == Fate::Ubah && changes.iter().all(from_to);
    let sesudah = if changes.is_empty() { Vec::new() } else { after.0 };
    Row { tempat, sebelum: before.0, sesudah, alasan, fate, only_year }
}

/// Why a text was treated so, once each, what must be decided first.
fn reasons<'a>(entries: impl Iterator<Item = &'a Entry>) -> Vec<String> {
    let mut alasan: Vec<String> = Vec::new();
    for entry in entries {
        let told = if entry.fate == Fate::Tinjau { format!("TINJAU: {}", entry.why) } else { entry.why.clone() };
        if !alasan.contains(&told) {
            alasan.push(told);
        }
    }
    alasan.sort_by_key(|why| !why.starts_with("TINJAU"));
    alasan
}

/// Pieces on their way; neighbours of one kind are one.
#[derive(Default)]
struct Strip(Vec<Piece>);

impl Strip {
    fn push(&mut self, tanda: &'static str, teks: &str) {
        match self.0.last_mut() {
            _ if teks.is_empty() => {}
            Some(last) if last.tanda == tanda => last.teks.push_str(teks),
            _ => self.0.push(Piece { tanda, teks: teks.to_owned() }),
        }
    }
}
