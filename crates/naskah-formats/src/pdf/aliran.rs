//! Streams unpacked, never beyond a limit.

use std::io::Read;

use flate2::read::ZlibDecoder;
use lopdf::{Dictionary, Object, ObjectId, Stream};

/// The largest content of one stream, in bytes.
const MAX: usize = 64 * 1024 * 1024;

/// What all streams together may unpack to where the PDF's own table of objects is packed.
const MAX_TOGETHER: usize = 4 * MAX;

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
    let mut left = MAX_TOGETHER;
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
