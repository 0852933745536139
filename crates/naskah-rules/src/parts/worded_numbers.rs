//! Figures with their words in brackets: "27 (dua puluh tujuh)", "7,5% (tujuh koma lima persen)".

use std::ops::Range;

use naskah_core::decree::Bilangan;
use naskah_core::language::numerals::{dalam_kata, dari_terbilang, is_kata_bilangan, kata_bilangan};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::{WordList, WordLists};

/// A figure with words in brackets.
#[derive(Debug)]
pub struct Worded {
    /// From the figure to the closing bracket.
    pub range: Range<usize>,
    /// The figure as it is read.
    pub value: Bilangan,
    /// What stands in the brackets.
    pub inner: Range<usize>,
    /// The words of the number as they are written, in small letters, without the unit.
    pub words: String,
    /// The words that they stand for, each without its slip.
    pub meant: String,
    /// What follows the number within the brackets: "rupiah", "persen".
    pub unit: Range<usize>,
    /// The value of the words that are meant.
    pub said: Option<Bilangan>,
}

static WORDED: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?:^|[\s(/]|\bRp\.?\s?)([0-9][0-9.]*(?:,[0-9]+)?)(?:,--|,-|\.-|,00)?\s?%?\s*",
        r"\(\s*([A-Za-z][A-Za-z\s-]{1,200}?)\s*\)"
    ))
});

/// Every such figure of a text.
pub fn read(lists: &WordLists, text: &str) -> Vec<Worded> {
    if !text.contains('(') {
        return Vec::new();
    }
    matches(&WORDED, text).filter_map(|found| one(lists, text, group(&found, 1), group(&found, 2))).collect()
}

fn one(lists: &WordLists, text: &str, figure: Range<usize>, inner: Range<usize>) -> Option<Worded> {
    let value = text[figure.clone()].trim_end_matches('.').parse::<Bilangan>().ok()?.without_zeros();
    let close = inner.end + text[inner.end..].find(')')? + 1;
    let (mut words, mut meant, mut end) = (Vec::new(), Vec::new(), inner.start);
    for word in text[inner.clone()].split_whitespace() {
        let lower = word.to_lowercase();
        let Some(right) = kata_bilangan(&lower).filter(|_| !is_unit(lists, &lower)) else { break };
        end = inner.start + (word.as_ptr() as usize - text[inner.clone()].as_ptr() as usize) + word.len();
        meant.push(right);
        words.push(lower);
    }
    let rest = text[end..inner.end].to_lowercase();
    let numerals = rest.split_whitespace().filter(|word| is_kata_bilangan(word));
    // A strange word among those of a number.
    if words.len() > 1 && numerals.count() > 0 {
        let all: Vec<String> = text[inner.clone()].split_whitespace().map(str::to_lowercase).collect();
        let meant: Vec<String> = all.iter().filter_map(|word| kata_bilangan(word)).collect();
        let (words, meant) = (all.join(" "), meant.join(" "));
        let said = value_of(&meant);
        return Some(Worded {
            range: figure.start..close,
            value,
            unit: inner.end..inner.end,
            inner,
            words,
            meant,
            said,
        });
    }
    let unit = end + (text[end..inner.end].len() - text[end..inner.end].trim_start().len())..inner.end;
    let known = text[unit.clone()].split_whitespace().all(|word| is_unit(lists, &word.to_lowercase()));
    // A year may stand before anything: "tahun 2024 (dua kali)".
    let year = !unit.is_empty() && (1900..2100).contains(&value.digits) && value.places == 0;
    let money = ["rupiah", "persen"].contains(&text[unit.clone()].to_lowercase().as_str());
    if words.is_empty() || !known || year && !money {
        return None;
    }
    let meant = meant.join(" ");
    let said = value_of(&meant);
    Some(Worded { range: figure.start..close, value, inner, words: words.join(" "), meant, unit, said })
}

/// Whether a word is what is counted, not a word of the number.
fn is_unit(lists: &WordLists, word: &str) -> bool {
    ["rupiah", "persen"].contains(&word)
        || lists.has(WordList::BendaTerhitung, word)
        || lists.has(WordList::SatuanHitungan, word)
}

/// The value of a number in words, also with decimals: "tujuh koma lima".
pub fn value_of(words: &str) -> Option<Bilangan> {
    let Some((whole, fraction)) = words.split_once(" koma ") else {
        return Some(Bilangan { digits: dari_terbilang(words)?.into(), places: 0 });
    };
    let whole = dari_terbilang(whole)?;
    // Digit by digit, or as a number: "dua lima", "dua puluh lima".
    let digit = |word: &str| (0..10).find(|digit| dalam_kata(*digit) == word);
    let digits: Option<Vec<u64>> = fraction.split(' ').map(digit).collect();
    let fraction = match digits {
        Some(digits) => digits.iter().map(u64::to_string).collect(),
        None => dari_terbilang(fraction)?.to_string(),
    };
    format!("{whole},{fraction}").parse::<Bilangan>().ok().map(Bilangan::without_zeros)
}

/// The words of a number that is not negative; of decimals each by itself.
pub fn words_of(value: Bilangan) -> Option<String> {
    let shown = value.to_string().replace('.', "");
    let (whole, fraction) = shown.split_once(',').unwrap_or((&shown, ""));
    let mut words = dalam_kata(whole.parse().ok()?);
    if !fraction.is_empty() {
        words.push_str(" koma");
        for digit in fraction.chars() {
            words.push(' ');
            words.push_str(&dalam_kata(digit.to_digit(10)?.into()));
        }
    }
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use naskah_core::catalog::Catalog;

    fn seen(text: &str) -> Vec<(String, String, Option<String>)> {
        let lists = &Catalog::default().kata().lists.clone();
        let shown = |one: Worded| (one.value.to_string(), one.words, one.said.map(|said| said.to_string()));
        read(lists, text).into_iter().map(shown).collect()
    }

    #[test]
    fn figures_with_words() {
        let one = |figure: &str, words: &str, said: &str| vec![(figure.into(), words.into(), Some(said.into()))];
        assert_eq!(seen("selama 27 (dua puluh tuju) hari"), one("27", "dua puluh tuju", "27"));
        assert_eq!(seen("sebesar 7,5% (tujuh koma lima persen)"), one("7,5", "tujuh koma lima", "7,5"));
        assert_eq!(
            seen("Rp1.250.000,00 (satu juta dua ratus ribu rupiah)"),
            one("1.250.000", "satu juta dua ratus ribu", "1.200.000")
        );
        assert_eq!(seen("0,25 (nol koma dua puluh lima) persen"), one("0,25", "nol koma dua puluh lima", "0,25"));
        for other in ["Pasal 5 (PPS)", "3 (orang)", "tahun 2024 (dua kali)", "ayat (2) (dua)"] {
            assert!(seen(other).is_empty(), "{other}");
        }
        let parsed = |text: &str| text.parse::<Bilangan>().ok().and_then(words_of).unwrap_or_default();
        assert_eq!(parsed("12,05"), "dua belas koma nol lima");
    }
}
