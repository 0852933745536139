//! A Word document before it is written: sections, paragraphs, tables, and where each text comes from. Lengths in points.

use naskah_core::decree::{Coretan, Run};

use super::nomor::Daftar;

/// The whole document.
#[derive(Debug, Default)]
pub struct Dokumen {
    /// The decree, and each attachment.
    pub seksi: Vec<Seksi>,
    /// The lists that Word counts itself.
    pub daftar: Vec<Daftar>,
    /// How many texts the decree has.
    pub banyak_teks: usize,
    /// The texts that its pages do not have, by their places.
    pub tak_tercetak: Vec<usize>,
}

/// Pages of one direction.
#[derive(Debug, Default)]
pub struct Seksi {
    /// What stands on them.
    pub blok: Vec<Blok>,
    /// Whether they lie.
    pub lanskap: bool,
    /// Whether they belong to the part before, of which they are pages of the other direction.
    pub lanjut: bool,
    /// Whether they are framed.
    pub bingkai: bool,
}

/// Where a section ends: how its pages are.
#[derive(Debug, Clone, Copy)]
pub struct Akhir {
    /// Whether they lie.
    pub lanskap: bool,
    /// Whether they are framed.
    pub bingkai: bool,
    /// Whether it is the first section.
    pub pertama: bool,
    /// Whether their numbers begin anew.
    pub ulang: bool,
}

/// A paragraph or a table.
#[derive(Debug)]
pub enum Blok {
    /// A paragraph.
    Paragraf(Paragraf),
    /// A table.
    Tabel(Tabel),
}

/// A paragraph.
#[derive(Debug, Clone, Default)]
pub struct Paragraf {
    /// The name of its style.
    pub gaya: &'static str,
    /// What stands in it.
    pub isi: Vec<Potong>,
    /// The list that it is an item of, by its place in [`Dokumen::daftar`].
    pub daftar: Option<usize>,
    /// Distance of its lines from the left.
    pub kiri: f64,
    /// By how much the first line begins farther left.
    pub gantung: f64,
    /// Room before it.
    pub sebelum: f64,
    /// Room after it.
    pub sesudah: f64,
    /// Where it stands, where not as its style says.
    pub rata: Option<&'static str>,
    /// Size of its letters, where not as its style says.
    pub ukuran: Option<f64>,
    /// Whether it stays with what follows.
    pub ikut: bool,
    /// Whether its lines stay together.
    pub utuh: bool,
    /// Places of tabs.
    pub tab: Vec<(&'static str, f64)>,
    /// Whether the whole paragraph came or went.
    pub coretan: Option<Coretan>,
    /// Whether it begins a page.
    pub halaman: bool,
    /// The bookmark by which a table of contents finds it.
    pub sasaran: Option<String>,
}

/// A piece of a paragraph.
#[derive(Debug, Clone)]
pub enum Potong {
    /// Words in one style.
    Kata(Run),
    /// Where a text of the decree begins, by its place among all of them.
    Awal(usize),
    /// Where it ends.
    Akhir,
    /// Where a row of a table begins: table, row, and the sum of what it says.
    Baris(usize, usize, String),
    /// A tab.
    Tab,
    /// The beginning of another line.
    Ganti,
    /// A ruled blank to be filled in by hand.
    Titian(f64),
    /// A picture.
    Gambar(Gambar),
    /// The number of the page where a bookmark stands.
    NomorHalaman(String),
    /// A piece without words that came or went.
    Berubah(Coretan, Box<Potong>),
}

/// A picture in its size.
#[derive(Debug, Clone)]
pub struct Gambar {
    /// Which of the document's pictures.
    pub berkas: String,
    /// Width.
    pub lebar: f64,
    /// Height.
    pub tinggi: f64,
    /// What is said of it to those who do not see it.
    pub alt: String,
}

/// A table.
#[derive(Debug, Default)]
pub struct Tabel {
    /// Widths of its columns.
    pub lebar: Vec<f64>,
    /// Whether its lines are seen.
    pub garis: bool,
    /// Whether its first column stands at the right.
    pub cermin: bool,
    /// Which of the decree's tables it is, where it is one.
    pub id: Option<usize>,
    /// Its rows.
    pub baris: Vec<Baris>,
}

/// A row.
#[derive(Debug, Default)]
pub struct Baris {
    /// Whether it is repeated on each page.
    pub kepala: bool,
    /// Whether it stays on one page.
    pub utuh: bool,
    /// How high it is at least.
    pub tinggi: Option<f64>,
    /// Its cells; one that another reaches down into stands here too, empty.
    pub sel: Vec<Sel>,
    /// Whether the whole row came or went.
    pub coretan: Option<Coretan>,
}

/// How a cell belongs to those above and below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Turun {
    /// It stands alone.
    #[default]
    Sendiri,
    /// It reaches down.
    Mulai,
    /// One above reaches into it.
    Lanjut,
}

/// A cell.
#[derive(Debug, Default)]
pub struct Sel {
    /// Over how many columns it reaches.
    pub kanan: usize,
    /// Whether it is merged with others above or below.
    pub turun: Turun,
    /// Whether its text stands at half height.
    pub tengah: bool,
    /// Whether its text stands at its foot.
    pub bawah: bool,
    /// Whether its text reads upwards.
    pub putar: bool,
    /// Whether a line stands under it, to be written on by hand.
    pub titian: bool,
    /// What stands in it.
    pub isi: Vec<Paragraf>,
}

impl Paragraf {
    /// An empty paragraph of a style.
    pub fn of(gaya: &'static str) -> Self {
        Self { gaya, ..Self::default() }
    }

    /// With words that are no text of the decree.
    pub fn kata(mut self, words: impl Into<String>) -> Self {
        self.isi.push(Potong::Kata(Run::plain(words)));
        self
    }

    /// With a piece.
    pub fn dengan(mut self, potong: Potong) -> Self {
        self.isi.push(potong);
        self
    }

    /// With room before and after it.
    pub fn jarak(self, sebelum: f64, sesudah: f64) -> Self {
        Self { sebelum: self.sebelum + sebelum, sesudah: self.sesudah + sesudah, ..self }
    }

    /// Staying with what follows.
    pub fn ikut(self) -> Self {
        Self { ikut: true, utuh: true, ..self }
    }
}

impl Sel {
    /// A cell of one column.
    pub fn of(isi: Vec<Paragraf>) -> Self {
        Self { kanan: 1, isi, ..Self::default() }
    }
}

impl Dokumen {
    /// Every paragraph in the order of the pages.
    pub fn paragraf(&self) -> Vec<&Paragraf> {
        let mut out = Vec::new();
        for blok in self.seksi.iter().flat_map(|seksi| &seksi.blok) {
            match blok {
                Blok::Paragraf(paragraf) => out.push(paragraf),
                Blok::Tabel(tabel) => {
                    out.extend(tabel.baris.iter().flat_map(|baris| &baris.sel).flat_map(|sel| &sel.isi));
                }
            }
        }
        out
    }

    /// Changes every paragraph.
    pub fn paragraf_mut(&mut self, mut change: impl FnMut(&mut Paragraf)) {
        for blok in self.seksi.iter_mut().flat_map(|seksi| &mut seksi.blok) {
            match blok {
                Blok::Paragraf(line) => change(line),
                Blok::Tabel(tabel) => {
                    let cells = tabel.baris.iter_mut().flat_map(|baris| &mut baris.sel);
                    cells.flat_map(|sel| &mut sel.isi).for_each(&mut change);
                }
            }
        }
    }

    /// How many bookmarks its texts have outside the rows of tables, and the rows of each table: `teks=40 tabel1=12`.
    pub fn banyak(&self) -> String {
        let (mut texts, mut rows) = (0, Vec::new());
        for blok in self.seksi.iter().flat_map(|seksi| &seksi.blok) {
            let count = |line: &Paragraf| line.isi.iter().filter(|potong| matches!(potong, Potong::Awal(_))).count();
            match blok {
                Blok::Paragraf(paragraf) => texts += count(paragraf),
                Blok::Tabel(tabel) => {
                    let outside = tabel.baris.iter().filter(|baris| tabel.id.is_none() || baris.kepala);
                    texts += outside.flat_map(|baris| &baris.sel).flat_map(|sel| &sel.isi).map(count).sum::<usize>();
                    let own = tabel.baris.iter().filter(|baris| !baris.kepala).count();
                    rows.extend(tabel.id.map(|id| format!(" tabel{id}={own}")));
                }
            }
        }
        format!("teks={texts}{}", rows.concat())
    }

    /// The texts of the decree that stand nowhere in it, or more than once; there are none.
    pub fn tertinggal(&self) -> Vec<usize> {
        let mut seen = vec![0; self.banyak_teks];
        for potong in self.paragraf().iter().flat_map(|paragraf| &paragraf.isi) {
            if let Potong::Awal(at) = potong {
                seen[*at] += 1;
            }
        }
        seen.iter()
            .enumerate()
            .filter(|(at, count)| **count != usize::from(!self.tak_tercetak.contains(at)))
            .map(|(at, _)| at)
            .collect()
    }
}
