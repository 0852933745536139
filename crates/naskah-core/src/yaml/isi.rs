//! Filling in: a value put under a key of a decree's text, comments and layout kept.

use super::{Node, Value};

/// The text with `value` at `path`, a key or a key within the table under a key; `None` where it cannot be put there.
///
/// `before` is the key in front of whose line a missing top-level key is put. What is written already is not replaced.
pub fn fill(text: &str, tree: &Node, path: (&str, Option<&str>), before: &str, value: &str) -> Option<String> {
    let (key, inner) = path;
    let Some(inner) = inner else {
        return match place(text, tree, key)? {
            Place::Empty(at, end) => splice(text, at, end, &format!(" {value}")),
            Place::Missing => {
                let start = tree.as_map()?.iter().find(|(other, _)| other.name == before)?.0.span.start;
                splice(text, start, start, &format!("{key}: {value}\n"))
            }
        };
    };
    match tree.get(key).map(|node| (node, &node.value)) {
        Some((_, Value::Null)) => match place(text, tree, key)? {
            Place::Empty(at, end) => splice(text, at, end, &format!(" {{{inner}: {value}}}")),
            Place::Missing => None,
        },
        Some((node, Value::Map(entries))) => match (place(text, node, inner)?, entries.first()) {
            (Place::Empty(at, end), _) => splice(text, at, end, &format!(" {value}")),
            (Place::Missing, _) if text.get(node.span.start..)?.starts_with('{') => {
                let at = node.span.start + 1;
                let comma = if entries.is_empty() { "" } else { ", " };
                splice(text, at, at, &format!("{inner}: {value}{comma}"))
            }
            (Place::Missing, Some((first, _))) => {
                let at = first.span.start;
                let indent = text.get(..at)?.rsplit('\n').next()?;
                let blank = indent.chars().all(|c| c == ' ');
                blank.then(|| splice(text, at, at, &format!("{inner}: {value}\n{indent}")))?
            }
            (Place::Missing, None) => None,
        },
        _ => None,
    }
}

/// The text with the value of a key, or of a key within the table under a key, taken away; `None` where there is none.
pub fn emptied(text: &str, tree: &Node, path: (&str, Option<&str>)) -> Option<String> {
    let table = path.1.map_or(Some(tree), |_| tree.get(path.0))?;
    let wanted = path.1.unwrap_or(path.0);
    let (key, node) = table.as_map()?.iter().find(|(key, _)| key.name == wanted)?;
    let colon = key.span.end + text.get(key.span.end..)?.find(':')? + 1;
    let written = !node.is_empty() && node.span.start >= colon;
    written.then(|| splice(text, colon, node.span.end, ""))?
}

/// Where a value may be put.
enum Place {
    /// From the end of the colon to the end of an empty value.
    Empty(usize, usize),
    /// The key is not there.
    Missing,
}

/// Where the value of `key` belongs; `None` where there is one.
fn place(text: &str, table: &Node, key: &str) -> Option<Place> {
    let Some((name, node)) = table.as_map()?.iter().find(|(other, _)| other.name == key) else {
        return Some(Place::Missing);
    };
    if !node.is_empty() {
        return None;
    }
    let after = text.get(name.span.end..)?;
    let colon = name.span.end + after.find(':')? + 1;
    let written = text.get(node.span.start..node.span.end).unwrap_or_default();
    let whole = ["~", "null", "''", "\"\""].contains(&written) && node.span.start >= colon;
    Some(Place::Empty(colon, if whole { node.span.end } else { colon }))
}

fn splice(text: &str, start: usize, end: usize, new: &str) -> Option<String> {
    Some(format!("{}{new}{}", text.get(..start)?, text.get(end..)?))
}

#[cfg(test)]
mod tests {
    use super::{emptied, fill};
    use crate::diag::{Files, Sink};
    use crate::yaml::parse;

    fn filled(text: &str, path: (&str, Option<&str>), value: &str) -> Option<String> {
        let mut files = Files::default();
        let file = files.add("n.yaml", text);
        let tree = parse(&files, file, &mut Sink::default())?;
        fill(text, &tree, path, "tahun", value)
    }

    #[test]
    fn a_number_goes_where_it_belongs() {
        let number = |text: &str| filled(text, ("nomor", None), "7");
        assert_eq!(number("nomor:\ntahun: 2026\n").as_deref(), Some("nomor: 7\ntahun: 2026\n"));
        assert_eq!(number("nomor:  # nanti\ntahun: 2026\n").as_deref(), Some("nomor: 7  # nanti\ntahun: 2026\n"));
        assert_eq!(number("nomor: ~\ntahun: 2026\n").as_deref(), Some("nomor: 7\ntahun: 2026\n"));
        assert_eq!(number("nomor: ''\ntahun: 2026\n").as_deref(), Some("nomor: 7\ntahun: 2026\n"));
        assert_eq!(number("jenis: umum\ntahun: 2026\n").as_deref(), Some("jenis: umum\nnomor: 7\ntahun: 2026\n"));
        assert_eq!(number("nomor: 6\ntahun: 2026\n"), None);
    }

    #[test]
    fn a_value_is_taken_away() {
        let without = |text: &str, path: (&str, Option<&str>)| {
            let mut files = Files::default();
            let file = files.add("n.yaml", text);
            emptied(text, &parse(&files, file, &mut Sink::default())?, path)
        };
        assert_eq!(without("nomor: 7  # ya\n", ("nomor", None)).as_deref(), Some("nomor:  # ya\n"));
        let day = ("ditetapkan", Some("tanggal"));
        let given = "ditetapkan: {tanggal: 2026-03-02, di: Kota}\n";
        assert_eq!(without(given, day).as_deref(), Some("ditetapkan: {tanggal:, di: Kota}\n"));
        assert_eq!(without("nomor:\n", ("nomor", None)), None);
    }

    #[test]
    fn a_day_goes_into_its_table() {
        let day = |text: &str| filled(text, ("ditetapkan", Some("tanggal")), "2026-03-02");
        assert_eq!(day("ditetapkan: {tanggal: }\n").as_deref(), Some("ditetapkan: {tanggal: 2026-03-02 }\n"));
        assert_eq!(day("ditetapkan: {di: Kota}\n").as_deref(), Some("ditetapkan: {tanggal: 2026-03-02, di: Kota}\n"));
        assert_eq!(day("ditetapkan: {}\n").as_deref(), Some("ditetapkan: {tanggal: 2026-03-02}\n"));
        assert_eq!(day("ditetapkan:\n").as_deref(), Some("ditetapkan: {tanggal: 2026-03-02}\n"));
        assert_eq!(
            day("ditetapkan:\n  di: Kota\n  tanggal:\n").as_deref(),
            Some("ditetapkan:\n  di: Kota\n  tanggal: 2026-03-02\n")
        );
        assert_eq!(
            day("ditetapkan:\n  di: Kota\n").as_deref(),
            Some("ditetapkan:\n  tanggal: 2026-03-02\n  di: Kota\n")
        );
        assert_eq!(day("ditetapkan: {tanggal: 2026-01-01}\n"), None);
        assert_eq!(day("jenis: umum\n"), None);
    }
}
