//! Which edits are taken: by their numbers, or one by one at a terminal.

use std::collections::BTreeSet;
use std::str::FromStr;

use super::teks;
use crate::run::Run;
use naskah_core::diag::Code;
use naskah_formats::word::balik::Hasil;

/// Which edits are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pilihan {
    /// Those that a person at a terminal takes; none where nobody is there.
    Tanya,
    /// These and no others.
    Terima(Nomor),
    /// All but these.
    Tolak(Nomor),
}

/// Numbers of edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nomor {
    /// Every one.
    Semua,
    /// These, from 1.
    Ini(BTreeSet<usize>),
}

impl FromStr for Nomor {
    type Err = String;

    /// `semua`, or `1,3,5-8`.
    fn from_str(text: &str) -> Result<Self, String> {
        if matches!(text.trim().to_lowercase().as_str(), "semua" | "all") {
            return Ok(Self::Semua);
        }
        let mut found = BTreeSet::new();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let (from, to) = part.split_once('-').unwrap_or((part, part));
            let range = from.trim().parse::<usize>().ok().zip(to.trim().parse::<usize>().ok());
            match range.filter(|(from, to)| *from > 0 && from <= to && *to < 1_000_000) {
                Some((from, to)) => found.extend(from..=to),
                None => return Err(format!("`{part}` bukan nomor suntingan; tulis seperti 1,3,5-8 atau semua")),
            }
        }
        if found.is_empty() { Err("nomor suntingan belum disebut".to_owned()) } else { Ok(Self::Ini(found)) }
    }
}

/// The edits that are taken, from 0; a number that is none's is reported.
pub fn pilih(pilihan: &Pilihan, hasil: &Hasil, run: &mut Run) -> Option<BTreeSet<usize>> {
    let count = hasil.suntingan.len();
    let all = || (0..count).collect::<BTreeSet<usize>>();
    let (numbers, taken) = match pilihan {
        Pilihan::Tanya => return Some(asked(hasil, run)),
        Pilihan::Terima(numbers) => (numbers, true),
        Pilihan::Tolak(numbers) => (numbers, false),
    };
    let named: BTreeSet<usize> = match numbers {
        Nomor::Semua => all(),
        Nomor::Ini(numbers) => {
            if let Some(strange) = numbers.iter().find(|number| **number > count) {
                let message = format!("suntingan nomor {strange} tidak ada; banyaknya {count}");
                run.refuse(Code::PERINTAH, message, Some("lihat nomornya dengan `naskah tinjau` tanpa --terima"));
                return None;
            }
            numbers.iter().map(|number| number - 1).collect()
        }
    };
    Some(if taken { named } else { all().difference(&named).copied().collect() })
}

/// Those that a person takes one by one.
fn asked(hasil: &Hasil, run: &mut Run) -> BTreeSet<usize> {
    if hasil.suntingan.is_empty() || !run.voice.can_ask() {
        return BTreeSet::new();
    }
    run.tell_now();
    let question = |at: &usize| format!("Terima nomor {} ({})? [y/t] ", at + 1, teks::judul(&hasil.suntingan[*at]));
    (0..hasil.suntingan.len()).filter(|at| run.voice.ask(&question(at))).collect()
}

#[cfg(test)]
mod tests {
    use super::Nomor;

    #[test]
    fn numbers_are_named_singly_or_in_ranges() {
        assert_eq!("semua".parse(), Ok(Nomor::Semua));
        assert_eq!("1, 3,5-7".parse(), Ok(Nomor::Ini([1, 3, 5, 6, 7].into())));
        for text in ["", "0", "a", "3-1", "1-"] {
            assert!(text.parse::<Nomor>().is_err(), "{text}");
        }
    }
}
