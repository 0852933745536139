//! A decree that comes into force before its own day, retroactively on a later one, or ends before it begins.

use std::ops::Range;

use naskah_core::language::WordList;
use naskah_core::language::days::{self, Tanggal};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::words::shortly_before;

use crate::parts::commencement;
use crate::parts::moments::{Moment, moments};
use crate::{Context, Passage, Report, declare_rule};

declare_rule! {
    /// Saat mulai berlaku, berlaku surut, dan berakhir cocok dengan tanggal keputusan
    ///
    /// Keputusan tidak mulai berlaku sebelum ditetapkan, kecuali dinyatakan berlaku surut; yang berlaku surut berlaku
    /// sejak hari sebelum penetapan; masa berlakunya berakhir sesudah ia mulai.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang ketentuan penutup; KMK 527/KMK.01/2022 Lampiran II butir 102.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal 2 Januari 2024.
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan dan berlaku surut sejak tanggal 9 Juli 2027.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan dan berlaku surut sejak tanggal 2 Januari 2024.
    /// ```
    "K802" "berlaku-mundur" Peringatan since "0.4.0" => check
}

static BACK: Pattern = Pattern::new(|| {
    pattern(r"(?i)\bsurut\s+(?:sejak\s+|terhitung\s+)?(?:mulai\s+|sejak\s+|pada\s+)?(?:tanggal\s+|bulan\s+)?$")
});
static UNTIL: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)\b(?:berlaku|berakhir)\s+(?:[a-z]+\s+){0,6}?(?:sampai\s+dengan|sampai|hingga|s\.d\.|pada)\s+",
        r"(?:hari\s+[a-z]+,?\s+)?(?:tanggal\s+)?$"
    ))
});
static ON: Pattern = Pattern::new(|| {
    pattern(r"(?i)^\s*(?:pada|sejak|mulai|terhitung\s+mulai|per)?\s*(?:hari\s+[a-z]+,?\s+)?(?:tanggal\s+)?$")
});

/// A decree hardly comes into force so many days after its own.
const LATE: i64 = 366;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(own) = context.day().and_then(|(year, month, day)| days::on(year, month, day)) else { return };
    for clause in commencement::clauses(context) {
        let passage = clause.passage;
        let retroactive = passage.plain.to_lowercase().contains("surut");
        let after = |moment: &&Moment| {
            let gap = passage.plain.get(clause.range.end..moment.range.start).unwrap_or_default();
            moment.range.start >= clause.range.end && ON.as_ref().is_some_and(|on| on.is_match(gap))
        };
        let all = moments(&passage.plain);
        let Some((moment, date)) = all.iter().find(after).and_then(|moment| Some((moment, moment.date()?))) else {
            continue;
        };
        if date < own && !retroactive {
            tell(context, report, passage, &moment.range, format!("{date} mendahului hari penetapan, {own}"))
                .hint("perbaiki tanggalnya, atau nyatakan bahwa Keputusan ini berlaku surut sejak tanggal itu");
        } else if (date.0 - own.0).num_days() > LATE {
            tell(
                context,
                report,
                passage,
                &moment.range,
                format!("{date} lebih dari setahun sesudah penetapan, {own}"),
            )
            .hint("apakah tanggal mulai berlaku ini memang dimaksud?")
            .unsure();
        }
    }
    for (_, passage) in context.diktum() {
        match passage.plain.contains("eputusan ini") && passage.plain.contains("berlaku")
            || passage.plain.contains("surut")
        {
            true => bounds(context, report, passage, own),
            false => deadlines(context, report, passage, own),
        }
    }
}

/// The days since when a decree holds retroactively, and up to which it holds.
fn bounds(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, own: Tanggal) {
    for moment in moments(&passage.plain) {
        let Some(date) = moment.date() else { continue };
        let before = shortly_before(&passage.plain, moment.range.start);
        let ends =
            |pattern: &Pattern| matches(pattern, before).last().is_some_and(|found| !group(&found, 0).is_empty());
        if ends(&BACK) {
            if date >= own {
                tell(context, report, passage, &moment.range, format!("{date} tidak mendahului hari penetapan, {own}"))
                    .hint("yang berlaku surut berlaku sejak hari sebelum penetapan; periksa tanggalnya");
            }
        } else if ends(&UNTIL) && date < own {
            tell(context, report, passage, &moment.range, format!("masa berlaku berakhir sebelum penetapan, {own}"))
                .hint("periksa tanggal berakhirnya");
        }
    }
}

static TO_COME: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)\b(?:sampai\s+dengan|sampai|hingga|paling\s+lambat|selambat-lambatnya)\s+(?:pada\s+)?",
        r"(?:hari\s+[a-z]+,?\s+)?(?:tanggal\s+)?$"
    ))
});

/// What a decree asks to be done up to a day that has passed.
fn deadlines(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, own: Tanggal) {
    let all = moments(&passage.plain);
    let lists = context.word_lists();
    for (at, moment) in all.iter().enumerate() {
        let Some(date) = moment.date().filter(|date| *date < own) else { continue };
        let before = shortly_before(&passage.plain, moment.range.start);
        let past = lists.occurs(WordList::PenandaLampau, &before.to_lowercase())
            || lists.occurs(WordList::KataLaporan, &before.to_lowercase());
        if past || !matches(&TO_COME, before).any(|found| group(&found, 0).end == before.len()) {
            continue;
        }
        let begun = all[..at].iter().any(|other| other.date().is_some_and(|other| other < own));
        let told =
            tell(context, report, passage, &moment.range, format!("{date} sudah lewat pada hari penetapan, {own}"))
                .hint("periksa tanggalnya, atau tanggal keputusan");
        if begun {
            told.unsure();
        }
    }
}

fn tell<'r>(
    context: &Context<'_>,
    report: &'r mut Report<'_>,
    passage: &Passage<'_>,
    range: &Range<usize>,
    message: String,
) -> crate::report::Finding<'r> {
    report.at(context.place(passage.teks, range.clone()), message)
}
