//! CSV: whatever encoding and separator an office's program wrote, and back without a text ever becoming a formula.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::Isi;

/// A text and whether it had to be taken for Windows-1252.
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// Whether it was no UTF.
    pub windows: bool,
}

/// The text of a file: UTF-8 or UTF-16 by its mark, plain UTF-8, otherwise Windows-1252.
pub fn decode(bytes: &[u8]) -> Decoded {
    let marked = [(&b"\xff\xfe"[..], UTF_16LE), (&b"\xfe\xff"[..], UTF_16BE)];
    if let Some((mark, encoding)) = marked.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        let (text, _) = encoding.decode_without_bom_handling(&bytes[mark.len()..]);
        return Decoded { text: text.into_owned(), windows: false };
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), windows: false },
        Err(_) => Decoded { text: WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), windows: true },
    }
}

/// So many records at the start are looked at to find the separator.
const LOOKED_AT: usize = 20;

/// The separator: the one by which most records fall into the same number of fields, more than one.
pub fn separator(text: &str) -> char {
    let told = text.lines().next().and_then(|line| line.trim().strip_prefix("sep="));
    if let Some(sign) = told.and_then(|rest| rest.chars().next()).filter(|c| matches!(c, ';' | ',' | '\t' | '|')) {
        return sign;
    }
    let score = |sign: char| {
        let counts: Vec<usize> = Records::new(text, sign).take(LOOKED_AT).map(|record| record.len()).collect();
        let most = |wanted: usize| counts.iter().filter(|count| **count == wanted).count();
        counts.iter().filter(|count| **count > 1).map(|count| (most(*count), *count)).max().unwrap_or((0, 0))
    };
    [';', '\t', ','].into_iter().rev().max_by_key(|sign| score(*sign)).unwrap_or(',')
}

/// The records of a text as rows of cells; a first line that only names the separator is none.
pub fn rows(text: &str) -> Vec<Vec<Isi>> {
    let sign = separator(text);
    let named = text.starts_with("sep=");
    Records::new(text, sign)
        .enumerate()
        .map(|(at, record)| match named && at == 0 {
            true => Vec::new(),
            false => record.into_iter().map(|field| cell(unprotected(&field))).collect(),
        })
        .collect()
}

fn cell(text: &str) -> Isi {
    match text {
        "" => Isi::Kosong,
        failed if super::values::is_failure(failed.trim()) => Isi::Galat(failed.trim().to_owned()),
        text => Isi::Teks(text.to_owned()),
    }
}

/// Records one after another; quotes protect separators, line ends and doubled quotes.
struct Records<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    sign: char,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, sign: char) -> Self {
        Self { rest: text.chars().peekable(), sign }
    }
}

impl Iterator for Records<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        self.rest.peek()?;
        let (mut record, mut field, mut quoted) = (Vec::new(), String::new(), false);
        while let Some(c) = self.rest.next() {
            match c {
                '"' if quoted && self.rest.peek() == Some(&'"') => {
                    self.rest.next();
                    field.push('"');
                }
                '"' if quoted => quoted = false,
                '"' if field.is_empty() => quoted = true,
                '\r' if !quoted && self.rest.peek() == Some(&'\n') => {}
                '\r' if quoted && self.rest.peek() == Some(&'\n') => {}
                '\n' | '\r' if !quoted => break,
                c if c == self.sign && !quoted => record.push(std::mem::take(&mut field)),
                c => field.push(c),
            }
        }
        record.push(field);
        Some(record)
    }
}

/// What a program would take for a formula begins so.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A text that no program takes for a formula: an apostrophe is put before what looks like one.
pub fn protected(text: &str) -> String {
    match text.starts_with(FORMULA) || text.starts_with('\'') {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// The text behind the apostrophe that [`protected`] puts.
pub fn unprotected(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(FORMULA) || rest.starts_with('\'') => rest,
        _ => text,
    }
}

/// Records as CSV with semicolons, which spreadsheets of Indonesia expect, and a byte order mark, by which they know UTF-8.
pub fn write(rows: &[Vec<String>]) -> Vec<u8> {
    let mut out = "\u{feff}".to_owned();
    for row in rows {
        for (at, field) in row.iter().enumerate() {
            if at > 0 {
                out.push(';');
            }
            match field.contains([';', ',', '"', '\n', '\r', '\t']) || field.trim() != field {
                true => out.push_str(&format!("\"{}\"", field.replace('"', "\"\""))),
                false => out.push_str(field),
            }
        }
        out.push_str("\r\n");
    }
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(bytes: &[u8]) -> Vec<Vec<String>> {
        rows(&decode(bytes).text).iter().map(|row| row.iter().map(Isi::text).collect()).collect()
    }

    #[test]
    fn separators_and_encodings_are_found() {
        let wanted = [["Nama", "Jabatan, lengkap"], ["Édi", "Ketua"]];
        for text in [
            "Nama;Jabatan, lengkap\r\nÉdi;Ketua\r\n",
            "Nama\tJabatan, lengkap\nÉdi\tKetua",
            "Nama,\"Jabatan, lengkap\"\nÉdi,Ketua\n",
        ] {
            assert_eq!(shown(text.as_bytes()), wanted, "{text}");
            assert_eq!(shown(format!("\u{feff}{text}").as_bytes()), wanted, "{text}");
            let (windows, _, _) = WINDOWS_1252.encode(text);
            assert!(decode(&windows).windows);
            assert_eq!(shown(&windows), wanted, "{text}");
            let wide: Vec<u8> =
                [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
            assert_eq!(shown(&wide), wanted, "{text}");
        }
        assert_eq!(shown(b"sep=|\na|b")[1], ["a", "b"]);
    }

    #[test]
    fn quotes_protect_and_lines_keep_their_numbers() {
        assert_eq!(shown(b"a;\"b\"\"c\nd;e\"\n\nf;g")[2], ["f", "g"]);
        assert_eq!(shown(b"a;\"b\"\"c\nd;e\"\n\nf;g")[0], ["a", "b\"c\nd;e"]);
    }

    #[test]
    fn no_text_becomes_a_formula() {
        for text in ["=cmd|' /C calc'!A0", "+1", "-1", "@a", "'=a", "''", "biasa", "", "\tx"] {
            assert!(!protected(text).starts_with(FORMULA), "{text}");
            assert_eq!(unprotected(&protected(text)), text);
        }
        let written = write(&[vec![protected("=1+1"), "a;b".into()]]);
        assert_eq!(String::from_utf8_lossy(&written), "\u{feff}'=1+1;\"a;b\"\r\n");
    }
}
