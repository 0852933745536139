//! A foreign word that is not set in italics.

use std::ops::Range;

use naskah_core::language::words::shortly_before;

use crate::text::phrases::{Hit, Phrases};
use crate::words::{Kind, Text, Token};
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Kata asing ditulis miring
    ///
    /// Kata atau ungkapan asing yang tidak dapat diganti dengan padanannya dicetak miring. Kata yang sama hanya
    /// ditunjukkan sekali dalam satu teks. Nama aplikasi dan sistem dibiarkan; kata asing lain yang berhuruf kapital di
    /// tengah kalimat ditanyakan.
    ///
    /// Sumber: EYD V tentang huruf miring; UU 12/2011 Lampiran II tentang istilah asing.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja meja pelayanan helpdesk perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja meja bantuan (*helpdesk*) perlu ditetapkan
    /// ```
    "K509" "asing-tegak" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let foreign = &context.catalog.kata().asing;
    let phrases = Phrases::new(foreign.keys().map(|phrase| (phrase.as_str(), ())));
    let apart = |part: Part| matches!(part, Part::Kepala | Part::Menetapkan | Part::Kolom(_));
    for (passage, text) in context.worded().filter(|(passage, text)| !text.capitals && !apart(passage.part)) {
        let mut told = Vec::new();
        let upright = |hit: &Hit<'_, '_, ()>| {
            let free = hit.words.last().is_some_and(|end| end.mask.is_none() && !end.italic);
            (free && hit.rest.is_empty()).then(|| hit.phrase.to_owned())
        };
        for (range, phrase) in phrases.walk(passage, text, upright) {
            let named = named(context, passage, text, &range);
            if !told.contains(&phrase) && named != Named::Known {
                let native = foreign.get(&phrase).and_then(Option::as_deref);
                tell(context, report, passage, range, native, named == Named::Perhaps);
                told.push(phrase);
            }
        }
    }
}

/// Whether a foreign word belongs to a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    /// It is a word of the sentence.
    No,
    /// It has the capitals of a name.
    Perhaps,
    /// It stands in the name of a product or a system: "aplikasi …", or with its abbreviation in brackets.
    Known,
}

/// What the words about a foreign one tell: within a sentence capitals make a name of it.
fn named(context: &Context<'_>, passage: &Passage<'_>, text: &Text, range: &Range<usize>) -> Named {
    let words = text.within(range.clone());
    let loud = |word: &Token| word.kind != Kind::Digit && passage.word(word).starts_with(char::is_uppercase);
    let at = text.words.partition_point(|word| word.range.start < range.start);
    let small = |word: &Token| context.word_lists().is_particle(passage.word(word));
    let joined = |a: &Token, b: &Token| ["-", " "].contains(&passage.gap(a, b));
    // The name goes on over particles between words with capitals.
    let (mut from, mut last) = (at, at + words.len().max(1) - 1);
    for earlier in (0..at).rev().take_while(|one| {
        joined(&text.words[*one], &text.words[one + 1]) && (loud(&text.words[*one]) || small(&text.words[*one]))
    }) {
        from = if loud(&text.words[earlier]) { earlier } else { from };
    }
    for later in (last + 1..text.words.len()).take_while(|one| {
        joined(&text.words[one - 1], &text.words[*one]) && (loud(&text.words[*one]) || small(&text.words[*one]))
    }) {
        last = if loud(&text.words[later]) { later } else { last };
    }
    let opens = words.first().is_some_and(|word| word.start) && last == at;
    if !words.iter().all(loud) || text.title || opens {
        return Named::No;
    }
    let Some(run) = text.words.get(from..=last) else { return Named::No };
    let product = run.iter().any(|word| {
        let known = context.catalog.kata().nama.contains_key(&passage.lower(word));
        known && !context.catalog.wilayah().is_place_name(&passage.lower(word))
    });
    let called = context.word_lists().pattern(CALLED).is_some_and(|called| {
        let start = run.first().map_or(range.start, |word| word.range.start);
        called.is_match(shortly_before(&passage.plain, start))
    });
    let end = run.last().map_or(range.end, |word| word.range.end);
    let rest = passage.plain[end..].trim_start();
    let short = rest.strip_prefix('(').is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let explained = (short || rest.starts_with("yang selanjutnya dis")) && run.len() > words.len();
    if product || explained || (called && run.len() > words.len()) { Named::Known } else { Named::Perhaps }
}

/// Words that the name of a product follows.
const CALLED: &str = r"(?i)\b(?:{perangkat-lunak})\s+$";

fn tell(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    range: Range<usize>,
    native: Option<&str>,
    named: bool,
) {
    let shown = &passage.plain[range.clone()];
    let finding = report.at(context.place(passage.teks, range.clone()), format!("kata asing `{shown}` tidak miring"));
    if matches!(passage.part, Part::Mengingat(_)) {
        finding.hint("apakah judul resminya memang demikian?").unsure();
        return;
    }
    if named {
        finding.hint(format!("apakah ini nama resmi? bila bukan, tulis `*{shown}*`")).unsure();
        return;
    }
    let edit = context.replace(passage.teks, range, &format!("*{shown}*"));
    let finding = finding.hint(format!("tulis `*{shown}*`")).cure(edit);
    if let Some(native) = native {
        finding.hint(format!("padanannya: {native}"));
    }
}
