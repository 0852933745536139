//! Templates say what, styles say how: neither holds the other's signs.

use crate::support::{files_below, text_of};

/// Whether a text holds a number with a unit of length.
fn has_length(text: &str) -> bool {
    let bytes = text.as_bytes();
    let units = ["pt", "cm", "mm", "em", "in"];
    (1..bytes.len()).any(|at| {
        let unit = units.iter().find(|unit| bytes[at..].starts_with(unit.as_bytes()));
        unit.is_some_and(|unit| {
            bytes[at - 1].is_ascii_digit() && !bytes.get(at + unit.len()).is_some_and(u8::is_ascii_alphanumeric)
        })
    })
}

#[test]
fn templates_hold_no_looks() {
    assert!(has_length("h(2cm)") && !has_length("h(2cmx) a4m pt 12"));
    let templates = files_below("templates", ".j2");
    assert!(!templates.is_empty());
    for path in templates {
        for (at, line) in text_of(&path).lines().enumerate() {
            let looks = ["#set", "#show", "set text", "set page", "set par", "rgb(", "luma(", "cmyk("];
            let place = format!("{}:{}", path.display(), at + 1);
            assert!(!looks.iter().any(|look| line.contains(look)), "{place} holds looks: {line}");
            assert!(!has_length(line), "{place} holds a length: {line}");
        }
    }
}

#[test]
fn styles_hold_no_template_signs() {
    let styles = files_below("templates/gaya", ".typ");
    assert!(!styles.is_empty());
    for path in styles {
        for (at, line) in text_of(&path).lines().enumerate() {
            let signs = ["<<", ">>", "<%", "%>", "<#", "#>"].iter().find(|sign| line.contains(**sign));
            assert!(signs.is_none(), "{}:{}: {line}", path.display(), at + 1);
        }
    }
}
