//! A cell that names what another row is about, where in all other rows it names the row's own.

use naskah_core::language::words::has_word;

use crate::parts::cells::{Cells, Line};
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Sel menyebut nama barisnya sendiri
    ///
    /// Bila pada semua baris lain satu kolom mengulang nama dari kolom lain (“Aula Kecamatan Bergas” di samping “Bergas”),
    /// sel yang menyebut nama baris lain tertukar.
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: Tempat}]
    ///       baris: [[Bergas, Aula Kecamatan Bergas], [Bawen, Aula Kecamatan Bergas], [Tuntang, Aula Kecamatan Tuntang]]
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Kecamatan}, {judul: Tempat}]
    ///       baris: [[Bergas, Aula Kecamatan Bergas], [Bawen, Aula Kecamatan Bawen], [Tuntang, Aula Kecamatan Tuntang]]
    /// ```
    "K621" "sel-baris-lain" Peringatan since "0.4.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in Cells::all(context) {
        let lines: Vec<&Line<'_>> = table.plain().collect();
        if lines.len() < 3 {
            continue;
        }
        let columns: Vec<Vec<String>> =
            (0..table.width()).map(|column| lines.iter().map(|line| line.folded(column)).collect()).collect();
        for (at, keys) in columns.iter().enumerate() {
            let distinct = keys.iter().enumerate().all(|(at, key)| key.len() > 3 && !keys[..at].contains(key));
            for (other, cells) in columns.iter().enumerate().filter(|(other, _)| distinct && *other != at) {
                if let Some((row, twin)) = strange(keys, cells) {
                    tell(report, lines[row], (lines[twin], at), other);
                } else if let Some(row) = nameless(keys, cells) {
                    let (Some(span), Some(own)) = (lines[row].span(other), lines[row].span(at)) else { continue };
                    report
                        .at(span, format!("sel ini tidak menyebut `{}`, nama barisnya", lines[row].text(at).trim()))
                        .label(own, "nama baris ini")
                        .hint("pada baris lain sel ini menyebut nama barisnya")
                        .unsure();
                }
            }
        }
    }
}

/// The one row whose cell does not name the row's key but that of another row.
fn strange(keys: &[String], cells: &[String]) -> Option<(usize, usize)> {
    let names = |cell: &String, key: &String| cell.len() > key.len() && has_word(cell, &[key.as_str()]);
    let odd: Vec<usize> = (0..keys.len()).filter(|at| !names(&cells[*at], &keys[*at])).collect();
    let [row] = odd[..] else { return None };
    let twin = (0..keys.len()).find(|at| *at != row && names(&cells[row], &keys[*at]))?;
    Some((row, twin))
}

fn tell(report: &mut Report<'_>, line: &Line<'_>, (twin, key): (&Line<'_>, usize), column: usize) {
    let (Some(span), Some(own), Some(other)) = (line.span(column), line.span(key), twin.span(key)) else { return };
    report
        .at(span, format!("sel ini menyebut `{}`, barisnya `{}`", twin.text(key).trim(), line.text(key).trim()))
        .label(own, "nama baris ini")
        .label(other, "nama baris lain")
        .hint("periksa sel ini; pada baris lain sel ini menyebut nama barisnya sendiri");
}

/// The one row whose cell has the words of all others before the name, but not the row's name.
fn nameless(keys: &[String], cells: &[String]) -> Option<usize> {
    let front =
        |at: usize| cells[at].strip_suffix(keys[at].as_str()).map(str::trim_end).filter(|front| !front.is_empty());
    let odd: Vec<usize> = (0..keys.len()).filter(|at| front(*at).is_none()).collect();
    let [row] = odd[..] else { return None };
    let common = (0..keys.len()).find(|at| *at != row).and_then(front)?;
    let same = (0..keys.len()).filter(|at| *at != row).all(|at| front(at) == Some(common));
    (keys.len() > 3 && same && cells[row].starts_with(common)).then_some(row)
}
