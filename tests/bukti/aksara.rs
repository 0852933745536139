//! Text of all Unicode: what a decree says is what its PDF reads as, or the character is refused by its name.
//!
//! `NASKAH_AKSARA=3000` makes as many decrees of texts thrown together, `NASKAH_AKSARA_TEKS=100` puts as many texts into
//! each, `NASKAH_AKSARA_AWAL=100` begins at another seed;
//! `NASKAH_AKSARA_SEMUA=1` goes through all code points and all that can stand together. With `NASKAH_PDFTOTEXT=10` every
//! tenth PDF is also read by pdftotext.

mod baca;
mod semua;

use std::collections::BTreeSet;

use naskah_core::decree::Teks;
use naskah_core::diag::{FileId, Files, Span};
use naskah_core::resolve::Edition;

use super::acak::Acak;
use super::number;
use crate::support::{Made, carried, completed, lay_out_with};

/// Texts of a decree where no other number is asked for, and most characters of one.
const TEXTS: u64 = 6;
const LONGEST: u64 = 40;

/// All characters, and those among them that a decree may hold and the fonts have, but for blanks.
fn characters() -> (Vec<char>, Vec<char>) {
    let all: Vec<char> = ('\u{0}'..=char::MAX).collect();
    let (mut files, fonts) = (Files::default(), &carried().1);
    let file: FileId = files.add("aksara", "");
    let text = Teks::plain(all.iter().collect::<String>(), Span::new(file, 0, 0));
    let missing: BTreeSet<char> = fonts.gaps([&text]).into_iter().map(|gap| gap.character).collect();
    let blank = |c: &char| c.is_whitespace() || c.is_control() || *c == '\\' || naskah_core::yaml::forbidden(*c);
    let there = all.iter().copied().filter(|c| !missing.contains(c) && !blank(c)).collect();
    (all, there)
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c) || ('\u{1ab0}'..='\u{1aff}').contains(&c)
}

/// A text as a YAML scalar, its stars escaped.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "").replace('*', "\\*").replace('\'', "''"))
}

/// A decree up to its PDF, where there is one.
fn made(text: &str) -> (Option<Vec<u8>>, Made) {
    let (catalog, fonts) = carried();
    let mut decree = lay_out_with("naskah.yaml", text, carried(), Edition::draft());
    let means = naskah::Means { catalog, fonts, files: &decree.files };
    let pdf = decree.typeset.as_ref().and_then(|typeset| typeset.pdf(&means, &mut decree.sink));
    naskah_pages::typeset::forget(0);
    (pdf, decree)
}

/// What was found; a few of it are told.
#[derive(Default)]
struct Cacat(Vec<String>);

impl Cacat {
    fn none(self, of: &str) {
        let Self(found) = self;
        assert!(found.is_empty(), "{} of {of}:\n{}", found.len(), found[..found.len().min(40)].join("\n"));
    }
}

/// What texts are thrown together from.
struct Peti {
    all: Vec<char>,
    there: Vec<char>,
    marks: Vec<char>,
    letters: Vec<char>,
}

impl Peti {
    fn new() -> Self {
        let (all, there) = characters();
        let of = |fits: fn(char) -> bool| there.iter().copied().filter(|c| fits(*c)).collect();
        Self { all, marks: of(is_mark), letters: of(|c| c.is_alphabetic() && !is_mark(c)), there }
    }

    /// A text, perhaps with a character that no font has.
    fn text(&self, acak: &mut Acak, foreign: Option<char>) -> String {
        let mut text = String::from("x");
        text.extend(foreign);
        let mut any = |of: &[char]| of[acak.int(0, of.len() as u64 - 1) as usize];
        // Characters that lie together are of a script: they join, and bear marks, as words of it do.
        let blocks: Vec<&[char]> = self.there.chunk_by(|a, b| *a as u32 / 64 == *b as u32 / 64).collect();
        let block = blocks[any(&self.there) as usize % blocks.len()];
        let drawn: &[char] = if any(&['y', 'n']) == 'y' { block } else { &self.there };
        for _ in 0..acak.int(1, LONGEST) {
            let mut any = |of: &[char]| of[acak.int(0, of.len() as u64 - 1) as usize];
            text.push(any(drawn));
            if acak.chance(10) {
                let mut any = |of: &[char]| of[acak.int(0, of.len() as u64 - 1) as usize];
                text.push(any(&self.letters));
                (0..1 + any(&self.letters) as usize % 3).for_each(|_| text.push(any(&self.marks)));
            }
            if acak.chance(15) {
                text.push(' ');
            }
        }
        text + "x"
    }
}

/// A decree with these texts: some in its decisions, the others in an attachment.
fn keputusan(texts: &[String]) -> String {
    let (own, others) = texts.split_at(texts.len().min(TEXTS as usize));
    let items = |texts: &[String]| texts.iter().map(|text| format!("  - {}\n", quoted(text))).collect::<String>();
    let attached = match others {
        [] => String::new(),
        _ => format!(
            "  - Isi lain tercantum dalam Lampiran.\nlampiran:\n  - judul: Uji\n    teks:\n{}",
            indented(&items(others))
        ),
    };
    completed(&format!("diktum:\n{}{attached}", items(own)), &[])
}

fn indented(lines: &str) -> String {
    lines.lines().map(|line| format!("    {line}\n")).collect()
}

#[test]
fn any_character_is_printed_or_refused_by_name() {
    let peti = Peti::new();
    let from = number("NASKAH_AKSARA_AWAL").unwrap_or(1);
    let (count, of_each) = (number("NASKAH_AKSARA").unwrap_or(8), number("NASKAH_AKSARA_TEKS").unwrap_or(TEXTS));
    let mut cacat = Cacat::default();
    let (mut printed, mut refused) = (0, 0);
    for seed in from..from + count {
        let mut acak = Acak::new(seed);
        let foreign = (seed % 4 == 0).then(|| peti.all[acak.int(0, peti.all.len() as u64 - 1) as usize]);
        let texts = (0..of_each).map(|nth| peti.text(&mut acak, foreign.filter(|_| nth == 1)));
        let texts: Vec<String> = texts.collect();
        let (pdf, decree) = made(&keputusan(&texts));
        match (&pdf, foreign) {
            (Some(pdf), _) => {
                printed += 1;
                baca::weigh(&seed.to_string(), pdf, &texts, seed, &mut cacat);
            }
            (None, Some(foreign)) => {
                refused += 1;
                let (messages, name) = (decree.messages(), format!("U+{:04X}", foreign as u32));
                let named = messages.contains(&name);
                cacat.0.extend((!named).then(|| format!("{seed}: {name} is refused otherwise: {messages}")));
            }
            (None, None) => cacat.0.push(format!("{seed}: {}", decree.messages())),
        }
    }
    println!(
        "{count} decrees with {of_each} texts each: {printed} printed, {refused} refused by name; the fonts have {} \
         characters, {} of them marks",
        peti.there.len(),
        peti.marks.len()
    );
    cacat.none(&format!("{count} decrees"));
}
