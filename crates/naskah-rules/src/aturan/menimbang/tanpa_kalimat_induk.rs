//! A consideration that consists of an adverbial clause only.

use crate::{Context, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::typed_marks;
use naskah_core::language::words::lower;
use naskah_core::language::{WordList, WordLists};

declare_rule! {
    /// Pertimbangan mempunyai kalimat induk
    ///
    /// “bahwa untuk melaksanakan …” baru menyebut tujuannya; pembaca menunggu apa yang perlu dilakukan. Lengkapi dengan
    /// kalimat induk, misalnya “…, perlu menetapkan …”.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 21; EYD V tentang pemakaian koma.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa untuk melaksanakan tertib administrasi kepegawaian
    ///   - bahwa hari kerja perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa untuk melaksanakan tertib administrasi kepegawaian, perlu ditetapkan hari kerja
    /// ```
    "K202" "tanpa-kalimat-induk" Peringatan since "0.2.0" => check
}

static BRACKETS: Pattern = Pattern::new(|| pattern(r"\([^)]*\)"));
static VERB: Pattern = Pattern::new(|| pattern(r"\b(?:me|di|ber|ter)[a-z]{4,}\b"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let lists = context.word_lists();
    for item in &context.keputusan.menimbang.butir {
        let plain = item.teks.as_plain();
        let start = typed_marks::opening(&plain);
        let text = plain[start..].trim_end_matches(|c: char| c.is_whitespace() || ".;,".contains(c));
        if item.rincian.is_some() || !is_adverbial(lists, text) {
            continue;
        }
        let without_brackets = BRACKETS.as_ref().map_or_else(|| text.into(), |pattern| pattern.replace_all(text, ""));
        if lists.occurs(WordList::Predikat, &without_brackets.to_lowercase()) || finite(lists, &without_brackets) {
            continue;
        }
        let place = context.place(&item.teks, start..start + text.len());
        let way_out = "lanjutkan dengan kalimat induk, misalnya “…, perlu …”, atau gabungkan dengan butir berikutnya";
        if without_brackets.contains(',') {
            report.at(place, "apakah pertimbangan ini sudah mempunyai kalimat induk?").hint(way_out).unsure();
        } else {
            report.at(place, "pertimbangan ini hanya keterangan, belum mempunyai kalimat induk").hint(way_out);
        }
    }
}

/// Whether an item begins with "bahwa" and an adverbial.
fn is_adverbial(lists: &WordLists, text: &str) -> bool {
    let text = lower(text);
    let rest = text.strip_prefix("bahwa ").unwrap_or_default();
    let whole = |opening: &String| {
        rest.strip_prefix(opening.as_str()).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    };
    lists.entries(WordList::PembukaKeterangan).iter().any(whole)
}

/// Whether the word before a verb shows that it is not that of a main clause.
fn follows_link(lists: &WordLists, before: &str) -> bool {
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    before.trim_end().ends_with(last)
        && before.ends_with(char::is_whitespace)
        && lists.has(WordList::SebelumBukanPredikat, &last.to_lowercase())
}

/// Whether a verb may be that of a main clause.
fn finite(lists: &WordLists, text: &str) -> bool {
    let nominal = |word: &str| word.ends_with("nya") || lists.has(WordList::BukanPredikat, word);
    matches(&VERB, text)
        .map(|found| group(&found, 0))
        .any(|range| !nominal(&text[range.clone()]) && !follows_link(lists, &text[..range.start]))
}
