//! A day up to which something is still to be done that lies before the decree's own.

use naskah_core::language::WordList;
use naskah_core::language::forms::is_active;
use naskah_core::language::patterns::{Pattern, occurs, pattern};
use naskah_core::language::words::clause_before;

use crate::parts::moments::moments;
use crate::{Context, Part, Report, declare_rule};

declare_rule! {
    /// Tenggat dalam diktum jatuh sesudah keputusan ditetapkan
    ///
    /// “Menyampaikan laporan paling lambat tanggal …” tidak dapat dilaksanakan bila hari itu sudah lewat ketika keputusan
    /// ditetapkan. Keputusan yang berlaku surut tidak diperiksa.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Setiap subbagian menyampaikan laporan hari kerja paling lambat tanggal 10 Januari 2025.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Setiap subbagian menyampaikan laporan hari kerja paling lambat tanggal 10 April 2025.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K814" "tenggat-lewat" Peringatan since "0.4.0" => check
}

static UP_TO: Pattern = Pattern::new(|| {
    pattern(
        r"(?:paling\s+lambat|selambat-lambatnya|paling\s+akhir|paling\s+lama)\s+(?:pada\s+)?(?:hari\s+[a-z']+\s*,?\s+)?(?:tanggal\s+)?$",
    )
});
static BACK: Pattern = Pattern::new(|| pattern(r"(?i)\bberlaku\s+surut\b|\bmulai\s+berlaku\s+(?:sejak|terhitung)\b"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(own) = context.day() else { return };
    if context.diktum().any(|(_, passage)| occurs(&BACK, &passage.plain)) {
        return;
    }
    for (passage, text) in context.in_decree().filter(|(passage, _)| matches!(passage.part, Part::Diktum(_))) {
        for moment in moments(&passage.plain) {
            let Some(date) = moment.date().filter(|date| date.parts() < own) else { continue };
            let before = clause_before(&passage.plain, moment.range.start);
            if text.is_fixed(moment.range.start) || !occurs(&UP_TO, &before) {
                continue;
            }
            // What was to be done by then may be a condition: "yang lahir", "yang telah diterima".
            let told = before.rsplit(',').next().unwrap_or_default();
            let condition = told.split_whitespace().any(|word| {
                ["yang", "lahir", "berusia", "berumur", "terdaftar"].contains(&word)
                    || context.word_lists().has(WordList::PenandaLampau, word)
            });
            let acts = told.split_whitespace().any(|word| is_active(context.word_lists(), word));
            let shown = &passage.plain[moment.range.clone()];
            let finding = report
                .at(
                    context.place(passage.teks, moment.range.clone()),
                    format!("tenggat {shown} sudah lewat ketika keputusan ditetapkan, {}", day(own)),
                )
                .hint(format!("periksa tanggal ini ({}) dan tanggal penetapan", date.iso()));
            if condition || !acts {
                finding.unsure();
            }
        }
    }
}

fn day((year, month, day): (i32, u32, u32)) -> String {
    format!("{day}-{month}-{year}")
}
