//! A comma before "terakhir" in one citation and none in another.

use crate::{Context, Report, declare_rule};

declare_rule! {
    /// “diubah, terakhir dengan” dan “diubah terakhir dengan” tidak dipakai bersama dalam satu keputusan
    ///
    /// Kedua bentuk dijumpai dalam peraturan; yang penting satu keputusan memakai satu bentuk. Kutipan yang dibentuk
    /// program mengikuti pengaturan `koma_terakhir` dalam profil kantor.
    ///
    /// Sumber: Keputusan KPU 57/2022 (dengan koma), Keputusan KPU 42/2023 dan PKPU 21/2023 (tanpa koma).
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - Peraturan Pemerintah Nomor 3 Tahun 2015 tentang Jalur Pendakian (Lembaran Negara Republik Indonesia Tahun 2015 Nomor 41) sebagaimana telah beberapa kali diubah terakhir dengan Peraturan Pemerintah Nomor 9 Tahun 2018 tentang Perubahan Kedua atas Peraturan Pemerintah Nomor 3 Tahun 2015 tentang Jalur Pendakian (Lembaran Negara Republik Indonesia Tahun 2018 Nomor 52)
    ///   - pkpu-8-2019
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - Peraturan Pemerintah Nomor 3 Tahun 2015 tentang Jalur Pendakian (Lembaran Negara Republik Indonesia Tahun 2015 Nomor 41) sebagaimana telah beberapa kali diubah, terakhir dengan Peraturan Pemerintah Nomor 9 Tahun 2018 tentang Perubahan Kedua atas Peraturan Pemerintah Nomor 3 Tahun 2015 tentang Jalur Pendakian (Lembaran Negara Republik Indonesia Tahun 2018 Nomor 52)
    ///   - pkpu-8-2019
    /// ```
    "K318" "koma-terakhir" Saran since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let written: Vec<_> = context
        .cited()
        .filter(|(cited, _)| cited.dasar())
        .filter_map(|(cited, passage)| Some((cited.sitasi.diubah.as_ref()?, passage)))
        .filter_map(|(phrase, passage)| Some((phrase.koma.filter(|_| phrase.berkali)?, phrase, passage)))
        .collect();
    if written.is_empty() {
        return;
    }
    let wanted = context.comma();
    for (comma, phrase, passage) in written {
        if comma == wanted {
            continue;
        }
        let text = &passage.plain[phrase.range.clone()];
        let Some(at) = text.to_lowercase().find("terakhir").filter(|_| text.is_ascii()) else { continue };
        let before = text[..at].trim_end().trim_end_matches(',').len();
        let place = phrase.range.start + before..phrase.range.start + at + "terakhir".len();
        let new = if wanted { ", terakhir" } else { " terakhir" };
        let message = match wanted {
            true => "kutipan lain dalam keputusan ini memakai koma di depan “terakhir”",
            false => "kutipan lain dalam keputusan ini tidak memakai koma di depan “terakhir”",
        };
        report
            .at(context.place(passage.teks, trimmed(&passage.plain, place.clone())), message)
            .hint("pakai satu bentuk dalam satu keputusan")
            .cure(context.replace(passage.teks, place, new));
    }
}

/// A range without the blanks and the comma at its begin.
fn trimmed(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let words = text[range.clone()].trim_start_matches([' ', ',', '\n']);
    range.end - words.len()..range.end
}
