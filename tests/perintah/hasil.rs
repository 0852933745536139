//! Result lines: where they go, and their one shape for programs, whatever the command.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};

use super::petikan::PANITIA;
use super::{Ran, folder, naskah, short};
use crate::support::{project, text_of, update};

const SCHEMA: &str = "docs/skema/hasil.schema.json";

/// What of a value a schema forbids; the part of JSON Schema that the schemas of the project use.
fn faults(value: &Value, schema: &Value, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let kinds: Vec<&Value> = schema["type"].as_array().map_or(vec![&schema["type"]], |kinds| kinds.iter().collect());
    if !kinds.contains(&&json!(kind)) {
        found.push(format!("{place} is {kind}"));
    }
    let Some(fields) = value.as_object() else { return found };
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !fields.contains_key(name) {
            found.push(format!("{place} has no {name}"));
        }
    }
    for (name, inner) in fields {
        match schema["properties"].get(name) {
            Some(known) => found.extend(faults(inner, known, &format!("{place}.{name}"))),
            None => found.push(format!("{place}.{name} is not known")),
        }
    }
    found
}

#[test]
fn the_schema_is_that_of_the_code() {
    let fresh = format!("{:#}\n", naskah::run::schema());
    let path = project().join(SCHEMA);
    if fs::read_to_string(&path).is_ok_and(|text| text == fresh) {
        return;
    }
    assert!(update(), "{SCHEMA} is not fresh; UPDATE=1 cargo test --release rewrites it");
    fs::write(path, fresh).expect("written");
}

#[test]
fn a_wrong_line_is_found() {
    let schema = naskah::run::schema();
    let good = json!({"perintah": "susun", "hasil": null, "berubah": true});
    assert_eq!(faults(&good, &schema, "line"), [""; 0]);
    let wrong = json!({"perintah": 1, "berubah": true, "warna": "merah"});
    let found = faults(&wrong, &schema, "line");
    assert_eq!(found, ["line has no hasil", "line.perintah is integer", "line.warna is not known"]);
}

/// The result lines of a run that must have gone well; its messages are findings.
fn lines(command: &str, ran: &Ran, beside_a_product: bool) -> usize {
    assert_eq!(ran.code, Some(0), "{command}: {}", ran.err);
    let read = |text: &str| -> Vec<Value> {
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{command}: {e}: {line}")))
            .collect()
    };
    let (findings, results): (Vec<Value>, Vec<Value>) =
        read(&ran.err).into_iter().partition(|line| line.get("tingkat").is_some());
    let finding: Value = serde_json::from_str(&text_of("docs/skema/temuan.schema.json")).expect("a schema");
    for line in &findings {
        for name in finding["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            assert!(line.get(name).is_some(), "{command}: a finding without {name}");
        }
    }
    let results = match beside_a_product {
        true => results,
        false => {
            assert_eq!(results, [json!(null); 0], "{command}: result lines stand on standard output");
            read(&ran.told())
        }
    };
    let schema: Value = serde_json::from_str(&text_of(SCHEMA)).expect("a schema");
    for line in &results {
        assert_eq!(faults(line, &schema, command), [""; 0]);
        assert_eq!(line["perintah"], command);
    }
    results.len()
}

#[test]
fn every_command_tells_its_results_in_one_shape() {
    let old = short(&format!("nomor: 7\n{PANITIA}"));
    let here = folder(&[("a.yaml", &old), ("b.yaml", &short("nomor: 8\n")), ("d.jsonl", "{\"Nama\": \"Satu\"}\n")]);
    let runs = [
        ("susun", "b.yaml -o b.pdf", 1),
        ("susun", "b.yaml -o b.pdf", 1),
        ("susun", "b.yaml -o - --format pdf", 0),
        ("massal", "b.yaml --data d.jsonl -o m", 1),
        ("terbit", "a.yaml --ya --sudah-ditetapkan -o a.pdf", 1),
        ("salinan", "7 -o s.pdf", 1),
        ("petikan", "7 --untuk semua -o p/", 4),
        ("jdih", "7 -o j", 2),
        ("daftar", "-o d.csv --format csv", 1),
        ("register", "periksa", 0),
        ("ekstrak", "a.pdf -o e.yaml", 1),
        ("beda", "a.yaml b.yaml --format md -o beda.md", 1),
        ("tabel", "ekspor a.yaml -o t.csv --lampiran 1", 1),
        ("tabel", "impor t.csv --ke a.yaml", 1),
        ("susun", "b.yaml -o b.docx", 1),
        ("tinjau", "b.docx --ke b.yaml", 1),
        ("perbarui", "b.yaml --tahun 2026 --laporan html", 2),
        ("batal", "7 --alasan keliru", 1),
        ("baru", "umum --kantor kab-semarang --tahun 2026 -o baru.yaml", 1),
        ("mulai", "kantor --wilayah aceh --ketua Nama --tahun 2026", 5),
    ];
    for (command, words, count) in runs {
        let words = words.split_whitespace();
        // `mulai` is given its folder.
        let root: &[&str] = if command == "mulai" { &[] } else { &["--akar", "."] };
        let form = ["--pesan", "json"].into_iter().chain(root.iter().copied());
        let ran = naskah(here.path(), [command].into_iter().chain(words.clone()).chain(form));
        // The report of `perbarui`, and what goes to `-`, are products on standard output.
        let beside = command == "perbarui" || words.clone().any(|word| word == "-");
        assert_eq!(lines(command, &ran, beside), count, "{command}");
    }
    // Every command that has --pesan was run.
    let run: BTreeSet<&str> = runs.iter().map(|(command, ..)| *command).collect();
    for words in naskah::cli::help_pages() {
        let help = naskah(here.path(), words.iter().map(String::as_str).chain(["--bantuan"])).told();
        let known = words.first().is_none_or(|command| run.contains(command.as_str()));
        assert!(known || !help.contains("--pesan"), "no run of {words:?} here");
    }
}

#[test]
fn the_same_words_mean_the_same_everywhere() {
    let here = folder(&[]);
    for words in naskah::cli::help_pages() {
        let help = naskah(here.path(), words.iter().map(String::as_str).chain(["--bantuan"])).told();
        let messages = help.lines().skip_while(|line| !line.contains("--pesan")).nth(1).unwrap_or_default().trim();
        let same = "Bentuk pesan dan baris hasil: manusia, ringkas, atau json [bawaan: manusia] [alias: --messages]";
        assert!(messages.is_empty() || messages == same, "{words:?}: {messages}");
    }
}
