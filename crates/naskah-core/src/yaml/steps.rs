//! YAML as the steps of its parser, and the same from what was written down of them: the data that the program carries are
//! read by its build script, which takes this file in, and are not read again when the program runs.

use std::borrow::Cow;
use std::ops::Range;

use granit_parser::{Event, Options, Parser, Placement, ScalarStyle, ScanError};

/// Deepest nesting of lists and tables.
pub const MAX_DEPTH: usize = 60;

/// What the parser came upon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step<'t> {
    /// A text, and whether it stands without quotes.
    Scalar(Cow<'t, str>, bool),
    /// A list begins.
    List,
    /// A table begins.
    Table,
    /// The innermost list or table ends.
    End,
    /// What stands for another place.
    Alias,
    /// A document begins.
    Document,
    /// A comment, and whether it stands behind something on its line.
    Comment(Cow<'t, str>, bool),
    /// What builds nothing.
    Other,
}

/// A step with its bytes, and whether an anchor or a tag stands before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read<'t> {
    /// What there is.
    pub step: Step<'t>,
    /// Where it is.
    pub range: Range<usize>,
    /// Whether it is marked.
    pub marked: bool,
}

/// Reads a text up to its end, or to where it cannot be understood.
pub fn read(text: &str) -> impl Iterator<Item = Result<Read<'_>, ScanError>> {
    let step = |event| match event {
        Event::Scalar(text, style, anchor, tag) => {
            (Step::Scalar(text, matches!(style, ScalarStyle::Plain)), anchor != 0 || tag.is_some())
        }
        Event::SequenceStart(_, anchor, tag) => (Step::List, anchor != 0 || tag.is_some()),
        Event::MappingStart(_, anchor, tag) => (Step::Table, anchor != 0 || tag.is_some()),
        Event::SequenceEnd | Event::MappingEnd => (Step::End, false),
        Event::Alias(..) | Event::UnresolvedAlias(..) => (Step::Alias, false),
        Event::DocumentStart(..) => (Step::Document, false),
        Event::Comment(text, placement) => (Step::Comment(text, matches!(placement, Placement::Right)), false),
        _ => (Step::Other, false),
    };
    Parser::new_from_str_with_options(text, options()).map(move |event| {
        let (event, at) = event?;
        let (step, marked) = step(event);
        Ok(Read { step, range: at.byte_range().unwrap_or(0..0), marked })
    })
}

/// How the parser reads: comments are told, and nothing nests without end.
fn options() -> Options {
    let mut options = Options::default();
    options.max_buffered_comment_events = usize::MAX;
    options.flow_nesting_limit = MAX_DEPTH;
    options.block_nesting_limit = MAX_DEPTH;
    options
}

/// A range without its first and last byte.
pub fn inner(range: &Range<usize>) -> Option<Range<usize>> {
    let inner = range.start + 1..range.end.checked_sub(1)?;
    (inner.start <= inner.end).then_some(inner)
}

/// Steps of a text that were written down.
pub struct Written<'t> {
    /// The text.
    pub text: &'t str,
    /// What is left of the steps.
    pub rest: &'t [u8],
}

impl<'t> Written<'t> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0_u32);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte < 0x80 {
                return Some(number);
            }
        }
    }

    fn own(&mut self, range: &Range<usize>) -> Option<Cow<'t, str>> {
        let own = match self.number()? {
            0 => self.text.get(range.clone())?,
            1 => self.text.get(inner(range)?)?,
            length => {
                let (own, rest) = self.rest.split_at_checked(length - 2)?;
                self.rest = rest;
                std::str::from_utf8(own).ok()?
            }
        };
        Some(Cow::Borrowed(own))
    }
}

impl<'t> Iterator for Written<'t> {
    type Item = Read<'t>;

    fn next(&mut self) -> Option<Read<'t>> {
        let kind = self.byte()?;
        let start = self.number()?;
        let range = start..start + self.number()?;
        let step = match kind {
            0 => Step::Scalar(self.own(&range)?, true),
            1 => Step::Scalar(self.own(&range)?, false),
            2 => Step::List,
            3 => Step::Table,
            4 => Step::End,
            5 => Step::Document,
            6 => Step::Comment(self.own(&range)?, true),
            7 => Step::Comment(self.own(&range)?, false),
            _ => Step::Other,
        };
        Some(Read { step, range, marked: false })
    }
}
