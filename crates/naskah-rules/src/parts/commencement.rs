//! The clause that says when the decree comes into force: "Keputusan ini mulai berlaku pada tanggal ditetapkan."

use naskah_core::language::WordList;
use std::ops::Range;

use crate::{Context, Passage};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

/// A commencement clause.
pub struct Clause<'a> {
    /// The diktum, from 0.
    pub diktum: usize,
    /// The text that it stands in.
    pub passage: &'a Passage<'a>,
    /// Subject and verb.
    pub range: Range<usize>,
    /// The verb, with "efektif" where it is part of it.
    pub verb: Range<usize>,
}

const CLAUSE: &str = concat!(
    r"(?i)\b(?:(?:(?:surat\s+)?keputusan|peraturan)(?:\s+[a-zA-Z/-]+){0,9}?|sk)\s+ini\s+(?:dinyatakan\s+)?",
    r"(mulai\s+(?:secara\s+)?(?:efektif\s+)?berlaku(?:\s+(?:secara\s+)?efektif)?",
    r"|efektif\s+(?:mulai\s+)?berlaku|berlaku\s+(?:secara\s+)?efektif|berlaku\s+{sesudah-berlaku})\b"
);
static CONTINUED: Pattern =
    Pattern::new(|| pattern(r"(?i)^((?:mulai\s+|efektif\s+)+berlaku|berlaku\s+(?:sejak|mulai))\b"));

/// Every commencement clause in the diktums.
pub fn clauses<'a>(context: &'a Context<'_>) -> Vec<Clause<'a>> {
    let texts = context.diktum().filter(|(_, passage)| passage.plain.to_lowercase().contains("berlaku"));
    texts.flat_map(|(diktum, passage)| in_passage(context, diktum, passage)).collect()
}

fn in_passage<'a>(context: &Context<'_>, diktum: usize, passage: &'a Passage<'a>) -> Vec<Clause<'a>> {
    let text = &passage.plain;
    let subject = |range: &Range<usize>| {
        let before = text[..range.start].trim_end();
        !context.word_lists().ends(WordList::SebelumKeputusanIni, &before.to_lowercase())
    };
    let clause = context.word_lists().pattern(CLAUSE);
    let stated = clause.iter().flat_map(|clause| clause.captures_iter(text));
    let stated = stated.map(|found| (group(&found, 0), group(&found, 1))).filter(|(all, _)| subject(all));
    let continued = matches(&CONTINUED, text).map(|found| (group(&found, 0), group(&found, 1)));
    stated.chain(continued).map(|(range, verb)| Clause { diktum, passage, range, verb }).collect()
}
