//! A cell of a time column that tells no time, no year where the others have one, or no month that there is.

use crate::parts::rows::{self, ColumnRole};
use crate::{Context, Passage, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::timing::{self, Timing};

declare_rule! {
    /// Sel pada kolom waktu menyebut waktu
    ///
    /// Target waktu dapat berupa bulan, tanggal, triwulan, semester, tahun, atau waktu yang berulang. Nama bulan yang
    /// salah ketik ditunjukkan; sel tanpa tahun di antara sel yang bertahun ditanyakan.
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
    ///       baris: [[penyusunan jadwal, Januari 2025], [pengumuman jadwal, Agusutus 2025]]
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
    ///       baris: [[penyusunan jadwal, Januari 2025], [pengumuman jadwal, Agustus 2025], [pengawasan, setiap bulan]]
    /// ```
    "K606" "target-bukan-waktu" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, table) in context.tables.iter().enumerate() {
        for (column, _) in
            rows::roles(context, table).iter().enumerate().filter(|(_, role)| **role == ColumnRole::Waktu)
        {
            let passages = rows::column(context, at, column);
            let read: Vec<(&Passage<'_>, Timing)> = passages
                .into_iter()
                .map(|passage| (passage, timing::read(context.word_lists(), &passage.plain)))
                .collect();
            let times = read.iter().filter(|(_, timing)| timing.is_time()).count();
            if times * 2 > read.len() {
                told(context, report, &read);
            }
        }
    }
}

fn told(context: &Context<'_>, report: &mut Report<'_>, read: &[(&Passage<'_>, Timing)]) {
    let monthly = |timing: &Timing| !timing.months.is_empty();
    let dated = read.iter().filter(|(_, timing)| monthly(timing) && !timing.years.is_empty()).count();
    let bare = read.iter().filter(|(_, timing)| monthly(timing) && timing.years.is_empty()).count();
    // All others tell a time.
    let lone = read.len() > 2 && read.iter().filter(|(_, timing)| !timing.is_time()).count() == 1;
    for (passage, timing) in read {
        let whole = || context.place(passage.teks, 0..passage.plain.len());
        for (range, month) in &timing.misspelt {
            let word = &passage.plain[range.clone()];
            report
                .at(context.place(passage.teks, range.clone()), format!("`{word}` bukan nama bulan"))
                .hint(format!("maksud Anda {month}?"))
                .cure(context.replace(passage.teks, range.clone(), month));
        }
        if !timing.is_time() {
            report
                .at(whole(), "sel pada kolom waktu ini tidak menyebut waktu")
                .hint("apakah yang dimaksud waktu? tulis bulan, tanggal, triwulan, atau waktu yang berulang")
                .at_most(if lone { Level::Peringatan } else { Level::Saran });
        } else if monthly(timing) && timing.years.is_empty() && dated >= 3 && dated >= bare * 2 {
            report
                .at(whole(), "waktu ini tanpa tahun, sedangkan kebanyakan sel kolom ini bertahun")
                .hint("apakah tahunnya perlu disebut juga?")
                .unsure();
        }
    }
}
