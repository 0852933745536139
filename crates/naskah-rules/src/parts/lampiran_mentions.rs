//! Mentions of lampirans in the diktums: "Lampiran", "Lampiran I, Lampiran II, dan Lampiran III", "Lampiran I dan II".

use naskah_core::language::{WordList, WordLists};
use std::ops::Range;

use naskah_core::language::numerals::dari_romawi;

use crate::{Context, Part, Passage};

/// More lampirans than one mention names.
const MOST: usize = 100;

/// A mention of lampirans.
pub struct Mention<'a> {
    /// The text that it stands in.
    pub passage: &'a Passage<'a>,
    /// Where it stands there, with its numbers.
    pub range: Range<usize>,
    /// The numbers; none where it says only "Lampiran".
    pub numbers: Vec<usize>,
}

/// The mentions in considerations, running text and cells: those that say "Keputusan ini", and those with a number.
pub fn elsewhere<'a>(context: &'a Context<'_>) -> Vec<Mention<'a>> {
    let other = context.passages.iter().filter(|passage| {
        matches!(passage.part, Part::Menimbang(_) | Part::Memperhatikan(_) | Part::Naskah(_) | Part::Sel { .. })
    });
    let own = |passage: &Passage<'_>, range: &Range<usize>, numbers: &[usize]| {
        let after = passage.plain[range.end..].trim_start();
        let this = after.starts_with("Keputusan ini");
        let running = !matches!(passage.part, Part::Menimbang(_) | Part::Memperhatikan(_));
        this || running && !numbers.is_empty() && !after.starts_with(char::is_uppercase)
    };
    other
        .flat_map(|passage| {
            let all = mentions_in(context.word_lists(), &passage.plain).into_iter();
            all.filter(move |(range, numbers)| own(passage, range, numbers)).map(move |(range, numbers)| Mention {
                passage,
                range,
                numbers,
            })
        })
        .collect()
}

/// The mentions in the diktums; those of lampirans of other rules are left out.
pub fn lampiran<'a>(context: &'a Context<'_>) -> Vec<Mention<'a>> {
    let diktum = context.passages.iter().filter(|passage| matches!(passage.part, Part::Diktum(_)));
    diktum
        .flat_map(|passage| {
            mentions_in(context.word_lists(), &passage.plain).into_iter().map(move |(range, numbers)| Mention {
                passage,
                range,
                numbers,
            })
        })
        .collect()
}

fn mentions_in(lists: &WordLists, text: &str) -> Vec<(Range<usize>, Vec<usize>)> {
    let mut found = Vec::new();
    for (at, word) in text.match_indices("Lampiran") {
        let rest = &text[at + word.len()..];
        let alone = !rest.starts_with(char::is_alphanumeric) && !text[..at].ends_with(char::is_alphanumeric);
        if !alone {
            continue;
        }
        let (numbers, after) = numbers_after(rest);
        let after_blank = after.trim_start();
        let other = after_blank.starts_with("Keputusan") && !after_blank.starts_with("Keputusan ini");
        if !other && !lists.begins(WordList::PemilikLampiran, after_blank) {
            found.push((at..text.len() - after.len(), numbers));
        }
    }
    found
}

/// The Roman numbers right after the word, and what follows them.
fn numbers_after(rest: &str) -> (Vec<usize>, &str) {
    let mut numbers = Vec::new();
    let mut rest = rest;
    while numbers.len() < MOST {
        let mut next = rest.trim_start();
        if !numbers.is_empty() {
            for link in [",", "dan/atau", "dan", "atau", "sampai dengan", "Lampiran"] {
                next = next.strip_prefix(link).unwrap_or(next).trim_start();
            }
        }
        let word_end = next.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(next.len());
        let (word, after) = next.split_at(word_end);
        match dari_romawi(word).filter(|_| !after.starts_with(char::is_alphanumeric)) {
            Some(number) => {
                let through = rest[..rest.len() - next.len()].contains("sampai dengan");
                let from = numbers.last().copied().filter(|_| through).map_or(number, |last: usize| last + 1);
                numbers.extend(from..=number.max(from));
                rest = after;
            }
            None => break,
        }
    }
    (numbers, rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use naskah_core::catalog::{Catalog, Root};

    fn named(text: &str) -> Vec<Vec<usize>> {
        mentions_in(&Catalog::new(Root::embedded()).kata().lists, text)
            .into_iter()
            .map(|(_, numbers)| numbers)
            .collect()
    }

    #[test]
    fn mentions() {
        assert_eq!(named("tercantum dalam Lampiran yang merupakan bagian"), [Vec::<usize>::new()]);
        assert_eq!(named("dalam Lampiran I, Lampiran II, dan Lampiran III"), [vec![1, 2, 3], vec![2, 3], vec![3]]);
        assert_eq!(named("dalam Lampiran I sampai dengan Lampiran III"), [vec![1, 2, 3], vec![3]]);
        assert_eq!(named("dalam Lampiran I dan II Keputusan ini"), [vec![1, 2]]);
        assert_eq!(named("dalam Lampiran I sampai dengan IV"), [vec![1, 2, 3, 4]]);
        assert_eq!(named("sesuai Lampiran II Undang-Undang Nomor 12 Tahun 2011"), Vec::<Vec<usize>>::new());
        assert_eq!(named("Mengubah Lampiran I Keputusan sebagaimana dimaksud"), Vec::<Vec<usize>>::new());
        assert_eq!(named("lampiran surat dan Lampirannya"), Vec::<Vec<usize>>::new());
        assert_eq!(named("Lampiran Ini"), [Vec::<usize>::new()]);
    }
}
