//! Words before an abbreviation in brackets that are not what it stands for.

use crate::words::{Kind, Text};
use crate::{Context, Passage, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::WordLists;

declare_rule! {
    /// Kepanjangan di depan singkatan sesuai dengan singkatannya
    ///
    /// “Standar Operasional Pelayanan (SOP)” menjelaskan singkatan dengan kata yang bukan kepanjangannya. Yang ditanyakan hanya
    /// kepanjangan yang sebagian besar katanya sama dengan kepanjangan yang dikenal, bukan arti lain dari singkatan itu.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang singkatan dan akronim.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja menurut Standar Operasional Pelayanan (SOP) perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja menurut Standar Operasional Prosedur (SOP) perlu ditetapkan
    /// ```
    "K527" "kepanjangan-beda" Saran since "0.3.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.in_decree().filter(|(passage, _)| passage.plain.contains('(')) {
        for at in 2..text.words.len() {
            mistyped(context, report, passage, text, at);
        }
    }
    for (passage, text) in context.in_decree().filter(|(_, text)| !text.capitals) {
        for at in 2..text.words.len() {
            let another = of_another(context, passage, text, at);
            let sure = another.is_some();
            let Some((from, long)) = another.or_else(|| other(context, passage, text, at)) else { continue };
            let range = text.words[from].range.start..text.words[at - 1].range.end;
            let (shown, short) = (&passage.plain[range.clone()], passage.word(&text.words[at]));
            report
                .at(
                    context.place(passage.teks, range.clone()),
                    format!("`{shown}` bukan kepanjangan `{short}` yang dikenal"),
                )
                .hint(format!("apakah yang dimaksud `{long}`?"))
                .at_least(if sure { Level::Peringatan } else { Level::Saran });
        }
    }
}

/// An abbreviation that nobody knows, in brackets behind the words of one that has all but its letters: "(TSP)".
fn mistyped(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text, at: usize) {
    let (before, word) = (&text.words[at - 1], &text.words[at]);
    let (kata, shown) = (context.catalog.kata(), passage.word(word));
    let closed = passage.plain[word.range.end..].starts_with(')');
    let free = word.mask.is_none() && word.kind == Kind::Upper && word.range.len() > 2;
    if !free || !closed || passage.gap(before, word) != " (" || kata.singkatan.contains_key(shown) {
        return;
    }
    let lower = passage.plain[..before.range.end].to_lowercase();
    let means = |long: &str| long.contains(' ') && lower.ends_with(&format!(" {}", long.to_lowercase()));
    let meant = kata.singkatan.iter().filter(|(_, all)| all.iter().any(|meaning| means(&meaning.panjang)));
    let near = |short: &&String| {
        let swapped = short.len() == shown.len() && naskah_core::diag::distance(short, shown) <= 2;
        // "nomor kartu keluarga (NKK)" has a word more.
        swapped || naskah_core::diag::distance(short, shown) == 1 && !shown.ends_with(short.as_str())
    };
    if let Some(short) = meant.map(|(short, _)| short).filter(near).min() {
        report
            .at(
                context.place(passage.teks, word.range.clone()),
                format!("singkatan `{shown}` tidak sesuai dengan kepanjangannya"),
            )
            .hint(format!("apakah yang dimaksud `{short}`?"))
            .at_least(Level::Peringatan);
    }
}

/// Where the words before the abbreviation in brackets at `at` are just what another one stands for.
fn of_another<'c>(context: &'c Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> Option<(usize, &'c str)> {
    let (before, word) = (text.words.get(at - 1)?, text.words.get(at)?);
    let closed = passage.plain[word.range.end..].starts_with(')');
    if word.kind != Kind::Upper || word.range.len() < 2 || passage.gap(before, word) != " (" || !closed {
        return None;
    }
    let kata = context.catalog.kata();
    let meanings = kata.singkatan.get(passage.word(word))?;
    let lower = passage.plain[..before.range.end].to_lowercase();
    if meanings.iter().any(|meaning| same_words(context.word_lists(), &lower, &meaning.panjang)) {
        return None;
    }
    let ends = |long: &&str| long.contains(' ') && lower.ends_with(&long.to_lowercase());
    let other = kata.singkatan.values().flatten().map(|meaning| meaning.panjang.as_str()).find(ends)?;
    let from = at.checked_sub(other.split(' ').count())?;
    Some((from, meanings.first()?.panjang.as_str()))
}

/// Where the words before the abbreviation in brackets at `at` begin, and what it stands for, where they are almost that.
fn other<'c>(context: &'c Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> Option<(usize, &'c str)> {
    let (before, word) = (text.words.get(at - 1)?, text.words.get(at)?);
    let closed = passage.plain[word.range.end..].starts_with(')');
    if word.kind != Kind::Upper || word.range.len() < 3 || passage.gap(before, word) != " (" || !closed {
        return None;
    }
    let meanings = context.catalog.kata().singkatan.get(passage.word(word))?;
    let lower = passage.plain[..before.range.end].to_lowercase();
    let foreign = meanings.iter().any(|meaning| !meaning.panjang.starts_with(char::is_uppercase));
    if foreign || meanings.iter().any(|meaning| same_words(context.word_lists(), &lower, &meaning.panjang)) {
        return None;
    }
    meanings.iter().find_map(|meaning| {
        let parts = content(context.word_lists(), &meaning.panjang);
        let from = start(context.word_lists(), passage, text, at, parts.len())?;
        let own: Vec<String> = text.words[from..at].iter().map(|word| passage.lower(word)).collect();
        let common = parts.iter().filter(|part| own.contains(part)).count();
        let lettered = own.iter().filter(|own| !context.word_lists().is_particle(own)).all(|own| {
            let first = own.chars().next().unwrap_or_default();
            passage.word(word).to_lowercase().contains(first) || parts.contains(own)
        });
        let free = text.words[from..at].iter().all(|word| word.mask.is_none() && !word.italic);
        let almost = common * 2 > parts.len() && common < parts.len() && parts.len() > 2;
        let near = lettered || common + 1 == parts.len();
        (almost && free && near).then_some((from, meaning.panjang.as_str()))
    })
}

/// Whether a text ends with the words of a phrase, in any order.
fn same_words(lists: &WordLists, text: &str, phrase: &str) -> bool {
    let mut parts = content(lists, phrase);
    let count = phrase.split(' ').count();
    let mut own: Vec<String> = text.split_whitespace().rev().take(count).map(str::to_owned).collect();
    own.retain(|word| !lists.is_particle(word));
    own.sort_unstable();
    parts.sort_unstable();
    own == parts
}

/// The words of a phrase that are no particles, in small letters.
fn content(lists: &WordLists, phrase: &str) -> Vec<String> {
    phrase.split(' ').filter(|part| !lists.is_particle(part)).map(str::to_lowercase).collect()
}

/// The word from which `count` words that are no particles stand before `at`.
fn start(lists: &WordLists, passage: &Passage<'_>, text: &Text, at: usize, count: usize) -> Option<usize> {
    let content = (0..at).rev().filter(|before| !lists.is_particle(passage.word(&text.words[*before])));
    content.take(count).nth(count.checked_sub(1)?)
}
