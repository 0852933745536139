//! What the pages say, in the order of the document: without the furniture that pages add, and with what only copies
//! say told apart.
//!
//! The words of a table cell stay together over page breaks, and cells come in the order of their rows, so that two
//! documents that break their pages otherwise still read the same.

use std::collections::HashMap;

use typst::foundations::{Content, Label, Packed, Smart};
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::{Frame, FrameItem, GridCell};
use typst::model::{TableCell, TableElem};
use typst::pdf::ArtifactElem;
use typst::utils::PicoStr;

use naskah_core::fingerprint::Sidik;

use super::Pages;

/// What the pages say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bacaan {
    /// The decree's own words.
    pub kata: Vec<String>,
    /// The page on which each of them stands, from 0.
    pub halaman: Vec<usize>,
    /// What only a copy says: its mark, `ttd.`, the certifying blocks; each in one piece, in the order of the pages.
    pub khusus: Vec<String>,
    /// Heads and merged cells that are said again over a last row that was set apart.
    pub ulangan: Vec<String>,
    /// What each table cell says that is none of these.
    pub sel: Vec<String>,
}

impl Bacaan {
    /// The fingerprint of the decree's own words.
    pub fn sidik(&self) -> Sidik {
        Sidik::of(self.kata.join("\n"))
    }
}

/// The labels by which styles mark what is not the decree's own running text.
const KHUSUS: &str = "khusus";
/// What goes on from the words before that only a copy has.
const KHUSUS_LANJUT: &str = "khusus-lanjut";
const ULANGAN: &str = "ulangan";
const NOMOR_HALAMAN: &str = "nomor-halaman";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Own,
    Special,
    More,
    Again,
    Furniture,
}

/// A part of the document: its words and the parts within it, in their order.
struct Node {
    kind: Kind,
    /// Table, row and column of a table cell.
    cell: Option<(usize, usize, usize)>,
    parts: Vec<Part>,
}

enum Part {
    /// What it says, and on which page.
    Text(String, usize),
    Node(usize),
}

struct Reader {
    nodes: Vec<Node>,
    /// The parts that are open, the innermost last, with the place by which each is closed.
    open: Vec<(usize, Option<Location>)>,
    /// The cells by their place: what of them stands on later pages refers to it.
    cells: HashMap<Location, usize>,
    tables: usize,
    /// The page at hand.
    page: usize,
}

impl Pages {
    /// What the pages say.
    pub fn bacaan(&self) -> Bacaan {
        let root = Node { kind: Kind::Own, cell: None, parts: Vec::new() };
        let mut reader = Reader { nodes: vec![root], open: vec![(0, None)], cells: HashMap::new(), tables: 0, page: 0 };
        for (page, at) in self.document().pages().iter().zip(0..) {
            reader.page = at;
            reader.frame(&page.frame);
        }
        let mut bacaan = Bacaan::default();
        reader.gather(0, &mut bacaan);
        bacaan
    }
}

impl Reader {
    fn frame(&mut self, frame: &Frame) {
        let depth = self.open.len();
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let cell = group.parent.and_then(|parent| self.cells.get(&parent.location).copied());
                    self.open.extend(cell.map(|node| (node, None)));
                    self.frame(&group.frame);
                    if cell.is_some() {
                        self.open.pop();
                    }
                }
                FrameItem::Text(text) => self.part(Part::Text(text.text.to_string(), self.page)),
                FrameItem::Tag(Tag::Start(element, _)) => self.start(element),
                FrameItem::Tag(Tag::End(location, ..)) => self.end(*location, depth),
                _ => {}
            }
        }
        self.open.truncate(depth);
    }

    fn part(&mut self, part: Part) {
        let at = self.open.last().map_or(0, |(node, _)| *node);
        self.nodes[at].parts.push(part);
    }

    fn start(&mut self, element: &Content) {
        let is = |name: &str| element.label() == Label::new(PicoStr::intern(name));
        if element.is::<TableElem>() {
            self.tables += 1;
        } else if element.is::<MetadataElem>() {
            if is(ULANGAN) {
                let at = self.open.last().map_or(0, |(node, _)| *node);
                self.nodes[at].kind = Kind::Again;
            }
        } else if let Some(cell) = element.to_packed::<TableCell>() {
            let kind = if cell.is_repeated.get(Default::default()) { Kind::Furniture } else { Kind::Own };
            self.push(element, kind, Some((self.tables, row_of(cell).1, row_of(cell).0)));
        } else if element.is::<GridCell>() {
            self.push(element, Kind::Own, None);
        } else if is(KHUSUS) {
            self.push(element, Kind::Special, None);
        } else if is(KHUSUS_LANJUT) {
            self.push(element, Kind::More, None);
        } else if element.is::<ArtifactElem>() || is(NOMOR_HALAMAN) {
            self.push(element, Kind::Furniture, None);
        }
    }

    fn push(&mut self, element: &Content, kind: Kind, cell: Option<(usize, usize, usize)>) {
        let at = self.nodes.len();
        self.nodes.push(Node { kind, cell, parts: Vec::new() });
        self.part(Part::Node(at));
        self.open.push((at, element.location()));
        if element.is::<TableCell>() || element.is::<GridCell>() {
            self.cells.extend(element.location().map(|location| (location, at)));
        }
    }

    fn end(&mut self, location: Location, depth: usize) {
        let found = self.open.iter().rposition(|(_, closing)| *closing == Some(location));
        if let Some(at) = found.filter(|at| *at >= depth) {
            self.open.truncate(at);
        }
    }

    /// Takes the words of a part and of those within it; neighbouring cells of a table by row and column.
    fn gather(&self, at: usize, out: &mut Bacaan) {
        let node = &self.nodes[at];
        match node.kind {
            Kind::Furniture => return,
            Kind::Special => return out.khusus.push(self.text(at)),
            Kind::More => {
                let text = self.text(at);
                match out.khusus.last_mut() {
                    Some(last) => last.push_str(&text),
                    None => out.khusus.push(text),
                }
                return;
            }
            Kind::Again => return out.ulangan.push(self.text(at)),
            Kind::Own if node.cell.is_some() => out.sel.push(self.text(at)),
            Kind::Own => {}
        }
        let mut order: Vec<&Part> = node.parts.iter().collect();
        let cell = |part: &Part| match part {
            Part::Node(at) => self.nodes[*at].cell,
            Part::Text(..) => None,
        };
        for run in order.chunk_by_mut(|a, b| cell(a).is_some() && cell(b).is_some()) {
            run.sort_by_key(|part| cell(part));
        }
        for part in order {
            match part {
                Part::Text(text, page) => {
                    out.kata.extend(text.split_whitespace().map(str::to_owned));
                    out.halaman.resize(out.kata.len(), *page);
                }
                Part::Node(inner) => self.gather(*inner, out),
            }
        }
    }

    /// All that a part says, in one piece without blanks: lines break between boxes, so blanks mean nothing there.
    fn text(&self, at: usize) -> String {
        let part = |part: &Part| match part {
            Part::Text(text, _) => text.split_whitespace().collect(),
            Part::Node(inner) => self.text(*inner),
        };
        self.nodes[at].parts.iter().map(part).collect()
    }
}

/// Column and row of a cell.
fn row_of(cell: &Packed<TableCell>) -> (usize, usize) {
    let place = |place: Smart<usize>| place.custom().unwrap_or_default();
    (place(cell.x.get(Default::default())), place(cell.y.get(Default::default())))
}
