//! Edits written into the YAML by place: only what changed is touched, comments and layout stay.

use std::collections::{BTreeMap, BTreeSet};

use naskah_core::yaml::{Node, Value, catatan};

use super::acuan::{Jalan, Langkah};
use super::{Entri, Hasil, Isi, Susunan};
use crate::sheets::Isian;
use crate::tables::edits::{Change, Slot, apply};
use crate::tables::pieces::Pieces;
use crate::tables::scalar;

/// The text with the chosen edits made, but for remarks.
pub fn tulis(text: &str, tree: &Node, hasil: &Hasil, chosen: &BTreeSet<usize>) -> String {
    let texts = hasil.tulis.iter().filter(|(.., edit)| chosen.contains(edit));
    let mut writer = Writer {
        text,
        texts: texts.map(|(way, said, _)| (way.clone(), said.as_str())).collect(),
        lists: BTreeMap::new(),
    };
    for (way, list) in &hasil.daftar {
        let count = match super::acuan::at(tree, way).map(|node| &node.value) {
            Some(Value::Seq(items)) => items.len(),
            _ => continue,
        };
        writer.lists.extend(wanted(list, count, chosen).map(|wanted| (way.clone(), wanted)));
    }
    let changes = writer.within(tree, &mut Vec::new());
    apply(text, 0..text.len(), &changes)
}

/// The text with the chosen remarks above their entries; one that is there already is not put again.
pub fn komentari(text: &str, tree: &Node, hasil: &Hasil, chosen: &BTreeSet<usize>) -> String {
    let mut changes: Vec<Change> = Vec::new();
    for (way, said, _) in hasil.catatan.iter().filter(|(.., edit)| chosen.contains(edit)) {
        let Some(node) = super::acuan::at(tree, way) else { continue };
        let subject = format!("CATATAN {said}");
        if let Some((line, comment)) = catatan::above(text, tree, node.span.start, &subject, "") {
            let same = |change: &Change| change.0.start == line && change.1 == comment;
            if !changes.iter().any(same) {
                changes.push((line..line, comment));
            }
        }
    }
    apply(text, 0..text.len(), &changes)
}

/// The entries of a list with the chosen edits made; `None` where they are those that were there.
fn wanted(list: &Susunan, count: usize, chosen: &BTreeSet<usize>) -> Option<Vec<Entri>> {
    let moves = |ke: &usize| list.pindah.get(ke).is_some_and(|edit| !chosen.contains(edit));
    let mut out: Vec<Entri> = list
        .urut
        .iter()
        .filter(|entri| match entri {
            Entri::Baru(edit, _) => chosen.contains(edit),
            Entri::Lama(ke) => *ke < count && !moves(ke),
        })
        .cloned()
        .collect();
    for ke in 0..count {
        let gone = list.hapus.get(&ke).is_some_and(|edit| chosen.contains(edit));
        if gone || out.contains(&Entri::Lama(ke)) {
            continue;
        }
        // What was not taken stays behind the one that it stood behind.
        let after = (0..ke).rev().find_map(|before| out.iter().position(|entri| *entri == Entri::Lama(before)));
        out.insert(after.map_or(0, |at| at + 1), Entri::Lama(ke));
    }
    let same = out.len() == count && out.iter().enumerate().all(|(at, entri)| *entri == Entri::Lama(at));
    (!same).then_some(out)
}

struct Writer<'a> {
    text: &'a str,
    texts: BTreeMap<Jalan, &'a str>,
    lists: BTreeMap<Jalan, Vec<Entri>>,
}

impl Writer<'_> {
    /// The changes below a node.
    fn within(&self, node: &Node, way: &mut Jalan) -> Vec<Change> {
        let mut changes = Vec::new();
        match &node.value {
            Value::Map(entries) => {
                for (key, value) in entries {
                    way.push(Langkah::Kunci(key.name.clone()));
                    match self.texts.get(way) {
                        Some(said) => {
                            let slot = Slot::in_map(self.text, node, &key.name);
                            changes.extend(slot.map(|slot| slot.whole(self.text, &Isian::sentence(*said))));
                        }
                        None => changes.extend(self.within(value, way)),
                    }
                    way.pop();
                }
            }
            Value::Seq(items) => match self.lists.get(way) {
                Some(wanted) => changes.extend(self.list(node, wanted, way)),
                None => {
                    for at in 0..items.len() {
                        changes.extend(self.item(node, at, way));
                    }
                }
            },
            Value::Scalar { .. } | Value::Null => {}
        }
        changes
    }

    /// The changes within an item of a list.
    fn item(&self, list: &Node, at: usize, way: &mut Jalan) -> Vec<Change> {
        let Value::Seq(items) = &list.value else { return Vec::new() };
        way.push(Langkah::Ke(at));
        let changes = match self.texts.get(way) {
            Some(said) => {
                let slot = Slot::in_list(self.text, list, at);
                slot.map(|slot| slot.whole(self.text, &Isian::sentence(*said))).into_iter().collect()
            }
            None => self.within(&items[at], way),
        };
        way.pop();
        changes
    }

    /// A list whose entries came, went or moved.
    fn list(&self, node: &Node, wanted: &[Entri], way: &mut Jalan) -> Option<Change> {
        let pieces = Pieces::of(self.text, node)?;
        let items: Vec<(Option<usize>, String)> = wanted
            .iter()
            .map(|entri| match entri {
                Entri::Lama(at) => (Some(*at), apply(self.text, pieces.body(*at), &self.item(node, *at, way))),
                Entri::Baru(_, isi) => (None, fresh(isi, &pieces)),
            })
            .collect();
        Some((pieces.region.clone(), pieces.join(self.text, &items)))
    }
}

/// A new entry, written the way its list is.
fn fresh(isi: &Isi, pieces: &Pieces) -> String {
    match isi {
        Isi::Butir(text) => {
            let item = Isian::sentence(text.as_str());
            if pieces.flow {
                return scalar::flow(&item);
            }
            let long = pieces.column + 2 + text.chars().count() > scalar::WIDTH;
            let style = if long { scalar::Style::Folded(pieces.column + 2) } else { scalar::Style::Plain };
            format!("- {}", scalar::scalar(text, false, style))
        }
        Isi::Baris(cells) => {
            let cells: Vec<String> = cells.iter().map(|cell| scalar::flow(&Isian::parse(cell))).collect();
            let line = format!("[{}]", cells.join(", "));
            if pieces.flow { line } else { format!("- {line}") }
        }
    }
}
