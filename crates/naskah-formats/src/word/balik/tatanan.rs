//! What of the program's own words is gone or stands elsewhere is told.

use std::collections::HashSet;

use super::super::jangkar::rapi;
use super::acuan::{Asal, Jalan, Langkah};
use super::daftar::di_luar_urutan;
use super::pembanding::Pembanding;
use super::{Keberatan, Sebab};

fn tempat_lain(words: &str) -> String {
    format!("`{words}` dibuat oleh program dan dipindahkan di Word")
}

impl Pembanding<'_> {
    /// Tells of what the program puts between the texts and is gone, and of paragraphs that stand elsewhere.
    pub(super) fn tatanan(&mut self) {
        let gone = if self.same { self.urutan.hilang(self.acuan) } else { Vec::new() };
        // What is gone together is told together.
        for group in gone.chunk_by(|a, b| b - a <= 2) {
            let words: Vec<String> = group.iter().map(|at| rapi(&self.acuan.paragraf[*at].awal)).collect();
            self.tetapan(group[0], format!("`{}` dibuat oleh program dan dihapus di Word", words.join(" | ")));
        }
        let mut seen = HashSet::new();
        let order: Vec<usize> = self.urutan.dilihat.iter().copied().filter(|at| seen.insert(*at)).collect();
        for at in di_luar_urutan(&order) {
            let own = &self.acuan.paragraf[at];
            let Some((unit, _)) = own.teks.first() else {
                self.tetapan(at, tempat_lain(&rapi(&own.awal)));
                continue;
            };
            let satuan = &self.acuan.satuan[*unit];
            let told = || self.hasil.keberatan.iter().any(|one| one.span == Some(satuan.span));
            if satuan.jalan.as_ref().is_some_and(|way| self.berpindah(way)) || told() {
                continue;
            }
            if satuan.asal == Asal::Buatan {
                self.bukan(*unit, tempat_lain(&satuan.teks));
                continue;
            }
            let pesan = format!("{} dipindahkan di Word: `{}`", self.tempat.teks(*unit), satuan.teks);
            let jalan = "tempatnya ditentukan program; pindahkan sendiri dalam YAML bila memang dimaksud".to_owned();
            let span = Some(satuan.span);
            self.hasil.keberatan.push(Keberatan { sebab: Sebab::TakTerbawa, span, pesan, jalan });
        }
    }

    /// Whether a way leads through a list whose items were moved.
    fn berpindah(&self, way: &Jalan) -> bool {
        let list = |(at, step): (usize, &Langkah)| {
            matches!(step, Langkah::Ke(_))
                && self.hasil.daftar.get(&way[..at]).is_some_and(|list| !list.pindah.is_empty())
        };
        way.iter().enumerate().any(list)
    }

    fn tetapan(&mut self, at: usize, pesan: String) {
        let near = self.acuan.paragraf[at..].iter().find_map(|one| one.teks.first());
        let span = near.map(|(unit, _)| self.acuan.satuan[*unit].span);
        let jalan = "bentuk naskah ditentukan program dan tidak diubah dari Word".to_owned();
        self.hasil.keberatan.push(Keberatan { sebab: Sebab::Buatan, span, pesan, jalan });
    }
}
