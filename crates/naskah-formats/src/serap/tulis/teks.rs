//! Texts as the YAML writes them: italic and bold marked, names in title case.

use naskah_core::catalog::Kata;
use naskah_core::decree::teks::runs_of;
use naskah_core::language::capitals::{capital, title_upper};
use naskah_core::language::numerals::dari_romawi;
use naskah_core::language::{WordList, WordLists};

use crate::serap::sumber::Kaya;

/// A text with its italics, and with its bold where only a part is bold. What cannot be marked so that it reads as it
/// stood loses its looks, never its letters.
pub fn marked(kaya: &Kaya) -> String {
    let plain = kaya.text();
    let escaped = escape(&plain);
    let all_bold = kaya.is_bold();
    let styled = kaya.0.iter().any(|p| p.miring || (p.tebal && !all_bold));
    if !styled {
        return escaped;
    }
    let mut out = String::new();
    for p in &kaya.0 {
        let sign = match (p.miring, p.tebal && !all_bold) {
            (true, true) => "***",
            (true, false) => "*",
            (false, true) => "**",
            (false, false) => "",
        };
        let inner = p.teks.trim();
        if sign.is_empty() || inner.is_empty() {
            out.push_str(&escape(&p.teks));
            continue;
        }
        let lead = p.teks.len() - p.teks.trim_start().len();
        out.push_str(p.teks.get(..lead).unwrap_or_default());
        out.push_str(&format!("{sign}{}{sign}", escape(inner)));
        out.push_str(p.teks.get(lead + inner.len()..).unwrap_or_default());
    }
    let read: String = runs_of(&out).iter().map(|run| run.text.as_str()).collect();
    if read == plain { out } else { escaped }
}

/// A text whose stars are stars.
fn escape(text: &str) -> String {
    if !text.contains('*') {
        return text.to_owned();
    }
    let read: String = runs_of(text).iter().map(|run| run.text.as_str()).collect();
    let plain = runs_of(text).iter().all(|run| !run.miring && !run.tebal);
    if read == text && plain { text.to_owned() } else { text.replace('*', "\\*") }
}

/// A title in capitals as it is written once: as one of the sentences of the decree writes it, or by the rules for titles.
/// What would not come out in the same capitals stays as it is.
pub fn titled(capitals: &str, sentences: &[String], kata: &Kata) -> String {
    if title_upper(capitals) != *capitals {
        return capitals.to_owned();
    }
    let found = sentences.iter().find_map(|sentence| named_in(capitals, sentence)).filter(|name| is_title(name, kata));
    let made = found.unwrap_or_else(|| in_title_case(capitals, kata));
    if title_upper(&made) == *capitals { made } else { capitals.to_owned() }
}

/// Whether every word that means something has a capital.
fn is_title(name: &str, kata: &Kata) -> bool {
    let small = |word: &&str| word.starts_with(char::is_lowercase);
    name.split_whitespace().filter(small).all(|word| is_particle(word, kata))
}

fn is_particle(word: &str, kata: &Kata) -> bool {
    let lists: &WordLists = &kata.lists;
    let own = [WordList::Partikel, WordList::PartikelJudul, WordList::KecilDalamJudul];
    own.iter().any(|list| lists.has(*list, word))
}

/// The words of a sentence that are a title in its own letters.
fn named_in(capitals: &str, sentence: &str) -> Option<String> {
    let wanted: Vec<&str> = capitals.split_whitespace().collect();
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let trim = |word: &str| title_upper(word.trim_end_matches([';', '.', ',', ':']));
    let same = |part: &&[&str]| part.iter().zip(&wanted).all(|(a, b)| trim(a) == trim(b));
    let last = wanted.last()?;
    let part = words.windows(wanted.len().max(1)).find(same)?;
    let mut text = part.join(" ");
    // The punctuation behind the last word is the sentence's own.
    let own = last.len() - last.trim_end_matches([';', '.', ',', ':']).len();
    if own == 0 {
        text.truncate(text.trim_end_matches([';', '.', ',', ':']).len());
    }
    (text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase)).then_some(text)
}

fn in_title_case(capitals: &str, kata: &Kata) -> String {
    let words: Vec<String> = capitals.split(' ').enumerate().map(|(at, word)| cased(at, word, kata)).collect();
    words.join(" ")
}

fn cased(at: usize, word: &str, kata: &Kata) -> String {
    let small = word.to_lowercase();
    let bare = small.trim_matches(|c: char| !c.is_alphanumeric());
    let particle = is_particle(bare, kata);
    let keeps = word.chars().any(|c| c.is_ascii_digit())
        || (!particle && dari_romawi(word.trim_matches(|c: char| !c.is_alphanumeric())).is_some())
        || !word.chars().any(|c| "AIUEO".contains(c))
        || kata.singkatan.contains_key(&bare.to_uppercase());
    match (keeps, particle && at > 0) {
        (true, _) => word.to_owned(),
        (false, true) => small,
        (false, false) => {
            let parts: Vec<String> = small.split_inclusive(['-', '/', '(']).map(first_up).collect();
            parts.concat()
        }
    }
}

/// With its first letter, behind quotes and brackets, in capital.
fn first_up(part: &str) -> String {
    let at = part.find(char::is_alphabetic).unwrap_or(0);
    let (before, rest) = part.split_at(at);
    format!("{before}{}", capital(rest))
}
