//! Dates in texts: with or without the day of the week, of one day or of several, in words or in digits.

use std::ops::Range;

use naskah_core::decree::Tanggal;
use naskah_core::language::days::{BULAN, HARI};
use naskah_core::language::patterns::{Pattern, Source, group, made, matches, pattern};
use naskah_core::language::words::{Cut, folded};
use naskah_core::language::{WordList, WordLists};

/// A date of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// From the day of the week to the year.
    pub range: Range<usize>,
    /// The year; `None` where a day of the week stands for it.
    pub year: Option<(i32, Range<usize>)>,
    /// The month, from 1.
    month: u32,
    /// The day, and the last of several days.
    days: (u32, Option<u32>),
    /// Days of the week as positions in [`HARI`].
    weekdays: Vec<(usize, Range<usize>)>,
}

/// What becomes of a date in another year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The parts of the text with what stands there afterwards.
    pub parts: Vec<(Range<usize>, String)>,
    /// The first day.
    pub day: Tanggal,
    /// Whether a day of the week changes.
    pub weekday: bool,
    /// Whether the day of the week was right before.
    pub sound: bool,
}

static WORDED: Pattern = Pattern::new(|| {
    let (days, months) = (HARI.join("|"), BULAN.join("|"));
    // "Jum'at" and "Ahad" are written as well.
    let days = format!("{days}|jum'at|ahad");
    let to = r"(?:-|–|—|s\.?d\.?|s/d|sampai dengan|hingga|dan";
    made(format!(
        concat!(
            r"(?i)\b(?:({days})\b(?:\s*{to})\s*({days})\b)?\s*[,/(]?\s*(?:tanggal\s+|tgl\.?\s+)?)?",
            r"(\d{{1,2}})(?:\s*{to}|,)\s*(\d{{1,2}}))?\s+({months}|[a-z]{{3,5}}\b\.?)",
            r"(?:\s+(?:tahun\s+)?((?:19|20)\d\d)\b)?(?:\s*\(\s*(?:hari\s+)?({days})\s*\))?",
        ),
        days = days,
        to = to,
        months = months,
    ))
});

static DIGITS: Pattern = Pattern::new(|| digits(r"(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)"));

static ISO: Pattern = Pattern::new(|| digits(r"((?:19|20)\d\d)-(\d{2})-(\d{2})"));

/// A date in digits, with the day of the week before or after it.
fn digits(date: &str) -> Source {
    let days = HARI.join("|");
    made(format!(
        r"(?i)\b{date}\b(?:\s*\(\s*(?:hari\s+)?({days})\s*\))?|\b({days}|jum'at|ahad)\b\s*[,/(]?\s*(?:tanggal\s+|tgl\.?\s+)?{date}\b"
    ))
}

static SHORT: Pattern = Pattern::new(|| pattern(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d\d)\b"));

/// Dates with a year of two digits, with that year.
pub fn short_dates_in(text: &str) -> Vec<(Range<usize>, i32)> {
    let mut found = Vec::new();
    for hit in matches(&SHORT, text) {
        let number = |at: usize| text[group(&hit, at)].parse::<u32>().unwrap_or_default();
        let range = group(&hit, 0);
        let joined = |c: char| c.is_alphanumeric() || "/-.".contains(c);
        let before = text[..range.start].chars().next_back();
        let after = text[range.end..].chars().next().filter(|c| *c != '.');
        let year = 2000 + number(3) as i32;
        if ![before, after].into_iter().flatten().any(joined) && day_of(year, number(2), number(1)).is_some() {
            found.push((range, year));
        }
    }
    found
}

/// The dates of a text, from left to right.
pub fn dates_in(lists: &WordLists, text: &str) -> Vec<Dated> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found = if text.contains(' ') { worded(lists, text) } else { Vec::new() };
    for (pattern, order) in [(&DIGITS, [3, 2, 1]), (&ISO, [1, 2, 3])] {
        if !text.contains("19") && !text.contains("20") {
            continue;
        }
        for hit in matches(pattern, text) {
            // The first form has its weekday behind the date, the second before.
            let (first, named) = if hit.get(1).is_some() { (0, 4) } else { (5, 5) };
            let [year, month, day] = order.map(|at| group(&hit, first + at));
            let number = |range: &Range<usize>| text[range.clone()].parse::<u32>().unwrap_or_default();
            let range = group(&hit, 0);
            let before = text[..range.start].chars().next_back();
            let after = text[range.end..].chars().next();
            let alone = [before, after].into_iter().flatten().all(|c| !c.is_alphanumeric() && c != '/');
            let (y, m, d) = (number(&year) as i32, number(&month), number(&day));
            let weekdays = weekday(&text[group(&hit, named)]).map(|day| (day, group(&hit, named)));
            if alone && day_of(y, m, d).is_some() {
                let weekdays = weekdays.into_iter().collect();
                found.push(Dated { range, year: Some((y, year)), month: m, days: (d, None), weekdays });
            }
        }
    }
    found.sort_by_key(|date| date.range.start);
    let mut end = 0;
    found.retain(|date| {
        let apart = date.range.start >= end;
        end = end.max(date.range.end);
        apart
    });
    found
}

fn worded(lists: &WordLists, text: &str) -> Vec<Dated> {
    let mut found = Vec::new();
    for hit in matches(&WORDED, text) {
        let number = |at: usize| text[group(&hit, at)].parse::<u32>().ok();
        let name = &text[group(&hit, 5)];
        let Some(month) = month_of(lists, name) else { continue };
        let full = BULAN.iter().any(|month| month.eq_ignore_ascii_case(name));
        let year = number(6).map(|year| (year as i32, group(&hit, 6)));
        let weekdays: Vec<(usize, Range<usize>)> =
            [1, 2, 7].into_iter().filter_map(|at| Some((weekday(&text[group(&hit, at)])?, group(&hit, at)))).collect();
        let (Some(first), last) = (number(3), number(4)) else { continue };
        if year.is_none() && (weekdays.is_empty() || !full) {
            continue;
        }
        found.push(Dated { range: group(&hit, 0), year, month, days: (first, last), weekdays });
    }
    found
}

/// The month of a name or its short form, from 1.
pub fn month_of(lists: &WordLists, name: &str) -> Option<u32> {
    let name = name.trim_end_matches('.').to_lowercase();
    let short = lists.pairs(WordList::SingkatanBulan).find(|(short, _)| *short == name).map(|(_, month)| month);
    let month = short.unwrap_or(&name);
    BULAN.iter().position(|known| known.eq_ignore_ascii_case(month)).map(|at| at as u32 + 1)
}

/// The days of the week that a text names outside a part of it.
pub fn weekdays_beside(text: &str, part: &Range<usize>) -> bool {
    folded(text, Cut::Hyphens).iter().any(|word| {
        let apart = word.range.end <= part.start || part.end <= word.range.start;
        let counted = word.folded == "minggu" && !text[word.range.clone()].starts_with(char::is_uppercase);
        apart && !counted && weekday(&word.folded).is_some()
    })
}

/// The position of a day of the week in [`HARI`].
fn weekday(word: &str) -> Option<usize> {
    let plain = word.to_lowercase().replace('\'', "");
    let plain = if plain == "ahad" { "minggu" } else { &plain };
    HARI.iter().position(|day| day.eq_ignore_ascii_case(plain))
}

/// A day of the calendar.
pub fn day_of(year: i32, month: u32, day: u32) -> Option<Tanggal> {
    format!("{year:04}-{month:02}-{day:02}").parse().ok()
}

impl Dated {
    /// Whether a day of the week is named.
    pub fn names_a_weekday(&self) -> bool {
        !self.weekdays.is_empty()
    }

    /// The days of the date in a year, each where a day of the week may stand for it.
    fn on(&self, year: i32) -> Option<Vec<Tanggal>> {
        let days = [Some(self.days.0), self.days.1];
        days.into_iter().flatten().map(|day| day_of(year, self.month, day)).collect()
    }

    /// The date `delta` years later; `None` where it does not exist then. `own` is the year that is meant without one.
    pub fn moved(&self, text: &str, delta: i32, own: i32) -> Option<Moved> {
        let old = self.year.as_ref().map_or(own, |year| year.0);
        let (before, after) = (self.on(old), self.on(old + delta)?);
        let mut moved = Moved { parts: Vec::new(), day: *after.first()?, weekday: false, sound: true };
        for ((named, range), (at, day)) in self.weekdays.iter().zip(after.iter().enumerate()) {
            let right = before.as_ref().and_then(|days| days.get(at)).is_some_and(|day| day.hari() == *named);
            moved.sound &= right;
            if day.hari() != *named {
                moved.weekday = true;
                moved.parts.push((range.clone(), cased(HARI[day.hari()], &text[range.clone()])));
            }
        }
        if let Some((year, range)) = &self.year
            && delta != 0
        {
            moved.parts.push((range.clone(), (year + delta).to_string()));
        }
        Some(moved)
    }
}

/// A word in the letters of another: all capitals, all small, or as it is.
pub fn cased(word: &str, like: &str) -> String {
    match (like.contains(char::is_lowercase), like.contains(char::is_uppercase)) {
        (false, true) => word.to_uppercase(),
        (true, false) => word.to_lowercase(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use naskah_core::catalog::Root;
    use naskah_core::catalog::kata::word_lists;

    fn lists() -> WordLists {
        word_lists(&Root::embedded()).0
    }

    fn later(text: &str, delta: i32) -> String {
        let mut out = text.to_owned();
        for date in dates_in(&lists(), text).iter().rev() {
            let mut parts = date.moved(text, delta, 2025).map(|moved| moved.parts).unwrap_or_default();
            parts.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
            parts.iter().for_each(|(range, new)| out.replace_range(range.clone(), new));
        }
        out
    }

    #[test]
    fn days_of_the_week_follow_the_year() {
        assert_eq!(later("Senin, 6 Januari 2025", 1), "Selasa, 6 Januari 2026");
        assert_eq!(later("SENIN TANGGAL 6 JANUARI TAHUN 2025", 2), "RABU TANGGAL 6 JANUARI TAHUN 2027");
        assert_eq!(later("Senin s.d. Rabu, 6 s.d. 8 Januari 2025", 1), "Selasa s.d. Kamis, 6 s.d. 8 Januari 2026");
        assert_eq!(later("hari Jum'at, 3 Januari", 1), "hari Sabtu, 3 Januari");
        assert_eq!(later("6/1/2025, 06.01.2025, 2025-01-06", 1), "6/1/2026, 06.01.2026, 2026-01-06");
        assert_eq!(later("Kamis, 29 Februari 2024", 1), "Kamis, 29 Februari 2024");
        assert_eq!(later("6 Januari", 1), "6 Januari");
        assert_eq!(later("Jumat (7/3/2025), 7 Mar 2025 (Jumat)", 1), "Sabtu (7/3/2026), 7 Mar 2026 (Sabtu)");
        assert_eq!(later("7/3/2025 (Jumat), 7 Agt. 2025", 1), "7/3/2026 (Sabtu), 7 Agt. 2026");
    }

    #[test]
    fn what_is_no_date() {
        for text in ["12/05/2025/A", "nomor 5/13/2025", "2025-13-01", "45.2025", "Januari 2025"] {
            assert_eq!(dates_in(&lists(), text), [], "{text}");
        }
    }
}
