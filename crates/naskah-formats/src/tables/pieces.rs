//! Where the items of a YAML list stand in the text, so that they can be moved, added and taken away with their comments.

use std::ops::Range;

use naskah_core::yaml::{self, Node, Value};

/// A list in the text.
pub struct Pieces {
    /// Whether it is written as `[…]`.
    pub flow: bool,
    /// The column of its dashes.
    pub column: usize,
    /// From the start of the first item to the end of the last.
    pub region: Range<usize>,
    pieces: Vec<Piece>,
}

/// An item in the text.
struct Piece {
    /// From its dash (in `[…]` from its start) to the end of its last line (its end).
    body: Range<usize>,
    /// Comments and empty lines between the item before and this one.
    lead: Range<usize>,
}

impl Pieces {
    /// The items of a list.
    pub fn of(text: &str, list: &Node) -> Option<Self> {
        let Value::Seq(items) = &list.value else { return None };
        let start = list.span.start;
        if text[start..].starts_with('[') {
            let pieces: Vec<Piece> = items
                .iter()
                .map(|item| Piece { body: item.span.start..end_of(item, text), lead: item.span.start..item.span.start })
                .collect();
            let region = match (pieces.first(), pieces.last()) {
                (Some(first), Some(last)) => first.body.start..last.body.end,
                _ => start + 1..start + 1,
            };
            return Some(Self { flow: true, column: column_of(text, start), region, pieces });
        }
        let column = column_of(text, start);
        let mut pieces: Vec<Piece> = Vec::new();
        for item in items {
            let (dash, lead) = match pieces.last() {
                None => (start, start..start),
                Some(before) => {
                    let from = before.body.end + text[before.body.end..].find('\n')? + 1;
                    let dash = next_dash(text, from, column)?;
                    (dash, from..dash - column)
                }
            };
            let end = if is_nothing(item) { dash + 1 } else { end_of(item, text) };
            pieces.push(Piece { body: dash..line_end(text, end.max(dash + 1)), lead });
        }
        let mut begin = start;
        if let Some(first) = pieces.first_mut()
            && let Some(marks) = marks_above(text, start, column)
        {
            (begin, first.lead) = (marks + column, marks..start - column);
        }
        let region = begin..pieces.last()?.body.end;
        Some(Self { flow: false, column, region, pieces })
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// The range of an item.
    pub fn body(&self, at: usize) -> Range<usize> {
        self.pieces[at].body.clone()
    }

    /// Where the value of an item may begin: behind its dash.
    pub fn anchor(&self, at: usize) -> usize {
        let body = &self.pieces[at].body;
        if self.flow { body.start } else { body.start + 1 }
    }

    /// The list with other items: old ones by their place, each with its text.
    pub fn join(&self, text: &str, items: &[(Option<usize>, String)]) -> String {
        if self.flow {
            let between = match &self.pieces[..] {
                [first, second, ..] => &text[first.body.end..second.body.start],
                _ => ", ",
            };
            return items.iter().map(|(_, item)| item.as_str()).collect::<Vec<_>>().join(between);
        }
        let indent = " ".repeat(self.column);
        let mut leads = self.leads(text, items);
        let mut out = String::new();
        for (at, (old, item)) in items.iter().enumerate() {
            let lead = old.map(|old| std::mem::take(&mut leads[old])).unwrap_or_default();
            match at {
                0 if lead.is_empty() => {}
                0 => out.push_str(&format!("{}{indent}", lead.trim_start())),
                _ => out.push_str(&format!("\n{lead}{indent}")),
            }
            out.push_str(item);
        }
        let rest: String = leads.concat();
        match rest.trim().is_empty() {
            true => out,
            false => format!("{out}\n{}", rest.trim_end()),
        }
    }

    /// What stands before each old item; remarks over items that go are kept for the next one that stays.
    fn leads(&self, text: &str, items: &[(Option<usize>, String)]) -> Vec<String> {
        let mut stays = vec![false; self.pieces.len()];
        items.iter().filter_map(|(old, _)| *old).for_each(|old| stays[old] = true);
        let mut leads = vec![String::new(); self.pieces.len() + 1];
        let mut waiting = String::new();
        for (at, piece) in self.pieces.iter().enumerate() {
            let own = &text[piece.lead.clone()];
            match stays[at] {
                true => leads[at] = std::mem::take(&mut waiting) + own,
                false if own.trim().is_empty() => {}
                // What a person is to decide of a row goes with it.
                false => waiting.extend(own.split_inclusive('\n').filter(|line| !is_mark(line))),
            }
        }
        leads[self.pieces.len()] = waiting;
        leads
    }
}

/// Whether a line is a mark for a person: `# TINJAU: …`, `# CATATAN (…): …`.
fn is_mark(line: &str) -> bool {
    line.trim_start().strip_prefix('#').is_some_and(|rest| yaml::catatan::is_open(rest.trim_start()))
}

/// Where the marks right above the first item begin, at the column of the items.
fn marks_above(text: &str, start: usize, column: usize) -> Option<usize> {
    let mut found = None;
    let mut end = start.checked_sub(column)?;
    while let Some(before) = text[..end].strip_suffix('\n') {
        let begin = before.rfind('\n').map_or(0, |at| at + 1);
        let line = &before[begin..];
        if !is_mark(line) || line.len() - line.trim_start_matches(' ').len() != column {
            break;
        }
        (found, end) = (Some(begin), begin);
    }
    found
}

/// Whether nothing is written for a value.
pub fn is_nothing(node: &Node) -> bool {
    matches!(node.value, Value::Null) && node.span.start == node.span.end
}

/// Where a value really ends: the parser counts what follows a value up to the next one as part of it.
pub fn end_of(node: &Node, text: &str) -> usize {
    let start = node.span.start;
    let flow = text[start..].starts_with(['[', '{']);
    match &node.value {
        Value::Map(entries) if !flow => entries.last().map_or(start, |(key, value)| match is_nothing(value) {
            true => after_colon(text, key.span.end),
            false => end_of(value, text),
        }),
        Value::Seq(items) if !flow => match items.iter().rev().find(|item| !is_nothing(item)) {
            Some(item) => end_of(item, text),
            None => node.span.end,
        },
        Value::Scalar { plain: false, .. } if block_header(text, start).is_some() => block_end(text, start),
        _ => text[..node.span.end].trim_end().len().max(start),
    }
}

/// Where the header (`>-`, `|`) of a block scalar begins whose content begins at `start`.
pub fn block_header(text: &str, start: usize) -> Option<usize> {
    let before = text[..start].trim_end();
    text[before.len()..start].contains('\n').then_some(())?;
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let shown = before[line..].split(" #").next().unwrap_or_default().trim_end();
    let sign = shown.rfind(['>', '|'])?;
    let tail = &shown[sign + 1..];
    let spaced = shown[..sign].ends_with([' ', '\t']) || sign == 0;
    (spaced && tail.len() <= 2 && tail.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-')))
        .then_some(line + sign)
}

/// The end of the last line of a block scalar that is not empty.
fn block_end(text: &str, start: usize) -> usize {
    let indent = column_of(text, start);
    let (mut end, mut at) = (start, start);
    for line in text[start..].split_inclusive('\n') {
        let inner = if at == start { indent } else { line.len() - line.trim_start_matches(' ').len() };
        if !line.trim().is_empty() {
            if inner < indent {
                break;
            }
            end = at + line.trim_end().len();
        }
        at += line.len();
    }
    end
}

/// The column of a byte, in bytes from the start of its line.
pub fn column_of(text: &str, at: usize) -> usize {
    at - text[..at].rfind('\n').map_or(0, |found| found + 1)
}

/// Behind the colon that follows a key.
pub fn after_colon(text: &str, at: usize) -> usize {
    text[at..].find(':').map_or(at, |found| at + found + 1)
}

/// The end of the line of a byte, without the signs that end it.
pub fn line_end(text: &str, at: usize) -> usize {
    let end = text[at..].find('\n').map_or(text.len(), |found| at + found);
    text[..end].strip_suffix('\r').map_or(end, str::len).max(at)
}

/// The next dash that stands at a column, from the start of a line on.
fn next_dash(text: &str, from: usize, column: usize) -> Option<usize> {
    let mut at = from;
    for line in text.get(from..)?.split_inclusive('\n') {
        let blank = line.len() > column && line[..column].bytes().all(|b| b == b' ');
        if blank && line[column..].starts_with('-') && !line[column..].starts_with("---") {
            return Some(at + column);
        }
        at += line.len();
    }
    None
}
