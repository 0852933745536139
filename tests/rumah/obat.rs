//! Cures: what a finding offers makes it vanish and causes no other.

use std::collections::BTreeSet;

use naskah::catalog::{Catalog, Root};
use naskah::diag::{Diagnostic, Files, Sink};
use naskah::lint::RULES;
use naskah::read;
use naskah::resolve::Edition;

use crate::support::{completed, files_below, text_of};

/// The findings in a decree.
fn findings(text: &str, catalog: &Catalog) -> Vec<Diagnostic> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("obat", text);
    read(&mut files, file, Edition::default(), catalog, &mut sink);
    sink.found().to_vec()
}

/// The text with every cure that does not overlap one before it.
fn cured(text: &str, findings: &[Diagnostic]) -> String {
    let mut edits: Vec<_> = findings.iter().flat_map(|finding| &finding.edits).collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let (mut out, mut upto) = (String::new(), 0);
    for edit in edits.into_iter().filter(|edit| edit.span.end <= text.len()) {
        if edit.span.start >= upto {
            out += &text[upto..edit.span.start];
            out += &edit.text;
            upto = edit.span.end;
        }
    }
    out + &text[upto..]
}

#[test]
fn rules_cure_what_they_find() {
    let catalog = Catalog::new(Root::embedded());
    let examples = RULES.iter().flat_map(|rule| rule.examples()).map(|example| completed(&example.yaml, &[]));
    let whole = |text: String| text.starts_with("# dasar: ringkas\n").then(|| completed(&text, &[]));
    let cases = files_below("tests/cases/aturan", ".yaml").into_iter().filter_map(|path| whole(text_of(path)));
    for text in examples.chain(cases) {
        let before = findings(&text, &catalog);
        let (mut now, mut mended) = (before.clone(), text.clone());
        for _ in 0..4 {
            mended = cured(&mended, &now);
            now = findings(&mended, &catalog);
        }
        let codes = |found: &[Diagnostic]| found.iter().map(|finding| finding.code.id).collect::<BTreeSet<_>>();
        let stays: Vec<&str> = now.iter().filter(|f| !f.edits.is_empty()).map(|f| f.message.as_str()).collect();
        assert!(stays.is_empty(), "the cure does not cure: {stays:?}\n{text}\nbecomes\n{mended}");
        let fresh: Vec<&str> = codes(&now).difference(&codes(&before)).copied().collect();
        assert!(fresh.is_empty(), "the cure causes {fresh:?}\n{text}\nbecomes\n{mended}");
    }
}
