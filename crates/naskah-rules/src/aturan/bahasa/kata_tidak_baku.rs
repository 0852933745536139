//! A word or phrase that is not standard.

use std::ops::Range;

use crate::text::phrases::{CLITICS, Hit, Phrases};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::capitals::like;

declare_rule! {
    /// Kata ditulis dalam bentuk bakunya
    ///
    /// Naskah dinas memakai bentuk baku menurut Kamus Besar Bahasa Indonesia dan pedoman ejaan, juga untuk kata yang
    /// ditulis serangkai atau terpisah. Judul peraturan yang dikutip dibiarkan sebagaimana diundangkan.
    ///
    /// Sumber: KBBI; EYD V; UU 12/2011 Lampiran II tentang ragam bahasa peraturan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa jadual kerja perlu dirubah
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa jadwal kerja perlu diubah
    /// ```
    "K503" "kata-tidak-baku" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let baku = context.catalog.kata().baku.iter().filter(|(wrong, _)| !wrong.starts_with("undang"));
    let phrases = Phrases::new(baku.map(|(wrong, right)| (wrong.as_str(), right.as_str())));
    for (passage, text) in context.worded() {
        let right = |hit: &Hit<'_, '_, &str>| {
            let hangs = hit.rest.is_empty() || CLITICS.contains(&hit.rest.as_str());
            hangs.then(|| format!("{}{}", hit.value, hit.rest))
        };
        for (range, right) in phrases.walk(passage, text, right) {
            tell(context, report, passage, range, &right);
        }
    }
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, range: Range<usize>, right: &str) {
    let shown = &passage.plain[range.clone()];
    let right = like(shown, right);
    // The title of a rule that is not in the catalog may be written so officially.
    let cited = matches!(passage.part, Part::Mengingat(_));
    let edit = (!cited).then(|| context.replace(passage.teks, range.clone(), &right)).flatten();
    let finding = report.at(context.place(passage.teks, range.clone()), format!("`{shown}` tidak baku"));
    match cited {
        true => {
            finding.hint(format!("apakah judul resminya memang demikian? bentuk bakunya `{right}`")).unsure();
        }
        false => {
            finding.hint(format!("tulis `{right}`")).cure(edit);
        }
    }
}
