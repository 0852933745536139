//! What the program puts between the texts, and the order of all: what of it is gone or stands elsewhere is told.

use std::collections::{HashMap, HashSet, VecDeque};

use naskah_core::language::numerals::dari_nama_diktum;

use super::super::jangkar::rapi;
use super::acuan::{Acuan, Asal, Jalan, Langkah, Paragraf};
use super::banding::Pembanding;
use super::daftar::di_luar_urutan;
use super::{Keberatan, Sebab};

/// The paragraphs of the decree as the file is gone through.
#[derive(Debug, Default)]
pub(super) struct Urutan {
    /// Paragraphs without a text of the decree that were not seen yet, by their words.
    tetap: HashMap<String, VecDeque<usize>>,
    /// Those that were seen, in the order of the file.
    dilihat: Vec<usize>,
    /// Behind how many of these new paragraphs stand.
    sela: HashSet<usize>,
}

/// Whether a paragraph is the name of a decision or what stands beside it, which follow the texts.
fn mengikuti(gaya: &str, words: &str) -> bool {
    matches!(gaya, "Naskah Titik Dua" | "Naskah Daftar Isi" | "Naskah Judul Daftar Isi")
        || (gaya == "Naskah Label" && dari_nama_diktum(words).is_some())
}

fn tempat_lain(words: &str) -> String {
    format!("`{words}` dibuat oleh program dan dipindahkan di Word")
}

fn tetap(paragraf: &Paragraf) -> bool {
    paragraf.sel.is_none() && paragraf.teks.is_empty() && !rapi(&paragraf.awal).is_empty()
}

impl Urutan {
    /// Before anything was seen.
    pub fn of(acuan: &Acuan<'_>) -> Self {
        let mut own = Self::default();
        for (at, one) in acuan.paragraf.iter().enumerate().filter(|(_, one)| one.teks.is_empty()) {
            let words = rapi(&one.awal);
            if !words.is_empty() {
                own.tetap.entry(words).or_default().push_back(at);
            }
        }
        own
    }

    /// Sees words; whether they are some that the program puts between the texts. Each counts once.
    pub fn is_tetap(&mut self, acuan: &Acuan<'_>, words: &str) -> bool {
        let Some(at) = self.tetap.get_mut(words).and_then(VecDeque::pop_front) else { return false };
        let own = &acuan.paragraf[at];
        if tetap(own) && !mengikuti(own.gaya, words) {
            self.dilihat.push(at);
        }
        true
    }

    /// Sees a paragraph of texts.
    pub fn lihat(&mut self, at: usize) {
        self.dilihat.push(at);
    }

    /// Sees a new paragraph.
    pub fn baru(&mut self) {
        self.sela.insert(self.dilihat.len());
    }

    /// The paragraphs between the texts that were not seen, and for which nothing else stands in their place.
    fn hilang(&self, acuan: &Acuan<'_>) -> Vec<usize> {
        let taken = |at: usize| {
            self.sela.iter().any(|place| {
                let before = place.checked_sub(1).and_then(|before| self.dilihat.get(before));
                before.is_none_or(|before| *before < at) && self.dilihat.get(*place).is_none_or(|next| at < *next)
            })
        };
        let mut gone: Vec<usize> =
            self.tetap.values().flatten().copied().filter(|at| tetap(&acuan.paragraf[*at])).collect();
        gone.retain(|at| !mengikuti(acuan.paragraf[*at].gaya, &rapi(&acuan.paragraf[*at].awal)) && !taken(*at));
        gone.sort_unstable();
        gone
    }
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
