//! A page of a window made fit for the document: of its marks those of cells alone, each cell in its row of the whole table.

use typst::foundations::{Content, Label, Smart};
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::{Frame, FrameItem, Point};
use typst::model::TableCell;
use typst::pdf::ArtifactElem;
use typst_layout::Page;

use super::baca;

/// What a page of a window gives to the page of the document: its content in one piece, and what lies over it.
#[derive(Debug, Clone)]
pub struct Isi {
    pub isi: FrameItem,
    pub atas: Vec<(Point, FrameItem)>,
}

/// Takes the pages of a window apart, in their order.
pub struct Saringan {
    /// Rows of the head.
    pub kepala: usize,
    /// The number of the table, and so many of its rows come before. By both, the places of a window differ from those of all
    /// others: each is laid out under the same name, so that the typesetter knows in one what it learnt in another.
    pub tabel: usize,
    pub sebelum: usize,
    /// The label by which rows are marked.
    pub label: Option<Label>,
    /// The cells and artifacts that are open.
    pub buka: Vec<Location>,
}

impl Saringan {
    /// What a page holds; `None` where its content does not lie in one piece.
    pub fn halaman(&mut self, page: &Page) -> Option<Isi> {
        let mut items = page.frame.items().skip_while(|(_, item)| !matches!(item, FrameItem::Group(_)));
        let Some((_, FrameItem::Group(group))) = items.next() else { return None };
        let mut group = group.clone();
        group.frame = self.frame(&group.frame, false);
        let mut atas = Vec::new();
        for (at, item) in items {
            atas.extend(self.item(item, false).map(|item| (*at, item)));
        }
        Some(Isi { isi: FrameItem::Group(group), atas })
    }

    /// The name that a place has in the whole document.
    fn letak(&self, location: Location) -> Location {
        location.variant(self.tabel).variant(self.sebelum)
    }

    /// A frame with the marks that belong to cells; `semua`, with all of them.
    fn frame(&mut self, frame: &Frame, semua: bool) -> Frame {
        let mut out = Frame::new(frame.size(), frame.kind());
        if frame.has_baseline() {
            out.set_baseline(frame.baseline());
        }
        let items: Vec<_> =
            frame.items().filter_map(|(at, item)| self.item(item, semua).map(|item| (*at, item))).collect();
        out.push_multiple(items);
        out
    }

    fn item(&mut self, item: &FrameItem, semua: bool) -> Option<FrameItem> {
        match item {
            FrameItem::Group(group) => {
                let mut group = group.clone();
                // What goes on from another page closes there what was opened here, and the other way round.
                let semua = semua || group.parent.is_some();
                if let Some(parent) = &mut group.parent {
                    parent.location = self.letak(parent.location);
                }
                group.frame = self.frame(&group.frame, semua);
                Some(FrameItem::Group(group))
            }
            FrameItem::Tag(tag) => self.tag(tag, semua).map(FrameItem::Tag),
            other => Some(other.clone()),
        }
    }

    fn tag(&mut self, tag: &Tag, semua: bool) -> Option<Tag> {
        match tag {
            Tag::Start(element, flags) => {
                let own = element.is::<TableCell>() || element.is::<ArtifactElem>();
                if own {
                    self.buka.extend(element.location());
                }
                let mark = element.is::<MetadataElem>() && element.label().is_some() && element.label() == self.label;
                let keep = (own || semua || !self.buka.is_empty()) && !mark;
                keep.then(|| {
                    let mut moved = sel(element, self.kepala, self.sebelum, true);
                    if let Some(location) = moved.location() {
                        moved.set_location(self.letak(location));
                    }
                    Tag::Start(moved, *flags)
                })
            }
            Tag::End(location, key, flags) => {
                let keep = semua || !self.buka.is_empty();
                if let Some(at) = self.buka.iter().rposition(|open| open == location) {
                    self.buka.truncate(at);
                }
                keep.then(|| Tag::End(self.letak(*location), *key, *flags))
            }
        }
    }
}

/// A cell in its row of the whole table, `sebelum` rows further down, without its text, which the page has; the head of a part
/// of the table says again what the whole one's said. Anything else stays as it is.
pub fn sel(element: &Content, kepala: usize, sebelum: usize, ulang: bool) -> Content {
    let mut moved = element.clone();
    let Some(cell) = moved.to_packed_mut::<TableCell>() else { return moved };
    let y = baca::letak(cell).1;
    match y < kepala {
        true if ulang => cell.is_repeated.set(true),
        true => {}
        false => cell.y.set(Smart::Custom(y + sebelum)),
    }
    cell.body = Content::empty();
    moved
}
