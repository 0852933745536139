//! A period of several years that is over.

use crate::parts::rows::{ColumnRole, role_of};
use crate::{Context, Part, Report, declare_rule};
use naskah_core::language::WordList;
use naskah_core::language::documents;
use naskah_core::language::words::clause_before;
use naskah_core::language::years;

declare_rule! {
    /// Periode rencana yang dirujuk belum berakhir
    ///
    /// Rencana strategis atau rencana pembangunan yang periodenya sudah lewat tidak lagi menjadi dasar kerja tahun ini.
    /// Judul peraturan, laporan tentang periode itu, dan masa jabatan tidak dihitung.
    ///
    /// Sumber: UU 25/2004 tentang Sistem Perencanaan Pembangunan Nasional (jangka waktu rencana lima tahunan).
    ///
    /// Salah:
    /// ```yaml
    /// tentang: Rencana Kerja Tahun 2025
    /// diktum:
    ///   - Menetapkan Rencana Kerja Tahun 2025 menurut Rencana Strategis 2020–2024.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// tentang: Rencana Kerja Tahun 2025
    /// diktum:
    ///   - Menetapkan Rencana Kerja Tahun 2025 menurut Rencana Strategis 2025–2029.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K403" "periode-berakhir" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(plan) =
        years::Plan::of(context.word_lists(), &context.keputusan.tentang.as_plain(), context.keputusan.tahun.value)
    else {
        return;
    };
    for (passage, text) in context.all_worded() {
        let question = match passage.part {
            Part::Mengingat(_) | Part::Menimbang(_) | Part::Memperhatikan(_) => continue,
            part if !part.is_printed() => continue,
            Part::Sel { .. } if role_of(context, passage.part) == Some(ColumnRole::Tahun) => continue,
            Part::Naskah(_) => true,
            _ => false,
        };
        let over = years::years_in(&passage.plain).into_iter().filter(|year| year.is_period() && year.to < plan.from);
        let over: Vec<_> = over.collect();
        if over.is_empty() {
            continue;
        }
        let citations = documents::named(context.word_lists(), &passage.plain);
        for year in over {
            let before = clause_before(&passage.plain, year.range.start);
            let back = context.word_lists().occurs(WordList::PeriodeLama, &before);
            if back
                || documents::within(&citations, &year.range)
                || text.is_fixed(year.range.start)
                || years::of_election(context.word_lists(), &passage.plain, year.range.start)
            {
                continue;
            }
            let span = context.place(passage.teks, year.range.clone());
            let message = format!("periode {}–{} sudah berakhir sebelum tahun {}", year.from, year.to, plan.from);
            let told = report.at(span, message);
            match question {
                true => told.hint("apakah periode yang lama memang dimaksud?").unsure(),
                false => told.hint("rujuk rencana untuk periode yang sedang berjalan"),
            };
        }
    }
}
