//! "dan/atau" written otherwise.

use crate::{Context, Report, declare_rule};
use naskah_core::language::capitals::like;

declare_rule! {
    /// “dan/atau” ditulis dengan garis miring tanpa spasi
    ///
    /// Kumulatif dan alternatif sekaligus dinyatakan dengan frasa “dan/atau”, ditulis rapat.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang pilihan kata “dan/atau”; EYD V tentang garis miring.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja dan / atau jam kerja perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja dan/atau jam kerja perlu ditetapkan
    /// ```
    "K514" "dan-atau" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded() {
        for word in text.words.iter().filter(|word| word.mask.is_none()) {
            let shown = passage.word(word);
            if shown.eq_ignore_ascii_case("dan-atau") {
                tell(context, report, passage, word.range.clone());
            }
        }
        for pair in text.words.windows(2).filter(|pair| pair[0].mask.is_none()) {
            let both = passage.word(&pair[0]).eq_ignore_ascii_case("dan")
                && passage.word(&pair[1]).eq_ignore_ascii_case("atau");
            let gap = passage.gap(&pair[0], &pair[1]);
            let slashed = passage.plain[pair[1].range.end..].trim_start().starts_with('/');
            if both && !slashed && gap != "/" && gap.chars().all(|c| "/ -–".contains(c)) {
                tell(context, report, passage, pair[0].range.start..pair[1].range.end);
            }
        }
    }
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &crate::Passage<'_>, range: std::ops::Range<usize>) {
    let shown = &passage.plain[range.clone()];
    let right = like(shown, "dan/atau");
    let edit = context.replace(passage.teks, range.clone(), &right);
    report
        .at(context.place(passage.teks, range.clone()), format!("`{shown}` tidak ditulis rapat dengan garis miring"))
        .hint(format!("tulis `{right}`"))
        .cure(edit);
}
