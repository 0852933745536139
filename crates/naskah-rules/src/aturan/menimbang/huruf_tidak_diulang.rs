//! "huruf a dan b" where the word is to be repeated.

use crate::parts::diktum_references::{self, Letters};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::decree::Teks;
use naskah_core::diag::Edit;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Kata “huruf”, “ayat”, dan “Diktum” diulang untuk setiap rujukan
    ///
    /// Rujukan ditulis “huruf a, huruf b, dan huruf c”, bukan “huruf a, b, dan c”. “huruf a sampai dengan huruf c” tetap
    /// boleh.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang konsiderans.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa jam kerja perlu ditetapkan
    ///   - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan b, perlu menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Semarang tentang Penetapan Hari Kerja
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan
    ///   - bahwa jam kerja perlu ditetapkan
    ///   - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan Komisi Pemilihan Umum Kabupaten Semarang tentang Penetapan Hari Kerja
    /// ```
    "K205" "huruf-tidak-diulang" Peringatan since "0.2.0" => check
}

static SECTIONS: Pattern = Pattern::new(|| {
    pattern(r"\bayat\s+\([0-9]+[a-z]?\)((?:\s*,\s*|\s*,?\s+(?:dan|atau|dan/atau)\s+)\([0-9]+[a-z]?\))+")
});
static NUMBERS: Pattern = Pattern::new(|| {
    pattern(
        r"\b(?:(Lampiran)\s+[IVXLC]+((?:\s*,\s*|\s*,?\s+(?:dan|atau|dan/atau)\s+)[IVXLC]+\b)+|(Pasal)\s+[0-9]+[A-Z]?((?:\s*,\s*|\s*,?\s+(?:dan|atau|dan/atau)\s+)[0-9]+[A-Z]?\b)+)",
    )
});
static NUMBER: Pattern = Pattern::new(|| pattern(r"(?:,|dan|atau)\s*([IVXLC]+|[0-9]+[A-Z]?)\b"));
static SECTION: Pattern = Pattern::new(|| pattern(r"(?:,|dan|atau)\s*(\([0-9]+[a-z]?\))"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for passage in &context.passages {
        let text = &passage.plain;
        for series in diktum_references::letters(text) {
            letters(context, report, passage, &series);
        }
        if text.contains("ayat") {
            sections(context, report, passage);
        }
        if text.contains("Lampiran") || text.contains("Pasal") {
            numbers(context, report, passage);
        }
        if matches!(passage.part, Part::Diktum(_) | Part::Naskah(_)) {
            for named in diktum_references::diktum(context.word_lists(), text).into_iter().filter(|named| !named.word) {
                report
                    .at(context.place(passage.teks, named.range.clone()), "kata “Diktum” tidak diulang")
                    .hint(format!("tulis “Diktum {}”", &text[named.name.clone()]))
                    .cure(context.replace(passage.teks, named.name.start..named.name.start, "Diktum "));
            }
        }
    }
}

fn letters(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, series: &Letters) {
    let missing: Vec<_> = series.letters.iter().filter(|letter| !letter.word).collect();
    let and_again = |letter: &&diktum_references::Letter| letter.link == "dan";
    let piled = missing.is_empty() && series.letters.iter().filter(and_again).count() > 1;
    let (place, text) = (context.place(passage.teks, series.range.clone()), &passage.plain);
    let range_sign = |letter: &&diktum_references::Letter| ["-", "–"].contains(&letter.link.as_str());
    if !missing.is_empty() {
        let edits = missing
            .iter()
            .map(|letter| context.replace(passage.teks, letter.range.start..letter.range.start, "huruf "));
        let certain = !missing.iter().any(range_sign);
        cured(report, place, "kata “huruf” tidak diulang", full(text, series), edits.filter(|_| certain).collect());
    } else if piled {
        let edits = commas(context, passage.teks, series, text);
        cured(report, place, "“dan” berulang di antara huruf", full(text, series), edits);
    }
}

fn cured(
    report: &mut Report<'_>,
    place: naskah_core::diag::Span,
    message: &str,
    hint: String,
    edits: Vec<Option<Edit>>,
) {
    let mut finding = report.at(place, message).hint(hint);
    if edits.iter().all(Option::is_some) {
        for edit in edits {
            finding = finding.cure(edit);
        }
    }
}

/// The edits that put a comma in the place of every "dan" but the last, and one before the last.
fn commas(context: &Context<'_>, teks: &Teks, series: &Letters, text: &str) -> Vec<Option<Edit>> {
    let pairs = series.letters.windows(2).enumerate();
    let last = series.letters.len() - 2;
    pairs
        .filter(|(_, pair)| pair[1].link == "dan")
        .map(|(at, pair)| {
            let end = pair[0].range.end;
            let word = text[end..pair[1].range.start].find("dan").map_or(end, |word| end + word);
            if at == last {
                context.replace(teks, end..end, ",")
            } else {
                context.replace(teks, end..word + "dan".len(), ",")
            }
        })
        .collect()
}

/// The series as it should be.
fn full(text: &str, series: &Letters) -> String {
    let names: Vec<String> =
        series.letters.iter().map(|letter| format!("huruf {}", &text[letter.range.clone()])).collect();
    let through = series
        .letters
        .iter()
        .skip(1)
        .find(|letter| !letter.link.contains(',') && !["dan", "atau", "dan/atau"].contains(&letter.link.as_str()));
    let link = series.letters.last().map_or("dan", |last| last.link.trim_start_matches([',', ' ']));
    let link = if link.is_empty() { "dan" } else { link };
    let shown = match &names[..] {
        [one, two] if through.is_some() => format!("{one} sampai dengan {two}"),
        [one, two] => format!("{one} {link} {two}"),
        [most @ .., last] => format!("{}, {link} {last}", most.join(", ")),
        [] => String::new(),
    };
    format!("tulis “{shown}”")
}

fn sections(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    for whole in matches(&SECTIONS, &passage.plain).map(|found| group(&found, 0)) {
        let inner = &passage.plain[whole.clone()];
        let places = matches(&SECTION, inner).map(|found| whole.start + group(&found, 1).start);
        let edits = places.map(|at| context.replace(passage.teks, at..at, "ayat ")).collect();
        let place = context.place(passage.teks, whole.clone());
        cured(report, place, "kata “ayat” tidak diulang", "tulis “ayat” sebelum setiap nomornya".to_owned(), edits);
    }
}

/// "Lampiran I dan II", "Pasal 8, 9, dan 10".
fn numbers(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    for found in matches(&NUMBERS, &passage.plain) {
        let whole = group(&found, 0);
        // A number of things may follow: "Pasal 5 dan 10 (sepuluh) hari".
        if passage.plain[whole.end..].trim_start().starts_with('(') {
            continue;
        }
        let word = [1, 3].map(|at| group(&found, at)).into_iter().find(|word| !word.is_empty());
        let Some(word) = word.map(|word| passage.plain[word].to_owned()) else { continue };
        let inner = &passage.plain[whole.clone()];
        let places = matches(&NUMBER, inner).map(|found| whole.start + group(&found, 1).start);
        let edits = places.map(|at| context.replace(passage.teks, at..at, &format!("{word} "))).collect();
        let place = context.place(passage.teks, whole.clone());
        let message = format!("kata “{word}” tidak diulang");
        cured(report, place, &message, format!("tulis “{word}” sebelum setiap nomornya"), edits);
    }
}
