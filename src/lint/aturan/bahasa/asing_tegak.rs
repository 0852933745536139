//! A foreign word that is not set in italics.

use std::collections::HashMap;

use crate::lint::words::{Text, Word};
use crate::lint::{Context, Part, Passage, Report, declare_rule};

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
    let asing = &context.catalog.kata().asing;
    let mut index: HashMap<&str, Vec<&str>> = HashMap::new();
    for phrase in asing.keys() {
        index.entry(phrase.split(' ').next().unwrap_or_default()).or_default().push(phrase);
    }
    let apart = |part: Part| matches!(part, Part::Kepala | Part::Menetapkan | Part::Kolom(_));
    for (passage, text) in context.worded().filter(|(passage, text)| !text.capitals && !apart(passage.part)) {
        let (mut told, mut free) = (Vec::new(), 0);
        for at in 0..text.words.len() {
            let word = &text.words[at];
            if at < free || word.mask.is_some() || word.italic {
                continue;
            }
            let Some((last, phrase)) = found(&index, passage, text, at) else { continue };
            free = last + 1;
            if !told.contains(&phrase) {
                told.push(phrase);
                tell(context, report, passage, word, &text.words[last], asing.get(phrase).and_then(Option::as_deref));
            }
        }
    }
}

/// The longest foreign phrase that begins with a word: the place of its last word.
fn found<'a>(
    index: &HashMap<&'a str, Vec<&'a str>>,
    passage: &Passage<'_>,
    text: &Text,
    at: usize,
) -> Option<(usize, &'a str)> {
    let word = &text.words[at];
    let phrases = index.get(passage.lower(word).as_str())?.iter();
    let fits = phrases.filter_map(|phrase| {
        let last = at + phrase.matches(' ').count();
        let end = text.words.get(last).filter(|end| end.mask.is_none() && !end.italic)?;
        let shown = passage.plain.get(word.range.start..end.range.end)?;
        (shown.to_lowercase() == **phrase).then_some((last, *phrase))
    });
    fits.max_by_key(|(last, _)| *last)
}

fn tell(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    first: &Word,
    last: &Word,
    native: Option<&str>,
) {
    let range = first.range.start..last.range.end;
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
