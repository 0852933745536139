//! Pages that are one photograph and nothing else, as scanners make them: its points are carried as they are, where drawing them
//! anew would make them coarser and the file larger.

use lopdf::content::Operation;
use lopdf::{Dictionary, Stream};
use naskah_core::resolve::rumit;

use super::isi::{self, Matrix, UNIT};
use super::{Pdf, huruf};

/// By so many points of paper an edge of the photograph may miss that of its page, and by what part its points may be
/// narrower or wider than they are high.
const TEPI: f64 = 1.5;
const MIRING: f64 = 0.01;

/// What a picture may not have, since it would be shown otherwise than its points say.
const LAIN: [&[u8]; 8] =
    [b"SMask", b"Mask", b"ImageMask", b"Decode", b"DecodeParms", b"OC", b"Alternates", b"SMaskInData"];

impl Pdf {
    /// The JPEG that a page, from 0, is made of; `None` where it draws anything else, or the photograph does not fill it.
    pub(super) fn pindaian(&self, page: usize) -> Option<Vec<u8>> {
        let own = self.page(page)?;
        let upright = self.inherited(page, "Rotate").as_i64().unwrap_or(0) == 0;
        let marked = self.entry(own, "Annots").as_array().is_ok_and(|marks| !marks.is_empty());
        if !upright || marked || own.has(b"UserUnit") {
            return None;
        }
        let sides = |key| isi::numbers(self.inherited(page, key));
        let [left, bottom, right, top] = sides("CropBox").or_else(|| sides("MediaBox"))?.try_into().ok()?;
        let (name, [a, b, c, d, x, y]) = only_picture(&isi::all_operations(&self.content(page))?)?;
        let edges = [x - left, y - bottom, x + a - right, y + d - top];
        if b != 0.0 || c != 0.0 || a <= 0.0 || d <= 0.0 || edges.iter().any(|edge| edge.abs() > TEPI) {
            return None;
        }
        let resources = self.inherited(page, "Resources").as_dict().ok()?;
        let pictures = self.entry(resources, "XObject").as_dict().ok()?;
        let picture = self.entry(pictures, std::str::from_utf8(&name).ok()?).as_stream().ok()?;
        let (width, height) = self.plain(picture)?;
        let slant = (width / height) / (a / d) - 1.0;
        (slant.abs() <= MIRING).then(|| needed(&picture.content))?
    }

    /// How many points a picture has across and down, if it is a JPEG that is shown as its points say.
    fn plain(&self, picture: &Stream) -> Option<(f64, f64)> {
        let dict = &picture.dict;
        let is = |key: &str, name: &[u8]| self.entry(dict, key).as_name().is_ok_and(|own| own == name);
        if !is("Subtype", b"Image") || picture.filters().ok()? != [b"DCTDecode"] || LAIN.iter().any(|key| dict.has(key))
        {
            return None;
        }
        let (width, height, colours) = rumit::jpeg(&picture.content)?;
        let said = |key| self.entry(dict, key).as_i64().ok().and_then(|side| u64::try_from(side).ok());
        let same = said("Width") == Some(width) && said("Height") == Some(height);
        (same && self.colours(dict) == Some(colours)).then_some((width as f64, height as f64))
    }

    /// How many colours the points of a picture have: grey, or red, green and blue.
    fn colours(&self, dict: &Dictionary) -> Option<u8> {
        let space = self.entry(dict, "ColorSpace");
        let parts = space.as_array().map_or(&[][..], |parts| parts);
        match parts.first().map_or(space, |first| self.solid(first)).as_name().ok()? {
            b"DeviceGray" | b"CalGray" => Some(1),
            b"DeviceRGB" | b"CalRGB" => Some(3),
            b"ICCBased" => {
                let profile = self.solid(parts.get(1)?).as_stream().ok()?;
                u8::try_from(self.entry(&profile.dict, "N").as_i64().ok()?).ok()
            }
            _ => None,
        }
    }
}

/// The one picture that a content draws, and where; words that nobody sees may lie over it.
fn only_picture(operations: &[Operation]) -> Option<(Vec<u8>, Matrix)> {
    let (mut found, mut now, mut kept) = (None, UNIT, Vec::new());
    let (mut words, mut unseen) = (false, false);
    for Operation { operator, operands } in operations {
        match operator.as_str() {
            "q" => kept.push((now, unseen)),
            "Q" => (now, unseen) = kept.pop()?,
            "cm" => {
                let own: Matrix = operands.iter().map(huruf::number).collect::<Option<Vec<f64>>>()?.try_into().ok()?;
                now = isi::then(own, now);
            }
            "Do" if found.is_none() && !words => found = Some((operands.first()?.as_name().ok()?.to_vec(), now)),
            "BT" => words = true,
            "ET" => words = false,
            "Tr" => unseen = operands.first().and_then(|mode| mode.as_i64().ok()) == Some(3),
            "Tj" | "TJ" | "'" | "\"" if unseen => {}
            "Tf" | "Td" | "TD" | "Tm" | "T*" | "Tz" | "Tc" | "Tw" | "TL" | "Ts" if words => {}
            _ => return None,
        }
    }
    found
}

/// A JPEG without what cameras write before its points, which a PDF does not heed; `None` where it is cut short.
fn needed(bytes: &[u8]) -> Option<Vec<u8>> {
    let whole = bytes.trim_ascii_end();
    let mut out = whole.strip_prefix(b"\xFF\xD8").map(|_| b"\xFF\xD8".to_vec())?;
    let mut rest = whole.get(2..).filter(|rest| rest.ends_with(b"\xFF\xD9"))?;
    loop {
        let [0xFF, kind, high, low, ..] = *rest else { return None };
        let (segment, after) = rest.split_at_checked(usize::from(u16::from_be_bytes([high, low])).checked_add(2)?)?;
        match kind {
            0xDA => {
                out.extend(rest);
                return Some(out);
            }
            0xE1 | 0xE3..=0xED | 0xEF | 0xFE => {}
            _ => out.extend(segment),
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use lopdf::content::Content;

    use super::{needed, only_picture};

    fn found(content: &str) -> Option<(String, [f64; 6])> {
        let (name, place) = only_picture(&Content::decode(content.as_bytes()).expect("a content").operations)?;
        Some((String::from_utf8_lossy(&name).into_owned(), place))
    }

    #[test]
    fn a_page_of_one_picture_is_told_from_others() {
        let place = [595.0, 0.0, 0.0, 842.0, 0.0, 0.0];
        assert_eq!(found("q 595 0 0 842 0 0 cm /Im0 Do Q"), Some(("Im0".to_owned(), place)));
        assert_eq!(found("q 5 0 0 2 0 0 cm 119 0 0 421 0 0 cm /Im0 Do Q"), Some(("Im0".to_owned(), place)));
        let words = "BT 3 Tr /F1 9 Tf 1 0 0 1 50 700 Tm (kata) Tj ET";
        assert_eq!(found(&format!("q 595 0 0 842 0 0 cm /Im0 Do Q {words}")), Some(("Im0".to_owned(), place)));
        for other in [
            "/Im0 Do /Im1 Do",
            "/Im0 Do 0 0 10 10 re f",
            "/Im0 Do BT /F1 9 Tf (kata) Tj ET",
            "/G0 gs /Im0 Do",
            "0 0 10 10 re W n /Im0 Do",
            "Q /Im0 Do",
            "",
        ] {
            assert_eq!(found(other), None, "{other}");
        }
    }

    #[test]
    fn what_cameras_write_is_left_out_and_a_torn_photograph_is_none() {
        let part = |kind: u8, body: &[u8]| [&[0xFF, kind, 0, body.len() as u8 + 2], body].concat();
        let points = [part(0xDA, b"x"), b"\x01\x02\xFF\xD9".to_vec()].concat();
        let of = |parts: &[Vec<u8>]| [b"\xFF\xD8".to_vec(), parts.concat(), points.clone()].concat();
        let (head, frame) = (part(0xE0, b"JFIF\0"), part(0xC0, b"bingkai"));
        let taken = of(&[head.clone(), part(0xE1, b"Exif\0\0"), part(0xFE, b"kata"), frame.clone()]);
        assert_eq!(needed(&taken), Some(of(&[head, frame])));
        assert_eq!(needed(&taken[..taken.len() - 1]), None);
        assert_eq!(needed(b"\xFF\xD8\xFF\xD9"), None);
    }
}
