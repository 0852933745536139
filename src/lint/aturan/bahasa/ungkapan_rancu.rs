//! A phrase that mixes two, or says a thing twice.

use std::collections::HashMap;

use crate::catalog::kata::Rancu;
use crate::lint::capitals::like;
use crate::lint::words::{Text, Word};
use crate::lint::{Context, Part, Passage, Report, declare_rule};

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

/// Confused phrases by their first word.
type Index<'a> = HashMap<&'a str, Vec<(&'a str, &'a Rancu)>>;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut index: Index<'_> = HashMap::new();
    for (phrase, right) in &context.catalog.kata().rancu {
        index.entry(phrase.split(' ').next().unwrap_or_default()).or_default().push((phrase, right));
    }
    for (passage, text) in context.worded().filter(|(passage, _)| !matches!(passage.part, Part::Mengingat(_))) {
        let mut free = 0;
        for (at, word) in text.words.iter().enumerate().filter(|(_, word)| word.mask.is_none() && !word.italic) {
            if at < free {
                continue;
            }
            if let Some((last, right)) = found(&index, passage, text, at) {
                free = last + 1;
                tell(context, report, passage, word, &text.words[last], right);
            }
        }
    }
}

/// The longest phrase that begins with a word: the place of its last word, and what is right.
fn found<'a>(index: &Index<'a>, passage: &Passage<'_>, text: &Text, at: usize) -> Option<(usize, &'a Rancu)> {
    let entries = index.get(passage.lower(&text.words[at]).as_str())?;
    let fits = entries.iter().filter_map(|(phrase, right)| {
        let last = at + phrase.matches(' ').count();
        let words = text.words.get(at..=last)?;
        let (first, end) = (words.first()?, words.last()?);
        let shown = passage.plain.get(first.range.start..end.range.end)?;
        let same = shown.len() == phrase.len() && shown.to_lowercase() == *phrase;
        let free = words.iter().all(|word| word.mask.is_none() && !word.italic);
        (same && free && !is_other_sense(passage, text, last)).then_some((last, *right))
    });
    fits.max_by_key(|(last, _)| *last)
}

/// Words that "atas" before them joins to another phrase: "atas nama", "atas usul".
const AFTER_ATAS: [&str; 12] = [
    "nama",
    "usul",
    "usulan",
    "perintah",
    "permintaan",
    "permohonan",
    "dasar",
    "persetujuan",
    "izin",
    "biaya",
    "inisiatif",
    "prakarsa",
];

/// Whether the last word of a phrase belongs to what follows.
fn is_other_sense(passage: &Passage<'_>, text: &Text, last: usize) -> bool {
    let next = text.words.get(last + 1).map(|next| passage.lower(next)).unwrap_or_default();
    text.words.get(last).is_some_and(|word| passage.word(word) == "atas") && AFTER_ATAS.contains(&next.as_str())
}

fn tell(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    first: &Word,
    last: &Word,
    right: &Rancu,
) {
    let range = first.range.start..last.range.end;
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
