//! How a PDF grew: the first file, and what was appended to it.
//!
//! Each appended part has objects, a table of where they are, and says where the table before is. Only parts of the plain
//! form are read here, and read strictly, since readers disagree about all others.

use std::collections::BTreeMap;

use super::aliran::find;

/// So many parts are followed.
const MAX_PARTS: usize = 200;

/// What ends a file, and each part that was appended.
const EOF: &[u8] = b"%%EOF";

/// A table of objects.
#[derive(Debug)]
struct Table {
    /// Where each object is that it names; `None` where it is gone.
    entries: BTreeMap<u32, Option<usize>>,
    /// The trailer as it is written.
    trailer: Vec<(String, String)>,
    /// Where the trailer ends.
    end: usize,
}

impl Table {
    fn entry(&self, key: &str) -> Option<&str> {
        self.trailer.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    fn before(&self) -> Option<usize> {
        self.entry("Prev")?.trim().parse().ok()
    }

    /// Where the part ends whose table this is, at a place that the part names itself.
    fn close(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let mut scanner = Scanner { bytes, at: self.end };
        let named = scanner.word("startxref") && scanner.number()? == at;
        (named && scanner.word("%%EOF")).then_some(scanner.at)
    }

    /// Whether nothing in it is read differently by different readers.
    fn is_plain(&self) -> bool {
        let mut keys: Vec<&str> = self.trailer.iter().map(|(key, _)| key.as_str()).collect();
        keys.sort_unstable();
        self.entry("XRefStm").is_none()
            && self.entry("Encrypt").is_none()
            && keys.iter().zip(keys.iter().skip(1)).all(|(key, next)| key != next)
    }
}

/// Whether all tables of objects are of the plain form.
pub(super) fn is_plain(bytes: &[u8]) -> bool {
    chain(bytes).is_some()
}

/// Where the first file ends, and each of the parts that were appended to it; nothing where that cannot be told.
pub fn ends(bytes: &[u8]) -> Vec<usize> {
    let tables = chain(bytes).unwrap_or_default();
    let end = |table: &Table| Some(find(bytes, EOF, table.end)? + EOF.len());
    tables.iter().rev().filter_map(|(_, table)| end(table)).collect()
}

/// The objects that were appended after the first `length` bytes, and where; `None` where the appended part is not of the
/// plain form or leads elsewhere.
pub(super) fn appended(bytes: &[u8], length: usize) -> Option<BTreeMap<u32, Option<usize>>> {
    let tables = chain(bytes)?;
    let before = start(bytes.get(..length)?)?;
    let root = tables.last()?.1.entry("Root")?;
    let mut out = BTreeMap::new();
    let mut later = tables.iter().take_while(|(at, _)| *at >= length).peekable();
    let mut count = 0;
    while let Some((at, table)) = later.next() {
        count += 1;
        let floor = later.peek().map_or(Some(length), |(at, earlier)| earlier.close(bytes, *at))?;
        let expected = later.peek().map_or(before, |(at, _)| *at);
        if table.before() != Some(expected) || table.entry("Root") != Some(root) {
            return None;
        }
        if !is_filled(bytes, table, floor, *at) {
            return None;
        }
        for (number, place) in &table.entries {
            // The latest part comes first.
            out.entry(*number).or_insert(*place);
        }
    }
    // Nothing may stand between the parts that none of their tables knows of, and nothing after the last.
    let (at, last) = tables.first()?;
    let end = last.close(bytes, *at)?;
    let rest = bytes.get(end..).unwrap_or_default();
    (count > 0 && rest.iter().all(u8::is_ascii_whitespace)).then_some(out)
}

/// The tables from the last to the first, with their places.
fn chain(bytes: &[u8]) -> Option<Vec<(usize, Table)>> {
    let mut at = start(bytes)?;
    let mut out: Vec<(usize, Table)> = Vec::new();
    loop {
        let table = table(bytes, at).filter(Table::is_plain)?;
        // Each table lies before the one that names it, so that there is an end.
        if out.last().is_some_and(|(later, _)| *later <= at) || out.len() > MAX_PARTS {
            return None;
        }
        let before = table.before();
        let says = table.entry("Prev").is_some();
        out.push((at, table));
        match before {
            Some(before) => at = before,
            None if says => return None,
            None => return Some(out),
        }
    }
}

/// The place that stands after the last `startxref`.
fn start(bytes: &[u8]) -> Option<usize> {
    let pattern = b"startxref";
    let from = bytes.len().saturating_sub(2048);
    let at = bytes.get(from..)?.windows(pattern.len()).rposition(|window| window == pattern)? + from + pattern.len();
    let mut scanner = Scanner { bytes, at };
    let place = scanner.number()?;
    scanner.blank();
    bytes.get(scanner.at..)?.starts_with(EOF).then_some(place)
}

/// Whether the objects of a table, one behind the other, are all that stands between the part before and the table. No
/// object is freed: what was made stays.
fn is_filled(bytes: &[u8], table: &Table, floor: usize, at: usize) -> bool {
    let used = table.entries.iter().filter(|(number, _)| **number != 0);
    let places: Option<BTreeMap<usize, u32>> = used.clone().map(|(number, place)| Some(((*place)?, *number))).collect();
    let Some(places) = places.filter(|places| places.len() == used.count()) else { return false };
    let mut reached = floor;
    let is_blank = |from: usize, to: usize| bytes.get(from..to).is_some_and(says_nothing);
    for (place, number) in places {
        let Some(end) = object_end(bytes, place, number, table) else { return false };
        if !is_blank(reached, place) {
            return false;
        }
        reached = end;
    }
    is_blank(reached, at)
}

/// Whether there is nothing but blanks and lines of comment, none of which any program takes for an object or an end.
fn says_nothing(gap: &[u8]) -> bool {
    let mut lines = gap.split(|byte| matches!(byte, b'\r' | b'\n'));
    lines.all(|line| match line {
        [b'%', b'%', ..] => false,
        [b'%', rest @ ..] => find(rest, b"obj", 0).is_none() && find(rest, b"xref", 0).is_none(),
        blank => blank.iter().all(u8::is_ascii_whitespace),
    })
}

/// Where the object that begins at a place ends; `None` also where it is another, or can be read in more than one way.
fn object_end(bytes: &[u8], at: usize, number: u32, table: &Table) -> Option<usize> {
    let mut scanner = Scanner { bytes, at };
    let starts = bytes.get(at)?.is_ascii_digit();
    let begins = scanner.number()? == usize::try_from(number).ok()? && scanner.number()? == 0;
    if !starts || !begins || !scanner.word("obj") {
        return None;
    }
    scanner.blank();
    let value = scanner.at;
    scanner.value(0)?;
    if scanner.word("stream") {
        let entries = Scanner { bytes, at: value }.dictionary(0)?;
        let (_, length) = entries.iter().find(|(key, _)| key == "Length")?;
        let length = match length.strip_suffix(" 0 R") {
            Some(object) => whole(bytes, table.entries.get(&object.parse().ok()?).copied()??)?,
            None => length.parse().ok()?,
        };
        let lines = bytes.get(scanner.at..)?;
        scanner.at += if lines.starts_with(b"\r\n") { 2 } else { usize::from(lines.starts_with(b"\n")) };
        scanner.at = scanner.at.checked_add(length)?;
        if !scanner.word("endstream") {
            return None;
        }
    }
    scanner.word("endobj").then_some(scanner.at)
}

/// The whole number that an object is.
fn whole(bytes: &[u8], at: usize) -> Option<usize> {
    let mut scanner = Scanner { bytes, at };
    scanner.number()?;
    scanner.number()?;
    scanner.word("obj").then(|| scanner.number())?
}

/// Reads a table and its trailer.
fn table(bytes: &[u8], at: usize) -> Option<Table> {
    if !bytes.get(at..)?.starts_with(b"xref") {
        return None;
    }
    let mut scanner = Scanner { bytes, at: at + 4 };
    let mut entries = BTreeMap::new();
    while !scanner.word("trailer") {
        let (first, count) = (scanner.number()?, scanner.number()?);
        for number in (first..).take(count) {
            let (place, generation) = (scanner.number()?, scanner.number()?);
            let used = scanner.word("n");
            if !used && !scanner.word("f") {
                return None;
            }
            let number = u32::try_from(number).ok()?;
            // Of an object that is named twice, programs take one or the other.
            if (used && generation != 0) || entries.insert(number, used.then_some(place)).is_some() {
                return None;
            }
        }
    }
    let trailer = scanner.dictionary(0)?;
    Some(Table { entries, trailer, end: scanner.at })
}

/// Reads the few things that stand outside of objects.
struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn blank(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace() || byte == 0) {
            self.at += 1;
        }
    }

    fn word(&mut self, word: &str) -> bool {
        self.blank();
        let there = self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes()));
        if there {
            self.at += word.len();
        }
        there
    }

    fn number(&mut self) -> Option<usize> {
        self.blank();
        let digits = self.bytes.get(self.at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let text = std::str::from_utf8(self.bytes.get(self.at..self.at + digits)?).ok()?;
        self.at += digits;
        text.parse().ok()
    }

    /// The entries of a dictionary, each value as it is written. No comments, no escapes in names, no name twice.
    fn dictionary(&mut self, depth: usize) -> Option<Vec<(String, String)>> {
        if !self.word("<<") {
            return None;
        }
        let mut out: Vec<(String, String)> = Vec::new();
        while !self.word(">>") {
            let key = self.name().filter(|key| !key.contains('#') && out.iter().all(|(known, _)| known != key))?;
            self.blank();
            let from = self.at;
            self.value(depth)?;
            let value = String::from_utf8_lossy(self.bytes.get(from..self.at)?);
            out.push((key, value.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
        Some(out)
    }

    fn name(&mut self) -> Option<String> {
        if !self.word("/") {
            return None;
        }
        self.regular()
    }

    /// Characters that mean nothing but themselves.
    fn regular(&mut self) -> Option<String> {
        let rest = self.bytes.get(self.at..)?;
        let plain = |byte: &&u8| !byte.is_ascii_whitespace() && **byte != 0 && !b"()<>[]{}/%".contains(byte);
        let length = rest.iter().take_while(plain).count();
        self.at += length;
        Some(String::from_utf8_lossy(rest.get(..length)?).into_owned())
    }

    /// Passes over a value.
    fn value(&mut self, depth: usize) -> Option<()> {
        /// So deep may values lie within values.
        const MAX_DEPTH: usize = 60;
        self.blank();
        match self.bytes.get(self.at..)? {
            _ if depth > MAX_DEPTH => None,
            [b'<', b'<', ..] => self.dictionary(depth + 1).map(drop),
            [b'/', ..] => self.name().map(drop),
            [b'(', ..] => self.string(),
            [b'[', ..] => {
                self.at += 1;
                while !self.word("]") {
                    self.value(depth + 1)?;
                }
                Some(())
            }
            rest @ [b'<', ..] => {
                self.at += rest.iter().position(|byte| *byte == b'>')? + 1;
                Some(())
            }
            _ => self.word_or_reference(),
        }
    }

    /// A number, `true`, `null`; or a reference, such as `12 0 R`.
    fn word_or_reference(&mut self) -> Option<()> {
        let first = self.regular().filter(|word| !word.is_empty())?;
        let after = self.at;
        let is_reference = first.bytes().all(|byte| byte.is_ascii_digit())
            && self.number().is_some()
            && self.word("R")
            && self.peek().is_none_or(|byte| byte.is_ascii_whitespace() || b"/>]".contains(&byte));
        if !is_reference {
            self.at = after;
        }
        Some(())
    }

    fn string(&mut self) -> Option<()> {
        let mut depth = 0;
        loop {
            match self.peek()? {
                b'\\' => self.at += 1,
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return Some(());
            }
        }
    }
}
