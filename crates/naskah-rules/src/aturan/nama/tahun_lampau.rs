//! A year before that of the plan, left over from an older decree.

use crate::parts::rows::{ColumnRole, role_of};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::documents;
use naskah_core::language::mentions;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::words::{clause_before, has_word};
use naskah_core::language::years::{self, Plan, Year};
use naskah_core::language::{WordList, WordLists};

declare_rule! {
    /// Tahun dalam diktum dan lampiran tidak tertinggal dari tahun rencana
    ///
    /// Tahun yang lebih lama daripada tahun pada nama keputusan biasanya tertinggal dari keputusan tahun lalu. Tahun
    /// dalam kutipan peraturan, tanggal lengkap, pemilihan, dan laporan tentang tahun sebelumnya tidak dihitung. Dalam
    /// Menimbang hanya tahun anggaran yang ditanyakan.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// tentang: Rencana Kerja Tahun 2025
    /// diktum:
    ///   - Menetapkan Rencana Kerja Tahun 2023.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// tentang: Rencana Kerja Tahun 2025
    /// diktum:
    ///   - Menetapkan Rencana Kerja Tahun 2025 dengan memperhatikan laporan kinerja tahun 2024.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K402" "tahun-lampau" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(plan) =
        years::Plan::of(context.word_lists(), &context.keputusan.tentang.as_plain(), context.keputusan.tahun.value)
    else {
        return;
    };
    let own_budget = budget_year(&context.keputusan.tentang.as_plain());
    for (passage, text) in context.all_worded().filter(|(passage, _)| looked_at(context, passage.part)) {
        if matches!(passage.part, Part::Menimbang(_)) {
            own_budget.into_iter().for_each(|year| budget(context, report, passage, year));
            continue;
        }
        // Beside what is to be, the head of a column may say what was.
        if plan.named.is_none() && matches!(passage.part, Part::Kolom(_)) {
            continue;
        }
        let years = years::years_in(&passage.plain);
        if years.is_empty() {
            continue;
        }
        let mut citations = documents::named(context.word_lists(), &passage.plain);
        // Rules are named in short, too: "PermenPANRB 90 Tahun 2021".
        citations.extend(mentions::named(context.word_lists(), &passage.plain).into_iter().map(|one| one.range));
        let old = years.iter().filter(|year| !year.is_period() && year.from < plan.from);
        let own = |year: &&Year| !documents::within(&citations, &year.range) && !text.is_fixed(year.range.start);
        for year in old.filter(own) {
            if !is_right(context.word_lists(), &passage.plain, year, &years, &plan) {
                tell(context, report, passage, year, &plan);
            }
        }
    }
}

/// The parts whose years are the plan's own; a lampiran's title that differs is told by another rule.
fn looked_at(context: &Context<'_>, part: Part) -> bool {
    match part {
        Part::Menimbang(_) | Part::Diktum(_) | Part::Bab(_) | Part::Kolom(_) | Part::Kelompok(_) => true,
        Part::Sel { .. } => !matches!(role_of(context, part), Some(ColumnRole::Waktu | ColumnRole::Tahun)),
        _ => false,
    }
}

static BUDGET: Pattern = Pattern::new(|| pattern(r"\bTahun\s+Anggaran\s+(20[0-9]{2})\b"));

/// The one year of the budget that a text names.
fn budget_year(text: &str) -> Option<i32> {
    let mut found = matches(&BUDGET, text).filter_map(|found| text[group(&found, 1)].parse().ok());
    found.next().filter(|_| found.next().is_none())
}

/// A consideration that names another year of the budget than the decree's own name, and says nothing of the past.
fn budget(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, own: i32) {
    let lists = context.word_lists();
    let [year] = &years::years_in(&passage.plain)[..] else { return };
    let named = budget_year(&passage.plain).is_some_and(|other| other + 1 == own && other == year.from);
    let before = clause_before(&passage.plain, year.range.start);
    let past = lists.occurs(WordList::TahunLama, &before)
        || lists.occurs(WordList::KataLaporan, &before.to_lowercase())
        || years::of_report(lists, &passage.plain, year.range.start)
        || ["telah", "sudah"].iter().any(|word| has_word(&passage.plain, &[*word]));
    if named && !past {
        report
            .at(
                context.place(passage.teks, year.range.clone()),
                format!("tahun anggaran {} lebih lama daripada yang disebut nama keputusan, {own}", year.from),
            )
            .label(context.keputusan.tentang.span, "nama keputusan")
            .hint(format!("apakah memang {} yang dimaksud, bukan {own}?", year.from))
            .unsure();
    }
}

/// Whether the year may well be meant.
fn is_right(lists: &WordLists, text: &str, year: &Year, all: &[Year], plan: &Plan) -> bool {
    let before = clause_before(text, year.range.start);
    let series = all.iter().any(|other| other.range.start > year.range.end && other.to == plan.from - 1);
    let compared = has_word(&before, &["dari tahun", "sejak", "dibanding", "dibandingkan", "s.d"]);
    let report = years::of_report(lists, text, year.range.start) && year.from == plan.from - 1;
    let past = lists.occurs(WordList::TahunLama, &before);
    let alone = text.trim().len() == year.range.len();
    year.full_date || series || compared || report || past || alone || years::of_election(lists, text, year.range.start)
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, year: &Year, plan: &Plan) {
    let span = context.place(passage.teks, year.range.clone());
    let tentang = &context.keputusan.tentang;
    match &plan.named {
        Some(named) => {
            let message = format!("tahun {} lebih lama daripada tahun rencana, {}", year.from, plan.from);
            report
                .at(span, message)
                .label(context.place(tentang, named.clone()), "tahun rencana")
                .hint(format!("tulis {}, atau sebut bahwa ini laporan tahun {}", plan.from, year.from));
        }
        None => {
            let message = format!("tahun {} lebih lama daripada tahun keputusan, {}", year.from, plan.from);
            report
                .at(span, message)
                .label(context.keputusan.tahun.span, "tahun keputusan")
                .hint(format!("apakah memang {} yang dimaksud, bukan {}?", year.from, plan.from))
                .unsure();
        }
    }
}
