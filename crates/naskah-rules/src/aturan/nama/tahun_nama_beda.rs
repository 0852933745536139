//! The year in a name is not that of the decree, or not that of the lampiran.

use crate::{Context, Report, declare_rule};
use naskah_core::language::years::{self, Year};

declare_rule! {
    /// Tahun dalam nama keputusan, tahun keputusan, dan tahun pada judul lampiran sesuai
    ///
    /// Nama yang menyebut tahun lain daripada tahun keputusan biasanya tertinggal dari keputusan lama. Rencana tahun
    /// berikut yang ditetapkan pada triwulan keempat benar; laporan, hasil, dan pemilihan tahun lalu juga benar.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang judul.
    ///
    /// Salah:
    /// ```yaml
    /// tentang: Penetapan Hari Kerja Tahun 2024
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// tentang: Penetapan Hari Kerja Tahun 2025
    /// ```
    "K405" "tahun-nama-beda" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let keputusan = context.keputusan;
    let own = keputusan.tahun.value;
    if own == 0 {
        return;
    }
    let name = keputusan.tentang.as_plain();
    let named = years::year_of_name(context.word_lists(), &name);
    if let Some(year) = &named
        && !fits(context, &name, year, own)
    {
        report
            .at(
                context.place(&keputusan.tentang, year.range.clone()),
                format!("nama keputusan menyebut tahun {}, tahun keputusan {own}", year.from),
            )
            .label(keputusan.tahun.span, "tahun keputusan")
            .hint("samakan kedua tahun itu");
    }
    let Some(named) = named else { return };
    for judul in keputusan.lampiran.iter().filter_map(|lampiran| lampiran.judul.as_ref()) {
        let text = judul.as_plain();
        let Some(year) = years::year_of_name(context.word_lists(), &text) else { continue };
        let inside = named.from <= year.from && year.to <= named.to;
        if inside
            || years::of_report(context.word_lists(), &text, year.range.start)
            || year.is_period() != named.is_period()
        {
            continue;
        }
        report
            .at(
                context.place(judul, year.range.clone()),
                format!("judul lampiran menyebut tahun {}, nama keputusan {}", year.from, named.from),
            )
            .label(context.place(&keputusan.tentang, named.range.clone()), "tahun pada nama keputusan")
            .hint("samakan kedua tahun itu");
    }
}

/// Whether a decree of year `own` may be named after that year.
fn fits(context: &Context<'_>, name: &str, year: &Year, own: i32) -> bool {
    let last_quarter = context.day().is_none_or(|(_, month, _)| month >= 10);
    // Members of bodies that are elected bear the year of their election.
    let candidates = name.to_lowercase().contains("calon") && year.from <= own + 2 && year.from > own;
    let next = year.from == own + 1 && last_quarter || candidates;
    let period = year.is_period() && year.from <= own + 1 && own <= year.to;
    let looks_back = year.to < own && years::of_report(context.word_lists(), name, year.range.start);
    let lists = context.word_lists();
    let candidates = name.contains("Calon ") || years::of_election(lists, name, year.range.start);
    // What an election has brought is decided in the year after it as well.
    let after = if name.contains("Terpilih") || name.contains("Hasil") { own - 1 } else { own };
    let election = candidates && (after..own + 3).contains(&year.from);
    election
        || year.from == own
        || next
        || period
        || looks_back
        || name.starts_with("Perubahan")
        || name.starts_with("Pencabutan")
}
