//! A word that nobody knows and that looks like no other.

use crate::words::Kind;
use crate::words::spelling::Guess;
use crate::{Context, Report, declare_rule};
use naskah_core::language::WordList;

declare_rule! {
    /// Setiap kata dikenal
    ///
    /// Kata berhuruf kecil, atau kata berimbuhan berhuruf awal kapital, yang tidak ada dalam kamus dan daftar istilah mungkin kata asing, istilah, atau salah
    /// ketik yang jauh dari kata asalnya. Setiap kata hanya ditanyakan satu kali.
    ///
    /// Sumber: KBBI; EYD V tentang penulisan kata dan unsur serapan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan menurut xyloprum
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu ditetapkan menurut *xyloprum*
    /// ```
    "K502" "kata-tak-dikenal" Saran since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut asked = Vec::new();
    for unknown in context.spelling().unknown.iter().filter(|unknown| unknown.guess == Guess::Nothing) {
        let passage = &context.passages[unknown.passage];
        let word = &context.words().texts[unknown.passage].words[unknown.word];
        let shown = &passage.plain[word.range.clone()];
        let small = word.kind == Kind::Lower || is_formed(context, unknown.passage, unknown.word, shown);
        if small && shown.chars().count() > 3 && !asked.contains(&shown) {
            asked.push(shown);
            report
                .at(context.place(passage.teks, word.range.clone()), format!("kata `{shown}` tidak dikenal"))
                .hint(format!("kata asing, istilah, atau salah ketik? kata asing ditulis miring: `*{shown}*`"));
        }
    }
}

/// Whether a word with a capital is formed as common nouns are, beside another common word, so that it is no name.
fn is_formed(context: &Context<'_>, passage: usize, at: usize, shown: &str) -> bool {
    let (kata, lower) = (context.catalog.kata(), shown.to_lowercase());
    let text = &context.words().texts[passage];
    let Some(word) = text.words.get(at).filter(|word| word.kind == Kind::Capital && word.mask.is_none()) else {
        return false;
    };
    let ended = context.word_lists().entries(WordList::AkhiranKataUmum).iter().any(|end| lower.ends_with(end.as_str()));
    let plain = &context.passages[passage];
    let near = |at: Option<usize>| {
        at.and_then(|at| text.words.get(at)).is_some_and(|other| {
            let lower = plain.lower(other);
            kata.has(&lower) && !kata.is_name(&lower) && !context.word_lists().is_particle(&lower)
        })
    };
    let after_place = at.checked_sub(1).and_then(|at| text.words.get(at)).is_some_and(|before| {
        let lower = plain.lower(before);
        ["di", "ke", "dari"].contains(&lower.as_str())
            || context.word_lists().has(WordList::TempatKecil, &lower)
            || context.word_lists().has(WordList::SebelumNamaTempat, &lower)
    });
    ended && lower.len() > 6 && !after_place && (word.start || near(at.checked_sub(1)) || near(Some(at + 1)))
}
