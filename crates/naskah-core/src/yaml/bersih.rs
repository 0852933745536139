//! A text without what people noted beside it: no comment, no `catatan` of a legal basis; everything else as it was
//! written.

use std::ops::Range;

use super::{Node, Value, block_sign, parse_noting};
use crate::diag::{Files, Sink};

/// The field that holds a drafter's note.
const CATATAN: &str = "catatan";

/// The text without comments and notes; what it says is proved to be the same. `None` where that cannot be proved.
///
/// `data` says that the text is a file of data, whose own note stands at its top; in a decree a note stands beside an id.
pub fn bersih(text: &str, data: bool) -> Option<String> {
    if !text.contains('#') && !text.contains(CATATAN) {
        return Some(text.to_owned());
    }
    let (tree, comments) = read(text)?;
    let mut notes = Vec::new();
    collect(&tree, data, &mut notes);
    if notes.is_empty() {
        return without_comments(text, &tree, &comments, data);
    }
    let without = emptied(text, &notes)?;
    let (due, comments) = read(&without).filter(|(due, _)| same(&tree, due, data))?;
    without_comments(&without, &due, &comments, data)
}

/// The text without its comments, which says what `due` says.
fn without_comments(text: &str, due: &Node, comments: &[Range<usize>], data: bool) -> Option<String> {
    let said = |text: &String| read(text).is_some_and(|(own, _)| same(due, &own, data));
    [Sisa::Rapat, Sisa::Kosong, Sisa::Tanda].into_iter().map(|sisa| cut(text, comments, sisa)).find(said)
}

/// The tree of a text, and where its comments stand.
fn read(text: &str) -> Option<(Node, Vec<Range<usize>>)> {
    let mut files = Files::default();
    let file = files.add("", text);
    let mut comments = Vec::new();
    let tree = parse_noting(&files, file, &mut Sink::default(), &mut comments)?;
    Some((tree, comments))
}

/// Whether an entry is a note: beside an id, or at the top of a file of data.
fn is_note(key: &str, entries: &[(super::Key, Node)], top: bool) -> bool {
    key == CATATAN && (top || entries.iter().any(|(other, _)| other.name == "id"))
}

/// The notes of a tree in the order of the text.
fn collect<'a>(node: &'a Node, top: bool, out: &mut Vec<&'a Node>) {
    match &node.value {
        Value::Seq(items) => items.iter().for_each(|item| collect(item, false, out)),
        Value::Map(entries) => {
            for (key, value) in entries {
                match is_note(&key.name, entries, top) {
                    true => out.push(value),
                    false => collect(value, false, out),
                }
            }
        }
        Value::Null | Value::Scalar { .. } => {}
    }
}

/// The text with an empty value in the place of each note.
fn emptied(text: &str, notes: &[&Node]) -> Option<String> {
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for note in notes.iter().filter(|note| !matches!(note.value, Value::Null)) {
        let sign = block_sign(text, note.span.start);
        let start = sign.unwrap_or(note.span.start);
        out.push_str(text.get(done..start)?);
        out.push_str("''");
        let end = text.get(start..note.span.end)?.trim_end().len();
        done = start + end;
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

/// What is left of a comment on a line of its own.
#[derive(Clone, Copy, PartialEq)]
enum Sisa {
    /// Nothing, and of blank lines before and behind it one side.
    Rapat,
    /// Nothing.
    Kosong,
    /// Its `#` alone, where the line must stay.
    Tanda,
}

/// The text without its comments.
fn cut(text: &str, comments: &[Range<usize>], sisa: Sisa) -> String {
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for start in comments.iter().map(|comment| comment.start) {
        let (Some(before), Some(after)) = (text.get(done..start), text.get(start..)) else { continue };
        let line = after.find('\n').unwrap_or(after.len());
        let kept = before.trim_end_matches([' ', '\t']);
        let begun = if kept.is_empty() { out.as_str() } else { kept };
        let whole = begun.is_empty() || begun.ends_with(['\n', '\u{feff}']);
        out.push_str(kept);
        if whole && sisa == Sisa::Tanda {
            out.push_str(before.get(kept.len()..).unwrap_or_default());
            out.push('#');
        }
        // The end of the line goes with a line of its own.
        let mut end = if whole && sisa != Sisa::Tanda { (line + 1).min(after.len()) } else { line };
        if whole && sisa == Sisa::Rapat && is_blank_end(&out) {
            end += blank_lines(after.get(end..).unwrap_or_default());
        }
        let end = if after.get(..end).is_some_and(|cut| cut.ends_with('\r')) { end - 1 } else { end };
        done = start + end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// Whether a text is empty or ends with a blank line.
fn is_blank_end(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}');
    text.is_empty() || text.ends_with("\n\n") || text.ends_with("\n\r\n")
}

/// So many bytes of blank lines a text begins with.
fn blank_lines(text: &str) -> usize {
    text.split_inclusive('\n').take_while(|line| line.trim().is_empty() && line.ends_with('\n')).map(str::len).sum()
}

/// Whether two trees say the same but for their notes.
fn same(one: &Node, other: &Node, top: bool) -> bool {
    match (&one.value, &other.value) {
        (Value::Null, Value::Null) => true,
        (Value::Scalar { text, plain }, Value::Scalar { text: own, plain: bare }) => text == own && plain == bare,
        (Value::Seq(items), Value::Seq(own)) => {
            items.len() == own.len() && items.iter().zip(own).all(|(item, own)| same(item, own, false))
        }
        (Value::Map(entries), Value::Map(own)) => {
            entries.len() == own.len()
                && entries.iter().zip(own).all(|((key, value), (name, own))| {
                    key.name == name.name && (is_note(&key.name, entries, top) || same(value, own, false))
                })
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::bersih;

    #[test]
    fn comments_and_notes_are_gone() {
        let decree = "# di atas\nnomor: 6 # dari buku\nmengingat:\n  - uu-7-2017\n  # antara\n  - id: pkpu-8-2019\n    \
                      catatan: tanya kepala\n  - {id: uu-1-2099, catatan: 'satu # dua'}\ntentang: >- # terlipat\n  Hari \
                      #1 kerja\n\n  lagi\nabstrak:\n  catatan: dicetak\n# akhir";
        let clean = "nomor: 6\nmengingat:\n  - uu-7-2017\n  - id: pkpu-8-2019\n    catatan: ''\n  - {id: uu-1-2099, \
                     catatan: ''}\ntentang: >-\n  Hari #1 kerja\n\n  lagi\nabstrak:\n  catatan: dicetak\n";
        assert_eq!(bersih(decree, false).as_deref(), Some(clean));
        assert_eq!(bersih(clean, false).as_deref(), Some(clean));
        let law = "jenis: uu # x\r\ncatatan: |\r\n  panjang\r\n  sekali\r\nsumber: [a]\r\n";
        assert_eq!(bersih(law, true).as_deref(), Some("jenis: uu\r\ncatatan: ''\r\nsumber: [a]\r\n"));
    }

    #[test]
    fn no_blank_lines_are_left() {
        let text = "# kepala\n# lagi\n\na: 1\n\n# satu\n# dua\n\nb: |\n  c\n\n  d\n# tiga\ne: 2\n";
        assert_eq!(bersih(text, false).as_deref(), Some("a: 1\n\nb: |\n  c\n\n  d\ne: 2\n"));
    }

    #[test]
    fn a_line_stays_where_it_ends_a_text() {
        let text = "a: |+\n  satu\n# ini\n\nb: dua\n";
        assert_eq!(bersih(text, false).as_deref(), Some("a: |+\n  satu\n#\n\nb: dua\n"));
    }

    #[test]
    fn what_cannot_be_read_is_not_given() {
        assert_eq!(bersih("a: [ # x", false), None);
        assert_eq!(bersih("a: 'b", false).as_deref(), Some("a: 'b"));
    }
}
