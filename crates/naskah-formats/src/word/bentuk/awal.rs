//! The decree itself: kop, title, opening, decisions, signature.

use naskah_core::decree::{Rupa as RupaNaskah, Teks};
use naskah_core::resolve::{BagianCetak, DiktumCetak, NomorTahun};

use super::super::isi::{Blok, Paragraf, Potong};
use super::butir::{RINCIAN, Rupa, tanpa_kalimat};
use super::{Penulis, berlabel, lebar, perbandingan, tanpa_garis};

/// The styles of the labelled parts.
const BAGIAN: [(&str, &str); 3] =
    [("Menimbang", "Naskah Menimbang"), ("Mengingat", "Naskah Mengingat"), ("Memperhatikan", "Naskah Memperhatikan")];

/// A last decision of fewer letters stays with the signature as a whole.
const PENDEK: usize = 900;

/// Width of the blank for a number that is not given yet, in points.
const NOMOR_KOSONG: f64 = 57.0;

impl Penulis<'_> {
    /// Everything before the attachments.
    pub fn keputusan(&mut self) -> Vec<Blok> {
        let naskah = self.naskah;
        let mut out = self.kop();
        out.extend(self.judul());
        match naskah.meta.rupa {
            RupaNaskah::BeritaAcara => out.extend(self.acara()),
            RupaNaskah::Keputusan | RupaNaskah::SuratPerintah => out.extend(self.isi_keputusan()),
        }
        out.extend(self.penutup_keputusan());
        out
    }

    /// The opening and the decisions, or what is ordered.
    fn isi_keputusan(&mut self) -> Vec<Blok> {
        let naskah = self.naskah;
        let label = self.lebar_label();
        let kolom = vec![label, self.h.kolom_titik_dua, self.penuh() - label - self.h.kolom_titik_dua];
        let opening = naskah.bagian.iter().map(|bagian| {
            let isi = self.bagian(bagian);
            berlabel(Paragraf::of("Naskah Label").kata(bagian.label), true, isi)
        });
        let mut out = vec![tanpa_garis(kolom.clone(), opening.collect())];
        let gap = self.baris(self.h.jarak.memutuskan);
        let style = "Naskah Memutuskan";
        let order = naskah.meta.rupa == RupaNaskah::SuratPerintah;
        let word = match &naskah.memutuskan {
            None => Some(Paragraf::of(style).kata(if order { "MEMBERI PERINTAH:" } else { "MEMUTUSKAN:" })),
            Some(word) => (!word.is_empty()).then(|| self.teks(style, word)),
        };
        out.extend(word.map(|word| Blok::Paragraf(word.jarak(gap, gap).ikut())));
        let mut rows = Vec::new();
        if !order {
            let after = self.baris(self.h.jarak.diktum);
            let clause = self.teks("Naskah Menetapkan", &naskah.menetapkan).jarak(0.0, after);
            rows.push(berlabel(Paragraf::of("Naskah Label").kata("Menetapkan"), true, vec![clause]));
        }
        for (at, diktum) in naskah.diktum.iter().enumerate() {
            let isi = self.diktum(diktum, at + 1 == naskah.diktum.len());
            let mut label = Paragraf::of("Naskah Label").kata(diktum.label.as_str());
            label.ikut = isi.first().is_some_and(|first| first.ikut) && at + 1 == naskah.diktum.len();
            rows.push(berlabel(label, !diktum.label.is_empty(), isi));
        }
        // The last decision stays with the signature, for which some programs look at whole tables only.
        let last = rows.pop().filter(|_| !naskah.diktum.is_empty());
        out.extend((!rows.is_empty()).then(|| tanpa_garis(kolom.clone(), rows)));
        out.extend(last.map(|last| tanpa_garis(kolom, vec![last])));
        out
    }

    /// Width of the labels: the office's, or wider where a label needs it.
    fn lebar_label(&self) -> f64 {
        let opening = self.naskah.bagian.iter().map(|bagian| bagian.label);
        let labels = opening.chain(self.naskah.diktum.iter().map(|diktum| diktum.label.as_str()));
        let wide = labels.map(|label| lebar::nama(label, self.h.ukuran) + 3.0);
        wide.fold(self.h.kolom_label, f64::max)
    }

    /// Emblem or its empty place, and the office's name.
    fn kop(&mut self) -> Vec<Blok> {
        let kop = &self.naskah.kop;
        let mut emblem =
            Paragraf::of("Naskah Lambang").jarak(self.h.atas_halaman_satu, self.baris(self.h.jarak.lambang));
        let file = kop.lambang.as_ref().and_then(|path| self.gambar.iter().find(|gambar| gambar.berkas == *path));
        match file {
            Some(file) => {
                let tinggi = self.h.lambang;
                let body = kop.baris.first().map_or(String::new(), Teks::as_plain);
                emblem = emblem.dengan(Potong::Gambar(super::super::isi::Gambar {
                    berkas: file.berkas.clone(),
                    lebar: tinggi / perbandingan(Some(file)),
                    tinggi,
                    alt: format!("Lambang {body}"),
                }));
            }
            // The paragraph has a line of its own, which is part of the place.
            None => emblem.sebelum += (self.h.lambang - self.h.spasi).max(0.0),
        }
        let mut out = vec![Blok::Paragraf(emblem)];
        out.extend(kop.baris.iter().map(|line| Blok::Paragraf(self.teks("Naskah Kop", line))));
        out.extend(kop.alamat.iter().map(|line| Blok::Paragraf(self.teks("Naskah Alamat", line))));
        out
    }

    /// The title block and the maker's line.
    fn judul(&mut self) -> Vec<Blok> {
        let (judul, jarak) = (&self.naskah.judul, &self.h.jarak);
        let decree = self.naskah.meta.rupa == RupaNaskah::Keputusan;
        let style = if decree { "Naskah Judul" } else { "Naskah Judul Surat" };
        let mut lines = vec![
            self.teks(style, &judul.keputusan).jarak(self.baris(jarak.judul), 0.0),
            self.nomor("Naskah Nomor", &judul.nomor),
            Paragraf::of("Naskah Tentang").kata("TENTANG").jarak(self.baris(jarak.tentang), 0.0),
            self.teks("Naskah Nama", &judul.tentang).jarak(self.baris(jarak.nama), 0.0),
        ];
        if decree {
            lines.push(self.teks("Naskah Pembuat", &judul.pembuat).jarak(self.baris(jarak.pembuat), 0.0));
        }
        lines.iter_mut().last().into_iter().for_each(|last| last.sesudah += self.baris(jarak.menimbang));
        lines.into_iter().map(Blok::Paragraf).collect()
    }

    /// `NOMOR … TAHUN …`
    pub fn nomor(&self, gaya: &'static str, nomor: &NomorTahun) -> Paragraf {
        let NomorTahun { tulis, nomor, tahun } = nomor;
        if let Some(tulis) = tulis {
            return self.teks(gaya, tulis);
        }
        let mut line = Paragraf::of(gaya).kata("NOMOR ");
        match nomor {
            Some(nomor) => self.isi(&mut line, nomor),
            None => line.isi.push(Potong::Titian(NOMOR_KOSONG)),
        }
        match tahun {
            Some(tahun) => line.kata(format!(" TAHUN {tahun}")),
            None => line,
        }
    }

    /// Menimbang, Mengingat, Memperhatikan.
    fn bagian(&mut self, bagian: &BagianCetak) -> Vec<Paragraf> {
        let style = BAGIAN.iter().find(|(label, _)| *label == bagian.label).map_or(BAGIAN[0].1, |(_, style)| style);
        let rupa = Rupa { teks: style, rincian: &RINCIAN, lebar: self.h.kolom_rincian };
        let mut isi = self.butir(&bagian.butir, rupa, self.h.kolom_nomor);
        let gap = self.baris(self.h.jarak.bagian);
        isi.iter_mut().last().into_iter().for_each(|last| last.sesudah += gap);
        isi
    }

    /// A decision. The end of the last one stays with the signature.
    fn diktum(&mut self, diktum: &DiktumCetak, akhir: bool) -> Vec<Paragraf> {
        let rupa = Rupa { teks: "Naskah Diktum", rincian: &RINCIAN, lebar: self.h.kolom_rincian };
        let mut isi = self.kalimat(&diktum.isi, rupa, 0.0);
        tanpa_kalimat(&diktum.isi, &mut isi);
        let gap = self.baris(self.h.jarak.diktum);
        if !akhir {
            isi.iter_mut().last().into_iter().for_each(|last| last.sesudah += gap);
            return isi;
        }
        let long: usize = diktum.isi.texts().iter().map(|teks| teks.as_plain().chars().count()).sum();
        let stays = if long < PENDEK { 0 } else { isi.len().saturating_sub(1) };
        isi.iter_mut().skip(stays).for_each(|line| line.ikut = true);
        isi
    }
}
