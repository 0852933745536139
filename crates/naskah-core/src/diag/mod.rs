//! Places, codes and messages: the one currency in which every stage reports trouble.
//!
//! A [`Diagnostic`] states a fact in lower case without a full stop; its hints state the way out.
//! Stages push diagnostics into a [`Sink`] and go on, so that one run reports everything at once.

#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod code;
mod files;
mod render;
mod sink;
mod tampil;

pub use code::Code;
pub use files::{Files, Moment, Sheet};
pub use render::{MessageFormat, render_all};
pub use sink::Sink;
pub use tampil::{in_json, on_lines, on_one_line};

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

/// The way out where the program itself is at fault.
pub const LAPORKAN: &str = "laporkan berkas ini kepada pengembang";

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
