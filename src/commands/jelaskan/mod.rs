//! The command `jelaskan`: the page of a rule, or what a message code means.

use serde_json::json;

use crate::Outcome;
use crate::run::Run;
use naskah_core::diag::{Code, Diagnostic, did_you_mean};
use naskah_pages::template::laman;
use naskah_rules::{RULES, Rule};

/// What `jelaskan` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The codes, such as `K201`, in any case of letters.
    pub kode: Vec<String>,
}

/// Shows the page of each code; an unknown one is named, with the nearest that there is.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    let mut pages = Vec::new();
    for code in &job.kode {
        match page(&code.trim().to_uppercase()) {
            Some(page) => pages.push(page),
            None => unknown(code, &mut run),
        }
    }
    run.voice.show(pages.join("\n").as_bytes());
    run.finish()
}

fn unknown(code: &str, run: &mut Run) {
    let known = RULES.iter().map(|rule| rule.code.id).chain(Code::ALL.iter().map(|code| code.id));
    let near = did_you_mean(code, known).unwrap_or_else(|| "lihat `naskah aturan`".to_owned());
    run.failed = true;
    run.sink.push(Diagnostic::galat(Code::PERINTAH, None, format!("kode `{code}` tidak dikenal")).hint(near));
}

/// The page of a rule, or what a message code means.
pub fn page(id: &str) -> Option<String> {
    let message = || {
        let code = Code::ALL.iter().find(|code| code.id == id)?;
        laman("pesan.md", &json!({"kode": code.id, "nama": code.name, "arti": code.meaning})).ok()
    };
    naskah_rules::rule(id).map(Rule::markdown).or_else(message)
}
