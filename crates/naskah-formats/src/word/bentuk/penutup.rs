//! What closes a decree: place, date, signature, certifying block, receivers.

use naskah_core::decree::Teks;
use naskah_core::resolve::{Disampaikan, PendampingCetak, Penutup};

use super::super::isi::{Baris, Blok, Paragraf, Potong, Sel, Tabel};
use super::butir::{RINCIAN, Rupa};
use super::{Penulis, kira, tanpa_garis};

/// Widths of the blanks for a date and for a signature, in points.
const TANGGAL_KOSONG: f64 = 113.0;
const TANDA_KOSONG: f64 = 141.0;

const GAYA: &str = "Naskah Tanda Tangan";

/// Width and height of a box to be initialled in, in points.
const PARAF: (f64, f64) = (57.0, 23.0);

impl Penulis<'_> {
    /// What stands under the decisions.
    pub fn penutup_keputusan(&mut self) -> Vec<Blok> {
        let naskah = self.naskah;
        let mut out = self.tanda_tangan(&naskah.penutup, false);
        out.extend(self.pengesahan());
        for received in naskah.tembusan.iter().chain(&naskah.disampaikan) {
            out.extend(self.disampaikan(received));
        }
        out
    }

    /// What stands under an attachment.
    pub fn penutup_lampiran(&mut self) -> Vec<Blok> {
        let mut out = self.ulang(|penulis| penulis.tanda_tangan(&penulis.naskah.penutup, true));
        out.extend(self.ulang(Self::pengesahan));
        out
    }

    /// Parts that were there already: their texts are said again, and are no texts of their own.
    pub(super) fn ulang(&mut self, part: impl FnOnce(&mut Self) -> Vec<Blok>) -> Vec<Blok> {
        let texts = std::mem::take(&mut self.teks);
        let out = part(self);
        self.teks = texts;
        out
    }

    /// Place, date and signature; under an attachment the signature alone.
    fn tanda_tangan(&self, penutup: &Penutup, lampiran: bool) -> Vec<Blok> {
        let Penutup { di, tanggal, jabatan, ttd, nama, anggota, pendamping } = penutup;
        let kiri = self.lebar_halaman - self.lebar_jabatan(jabatan);
        let of = |line: Paragraf| Paragraf { kiri, ..line }.ikut();
        let mut lines = Vec::new();
        if !lampiran {
            lines.extend(self.tempat_dan_hari(di.as_ref(), tanggal.as_ref()).map(of));
        }
        lines.extend(jabatan.iter().map(|line| of(self.teks(GAYA, line))));
        if let Some(first) = lines.first_mut() {
            first.sebelum += self.baris(self.h.jarak.penutup);
        }
        let room = self.baris(self.h.jarak.tanda_tangan);
        let mut name = of(self.teks(GAYA, nama));
        let mark = ttd.or(self.h.tte.as_ref().and_then(|tte| tte.jangkar.as_deref()));
        match (mark, &self.h.tte) {
            (Some(mark), tte) => {
                let room = tte.as_ref().filter(|_| ttd.is_none()).map_or(room, |tte| tte.tinggi);
                let gap = ((room - self.h.spasi) / 2.0).max(0.0);
                lines.push(of(Paragraf::of(GAYA).kata(mark)).jarak(gap, gap));
            }
            (None, Some(tte)) => name.sebelum += tte.tinggi,
            (None, None) => name.sebelum += room,
        }
        // Nobody initials a comparison.
        let paraf = self.hitung && ttd.is_none() && !lampiran && !self.h.paraf.is_empty();
        // What follows the signature may stand on another page, but not beside a copy's certifying block.
        name.ikut = ttd.is_some() || paraf || (!anggota.is_empty() && !lampiran);
        lines.push(name);
        let mut out = match pendamping.as_ref().filter(|_| !lampiran) {
            // Tables that touch would become one.
            Some(other) => vec![
                Blok::Paragraf(Paragraf::of("Naskah Sela").ikut()),
                self.pendamping(other, (*ttd, room), lines, kiri),
            ],
            None => lines.into_iter().map(Blok::Paragraf).collect(),
        };
        if paraf {
            out.extend(self.paraf());
        }
        if !lampiran && !anggota.is_empty() {
            out.push(self.anggota(anggota, *ttd));
        }
        out
    }

    /// Where and when it was signed.
    fn tempat_dan_hari(&self, di: Option<&Teks>, tanggal: Option<&Teks>) -> [Paragraf; 2] {
        let mut place = Paragraf::of(GAYA).kata(self.kata_penutup());
        di.into_iter().for_each(|di| self.isi(&mut place, di));
        let mut day = Paragraf::of(GAYA).kata("pada tanggal ");
        match tanggal {
            Some(tanggal) => self.isi(&mut day, tanggal),
            None => day.isi.push(Potong::Titian(TANGGAL_KOSONG)),
        }
        [place, day]
    }

    /// The signer, and at the left who signs beside: a table whose first column stands at the right, since the signer
    /// comes first.
    fn pendamping(
        &self,
        other: &PendampingCetak,
        (ttd, room): (Option<&str>, f64),
        signer: Vec<Paragraf>,
        kiri: f64,
    ) -> Blok {
        let mut left: Vec<Paragraf> = other.jabatan.iter().map(|line| self.teks(GAYA, line).ikut()).collect();
        let name = self.teks(GAYA, &other.nama);
        match ttd {
            Some(word) => {
                let gap = ((room - self.h.spasi) / 2.0).max(0.0);
                left.push(Paragraf::of(GAYA).kata(word).jarak(gap, gap).ikut());
                left.push(name);
            }
            None => left.push(name.jarak(room, 0.0)),
        }
        left.iter_mut().last().into_iter().for_each(|last| last.ikut = ttd.is_some());
        let right = signer.into_iter().map(|line| Paragraf { kiri: 0.0, ..line }).collect();
        let gap = self.h.spasi.min(kiri);
        let sel = vec![Sel::of(right), Sel { bawah: true, ..Sel::of(left) }];
        let baris = vec![Baris { utuh: true, sel, ..Baris::default() }];
        let lebar = vec![self.lebar_halaman - kiri + gap, kiri - gap];
        Blok::Tabel(Tabel { lebar, cermin: true, baris, ..Tabel::default() })
    }

    /// Boxes in which the original is initialled, at the left under the signature.
    fn paraf(&self) -> [Blok; 2] {
        let small = self.h.ukuran * 0.8;
        let most = self.lebar_halaman / 2.0 - PARAF.0;
        let wide = self.h.paraf.iter().map(|nama| kira(nama, small, false) + 10.0).fold(PARAF.0, f64::max).min(most);
        let row = |nama: &String| {
            let name = Sel { tengah: true, ..Sel::of(vec![Paragraf::of("Naskah Paraf").kata(nama.as_str())]) };
            let sel = vec![name, Sel::of(vec![Paragraf::of("Naskah Paraf")])];
            Baris { utuh: true, tinggi: Some(PARAF.1), sel, ..Baris::default() }
        };
        let baris = self.h.paraf.iter().map(row).collect();
        let boxes = Tabel { lebar: vec![wide, PARAF.0], garis: true, baris, ..Tabel::default() };
        [Blok::Paragraf(Paragraf::of("Naskah Sela").ikut()), Blok::Tabel(boxes)]
    }

    /// Those who sign beside the signer: number, name, and a place to sign.
    fn anggota(&self, names: &[Teks], ttd: Option<&str>) -> Blok {
        let rest = (self.penuh() - self.h.kolom_nomor) / 2.0;
        let row = |(at, name): (usize, &Teks)| {
            let line = |words: String| Paragraf { sebelum: self.h.spasi, ..Paragraf::of(GAYA) }.kata(words);
            let sign = line(format!("{}. ", at + 1));
            let sign = match ttd {
                Some(ttd) => sign.kata(ttd),
                None => sign.dengan(Potong::Titian(TANDA_KOSONG)),
            };
            let name = Paragraf { sebelum: self.h.spasi, ..self.teks(GAYA, name) };
            let sel = [line(format!("{}.", at + 1)), name, sign].map(|cell| Sel::of(vec![cell])).into();
            Baris { utuh: true, sel, ..Baris::default() }
        };
        tanpa_garis(vec![self.h.kolom_nomor, rest, rest], names.iter().enumerate().map(row).collect())
    }

    /// Width of the signature block: the office's, or wider where a line of the signer's office needs it.
    fn lebar_jabatan(&self, jabatan: &[Teks]) -> f64 {
        let wide = jabatan.iter().map(|line| kira(&line.as_plain(), self.h.ukuran, false));
        wide.fold(self.h.tanda_tangan, f64::max).min(self.lebar_halaman)
    }

    /// The certifying block of a copy, at the left.
    fn pengesahan(&mut self) -> Vec<Blok> {
        let Some((lines, name)) = &self.naskah.salinan else { return Vec::new() };
        let style = "Naskah Pengesahan";
        let mut out: Vec<Paragraf> = lines.iter().map(|line| self.teks(style, line).ikut()).collect();
        if let Some(first) = out.first_mut() {
            first.sebelum += self.h.spasi;
        }
        out.push(self.teks(style, name).jarak(self.baris(self.h.jarak.tanda_tangan), 0.0));
        out.into_iter().map(Blok::Paragraf).collect()
    }

    /// A line, and under it the receivers.
    fn disampaikan(&mut self, received: &Disampaikan) -> Vec<Blok> {
        let style = "Naskah Tembusan";
        let mut out = vec![self.teks(style, &received.pembuka).jarak(self.h.spasi, 0.0).ikut()];
        let rupa = Rupa { teks: style, rincian: &RINCIAN, lebar: self.h.kolom_rincian };
        out.extend(self.butir(&received.butir, rupa, self.h.kolom_nomor));
        out.into_iter().map(Blok::Paragraf).collect()
    }
}
