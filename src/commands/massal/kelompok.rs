//! Rows to documents: one for each row, or for each group of rows; and what their files are called.

use std::collections::{HashMap, HashSet};

use crate::naming;
use naskah_formats::sheets::records::Records;
use naskah_pages::template::{Cetakan, Gagal, Larik, Nilai};

/// The rows of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kelompok {
    /// What tells it from the others: the values that group it, or the number of its row.
    pub kunci: String,
    /// Its rows.
    pub baris: Vec<usize>,
}

/// The groups in the order of their first rows.
pub fn groups(records: &Records, columns: &[usize]) -> Vec<Kelompok> {
    if columns.is_empty() {
        let one = |row: usize| Kelompok { kunci: records.number(row).to_string(), baris: vec![row] };
        return (0..records.len()).map(one).collect();
    }
    let mut known: HashMap<Vec<&str>, usize> = HashMap::new();
    let mut groups: Vec<Kelompok> = Vec::new();
    for row in 0..records.len() {
        let key: Vec<&str> = columns.iter().map(|column| records.text(row, *column)).collect();
        let at = *known.entry(key.clone()).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.baris.push(row),
            None => groups.push(Kelompok { kunci: key.join(" / "), baris: vec![row] }),
        }
    }
    groups
}

/// Groups whose values differ from those of an earlier one in capitals and blanks alone: both, by their places.
pub fn alike(groups: &[Kelompok]) -> Vec<(usize, usize)> {
    let folded = |group: &Kelompok| group.kunci.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let mut known: HashMap<String, usize> = HashMap::new();
    let same = |(at, group)| {
        let first = *known.entry(folded(group)).or_insert(at);
        (first != at).then_some((first, at))
    };
    groups.iter().enumerate().filter_map(same).collect()
}

/// What the files of documents are called.
#[derive(Debug, Default)]
pub struct Nama {
    /// The file of each document, without its ending, no two alike on any system; `Err` where the pattern gives none.
    pub berkas: Vec<Result<String, Gagal>>,
    /// Those that got a number, since another one has their name.
    pub bernomor: Vec<usize>,
}

/// Names the files of documents.
pub fn names(records: &Records, groups: &[Kelompok], columns: &[usize], asked: Option<(&Cetakan, Larik)>) -> Nama {
    let width = groups.len().to_string().len();
    let mut taken: HashSet<String> = HashSet::with_capacity(groups.len());
    let mut bernomor = Vec::new();
    let mut name = |(at, group): (usize, &Kelompok)| {
        let first = group.baris.first().copied().unwrap_or(0);
        let base = match asked {
            Some((cetakan, larik)) => {
                let texts = records.kolom.iter().enumerate();
                let nilai = Nilai::of(texts.map(|(column, kolom)| (kolom.nama.as_str(), records.text(first, column))));
                let filled = cetakan.fill_with(larik, &nilai.with([("urut", at + 1)]), naming::slug)?;
                filled.split('/').map(naming::slug).collect::<Vec<_>>().join("/")
            }
            None => format!("{:0width$}-{}", at + 1, naming::slug(&called(records, group, columns))),
        };
        let numbered = (2..).map(|n| format!("{base}-{n}"));
        let free = std::iter::once(base.clone()).chain(numbered).find(|name| !taken.contains(name));
        let free = free.unwrap_or_else(|| base.clone());
        if free != base {
            bernomor.push(at);
        }
        taken.insert(free.clone());
        Ok(free)
    };
    let berkas = groups.iter().enumerate().map(&mut name).collect();
    Nama { berkas, bernomor }
}

/// What a document is called: its group, or the first text of its row that is no number.
fn called(records: &Records, group: &Kelompok, columns: &[usize]) -> String {
    if !columns.is_empty() {
        return group.kunci.clone();
    }
    let first = group.baris.first().copied().unwrap_or(0);
    let mut texts = (0..records.kolom.len()).map(|column| records.text(first, column));
    texts.find(|text| text.chars().any(char::is_alphabetic)).unwrap_or(&group.kunci).to_owned()
}
