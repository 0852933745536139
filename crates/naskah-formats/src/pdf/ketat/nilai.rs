//! Values of a PDF, read in one form only: what two programs could read in two ways is no value here.

use lopdf::{Dictionary, Object, StringFormat};

/// So deep may values lie within values.
const MAX_DEPTH: usize = 40;

/// Whole numbers beyond this are read differently.
const MAX_INTEGER: i64 = i32::MAX as i64;

/// Reads values, one after the other.
pub(super) struct Scanner<'a> {
    /// All bytes.
    pub(super) bytes: &'a [u8],
    /// The next byte.
    pub(super) at: usize,
}

/// Whether a byte is a blank of PDF.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn is_delimiter(byte: u8) -> bool {
    b"()<>[]{}/%".contains(&byte)
}

impl<'a> Scanner<'a> {
    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn blank(&mut self) {
        self.at += self.rest().iter().take_while(|byte| is_blank(**byte)).count();
    }

    /// Passes over blanks and lines of comment, none of which any program takes for an object or an end.
    pub(super) fn gap(&mut self) {
        loop {
            self.blank();
            let line = self.rest().iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count();
            let says = |word: &[u8]| self.rest().get(..line).is_some_and(|l| l.windows(word.len()).any(|w| w == word));
            let is_comment = self.peek() == Some(b'%') && !self.rest().starts_with(b"%%");
            if !is_comment || says(b"obj") || says(b"xref") || says(b"trailer") || says(b"EOF") {
                return;
            }
            self.at += line;
        }
    }

    /// Exactly these bytes.
    pub(super) fn exactly(&mut self, word: &[u8]) -> Option<()> {
        self.rest().starts_with(word).then(|| self.at += word.len())
    }

    /// A word that ends here.
    pub(super) fn word(&mut self, word: &str) -> Option<()> {
        let before = self.at;
        self.exactly(word.as_bytes())?;
        let ends = self.peek().is_none_or(|byte| is_blank(byte) || is_delimiter(byte));
        if !ends {
            self.at = before;
        }
        ends.then_some(())
    }

    /// A whole number without sign and without zeros before it.
    pub(super) fn whole(&mut self) -> Option<usize> {
        let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        let text = std::str::from_utf8(self.rest().get(..digits)?).ok()?;
        if digits == 0 || digits > 10 || (digits > 1 && text.starts_with('0')) {
            return None;
        }
        self.at += digits;
        text.parse().ok()
    }

    /// The end of a line.
    pub(super) fn line_end(&mut self) -> bool {
        let length = match self.rest() {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
        self.at += length;
        length > 0
    }

    /// A value.
    pub(super) fn value(&mut self, depth: usize) -> Option<Object> {
        match self.rest() {
            _ if depth > MAX_DEPTH => None,
            [b'<', b'<', ..] => self.dictionary(depth).map(Object::Dictionary),
            [b'/', ..] => self.name().map(Object::Name),
            [b'(', ..] => self.literal(),
            [b'<', ..] => self.hexadecimal(),
            [b'[', ..] => self.array(depth),
            _ => self.atom(),
        }
    }

    fn array(&mut self, depth: usize) -> Option<Object> {
        self.exactly(b"[")?;
        let mut out = Vec::new();
        loop {
            self.blank();
            if self.exactly(b"]").is_some() {
                return Some(Object::Array(out));
            }
            out.push(self.value(depth + 1)?);
        }
    }

    /// A dictionary in which no name stands twice.
    pub(super) fn dictionary(&mut self, depth: usize) -> Option<Dictionary> {
        self.exactly(b"<<")?;
        let mut out = Dictionary::new();
        loop {
            self.blank();
            if self.exactly(b">>").is_some() {
                return Some(out);
            }
            let key = self.name().filter(|key| !key.is_empty() && !out.has(key))?;
            self.blank();
            let value = self.value(depth + 1)?;
            out.set(key, value);
        }
    }

    fn regular(&mut self) -> &'a [u8] {
        let rest = self.rest();
        let length = rest.iter().take_while(|byte| !is_blank(**byte) && !is_delimiter(**byte)).count();
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn name(&mut self) -> Option<Vec<u8>> {
        self.exactly(b"/")?;
        let mut written = self.regular().iter();
        let mut out = Vec::new();
        while let Some(byte) = written.next() {
            out.push(match byte {
                b'#' => match (digit(*written.next()?)? << 4) | digit(*written.next()?)? {
                    // What needs no escape is written as it is by every program that means well.
                    0 => return None,
                    byte if byte.is_ascii_alphanumeric() => return None,
                    byte => byte,
                },
                byte => *byte,
            });
        }
        Some(out)
    }

    fn hexadecimal(&mut self) -> Option<Object> {
        self.exactly(b"<")?;
        let mut digits = Vec::new();
        loop {
            match self.peek()? {
                b'>' => break,
                byte if is_blank(byte) => {}
                byte => digits.push(digit(byte)?),
            }
            self.at += 1;
        }
        self.at += 1;
        let (pairs, odd) = digits.as_chunks::<2>();
        let bytes = pairs.iter().map(|[high, low]| (high << 4) | low).collect();
        odd.is_empty().then_some(Object::String(bytes, StringFormat::Hexadecimal))
    }

    fn literal(&mut self) -> Option<Object> {
        self.exactly(b"(")?;
        let mut out = Vec::new();
        let mut depth = 1;
        while depth > 0 {
            let byte = self.peek()?;
            self.at += 1;
            match byte {
                b'\\' => out.extend(self.escaped()?),
                b'(' | b')' => {
                    depth = if byte == b'(' { depth + 1 } else { depth - 1 };
                    out.push(byte);
                }
                _ => out.push(byte),
            }
        }
        out.pop();
        Some(Object::String(out, StringFormat::Literal))
    }

    fn escaped(&mut self) -> Option<Option<u8>> {
        let byte = self.peek()?;
        if byte.is_ascii_digit() {
            let octal = self.rest().get(..3)?;
            self.at += 3;
            let value = u16::from_str_radix(std::str::from_utf8(octal).ok()?, 8).ok()?;
            return u8::try_from(value).ok().map(Some);
        }
        if self.line_end() {
            return Some(None);
        }
        self.at += 1;
        Some(Some(match byte {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            b'(' | b')' | b'\\' => byte,
            _ => return None,
        }))
    }

    /// A number, `true`, `false`, `null`; or a reference, such as `12 0 R`.
    fn atom(&mut self) -> Option<Object> {
        let before = self.at;
        let text = std::str::from_utf8(self.regular()).ok()?;
        match text {
            "true" => return Some(Object::Boolean(true)),
            "false" => return Some(Object::Boolean(false)),
            "null" => return Some(Object::Null),
            _ => {}
        }
        let after = self.at;
        self.at = before;
        if let Some(number) = self.whole() {
            let reference = self.exactly(b" 0 ").and_then(|()| self.word("R"));
            if reference.is_some() {
                return u32::try_from(number).ok().filter(|number| *number > 0).map(|n| Object::Reference((n, 0)));
            }
        }
        self.at = after;
        let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        match unsigned.split_once('.') {
            None => {
                let sound = !unsigned.is_empty() && digits(unsigned);
                let value: i64 = sound.then(|| text.parse().ok())??;
                (value.abs() <= MAX_INTEGER).then_some(Object::Integer(value))
            }
            Some((whole, part)) => {
                let sound = digits(whole) && digits(part) && whole.len() + part.len() > 0 && whole.len() < 10;
                sound.then(|| text.parse().ok().map(Object::Real))?
            }
        }
    }
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::Scanner;

    fn read(text: &str) -> Option<lopdf::Object> {
        let mut scanner = Scanner { bytes: text.as_bytes(), at: 0 };
        scanner.value(0).filter(|_| scanner.at == text.len())
    }

    #[test]
    fn one_form_only() {
        for sound in ["<</A 1/B[1 0 R -2.5 (a\\(b) <0A>]>>", "/A#20B", "true", "[/X/Y]", "<< /A << >> >>"] {
            assert!(read(sound).is_some(), "{sound}");
        }
        for double in [
            "<</A 1/A 2>>",
            "/#41",
            "/A#4",
            "<0>",
            "--5",
            "1e5",
            "99999999999",
            "<</A 1",
            "(a\\q)",
            "<</A%c\n1>>",
            "1 1 R",
            "0 0 R",
            "01 0 R",
            "<</A>>",
            "4294967298",
            "/A#00",
            "(\\777)",
        ] {
            assert_eq!(read(double), None, "{double}");
        }
    }
}
