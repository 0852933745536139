//! `word/document.xml`: sections, paragraphs, tables, runs.

use naskah_core::catalog::{Halaman, NomorLampiran};
use naskah_core::decree::{Coretan, Run, Teks};

use super::isi::{Akhir, Baris, Blok, Dokumen, Gambar, Paragraf, Potong, Sel, Tabel, Turun};
use super::jangkar::{self, Jangkar, Tempat};
use super::xml::{Xml, twip};
use super::{Bahan, Pengubah, W, gaya, kepala, ukuran};

/// The name spaces of the document.
const RUANG: [(&str, &str); 5] = [
    ("xmlns:w", W),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
];

/// A thin line.
const GARIS: [(&str, &str); 4] = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")];

/// Whether the pages of each attachment are counted anew.
pub fn ulang(bahan: &Bahan<'_>) -> bool {
    bahan.naskah.halaman.nomor_lampiran != NomorLampiran::Lanjut
}

/// The document's text.
pub fn document(dokumen: &Dokumen, bahan: &Bahan<'_>) -> Vec<u8> {
    let texts = bahan.naskah.texts();
    let mut penulis = Penulis { bahan, texts, xml: Xml::new(), nomor: 0, jangkar: 0, dalam_baris: false };
    let mut xml = std::mem::replace(&mut penulis.xml, Xml::new());
    xml.tag("w:document", &RUANG, |xml| {
        xml.tag("w:body", &[], |xml| {
            let last = dokumen.seksi.len().saturating_sub(1);
            let mut pages = Akhir { lanskap: false, bingkai: false, pertama: true, ulang: false };
            let counted = kepala::sampai(bahan.naskah, ulang(bahan)).map(|whole| if whole { last } else { 0 });
            for (at, seksi) in dokumen.seksi.iter().enumerate() {
                let ulang = ulang(bahan) && !seksi.lanjut;
                pages = Akhir { lanskap: seksi.lanskap, bingkai: seksi.bingkai, pertama: at == 0, ulang };
                let (last_one, before) = match seksi.blok.split_last() {
                    Some((Blok::Paragraf(paragraf), before)) => (paragraf.clone(), before),
                    // Behind a table stands a paragraph, which may end the section.
                    _ => (Paragraf::of("Naskah Sela"), &seksi.blok[..]),
                };
                penulis.blok(xml, before);
                let sasaran = (counted == Some(at)).then(|| kepala::AKHIR.to_owned()).or(last_one.sasaran);
                penulis.paragraf(xml, &Paragraf { sasaran, ..last_one }, (at < last).then_some(pages));
            }
            kepala::seksi(xml, bahan.naskah, pages);
        });
    });
    xml.done()
}

struct Penulis<'a> {
    bahan: &'a Bahan<'a>,
    texts: Vec<&'a Teks>,
    xml: Xml,
    /// The last number that was given to a bookmark, a change or a picture.
    nomor: usize,
    /// How many texts have bookmarks.
    jangkar: usize,
    /// Whether the paragraphs at hand stand in a row that has one for all its texts.
    dalam_baris: bool,
}

impl Penulis<'_> {
    /// Blocks one after the other; tables that touch would become one.
    fn blok(&mut self, xml: &mut Xml, all: &[Blok]) {
        for (at, blok) in all.iter().enumerate() {
            match blok {
                Blok::Paragraf(paragraf) => self.paragraf(xml, paragraf, None),
                Blok::Tabel(tabel) => {
                    if matches!(at.checked_sub(1).and_then(|at| all.get(at)), Some(Blok::Tabel(_))) {
                        self.paragraf(xml, &Paragraf::of("Naskah Celah").ikut(), None);
                    }
                    self.tabel(xml, tabel);
                }
            }
        }
    }

    fn nomor(&mut self) -> String {
        self.nomor += 1;
        self.nomor.to_string()
    }

    fn paragraf(&mut self, xml: &mut Xml, paragraf: &Paragraf, ends: Option<Akhir>) {
        xml.tag("w:p", &[], |xml| {
            xml.tag("w:pPr", &[], |xml| self.tata(xml, paragraf, ends));
            let target = paragraf.sasaran.as_ref().map(|name| (self.nomor(), name));
            if let Some((id, name)) = &target {
                xml.empty("w:bookmarkStart", &[("w:id", id), ("w:name", name)]);
            }
            let mut open: Vec<String> = Vec::new();
            let rows = paragraf.isi.iter().filter(|potong| matches!(potong, Potong::Baris(..))).count();
            for potong in &paragraf.isi {
                self.potong(xml, potong, paragraf, &mut open);
            }
            // A row's bookmark reaches over its first paragraph.
            for id in open.iter().take(rows) {
                xml.empty("w:bookmarkEnd", &[("w:id", id)]);
            }
            if let Some((id, _)) = &target {
                xml.empty("w:bookmarkEnd", &[("w:id", id)]);
            }
        });
    }

    /// How a paragraph is set, in the order that the schema asks for.
    fn tata(&mut self, xml: &mut Xml, p: &Paragraf, ends: Option<Akhir>) {
        xml.val("w:pStyle", &gaya::id(p.gaya));
        xml.yes("w:keepNext", p.ikut);
        xml.yes("w:keepLines", p.utuh);
        xml.yes("w:pageBreakBefore", p.halaman);
        if let Some(list) = p.daftar {
            xml.tag("w:numPr", &[], |xml| {
                xml.val("w:ilvl", "0");
                xml.val("w:numId", &(list + 1).to_string());
            });
        }
        jarak(xml, p, &self.bahan.naskah.halaman);
        if let Some(rata) = p.rata {
            xml.val("w:jc", jc(rata));
        }
        let mark = p.coretan.and_then(|coretan| self.perubahan(coretan));
        if mark.is_some() || p.ukuran.is_some() {
            xml.tag("w:rPr", &[], |xml| {
                if let Some((tag, id, Pengubah { nama, waktu })) = &mark {
                    xml.empty(tag, &[("w:id", id), ("w:author", nama), ("w:date", waktu)]);
                }
                p.ukuran.into_iter().for_each(|size| gaya::sizes(xml, size));
            });
        }
        if let Some(ends) = ends {
            kepala::seksi(xml, self.bahan.naskah, ends);
        }
    }

    /// The tag of a change, with its number and who made it; `None` where nothing is tracked.
    fn perubahan(&mut self, coretan: Coretan) -> Option<(&'static str, String, Pengubah)> {
        let tag = match coretan {
            Coretan::Hapus => "w:del",
            Coretan::Sisip | Coretan::Pindah => "w:ins",
            Coretan::Catatan => return None,
        };
        let pengubah = self.bahan.banding.as_ref()?.pengubah.clone();
        Some((tag, self.nomor(), pengubah))
    }

    fn potong(&mut self, xml: &mut Xml, potong: &Potong, p: &Paragraf, open: &mut Vec<String>) {
        match potong {
            // A comparison is no file that anything could come home from.
            Potong::Awal(_) | Potong::Akhir | Potong::Baris(..) if self.bahan.banding.is_some() => {}
            Potong::Awal(_) if self.dalam_baris => {}
            Potong::Awal(at) => {
                let sum = jangkar::jumlah(std::iter::once(jangkar::tertulis(self.texts[*at])));
                open.push(self.mulai(xml, Tempat::Teks(self.jangkar), sum));
                self.jangkar += 1;
            }
            Potong::Baris(table, row, sum) => {
                let id = self.mulai(xml, Tempat::Baris(*table, *row), sum.clone());
                open.insert(0, id);
            }
            Potong::Akhir if self.dalam_baris => {}
            Potong::Akhir => {
                if let Some(id) = open.pop() {
                    xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
                }
            }
            Potong::Kata(run) if run.coretan != Some(Coretan::Catatan) => self.kata(xml, run, p),
            Potong::Kata(_) => {}
            Potong::Berubah(coretan, inner) => self.tanpa_kata(xml, inner, Some(*coretan)),
            Potong::Tab | Potong::Ganti | Potong::Titian(_) | Potong::Gambar(_) => {
                self.tanpa_kata(xml, potong, p.coretan);
            }
            Potong::NomorHalaman(sasaran) => {
                let field = format!(" PAGEREF {sasaran} \\h ");
                xml.tag("w:fldSimple", &[("w:instr", &field), ("w:dirty", "true")], |xml| {
                    xml.tag("w:r", &[], |xml| xml.texted("w:t", &[], "…"));
                });
            }
        }
    }

    /// A piece that has no words.
    fn tanpa_kata(&mut self, xml: &mut Xml, potong: &Potong, coretan: Option<Coretan>) {
        let (bahan, id) = (self.bahan, self.nomor());
        self.berubah(xml, coretan, |xml, deleted| match potong {
            Potong::Tab => xml.tag("w:r", &[], |xml| xml.empty("w:tab", &[])),
            Potong::Ganti => xml.tag("w:r", &[], |xml| xml.empty("w:br", &[])),
            Potong::Titian(width) => {
                // Underlined blanks that do not break, about a quarter of a letter wide each.
                let count = (width / (bahan.naskah.halaman.ukuran * 0.3)).round() as usize;
                xml.tag("w:r", &[], |xml| {
                    xml.tag("w:rPr", &[], |xml| xml.val("w:u", "single"));
                    let tag = if deleted { "w:delText" } else { "w:t" };
                    xml.texted(tag, &[("xml:space", "preserve")], &"\u{a0}".repeat(count));
                });
            }
            Potong::Gambar(gambar) => drawing(xml, gambar, &id, bahan),
            _ => {}
        });
    }

    fn mulai(&mut self, xml: &mut Xml, tempat: Tempat, jumlah: String) -> String {
        let id = self.nomor();
        xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", &Jangkar { tempat, jumlah }.nama())]);
        id
    }

    fn kata(&mut self, xml: &mut Xml, run: &Run, p: &Paragraf) {
        self.berubah(xml, run.coretan.or(p.coretan), |xml, deleted| {
            xml.tag("w:r", &[], |xml| {
                if run.tebal || run.miring || p.ukuran.is_some() {
                    xml.tag("w:rPr", &[], |xml| {
                        xml.yes("w:b", run.tebal);
                        xml.yes("w:bCs", run.tebal);
                        xml.yes("w:i", run.miring);
                        xml.yes("w:iCs", run.miring);
                        p.ukuran.into_iter().for_each(|size| gaya::sizes(xml, size));
                    });
                }
                let tag = if deleted { "w:delText" } else { "w:t" };
                xml.texted(tag, &[("xml:space", "preserve")], &run.text);
            });
        });
    }

    /// What stands within a change, where it is one; the flag says that it was deleted.
    fn berubah(&mut self, xml: &mut Xml, coretan: Option<Coretan>, within: impl FnOnce(&mut Xml, bool)) {
        match coretan.and_then(|coretan| self.perubahan(coretan)) {
            None => within(xml, false),
            Some((tag, id, Pengubah { nama, waktu })) => {
                let sifat = [("w:id", id.as_str()), ("w:author", &nama), ("w:date", &waktu)];
                xml.tag(tag, &sifat, |xml| within(xml, tag == "w:del"));
            }
        }
    }

    fn tabel(&mut self, xml: &mut Xml, tabel: &Tabel) {
        xml.tag("w:tbl", &[], |xml| {
            xml.tag("w:tblPr", &[], |xml| tata_tabel(xml, tabel));
            xml.tag("w:tblGrid", &[], |xml| {
                tabel.lebar.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", &twip(*width))]));
            });
            for baris in &tabel.baris {
                self.baris(xml, baris, tabel);
            }
        });
    }

    fn baris(&mut self, xml: &mut Xml, baris: &Baris, tabel: &Tabel) {
        xml.tag("w:tr", &[], |xml| {
            let mark = baris.coretan.and_then(|coretan| self.perubahan(coretan));
            if baris.utuh || baris.kepala || baris.tinggi.is_some() || mark.is_some() {
                xml.tag("w:trPr", &[], |xml| {
                    xml.yes("w:cantSplit", baris.utuh);
                    baris.tinggi.into_iter().for_each(|height| {
                        xml.empty("w:trHeight", &[("w:val", &twip(height)), ("w:hRule", "atLeast")]);
                    });
                    xml.yes("w:tblHeader", baris.kepala);
                    if let Some((tag, id, Pengubah { nama, waktu })) = &mark {
                        xml.empty(tag, &[("w:id", id), ("w:author", nama), ("w:date", waktu)]);
                    }
                });
            }
            let mut x = 0;
            self.dalam_baris = tabel.id.is_some() && !baris.kepala;
            for sel in &baris.sel {
                let end = (x + sel.kanan).min(tabel.lebar.len());
                let width: f64 = tabel.lebar[x.min(end)..end].iter().sum();
                self.sel(xml, sel, width);
                x = end;
            }
            self.dalam_baris = false;
        });
    }

    fn sel(&mut self, xml: &mut Xml, sel: &Sel, width: f64) {
        xml.tag("w:tc", &[], |xml| {
            xml.tag("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", &twip(width)), ("w:type", "dxa")]);
                if sel.kanan > 1 {
                    xml.val("w:gridSpan", &sel.kanan.to_string());
                }
                match sel.turun {
                    Turun::Sendiri => {}
                    Turun::Mulai => xml.val("w:vMerge", "restart"),
                    Turun::Lanjut => xml.val("w:vMerge", "continue"),
                }
                if sel.titian {
                    xml.tag("w:tcBorders", &[], |xml| xml.empty("w:bottom", &GARIS));
                }
                if sel.putar {
                    xml.val("w:textDirection", "btLr");
                }
                match (sel.tengah, sel.bawah) {
                    (true, _) => xml.val("w:vAlign", "center"),
                    (false, true) => xml.val("w:vAlign", "bottom"),
                    (false, false) => {}
                }
            });
            sel.isi.iter().for_each(|paragraf| self.paragraf(xml, paragraf, None));
        });
    }
}

/// Tabs, room around a paragraph, and how far its lines stand from the left.
fn jarak(xml: &mut Xml, p: &Paragraf, h: &Halaman) {
    if !p.tab.is_empty() {
        xml.tag("w:tabs", &[], |xml| {
            for (kind, place) in &p.tab {
                let place = twip(*place);
                match *kind {
                    "right" => xml.empty("w:tab", &[("w:val", kind), ("w:leader", "dot"), ("w:pos", &place)]),
                    _ => xml.empty("w:tab", &[("w:val", kind), ("w:pos", &place)]),
                }
            }
        });
    }
    let (before, after) = (twip(p.sebelum), twip(p.sesudah));
    let line = p.ukuran.map(|size| twip(gaya::baris_tabel(h, size)));
    match line {
        Some(line) => {
            let all =
                [("w:before", before.as_str()), ("w:after", &after), ("w:line", &line), ("w:lineRule", "atLeast")];
            xml.empty("w:spacing", &all);
        }
        None if p.sebelum > 0.0 || p.sesudah > 0.0 => {
            xml.empty("w:spacing", &[("w:before", &before), ("w:after", &after)]);
        }
        None => {}
    }
    if p.daftar.is_none() && (p.kiri > 0.0 || p.gantung > 0.0) {
        let (left, hanging) = (twip(p.kiri), twip(p.gantung));
        match p.gantung > 0.0 {
            true => xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]),
            false => xml.empty("w:ind", &[("w:left", &left)]),
        }
    }
}

/// Where lines stand, in Word's words.
fn jc(rata: &str) -> &str {
    match rata {
        "tengah" => "center",
        "kanan" => "right",
        _ => "left",
    }
}

fn tata_tabel(xml: &mut Xml, tabel: &Tabel) {
    let width = twip(tabel.lebar.iter().sum());
    xml.yes("w:bidiVisual", tabel.cermin);
    xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")]);
    xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
    xml.tag("w:tblBorders", &[], |xml| {
        for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
            match tabel.garis {
                true => xml.empty(side, &GARIS),
                false => xml.empty(side, &[("w:val", "nil")]),
            }
        }
    });
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    let (sides, ends) = if tabel.garis { ("80", "50") } else { ("0", "0") };
    xml.tag("w:tblCellMar", &[], |xml| {
        for (side, width) in [("w:top", ends), ("w:left", sides), ("w:bottom", ends), ("w:right", sides)] {
            xml.empty(side, &[("w:w", width), ("w:type", "dxa")]);
        }
    });
}

/// A picture in the line.
fn drawing(xml: &mut Xml, gambar: &Gambar, id: &str, bahan: &Bahan<'_>) {
    let Some((file, _)) = ukuran::berkas(bahan.gambar, &gambar.berkas) else { return };
    let emu = |points: f64| format!("{:.0}", points * 12700.0);
    let (cx, cy) = (emu(gambar.lebar), emu(gambar.tinggi));
    let named = [("id", id), ("name", file.as_str()), ("descr", gambar.alt.as_str())];
    let inner = [("id", id), ("name", file.as_str())];
    xml.tag("w:r", &[], |xml| {
        xml.tag("w:drawing", &[], |xml| {
            xml.tag("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")], |xml| {
                xml.empty("wp:extent", &[("cx", &cx), ("cy", &cy)]);
                xml.empty("wp:docPr", &named);
                xml.tag("a:graphic", &[], |xml| {
                    xml.tag("a:graphicData", &[("uri", RUANG[4].1)], |xml| {
                        xml.tag("pic:pic", &[], |xml| {
                            xml.tag("pic:nvPicPr", &[], |xml| {
                                xml.empty("pic:cNvPr", &inner);
                                xml.empty("pic:cNvPicPr", &[]);
                            });
                            xml.tag("pic:blipFill", &[], |xml| {
                                xml.empty("a:blip", &[("r:embed", &format!("rId_{file}"))]);
                                xml.tag("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
                            });
                            xml.tag("pic:spPr", &[], |xml| {
                                xml.tag("a:xfrm", &[], |xml| {
                                    xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                                    xml.empty("a:ext", &[("cx", &cx), ("cy", &cy)]);
                                });
                                xml.tag("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
                            });
                        });
                    });
                });
            });
        });
    });
}
