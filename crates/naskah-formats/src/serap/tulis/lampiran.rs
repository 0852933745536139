//! Attachments as YAML.

use std::cell::Cell;

use naskah_core::decree::butir::Penomoran;
use naskah_core::decree::tabel::KOTAK;
use naskah_core::language::numerals::dari_romawi;

use crate::serap::isian;
use crate::serap::pohon::{Blok, Butir, Lampiran};
use crate::serap::sumber::{Kaya, SelSumber, TabelSumber};
use crate::serap::tanda::{Rupa, Tanda, Tutup};
use crate::tables::scalar::{Style, scalar};

use super::butir::{Cara, flat, item, notes};
use super::pilihan::{Pilihan, PilihanLampiran};
use super::sel::{text, whole_text};
use super::tabel::{Tabel, is_capital};
use super::teks::{marked, titled};
use super::yaml::{Entri, Isi, Isian};
use super::{Bahan, sentences};

/// Whether title and heads of an attachment stand in capitals, as the program prints them.
pub fn in_capitals(one: &Lampiran) -> bool {
    fn headings(blocks: &[Blok], out: &mut Vec<String>) {
        for block in blocks {
            match block {
                Blok::Bab(_, title, inner) => {
                    out.push(title.text());
                    headings(inner, out);
                }
                Blok::Bagian(_, _, inner) => headings(inner, out),
                Blok::Tabel(tabel) if isian::read(tabel).is_some() => {}
                Blok::Tabel(tabel) => out.extend(Tabel::new(tabel).titles()),
                Blok::Paragraf(_) | Blok::Gambar(_) => {}
            }
        }
    }
    let mut all: Vec<String> = one.judul.iter().map(Kaya::text).collect();
    headings(&one.isi, &mut all);
    all.iter().all(|title| is_capital(title))
}

/// Every paragraph of an attachment, in the order of its pages.
pub fn paragraphs(blocks: &[Blok]) -> Vec<&Butir> {
    let mut out = Vec::new();
    for block in blocks {
        match block {
            Blok::Paragraf(butir) => out.push(butir),
            Blok::Bab(_, _, inner) | Blok::Bagian(_, _, inner) => out.extend(paragraphs(inner)),
            Blok::Tabel(_) | Blok::Gambar(_) => {}
        }
    }
    out
}

/// The table that an attachment is, with the notes under it.
pub fn only_table(one: &Lampiran) -> Option<(&TabelSumber, Vec<Kaya>)> {
    let (Blok::Tabel(tabel), rest) = one.isi.split_first()? else { return None };
    if isian::read(tabel).is_some() {
        return None;
    }
    let note = |block: &Blok| match block {
        Blok::Paragraf(butir) => Some(flat(butir, false)),
        _ => None,
    };
    Some((tabel, rest.iter().map(note).collect::<Option<_>>()?))
}

/// Writes the blocks of one attachment.
struct Penulis<'a> {
    bahan: &'a Bahan<'a>,
    own: &'a PilihanLampiran,
    judul: &'a dyn Fn(&str) -> String,
    /// How many paragraphs were written.
    paragraf: Cell<usize>,
}

impl Bahan<'_> {
    /// An attachment.
    pub(super) fn attachment(&self, one: &Lampiran, own: &PilihanLampiran, pilihan: &Pilihan) -> Isi {
        let mut sentences = sentences(self.pohon);
        sentences.push(pilihan.tentang.clone());
        let judul = |title: &str| match own.kapital {
            true => titled(title, &sentences, self.catalog.kata()),
            false => title.to_owned(),
        };
        let penulis = Penulis { bahan: self, own, judul: &judul, paragraf: Cell::new(0) };
        let title = one.judul.as_ref().map(|title| match own.kapital {
            true => Isi::Teks(judul(&title.text())),
            false => Isi::Teks(marked(title)),
        });
        let only = only_table(one).and_then(|(tabel, notes)| penulis.table(tabel, &notes));
        let (key, isi) = match (only, &one.isi[..]) {
            (Some(tabel), _) => ("tabel", tabel),
            (None, [Blok::Gambar(at)]) => ("gambar", Isi::Teks(self.picture(*at))),
            (None, blocks) => ("teks", Isi::Daftar(penulis.blocks(blocks, 0))),
        };
        Isi::map([
            title.map(|title| ("judul", title)),
            (one.sampul && key == "teks").then(|| ("sampul", Isi::Kata("ya".into()))),
            (one.bingkai && key == "teks").then(|| ("bingkai", Isi::Kata("ya".into()))),
            one.lanskap.then(|| ("orientasi", Isi::Kata("lanskap".into()))),
            (one.daftar_isi && key == "teks").then(|| ("daftar_isi", Isi::Kata("ya".into()))),
            own.kepala.then(|| {
                let lines = one.kepala.iter().map(|line| Isi::Teks(marked(line)));
                ("kepala", Isi::list(lines.collect::<Vec<_>>()))
            }),
            one.tentang
                .as_ref()
                .filter(|_| own.tentang && !own.kepala)
                .map(|name| ("tentang", Isi::Teks(marked(name)))),
            (!own.kapital).then(|| ("kapital", Isi::Kata("tidak".into()))),
            Some((key, isi)),
        ])
    }

    /// The name of a picture's file.
    fn picture(&self, at: usize) -> String {
        self.gambar.get(at).cloned().unwrap_or_default()
    }
}

impl Penulis<'_> {
    fn cara(&self, depth: usize, harfiah: bool) -> Cara<'_> {
        let tanda = if depth < 2 { Penomoran::AngkaTitik } else { Penomoran::HurufTitik };
        Cara { tanda, deeper: Penomoran::deeper_in_text, akhir: ".", harfiah, komentar: self.bahan.komentar }
    }

    fn table(&self, tabel: &TabelSumber, notes: &[Kaya]) -> Option<Isi> {
        Tabel::new(tabel).write(self.judul, self.cara(0, true), notes)
    }

    /// A chapter; `before` is the number of the one before it.
    fn chapter(&self, number: &str, title: &Kaya, inner: &[Blok], before: &mut usize) -> Isi {
        let own = number.strip_prefix("BAB ").and_then(dari_romawi).unwrap_or(*before + 1);
        let nomor = numbered(own, *before + 1);
        *before = own;
        let isi = self.blocks(inner, 0);
        let title = if self.own.kapital { (self.judul)(&title.text()) } else { marked(title) };
        Isi::map([Some(("bab", Isi::Teks(title))), nomor, (!isi.is_empty()).then_some(("isi", Isi::Daftar(isi)))])
    }

    fn blocks(&self, blocks: &[Blok], depth: usize) -> Vec<Entri> {
        let mut out = Vec::new();
        let (mut chapters, mut parts) = (0, 0);
        let plain = |isi: Isi| Entri { catatan: Vec::new(), isi };
        for block in blocks {
            match block {
                Blok::Bab(number, title, inner) => {
                    out.push(plain(self.chapter(number, title, inner, &mut chapters)));
                }
                Blok::Bagian(tanda, title, inner) if is_next(tanda, depth, parts) => {
                    let nomor = numbered(tanda.nomor, parts + 1);
                    parts = tanda.nomor;
                    let isi = self.blocks(inner, depth + 1);
                    out.push(plain(Isi::map([
                        Some(("bagian", Isi::Teks(marked(title)))),
                        nomor,
                        (!isi.is_empty()).then_some(("isi", Isi::Daftar(isi))),
                    ])));
                }
                Blok::Bagian(tanda, title, inner) => {
                    // A part that the program would number otherwise keeps its mark in its text.
                    let mut text = Kaya::plain(tanda.teks.clone());
                    text.join(title);
                    out.push(plain(Isi::Teks(marked(&text))));
                    out.extend(self.blocks(inner, depth));
                }
                Blok::Paragraf(butir) => out.push(self.paragraph(butir, depth)),
                Blok::Tabel(tabel) if isian::read(tabel).is_some() => out.extend(form(tabel).map(plain)),
                Blok::Tabel(tabel) => match self.table(tabel, &[]) {
                    Some(tabel) => out.push(plain(Isi::map([Some(("tabel", tabel))]))),
                    None => out.extend(rows(tabel).into_iter().map(|line| plain(Isi::Teks(line)))),
                },
                Blok::Gambar(at) => {
                    out.push(plain(Isi::map([Some(("gambar", Isi::Teks(self.bahan.picture(*at))))])));
                }
            }
        }
        out
    }

    fn paragraph(&self, butir: &Butir, depth: usize) -> Entri {
        let at = self.paragraf.replace(self.paragraf.get() + 1);
        let literal = self.own.paragraf.get(at).copied().unwrap_or(false) || butir.anak.is_empty();
        let isi = match butir.anak.is_empty() {
            true => Isi::Teks(marked(&flat(butir, false))),
            false => item(butir, self.cara(depth, literal), 0),
        };
        Entri { catatan: notes(&butir.komentar, self.bahan.komentar), isi }
    }
}

/// The number of a chapter or part, where it is not the next one.
fn numbered(own: usize, next: usize) -> Option<(&'static str, Isi)> {
    (own != next).then(|| ("nomor", Isi::Kata(own.to_string())))
}

/// A form: labels with what is said of each, or texts with boxes.
fn form(tabel: &TabelSumber) -> Option<Isi> {
    let entry = |key: &str, isi: Isi| Isian { catatan: Vec::new(), kunci: scalar(key, true, Style::Plain), isi };
    let said = |sel: &SelSumber| Isi::Teks(marked(&whole_text(sel)));
    Some(match isian::read(tabel)? {
        isian::Isian::Label(rows) => {
            let one = |(label, sel): &(String, Option<&SelSumber>)| {
                entry(label, sel.map_or_else(|| Isi::Teks(String::new()), said))
            };
            Isi::map([Some(("isian", Isi::Peta(rows.iter().map(one).collect())))])
        }
        isian::Isian::Kotak(rows) if rows.iter().all(|(ticked, _)| !ticked) => {
            let texts = rows.iter().map(|(_, text)| Isi::Teks(marked(&Kaya::plain(text.clone()))));
            Isi::map([Some(("centang", Isi::list(texts.collect::<Vec<_>>())))])
        }
        isian::Isian::Kotak(rows) => {
            let word = |ticked: bool| Isi::Kata(KOTAK[usize::from(!ticked)].0.to_owned());
            let one = |(ticked, text): &(bool, String)| entry(&marked(&Kaya::plain(text.clone())), word(*ticked));
            Isi::map([Some(("centang", Isi::Peta(rows.iter().map(one).collect())))])
        }
    })
}

/// Whether a mark is one that the program puts on a part of a depth, and comes after those before.
fn is_next(tanda: &Tanda, depth: usize, before: usize) -> bool {
    let kind = match depth {
        0 => (Rupa::HurufBesar, Tutup::Titik),
        1 => (Rupa::Angka, Tutup::Titik),
        2 => (Rupa::Huruf, Tutup::Titik),
        odd if odd % 2 == 1 => (Rupa::Angka, Tutup::Kurung),
        _ => (Rupa::Huruf, Tutup::Kurung),
    };
    (tanda.rupa, tanda.tutup) == kind && tanda.nomor > before
}

/// The rows of a table that cannot be written as one, each as a text.
fn rows(tabel: &TabelSumber) -> Vec<String> {
    let line = |cells: Vec<String>| cells.into_iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" ");
    let all = tabel.baris.iter().map(|baris| line(baris.sel.iter().map(text).collect()));
    all.filter(|line| !line.is_empty()).map(|line| marked(&Kaya::plain(line))).collect()
}
