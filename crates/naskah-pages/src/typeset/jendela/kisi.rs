//! The grid of the whole table, put together of those of its parts.

use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use typst::foundations::Content;
use typst::introspection::Tag;
use typst::layout::resolve::{Cell, CellGrid, Entry, Header, Repeatable};
use typst::layout::{Frame, FrameItem, Sizing};
use typst::model::TableElem;

use crate::template::TypstSource;
use naskah_core::catalog::Catalog;

use super::super::{Fonts, World, forget};

/// Rows of a grid, without the texts of their cells.
#[derive(Debug, Default)]
pub struct Kisi {
    kolom: usize,
    entries: Vec<Entry>,
    /// Heads and headings: their rows and their level.
    kepala: Vec<(Range<usize>, NonZeroU32)>,
    /// The rows of the whole grid that these are.
    baris: Range<usize>,
}

impl Kisi {
    /// Rows of a part of the table, which stand `sebelum` rows further down in the whole of it; `None` where the grid has what
    /// parts cannot be put together with.
    pub fn of(grid: &CellGrid, rows: Range<usize>, sebelum: usize) -> Option<Self> {
        let lines = |lines: &[Vec<_>]| lines.iter().any(|lines| !lines.is_empty());
        if grid.has_gutter || grid.footer.is_some() || lines(&grid.vlines) || lines(&grid.hlines) {
            return None;
        }
        let kolom = grid.cols.len();
        let entries = grid.entries.get(rows.start * kolom..rows.end * kolom)?.iter();
        let entries = entries.map(|entry| ramping(entry, sebelum * kolom)).collect();
        let heads = grid.headers.iter().filter(|head| rows.contains(&head.range.start));
        let kepala = heads.map(|head| (head.range.start + sebelum..head.range.end + sebelum, head.level)).collect();
        Some(Self { kolom, entries, kepala, baris: rows.start + sebelum..rows.end + sebelum })
    }

    /// Puts the rows of another part under these; `None` where it has other columns, or other rows come first.
    pub fn tambah(&mut self, other: &Self) -> Option<()> {
        if self.kolom != other.kolom || self.baris.end != other.baris.start {
            return None;
        }
        self.entries.extend(other.entries.iter().map(|entry| ramping(entry, 0)));
        self.kepala.extend(other.kepala.iter().cloned());
        self.baris.end = other.baris.end;
        Some(())
    }

    /// The grid.
    pub fn utuh(self, fonts: &Fonts, catalog: &Catalog) -> Option<CellGrid> {
        let mut headers = kepala(self.kepala.len(), fonts, catalog)?;
        for (head, (range, level)) in headers.iter_mut().zip(self.kepala) {
            (head.range, head.level, head.repeated) = (range, level, level.get() == 1);
        }
        Some(CellGrid {
            entries: self.entries,
            cols: vec![Sizing::Auto; self.kolom],
            rows: vec![Sizing::Auto; self.baris.len()],
            vlines: Vec::new(),
            hlines: Vec::new(),
            headers,
            footer: None,
            has_gutter: false,
        })
    }
}

/// A cell without its text; one that is merged with a cell so many cells further on.
fn ramping(entry: &Entry, sebelum: usize) -> Entry {
    match entry {
        Entry::Cell(cell) => Entry::Cell(Cell {
            body: Content::empty(),
            fill: cell.fill.clone(),
            colspan: cell.colspan,
            rowspan: cell.rowspan,
            stroke: cell.stroke.clone(),
            stroke_overridden: cell.stroke_overridden,
            breakable: cell.breakable,
        }),
        Entry::Merged { parent } => Entry::Merged { parent: parent + sebelum },
    }
}

/// So many tables were laid out for their heads, and so many places they lie in, one after the other.
static LOYANG: AtomicUsize = AtomicUsize::new(0);
const BANYAK: usize = 256;

/// So many heads of a grid: only the typesetter can make one, so a small table with as many is laid out.
fn kepala(banyak: usize, fonts: &Fonts, catalog: &Catalog) -> Option<Vec<Repeatable<Header>>> {
    let rows = "table.header(level: 2, repeat: false, [a]), [b],".repeat(banyak);
    let main = format!("#set page(width: 100pt, height: auto)\n#table(columns: 1, {rows})\n");
    let source = TypstSource { main, assets: Vec::new() };
    let table = {
        // Threads whose tables have as many heads must not hold one table together.
        let name = format!("kepala/{}", LOYANG.fetch_add(1, Ordering::Relaxed) % BANYAK);
        let world = World::of_part(&source, fonts, catalog, &name);
        let document = typst::compile::<typst_layout::PagedDocument>(&world).output.ok()?;
        document.pages().iter().find_map(|page| tabel(&page.frame))?
    };
    // What remembers the table must let it go, for its heads are to be had from the last that holds it.
    forget(0);
    let grid = Arc::try_unwrap(table.unpack::<TableElem>().ok()?.grid?).ok()?;
    (grid.headers.len() == banyak).then_some(grid.headers)
}

/// The first table of a frame.
fn tabel(frame: &Frame) -> Option<Content> {
    frame.items().find_map(|(_, item)| match item {
        FrameItem::Group(group) => tabel(&group.frame),
        FrameItem::Tag(Tag::Start(element, _)) if element.is::<TableElem>() => Some(element.clone()),
        _ => None,
    })
}
