//! Properties: texts are never changed or lost on the way to the page, and nothing makes the program panic.

mod beda;
mod kaidah;
mod register;
mod rusak;
mod teks;

use crate::support::carried;
use naskah_core::diag::{Files, Sink};
use naskah_core::resolve::Edition;
use naskah_pages::Means;
use naskah_pages::template::literal;
use naskah_testing::tries;
use proptest::prelude::*;
use typst::syntax::{SyntaxKind, ast, parse_code};

/// Takes a text through every stage; the PDF where it comes so far, otherwise the findings.
fn run(text: &str) -> Result<Vec<u8>, String> {
    let (catalog, fonts) = carried();
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    let resolved = naskah::bind(file, &Edition::default(), catalog, &mut files, &mut sink);
    let means = Means { catalog, fonts, files: &files };
    let pdf = resolved
        .and_then(|resolved| naskah::check_and_typeset(resolved, &means, &mut sink))
        .and_then(|made| made.pdf(&means, &mut sink));
    let found = naskah_core::diag::render_all(&sink, &files, naskah_core::diag::MessageFormat::Ringkas, false);
    assert!(pdf.is_some() != sink.has_errors(), "no PDF without an error, no error with a PDF: {found}");
    pdf.ok_or(found)
}

/// The text of a Typst string literal, read by Typst's own parser.
fn read_back(code: &str) -> Option<String> {
    let root = parse_code(code);
    let (errors, warnings) = root.errors_and_warnings();
    assert!(errors.is_empty() && warnings.is_empty(), "{code}: {errors:?} {warnings:?}");
    let mut strings = root.children().filter(|node| node.kind() == SyntaxKind::Str);
    let only = strings.next()?.cast::<ast::Str>()?.get().to_string();
    (strings.next().is_none() && root.children().len() == 1).then_some(only)
}

proptest! {
    #![proptest_config(tries(2000))]

    #[test]
    fn any_text_is_a_literal_of_itself(text in any::<String>()) {
        let code = literal(&minijinja::Value::from(text.as_str()));
        prop_assert_eq!(read_back(&code), Some(text.replace('\t', " ")));
    }

    #[test]
    fn any_signs_are_a_literal_of_themselves(text in "[\\\\\"#$\\[\\]{}()<>@*_`~=/\n\r\t\u{0}-\u{1f}\u{7f}-\u{9f}\u{2028}\u{2029}u0-9a-f]{0,40}") {
        let code = literal(&minijinja::Value::from(text.as_str()));
        prop_assert_eq!(read_back(&code), Some(text.replace('\t', " ")));
        prop_assert!(!code.contains(['\n', '\r']), "a literal stays on its line");
    }
}
