//! The printable decree as a Word document: the same parts in the same order as the skeleton of the pages has them.

mod awal;
mod butir;
mod gambar;
mod lampiran;
mod lebar;
mod penutup;
mod surat;
mod tabel;

use std::collections::HashMap;

use naskah_core::catalog::Halaman;
use naskah_core::decree::Teks;
use naskah_core::resolve::Naskah;

use super::isi::{Baris, Blok, Dokumen, Paragraf, Potong, Seksi, Sel, Tabel};
use super::nomor::{Daftar, Tanda};
use super::{Gambar, ukuran};

pub use lebar::kira;

/// The document of a decree; `gambar` are its pictures; `hitung` lets Word count its lists.
pub fn dokumen(naskah: &Naskah, gambar: &[Gambar], hitung: bool) -> Dokumen {
    let texts = naskah.texts();
    let teks = texts.iter().enumerate().map(|(at, teks)| (std::ptr::from_ref(*teks), at)).collect();
    let mut penulis = Penulis {
        naskah,
        h: &naskah.halaman,
        teks,
        gambar,
        hitung,
        daftar: Vec::new(),
        lebar_halaman: naskah.halaman.lebar_teks(false),
        sasaran: 0,
        halaman_baru: false,
        atas_gambar: 0.0,
    };
    let mut seksi = vec![Seksi { blok: penulis.keputusan(), ..Seksi::default() }];
    naskah.lampiran.iter().for_each(|lampiran| seksi.extend(penulis.lampiran(lampiran)));
    if let Some(teks) = naskah.sidik.as_ref().and_then(|sidik| sidik.teks.as_ref()) {
        let line = penulis.teks("Naskah Sidik", teks);
        seksi.iter_mut().last().into_iter().for_each(|last| last.blok.push(Blok::Paragraf(line.clone())));
    }
    let tak_tercetak = penulis.tak_tercetak();
    Dokumen { seksi, daftar: penulis.daftar, banyak_teks: texts.len(), tak_tercetak }
}

/// What writes the document, from its first part to its last.
struct Penulis<'a> {
    naskah: &'a Naskah,
    h: &'a Halaman,
    /// The place of each text among all of them.
    teks: HashMap<*const Teks, usize>,
    gambar: &'a [Gambar],
    /// Whether Word counts lists; what is compared has its marks as words.
    hitung: bool,
    daftar: Vec<Daftar>,
    /// Width of the text on the pages at hand.
    lebar_halaman: f64,
    /// How many bookmarks of headings there are.
    sasaran: usize,
    /// Whether a chapter that comes now begins a page.
    halaman_baru: bool,
    /// How high what stands over a picture that comes now is.
    atas_gambar: f64,
}

impl Penulis<'_> {
    /// Height of so many lines.
    fn baris(&self, lines: f64) -> f64 {
        self.h.spasi * lines
    }

    /// Width of the text of an upright page.
    fn penuh(&self) -> f64 {
        self.h.lebar_teks(false)
    }

    /// From here on the pages lie, or stand again.
    fn lanskap(&mut self, lanskap: bool) {
        self.lebar_halaman = self.h.lebar_teks(lanskap);
    }

    /// A paragraph with a text.
    fn teks(&self, gaya: &'static str, teks: &Teks) -> Paragraf {
        let mut paragraf = Paragraf::of(gaya);
        self.isi(&mut paragraf, teks);
        paragraf
    }

    /// Puts a text into a paragraph.
    fn isi(&self, paragraf: &mut Paragraf, teks: &Teks) {
        let own = self.teks.get(&std::ptr::from_ref(teks));
        paragraf.isi.extend(own.map(|at| Potong::Awal(*at)));
        for run in &teks.runs {
            for (at, line) in run.text.split('\n').enumerate() {
                if at > 0 {
                    paragraf.isi.push(Potong::Ganti);
                }
                if !line.is_empty() {
                    let mut piece = run.clone();
                    piece.text = line.to_owned();
                    paragraf.isi.push(Potong::Kata(piece));
                }
            }
        }
        paragraf.isi.extend(own.map(|_| Potong::Akhir));
    }

    /// A list that Word counts; its place.
    fn hitung(&mut self, tanda: Tanda, kiri: f64, gantung: f64, rapat: bool) -> usize {
        self.daftar.push(Daftar { tanda, kiri, gantung, rapat });
        self.daftar.len() - 1
    }
}

/// A row of label, colon and text.
fn berlabel(label: Paragraf, colon: bool, isi: Vec<Paragraf>) -> Baris {
    let titik_dua = Paragraf { ikut: label.ikut, ..Paragraf::of("Naskah Titik Dua") };
    let titik_dua = if colon { titik_dua.kata(":") } else { titik_dua };
    Baris { sel: vec![Sel::of(vec![label]), Sel::of(vec![titik_dua]), Sel::of(isi)], ..Baris::default() }
}

/// A table without lines.
fn tanpa_garis(lebar: Vec<f64>, baris: Vec<Baris>) -> Blok {
    Blok::Tabel(Tabel { lebar, baris, ..Tabel::default() })
}

/// How high a picture is for each point of its width, where the file says it.
fn perbandingan(gambar: Option<&Gambar>) -> f64 {
    let size = gambar.and_then(|gambar| ukuran::of(&gambar.bytes));
    size.map_or(0.75, |(width, height)| height / width)
}
