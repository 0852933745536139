//! Findings as a page shows them: each with the place in the form that it is about.

use serde_json::{Map, Value, json};

use super::ubahan;
use crate::Outcome;
use crate::run::{Heard, findings_in_json};
use naskah_core::diag::{FileId, Files, Sink};
use naskah_core::yaml::{self, Node};
use naskah_formats::sunting;

/// The findings of a decree, and what a person is still to decide.
pub fn all(sink: &Sink, files: &Files, (file, name): (FileId, &str), tree: Option<&Node>) -> Value {
    let place = |at: usize| tree.map(|tree| ubahan::path(&sunting::place(tree, at)));
    let lines = findings_in_json(sink, files);
    let mut found: Vec<Value> = lines.iter().filter_map(|line| one(line, name, &place)).collect();
    for mark in yaml::tinjau(files, file) {
        let (open, hint) = yaml::catatan::open(&mark);
        let next = files.text(file).get(mark.span.end..).and_then(|rest| rest.find(|c: char| c.is_alphanumeric()));
        found.push(json!({
            "tingkat": "tinjau",
            "kode": "TINJAU",
            "pesan": open,
            "petunjuk": [hint],
            "awal": mark.span.start,
            "jalan": next.and_then(|next| place(mark.span.end + next)),
            "obat": false,
        }));
    }
    json!(found)
}

fn one(line: &str, name: &str, place: &impl Fn(usize) -> Option<Value>) -> Option<Value> {
    let finding: Map<String, Value> = serde_json::from_str(line).ok()?;
    let own = finding.get("tempat").filter(|place| place["berkas"] == name);
    let at = own.and_then(|place| place["awal"].as_u64()).map(|at| at as usize);
    let cured = finding.get("perbaikan").and_then(Value::as_array).is_some_and(|edits| !edits.is_empty());
    let mut told: Map<String, Value> = finding.clone();
    ["perbaikan", "terkait", "tempat"].iter().for_each(|key| drop(told.remove(*key)));
    let elsewhere = finding.get("tempat").filter(|_| own.is_none()).map(|place| place["berkas"].clone());
    told.insert("obat".to_owned(), json!(cured && own.is_some()));
    told.insert("awal".to_owned(), json!(at));
    told.insert("jalan".to_owned(), json!(at.and_then(place)));
    told.insert("berkas".to_owned(), json!(elsewhere));
    Some(Value::Object(told))
}

/// The findings of a run of a command.
pub fn of_lines(lines: &[String]) -> Vec<Value> {
    lines.iter().filter_map(|line| one(line, "", &|_| None)).collect()
}

/// What a command said, as a page shows it.
pub fn told(outcome: Outcome, heard: &Heard) -> Value {
    let made: Vec<Value> = heard.made.iter().filter_map(|line| serde_json::from_str(line).ok()).collect();
    json!({
        "berhasil": outcome == Outcome::Made,
        "hasil": made,
        "temuan": of_lines(&heard.findings),
        "keterangan": heard.remarks,
        "produk": String::from_utf8_lossy(&heard.product),
    })
}

/// The mark of something to be decided that begins at a byte, with its whole line: its range in the text.
pub fn mark(text: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let (mut files, name) = (Files::default(), "naskah");
    let file = files.add(name, text);
    let mark = yaml::tinjau(&files, file).into_iter().find(|mark| mark.span.start == at)?;
    let start = text.get(..at)?.rfind('\n').map_or(0, |line| line + 1);
    let end = text.get(mark.span.end..)?.find('\n').map_or(text.len(), |line| mark.span.end + line + 1);
    let alone = text.get(start..at)?.trim().is_empty();
    Some(if alone { start..end } else { at..mark.span.end })
}
