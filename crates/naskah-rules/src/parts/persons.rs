//! Persons as a decree names them: in cells, and in running text behind "Saudara", with what is said of each.

use std::collections::BTreeSet;
use std::ops::Range;

use naskah_core::diag::Span;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

use super::cells::{Cells, Line};
use crate::Context;

/// What a place tells of a person.
pub struct Person {
    /// The table; `None` in running text.
    pub table: Option<usize>,
    /// The name in small letters, without degrees.
    pub bare: String,
    /// The degrees without stops.
    pub degrees: BTreeSet<String>,
    /// The name's place.
    pub span: Span,
    /// "Saudara" or "Saudari" before it.
    pub sapaan: Option<String>,
    /// The figures of the number of a civil servant.
    pub nip: Option<Fact>,
    /// Other facts: what it is, and what it says.
    pub facts: Vec<(&'static str, Fact)>,
}

/// Something said of a person.
#[derive(Clone)]
pub struct Fact {
    /// As it is written; of a number its figures.
    pub text: String,
    /// Where.
    pub span: Span,
    /// Whether it has a column of its own.
    pub column: bool,
}

static CALLED: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"\b(Saudara|Saudari)\s+((?:[A-Z][A-Za-z'’-]*\.?\s+){0,5}[A-Z][A-Za-z'’-]*\.?",
        r"(?:,\s*[A-Z][A-Za-z]{0,4}\.[A-Za-z.]{0,8})*)(?:\s*,?\s*\(?NIP\.?\s*:?\s*([0-9][0-9 ]{14,24}[0-9]))?"
    ))
});
static NUMBERED: Pattern =
    Pattern::new(|| pattern(r"(?s)^(.*?)[\s,;/(]*(?:\bNIP\.?\s*:?\s*)?([0-9][0-9 ]{14,24}[0-9])\)?\s*$"));

/// The persons of the decree: those of the tables, row by row, then those of the running text.
pub fn all(context: &Context<'_>, tables: &[Cells<'_>]) -> Vec<Person> {
    let mut found = Vec::new();
    for (at, table) in tables.iter().enumerate() {
        for line in table.plain() {
            found.extend((0..table.width()).filter_map(|column| of_cell(table, line, at, column)));
        }
    }
    for passage in context.passages.iter().filter(|passage| passage.plain.contains("Saudar")) {
        for hit in matches(&CALLED, &passage.plain) {
            let [called, name, nip] = [1, 2, 3].map(|at| group(&hit, at));
            let Some((bare, degrees)) = parsed(&passage.plain[name.clone()]) else { continue };
            let nip = (!nip.is_empty()).then(|| Fact {
                text: figures(&passage.plain[nip.clone()]),
                span: context.place(passage.teks, nip),
                column: false,
            });
            let (sapaan, span) = (Some(passage.plain[called].to_owned()), context.place(passage.teks, name));
            found.push(Person { table: None, bare, degrees, span, sapaan, nip, facts: Vec::new() });
        }
    }
    found
}

fn figures(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

static NAMED: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"\batas\s+nama\s+((?:\p{L}[\p{L}'’.-]*|,\s*[A-Z]\p{L}{0,4}\.[A-Za-z.]*|\s)+?)",
        r"(?:\s+(?:memperoleh|dengan|sebagai|yang|untuk)\b|[,;.(]|$)"
    ))
});

/// The names behind "Saudara" or "atas nama" in a text, and each in small letters without degrees.
pub fn called(text: &str) -> Vec<(Range<usize>, String)> {
    let mut names: Vec<Range<usize>> = matches(&CALLED, text).map(|hit| group(&hit, 2)).collect();
    for all in matches(&NAMED, text).map(|hit| group(&hit, 1)) {
        // Both candidates of a pair.
        let mut from = all.start;
        for part in text[all].split(" dan ") {
            names.push(from..from + part.len());
            from += part.len() + " dan ".len();
        }
    }
    names.into_iter().filter_map(|name| Some((name.clone(), bare(&text[name])?))).collect()
}

static BALLOT: Pattern = Pattern::new(|| pattern(r"(?i)\bnomor\s+urut\s+([0-9]{1,3})\b"));

/// The numbers of a text under which candidates stand on the ballot.
pub fn ballots(text: &str) -> Vec<Range<usize>> {
    matches(&BALLOT, text).map(|hit| group(&hit, 1)).collect()
}

/// A name in small letters, without degrees.
pub fn bare(name: &str) -> Option<String> {
    parsed(name).map(|(bare, _)| bare)
}

/// A name with its degrees: the bare name in small letters, the degrees without stops.
fn parsed(text: &str) -> Option<(String, BTreeSet<String>)> {
    let text = text.trim();
    // Most cells are sentences.
    if text.len() > 80 || !text.starts_with(char::is_uppercase) {
        return None;
    }
    let (name, rear) = text.split_once(',').unwrap_or((text, ""));
    let degree = |word: &str| word.contains('.') && word.len() < 10;
    let front = name.split_whitespace().filter(|word| degree(word));
    let rest: Vec<&str> = name.split_whitespace().filter(|word| !degree(word)).collect();
    let loud = rest.iter().all(|word| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || "'’-".contains(c))
    });
    let degrees: Vec<&str> = rear.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let shaped =
        degrees.iter().all(|part| part.contains('.') && part.split_whitespace().count() < 3 && part.len() < 14);
    if !loud || rest.is_empty() || rest.len() > 5 || !shaped {
        return None;
    }
    let plain = |word: &str| word.replace(['.', ' '], "").to_lowercase();
    Some((rest.join(" ").to_lowercase(), front.chain(degrees).map(plain).collect()))
}

fn of_cell(table: &Cells<'_>, line: &Line<'_>, at: usize, column: usize) -> Option<Person> {
    let (text, span) = (line.text(column), line.span(column)?);
    let numbered = NUMBERED.as_ref().and_then(|numbered| numbered.captures(&text));
    let name = numbered.as_ref().map_or(text.as_str(), |hit| &text[group(hit, 1)]);
    let nip = numbered.as_ref().map(|hit| Fact { text: figures(&text[group(hit, 2)]), span, column: false });
    let (bare, degrees) = parsed(name)?;
    let named = table.heads[column].split(' ').any(|word| word == "nama");
    if degrees.is_empty() && !(named && bare.contains(' ')) {
        return None;
    }
    let mut own = Person { table: Some(at), bare, degrees, span, sapaan: None, nip, facts: Vec::new() };
    for (other, head) in table.heads.iter().enumerate().filter(|(other, _)| *other != column && named) {
        let text = line.text(other).trim().to_owned();
        let Some(span) = line.span(other).filter(|_| !text.is_empty()) else { continue };
        match head.as_str() {
            "nip" if figures(&text).len() > 8 => own.nip = Some(Fact { text: figures(&text), span, column: true }),
            head if head.starts_with("pangkat") => own.facts.push(("pangkat", Fact { text, span, column: true })),
            "jabatan dalam dinas" | "jabatan dinas" => {
                own.facts.push(("jabatan dinas", Fact { text, span, column: true }));
            }
            "jabatan" => own.facts.push(("jabatan", Fact { text, span, column: true })),
            _ => {}
        }
    }
    Some(own)
}
