//! What the program puts between the texts, and the order of all: what of it is gone or stands elsewhere is told.

use std::collections::{HashMap, HashSet, VecDeque};

use naskah_core::language::numerals::dari_nama_diktum;

use super::super::jangkar::rapi;
use super::acuan::{Acuan, Paragraf};

/// The paragraphs of the decree as the file is gone through.
#[derive(Debug, Default)]
pub(super) struct Urutan {
    /// Paragraphs without a text of the decree that were not seen yet, by their words.
    tetap: HashMap<String, VecDeque<usize>>,
    /// Those that were seen, in the order of the file.
    pub dilihat: Vec<usize>,
    /// Behind how many of these new paragraphs stand.
    sela: HashSet<usize>,
}

/// Whether a paragraph is the name of a decision or what stands beside it, which follow the texts.
fn mengikuti(gaya: &str, words: &str) -> bool {
    matches!(gaya, "Naskah Titik Dua" | "Naskah Daftar Isi" | "Naskah Judul Daftar Isi")
        || (gaya == "Naskah Label" && dari_nama_diktum(words).is_some())
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

    /// Sees words behind a number; whether that is the program's own at a place to sign, which was empty.
    pub fn terisi(&mut self, acuan: &Acuan<'_>, words: &str) -> bool {
        let number = |mark: &str| mark.strip_suffix('.').is_some_and(|no| no.bytes().all(|b| b.is_ascii_digit()));
        words.split_once(' ').is_some_and(|(mark, _)| number(mark) && self.is_tetap(acuan, mark))
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
    pub fn hilang(&self, acuan: &Acuan<'_>) -> Vec<usize> {
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
