//! A time outside the year of the plan.

use crate::parts::rows::{self, ColumnRole};
use crate::{Context, Passage, Report, declare_rule};
use naskah_core::language::WordList;
use naskah_core::language::timing;
use naskah_core::language::years::{self, Plan, Year};

declare_rule! {
    /// Waktu dalam rencana jatuh pada tahun rencana
    ///
    /// Tahun lain pada kolom waktu biasanya tertinggal dari rencana lama atau salah ketik. Januari tahun berikutnya
    /// mungkin memang dimaksud (laporan akhir tahun), jadi hanya ditanyakan.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kegiatan}, {judul: Target Waktu}]
    ///       baris: [[penyusunan jadwal, Januari 2025], [pengumuman jadwal, Maret 2023]]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kegiatan}, {judul: Target Waktu}]
    ///       baris: [[penyusunan jadwal, Januari 2025], [pengumuman jadwal, Maret 2025]]
    /// ```
    "K607" "target-di-luar-tahun" Peringatan since "0.2.0" => check
}

/// So many years apart two times of one column hardly are.
const APART: i32 = 3;

/// In a column of days the one year that lies far from all others.
fn odd_years(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, table) in context.tables.iter().enumerate() {
        for column in 0..table.columns.len() {
            let passages = rows::column(context, at, column);
            let dated = |passage: &&Passage<'_>| timing::read(context.word_lists(), &passage.plain).is_time();
            let years: Vec<(&Passage<'_>, Year)> = passages
                .iter()
                .filter_map(|passage| match &years::years_in(&passage.plain)[..] {
                    [year] if !year.is_period() && dated(passage) => Some((*passage, year.clone())),
                    _ => None,
                })
                .collect();
            if years.len() < 3 || years.len() < passages.len() {
                continue;
            }
            let far = |one: &Year, other: &Year| (one.from - other.from).abs() >= APART;
            let odd: Vec<usize> = (0..years.len())
                .filter(|at| {
                    years.iter().enumerate().all(|(other, (_, year))| other == *at || far(&years[*at].1, year))
                })
                .collect();
            let close = |at: usize| {
                years
                    .iter()
                    .enumerate()
                    .filter(|(other, _)| *other != at)
                    .all(|(_, (_, year))| (year.from - context.keputusan.tahun.value).abs() < APART)
            };
            if let [odd] = odd[..]
                && close(odd)
            {
                let (passage, year) = &years[odd];
                report
                    .at(
                        context.place(passage.teks, year.range.clone()),
                        format!("tahun {} jauh dari tahun di sel lain kolom ini", year.from),
                    )
                    .hint("periksa tahunnya");
            }
        }
    }
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    odd_years(context, report);
    let Some(plan) =
        years::Plan::of(context.word_lists(), &context.keputusan.tentang.as_plain(), context.keputusan.tahun.value)
    else {
        return;
    };
    let name = context.keputusan.tentang.as_plain();
    let reach = plan.reach(context.word_lists(), &name);
    // A report of a year is made in the decree's own.
    let reports = context.word_lists().occurs(WordList::NaskahLaporan, &name.to_lowercase());
    let last = if reports { reach.max(context.keputusan.tahun.value) } else { reach };
    for (at, table) in context.tables.iter().enumerate() {
        for (column, _) in
            rows::roles(context, table).iter().enumerate().filter(|(_, role)| **role == ColumnRole::Waktu)
        {
            let passages = rows::column(context, at, column);
            let inside = |year: &Year| plan.from <= year.to && year.from <= last;
            let found: Vec<_> = passages.iter().map(|passage| years::years_in(&passage.plain)).collect();
            let right = found.iter().filter(|years| years.iter().any(inside)).count();
            let dated = found.iter().filter(|years| !years.is_empty()).count();
            // A column that mostly lies elsewhere belongs to another plan than the name tells.
            let sure = right * 2 >= dated;
            for (passage, years) in passages.iter().zip(&found) {
                // A time that begins or ends within the plan may well reach beyond it.
                let sure = sure && !years.iter().any(inside);
                let outside = years.iter().filter(|year| !inside(year));
                outside.for_each(|year| tell(context, report, passage, year, &plan, sure));
            }
        }
    }
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, year: &Year, plan: &Plan, sure: bool) {
    let first_month = year.from == plan.to + 1 && {
        let timing = timing::read(context.word_lists(), &passage.plain);
        let mut before = timing.months.iter().rev().filter(|(range, ..)| range.end <= year.range.start);
        before.next().is_some_and(|(_, month, _)| *month == 0)
    };
    let message = format!("tahun {} di luar tahun rencana, {}", year.from, plan.from);
    let told = report.at(context.place(passage.teks, year.range.clone()), message);
    let told = match &plan.named {
        Some(named) => told.label(context.place(&context.keputusan.tentang, named.clone()), "tahun rencana"),
        None => told.label(context.keputusan.tahun.span, "tahun keputusan"),
    };
    if sure && !first_month && plan.named.is_some() {
        told.hint(format!("tulis {}, atau pindahkan kegiatan itu ke rencana tahun {}", plan.from, year.from));
    } else if sure && !first_month {
        told.hint(format!("tulis {} bila tahun lain tidak dimaksud", plan.from));
    } else {
        told.hint(format!("apakah memang {} yang dimaksud, bukan {}?", year.from, plan.from)).unsure();
    }
}
