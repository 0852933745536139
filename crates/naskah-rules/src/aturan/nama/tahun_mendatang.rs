//! A year after that of the plan.

use crate::parts::rows::{ColumnRole, role_of};
use crate::{Context, Part, Report, declare_rule};
use naskah_core::language::WordList;
use naskah_core::language::documents;
use naskah_core::language::words::clause_before;
use naskah_core::language::years;

declare_rule! {
    /// Tahun sesudah tahun rencana disengaja
    ///
    /// Tahun yang lebih muda daripada tahun rencana dalam lampiran dapat berarti salah ketik. Periode yang mencakup
    /// tahun rencana, tahun pemilihan, dan kolom waktu (diperiksa tersendiri) tidak dihitung.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// tentang: Rencana Kerja Tahun 2025
    /// diktum:
    ///   - Menetapkan Rencana Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Rencana Kerja Tahun 2025
    ///     tabel: {kolom: [{judul: No, isi: nomor}, {judul: Kegiatan}], baris: [[penyusunan kalender kerja tahun 2052]]}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// tentang: Rencana Kerja Tahun 2025
    /// diktum:
    ///   - Menetapkan Rencana Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Rencana Kerja Tahun 2025
    ///     tabel: {kolom: [{judul: No, isi: nomor}, {judul: Kegiatan}], baris: [[penyusunan kalender kerja tahun 2025]]}
    /// ```
    "K404" "tahun-mendatang" Saran since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(plan) =
        years::Plan::of(context.word_lists(), &context.keputusan.tentang.as_plain(), context.keputusan.tahun.value)
    else {
        return;
    };
    let last = plan.reach(context.word_lists(), &context.keputusan.tentang.as_plain());
    for (passage, text) in context.all_worded() {
        let looked_at = match passage.part {
            Part::Sel { .. } => !matches!(role_of(context, passage.part), Some(ColumnRole::Waktu | ColumnRole::Tahun)),
            Part::Bab(_) | Part::Kelompok(_) | Part::Kolom(_) => true,
            _ => false,
        };
        if !looked_at {
            continue;
        }
        for year in years::years_in(&passage.plain).into_iter().filter(|year| year.from > last) {
            let before = clause_before(&passage.plain, year.range.start);
            // Whatever lies farther ahead has a rule of its own.
            if year.from >= context.keputusan.tahun.value + 11 && !matches!(passage.part, Part::Sel { .. }) {
                continue;
            }
            let planned = context.word_lists().occurs(WordList::Persiapan, &before) && year.from <= plan.to + 2;
            let citations = documents::named(context.word_lists(), &passage.plain);
            if planned
                || years::of_election(context.word_lists(), &passage.plain, year.range.start)
                || documents::within(&citations, &year.range)
                || text.is_fixed(year.range.start)
            {
                continue;
            }
            report
                .at(
                    context.place(passage.teks, year.range.clone()),
                    format!("tahun {} lewat tahun rencana, {}", year.from, plan.to),
                )
                .hint(format!("apakah memang {} yang dimaksud, bukan {}?", year.from, plan.to))
                .unsure();
        }
    }
}
