//! What was appended to a PDF, read strictly: parts of one form, each with its objects, its table and its end.
//!
//! Plain tables and tables that are streams are read, and objects packed into streams. Whatever programs might read in more
//! than one way is refused as a whole: an object that is named twice, freed or of another generation, a place that is not
//! that of the object, bytes between the objects, tables that do not lead to each other.

mod nilai;
mod tabel;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, Stream};

use self::nilai::Scanner;
use self::tabel::{Tabel, Tempat};
use super::aliran::{self, find};

/// So many parts are read.
const MAX_PARTS: usize = 60;

/// A part that was appended.
#[derive(Debug)]
pub(super) struct Bagian {
    /// Its objects by their numbers.
    pub(super) objects: BTreeMap<u32, Object>,
    /// Where it ends, behind `%%EOF`.
    pub(super) end: usize,
    /// Whether its trailer still leads to what the PDF says of itself.
    pub(super) has_info: bool,
}

/// The parts that were appended to the first `length` bytes, the earliest first; `trailer` is that of those bytes.
pub(super) fn parts(bytes: &[u8], length: usize, trailer: &Dictionary) -> Option<Vec<Bagian>> {
    let before = tabel::start(bytes.get(..length)?)?;
    let mut tables: Vec<Tabel> = Vec::new();
    let mut at = tabel::start(bytes)?;
    while at != before {
        // Each table lies before the one that names it, so that there is an end.
        let later = tables.last().map_or(bytes.len(), |later| later.at);
        if at < length || at >= later || tables.len() >= MAX_PARTS {
            return None;
        }
        let table = tabel::read(bytes, at).filter(|table| continues(table, trailer))?;
        at = table.whole(b"Prev")?;
        tables.push(table);
    }
    let mut floor = length;
    let mut out = Vec::new();
    let mut size = usize::try_from(trailer.get(b"Size").ok()?.as_i64().ok()?).ok()?;
    for table in tables.iter().rev() {
        let objects = objects(bytes, table, floor)?;
        let says = table.whole(b"Size")?;
        let beyond = objects.keys().any(|number| usize::try_from(*number).is_ok_and(|number| number >= says));
        if says < size || beyond || !table.is_apart(size) {
            return None;
        }
        (floor, size) = (table.end, says);
        out.push(Bagian { objects, end: table.end, has_info: table.trailer.has(b"Info") });
    }
    let rest = bytes.get(floor..)?;
    (!out.is_empty() && rest.iter().all(|byte| nilai::is_blank(*byte))).then_some(out)
}

/// Whether a trailer is that of the same document.
fn continues(table: &Tabel, trailer: &Dictionary) -> bool {
    let same = |key: &[u8]| table.trailer.get(key).ok() == trailer.get(key).ok();
    let first = |trailer: &Dictionary| -> Option<Vec<u8>> {
        Some(trailer.get(b"ID").ok()?.as_array().ok()?.first()?.as_str().ok()?.to_vec())
    };
    same(b"Root")
        && (same(b"Info") || !table.trailer.has(b"Info"))
        && (!table.trailer.has(b"ID") || first(&table.trailer) == first(trailer))
}

/// The objects of a table: one behind the other, they are all that stands between the part before and the table.
fn objects(bytes: &[u8], table: &Tabel, floor: usize) -> Option<BTreeMap<u32, Object>> {
    let (places, within) = sorted(table)?;
    let length = |number: u32| match table.entries.get(&number)? {
        Tempat::Bita(at) if *at >= floor => object(&mut Scanner { bytes, at: *at }, &|_| None)?.1.as_i64().ok(),
        _ => None,
    };
    let mut scanner = Scanner { bytes, at: floor };
    let mut out = BTreeMap::new();
    for (at, number) in places {
        scanner.gap();
        if scanner.at != at {
            return None;
        }
        let (own, object) = object(&mut scanner, &length)?;
        if own != number {
            return None;
        }
        out.insert(number, object);
    }
    scanner.gap();
    if scanner.at != table.begins {
        return None;
    }
    for (pack, members) in &within {
        let Some(Object::Stream(stream)) = out.get(pack) else { return None };
        for (number, object) in unpacked(stream, members)? {
            if out.insert(number, object).is_some() {
                return None;
            }
        }
    }
    // Streams of objects, and those that are tables, are nothing but the way in which the others are written.
    let is_joined = |number: &u32| {
        let place = table.trailer.get(b"XRefStm").and_then(Object::as_i64).ok().and_then(|at| usize::try_from(at).ok());
        place.is_some_and(|at| table.entries.get(number) == Some(&Tempat::Bita(at)))
    };
    out.retain(|number, _| !within.contains_key(number) && !is_joined(number));
    Some(out)
}

/// The objects of a table by their places: those that stand by themselves, and those of each stream of objects.
type Places = (BTreeMap<usize, u32>, BTreeMap<u32, BTreeMap<usize, u32>>);

fn sorted(table: &Tabel) -> Option<Places> {
    let (mut places, mut within) = Places::default();
    for (number, place) in &table.entries {
        let twice = match place {
            Tempat::Bita(at) => places.insert(*at, *number),
            Tempat::Dalam(stream, index) => within.entry(*stream).or_default().insert(*index, *number),
        };
        if twice.is_some() {
            return None;
        }
    }
    Some((places, within))
}

/// The objects of a stream of objects, each of which the table names.
fn unpacked(stream: &Stream, members: &BTreeMap<usize, u32>) -> Option<Vec<(u32, Object)>> {
    let whole = |key: &[u8]| usize::try_from(stream.dict.get(key).ok()?.as_i64().ok()?).ok();
    if !stream.dict.has_type(b"ObjStm") || stream.dict.has(b"Extends") || whole(b"N")? != members.len() {
        return None;
    }
    let content = aliran::unpacked(stream)?;
    let first = whole(b"First")?;
    let mut head = Scanner { bytes: content.get(..first)?, at: 0 };
    let mut places = Vec::new();
    for index in 0..members.len() {
        head.blank();
        let number = u32::try_from(head.whole()?).ok()?;
        head.blank();
        let at = first.checked_add(head.whole()?)?;
        if members.get(&index) != Some(&number) {
            return None;
        }
        places.push((number, at));
    }
    head.blank();
    if head.at != first {
        return None;
    }
    let mut out = Vec::new();
    let mut scanner = Scanner { bytes: &content, at: first };
    for (number, at) in places {
        scanner.blank();
        if scanner.at != at {
            return None;
        }
        out.push((number, scanner.value(0)?));
    }
    scanner.blank();
    (scanner.at == content.len()).then_some(out)
}

/// An object, such as `12 0 obj … endobj`, with its number; `length` gives the lengths of streams that are objects.
fn object(scanner: &mut Scanner<'_>, length: &dyn Fn(u32) -> Option<i64>) -> Option<(u32, Object)> {
    /// What in a stream might be taken for the structure of the file.
    const MARKS: [&[u8]; 4] = [b"endstream", b"endobj", b"startxref", b"%%EOF"];
    let number = u32::try_from(scanner.whole()?).ok().filter(|number| *number > 0)?;
    scanner.exactly(b" 0 obj")?;
    scanner.blank();
    let value = scanner.value(0)?;
    scanner.blank();
    let Object::Dictionary(dict) = value else {
        scanner.word("endobj")?;
        return Some((number, value));
    };
    if scanner.word("endobj").is_some() {
        return Some((number, Object::Dictionary(dict)));
    }
    scanner.exactly(b"stream")?;
    if scanner.exactly(b"\r\n").or_else(|| scanner.exactly(b"\n")).is_none() || dict.has(b"F") {
        return None;
    }
    let length = match dict.get(b"Length").ok()? {
        Object::Integer(length) => *length,
        Object::Reference((number, 0)) => length(*number)?,
        _ => return None,
    };
    let end = scanner.at.checked_add(usize::try_from(length).ok()?)?;
    let content = scanner.bytes.get(scanner.at..end)?.to_vec();
    if MARKS.iter().any(|mark| find(&content, mark, 0).is_some()) {
        return None;
    }
    scanner.at = end;
    scanner.line_end();
    scanner.word("endstream")?;
    scanner.blank();
    scanner.word("endobj")?;
    Some((number, Object::Stream(Stream::new(dict, content))))
}
