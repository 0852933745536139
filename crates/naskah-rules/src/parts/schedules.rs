//! Days in their order: ranges within a text, and columns that tell when something begins and ends.

use std::ops::Range;

use naskah_core::language::days::{self, BULAN, Tanggal};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

use crate::parts::rows;
use crate::{Context, Passage};

static RANGE: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"\b([0-9]{1,2})\s+(\p{L}{3,9})\s+((?:19|20)[0-9]{2})\s*(?:sampai\s+dengan|hingga|s\.d\.|–|-)\s*",
        r"(?:tanggal\s+|hari\s+\p{L}+,?\s+(?:tanggal\s+)?)?([0-9]{1,2})\s+(\p{L}{3,9})\s+((?:19|20)[0-9]{2})\b"
    ))
});
static DAY: Pattern =
    Pattern::new(|| pattern(r"^\s*(?:\p{L}+,\s*)?([0-9]{1,2})\s+(\p{L}{3,9})\s+((?:19|20)[0-9]{2})\s*$"));

fn date(text: &str, parts: [Range<usize>; 3]) -> Option<Tanggal> {
    let [day, month, year] = parts.map(|part| &text[part]);
    let month = BULAN.iter().position(|name| name.eq_ignore_ascii_case(month))?;
    days::on(year.parse().ok()?, month as u32 + 1, day.parse().ok()?)
}

/// The ranges of a text that end before they begin.
pub fn reversed(text: &str) -> Vec<Range<usize>> {
    let found = matches(&RANGE, text).map(|found| [0, 1, 2, 3, 4, 5, 6].map(|part| group(&found, part)));
    let ends_first = |parts: &[Range<usize>; 7]| {
        let at = |from: usize| date(text, [from, from + 1, from + 2].map(|part| parts[part].clone()));
        at(1).zip(at(4)).is_some_and(|(from, to)| to.parts() < from.parts())
    };
    found.filter(ends_first).map(|parts| parts[0].clone()).collect()
}

/// The cells that name a day before that of the cell to their left, where in all other rows it is the later one.
pub fn columns<'c, 'a>(context: &'c Context<'a>) -> Vec<&'c Passage<'a>> {
    let day = |passage: &Passage<'_>| {
        let found = matches(&DAY, &passage.plain).next()?;
        date(&passage.plain, [1, 2, 3].map(|part| group(&found, part)))
    };
    let mut told = Vec::new();
    for (table, view) in context.tables.iter().enumerate() {
        for at in 1..view.columns.len() {
            let (left, right) = (rows::column(context, table, at - 1), rows::column(context, table, at));
            let both = left.len() == right.len() && right.len() > 2;
            let days: Vec<_> = left.iter().zip(&right).map(|(a, b)| (day(a), day(b), *b)).collect();
            let dated = days.iter().all(|(a, b, _)| a.is_some() && b.is_some());
            let odd: Vec<_> = days
                .iter()
                .filter(|(a, b, _)| a.zip(*b).is_some_and(|(a, b)| b.parts() < a.parts()))
                .map(|(_, _, passage)| *passage)
                .collect();
            if both && dated && odd.len() * 3 <= days.len() {
                told.extend(odd);
            }
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::reversed;

    #[test]
    fn ranges_run_forward() {
        for right in [
            "1 Maret 2025 sampai dengan 4 Maret 2025",
            "30 Desember 2025 s.d. 2 Januari 2026",
            "1 Maret 2025 dan 1 Januari 2025",
        ] {
            assert!(reversed(right).is_empty(), "{right}");
        }
        for wrong in ["9 Maret 2025 sampai dengan 4 Maret 2025", "30 Desember 2026 – 2 Januari 2026"] {
            assert_eq!(reversed(wrong).len(), 1, "{wrong}");
        }
    }
}
