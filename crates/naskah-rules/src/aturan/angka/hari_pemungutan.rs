//! The day of an election with the year of another one.

use naskah_core::language::WordList;
use naskah_core::language::patterns::{Pattern, occurs, pattern};
use naskah_core::language::words::clause_before;

use crate::parts::moments::moments;
use crate::{Context, Part, Report, declare_rule};

declare_rule! {
    /// Hari pemungutan suara yang disebut memang hari itu
    ///
    /// Hari dan bulan pemungutan suara serentak yang bertahun lain adalah salah tulis: 14 Februari ialah hari pemungutan
    /// suara pada tahun 2024, bukan pada tahun 2023. Pemungutan suara ulang, susulan, dan lanjutan tidak diperiksa.
    ///
    /// Sumber: keputusan dan peraturan Komisi Pemilihan Umum tentang hari pemungutan suara.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari pemungutan suara tanggal 14 Februari 2023 merupakan hari libur
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari pemungutan suara tanggal 14 Februari 2024 merupakan hari libur
    /// ```
    "K815" "hari-pemungutan" Peringatan since "0.4.0" => check
}

static VOTING: Pattern = Pattern::new(|| {
    pattern(
        r"\bpemungutan\s+suara(?:\s*,)?(?:\s+(?:yaitu|yakni|serentak|dilaksanakan))?(?:\s+(?:jatuh\s+)?pada)?\s*,?\s*(?:\(\s*)?(?:hari\s+[a-z']+\s*,?\s+)?(?:tanggal\s+)?$",
    )
});

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let days: Vec<(i32, u32, u32)> =
        context.word_lists().pairs(WordList::HariPemungutan).filter_map(|(_, date)| day(date)).collect();
    for (passage, text) in context.in_decree().filter(|(passage, _)| !matches!(passage.part, Part::Mengingat(_))) {
        if !passage.plain.contains("emungutan") {
            continue;
        }
        for moment in moments(&passage.plain) {
            let Some((year, month, day)) = moment.date().map(|date| date.parts()) else { continue };
            let before = clause_before(&passage.plain, moment.range.start);
            if text.is_fixed(moment.range.start) || !occurs(&VOTING, &before) {
                continue;
            }
            let twins: Vec<i32> =
                days.iter().filter(|(_, m, d)| (*m, *d) == (month, day)).map(|(year, ..)| *year).collect();
            if twins.is_empty() || twins.contains(&year) {
                continue;
            }
            let years = twins.iter().map(i32::to_string).collect::<Vec<_>>().join(", ");
            report
                .at(
                    context.place(passage.teks, moment.range.clone()),
                    format!("tanggal ini hari pemungutan suara tahun {years}, bukan tahun {year}"),
                )
                .hint("periksa tahunnya");
        }
    }
}

/// Year, month and day of `2024-02-14`.
fn day(entry: &str) -> Option<(i32, u32, u32)> {
    let mut parts = entry.splitn(3, '-');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}
