//! How long a span of days is, beside what the text says of it: "selama 2 (dua) bulan, 1 Maret s.d. 30 April 2025".

use std::ops::Range;

use naskah_core::language::days::BULAN;
use naskah_core::language::patterns::{Pattern, group, made, matches, pattern};
use naskah_core::language::words::{Cut, folded};
use naskah_core::language::{WordList, WordLists};

use crate::parts::moments::{Span, spans};

/// A length that is not that of the span beside it.
#[derive(Debug, PartialEq, Eq)]
pub struct Length {
    /// Where it is said.
    pub range: Range<usize>,
    /// What is said.
    pub shown: String,
    /// What the span is.
    pub real: String,
}

static SAID: Pattern =
    Pattern::new(|| pattern(r"\b([0-9]{1,3})\s*(?:\([^()]{2,60}\)\s*)?(hari\s+kerja|hari|minggu|bulan|tahun)\b"));

static MONTHS: Pattern = Pattern::new(|| {
    made(format!(
        concat!(
            r"\b(([0-9]{{1,2}})\s*(?:\([^()]{{2,60}}\)\s*)?bulan),?\s+(?:yaitu|yakni)\s+(?:bulan\s+)?",
            r"((?:(?:{month}),\s+)*(?:{month}),?\s+dan\s+(?:{month}))\b"
        ),
        month = BULAN.join("|")
    ))
});

/// "selama 3 (tiga) bulan, yaitu April dan Mei": the months are counted.
fn listed(text: &str) -> impl Iterator<Item = Length> {
    matches(&MONTHS, text).filter_map(|found| {
        let [range, number, months] = [1, 2, 3].map(|at| group(&found, at));
        let names = text[months].split([' ', ',']).filter(|word| BULAN.contains(word)).count();
        let shown = text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        (text[number].parse() != Ok(names)).then(|| Length { range, shown, real: format!("{names} bulan") })
    })
}

/// The lengths of a text that do not fit.
pub fn wrong(lists: &WordLists, text: &str) -> Vec<Length> {
    let mut found: Vec<Length> = listed(text).collect();
    let spans = spans(text);
    if spans.is_empty() {
        return found;
    }
    for said in matches(&SAID, text) {
        let (range, number, unit) = (group(&said, 0), group(&said, 1), &text[group(&said, 2)]);
        let Ok(number) = text[number].parse::<i64>() else { continue };
        let Some(span) = spans.iter().find(|span| belongs(lists, text, &range, span)) else { continue };
        // "Januari s.d. Maret" may be told as two months, but not where they are named one by one.
        let named = ["yaitu", "yakni"]
            .iter()
            .any(|word| text.get(range.end..span.range.start).unwrap_or_default().contains(word));
        if let Some(real) = mismatch(span, number, unit, named) {
            let shown = text[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
            found.push(Length { range, shown, real });
        }
    }
    found
}

/// Whether nothing but words of time stands between a length and a span.
fn belongs(lists: &WordLists, text: &str, said: &Range<usize>, span: &Span) -> bool {
    let (gap, follows) = match said.end <= span.range.start {
        true => (said.end..span.range.start, true),
        false if span.range.end <= said.start => (span.range.end..said.start, false),
        false => return false,
    };
    let between = text.get(gap.clone()).unwrap_or_default();
    let filler =
        folded(between, Cut::Letters).iter().all(|word| lists.has(WordList::AntaraLamaDanRentang, &word.folded));
    let bound =
        lists.ends(WordList::BukanJumlahTetap, text[..said.start].trim_end().trim_end_matches("selama").trim_end());
    // After a span the length must be said of it: "… sampai dengan tanggal 30 April 2025 selama 2 (dua) bulan".
    let tied = follows || between.contains("selama") || between.contains('(') || between.contains("atau");
    filler && tied && !bound && !between.contains([';', '.'])
}

/// What the span is, where that is not so many of a unit.
fn mismatch(span: &Span, number: i64, unit: &str, exact: bool) -> Option<String> {
    let whole_months = span.from.day.is_none();
    let months = |from: (i32, u32), to: (i32, u32)| i64::from(to.0 - from.0) * 12 + i64::from(to.1) - i64::from(from.1);
    let year = |moment: &crate::parts::moments::Moment| moment.year.unwrap_or(2001);
    let between = months((year(&span.from), span.from.month), (year(&span.to), span.to.month));
    if whole_months {
        let count = between + 1;
        let fits = match unit {
            "bulan" => number == count || number == between && !exact,
            "tahun" => number == (count + 11) / 12 || number == count / 12,
            _ => true,
        };
        return (!fits && count > 0).then(|| format!("{count} bulan"));
    }
    let days = days_of(span)?;
    let part = i64::from(span.to.day?) - i64::from(span.from.day?) + 1;
    let fits = match unit {
        "hari" => number == days || number + 1 == days,
        "minggu" => (days - number * 7).abs() <= 3,
        // Working days are fewer, in a week of six or five.
        "bulan" => ((between - number) * 30 + part).abs() <= 22,
        "tahun" => (days - number * 365).abs() <= 45,
        _ => number <= days && number * 7 + 7 >= days * 4,
    };
    let shown = if days > 40 && unit != "hari" {
        format!("{} hari ({} bulan)", days, (days + 15) / 30)
    } else {
        format!("{days} hari")
    };
    (!fits && days > 0).then_some(shown)
}

/// How many days a span has, with the first and the last.
fn days_of(span: &Span) -> Option<i64> {
    let year = span.to.year.unwrap_or(2001);
    let at = |moment: &crate::parts::moments::Moment| {
        naskah_core::language::days::on(moment.year.unwrap_or(year), moment.month, moment.day?)
    };
    Some((at(&span.to)?.0 - at(&span.from)?.0).num_days() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use naskah_core::catalog::Catalog;

    #[test]
    fn lengths_beside_spans() {
        let lists = &Catalog::default().kata().lists.clone();
        for right in [
            "selama 2 (dua) bulan terhitung mulai tanggal 1 Maret 2025 sampai dengan tanggal 30 April 2025",
            "selama 3 (tiga) hari, 9 s.d. 11 Maret 2026",
            "tanggal 16 Mei 2024 sampai dengan tanggal 27 Januari 2025 atau selama 8 (delapan) bulan",
            "paling lama 7 (tujuh) hari kerja; rapat 1 Maret sampai dengan 30 April 2025",
            "selama 5 (lima) hari kerja pada tanggal 3 sampai dengan 7 Maret 2025",
            "Januari sampai dengan Maret 2025 selama 3 (tiga) bulan",
            "selama 1 (satu) tahun, 1 Januari sampai dengan 31 Desember 2025",
            "selama 2 (dua) bulan, yaitu April dan Mei 2026",
        ] {
            assert_eq!(wrong(lists, right), [], "{right}");
        }
        for text in [
            "selama 3 (tiga) bulan, 1 Maret s.d. 30 April 2025",
            "selama 5 (lima) hari pada tanggal 9 sampai dengan 11 Maret 2026",
            "Januari sampai dengan Maret 2025 selama 5 (lima) bulan",
            "tanggal 1 Maret 2025 sampai dengan tanggal 30 April 2025 (selama 4 bulan)",
            "selama 3 (tiga) bulan, yaitu bulan April dan Mei 2026",
            "selama 2 bulan, yakni April, Mei, dan Juni",
            "selama 2 (dua) bulan, yaitu April sampai dengan Juni 2026",
        ] {
            assert_eq!(wrong(lists, text).len(), 1, "{text}");
        }
    }
}
