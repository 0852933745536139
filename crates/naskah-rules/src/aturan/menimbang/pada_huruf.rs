//! "dimaksud pada huruf a" in Menimbang.

use crate::parts::diktum_references;
use crate::{Context, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Pertimbangan dirujuk dengan “dimaksud dalam huruf …”
    ///
    /// Butir penutup Menimbang berbunyi “sebagaimana dimaksud dalam huruf a”; “pada huruf” dan “dimaksud huruf” bukan
    /// bentuknya.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 22; PKPU 1/2022 (bunyi konsideransnya).
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa berdasarkan pertimbangan sebagaimana dimaksud pada huruf a, perlu menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Semarang tentang Penetapan Hari Kerja
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Semarang tentang Penetapan Hari Kerja
    /// ```
    "K206" "pada-huruf" Peringatan since "0.2.0" => check
}

static ON: Pattern = Pattern::new(|| {
    pattern(r"\b(?:dimaksud|tersebut|disebut|disebutkan)\s+(pada\s+|di\s+dalam\s+|didalam\s+|di\s+)?(huruf)\s+[a-z]\b")
});

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (_, passage) in context.menimbang().filter(|(_, passage)| passage.plain.contains("huruf")) {
        let (teks, text) = (passage.teks, &passage.plain);
        let series = diktum_references::letters(text);
        for found in matches(&ON, text) {
            let (word, letter) = (group(&found, 1), group(&found, 2));
            let end = series
                .iter()
                .find(|series| series.range.contains(&letter.start))
                .map_or(letter.end, |series| series.range.end);
            if diktum_references::goes_elsewhere(context.word_lists(), &text[end..]) {
                continue;
            }
            let (range, edit) = if word.is_empty() {
                (letter.clone(), context.replace(teks, letter.start..letter.start, "dalam "))
            } else {
                let word = word.start..word.start + text[word].trim_end().len();
                (word.clone(), context.replace(teks, word, "dalam"))
            };
            report
                .at(context.place(teks, range), "butir Menimbang dirujuk dengan “dalam huruf”")
                .hint("tulis “sebagaimana dimaksud dalam huruf …”")
                .cure(edit);
        }
    }
}
