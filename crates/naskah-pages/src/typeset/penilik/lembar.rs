//! A finished page as it is looked at: its texts, lines and pictures with their places, and what each belongs to.

use std::collections::HashMap;

use typst::foundations::{Content, Label, Packed, Smart, Str, Value};
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::{Abs, Frame, FrameItem, Length, Point, Transform};
use typst::model::{HeadingElem, OutlineElem, TableCell, TableElem};
use typst::pdf::ArtifactElem;
use typst::text::{FontWeight, TextItem};
use typst::utils::PicoStr;
use typst::visualize::Geometry;

use super::super::Pages;

/// A rectangle in points from the page's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kotak {
    pub kiri: f64,
    pub atas: f64,
    pub kanan: f64,
    pub bawah: f64,
}

impl Kotak {
    /// Whether both lie over one another by more than a point in both directions.
    pub fn menindih(&self, other: &Self) -> bool {
        self.kanan.min(other.kanan) - self.kiri.max(other.kiri) > 1.0
            && self.bawah.min(other.bawah) - self.atas.max(other.atas) > 1.0
    }
}

/// What a text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Milik {
    /// Number, foot and repeated words of the page.
    pub perabot: bool,
    /// Which piece of such furniture; 0 for what is none.
    pub benda: usize,
    /// Signature, certificate and receivers.
    pub tanda: bool,
    pub judul: bool,
    /// A table of contents, which says what stands elsewhere.
    pub daftar: bool,
    /// Which of the decree's tables, from 1; 0 for none.
    pub tabel: usize,
    /// Which of the cells.
    pub sel: Option<usize>,
}

/// A text that was shaped in one piece.
#[derive(Debug, Clone, Default)]
pub struct Potong {
    /// Its place among the texts of all pages.
    pub nomor: usize,
    pub x: f64,
    pub kanan: f64,
    /// Its baseline.
    pub y: f64,
    pub besar: f64,
    pub tebal: bool,
    pub teks: String,
    /// Width of its blanks, together, and how many there are.
    pub sela: (f64, u32),
    /// The same of those at its end, which are seen only where its line goes on.
    pub ujung: (f64, u32),
    pub milik: Milik,
    /// Whether a part of it cannot be seen.
    pub terpotong: bool,
    /// Where its letters stand, if they are turned.
    pub putar: Option<Kotak>,
}

impl Potong {
    /// Where its small letters stand.
    pub fn kotak(&self) -> Kotak {
        let lurus = Kotak { kiri: self.x, atas: self.y - 0.5 * self.besar, kanan: self.kanan, bawah: self.y };
        self.putar.unwrap_or(lurus)
    }

    /// Where all its letters stand.
    pub fn kotak_penuh(&self) -> Kotak {
        let lurus = Kotak {
            kiri: self.x,
            atas: self.y - 0.7 * self.besar,
            kanan: self.kanan,
            bawah: self.y + 0.2 * self.besar,
        };
        self.putar.unwrap_or(lurus)
    }

    /// Whether letters of both lie over one another. Lines of a text may touch one another; furniture touches no text.
    pub fn menindih(&self, other: &Self) -> bool {
        match self.milik.benda == other.milik.benda {
            true => self.kotak().menindih(&other.kotak()),
            false => self.kotak_penuh().menindih(&other.kotak_penuh()),
        }
    }
}

/// A cell of a table.
#[derive(Debug, Clone)]
pub struct Sel {
    pub tabel: usize,
    pub x: usize,
    pub y: usize,
    pub kanan: usize,
    pub turun: usize,
    /// Whether it says again what stood before.
    pub ulangan: bool,
    /// The page and the left upper corner where it begins.
    pub halaman: usize,
    pub sudut: (f64, f64),
}

/// A picture that is narrower than the decree wants.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sempit {
    /// The width that it asks for, or would have on pages of another direction.
    pub diminta: f64,
    pub jadi: f64,
    /// Whether those pages lie.
    pub berbalik: Option<bool>,
    /// The text after which it stands.
    pub sesudah: usize,
}

/// A column of another width than the decree wants.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LebarLain {
    /// Which of the decree's tables, from 1.
    pub tabel: usize,
    /// From 0.
    pub kolom: usize,
    pub diminta: f64,
    pub jadi: f64,
    /// The text after which its table stands.
    pub sesudah: usize,
}

/// A column that is too narrow for its words, which are cut.
#[derive(Debug, Clone, Copy)]
pub struct KolomSempit {
    /// From 0.
    pub kolom: usize,
    /// By so much.
    pub kurang: f64,
    /// Whether they are names.
    pub nama: bool,
    /// Whether figures are parted from their units, or days from their months.
    pub lepas: bool,
}

/// The columns of a table whose words are cut.
#[derive(Debug, Clone)]
pub struct TabelSempit {
    /// Which of the decree's tables, from 1.
    pub tabel: usize,
    pub kolom: Vec<KolomSempit>,
    /// The size of its letters, if they are smaller than is read easily.
    pub huruf: Option<f64>,
    /// The text after which the table stands.
    pub sesudah: usize,
}

/// A page.
#[derive(Debug, Default)]
pub struct Lembar {
    pub lebar: f64,
    pub tinggi: f64,
    /// In the order of the document.
    pub potong: Vec<Potong>,
    /// The lines of tables.
    pub garis: Vec<Kotak>,
    /// Other lines of furniture, and of which piece.
    pub garis_perabot: Vec<(usize, Kotak)>,
    pub gambar: Vec<Kotak>,
    /// Pictures that are narrower than the decree wants.
    pub sempit: Vec<Sempit>,
    /// Columns of another width than the decree wants.
    pub lebar_lain: Vec<LebarLain>,
    /// Tables that begin on it, some of whose columns are too narrow.
    pub tabel_sempit: Vec<TabelSempit>,
    /// Whether a signature stands under what its picture is called.
    pub sebutan: bool,
}

/// All pages and the cells that their texts belong to.
#[derive(Debug, Default)]
pub struct Berkas {
    pub(super) lembar: Vec<Lembar>,
    pub(super) sel: Vec<Sel>,
    tempat: HashMap<Location, usize>,
    tabel: usize,
    /// The number of the decree's table that was begun last.
    tabel_ke: usize,
    benda: usize,
    /// How many texts there are.
    pub(super) potong: usize,
    labels: [Option<Label>; 8],
}

/// The label that styles give to signature, certificate and receivers.
const TANDA: &str = "tanda-tangan";
const KHUSUS: &str = "khusus";
const KHUSUS_LANJUT: &str = "khusus-lanjut";
const ULANGAN: &str = "ulangan";
/// The label of names beside their text, which are headings that stand over nothing.
const NAMA: &str = "nama-bagian";

/// The label of what says that a picture is narrower than the decree wants.
const SEMPIT: &str = "gambar-sempit";
/// The label of what a picture is called, over a signature on another page.
const SEBUTAN: &str = "sebutan-gambar";
/// The label of what says which table begins, and which of its columns have another width than was asked for.
const TABEL_KE: &str = "tabel-ke";

/// A label of the styles, found once.
fn label(name: &str) -> Option<Label> {
    Label::new(PicoStr::intern(name))
}

/// Reads what stands on the pages.
pub fn baca(pages: &Pages) -> Berkas {
    let labels = [TANDA, KHUSUS, KHUSUS_LANJUT, ULANGAN, NAMA, SEMPIT, SEBUTAN, TABEL_KE].map(label);
    let mut berkas = Berkas { labels, ..Berkas::default() };
    for page in pages.document().pages() {
        let (lebar, tinggi) = (page.frame.width().to_pt(), page.frame.height().to_pt());
        berkas.lembar.push(Lembar { lebar, tinggi, ..Lembar::default() });
        let mut open = vec![(Milik::default(), None)];
        berkas.frame(&page.frame, Point::zero(), f64::INFINITY, &mut open);
    }
    berkas
}

/// A line of the decree's own words: its page, its baseline and what it says.
type Baris = (usize, f64, String);

type Open = Vec<(Milik, Option<Location>)>;

impl Berkas {
    /// The lines, each by its page, from 0, and its baseline, that do not say the same in the other, or do not stand where
    /// they stand there: each where a run of such lines begins.
    pub fn beda(&self, other: &Self) -> Vec<(usize, f64)> {
        let (own, other) = (self.baris(), other.baris());
        let (mut out, mut a, mut b) = (Vec::new(), 0, 0);
        while let (Some(one), Some(two)) = (own.get(a), other.get(b)) {
            if one.2 != two.2 {
                out.push((one.0, one.1));
                let (down, right) = sejajar(&own[a..], &other[b..]);
                (a, b) = (a + down, b + right);
            } else {
                (a, b) = (a + 1, b + 1);
            }
        }
        let moved = |(one, two): &(&Baris, &Baris)| one.0 != two.0 || (one.1 - two.1).abs() > 0.01;
        let moved = own.iter().zip(&other).find(moved).filter(|_| out.is_empty()).map(|(one, _)| (one.0, one.1));
        out.extend(moved);
        out
    }

    /// The own lines in the order of the document, without blanks.
    fn baris(&self) -> Vec<Baris> {
        let mut out: Vec<Baris> = Vec::new();
        for (page, lembar) in self.lembar.iter().enumerate() {
            for potong in lembar.potong.iter().filter(|potong| !potong.milik.perabot) {
                let teks = potong.teks.split_whitespace();
                match out.last_mut() {
                    Some((at, y, line)) if *at == page && (*y - potong.y).abs() < 0.01 => line.extend(teks),
                    _ => out.push((page, potong.y, teks.collect())),
                }
            }
        }
        out
    }

    /// `clip` is below what nothing is seen of.
    fn frame(&mut self, frame: &Frame, origin: Point, clip: f64, open: &mut Open) {
        let depth = open.len();
        for (at, item) in frame.items() {
            let at = origin + *at;
            match item {
                FrameItem::Group(group) => {
                    if !(group.transform.ky.is_zero() && group.transform.kx.is_zero()) {
                        let turned = Transform::translate(at.x, at.y).pre_concat(group.transform);
                        self.turned(&group.frame, turned, here(open));
                        continue;
                    }
                    let inner = at + Point::new(group.transform.tx, group.transform.ty);
                    let end = inner.y.to_pt() + group.frame.height().to_pt();
                    let clip = if group.clip.is_some() { clip.min(end) } else { clip };
                    let cell = group.parent.and_then(|parent| self.tempat.get(&parent.location).copied());
                    let length = open.len();
                    if cell.is_some() {
                        open.push((Milik { sel: cell, ..here(open) }, None));
                    }
                    self.frame(&group.frame, inner, clip, open);
                    open.truncate(length);
                }
                FrameItem::Text(text) => self.text(text, at, clip, here(open)),
                FrameItem::Shape(shape, _) => {
                    let thick = shape.stroke.as_ref().map_or(0.0, |stroke| stroke.thickness.to_pt());
                    if let Geometry::Line(to) = &shape.geometry {
                        self.line(between(at, at + *to), thick, here(open).benda);
                    }
                }
                FrameItem::Image(_, size, _) => {
                    let kotak = between(at, at + size.to_point());
                    self.page().gambar.push(kotak);
                }
                FrameItem::Tag(Tag::Start(element, _)) => self.start(element, at, open),
                FrameItem::Tag(Tag::End(location, ..)) => {
                    let found = open.iter().rposition(|(_, closing)| *closing == Some(*location));
                    if let Some(found) = found.filter(|found| *found >= depth) {
                        open.truncate(found);
                    }
                }
                FrameItem::Link(..) => {}
            }
        }
        open.truncate(depth);
    }

    /// The texts of a part that is turned by a right angle; marks behind the text are drawn at others.
    fn turned(&mut self, frame: &Frame, transform: Transform, milik: Milik) {
        for (at, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let inner = transform.pre_concat(Transform::translate(at.x, at.y)).pre_concat(group.transform);
                    self.turned(&group.frame, inner, milik);
                }
                FrameItem::Text(text) if transform.sx.get().abs() < 0.01 && !text.text.trim().is_empty() => {
                    let high = Point::new(text.width(), text.size * -0.5);
                    let kotak = between(at.transform(transform), (*at + high).transform(transform));
                    self.text(text, Point::new(Abs::pt(kotak.kiri), Abs::pt(kotak.bawah)), f64::INFINITY, milik);
                    if let Some(last) = self.page().potong.last_mut() {
                        (last.kanan, last.sela, last.putar) = (kotak.kanan, (0.0, 0), Some(kotak));
                    }
                }
                _ => {}
            }
        }
    }

    fn page(&mut self) -> &mut Lembar {
        if self.lembar.is_empty() {
            self.lembar.push(Lembar::default());
        }
        let last = self.lembar.len() - 1;
        &mut self.lembar[last]
    }

    fn line(&mut self, kotak: Kotak, thick: f64, benda: usize) {
        // Shorter ones are drawn signs.
        if (kotak.kanan - kotak.kiri).max(kotak.bawah - kotak.atas) <= 8.0 {
            return;
        }
        if (thick - 0.5).abs() < 0.01 {
            self.page().garis.push(kotak);
        } else if benda > 0 {
            self.page().garis_perabot.push((benda, kotak));
        }
    }

    fn text(&mut self, text: &TextItem, at: Point, clip: f64, milik: Milik) {
        if text.text.trim().is_empty() {
            return;
        }
        let besar = text.size.to_pt();
        let (mut sela, mut ujung) = ((0.0, 0), (0.0, 0));
        let words = text.text.trim_end().len();
        for glyph in text.glyphs.iter().filter(|glyph| text.text.get(glyph.range()) == Some(" ")) {
            let wide = glyph.x_advance.at(text.size).to_pt();
            sela = (sela.0 + wide, sela.1 + 1);
            if glyph.range().start >= words {
                ujung = (ujung.0 + wide, ujung.1 + 1);
            }
        }
        let y = at.y.to_pt();
        let nomor = self.potong;
        self.potong += 1;
        self.page().potong.push(Potong {
            nomor,
            x: at.x.to_pt(),
            kanan: (at.x + text.width()).to_pt(),
            y,
            besar,
            tebal: text.font.info().variant.weight >= FontWeight::BOLD,
            teks: text.text.to_string(),
            sela,
            ujung,
            milik,
            terpotong: y > clip + 0.5,
            putar: None,
        });
    }

    fn start(&mut self, element: &Content, at: Point, open: &mut Open) {
        let [tanda, khusus, lanjut, ulangan, nama, _, sebutan, _] = self.labels;
        let own = element.label();
        if own.is_some() && own == sebutan {
            self.page().sebutan = true;
        }
        let milik = here(open);
        let inner = if element.is::<TableElem>() {
            self.tabel += 1;
            return;
        } else if element.is::<MetadataElem>() {
            if own.is_some()
                && own == ulangan
                && let Some(cell) = milik.sel
            {
                self.sel[cell].ulangan = true;
            }
            if let Some(said) = element.to_packed::<MetadataElem>() {
                self.said(own, &said.value);
            }
            return;
        } else if let Some(cell) = element.to_packed::<TableCell>() {
            let perabot = milik.perabot || cell.is_repeated.get(Default::default());
            let at_index = self.cell(cell, at);
            self.tempat.extend(element.location().map(|location| (location, at_index)));
            Milik { perabot, tabel: self.tabel_ke, sel: Some(at_index), ..milik }
        } else if own.is_some() && [tanda, khusus, lanjut].contains(&own) {
            Milik { tanda: true, ..milik }
        } else if element.is::<ArtifactElem>() {
            self.benda += 1;
            Milik { perabot: true, benda: self.benda, ..milik }
        } else if element.is::<OutlineElem>() {
            Milik { daftar: true, ..milik }
        } else if element.is::<HeadingElem>() && (own.is_none() || own != nama) {
            Milik { judul: true, ..milik }
        } else {
            return;
        };
        open.push((inner, element.location()));
    }

    /// Takes what the styles say of a picture or a table.
    fn said(&mut self, own: Option<Label>, said: &Value) {
        let [.., sempit, _, tabel] = self.labels;
        let sesudah = self.potong;
        if own.is_some() && own == sempit {
            let berbalik = text(said, "arah").map(|arah| arah == "lanskap");
            let found = widths(said).map(|(diminta, jadi)| Sempit { diminta, jadi, berbalik, sesudah });
            self.page().sempit.extend(found);
        } else if own.is_some() && own == tabel {
            let number = text(said, "tabel").unwrap_or_default();
            self.tabel_ke = number.split('-').next().and_then(|number| number.parse().ok()).unwrap_or_default();
            let ke = self.tabel_ke;
            let Some(Value::Array(all)) = field(said, "lain") else { return };
            let column = |one: &Value| {
                let Some(Value::Int(kolom)) = field(one, "kolom") else { return None };
                let (diminta, jadi) = widths(one)?;
                Some(LebarLain { tabel: ke, kolom: usize::try_from(kolom).ok()?, diminta, jadi, sesudah })
            };
            let found: Vec<LebarLain> = all.iter().filter_map(column).collect();
            self.page().lebar_lain.extend(found);
            let Some(Value::Array(sempit)) = field(said, "sempit") else { return };
            let kolom: Vec<KolomSempit> = sempit.iter().filter_map(narrow).collect();
            let huruf = field(said, "huruf").and_then(|size| size.cast::<f64>().ok());
            if !kolom.is_empty() || huruf.is_some() {
                self.page().tabel_sempit.push(TabelSempit { tabel: ke, kolom, huruf, sesudah });
            }
        }
    }

    fn cell(&mut self, cell: &Packed<TableCell>, at: Point) -> usize {
        let place = |place: Smart<usize>| place.custom().unwrap_or_default();
        self.sel.push(Sel {
            tabel: self.tabel,
            x: place(cell.x.get(Default::default())),
            y: place(cell.y.get(Default::default())),
            kanan: cell.colspan.get(Default::default()).get(),
            turun: cell.rowspan.get(Default::default()).get(),
            ulangan: false,
            halaman: self.lembar.len().saturating_sub(1),
            sudut: (at.x.to_pt(), at.y.to_pt()),
        });
        self.sel.len() - 1
    }
}

/// How far on both say the same again, for two lines at least.
fn sejajar(own: &[Baris], other: &[Baris]) -> (usize, usize) {
    const SEJAUH: usize = 40;
    let same = |a: usize, b: usize| own.get(a).map(|line| &line.2) == other.get(b).map(|line| &line.2);
    let steps = (1..SEJAUH).flat_map(|sum| (0..=sum).map(move |down| (down, sum - down)));
    let mut found = steps.filter(|(down, right)| *down < own.len() && *right < other.len());
    found.find(|(down, right)| same(*down, *right) && same(down + 1, right + 1)).unwrap_or((own.len(), other.len()))
}

/// What the styles say under a name.
fn field(said: &Value, key: &str) -> Option<Value> {
    let Value::Dict(said) = said else { return None };
    said.get(key).ok().cloned()
}

fn text(said: &Value, key: &str) -> Option<String> {
    field(said, key)?.cast::<Str>().ok().map(Into::into)
}

/// Which width was asked for, and which there is.
fn widths(said: &Value) -> Option<(f64, f64)> {
    let width = |key: &str| field(said, key)?.cast::<Length>().ok().map(|length| length.abs.to_pt());
    Some((width("diminta")?, width("jadi")?))
}

/// A column that is too narrow, as the styles say it.
fn narrow(said: &Value) -> Option<KolomSempit> {
    let (Value::Int(kolom), Value::Bool(nama), Value::Bool(lepas)) =
        (field(said, "kolom")?, field(said, "nama")?, field(said, "lepas")?)
    else {
        return None;
    };
    let kurang = field(said, "kurang")?.cast::<Length>().ok()?.abs.to_pt();
    Some(KolomSempit { kolom: usize::try_from(kolom).ok()?, kurang, nama, lepas })
}

fn here(open: &Open) -> Milik {
    open.last().map(|(milik, _)| *milik).unwrap_or_default()
}

fn between(a: Point, b: Point) -> Kotak {
    let (min, max) = (a.min(b), a.max(b));
    Kotak { kiri: min.x.to_pt(), atas: min.y.to_pt(), kanan: max.x.to_pt(), bawah: max.y.to_pt() }
}
