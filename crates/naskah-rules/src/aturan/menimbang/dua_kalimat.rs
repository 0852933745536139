//! Two sentences in one consideration.

use crate::{Context, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::WordList;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Setiap pertimbangan satu kalimat
    ///
    /// Pertimbangan yang memuat dua kalimat dipecah menjadi dua butir yang masing-masing diawali “bahwa”, atau
    /// dirangkai menjadi satu kalimat.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 21; UU 12/2011 Lampiran II tentang konsiderans.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan. Jam kerja mengikuti hari kerja itu
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa jam kerja mengikuti hari kerja itu
    /// ```
    "K213" "dua-kalimat" Saran since "0.2.0" => check
}

static NEXT: Pattern = Pattern::new(|| {
    pattern(r"(?:(\p{Ll}{4,}|huruf\s+[a-z]|[0-9)”])\.\s+\p{Lu}\p{Ll}+\s+\p{Ll}|;\s+(?:dan\s+)?bahwa\s)")
});

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (_, passage) in context.menimbang() {
        let text = &passage.plain;
        let found = matches(&NEXT, text).find(|found| {
            let word = text[group(found, 1)].to_lowercase();
            !context.word_lists().has(WordList::SingkatanDalamKalimat, &word)
        });
        let Some(found) = found else { continue };
        let range = group(&found, 0);
        // Behind a word of some length hardly anything else ends there.
        let sure = text[group(&found, 1)].chars().all(char::is_alphabetic)
            || text[range.clone()].starts_with(';')
            || text[group(&found, 1)].starts_with("huruf");
        let mark = text[range.clone()].find(['.', ';']).map_or(range.start, |at| range.start + at);
        report
            .at(context.place(passage.teks, mark..range.end), "apakah di sini mulai kalimat kedua?")
            .hint("jadikan dua butir yang masing-masing diawali “bahwa”, atau rangkai menjadi satu kalimat")
            .at_least(if sure { Level::Peringatan } else { Level::Saran });
    }
}
