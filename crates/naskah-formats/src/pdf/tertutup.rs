//! The look of a signature stays within itself: none of its drawings restores a state that it has not saved, so that no
//! viewer can be led out of the place to which the look is clipped, and none says by the way what it does not show.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, Stream};

use super::isi::all_operations;
use super::{Pdf, aliran};

/// Whether all drawings that a look leads to are read, and leave the state of drawing as they found it.
pub(super) fn is_closed(base: &Pdf, last: &Pdf, look: &Dictionary) -> bool {
    let mut open: Vec<&Object> = look.iter().map(|(_, value)| value).collect();
    let mut seen = BTreeSet::new();
    while let Some(value) = open.pop() {
        match value {
            Object::Reference(id) if base.document.objects.contains_key(id) || !seen.insert(*id) => {}
            Object::Reference(id) => open.extend(last.document.objects.get(id)),
            Object::Array(values) => open.extend(values),
            Object::Dictionary(entries) => {
                let glyphs = last.entry(entries, "CharProcs").as_dict().into_iter().flat_map(|all| all.iter());
                let mut glyphs = glyphs.filter_map(|(_, glyph)| last.solid(glyph).as_stream().ok());
                if !glyphs.all(is_sound) {
                    return false;
                }
                open.extend(entries.iter().map(|(_, value)| value));
            }
            Object::Stream(stream) => {
                let draws = stream.dict.has(b"BBox") || stream.dict.has(b"PatternType") && !stream.dict.has(b"Shading");
                if draws && !is_sound(stream) {
                    return false;
                }
                open.extend(stream.dict.iter().map(|(_, value)| value));
            }
            _ => {}
        }
    }
    true
}

fn is_sound(stream: &Stream) -> bool {
    let content = aliran::unpacked(stream);
    let Some(operations) = content.as_deref().and_then(all_operations) else { return false };
    let mut depth = 0;
    let mut text = 0;
    for operation in &operations {
        match operation.operator.as_str() {
            "BDC" if says_more(&operation.operands) => return false,
            "BT" => text += 1,
            "ET" => text -= 1,
            "q" => depth += 1,
            "Q" => depth -= 1,
            _ => {}
        }
        if depth < 0 || !(0..=1).contains(&text) {
            return false;
        }
    }
    // The bytes of a picture within the look are no remarks.
    let pictures = operations.iter().any(|one| one.operator == "BI");
    depth == 0 && text == 0 && (pictures || !content.as_deref().is_some_and(remarks))
}

/// Whether there is a remark between operations, but for those by which some programs name the parts of a look.
fn remarks(content: &[u8]) -> bool {
    const NAMES: &[u8] = b" DS";
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(byte) = content.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b'%' if depth == 0 => {
                let line = content.get(at + 1..).unwrap_or_default().split(|byte| matches!(byte, b'\r' | b'\n')).next();
                let line = line.unwrap_or_default();
                if !line.starts_with(NAMES) && line.iter().any(u8::is_ascii_alphanumeric) {
                    return true;
                }
                at += line.len();
            }
            _ => {}
        }
        at += 1;
    }
    false
}

/// Whether a stretch that is marked so is described in other words than it draws, or is shown to some alone.
fn says_more(operands: &[Object]) -> bool {
    let marks: [&[u8]; 2] = [b"Alt", b"E"];
    let hidden = operands.first().is_some_and(|tag| tag.as_name().is_ok_and(|tag| tag == b"OC"));
    let said = operands.iter().filter_map(|operand| operand.as_dict().ok());
    hidden || said.into_iter().any(|entries| marks.iter().any(|mark| entries.has(mark)))
}

#[cfg(test)]
mod tests {
    use super::remarks;

    #[test]
    fn remarks_between_operations_are_seen() {
        assert!(remarks(b"q\n% KEPUTUSAN DICABUT\nQ") && remarks(b"(a) Tj % b"));
        for plain in [&b"q Q"[..], b"% DSBlank\n", b"(100 % (dan) \\) %)Tj", b"%\nq"] {
            assert!(!remarks(plain), "{}", String::from_utf8_lossy(plain));
        }
    }
}
