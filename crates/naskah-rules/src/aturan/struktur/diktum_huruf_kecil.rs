//! A diktum that begins with a small letter.

use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Diktum diawali huruf kapital
    ///
    /// Setiap diktum ialah kalimat lengkap, jadi diawali huruf kapital dan diakhiri titik.
    ///
    /// Sumber: EYD V tentang huruf kapital; Keputusan KPU 1442/2019.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - menetapkan Hari Kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K112" "diktum-huruf-kecil" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, passage) in context.diktum() {
        let (teks, text) = (passage.teks, &passage.plain);
        let is_diktum = context.keputusan.diktum.get(at).is_some_and(|item| item.teks.span == teks.span);
        let word = text.split([' ', ',', '.', ')', ':']).next().unwrap_or_default();
        let Some(first) = word.chars().next().filter(|c| c.is_lowercase()) else { continue };
        let brand =
            word.contains('-') && word.find('-') == Some(first.len_utf8()) || word.chars().any(char::is_uppercase);
        if !is_diktum || word.chars().count() < 2 || brand || passage.italic_at(0) {
            continue;
        }
        let capital: String = first.to_uppercase().collect();
        report
            .at(context.place(teks, 0..word.len()), "diktum diawali huruf kecil")
            .hint("awali dengan huruf kapital")
            .cure(context.replace(teks, 0..first.len_utf8(), &capital));
    }
}
