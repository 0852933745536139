//! A number that is ten, a hundred or a thousand times that of the rows around it.

use naskah_core::language::WordList;
use std::collections::BTreeSet;

use naskah_core::decree::Bilangan;
use naskah_core::diag::Span;

use crate::parts::cells::Cells;
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Bilangan dalam satu kolom sebesar bilangan baris lainnya
    ///
    /// Bila semua bilangan kolom berdekatan, sedangkan satu bilangan sepuluh, seratus, atau seribu kali (atau sepersekiannya),
    /// titik, koma, atau satu angkanya mungkin keliru.
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Petugas}, {judul: Nilai}]
    ///       baris: [[Nama Satu, '81,25'], [Nama Dua, '86,75'], [Nama Tiga, '8875'], [Nama Empat, '90,50'], [Nama Lima, '84,00'], [Nama Enam, '79,50']]
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Petugas}, {judul: Nilai}]
    ///       baris: [[Nama Satu, '81,25'], [Nama Dua, '86,75'], [Nama Tiga, '88,75'], [Nama Empat, '90,50'], [Nama Lima, '84,00'], [Nama Enam, '79,50']]
    /// ```
    "K625" "bilangan-jauh" Saran since "0.4.0" => check
}

/// So many rows, and so many different numbers, show how large the numbers of a column are.
const ROWS: usize = 6;
const KINDS: usize = 5;

/// How many times the least of them the largest may be.
const SPREAD: f64 = 2.5;

/// How many times as far as the nearest of them a number lies that lost or got a nought.
const GAP: f64 = 7.0;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in Cells::all(context) {
        for column in (0..table.width()).filter(|column| table.is_numeric(*column)) {
            if context.word_lists().occurs(WordList::KolomKode, &table.heads[column]) {
                continue;
            }
            let values = table.plain().filter_map(|line| Some((line.number(column)?, line.span(column)?)));
            let values: Vec<(Bilangan, Span)> = values.collect();
            if let Some((span, low, high)) = odd(&values) {
                report
                    .at(
                        span,
                        format!("bilangan ini jauh dari bilangan lain pada kolom ini, {low} sampai dengan {high}"),
                    )
                    .hint("apakah titik, koma, dan banyaknya angka benar?");
            }
        }
    }
}

/// The one value that is far from all others, which lie together, and would be among them but for its noughts; with the
/// least and the largest of the others.
fn odd(values: &[(Bilangan, Span)]) -> Option<(Span, Bilangan, Bilangan)> {
    // The one number without decimals has lost its comma.
    let whole = values.iter().filter(|(value, _)| value.places == 0).count();
    let (rows, sorts) = if whole == 1 && values.len() > 3 { (4, 3) } else { (ROWS, KINDS) };
    let values: Vec<(f64, Span)> = values.iter().map(|(value, span)| (value.real(), *span)).collect();
    if values.len() < rows || values.iter().any(|(value, _)| *value <= 0.0) {
        return None;
    }
    let mut sorted: Vec<&(f64, Span)> = values.iter().collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let kinds = |rest: &[&(f64, Span)]| rest.iter().map(|(value, _)| value.to_bits()).collect::<BTreeSet<_>>().len();
    let (first, last) = (sorted.first()?, sorted.last()?);
    [(*first, &sorted[1..]), (*last, &sorted[..sorted.len() - 1])].into_iter().find_map(|((value, span), rest)| {
        let (low, high) = (rest.first()?.0, rest.last()?.0);
        let among = |value: f64| (low * 0.8..=high * 1.25).contains(&value);
        let lost = [10.0, 100.0, 1000.0].into_iter().any(|times| among(value / times) || among(value * times));
        let shown = |value: f64| format!("{value}").replace('.', ",").parse::<Bilangan>().ok();
        let far = *value >= high * GAP || value * GAP <= low;
        (far && high <= low * SPREAD && kinds(rest) >= sorts && lost).then_some((*span, shown(low)?, shown(high)?))
    })
}
