//! The one row of a schedule whose day lies out of order.

use naskah_core::decree::Bilangan;

use crate::parts::cells::{Cells, Line};
use crate::parts::moments::moments;
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Tanggal dalam jadwal dan nilai dalam peringkat berurutan
    ///
    /// Bila semua baris jadwal berurutan menurut tanggalnya kecuali satu, tanggal baris itu mungkin keliru;
    /// demikian pula nilai di samping kolom peringkat.
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
        ranked(report, &table);
        let lines: Vec<&Line<'_>> = table.plain().collect();
        if lines.len() < ROWS || lines.iter().any(|line| line.group > 0) {
            continue;
        }
        let dated: Vec<(usize, Vec<Day>)> =
            (0..table.width()).filter_map(|column| Some((column, days(&lines, column)?))).collect();
        // Where begin and end have columns of their own, stages may overlap; a slip in a row makes both odd.
        let found: Vec<(usize, usize)> =
            dated.iter().filter_map(|(column, days)| Some((*column, odd(days)?))).collect();
        let all = found.len() == dated.len() && found.iter().all(|(_, row)| *row == found[0].1);
        for (column, row) in found.into_iter().take(if all { 1 } else { 0 }) {
            if let Some(span) = lines[row].span(column) {
                report
                    .at(span, "tanggal ini tidak urut, sedangkan baris lain berurutan")
                    .hint("apakah tanggal ini benar?");
            }
        }
    }
}

type Day = (i32, u32, u32);

/// The days of a column whose cells name one each.
fn days(lines: &[&Line<'_>], column: usize) -> Option<Vec<Day>> {
    let dated = |line: &&Line<'_>| line.text(column).bytes().any(|b| b.is_ascii_digit());
    lines.first().filter(|line| dated(line))?;
    let one = |line: &&Line<'_>| match &moments(&line.text(column))[..] {
        [one] => one.date().map(|date| date.parts()),
        _ => None,
    };
    lines.iter().map(one).collect()
}

/// The one value beside a column of ranks that is not between those above and below it.
fn ranked(report: &mut Report<'_>, table: &Cells<'_>) {
    let ranks = ["peringkat", "juara", "ranking"];
    let head = |column: &usize| ranks.iter().any(|word| table.heads[*column].starts_with(word));
    let lines: Vec<&Line<'_>> = table.plain().collect();
    let grouped = lines.iter().any(|line| line.group > 0);
    if grouped || lines.len() < ROWS || !(0..table.width()).any(|column| head(&column)) {
        return;
    }
    for column in (0..table.width()).filter(|column| table.is_numeric(*column) && !head(column)) {
        let values: Option<Vec<Bilangan>> = lines.iter().map(|line| line.number(column)).collect();
        let falls = |skip: Option<usize>| {
            let rest = values.iter().flatten().enumerate().filter(|(at, _)| Some(*at) != skip).map(|(_, value)| value);
            rest.clone().zip(rest.skip(1)).all(|(a, b)| !b.exceeds(*a))
        };
        let fitting: Vec<usize> = (0..lines.len()).filter(|at| !falls(None) && falls(Some(*at))).collect();
        // Two neighbours that are exchanged are told at the lower one.
        let at = match fitting[..] {
            [at] => at,
            [a, b] if a + 1 == b => b,
            _ => continue,
        };
        if let Some(span) = lines[at].span(column) {
            report
                .at(span, "nilai ini tidak urut menurut peringkatnya, sedangkan baris lain berurutan")
                .hint("apakah nilai ini benar?");
        }
    }
}

/// The one day without which the others are in order, where no other will do.
fn odd(days: &[Day]) -> Option<usize> {
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
