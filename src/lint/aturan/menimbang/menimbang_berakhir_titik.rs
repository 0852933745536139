//! A consideration that brings another final mark than the semicolon.

use crate::lint::tulisan::{Pattern, group, matches, pattern, quoted};
use crate::lint::{Context, Report, declare_rule};

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

static END: Pattern = Pattern::new(|| pattern(r"(?:[;,]\s*(?:dan/atau|dan|atau)|[.,:!?;]\s*[.,:!?;]|[.,:!?])$"));

/// Abbreviations that end with their own full stop.
const ABBREVIATED: [&str; 6] = ["tbk.", "dkk.", "dll.", "dsb.", "dst.", "no."];

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for item in &context.keputusan.menimbang.butir {
        let last = item.penutup.as_ref().or_else(|| item.rincian.is_none().then_some(&item.teks));
        let Some(teks) = last else { continue };
        let plain = teks.as_plain();
        let text = plain.trim_end();
        let word = text.rsplit(' ').next().unwrap_or_default();
        let short = word.trim_end_matches('.').contains('.') || ABBREVIATED.contains(&word.to_lowercase().as_str());
        let Some(mark) = matches(&END, text).next().map(|found| group(&found, 0)) else { continue };
        if short || text.ends_with("..") {
            continue;
        }
        report
            .at(
                context.place(teks, mark.clone()),
                format!("pertimbangan berakhir dengan “{}”", quoted(&text[mark.clone()])),
            )
            .hint("akhiri dengan titik koma, atau tanpa tanda: titik koma dibuat oleh program")
            .cure(context.replace(teks, mark, ";"));
    }
}
