//! A number that is not as many times another column's as in every other row.

use std::collections::BTreeSet;

use naskah_core::language::WordList;

use crate::parts::cells::{Cells, Line};
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Bilangan yang merupakan kelipatan kolom lain tetap demikian pada setiap baris
    ///
    /// Bila pada semua baris kecuali satu bilangan suatu kolom sekian kali bilangan kolom lain, misalnya empat bilik suara untuk
    /// setiap TPS, bilangan pada baris yang satu itu mungkin keliru.
    ///
    /// Sumber: hitungan.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: Loket, isi: bilangan}, {judul: Kursi, isi: bilangan}]
    ///       baris: [[Bergas, 12, 48], [Bawen, 15, 60], [Jambu, 11, 44], [Tuntang, 14, 65], [Suruh, 9, 36]]
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: Loket, isi: bilangan}, {judul: Kursi, isi: bilangan}]
    ///       baris: [[Bergas, 12, 48], [Bawen, 15, 60], [Jambu, 11, 44], [Tuntang, 14, 56], [Suruh, 9, 36]]
    /// ```
    "K626" "kelipatan-beda" Saran since "0.4.0" => check
}

/// So many rows, and so many different numbers, show that one column is made of another.
const ROWS: usize = 5;
const KINDS: usize = 3;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in Cells::all(context) {
        let named = |head: &str| context.word_lists().occurs(WordList::KolomKode, head) || head.contains("tahun");
        let columns: Vec<usize> =
            (0..table.width()).filter(|column| table.is_numeric(*column) && !named(&table.heads[*column])).collect();
        let lines: Vec<&Line<'_>> = table.plain().collect();
        let mut told = BTreeSet::new();
        for (at, other) in columns.iter().enumerate() {
            for column in &columns[at + 1..] {
                let Some((row, times)) = odd(&lines, *other, *column).filter(|(row, _)| !told.contains(row)) else {
                    continue;
                };
                let Some(span) = lines[row].span(*column) else { continue };
                told.insert(row);
                let of = &table.heads[*other];
                let message = match times {
                    1 => format!("bilangan ini tidak sama dengan kolom {of}, sedangkan pada baris lain sama"),
                    _ => format!("bilangan ini bukan {times} kali kolom {of}, sedangkan pada baris lain demikian"),
                };
                report.at(span, message).hint("apakah bilangan ini benar?");
            }
        }
    }
}

/// The one row in which a column is not so many times another as in all others.
fn odd(lines: &[&Line<'_>], other: usize, column: usize) -> Option<(usize, i128)> {
    let pairs: Option<Vec<(i128, i128)>> = lines
        .iter()
        .map(|line| {
            let (a, b) = (line.number(other)?.without_zeros(), line.number(column)?.without_zeros());
            (a.places == 0 && b.places == 0 && a.digits > 0).then_some((a.digits, b.digits))
        })
        .collect();
    let pairs = pairs.filter(|pairs| pairs.len() >= ROWS)?;
    let kinds: BTreeSet<i128> = pairs.iter().map(|(a, _)| *a).collect();
    // The first row may be the odd one.
    let times = pairs.iter().take(2).filter(|(a, b)| b % a == 0 && b / a > 0).map(|(a, b)| b / a);
    times.filter(|_| kinds.len() >= KINDS).find_map(|times| {
        let odd: Vec<usize> = (0..pairs.len()).filter(|at| pairs[*at].0 * times != pairs[*at].1).collect();
        match odd[..] {
            [row] => Some((row, times)),
            _ => None,
        }
    })
}
