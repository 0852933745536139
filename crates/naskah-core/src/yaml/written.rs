//! The steps of a text written down: for the build script, which takes this file in, and for the tests.

use super::steps::{Read, Step, inner, read};

/// The steps of a text, written down; `None` where it cannot be understood, or holds what no tree is made of.
pub fn written(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    for read in read(text) {
        let Read { step, range, marked } = read.ok()?;
        if marked {
            return None;
        }
        let (kind, own) = match &step {
            Step::Scalar(own, true) => (0, Some(own)),
            Step::Scalar(own, false) => (1, Some(own)),
            Step::List => (2, None),
            Step::Table => (3, None),
            Step::End => (4, None),
            Step::Document => (5, None),
            Step::Comment(own, true) => (6, Some(own)),
            Step::Comment(own, false) => (7, Some(own)),
            Step::Other => (8, None),
            Step::Alias => return None,
        };
        out.push(kind);
        put(range.start, &mut out);
        put(range.end.checked_sub(range.start)?, &mut out);
        let Some(own) = own else { continue };
        // As it stands, without the quotes around it, or letter by letter.
        if text.get(range.clone()) == Some(own) {
            put(0, &mut out);
        } else if inner(&range).and_then(|inner| text.get(inner)) == Some(own) {
            put(1, &mut out);
        } else {
            put(own.len() + 2, &mut out);
            out.extend(own.as_bytes());
        }
    }
    Some(out)
}

/// Seven bits a byte, the lowest first.
fn put(mut number: usize, out: &mut Vec<u8>) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}
