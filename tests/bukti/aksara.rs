//! Text of all Unicode: what a decree says is what its PDF reads as, or the character is refused by its name.
//!
//! `NASKAH_AKSARA=3000` makes as many decrees, `NASKAH_AKSARA_AWAL=100` begins at another seed.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::{Content, Operation};
use lopdf::{Document, decode_text_string};
use naskah_core::decree::Teks;
use naskah_core::diag::{FileId, Files, Sink, Span};
use naskah_core::resolve::Edition;

use super::acak::Acak;
use super::number;
use crate::support::{carried, completed, lay_out_with};

/// Texts of a decree, and most characters of one.
const TEXTS: usize = 6;
const LONGEST: u64 = 40;

/// All characters, and those among them that the fonts have.
fn characters() -> (Vec<char>, Vec<char>) {
    let all: Vec<char> = ('\u{0}'..=char::MAX).collect();
    let (mut files, fonts) = (Files::default(), &carried().1);
    let file: FileId = files.add("aksara", "");
    let text = Teks::plain(all.iter().collect::<String>(), Span::new(file, 0, 0));
    let missing: BTreeSet<char> = fonts.gaps([&text]).into_iter().map(|gap| gap.character).collect();
    let blank = |c: &char| c.is_whitespace() || c.is_control() || *c == '\\' || !is_taken(*c);
    let there = all.iter().copied().filter(|c| !missing.contains(c) && !blank(c)).collect();
    (all, there)
}

/// Whether a decree's text may hold a character.
fn is_taken(c: char) -> bool {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("aksara", format!("a: {}\n", quoted(&format!("x{c}x"))));
    naskah_core::yaml::parse(&files, file, &mut sink).is_some() && !sink.has_errors()
}

/// A text as a YAML scalar, its stars escaped.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "").replace('*', "\\*").replace('\'', "''"))
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{ad}' | '\\')).collect()
}

/// The texts of the pages: what a stretch is said to read as (ActualText), else what its letters stand for.
fn printed(pdf: &[u8]) -> String {
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
    bare(&out)
}

#[test]
fn any_character_is_printed_or_refused_by_name() {
    let (all, there) = characters();
    let is_mark = |c: &&char| ('\u{300}'..='\u{36f}').contains(*c) || ('\u{1ab0}'..='\u{1aff}').contains(*c);
    let marks: Vec<char> = there.iter().filter(is_mark).copied().collect();
    let letters: Vec<char> = there.iter().filter(|c| c.is_alphabetic() && !is_mark(c)).copied().collect();
    let blocks: Vec<&[char]> = there.chunk_by(|a, b| *a as u32 / 64 == *b as u32 / 64).collect();
    let from = number("NASKAH_AKSARA_AWAL").unwrap_or(1);
    let count = number("NASKAH_AKSARA").unwrap_or(8);
    let mut faults: Vec<String> = Vec::new();
    let (mut made, mut refused) = (0, 0);
    for seed in from..from + count {
        let mut acak = Acak::new(seed);
        let foreign = (seed % 4 == 0).then(|| all[acak.int(0, all.len() as u64 - 1) as usize]);
        let mut texts: Vec<String> = (0..TEXTS)
            .map(|_| {
                let mut text = String::from("x");
                // Characters that lie together are of a script: they join, and bear marks, as words of it do.
                let block = blocks[acak.int(0, blocks.len() as u64 - 1) as usize];
                let drawn: &[char] = if acak.chance(50) { block } else { &there };
                for _ in 0..acak.int(1, LONGEST) {
                    text.push(drawn[acak.int(0, drawn.len() as u64 - 1) as usize]);
                    if !marks.is_empty() && acak.chance(10) {
                        text.push(letters[acak.int(0, letters.len() as u64 - 1) as usize]);
                        for _ in 0..acak.int(1, 2) {
                            text.push(marks[acak.int(0, marks.len() as u64 - 1) as usize]);
                        }
                    }
                    if acak.chance(15) {
                        text.push(' ');
                    }
                }
                text + "x"
            })
            .collect();
        if let Some(foreign) = foreign {
            texts[1].insert(1, foreign);
        }
        let items: String = texts.iter().map(|text| format!("  - {}\n", quoted(text))).collect();
        let decree = completed(&format!("diktum:\n{items}"), &[]);
        let mut decree = lay_out_with("naskah.yaml", &decree, carried(), Edition::draft());
        let (catalog, fonts) = carried();
        let means = naskah::Means { catalog, fonts, files: &decree.files };
        let pdf = decree.typeset.as_ref().and_then(|typeset| typeset.pdf(&means, &mut decree.sink));
        match (&pdf, foreign) {
            (Some(pdf), _) => {
                made += 1;
                let page = printed(pdf);
                let lost = texts.iter().find(|text| !page.contains(&bare(text)));
                faults.extend(lost.map(|text| format!("{seed}: {text:?} is not printed as such")));
            }
            (None, Some(foreign)) => {
                refused += 1;
                let messages = decree.messages();
                let named = messages.contains(&format!("U+{:04X}", foreign as u32));
                faults.extend(
                    (!named).then(|| format!("{seed}: U+{:04X} is refused otherwise: {messages}", foreign as u32)),
                );
            }
            (None, None) => faults.push(format!("{seed}: {}", decree.messages())),
        }
        naskah_pages::typeset::forget(0);
    }
    println!(
        "{count} decrees: {made} printed, {refused} refused by name; the fonts have {} characters, {} of them marks",
        there.len(),
        marks.len()
    );
    assert!(faults.is_empty(), "{} of {count}:\n{}", faults.len(), faults[..faults.len().min(30)].join("\n"));
}
