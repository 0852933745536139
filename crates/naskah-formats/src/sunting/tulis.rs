//! Edits as changes of the text.

use std::ops::Range;

use naskah_core::yaml::{Node, Value};

use super::isi::{Isi, RINCIAN};
use super::{Ubah, find};
use crate::tables::edits::{Change, Langkah, apply, say, shifted};
use crate::tables::pieces::{Pieces, after_colon, column_of, end_of, is_nothing, line_end};
use crate::tables::scalar::{Style, WIDTH, is_long, scalar};

/// The changes that carry an edit out; `meant` is what the whole says afterwards.
pub fn changes(text: &str, tree: &Node, ubah: &Ubah, meant: &Isi, order: &[&str]) -> Option<Vec<Change>> {
    let change = match ubah {
        Ubah::Isi { di, teks } => {
            let (step, above) = di.split_last()?;
            match (find(tree, di), step) {
                (Some(_), _) => say(text, find(tree, above)?, step, teks)?,
                (None, Langkah::Kunci(key)) => {
                    add_key(text, find(tree, above)?, key, &Isi::Teks(teks.clone()), keys(above, order))?
                }
                _ => return None,
            }
        }
        Ubah::Sisip { di, ke, isi } => insert(text, tree, di, *ke, isi, order)?,
        Ubah::Tambah { di, kunci, isi } => add_key(text, find(tree, di)?, kunci, isi, keys(di, order))?,
        Ubah::Hapus { di } => {
            let (step, above) = di.split_last()?;
            let node = find(tree, above)?;
            match step {
                Langkah::Butir(at) => {
                    let pieces = Pieces::of(text, node)?;
                    joined(text, &pieces, |items| drop(items.remove(*at)))
                }
                Langkah::Kunci(key) => (without_key(text, node, key)?, String::new()),
            }
        }
        Ubah::Pindah { di, ke } => {
            let (Langkah::Butir(at), list) = di.split_last()? else { return None };
            let pieces = Pieces::of(text, find(tree, list)?)?;
            joined(text, &pieces, |items| {
                let item = items.remove(*at);
                items.insert(*ke, item);
            })
        }
        Ubah::Masuk { di } => below(text, tree, di, meant)?,
        Ubah::Keluar { di } => above(text, tree, di, meant)?,
    };
    Some(vec![change])
}

/// The order of the keys of a table.
fn keys<'a>(table: &[Langkah], order: &'a [&'a str]) -> &'a [&'a str] {
    if table.is_empty() { order } else { &[] }
}

/// A list whose items were put otherwise.
fn joined(text: &str, pieces: &Pieces, put: impl FnOnce(&mut Vec<(Option<usize>, String)>)) -> Change {
    let old = |at: usize| (Some(at), text.get(pieces.body(at)).unwrap_or_default().to_owned());
    let mut items: Vec<_> = (0..pieces.len()).map(old).collect();
    put(&mut items);
    let new = match (items.is_empty(), pieces.flow) {
        (true, false) => "[]".to_owned(),
        _ => pieces.join(text, &items),
    };
    (pieces.region.clone(), new)
}

fn insert(text: &str, tree: &Node, di: &[Langkah], ke: usize, isi: &Isi, order: &[&str]) -> Option<Change> {
    let (step, above) = di.split_last()?;
    let one = || Isi::Daftar(vec![isi.clone()]);
    let list = find(tree, di);
    let Some(list) = list.filter(|list| !list.is_empty()) else {
        let Langkah::Kunci(key) = step else { return None };
        let table = find(tree, above)?;
        return match list {
            None => add_key(text, table, key, &one(), keys(above, order)),
            Some(_) => fill_key(text, table, key, &one()),
        };
    };
    let pieces = Pieces::of(text, list)?;
    let new = item(isi, pieces.column, pieces.flow);
    Some(joined(text, &pieces, |items| items.insert(ke.min(items.len()), (None, new))))
}

/// An item as the list writes it whose dashes stand at a column.
fn item(isi: &Isi, column: usize, flow: bool) -> String {
    if flow { written(isi, 0, true) } else { format!("- {}", written(isi, column + 2, false)) }
}

/// A new key in a table: behind the last of those that stand before it, otherwise at the end.
fn add_key(text: &str, table: &Node, key: &str, value: &Isi, order: &[&str]) -> Option<Change> {
    let flow = text.get(table.span.start..)?.starts_with('{');
    let entries = table.as_map().filter(|entries| !entries.is_empty());
    let Some(entries) = entries else {
        let new = format!("{{{key}: {}}}", written(value, 0, true));
        let end = if flow { table.span.end } else { table.span.start };
        let gap = if text.get(..table.span.start)?.ends_with(':') { " " } else { "" };
        return Some((table.span.start..end, format!("{gap}{new}")));
    };
    let rank = |name: &str| order.iter().position(|known| *known == name);
    let earlier = |name: &str| rank(key).is_none() || rank(name).is_none_or(|at| Some(at) < rank(key));
    let (name, last) = entries.iter().rev().find(|(key, _)| earlier(&key.name)).or(entries.last())?;
    let end = if is_nothing(last) { after_colon(text, name.span.end) } else { end_of(last, text) };
    if flow {
        return Some((end..end, format!(", {key}: {}", written(value, 0, true))));
    }
    let column = column_of(text, entries.first()?.0.span.start);
    let (end, indent) = (line_end(text, end), " ".repeat(column));
    Some((end..end, format!("\n{indent}{key}:{}", behind_key(value, column))))
}

/// The value of a key that has none.
fn fill_key(text: &str, table: &Node, key: &str, value: &Isi) -> Option<Change> {
    let (name, node) = table.as_map()?.iter().find(|(name, _)| name.name == key)?;
    let colon = after_colon(text, name.span.end);
    let written_out = node.span.start >= colon && !is_nothing(node);
    let end = if written_out { node.span.end } else { colon };
    if text.get(table.span.start..)?.starts_with('{') {
        return Some((colon..end, format!(" {}", written(value, 0, true))));
    }
    let remark = text.get(end..line_end(text, end))?.trim_end();
    Some((colon..line_end(text, end), format!("{remark}{}", behind_key(value, column_of(text, name.span.start)))))
}

/// A value as it follows the colon of a key at a column.
fn behind_key(value: &Isi, column: usize) -> String {
    match value {
        Isi::Kosong => String::new(),
        Isi::Daftar(items) if !items.is_empty() => {
            format!("\n{}{}", " ".repeat(column + 2), written(value, column + 2, false))
        }
        Isi::Tabel(entries) if !entries.is_empty() => {
            format!("\n{}{}", " ".repeat(column + 2), written(value, column + 2, false))
        }
        _ => format!(" {}", written(value, column + 2, false)),
    }
}

/// A value whose first line begins at a column, where its others are put.
fn written(value: &Isi, column: usize, flow: bool) -> String {
    let indent = format!("\n{}", " ".repeat(column));
    match value {
        Isi::Kosong => "~".to_owned(),
        Isi::Teks(text) if !flow && is_long(text, column) => scalar(text, false, Style::Folded(column)),
        Isi::Teks(text) => scalar(text, flow, Style::Plain),
        Isi::Daftar(items) if flow || items.is_empty() => {
            format!("[{}]", items.iter().map(|item| written(item, 0, true)).collect::<Vec<_>>().join(", "))
        }
        Isi::Tabel(entries) if flow || entries.is_empty() => {
            let own = |(key, value): &(String, Isi)| format!("{key}: {}", written(value, 0, true));
            format!("{{{}}}", entries.iter().map(own).collect::<Vec<_>>().join(", "))
        }
        Isi::Daftar(items) => {
            let own = |item: &Isi| match row(item).filter(|row| column + 2 + row.chars().count() <= WIDTH) {
                Some(row) => format!("- {row}"),
                None => self::item(item, column, false),
            };
            items.iter().map(own).collect::<Vec<_>>().join(&indent)
        }
        Isi::Tabel(entries) => {
            let own = |(key, value): &(String, Isi)| format!("{key}:{}", behind_key(value, column));
            entries.iter().map(own).collect::<Vec<_>>().join(&indent)
        }
    }
}

/// A row of cells, or the description of a column, on one line.
fn row(value: &Isi) -> Option<String> {
    let plain = |value: &Isi| matches!(value, Isi::Teks(_) | Isi::Kosong);
    match value {
        Isi::Daftar(cells) if cells.iter().all(plain) => Some(written(value, 0, true)),
        Isi::Tabel(entries) if entries.first().is_some_and(|(key, _)| key == "judul") => {
            entries.iter().all(|(_, value)| plain(value)).then(|| written(value, 0, true))
        }
        _ => None,
    }
}

/// Where a key stands with its value and all that would be left over without it.
fn without_key(text: &str, table: &Node, key: &str) -> Option<Range<usize>> {
    let entries = table.as_map()?;
    let at = entries.iter().position(|(name, _)| name.name == key)?;
    let (name, node) = entries.get(at)?;
    let end = if is_nothing(node) { after_colon(text, name.span.end) } else { end_of(node, text) };
    let flow = text.get(table.span.start..)?.starts_with('{');
    let line = name.span.start - column_of(text, name.span.start);
    let alone = text.get(line..name.span.start)?.trim().is_empty();
    match (flow, at, alone) {
        (true, 0, _) | (false, 0, false) => Some(name.span.start..entries.get(1)?.0.span.start),
        (true, _, _) => {
            let (before, value) = entries.get(at - 1)?;
            let from = if is_nothing(value) { after_colon(text, before.span.end) } else { end_of(value, text) };
            Some(from..end)
        }
        (false, _, _) => {
            let end = line_end(text, end);
            let rest = text.get(end..)?;
            Some(line..end + rest.find('\n').map_or(rest.len(), |at| at + 1))
        }
    }
}

/// An item goes below the one before it.
fn below(text: &str, tree: &Node, di: &[Langkah], meant: &Isi) -> Option<Change> {
    let (Langkah::Butir(at), list) = di.split_last()? else { return None };
    let above = at.checked_sub(1)?;
    let node = find(tree, list)?;
    let pieces = Pieces::of(text, node)?;
    let Value::Seq(items) = &node.value else { return None };
    let host = items.get(above)?;
    let taken = |column: usize| shifted(text.get(pieces.body(*at)).unwrap_or_default(), pieces.column, column);
    let column = pieces.column;
    let plain = !pieces.flow && !text.get(host.span.start..)?.starts_with('{');
    let added = || format!("\n{}{RINCIAN}:\n{}{}", " ".repeat(column + 2), " ".repeat(column + 4), taken(column + 4));
    let kept = match (&host.value, host.get(RINCIAN)) {
        (Value::Scalar { text: sentence, .. }, _) if plain => {
            Some(format!("- teks: {}{}", written(&Isi::Teks(sentence.clone()), column + 4, false), added()))
        }
        (Value::Map(_), None) if plain => Some(format!("{}{}", text.get(pieces.body(above))?, added())),
        (Value::Map(_), Some(inner)) if plain && !inner.is_empty() => {
            let own = Pieces::of(text, inner)?;
            let last = (!own.flow).then(|| (None, taken(own.column)));
            last.map(|last| apply(text, pieces.body(above), &[joined(text, &own, |items| items.push(last))]))
        }
        _ => None,
    };
    let mut path = list.to_vec();
    path.push(Langkah::Butir(above));
    let host = kept.unwrap_or(item(meant.at(&path)?, column, pieces.flow));
    Some(joined(text, &pieces, |items| {
        items.remove(*at);
        if let Some(slot) = items.get_mut(above) {
            slot.1 = host;
        }
    }))
}

/// An item of a list below another goes behind that.
fn above(text: &str, tree: &Node, di: &[Langkah], meant: &Isi) -> Option<Change> {
    let (list, [Langkah::Butir(above), Langkah::Kunci(_), Langkah::Butir(at)]) = di.split_last_chunk()? else {
        return None;
    };
    let pieces = Pieces::of(text, find(tree, list)?)?;
    let (_, inner_path) = di.split_last()?;
    let inner_node = find(tree, inner_path)?;
    let inner = Pieces::of(text, inner_node)?;
    let mut path = list.to_vec();
    path.push(Langkah::Butir(*above));
    let host = meant.at(&path)?;
    path.pop();
    path.push(Langkah::Butir(above + 1));
    let moved = meant.at(&path)?;
    let textual = !pieces.flow && !inner.flow;
    let host = match textual && inner.len() > 1 {
        true => apply(text, pieces.body(*above), &[joined(text, &inner, |items| drop(items.remove(*at)))]),
        false => item(host, pieces.column, pieces.flow),
    };
    let moved = match textual {
        true => shifted(text.get(inner.body(*at))?, inner.column, pieces.column),
        false => item(moved, pieces.column, pieces.flow),
    };
    Some(joined(text, &pieces, |items| {
        if let Some(slot) = items.get_mut(*above) {
            slot.1 = host;
        }
        items.insert(above + 1, (None, moved));
    }))
}
