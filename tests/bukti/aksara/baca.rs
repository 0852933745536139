//! The texts of a PDF, read in three ways: as whatever it says of itself, by the program's own reader, by pdftotext.

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

use lopdf::content::{Content, Operation};
use lopdf::{Document, decode_text_string};
use naskah_formats::pdf::Pdf;

use super::{Cacat, is_mark};
use crate::bukti::number;

/// Without blanks, and without the signs that only part words.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{ad}' | '\\')).collect()
}

/// What a stretch is said to read as (ActualText), else what its letters stand for.
fn said(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("a PDF");
    let mut out = String::new();
    for page in document.get_pages().into_values() {
        let fonts = document.get_page_fonts(page).expect("fonts");
        let encodings: BTreeMap<_, _> =
            fonts.iter().filter_map(|(name, font)| Some((name, font.get_font_encoding(&document).ok()?))).collect();
        let content = Content::decode(&document.get_page_content(page).expect("a content")).expect("operations");
        let (mut encoding, mut marks) = (None, Vec::new());
        for Operation { operator, operands } in &content.operations {
            match operator.as_str() {
                "Tf" => encoding = operands[0].as_name().ok().and_then(|name| encodings.get(&name.to_vec())),
                "BMC" => marks.push(false),
                "BDC" => {
                    let said = operands.last().and_then(|entries| entries.as_dict().ok()?.get(b"ActualText").ok());
                    out.extend(said.and_then(|said| decode_text_string(said).ok()));
                    marks.push(said.is_some());
                }
                "EMC" => drop(marks.pop()),
                "Tj" | "TJ" if !marks.contains(&true) => {
                    let shown =
                        operands.iter().flat_map(|one| one.as_array().map_or(vec![one], |all| all.iter().collect()));
                    let strings = shown.filter_map(|one| one.as_str().ok());
                    out.extend(strings.filter_map(|bytes| Document::decode_text(encoding?, bytes).ok()));
                }
                _ => {}
            }
        }
    }
    out
}

/// What the program's own reader reads.
fn own(pdf: &[u8]) -> String {
    let pdf = Pdf::open(pdf).expect("a PDF");
    (0..pdf.count()).flat_map(|page| pdf.words(page)).map(|word| word.teks).collect()
}

/// What pdftotext reads.
fn by_pdftotext(pdf: &[u8]) -> String {
    let mut command = Command::new("pdftotext");
    command.args(["-raw", "-enc", "UTF-8", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("pdftotext");
    child.stdin.take().expect("its input").write_all(pdf).expect("written");
    String::from_utf8_lossy(&child.wait_with_output().expect("its end").stdout).into_owned()
}

/// Holds the texts of a PDF, in their order, against what it reads as; the `nth` of many. The program's own reader looks at
/// what is drawn and takes nobody's word for what that reads as, so it is asked where no letter has a mark of its own.
pub fn weigh(name: &str, pdf: &[u8], texts: &[String], nth: u64, cacat: &mut Cacat) {
    let foreign = number("NASKAH_PDFTOTEXT").filter(|step| *step > 0 && nth.is_multiple_of(*step));
    let marked = texts.iter().any(|text| text.contains(is_mark));
    let readers: [(&str, Option<String>); 3] = [
        ("said", Some(said(pdf))),
        ("own", (!marked).then(|| own(pdf))),
        ("pdftotext", foreign.map(|_| by_pdftotext(pdf))),
    ];
    for (reader, page) in readers {
        let Some(page) = page.map(|page| bare(&page)) else { continue };
        let mut rest = page.as_str();
        for text in texts {
            let due = bare(text);
            match rest.find(&due) {
                Some(at) => rest = &rest[at + due.len()..],
                None => cacat.0.push(format!("{name}: {text:?} is not read as such by {reader}")),
            }
        }
    }
}
