//! Places, codes and messages: the one currency in which every stage reports trouble.
//!
//! A [`Diagnostic`] states a fact in lower case without a full stop; its hints state the way out.
//! Stages push diagnostics into a [`Sink`] and go on, so that one run reports everything at once.

mod code;
mod render;
mod sink;

pub use code::Code;
pub use render::{MessageFormat, render_all};
pub use sink::Sink;

use std::collections::BTreeMap;
use std::fmt;

/// One input text, as an index into [`Files`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(u32);

/// A byte range in one input text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The text that the range lies in.
    pub file: FileId,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A range of `file` in bytes.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        Self { file, start, end: end.max(start) }
    }

    /// The smallest range that covers both; `self` where they lie in different files.
    pub fn to(self, other: Span) -> Self {
        if self.file != other.file {
            return self;
        }
        Self::new(self.file, self.start.min(other.start), self.end.max(other.end))
    }
}

/// A value together with the place where it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub span: Span,
}

/// The input texts of one run, by name.
#[derive(Debug, Clone, Default)]
pub struct Files {
    files: Vec<(String, String)>,
    /// The texts that stand for a sheet of a workbook.
    sheets: BTreeMap<FileId, Sheet>,
}

/// A moment in the course of reading: some texts had been added to [`Files`], others not yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment(usize);

/// What a text stands for that was read from a sheet: one value a line, each with its cell as a comment (`- "a" # F12`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The workbook as the decree names it.
    pub book: String,
    /// The sheet; `None` in a file that has no sheets.
    pub name: Option<String>,
}

impl Sheet {
    /// The place of a cell as messages name it: `rencana.xlsx lembar RA sel F12`.
    pub fn place(&self, cell: &str) -> String {
        let sheet = self.name.as_ref().map_or(String::new(), |name| format!(" lembar {name}"));
        let cell = if cell.is_empty() { String::new() } else { format!(" sel {cell}") };
        format!("{}{sheet}{cell}", self.book)
    }
}

impl Files {
    /// Keeps a text under the name that messages show.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        self.files.push((name.into(), text.into()));
        FileId((self.files.len() - 1) as u32)
    }

    /// The moment between the texts that are there and those that will come.
    pub fn now(&self) -> Moment {
        Moment(self.files.len())
    }

    /// The texts that were added since a moment, in their order.
    pub fn since(&self, moment: Moment) -> Vec<FileId> {
        (moment.0..self.files.len()).map(|at| FileId(at as u32)).collect()
    }

    /// Keeps a text that stands for a sheet; its places are told as cells.
    pub fn add_sheet(&mut self, name: impl Into<String>, text: impl Into<String>, sheet: Sheet) -> FileId {
        let id = self.add(name, text);
        self.sheets.insert(id, sheet);
        id
    }

    /// The sheet that a text stands for.
    pub fn sheet(&self, id: FileId) -> Option<&Sheet> {
        self.sheets.get(&id)
    }

    /// The cell of a byte offset in a text that stands for a sheet; empty where the line names none.
    pub fn cell(&self, id: FileId, offset: usize) -> Option<&str> {
        self.sheets.get(&id)?;
        let text = self.text(id);
        let start = text.get(..offset.min(text.len()))?.rfind('\n').map_or(0, |at| at + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        Some(line.rsplit_once(" # ").map_or("", |(_, cell)| cell))
    }

    /// The name that messages show.
    pub fn name(&self, id: FileId) -> &str {
        self.files.get(id.0 as usize).map_or("?", |f| f.0.as_str())
    }

    /// The whole text.
    pub fn text(&self, id: FileId) -> &str {
        self.files.get(id.0 as usize).map_or("", |f| f.1.as_str())
    }

    /// The file that a person opens to look at a text: the workbook of a sheet, otherwise the text's own name.
    pub fn origin(&self, id: FileId) -> &str {
        self.sheets.get(&id).map_or_else(|| self.name(id), |sheet| &sheet.book)
    }

    /// Line and column of a byte offset, both counted from 1, the column in characters; in a sheet those of the cell.
    pub fn line_col(&self, id: FileId, offset: usize) -> (usize, usize) {
        if let Some(place) = self.cell(id, offset) {
            return row_and_column(place).unwrap_or((1, 1));
        }
        let text = self.text(id);
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// Row and column, both from 1, of a cell such as `F12`.
fn row_and_column(cell: &str) -> Option<(usize, usize)> {
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = cell.split_at(digits);
    let column = letters.bytes().try_fold(0usize, |sum, b| match b {
        b'A'..=b'Z' => Some(sum.checked_mul(26)? + usize::from(b - b'A') + 1),
        _ => None,
    })?;
    Some((row.parse().ok()?, column))
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// A question; nothing is held up.
    Saran,
    /// Something that is probably wrong; the work goes on.
    Peringatan,
    /// Something wrong; nothing is written.
    Galat,
}

impl Level {
    /// Every level, the heaviest first.
    pub const ALL: [Self; 3] = [Self::Galat, Self::Peringatan, Self::Saran];
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Level::Saran => "saran",
            Level::Peringatan => "peringatan",
            Level::Galat => "galat",
        })
    }
}

/// A certain cure: the text that belongs in the place of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; an empty range is a place to put something in.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// The text with the edits made.
pub fn edited<'a>(text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> String {
    let mut edits: Vec<&Edit> = edits.into_iter().collect();
    edits.sort_by_key(|edit| edit.span.start);
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        let (Some(between), Some(_)) = (text.get(at..edit.span.start), text.get(edit.span.start..edit.span.end)) else {
            continue;
        };
        out.push_str(between);
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// One finding: what is so, where, and what to do about it.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// How much it weighs.
    pub level: Level,
    /// Which kind of finding it is.
    pub code: Code,
    /// The fact: lower case, no full stop.
    pub message: String,
    /// Where; `None` for a matter of the whole run.
    pub span: Option<Span>,
    /// Other places that belong to it, each with a remark.
    pub labels: Vec<(Span, String)>,
    /// Ways out.
    pub hints: Vec<String>,
    /// The cure, where it is certain: all of these together.
    pub edits: Vec<Edit>,
}

impl Diagnostic {
    /// A finding of `level` at `span`.
    pub fn new(level: Level, code: Code, span: impl Into<Option<Span>>, message: impl Into<String>) -> Self {
        let (span, message) = (span.into(), message.into());
        Self { level, code, message, span, labels: Vec::new(), hints: Vec::new(), edits: Vec::new() }
    }

    /// Something wrong at `span`.
    pub fn galat(code: Code, span: impl Into<Option<Span>>, message: impl Into<String>) -> Self {
        Self::new(Level::Galat, code, span, message)
    }

    /// Something probably wrong at `span`.
    pub fn peringatan(code: Code, span: impl Into<Option<Span>>, message: impl Into<String>) -> Self {
        Self::new(Level::Peringatan, code, span, message)
    }

    /// A question about what stands at `span`.
    pub fn saran(code: Code, span: impl Into<Option<Span>>, message: impl Into<String>) -> Self {
        Self::new(Level::Saran, code, span, message)
    }

    /// Adds a way out.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds a way out where there is one.
    pub fn hint_opt(mut self, hint: Option<String>) -> Self {
        self.hints.extend(hint);
        self
    }

    /// Adds another place that belongs to the finding.
    pub fn label(mut self, span: Span, remark: impl Into<String>) -> Self {
        self.labels.push((span, remark.into()));
        self
    }
}

/// How many letters must be put in, left out, replaced or swapped with their neighbour to make one text from the other.
pub fn distance(a: &str, b: &str) -> usize {
    strsim::osa_distance(a, b)
}

/// "maksud Anda …?" where one of `known` is near to `word`.
pub fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let lower = word.to_lowercase();
    let nearness = |known: &str| strsim::damerau_levenshtein(&lower, &known.to_lowercase());
    let length = word.chars().count();
    let allowed = |known: &str| (length.max(known.chars().count()) / 3).max(1);
    let alike = |known: &&str| length.abs_diff(known.chars().count()) <= allowed(known);
    let best = known.into_iter().filter(alike).map(|k| (nearness(k), k)).min()?;
    (best.0 <= allowed(best.1)).then(|| format!("maksud Anda `{}`?", best.1))
}
