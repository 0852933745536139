//! What of a text may be a year: every four digits that could be one, alone, in a period, in a date or in something else.

use std::ops::Range;

use naskah_core::language::WordLists;
use naskah_core::language::numerals::dari_terbilang_tahun;
use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};
use naskah_core::language::years::{Year, years_in};

use super::dates::{Dated, dates_in, month_of, short_dates_in, short_months_in};

/// A part of a text that holds at least one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// A year for itself.
    Single(Range<usize>, i32),
    /// Several years in a row: both years, and the sign between.
    Period(Range<usize>, [(Range<usize>, i32); 2], String),
    /// A date.
    Date(Dated),
    /// Four digits within a number, a link or a word.
    Odd(Range<usize>, i32),
    /// A year in words.
    Words(Range<usize>, i32),
    /// The last two digits of a year after a month: "Mei'25".
    Short(Range<usize>, i32),
    /// A date whose year has two digits.
    ShortDate(Range<usize>, i32),
    /// A year of the Islamic calendar.
    Hijri(Range<usize>, i32),
}

impl Unit {
    /// Its bytes.
    pub fn range(&self) -> Range<usize> {
        match self {
            Self::Single(range, _)
            | Self::Period(range, ..)
            | Self::Odd(range, _)
            | Self::Words(range, _)
            | Self::Short(range, _)
            | Self::Hijri(range, _)
            | Self::ShortDate(range, _) => range.clone(),
            Self::Date(date) => date.range.clone(),
        }
    }

    /// How many years of four digits it holds.
    pub fn count(&self) -> usize {
        match self {
            Self::Period(..) => 2,
            Self::Date(date) => usize::from(date.year.is_some() && !date.in_words),
            Self::Words(..) | Self::Short(..) | Self::ShortDate(..) | Self::Hijri(..) => 0,
            Self::Single(..) | Self::Odd(..) => 1,
        }
    }
}

/// Every four digits of a text that could be a year: from 1900 to 2099, and no part of a longer number.
pub fn raw(text: &str) -> Vec<(Range<usize>, i32)> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let run = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
        if run == 4 && matches!(&bytes[at..at + 2], b"19" | b"20") {
            found.extend(text[at..at + 4].parse().ok().map(|year| (at..at + 4, year)));
        }
        at += run.max(1);
    }
    found
}

/// The years of a text, from left to right; each of [`raw`] belongs to exactly one of them.
pub fn units(lists: &WordLists, text: &str) -> Vec<Unit> {
    let raw = raw(text);
    let dates = dates_in(lists, text);
    let mut found: Vec<Unit> = dates.iter().cloned().map(Unit::Date).collect();
    let years: Vec<Year> = if raw.is_empty() { Vec::new() } else { years_in(text) };
    let in_date =
        |range: &Range<usize>| dates.iter().any(|date| date.range.start < range.end && range.start < date.range.end);
    let mut rest = raw.iter().filter(|(range, _)| !in_date(range)).peekable();
    while let Some((range, year)) = rest.next() {
        let known = years.iter().find(|known| known.range.start <= range.start && range.end <= known.range.end);
        let last = known.filter(|known| known.is_period() && known.range.start == range.start);
        match (known, last) {
            (_, Some(whole)) if rest.peek().is_some_and(|(next, _)| next.end == whole.range.end) => {
                if let Some((last, to)) = rest.next() {
                    let sign = text[range.end..last.start].to_owned();
                    let ends = [(range.clone(), *year), (last.clone(), *to)];
                    found.push(Unit::Period(whole.range.clone(), ends, sign));
                }
            }
            (Some(_), _) => found.push(Unit::Single(range.clone(), *year)),
            (None, _) if stands_alone(text, range) => found.push(Unit::Single(range.clone(), *year)),
            (None, _) => found.push(Unit::Odd(range.clone(), *year)),
        }
    }
    found.extend(worded(text).into_iter().filter(|unit| !in_date(&unit.range())));
    found.extend(short_dates_in(text).into_iter().map(|(range, year)| Unit::ShortDate(range, year)));
    let months = short_months_in(lists, text).into_iter().filter(|(range, _)| !in_date(range));
    found.extend(months.map(|(range, year)| Unit::ShortDate(range, year)));
    found.extend(hijri(text));
    found.extend(short(lists, text));
    found.sort_by_key(|unit| unit.range().start);
    found
}

/// Whether the digits are a year all the same, though a sign joins them to a word: "2025/Panitia", "Januari-2025".
fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let token_start = text[..range.start].rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let token_start = text.ceil_char_boundary(token_start);
    let token_end = text[range.end..].find(char::is_whitespace).map_or(text.len(), |at| range.end + at);
    let token = &text[token_start..token_end];
    let link = token.contains('@') || token.contains("//") || token.starts_with("www.");
    let path = token.contains('/') && token.contains('.') && !token.ends_with('.');
    if link || path || token.contains('_') || occurs(&FILE, token) {
        return false;
    }
    let before = text[token_start..range.start].trim_start_matches(['(', '"', '“', '\'', '[']);
    let after = text[range.end..token_end].trim_end_matches([')', ';', ',', '.', '"', '”', '\'', ']', ':']);
    let word = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_alphabetic() || "/-–—.,:()".contains(c));
    let abbreviation = ["TA", "T.A", "TA.", "T.A.", "Th", "Th."].contains(&before);
    let month = !before.is_empty()
        && before.ends_with(['/', '-', '.'])
        && before[..before.len() - 1].parse::<u32>().is_ok_and(|month| (1..=12).contains(&month));
    let joined_before = word(before) && before.ends_with(['-', '/', '.', ':', ',', '–', '—', '(']);
    let joined_after = word(after) && !after.starts_with(char::is_alphabetic);
    let free_before = before.is_empty() || joined_before || abbreviation || month || occurs(&PERIOD_CODE, before);
    let free_after = after.is_empty() || joined_after && !after.starts_with("-an");
    let numbers = |text: &str| text.len() >= 3 && text.bytes().all(|b| b.is_ascii_digit());
    let alone = before.is_empty() && after.is_empty();
    let neighbours = [text[..token_start].split_whitespace().next_back(), text[token_end..].split_whitespace().next()];
    free_before && free_after && !(alone && neighbours.into_iter().flatten().any(numbers))
}

static SHORT: Pattern =
    Pattern::new(|| pattern(r"(?i)(?:\b(\d{1,2})\s+)?\b([a-z.]{2,9}?)(\s*['’‘`´]\s?|[-/]['’]?|\.?\s+|\.)(\d\d)\b"));

/// An apostrophe in place of the century: "usulan '26".
static APOSTROPHE: Pattern = Pattern::new(|| pattern(r"(?:^|[^\d\s'’‘`´])\s*['’‘`´]\s?(\d\d)\b"));

/// A part of a year before its year: "Triwulan I/26", "Q1-26", "FY26".
static PART: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)\b(?:(?:triwulan|tw|triw|semester|sem|smt|tahap|q|b)[\s.-]*(?:[ivx]{1,4}|\d{1,2})\s?[/-]|fy\s?['’]?)",
        r"\s?(\d\d)\b"
    ))
});

/// The years that two digits may mean where a sign says that they are a year.
const NEAR: Range<i32> = 2015..2045;

/// Years of two digits after a month or an abbreviation of "tahun anggaran", an apostrophe or a part of a year: "Mei'25",
/// "Mei-25", "TA '25", "usulan '25", "TW I/25".
fn short(lists: &WordLists, text: &str) -> Vec<Unit> {
    let mut found = Vec::new();
    let ends = |after: &str| !after.starts_with(|c: char| c.is_alphanumeric() || "/-'’".contains(c));
    for hit in matches(&SHORT, text) {
        let (word, sign, digits) = (group(&hit, 2), &text[group(&hit, 3)], group(&hit, 4));
        let bare = sign.trim_matches(['.', ' ']).is_empty();
        let head = text[word.clone()].to_lowercase();
        let fiscal = ["ta", "t.a", "t.a.", "tahun", "th", "th.", "thn", "thn."].contains(&head.as_str());
        let month = month_of(lists, &text[word.clone()]).is_some();
        let told = month || (fiscal && !sign.starts_with(['-', '/']));
        let after = &text[digits.end..];
        let Some(year) = text[digits.clone()].parse::<i32>().ok().filter(|_| told && ends(after)) else { continue };
        let from = match hit.get(1) {
            Some(day) if month => day.start(),
            _ => word.start,
        };
        match bare {
            // "Mei 25" may be a day as well, and "3 tahun 25 hari" is a time.
            true if after.trim_start().starts_with(char::is_alphanumeric) => {}
            true if fiscal && (hit.get(1).is_some() || !NEAR.contains(&(2000 + year))) => {}
            true => found.push(Unit::ShortDate(from..digits.end, 2000 + year)),
            false => found.push(Unit::Short(digits, 2000 + year)),
        }
    }
    for (pattern, sure) in [(&APOSTROPHE, true), (&PART, false)] {
        for hit in matches(pattern, text) {
            let digits = group(&hit, 1);
            let year = text[digits.clone()].parse::<i32>().map_or(0, |year| 2000 + year);
            let seen = found.iter().any(|unit| unit.range().end == digits.end);
            if seen || !NEAR.contains(&year) || !ends(&text[digits.end..]) {
                continue;
            }
            found.push(match sure {
                true => Unit::Short(digits, year),
                false => Unit::ShortDate(group(&hit, 0), year),
            });
        }
    }
    found
}

static HIJRI: Pattern = Pattern::new(|| pattern(r"\b(1[345]\d\d)\s?(?:H\b\.?|(?i:hijriah|hijriyah)\b)"));

/// Years of the Islamic calendar: "1446 H".
fn hijri(text: &str) -> Vec<Unit> {
    let found = matches(&HIJRI, text);
    found.filter_map(|hit| Some(Unit::Hijri(group(&hit, 0), text[group(&hit, 1)].parse().ok()?))).collect()
}

static PERIOD_CODE: Pattern =
    Pattern::new(|| pattern(r"(?i)^(?:b|tw|q|s|smt|sem|triw)[.-]?(?:0?\d|1[0-2]|i{1,3}|iv)[/-]$"));

static FILE: Pattern =
    Pattern::new(|| pattern(r"(?i)\.(?:pdf|docx?|xlsx?|pptx?|ods|odt|csv|jpe?g|png|zip|rar|txt|mp4)(?:[^a-z0-9]|$)"));

/// Years in words: "tahun dua ribu dua puluh lima", "2025 (dua ribu dua puluh lima)".
fn worded(text: &str) -> Vec<Unit> {
    const HEAD: &str = "dua ribu";
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    for (at, _) in lower.match_indices(HEAD) {
        let before = lower[..at].trim_end();
        let whole = before.is_empty()
            && dari_terbilang_tahun(&lower[at..]).is_some_and(|(_, length)| at + length == lower.trim_end().len());
        let told =
            whole || before.ends_with("tahun") || before.ends_with("tahun anggaran") || before.ends_with(" th.") || {
                let open = before.trim_end_matches('(').trim_end();
                open.len() < before.len() && raw(open).last().is_some_and(|(range, _)| range.end == open.len())
            };
        if !told {
            continue;
        }
        if let Some((year, length)) = dari_terbilang_tahun(&lower[at..]) {
            found.push(Unit::Words(at..at + length, year));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use naskah_core::catalog::Root;
    use naskah_core::catalog::kata::word_lists;

    fn seen(text: &str) -> Vec<String> {
        let shown = |unit: &Unit| {
            let kind = match unit {
                Unit::Single(..) => "satu",
                Unit::Period(..) => "periode",
                Unit::Date(_) => "tanggal",
                Unit::Odd(..) => "lain",
                Unit::Words(..) => "kata",
                Unit::Short(..) => "pendek",
                Unit::ShortDate(..) => "tanggal pendek",
                Unit::Hijri(..) => "hijriah",
            };
            format!("{kind} {}", &text[unit.range()])
        };
        units(&word_lists(&Root::embedded()).0, text).iter().map(shown).collect()
    }

    #[test]
    fn every_four_digits_are_something() {
        assert_eq!(seen("Renstra 2020-2024 dan RKA 2025"), ["periode 2020-2024", "satu 2025"]);
        assert_eq!(seen("SK tim arsip tahun 2025/Panitia"), ["satu 2025"]);
        assert_eq!(seen("Januari-2025, TA.2025, (2025), 01/2025"), ["satu 2025"; 4]);
        assert_eq!(seen("11/HK.03.1/3322/2022, ISO 9001:2015, s.id/zi-2025"), ["lain 2022", "lain 2015", "lain 2025"]);
        assert_eq!(seen("Senin, 6 Januari 2025; Rp2.025; 12025"), ["tanggal Senin, 6 Januari 2025"]);
        assert_eq!(
            seen("Mei'25, Agt-25, TA’25, 5/3/25"),
            ["pendek 25", "pendek 25", "pendek 25", "tanggal pendek 5/3/25"]
        );
        assert_eq!(
            seen("usulan '25, Laporan ’25; Th.25, thn 25"),
            ["pendek 25", "pendek 25", "tanggal pendek Th.25", "tanggal pendek thn 25"]
        );
        assert_eq!(
            seen("Triwulan I/25, TW II '25, FY25, Q1-25, rapat 5 Jan 25"),
            [
                "tanggal pendek Triwulan I/25",
                "pendek 25",
                "tanggal pendek FY25",
                "tanggal pendek Q1-25",
                "tanggal pendek 5 Jan 25"
            ]
        );
        assert!(seen("5'25, 'Rapat 25', '98, kursi TW 25, 3 tahun 25 hari, usia tahun 60, 5 Jan 25 orang").is_empty());
        assert_eq!(seen("dua ribu dua puluh lima"), ["kata dua ribu dua puluh lima"]);
        assert_eq!(seen("ZI_2025, ZI-2025.pdf, B06/2025"), ["lain 2025", "lain 2025", "satu 2025"]);
        assert_eq!(
            seen("tahun 2025 (dua ribu dua puluh lima), dua ribu lembar"),
            ["satu 2025", "kata dua ribu dua puluh lima"]
        );
    }
}
