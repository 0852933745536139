//! The formulas of Menimbang: an adverbial that says why ("untuk melaksanakan ketentuan Pasal …"), and the main clause
//! that says what is done ("perlu menetapkan …").
//!
//! Titles, quotations and what stands in brackets say nothing of either; nor does a clause that hangs on a noun: "yang
//! menyatakan bahwa …", "sebagaimana telah diubah dengan …".

use std::ops::Range;

use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::words::lower;
use naskah_core::language::{WordList, WordLists};

use crate::words::Text;

static VERB: Pattern = Pattern::new(|| pattern(r"\b(?:me|di|ber|ter)[a-z]{4,}\b"));
static HANGS: Pattern = Pattern::new(|| pattern(r"\b(?:sebagaimana|yang)\b"));
static POINTS: Pattern = Pattern::new(|| {
    pattern(r"^sebagaimana\s+(?:dimaksud|tersebut)\s+(?:dalam|pada)\s+(?:huruf\s+[a-z]|diktum\s+[a-z]+)\b")
});
static QUOTES: Pattern = Pattern::new(|| pattern(r"\byang\s+(?:me[a-z]+|ber[a-z]+|di[a-z]+)(?:\s*:|\s+bahwa\b)"));

/// Whether an item begins with "bahwa" and an adverbial.
pub fn is_adverbial(lists: &WordLists, text: &str) -> bool {
    let text = lower(text);
    let rest = text.strip_prefix("bahwa ").unwrap_or_default();
    let whole = |opening: &String| {
        rest.strip_prefix(opening.as_str()).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    };
    lists.entries(WordList::PembukaKeterangan).iter().any(whole)
}

/// Whether a consideration that begins with an adverbial has a main clause, too; `part` is what is looked at.
pub fn has_main_clause(lists: &WordLists, plain: &str, part: Range<usize>, text: &Text) -> bool {
    let own = bare(plain, part, text);
    let quoted = matches(&QUOTES, &own).map(|found| group(&found, 0).start).next();
    let mut before = 0;
    for clause in own.split(',') {
        let from = before;
        before += clause.len() + 1;
        let said = match quoted {
            // What is quoted goes on until a clause says what is to be done.
            Some(quote) if from > quote => concludes(lists, clause),
            _ => says(lists, hanging_cut(clause)) || (from > 0 && says_after_hanging(lists, clause)),
        };
        if said {
            return true;
        }
    }
    false
}

/// The text in small letters without titles, gazettes, quotations and brackets, blank for letter.
fn bare(plain: &str, part: Range<usize>, text: &Text) -> String {
    let mut depth = 0_usize;
    let small = plain[part.clone()].char_indices().map(|(at, c)| {
        let at = part.start + at;
        let own = match c {
            '(' => {
                depth += 1;
                ' '
            }
            ')' => {
                depth = depth.saturating_sub(1);
                ' '
            }
            c if depth > 0 || (text.mask_at(at).is_some() && !c.is_whitespace()) => {
                if c == ',' {
                    ' '
                } else {
                    'x'
                }
            }
            c => c,
        };
        own.to_lowercase().next().unwrap_or(own)
    });
    small.collect()
}

/// A clause up to what hangs on one of its nouns.
fn hanging_cut(clause: &str) -> &str {
    // "sebagaimana dimaksud dalam huruf a" points at something; the clause goes on after it.
    let pointing = |from: usize| matches(&POINTS, &clause[from..]).any(|found| group(&found, 0).start == 0);
    let end = matches(&HANGS, clause).map(|found| group(&found, 0).start).find(|from| !pointing(*from));
    &clause[..end.unwrap_or(clause.len())]
}

/// Whether a clause behind the adverbial has a predicate after what hangs on its subject: "calon yang memperoleh suara
/// terbanyak memenuhi syarat".
fn says_after_hanging(lists: &WordLists, clause: &str) -> bool {
    let first = clause.split_whitespace().next().unwrap_or_default();
    let opens = ["dan", "atau", "serta", "sebagaimana", "yang"].contains(&first);
    let hangs = matches(&HANGS, clause).map(|found| group(&found, 0)).next();
    !opens && hangs.is_some_and(|hangs| finite(lists, &clause[hangs.end..]))
}

/// Whether a clause holds a predicate.
fn says(lists: &WordLists, clause: &str) -> bool {
    lists.occurs(WordList::Predikat, clause) || finite(lists, clause)
}

/// Whether a clause after a quotation concludes from it: "…, perlu ditetapkan".
fn concludes(lists: &WordLists, clause: &str) -> bool {
    let clause = clause.trim_start();
    let first = clause.split(' ').next().unwrap_or_default();
    ["perlu", "maka", "sehingga"].contains(&first)
        || clause.contains(" perlu ")
        || ["ditetapkan", "dipandang", "diperlukan", "menetapkan"].contains(&first)
        || lists.occurs(WordList::BukanMenetapkan, first)
}

/// Whether the word before a verb shows that it is not that of a main clause.
fn follows_link(lists: &WordLists, before: &str) -> bool {
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    before.trim_end().ends_with(last)
        && before.ends_with(char::is_whitespace)
        && lists.has(WordList::SebelumBukanPredikat, &last.to_lowercase())
}

/// Whether a verb may be that of a main clause.
fn finite(lists: &WordLists, text: &str) -> bool {
    let noun = |word: &str| lists.has(WordList::BukanKataKerjaDi, word) || lists.has(WordList::BukanKataKerjaMe, word);
    let nominal = |word: &str| word.ends_with("nya") || noun(word) || lists.has(WordList::BukanPredikat, word);
    matches(&VERB, text)
        .map(|found| group(&found, 0))
        .any(|range| !nominal(&text[range.clone()]) && !follows_link(lists, &text[..range.start]))
}
