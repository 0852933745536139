//! A consideration that brings another final mark than the semicolon.

use crate::text::last_marks::{last_text, wrong_mark};
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Setiap pertimbangan berakhir dengan titik koma
    ///
    /// Titik koma dibuat oleh program; butir yang membawa titik, koma, atau “dan” sendiri tercetak dengan tanda itu.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 21.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    /// ```
    "K211" "menimbang-berakhir-titik" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for teks in context.keputusan.menimbang.butir.iter().filter_map(last_text) {
        let text = teks.as_plain();
        let Some(mark) = wrong_mark(context.word_lists(), &text, ";") else { continue };
        report
            .at(context.place(teks, mark.clone()), format!("pertimbangan berakhir dengan “{}”", &text[mark.clone()]))
            .hint("akhiri dengan titik koma, atau tanpa tanda: titik koma dibuat oleh program")
            .cure(context.replace(teks, mark, ";"));
    }
}
