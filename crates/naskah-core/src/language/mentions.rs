//! Rules and other documents that a text names by kind, number and year, however short: "UU 1/2025", "Permenpan RB 5
//! Tahun 2025", "SK Ketua No. 8 Tahun 2024", "Berita Negara Tahun 2025 Nomor 12".

use std::ops::Range;

use regex::{Captures, Match};

use super::lists::{WordList, WordLists};

/// How a document is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// By a kind that is known, and a number.
    Numbered,
    /// By a number; of what kind it is, nobody knows.
    Unknown,
    /// By a kind of rule and a year, without a number.
    Numberless,
    /// A gazette.
    Gazette,
}

/// A document that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// From its kind to its year.
    pub range: Range<usize>,
    /// Kind and body.
    pub head: Range<usize>,
    /// Its year, where the mention says it.
    pub year: Option<i32>,
    /// How it is named.
    pub form: Form,
}

/// With the word "Nomor": kind and body, number, year.
const LONG: &str = concat!(
    r"(?i)\b((?:{awal-singkatan-peraturan}[\w-]*|{singkatan-peraturan}|{jenis-naskah}|{naskah-sekali-pakai})\b(?:[\s.,]+[^\s;\d]+){0,24}?)",
    r"\s*\b(?:nomor|no|nr)\b\.?\s*:?\s*([0-9A-Z][^\s;,()]*)(?:\s*[,(]?\s*\b(?:tahun|th|thn)\b\.?\s*((?:19|20)\d\d)\b)?",
);

/// Without it: kind and body, one or several numbers, year.
const SHORT: &str = concat!(
    r"(?i)\b((?:{awal-singkatan-peraturan}[\w-]*|{singkatan-peraturan}|{jenis-naskah}|{naskah-sekali-pakai})\b(?:[\s.]+[^\s;,\d]+){0,7}?)",
    r"\s*\(?\s*((?:\d{1,4}\s*,\s*(?:dan\s+)?|\d{1,4}\s+dan\s+){0,4}[0-9A-Z][\w.-]*(?:/[\w.-]+){0,4}?)",
    r"(?:\s*/\s*|\s*[,(]?\s*\b(?:tahun|th|thn)\b\.?\s*)((?:19|20)\d\d)\b",
);

/// A number of a document whose kind is not known.
const BARE: &str = concat!(
    r"(?i)\b(?:nomor|no|nr)\b\.?\s*:?\s*([0-9A-Z][^\s;,()]*)",
    r"(?:\s*[,(]?\s*\b(?:tahun|th|thn)\b\.?\s*((?:19|20)\d\d)\b)?",
);

/// A kind of rule and a year.
const NUMBERLESS: &str = concat!(
    r"(?i)\b((?:{awal-singkatan-peraturan}\w*|{singkatan-peraturan}|undang-undang|uu|pp|peraturan)\b(?:\s+[^\s;,.\d]+){0,3}?)",
    r"\s+(?:tahun\s+)?((?:19|20)\d\d)\b",
);

/// A gazette; "Negara" and "Daerah" with their short forms.
const GAZETTE: &str = concat!(
    r"(?i)\b(?:(?:lembaran|berita)\s+(?:negara|daerah)\b[^;()\d]{0,80}?|t?(?:ln|bn)(?:ri)?\s+(?:tahun\s+)?|(?:ld|bd)\s+(?:tahun\s+)?)",
    r"\b((?:19|20)\d\d)\b(?:\s*,?\s*(?:nomor|no|nr)\b\.?\s*\d+)?",
);

/// More numbers of the same kind: ", 3/2025 dan Nomor 5 Tahun 2025".
const MORE: &str = concat!(
    r"(?i)^\s*(?:,\s*dan|,|dan|serta|jo\.?)\s*(?:(?:nomor|no|nr)\b\.?\s*)?\d{1,4}[A-Z]?",
    r"(?:\s*/\s*|\s*\b(?:tahun|th|thn)\b\.?\s*)(?:19|20)\d\d\b",
);

/// The documents that a text names, from left to right.
pub fn named(lists: &WordLists, text: &str) -> Vec<Mention> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found: Vec<Mention> = Vec::new();
    gather(lists, text, LONG, Form::Numbered, &mut found);
    gather(lists, text, SHORT, Form::Numbered, &mut found);
    gather(lists, text, GAZETTE, Form::Gazette, &mut found);
    gather(lists, text, BARE, Form::Unknown, &mut found);
    gather(lists, text, NUMBERLESS, Form::Numberless, &mut found);
    found.sort_by_key(|mention| mention.range.start);
    found
}

/// Adds what a pattern finds and no other has found before.
fn gather(lists: &WordLists, text: &str, form: &'static str, kind: Form, found: &mut Vec<Mention>) {
    let Some(pattern) = lists.pattern(form) else { return };
    let mut from = 0;
    while let Some(hit) = text.get(from..).and_then(|_| pattern.captures_at(text, from)) {
        let Some(whole) = hit.get(0) else { return };
        from = whole.end().max(from + 1);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let mention = match (kind, form == SHORT) {
            (Form::Numbered, short) => numbered(lists, text, &hit, short),
            (Form::Numberless, _) => numberless(text, &hit),
            (Form::Gazette, _) => Some(Mention {
                range: whole.range(),
                head: whole.range(),
                year: hit.get(1).and_then(|year| year.as_str().parse().ok()),
                form: Form::Gazette,
            }),
            (Form::Unknown, _) => bare(&hit),
        };
        let free = |new: &Mention| {
            found.iter().all(|old| old.range.end <= new.range.start || new.range.end <= old.range.start)
        };
        if let Some(mut mention) = mention.filter(free) {
            mention.range.end = with_more(lists, text, mention.range.end);
            from = from.max(mention.range.end);
            found.push(mention);
        }
    }
}

fn numbered(lists: &WordLists, text: &str, hit: &Captures<'_>, short: bool) -> Option<Mention> {
    let (whole, head, number) = (hit.get(0)?, hit.get(1)?, hit.get(2)?);
    let head = last_kind(lists, text, head.range());
    let mut end = whole.end();
    let counted =
        number.as_str().contains(|c: char| c.is_ascii_digit()) || is_roman_of_a_rule(lists, text, &head, number);
    if short && !(counted && names_a_body(lists, &text[head.clone()])) {
        return None;
    }
    let said = hit.get(3).and_then(|year| year.as_str().parse().ok());
    if said.is_none() {
        end = number.start() + number.as_str().trim_end_matches(['.', ':', '"', '”', '\'', ']']).len();
    }
    let year = said.or_else(|| year_at_the_end(number.as_str()));
    Some(Mention { range: head.start..end, head, year, form: Form::Numbered })
}

/// Whether a rule of a kind that is known has a Roman number: "Tap MPR II/2025", but not "TW II/2025".
fn is_roman_of_a_rule(lists: &WordLists, text: &str, head: &Range<usize>, number: Match<'_>) -> bool {
    let roman = !number.is_empty() && number.as_str().chars().all(|c| "IVXLC".contains(c));
    let kinds = || lists.pattern(r"(?i)^(?:{awal-singkatan-peraturan}[\w-]*|{singkatan-peraturan})$");
    roman && text.get(head.clone()).is_some_and(|head| kinds().is_some_and(|kinds| kinds.is_match(head.trim())))
}

/// A number without a kind: one with a year.
fn bare(hit: &Captures<'_>) -> Option<Mention> {
    let (whole, number) = (hit.get(0)?, hit.get(1)?);
    let said = hit.get(2).and_then(|year| year.as_str().parse().ok());
    let end = match said {
        Some(_) => whole.end(),
        None => number.start() + number.as_str().trim_end_matches(['.', ':', '"', '”', '\'', ']']).len(),
    };
    let year = said.or_else(|| year_at_the_end(number.as_str()))?;
    Some(Mention {
        range: whole.start()..end,
        head: whole.start()..number.start(),
        year: Some(year),
        form: Form::Unknown,
    })
}

/// A kind and a year, with no other than names between.
fn numberless(text: &str, hit: &Captures<'_>) -> Option<Mention> {
    let (whole, head) = (hit.get(0)?, hit.get(1)?);
    let named = text[head.range()].split_whitespace().skip(1).all(|word| word.starts_with(char::is_uppercase));
    let short = head.as_str().len() > 1 && named;
    short.then(|| Mention {
        range: whole.range(),
        head: head.range(),
        year: hit.get(2).and_then(|year| year.as_str().parse().ok()),
        form: Form::Numberless,
    })
}

/// The last kind within kind and body, where a list or a sentence goes on before it: "Peraturan dan Keputusan".
fn last_kind(lists: &WordLists, text: &str, head: Range<usize>) -> Range<usize> {
    let Some(kinds) = lists.pattern(
        r"(?i)\b(?:{awal-singkatan-peraturan}[\w-]*|{singkatan-peraturan}|{jenis-naskah}|{naskah-sekali-pakai})\b",
    ) else {
        return head;
    };
    let mut start = head.start;
    for hit in kinds.find_iter(&text[head.clone()]) {
        let at = head.start + hit.start();
        let before = text[head.start..at].trim_end();
        let Some(word) = before.split_whitespace().next_back() else { continue };
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let joined =
            bare.eq_ignore_ascii_case("pengganti") || kinds.find(bare).is_some_and(|kind| kind.len() == bare.len());
        let listed = word.ends_with([',', ':', '(']);
        if listed || (!joined && bare.starts_with(char::is_lowercase) && text[at..].starts_with(char::is_uppercase)) {
            start = at;
        }
    }
    start..head.end
}

/// Whether all that follows the kind can be the name of a body: capitals, and particles between.
fn names_a_body(lists: &WordLists, head: &str) -> bool {
    head.split_whitespace().skip(1).all(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.starts_with(char::is_uppercase)
            || lists.has(WordList::Partikel, bare)
            || lists.has(WordList::JabatanPenetap, bare)
            || bare.is_empty()
    })
}

/// The year that a number ends with: "11/HK.03.1/3322/2022".
fn year_at_the_end(number: &str) -> Option<i32> {
    let last = number.rsplit('/').next().filter(|last| last.len() < number.len())?;
    let year = last.trim_end_matches(|c: char| !c.is_alphanumeric());
    year.parse().ok().filter(|year| (1945..2100).contains(year))
}

/// Where the numbers end that follow with no kind of their own.
fn with_more(lists: &WordLists, text: &str, end: usize) -> usize {
    let mut end = end;
    while let Some(more) = lists.pattern(MORE).and_then(|pattern| pattern.find(&text[end..]).map(|hit| hit.end())) {
        end += more;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Root;
    use crate::catalog::kata::word_lists;

    fn seen(text: &str) -> Vec<(&str, Option<i32>, Form)> {
        let found = named(&word_lists(&Root::embedded()).0, text);
        found.into_iter().map(|mention| (&text[mention.range], mention.year, mention.form)).collect()
    }

    #[test]
    fn documents_by_kind_and_number() {
        for (text, wanted) in [
            ("sesuai UU 1/2025.", "UU 1/2025"),
            ("Tap MPR II/2025 itu", "Tap MPR II/2025"),
            ("PKPU No. 3 Tahun 2025 itu", "PKPU No. 3 Tahun 2025"),
            ("Permenpan RB 5 Tahun 2025", "Permenpan RB 5 Tahun 2025"),
            ("SK Ketua Nomor 12/HK.03.1/2025", "SK Ketua Nomor 12/HK.03.1/2025"),
            ("UU 1/2025 dan 3/2025; 4/2025", "UU 1/2025 dan 3/2025"),
            ("Peraturan Daerah dan Peraturan Bupati Nomor 5 Tahun 2025", "Peraturan Bupati Nomor 5 Tahun 2025"),
            ("dicabut dengan Keputusan Nomor 8 Tahun 2025", "Keputusan Nomor 8 Tahun 2025"),
            (
                "Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2025",
                "Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2025",
            ),
        ] {
            assert_eq!(seen(text), [(wanted, Some(2025), Form::Numbered)], "{text}");
        }
        assert_eq!(seen("Nomor 5 Tahun 2025"), [("Nomor 5 Tahun 2025", Some(2025), Form::Unknown)]);
        assert_eq!(seen("PKPU Tahun 2025"), [("PKPU Tahun 2025", Some(2025), Form::Numberless)]);
        assert_eq!(
            seen("Berita Negara Tahun 2025 Nomor 3"),
            [("Berita Negara Tahun 2025 Nomor 3", Some(2025), Form::Gazette)]
        );
    }

    #[test]
    fn what_names_no_document() {
        for text in [
            "SK tim arsip tahun 2025",
            "rapat 03/2025",
            "laporan triwulan II/2025",
            "peraturan yang berlaku tahun 2025",
            "Maret 2025",
            "Perjanjian Kinerja 2025",
            "KPU Kabupaten Semarang Tahun 2025",
            "Perpustakaan 2025",
        ] {
            assert_eq!(seen(text), [], "{text}");
        }
    }
}
