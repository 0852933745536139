//! Records from YAML lists, JSON lists and JSON lines.

use std::collections::HashMap;

use serde_json::{Map, Value};

use naskah_core::diag::{Code, Diagnostic, Files, Sink};
use naskah_core::yaml;

use super::super::decode;
use super::Records;

/// The way out for a value that is no text.
const TEKS: &str = "tulis satu teks atau bilangan";

/// What keeps a file from being read.
fn refuse(name: &str, why: &str, sink: &mut Sink) {
    let hint = "diminta daftar yang setiap butirnya tabel `kolom: isi`";
    sink.push(Diagnostic::galat(Code::BUKU, None, format!("{name}: {why}")).hint(hint));
}

/// A list of tables, as this program reads YAML: texts as they were typed.
pub fn yaml(name: &str, bytes: Vec<u8>, files: &mut Files, sink: &mut Sink) -> Option<Records> {
    let file = files.add(name, decode(&bytes).text);
    let tree = yaml::parse(files, file, sink)?;
    let yaml::Value::Seq(items) = &tree.value else {
        refuse(name, "bukan daftar", sink);
        return None;
    };
    let mut records = Records::of(name, None, false);
    let mut heads: Vec<String> = Vec::new();
    for (key, _) in items.iter().filter_map(|item| item.as_map()).flatten() {
        if !heads.contains(&key.name) {
            heads.push(key.name.clone());
        }
    }
    if !records.heads(heads.into_iter().enumerate().collect(), sink) {
        return None;
    }
    for item in items {
        let line = files.line(file, item.span.start).0.saturating_sub(1);
        if item.as_map().is_none() {
            let finding = Diagnostic::galat(Code::SEL, None, "butir ini bukan tabel `kolom: isi`");
            records.broken.insert(records.rows.len(), finding);
        }
        for at in 0..records.kolom.len() {
            let value = records.kolom.get(at).and_then(|kolom| item.get(&kolom.kepala));
            match value.map(|node| (&node.value, node.shape())) {
                None | Some((yaml::Value::Null, _)) => records.push(""),
                Some((yaml::Value::Scalar { text, .. }, _)) => records.push(text),
                Some((_, shape)) => {
                    records.wrong(at, format!("isinya {shape}, bukan teks"), TEKS);
                    records.push("");
                }
            }
        }
        records.end(line);
    }
    Some(records)
}

/// A list of objects.
pub fn json(name: &str, bytes: &[u8], sink: &mut Sink) -> Option<Records> {
    match serde_json::from_str::<Vec<Value>>(&decode(bytes).text) {
        Ok(items) => objects(name, || items.iter().cloned().map(Ok).enumerate(), sink),
        Err(error) => {
            refuse(name, &format!("bukan JSON yang utuh (baris {}, aksara {})", error.line(), error.column()), sink);
            None
        }
    }
}

/// An object a line; a line that is none is told with its row, and stops no other.
pub fn json_lines(name: &str, bytes: Vec<u8>, sink: &mut Sink) -> Option<Records> {
    let text = decode(&bytes).text;
    drop(bytes);
    let lines = || text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    objects(name, || lines().map(|(at, line)| (at, serde_json::from_str(line))), sink)
}

/// Reads objects twice, first for their keys: so none of them is kept.
fn objects<I>(name: &str, items: impl Fn() -> I, sink: &mut Sink) -> Option<Records>
where
    I: Iterator<Item = (usize, Result<Value, serde_json::Error>)>,
{
    let mut records = Records::of(name, None, false);
    let mut known: HashMap<String, usize> = HashMap::new();
    for (_, item) in items() {
        let Ok(Value::Object(entries)) = item else { continue };
        for key in entries.keys().filter(|key| !known.contains_key(*key)).cloned().collect::<Vec<_>>() {
            let next = known.len();
            known.insert(key, next);
        }
    }
    let mut heads: Vec<(usize, String)> = known.into_iter().map(|(key, at)| (at, key)).collect();
    heads.sort();
    if !records.heads(heads, sink) {
        return None;
    }
    let heads: Vec<String> = records.kolom.iter().map(|kolom| kolom.kepala.clone()).collect();
    for (line, item) in items() {
        let mut entries = match item {
            Ok(Value::Object(entries)) => entries,
            Ok(_) => broken(&mut records, "baris ini bukan objek JSON".to_owned()),
            Err(error) => {
                broken(&mut records, format!("baris ini bukan JSON yang utuh, sejak aksara {}", error.column()))
            }
        };
        for (at, head) in heads.iter().enumerate() {
            match entries.remove(head) {
                None | Some(Value::Null) => records.push(""),
                Some(Value::String(text)) => records.push(&text),
                Some(Value::Bool(yes)) => records.push(if yes { "ya" } else { "tidak" }),
                Some(Value::Number(number)) => records.push(&number.to_string().replace('.', ",")),
                Some(Value::Array(_) | Value::Object(_)) => {
                    records.wrong(at, "isinya daftar atau objek, bukan teks", TEKS);
                    records.push("");
                }
            }
        }
        records.end(line);
    }
    Some(records)
}

/// The row that is read now is no record.
fn broken(records: &mut Records, why: String) -> Map<String, Value> {
    let finding = Diagnostic::galat(Code::SEL, None, why).hint("perbaiki baris itu, atau hapus");
    records.broken.insert(records.rows.len(), finding);
    Map::new()
}
