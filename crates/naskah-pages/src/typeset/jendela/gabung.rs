//! The pages of windows put into the pages of the document, and the parts of their table made one.

use std::sync::Arc;

use typst::ecow::EcoVec;
use typst::foundations::Content;
use typst::introspection::Tag;
use typst::layout::resolve::CellGrid;
use typst::layout::{Frame, FrameItem};
use typst::model::{Document as _, TableElem};
use typst_layout::{Page, PagedDocument};

use super::super::{Fonts, Pages};
use super::saring::{Isi, sel};
use super::tanda::{self, Satu};
use super::{Bagian, baca};
use naskah_core::catalog::Catalog;

/// Puts the windows' pages of a table into the document's.
pub fn gabung(pages: &Pages, bagian: &Bagian, fonts: &Fonts, catalog: &Catalog) -> Option<Pages> {
    let document = pages.document();
    let satu = tanda::satukan(&tanda::semua(document.pages()), bagian.id)?;
    if satu.halaman.len() != bagian.lembar.len() {
        return None;
    }
    let grid = kisi(document.pages(), bagian, &satu, fonts, catalog)?;
    let mut penyatu = Penyatu { bagian, satu: &satu, grid, di: Di::Luar };
    let mut lembar = satu.halaman.iter().zip(&bagian.lembar).peekable();
    let mut out = EcoVec::new();
    for (number, page) in document.pages().iter().enumerate() {
        let frame = match lembar.next_if(|(at, _)| **at == number) {
            Some((_, lembar)) => penyatu.terisi(&page.frame, &lembar.isi)?,
            None => penyatu.frame(&page.frame),
        };
        out.push(Page { frame, ..page.clone() });
    }
    Some(Pages::new(PagedDocument::new(out, document.info().clone())))
}

/// The grid of the whole table.
fn kisi(pages: &[Page], bagian: &Bagian, satu: &Satu, fonts: &Fonts, catalog: &Catalog) -> Option<Arc<CellGrid>> {
    let (awal, akhir) = (table(pages, satu.awal)?, table(pages, satu.akhir)?);
    let (awal, akhir) = (awal.grid.as_deref()?, akhir.grid.as_deref()?);
    let mut kisi = super::kisi::Kisi::of(awal, 0..bagian.kepala + bagian.awal, 0)?;
    if awal.rows.len() != bagian.kepala + bagian.awal {
        return None;
    }
    for lembar in &bagian.lembar {
        kisi.tambah(&lembar.kisi)?;
    }
    kisi.tambah(&super::kisi::Kisi::of(akhir, bagian.kepala..akhir.rows.len(), bagian.akhir)?)?;
    Some(Arc::new(kisi.utuh(fonts, catalog)?))
}

/// The table of a place.
fn table(pages: &[Page], location: typst::introspection::Location) -> Option<TableElem> {
    fn within(frame: &Frame, location: typst::introspection::Location) -> Option<Content> {
        frame.items().find_map(|(_, item)| match item {
            FrameItem::Group(group) => within(&group.frame, location),
            FrameItem::Tag(Tag::Start(element, _)) if element.location() == Some(location) => Some(element.clone()),
            _ => None,
        })
    }
    pages.iter().find_map(|page| within(&page.frame, location))?.unpack().ok()
}

/// Which part of the table the marks at hand are of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Di {
    Luar,
    Awal,
    Akhir,
}

/// Makes the parts of a table one, page by page.
struct Penyatu<'a> {
    bagian: &'a Bagian,
    satu: &'a Satu,
    grid: Arc<CellGrid>,
    di: Di,
}

impl Penyatu<'_> {
    /// A page with the content of a window's in the place that it has for it.
    fn terisi(&mut self, frame: &Frame, isi: &Isi) -> Option<Frame> {
        let mut items: Vec<_> = self.frame(frame).items().cloned().collect();
        let (at, end) = tanda::letak_lembar(&items)?;
        if let Some(end) = end {
            items.remove(end);
        }
        let (point, _) = items.get(at)?.clone();
        *items.get_mut(at)? = (point, isi.isi.clone());
        items.extend(isi.atas.iter().cloned());
        Some(with(frame, items))
    }

    fn frame(&mut self, frame: &Frame) -> Frame {
        let mut items = Vec::with_capacity(frame.items().len());
        for (at, item) in frame.items() {
            let item = match item {
                FrameItem::Group(group) => {
                    let mut group = group.clone();
                    group.frame = self.frame(&group.frame);
                    Some(FrameItem::Group(group))
                }
                FrameItem::Tag(tag) => self.tag(tag).map(FrameItem::Tag),
                other => Some(other.clone()),
            };
            items.extend(item.map(|item| (*at, item)));
        }
        with(frame, items)
    }

    fn tag(&mut self, tag: &Tag) -> Option<Tag> {
        let location = tag.location();
        match tag {
            Tag::Start(element, flags) => {
                if location == self.satu.awal {
                    self.di = Di::Awal;
                    return Some(Tag::Start(self.utuh(element), *flags));
                }
                if location == self.satu.akhir {
                    self.di = Di::Akhir;
                }
                if self.satu.ganti.contains_key(&location) {
                    return None;
                }
                let moved = match self.di {
                    Di::Luar => element.clone(),
                    Di::Awal => sel(element, self.bagian.kepala, 0, false),
                    Di::Akhir => sel(element, self.bagian.kepala, self.bagian.akhir, true),
                };
                Some(Tag::Start(moved, *flags))
            }
            Tag::End(..) => {
                if location == self.satu.awal || location == self.satu.akhir {
                    self.di = Di::Luar;
                }
                if self.satu.lepas.contains(&location) {
                    return None;
                }
                Some(self.satu.ganti.get(&location).unwrap_or(tag).clone())
            }
        }
    }

    /// The first part's beginning as that of the whole table.
    fn utuh(&self, element: &Content) -> Content {
        let mut whole = element.clone();
        if let Some(table) = whole.to_packed_mut::<TableElem>() {
            table.grid = Some(Arc::clone(&self.grid));
            table.children.clear();
        }
        whole
    }
}

/// A frame of the same size and kind with other items.
fn with(frame: &Frame, items: Vec<(typst::layout::Point, FrameItem)>) -> Frame {
    let mut out = Frame::new(frame.size(), frame.kind());
    if frame.has_baseline() {
        out.set_baseline(frame.baseline());
    }
    out.push_multiple(items);
    out
}

/// So many rows of the table stand before its windows, from the pages on which they are laid out alone: where the second page
/// of rows begins that the table can be parted at.
pub fn awal(pages: &Pages, id: usize, kepala: usize) -> Option<usize> {
    let label = typst::utils::PicoStr::intern(&format!("baris-{id}-awal"));
    let tables = baca::tabel(pages.document().pages(), typst::foundations::Label::new(label));
    let own = tables.iter().find(|table| table.dicari)?;
    own.awal(kepala).iter().skip(1).find(|awal| awal.sah).map(|awal| awal.baris)
}
