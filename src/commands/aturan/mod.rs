//! The command `aturan`: the drafting rules as a table.

use serde_json::{Value, json};

use crate::Outcome;
use crate::run::Run;
use naskah_core::diag::Diagnostic;
use naskah_pages::template::laman;
use naskah_rules::{RULES, Rule};

/// What `aturan` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// Form of the table.
    pub format: Format,
}

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

/// Shows every rule.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    if let Some(table) = run.keep(table(job.format)) {
        run.voice.show(table.as_bytes());
    }
    run.finish()
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
