//! Streams unpacked, never beyond a limit.

use std::io::Read;

use flate2::read::ZlibDecoder;
use lopdf::{Dictionary, Object, ObjectId, Stream};

/// The largest content of one stream, in bytes.
const MAX: usize = 64 * 1024 * 1024;

/// What all streams together may unpack to where the PDF's own table of objects is packed.
pub const MAX_UNPACKED: usize = 4 * MAX;

/// The content of a stream; `None` where it is packed in a way that is not known, damaged or too large.
pub(super) fn unpacked(stream: &Stream) -> Option<Vec<u8>> {
    let filters = stream.filters().unwrap_or_default();
    match &filters[..] {
        [] => Some(stream.content.clone()),
        [b"FlateDecode"] if !stream.dict.has(b"DecodeParms") => inflated(&stream.content, MAX),
        [one] if matches!(*one, b"ASCII85Decode" | b"FlateDecode") => {
            // Predictors keep the size; the packed content is measured first.
            let measured = *one != b"FlateDecode" || inflated(&stream.content, MAX).is_some();
            measured.then(|| stream.decompressed_content().ok())?
        }
        [b"ASCII85Decode", b"FlateDecode"] if !stream.dict.has(b"DecodeParms") => {
            let outer = Dictionary::from_iter([("Filter", Object::Name(b"ASCII85Decode".to_vec()))]);
            let packed = Stream::new(outer, stream.content.clone()).decompressed_content().ok()?;
            inflated(&packed, MAX)
        }
        _ => None,
    }
}

/// Whether nothing stands behind what is packed in a stream but a line end.
pub(super) fn ends_whole(stream: &Stream) -> bool {
    if stream.filters().unwrap_or_default() != [b"FlateDecode"] {
        return true;
    }
    let mut reader = ZlibDecoder::new(&stream.content[..]);
    let read = std::io::copy(&mut reader.by_ref().take(MAX as u64), &mut std::io::sink()).is_ok();
    let used = usize::try_from(reader.total_in()).unwrap_or(0);
    let rest = stream.content.get(used..).unwrap_or_default();
    !read || (rest.len() <= 2 && rest.iter().all(u8::is_ascii_whitespace))
}

/// Whether bytes are one value of ASN.1 that holds others, as certificates and all proofs of signatures are.
pub(super) fn is_der(bytes: &[u8]) -> bool {
    bytes.first() == Some(&0x30) && der_end(bytes) == Some(bytes.len())
}

/// Where a value of ASN.1 ends, with all that it holds; `None` where it is none.
pub(super) fn der_end(bytes: &[u8]) -> Option<usize> {
    value_end(bytes, 0)
}

fn value_end(bytes: &[u8], depth: usize) -> Option<usize> {
    /// So deep do proofs lie within each other.
    const MAX_DEPTH: usize = 60;
    /// Set where a value holds others; all set where its kind goes on in further bytes.
    const HOLDS: u8 = 0x20;
    const GOES_ON: u8 = 0x1F;
    let (kind, first) = (*bytes.first()?, *bytes.get(1)?);
    let long = usize::from(first & 0x7F);
    if depth > MAX_DEPTH || kind & GOES_ON == GOES_ON {
        return None;
    }
    let holds = kind & HOLDS != 0;
    let (begin, end) = match first {
        0..0x80 => (2, Some(2 + long)),
        0x80 => (2, None),
        _ => {
            let digits = bytes.get(2..2 + long).filter(|_| long <= 4)?;
            let length = digits.iter().fold(0usize, |all, digit| all << 8 | usize::from(*digit));
            (2 + long, Some(length.checked_add(2 + long)?))
        }
    };
    if !holds {
        return end.filter(|end| *end <= bytes.len());
    }
    let mut at = begin;
    loop {
        match end {
            Some(end) if at == end => return Some(end),
            // Where no length was given, two zeros end it.
            None if bytes.get(at..)?.starts_with(&[0, 0]) => return Some(at + 2),
            _ => at += value_end(bytes.get(at..end.unwrap_or(bytes.len()))?, depth + 1)?,
        }
    }
}

fn inflated(bytes: &[u8], limit: usize) -> Option<Vec<u8>> {
    if bytes.is_empty() {
        return Some(Vec::new());
    }
    let mut out = Vec::new();
    ZlibDecoder::new(bytes).take(limit as u64 + 1).read_to_end(&mut out).ok()?;
    (out.len() <= limit).then_some(out)
}

/// Keeps objects while a PDF is read, but for packed objects that are too large or packed strangely.
pub(super) fn keep(id: ObjectId, object: &mut Object) -> Option<(ObjectId, Object)> {
    if let Object::Stream(stream) = object
        && stream.dict.has_type(b"ObjStm")
        && unpacked(stream).is_none()
    {
        return None;
    }
    // Only whether there is an answer counts; the object itself stays where it is, but for those of packed objects.
    match object {
        Object::Stream(_) => Some((id, Object::Null)),
        other => Some((id, other.clone())),
    }
}

/// Whether the streams unpack to more than any decree needs: looked at before a table of objects is unpacked.
pub(super) fn unpacks_beyond(bytes: &[u8]) -> bool {
    let mut left = MAX_UNPACKED;
    let mut at = 0;
    while let Some(found) = find(bytes, b"stream", at) {
        at = found + b"stream".len();
        let rest = bytes.get(at..).unwrap_or_default();
        let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        if weigh(rest.get(ends..).unwrap_or_default(), &mut left).is_none() {
            return true;
        }
    }
    false
}

/// Takes what is packed here from what is left, also where it is packed more than once; `None` where nothing is left.
fn weigh(packed: &[u8], left: &mut usize) -> Option<()> {
    /// The byte that packed content begins with.
    const PACKED: u8 = 0x78;
    if packed.first() != Some(&PACKED) {
        return Some(());
    }
    let mut out = Vec::new();
    let done = ZlibDecoder::new(packed).take(*left as u64 + 1).read_to_end(&mut out);
    // Each layer costs something, so that there is an end to them.
    *left = left.checked_sub(out.len().max(1))?;
    done.map_or(Some(()), |_| weigh(&out, left))
}

/// So many objects may the tables of a PDF speak of.
pub const MAX_OBJECTS: u64 = 1_000_000;

/// Whether a table says that it speaks of more objects than any decree has: whoever reads it makes room for each.
pub(super) fn speaks_beyond(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(found) = find(bytes, b"/", at) {
        at = found + 1;
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(behind) = [&b"Size"[..], b"Index"].into_iter().find_map(|name| behind(rest, name)) else { continue };
        if within_params(bytes.get(..found).unwrap_or_default()) {
            continue;
        }
        let numbers = behind.iter().take_while(|byte| byte.is_ascii_digit() || b" []+\r\n\t\0\x0C".contains(byte));
        let text: Vec<u8> = numbers.copied().collect();
        let whole = text.split(|byte| !byte.is_ascii_digit()).filter(|digits| !digits.is_empty());
        let beyond = |digits: &[u8]| {
            digits.iter().fold(0u64, |sum, digit| sum.saturating_mul(10).saturating_add(u64::from(digit & 15)))
                > MAX_OBJECTS
        };
        if whole.into_iter().any(beyond) {
            return true;
        }
    }
    false
}

/// Whether what comes next stands in the parameters of an embedded file, whose size is one in bytes.
fn within_params(before: &[u8]) -> bool {
    /// So far before an entry its dictionary begins.
    const NEAR: usize = 512;
    let near = before.get(before.len().saturating_sub(NEAR)..).unwrap_or_default();
    let (mut at, mut inner) = (near.len(), 0usize);
    while at >= 2 {
        match near.get(at - 2..at) {
            Some(b">>") => (at, inner) = (at - 2, inner + 1),
            Some(b"<<") if inner == 0 => {
                return near.get(..at - 2).unwrap_or_default().trim_ascii_end().ends_with(b"/Params");
            }
            Some(b"<<") => (at, inner) = (at - 2, inner - 1),
            _ => at -= 1,
        }
    }
    false
}

/// What stands behind a name, however its letters are written.
fn behind<'a>(bytes: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let mut rest = bytes;
    for letter in name {
        rest = match rest {
            [byte, tail @ ..] if byte == letter => tail,
            [b'#', high, low, tail @ ..] => {
                let digits = [*high, *low];
                let digits = std::str::from_utf8(&digits).ok()?;
                (u8::from_str_radix(digits, 16).ok()? == *letter).then_some(tail)?
            }
            _ => return None,
        };
    }
    Some(rest)
}

/// So many ends of files are told.
const MAX_ENDS: usize = 60;

/// Where the file may have ended before something was appended to it, and where it ends: behind each mark of an end, with
/// and without the line end that may follow.
pub fn ends(bytes: &[u8]) -> Vec<usize> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(found) = find(bytes, b"%%EOF", at).filter(|_| out.len() < MAX_ENDS) {
        at = found + b"%%EOF".len();
        out.push(at);
        let rest = bytes.get(at..).unwrap_or_default();
        match rest {
            [b'\r', b'\n', ..] => out.push(at + 2),
            [b'\r' | b'\n', ..] => out.push(at + 1),
            _ => {}
        }
    }
    out
}

/// Where `pattern` next begins at or after `from`.
pub(super) fn find(bytes: &[u8], pattern: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let first = *pattern.first()?;
    let mut at = 0;
    while let Some(next) = rest.get(at..)?.iter().position(|byte| *byte == first) {
        at += next;
        if rest.get(at..)?.starts_with(pattern) {
            return Some(from + at);
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::speaks_beyond;

    #[test]
    fn the_size_of_an_embedded_file_is_no_count_of_objects() {
        for fine in [
            "<</Type/EmbeddedFile/Params<</Size 4325100/ModDate(D:2025)>>>>",
            "<</Params << /CheckSum <aa> /More<</A 1>> /Size 4325100 >>>> trailer <</Size 1139>>",
            "<</Size 1000000>>",
        ] {
            assert!(!speaks_beyond(fine.as_bytes()), "{fine}");
        }
        for beyond in [
            "trailer <</Params<</Size 5>>/Size 4325100>>",
            "<</Type/XRef/Index[0 9 2000000 1]>>",
            "<</#53ize 4325100>>",
            "<</Parms<</Size 4325100>>>>",
        ] {
            assert!(speaks_beyond(beyond.as_bytes()), "{beyond}");
        }
    }
}
