//! The fields of decrees and data as JSON Schema, for editors that complete and check while one types.
//!
//! It is written from the declared shapes. What a field's form does not say plainly is left open, so that nothing right is
//! ever called wrong.

use std::path::{Path, PathBuf};

use naskah_core::catalog::{self, dasar_hukum, jenis, kantor};
use naskah_core::decree::{Rupa, SHAPES, keputusan};
use naskah_core::yaml::{Field, Shape};
use serde_json::{Map, Value, json};

/// What a schema is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Perihal {
    /// A decree, and the papers beside decrees.
    #[default]
    Keputusan,
    /// An office.
    Kantor,
    /// A legal basis.
    Dasar,
    /// A kind.
    Jenis,
}

/// Where an office's folder keeps its schemas.
pub const FOLDER: &str = "data/skema";

impl Perihal {
    /// The name of its file.
    pub fn file(self) -> &'static str {
        match self {
            Self::Keputusan => "keputusan.json",
            Self::Kantor => "kantor.json",
            Self::Dasar => "dasar-hukum.json",
            Self::Jenis => "jenis.json",
        }
    }

    /// The schema as text.
    pub fn text(self) -> String {
        format!("{:#}\n", self.schema())
    }

    /// The schema.
    pub fn schema(self) -> Value {
        let mut papers = Rupa::WORDS.map(|(_, rupa)| keputusan::shape(rupa)).to_vec();
        let (title, roots) = match self {
            Self::Keputusan => ("Naskah keputusan", std::mem::take(&mut papers)),
            Self::Kantor => ("Berkas kantor", vec![&kantor::SHAPE]),
            Self::Dasar => ("Dasar hukum", vec![&dasar_hukum::SHAPE]),
            Self::Jenis => ("Jenis keputusan", vec![&jenis::SHAPE]),
        };
        let mut root = Map::new();
        let fields = roots.iter().rev().flat_map(|shape| shape.fields);
        let properties: Map<String, Value> = fields.map(|field| (field.name.to_owned(), described(field))).collect();
        let everywhere =
            |name: &str| roots.iter().all(|shape| shape.fields.iter().any(|f| f.required && f.name == name));
        let required: Vec<&str> = properties.keys().map(String::as_str).filter(|name| everywhere(name)).collect();
        root.insert("$schema".into(), json!("http://json-schema.org/draft-07/schema#"));
        root.insert("title".into(), json!(title));
        root.insert("type".into(), json!("object"));
        root.insert("required".into(), json!(required));
        root.insert("properties".into(), Value::Object(properties));
        root.insert("additionalProperties".into(), json!(false));
        let others = shapes().filter(|shape| roots.iter().all(|root| root.name != shape.name));
        let others: Map<String, Value> =
            others.map(|shape| (shape.name.to_owned(), Value::Object(table(shape)))).collect();
        root.insert("definitions".into(), Value::Object(others));
        Value::Object(root)
    }
}

/// The schema of decrees as a file beside the others of an office's folder, or beside the decree; and how the decree
/// names it in its first line.
pub fn beside(decree: &Path, root: Option<&Path>) -> (PathBuf, String) {
    let name = Perihal::Keputusan.file();
    let inside = root.and_then(|root| Some((root.join(FOLDER), decree.strip_prefix(root).ok()?)));
    match inside.filter(|(_, rest)| rest.starts_with("data")) {
        Some((folder, rest)) => {
            let up = "../".repeat(rest.components().count().saturating_sub(2));
            (folder.join(name), format!("{up}skema/{name}"))
        }
        None => {
            let name = format!("skema-{name}");
            (decree.with_file_name(&name), name)
        }
    }
}

/// Every shape that may be referred to.
fn shapes() -> impl Iterator<Item = &'static Shape> {
    SHAPES.iter().chain(catalog::SHAPES).copied()
}

/// A table with its fields. Kinds of decrees add fields to a lampiran, and a cell or an item may be a table of another
/// shape, so only the top refuses what it does not know.
fn table(shape: &Shape) -> Map<String, Value> {
    let properties: Map<String, Value> =
        shape.fields.iter().map(|field| (field.name.to_owned(), described(field))).collect();
    Map::from_iter([("type".to_owned(), json!("object")), ("properties".to_owned(), Value::Object(properties))])
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
            let known = shapes().any(|shape| shape.name == item);
            let item = if known { json!({"anyOf": [scalar, reference(item)]}) } else { json!({}) };
            json!({"type": ["array", "null"], "items": item})
        }
        _ if shapes().any(|shape| shape.name == kind) => reference(kind),
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
