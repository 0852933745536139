//! Papers beside decrees: the points of a record, the words that their signatures begin with.

use naskah_core::decree::Rupa as RupaNaskah;

use super::super::isi::{Blok, Paragraf, Potong};
use super::super::nomor::Tanda;
use super::Penulis;
use super::butir::{RINCIAN, Rupa};

impl Penulis<'_> {
    /// What a record says: the sentence that opens it, its points, the sentence that closes it.
    pub fn acara(&mut self) -> Vec<Blok> {
        let naskah = self.naskah;
        let mut out = vec![self.teks("Naskah Pembuka", &naskah.menetapkan).ikut()];
        let lebar = self.h.kolom_nomor;
        let marks = || naskah.diktum.iter().map(|point| point.label.as_str()).filter(|label| !label.is_empty());
        let tanda = marks().next().and_then(Tanda::pertama).filter(|tanda| {
            self.hitung && marks().enumerate().all(|(at, mark)| tanda.ke(at + 1).as_deref() == Some(mark))
        });
        let counted = tanda.map(|tanda| self.hitung(tanda, lebar, lebar, false));
        let rupa = Rupa { teks: "Naskah Pokok", rincian: &RINCIAN, lebar: self.h.kolom_rincian };
        for point in &naskah.diktum {
            if point.label.is_empty() {
                let closing = Rupa { teks: "Naskah Paragraf", ..rupa };
                let mut lines = self.kalimat(&point.isi, closing, 0.0);
                lines.iter_mut().take(1).for_each(|line| line.sebelum += self.h.spasi * 0.5);
                lines.iter_mut().for_each(|line| line.ikut = true);
                out.extend(lines);
                continue;
            }
            let mut lines = self.kalimat(&point.isi, rupa, lebar);
            if let Some(first) = lines.first_mut() {
                (first.gantung, first.daftar) = (lebar, counted);
                if counted.is_none() {
                    first.tab = vec![("left", lebar)];
                    let label = Paragraf::default().kata(point.label.as_str()).dengan(Potong::Tab);
                    first.isi.splice(0..0, label.isi);
                }
            }
            out.extend(lines);
        }
        out.into_iter().map(Blok::Paragraf).collect()
    }

    /// The words before the place where a paper was signed.
    pub fn kata_penutup(&self) -> &'static str {
        match self.naskah.meta.rupa {
            RupaNaskah::Keputusan => "Ditetapkan di ",
            RupaNaskah::BeritaAcara => "Dibuat di ",
            RupaNaskah::SuratPerintah => "Dikeluarkan di ",
        }
    }

    /// The texts that the pages of this paper do not have, by their places.
    pub fn tak_tercetak(&self) -> Vec<usize> {
        let naskah = self.naskah;
        let unused = match naskah.meta.rupa {
            RupaNaskah::Keputusan => vec![],
            RupaNaskah::BeritaAcara => vec![&naskah.judul.pembuat],
            RupaNaskah::SuratPerintah => vec![&naskah.judul.pembuat, &naskah.menetapkan],
        };
        unused.into_iter().filter_map(|teks| self.teks.get(&std::ptr::from_ref(teks)).copied()).collect()
    }
}
