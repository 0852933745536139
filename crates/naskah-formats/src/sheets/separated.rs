//! CSV: whatever encoding and separator an office's program wrote, and back without a text ever becoming a formula; the
//! only home of the CSV library.

use std::collections::BTreeMap;
use std::io::Cursor;

use csv::{QuoteStyle, Reader, ReaderBuilder, StringRecord, Terminator, WriterBuilder};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::package::Broken;
use super::{Isi, Place, cell_name};

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
    if let Some(encoding) = unmarked(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return Decoded { text: text.into_owned(), windows: false };
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), windows: false },
        Err(_) => Decoded { text: WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), windows: true },
    }
}

/// UTF-16 without its mark: every other byte of plain letters is zero.
fn unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(4000)).unwrap_or_default();
    let zeros = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let wide = bytes.len().is_multiple_of(2) && (even + odd) * 4 > start.len();
    (wide && even.min(odd) * 10 < even.max(odd)).then_some(if odd > even { UTF_16LE } else { UTF_16BE })
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
    b"|,\t;".iter().copied().max_by_key(|sign| score(*sign)).unwrap_or(b',')
}

fn reader(text: &str, sign: u8) -> Reader<Cursor<&str>> {
    ReaderBuilder::new().delimiter(sign).has_headers(false).flexible(true).from_reader(Cursor::new(text))
}

/// Stands behind the text while it is read: a quote that is still open swallows it.
const END: &str = "\nakhir";

/// What was read of a text with separators.
#[derive(Debug, Clone, Default)]
pub struct Terbaca {
    /// Its rows of cells.
    pub rows: Vec<Vec<Isi>>,
    /// Cells that hold line ends and separators: how many cells each of their lines would be.
    pub berlipat: BTreeMap<Place, Vec<usize>>,
}

/// The records of a text as rows of cells; a first line that only names the separator is none, and an empty line is a
/// row of its own. A cell whose quote is not closed, or does not hold the whole cell, is told.
pub fn rows(text: &str) -> Result<Terbaca, Broken> {
    let sign = separator(text);
    let stray = stray(text, sign);
    let read = records(text, sign);
    match (stray, read) {
        (_, Err(open)) => Err(Broken::Quote(open)),
        (Some((row, column)), _) => Err(Broken::Stray(cell_name(row, column))),
        (None, Ok(rows)) => {
            let berlipat = folded_cells(&rows, char::from(sign));
            Ok(Terbaca { rows, berlipat })
        }
    }
}

/// The first cell with a quote that does not hold the whole of it: something else than a separator or line end follows
/// the closing quote, or only blanks stand before the opening one.
fn stray(text: &str, sign: u8) -> Option<Place> {
    let (mut row, mut column) = (0, 0);
    let mut rest = text;
    while !rest.is_empty() {
        let cell = quoted(rest).unwrap_or(0);
        let tail = rest.get(cell..)?;
        let ends = |c: char| c == char::from(sign) || c == '\n' || c == '\r';
        let plain = tail.find(ends).unwrap_or(tail.len());
        let left = tail.get(..plain)?;
        let blank_before = cell == 0 && left.starts_with([' ', '\u{a0}']) && left.trim_start().starts_with('"');
        if (cell > 0 && !left.trim_matches(' ').is_empty()) || blank_before {
            return Some((row, column));
        }
        let after = tail.get(plain..)?;
        let end = ["\r\n", "\n", "\r"].iter().find_map(|end| after.strip_prefix(end));
        (row, column) = if end.is_some() { (row + 1, 0) } else { (row, column + 1) };
        rest = end.or_else(|| after.get(1..)).unwrap_or_default();
    }
    None
}

/// Where the cell that a quote opens is closed; the end of the text where it is not.
fn quoted(text: &str) -> Option<usize> {
    let mut at = 1;
    let inner = text.strip_prefix('"')?;
    let mut signs = inner.char_indices().peekable();
    while let Some((place, c)) = signs.next() {
        at = place + 1 + c.len_utf8();
        if c == '"' && signs.next_if(|(_, next)| *next == '"').is_none() {
            return Some(at);
        }
    }
    Some(at.max(text.len()))
}

/// The cells with line ends and separators.
fn folded_cells(rows: &[Vec<Isi>], sign: char) -> BTreeMap<Place, Vec<usize>> {
    let mut found = BTreeMap::new();
    for (row, cells) in rows.iter().enumerate() {
        for (column, isi) in cells.iter().enumerate() {
            if let Isi::Teks(text) = isi
                && text.contains('\n')
                && text.contains(sign)
            {
                found.insert((row, column), text.lines().map(|line| line.matches(sign).count() + 1).collect());
            }
        }
    }
    found
}

fn records(text: &str, sign: u8) -> Result<Vec<Vec<Isi>>, String> {
    let whole = format!("{text}{END}");
    let named = text.starts_with("sep=");
    let mut rows = Vec::new();
    let mut last = StringRecord::new();
    for record in reader(&whole, sign).into_records().map_while(Result::ok) {
        let start = record.position().map_or(0, |position| position.byte() as usize);
        rows.resize(rows.len() + blank_lines(&whole, start), Vec::new());
        rows.push(match named && rows.is_empty() {
            true => Vec::new(),
            false => record.iter().map(|field| read(&field.replace("\r\n", "\n"))).collect(),
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

/// A field; what an apostrophe protects is a text.
fn read(field: &str) -> Isi {
    match unprotected(field) {
        text if text.len() < field.len() => Isi::Teks(text.to_owned()),
        text => cell(text),
    }
}

fn cell(text: &str) -> Isi {
    match text {
        "" => Isi::Kosong,
        text if text.starts_with('=') => computed(text),
        failed if super::values::is_failure(failed.trim()) => Isi::Galat(failed.trim().to_owned()),
        text => Isi::Teks(text.to_owned()),
    }
}

/// What a spreadsheet makes of a text that begins with a sign of equality: `="007"` is the text within, a formula has no
/// value here.
fn computed(text: &str) -> Isi {
    let inner = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).filter(|inner| !inner.contains('"'));
    if let Some(inner) = inner {
        return Isi::Teks(inner.to_owned());
    }
    let name = text.trim_start_matches(['=', '+', '-', '$']);
    let rest = name.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let called = rest.len() < name.len() && rest.starts_with(|c: char| c == '(' || c == '$' || c.is_ascii_digit());
    if called { Isi::TanpaNilai } else { Isi::Teks(text.to_owned()) }
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
        rows(&decode(bytes).text).unwrap().rows.iter().map(|row| row.iter().map(Isi::text).collect()).collect()
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
        for wide in [u16::to_le_bytes, u16::to_be_bytes] {
            let bytes: Vec<u8> = "Nama;Jabatan\nEdi;Ketua".encode_utf16().flat_map(wide).collect();
            assert_eq!(shown(&bytes)[1], ["Edi", "Ketua"]);
        }
    }

    #[test]
    fn texts_and_formulas_behind_a_sign_of_equality() {
        assert_eq!(shown(b"a;=\"007\"\nb;\"=\"\"008\"\"\"\nc;=RUMUS"), [["a", "007"], ["b", "008"], ["c", "=RUMUS"]]);
        for text in ["=SUM(A1:A2)", "=A1+B1", "=$A$1"] {
            assert_eq!(cell(text), Isi::TanpaNilai, "{text}");
        }
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
        let fault = |text: &str| rows(text).err();
        assert_eq!(fault("No,Nama\n1,\"Budi\n2,Siti\n3,Agus\n"), Some(Broken::Quote("B2".to_owned())));
        assert_eq!(fault("a;b\n\n\"c"), Some(Broken::Quote("A3".to_owned())));
        assert!(rows("a;\"b\"").is_ok() && rows("").is_ok_and(|read| read.rows.is_empty()));
    }

    #[test]
    fn a_quote_that_a_later_one_closes_is_named() {
        let stray = |cell: &str| Some(Broken::Stray(cell.to_owned()));
        for (text, cell) in [
            ("Nama,Ket\nAni,\"a\nBudi,\"b\nCici,c\n", "B2"),
            ("No,Nama,Ket\n1,\"Ani,a\n2,Budi,b\n3,Cici,\"c\"\n4,Dodi,d\n", "B2"),
            ("No;Nama\r\n1;\"Ani\r\n2;\"Budi\r\n3;Cici\r\n", "B2"),
            ("a,b\n\nx,\"y\"z\n", "B3"),
            ("a,b\nx, \"y, z\"\n", "B2"),
            ("a\tb\n\"Mawar\" Desa\tx\n", "A2"),
            ("a,\"b\nc\",d\n1,\"2\"3,4\n", "B2"),
        ] {
            assert_eq!(rows(text).err(), stray(cell), "{text}");
        }
        for text in ["a,\"b\"\n", "a;\"b\"\r\nc;\"\"\"d\"\"\"", "a,12\" x\n", "a,\"b\" ,c", "\"\"", "a,\"é\"\rb"] {
            assert_eq!(rows(text).err(), None, "{text}");
        }
        let read = rows("Nama,Ket\nAni,\"a\nBudi,b\"\n").unwrap_or_default();
        assert_eq!(read.berlipat.get(&(1, 1)), Some(&vec![1, 2]));
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
