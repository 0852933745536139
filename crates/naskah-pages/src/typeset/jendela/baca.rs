//! Which rows of a table each page holds, and on which pages a row begins of which nothing stands on the page before.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use typst::foundations::{Content, Label, Packed, Smart};
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::resolve::CellGrid;
use typst::layout::{Frame, FrameItem};
use typst::model::{TableCell, TableElem};
use typst_layout::Page;

/// A table as it lies on its pages.
pub struct Tabel {
    pub grid: Option<Arc<CellGrid>>,
    /// Whether one of its rows bears the label that was looked for.
    pub dicari: bool,
    sel: Vec<Sel>,
    /// The pages on which a cell goes on from the page before.
    lanjutan: BTreeSet<usize>,
}

/// A cell that is not said again.
struct Sel {
    halaman: usize,
    y: usize,
    turun: usize,
}

/// A page on which a row of the table comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Awal {
    /// The page, from 0.
    pub halaman: usize,
    /// The row, from 0, without those of the head.
    pub baris: usize,
    /// Whether nothing of the rows before it stands on the page, and nothing of it before.
    pub sah: bool,
}

/// The tables of the pages in their order; `label` is looked for in their rows.
pub fn tabel(pages: &[Page], label: Option<Label>) -> Vec<Tabel> {
    let mut reader = Reader { label, tabel: Vec::new(), sel: HashMap::new(), halaman: 0 };
    for (halaman, page) in pages.iter().enumerate() {
        reader.halaman = halaman;
        reader.frame(&page.frame);
    }
    reader.tabel
}

struct Reader {
    label: Option<Label>,
    tabel: Vec<Tabel>,
    /// The table of each cell.
    sel: HashMap<Location, usize>,
    halaman: usize,
}

impl Reader {
    fn frame(&mut self, frame: &Frame) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let table = group.parent.and_then(|parent| self.sel.get(&parent.location).copied());
                    if let Some(table) = table.and_then(|table| self.tabel.get_mut(table)) {
                        table.lanjutan.insert(self.halaman);
                    }
                    self.frame(&group.frame);
                }
                FrameItem::Tag(Tag::Start(element, _)) => self.start(element),
                _ => {}
            }
        }
    }

    fn start(&mut self, element: &Content) {
        let number = self.tabel.len().saturating_sub(1);
        if let Some(table) = element.to_packed::<TableElem>() {
            let grid = table.grid.clone();
            self.tabel.push(Tabel { grid, dicari: false, sel: Vec::new(), lanjutan: BTreeSet::new() });
        } else if let Some(cell) = element.to_packed::<TableCell>() {
            let Some(table) = self.tabel.last_mut() else { return };
            if !ulangan(cell) {
                table.sel.push(Sel { halaman: self.halaman, y: letak(cell).1, turun: turun(cell) });
                self.sel.extend(element.location().map(|location| (location, number)));
            }
        } else if element.is::<MetadataElem>()
            && element.label().is_some()
            && element.label() == self.label
            && let Some(table) = self.tabel.last_mut()
        {
            table.dicari = true;
        }
    }
}

impl Tabel {
    /// How each page begins from the first on that has a row, of a table whose head has so many rows.
    pub fn awal(&self, kepala: usize) -> Vec<Awal> {
        let mut out: Vec<Awal> = Vec::new();
        // The rows that have begun, and how far cells reach.
        let (mut mulai, mut sampai) = (0, 0);
        let badan: Vec<&Sel> = self.sel.iter().filter(|sel| sel.y >= kepala).collect();
        for page in badan.chunk_by(|a, b| a.halaman == b.halaman) {
            let Some(halaman) = page.first().map(|sel| sel.halaman) else { continue };
            // Pages that a single row fills.
            let sebelum = out.last().map_or(halaman, |awal| awal.halaman + 1);
            out.extend((sebelum..halaman).map(|halaman| Awal { halaman, baris: mulai, sah: false }));
            let first = page.iter().map(|sel| sel.y - kepala).fold(usize::MAX, usize::min);
            let sah = !self.lanjutan.contains(&halaman) && sampai == first;
            out.push(Awal { halaman, baris: first.max(mulai), sah });
            for sel in page {
                mulai = mulai.max(sel.y - kepala + 1);
                sampai = sampai.max(sel.y - kepala + sel.turun);
            }
        }
        out
    }
}

/// Column and row of a cell.
pub fn letak(cell: &Packed<TableCell>) -> (usize, usize) {
    let place = |place: Smart<usize>| place.custom().unwrap_or_default();
    (place(cell.x.get(Default::default())), place(cell.y.get(Default::default())))
}

fn turun(cell: &Packed<TableCell>) -> usize {
    cell.rowspan.get(Default::default()).get()
}

/// Whether a cell says again what a head said on a page before.
pub fn ulangan(cell: &Packed<TableCell>) -> bool {
    cell.is_repeated.get(Default::default())
}
