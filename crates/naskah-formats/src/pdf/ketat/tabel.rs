//! Tables of objects, plain or as streams, each with its trailer and the line that ends its part.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, Stream};

use super::nilai::{Scanner, is_blank};
use crate::pdf::aliran;

/// So many objects may a part have.
const MAX_OBJECTS: usize = 20_000;

/// Where an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tempat {
    /// At a byte.
    Bita(usize),
    /// In a stream of objects: which, and at what place in it.
    Dalam(u32, usize),
}

/// A table of objects.
#[derive(Debug)]
pub(super) struct Tabel {
    /// Where it begins.
    pub(super) at: usize,
    /// Where its first word stands: some programs name the blank before it.
    pub(super) begins: usize,
    /// Where each object is that it names.
    pub(super) entries: BTreeMap<u32, Tempat>,
    /// The numbers of the streams that it is written in.
    own: Vec<u32>,
    /// Objects that it hides from programs which know no tables that are streams.
    hidden: BTreeSet<u32>,
    /// The trailer.
    pub(super) trailer: Dictionary,
    /// Where its part ends, behind `%%EOF`.
    pub(super) end: usize,
}

/// Entries of a trailer; those of a stream that is a table besides.
const OF_TRAILERS: [&[u8]; 6] = [b"Size", b"Prev", b"Root", b"Info", b"ID", b"XRefStm"];
const OF_STREAMS: [&[u8]; 6] = [b"Type", b"W", b"Index", b"Length", b"Filter", b"DecodeParms"];

/// Reads the table at a place.
pub(super) fn read(bytes: &[u8], at: usize) -> Option<Tabel> {
    let mut scanner = Scanner { bytes, at };
    scanner.blank();
    let begins = scanner.at;
    let mut table = match scanner.word("xref") {
        Some(()) => plain(&mut scanner, at)?,
        None => packed(&mut scanner, at)?,
    };
    scanner.gap();
    scanner.word("startxref")?;
    scanner.blank();
    let named = scanner.whole()? == at;
    if !named || !scanner.line_end() {
        return None;
    }
    scanner.exactly(b"%%EOF")?;
    (table.begins, table.end) = (begins, scanner.at);
    Some(table)
}

/// A table of lines, and its trailer.
fn plain(scanner: &mut Scanner<'_>, at: usize) -> Option<Tabel> {
    let (mut entries, mut hidden) = (BTreeMap::new(), BTreeSet::new());
    scanner.blank();
    let mut least = 0;
    while scanner.word("trailer").is_none() {
        let first = scanner.whole()?;
        scanner.exactly(b" ")?;
        let count = scanner.whole().filter(|count| *count <= MAX_OBJECTS)?;
        scanner.exactly(b" ");
        // In order, and none twice: of two entries, programs take one or the other.
        if !scanner.line_end() || first < least {
            return None;
        }
        least = first + count;
        for number in first..least {
            let line: &[u8; 20] = scanner.bytes.get(scanner.at..)?.first_chunk()?;
            scanner.at += 20;
            let (text, ends) = line.split_at_checked(18)?;
            if !matches!(ends, b" \n" | b" \r" | b"\r\n") {
                return None;
            }
            let text = std::str::from_utf8(text).ok()?;
            let place: usize =
                text.get(..10).filter(|digits| digits.bytes().all(|d| d.is_ascii_digit()))?.parse().ok()?;
            match (number, text.get(10..)?) {
                // The head of the list of those that are free; of others only new ones that a stream names.
                (0, rest) if rest.ends_with(" f") => {}
                (1.., " 65535 f" | " 00000 f") => drop(hidden.insert(u32::try_from(number).ok()?)),
                (1.., " 00000 n") => drop(entries.insert(u32::try_from(number).ok()?, Tempat::Bita(place))),
                _ => return None,
            }
        }
    }
    scanner.blank();
    let trailer = scanner.dictionary(0)?;
    let known = trailer.iter().all(|(key, _)| OF_TRAILERS.contains(&key.as_slice()));
    let mut table = Tabel { at, begins: at, entries, own: Vec::new(), hidden, trailer, end: 0 };
    if let Ok(place) = table.trailer.get(b"XRefStm") {
        table.join(scanner.bytes, place.as_i64().ok()?.try_into().ok()?)?;
    }
    known.then_some(table)
}

/// A stream that is a table.
fn packed(scanner: &mut Scanner<'_>, at: usize) -> Option<Tabel> {
    let (number, stream) = super::object(scanner, &|_| None)?;
    let Object::Stream(stream) = stream else { return None };
    let mut entries = rows(&stream)?;
    // It may name itself, at its own place.
    if entries.remove(&number).is_some_and(|place| place != Tempat::Bita(at)) {
        return None;
    }
    Some(Tabel { at, begins: at, entries, own: vec![number], hidden: BTreeSet::new(), trailer: stream.dict, end: 0 })
}

/// The entries of a stream that is a table.
fn rows(stream: &Stream) -> Option<BTreeMap<u32, Tempat>> {
    let dict = &stream.dict;
    let known =
        dict.iter().all(|(key, _)| OF_TRAILERS.contains(&key.as_slice()) || OF_STREAMS.contains(&key.as_slice()));
    if !known || dict.has(b"XRefStm") || !dict.has_type(b"XRef") {
        return None;
    }
    let wholes = |key: &[u8]| -> Option<Vec<usize>> {
        let list = dict.get(key).ok()?.as_array().ok()?;
        list.iter().map(|n| usize::try_from(n.as_i64().ok()?).ok()).collect()
    };
    let widths: [usize; 3] = wholes(b"W")?.try_into().ok()?;
    let [kind, place @ 1..=8, last @ 0..=4] = widths else { return None };
    if kind > 1 {
        return None;
    }
    let index = match dict.has(b"Index") {
        true => wholes(b"Index")?,
        false => vec![0, usize::try_from(dict.get(b"Size").ok()?.as_i64().ok()?).ok()?],
    };
    let content = aliran::unpacked(stream)?;
    let mut lines = content.chunks_exact(kind + place + last);
    let mut entries = BTreeMap::new();
    let (pairs, odd) = index.as_chunks::<2>();
    let mut least = 0;
    for [first, count] in pairs {
        if *first < least || *count > MAX_OBJECTS {
            return None;
        }
        least = first + count;
        for number in *first..least {
            let line = lines.next()?;
            if let Some(found) = placed(number, line, (kind, place))? {
                entries.insert(u32::try_from(number).ok()?, found);
            }
        }
    }
    (odd.is_empty() && lines.next().is_none() && lines.remainder().is_empty()).then_some(entries)
}

/// Where a row of a stream that is a table says its object is; nothing for the head of the list of those that are free.
fn placed(number: usize, line: &[u8], (kind, place): (usize, usize)) -> Option<Option<Tempat>> {
    let value = |part: &[u8]| part.iter().fold(0usize, |sum, byte| (sum << 8) | usize::from(*byte));
    let (of_kind, rest) = line.split_at_checked(kind)?;
    let (at, last) = rest.split_at_checked(place)?;
    let of_kind = if kind == 0 { 1 } else { value(of_kind) };
    match (number, of_kind, value(at), value(last)) {
        (0, 0, ..) => Some(None),
        (1.., 1, at, 0) => Some(Some(Tempat::Bita(at))),
        (1.., 2, stream, index) => Some(Some(Tempat::Dalam(u32::try_from(stream).ok()?, index))),
        _ => None,
    }
}

impl Tabel {
    /// Joins the stream that a plain table names: objects that the table itself does not have.
    fn join(&mut self, bytes: &[u8], at: usize) -> Option<()> {
        let (number, stream) = super::object(&mut Scanner { bytes, at }, &|_| None)?;
        let Object::Stream(stream) = stream else { return None };
        let mut more = rows(&stream)?;
        if more.remove(&number).is_some_and(|place| place != Tempat::Bita(at)) || at >= self.at {
            return None;
        }
        more.insert(number, Tempat::Bita(at));
        // The table may have the stream itself.
        if self.entries.get(&number) == Some(&Tempat::Bita(at)) {
            self.entries.remove(&number);
        }
        self.own.push(number);
        let apart = more.keys().all(|number| !self.entries.contains_key(number));
        self.entries.append(&mut more);
        apart.then_some(())
    }

    /// Whether what it is written in has numbers of its own, beyond the `size` of what was there: whoever looks an object
    /// up in a stream of objects finds that of the table's own part. Only such numbers may be hidden, too.
    pub(super) fn is_apart(&self, size: usize) -> bool {
        let packs = self.entries.values().filter_map(|place| match place {
            Tempat::Dalam(stream, _) => Some(stream),
            Tempat::Bita(_) => None,
        });
        let mut new = packs.chain(&self.own).chain(&self.hidden);
        new.all(|number| usize::try_from(*number).is_ok_and(|number| number >= size))
            && self.hidden.iter().all(|number| self.entries.contains_key(number))
            && self.own.iter().all(|number| self.whole(b"Size").is_some_and(|says| (*number as usize) < says))
    }

    /// A whole number of the trailer.
    pub(super) fn whole(&self, key: &[u8]) -> Option<usize> {
        self.trailer.get(key).ok()?.as_i64().ok()?.try_into().ok()
    }
}

/// The place that stands after the last `startxref`; nothing but blanks may follow its end.
pub(super) fn start(bytes: &[u8]) -> Option<usize> {
    let trimmed = bytes.len() - bytes.iter().rev().take_while(|byte| is_blank(**byte)).count();
    let text = bytes.get(..trimmed)?.strip_suffix(b"%%EOF")?;
    let from = text.len().saturating_sub(64);
    let pattern = b"startxref";
    let at = text.get(from..)?.windows(pattern.len()).rposition(|window| window == pattern)? + from + pattern.len();
    let mut scanner = Scanner { bytes: text, at };
    scanner.blank();
    let place = scanner.whole()?;
    scanner.blank();
    (scanner.at == text.len()).then_some(place)
}
