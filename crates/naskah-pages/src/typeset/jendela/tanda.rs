//! The marks of a document in their order, and which of them must go so that the parts of a table become one.

use std::collections::{HashMap, HashSet};

use typst::foundations::{Element, Label, Value};
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::{Frame, FrameItem, Point};
use typst::model::TableElem;
use typst::utils::PicoStr;
use typst_layout::Page;

/// The label of the mark on each page into which one of a window is put; its value tells the table and which page.
const JENDELA: &str = "jendela";

/// A mark.
#[derive(Debug, Clone)]
pub enum Tanda {
    Mulai(Location, Element),
    Akhir(Tag),
    /// The page of the document into which a table's page of the number is put.
    Lembar {
        tabel: usize,
        nomor: usize,
        halaman: usize,
    },
}

/// All marks of the pages.
pub fn semua(pages: &[Page]) -> Vec<Tanda> {
    let mut out = Vec::new();
    let label = Label::new(PicoStr::intern(JENDELA));
    for (halaman, page) in pages.iter().enumerate() {
        frame(&page.frame, halaman, label, &mut out);
    }
    out
}

fn frame(frame_: &Frame, halaman: usize, label: Option<Label>, out: &mut Vec<Tanda>) {
    for (_, item) in frame_.items() {
        match item {
            FrameItem::Group(group) => frame(&group.frame, halaman, label, out),
            FrameItem::Tag(Tag::Start(element, _)) => match lembar(item, label) {
                Some((tabel, nomor)) => out.push(Tanda::Lembar { tabel, nomor, halaman }),
                None => out.extend(element.location().map(|location| Tanda::Mulai(location, element.elem()))),
            },
            FrameItem::Tag(tag) => out.push(Tanda::Akhir(tag.clone())),
            _ => {}
        }
    }
}

/// The table and the page that a mark says are put here.
fn lembar(item: &FrameItem, label: Option<Label>) -> Option<(usize, usize)> {
    let FrameItem::Tag(Tag::Start(element, _)) = item else { return None };
    let mark = element.to_packed::<MetadataElem>().filter(|_| element.label().is_some() && element.label() == label)?;
    let Value::Str(value) = &mark.value else { return None };
    let (tabel, nomor) = value.as_str().split_once(',')?;
    Some((tabel.parse().ok()?, nomor.parse().ok()?))
}

/// How the marks of a table's two parts become those of one.
#[derive(Debug)]
pub struct Satu {
    /// Where the first part begins, and where the last one does.
    pub awal: Location,
    pub akhir: Location,
    /// Ends of the first part that go.
    pub lepas: HashSet<Location>,
    /// The last part's beginnings, which go, with the ends of the first part that come in place of theirs.
    pub ganti: HashMap<Location, Tag>,
    /// The pages of the document into which those of windows are put, in their order.
    pub halaman: Vec<usize>,
}

/// Finds the two parts of a table of the number, which stand before and behind its windows' pages.
pub fn satukan(tanda: &[Tanda], id: usize) -> Option<Satu> {
    let mut halaman = Vec::new();
    let mut range: Option<(usize, usize)> = None;
    for (at, mark) in tanda.iter().enumerate() {
        let Tanda::Lembar { tabel, nomor, halaman: page } = mark else { continue };
        if *tabel == id {
            if *nomor != halaman.len() {
                return None;
            }
            halaman.push(*page);
            range = Some((range.map_or(at, |range| range.0), at));
        }
    }
    let (first, last) = range?;
    let is_table = |mark: &Tanda| matches!(mark, Tanda::Mulai(_, element) if *element == Element::of::<TableElem>());
    let awal = tanda.get(..first)?.iter().rposition(is_table)?;
    let akhir = last + tanda.get(last..)?.iter().position(is_table)?;
    let (own, other) = (terbuka(tanda.get(..=awal)?), terbuka(tanda.get(..=akhir)?));
    let sama = own.iter().zip(&other).take_while(|(a, b)| a.0 == b.0).count();
    let (own, other) = (own.get(sama..)?, other.get(sama..)?);
    if own.len() != other.len() || own.iter().zip(other).any(|(a, b)| a.1 != b.1) {
        return None;
    }
    let mut ganti = HashMap::new();
    for ((location, _), (taken, _)) in own.iter().zip(other) {
        let ends = |mark: &&Tanda| matches!(mark, Tanda::Akhir(tag) if tag.location() == *location);
        let Some(Tanda::Akhir(end)) = tanda.get(awal..first)?.iter().find(ends) else { return None };
        ganti.insert(*taken, end.clone());
    }
    let lepas = own.iter().map(|(location, _)| *location).collect();
    Some(Satu { awal: own.last()?.0, akhir: other.last()?.0, lepas, ganti, halaman })
}

/// What is open behind the last of the marks, the innermost last.
fn terbuka(tanda: &[Tanda]) -> Vec<(Location, Element)> {
    let mut open: Vec<(Location, Element)> = Vec::new();
    for mark in tanda {
        match mark {
            Tanda::Mulai(location, element) => open.push((*location, *element)),
            Tanda::Akhir(tag) => {
                if let Some(at) = open.iter().rposition(|(location, _)| *location == tag.location()) {
                    open.remove(at);
                }
            }
            Tanda::Lembar { .. } => {}
        }
    }
    open
}

/// Which items of a page are, or hold, the mark of the page that is put into it: where the page's content lies, and the mark's end.
pub fn letak_lembar(items: &[(Point, FrameItem)]) -> Option<(usize, Option<usize>)> {
    let label = Label::new(PicoStr::intern(JENDELA));
    let at = items.iter().position(|(_, item)| memuat(item, label))?;
    let Some((_, FrameItem::Tag(Tag::Start(element, _)))) = items.get(at) else { return Some((at, None)) };
    let location = element.location()?;
    let ends = |item: &FrameItem| matches!(item, FrameItem::Tag(tag @ Tag::End(..)) if tag.location() == location);
    items.iter().position(|(_, item)| ends(item)).map(|end| (at, Some(end)))
}

/// Whether an item is or holds a mark of the label.
fn memuat(item: &FrameItem, label: Option<Label>) -> bool {
    match item {
        FrameItem::Group(group) => group.frame.items().any(|(_, item)| memuat(item, label)),
        item => lembar(item, label).is_some(),
    }
}
