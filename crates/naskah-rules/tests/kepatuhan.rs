//! The ledger of the drafting rules: whatever it calls checked has violations, and each of them is found.
//!
//! `tests/kepatuhan/` holds for each such row of `docs/kepatuhan.md`, below `## ` and its words, violations of unlike
//! wording and place, one a line: the codes that may tell of it, then the fields of the decree that are not those of
//! `ringkas.yaml`, with ` || ` between fields and «…» around the place.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use naskah_core::diag::{Files, MessageFormat, Sink, render_all};
use naskah_core::resolve::{Bentuk, Edition};
use naskah_testing::cases::in_parallel;
use naskah_testing::{assert_none, carried, completed, files_below, text_of};

use crate::read;

/// So many violations a row has at least.
const LEAST: usize = 3;

/// Codes of rows whose violations need more than a text, and where they are tried.
const ELSEWHERE: [(&str, &str); 4] = [
    ("N206", "a picture: tests/cases"),
    ("N308", "two hundred diktums: cases/dua-ratus-diktum.yaml"),
    ("N401", "fonts: tests/cases"),
    ("N402", "fonts: tests/cases"),
];

/// The rows of the ledger that name codes, with those codes.
fn rows() -> BTreeMap<String, BTreeSet<String>> {
    let code = regex::Regex::new(r"\b[KN]\d{3}\b").expect("a pattern");
    let text = text_of("docs/kepatuhan.md");
    let mut found = BTreeMap::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.trim_matches(['|', ' ']).split(" | ").collect();
        let [rule, _, guarded] = cells[..] else { continue };
        let own = code.find_iter(guarded).map(|code| code.as_str().to_owned());
        let own: BTreeSet<String> = own.filter(|code| ELSEWHERE.iter().all(|(other, _)| other != code)).collect();
        if !own.is_empty() {
            found.insert(rule.trim().to_owned(), own);
        }
    }
    found
}

/// A violation: the row, its line, the codes, the decree, and the place in it.
struct Violation {
    row: String,
    line: String,
    codes: Vec<String>,
    decree: String,
    place: Option<Range<usize>>,
}

fn violations() -> Vec<Violation> {
    let mut found = Vec::new();
    let mut row = String::new();
    let files = files_below("crates/naskah-rules/tests/kepatuhan", ".txt");
    let text: String = files.into_iter().map(text_of).collect();
    for line in text.lines().filter(|line| !line.is_empty()) {
        match (line.strip_prefix("## "), line.split_once(' ')) {
            (Some(words), _) => words.clone_into(&mut row),
            (None, Some((codes, fields))) => found.push(violation(&row, line, codes, fields)),
            (None, None) => panic!("{line} has no fields"),
        }
    }
    found
}

fn violation(row: &str, line: &str, codes: &str, fields: &str) -> Violation {
    let fields = fields.replace(" || ", "\n");
    let from = fields.find('«');
    // Several stretches may belong to one slip; a finding at any of them will do.
    let to = fields.rfind('»').map(|end| end - '«'.len_utf8() * fields[..end].matches(['«', '»']).count());
    let decree = completed(&fields.replace(['«', '»'], ""), &[]);
    let codes = codes.split(',').map(str::to_owned).collect();
    Violation { row: row.to_owned(), line: line.to_owned(), codes, decree, place: from.zip(to).map(|(a, b)| a..b) }
}

/// What is wrong with a violation: nothing where one of its codes is told at its place.
fn missed(violation: &Violation) -> Vec<String> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("langgar", violation.decree.as_str());
    let copy = violation.decree.contains("# edisi: salinan");
    let bentuk = if copy { Bentuk::Salinan } else { Bentuk::Asli };
    let edition = Edition { bentuk, ..Edition::default() };
    read(file, &edition, carried(), &mut files, &mut sink);
    let there = |span: Range<usize>| {
        violation.place.as_ref().is_none_or(|place| span.start <= place.end && place.start <= span.end)
    };
    let told = sink.found().iter().any(|finding| {
        violation.codes.iter().any(|code| code == finding.code.id)
            && finding.span.is_none_or(|span| span.file != file || there(span.start..span.end))
    });
    match told {
        true => Vec::new(),
        false => {
            let shown = render_all(&sink, &files, MessageFormat::Ringkas, false);
            vec![format!("{}\n  {}\n{shown}", violation.row, violation.line)]
        }
    }
}

#[test]
fn what_is_checked_has_violations() {
    let all = violations();
    let mut wrong = Vec::new();
    let rows = rows();
    for (row, codes) in &rows {
        let own: Vec<&Violation> = all.iter().filter(|violation| violation.row == *row).collect();
        if own.len() < LEAST {
            wrong.push(format!("{row}: {} of {LEAST} violations", own.len()));
        }
        let named: BTreeSet<&String> = own.iter().flat_map(|violation| &violation.codes).collect();
        wrong.extend(codes.iter().filter(|code| !named.contains(code)).map(|code| format!("{row}: none for {code}")));
        let alike: BTreeSet<&str> = own.iter().map(|violation| violation.decree.as_str()).collect();
        if alike.len() < own.len() {
            wrong.push(format!("{row}: two violations are the same"));
        }
    }
    let idle: BTreeSet<&String> = all.iter().map(|one| &one.row).filter(|row| !rows.contains_key(*row)).collect();
    wrong.extend(idle.iter().map(|row| format!("{row}: no such row")));
    for violation in &all {
        let named = |code: &&String| rows.get(&violation.row).is_none_or(|codes| codes.contains(*code));
        if !violation.codes.iter().any(|code| named(&code)) {
            wrong.push(format!("{}: the row does not name {}", violation.row, violation.codes.join(",")));
        }
    }
    assert_none(&wrong);
}

#[test]
fn violations_are_found() {
    assert_none(&in_parallel(&violations(), missed));
}
