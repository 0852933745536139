//! Years in a column of numbers, which is printed with dots between thousands.

use naskah_core::decree::{Bilangan, IsiKolom, Sel};
use naskah_core::diag::Span;

use crate::parts::rows::{self, ColumnRole};
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Tahun tidak dicetak sebagai ribuan
    ///
    /// Kolom dengan `isi: bilangan` mencetak 2024 sebagai 2.024, dan baris jumlah menjumlahkannya. Tahun ialah sebutan,
    /// bukan banyaknya sesuatu.
    ///
    /// Sumber: EYD V tentang tanda titik dalam bilangan.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Barang}, {judul: Tahun Perolehan, isi: bilangan}]
    ///       baris: [[Meja rapat, 2019], [Lemari arsip, 2021]]
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
    ///       kolom: [{judul: No, isi: nomor}, {judul: Barang}, {judul: Tahun Perolehan}]
    ///       baris: [[Meja rapat, '2019'], [Lemari arsip, '2021']]
    /// ```
    "K624" "tahun-berpisah" Peringatan since "0.4.0" => check
}

/// Whether a number may be a year.
fn is_year(value: Bilangan) -> bool {
    value.places == 0 && (1900..=2100).contains(&value.digits)
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for table in &context.tables {
        let roles = rows::roles(context, table);
        let dated = |at: &usize| roles.get(*at) == Some(&ColumnRole::Tahun);
        for at in (0..table.columns.len()).filter(|at| table.columns[*at].isi == IsiKolom::Bilangan).filter(dated) {
            let cells: Vec<(Bilangan, Span)> = rows::rows(table)
                .iter()
                .filter_map(|row| match row.cells.get(at)? {
                    Sel::Bilangan(value, span) => Some((*value, *span)),
                    _ => None,
                })
                .collect();
            let Some((value, span)) = cells.first().filter(|_| cells.iter().all(|(value, _)| is_year(*value))) else {
                continue;
            };
            report
                .at(*span, format!("tahun dalam kolom `isi: bilangan` dicetak {value}"))
                .hint("hapus `isi: bilangan` dari kolom itu");
        }
    }
}
