//! Decrees from the few fields that a test is about.

use crate::text_of;

/// The decree whose fields stand for those that are not written.
const SHORT: &str = "crates/naskah-testing/ringkas.yaml";

/// The top-level keys of a decree, each with the lines from it up to the next.
fn fields(text: &str) -> Vec<(&str, String)> {
    let mut out: Vec<(&str, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        let key = line.split(':').next().filter(|key| {
            line.len() > key.len() && !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        });
        match (key, out.last_mut()) {
            (Some(key), _) => out.push((key, line.to_owned())),
            (None, Some((_, block))) => block.push_str(line),
            (None, None) => {}
        }
    }
    out
}

/// A decree from the fields written in `text`, with those of `ringkas.yaml` for all others but `without`.
///
/// The written text stays at the top, so that its lines keep their numbers.
pub fn completed(text: &str, without: &[&str]) -> String {
    let short = text_of(SHORT);
    let own: Vec<&str> = fields(text).iter().map(|(key, _)| *key).collect();
    let rest = fields(&short).into_iter().filter(|(key, _)| !own.contains(key) && !without.contains(key));
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    format!("{text}{gap}{}", rest.map(|(_, block)| block).collect::<String>())
}

/// Name of the field that line `line` (from 1) of a decree belongs to.
pub fn field_at(text: &str, line: usize) -> String {
    let upto: String = text.split_inclusive('\n').take(line).collect();
    fields(&upto).last().map_or(String::new(), |(key, _)| (*key).to_owned())
}
