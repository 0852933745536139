//! The commencement clause is not the last diktum, or stands twice.

use crate::parts::commencement;
use crate::{Context, Report, declare_rule};
use naskah_core::language::numerals::nama_diktum;

declare_rule! {
    /// Saat mulai berlaku dinyatakan sekali, dalam diktum terakhir
    ///
    /// Diktum penutup menyatakan saat berlaku setelah semua ketentuan lengkap; dua pernyataan dapat saling bertentangan.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 94–100; Keputusan KPU 1442/2019.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    ///   - Menetapkan Hari Kerja.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K108" "mulai-berlaku-tidak-terakhir" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let diktum = &context.keputusan.diktum;
    let clauses = commencement::clauses(context);
    let Some(last) = clauses.iter().max_by_key(|clause| clause.diktum) else { return };
    for clause in &clauses {
        let place = context.place(clause.passage.teks, clause.range.clone());
        let name = nama_diktum(clause.diktum + 1).unwrap_or_default();
        if clause.diktum < last.diktum {
            report
                .at(place, "saat mulai berlaku dinyatakan lebih dari sekali")
                .label(context.place(last.passage.teks, last.range.clone()), "dinyatakan juga di sini")
                .hint("nyatakan sekali saja, dalam diktum terakhir");
        } else if clause.diktum + 1 < diktum.len() {
            report
                .at(place, format!("Diktum {name} menyatakan saat mulai berlaku, padahal bukan diktum terakhir"))
                .label(diktum[diktum.len() - 1].teks.span, "diktum terakhir")
                .hint("pindahkan menjadi diktum terakhir, lalu periksa rujukan antardiktum");
        }
    }
}
