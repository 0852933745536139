//! The proof that every cell of a table stands on the pages, once and with its words, whatever parts it was laid out in.

use std::collections::HashMap;

use typst::foundations::{Content, Label};
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::{Frame, FrameItem};
use typst::model::{TableCell, TableElem};
use typst::pdf::ArtifactElem;
use typst::utils::PicoStr;

use naskah_core::resolve::{ButirCetak, TabelCetak};

use super::super::Pages;
use super::baca;
use super::ruas::kepala;

/// Whether the tables of the pages say what `tabel` says, each cell once.
pub fn lengkap(pages: &Pages, tabel: &TabelCetak) -> bool {
    let mut reader = Reader { label: Label::new(PicoStr::intern("ulangan")), ..Reader::default() };
    for page in pages.document().pages() {
        reader.frame(&page.frame);
    }
    // Its last rows may have been set apart, with the signature under them.
    let whole = reader.tabel.iter().position(|table| table.baris > kepala(tabel) + tabel.baris.len() / 2);
    whole.is_some_and(|at| reader.sama(at, tabel))
}

/// A table, and the row and the column of one of its cells.
type Tempat = (usize, (usize, usize));

#[derive(Default)]
struct Reader {
    label: Option<Label>,
    tabel: Vec<Terbaca>,
    /// The table and the place of each cell.
    sel: HashMap<Location, Tempat>,
    /// What is open, the innermost last; a cell with its place, or nothing that counts.
    buka: Vec<(Option<Location>, Option<Tempat>)>,
}

/// The cells of a table by row and column: their words, and how often each was begun.
#[derive(Default)]
struct Terbaca {
    baris: usize,
    sel: HashMap<(usize, usize), (String, usize)>,
    /// Cells that say again what stood before.
    ulangan: Vec<(usize, usize)>,
}

impl Reader {
    fn frame(&mut self, frame: &Frame) {
        let depth = self.buka.len();
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let cell = group.parent.and_then(|parent| self.sel.get(&parent.location).copied());
                    let length = self.buka.len();
                    self.buka.extend(cell.map(|cell| (None, Some(cell))));
                    self.frame(&group.frame);
                    self.buka.truncate(length);
                }
                FrameItem::Text(text) => {
                    if let Some((_, Some((table, at)))) = self.buka.last().copied()
                        && let Some((words, _)) = self.tabel.get_mut(table).and_then(|table| table.sel.get_mut(&at))
                    {
                        words.extend(text.text.chars().filter(|c| !c.is_whitespace()));
                    }
                }
                FrameItem::Tag(Tag::Start(element, _)) => self.start(element),
                FrameItem::Tag(Tag::End(location, ..)) => {
                    let found = self.buka.iter().rposition(|(open, _)| *open == Some(*location));
                    if let Some(found) = found.filter(|found| *found >= depth) {
                        self.buka.truncate(found);
                    }
                }
                _ => {}
            }
        }
        self.buka.truncate(depth);
    }

    fn start(&mut self, element: &Content) {
        let number = self.tabel.len().saturating_sub(1);
        if let Some(table) = element.to_packed::<TableElem>() {
            let baris = table.grid.as_ref().map_or(0, |grid| grid.rows.len());
            self.tabel.push(Terbaca { baris, ..Terbaca::default() });
        } else if let Some(cell) = element.to_packed::<TableCell>() {
            let (x, y) = baca::letak(cell);
            let own = (!baca::ulangan(cell)).then_some((number, (y, x)));
            self.buka.push((element.location(), own));
            if let (Some(_), Some(table)) = (own, self.tabel.last_mut()) {
                table.sel.entry((y, x)).or_default().1 += 1;
                self.sel.extend(element.location().map(|location| (location, (number, (y, x)))));
            }
        } else if element.is::<ArtifactElem>() {
            self.buka.push((element.location(), None));
        } else if element.is::<MetadataElem>()
            && element.label().is_some()
            && element.label() == self.label
            && let Some((_, Some((table, at)))) = self.buka.last().copied()
            && let Some(table) = self.tabel.get_mut(table)
        {
            table.ulangan.push(at);
        }
    }

    /// Whether the table of the number, with the one behind it for its last rows, says what `tabel` says.
    fn sama(&self, at: usize, tabel: &TabelCetak) -> bool {
        let kepala = kepala(tabel);
        let Some(whole) = self.tabel.get(at) else { return false };
        let batas = whole.baris.saturating_sub(kepala);
        let ekor = self.tabel.get(at + 1);
        let mut banyak = 0;
        for (r, row) in tabel.baris.iter().enumerate() {
            let (table, y) = match r < batas {
                true => (Some(whole), r + kepala),
                false => (ekor, r - batas + kepala),
            };
            for cell in row.cells() {
                let said = table.and_then(|table| table.sel.get(&(y, cell.x)));
                let Some((words, 1)) = said else { return false };
                if *words != kata(&cell.isi) {
                    return false;
                }
                banyak += usize::from(r < batas);
            }
        }
        let berisi = whole.sel.iter().filter(|((y, _), (words, _))| *y >= kepala && !words.is_empty()).count();
        berisi <= banyak && whole.ulangan.iter().all(|(y, _)| *y < kepala)
    }
}

/// What a cell says, without blanks.
fn kata(isi: &ButirCetak) -> String {
    let plain = |text: &naskah_core::decree::Teks| text.as_plain().split_whitespace().collect::<String>();
    let mut out = plain(&isi.teks);
    for item in &isi.rincian {
        out.extend(item.no.iter().flat_map(|no| no.split_whitespace()));
        out.push_str(&kata(item));
    }
    out.extend(isi.penutup.iter().map(plain));
    out
}
