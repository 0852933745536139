//! A number in the old form on a new decree.

use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Nomor keputusan hanya angka
    ///
    /// Keputusan bernomor angka dan tahun: Nomor 7 Tahun 2025. Kode klasifikasi, kode wilayah, huruf, dan garis miring
    /// ada dalam nomor keputusan lama saja. Pada tahun 2022 kedua bentuk masih dipakai.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 5.
    ///
    /// Salah:
    /// ```yaml
    /// nomor: 7/HK.03.1-Kpt/3322/2025
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// nomor: 7
    /// ```
    "K122" "nomor-bentuk-lama" Peringatan since "0.2.0" => check
}

/// The last year in which both forms are met.
const LAST_OLD: i32 = 2022;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let decree = context.keputusan;
    let Some(teks) = decree.nomor.as_ref().filter(|_| decree.kepala.nomor.is_none()) else { return };
    let text = teks.as_plain();
    let number = text.trim();
    // A typed label is another rule's finding.
    let labelled = number.to_lowercase().starts_with("no");
    if decree.tahun.value < LAST_OLD || labelled || number.bytes().all(|byte| byte.is_ascii_digit()) {
        return;
    }
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    let rest = number.get(digits.len()..).unwrap_or_default();
    // What follows a stop, comma or blank may be the number's own figures.
    let unclear = rest.starts_with(['.', ',', ' '])
        && rest.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let hint = match digits.as_str() {
        _ if unclear => "tulis angkanya saja, tanpa titik, koma, dan spasi; tahun diambil dari `tahun`".to_owned(),
        "" => "tulis angkanya saja; tahun diambil dari `tahun`".to_owned(),
        digits => format!("tulis `nomor: {digits}`; tahun diambil dari `tahun`"),
    };
    let place = context.place(teks, 0..text.len());
    match decree.tahun.value == LAST_OLD {
        true => report.at(place, "apakah nomor ini memang berbentuk lama?").hint(hint).unsure(),
        false => report.at(place, "nomor keputusan hanya angka, tanpa huruf dan garis miring").hint(hint),
    };
}
