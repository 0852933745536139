//! Long tables: laid out in windows of some hundred rows, side by side, with all else forgotten between them, and put into the
//! pages of the document, so that neither the pages nor what they are marked with tell of it.
//!
//! The document itself has the table's first rows, which stand under the head of the attachment, its last rows with the
//! signature, and between them empty pages; so numbers, feet, catchwords and contents are right by themselves. The rows between
//! are windows: pages that hold nothing but the table. Whatever cannot be parted so is laid out in one piece.

mod baca;
mod bukti;
mod gabung;
mod kisi;
mod lebar;
mod ruas;
mod saring;
mod tanda;

use naskah_core::catalog::Catalog;
use naskah_core::diag::Sink;
use naskah_core::resolve::{BarisCetak, BlokCetak, LampiranCetak, Naskah, TabelCetak};

use super::{Fonts, Pages, compile, forget};
use crate::template::{Potongan, TypstSource};
use lebar::Lebar;
use ruas::{Lembar, Meja, kepala};

/// From how many rows on tables are laid out in windows, and how many rows a window has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ukuran {
    /// The fewest rows of a table in windows.
    pub ambang: usize,
    /// Rows of a window.
    pub baris: usize,
}

impl Default for Ukuran {
    fn default() -> Self {
        Self { ambang: 2000, baris: 500 }
    }
}

/// The pages of the windows of a document's tables.
#[derive(Debug)]
pub struct Jendela {
    bagian: Vec<Bagian>,
}

/// The pages of a table between its first rows and its last ones.
#[derive(Debug)]
struct Bagian {
    id: usize,
    /// Rows of the head.
    kepala: usize,
    /// So many rows stand before.
    awal: usize,
    /// The row that comes after.
    akhir: usize,
    lembar: Vec<Lembar>,
}

/// So many rows are laid out under the head of an attachment to see how many have room there.
const COBA: usize = 150;
/// So many pages of a table stand with the signature: enough that what becomes of the last rows rests on them alone.
const EKOR: usize = 3;

/// A table that can be laid out in windows, and its attachment.
type Calon<'a> = (&'a LampiranCetak, &'a TabelCetak);

/// The tables of a decree that are long enough, and such that they can be parted.
fn calon(naskah: &Naskah, ukuran: Ukuran) -> Vec<Calon<'_>> {
    if naskah.meta.perbandingan.is_some() || naskah.halaman.margin_cermin {
        return Vec::new();
    }
    let tables = naskah.lampiran.iter().filter_map(|lampiran| match &lampiran.isi[..] {
        [BlokCetak::Tabel { tabel }] if !lampiran.bingkai && !lampiran.daftar_isi => Some((lampiran, tabel)),
        _ => None,
    });
    tables.filter(|(_, tabel)| tabel.baris.len() >= ukuran.ambang && terbagi(tabel)).collect()
}

/// The tables of a decree that are laid out in windows, if they can be parted where they must.
pub fn tabel(naskah: &Naskah, ukuran: Ukuran) -> Vec<&TabelCetak> {
    calon(naskah, ukuran).into_iter().map(|(_, tabel)| tabel).collect()
}

/// Whether a table can be parted: one with a head, without drawings, and without cells merged over rows, whose pages have few
/// places to part them at.
fn terbagi(tabel: &TabelCetak) -> bool {
    let single = |row: &BarisCetak| !row.cells().is_empty() && row.cells().iter().all(|cell| cell.turun == 1);
    tabel.baris.iter().all(single) && !tabel.kepala.is_empty() && !tabel.isian && !tabel.rata.contains(&"bagan")
}

impl Jendela {
    /// Lays out the windows of a decree's long tables; `merge` gives its program with some of their rows. `None` where there is
    /// nothing to part, or it cannot be done.
    pub fn susun(
        naskah: &Naskah,
        ukuran: Ukuran,
        fonts: &Fonts,
        catalog: &Catalog,
        merge: impl Fn(&[Potongan]) -> Option<TypstSource>,
    ) -> Option<Self> {
        let tables = calon(naskah, ukuran);
        if tables.is_empty() {
            return None;
        }
        let coba = |tabel: &TabelCetak| Potongan {
            id: tabel.id,
            awal: COBA.min(tabel.baris.len()),
            akhir: tabel.baris.len(),
            halaman: None,
        };
        let source = merge(&tables.iter().map(|(_, tabel)| coba(tabel)).collect::<Vec<_>>())?;
        let pages = compile(&source, fonts, catalog, &mut Sink::default())?;
        let mut bagian = Vec::new();
        let lebar = Lebar::of(fonts.upright(&naskah.halaman.huruf));
        for (lampiran, tabel) in tables {
            let awal = gabung::awal(&pages, tabel.id, kepala(tabel))?;
            let meja = Meja {
                tabel,
                halaman: &naskah.halaman,
                lanskap: lampiran.lanskap,
                fonts,
                catalog,
                baris: ukuran.baris,
                lebar: &lebar,
            };
            let mut lembar = meja.semua(awal)?;
            let ekor = lembar.len().checked_sub(EKOR)?;
            let ekor = lembar.get(..=ekor)?.iter().rposition(|lembar| lembar.sah).filter(|at| *at > 0)?;
            let akhir = lembar.get(ekor)?.baris.start;
            lembar.truncate(ekor);
            bagian.push(Bagian { id: tabel.id, kepala: kepala(tabel), awal, akhir, lembar });
        }
        forget(0);
        Some(Self { bagian })
    }

    /// The rows that the program of the document has.
    pub fn potongan(&self) -> Vec<Potongan> {
        let one = |bagian: &Bagian| Potongan {
            id: bagian.id,
            awal: bagian.awal,
            akhir: bagian.akhir,
            halaman: Some(bagian.lembar.len()),
        };
        self.bagian.iter().map(one).collect()
    }

    /// The pages of that program with those of the windows; `None` where they do not fit together, or a cell's words are not
    /// there as they should.
    pub fn gabung(&self, pages: Pages, naskah: &Naskah, fonts: &Fonts, catalog: &Catalog) -> Option<Pages> {
        let mut pages = pages;
        for bagian in &self.bagian {
            pages = gabung::gabung(&pages, bagian, fonts, catalog)?;
            let tables = naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi).filter_map(|block| match block {
                BlokCetak::Tabel { tabel } if tabel.id == bagian.id => Some(tabel),
                _ => None,
            });
            if !tables.into_iter().all(|tabel| bukti::lengkap(&pages, tabel)) {
                return None;
            }
        }
        Some(pages)
    }
}
