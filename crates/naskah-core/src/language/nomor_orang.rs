//! Numbers that a person has: which one the head of a column announces, and how many figures it has.

use super::{WordList, WordLists};

/// The numbers that a head announces: `NIP/NIK` has either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NomorOrang {
    /// As it is told: `NIK`, `NIK atau NIP`.
    pub nama: String,
    /// How many figures it may have.
    pub angka: Vec<usize>,
}

impl NomorOrang {
    /// What a head announces; `None` where it speaks of no such number.
    pub fn of(head: &str, lists: &WordLists) -> Option<Self> {
        let plain: String =
            head.to_lowercase().replace('.', " ").chars().map(|c| if c == '/' { ' ' } else { c }).collect();
        let padded = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "));
        let mut found: Vec<(&str, usize)> = Vec::new();
        for (kepala, isi) in lists.pairs(WordList::NomorOrang) {
            let Some((nama, angka)) = read(isi).filter(|_| padded.contains(&format!(" {kepala} "))) else { continue };
            if !found.contains(&(nama, angka)) {
                found.push((nama, angka));
            }
        }
        let nama = found.iter().map(|(nama, _)| *nama).collect::<Vec<_>>().join(" atau ");
        (!found.is_empty()).then(|| Self { nama, angka: found.iter().map(|(_, angka)| *angka).collect() })
    }

    /// What is wrong with a number of so many figures.
    pub fn objection(&self, count: usize) -> Option<String> {
        let due = || self.angka.iter().map(usize::to_string).collect::<Vec<_>>().join(" atau ");
        (!self.angka.contains(&count)).then(|| format!("{} berisi {} angka, di sini {count}", self.nama, due()))
    }
}

/// `NIK 16`: the number's name, and how many figures it has.
fn read(isi: &str) -> Option<(&str, usize)> {
    let (nama, angka) = isi.rsplit_once(' ')?;
    Some((nama, angka.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::NomorOrang;
    use crate::catalog::Root;
    use crate::catalog::kata::word_lists;

    #[test]
    fn heads_announce_numbers() {
        let lists = word_lists(&Root::embedded()).0;
        let of = |head: &str| NomorOrang::of(head, &lists).map(|one| (one.nama, one.angka));
        for head in ["NIK", "No. KTP", "N.I.K.", "N I K", "Nomor Induk Kependudukan", "NIK (16 angka)", "Nomor KTP"] {
            assert!(of(head).is_some_and(|(nama, angka)| nama == "NIK" && angka == [16]), "{head}");
        }
        assert_eq!(of("NIP/NIK"), Some(("NIK atau NIP".to_owned(), vec![16, 18])));
        assert_eq!(of("No. KK"), Some(("nomor KK".to_owned(), vec![16])));
        for head in ["Teknik", "Nama sesuai KTP", "Alamat", "No", "Nama", "Unik"] {
            assert_eq!(of(head), None, "{head}");
        }
    }
}
