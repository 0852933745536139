//! The rows of a sheet written into the YAML: only what changed is touched, and moved rows take their comments along.

use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use similar::{Algorithm, capture_diff_slices};

use crate::sheets::Isian;
use naskah_core::yaml::{Node, Value};

use super::incoming::{Masuk, same};
use super::pieces::{self, Pieces, after_colon, column_of, end_of, is_nothing};
use super::scalar::{self, Style, scalar};
use super::view::{Entri, View, isian, text_of};

/// What stands in the place of some bytes.
pub type Change = (Range<usize>, String);

/// How much was changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Cells of rows that were there.
    pub sel: usize,
    /// New rows.
    pub baru: usize,
    /// Rows that are gone.
    pub hapus: usize,
    /// Rows that stand elsewhere.
    pub pindah: usize,
}

impl Count {
    /// Both together.
    pub fn plus(self, other: Self) -> Self {
        Self {
            sel: self.sel + other.sel,
            baru: self.baru + other.baru,
            hapus: self.hapus + other.hapus,
            pindah: self.pindah + other.pindah,
        }
    }
}

/// A row of the sheet with the rows below it.
struct Baru<'m> {
    masuk: &'m Masuk,
    anak: Vec<Baru<'m>>,
}

/// The changes that make the YAML say what the rows say. `Err` is the row that has no place: one that lies deeper than
/// the row above allows, or has nothing below it though it must.
pub fn changes(text: &str, view: &View<'_>, rows: &[Masuk]) -> Result<(Vec<Change>, Count), usize> {
    let mut at = 0;
    let baru = nest(rows, &mut at, 0, view.anak.len())?;
    if at < rows.len() {
        return Err(at);
    }
    let below = view.below();
    let mut place = vec![0; view.baris.len()];
    below.iter().flat_map(|rows| rows.iter().enumerate()).for_each(|(at, row)| place[*row] = at);
    let mut writer = Writer { text, view, below, place, pieces: BTreeMap::new(), count: Count::default() };
    writer.count_rows(rows);
    let top = writer.below[view.baris.len()].clone();
    let changes = writer.list(view.daftar, &top, &baru);
    Ok((changes, writer.count))
}

/// The text with changes made that do not overlap.
pub fn apply(text: &str, range: Range<usize>, changes: &[Change]) -> String {
    let mut changes: Vec<&Change> = changes.iter().collect();
    changes.sort_by_key(|(place, _)| (place.start, place.end));
    let (mut out, mut at) = (String::new(), range.start);
    for (place, new) in changes {
        out.push_str(&text[at..place.start.max(at)]);
        out.push_str(new);
        at = place.end.max(at);
    }
    out.push_str(&text[at..range.end]);
    out
}

/// The step from a table or list to one of its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Langkah {
    /// The value of a key.
    Kunci(String),
    /// An item of a list, from 0.
    Butir(usize),
}

/// The change that lets a text of a table or list say something else; `None` where there is no text.
pub fn say(text: &str, parent: &Node, step: &Langkah, new: &str) -> Option<Change> {
    let slot = match step {
        Langkah::Kunci(key) => Slot::in_map(text, parent, key),
        Langkah::Butir(at) => Slot::in_list(text, parent, *at),
    }?;
    if !matches!(slot.node.value, Value::Scalar { .. } | Value::Null) {
        return None;
    }
    // A remark beside the text cannot stand within folded lines.
    let end = end_of(slot.node, text);
    let written = !is_nothing(slot.node) && text[end..pieces::line_end(text, end)].trim().is_empty();
    // Quotes that the old text needed are not kept for one that needs none.
    let needed = slot.node.as_scalar().is_some_and(|old| !scalar::stays_plain(old, slot.flow));
    let style = match slot.style(text) {
        Style::Single if needed => Style::Plain,
        style => style,
    };
    let style = match style {
        Style::Plain if written && !slot.flow && scalar::is_long(new, slot.column) => Style::Folded(slot.column),
        style => style,
    };
    Some(slot.written(text, &Isian::sentence(new), style))
}

/// Rows of one level with those below them; `deepest` levels have rows below.
fn nest<'m>(rows: &'m [Masuk], at: &mut usize, level: usize, deepest: usize) -> Result<Vec<Baru<'m>>, usize> {
    let mut out: Vec<Baru<'m>> = Vec::new();
    while let Some(masuk) = rows.get(*at).filter(|row| row.tingkat >= level) {
        if masuk.tingkat > level {
            return Err(*at);
        }
        let own = *at;
        *at += 1;
        let anak = if level < deepest { nest(rows, at, level + 1, deepest)? } else { Vec::new() };
        if level < deepest && anak.is_empty() {
            return Err(own);
        }
        out.push(Baru { masuk, anak });
    }
    Ok(out)
}

struct Writer<'t, 'v> {
    text: &'t str,
    view: &'v View<'v>,
    below: Vec<Vec<usize>>,
    /// Where each row stands in its list.
    place: Vec<usize>,
    /// Lists that were looked at, by where they begin.
    pieces: BTreeMap<usize, Rc<Pieces>>,
    count: Count,
}

impl<'v> Writer<'_, 'v> {
    fn count_rows(&mut self, rows: &[Masuk]) {
        let kept: Vec<usize> = rows.iter().filter_map(|row| row.lama).collect();
        self.count.baru = rows.len() - kept.len();
        self.count.hapus = self.view.baris.len() - kept.len();
        // What is not in the longest run that kept its order was moved.
        let mut ends: Vec<usize> = Vec::new();
        for place in &kept {
            let at = ends.partition_point(|end| end < place);
            match ends.get_mut(at) {
                Some(end) => *end = *place,
                None => ends.push(*place),
            }
        }
        self.count.pindah = kept.len() - ends.len();
    }

    /// The changes within a list: those of its rows, or the whole list where rows came, went or moved.
    fn list(&mut self, list: &Node, old: &[usize], new: &[Baru<'_>]) -> Vec<Change> {
        let kept = old.len() == new.len() && old.iter().zip(new).all(|(old, new)| new.masuk.lama == Some(*old));
        if kept {
            return old.iter().zip(new).flat_map(|(old, new)| self.row(*old, new)).collect();
        }
        let Some(pieces) = self.pieces(list) else { return Vec::new() };
        let items: Vec<(Option<usize>, String)> = new
            .iter()
            .map(|row| {
                let own =
                    row.masuk.lama.map(|lama| self.place[lama]).filter(|at| old.get(*at).copied() == row.masuk.lama);
                (own, self.item(row, pieces.column, pieces.flow))
            })
            .collect();
        vec![(pieces.region.clone(), pieces.join(self.text, &items))]
    }

    /// The text of a row in a list whose dashes stand at `column`.
    fn item(&mut self, row: &Baru<'_>, column: usize, flow: bool) -> String {
        let Some(old) = row.masuk.lama else { return self.fresh(row, column, flow) };
        let list = match self.view.baris[old].induk {
            None => Some(self.view.daftar),
            Some(induk) => self.children(induk),
        };
        let Some(pieces) = list.and_then(|list| self.pieces(list)) else {
            return self.fresh(row, column, flow);
        };
        let changes = self.row(old, row);
        let body = apply(self.text, pieces.body(self.place[old]), &changes);
        match (pieces.flow, flow) {
            (false, false) => shifted(&body, pieces.column, column),
            (true, true) => body,
            (true, false) => format!("- {body}"),
            (false, true) => self.fresh(row, column, flow),
        }
    }

    /// The items of a list in the text.
    fn pieces(&mut self, list: &Node) -> Option<Rc<Pieces>> {
        if let Some(known) = self.pieces.get(&list.span.start) {
            return Some(Rc::clone(known));
        }
        let pieces = Rc::new(Pieces::of(self.text, list)?);
        self.pieces.insert(list.span.start, Rc::clone(&pieces));
        Some(pieces)
    }

    /// The list of the rows below one.
    fn children(&self, row: usize) -> Option<&'v Node> {
        let entri = &self.view.baris[row];
        entri.node.get(self.view.anak.get(entri.tingkat)?)
    }

    /// The changes within a row that was there.
    fn row(&mut self, old: usize, new: &Baru<'_>) -> Vec<Change> {
        let view = self.view;
        let entri = &view.baris[old];
        let mut changes = Vec::new();
        for (at, lajur) in view.kolom.iter().enumerate() {
            let (before, after) = (&entri.teks[at], &new.masuk.teks[at]);
            let own =
                entri.sel[at].is_some() || lajur.bidang.as_ref().is_some_and(|(_, level)| *level == entri.tingkat);
            if own && !same(lajur, before, after) {
                self.count.sel += 1;
                changes.extend(self.cell(entri, at, after));
            }
        }
        if let Some(list) = self.children(old) {
            let below = self.below[old].clone();
            changes.extend(self.list(list, &below, &new.anak));
        }
        changes
    }

    /// The changes that let a cell say something else.
    fn cell(&self, entri: &Entri<'_>, at: usize, new: &str) -> Vec<Change> {
        let slot = match (&self.view.kolom[at].bidang, entri.jenis.as_str()) {
            (Some((key, _)), _) => Slot::in_map(self.text, entri.node, key),
            (None, "") => {
                let list = entri.node.get("sel").unwrap_or(entri.node);
                let written = self.view.kolom[..at].iter().filter(|lajur| lajur.isi.is_written()).count();
                Slot::in_list(self.text, list, written)
            }
            (None, key) => Slot::in_map(self.text, entri.node, key),
        };
        match slot {
            Some(slot) => slot.changes(self.text, new),
            None => Vec::new(),
        }
    }

    /// A row that was not there.
    fn fresh(&mut self, row: &Baru<'_>, column: usize, flow: bool) -> String {
        let view = self.view;
        let Masuk { jenis, teks, tingkat, .. } = row.masuk;
        if view.tingkat.is_empty() {
            return fresh_cells(view, jenis, teks, column, flow);
        }
        let own = view.kolom.iter().zip(teks).filter_map(|(lajur, text)| {
            let (key, level) = lajur.bidang.as_ref()?;
            (level == tingkat).then(|| (key.as_str(), Isian::parse(text)))
        });
        let own: Vec<(&str, Isian)> = own.collect();
        let children = view.anak.get(*tingkat).map(String::as_str);
        if flow {
            let mut fields: Vec<String> =
                own.iter().map(|(key, isian)| format!("{key}: {}", scalar::flow(isian))).collect();
            if let Some(key) = children {
                let items: Vec<String> = row.anak.iter().map(|child| self.item(child, 0, true)).collect();
                fields.push(format!("{key}: [{}]", items.join(", ")));
            }
            return format!("{{{}}}", fields.join(", "));
        }
        let indent = format!("\n{}", " ".repeat(column + 2));
        let mut fields: Vec<String> = own.iter().map(|(key, isian)| scalar::field(key, isian, column + 2)).collect();
        if let Some(key) = children {
            let inner = format!("\n{}", " ".repeat(column + 4));
            let items: Vec<String> = row.anak.iter().map(|child| self.item(child, column + 4, false)).collect();
            fields.push(format!("{key}:{inner}{}", items.join(&inner)));
        }
        format!("- {}", fields.join(&indent))
    }
}

/// A new row of a table: on one line where it fits.
fn fresh_cells(view: &View<'_>, jenis: &str, teks: &[String], column: usize, flow: bool) -> String {
    let written = view.kolom.iter().zip(teks).filter(|(lajur, _)| lajur.isi.is_written());
    let cells: Vec<Isian> = written.map(|(_, text)| Isian::parse(text)).collect();
    if !jenis.is_empty() {
        let title = cells.first().cloned().unwrap_or_default();
        let title = scalar(&title.teks, flow, Style::Plain);
        return if flow { format!("{{{jenis}: {title}}}") } else { format!("- {jenis}: {title}") };
    }
    let line = format!("[{}]", cells.iter().map(scalar::flow).collect::<Vec<_>>().join(", "));
    let short = cells.iter().all(|cell| cell.rincian.is_empty()) && column + 2 + line.chars().count() <= scalar::WIDTH;
    match (flow, short) {
        (true, _) => line,
        (false, true) => format!("- {line}"),
        (false, false) => format!("- {}", scalar::items(&cells, column + 2)),
    }
}

/// Lines of an item that moves from one column to another.
pub fn shifted(body: &str, from: usize, to: usize) -> String {
    let mut lines = body.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push('\n');
        let blank = line.len() - line.trim_start_matches(' ').len();
        let width = (blank + to).saturating_sub(from);
        match line.trim().is_empty() {
            true => out.push_str(line),
            false => out.push_str(&format!("{}{}", " ".repeat(width), &line[blank..])),
        }
    }
    out
}

/// The place of a value.
pub(crate) struct Slot<'n> {
    /// What stands there.
    node: &'n Node,
    /// Behind the colon or dash before it.
    anchor: usize,
    /// Whether it stands within `[…]` or `{…}`.
    flow: bool,
    /// Where the lines of a longer value begin.
    column: usize,
    /// Whether a longer value begins on a line of its own.
    own_line: bool,
}

impl<'n> Slot<'n> {
    /// The value of a key.
    pub fn in_map(text: &str, map: &'n Node, key: &str) -> Option<Self> {
        let (key, node) = map.as_map()?.iter().find(|(there, _)| there.name == key)?;
        let flow = text[map.span.start..].starts_with('{');
        let anchor = after_colon(text, key.span.end);
        Some(Self { node, anchor, flow, column: column_of(text, key.span.start) + 2, own_line: true })
    }

    /// An item of a list.
    pub fn in_list(text: &str, list: &'n Node, at: usize) -> Option<Self> {
        let Value::Seq(items) = &list.value else { return None };
        let pieces = Pieces::of(text, list)?;
        let anchor = pieces.anchor(at);
        Some(Self { node: items.get(at)?, anchor, flow: pieces.flow, column: pieces.column + 2, own_line: false })
    }

    /// The changes that let it say `new`.
    fn changes(&self, text: &str, new: &str) -> Vec<Change> {
        let old = isian(self.node);
        let new = if old.rincian.is_empty() { Isian::parse(new) } else { Isian::parse_list(new) };
        match &self.node.value {
            Value::Seq(_) if new.is_list() => self.items(text, &new.rincian),
            Value::Map(_) if !new.rincian.is_empty() && !new.teks.is_empty() => self.parts(text, &old, &new),
            _ => vec![self.whole(text, &new)],
        }
    }

    /// An item with a list below it: its sentence, its list, what follows.
    fn parts(&self, text: &str, old: &Isian, new: &Isian) -> Vec<Change> {
        let slots = ["teks", "rincian", "penutup"].map(|key| Slot::in_map(text, self.node, key));
        let [Some(teks), Some(rincian), penutup] = slots else { return vec![self.whole(text, new)] };
        if penutup.is_none() && !new.penutup.is_empty() {
            return vec![self.whole(text, new)];
        }
        let mut changes = Vec::new();
        if old.teks != new.teks {
            changes.push(teks.whole(text, &Isian::sentence(new.teks.as_str())));
        }
        if old.rincian != new.rincian {
            changes.extend(rincian.items(text, &new.rincian));
        }
        if let Some(slot) = penutup.filter(|_| old.penutup != new.penutup) {
            changes.push(slot.whole(text, &Isian::sentence(new.penutup.as_str())));
        }
        changes
    }

    /// A list whose items changed, came or went.
    fn items(&self, text: &str, new: &[Isian]) -> Vec<Change> {
        let (Value::Seq(nodes), Some(pieces)) = (&self.node.value, Pieces::of(text, self.node)) else {
            let list = Isian { rincian: new.to_vec(), ..Isian::default() };
            return vec![self.whole(text, &list)];
        };
        let old: Vec<String> = nodes.iter().map(text_of).collect();
        let wanted: Vec<String> = new.iter().map(Isian::text).collect();
        let pairs = pair(&old, &wanted);
        let inner = |at: usize, isian: &Isian| match Slot::in_list(text, self.node, at) {
            Some(slot) if old[at] != isian.text() => slot.changes(text, &isian.text()),
            _ => Vec::new(),
        };
        if old.len() == new.len() && pairs.iter().enumerate().all(|(at, pair)| *pair == Some(at)) {
            return new.iter().enumerate().flat_map(|(at, isian)| inner(at, isian)).collect();
        }
        let items: Vec<(Option<usize>, String)> = new
            .iter()
            .zip(pairs)
            .map(|(isian, old)| match (old, pieces.flow) {
                (Some(at), _) => (old, apply(text, pieces.body(at), &inner(at, isian))),
                (None, true) => (old, scalar::flow(isian)),
                (None, false) => (old, scalar::items(std::slice::from_ref(isian), pieces.column)),
            })
            .collect();
        vec![(pieces.region.clone(), pieces.join(text, &items))]
    }

    /// Another value in its place, written the way the old one was.
    pub fn whole(&self, text: &str, new: &Isian) -> Change {
        self.written(text, new, self.style(text))
    }

    /// Another value in its place, its text in this style.
    fn written(&self, text: &str, new: &Isian, style: Style) -> Change {
        let start = self.node.span.start;
        if self.flow {
            let nothing = is_nothing(self.node);
            let range = if nothing { self.anchor..self.anchor } else { start..end_of(self.node, text) };
            let gap = if nothing && self.own_line { " " } else { "" };
            let value = match new.rincian.is_empty() {
                true => scalar(&new.teks, true, style),
                false => scalar::flow(new),
            };
            return (range, format!("{gap}{value}"));
        }
        let end = if is_nothing(self.node) { self.anchor } else { end_of(self.node, text) };
        let single = matches!(self.node.value, Value::Scalar { .. } | Value::Null) && !is_nothing(self.node);
        if single && new.rincian.is_empty() && pieces::block_header(text, start).is_none() {
            return (start..end, scalar(&new.teks, false, style));
        }
        // A remark behind the key stays there.
        let between = &text[self.anchor..start.clamp(self.anchor, end)];
        let remark = between.find(" #").map(|at| between[at..].lines().next().unwrap_or_default().trim_end());
        let remark = remark.map_or(String::new(), |remark| format!(" {remark}"));
        let value = match new.rincian.is_empty() {
            true => format!(" {}{remark}", scalar(&new.teks, false, style)),
            false if self.own_line => {
                format!("{remark}\n{}{}", " ".repeat(self.column), scalar::block(new, self.column))
            }
            false => format!(" {}{remark}", scalar::block(new, self.column)),
        };
        (self.anchor..end, value)
    }

    /// How the old value is written.
    fn style(&self, text: &str) -> Style {
        let start = self.node.span.start;
        if !matches!(&self.node.value, Value::Scalar { text, .. } if !text.is_empty()) {
            return Style::Plain;
        }
        match (pieces::block_header(text, start), text[start..].chars().next()) {
            (Some(_), _) => Style::Folded(column_of(text, start)),
            (None, Some('\'')) => Style::Single,
            (None, Some('"')) => Style::Double,
            _ => Style::Plain,
        }
    }
}

/// So many pairs of items are compared at most; beyond, items continue each other by their places.
const COMPARED: usize = 1_000_000;

/// For each new item the old one that it continues: equal ones in their order, others between them one by one.
fn pair(old: &[String], new: &[String]) -> Vec<Option<usize>> {
    let one_by_one = |old: Range<usize>, new: Range<usize>| {
        let rest = std::iter::repeat(None);
        old.map(Some).chain(rest).take(new.len()).collect::<Vec<_>>()
    };
    if old.len().saturating_mul(new.len()) > COMPARED {
        return one_by_one(0..old.len(), 0..new.len());
    }
    // What is only in the old list has no place among the new items.
    let runs = capture_diff_slices(Algorithm::Myers, old, new);
    runs.iter().flat_map(|run| one_by_one(run.old_range(), run.new_range())).collect()
}

#[cfg(test)]
mod tests {
    use super::pair;

    #[test]
    fn items_continue_each_other() {
        let paired = |old: &str, new: &str| {
            let letters = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
            pair(&letters(old), &letters(new))
        };
        assert_eq!(paired("abc", "abc"), [Some(0), Some(1), Some(2)]);
        assert_eq!(paired("abc", "axc"), [Some(0), Some(1), Some(2)]);
        assert_eq!(paired("abc", "xabc"), [None, Some(0), Some(1), Some(2)]);
        assert_eq!(paired("abc", "ac"), [Some(0), Some(2)]);
        assert_eq!(paired("ab", "axyb"), [Some(0), None, None, Some(1)]);
        assert_eq!(paired("", "x"), [None]);
    }
}
