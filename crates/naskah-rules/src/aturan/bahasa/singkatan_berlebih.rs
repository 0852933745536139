//! A word right before an abbreviation that already stands for it.

use crate::text::written::{Kind, Text};
use crate::{Context, Passage, Report, declare_rule};

declare_rule! {
    /// Kata di depan singkatan tidak mengulang isi singkatan itu
    ///
    /// “Evaluasi monev” sama dengan “evaluasi monitoring dan evaluasi”: kata itu sudah termasuk dalam singkatannya.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang ragam bahasa, yang menghendaki kelugasan dan kehematan kata.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hasil evaluasi monev (monitoring dan evaluasi) hari kerja perlu ditindaklanjuti
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hasil monev (monitoring dan evaluasi) hari kerja perlu ditindaklanjuti
    /// ```
    "K522" "singkatan-berlebih" Saran since "0.3.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.in_decree().filter(|(_, text)| !text.capitals) {
        for at in 1..text.words.len() {
            let Some(long) = repeated(context, passage, text, at) else { continue };
            let (before, word) = (&text.words[at - 1], &text.words[at]);
            let (first, short) = (passage.word(before), passage.word(word));
            report
                .at(
                    context.place(passage.teks, before.range.start..word.range.end),
                    format!("`{first}` sudah termasuk dalam `{short}`, {long}"),
                )
                .hint(format!("apakah cukup `{short}`?"));
        }
    }
}

/// What the abbreviation at `at` stands for, where the word before it is the first or the last of that.
fn repeated<'c>(context: &'c Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> Option<&'c str> {
    let (before, word) = (text.words.get(at - 1)?, text.words.get(at)?);
    let sound = before.mask.is_none() && word.mask.is_none() && matches!(before.kind, Kind::Lower | Kind::Capital);
    if !sound || word.range.len() < 3 || before.range.len() < 5 || passage.gap(before, word) != " " {
        return None;
    }
    let kata = context.catalog.kata();
    let shown = passage.word(word);
    let short = match word.kind {
        Kind::Upper | Kind::Mixed | Kind::Capital => shown.to_owned(),
        _ => naskah_core::language::capitals::capital(shown),
    };
    let lower = passage.lower(before);
    // With several meanings nobody can tell which is meant.
    let [meaning] = kata.singkatan.get(&short)?.as_slice() else { return None };
    let words: Vec<&str> = meaning.panjang.split(' ').collect();
    let ends = [words.first(), words.last().filter(|_| word.kind != Kind::Upper)];
    let same = ends.into_iter().flatten().any(|end| end.to_lowercase() == lower);
    (words.len() > 1 && same).then_some(meaning.panjang.as_str())
}
