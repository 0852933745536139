//! The commands `aturan` and `jelaskan`: the drafting rules as a table, and the page of each code.

use serde_json::{Value, json};

use crate::Outcome;
use crate::disk;
use naskah_core::diag::{Code, Diagnostic, did_you_mean};
use naskah_pages::template::laman;
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
    match table(format) {
        Ok(table) => say(&table),
        Err(fault) => {
            eprintln!("galat[{}]: {}", fault.code, fault.message);
            Outcome::CouldNotRun
        }
    }
}

/// Every rule as a table; `Err` where the program's own template fails.
pub fn table(format: Format) -> Result<String, Box<Diagnostic>> {
    match format {
        Format::Tabel => Ok(RULES.iter().map(columns).collect()),
        Format::Json => Ok(RULES.iter().map(|rule| format!("{}\n", record(rule))).collect()),
        Format::Markdown => laman("aturan.md", &RULES.iter().map(record).collect::<Vec<_>>()),
    }
}

fn columns(Rule { code, level, .. }: &&Rule) -> String {
    format!("{}  {:<10}  {:<32}  {}\n", code.id, level.to_string(), code.name, code.meaning)
}

fn record(rule: &&Rule) -> Value {
    let Rule { code, level, since, .. } = rule;
    let (tingkat, sumber) = (level.to_string(), rule.source());
    json!({"kode": code.id, "nama": code.name, "tingkat": tingkat, "arti": code.meaning, "sumber": sumber, "sejak": since})
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
        laman("pesan.md", &json!({"kode": code.id, "nama": code.name, "arti": code.meaning})).ok()
    };
    naskah_rules::rule(id).map(Rule::markdown).or_else(message)
}

fn say(text: &str) -> Outcome {
    match disk::write_stdout(text.as_bytes()) {
        Ok(()) => Outcome::Made,
        Err(_) => Outcome::CouldNotRun,
    }
}
