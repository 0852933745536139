//! Attachments: heads, chapters and parts with their numbers, tables with their cells in place.

use crate::catalog::Halaman;
use crate::decree::butir::{Butir, Penomoran};
use crate::decree::gambar::Gambar;
use crate::decree::keputusan::Keputusan;
use crate::decree::lampiran::{Blok, IsiLampiran};
use crate::decree::{Tabel, Teks};
use crate::diag::{Code, Diagnostic, Sink};
use crate::fingerprint::Sidik;
use crate::language::numerals::{huruf, romawi};

use super::frasa::Frasa;
use super::{BlokCetak, LampiranCetak, LembarCetak, daftar, tabel};

/// Every attachment as it is printed.
pub fn print_all(
    keputusan: &Keputusan,
    frasa: &Frasa<'_>,
    files: &[super::Gambar],
    sink: &mut Sink,
) -> Vec<LampiranCetak> {
    let mut printer = Printer {
        blocks: Vec::new(),
        lying: Vec::new(),
        lanskap: false,
        halaman: &frasa.kantor.halaman,
        tables: 0,
        pictures: 0,
        chapters: 0,
        kapital: true,
        title: None,
        in_chapter: false,
        end: if keputusan.tanpa_tanda_baca { "" } else { "." },
        files,
        sink,
    };
    let print = |(at, lampiran): (usize, &crate::decree::Lampiran)| {
        printer.title = lampiran.judul.clone();
        printer.lanskap = lampiran.lanskap;
        let isi = printer.print(&lampiran.isi, lampiran.kapital);
        let (lanskap, berbalik) = printer.directions(&isi, lampiran.lanskap);
        let (keputusan, tentang) = frasa.kepala_lampiran(lampiran.tentang.as_ref());
        LampiranCetak {
            label: frasa.label_lampiran(at),
            keputusan,
            nomor: frasa.nomor(),
            tentang,
            kepala: lampiran.kepala.clone(),
            judul: lampiran.judul.as_ref().map(|judul| tabel::capital(judul, lampiran.kapital)),
            lanskap,
            bingkai: lampiran.bingkai,
            sampul: lampiran.sampul,
            daftar_isi: lampiran.daftar_isi,
            isi,
            berbalik,
        }
    };
    keputusan.lampiran.iter().enumerate().map(print).collect()
}

struct Printer<'a> {
    blocks: Vec<BlokCetak>,
    /// Of each block, whether its pages lie.
    lying: Vec<bool>,
    /// Whether the pages at hand lie.
    lanskap: bool,
    halaman: &'a Halaman,
    tables: usize,
    pictures: usize,
    chapters: usize,
    /// Whether heads are put in capitals.
    kapital: bool,
    /// The title of the attachment at hand.
    title: Option<Teks>,
    /// Whether the blocks at hand stand in a chapter.
    in_chapter: bool,
    /// The mark that closes lists; none where nothing is added.
    end: &'static str,
    /// The pictures' files.
    files: &'a [super::Gambar],
    sink: &'a mut Sink,
}

impl Printer<'_> {
    fn print(&mut self, isi: &IsiLampiran, kapital: bool) -> Vec<BlokCetak> {
        self.chapters = 0;
        self.kapital = kapital;
        match isi {
            IsiLampiran::Tabel(tabel) => self.table(tabel),
            IsiLampiran::Teks(blocks) => self.all(blocks, 0),
        }
        std::mem::take(&mut self.blocks)
    }

    fn push(&mut self, block: BlokCetak) {
        self.lying.push(self.lanskap);
        self.blocks.push(block);
    }

    /// Does something on pages that lie or stand, where that is said; then the pages are as they were.
    fn turned(&mut self, lanskap: Option<bool>, work: impl FnOnce(&mut Self)) {
        let before = self.lanskap;
        self.lanskap = lanskap.unwrap_or(before);
        work(self);
        self.lanskap = before;
    }

    /// Whether the first pages of an attachment lie, and which of its blocks stand on others: headings go along with what
    /// they stand over, head and title with the first block.
    fn directions(&mut self, isi: &[BlokCetak], lanskap: bool) -> (bool, Vec<LembarCetak>) {
        let mut lying = std::mem::take(&mut self.lying);
        for at in (1..lying.len()).rev() {
            if matches!(isi.get(at - 1), Some(BlokCetak::Bab { .. } | BlokCetak::Bagian { .. })) {
                lying[at - 1] = lying[at];
            }
        }
        let base = lying.first().copied().unwrap_or(lanskap);
        let mut out: Vec<LembarCetak> = Vec::new();
        for at in (0..lying.len()).filter(|at| lying[*at] != base) {
            match out.last_mut().filter(|last| last.sampai == at) {
                Some(last) => last.sampai = at + 1,
                None => out.push(LembarCetak { dari: at, sampai: at + 1 }),
            }
        }
        (base, out)
    }

    fn table(&mut self, tabel: &Tabel) {
        self.tables += 1;
        let width = self.halaman.lebar_teks(self.lanskap);
        if let Some(tabel) = tabel::print(tabel, self.tables, width, self.kapital, self.sink) {
            self.push(BlokCetak::Tabel { tabel });
        }
    }

    /// The level of a heading that lies so deep in its chapter, or in the attachment where there are no chapters.
    fn level(&self, depth: usize) -> usize {
        // Over it stand the attachment's label, and its title where it has one.
        1 + usize::from(self.title.is_some()) + usize::from(self.in_chapter) + depth
    }

    fn picture(&mut self, gambar: &Gambar) {
        self.pictures += 1;
        if gambar.keterangan.is_none() {
            let message = "gambar ini tanpa keterangan; yang tidak melihatnya hanya mendengar judul lampiran";
            let hint = "tulis `gambar: {berkas: …, keterangan: …}` dengan kalimat yang menyebut isinya";
            self.sink.push(Diagnostic::saran(Code::GAMBAR, gambar.berkas.span, message).hint(hint));
        }
        let said = gambar.keterangan.as_ref().or(self.title.as_ref());
        let said = said.map_or_else(|| gambar.berkas.value.clone(), Teks::as_plain);
        let files = self.files;
        let ke = self.pictures;
        let path = picture_path(ke, None, &gambar.akhiran());
        let (span, asal, bytes) = (gambar.berkas.span, String::new(), Vec::new());
        let missing = super::Gambar { path, asal, ke, halaman: None, bytes, span };
        let mut own: Vec<&super::Gambar> = files.iter().filter(|file| file.ke == ke).collect();
        if own.is_empty() {
            own.push(&missing);
        }
        for (at, file) in own.iter().enumerate() {
            let alt = match file.halaman.filter(|_| own.len() > 1) {
                Some(page) => format!("{said}, halaman {page}"),
                None => said.clone(),
            };
            // What is said of all pages stands under the last one.
            self.push(printed(gambar, at + 1 == own.len(), alt, file));
        }
    }

    /// The number of a heading after `last`; one that does not go on from there is told.
    fn next(&mut self, written: Option<usize>, last: usize, judul: &Teks) -> usize {
        let number = written.unwrap_or(last + 1);
        if number <= last {
            let message = format!("nomor {number} tidak melanjutkan nomor {last} sebelumnya");
            let hint = "tulis nomor yang lebih besar, atau hapus `nomor` supaya dilanjutkan program";
            self.sink.push(Diagnostic::peringatan(Code::NILAI, judul.span, message).hint(hint));
        }
        number
    }

    /// Blocks at one depth; parts are numbered among themselves.
    fn all(&mut self, blocks: &[Blok], depth: usize) {
        let mut parts = 0;
        for block in blocks {
            match block {
                Blok::Bab { nomor, lanskap, judul, isi } => {
                    self.chapters = self.next(*nomor, self.chapters, judul);
                    let (no, aras) = (format!("BAB {}", romawi(self.chapters)), self.level(1));
                    self.turned(*lanskap, |printer| {
                        printer.push(BlokCetak::Bab { no, teks: tabel::capital(judul, printer.kapital), aras });
                        printer.in_chapter = true;
                        printer.all(isi, 0);
                        printer.in_chapter = false;
                    });
                }
                Blok::Bagian { nomor, lanskap, judul, isi } => {
                    parts = self.next(*nomor, parts, judul);
                    let (no, aras) = (part_mark(depth, parts), self.level(depth + 1));
                    self.turned(*lanskap, |printer| {
                        printer.push(BlokCetak::Bagian { no, teks: judul.clone(), tingkat: depth + 1, aras });
                        printer.all(isi, depth + 1);
                    });
                }
                Blok::Paragraf(butir) => {
                    self.push(BlokCetak::Paragraf { isi: paragraph(butir, depth, self.end), tingkat: depth });
                }
                Blok::Tabel(tabel) => self.turned(tabel.lanskap, |printer| printer.table(tabel)),
                Blok::Gambar(gambar) => self.turned(gambar.lanskap, |printer| printer.picture(gambar)),
            }
        }
    }
}

/// A picture as it is printed, with what stands under it or without.
fn printed(gambar: &Gambar, with_note: bool, alt: String, file: &super::Gambar) -> BlokCetak {
    BlokCetak::Gambar {
        lebar: gambar.lebar.map(|length| length.0),
        keterangan: gambar.keterangan.clone().filter(|_| with_note),
        alt,
        berkas: file.path.clone(),
        sidik: Sidik::of(&file.bytes),
    }
}

/// The path by which the source refers to the decree's `n`th picture, from 1, or to a page of it.
pub fn picture_path(n: usize, page: Option<usize>, akhiran: &str) -> String {
    page.map_or_else(|| format!("/gambar-{n}.{akhiran}"), |page| format!("/gambar-{n}-{page}.{akhiran}"))
}

/// `A.`, inside a part `1.`, inside that `a.`, then `1)` and `a)`.
fn part_mark(depth: usize, n: usize) -> String {
    match depth {
        0 => format!("{}.", huruf(n).to_uppercase()),
        1 => format!("{n}."),
        2 => format!("{}.", huruf(n)),
        d if d % 2 == 1 => format!("{n})"),
        _ => format!("{})", huruf(n)),
    }
}

/// A paragraph keeps its own end; one that opens a list gets the list's punctuation.
fn paragraph(butir: &Butir, depth: usize, end: &str) -> super::ButirCetak {
    let marks = if depth < 2 { Penomoran::AngkaTitik } else { Penomoran::HurufTitik };
    match butir.rincian {
        None => daftar::cell(butir, marks),
        Some(_) => daftar::text_list(butir, marks, end),
    }
}
