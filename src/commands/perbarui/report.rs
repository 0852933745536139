//! What was changed, what was left, what a person must decide; each with its place, before, after and why.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use naskah_core::diag::{Edit, Span};

use super::lembar::Lembar;
use super::marks::Mark;

/// From so many on, alike changes are told in one line.
const ALIKE: usize = 4;

/// What became of a part of the decree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// A person must decide.
    Tinjau,
    /// It was changed.
    Ubah,
    /// It was left as it is, on purpose.
    Tetap,
}

impl Fate {
    /// Every fate, in the order of a report.
    pub const ALL: [Fate; 3] = [Self::Tinjau, Self::Ubah, Self::Tetap];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tinjau => "tinjau",
            Self::Ubah => "ubah",
            Self::Tetap => "tetap",
        }
    }

    /// The heading of its part of a report.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Tinjau => "Perlu diputuskan",
            Self::Ubah => "Diubah",
            Self::Tetap => "Sengaja tidak diubah",
        }
    }
}

/// An entry of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What became of it.
    pub fate: Fate,
    /// Where, in the decree's own terms.
    pub place: String,
    /// Where in the file: a byte of the text before, then the line of the text after.
    pub line: usize,
    /// What stood there.
    pub before: String,
    /// What stands there now; the same where nothing was changed.
    pub after: String,
    /// Why that became of it.
    pub why: String,
    /// How many years of four digits it tells of.
    pub years: usize,
    /// Where in a text of the decree; `None` where it is about something else.
    pub spot: Option<Spot>,
}

/// A part of a text that an entry is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The text, among [`Report::texts`].
    pub text: usize,
    /// Its bytes before.
    pub range: Range<usize>,
    /// What is changed there, from left to right.
    pub parts: Vec<Part>,
}

/// A change within a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its bytes before.
    pub range: Range<usize>,
    /// What stood there.
    pub old: String,
    /// What stands there now.
    pub new: String,
}

/// The report of a decree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Name of the decree.
    pub name: String,
    /// Year before.
    pub from: i32,
    /// Year after.
    pub to: i32,
    /// The entries in the order of the file.
    pub entries: Vec<Entry>,
    /// The texts that entries are about, as they were.
    pub texts: BTreeMap<usize, String>,
}

impl Report {
    /// The entries of a fate.
    pub fn of(&self, fate: Fate) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.fate == fate)
    }

    /// How many of each fate.
    pub fn counts(&self) -> [usize; 3] {
        Fate::ALL.map(|fate| self.of(fate).count())
    }

    /// The counts in one sentence.
    pub fn summary(&self) -> String {
        let [open, changed, kept] = self.counts();
        format!("{open} perlu diputuskan, {changed} diubah, {kept} sengaja tidak diubah")
    }

    /// The report for a terminal: a block of lines a fate, and in it the entries of each reason, with columns.
    pub fn table(&self) -> String {
        let mut out = String::new();
        for fate in Fate::ALL {
            let entries: Vec<&Entry> = self.of(fate).collect();
            if entries.is_empty() {
                continue;
            }
            let _ = writeln!(out, "{} ({})", fate.heading(), entries.len());
            let place = |entry: &Entry| format!("{} (baris {})", entry.place, entry.line);
            let width = entries.iter().map(|entry| place(entry).chars().count()).max().unwrap_or(0).min(64);
            let mut reasons: Vec<&str> = Vec::new();
            for entry in &entries {
                if !reasons.contains(&entry.why.as_str()) {
                    reasons.push(&entry.why);
                }
            }
            for why in reasons {
                let _ = writeln!(out, "  {why}:");
                let of: Vec<&Entry> = entries.iter().copied().filter(|entry| entry.why == why).collect();
                let mut told: Vec<String> = Vec::new();
                for entry in &of {
                    let change = entry.change();
                    let alike: Vec<&&Entry> = of.iter().filter(|other| other.change() == change).collect();
                    if alike.len() < ALIKE {
                        let _ = writeln!(out, "    {:width$}  {}", place(entry), entry.shown());
                    } else if !told.contains(&change) {
                        let places: Vec<String> = alike.iter().map(|entry| place(entry)).collect();
                        let _ = writeln!(out, "    {change} ({} tempat): {}", alike.len(), places.join("; "));
                        told.push(change);
                    }
                }
            }
            out.push('\n');
        }
        out
    }
}

impl Entry {
    /// What it changes or leaves, without the words around.
    pub fn change(&self) -> String {
        match &self.spot {
            Some(Spot { parts, .. }) if !parts.is_empty() => {
                let parts = parts.iter().map(|part| format!("{} → {}", part.old, part.new));
                parts.collect::<Vec<_>>().join(", ")
            }
            _ => self.shown(),
        }
    }

    /// Before and after; once where they are the same.
    pub fn shown(&self) -> String {
        match (self.before == self.after, self.after.is_empty()) {
            (true, _) => self.before.clone(),
            (false, true) => format!("{} → (kosong)", self.before),
            (false, false) => format!("{} → {}", self.before, self.after),
        }
    }
}

/// What was found out on the way through a decree.
#[derive(Debug, Default)]
pub struct Work {
    /// The entries; their lines are still bytes of the text before.
    pub entries: Vec<Entry>,
    /// The edits of the text.
    pub edits: Vec<Edit>,
    /// What a person must decide.
    pub marks: Vec<Mark>,
    /// The texts that entries are about.
    pub texts: BTreeMap<usize, String>,
    /// The sheets that the decree names, each with the cells that a person must look at.
    pub lembar: Vec<Lembar>,
}

impl Work {
    /// A cell of a sheet is left to a person; `moves` tells that it is to be changed.
    pub fn marked_in_sheet(&mut self, place: &str, dari: Span, (cell, moves): (&str, bool), what: &str, why: &str) {
        self.note(Fate::Tinjau, place, dari, [what, what], why);
        if let Some(sheet) = self.lembar.iter_mut().find(|sheet| sheet.dari == dari) {
            sheet.take(cell, moves);
        }
    }

    /// Something was changed.
    pub fn changed(&mut self, place: &str, at: Span, [before, after]: [&str; 2], why: &str, edits: Vec<Edit>) {
        self.note(Fate::Ubah, place, at, [before, after], why);
        self.edits.extend(edits);
    }

    /// Something was left on purpose.
    pub fn kept(&mut self, place: &str, at: Span, what: &str, why: &str) {
        self.note(Fate::Tetap, place, at, [what, what], why);
    }

    /// Something is left to a person; `subject` names it in the mark.
    pub fn marked(&mut self, place: &str, at: Span, [what, subject]: [&str; 2], why: &str) {
        self.note(Fate::Tinjau, place, at, [what, what], why);
        self.marks.push(Mark { span: at, subject: subject.to_owned(), why: why.to_owned() });
    }

    /// The last entry tells of so many years.
    pub fn years(&mut self, years: usize) {
        if let Some(last) = self.entries.last_mut() {
            last.years = years;
        }
    }

    /// The last entry is about a part of a text.
    pub fn spot(&mut self, text: (usize, &str), range: &Range<usize>, parts: &[(Range<usize>, String)]) {
        let mut parts: Vec<Part> = parts
            .iter()
            .map(|(range, new)| {
                let old = text.1.get(range.clone()).unwrap_or_default().to_owned();
                Part { range: range.clone(), old, new: new.clone() }
            })
            .collect();
        parts.sort_by_key(|part| part.range.start);
        if let Some(last) = self.entries.last_mut() {
            last.spot = Some(Spot { text: text.0, range: range.clone(), parts });
            self.texts.entry(text.0).or_insert_with(|| text.1.to_owned());
        }
    }

    fn note(&mut self, fate: Fate, place: &str, at: Span, [before, after]: [&str; 2], why: &str) {
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.entries.push(Entry {
            fate,
            place: line(place),
            line: at.start,
            before: line(before),
            after: line(after),
            why: line(why),
            years: 0,
            spot: None,
        });
    }
}
