//! The clause that says when the decree comes into force: "Keputusan ini mulai berlaku pada tanggal ditetapkan."

use std::ops::Range;

use super::patterns::{Pattern, group, matches, pattern};
use super::{Context, Passage};

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

static CLAUSE: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)\b(?:(?:(?:surat\s+)?keputusan|peraturan)(?:\s+[a-zA-Z/-]+){0,9}?|sk)\s+ini\s+(?:dinyatakan\s+)?",
        r"(mulai\s+(?:secara\s+)?(?:efektif\s+)?berlaku(?:\s+(?:secara\s+)?efektif)?",
        r"|efektif\s+(?:mulai\s+)?berlaku|berlaku\s+(?:secara\s+)?efektif",
        r"|berlaku\s+(?:sejak|mulai|terhitung|pada\s+tanggal|setelah|surut))\b"
    ))
});
static CONTINUED: Pattern =
    Pattern::new(|| pattern(r"(?i)^((?:mulai\s+|efektif\s+)+berlaku|berlaku\s+(?:sejak|mulai))\b"));

/// Words before "Keputusan ini" after which the sentence speaks of something else.
const NOT_THE_SUBJECT: [&str; 18] = [
    "saat", "sejak", "setelah", "sesudah", "sebelum", "dalam", "dengan", "sampai", "ketika", "dari", "oleh", "tanggal",
    "bila", "jika", "selama", "hingga", "karena", "mulai",
];

/// Every commencement clause in the diktums.
pub fn clauses<'a>(context: &'a Context<'_>) -> Vec<Clause<'a>> {
    let texts = context.diktum().filter(|(_, passage)| passage.plain.to_lowercase().contains("berlaku"));
    texts.flat_map(|(diktum, passage)| in_passage(diktum, passage)).collect()
}

fn in_passage<'a>(diktum: usize, passage: &'a Passage<'a>) -> Vec<Clause<'a>> {
    let text = &passage.plain;
    let subject = |range: &Range<usize>| {
        let before = text[..range.start].trim_end();
        !NOT_THE_SUBJECT.iter().any(|word| before.to_lowercase().ends_with(word))
    };
    let stated =
        matches(&CLAUSE, text).map(|found| (group(&found, 0), group(&found, 1))).filter(|(all, _)| subject(all));
    let continued = matches(&CONTINUED, text).map(|found| (group(&found, 0), group(&found, 1)));
    stated.chain(continued).map(|(range, verb)| Clause { diktum, passage, range, verb }).collect()
}
