//! Pictures of attachments: as large as the page that they stand on lets them be.

use naskah_core::decree::Teks;
use naskah_core::resolve::{BlokCetak, LampiranCetak};

use super::super::isi::{self, Paragraf, Potong};
use super::{Penulis, perbandingan};

/// Width of a capital letter, in its size.
const HURUF: f64 = 0.74;
/// So many lines stand over a picture within a text: a heading, and a sentence.
const BARIS_ATAS: f64 = 5.0;
/// So many lines the signature under it takes.
const BARIS_TANDA: f64 = 7.0;
/// What part of its height a picture keeps at least so that the signature stands on its page.
const SERTA: f64 = 0.4;
/// So high a picture is at least, in points.
const TERENDAH: f64 = 113.0;

impl Penulis<'_> {
    /// How high what stands over the `at`th block is, if that is a picture; `sesudah` says that something of its section
    /// does.
    pub fn atas(&self, lampiran: &LampiranCetak, at: usize, sesudah: bool) -> f64 {
        if at == 0 && !lampiran.daftar_isi && !lampiran.sampul {
            return self.tinggi_kepala(lampiran);
        }
        let gambar = at.checked_sub(1).is_some_and(|before| matches!(lampiran.isi[before], BlokCetak::Gambar { .. }));
        if gambar || !sesudah { 0.0 } else { self.baris(BARIS_ATAS) }
    }

    /// How high head and title are, about.
    fn tinggi_kepala(&self, lampiran: &LampiranCetak) -> f64 {
        let full = self.h.lebar_teks(lampiran.lanskap);
        let narrow = self.h.kepala_lampiran.min(full * 0.62);
        let head = match lampiran.kepala.as_slice() {
            [] => {
                2.0 + [&lampiran.keputusan, &lampiran.tentang]
                    .map(|text| self.banyak_baris(text, narrow))
                    .iter()
                    .sum::<f64>()
            }
            lines => lines.iter().map(|text| self.banyak_baris(text, narrow)).sum(),
        };
        let title = lampiran.judul.as_ref().map_or(0.0, |judul| 1.0 + self.banyak_baris(judul, full));
        self.baris(head + title + 1.0)
    }

    /// So many lines a text in capitals takes, about.
    fn banyak_baris(&self, teks: &Teks, lebar: f64) -> f64 {
        let line = |line: &str| (line.chars().count() as f64 * HURUF * self.h.ukuran / lebar).ceil().max(1.0);
        teks.as_plain().split('\n').map(line).sum()
    }

    /// A picture as wide as asked for, or as the page lets it be, and what is said of it, which never leaves it.
    pub fn gambar(
        &self,
        (path, width, alt): (&str, Option<f64>, &str),
        note: Option<&Teks>,
        lanskap: bool,
        akhir: bool,
    ) -> Vec<Paragraf> {
        let full = self.h.lebar_teks(lanskap);
        let (paper, margin) = match lanskap {
            false => (self.h.kertas.1, self.h.margin),
            true => (self.h.kertas.0, self.h.margin_lanskap),
        };
        let said = note.map_or(0.0, |note| self.banyak_baris(note, full));
        let room = paper - margin.atas - margin.bawah - self.atas_gambar - self.baris(said + 1.0);
        let per_width = perbandingan(self.gambar.iter().find(|gambar| gambar.berkas == path));
        let asked = width.unwrap_or(full).min(full) * per_width;
        let alone = asked.min(room.max(TERENDAH));
        let beside = asked.min(room - self.baris(BARIS_TANDA));
        let serta = akhir && beside >= SERTA * alone;
        let tinggi = if serta { beside } else { alone };
        let picture = isi::Gambar { berkas: path.to_owned(), lebar: tinggi / per_width, tinggi, alt: alt.to_owned() };
        let gap = self.h.spasi * 0.4;
        let mut line = Paragraf::of("Naskah Gambar").dengan(Potong::Gambar(picture)).jarak(gap, 0.0);
        line.ikut = serta || note.is_some();
        let mut out = vec![line];
        out.extend(note.map(|note| Paragraf { ikut: serta, ..self.teks("Naskah Keterangan Gambar", note) }));
        out.iter_mut().last().into_iter().for_each(|last| last.sesudah += gap);
        out
    }
}
