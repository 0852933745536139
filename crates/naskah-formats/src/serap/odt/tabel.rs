//! Tables of OpenDocument.

use crate::ooxml::Elemen;
use crate::serap::sumber::{BarisSumber, Paragraf, SelSumber, TabelSumber, Unsur};

use super::Badan;

/// Most columns that are read, and most rows that one row may stand for.
const MAX_COLUMNS: usize = 512;

impl<'a> Badan<'a> {
    /// Reads a table.
    pub(super) fn table(&mut self, element: &'a Elemen) -> TabelSumber {
        let mut tabel = TabelSumber::default();
        self.rows(element, false, &mut tabel);
        tabel
    }

    fn rows(&mut self, parent: &'a Elemen, kepala: bool, tabel: &mut TabelSumber) {
        for element in parent.elements() {
            match element.nama.as_str() {
                "table-row" => self.row(element, kepala, tabel),
                "table-header-rows" => self.rows(element, true, tabel),
                "table-rows" | "table-row-group" => self.rows(element, kepala, tabel),
                _ => {}
            }
        }
    }

    fn row(&mut self, row: &'a Elemen, kepala: bool, tabel: &mut TabelSumber) {
        let mut baris = BarisSumber { sel: Vec::new(), kepala };
        let mut x = 0;
        for cell in row.elements() {
            let count =
                |name: &str| cell.get(name).and_then(|n| n.parse::<usize>().ok()).unwrap_or(1).clamp(1, MAX_COLUMNS);
            match cell.nama.as_str() {
                "covered-table-cell" => x += count("number-columns-repeated"),
                "table-cell" => {
                    let (kanan, turun) = (count("number-columns-spanned"), count("number-rows-spanned"));
                    tabel.bergaris |= self.gaya.has_lines(cell.get("style-name"));
                    let isi = self.cell(cell);
                    for _ in 0..count("number-columns-repeated") {
                        if x < MAX_COLUMNS {
                            baris.sel.push(SelSumber { x, kanan, turun, isi: isi.clone() });
                        }
                        x += 1;
                    }
                }
                _ => {}
            }
        }
        tabel.baris.push(baris);
    }

    fn cell(&mut self, cell: &'a Elemen) -> Vec<Paragraf> {
        let mut inner = Vec::new();
        self.blocks(cell, &mut inner);
        let mut isi = Vec::new();
        for unsur in inner {
            match unsur {
                Unsur::Paragraf(paragraf) => isi.push(paragraf),
                Unsur::Tabel(tabel) => {
                    self.sumber.tell(crate::serap::TABEL_DALAM);
                    isi.extend(tabel.baris.into_iter().flat_map(|baris| baris.sel).flat_map(|sel| sel.isi));
                }
                Unsur::Gambar(_) => self.sumber.tell(crate::serap::GAMBAR_SEL),
                Unsur::Kertas(_) | Unsur::Halaman => {}
            }
        }
        isi
    }
}
