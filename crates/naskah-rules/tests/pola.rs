//! Patterns of the drafting rules are regular expressions: a broken one would only show when a text first meets it.

use naskah_testing::{files_below, text_of};

/// The texts of raw string literals in a piece of code, put together.
fn raw_strings(code: &str) -> String {
    code.split("r\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn patterns_are_regular_expressions() {
    for path in files_below("crates/naskah-rules/src", ".rs") {
        let text = text_of(&path);
        for calls in ["pattern(", "Regex::new("] {
            for (at, _) in text.match_indices(calls) {
                let statement = text[at..].split(");\n").next().unwrap_or_default();
                let expression = raw_strings(statement.split("\nstatic ").next().unwrap_or_default());
                let sound = regex::Regex::new(&expression);
                assert!(sound.is_ok(), "{}: {expression}: {sound:?}", path.display());
            }
        }
    }
}
