//! Documents of any kind that a text names: rules, decrees, letters and minutes with their numbers, years and titles;
//! rules of names and years leave them as they are.

use std::ops::Range;

use super::lists::{WordList, WordLists};

/// A kind of document, what lies between, and its number.
const NUMBERED: &str = concat!(
    r"(?i)\b(?:permen\w*|kepmen\w*|{jenis-naskah})\b[^;]{0,160}?",
    r"\b(?:nomor|no)\b\.?\s*:?\s*[0-9A-Z][^\s;,]*(?:\s+tahun\s+\d{4})?",
);

/// Rules that are cited by their titles alone.
const TITLED: &str = r"\b(Undang-Undang|Peraturan ({pembuat-peraturan})[^;.]{0,80}?) tentang\b";

/// Marks that end a title.
const TITLE_MARKS: [&str; 2] = [";", ". "];

/// Words that a title begins with, as they are written.
pub const OPENERS: [&str; 4] = ["tentang", "ttg", "ttg.", "mengenai"];

/// Longer than any title, in bytes.
const LONGEST: usize = 2000;

/// The bytes of the citations in a text, each with its title.
pub fn named(lists: &WordLists, text: &str) -> Vec<Range<usize>> {
    if !text.contains(|c: char| c.is_ascii_digit()) && !text.contains("tentang") {
        return Vec::new();
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    // Each pattern is asked only where a text holds what it needs.
    let lower = text.to_lowercase();
    let numbered = lower.contains("no");
    let titled = text.contains("tentang") && (text.contains("Undang-Undang") || text.contains("Peraturan "));
    let needed = [(NUMBERED, numbered), (TITLED, titled)].into_iter().filter(|(_, needed)| *needed);
    for pattern in needed.filter_map(|(text, _)| lists.pattern(text)) {
        for hit in pattern.find_iter(text) {
            let end = title_end(lists, text, hit.end());
            found.push(hit.start()..end);
        }
    }
    found
}

/// Where the title that may follow `from` ends.
pub fn title_end(lists: &WordLists, text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let rest = &rest[..rest.floor_char_boundary(LONGEST)];
    let titled = text[..from].ends_with("tentang");
    let opened = OPENERS.iter().filter_map(|word| rest.find(&format!(" {word} "))).min();
    let near = opened.filter(|at| *at < 60 && !rest[..*at].contains(';'));
    let Some(start) = near.or(titled.then_some(0)) else { return from };
    let title = &rest[start..];
    let marks = TITLE_MARKS.iter().filter_map(|mark| title.find(mark));
    let words = lists.entries(WordList::AkhirJudul).iter().filter_map(|end| title.find(&format!(" {end}")));
    let end = marks.chain(words).min().unwrap_or(title.len());
    from + start + end
}

/// Whether a part of a text lies in one of its citations.
pub fn within(citations: &[Range<usize>], part: &Range<usize>) -> bool {
    citations.iter().any(|range| range.start <= part.start && part.end <= range.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Root;
    use crate::catalog::kata::word_lists;

    fn cited(text: &str) -> Vec<&str> {
        named(&word_lists(&Root::embedded()).0, text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn citations_with_their_titles() {
        assert_eq!(
            cited("mencabut Keputusan KPU Nomor 5 Tahun 2024 tentang Tim Tahun 2024; selesai"),
            ["Keputusan KPU Nomor 5 Tahun 2024 tentang Tim Tahun 2024"]
        );
        assert_eq!(cited("sesuai PKPU Nomor 8 Tahun 2019 dan lainnya"), ["PKPU Nomor 8 Tahun 2019"]);
        assert_eq!(cited("SK Tim Kerja tahun 2024"), Vec::<&str>::new());
        assert_eq!(cited("Undang-Undang tentang Pemilihan Umum"), ["Undang-Undang tentang Pemilihan Umum"]);
        assert_eq!(cited("Nomor 11/HK.03.1/3322/2022 dan Peraturan Nomor 1"), ["Peraturan Nomor 1"]);
    }
}
