//! Comments above an entry: where they go, whether they are there already, and those that leave something to a person.

use super::{Comment, Node, Value, block_sign, comments};
use crate::diag::{FileId, Files};

/// Begins a comment that leaves something to a person's decision.
pub const TINJAU: &str = "TINJAU:";

/// Begins a comment that somebody made in Word: who and when stand in the brackets.
pub const CATATAN: &str = "CATATAN (";

/// Begins a comment that is for the program itself.
pub const UNTUK_PROGRAM: &str = "naskah:";

/// What a person does about such a comment.
pub const PUTUSKAN: &str = "putuskan isinya, lalu hapus catatan `# TINJAU: …` ini";

/// What a person does about somebody's remark.
pub const TANGGAPI: &str = "tanggapi, lalu hapus komentar `# CATATAN (…): …` ini";

/// The comments of a text that leave something to a person's decision: `# TINJAU: …`, `# CATATAN (…): …`.
pub fn tinjau(files: &Files, file: FileId) -> Vec<Comment> {
    let text = files.text(file);
    if !text.contains(TINJAU) && !text.contains(CATATAN) {
        return Vec::new();
    }
    comments(files, file).into_iter().filter(|comment| is_open(&comment.text)).collect()
}

/// Whether a comment leaves something to a person's decision.
pub fn is_open(comment: &str) -> bool {
    comment.starts_with(TINJAU) || comment.starts_with(CATATAN)
}

/// What a comment leaves to decide, and what a person does about it.
pub fn open(comment: &Comment) -> (&str, &'static str) {
    match comment.text.strip_prefix(TINJAU) {
        Some(rest) => (rest.trim(), PUTUSKAN),
        None => (comment.text.strip_prefix("CATATAN").unwrap_or(&comment.text).trim(), TANGGAPI),
    }
}

/// A comment for the entry that a byte belongs to: the begin of a line, and that line's new text before it. `None` where a
/// comment with this `subject` stands there already.
pub fn above(text: &str, tree: &Node, at: usize, subject: &str, rest: &str) -> Option<(usize, String)> {
    let line = line_of(text, anchor(text, tree, at));
    let subject = one_line(subject);
    let indent = text.get(line..).and_then(|rest| rest.split(|c: char| c != ' ').next()).unwrap_or_default();
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let comment = format!("{indent}# {}{end}", one_line(&format!("{subject} {rest}")));
    (!is_marked(text, line, &subject)).then_some((line, comment))
}

/// Where the entry begins that a byte belongs to: the outermost list in brackets, or else the text.
fn anchor(text: &str, tree: &Node, at: usize) -> usize {
    let mut node = tree;
    while !is_flow(text, node) {
        let within = |inner: &&Node| inner.span.start <= at && at <= inner.span.end;
        let next = match &node.value {
            Value::Seq(items) => items.iter().rfind(within),
            Value::Map(entries) => entries.iter().map(|(_, value)| value).rfind(within),
            Value::Scalar { .. } => return block_sign(text, node.span.start).unwrap_or(node.span.start.min(at)),
            Value::Null => None,
        };
        let Some(inner) = next else { return at };
        node = inner;
    }
    node.span.start
}

/// Whether a list or table is written in brackets: they open before its first entry.
fn is_flow(text: &str, node: &Node) -> bool {
    let first = match &node.value {
        Value::Seq(items) => items.first().map(|item| item.span.start),
        Value::Map(entries) => entries.first().map(|(key, _)| key.span.start),
        Value::Null | Value::Scalar { .. } => return false,
    };
    let opens = text.get(node.span.start..).is_some_and(|rest| rest.starts_with(['[', '{']));
    opens && first.is_none_or(|first| first > node.span.start)
}

/// The begin of the line that a byte stands in; after the mark of byte order.
fn line_of(text: &str, at: usize) -> usize {
    let start = text.get(..at.min(text.len())).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    if start == 0 && text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { start }
}

/// Whether the comments above a line, or the one at its end, say so already.
fn is_marked(text: &str, line: usize, subject: &str) -> bool {
    let (before, after) = text.split_at_checked(line).unwrap_or((text, ""));
    let above = before.lines().rev().take_while(|line| line.trim_start_matches([' ', '\u{feff}']).starts_with('#'));
    let own = after.lines().next().unwrap_or_default();
    above.chain([own]).any(|line| line.contains(subject))
}

/// On one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
