//! Tables: every cell with its place, whichever way it is merged.

use crate::ooxml::Elemen;
use crate::serap::sumber::{BarisSumber, Paragraf, SelSumber, TabelSumber, Unsur};

use super::badan::Badan;
use super::gaya::{draws, encloses};

/// Most columns that are read.
const MAX_COLUMNS: usize = 512;

/// A table as it is being read.
#[derive(Default)]
struct Terbaca {
    baris: Vec<BarisSumber>,
    /// For each column the row and place of the cell that may reach farther down.
    above: Vec<Option<(usize, usize)>>,
}

/// Where a cell stands in its row, and whether it goes on with the one above or the one before it.
struct Tempat {
    x: usize,
    kanan: usize,
    ke_bawah: bool,
    ke_kanan: bool,
}

impl Tempat {
    fn read(x: usize, cell: &Elemen) -> Self {
        let about = cell.child("tcPr");
        let kanan = about.and_then(|about| about.val("gridSpan")?.parse().ok()).unwrap_or(1usize);
        let goes_on = |name: &str| {
            about.and_then(|about| about.child(name)).is_some_and(|merge| merge.get("val") != Some("restart"))
        };
        let (ke_bawah, ke_kanan) = (goes_on("vMerge"), goes_on("hMerge"));
        Self { x, kanan: kanan.clamp(1, MAX_COLUMNS), ke_bawah, ke_kanan }
    }
}

impl Terbaca {
    /// Lets the cell above reach into the row being read; whether there is one of the same width.
    fn reach(&mut self, tempat: &Tempat) -> bool {
        let owner = self.above.get(tempat.x).copied().flatten().filter(|_| tempat.ke_bawah);
        let at = self.baris.len();
        let cell = owner.and_then(|(row, place)| Some((row, self.baris.get_mut(row)?.sel.get_mut(place)?)));
        match cell.filter(|(_, cell)| cell.x == tempat.x && cell.kanan == tempat.kanan) {
            Some((row, cell)) => cell.turun = at - row,
            None => return false,
        }
        true
    }

    /// Puts a cell into the row being read, the last one.
    fn put(&mut self, tempat: &Tempat, isi: Vec<Paragraf>) {
        let at = self.baris.len().saturating_sub(1);
        let Some(row) = self.baris.last_mut() else { return };
        match row.sel.last_mut().filter(|_| tempat.ke_kanan) {
            Some(left) => left.kanan += tempat.kanan,
            None => row.sel.push(SelSumber { x: tempat.x, kanan: tempat.kanan, turun: 1, isi }),
        }
        let place = (at, row.sel.len() - 1);
        self.above.iter_mut().skip(tempat.x).take(tempat.kanan).for_each(|above| *above = Some(place));
    }
}

impl<'a> Badan<'a> {
    /// Reads a table.
    pub(super) fn table(&mut self, element: &'a Elemen) -> TabelSumber {
        let own = element.child("tblPr");
        let style = own.and_then(|own| own.val("tblStyle"));
        let drawn = own.and_then(|own| own.child("tblBorders")).map(draws);
        let cells = || {
            let borders = element.below("tcBorders");
            // Lines under some of the texts are to be written on.
            borders.iter().copied().any(encloses)
                || (borders.len() == element.below("tc").len() && borders.into_iter().all(draws))
        };
        let bergaris = drawn.unwrap_or_else(|| self.gaya.has_lines(style)) || cells();
        let mut terbaca = Terbaca::default();
        for row in wrapped(element, "tr") {
            let gone = row.child("trPr").is_some_and(|about| about.elements().any(|one| self.is_gone(&one.nama)));
            if !gone {
                self.row(row, &mut terbaca);
            }
        }
        let mut baris = terbaca.baris;
        if own.and_then(|own| own.on("bidiVisual")).unwrap_or(false) {
            mirrored(&mut baris);
        }
        TabelSumber { baris, bergaris }
    }

    /// Reads a row.
    fn row(&mut self, row: &'a Elemen, terbaca: &mut Terbaca) {
        let about = row.child("trPr");
        let before = about.and_then(|about| about.val("gridBefore")?.parse::<usize>().ok()).unwrap_or(0);
        let kepala = about.and_then(|about| about.on("tblHeader")).unwrap_or(false);
        terbaca.baris.push(BarisSumber { sel: Vec::new(), kepala });
        let mut x = before.min(MAX_COLUMNS);
        for cell in wrapped(row, "tc") {
            let tempat = Tempat::read(x, cell);
            let isi = self.cell(cell);
            terbaca.above.resize(terbaca.above.len().max(x + tempat.kanan), None);
            x = (x + tempat.kanan).min(MAX_COLUMNS);
            let held = isi.iter().any(|paragraf| !paragraf.teks.is_empty());
            if !terbaca.reach(&tempat) {
                terbaca.put(&tempat, isi);
            } else if held {
                self.sumber.tell("isi sel yang tertutup sel gabungan di atasnya tidak terlihat dan tidak diambil");
            }
        }
    }

    /// The paragraphs of a cell; those of a table within it follow each other.
    fn cell(&mut self, cell: &'a Elemen) -> Vec<Paragraf> {
        let mut inner = Vec::new();
        self.blocks(cell, &mut inner);
        self.flush(&mut inner);
        let mut isi = Vec::new();
        for unsur in inner {
            match unsur {
                Unsur::Paragraf(paragraf) => isi.push(paragraf),
                Unsur::Tabel(tabel) => {
                    self.sumber.tell(crate::serap::TABEL_DALAM);
                    let cells = tabel.baris.into_iter().flat_map(|baris| baris.sel);
                    isi.extend(cells.flat_map(|sel| sel.isi));
                }
                Unsur::Gambar(_) => self.sumber.tell(crate::serap::GAMBAR_SEL),
                Unsur::Kertas(_) | Unsur::Halaman => {}
            }
        }
        isi
    }
}

/// Puts the columns in the order in which they are seen, where the first stands at the right.
fn mirrored(baris: &mut [BarisSumber]) {
    let reach = |sel: &SelSumber| sel.x + sel.kanan;
    let columns = baris.iter().flat_map(|baris| &baris.sel).map(reach).max().unwrap_or(0);
    for baris in baris {
        baris.sel.iter_mut().for_each(|sel| sel.x = columns - sel.x - sel.kanan);
        baris.sel.sort_by_key(|sel| sel.x);
    }
}

/// The elements of a name in another, also those within controls.
fn wrapped<'a>(parent: &'a Elemen, name: &str) -> Vec<&'a Elemen> {
    let mut found = Vec::new();
    for element in parent.elements() {
        match element.nama.as_str() {
            own if own == name => found.push(element),
            "sdt" | "sdtContent" | "customXml" | "smartTag" | "ins" | "del" | "moveTo" | "moveFrom" => {
                found.extend(wrapped(element, name));
            }
            _ => {}
        }
    }
    found
}
