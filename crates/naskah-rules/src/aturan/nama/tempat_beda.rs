//! The decree is dated at a place that is not the office's seat.

use crate::{Context, Report, declare_rule};
use naskah_core::language::words::fold;

declare_rule! {
    /// Tempat penetapan ialah kedudukan kantor
    ///
    /// Keputusan ditetapkan di tempat kedudukan kantor pembuatnya. Tempat lain biasanya tertinggal dari naskah kantor
    /// lain; nama wilayah (Semarang) sering tertukar dengan ibu kotanya (Ungaran).
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 112–114.
    ///
    /// Salah:
    /// ```yaml
    /// ditetapkan: {di: Salatiga, tanggal: 2025-03-04}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// ditetapkan: {di: Ungaran, tanggal: 2025-03-04}
    /// ```
    "K408" "tempat-beda" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let seat = &context.kantor.tempat;
    let Some(di) = &context.keputusan.ditetapkan.di else { return };
    let written = di.as_plain();
    if seat.is_empty() || written.trim().is_empty() || fold(&written) == fold(seat) {
        return;
    }
    report
        .at(di.span, format!("tempat penetapan `{}` lain daripada kedudukan kantor, {seat}", written.trim()))
        .hint(format!("tulis {seat}, atau hapus `di`: tempatnya diambil dari profil kantor"));
}
