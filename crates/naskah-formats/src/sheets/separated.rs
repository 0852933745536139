//! CSV: whatever encoding and separator an office's program wrote, and back without a text ever becoming a formula; the
//! only home of the CSV library.

use std::io::Cursor;

use csv::{QuoteStyle, Reader, ReaderBuilder, StringRecord, Terminator, WriterBuilder};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Isi, cell_name};

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
    if let Some((rest, encoding)) = marked.iter().find_map(|(mark, of)| Some((bytes.strip_prefix(*mark)?, of))) {
        let (text, _) = encoding.decode_without_bom_handling(rest);
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
fn separator(text: &str) -> u8 {
    let told = text.lines().next().and_then(|line| line.trim().strip_prefix("sep="));
    if let Some(sign) = told.and_then(|rest| rest.bytes().next()).filter(|sign| b";,\t|".contains(sign)) {
        return sign;
    }
    let score = |sign: u8| {
        let records = reader(text, sign).into_records().map_while(Result::ok).take(LOOKED_AT);
        let counts: Vec<usize> = records.map(|record| record.len()).collect();
        let most = |wanted: usize| counts.iter().filter(|count| **count == wanted).count();
        counts.iter().filter(|count| **count > 1).map(|count| (most(*count), *count)).max().unwrap_or((0, 0))
    };
    b",\t;".iter().copied().max_by_key(|sign| score(*sign)).unwrap_or(b',')
}

fn reader(text: &str, sign: u8) -> Reader<Cursor<&str>> {
    ReaderBuilder::new().delimiter(sign).has_headers(false).flexible(true).from_reader(Cursor::new(text))
}

/// Stands behind the text while it is read: a quote that is still open swallows it.
const END: &str = "\nakhir";

/// The records of a text as rows of cells; a first line that only names the separator is none, and an empty line is a
/// row of its own. `Err` names the cell whose quote is not closed.
pub fn rows(text: &str) -> Result<Vec<Vec<Isi>>, String> {
    let whole = format!("{text}{END}");
    let named = text.starts_with("sep=");
    let mut rows = Vec::new();
    let mut last = StringRecord::new();
    let sign = separator(text);
    let torn = swallowing(&whole, sign);
    for record in reader(&whole, sign).into_records().map_while(Result::ok) {
        let start = record.position().map_or(0, |position| position.byte() as usize);
        if let Some((open, column)) = torn.filter(|(open, _)| *open < start) {
            return Err(cell_name(row_of(&whole, open), column));
        }
        rows.resize(rows.len() + blank_lines(&whole, start), Vec::new());
        rows.push(match named && rows.is_empty() {
            true => Vec::new(),
            false => record.iter().map(|field| cell(unprotected(&field.replace("\r\n", "\n")))).collect(),
        });
        last = record;
    }
    let end = rows.pop();
    if last != vec![END.trim()] {
        return Err(cell_name(rows.len(), end.map_or(0, |cells| cells.len().saturating_sub(1))));
    }
    while rows.last().is_some_and(Vec::is_empty) {
        rows.pop();
    }
    Ok(rows)
}

/// The quote that swallows lines: it opens a cell on one line and is closed on another by a quote behind which the cell
/// goes on, so that the second was meant to open a cell of its own. Its byte, and the cell's column.
fn swallowing(text: &str, sign: u8) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let (mut at, mut column, mut begins) = (0, 0, true);
    while let Some(byte) = bytes.get(at) {
        if begins && *byte == b'"' {
            let open = at;
            at += 1;
            loop {
                at += bytes.get(at..)?.iter().position(|byte| *byte == b'"')?;
                match bytes.get(at + 1) {
                    Some(b'"') => at += 2,
                    after => {
                        let ends = after.is_none_or(|after| *after == sign || b"\r\n".contains(after));
                        let lines =
                            bytes.get(open..at).is_some_and(|cell| cell.contains(&b'\n') || cell.contains(&b'\r'));
                        if lines && !ends {
                            return Some((open, column));
                        }
                        break;
                    }
                }
            }
            begins = false;
        } else {
            begins = *byte == sign || b"\r\n".contains(byte);
            column = if b"\r\n".contains(byte) { 0 } else { column + usize::from(*byte == sign) };
        }
        at += 1;
    }
    None
}

/// The line of a byte, from 0.
fn row_of(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.matches('\n').count().max(before.matches('\r').count())
}

/// How many empty lines, which the library passes over, stand at a byte where a record begins.
fn blank_lines(text: &str, start: usize) -> usize {
    let mut rest = text.get(start..).unwrap_or_default();
    if text.get(..start).is_some_and(|before| before.ends_with('\r')) {
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    let mut count = 0;
    while let Some(after) = ["\r\n", "\n", "\r"].iter().find_map(|end| rest.strip_prefix(end)) {
        (rest, count) = (after, count + 1);
    }
    count
}

fn cell(text: &str) -> Isi {
    match text {
        "" => Isi::Kosong,
        failed if super::values::is_failure(failed.trim()) => Isi::Galat(failed.trim().to_owned()),
        text => Isi::Teks(text.to_owned()),
    }
}

/// Whether a program might take a text for a formula, also behind blanks and in wide letters.
fn is_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || text.starts_with(['\t', '\r', '\n'])
}

/// A text that no program takes for a formula: an apostrophe is put before what looks like one.
pub fn protected(text: &str) -> String {
    match is_formula(text) || text.starts_with('\'') {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

/// The text behind the apostrophe that [`protected`] puts.
fn unprotected(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest) || rest.starts_with('\'') => rest,
        _ => text,
    }
}

/// Who reads the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// Spreadsheets of Indonesia, which expect semicolons and know UTF-8 by its mark.
    Office,
    /// Programs: commas and no mark, as RFC 4180 has it.
    Programs,
}

/// Records as CSV. Texts are written as they are; see [`protected`].
pub fn write<R>(records: impl IntoIterator<Item = R>, reads: Reads) -> Vec<u8>
where
    R: IntoIterator<Item: AsRef<[u8]>>,
{
    let (sign, mark) = match reads {
        Reads::Office => (b';', "\u{feff}"),
        Reads::Programs => (b',', ""),
    };
    let mut writer = WriterBuilder::new()
        .delimiter(sign)
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .flexible(true)
        .from_writer(mark.as_bytes().to_vec());
    for record in records {
        // Writing to memory cannot fail.
        let _ = writer.write_record(record);
    }
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(bytes: &[u8]) -> Vec<Vec<String>> {
        rows(&decode(bytes).text).unwrap().iter().map(|row| row.iter().map(Isi::text).collect()).collect()
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
    fn empty_lines_are_rows() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "a;b", "", "", "c;\"d", "e\"", "", "f;g", ""].join(end);
            let rows = shown(text.as_bytes());
            assert_eq!((rows[1].len(), rows[4][0].as_str(), rows[6][1].as_str()), (2, "c", "g"), "{text:?}");
            assert!(rows[0].is_empty() && rows[2].is_empty() && rows[3].is_empty() && rows[5].is_empty(), "{text:?}");
        }
    }

    #[test]
    fn a_quote_that_stays_open_is_named() {
        assert_eq!(rows("No,Nama\n1,\"Budi\n2,Siti\n3,Agus\n"), Err("B2".to_owned()));
        assert_eq!(rows("a;b\n\n\"c"), Err("A3".to_owned()));
        assert_eq!(rows("No,Nama\n1,\"Ani\n2,\"Budi\n3,Cici\n"), Err("B2".to_owned()));
        assert_eq!(rows("Nama,Ket\nAni,\"a\nBudi,\"b\nCici,c\n"), Err("B2".to_owned()));
        assert!(rows("a,\"Jalan 1,\nUngaran\"\nb,c\n").is_ok() && rows("a,\"b\" c\nd,e\n").is_ok());
        assert!(rows("a;\"b\"").is_ok() && rows("").is_ok_and(|rows| rows.is_empty()));
    }

    #[test]
    fn no_text_becomes_a_formula() {
        for text in ["=cmd|' /C calc'!A0", "+1", "-1", "@a", "'=a", "''", "biasa", "", "\tx", " =1", "＝1"] {
            assert!(!is_formula(&protected(text)), "{text}");
            assert_eq!(unprotected(&protected(text)), text);
        }
        let written = write([[protected("=1+1"), "a;b".into(), "c, \"d\"".into()]], Reads::Office);
        assert_eq!(String::from_utf8_lossy(&written), "\u{feff}'=1+1;\"a;b\";\"c, \"\"d\"\"\"\r\n");
        let written = write([["a;b", "c,d\n"]], Reads::Programs);
        assert_eq!(String::from_utf8_lossy(&written), "a;b,\"c,d\n\"\r\n");
    }
}
