//! The one row of a schedule whose day lies out of order.

use crate::parts::cells::{Cells, Line};
use crate::parts::moments::moments;
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Tanggal dalam jadwal berurutan
    ///
    /// Bila semua baris jadwal berurutan menurut tanggalnya kecuali satu, tanggal baris itu mungkin keliru.
    ///
    /// Sumber: ketelitian naskah.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Tanggal}, {judul: Petugas}]
    ///       baris: [[10 Maret 2025, Petugas Pertama], [21 Maret 2025, Petugas Kedua], [12 Maret 2025, Petugas Ketiga], [13 Maret 2025, Petugas Keempat], [14 Maret 2025, Petugas Kelima]]
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Tanggal}, {judul: Petugas}]
    ///       baris: [[10 Maret 2025, Petugas Pertama], [11 Maret 2025, Petugas Kedua], [12 Maret 2025, Petugas Ketiga], [13 Maret 2025, Petugas Keempat], [14 Maret 2025, Petugas Kelima]]
    /// ```
    "K622" "tanggal-tak-urut" Saran since "0.4.0" => check
}

/// So many rows show an order.
const ROWS: usize = 4;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in Cells::all(context) {
        for column in 0..table.width() {
            let lines: Vec<&Line<'_>> = table.plain().collect();
            let dated = |line: &&Line<'_>| line.text(column).bytes().any(|b| b.is_ascii_digit());
            if lines.len() < ROWS || !lines.first().is_some_and(dated) {
                continue;
            }
            let days: Option<Vec<(i32, u32, u32)>> = lines
                .iter()
                .map(|line| match &moments(&line.text(column))[..] {
                    [one] => one.date().map(|date| date.parts()),
                    _ => None,
                })
                .collect();
            let Some(days) = days else { continue };
            let grouped = lines.iter().any(|line| line.group > 0);
            if let (Some(row), false) = (odd(&days), grouped)
                && let Some(span) = lines[row].span(column)
            {
                report
                    .at(span, "tanggal ini tidak urut, sedangkan baris lain berurutan")
                    .hint("apakah tanggal ini benar?");
            }
        }
    }
}

/// The one day without which the others are in order, where no other will do.
fn odd(days: &[(i32, u32, u32)]) -> Option<usize> {
    let rises = |skip: Option<usize>| {
        let rest: Vec<_> = days.iter().enumerate().filter(|(at, _)| Some(*at) != skip).map(|(_, day)| day).collect();
        rest.is_sorted()
    };
    if rises(None) || days.first() == days.last() {
        return None;
    }
    let fitting: Vec<usize> = (0..days.len()).filter(|at| rises(Some(*at))).collect();
    match fitting[..] {
        [at] => Some(at),
        _ => None,
    }
}
