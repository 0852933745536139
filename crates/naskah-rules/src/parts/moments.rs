//! Days that a text names, in full or in part, and the spans between two of them.

use std::ops::Range;

use naskah_core::language::days::{self, BULAN, Tanggal};
use naskah_core::language::patterns::{Pattern, group, made, matches, pattern};

/// A day, a month, or a month of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Its bytes.
    pub range: Range<usize>,
    /// The year, where it is said.
    pub year: Option<i32>,
    /// The month, from 1.
    pub month: u32,
    /// The day, where it is said.
    pub day: Option<u32>,
}

impl Moment {
    /// The day of the calendar, where all of it is said and there is such a day.
    pub fn date(&self) -> Option<Tanggal> {
        days::on(self.year?, self.month, self.day?)
    }
}

/// Two moments that are joined as begin and end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its bytes.
    pub range: Range<usize>,
    /// The begin, with what it leaves to the end to say.
    pub from: Moment,
    /// The end.
    pub to: Moment,
    /// Whether the begin says its own year, or both do without.
    pub complete: bool,
}

static MOMENT: Pattern =
    Pattern::new(|| pattern(r"(?:\b([0-9]{1,2})\s+)?\b(\p{L}{3,9})\b(?:\s+(?:[Tt]ahun\s+)?((?:19|20)[0-9]{2})\b)?"));
static FIGURES: Pattern = Pattern::new(|| pattern(r"\b([0-9]{1,2})([-/])([0-9]{1,2})([-/])((?:19|20)[0-9]{2})\b"));

/// What joins begin and end: an hour of the begin, the word for the end, a day of the week before it.
const JOIN: &str = concat!(
    r"(?:\s*,?\s*(?:pukul|jam)\s+[0-9]{1,2}[.:][0-9]{2}(?:\s+WI(?:B|TA|T))?)?\s*,?\s*",
    r"(?:sampai\s+dengan|sampai|hingga|s\.?\s?d\.?|s/d|–|—|-",
    r"|(?:dan|serta)\s+(?:berakhir|selesai)(?:\s+pada)?)\s*",
    r"(?:(?:pada\s+)?hari\s+[a-z]+\s*,?\s+|[a-z]{4,6},\s+|[a-z]{4,6}\s+tanggal\s+)?(?:tanggal\s+|bulan\s+)?$"
);
static JOINED: Pattern = Pattern::new(|| made(format!("(?i)^{JOIN}")));
static DAY_JOINED: Pattern = Pattern::new(|| made(format!(r"(?i)(?:^|[\s(])([0-9]{{1,2}}){JOIN}")));

/// The moments of a text, from left to right.
pub fn moments(text: &str) -> Vec<Moment> {
    if !text.contains(|c: char| c.is_ascii_digit()) && !text.contains("ampai") {
        return Vec::new();
    }
    let mut found: Vec<Moment> = matches(&MOMENT, text)
        .filter_map(|hit| {
            let [day, month, year] = [1, 2, 3].map(|at| group(&hit, at));
            let name = &text[month.clone()];
            let month_number = BULAN.iter().position(|known| known.eq_ignore_ascii_case(name))? as u32 + 1;
            let joined = !day.is_empty() && text[..day.start].ends_with(['.', ',', ':', '/', '-']);
            let day_number = text[day.clone()].parse().ok().filter(|day| !joined && (1..=31).contains(day));
            let start = if day_number.is_some() { day.start } else { month.start };
            let end = if year.is_empty() { month.end } else { year.end };
            Some(Moment { range: start..end, year: text[year].parse().ok(), month: month_number, day: day_number })
        })
        .collect();
    found.extend(matches(&FIGURES, text).filter_map(|hit| {
        let [day, first, month, second, year] = [1, 2, 3, 4, 5].map(|at| group(&hit, at));
        let date = days::on(text[year].parse().ok()?, text[month].parse().ok()?, text[day].parse().ok()?)?;
        let (year, month, day) = date.parts();
        let whole = group(&hit, 0);
        let lone = !text[..whole.start].ends_with(['/', '-', '.']) && !text[whole.end..].starts_with(['/', '-']);
        (text[first] == text[second] && lone).then_some(Moment {
            range: whole,
            year: Some(year),
            month,
            day: Some(day),
        })
    }));
    found.sort_by_key(|moment| moment.range.start);
    found
}

/// The spans of a text.
pub fn spans(text: &str) -> Vec<Span> {
    let all = moments(text);
    let mut found = Vec::new();
    for (at, to) in all.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| all.get(before));
        let joined = |from: &&Moment| {
            let gap = text.get(from.range.end..to.range.start).unwrap_or_default();
            JOINED.as_ref().is_some_and(|join| join.is_match(gap))
        };
        let from = before.filter(joined).cloned().or_else(|| day_before(text, to));
        let Some(mut from) = from.filter(|from| from.day.is_some() == to.day.is_some()) else { continue };
        let complete = from.year.is_some() == to.year.is_some() || from.month == to.month;
        let mut to = to.clone();
        from.year = from.year.or(to.year);
        to.year = to.year.or(from.year);
        found.push(Span { range: from.range.start..to.range.end, from, to, complete });
    }
    found
}

/// A begin that leaves month and year to the end: "1 s.d. 5 Maret 2025".
fn day_before(text: &str, to: &Moment) -> Option<Moment> {
    let before = &text[..to.range.start];
    let before_at = before.len().saturating_sub(80);
    let before_at = before.ceil_char_boundary(before_at);
    let hit = DAY_JOINED.as_ref()?.captures(&before[before_at..])?;
    let day = group(&hit, 1);
    let range = before_at + day.start..before_at + day.end;
    let number = text[range.clone()].parse().ok().filter(|day| (1..=31).contains(day))?;
    Some(Moment { range, year: to.year, month: to.month, day: Some(number) })
}

impl Span {
    /// Whether it ends before it begins; `None` where it may pass the end of a year that is not said.
    pub fn reversed(&self) -> Option<bool> {
        let key = |moment: &Moment| (moment.year.unwrap_or_default(), moment.month, moment.day.unwrap_or_default());
        let back = key(&self.to) < key(&self.from);
        let same_month = (self.from.year, self.from.month) == (self.to.year, self.to.month);
        let sure = self.complete && (same_month || self.from.year.is_some());
        (sure || !back).then_some(back)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Vec<(String, Option<bool>)> {
        spans(text).into_iter().map(|span| (text[span.range.clone()].to_owned(), span.reversed())).collect()
    }

    #[test]
    fn spans_of_days() {
        for (text, back) in [
            ("tanggal 1 Maret 2025 sampai dengan tanggal 4 Maret 2025", Some(false)),
            ("9 sampai dengan 4 Maret 2025", Some(true)),
            ("1 Maret s.d. 30 April 2025", Some(false)),
            ("20 Desember s.d. 5 Januari 2026", None),
            ("Mei 2025 sampai dengan Maret 2025", Some(true)),
            ("30 Desember 2025 – 2 Januari 2026", Some(false)),
            ("pada tanggal 25 Januari 2024 dan berakhir pada tanggal 25 Januari 2023", Some(true)),
            ("Senin, 10 Maret 2025 s.d. Rabu, 5 Maret 2025", Some(true)),
        ] {
            assert_eq!(seen(text).iter().map(|one| one.1).collect::<Vec<_>>(), [back], "{text}");
        }
        for text in ["1 Maret 2025 dan 1 Januari 2025", "12.09 sampai dengan 5 Maret 2025", "huruf a sampai dengan d"] {
            assert!(seen(text).is_empty(), "{text}");
        }
    }
}
