//! A foreign word that is not set in italics.

use std::ops::Range;

use crate::text::phrases::{Hit, Phrases};
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Kata asing ditulis miring
    ///
    /// Kata atau ungkapan asing yang tidak dapat diganti dengan padanannya dicetak miring. Kata yang sama hanya
    /// ditunjukkan sekali dalam satu teks.
    ///
    /// Sumber: EYD V tentang huruf miring; UU 12/2011 Lampiran II tentang istilah asing.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja meja pelayanan helpdesk perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja meja bantuan (*helpdesk*) perlu ditetapkan
    /// ```
    "K509" "asing-tegak" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let foreign = &context.catalog.kata().asing;
    let phrases = Phrases::new(foreign.keys().map(|phrase| (phrase.as_str(), ())));
    let apart = |part: Part| matches!(part, Part::Kepala | Part::Menetapkan | Part::Kolom(_));
    for (passage, text) in context.worded().filter(|(passage, text)| !text.capitals && !apart(passage.part)) {
        let mut told = Vec::new();
        let upright = |hit: &Hit<'_, '_, ()>| {
            let free = hit.words.last().is_some_and(|end| end.mask.is_none() && !end.italic);
            (free && hit.rest.is_empty()).then(|| hit.phrase.to_owned())
        };
        for (range, phrase) in phrases.walk(passage, text, upright) {
            if !told.contains(&phrase) {
                tell(context, report, passage, range, foreign.get(&phrase).and_then(Option::as_deref));
                told.push(phrase);
            }
        }
    }
}

fn tell(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    range: Range<usize>,
    native: Option<&str>,
) {
    let shown = &passage.plain[range.clone()];
    let finding = report.at(context.place(passage.teks, range.clone()), format!("kata asing `{shown}` tidak miring"));
    if matches!(passage.part, Part::Mengingat(_)) {
        finding.hint("apakah judul resminya memang demikian?").unsure();
        return;
    }
    let edit = context.replace(passage.teks, range, &format!("*{shown}*"));
    let finding = finding.hint(format!("tulis `*{shown}*`")).cure(edit);
    if let Some(native) = native {
        finding.hint(format!("padanannya: {native}"));
    }
}
