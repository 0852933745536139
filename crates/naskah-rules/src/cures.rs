//! One slip, one cure: a word is mended wherever the decree has it, or nowhere.

use std::collections::HashMap;

use naskah_core::diag::{Diagnostic, Files};

use crate::Context;

/// The rules that put one word in the place of another.
const REPLACING: [&str; 3] = ["K501", "K503", "K520"];

/// Takes back the cures of a word that stands somewhere else, too, where nothing mends it.
pub fn together(found: &mut [Diagnostic], context: &Context<'_>, files: &Files) {
    let slip = |finding: &Diagnostic| match &finding.edits[..] {
        [edit] if REPLACING.contains(&finding.code.id) => {
            let old = files.text(edit.span.file).get(edit.span.start..edit.span.end)?;
            Some(old.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
        }
        _ => None,
    };
    let mut cured: HashMap<String, usize> = HashMap::new();
    for word in found.iter().filter_map(slip) {
        *cured.entry(word).or_default() += 1;
    }
    if cured.is_empty() {
        return;
    }
    let texts: Vec<String> = context.passages.iter().map(|passage| passage.plain.to_lowercase()).collect();
    cured.retain(|word, count| texts.iter().map(|text| occurrences(text, word)).sum::<usize>() > *count);
    for finding in found {
        if slip(finding).is_some_and(|word| cured.contains_key(&word)) {
            finding.edits.clear();
        }
    }
}

/// How often a word stands in a text as a whole one.
fn occurrences(text: &str, word: &str) -> usize {
    let whole = |at: usize| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !letter(text[..at].chars().next_back()) && !letter(text[at + word.len()..].chars().next())
    };
    text.match_indices(word).filter(|(at, _)| whole(*at)).count()
}
