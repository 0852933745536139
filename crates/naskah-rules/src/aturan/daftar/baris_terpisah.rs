//! A row that stands apart from the rows of its place.

use naskah_core::language::WordList;

use crate::parts::cells::{Cells, Line};
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Baris satu wilayah berdiri bersama
    ///
    /// Bila baris setiap wilayah berturut-turut kecuali satu baris, wilayah pada baris yang terpisah itu mungkin keliru.
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: Nama}]
    ///       baris: [[Bergas, Petugas Pertama], [Bergas, Petugas Kedua], [Bawen, Petugas Ketiga], [Bergas, Petugas Keempat], [Bawen, Petugas Kelima], [Bawen, Petugas Keenam]]
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: Nama}]
    ///       baris: [[Bergas, Petugas Pertama], [Bergas, Petugas Kedua], [Bergas, Petugas Ketiga], [Bawen, Petugas Keempat], [Bawen, Petugas Kelima], [Bawen, Petugas Keenam]]
    /// ```
    "K623" "baris-terpisah" Saran since "0.4.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in Cells::all(context) {
        let place = |head: &String| {
            let last = head.rsplit(['/', ' ']).next().unwrap_or_default();
            context.word_lists().has(WordList::TempatKecil, last)
        };
        let Some(column) = table.heads.iter().position(place) else { continue };
        let lines: Vec<&Line<'_>> = table.plain().collect();
        let keys: Vec<String> = lines.iter().map(|line| line.folded(column)).collect();
        if lines.iter().any(|line| line.group > 0) || keys.iter().any(String::is_empty) {
            continue;
        }
        if let Some(span) = lone(&keys).and_then(|row| lines[row].span(column)) {
            report
                .at(span, "baris ini terpisah dari baris lain wilayahnya")
                .hint("apakah wilayah pada baris ini benar?");
        }
    }
}

/// The one row between two of another place, where otherwise all rows of a place stand together.
fn lone(keys: &[String]) -> Option<usize> {
    let mut distinct: Vec<&String> = keys.iter().collect();
    distinct.sort_unstable();
    distinct.dedup();
    let runs: Vec<&[String]> = keys.chunk_by(|a, b| a == b).collect();
    // The row parts the run that it stands in, and its own place has a run of its own.
    if runs.len() != distinct.len() + 2 {
        return None;
    }
    let mut at = 0;
    for (number, run) in runs.iter().enumerate() {
        let around = number.checked_sub(1).and_then(|before| Some((runs.get(before)?, runs.get(number + 1)?)));
        let split = around.is_some_and(|(before, after)| before[0] == after[0]);
        let own = keys.iter().filter(|key| **key == run[0]).count();
        if run.len() == 1 && split && own > 2 {
            return Some(at);
        }
        at += run.len();
    }
    None
}
