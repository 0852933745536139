//! The day of an election with the year of another one.

use naskah_core::language::WordList;
use naskah_core::language::days;
use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};
use naskah_core::language::words::clause_before;

use crate::parts::moments::moments;
use crate::{Context, Part, Report, declare_rule};

declare_rule! {
    /// Hari pemungutan suara yang disebut memang hari itu
    ///
    /// Hari dan bulan pemungutan suara serentak yang bertahun lain adalah salah tulis: 14 Februari ialah hari pemungutan
    /// suara pada tahun 2024, bukan pada tahun 2023. Pemungutan suara ulang, susulan, dan lanjutan tidak diperiksa. Hari
    /// pemungutan suara pemilihan lain daripada yang menjadi pokok keputusan, dan jadwal kampanye sesudah hari itu,
    /// ditanyakan.
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
    let own = own_day(context);
    if let Some(own) = own {
        campaign(context, report, own);
    }
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
            if let Some(own) = own.filter(|own| {
                matches!(passage.part, Part::Diktum(_)) && *own != (year, month, day) && twins.contains(&year)
            }) {
                report
                    .at(
                        context.place(passage.teks, moment.range.clone()),
                        "tanggal ini hari pemungutan suara pemilihan lain",
                    )
                    .hint(format!("apakah yang dimaksud {}?", shown(own)))
                    .unsure();
            }
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

static YEAR: Pattern = Pattern::new(|| pattern(r"(?i)\btahun\s+(20[0-9]{2})\b"));

/// A day in words.
fn shown((year, month, day): (i32, u32, u32)) -> String {
    days::on(year, month, day).map(|day| day.to_string()).unwrap_or_default()
}

/// The polling day of the one local election that the decree is about by its name.
fn own_day(context: &Context<'_>) -> Option<(i32, u32, u32)> {
    let (lists, name) = (context.word_lists(), context.keputusan.tentang.as_plain().to_lowercase());
    let mut years = matches(&YEAR, &name).map(|found| group(&found, 1));
    let year: i32 = years.next().and_then(|year| name[year].parse().ok()).filter(|_| years.next().is_none())?;
    let again = ["ulang", "susulan", "lanjutan"].iter().any(|word| name.contains(word));
    let local = lists.occurs(WordList::PemilihanDaerah, &name) && !again;
    let mut all = lists.pairs(WordList::HariPemungutan).filter(|(kind, _)| *kind == "daerah");
    all.find_map(|(_, date)| day(date).filter(|(own, ..)| *own == year && local))
}

/// Days of a campaign on polling day or after it.
fn campaign(context: &Context<'_>, report: &mut Report<'_>, own: (i32, u32, u32)) {
    let name = context.keputusan.tentang.as_plain().to_lowercase();
    if !name.contains("jadwal kampanye") {
        return;
    }
    for passage in context.passages.iter().filter(|passage| matches!(passage.part, Part::Sel { .. })) {
        for moment in moments(&passage.plain) {
            if moment.date().is_some_and(|date| date.parts() >= own) {
                report
                    .at(
                        context.place(passage.teks, moment.range.clone()),
                        "kampanye ini tidak mendahului hari pemungutan suara",
                    )
                    .hint(format!("pemungutan suara: {}; periksa tanggalnya", shown(own)))
                    .unsure();
            }
        }
    }
}

/// Year, month and day of `2024-02-14`.
fn day(entry: &str) -> Option<(i32, u32, u32)> {
    let mut parts = entry.splitn(3, '-');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}
