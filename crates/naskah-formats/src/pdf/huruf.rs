//! Fonts of a PDF, as far as texts are read with them: which text a code stands for, and how wide it is.

use std::collections::HashMap;

use lopdf::{Dictionary, Object};

use super::{Pdf, aliran, lebar};

/// A font.
#[derive(Debug, Default)]
pub(super) struct Huruf {
    /// Whether a code has two bytes.
    wide: bool,
    texts: HashMap<u32, String>,
    /// Widths in thousandths of the size.
    widths: HashMap<u32, f64>,
    default: f64,
}

/// So many entries of a table are read.
const MOST: usize = 70_000;

impl Huruf {
    /// Reads a font.
    pub(super) fn read(pdf: &Pdf, font: &Dictionary) -> Self {
        let wide = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0");
        let mut out = Self { wide, ..Self::default() };
        if let Ok(stream) = pdf.entry(font, "ToUnicode").as_stream()
            && let Some(map) = aliran::unpacked(stream)
        {
            out.read_texts(&map);
        }
        match wide {
            true => out.read_wide(pdf, font),
            false => out.read_simple(pdf, font),
        }
        out
    }

    fn read_wide(&mut self, pdf: &Pdf, font: &Dictionary) {
        let below = pdf.entry(font, "DescendantFonts").as_array().ok().and_then(|list| list.first());
        let Some(below) = below.and_then(|font| pdf.solid(font).as_dict().ok()) else { return };
        self.default = number(pdf.entry(below, "DW")).unwrap_or(1000.0);
        let list = pdf.entry(below, "W").as_array().map_or(&[][..], |list| list);
        let mut at = 0;
        while let (Some(first), Some(next)) = (list.get(at).and_then(code), list.get(at + 1)) {
            match pdf.solid(next) {
                Object::Array(widths) => {
                    let numbered = (first..).zip(widths).filter_map(|(code, width)| Some((code, number(width)?)));
                    self.widths.extend(numbered.take(MOST));
                    at += 2;
                }
                last => {
                    let width = list.get(at + 2).and_then(number).unwrap_or(self.default);
                    let codes = first..=code(last).unwrap_or(first);
                    self.widths.extend(codes.take(MOST).map(|code| (code, width)));
                    at += 3;
                }
            }
        }
    }

    fn read_simple(&mut self, pdf: &Pdf, font: &Dictionary) {
        let first = code(pdf.entry(font, "FirstChar")).unwrap_or(0);
        let list = pdf.entry(font, "Widths").as_array().map_or(&[][..], |list| list);
        let name = pdf.entry(font, "BaseFont").as_name().unwrap_or_default();
        self.widths.extend((0..256).filter_map(|code| Some((code, lebar::standard(name, code)?))));
        let numbered = (first..).zip(list).filter_map(|(code, width)| Some((code, number(pdf.solid(width))?)));
        self.widths.extend(numbered.take(256));
        let descriptor = pdf.entry(font, "FontDescriptor").as_dict().ok();
        self.default =
            descriptor.and_then(|d| number(pdf.entry(d, "MissingWidth"))).filter(|w| *w > 0.0).unwrap_or(600.0);
    }

    /// Reads the table from codes to texts.
    fn read_texts(&mut self, map: &[u8]) {
        let mut block = None;
        let mut row: Vec<Vec<u8>> = Vec::new();
        // The texts of a range may be listed, one for each code.
        let mut list: Option<Vec<Vec<u8>>> = None;
        let text = String::from_utf8_lossy(map).replace('[', " [ ").replace(']', " ] ");
        let text = text.replace('<', " <").replace('>', "> ");
        for word in text.split_ascii_whitespace() {
            match word {
                "beginbfchar" => (block, list) = (Some(2), None),
                "beginbfrange" => (block, list) = (Some(3), None),
                "endbfchar" | "endbfrange" => block = None,
                "[" => list = Some(Vec::new()),
                "]" => {
                    let listed = list.take().unwrap_or_default();
                    if let [first, _] = &row[..] {
                        self.texts
                            .extend((value(first)..=u32::MAX).zip(&listed).map(|(code, text)| (code, utf16(text))));
                    }
                    row.clear();
                }
                _ if word.starts_with('<') => list.as_mut().unwrap_or(&mut row).push(hex(word)),
                _ => {}
            }
            let Some(length) = block else {
                row.clear();
                continue;
            };
            if list.is_none() && row.len() == length && self.texts.len() < MOST {
                self.note(&row);
                row.clear();
            }
        }
    }

    fn note(&mut self, row: &[Vec<u8>]) {
        match row {
            [code, text] => drop(self.texts.insert(value(code), utf16(text))),
            [first, last, text] => {
                let units = utf16(text);
                for (step, code) in (value(first)..=value(last)).take(MOST).enumerate() {
                    let mut chars: Vec<char> = units.chars().collect();
                    let moved = chars.pop().and_then(|last| char::from_u32(last as u32 + step as u32));
                    chars.extend(moved);
                    self.texts.insert(code, chars.into_iter().collect());
                }
            }
            _ => {}
        }
    }

    /// The codes of a string, each with its text and its width in thousandths.
    pub(super) fn codes<'a>(&'a self, string: &'a [u8]) -> impl Iterator<Item = (u32, String, f64)> + 'a {
        let length = if self.wide { 2 } else { 1 };
        string.chunks(length).map(|bytes| {
            let code = bytes.iter().fold(0, |all, byte| all << 8 | u32::from(*byte));
            let text = self.texts.get(&code).cloned();
            let plain = || char::from_u32(code).filter(|_| !self.wide).map(String::from).unwrap_or_default();
            (code, text.unwrap_or_else(plain), self.widths.get(&code).copied().unwrap_or(self.default))
        })
    }

    /// Whether a code is the blank that is widened between words.
    pub(super) fn is_blank(&self, code: u32) -> bool {
        !self.wide && code == 32
    }
}

/// A number of either kind.
pub(super) fn number(object: &Object) -> Option<f64> {
    match object {
        Object::Integer(number) => Some(*number as f64),
        Object::Real(number) => Some(f64::from(*number)),
        _ => None,
    }
}

/// A code of up to four bytes.
fn value(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |all, byte| all << 8 | u32::from(*byte))
}

fn code(object: &Object) -> Option<u32> {
    u32::try_from(object.as_i64().ok()?).ok().filter(|code| *code <= 0x10_ffff)
}

fn hex(word: &str) -> Vec<u8> {
    let digits: Vec<u8> = word.chars().filter_map(|c| c.to_digit(16)).map(|digit| digit as u8).collect();
    digits.chunks(2).map(|pair| pair.iter().fold(0, |all, digit| all << 4 | digit)).collect()
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> =
        bytes.chunks(2).map(|pair| pair.iter().fold(0, |all, byte| all << 8 | u16::from(*byte))).collect();
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::Huruf;

    #[test]
    fn texts_of_a_range_may_be_listed() {
        let mut huruf = Huruf { wide: true, ..Huruf::default() };
        huruf.read_texts(
            b"1 beginbfrange <0013><0015>[<0030> <0031><0039>] <0020> <0022> <0041> endbfrange \
              1 beginbfchar <0003> <0078> endbfchar",
        );
        let read = |code: u8| huruf.codes(&[0, code]).map(|(_, text, _)| text).collect::<String>();
        assert_eq!([0x13, 0x14, 0x15, 0x20, 0x22, 3].map(read), ["0", "1", "9", "A", "C", "x"]);
    }
}
