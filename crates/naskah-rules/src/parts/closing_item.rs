//! The closing item of Menimbang where it is written by hand: the verb, the office and the name that it holds.

use std::ops::Range;

use naskah_core::decree::keputusan::PenutupMenimbang;

use crate::{Context, Passage};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::typed_marks;
use naskah_core::language::words::lower;

/// A closing item that is written by hand.
pub struct Closing<'a> {
    /// Its number among the items, from 0; so many items stand before it.
    pub at: usize,
    /// Its text.
    pub passage: &'a Passage<'a>,
    /// The verb after "perlu".
    pub verb: Option<Range<usize>>,
    /// From "Keputusan" to the word before "tentang".
    pub office: Option<Range<usize>>,
    /// The name after "tentang", without the final mark.
    pub name: Option<Range<usize>>,
}

static SENTENCE: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\bperlu\s+(?:untuk\s+)?((?:me|di)[a-zA-Z]+)\s+(?:dengan\s+)?((?:surat\s+)?keputusan\b.*?)\s+tentang\s+(.*?)[\s.;,:]*$",
    )
});
static VERB: Pattern = Pattern::new(|| pattern(r"(?i)\bperlu\s+(?:untuk\s+)?((?:me|di)[a-zA-Z]+)"));

/// How a closing item begins.
const OPENING: &str = "bahwa berdasarkan pertimbangan";

/// The closing item, where it is written by hand.
pub fn closing<'a>(context: &'a Context<'_>) -> Option<Closing<'a>> {
    let menimbang = &context.keputusan.menimbang;
    let last = menimbang.butir.len().checked_sub(1)?;
    let item = menimbang.butir.get(last)?;
    let (at, passage) = context.menimbang().find(|(at, passage)| *at == last && passage.teks.span == item.teks.span)?;
    let text = &passage.plain;
    let found = matches(&SENTENCE, text).last();
    let begins = lower(&text[typed_marks::opening(text)..]).starts_with(OPENING);
    let by_hand = matches!(menimbang.penutup, PenutupMenimbang::Tanpa);
    if !by_hand || !(begins || found.is_some()) {
        return None;
    }
    let part = |at: usize| found.as_ref().map(|found| group(found, at)).filter(|range| !range.is_empty());
    let verb = part(1).or_else(|| matches(&VERB, text).last().map(|found| group(&found, 1)));
    Some(Closing { at, passage, verb, office: part(2), name: part(3) })
}
