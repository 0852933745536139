//! Places for values as other programs write them, which would be printed as they stand: `«Jabatan»`, `<Jabatan>`.

use std::collections::BTreeSet;

use super::pola::Pola;
use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_formats::sheets::records::{Records, identifier};

/// What stands around the name of a column elsewhere; `None` ends with the name itself.
const TANDA: [(&str, Option<&str>); 8] = [
    ("«", Some("»")),
    ("<<", Some(">>")),
    ("<", Some(">")),
    ("{", Some("}")),
    ("[", Some("]")),
    ("%", Some("%")),
    ("${", Some("}")),
    ("$", None),
];

/// Longest name of a column that is looked for, in bytes.
const LONGEST: usize = 120;

/// Reports the texts of a pattern in which the name of a column stands in such signs.
pub fn check(pola: &Pola, records: &Records, sink: &mut Sink) {
    for (text, span) in &pola.teks {
        let mut told = BTreeSet::new();
        for (written, column) in found(&without_places(text), records) {
            if told.insert(column.clone()) {
                let message = format!("`{written}` bukan tempat isian dan tercetak seperti yang diketik");
                let hint = format!("tulis `{{{{ {column} }}}}`");
                sink.push(Diagnostic::galat(Code::TEMPLAT, *span, message).hint(hint));
            }
        }
    }
}

/// The text without what is a place or a condition already.
fn without_places(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    let first = |rest: &str| {
        let opened =
            [("{{", "}}"), ("{%", "%}")].into_iter().filter_map(|(open, close)| Some((rest.find(open)?, close)));
        opened.min_by_key(|(at, _)| *at)
    };
    while let Some((at, close)) = first(rest) {
        out.push_str(&rest[..at]);
        out.push(' ');
        rest = rest[at + 2..].split_once(close).map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// What is written of each such place, and its column.
fn found(text: &str, records: &Records) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (open, close) in TANDA {
        for (at, _) in text.match_indices(open) {
            let rest = text.get(at + open.len()..).unwrap_or_default();
            let end = match close {
                Some(close) => rest.find(close),
                None => Some(rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len())),
            };
            let Some(inner) = end.filter(|end| *end <= LONGEST).and_then(|end| rest.get(..end)) else { continue };
            if let Some(column) = column(inner, records) {
                out.push((format!("{open}{inner}{}", close.unwrap_or_default()), column));
            }
        }
    }
    out
}

/// The column that a name in signs means.
fn column(inner: &str, records: &Records) -> Option<String> {
    let name = identifier(inner.trim().trim_start_matches("MERGEFIELD "));
    let same = |own: &str| !name.is_empty() && own.to_lowercase() == name.to_lowercase();
    records.kolom.iter().find(|kolom| same(&kolom.nama)).map(|kolom| kolom.nama.clone())
}

#[cfg(test)]
mod tests {
    use super::without_places;

    #[test]
    fn places_and_conditions_are_no_signs_of_other_programs() {
        let text = "Ani {% if NIP %}NIP {{ NIP }}{% endif %} «NIP» {{ belum";
        assert_eq!(without_places(text), "Ani  NIP    «NIP»  ");
    }
}
