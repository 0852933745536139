//! YAML text to a tree in which every node knows its place; the only home of the YAML library.
//!
//! The tree is built from the parser's events and not through `serde`, because a decree needs the text as it
//! was typed (`no` stays "no", `010` stays "010"), a byte range for every key and value, and all errors at once.
//! Anchors, aliases and tags are refused, so a small file can never grow into a large tree.

#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod bersih;
pub mod catatan;
mod error;
pub mod gelar;
pub mod hilang;
pub mod isi;
mod node;
mod steps;
mod table;
#[cfg(test)]
mod written;

pub use bersih::bersih;
pub use catatan::{CATATAN, TINJAU, tinjau};
pub(crate) use node::is_sheet;
pub use node::{Key, Node, Value, tabless};
pub use steps::MAX_DEPTH;
pub use table::{Chosen, Field, Shape, Table, unknown_key};

use std::collections::HashMap;
use std::ops::Range;

use steps::{Read, Step, Written};

use crate::carried;
use crate::diag::{Code, Diagnostic, FileId, Files, Sink, Span};

/// Largest input, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// Reads `file` into a tree. `None` where the text cannot be understood at all; the findings say why.
pub fn parse(files: &Files, file: FileId, sink: &mut Sink) -> Option<Node> {
    parse_noting(files, file, sink, &mut Vec::new())
}

/// The same, with the places of the comments.
fn parse_noting(files: &Files, file: FileId, sink: &mut Sink, comments: &mut Vec<Range<usize>>) -> Option<Node> {
    let text = files.text(file);
    if !check_characters(text, file, sink) {
        return None;
    }
    let mut builder =
        Builder { file, text, sink, comments, stack: Vec::new(), root: None, documents: 0, sound: true, prose: None };
    match carried::steps(files.name(file), text) {
        Some(rest) => Written { text, rest }.for_each(|read| builder.take(read)),
        None => builder.read(),
    }
    builder.finish()
}

/// A comment: what follows its `#`, and its place from the `#` on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The text without blanks around it.
    pub text: String,
    /// Where it was written.
    pub span: Span,
}

/// The comments of a text, up to where it can no longer be understood.
pub fn comments(files: &Files, file: FileId) -> Vec<Comment> {
    let comment = |read: Read<'_>| match read.step {
        Step::Comment(text, _) => {
            Some(Comment { text: text.trim().to_owned(), span: Span::new(file, read.range.start, read.range.end) })
        }
        _ => None,
    };
    steps::read(files.text(file)).map_while(Result::ok).filter_map(comment).collect()
}

/// Where the sign `|` or `>` stands of the block that a scalar's text begins at; `None` for a scalar of another style.
pub fn block_sign(text: &str, start: usize) -> Option<usize> {
    let above = text.get(..start)?.trim_end_matches(' ').strip_suffix('\n')?.trim_end();
    let from = above.rfind('\n').map_or(0, |end| end + 1);
    let line = above.get(from..)?.split(" #").next().unwrap_or_default().trim_end();
    let sign = line.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let (head, tail) = (line.get(..sign)?, line.get(sign..)?.strip_prefix(['|', '>'])?);
    let opens = head.trim_end().ends_with([':', '-']);
    (opens && tail.chars().all(|c| "+-".contains(c) || c.is_ascii_digit())).then_some(from + sign)
}

/// Refuses characters that neither YAML nor a page can hold.
fn check_characters(text: &str, file: FileId, sink: &mut Sink) -> bool {
    let mut sound = true;
    for (at, c) in text.char_indices().filter(|(at, c)| forbidden(*c) && !(*at == 0 && *c == '\u{feff}')) {
        sound = false;
        sink.push(forbidden_character(c, Span::new(file, at, at + c.len_utf8())));
    }
    sound
}

/// Characters that a page cannot show as they were typed: controls other than tab and line ends, marks that turn
/// the direction of writing, marks without ink, and code points that are no characters.
pub fn forbidden(c: char) -> bool {
    if matches!(c, ' '..='~') {
        return false;
    }
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        || matches!(c as u32 & 0xffff, 0xfffe | 0xffff)
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The finding about such a character.
pub fn forbidden_character(c: char, span: impl Into<Option<Span>>) -> Diagnostic {
    let what = if c.is_control() { "aksara kendali" } else { "aksara tak terlihat" };
    Diagnostic::galat(Code::AKSARA, span, format!("{what} U+{:04X} tidak dapat dicetak", c as u32))
        .hint("hapus aksara itu; biasanya terbawa saat menyalin dari program lain")
}

/// A collection that is still open.
enum Open {
    Seq(Vec<Node>),
    Map(OpenMap),
}

/// A table that is still open: its entries, where each key stands, and the key that waits for its value.
#[derive(Default)]
struct OpenMap {
    entries: Vec<(Key, Node)>,
    seen: HashMap<String, Span>,
    key: Option<Key>,
}

impl OpenMap {
    /// Takes an entry; a key that was written before is reported.
    fn entry(&mut self, key: Key, node: Node, sink: &mut Sink) {
        if let Some(first) = self.seen.get(&key.name) {
            let message = format!("kunci `{}` ditulis dua kali", key.name);
            let finding = Diagnostic::galat(Code::KUNCI_GANDA, key.span, message);
            let hint = match &node.value {
                Value::Seq(_) => format!("gabungkan butirnya di bawah satu `{}:`", key.name),
                _ => "hapus salah satunya".to_owned(),
            };
            sink.push(finding.label(*first, "sudah ditulis di sini").hint(hint));
            return;
        }
        self.seen.insert(key.name.clone(), key.span);
        self.entries.push((key, node));
    }
}

struct Builder<'a> {
    file: FileId,
    text: &'a str,
    sink: &'a mut Sink,
    comments: &'a mut Vec<Range<usize>>,
    stack: Vec<(Open, usize)>,
    root: Option<Node>,
    documents: usize,
    sound: bool,
    /// The plain text of several words that was read last, while only comments have followed it.
    prose: Option<Span>,
}

impl Builder<'_> {
    /// Reads the text up to its end, or to where it cannot be understood.
    fn read(&mut self) {
        for read in steps::read(self.text) {
            match read {
                Ok(read) => self.take(read),
                Err(error) => {
                    let at = error.marker().byte_offset().unwrap_or(self.text.len()).min(self.text.len());
                    self.sound = false;
                    self.sink.push(error::found(error.kind(), self.text, self.file, at));
                    return;
                }
            }
        }
    }

    fn take(&mut self, read: Read<'_>) {
        let Read { step, range, marked } = read;
        let span = Span::new(self.file, range.start, range.end);
        if !matches!(step, Step::Comment(..)) {
            self.prose = None;
        }
        if marked {
            self.alias(span);
        }
        match step {
            Step::Scalar(text, plain) => self.scalar(text.into_owned(), plain, span),
            Step::List => self.stack.push((Open::Seq(Vec::new()), span.start)),
            Step::Table => self.stack.push((Open::Map(OpenMap::default()), span.start)),
            Step::End => self.close(span),
            Step::Alias => {
                self.alias(span);
                self.place(Node::new(span, Value::Null));
            }
            Step::Document => self.document(span),
            Step::Comment(text, beside) => {
                self.comments.push(range);
                self.comment(&text, beside, span);
            }
            Step::Other => {}
        }
    }

    fn scalar(&mut self, text: String, plain: bool, span: Span) {
        if let Some(c) = text.chars().find(|c| forbidden(*c)) {
            self.sound = false;
            self.sink.push(forbidden_character(c, span));
        }
        if plain && text.contains(' ') {
            self.prose = Some(span);
            self.sink.extend(hilang::items(self.text, span));
        }
        if !plain && text.contains('#') && !self.is_note() {
            self.sink.extend(hilang::remarks(self.text, span));
        }
        let value = match plain && matches!(text.as_str(), "" | "~" | "null") {
            true => Value::Null,
            false => Value::Scalar { text, plain },
        };
        self.place(Node::new(span, value));
    }

    /// Whether the value that is awaited is a drafter's note, which is not printed.
    fn is_note(&self) -> bool {
        let Some((Open::Map(map), _)) = self.stack.last() else { return false };
        map.key.as_ref().is_some_and(|key| key.name == "catatan")
    }

    /// Puts a finished node into the collection that is open, or at the root.
    fn place(&mut self, node: Node) {
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some((Open::Seq(items), _)) => items.push(node),
            Some((Open::Map(map), _)) => match map.key.take() {
                Some(key) => map.entry(key, node, self.sink),
                None => {
                    let name = node.as_key();
                    let word = name.is_some();
                    map.key = Some(Key { name: name.unwrap_or_default(), span: node.span });
                    if !word {
                        let message = "kunci harus berupa kata, bukan daftar atau tabel".into();
                        let hint = "apit teks yang diawali [ atau { dengan tanda petik '…'";
                        self.fail(Code::YAML, message, hint, node.span);
                    }
                }
            },
        }
    }

    fn close(&mut self, span: Span) {
        if let Some((open, start)) = self.stack.pop() {
            let value = match open {
                Open::Seq(items) => Value::Seq(items),
                Open::Map(map) => Value::Map(map.entries),
            };
            let end = self.text.get(..span.end).unwrap_or(self.text).trim_end().len();
            self.place(Node::new(Span::new(self.file, start, end), value));
        }
    }

    fn alias(&mut self, span: Span) {
        self.sound = false;
        self.sink.push(
            Diagnostic::galat(Code::ALIAS, span, "jangkar (&), alias (*), dan tag (!) YAML tidak dipakai dalam naskah")
                .hint("tulis teksnya langsung; teks yang diawali & * atau ! diapit tanda petik '…'"),
        );
    }

    /// What a text seems to have lost to a comment is reported.
    fn comment(&mut self, text: &str, beside: bool, span: Span) {
        self.sink.extend(hilang::comment(self.text, text, beside, self.prose, span));
    }

    fn document(&mut self, span: Span) {
        self.documents += 1;
        if self.documents == 2 {
            let message = "satu berkas memuat lebih dari satu dokumen YAML (---)";
            self.fail(Code::YAML, message.into(), "simpan setiap keputusan dalam berkas sendiri", span);
        }
    }

    fn fail(&mut self, code: Code, message: String, hint: &str, span: Span) {
        self.sound = false;
        self.sink.push(Diagnostic::galat(code, span, message).hint(hint));
    }

    fn finish(self) -> Option<Node> {
        if self.sound && self.root.is_none() {
            let span = Span::new(self.file, 0, 0);
            self.sink.push(
                Diagnostic::galat(Code::YAML, span, "berkas kosong")
                    .hint("buat naskah yang tinggal diisi dengan `naskah baru umum`"),
            );
        }
        self.root.filter(|_| self.sound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_before_is_what_would_be_read() {
        let mut count = 0;
        for path in carried::read_before() {
            let text = std::str::from_utf8(carried::file(path).unwrap_or_default()).unwrap_or_default();
            let before = carried::steps(path, text).map(|rest| Written { text, rest }.collect::<Vec<_>>());
            let now: Vec<Read<'_>> = steps::read(text).map_while(Result::ok).collect();
            assert_eq!(before.unwrap_or_default(), now, "{path}");
            count += 1;
        }
        assert!(count > 300 && carried::steps("data/kata/baku.yaml", "[]").is_none());
    }

    #[test]
    fn what_no_tree_is_made_of_is_not_written_down() {
        for text in ["a: &b c", "a: !x b", "a: [", "a: *b"] {
            assert_eq!(written::written(text), None, "{text}");
        }
        let text = "a: 'it''s' # x\nb: |\n  c\n";
        let written = written::written(text).unwrap_or_default();
        let read = Written { text, rest: &written }.find(|read| matches!(read.step, Step::Scalar(_, false)));
        assert_eq!(read.map(|read| read.step), Some(Step::Scalar("it's".into(), false)));
    }
}
