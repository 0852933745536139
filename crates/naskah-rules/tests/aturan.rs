//! The drafting rules: one file each, listed, with a page whose examples are true.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use naskah_core::catalog::Catalog;
use naskah_core::diag::{Files, MessageFormat, Sink, render_all};
use naskah_core::resolve::Edition;
use naskah_rules::{RULES, Rule};

use naskah_testing::cases::without_annotations;
use naskah_testing::{assert_none, carried, compare_file, completed, files_below, text_of};

use crate::read;

/// The folder of the rules, and the file that lists them.
const FOLDER: &str = "crates/naskah-rules/src/aturan";

/// The files of the rules: family, name, and the code that each declares.
fn rule_files() -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for path in files_below(FOLDER, ".rs") {
        let parts: Vec<&str> = path.iter().rev().filter_map(|part| part.to_str()).collect();
        let text = text_of(&path);
        let code = text.lines().find_map(|line| line.trim().strip_prefix('"')?.split_once('"'));
        if let ([file, family, ..], Some((code, _)), true) = (&parts[..], code, text.contains("declare_rule!")) {
            found.push(((*family).to_owned(), file.trim_end_matches(".rs").to_owned(), code.to_owned()));
        }
    }
    found
}

#[test]
fn rules_are_listed() {
    let mut files = rule_files();
    let mut families: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    files.iter().for_each(|(family, name, _)| {
        families.entry(family).or_default().insert(name);
    });
    let old = text_of(format!("{FOLDER}/mod.rs"));
    let (head, _) = old.split_once("\nmod ").expect("the list begins with its first family");
    let mut fresh = format!("{head}\n");
    for (family, names) in &families {
        let modules: String = names.iter().map(|name| format!("    pub mod {name};\n")).collect();
        let _ = write!(fresh, "mod {family} {{\n{modules}}}\n");
    }
    files.sort_by(|a, b| a.2.cmp(&b.2));
    let rules: String = files.iter().map(|(family, name, _)| format!("    &{family}::{name}::RULE,\n")).collect();
    let _ =
        write!(fresh, "\nuse super::Rule;\n\n/// Every rule, by code.\npub static RULES: &[&Rule] = &[\n{rules}];\n");
    let mut wrong = Vec::new();
    compare_file(format!("{FOLDER}/mod.rs"), &fresh, &mut wrong);
    assert_none(&wrong);
}

#[test]
fn rules_say_what_they_are() {
    let unique = |of: fn(&Rule) -> &'static str| RULES.iter().map(|rule| of(rule)).collect::<BTreeSet<_>>().len();
    assert_eq!(unique(|rule| rule.code.id), RULES.len(), "two rules share a code");
    assert_eq!(unique(|rule| rule.code.name), RULES.len(), "two rules share a name");
    let words = |name: &str| name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    for rule in RULES {
        let id = rule.code.id;
        assert!(id.len() == 4 && id.starts_with('K') && id[1..].bytes().all(|b| b.is_ascii_digit()), "{id}");
        assert!(words(rule.code.name), "{id}: {}", rule.code.name);
        assert!(!rule.meaning().ends_with('.') && rule.meaning().len() > 10, "{id}: {}", rule.meaning());
        assert!(!rule.source().is_empty(), "{id} names no source (a line that begins with `Sumber: `)");
    }
}

#[test]
fn examples_are_true() {
    let catalog = carried();
    let mut wrong = Vec::new();
    for rule in RULES {
        let examples = rule.examples();
        for kind in [true, false] {
            if !examples.iter().any(|example| example.wrong == kind) {
                wrong.push(format!("{} has no example after {}", rule.code.id, if kind { "Salah:" } else { "Benar:" }));
            }
        }
        for example in examples {
            let (mut files, mut sink) = (Files::default(), Sink::default());
            let file = files.add("contoh", completed(&example.yaml, &[]));
            read(file, &Edition::default(), catalog, &mut files, &mut sink);
            let codes: Vec<&str> = sink.found().iter().map(|finding| finding.code.id).collect();
            let held = match example.wrong {
                true => codes.contains(&rule.code.id),
                false => codes.is_empty(),
            };
            if !held {
                let kind = if example.wrong { "finds nothing in" } else { "or another rule objects to" };
                wrong.push(format!(
                    "{} {kind}\n{}\n{}",
                    rule.code.id,
                    example.yaml,
                    render_all(&sink, &files, MessageFormat::Ringkas, false)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The findings of a decree: code and message of each, and its edits.
fn findings(yaml: &str, catalog: &Catalog) -> Vec<(String, Vec<naskah_core::diag::Edit>)> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("uji", yaml);
    read(file, &Edition::default(), catalog, &mut files, &mut sink);
    let own = sink.found().iter().filter(|finding| finding.edits.iter().all(|edit| edit.span.file == file));
    own.map(|finding| (finding.code.id.to_owned(), finding.edits.clone())).collect()
}

#[test]
fn cures_heal() {
    let catalog = carried();
    let cases = files_below("crates/naskah-rules/tests/cases", ".yaml").into_iter().map(text_of);
    let cases = cases.filter(|text| text.starts_with("# dasar: ringkas\n"));
    let cases = cases.map(|text| completed(&without_annotations(&text), &[]));
    let examples = RULES.iter().flat_map(|rule| rule.examples()).map(|example| completed(&example.yaml, &[]));
    let mut wrong = Vec::new();
    for yaml in cases.chain(examples) {
        let before = findings(&yaml, catalog);
        for (code, edits) in before.iter().filter(|(_, edits)| !edits.is_empty()) {
            let mut healed = yaml.clone();
            let mut edits = edits.clone();
            edits.sort_by_key(|edit| std::cmp::Reverse(edit.span.start));
            edits.iter().for_each(|edit| healed.replace_range(edit.span.start..edit.span.end, &edit.text));
            let after = findings(&healed, catalog);
            let count =
                |found: &[(String, Vec<_>)], code: &str| found.iter().filter(|(other, _)| other == code).count();
            let fewer = count(&after, code) < count(&before, code);
            let nothing_new = after.iter().all(|(other, _)| count(&after, other) <= count(&before, other));
            if !(fewer && nothing_new) {
                wrong.push(format!("{code}: {edits:?} in\n{yaml}\nleaves {after:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
