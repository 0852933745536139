//! The findings of a run as one SARIF 2.1.0 document, for code hosts and editors.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use naskah_core::diag::{Code, Diagnostic, Files, Level, Span, in_json};

use super::Examined;

/// The document, ended by a line feed.
pub fn document(examined: &[Examined]) -> String {
    let mut rules: BTreeMap<&str, Code> = naskah_rules::RULES.iter().map(|rule| (rule.code.id, rule.code)).collect();
    for one in examined {
        rules.extend(one.sink.found().iter().map(|finding| (finding.code.id, finding.code)));
        rules.extend(one.sink.unkept().map(|finding| (finding.code.id, finding.code)));
    }
    let order: Vec<&str> = rules.keys().copied().collect();
    let results = examined.iter().flat_map(|one| {
        let kept = one.sink.found().iter().map(|finding| result(finding, &one.files, &order));
        kept.chain(one.sink.unkept().map(|finding| result(&finding, &one.files, &order))).collect::<Vec<_>>()
    });
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "naskah",
                "version": env!("CARGO_PKG_VERSION"),
                "language": "id",
                "rules": rules.values().map(|code| descriptor(*code)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    });
    in_json(&format!("{document:#}\n")).into_owned()
}

fn descriptor(code: Code) -> Value {
    let mut descriptor = json!({"id": code.id, "name": code.name, "shortDescription": {"text": code.meaning}});
    if let Some(rule) = naskah_rules::rule(code.id) {
        let page = rule.markdown();
        descriptor["help"] = json!({"text": page, "markdown": page});
        descriptor["defaultConfiguration"] = json!({"level": level(rule.level)});
    }
    descriptor
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Galat => "error",
        Level::Peringatan => "warning",
        Level::Saran => "note",
    }
}

fn result(finding: &Diagnostic, files: &Files, rules: &[&str]) -> Value {
    let hints: String = finding.hints.iter().map(|hint| format!("\n{hint}")).collect();
    let mut result = json!({
        "ruleId": finding.code.id,
        "ruleIndex": rules.iter().position(|id| *id == finding.code.id),
        "level": level(finding.level),
        "message": {"text": format!("{}{hints}", finding.message)},
    });
    if let Some(span) = finding.span {
        result["locations"] = json!([{"physicalLocation": location(span, files)}]);
    }
    if !finding.labels.is_empty() {
        let related = finding.labels.iter().enumerate().map(|(at, (span, remark))| {
            json!({"id": at + 1, "physicalLocation": location(*span, files), "message": {"text": remark}})
        });
        result["relatedLocations"] = related.collect();
    }
    if let Some(first) = finding.edits.first() {
        let replacements = finding
            .edits
            .iter()
            .map(|edit| json!({"deletedRegion": region(edit.span, files), "insertedContent": {"text": edit.text}}));
        result["fixes"] = json!([{"artifactChanges": [{
            "artifactLocation": {"uri": uri(files.name(first.span.file))},
            "replacements": replacements.collect::<Vec<_>>(),
        }]}]);
    }
    result
}

fn location(span: Span, files: &Files) -> Value {
    json!({"artifactLocation": {"uri": uri(files.origin(span.file))}, "region": region(span, files)})
}

fn region(span: Span, files: &Files) -> Value {
    let (line, column) = files.line_col(span.file, span.start);
    let (end_line, end_column) = files.line_col(span.file, span.end);
    json!({
        "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column,
        "byteOffset": span.start, "byteLength": span.end - span.start,
    })
}

/// A path as a relative URI: everything but plain signs is written as `%XX`.
fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
