//! An abbreviation that is explained nowhere.

use std::collections::HashSet;

use crate::catalog::Kata;
use crate::decree::bilangan::dari_romawi;
use crate::lint::words::{Kind, Text, Word};
use crate::lint::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Singkatan dipanjangkan pada penyebutan pertama
    ///
    /// Singkatan yang tidak umum diketahui ditulis sesudah kepanjangannya, dalam kurung, pada penyebutan pertama. Setiap
    /// singkatan hanya ditanyakan satu kali.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang singkatan dan akronim; EYD V tentang singkatan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja WBBM perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja Wilayah Birokrasi Bersih dan Melayani (WBBM) perlu ditetapkan
    /// ```
    "K510" "singkatan-tak-dipanjangkan" Saran since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let kata = context.catalog.kata();
    let whole = Whole::of(context);
    let mut asked: HashSet<&str> = HashSet::new();
    for (passage, text) in context.worded().filter(|(passage, text)| is_prose(passage.part) && !text.capitals) {
        for (at, word) in text.words.iter().enumerate() {
            let shown = passage.word(word);
            let unit = at.checked_sub(1).is_some_and(|before| is_unit(passage, text, before, word));
            if word.mask.is_some() || word.italic || unit || asked.contains(shown) {
                continue;
            }
            let known = kata.singkatan.get(shown);
            let is_short = match known {
                Some(meanings) => !meanings.iter().any(|meaning| meaning.lazim),
                None => is_acronym(context, kata, passage, text, at),
            };
            if !is_short || whole.explains(shown, kata) {
                continue;
            }
            asked.insert(shown);
            let meaning = known.and_then(|meanings| meanings.first()).map(|meaning| meaning.panjang.as_str());
            let hint = match meaning {
                Some(long) => {
                    format!("apakah perlu dipanjangkan pada penyebutan pertama, misalnya `{long} ({shown})`?")
                }
                None => format!("apakah perlu dipanjangkan pada penyebutan pertama: `… ({shown})`?"),
            };
            let place = context.place(passage.teks, word.range.clone());
            report.at(place, format!("singkatan `{shown}` tidak dipanjangkan di mana pun")).hint(hint);
        }
    }
}

fn is_prose(part: Part) -> bool {
    !matches!(
        part,
        Part::Kepala | Part::Menetapkan | Part::Salinan | Part::Penutup | Part::Mengingat(_) | Part::Kolom(_)
    )
}

/// Whether a short word after a number is a unit: "1/2 PK", "8 GB".
fn is_unit(passage: &Passage<'_>, text: &Text, before: usize, word: &Word) -> bool {
    let Some(number) = text.words.get(before).filter(|number| number.kind == Kind::Digit) else { return false };
    word.range.len() == 2 && passage.gap(number, word) == " "
}

/// Whether a word of capitals that nobody listed looks like an abbreviation: no Roman number, word or name.
fn is_acronym(context: &Context<'_>, kata: &Kata, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let shown = passage.word(word);
    let lower = shown.to_lowercase();
    let letters = (2..=6).contains(&shown.len()) && shown.bytes().all(|b| b.is_ascii_uppercase());
    let loud = |at: Option<usize>| at.and_then(|at| text.words.get(at)).is_some_and(|word| is_loud(passage, word));
    // Beside other words in capitals it is one of them: a name or a heading that is written so.
    let lone = !loud(at.checked_sub(1)) && !loud(Some(at + 1));
    word.kind == Kind::Upper
        && letters
        && lone
        && dari_romawi(shown).is_none()
        && !kata.is_abbreviation(&lower)
        && !crate::lint::spelling::is_place(context, &lower)
        && !(lower.len() > 4 && kata.knows(&lower))
}

/// Whether a word is a long one in capitals.
fn is_loud(passage: &Passage<'_>, word: &Word) -> bool {
    word.kind == Kind::Upper && passage.word(word).len() > 6
}

/// All that the decree says, to look for explanations.
struct Whole {
    plain: String,
    lower: String,
}

impl Whole {
    fn of(context: &Context<'_>) -> Self {
        let mut plain = String::new();
        for passage in &context.passages {
            plain.push_str(&passage.plain);
            plain.push('\n');
        }
        Self { lower: plain.to_lowercase(), plain }
    }

    /// Whether a known meaning stands somewhere, or brackets beside the abbreviation hold words with its letters.
    fn explains(&self, short: &str, kata: &Kata) -> bool {
        let meanings = kata.singkatan.get(short).into_iter().flatten();
        let mut long = meanings.map(|meaning| meaning.panjang.to_lowercase());
        long.any(|long| self.lower.contains(&long)) || self.bracketed(short)
    }

    /// "… (SHORT)" or "SHORT (…)" with a word that begins with its first letter.
    fn bracketed(&self, short: &str) -> bool {
        let first = short.chars().next().unwrap_or_default().to_ascii_lowercase();
        self.plain.match_indices(short).any(|(at, _)| {
            let before = &self.plain[..at];
            let after = &self.plain[at + short.len()..];
            let opened =
                before.ends_with('(') || before.ends_with("selanjutnya disebut ") || before.ends_with("disingkat ");
            let closed = after.trim_start().strip_prefix('(').and_then(|rest| rest.split(')').next());
            let long = |text: &str| text.split_whitespace().any(|word| word.to_lowercase().starts_with(first));
            opened && before.trim_end_matches('(').lines().next_back().is_some_and(long)
                || closed.is_some_and(|inside| inside.len() > short.len() && long(inside))
        })
    }
}
