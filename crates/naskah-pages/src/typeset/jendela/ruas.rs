//! The windows of a table: so many rows at a time are laid out, the pages that they fill are kept, and the next window begins
//! with the row that begins the first page that is not.
//!
//! Several threads begin at rows of their own. Where one comes to a row that begins a page for the next as well, all that
//! follows is the same, and the next one's pages go on there.

use std::ops::Range;

use typst::foundations::Label;
use typst::layout::resolve::CellGrid;
use typst::utils::PicoStr;
use typst_layout::{Page, PagedDocument};

use crate::template;
use naskah_core::catalog::{Catalog, Halaman};
use naskah_core::diag::Sink;
use naskah_core::resolve::TabelCetak;

use super::super::{Fonts, World, forget, guarded};
use super::baca::{self, Awal};
use super::kisi::Kisi;
use super::lebar::Lebar;
use super::saring::{Isi, Saringan};

/// A table whose windows are laid out, and what with.
pub struct Meja<'a> {
    pub tabel: &'a TabelCetak,
    pub halaman: &'a Halaman,
    pub lanskap: bool,
    pub fonts: &'a Fonts,
    pub catalog: &'a Catalog,
    /// So many rows a window has.
    pub baris: usize,
    pub lebar: &'a Lebar,
}

/// A page of the table.
#[derive(Debug)]
pub struct Lembar {
    /// The rows that begin on it.
    pub baris: Range<usize>,
    /// Whether the table can be parted before it.
    pub sah: bool,
    /// What stands on it.
    pub isi: Isi,
    /// Its rows of the table's grid.
    pub kisi: Kisi,
}

impl Lembar {
    /// Whether the table can be parted before it, so that the row comes first.
    fn mulai(&self, baris: usize) -> bool {
        self.sah && self.baris.start == baris
    }
}

/// Pages that follow one another, and the row that the next one begins with; `None` at the end of the table.
struct Ruas {
    lembar: Vec<Lembar>,
    lanjut: Option<usize>,
}

impl Ruas {
    /// Takes the pages that follow.
    fn tambah(&mut self, next: Self) {
        self.lembar.extend(next.lembar);
        self.lanjut = next.lanjut;
    }
}

/// A window has so many times its rows at most.
const LEBIH: usize = 3;

impl Meja<'_> {
    /// Rows of the head.
    pub fn kepala(&self) -> usize {
        kepala(self.tabel)
    }

    /// All pages from row `dari` on, with which a page begins; `None` where the table cannot be parted.
    pub fn semua(&self, dari: usize) -> Option<Vec<Lembar>> {
        let mut out = Ruas { lembar: Vec::new(), lanjut: Some(dari) };
        self.satu(&mut out)?;
        let Some(at) = out.lanjut else { return Some(out.lembar) };
        let batas = self.batas(&out.lembar, at, super::serentak());
        for ruas in self.serentak(&batas)? {
            self.sambung(&mut out, ruas)?;
        }
        while out.lanjut.is_some() {
            self.satu(&mut out)?;
        }
        Some(out.lembar)
    }

    /// The pages between the rows: a window of each at a time, side by side, and all is forgotten before the next ones. What
    /// the typesetter remembers for one of them would slow it down if it were forgotten in the middle.
    fn serentak(&self, batas: &[usize]) -> Option<Vec<Ruas>> {
        let mulai = |dari: &usize| Ruas { lembar: Vec::new(), lanjut: Some(*dari) };
        let mut ruas: Vec<(Ruas, usize)> = batas.iter().map(mulai).zip(batas.iter().skip(1).copied()).collect();
        loop {
            let mut due: Vec<&mut Ruas> = Vec::new();
            for (part, sampai) in &mut ruas {
                if part.lanjut.is_some_and(|at| at < *sampai) {
                    due.push(part);
                }
            }
            if due.is_empty() {
                return Some(ruas.into_iter().map(|(part, _)| part).collect());
            }
            let done: Vec<Option<Ruas>> = std::thread::scope(|scope| {
                let hands: Vec<_> = due
                    .iter()
                    .map(|part| (part.lanjut, scope))
                    .map(|(at, scope)| scope.spawn(move || self.sendiri(at)))
                    .collect();
                hands.into_iter().map(|hand| hand.join().ok().flatten()).collect()
            });
            forget(0);
            for (part, next) in due.into_iter().zip(done) {
                part.tambah(next?);
            }
        }
    }

    /// A window laid out by a thread of its own.
    fn sendiri(&self, at: Option<usize>) -> Option<Ruas> {
        // In a pool for all, a thread that waits would begin another window on top of its own.
        let _own = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build();
        self.jendela(at?)
    }

    /// Puts the next window behind the pages that are there.
    fn satu(&self, out: &mut Ruas) -> Option<()> {
        let next = self.jendela(out.lanjut?)?;
        forget(0);
        out.tambah(next);
        Some(())
    }

    /// The rows with which threads begin, and the end: at equal distances, where a page begins if all pages have as many rows.
    fn batas(&self, lembar: &[Lembar], dari: usize, tangan: usize) -> Vec<usize> {
        let akhir = self.tabel.baris.len();
        let banyak: Vec<usize> = lembar.iter().map(|lembar| lembar.baris.len()).collect();
        let langkah = banyak.last().copied().filter(|n| *n > 0 && banyak.iter().rev().take(8).all(|other| other == n));
        let mut batas = vec![dari];
        for thread in 1..tangan {
            let jarak = (akhir - dari) * thread / tangan;
            let jarak = langkah.map_or(jarak, |langkah| jarak / langkah * langkah);
            let at = dari + jarak;
            if batas.last().is_some_and(|last| at > last + self.baris) && at + self.baris < akhir {
                batas.push(at);
            }
        }
        batas.push(akhir);
        batas
    }

    /// Puts another thread's pages behind those before. Where these come to a row that begins one of them, they go on there;
    /// until then windows are laid out.
    fn sambung(&self, out: &mut Ruas, mut next: Ruas) -> Option<()> {
        while let Some(at) = out.lanjut {
            next.lembar.retain(|lembar| lembar.baris.start >= at);
            if next.lembar.first().is_some_and(|lembar| lembar.mulai(at)) {
                out.lembar.append(&mut next.lembar);
                out.lanjut = next.lanjut;
                return Some(());
            }
            if next.lembar.is_empty() {
                return Some(());
            }
            let mut jendela = self.jendela(at)?;
            forget(0);
            let known = |own: &Lembar| own.sah && next.lembar.iter().any(|lembar| lembar.mulai(own.baris.start));
            if let Some(met) = jendela.lembar.iter().position(known) {
                out.lanjut = jendela.lembar.get(met).map(|lembar| lembar.baris.start);
                jendela.lembar.truncate(met);
            } else {
                out.lanjut = jendela.lanjut;
            }
            out.lembar.append(&mut jendela.lembar);
        }
        Some(())
    }

    /// Lays out one window, of more rows where no page of it begins with one.
    fn jendela(&self, dari: usize) -> Option<Ruas> {
        (1..=LEBIH).find_map(|kali| self.sebanyak(dari, self.baris * kali))
    }

    /// The same of so many rows.
    fn sebanyak(&self, dari: usize, baris: usize) -> Option<Ruas> {
        let akhir = self.tabel.baris.len();
        let sampai = (dari + baris).min(akhir);
        let sampai = if sampai + self.baris / 4 >= akhir { akhir } else { sampai };
        let rows = self.tabel.baris.get(dari..sampai)?;
        let lebar = |teks: &_| self.lebar.terlebar(teks);
        let quiet = &mut Sink::default();
        let source = template::window(self.halaman, self.lanskap, self.tabel, rows, lebar, self.catalog, quiet)?;
        let world = World::of_part(&source, self.fonts, self.catalog, "jendela");
        let document = guarded(&mut Sink::default(), || typst::compile::<PagedDocument>(&world).output.ok())??;
        let mut tables = baca::tabel(document.pages(), None);
        let table = tables.pop().filter(|_| tables.is_empty())?;
        let grid = table.grid.clone()?;
        let awal = table.awal(self.kepala());
        self.ambil(document.pages(), &grid, &awal, dari..sampai)
    }

    /// The pages of a window that are sure: to the end of the table, or before the last that the table can be parted at.
    fn ambil(&self, pages: &[Page], grid: &CellGrid, awal: &[Awal], rows: Range<usize>) -> Option<Ruas> {
        // The last row may go on over pages on which no other begins.
        let lanjutan = (awal.len()..pages.len()).map(|halaman| Awal { halaman, baris: rows.len(), sah: false });
        let awal: Vec<Awal> = awal.iter().copied().chain(lanjutan).collect();
        let urut = awal.iter().enumerate().all(|(page, awal)| awal.halaman == page);
        if awal.len() != pages.len() || !urut {
            return None;
        }
        let end = match rows.end == self.tabel.baris.len() {
            true => pages.len(),
            false => awal.iter().rposition(|awal| awal.sah).filter(|at| *at > 0)?,
        };
        let kepala = self.kepala();
        let (tabel, sebelum) = (self.tabel.id, rows.start);
        let mut saringan = Saringan { kepala, tabel, sebelum, label: self.label(), buka: Vec::new() };
        let mulai = |at: usize| awal.get(at).map_or(rows.len(), |awal| awal.baris);
        let mut lembar = Vec::new();
        for (at, page) in pages.iter().enumerate().take(end) {
            let isi = saringan.halaman(page)?;
            let kisi = Kisi::of(grid, mulai(at) + kepala..mulai(at + 1) + kepala, rows.start)?;
            let baris = mulai(at) + rows.start..mulai(at + 1) + rows.start;
            lembar.push(Lembar { baris, sah: awal.get(at)?.sah, isi, kisi });
        }
        Some(Ruas { lembar, lanjut: (end < pages.len()).then(|| mulai(end) + rows.start) })
    }

    /// The label by which the rows of a window are marked.
    fn label(&self) -> Option<Label> {
        Label::new(PicoStr::intern(&format!("baris-{}", self.tabel.id)))
    }
}

/// Rows of the head of a table.
pub fn kepala(tabel: &TabelCetak) -> usize {
    tabel.kepala.len() + usize::from(!tabel.nomor_kolom.is_empty())
}
