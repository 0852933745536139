//! Dates in texts: with or without the day of the week, of one day or of several, in words or in digits.

use std::ops::Range;

use naskah_core::decree::Tanggal;
use naskah_core::language::days::{BULAN, HARI};
use naskah_core::language::numerals::{dari_terbilang, dari_terbilang_tahun, terbilang_tahun};
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
    /// Whether the year is written in words.
    pub in_words: bool,
}

/// What becomes of a date in another year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The parts of the text with what stands there afterwards.
    pub parts: Vec<(Range<usize>, String)>,
    /// Its days, from the first to the last.
    pub days: Vec<Tanggal>,
    /// Whether a day of the week changes.
    pub weekday: bool,
    /// Whether the day of the week was right before.
    pub sound: bool,
}

static WORDED: Pattern = Pattern::new(|| {
    let (days, months) = (HARI.join("|"), BULAN.join("|"));
    // "Jum'at" and "Ahad" are written as well.
    let days = format!("{days}|jum'at|ahad");
    let short = HARI.map(|day| &day[..3]).join("|");
    let to = r"(?:-|–|—|s\.?d\.?|s/d|sampai dengan|hingga|dan";
    made(format!(
        concat!(
            r"(?i)\b(?:({days}|{short})\b(?:\s*{to})\s*({days})\b)?\s*[,./(]?\s*(?:tanggal\s+|tgl\.?\s+)?)?",
            r"(\d{{1,2}})(?:\s*{to}|,)\s*(\d{{1,2}}))?\s+(?:bulan\s+)?({months}|[a-z]{{3,5}}\b\.?)",
            r"(?:\s+(?:tahun\s+)?((?:19|20)\d\d)\b)?(?:\s*\(\s*(?:hari\s+)?({days})\s*\))?",
        ),
        days = days,
        short = short,
        to = to,
        months = months,
    ))
});

/// A date in words behind its day of the week, as minutes begin.
static SPELT: Pattern = Pattern::new(|| {
    made(format!(
        concat!(
            r"(?i)\b({days}|jum'at|ahad)\b\s*[,/(]?\s*(?:tanggal\s+|tgl\.?\s+)?((?:[a-z]+\s+){{1,3}}?)",
            r"(?:bulan\s+)?({months})\s+(?:tahun\s+)?(dua\s+ribu\b)",
        ),
        days = HARI.join("|"),
        months = BULAN.join("|"),
    ))
});

/// Day and month in digits behind a day of the week: "Rabu 8/1".
static OF_WEEKDAY: Pattern = Pattern::new(|| {
    let days = HARI.join("|");
    made(format!(r"(?i)\b({days}|jum'at|ahad)\b\s*[,/(]?\s*(?:tanggal\s+|tgl\.?\s+)?(\d{{1,2}})[/-](\d{{1,2}})\b"))
});

/// A day behind its day of the week before the last of several days: "Senin, 13 s.d. ".
static FIRST: Pattern = Pattern::new(|| {
    let days = HARI.join("|");
    made(format!(
        concat!(
            r"(?i)\b({days}|jum'at|ahad)\b\s*[,/]?\s*(?:tanggal\s+|tgl\.?\s+)?(\d{{1,2}})",
            r"\s*,?\s*(?:-|–|—|s\.?d\.?|s/d|sampai dengan|hingga|dan)\s*(?:hari\s+)?$",
        ),
        days = days,
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

static SHORT: Pattern = Pattern::new(|| pattern(r"\b(?:(\d{1,2})[/-](\d{1,2})[/-](\d\d)|(\d\d)\.(\d\d)\.(\d\d))\b"));

static SHORT_MONTH: Pattern = Pattern::new(|| pattern(r"\b(0[1-9]|1[0-2])/(\d\d)\b"));

/// Months with a year of two digits, with that year: "01/25".
pub fn short_months_in(lists: &WordLists, text: &str) -> Vec<(Range<usize>, i32)> {
    let mut found = Vec::new();
    for hit in matches(&SHORT_MONTH, text) {
        let range = group(&hit, 0);
        let year = text[group(&hit, 2)].parse::<i32>().map_or(0, |year| 2000 + year);
        let joined = |c: char| c.is_alphanumeric() || "/-.,:".contains(c);
        let (before, after) = (&text[..range.start], &text[range.end..]);
        let word =
            before.trim_end_matches([' ', '.']).rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let word = word.to_lowercase();
        let numbered = [WordList::KepalaNomor, WordList::BendaBernomor].iter().any(|list| lists.has(*list, &word));
        let numbered = numbered || is_weekday(&word);
        let mut next = after.chars();
        let goes_on = next.next().is_some_and(joined) && next.next().is_some_and(char::is_alphanumeric);
        if (2015..2045).contains(&year) && !before.ends_with(joined) && !goes_on && !numbered {
            found.push((range, year));
        }
    }
    found
}

/// Dates with a year of two digits, with that year.
pub fn short_dates_in(text: &str) -> Vec<(Range<usize>, i32)> {
    let mut found = Vec::new();
    for hit in matches(&SHORT, text) {
        let first = if hit.get(1).is_some() { 0 } else { 3 };
        let number = |at: usize| text[group(&hit, first + at)].parse::<u32>().unwrap_or_default();
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
    let mut found = spelt(text);
    if found.is_empty() && !text.contains(|c: char| c.is_ascii_digit()) {
        return found;
    }
    found.extend(text.contains(' ').then(|| worded(lists, text)).into_iter().flatten());
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
                let year = Some((y, year));
                found.push(Dated { range, year, month: m, days: (d, None), weekdays, in_words: false });
            }
        }
    }
    found.extend(of_weekdays(text));
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
        // "Minggu ke-2 Januari" is a week.
        if text[..group(&hit, 3).start].ends_with(['-', ' ']) && is_ordinal(&text[..group(&hit, 3).start]) {
            continue;
        }
        let full = BULAN.iter().any(|month| month.eq_ignore_ascii_case(name));
        let year = number(6).map(|year| (year as i32, group(&hit, 6)));
        let weekdays: Vec<(usize, Range<usize>)> =
            [1, 2, 7].into_iter().filter_map(|at| Some((weekday(&text[group(&hit, at)])?, group(&hit, at)))).collect();
        let (Some(first), last) = (number(3), number(4)) else { continue };
        if year.is_none() && (weekdays.is_empty() || !full) {
            continue;
        }
        let start = if weekdays.is_empty() { group(&hit, 3).start } else { group(&hit, 0).start };
        let range = start..group(&hit, 0).end;
        let mut date = Dated { range, year, month, days: (first, last), weekdays, in_words: false };
        date.begin(text);
        found.push(date);
    }
    found
}

/// Whether a number behind a text is an ordinal: "ke-2".
fn is_ordinal(before: &str) -> bool {
    before.trim_end_matches(['-', ' ']).rsplit(|c: char| !c.is_alphanumeric()).next() == Some("ke")
}

/// Dates in words behind their days of the week.
fn spelt(text: &str) -> Vec<Dated> {
    let lower = text.to_ascii_lowercase();
    if !lower.contains("ribu") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for hit in matches(&SPELT, text) {
        let words = |at: usize| &lower[group(&hit, at)];
        let day = dari_terbilang(words(2)).and_then(|day| u32::try_from(day).ok());
        let month = BULAN.iter().position(|month| month.eq_ignore_ascii_case(words(3)));
        let at = group(&hit, 4).start;
        let parts = (weekday(words(1)), day, month, dari_terbilang_tahun(&lower[at..]));
        let (Some(named), Some(day @ 1..=31), Some(month), Some((year, length))) = parts else { continue };
        found.push(Dated {
            range: group(&hit, 0).start..at + length,
            year: Some((year, at..at + length)),
            month: month as u32 + 1,
            days: (day, None),
            weekdays: vec![(named, group(&hit, 1))],
            in_words: true,
        });
    }
    found
}

/// Days and months in digits behind days of the week, without a year.
fn of_weekdays(text: &str) -> Vec<Dated> {
    let mut found = Vec::new();
    for hit in matches(&OF_WEEKDAY, text) {
        let number = |at: usize| text[group(&hit, at)].parse::<u32>().unwrap_or_default();
        let (range, after) = (group(&hit, 0), &text[group(&hit, 0).end..]);
        let goes_on =
            after.strip_prefix(['/', '-', '.']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let Some(named) = weekday(&text[group(&hit, 1)]).filter(|_| !goes_on) else { continue };
        if day_of(2000, number(3), number(2)).is_some() {
            let (month, days, weekdays) = (number(3), (number(2), None), vec![(named, group(&hit, 1))]);
            found.push(Dated { range, year: None, month, days, weekdays, in_words: false });
        }
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
    let short = plain.len() == 3 && is_titled(word);
    HARI.iter().position(|day| day.eq_ignore_ascii_case(plain) || short && day[..3].eq_ignore_ascii_case(plain))
}

/// Whether a word has a capital at its begin alone; "RAB" is no day of the week.
fn is_titled(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !word.chars().skip(1).any(char::is_uppercase)
}

/// Whether a text is a day of the week and nothing else.
pub fn is_weekday(text: &str) -> bool {
    weekday(text.trim()).is_some()
}

/// Whether a text names a day and a month without a year.
pub fn names_a_day(lists: &WordLists, text: &str) -> bool {
    let month = |word: &str| month_of(lists, word.trim_matches(|c: char| !c.is_alphanumeric())).is_some();
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |word: &str| word.len() <= 2 && word.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
    words.windows(2).any(|two| number(two[0]) && month(two[1])) || short_day(text.trim())
}

/// Whether a text is a day and a month in digits.
fn short_day(text: &str) -> bool {
    let parts = text.split_once(['/', '-']).and_then(|(day, month)| Some((day.parse().ok()?, month.parse().ok()?)));
    parts.is_some_and(|(day, month)| day_of(2000, month, day).is_some())
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

    /// Takes in the first of several days that has a day of the week of its own: "Senin, 13 s.d. Jumat, 17 Januari".
    fn begin(&mut self, text: &str) {
        let before = &text[..self.range.start];
        let ([_], None) = (self.weekdays.as_slice(), self.days.1) else { return };
        let Some(hit) = matches(&FIRST, before).next() else { return };
        let (named, day) = (group(&hit, 1), before[group(&hit, 2)].parse::<u32>());
        let (Some(position), Ok(day)) = (weekday(&before[named.clone()]), day) else { return };
        if day < self.days.0 {
            self.range.start = named.start;
            self.days = (day, Some(self.days.0));
            self.weekdays.insert(0, (position, named));
        }
    }

    /// The days of the date in a year, each where a day of the week may stand for it.
    fn on(&self, year: i32) -> Option<Vec<Tanggal>> {
        let days = [Some(self.days.0), self.days.1];
        days.into_iter().flatten().map(|day| day_of(year, self.month, day)).collect()
    }

    /// Every day of the date in a year, from the first to the last.
    fn all(&self, year: i32) -> Vec<Tanggal> {
        (self.days.0..=self.days.1.unwrap_or(self.days.0)).filter_map(|day| day_of(year, self.month, day)).collect()
    }

    /// The date `delta` years later; `None` where it does not exist then. `own` is the year that is meant without one.
    pub fn moved(&self, text: &str, delta: i32, own: i32) -> Option<Moved> {
        let old = self.year.as_ref().map_or(own, |year| year.0);
        let (before, after) = (self.on(old), self.on(old + delta)?);
        let mut moved = Moved { parts: Vec::new(), days: self.all(old + delta), weekday: false, sound: true };
        for ((named, range), (at, day)) in self.weekdays.iter().zip(after.iter().enumerate()) {
            let right = before.as_ref().and_then(|days| days.get(at)).is_some_and(|day| day.hari() == *named);
            moved.sound &= right;
            if day.hari() != *named {
                moved.weekday = true;
                let (name, typed) = (HARI[day.hari()], &text[range.clone()]);
                let name = if typed.len() == 3 { &name[..3] } else { name };
                moved.parts.push((range.clone(), cased(name, typed)));
            }
        }
        if let Some((year, range)) = &self.year
            && delta != 0
        {
            let new = match self.in_words {
                true => like(&terbilang_tahun(year + delta)?, &text[range.clone()]),
                false => (year + delta).to_string(),
            };
            moved.parts.push((range.clone(), new));
        }
        Some(moved)
    }
}

/// Words in the letters of others: all capitals, capitals at the begin of each, or small.
pub fn like(words: &str, old: &str) -> String {
    let titled = old.split(' ').all(|word| word.starts_with(char::is_uppercase));
    if !titled || !old.contains(char::is_lowercase) {
        return cased(words, old);
    }
    let title = |word: &str| {
        let (head, tail) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        head.to_uppercase() + tail
    };
    words.split(' ').map(title).collect::<Vec<_>>().join(" ")
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
