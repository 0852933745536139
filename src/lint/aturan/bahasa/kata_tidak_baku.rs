//! A word or phrase that is not standard.

use std::collections::HashMap;

use crate::lint::capitals::like;
use crate::lint::words::{Text, Word};
use crate::lint::{Context, Part, Passage, Report, declare_rule};

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
    let mut index: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
    let baku = context.catalog.kata().baku.iter().filter(|(wrong, _)| !wrong.starts_with("undang"));
    for (wrong, right) in baku {
        let first = wrong.split(' ').next().unwrap_or_default();
        index.entry(first).or_default().push((wrong, right));
    }
    for (passage, text) in context.worded() {
        let mut free = 0;
        for (at, word) in text.words.iter().enumerate().filter(|(_, word)| word.mask.is_none() && !word.italic) {
            if at < free {
                continue;
            }
            if let Some((last, right)) = found(&index, passage, text, at) {
                free = last + 1;
                tell(context, report, passage, word, &text.words[last], &right);
            }
        }
    }
}

/// The longest entry that begins with a word: the place of its last word, and what is right.
fn found(
    index: &HashMap<&str, Vec<(&str, &str)>>,
    passage: &Passage<'_>,
    text: &Text,
    at: usize,
) -> Option<(usize, String)> {
    let word = &text.words[at];
    let first = passage.lower(word);
    let stem = CLITICS.iter().find_map(|clitic| first.strip_suffix(clitic));
    let entries = [Some(first.as_str()), stem].into_iter().flatten().filter_map(|first| index.get(first)).flatten();
    let mut best: Option<(usize, String)> = None;
    for (wrong, right) in entries {
        let last = at + wrong.matches(' ').count();
        let Some(end) = text.words.get(last).filter(|_| best.as_ref().is_none_or(|(best, _)| last > *best)) else {
            continue;
        };
        let shown = passage.plain.get(word.range.start..end.range.end).unwrap_or_default().to_lowercase();
        let rest = shown.strip_prefix(wrong).filter(|rest| rest.is_empty() || CLITICS.contains(rest));
        best = rest.map(|rest| (last, format!("{right}{rest}"))).or(best);
    }
    best
}

/// What may hang at the end of an entry.
const CLITICS: [&str; 2] = ["nya", "lah"];

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, first: &Word, last: &Word, right: &str) {
    let range = first.range.start..last.range.end;
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
