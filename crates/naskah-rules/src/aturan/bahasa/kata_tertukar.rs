//! A real word in the place of another that looks like it.

use crate::text::phrases::{Hit, Phrases};
use crate::words::{Kind, Text, Token};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::WordList;
use naskah_core::language::forms::{is_active, is_passive};
use naskah_core::language::words::{clause_before, words};

declare_rule! {
    /// Kata tidak tertukar dengan kata yang mirip
    ///
    /// “Terdapat” dan “terhadap”, “bawah” dan “bahwa” sama-sama kata yang benar, sehingga tidak tertangkap sebagai salah
    /// ketik. Yang ditanyakan hanya tempat yang kata di depannya menghendaki kata yang lain, misalnya “penilaian terhadap”.
    ///
    /// Sumber: KBBI, entri terhadap, terdapat, dan bahwa.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa kantor melakukan penilaian masyarakat terdapat layanan sebelum hari kerja ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa kantor melakukan penilaian masyarakat terhadap layanan sebelum hari kerja ditetapkan
    /// ```
    "K524" "kata-tertukar" Saran since "0.3.0" => check
}

/// How many words before it are looked at.
const NEAR: usize = 3;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    phrases(context, report);
    for (passage, text) in context.worded().filter(|(passage, _)| !matches!(passage.part, Part::Mengingat(_))) {
        let has = |list: WordList, word: &Token| context.word_lists().has(list, &passage.lower(word));
        for at in 1..text.words.len() {
            let word = &text.words[at];
            let meant = match passage.word(word) {
                "terdapat"
                    if is_towards(context, passage, text, at)
                        || follows_passive(context, passage, text, at)
                        || follows_action(context, passage, text, at) =>
                {
                    "terhadap"
                }
                "bawah" | "bawa" if says_that(context, passage, text, at) => "bahwa",
                "terhadap"
                    if has(WordList::SebelumTerdapat, &text.words[at - 1])
                        || has(WordList::Syarat, &text.words[at - 1]) =>
                {
                    "terdapat"
                }
                "boleh" if follows_any_passive(context, passage, text, at) => "oleh",
                "kepala" if is_given_to(context, passage, text, at) => "kepada",
                "kedua" | "Kedua" if heads_body(context, passage, text, at) => "ketua",
                _ => continue,
            };
            if word.mask.is_none() && !word.italic {
                let shown = passage.word(word);
                let sure = meant != "terhadap" || follows_passive(context, passage, text, at);
                report
                    .at(
                        context.place(passage.teks, word.range.clone()),
                        format!("`{shown}` mungkin tertukar dengan `{meant}`"),
                    )
                    .hint(format!("apakah yang dimaksud `{meant}`?"))
                    .at_least(if sure { Level::Peringatan } else { Level::Saran });
            }
        }
    }
}

/// Whether a passive verb stands right before and a noun follows: "ditetapkan boleh Ketua".
fn follows_any_passive(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let lists = context.word_lists();
    let next = text.words.get(at + 1).map(|next| passage.lower(next)).unwrap_or_default();
    is_passive(lists, &passage.lower(&text.words[at - 1]))
        && !next.is_empty()
        && !is_passive(lists, &next)
        && !is_active(lists, &next)
}

/// Phrases in which one word stands for another: "sebagian berikut".
fn phrases(context: &Context<'_>, report: &mut Report<'_>) {
    let pairs = Phrases::new(context.word_lists().pairs(WordList::KataTertukar));
    for (passage, text) in context.worded().filter(|(passage, _)| !matches!(passage.part, Part::Mengingat(_))) {
        let right = |hit: &Hit<'_, '_, &str>| {
            let free = hit.words.iter().all(|word| word.mask.is_none() && !word.italic);
            (free && hit.rest.is_empty() && hit.shown.len() == hit.phrase.len()).then(|| (*hit.value).to_owned())
        };
        for (range, right) in pairs.walk(passage, text, right) {
            let shown = &passage.plain[range.clone()];
            report
                .at(context.place(passage.teks, range.clone()), format!("`{shown}` mungkin tertukar dengan `{right}`"))
                .hint(format!("apakah yang dimaksud `{right}`?"))
                .at_least(Level::Peringatan);
        }
    }
}

/// Whether a verb of saying stands right before: "menyatakan bawah rapat …".
fn says_that(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let lists = context.word_lists();
    let before = passage.lower(&text.words[at - 1]);
    let verb = before.ends_with("kan") && (is_active(lists, &before) || is_passive(lists, &before));
    (verb || lists.has(WordList::MintaBahwa, &before)) && text.words.get(at + 1).is_some()
}

/// Whether something is given or told, and a post follows: "disampaikan kepala Sekretaris".
fn is_given_to(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let lists = context.word_lists();
    let before = passage.lower(&text.words[at - 1]);
    let next = text.words.get(at + 1).map(|next| passage.lower(next)).unwrap_or_default();
    let verb = before.ends_with("kan") && (is_active(lists, &before) || is_passive(lists, &before));
    verb && lists.has(WordList::SebutanJabatan, &next)
}

/// Whether a body follows whose head is meant: "kedua Komisi Pemilihan Umum".
fn heads_body(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let rest = passage.ahead(text.words[at].range.end);
    let next = text.words.get(at + 1).is_some_and(|next| next.kind == Kind::Capital);
    next && context.word_lists().begins(WordList::BadanPemilihan, rest.trim_start())
}

/// Whether another predicate stands right before, so that this one cannot be one.
fn follows_passive(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let before = passage.lower(&text.words[at - 1]);
    is_passive(context.word_lists(), &before) && before.ends_with("kan") && text.words.get(at + 1).is_some()
}

/// Whether an action that is directed at something stands right before, and nothing says where something is found.
fn follows_action(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let lists = context.word_lists();
    let clause = clause_before(&passage.plain, text.words[at].range.start);
    let clause = clause.rsplit(',').next().unwrap_or_default();
    let inner = clause.strip_prefix("bahwa ").unwrap_or(clause);
    lists.has(WordList::MintaTerhadap, &passage.lower(&text.words[at - 1]))
        && !lists.occurs(WordList::SebelumTerdapat, inner)
}

/// Whether an action on something leads up to the word, so that what follows is what it is directed at.
fn is_towards(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let lists = context.word_lists();
    let clause = clause_before(&passage.plain, text.words[at].range.start);
    let clause = clause.rsplit(',').next().unwrap_or_default();
    let acts = words(clause).iter().any(|word| is_active(lists, &word.folded));
    let near = text.words[at.saturating_sub(NEAR)..at]
        .iter()
        .any(|word| lists.has(WordList::MintaTerhadap, &passage.lower(word)));
    let inner = clause.strip_prefix("bahwa ").unwrap_or(clause);
    acts && near && text.words.get(at + 1).is_some() && !lists.occurs(WordList::SebelumTerdapat, inner)
}
