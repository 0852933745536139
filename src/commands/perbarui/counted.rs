//! Four digits that say how many there are, though they could be a year: "sebanyak 2025 (dua ribu dua puluh lima) orang".

use std::ops::Range;

use naskah_core::language::numerals::{dari_terbilang_tahun, is_numeral};
use naskah_core::language::patterns::{Pattern, occurs, pattern};
use naskah_core::language::{WordList, WordLists};

use super::dates::month_of;

/// Whether digits are a number of things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// They are.
    Surely,
    /// They may be.
    Perhaps,
    /// Nothing says so.
    No,
}

/// Whether the digits at a part of a text are a number of things.
pub fn counted(lists: &WordLists, text: &str, range: &Range<usize>) -> Counted {
    let Some(Around { before, after, spelled }) = Around::of(text, range) else { return Counted::No };
    if names_money(before) {
        return Counted::Surely;
    }
    if names_a_year(lists, before) {
        return Counted::No;
    }
    let says = |form: &'static str| lists.pattern(form).is_some_and(|pattern| pattern.is_match(before));
    if says(QUANTITY) || counts_something(lists, after, spelled) {
        return Counted::Surely;
    }
    match spelled || says(PERHAPS) {
        true => Counted::Perhaps,
        false => Counted::No,
    }
}

/// Whether what stands before digits says that they are money: "Rp".
pub fn names_money(before: &str) -> bool {
    occurs(&SIGN_OF_MONEY, before)
}

/// What stands around digits and the words that repeat them in brackets, or that they repeat.
struct Around<'a> {
    before: &'a str,
    after: &'a str,
    spelled: bool,
}

impl<'a> Around<'a> {
    fn of(text: &'a str, range: &Range<usize>) -> Option<Self> {
        let (before, after) = (text.get(..range.start)?, text.get(range.end..)?);
        if let Some((ahead, behind)) = before.strip_suffix('(').zip(after.strip_prefix(')')) {
            let words = without_numerals(ahead);
            return Some(match repeats(&ahead[words.len()..], &text[range.clone()]) {
                true => Self { before: words, after: behind, spelled: true },
                false => Self { before, after, spelled: false },
            });
        }
        let inner = after.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')'));
        let spelled = inner.filter(|(words, _)| repeats(words, &text[range.clone()]));
        Some(match spelled {
            Some((words, behind)) => {
                let whole = words.trim_end();
                let unit = whole.rsplit(char::is_whitespace).next().unwrap_or_default();
                let ahead = whole[..whole.len() - unit.len()].trim_end();
                let after = if is_number_word(unit) { behind } else { &words[ahead.len()..] };
                Self { before, after, spelled: true }
            }
            None => Self { before, after, spelled: false },
        })
    }
}

/// Whether a text begins with a number in words that is the same as one in digits.
fn repeats(words: &str, digits: &str) -> bool {
    let told = dari_terbilang_tahun(&words.trim_start().to_lowercase());
    told.is_some_and(|(number, _)| digits.parse() == Ok(number))
}

fn is_number_word(word: &str) -> bool {
    is_numeral(&word.to_lowercase())
}

/// A text without the number in words that it ends with.
fn without_numerals(text: &str) -> &str {
    let mut rest = text.trim_end();
    while let Some(word) = rest.rsplit(char::is_whitespace).next().filter(|word| is_number_word(word)) {
        rest = rest[..rest.len() - word.len()].trim_end();
    }
    rest
}

/// Whether what stands before digits says that they are a year: "tahun", "TA", a month.
fn names_a_year(lists: &WordLists, before: &str) -> bool {
    let last = before.rsplit(char::is_whitespace).find(|word| !word.is_empty()).unwrap_or_default();
    occurs(&YEAR, before) || month_of(lists, last.trim_start_matches('(')).is_some()
}

/// Whether what follows says that the number counts something; "M" is that of the calendar.
fn counts_something(lists: &WordLists, after: &str, spelled: bool) -> bool {
    let rest = after.trim_start();
    if rest.len() == after.len() {
        return false;
    }
    if rest.starts_with('M') && !rest[1..].starts_with(char::is_alphanumeric) {
        return false;
    }
    let word = rest.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap_or_default();
    let noun = word.to_lowercase();
    let counted = [WordList::BendaTerhitung, WordList::TerhitungLain, WordList::SatuanUkur];
    let thing = word.starts_with(char::is_lowercase) && !lists.is_particle(word);
    counted.iter().any(|list| lists.has(*list, &noun)) || spelled && thing
}

/// Words that only a number follows.
const QUANTITY: &str = r"(?i)\b{penyebut-banyak}\s*$";

/// Words that a number may follow.
const PERHAPS: &str =
    r"(?i)\b(?:{sebelum-bilangan}|(?:jumlah|total)(?:\s+(?:{benda-terhitung}|{terhitung-lain}))?)\s*[:=]?\s*$";

static YEAR: Pattern = Pattern::new(|| pattern(r"(?i)(?:\b(?:tahun|anggaran|ta|t\.a|th|thn)\.?\s*\(?|['’])\s*$"));

static SIGN_OF_MONEY: Pattern = Pattern::new(|| pattern(r"(?i)(?:\b(?:rp|idr|usd)\.?|\$)\s*$"));

#[cfg(test)]
mod tests {
    use super::*;
    use naskah_core::catalog::Root;
    use naskah_core::catalog::kata::word_lists;

    #[test]
    fn numbers_are_told_from_years() {
        let lists = word_lists(&Root::embedded()).0;
        for (text, wanted) in [
            ("sebanyak 2025 (dua ribu dua puluh lima) orang", Counted::Surely),
            ("sebanyak 2025", Counted::Surely),
            ("2025 (dua ribu dua puluh lima) bilik", Counted::Surely),
            ("surat suara dua ribu dua puluh lima (2025) lembar", Counted::Surely),
            ("Rp2025 (dua ribu dua puluh lima rupiah)", Counted::Surely),
            ("honor 2025 (dua ribu dua puluh lima rupiah)", Counted::Surely),
            ("kapasitas 2025 kursi", Counted::Surely),
            ("laki-laki 2025", Counted::Perhaps),
            ("jumlah pemilih 2025", Counted::Perhaps),
            ("2025 (dua ribu dua puluh lima)", Counted::Perhaps),
            ("tahun 2025 (dua ribu dua puluh lima)", Counted::No),
            ("tahun dua ribu dua puluh lima (2025) dan", Counted::No),
            ("TA. 2025 (dua ribu dua puluh lima)", Counted::No),
            ("tahun 2025 peserta wajib hadir", Counted::No),
            ("Maret 2025 pegawai", Counted::No),
            ("rapat (2025)", Counted::No),
            ("é(2025", Counted::No),
            ("2025 (", Counted::No),
            ("2025 (dua ribu dua puluh lima\norang)", Counted::Surely),
            ("2025 (lima)", Counted::No),
            ("RKA 2025 (dua dokumen)", Counted::No),
            ("2025 ( dua", Counted::No),
        ] {
            let at = text.find("2025").unwrap_or_default();
            assert_eq!(counted(&lists, text, &(at..at + 4)), wanted, "{text}");
        }
    }
}
