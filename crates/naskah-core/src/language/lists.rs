//! The lists of words below `data/kata/daftar/`: what each is for, and whether a word stands in one.
//!
//! A list is one file, an entry a line; `#` begins a comment. Some lists hold pairs, written `jan: Januari`.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex};

use regex::Regex;

use super::days::BULAN;
use super::words::has_word;

mod nama;
mod pola;

pub use nama::WordList;

impl WordList {
    /// What is wrong with an entry of this list; `None` where it can be used.
    fn objection(self, entry: &str) -> Option<&'static str> {
        let value = entry.split_once(": ").map(|(_, value)| value);
        match self {
            _ if entry.starts_with(['-', '[', '{', '\'', '"']) => Some("tulis kata atau ungkapannya saja, tanpa tanda"),
            _ if !entry.contains(char::is_alphabetic) => Some("baris ini tidak memuat kata"),
            Self::SingkatanBulan if !value.is_some_and(|value| BULAN.contains(&value)) => {
                Some("tulis singkatan, titik dua, dan nama bulan, misalnya `jan: Januari`")
            }
            Self::NomorOrang if value.and_then(|isi| isi.rsplit_once(' ')?.1.parse::<u8>().ok()).is_none() => {
                Some("tulis kepala kolom, titik dua, nama nomornya, dan banyak angkanya, misalnya `nik: NIK 16`")
            }
            Self::TahunPemilihan if value.is_none_or(|value| value.parse::<u16>().is_err()) => {
                Some("tulis jenis pemilihan, titik dua, dan tahunnya, misalnya `umum: 2024`")
            }
            Self::TingkatPeraturan if value.is_none_or(|value| value.parse::<u8>().is_err()) => {
                Some("tulis jenis peraturan, titik dua, dan tingkatnya, misalnya `Undang-Undang: 2`")
            }
            Self::SingkatanJabatan | Self::SingkatanWilayah if value.is_none() => {
                Some("tulis singkatan, titik dua, dan kepanjangannya, misalnya `kab: kabupaten`")
            }
            _ => None,
        }
    }
}

/// What is wrong with a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListFault {
    /// The line, from 1; `None` where the whole file is meant.
    pub line: Option<usize>,
    /// What is wrong, in Indonesian.
    pub message: String,
}

/// The entries of one list.
#[derive(Debug, Clone, Default)]
struct Entries {
    /// In the order of the file.
    all: Vec<String>,
    set: HashSet<String>,
}

/// The lists with their words.
#[derive(Debug, Clone, Default)]
pub struct WordLists {
    /// The entries of each list, in the order of [`WordList::ALL`].
    lists: Vec<Entries>,
    /// The patterns made of lists that were asked for.
    patterns: Arc<Mutex<Patterns>>,
}

/// Patterns by what they were made from; none where the lists make no pattern.
type Patterns = HashMap<&'static str, Option<Arc<Regex>>>;

impl WordLists {
    /// Reads the text of a list; entries that cannot be used are told and left out.
    pub fn take(&mut self, list: WordList, text: &str) -> Vec<ListFault> {
        let mut entries = Entries::default();
        let mut faults = Vec::new();
        let lines = text.trim_start_matches('\u{feff}').lines().enumerate();
        for (at, entry) in lines.map(|(at, line)| (at, line.trim())) {
            if entry.is_empty() || entry.starts_with('#') {
                continue;
            }
            if let Some(message) = list.objection(entry) {
                faults.push(ListFault { line: Some(at + 1), message: format!("`{entry}`: {message}") });
            } else if entries.set.insert(entry.to_owned()) {
                entries.all.push(entry.to_owned());
            } else {
                faults.push(ListFault { line: Some(at + 1), message: format!("`{entry}` sudah ada dalam daftar ini") });
            }
        }
        if entries.all.is_empty() {
            faults.push(ListFault { line: None, message: "daftar ini tidak memuat satu kata pun".into() });
        }
        self.patterns = Arc::default();
        self.lists.resize_with(WordList::ALL.len(), Entries::default);
        if let Some(old) = self.lists.get_mut(list as usize) {
            *old = entries;
        }
        faults
    }

    /// Whether an entry stands in a list letter by letter.
    pub fn has(&self, list: WordList, entry: &str) -> bool {
        self.lists.get(list as usize).is_some_and(|entries| entries.set.contains(entry))
    }

    /// The entries of a list in the order of its file.
    pub fn entries(&self, list: WordList) -> &[String] {
        self.lists.get(list as usize).map(|entries| entries.all.as_slice()).unwrap_or_default()
    }

    /// The entries of a list of pairs.
    pub fn pairs(&self, list: WordList) -> impl Iterator<Item = (&str, &str)> {
        self.entries(list).iter().filter_map(|entry| entry.split_once(": "))
    }

    /// Whether an entry of a list stands as whole words in a text of small letters.
    pub fn occurs(&self, list: WordList, text: &str) -> bool {
        has_word(text, self.entries(list))
    }

    /// Whether an entry of a list begins a text.
    pub fn begins(&self, list: WordList, text: &str) -> bool {
        self.entries(list).iter().any(|entry| text.starts_with(entry.as_str()))
    }

    /// Whether an entry of a list ends a text.
    pub fn ends(&self, list: WordList, text: &str) -> bool {
        self.entries(list).iter().any(|entry| text.ends_with(entry.as_str()))
    }

    /// Whether a word, however written, is one that names and titles write in small letters.
    pub fn is_particle(&self, word: &str) -> bool {
        let listed = |word: &str| self.has(WordList::Partikel, word) || self.has(WordList::PartikelJudul, word);
        match word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
            true => listed(word),
            false => listed(&word.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_and_faults_told() {
        let mut lists = WordLists::default();
        assert_eq!(lists.take(WordList::Partikel, "# kata tugas\n\ndan\r\n atau \n"), []);
        assert_eq!(lists.entries(WordList::Partikel), ["dan", "atau"]);
        assert!(lists.is_particle("Dan") && !lists.is_particle("hari"));
        let told =
            |list, text: &str| WordLists::default().take(list, text).into_iter().map(|f| f.line).collect::<Vec<_>>();
        assert_eq!(told(WordList::Partikel, "# kosong\n"), [None]);
        assert_eq!(told(WordList::Partikel, "dan\n- atau\n...\ndan\n"), [Some(2), Some(3), Some(4)]);
        assert_eq!(told(WordList::SingkatanBulan, "jan: Januari\nfeb\nmar: Marit\n"), [Some(2), Some(3)]);
        assert_eq!(told(WordList::TingkatPeraturan, "Undang-Undang: dua\n"), [Some(1), None]);
    }
}
