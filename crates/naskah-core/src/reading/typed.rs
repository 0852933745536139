//! From a part of a text to the bytes of the file that it was typed with, and back into the file with another text.
//!
//! A text knows only the range of its whole YAML scalar. Between the two lie quotes, escapes, folded lines and the
//! marks of emphasis; a part is found by walking along both.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::{Mutex, PoisonError};

use crate::decree::Teks;
use crate::diag::{Edit, Files, Span};
use crate::yaml::block_sign;

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Single,
    Double,
    Block,
}

/// A character of a scalar with its bytes in the file.
type Unit = (char, Range<usize>);

/// Finds parts of texts in the file; the text asked for last is kept, since rules ask for many parts of one text.
#[derive(Debug, Default)]
pub struct Typed {
    kept: Mutex<Option<Map>>,
    /// Addresses of the texts that stay where they are, so that each is known again without a look at its letters.
    staying: HashSet<usize>,
}

impl Typed {
    /// Makes a text known that stays where it is as long as this.
    pub fn know(&mut self, teks: &Teks) {
        self.staying.insert(address(teks));
    }

    /// The bytes of the `part` (in bytes of the plain text); the whole scalar where they cannot be told.
    pub fn place(&self, files: &Files, teks: &Teks, part: Range<usize>) -> Span {
        let found = self.with_map(files, teks, |map| map.locate(&part));
        found.map_or(teks.span, |range| Span::new(teks.span.file, range.start, range.end))
    }

    /// The edit that writes `new` in the place of the `part`; `None` where the file could not hold it there.
    pub fn replace(&self, files: &Files, teks: &Teks, part: Range<usize>, new: &str) -> Option<Edit> {
        self.with_map(files, teks, |map| edit(files, map, part, new))
    }

    /// Asks the map of a text, which is drawn where another text was asked for last.
    fn with_map<T>(&self, files: &Files, teks: &Teks, ask: impl FnOnce(&Map) -> Option<T>) -> Option<T> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let staying = Some(address(teks)).filter(|address| self.staying.contains(address));
        let drawn = |map: &Map| match staying {
            Some(_) => map.staying == staying,
            None => map.staying.is_none() && map.span == teks.span && map.plain == teks.as_plain(),
        };
        if !kept.as_ref().is_some_and(drawn) {
            *kept = Map::of(files, teks, staying);
        }
        kept.as_ref().and_then(ask)
    }
}

fn address(teks: &Teks) -> usize {
    std::ptr::from_ref(teks).addr()
}

/// Where each character of a text stands in its scalar.
#[derive(Debug)]
struct Map {
    /// Where the text stays, if it does.
    staying: Option<usize>,
    span: Span,
    plain: String,
    style: Style,
    /// Byte of the plain text, bytes of the scalar; up to where the two can be told to agree.
    spots: Vec<(usize, Range<usize>)>,
    /// The byte of the plain text that they agree up to.
    upto: usize,
}

impl Map {
    /// Walks along both.
    fn of(files: &Files, teks: &Teks, staying: Option<usize>) -> Option<Self> {
        let (span, plain) = (teks.span, teks.as_plain());
        let source = files.text(span.file).get(span.start..span.end)?;
        let block = block_sign(files.text(span.file), span.start).is_some();
        let (style, units) = units_of(source, block);
        let mut units = units.into_iter();
        let (mut spots, mut upto) = (Vec::with_capacity(plain.len()), 0);
        for (at, c) in plain.char_indices() {
            let typed = units.by_ref().find(|(typed, _)| same(*typed, c) || !skipped(*typed));
            let Some((_, bytes)) = typed.filter(|(typed, _)| same(*typed, c)) else { break };
            spots.push((at, bytes));
            upto = at + c.len_utf8();
        }
        Some(Self { staying, span, plain, style, spots, upto })
    }

    /// The bytes of the file that a part of the plain text was typed with.
    fn locate(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let range = self.bytes(part)?;
        Some(self.span.start + range.start..self.span.start + range.end)
    }

    /// The bytes of the scalar that a part of the plain text was typed with.
    fn bytes(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let spot = |at: usize| self.spots.get(at).map(|(_, bytes)| bytes.clone());
        let first = self.spots.partition_point(|(at, _)| *at < part.start);
        let known = part.end.min(self.plain.len()) <= self.upto;
        match part.is_empty() {
            _ if !known => None,
            true if part.start >= self.plain.len() => self.spots.last().map(|(_, bytes)| bytes.end..bytes.end),
            true => spot(first).map(|bytes| bytes.start..bytes.start),
            false => {
                let last = self.spots.partition_point(|(at, _)| *at < part.end).checked_sub(1)?;
                Some(spot(first)?.start..spot(last)?.end)
            }
        }
    }
}

fn edit(files: &Files, map: &Map, part: Range<usize>, new: &str) -> Option<Edit> {
    let Map { span, plain, style, .. } = map;
    let range = map.locate(&part)?;
    if new.contains(['\n', '\r', '\\']) || plain.get(part.clone())?.contains(['\\', '\n']) {
        return None;
    }
    let source = files.text(span.file);
    let text = match style {
        Style::Single => new.replace('\'', "''"),
        Style::Double => new.replace('"', "\\\""),
        Style::Plain | Style::Block => new.to_owned(),
    };
    let old = source.get(range.clone())?;
    let as_typed = |s: &str| match style {
        Style::Single => s.replace("''", "'"),
        _ => s.to_owned(),
    };
    if as_typed(old) != plain[part] || old == text {
        return None;
    }
    if *style == Style::Plain && !stays_plain(source, *span, &range, &text) {
        return None;
    }
    Some(Edit { span: Span::new(span.file, range.start, range.end), text })
}

/// Whether an unquoted scalar is still one, and the same one, with `text` in the place of `range`.
fn stays_plain(source: &str, span: Span, range: &Range<usize>, text: &str) -> bool {
    let (Some(before), Some(after)) = (source.get(span.start..range.start), source.get(range.end..span.end)) else {
        return false;
    };
    // What stands farther away is an unquoted scalar already.
    let left = before.char_indices().next_back().map_or("", |(at, _)| &before[at..]);
    let right = after.chars().next().map_or("", |c| &after[..c.len_utf8()]);
    let near = format!("{left}{text}{right}");
    let first = before.chars().chain(text.chars()).chain(after.chars()).next().unwrap_or(' ');
    let last = after.chars().next_back().or(text.chars().next_back()).or(before.chars().next_back());
    let opens = "-?:,[]{}#&*!|>'\"%@` \t".contains(first);
    let breaks = near.contains(": ") || near.contains(" #") || last.is_none_or(|last| [':', ' '].contains(&last));
    let flow = text.contains(['[', ']', '{', '}']) || (text.contains(',') && in_flow(source, span));
    !(opens || breaks || flow)
}

/// Whether a scalar may stand within `[…]` or `{…}`: its line has such a sign before it.
fn in_flow(source: &str, span: Span) -> bool {
    let line = source[..span.start].rfind('\n').map_or(0, |at| at + 1);
    source[line..span.start].contains(['[', '{'])
}

/// Whether a typed character stands for the character of the text; a folded line end stands for a blank.
fn same(typed: char, c: char) -> bool {
    typed == c || (typed.is_whitespace() && c.is_whitespace())
}

/// What may be typed and not be part of the text: blanks of folding, marks of emphasis and what protects them.
fn skipped(typed: char) -> bool {
    typed.is_whitespace() || matches!(typed, '*' | '\\')
}

/// The characters between the quotes of a scalar, each with its bytes from the scalar's start.
fn units_of(source: &str, block: bool) -> (Style, Vec<Unit>) {
    let style = match source.chars().next() {
        _ if block => Style::Block,
        Some('\'') => Style::Single,
        Some('"') => Style::Double,
        _ => Style::Plain,
    };
    let from = match style {
        Style::Plain | Style::Block => 0,
        Style::Single | Style::Double => 1,
    };
    let mut units = Vec::new();
    let mut chars = source[from..].char_indices().map(|(at, c)| (from + at, c)).peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        match (style, c, next) {
            (Style::Single, '\'', Some('\'')) => {
                chars.next();
                units.push(('\'', at..at + 2));
            }
            (Style::Single, '\'', _) | (Style::Double, '"', _) => break,
            (Style::Double, '\\', Some(escaped @ ('"' | '/' | ' '))) => {
                chars.next();
                units.push((escaped, at..at + 2));
            }
            _ => units.push((c, at..at + c.len_utf8())),
        }
    }
    (style, units)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Sink;

    /// The source bytes that a part of the text at key `a` was typed with, and the file with the part replaced.
    fn through(yaml: &str, part: &str, new: &str) -> (String, Option<String>) {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("uji", yaml);
        let tree = crate::yaml::parse(&files, file, &mut sink);
        let teks = tree.as_ref().and_then(|tree| Teks::read(tree.get("a")?, &mut sink));
        let Some(teks) = teks else { return Default::default() };
        let at = teks.as_plain().find(part).unwrap_or(0);
        let typed = Typed::default();
        let span = typed.place(&files, &teks, at..at + part.len());
        let edited = typed
            .replace(&files, &teks, at..at + part.len(), new)
            .map(|edit| format!("{}{}{}", &yaml[..edit.span.start], edit.text, &yaml[edit.span.end..]));
        (yaml[span.start..span.end].to_owned(), edited)
    }

    #[test]
    fn parts_are_found_in_every_style() {
        assert_eq!(through("a: satu dua tiga\n", "dua", "2"), ("dua".into(), Some("a: satu 2 tiga\n".into())));
        assert_eq!(through("a: 'satu dua''nya tiga'\n", "tiga", "it's").1, Some("a: 'satu dua''nya it''s'\n".into()));
        assert_eq!(
            through("a: \"satu \\\"dua\\\" tiga\"\n", "tiga", "3").1,
            Some("a: \"satu \\\"dua\\\" 3\"\n".into())
        );
        assert_eq!(
            through("a: >-\n  satu dua\n  tiga empat\n", "tiga", "3").1,
            Some("a: >-\n  satu dua\n  3 empat\n".into())
        );
        for rest in ["b: 1\n", "\nb:\n  c: 1\n"] {
            let text = format!("a: |-  # catatan\n  'satu' dua\n  tiga 2025\n{rest}");
            assert_eq!(through(&text, "2025", "2026").1, Some(text.replace("2025", "2026")));
        }
        assert_eq!(through("a: satu *dua* **tiga**\n", "tiga", "3").1, Some("a: satu *dua* **3**\n".into()));
        assert_eq!(through("a: satu\n  dua tiga\n", "satu dua", "x"), ("satu\n  dua".into(), None));
    }

    #[test]
    fn what_yaml_could_not_hold_is_not_offered() {
        assert_eq!(through("a: satu dua\n", "satu", "*satu*").1, None);
        assert_eq!(through("a: satu dua\n", "satu", "satu: ").1, None);
        assert_eq!(through("a: satu dua\n", "dua", "# dua").1, None);
        assert_eq!(through("a: 'satu dua'\n", "satu", "*satu*").1, Some("a: '*satu* dua'\n".into()));
    }
}
