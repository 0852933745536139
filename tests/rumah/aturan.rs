//! The drafting rules: one file each, listed, with a page whose examples are true.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use naskah::catalog::{Catalog, Root};
use naskah::diag::{Files, MessageFormat, Sink, render_all};
use naskah::lint::{RULES, Rule};
use naskah::read;
use naskah::resolve::Edition;

use crate::support::{assert_none, compare_file, completed, files_below, text_of};

/// The folder of the rules, and the file that lists them.
const FOLDER: &str = "src/lint/aturan";

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
    let catalog = Catalog::new(Root::embedded());
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
            read(&mut files, file, Edition::default(), &catalog, &mut sink);
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
