//! A word right before an abbreviation that already stands for it.

use crate::words::{Kind, Text};
use crate::{Context, Passage, Report, declare_rule};
use naskah_core::diag::Level;

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
                .hint(format!("apakah cukup `{short}`?"))
                .at_least(if word.kind == Kind::Upper { Level::Peringatan } else { Level::Saran });
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
    // Of several meanings the one whose first word stands there is meant.
    let meanings = kata.singkatan.get(&short)?;
    meanings.iter().map(|meaning| meaning.panjang.as_str()).find(|long| {
        let words: Vec<&str> = long.split(' ').collect();
        let last = words.last().filter(|_| word.kind != Kind::Upper && meanings.len() == 1);
        words.len() > 1 && [words.first(), last].into_iter().flatten().any(|end| end.to_lowercase() == lower)
    })
}
