//! "dimaksud pada huruf a" in Menimbang.

use crate::parts::diktum_references;
use crate::words::Text;
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Pertimbangan dan diktum dirujuk dengan “dimaksud dalam …”
    ///
    /// Butir penutup Menimbang berbunyi “sebagaimana dimaksud dalam huruf a”; “pada huruf” dan “dimaksud huruf” bukan
    /// bentuknya. Diktum, pasal, dan lampiran dirujuk dengan “dalam”, ayat dengan “pada”.
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

static BARE: Pattern = Pattern::new(|| {
    pattern(
        r"\bdimaksud\s+((?:[Dd]iktum|DIKTUM)\s+K|[Hh]uruf\s+[a-z]\b|Pasal\s+[0-9]|[Aa]yat\s+\(|[Aa]ngka\s+[0-9]|Lampiran\b)",
    )
});
static ON_DIKTUM: Pattern = Pattern::new(|| pattern(r"\bdimaksud\s+(pada|di|kepada)\s+(?:[Dd]iktum|DIKTUM)\s+K"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.worded().filter(|(passage, _)| passage.plain.contains("dimaksud")) {
        preposition(context, report, passage, text);
    }
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
            let written = text[word_range(&group(&found, 1), text)].to_owned();
            let message = match written.as_str() {
                "" => "kata “dalam” di depan “huruf” tertinggal".to_owned(),
                written => format!("butir Menimbang dirujuk dengan “dalam huruf”, bukan “{written} huruf”"),
            };
            report
                .at(context.place(teks, range), message)
                .hint("tulis “sebagaimana dimaksud dalam huruf …”")
                .cure(edit);
        }
    }
}

/// The words of a preposition without the blank after it.
fn word_range(word: &std::ops::Range<usize>, text: &str) -> std::ops::Range<usize> {
    word.start..word.start + text[word.clone()].trim_end().len()
}

/// "dimaksud Diktum KESATU" without its preposition, and with another one.
fn preposition(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, roles: &Text) {
    let (teks, text) = (passage.teks, &passage.plain);
    for object in matches(&BARE, text).map(|found| group(&found, 1)) {
        let letters =
            text[object.clone()].to_lowercase().starts_with("huruf") && matches!(passage.part, Part::Menimbang(_));
        if letters || roles.mask_at(object.start).is_some() {
            continue;
        }
        let right = if text[object.clone()].to_lowercase().starts_with("ayat") { "pada" } else { "dalam" };
        let word = text[object.start..].split(' ').next().unwrap_or_default();
        report
            .at(
                context.place(teks, object.start..object.start + word.len()),
                format!("kata “{right}” di depan “{word}” tertinggal"),
            )
            .hint(format!("tulis “sebagaimana dimaksud {right} {word} …”"))
            .cure(context.replace(teks, object.start..object.start, &format!("{right} ")));
    }
    for word in matches(&ON_DIKTUM, text).map(|found| group(&found, 1)) {
        let message = format!("diktum dirujuk dengan “dalam Diktum”, bukan “{} Diktum”", &text[word.clone()]);
        report
            .at(context.place(teks, word.clone()), message)
            .hint("tulis “sebagaimana dimaksud dalam Diktum …”")
            .cure(context.replace(teks, word, "dalam"));
    }
}
