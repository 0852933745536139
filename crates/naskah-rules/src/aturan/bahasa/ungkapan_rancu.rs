//! A phrase that mixes two, or says a thing twice.

use naskah_core::language::WordList;
use std::ops::Range;

use crate::text::phrases::{Hit, Phrases};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::catalog::kata::Rancu;
use naskah_core::language::capitals::like;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Ungkapan tidak rancu dan tidak berlebihan
    ///
    /// “Terdiri dari” mencampur “terdiri atas” dan “terjadi dari”; “agar supaya” dan “adalah merupakan” mengatakan satu
    /// hal dua kali; kata kerja seperti “membahas” langsung diikuti objeknya, tanpa “tentang”. Judul peraturan yang
    /// dikutip dibiarkan.
    ///
    /// Sumber: KBBI; EYD V; UU 12/2011 Lampiran II tentang ragam bahasa peraturan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja yang terdiri dari lima hari perlu ditetapkan agar supaya tertib
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja yang terdiri atas lima hari perlu ditetapkan agar tertib
    /// ```
    "K520" "ungkapan-rancu" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let phrases = Phrases::new(context.catalog.kata().rancu.iter().map(|(phrase, right)| (phrase.as_str(), right)));
    let spoken = context.passages.iter().any(|passage| passage.plain.contains("aling lama "));
    let before = spoken.then(|| context.word_lists().pattern(BEFORE)).flatten();
    for (passage, text) in context.worded().filter(|(passage, _)| !matches!(passage.part, Part::Mengingat(_))) {
        let right = |hit: &Hit<'_, '_, &Rancu>| {
            let same = hit.rest.is_empty() && hit.shown.len() == hit.phrase.len();
            let free = hit.words.iter().all(|word| word.mask.is_none() && !word.italic);
            (same && free && !is_other_sense(context, passage, hit)).then(|| (*hit.value).clone())
        };
        for found in matches(&BETWEEN, &passage.plain) {
            let range = group(&found, 0);
            report
                .at(context.place(passage.teks, range), "“antara … sampai dengan” rancu")
                .hint("tulis “antara … dan …”, atau “dari … sampai dengan …”");
        }
        for (paired, right) in [(&NOT_ONLY, "melainkan juga"), (&ALSO, "tetapi juga")] {
            for range in matches(paired, &passage.plain).map(|found| group(&found, 1)) {
                let shown = &passage.plain[range.clone()];
                report
                    .at(
                        context.place(passage.teks, range.clone()),
                        format!("`{shown}` bukan pasangan kata di depannya"),
                    )
                    .hint(format!("tulis `{right}`"))
                    .cure(context.replace(passage.teks, range, right));
            }
        }
        let before = before.iter().filter(|_| passage.plain.contains("sebelum"));
        for range in before.flat_map(|before| before.captures_iter(&passage.plain)).map(|found| group(&found, 1)) {
            report
                .at(
                    context.place(passage.teks, range),
                    "“paling lama” menyebut lamanya, bukan batas sebelum suatu saat",
                )
                .hint("apakah yang dimaksud “paling lambat … sebelum”?")
                .unsure();
        }
        for (range, right) in phrases.walk(passage, text, right) {
            tell(context, report, passage, range, &right);
        }
    }
}

/// "paling lama 3 (tiga) hari sebelum rapat"
static NOT_ONLY: Pattern =
    Pattern::new(|| pattern(r"\bbukan\s+(?:hanya|saja|sekadar)\b[^.;:]{1,120}?\s((?:tetapi|namun)\s+juga)\b"));
static ALSO: Pattern = Pattern::new(|| pattern(r"\btidak\s+hanya\b[^.;:]{1,120}?\s(melainkan\s+juga)\b"));
const BEFORE: &str =
    r"(?i)\b(paling\s+lama)\s+[0-9]+\s*(?:\([a-zA-Z ]+\)\s*)?{satuan-hitungan}(?:\s+(?:kerja|kalender))?\s+sebelum\b";

/// A span of time told in two ways at once.
static BETWEEN: Pattern = Pattern::new(|| {
    pattern(
        r"\bantara\s+(?:(?:pukul|tanggal|bulan|hari|tahun)\s+)?[\p{L}0-9]+(?:[.][0-9]+)?(?:\s+[\p{L}0-9]+){0,3}?\s+(?:sampai dengan|hingga|s\.d\.)\s",
    )
});

/// Whether the last word of a phrase belongs to what follows.
fn is_other_sense(context: &Context<'_>, passage: &Passage<'_>, hit: &Hit<'_, '_, &Rancu>) -> bool {
    let next = hit.next.map(|next| passage.lower(next)).unwrap_or_default();
    hit.words.last().is_some_and(|word| passage.word(word) == "atas")
        && context.word_lists().has(WordList::SesudahAtas, &next)
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, range: Range<usize>, right: &Rancu) {
    let shown = &passage.plain[range.clone()];
    let meant = like(shown, &right.tepat);
    let place = context.place(passage.teks, range.clone());
    match right.pasti {
        true => {
            let edit = context.replace(passage.teks, range.clone(), &meant);
            report.at(place, format!("`{shown}` rancu")).hint(format!("tulis `{meant}`")).cure(edit);
        }
        false => {
            report
                .at(place, format!("`{shown}` mungkin rancu atau berlebihan"))
                .hint(format!("apakah cukup `{meant}`?"))
                .unsure();
        }
    }
}
