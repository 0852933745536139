//! Days in their order: columns that tell when something begins and ends.

use std::ops::Range;

use naskah_core::language::days::{self, BULAN, Tanggal};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

use crate::parts::rows;
use crate::{Context, Passage};

static DAY: Pattern =
    Pattern::new(|| pattern(r"^\s*(?:\p{L}+,\s*)?([0-9]{1,2})\s+(\p{L}{3,9})\s+((?:19|20)[0-9]{2})\s*$"));

fn date(text: &str, parts: [Range<usize>; 3]) -> Option<Tanggal> {
    let [day, month, year] = parts.map(|part| &text[part]);
    let month = BULAN.iter().position(|name| name.eq_ignore_ascii_case(month))?;
    days::on(year.parse().ok()?, month as u32 + 1, day.parse().ok()?)
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
