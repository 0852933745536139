//! References inside a decree: "Diktum KEDUA huruf b", "huruf a, huruf b, dan huruf c".

use std::ops::Range;

use naskah_core::language::WordLists;
use naskah_core::language::numerals::{dari_nama_diktum, nama_diktum};

use crate::Context;
use naskah_core::diag::distance;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::typed_marks::number_of;

/// Letters of items that are named one after another.
#[derive(Debug, Clone)]
pub struct Letters {
    /// From the first word "huruf" to the last letter.
    pub range: Range<usize>,
    /// The letters.
    pub letters: Vec<Letter>,
}

/// A letter of [`Letters`].
#[derive(Debug, Clone)]
pub struct Letter {
    /// Where it stands, without the word "huruf".
    pub range: Range<usize>,
    /// Its number, from 1.
    pub number: usize,
    /// Whether the word "huruf" stands before it.
    pub word: bool,
    /// What joins it to the letter before: `,`, `dan`, `, dan`, `sampai dengan` ….
    pub link: String,
}

impl Letters {
    /// The numbers, with those that "sampai dengan" passes over.
    pub fn numbers(&self) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for letter in &self.letters {
            let through = RANGES.contains(&letter.link.as_str());
            let from = found.last().copied().filter(|last| through && *last < letter.number);
            found.extend(from.map_or(letter.number, |last| last + 1)..=letter.number);
        }
        found
    }
}

/// Links that stand for all letters between.
const RANGES: [&str; 6] = ["sampai dengan", "hingga", "s.d.", "s/d", "-", "–"];

/// A diktum that is named.
#[derive(Debug, Clone)]
pub struct Named {
    /// The word "Diktum", where it stands, and the name.
    pub range: Range<usize>,
    /// The name.
    pub name: Range<usize>,
    /// Its number, from 1.
    pub number: usize,
    /// Whether the word "Diktum" stands before it.
    pub word: bool,
    /// The letters that are named of it.
    pub letters: Option<Letters>,
    /// Whether it belongs to another decree, which is named after it.
    pub elsewhere: bool,
    /// Whether another numbered decree is named before it in the same text.
    pub after_other: bool,
}

static FIRST: Pattern = Pattern::new(|| pattern(r"\b[Hh]uruf\s+([a-z])\b"));
static NEXT: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"^(\s*,\s*(?:dan/atau\s+|dan\s+|atau\s+)?|\s+(?:dan/atau|dan|atau|sampai\s+dengan|hingga|s\.d\.|s/d)\s+",
        r"|\s*[-–]\s*)([Hh]uruf\s+)?([a-z])\b"
    ))
});
static DIKTUM: Pattern = Pattern::new(|| pattern(r"(?i)\bdiktum\s+"));
static NUMBER: Pattern = Pattern::new(|| pattern(r"(?i)^(?:ke\s?-?\s?|nomor\s+|no\.\s*|angka\s+)?([1-9][0-9]?)\b"));
static LINK: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"^(?:\s*,\s*(?:dan/atau\s+|dan\s+|atau\s+)?|\s+(?:dan/atau|dan|atau|sampai\s+dengan|hingga|s\.d\.|s/d)\s+)",
        r"((?i:diktum)\s+)?"
    ))
});
const ELSEWHERE: &str = concat!(
    r"^\s*(?:angka\s+\d+\s+)?(?:(?:dalam|pada|dari|atas)\s+)?(?:Lampiran\s+(?:[IVXLC]+\s+)?)?",
    r"(?:{awal-peraturan}\b|Diktum|DIKTUM|diktum)"
);
static OWN: Pattern =
    Pattern::new(|| pattern(r"(?i)^\s*(?:(?:dalam|pada|dari|atas)\s+)?(?:(?:surat\s+)?keputusan|sk)\s+ini\b"));
static OTHER_DECREE: Pattern = Pattern::new(|| pattern(r"Keputusan\s+[A-Z][^;]{0,200}?\bNomor\b"));

/// Whether `pattern` is found in the text.
fn found(pattern: &Pattern, text: &str) -> bool {
    pattern.as_ref().is_some_and(|pattern| pattern.is_match(text))
}

/// Whether what follows a reference makes it one into another rule.
pub fn goes_elsewhere(lists: &WordLists, after: &str) -> bool {
    lists.pattern(ELSEWHERE).is_some_and(|pattern| pattern.is_match(after)) && !found(&OWN, after)
}

/// Whether the decree changes another one, so that its references may point into that one.
pub fn amends(context: &Context<'_>) -> bool {
    let name = context.keputusan.tentang.as_plain().to_lowercase();
    name.contains("perubahan") && name.contains("keputusan")
}

/// Whether a letter stands alone: not "a.n.", not "e-Coklit".
fn alone(after: &str) -> bool {
    let mut rest = after.chars();
    match (rest.next(), rest.next(), rest.next()) {
        (Some('.'), Some(c), _) => !c.is_alphanumeric(),
        (Some('-' | '–' | '/'), Some(c), next) => !c.is_alphanumeric() || !next.is_some_and(char::is_alphanumeric),
        _ => true,
    }
}

/// Every series of letters in a text.
pub fn letters(text: &str) -> Vec<Letters> {
    let mut series = Vec::new();
    let mut from = 0;
    while let Some(next) = text.get(from..).filter(|rest| rest.contains("uruf")).and_then(|rest| letters_in(rest, from))
    {
        from = next.range.end;
        series.push(next);
    }
    series
}

/// The first series in `rest`, which begins at `from`.
fn letters_in(rest: &str, from: usize) -> Option<Letters> {
    for captures in FIRST.as_ref()?.captures_iter(rest) {
        let (whole, letter) = (captures.get(0)?, captures.get(1)?);
        if !alone(&rest[letter.end()..]) {
            continue;
        }
        let at = from + letter.start();
        let first = Letter { range: at..at + 1, number: number_of(letter.as_str())?, word: true, link: String::new() };
        let mut series = Letters { range: from + whole.start()..at + 1, letters: vec![first] };
        let mut tail = &rest[letter.end()..];
        while let Some(next) = next_letter(tail, series.range.end) {
            tail = &tail[next.range.end - series.range.end..];
            series.range.end = next.range.end;
            series.letters.push(next);
        }
        return Some(series);
    }
    None
}

/// The letter that goes on with a series before `tail`, which begins at `at`.
fn next_letter(tail: &str, at: usize) -> Option<Letter> {
    let captures = NEXT.as_ref()?.captures(tail)?;
    let letter = captures.get(3).filter(|letter| alone(&tail[letter.end()..]))?;
    let words: Vec<&str> = captures.get(1)?.as_str().split_whitespace().collect();
    Some(Letter {
        range: at + letter.start()..at + letter.end(),
        number: number_of(letter.as_str())?,
        word: captures.get(2).is_some(),
        link: words.join(" "),
    })
}

/// Every diktum that a text names.
pub fn diktum(lists: &WordLists, text: &str) -> Vec<Named> {
    let mut all: Vec<Named> = Vec::new();
    if !text.contains("iktum") && !text.contains("IKTUM") {
        return all;
    }
    for word in DIKTUM.iter().flat_map(|pattern| pattern.find_iter(text)) {
        if all.last().is_some_and(|last| word.start() < last.range.end) {
            continue;
        }
        let mut series = series_at(text, word.range());
        let end =
            series.last().map_or(word.end(), |last| last.letters.as_ref().map_or(last.range.end, |l| l.range.end));
        let elsewhere = goes_elsewhere(lists, &text[end..]);
        let after_other = !series.is_empty() && found(&OTHER_DECREE, &text[..word.start()]);
        series.iter_mut().for_each(|named| (named.elsewhere, named.after_other) = (elsewhere, after_other));
        all.extend(series);
    }
    all
}

/// A word after "Diktum", or "Diktum" itself, that is a name but for a slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misnamed {
    /// The word with the slip.
    pub range: Range<usize>,
    /// What it stands for: "KESATU", "Diktum".
    pub right: String,
}

static AFTER_WORD: Pattern =
    Pattern::new(|| pattern(r"(?i)\bdiktum\s+(?:ke\s?-\s?)?([a-z]{4,}(?:\s+(?:belas|puluh)(?:\s+[a-z]{3,9})?)?)"));
static WORDS: Pattern = Pattern::new(|| pattern(r"\b([A-Za-z]{5,7})\s+(KE[A-Z]{2,}(?:\s+(?:BELAS|PULUH))?|PERTAMA)\b"));
static LONE: Pattern = Pattern::new(|| pattern(r"(?i:dimaksud|tersebut)\s+(?i:dalam|pada)\s+(K[A-Z]{4,9})\b"));

/// The names of diktums of a text that are none but for a slip: "Diktum KEASTU", "Dikutm KESATU".
pub fn misnamed(text: &str) -> Vec<Misnamed> {
    let mut found = Vec::new();
    for name in matches(&AFTER_WORD, text).map(|found| group(&found, 1)) {
        let word = &text[name.clone()];
        let first = word.split(' ').next().unwrap_or_default();
        if dari_nama_diktum(&text[name.start..]).is_some() {
            continue;
        }
        let near = nearest(&word.to_uppercase()).map(|right| (name.clone(), right));
        let near = near.or_else(|| Some((name.start..name.start + first.len(), nearest(&first.to_uppercase())?)));
        found.extend(near.map(|(range, right)| Misnamed { range, right }));
    }
    for hit in matches(&WORDS, text) {
        let (word, name) = (group(&hit, 1), group(&hit, 2));
        let lower = text[word.clone()].to_lowercase();
        if lower != "diktum" && distance(&lower, "diktum") < 3 && dari_nama_diktum(&text[name.start..]).is_some() {
            found.push(Misnamed { range: word, right: "Diktum".to_owned() });
        }
    }
    for name in matches(&LONE, text).map(|found| group(&found, 1)) {
        if dari_nama_diktum(&text[name.start..]).is_none() {
            found.extend(
                nearest(&text[name.clone()]).map(|right| Misnamed { range: name, right: format!("Diktum {right}") }),
            );
        }
    }
    found
}

/// The name of a diktum that a word in capitals is but for a letter or two.
fn nearest(word: &str) -> Option<String> {
    let rated = (1..=39).filter_map(nama_diktum).map(|name| (distance(word, &name), name));
    let (far, name) = rated.min_by_key(|(far, _)| *far)?;
    let allowed = if name.len() < 6 { 1 } else { 2 };
    (far > 0 && far <= allowed).then_some(name)
}

/// The diktums that are named after the word "Diktum" at `word`.
fn series_at(text: &str, word: Range<usize>) -> Vec<Named> {
    let mut series: Vec<Named> = Vec::new();
    let (mut start, mut at, mut has_word) = (word.start, word.end, true);
    while let Some((number, length)) = name_at(&text[at..]) {
        let name = at..at + length;
        if !has_word && nama_diktum(number).as_deref() != text.get(name.clone()) {
            break;
        }
        let letters = letters_after(text, name.end);
        let end = letters.as_ref().map_or(name.end, |letters| letters.range.end);
        let range = if has_word { start..name.end } else { name.clone() };
        series.push(Named { range, name, number, word: has_word, letters, elsewhere: false, after_other: false });
        let Some(link) = LINK.as_ref().and_then(|link| link.captures(&text[end..])) else { break };
        let Some(whole) = link.get(0) else { break };
        has_word = link.get(1).is_some();
        start = end + link.get(1).map_or(whole.end(), |word| word.start());
        at = end + whole.end();
    }
    series
}

/// The letters that follow the name of a diktum directly.
fn letters_after(text: &str, at: usize) -> Option<Letters> {
    let rest = text.get(at..)?;
    let gap = rest.len() - rest.trim_start().len();
    rest.trim_start().starts_with("huruf").then(|| letters_in(rest, at)).flatten().filter(|l| l.range.start == at + gap)
}

/// The number and the length of the name that a text begins with, also where it is a figure.
fn name_at(text: &str) -> Option<(usize, usize)> {
    dari_nama_diktum(text).or_else(|| {
        let captures = NUMBER.as_ref()?.captures(text)?;
        Some((captures.get(1)?.as_str().parse().ok()?, captures.get(0)?.end()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(String, Vec<usize>)> {
        letters(text).into_iter().map(|l| (text[l.range.clone()].to_owned(), l.numbers())).collect()
    }

    #[test]
    fn series_of_letters() {
        assert_eq!(shown("dalam huruf a dan b, perlu"), [("huruf a dan b".into(), vec![1, 2])]);
        assert_eq!(shown("huruf a, huruf b, dan huruf c;"), [("huruf a, huruf b, dan huruf c".into(), vec![1, 2, 3])]);
        assert_eq!(
            shown("huruf a sampai dengan huruf d"),
            [("huruf a sampai dengan huruf d".into(), vec![1, 2, 3, 4])]
        );
        assert_eq!(shown("huruf b-d dan e-Coklit"), [("huruf b-d".into(), vec![2, 3, 4])]);
        assert_eq!(shown("huruf c ayat (1) atau huruf d").len(), 2);
        assert_eq!(shown("huruf kapital, huruf a.n. ketua, huruf e-KTP"), Vec::new());
    }

    fn names(text: &str) -> Vec<(&str, usize, bool, bool)> {
        diktum(&naskah_core::catalog::Catalog::default().kata().lists, text)
            .into_iter()
            .map(|n| (&text[n.range.clone()], n.number, n.word, n.elsewhere))
            .collect()
    }

    #[test]
    fn named_diktums() {
        assert_eq!(
            names("dalam Diktum KESATU dan KEDUA"),
            [("Diktum KESATU", 1, true, false), ("KEDUA", 2, false, false)]
        );
        assert_eq!(names("Diktum KEDUA huruf b Keputusan Komisi"), [("Diktum KEDUA", 2, true, true)]);
        assert_eq!(names("diktum ke-2 Keputusan ini"), [("diktum ke-2", 2, true, false)]);
        assert_eq!(names("Diktum KESATU dan kedua belah pihak"), [("Diktum KESATU", 1, true, false)]);
        assert_eq!(
            names("Diktum KESATU, Diktum KEDUABELAS, dan Diktum KETIGA"),
            [
                ("Diktum KESATU", 1, true, false),
                ("Diktum KEDUABELAS", 12, true, false),
                ("Diktum KETIGA", 3, true, false)
            ]
        );
        assert_eq!(names("setiap diktum dan Diktum ini"), []);
        let slips = |text: &str| {
            misnamed(text).into_iter().map(|one| (text[one.range].to_owned(), one.right)).collect::<Vec<_>>()
        };
        for (text, word, right) in [
            ("dalam Diktum KEASTU bertugas", "KEASTU", "KESATU"),
            ("dalam diktum kesat bertugas", "kesat", "KESATU"),
            ("dalam DIKTUM KETIGAA, dan", "KETIGAA", "KETIGA"),
            ("dalam Dikutm KESATU", "Dikutm", "Diktum"),
            ("dimaksud dalam KEUDA ditetapkan", "KEUDA", "Diktum KEDUA"),
        ] {
            assert_eq!(slips(text), [(word.to_owned(), right.to_owned())], "{text}");
        }
        for text in
            ["dalam Diktum KESATU", "Diktum Keputusan ini", "setiap diktum ketentuan ini", "dimaksud dalam KEPMEN"]
        {
            assert!(slips(text).is_empty(), "{text}");
        }
    }
}
