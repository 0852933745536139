//! A Word file that came back: its paragraphs in their order, with bookmarks, changes and comments.

use std::collections::HashMap;

use naskah_core::decree::Run;

use super::super::jangkar::{Jangkar, Tempat};
use crate::ooxml::{Anak, Elemen, Paket, Rusak};

/// A file that came back.
#[derive(Debug, Default)]
pub struct Berkas {
    /// Its paragraphs in their order.
    pub paragraf: Vec<Terbaca>,
    /// What it says of itself to this program, by names.
    pub milik: HashMap<String, String>,
    /// Its comments by their numbers.
    pub catatan: HashMap<String, Komentar>,
    /// What stands in it and has no place in a decree: what it is, and its words.
    pub lain: Vec<(&'static str, String)>,
    /// How many pictures it has.
    pub gambar: usize,
    /// Who took away what: texts and rows by their bookmarks.
    pub hapus: HashMap<Tempat, Oleh>,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Komentar {
    /// Who made it, and when.
    pub oleh: Oleh,
    /// What it says.
    pub teks: String,
}

/// Who, and when: `2025-01-31`, where the file tells it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Oleh {
    /// The name.
    pub nama: String,
    /// The day.
    pub hari: String,
}

/// A paragraph that came back, as it reads when every change is taken.
#[derive(Debug, Clone, Default)]
pub struct Terbaca {
    /// The name of its style.
    pub gaya: String,
    /// Its list: number, and level in it.
    pub daftar: Option<(String, usize)>,
    /// What stands in it.
    pub isi: Vec<Isi>,
    /// Where it stands among the cells of a table of the decree.
    pub sel: Option<Sel>,
    /// Which row of any table it stands in, counted over the whole file.
    pub baris: Option<usize>,
    /// Who changed it.
    pub oleh: Vec<Oleh>,
    /// Numbers of the comments at it.
    pub catatan: Vec<String>,
}

/// What stands in a paragraph.
#[derive(Debug, Clone)]
pub enum Isi {
    /// Words.
    Kata(Run),
    /// Where a bookmark of this program begins.
    Jangkar(Jangkar),
}

/// A cell of a table of the decree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sel {
    /// Which table.
    pub tabel: usize,
    /// Which row of the decree it was; `None` for a new one.
    pub lama: Option<(usize, String)>,
    /// Whether the row is repeated on each page.
    pub kepala: bool,
    /// Its first column.
    pub x: usize,
    /// Over how many columns it reaches.
    pub kanan: usize,
    /// Whether it belongs to a cell above.
    pub lanjut: bool,
}

/// A text in a paragraph: its bookmark's place and sum, and its words.
pub type Bagian = (usize, String, Vec<Run>);

impl Berkas {
    /// Whether any bookmark of this program is left.
    pub fn bertanda(&self) -> bool {
        self.paragraf.iter().flat_map(|one| &one.isi).any(|isi| matches!(isi, Isi::Jangkar(_)))
    }
}

impl Terbaca {
    /// The words of it.
    pub fn runs(&self) -> Vec<Run> {
        let words = self.isi.iter().filter_map(|isi| match isi {
            Isi::Kata(run) => Some(run.clone()),
            Isi::Jangkar(_) => None,
        });
        words.collect()
    }

    /// The words before the first bookmark of a text, and those from each such bookmark to the next.
    pub fn bagian(&self) -> (Vec<Run>, Vec<Bagian>) {
        let (mut before, mut parts): (Vec<Run>, Vec<Bagian>) = (Vec::new(), Vec::new());
        for isi in &self.isi {
            match (isi, parts.last_mut()) {
                (Isi::Jangkar(Jangkar { tempat: Tempat::Teks(at), jumlah }), _) => {
                    if parts.iter().all(|(known, ..)| known != at) {
                        parts.push((*at, jumlah.clone(), Vec::new()));
                    }
                }
                (Isi::Jangkar(_), _) => {}
                (Isi::Kata(run), Some((.., runs))) => runs.push(run.clone()),
                (Isi::Kata(run), None) => before.push(run.clone()),
            }
        }
        (before, parts)
    }
}

/// Reads a file that came back.
pub fn baca(paket: &Paket) -> Result<Berkas, Rusak> {
    let document = paket.xml("word/document.xml")?;
    let mut pembaca = Pembaca { gaya: gaya(paket)?, ..Pembaca::default() };
    if let Some(body) = document.child("body") {
        pembaca.isi(body, None);
        pembaca.selesai();
    }
    let mut berkas = pembaca.berkas;
    if let Some(custom) = paket.xml_if("docProps/custom.xml")? {
        let own = custom.elements().filter_map(|one| Some((one.get("name")?.to_owned(), one.text().trim().to_owned())));
        berkas.milik = own.collect();
    }
    if let Some(comments) = paket.xml_if("word/comments.xml")? {
        let one = |comment: &Elemen| {
            let lines: Vec<String> = comment.below("p").iter().map(|p| p.text()).collect();
            let teks = lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
            Some((comment.get("id")?.to_owned(), Komentar { oleh: oleh(comment), teks }))
        };
        berkas.catatan = comments.elements().filter(|one| one.nama == "comment").filter_map(one).collect();
    }
    Ok(berkas)
}

/// Names of styles by their identity, and whether they are bold or italic where they are styles of letters.
fn gaya(paket: &Paket) -> Result<HashMap<String, Gaya>, Rusak> {
    let Some(styles) = paket.xml_if("word/styles.xml")? else { return Ok(HashMap::new()) };
    let one = |style: &Elemen| {
        let letters = style.get("type") == Some("character");
        let on = |name: &str| letters && style.child("rPr").and_then(|rpr| rpr.on(name)) == Some(true);
        let name = style.val("name").unwrap_or_default().to_owned();
        Some((style.get("styleId")?.to_owned(), Gaya { nama: name, tebal: on("b"), miring: on("i") }))
    };
    Ok(styles.elements().filter(|one| one.nama == "style").filter_map(one).collect())
}

#[derive(Debug, Default)]
struct Gaya {
    nama: String,
    tebal: bool,
    miring: bool,
}

/// Who made a change, and on which day.
fn oleh(element: &Elemen) -> Oleh {
    let nama = element.get("author").unwrap_or_default().trim().to_owned();
    let hari = element.get("date").and_then(|date| date.get(..10)).unwrap_or_default().to_owned();
    Oleh { nama, hari }
}

#[derive(Default)]
struct Pembaca {
    gaya: HashMap<String, Gaya>,
    berkas: Berkas,
    /// What a paragraph whose end was taken away leaves to the next one.
    sisa: Option<Terbaca>,
    baris: usize,
}

/// Where paragraphs stand.
#[derive(Clone)]
struct Letak {
    sel: Option<Sel>,
    baris: Option<usize>,
    oleh: Vec<Oleh>,
}

impl Pembaca {
    /// The paragraphs and tables in an element.
    fn isi(&mut self, element: &Elemen, letak: Option<&Letak>) {
        for child in element.elements() {
            match child.nama.as_str() {
                "p" => self.paragraf(child, letak),
                "tbl" if letak.is_none() => self.tabel(child),
                "tbl" => child.below("tc").into_iter().for_each(|cell| self.isi(cell, letak)),
                "sdt" => child.child("sdtContent").into_iter().for_each(|inner| self.isi(inner, letak)),
                "ins" | "moveTo" | "customXml" | "smartTag" => self.isi(child, letak),
                _ => {}
            }
        }
    }

    fn tabel(&mut self, table: &Elemen) {
        let rows: Vec<&Elemen> = rows_of(table);
        let marks: Vec<Option<(usize, usize, String)>> = rows.iter().map(|row| mark_of(row)).collect();
        let id = marks.iter().flatten().map(|(table, ..)| *table).next();
        for (row, mark) in rows.into_iter().zip(marks) {
            let props = row.child("trPr");
            if let Some(gone) = props.and_then(|props| props.child("del")) {
                let place = mark.map(|(table, row, _)| Tempat::Baris(table, row));
                self.berkas.hapus.extend(place.map(|place| (place, oleh(gone))));
                continue;
            }
            self.baris += 1;
            let own = props.and_then(|props| props.child("ins")).map(oleh);
            let kepala = props.and_then(|props| props.on("tblHeader")) == Some(true);
            let before = props.and_then(|props| props.val("gridBefore")).and_then(|count| count.parse().ok());
            let mut x: usize = before.unwrap_or(0);
            for cell in row.below("tc") {
                let value = |name: &str| cell.child("tcPr").and_then(|props| props.val(name));
                let kanan = value("gridSpan").and_then(|count| count.parse().ok()).unwrap_or(1).clamp(1, 1000);
                let merge = cell.child("tcPr").and_then(|props| props.child("vMerge"));
                let lanjut = merge.is_some_and(|merge| merge.get("val") != Some("restart"));
                let of = |tabel: usize| {
                    let lama = mark.as_ref().filter(|(own, ..)| *own == tabel);
                    let lama = lama.map(|(_, row, sum)| (*row, sum.clone()));
                    Sel { tabel, lama, kepala, x, kanan, lanjut }
                };
                let letak = Letak { sel: id.map(of), baris: Some(self.baris), oleh: own.iter().cloned().collect() };
                self.isi(cell, Some(&letak));
                self.selesai();
                x += kanan;
            }
        }
    }

    fn paragraf(&mut self, p: &Elemen, letak: Option<&Letak>) {
        let props = p.child("pPr");
        let style = props.and_then(|props| props.val("pStyle")).unwrap_or_default();
        let gaya = self.gaya.get(style).map_or(style, |gaya| gaya.nama.as_str()).to_owned();
        let list = props.and_then(|props| props.child("numPr"));
        let level = list.and_then(|list| list.val("ilvl")).and_then(|level| level.parse().ok()).unwrap_or(0);
        let daftar = list.and_then(|list| list.val("numId")).filter(|id| *id != "0").map(|id| (id.to_owned(), level));
        let mut read = Terbaca { gaya, daftar, ..Terbaca::default() };
        if let Some(letak) = letak {
            (read.sel, read.baris, read.oleh) = (letak.sel.clone(), letak.baris, letak.oleh.clone());
        }
        let mark = props.and_then(|props| props.child("rPr"));
        let ended = mark.is_some_and(|mark| mark.child("del").or(mark.child("moveFrom")).is_some());
        let changed = mark.into_iter().flat_map(Elemen::elements);
        read.oleh
            .extend(changed.filter(|one| matches!(one.nama.as_str(), "ins" | "del" | "moveTo" | "moveFrom")).map(oleh));
        self.runs(p, &mut read);
        if ended && read.runs().iter().all(|run| run.text.trim().is_empty()) {
            let by = read.oleh.iter().find(|oleh| !oleh.nama.is_empty()).cloned();
            let marks =
                read.isi.iter().filter_map(|isi| if let Isi::Jangkar(mark) = isi { Some(mark.tempat) } else { None });
            self.berkas.hapus.extend(marks.zip(std::iter::repeat(by)).filter_map(|(mark, by)| Some((mark, by?))));
            // What was taken away says nothing of who changed the next one.
            read.oleh.clear();
        }
        if let Some(mut before) = self.sisa.take() {
            let empty = before.runs().iter().all(|run| run.text.trim().is_empty());
            let (gaya, daftar) = if empty { (read.gaya, read.daftar) } else { (before.gaya, before.daftar) };
            before.isi.append(&mut read.isi);
            before.oleh.append(&mut read.oleh);
            before.catatan.append(&mut read.catatan);
            read = Terbaca { gaya, daftar, ..before };
        }
        match ended {
            true => self.sisa = Some(read),
            false => self.berkas.paragraf.push(read),
        }
    }

    /// A paragraph without an end is one all the same where nothing follows.
    fn selesai(&mut self) {
        let rest = self.sisa.take();
        self.berkas.paragraf.extend(rest);
    }

    /// The words and marks in an element of a paragraph.
    fn runs(&mut self, element: &Elemen, read: &mut Terbaca) {
        for child in element.elements() {
            match child.nama.as_str() {
                "r" => self.run(child, read),
                "bookmarkStart" => read.isi.extend(child.get("name").and_then(Jangkar::baca).map(Isi::Jangkar)),
                "commentRangeStart" | "commentReference" => {
                    let id = child.get("id").map(str::to_owned);
                    read.catatan.extend(id.filter(|id| !read.catatan.contains(id)));
                }
                "del" | "moveFrom" => {
                    read.oleh.push(oleh(child));
                    // A bookmark that begins in words that are gone still says which paragraph it is.
                    let marks =
                        child.below("bookmarkStart").into_iter().filter_map(|mark| Jangkar::baca(mark.get("name")?));
                    read.isi.extend(marks.map(Isi::Jangkar));
                }
                "ins" | "moveTo" => {
                    read.oleh.push(oleh(child));
                    self.runs(child, read);
                }
                "hyperlink" | "fldSimple" | "smartTag" | "customXml" | "sdt" | "sdtContent" | "bdo" | "dir" => {
                    self.runs(child, read);
                }
                _ => {}
            }
        }
    }

    fn run(&mut self, run: &Elemen, read: &mut Terbaca) {
        let props = run.child("rPr");
        let style = props.and_then(|props| props.val("rStyle")).and_then(|style| self.gaya.get(style));
        let on = |name: &str, of_style: bool| props.and_then(|props| props.on(name)).unwrap_or(of_style);
        let (tebal, miring) = style.map_or((false, false), |style| (style.tebal, style.miring));
        let (tebal, miring) = (on("b", tebal), on("i", miring));
        let mut text = String::new();
        for piece in &run.anak {
            let Anak::Elemen(piece) = piece else { continue };
            match piece.nama.as_str() {
                "t" => text.push_str(&piece.text()),
                "tab" => text.push('\t'),
                "br" | "cr" => text.push('\n'),
                "noBreakHyphen" => text.push('-'),
                // A sign of a font of signs; which one it is only that font knows.
                "sym" => text.push('\u{fffd}'),
                "footnoteReference" | "endnoteReference" => self.berkas.lain.push(("catatan kaki", String::new())),
                "drawing" | "pict" | "object" | "AlternateContent" => self.gambar(piece),
                "commentReference" => {
                    let id = piece.get("id").map(str::to_owned);
                    read.catatan.extend(id.filter(|id| !read.catatan.contains(id)));
                }
                _ => {}
            }
        }
        if !text.is_empty() {
            read.isi.push(Isi::Kata(Run { tebal, miring, ..Run::plain(text) }));
        }
    }
}

impl Pembaca {
    /// A picture, or a box with words of its own.
    fn gambar(&mut self, drawn: &Elemen) {
        let boxes = drawn.below("txbxContent");
        match boxes.first() {
            Some(inner) => {
                self.berkas.lain.push(("kotak teks", inner.text().split_whitespace().collect::<Vec<_>>().join(" ")))
            }
            None => self.berkas.gambar += 1,
        }
    }
}

/// The rows directly in a table.
fn rows_of(table: &Elemen) -> Vec<&Elemen> {
    let mut rows = Vec::new();
    for child in table.elements() {
        match child.nama.as_str() {
            "tr" => rows.push(child),
            "sdt" => rows.extend(child.child("sdtContent").into_iter().flat_map(rows_of)),
            "ins" | "customXml" => rows.extend(rows_of(child)),
            _ => {}
        }
    }
    rows
}

/// The bookmark of a row.
fn mark_of(row: &Elemen) -> Option<(usize, usize, String)> {
    let marks = row.below("bookmarkStart").into_iter().filter_map(|one| Jangkar::baca(one.get("name")?));
    let mut rows = marks.filter_map(|mark| match mark.tempat {
        Tempat::Baris(table, row) => Some((table, row, mark.jumlah)),
        Tempat::Teks(_) => None,
    });
    rows.next()
}
