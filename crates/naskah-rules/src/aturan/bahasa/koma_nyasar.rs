//! A comma between subject and predicate or verb and object, and an explanation that no comma closes.

use std::ops::Range;

use naskah_core::decree::Role;
use naskah_core::language::WordList;
use naskah_core::language::forms::{is_active, is_passive};

use crate::text::spoken::Spoken;
use crate::words::{Kind, Text};
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Koma tidak memisahkan subjek dari predikat, dan sisipan ditutup koma
    ///
    /// Antara pokok kalimat dan kata kerjanya, dan antara kata kerja dan objeknya, tidak ada koma tunggal. Penjelasan
    /// “, yang selanjutnya disebut …” ditutup dengan koma bila kalimatnya berlanjut.
    ///
    /// Sumber: EYD V tentang tanda koma.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Petugas piket, mencatat setiap tamu.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Petugas piket, yang selanjutnya disebut Petugas mencatat setiap tamu.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Petugas piket, yang selanjutnya disebut Petugas, mencatat setiap tamu.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K548" "koma-nyasar" Peringatan since "0.4.0" => check
}

/// So many words a subject before its verb has at most.
const SUBJECT: usize = 5;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let prose = |passage: &Passage<'_>| {
        passage.role == Role::Prose
            && matches!(passage.part, Part::Menimbang(_) | Part::Diktum(_) | Part::Naskah(_))
            && passage.plain.contains(',')
    };
    for (passage, text) in context.in_decree().filter(|(passage, text)| prose(passage) && !text.capitals) {
        let spoken = Spoken::of(passage, text);
        explained(context, report, passage, text, &spoken);
        // Items may begin with a time or a part of a list.
        if context.keputusan.diktum.iter().any(|item| std::ptr::eq(&item.teks, passage.teks)) {
            subject(context, report, passage, &spoken, 0);
        } else if matches!(passage.part, Part::Menimbang(_)) && spoken.word(0) == "bahwa" {
            subject(context, report, passage, &spoken, 1);
        }
        object(context, report, passage, &spoken);
    }
}

/// Whether a verb or a word that stands for one.
fn is_verb(context: &Context<'_>, word: &str) -> bool {
    let lists = context.word_lists();
    let made = word.len() > 6 && word.starts_with("ber") && lists.has(WordList::PenandaPredikat, word);
    is_active(lists, word)
        || is_passive(lists, word)
        || made
        || ["wajib", "bertugas", "mempunyai", "dapat", "harus"].contains(&word)
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, range: Range<usize>, message: &str) {
    let shown = passage.plain.get(range.clone()).unwrap_or_default();
    report.at(context.place(passage.teks, range), format!("{message}: `{shown}`")).hint("periksa tanda komanya");
}

/// What stands between two words is a comma and a blank.
fn comma(passage: &Passage<'_>, spoken: &Spoken<'_>, at: usize) -> bool {
    let pair = at.checked_sub(1).and_then(|before| Some((spoken.tokens.get(before)?, spoken.tokens.get(at)?)));
    pair.is_some_and(|(before, word)| passage.gap(before, word) == ", ")
}

/// ", yang selanjutnya disebut Petugas mencatat": the term ends, the sentence goes on, no comma stands there.
fn explained(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text, spoken: &Spoken<'_>) {
    for at in 3..spoken.lower.len() {
        let opens = ["disebut", "disingkat"].contains(&spoken.word(at))
            && spoken.word(at - 1) == "selanjutnya"
            && spoken.word(at - 2) == "yang"
            && comma(passage, spoken, at - 2);
        if !opens {
            continue;
        }
        let loud = |at: usize| {
            text.words.get(at).is_some_and(|word| matches!(word.kind, Kind::Capital | Kind::Upper | Kind::Mixed))
                && spoken.is_joined(at)
        };
        let end = (at + 1..spoken.lower.len()).find(|next| !loud(*next)).unwrap_or(spoken.lower.len());
        let goes_on = is_verb(context, spoken.word(end)) || spoken.word(end) == "sebagaimana";
        if end > at + 1 && spoken.is_joined(end) && goes_on && spoken.is_free(end) {
            let range = spoken.bytes(end - 1..end + 1);
            tell(context, report, passage, range, "sisipan “yang selanjutnya …” tidak ditutup koma");
        }
    }
}

/// "Petugas piket, mencatat setiap tamu": the only comma before the verb stands between subject and verb.
fn subject(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, spoken: &Spoken<'_>, from: usize) {
    let lists = context.word_lists();
    let last = (from + SUBJECT).min(spoken.lower.len().saturating_sub(1));
    let Some(at) = (from + 1..=last).find(|at| !spoken.is_joined(*at)) else { return };
    let head = &spoken.lower[from..at];
    let opened = lists.has(WordList::PembukaFrasa, &head[0]) || lists.has(WordList::PembukaButir, &head[0]);
    let said = head.iter().any(|word| {
        let relative = ["yang", "bahwa", "selanjutnya", "sebagaimana"].contains(&word.as_str());
        is_verb(context, word) || relative || is_link(context, word)
    });
    let kinds: Vec<Kind> = spoken.tokens[from..at].iter().map(|word| word.kind).collect();
    // After "bahwa" only a name in capitals is surely the subject.
    let loud = kinds[0] != Kind::Lower && (from == 0 || kinds.iter().all(|kind| *kind != Kind::Lower));
    let term = head.len() > 1 || kinds[0] == Kind::Upper || is_known(context, passage, &head[0]);
    let free = (from..=at).all(|at| spoken.is_free(at));
    let verb = is_verb(context, spoken.word(at)) && !lists.has(WordList::PembukaFrasa, spoken.word(at));
    if opened || said || !loud || !term || !free || !verb || !comma(passage, spoken, at) {
        return;
    }
    // A series of verbs, or an insertion that is closed by a comma before another verb.
    let later = (at + 1..spoken.lower.len()).any(|next| {
        let series = ["dan", "serta", "atau"].contains(&spoken.word(next)) || is_verb(context, spoken.word(next));
        !spoken.is_joined(next) && series
    });
    if !later {
        tell(context, report, passage, spoken.bytes(at - 1..at + 1), "koma memisahkan subjek dari predikatnya");
    }
}

/// Whether a word opens a clause or joins two.
fn is_link(context: &Context<'_>, word: &str) -> bool {
    context.word_lists().has(WordList::Syarat, word)
        || context.word_lists().has(WordList::PembukaFrasa, word)
        || ["apabila", "setelah"].contains(&word)
}

/// Whether the decree has a word of one capital elsewhere as subject of its own, so that it is a term.
fn is_known(context: &Context<'_>, here: &Passage<'_>, word: &str) -> bool {
    let whole = |text: &str| {
        naskah_core::language::words::words(text).iter().any(|own| {
            own.folded == word && own.range.start > 0 && text[own.range.clone()].starts_with(char::is_uppercase)
        })
    };
    let others = context.passages.iter().filter(|passage| !std::ptr::eq(passage.teks, here.teks));
    others
        .filter(|passage| matches!(passage.part, Part::Diktum(_) | Part::Menimbang(_)))
        .any(|passage| whole(&passage.plain))
}

/// "mencatat, pemilih yang belum terdaftar": an item that begins with a verb, and the comma stands right after it.
fn object(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, spoken: &Spoken<'_>) {
    let lists = context.word_lists();
    let first = spoken.word(0);
    let transitive = is_active(lists, first) && !lists.has(WordList::KataKerjaTanpaObjek, first);
    let next = spoken.word(1);
    let noun = !is_verb(context, next)
        && !lists.has(WordList::PembukaFrasa, next)
        && !["dan", "atau", "serta", "baik", "kecuali"].contains(&next)
        && !lists.has(WordList::Syarat, next)
        && !lists.begins(WordList::PembukaKeterangan, next)
        && spoken.tokens.get(1).is_some_and(|word| word.kind == Kind::Lower);
    let alone = passage.plain.matches(',').count() == 1;
    if transitive && noun && alone && comma(passage, spoken, 1) && spoken.is_free(0) && spoken.is_free(1) {
        tell(context, report, passage, spoken.bytes(0..2), "koma memisahkan kata kerja dari objeknya");
    }
}
