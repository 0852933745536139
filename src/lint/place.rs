//! From a part of a text to the bytes of the file that it was typed with, and back into the file with another text.
//!
//! A text knows only the range of its whole YAML scalar. Between the two lie quotes, escapes, folded lines and the
//! marks of emphasis; a part is found by walking along both.

use std::ops::Range;

use crate::decree::Teks;
use crate::diag::{Edit, Files, Span};

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

/// The bytes of the `part` (in bytes of the plain text); the whole scalar where they cannot be told.
pub fn place(files: &Files, teks: &Teks, part: Range<usize>) -> Span {
    match locate(files, teks, &part) {
        Some((range, _)) => Span::new(teks.span.file, range.start, range.end),
        None => teks.span,
    }
}

/// Writes `new` in the place of the `part`; `None` where the file could not hold it as it stands there.
pub fn replace(files: &Files, teks: &Teks, part: Range<usize>, new: &str) -> Option<Edit> {
    let plain = teks.as_plain();
    let (range, style) = locate(files, teks, &part)?;
    if new.contains(['\n', '\r', '\\']) || plain.get(part.clone())?.contains(['\\', '\n']) {
        return None;
    }
    let source = files.text(teks.span.file);
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
    if as_typed(old) != plain[part] {
        return None;
    }
    if style == Style::Plain && !stays_plain(source, teks.span, &range, &text) {
        return None;
    }
    Some(Edit { span: Span::new(teks.span.file, range.start, range.end), text })
}

/// Whether an unquoted scalar is still one, and the same one, with `text` in the place of `range`.
fn stays_plain(source: &str, span: Span, range: &Range<usize>, text: &str) -> bool {
    let (Some(before), Some(after)) = (source.get(span.start..range.start), source.get(range.end..span.end)) else {
        return false;
    };
    let whole = format!("{before}{text}{after}");
    let first = whole.chars().next().unwrap_or(' ');
    let opens = "-?:,[]{}#&*!|>'\"%@` \t".contains(first);
    let breaks = whole.contains(": ") || whole.contains(" #") || whole.ends_with([':', ' ']);
    let flow = text.contains(['[', ']', '{', '}']) || (text.contains(',') && in_flow(source, span));
    !(whole.is_empty() || opens || breaks || flow)
}

/// Whether a scalar may stand within `[…]` or `{…}`: its line has such a sign before it.
fn in_flow(source: &str, span: Span) -> bool {
    let line = source[..span.start].rfind('\n').map_or(0, |at| at + 1);
    source[line..span.start].contains(['[', '{'])
}

/// The bytes of a part of a text, and how its scalar is written.
fn locate(files: &Files, teks: &Teks, part: &Range<usize>) -> Option<(Range<usize>, Style)> {
    let source = files.text(teks.span.file).get(teks.span.start..teks.span.end)?;
    let (style, units) = units_of(source);
    let plain = teks.as_plain();
    let mut next = 0;
    let mut start = None;
    let mut end = None;
    for (at, c) in plain.char_indices().filter(|(at, _)| *at <= part.end) {
        if at == part.end && !part.is_empty() {
            break;
        }
        while !same(units.get(next)?.0, c) {
            if !skipped(units[next].0) {
                return None;
            }
            next += 1;
        }
        let bytes = &units[next].1;
        if at >= part.start && start.is_none() {
            start = Some(bytes.start);
        }
        end = Some(bytes.end);
        next += 1;
    }
    if part.is_empty() && part.start == plain.len() {
        start = end;
    }
    let start = start?;
    let end = if part.is_empty() { start } else { end? };
    Some((teks.span.start + start..teks.span.start + end, style))
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
fn units_of(source: &str) -> (Style, Vec<Unit>) {
    let style = match source.chars().next() {
        Some('\'') => Style::Single,
        Some('"') => Style::Double,
        Some('|' | '>') => Style::Block,
        _ => Style::Plain,
    };
    let from = match style {
        Style::Plain => 0,
        Style::Single | Style::Double => 1,
        Style::Block => source.find('\n').map_or(source.len(), |at| at + 1),
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
        let span = place(&files, &teks, at..at + part.len());
        let edited = replace(&files, &teks, at..at + part.len(), new)
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
