//! The commands `aturan` and `jelaskan`: the drafting rules as a table, and the page of each code.

use std::fmt::Write;

use serde_json::json;

use crate::Outcome;
use crate::disk;
use naskah_core::diag::{Code, did_you_mean};
use naskah_rules::{RULES, Rule};

/// Form of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Columns for people.
    Tabel,
    /// One JSON object a line.
    Json,
    /// A table in Markdown.
    Markdown,
}

/// Tells every rule.
pub fn list(format: Format) -> Outcome {
    say(&table(format))
}

/// Every rule as a table.
pub fn table(format: Format) -> String {
    let mut out = String::new();
    if format == Format::Markdown {
        out.push_str("| kode | nama | tingkat | aturan | sumber |\n|---|---|---|---|---|\n");
    }
    for rule in RULES {
        let Rule { code, level, since, .. } = rule;
        let (id, name, meaning) = (code.id, code.name, code.meaning);
        let _ = match format {
            Format::Tabel => writeln!(out, "{id}  {:<10}  {name:<32}  {meaning}", level.to_string()),
            Format::Markdown => {
                writeln!(out, "| {id} | `{name}` | {level} | {meaning} | {} |", rule.source().replace('|', "\\|"))
            }
            Format::Json => {
                let (tingkat, sumber) = (level.to_string(), rule.source());
                writeln!(
                    out,
                    "{}",
                    json!({"kode": id, "nama": name, "tingkat": tingkat, "arti": meaning, "sumber": sumber, "sejak": since})
                )
            }
        };
    }
    out
}

/// Tells the page of each code; an unknown one is named, with the nearest that there is.
pub fn explain(codes: &[String]) -> Outcome {
    let mut outcome = Outcome::Made;
    let mut pages = Vec::new();
    for code in codes {
        match page(&code.trim().to_uppercase()) {
            Some(page) => pages.push(page),
            None => {
                let known = RULES.iter().map(|rule| rule.code.id).chain(Code::ALL.iter().map(|code| code.id));
                let near = did_you_mean(code, known).unwrap_or_else(|| "lihat `naskah aturan`".to_owned());
                eprintln!("galat[N004]: kode `{code}` tidak dikenal ({near})");
                outcome = Outcome::CouldNotRun;
            }
        }
    }
    match say(&pages.join("\n")) {
        Outcome::Made => outcome,
        broken => broken,
    }
}

/// The page of a rule, or what a message code means.
fn page(id: &str) -> Option<String> {
    let message = || {
        let code = Code::ALL.iter().find(|code| code.id == id)?;
        Some(format!("# {} {}\n\nPesan: {}.\n", code.id, code.name, code.meaning))
    };
    naskah_rules::rule(id).map(Rule::markdown).or_else(message)
}

fn say(text: &str) -> Outcome {
    match disk::write_stdout(text.as_bytes()) {
        Ok(()) => Outcome::Made,
        Err(_) => Outcome::CouldNotRun,
    }
}
