//! Months, ranges or years of one column written in two ways.

use std::ops::Range;

use crate::parts::rows::{self, ColumnRole};
use crate::{Context, Passage, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::timing;

declare_rule! {
    /// Bulan dan rentang waktu dalam satu kolom ditulis dengan satu cara
    ///
    /// Yang ditunjuk ialah cara yang lebih jarang: bulan yang disingkat di antara bulan yang lengkap, “s.d.” di antara
    /// tanda hubung, spasi di sekitar tanda hubung, dan kata Tahun sebelum angka tahun.
    ///
    /// Sumber: EYD V tentang singkatan dan tanda pisah.
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
    ///       baris: [[penyusunan jadwal, Januari 2025], [pengumuman jadwal, Maret 2025], [pengawasan, Okt 2025]]
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
    ///       baris: [[penyusunan jadwal, Januari 2025], [pengumuman jadwal, Maret 2025], [pengawasan, Oktober 2025]]
    /// ```
    "K608" "bulan-dua-cara" Saran since "0.2.0" => check
}

/// Something written in one of several ways: the cell, the place in it, the way.
type Seen<'c, 'a> = (&'c Passage<'a>, Range<usize>, &'static str);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, table) in context.tables.iter().enumerate() {
        for (column, _) in
            rows::roles(context, table).iter().enumerate().filter(|(_, role)| **role == ColumnRole::Waktu)
        {
            let (mut months, mut joins, mut years): (Vec<Seen<'_, '_>>, Vec<Seen<'_, '_>>, Vec<Seen<'_, '_>>) =
                (Vec::new(), Vec::new(), Vec::new());
            for passage in rows::column(context, at, column) {
                let timing = timing::read(context.word_lists(), &passage.plain);
                // "Mei" has no shorter form.
                let tellable = timing.months.into_iter().filter(|(_, month, _)| *month != 4);
                months.extend(tellable.map(|(range, _, full)| {
                    (passage, range, if full { "nama bulan lengkap" } else { "nama bulan disingkat" })
                }));
                joins.extend(timing.joins.into_iter().map(|(range, join)| (passage, range, join.shown())));
                years.extend(timing.year_words.into_iter().map(|(range, word)| {
                    (passage, range, if word { "dengan kata Tahun" } else { "tanpa kata Tahun" })
                }));
            }
            odd_ones(context, report, &months, Level::Peringatan);
            for seen in [&joins, &years] {
                odd_ones(context, report, seen, Level::Saran);
            }
        }
    }
}

/// Tells each that is not written as most are; where two ways are as common, the first one is right.
fn odd_ones(context: &Context<'_>, report: &mut Report<'_>, seen: &[Seen<'_, '_>], level: Level) {
    let count = |way: &str| seen.iter().filter(|(_, _, other)| *other == way).count();
    let most = seen.iter().map(|(_, _, way)| count(way)).max().unwrap_or(0);
    let Some((like, range, common)) = seen.iter().find(|(_, _, way)| count(way) == most) else { return };
    let place = context.place(like.teks, range.clone());
    for (passage, range, way) in seen.iter().filter(|(_, _, way)| way != common) {
        report
            .at(context.place(passage.teks, range.clone()), format!("di sini {way}, kebanyakan sel kolom ini {common}"))
            .label(place, "ditulis seperti ini")
            .hint("dapatkah semuanya ditulis dengan satu cara?")
            .at_least(level);
    }
}
