//! Tables: every cell with its place, whichever way it is merged.

use crate::ooxml::Elemen;
use crate::serap::sumber::{BarisSumber, Paragraf, SelSumber, TabelSumber, Unsur};

use super::badan::Badan;
use super::gaya::draws;

/// Most columns that are read.
const MAX_COLUMNS: usize = 512;

impl<'a> Badan<'a> {
    /// Reads a table.
    pub(super) fn table(&mut self, element: &'a Elemen) -> TabelSumber {
        let own = element.child("tblPr");
        let style = own.and_then(|own| own.val("tblStyle"));
        let drawn = own.and_then(|own| own.child("tblBorders")).map(draws);
        let cells = || element.below("tcBorders").into_iter().any(draws);
        let bergaris = drawn.unwrap_or_else(|| self.gaya.has_lines(style)) || cells();
        let mut tabel = TabelSumber { baris: Vec::new(), bergaris };
        // For each column the row and place of the cell that may reach farther down.
        let mut above: Vec<Option<(usize, usize)>> = Vec::new();
        for row in rows(element) {
            let about = row.child("trPr");
            if about.is_some_and(|about| about.elements().any(|change| self.is_gone(&change.nama))) {
                continue;
            }
            let count = |name: &str| about.and_then(|about| about.val(name)?.parse::<usize>().ok()).unwrap_or(0);
            let kepala = about.and_then(|about| about.on("tblHeader")).unwrap_or(false);
            let at = tabel.baris.len();
            tabel.baris.push(BarisSumber { sel: Vec::new(), kepala });
            let mut x = count("gridBefore").min(MAX_COLUMNS);
            for cell in wrapped(row, "tc") {
                let about = cell.child("tcPr");
                let kanan = about.and_then(|about| about.val("gridSpan")?.parse().ok()).unwrap_or(1usize);
                let kanan = kanan.clamp(1, MAX_COLUMNS);
                let goes_on = |name: &str| {
                    about.and_then(|about| about.child(name)).is_some_and(|merge| merge.get("val") != Some("restart"))
                };
                let isi = self.cell(cell);
                let held = !isi.iter().all(|paragraf| paragraf.teks.is_empty());
                above.resize(above.len().max(x + kanan), None);
                let owner = above.get(x).copied().flatten().filter(|_| goes_on("vMerge"));
                let owner = owner.filter(|(row, place)| {
                    let cell = tabel.baris.get(*row).and_then(|row| row.sel.get(*place));
                    cell.is_some_and(|cell| cell.x == x && cell.kanan == kanan)
                });
                match owner {
                    Some((row, place)) => {
                        if held {
                            self.sumber
                                .tell("isi sel yang tertutup sel gabungan di atasnya tidak terlihat dan tidak diambil");
                        }
                        if let Some(cell) = tabel.baris.get_mut(row).and_then(|row| row.sel.get_mut(place)) {
                            cell.turun = at - row + 1;
                        }
                    }
                    None => {
                        let sel = &mut tabel.baris.last_mut().map(|row| &mut row.sel);
                        if let Some(sel) = sel {
                            match sel.last_mut().filter(|_| goes_on("hMerge")) {
                                Some(left) => left.kanan += kanan,
                                None => sel.push(SelSumber { x, kanan, turun: 1, isi }),
                            }
                            let place = (at, sel.len() - 1);
                            above.iter_mut().skip(x).take(kanan).for_each(|above| *above = Some(place));
                        }
                    }
                }
                x = (x + kanan).min(MAX_COLUMNS);
            }
        }
        tabel
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
                Unsur::Kertas { .. } | Unsur::Halaman => {}
            }
        }
        isi
    }
}

/// The rows of a table, also those within controls.
fn rows(table: &Elemen) -> Vec<&Elemen> {
    wrapped(table, "tr")
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
