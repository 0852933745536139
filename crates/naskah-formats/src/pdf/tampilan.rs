//! The look of a signature stays within itself: none of its drawings restores a state that it has not saved, so that no
//! viewer can be led out of the place to which the look is clipped.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Object, Stream};

use super::isi::{Pembaca, all_operations};
use super::{Pdf, aliran};

/// What the look of a signature shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tampilan {
    /// The words that it draws.
    pub kata: Vec<String>,
    /// Those of them that the signature itself does not hold, as it holds the name of who signs.
    pub asing: Vec<String>,
    /// Whether it draws anything.
    pub melukis: bool,
    /// Whether it draws nothing but words, in fonts that every viewer has, and perhaps a frame.
    pub terbaca: bool,
    /// Whether its field was made with the PDF.
    pub bawaan: bool,
}

/// Operators that draw words, or set how they are drawn.
const OF_WORDS: [&str; 29] = [
    "q", "Q", "cm", "BT", "ET", "Tf", "Td", "TD", "Tm", "T*", "Tj", "TJ", "'", "\"", "Tc", "Tw", "Tz", "TL", "g", "G",
    "rg", "RG", "w", "BMC", "BDC", "EMC", "Do", "n", "W",
];

/// Operators that draw a frame.
const OF_FRAMES: [&str; 4] = ["re", "S", "s", "f"];

/// So many of them may a look have.
const FRAMES: usize = 4;

/// What the look of a field draws; `signed` is what its signature holds.
pub(super) fn shown(last: &Pdf, widget: &Dictionary, signed: &[u8], bawaan: bool) -> Tampilan {
    let look = last.entry(widget, "AP").as_dict().map(|looks| last.entry(looks, "N"));
    let Ok(Object::Stream(form)) = look else { return Tampilan { bawaan, terbaca: true, ..Tampilan::default() } };
    let drawn = Pembaca::new(last).read_form(form);
    let kata: Vec<String> = drawn.kata.into_iter().map(|word| word.teks).collect();
    let held = |word: &str| super::aliran::find(signed, word.as_bytes(), 0).is_some();
    let own = |word: &str| word.trim_matches(|char: char| !char.is_alphanumeric()).to_owned();
    let asing = kata.iter().filter(|word| !held(&own(word))).cloned().collect();
    let operations = aliran::unpacked(form).and_then(|content| all_operations(&content));
    let idle = |name: &str| matches!(name, "q" | "Q" | "cm" | "n");
    let melukis = operations.is_none_or(|all| all.iter().any(|one| !idle(one.operator.as_str())));
    let mut left = FRAMES;
    let terbaca = is_readable(last, form, &mut left, 0);
    Tampilan { kata, asing, melukis, terbaca, bawaan }
}

/// Whether a drawing is nothing but words that are read as they are seen, and at most some frames.
fn is_readable(last: &Pdf, form: &Stream, frames: &mut usize, depth: usize) -> bool {
    let Some(operations) = aliran::unpacked(form).and_then(|content| all_operations(&content)) else { return false };
    let resources = last.entry(&form.dict, "Resources").as_dict().cloned().unwrap_or_default();
    let fonts = last.entry(&resources, "Font").as_dict().cloned().unwrap_or_default();
    if depth > 4 || !fonts.iter().all(|(_, font)| is_standard(last, font)) {
        return false;
    }
    operations.iter().all(|one| match one.operator.as_str() {
        "Do" => {
            let name = one.operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
            let forms = last.entry(&resources, "XObject").as_dict();
            let inner = forms.ok().and_then(|forms| last.solid(forms.get(name).ok()?).as_stream().ok());
            inner.is_some_and(|inner| {
                let is_form = inner.dict.get(b"Subtype").is_ok_and(|kind| *kind == Object::Name(b"Form".to_vec()));
                is_form && is_readable(last, inner, frames, depth + 1)
            })
        }
        name if OF_FRAMES.contains(&name) => {
            *frames = frames.saturating_sub(1);
            *frames > 0
        }
        name => OF_WORDS.contains(&name),
    })
}

/// Whether a font is one that every viewer has, its letters under their usual codes.
fn is_standard(last: &Pdf, font: &Object) -> bool {
    let Ok(font) = last.solid(font).as_dict() else { return false };
    let is = |key: &str, known: &[&[u8]]| last.entry(font, key).as_name().is_ok_and(|name| known.contains(&name));
    let name = last.entry(font, "BaseFont").as_name().unwrap_or_default();
    let family = [&b"Helvetica"[..], b"Courier", b"Times-"].iter().any(|family| name.starts_with(family));
    let encoded = !font.has(b"Encoding") || is("Encoding", &[b"WinAnsiEncoding", b"StandardEncoding"]);
    is("Subtype", &[b"Type1"]) && family && encoded && !font.has(b"ToUnicode") && !font.has(b"FontDescriptor")
}

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
                if !glyphs.all(is_balanced) {
                    return false;
                }
                open.extend(entries.iter().map(|(_, value)| value));
            }
            Object::Stream(stream) => {
                let draws = stream.dict.has(b"BBox") || stream.dict.has(b"PatternType") && !stream.dict.has(b"Shading");
                if draws && !is_balanced(stream) {
                    return false;
                }
                open.extend(stream.dict.iter().map(|(_, value)| value));
            }
            _ => {}
        }
    }
    true
}

fn is_balanced(stream: &Stream) -> bool {
    let Some(operations) = aliran::unpacked(stream).and_then(|content| all_operations(&content)) else { return false };
    let mut depth = 0;
    for operation in &operations {
        match operation.operator.as_str() {
            "q" => depth += 1,
            "Q" => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}
