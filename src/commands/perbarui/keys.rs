//! Texts that are keys of the file: the labels of a form, the heads of columns. They may be edited as other texts are, but
//! not where a sheet is searched for them, nor where two would become the same.

use std::collections::BTreeSet;

use naskah_core::diag::{Edit, Files, Span, edited};
use naskah_core::yaml::{Key, Node, Value};

use super::marks::Mark;
use super::report::{Entry, Fate, Work};

/// Why the head of a column stays that a sheet is searched for.
pub const OF_SHEET: &str = "kolom ini dicari pada lembar kerja menurut judul itu; ganti bersama kepala lembarnya";

/// Why keys stay that would become the same.
const TAKEN: &str = "isian dengan nama yang baru sudah ada; sesuaikan namanya satu per satu";

/// Where the heads of columns begin that sheets are searched for.
pub fn of_sheets(tree: &Node) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    each_map(tree, &mut |entries| {
        if entries.iter().any(|(key, _)| key.name == "dari") {
            let columns = entries.iter().filter(|(key, _)| key.name == "kolom");
            columns.for_each(|(_, node)| heads(node, &mut found));
        }
    });
    found
}

fn heads(columns: &Node, found: &mut BTreeSet<usize>) {
    for (key, node) in columns.as_map().unwrap_or_default() {
        if node.get("dari").is_none() {
            found.insert(key.span.start);
        }
        node.get("kolom").iter().for_each(|inner| heads(inner, found));
    }
}

fn each_map(node: &Node, look: &mut impl FnMut(&[(Key, Node)])) {
    match &node.value {
        Value::Map(entries) => {
            look(entries);
            entries.iter().for_each(|(_, node)| each_map(node, look));
        }
        Value::Seq(items) => items.iter().for_each(|node| each_map(node, look)),
        Value::Scalar { .. } | Value::Null => {}
    }
}

/// Whether an edit lies within a place.
pub fn within(edit: &Edit, place: Span) -> bool {
    place.file == edit.span.file && place.start <= edit.span.start && edit.span.end <= place.end
}

/// Takes back what would give two keys of a table the same name, and leaves it to a person.
pub fn settle(files: &Files, tree: &Node, work: &mut Work) {
    let mut clashes: Vec<Span> = Vec::new();
    each_map(tree, &mut |entries| {
        let edited_keys: Vec<Span> = entries
            .iter()
            .map(|(key, _)| key.span)
            .filter(|key| work.edits.iter().any(|edit| within(edit, *key)))
            .collect();
        let mut names = BTreeSet::new();
        if !edited_keys.is_empty() && !entries.iter().all(|(key, _)| names.insert(renamed(files, key, &work.edits))) {
            clashes.extend(edited_keys);
        }
    });
    for key in clashes {
        work.edits.retain(|edit| !within(edit, key));
        let here = |entry: &&mut Entry| entry.fate == Fate::Ubah && (key.start..key.end).contains(&entry.line);
        for entry in work.entries.iter_mut().filter(here) {
            entry.fate = Fate::Tinjau;
            entry.after.clone_from(&entry.before);
            TAKEN.clone_into(&mut entry.why);
            entry.spot.iter_mut().for_each(|spot| spot.parts.clear());
            work.marks.push(Mark { span: key, subject: entry.before.clone(), why: TAKEN.to_owned() });
        }
    }
}

/// A key as it reads after the edits.
fn renamed(files: &Files, key: &Key, edits: &[Edit]) -> String {
    let here = edits.iter().filter(|edit| within(edit, key.span));
    let moved = here.map(|edit| Edit {
        span: Span::new(edit.span.file, edit.span.start - key.span.start, edit.span.end - key.span.start),
        text: edit.text.clone(),
    });
    let typed = files.text(key.span.file).get(key.span.start..key.span.end).unwrap_or(&key.name);
    edited(typed, &moved.collect::<Vec<_>>()).trim_matches(['\'', '"']).to_owned()
}
