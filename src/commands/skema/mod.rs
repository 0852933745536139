//! The command `skema`: the fields of a decree as a JSON Schema, for editors that complete and check while one types.
//!
//! It is written from the declared shapes. What a field's form does not say plainly is left open, so that nothing right is
//! ever called wrong.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::Outcome;
use crate::run::{Made, Run};
use naskah_core::decree::SHAPES;
use naskah_core::yaml::{Field, Shape};

/// What `skema` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// Where it goes; `None` is standard output.
    pub keluaran: Option<PathBuf>,
}

/// Shows or writes the schema.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    let text = format!("{:#}\n", schema());
    let path = job.keluaran.as_deref().unwrap_or(Path::new("-"));
    if let Some(fate) = run.deliver(path, text.into_bytes(), true) {
        run.voice.made(Made::file(path, fate));
    }
    run.finish()
}

/// The schema of a decree.
pub fn schema() -> Value {
    let mut root = SHAPES.first().map(|shape| table(shape)).unwrap_or_default();
    let others: Map<String, Value> =
        SHAPES.iter().skip(1).map(|shape| (shape.name.to_owned(), Value::Object(table(shape)))).collect();
    root.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
    root.insert("title".into(), json!("Naskah keputusan"));
    root.insert("definitions".into(), Value::Object(others));
    Value::Object(root)
}

/// A table with its fields. Kinds of decrees add fields to a lampiran, and a cell or an item may be a table of another
/// shape, so only the top refuses what it does not know.
fn table(shape: &Shape) -> Map<String, Value> {
    let properties: Map<String, Value> =
        shape.fields.iter().map(|field| (field.name.to_owned(), described(field))).collect();
    let required: Vec<&str> = shape.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    let top = SHAPES.first().is_some_and(|first| first.name == shape.name);
    let mut out = Map::new();
    out.insert("type".into(), json!("object"));
    out.insert("properties".into(), Value::Object(properties));
    if top {
        out.insert("required".into(), json!(required));
        out.insert("additionalProperties".into(), json!(false));
    }
    out
}

fn described(field: &Field) -> Value {
    let mut out = form(field.kind);
    out.insert("description".into(), json!(format!("{}; contoh: {}", field.meaning, field.example)));
    Value::Object(out)
}

/// The form of a value; empty where anything may stand.
fn form(kind: &str) -> Map<String, Value> {
    let scalar = json!({"type": ["string", "number", "boolean", "null"]});
    let words: Vec<&str> = kind.split(" | ").collect();
    let value = match kind {
        "teks" | "tanggal" | "tahun" | "panjang" | "bilangan atau teks" | "bobot atau panjang" => scalar,
        _ if words.len() > 1 && words.iter().all(|word| !word.contains(char::is_whitespace)) => json!({"enum": words}),
        _ if kind.starts_with("id ") => scalar,
        "daftar teks" => json!({"type": ["array", "string", "null"], "items": scalar}),
        "daftar butir" | "daftar kolom" | "daftar lampiran" | "daftar dasar hukum" => {
            let item = kind.trim_start_matches("daftar ");
            let known = SHAPES.iter().any(|shape| shape.name == item);
            let item = if known { json!({"anyOf": [scalar, reference(item)]}) } else { json!({}) };
            json!({"type": ["array", "null"], "items": item})
        }
        _ if SHAPES.iter().any(|shape| shape.name == kind) => reference(kind),
        _ => json!({}),
    };
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// Where the shape of a name is described. It stands within `allOf`, since some readers look at nothing beside a `$ref`.
fn reference(name: &str) -> Value {
    json!({"allOf": [{"$ref": format!("#/definitions/{}", name.replace(' ', "%20"))}]})
}
