//! Begin and end of a schedule in a diktum beside those of its table.

use naskah_core::language::patterns::{Pattern, occurs, pattern};

use crate::parts::cells::Cells;
use crate::parts::moments::{moments, spans};
use crate::{Context, Part, Report, declare_rule};

declare_rule! {
    /// Awal dan akhir jadwal dalam diktum sama dengan tabelnya
    ///
    /// Diktum yang menyebut kapan kegiatan pada jadwal lampiran mulai dan selesai dibandingkan dengan tanggal pertama dan
    /// terakhir dalam tabel. Bila salah satunya sama dan yang lain tidak, salah satu keliru.
    ///
    /// Sumber: ketelitian naskah.
    ///
    /// Salah:
    /// ```yaml
    /// tentang: Jadwal Piket
    /// diktum:
    ///   - Menetapkan Jadwal Piket sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Piket sebagaimana dimaksud dalam Diktum KESATU dilaksanakan pada tanggal 10 Maret 2025 sampai dengan tanggal 13 Maret 2025.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Jadwal Piket
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Tanggal}, {judul: Petugas}]
    ///       baris: [[10 Maret 2025, Petugas Pertama], [11 Maret 2025, Petugas Kedua], [12 Maret 2025, Petugas Ketiga]]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// tentang: Jadwal Piket
    /// diktum:
    ///   - Menetapkan Jadwal Piket sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Piket sebagaimana dimaksud dalam Diktum KESATU dilaksanakan pada tanggal 10 Maret 2025 sampai dengan tanggal 12 Maret 2025.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Jadwal Piket
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Tanggal}, {judul: Petugas}]
    ///       baris: [[10 Maret 2025, Petugas Pertama], [11 Maret 2025, Petugas Kedua], [12 Maret 2025, Petugas Ketiga]]
    /// ```
    "K816" "rentang-jadwal" Peringatan since "0.4.0" => check
}

static HELD: Pattern =
    Pattern::new(|| pattern(r"\b(?:dilaksanakan|diselenggarakan|dilakukan|berlangsung|diadakan)\b[^;.]*$"));

/// Year, month and day.
type Day = (i32, u32, u32);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let tables = Cells::all(context);
    let [table] = &tables[..] else { return };
    if !context.keputusan.tentang.as_plain().to_lowercase().contains("jadwal") {
        return;
    }
    let Some((first, last)) = ends(table) else { return };
    for (passage, text) in context.in_decree().filter(|(passage, _)| matches!(passage.part, Part::Diktum(_))) {
        let tied = passage.plain.contains("Diktum KESATU") || passage.plain.contains("Lampiran");
        for span in spans(&passage.plain).into_iter().filter(|_| tied) {
            let before = passage.plain[..span.range.start].to_lowercase();
            let (Some(from), Some(to)) = (span.from.date(), span.to.date()) else { continue };
            let (from, to) = (from.parts(), to.parts());
            if text.is_fixed(span.range.start) || !occurs(&HELD, &before) || (from == first) == (to == last) {
                continue;
            }
            let (range, message, right) = match from == first {
                true => (span.to.range, "akhir", last),
                false => (span.from.range, "awal", first),
            };
            let (year, month, day) = right;
            report
                .at(
                    context.place(passage.teks, range),
                    format!("{message} jadwal ini lain daripada tabel, {day}-{month}-{year}"),
                )
                .hint("samakan diktum dengan jadwal dalam lampiran");
        }
    }
}

/// The first and the last day of the one column that has a day in each row, or of those of begin and end.
fn ends(table: &Cells<'_>) -> Option<(Day, Day)> {
    let dated = |column: usize| -> Option<Vec<Day>> {
        table
            .plain()
            .map(|line| match &moments(&line.text(column))[..] {
                [one] => one.date().map(|date| date.parts()),
                _ => None,
            })
            .collect()
    };
    let columns: Vec<Vec<Day>> = (0..table.width()).filter_map(dated).filter(|days| days.len() > 1).collect();
    let (from, to) = match &columns[..] {
        [days] => (days, days),
        // Begin and end of each row.
        [from, to] if from.iter().zip(to).all(|(from, to)| from <= to) => (from, to),
        _ => return None,
    };
    Some((*from.iter().min()?, *to.iter().max()?))
}
