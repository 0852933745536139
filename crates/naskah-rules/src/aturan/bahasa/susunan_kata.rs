//! Words that cannot stand beside each other in this order.

use std::collections::HashMap;

use crate::text::spoken::Spoken;
use crate::words::Kind;
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::WordList;
use naskah_core::language::forms::{is_action, is_active, is_passive};
use naskah_core::language::numerals::is_kata_bilangan;

declare_rule! {
    /// Kata tersusun menurut urutannya
    ///
    /// Kata depan diikuti kata benda, kata hubung tidak bertumpuk, dan akhiran melekat pada katanya: “serta dan”,
    /// “kepada.”, “oleh menyusun”, “meminta kan” biasanya sisa suntingan. Ditanyakan pula dua kata yang di tempat lain
    /// selalu berurutan sebaliknya.
    ///
    /// Sumber: EYD V; UU 12/2011 Lampiran II tentang ragam bahasa, yang menghendaki kejelasan.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Petugas mencatat kehadiran serta dan melaporkannya kepada atasan.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Petugas mencatat kehadiran dan melaporkannya kepada atasan.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K542" "susunan-kata" Peringatan since "0.4.0" => check
}

/// Suffixes that never stand alone.
const SUFFIXES: [&str; 5] = ["an", "kan", "kah", "lah", "nya"];

/// The shortest word that has a sense of its own.
const CONTENT: usize = 4;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let texts: Vec<_> = context
        .in_decree()
        .filter(|(passage, text)| !text.capitals && is_spoken(passage.part))
        .map(|(passage, text)| (passage, Spoken::of(passage, text)))
        .collect();
    for (passage, spoken) in &texts {
        for at in 0..spoken.lower.len() {
            let told = beside(context, report, passage, spoken, at);
            if !told {
                suffix(context, report, passage, spoken, at);
                dangling(context, report, passage, spoken, at);
            }
            unlinked(context, report, passage, spoken, at);
            verbless(context, report, passage, spoken, at);
        }
        unopened(context, report, passage, spoken);
    }
    turned(context, report, &texts);
}

fn is_spoken(part: Part) -> bool {
    !matches!(part, Part::Mengingat(_) | Part::Kepala | Part::Penutup | Part::Salinan | Part::Kolom(_))
}

/// Two links, or a preposition and a verb.
fn beside(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    spoken: &Spoken<'_>,
    at: usize,
) -> bool {
    if !spoken.is_run(at..at + 2) || spoken.tokens[at + 1].kind != Kind::Lower {
        return false;
    }
    let lists = context.word_lists();
    let (first, second) = (spoken.word(at), spoken.word(at + 1));
    let preposition = lists.has(WordList::KataDepanMurni, first);
    let joins = ["dan", "atau", "serta", "maupun"].contains(&second);
    let goes_on = || lists.is_particle(spoken.word(at + 2)) || spoken.word(at + 2) == "tanpa";
    let verb = || {
        let long = second.len() > 7 && second.ends_with("kan");
        long && (is_active(lists, second) || is_passive(lists, second)) && first != "dari"
    };
    let listed = lists.has(WordList::KataBerimpit, &spoken.phrase(at..at + 2))
        // Who does it stands before an active verb.
        || second == "oleh" && is_active(lists, first);
    let wrong = listed || (preposition && ((joins && !goes_on()) || verb()));
    if wrong {
        let shown = &passage.plain[spoken.bytes(at..at + 2)];
        report
            .at(
                context.place(passage.teks, spoken.bytes(at..at + 2)),
                format!("`{shown}` tidak dapat berdampingan dalam urutan ini"),
            )
            .hint("hapus yang berlebih, atau perbaiki urutan katanya");
    }
    wrong
}

/// A consideration that opens with what is to be done, without the word that makes it the purpose of the rest:
/// "bahwa melaksanakan …, perlu".
fn unopened(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, spoken: &Spoken<'_>) {
    let opens = matches!(passage.part, Part::Menimbang(_)) && spoken.is_run(0..2) && spoken.word(0) == "bahwa";
    let goes_on = [", perlu ", ", dipandang perlu ", ", maka "].iter().any(|next| passage.plain.contains(next));
    if opens && goes_on && is_active(context.word_lists(), spoken.word(1)) {
        let range = spoken.bytes(0..2);
        let verb = spoken.word(1);
        report
            .at(context.place(passage.teks, range), format!("`bahwa {verb}` tidak menyebut siapa yang melakukannya"))
            .hint(format!("apakah yang dimaksud `bahwa untuk {verb}` atau `bahwa dalam rangka {verb}`?"))
            .unsure();
    }
}

/// Words that need another one before what follows: "bertanggung jawab Ketua", "telah ditetapkan Keputusan".
fn unlinked(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, spoken: &Spoken<'_>, at: usize) {
    let Some(before) = at.checked_sub(2).filter(|before| spoken.is_run(*before..at + 1)) else { return };
    let [first, second, next] = [before, before + 1, at].map(|at| spoken.word(at));
    let post = context.word_lists().has(WordList::SebutanJabatan, next) || ["komisi", "kpu"].contains(&next);
    let paper = next == "keputusan" && passage.plain[spoken.bytes(at..at + 1)].starts_with('K');
    let set = ["ditetapkan", "diatur", "diubah", "dibentuk", "dicabut"].contains(&second);
    let lost = match (first, second) {
        ("bertanggung", "jawab") if post => "kepada",
        ("telah" | "sebagaimana", _) if set && paper => "dengan",
        _ => return,
    };
    let shown = &passage.plain[spoken.bytes(before..at + 1)];
    report
        .at(
            context.place(passage.teks, spoken.bytes(before..at + 1)),
            format!("kata hubung dalam `{shown}` tertinggal"),
        )
        .hint(format!("apakah yang dimaksud `{first} {second} {lost} {}`?", &passage.plain[spoken.bytes(at..at + 1)]));
}

/// Words that a verb follows, and things that are none: "setiap badan publik wajib Pejabat …", "dapat jadwal".
const VERB_WANTED: [&str; 5] = ["wajib", "harus", "dapat", "dilarang", "telah"];
const THINGS: [&str; 5] = ["jadwal", "buku", "surat", "formulir", "sertifikat"];

/// What must or may be done is not said.
fn verbless(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, spoken: &Spoken<'_>, at: usize) {
    let Some(before) = at.checked_sub(1).filter(|before| spoken.is_run(*before..at + 1)) else { return };
    let (first, next) = (spoken.word(before), spoken.word(at));
    let range = spoken.bytes(before..at + 1);
    let shown = &passage.plain[range.clone()];
    if first == "bertanggung" && !["jawab", "renteng"].contains(&next) {
        report
            .at(context.place(passage.teks, range), format!("`jawab` tertinggal dalam `{shown}`"))
            .hint(format!("tulis `bertanggung jawab {next}`"));
        return;
    }
    let capital = spoken.tokens[at].kind == Kind::Capital;
    let post = context.word_lists().has(WordList::SebutanJabatan, next) || next == "pejabat";
    let must = ["wajib", "harus", "bersedia"].contains(&first) && post && capital;
    let thing = VERB_WANTED.contains(&first) && (THINGS.contains(&next) || is_action(next)) && !capital;
    if must || thing {
        report
            .at(context.place(passage.teks, range), format!("sesudah `{first}` tidak ada kata kerja"))
            .hint("apakah kata kerjanya tertinggal?")
            .unsure();
    }
}

/// A suffix that stands alone after its word: "meminta kan".
fn suffix(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, spoken: &Spoken<'_>, at: usize) {
    let Some(before) = at.checked_sub(1).filter(|before| spoken.is_run(*before..at + 1)) else { return };
    let word = &spoken.tokens[at];
    if word.kind != Kind::Lower || !SUFFIXES.contains(&spoken.word(at)) {
        return;
    }
    let joined = format!("{}{}", &passage.plain[spoken.bytes(before..at)], spoken.word(at));
    if context.catalog.kata().knows(&joined.to_lowercase()) {
        let range = spoken.bytes(before..at + 1);
        report
            .at(
                context.place(passage.teks, range.clone()),
                format!("akhiran dalam `{}` tertulis terpisah", &passage.plain[range.clone()]),
            )
            .hint(format!("tulis `{joined}`"))
            .cure(context.replace(passage.teks, range, &joined));
    }
}

/// A preposition right before a mark.
fn dangling(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, spoken: &Spoken<'_>, at: usize) {
    let (Some(word), Some(next)) = (spoken.tokens.get(at), spoken.tokens.get(at + 1)) else { return };
    let lists = context.word_lists();
    let gap = passage.gap(word, next);
    let stops = gap.starts_with([',', ';']) || gap.starts_with(". ");
    let series = lists.is_particle(spoken.word(at + 1));
    if stops
        && !series
        && spoken.is_free(at)
        && word.kind == Kind::Lower
        && lists.has(WordList::KataDepanMurni, spoken.word(at))
    {
        report
            .at(
                context.place(passage.teks, word.range.clone()),
                format!("sesudah `{}` tidak ada kata yang mengikutinya", spoken.word(at)),
            )
            .hint("apakah ada kata yang tertinggal atau tertukar tempatnya?");
    }
}

/// Two neighbours that stand the other way about elsewhere, where the words about them say so, too.
fn turned(context: &Context<'_>, report: &mut Report<'_>, texts: &[(&Passage<'_>, Spoken<'_>)]) {
    let lists = context.word_lists();
    let content = |spoken: &Spoken<'_>, at: usize| {
        let word = spoken.word(at);
        word.len() >= CONTENT && spoken.is_free(at) && !lists.is_particle(word)
    };
    let count = pairs(texts);
    let seen = |a: &str, b: &str| count.get(&(a, b)).copied().unwrap_or_default();
    let listed = |a: &str, b: &str| lists.has(WordList::PasanganKata, &format!("{a} {b}"));
    for (passage, spoken) in texts {
        for at in 0..spoken.lower.len().saturating_sub(1) {
            let (a, b) = (spoken.word(at), spoken.word(at + 1));
            let pair = content(spoken, at) && content(spoken, at + 1) && spoken.is_run(at..at + 2);
            // The words of a number stand in any order.
            let number = || [a, b].into_iter().all(is_kata_bilangan);
            if !pair || a == b || seen(a, b) > 1 || number() {
                continue;
            }
            let other = seen(b, a);
            if (other < 2 && !listed(b, a)) || listed(a, b) {
                continue;
            }
            // A word before that is followed by the second elsewhere, one after that the first stands before.
            let before = at.checked_sub(1).filter(|before| content(spoken, *before) && spoken.is_joined(at));
            // These open a sentence or point at another, whatever word stands beside them.
            let opens = |word: &&str| ["bahwa", "sebagaimana"].contains(word);
            let before = before.map(|before| spoken.word(before)).filter(|word| !opens(word));
            let after = (content(spoken, at + 2) && spoken.is_joined(at + 2)).then(|| spoken.word(at + 2));
            let after = after.filter(|word| !opens(word));
            let known = |a: &str, b: &str| seen(a, b) > 0 || listed(a, b);
            let own = |a: &str, b: &str| seen(a, b) > 1 || listed(a, b);
            let against = before.is_some_and(|before| own(before, a)) || after.is_some_and(|after| own(b, after));
            let left = before.is_some_and(|before| known(before, b));
            let right = after.is_some_and(|after| known(a, after));
            let alone = before.is_none() && after.is_none() && listed(b, a);
            if against || !(left || right || alone) {
                continue;
            }
            let shown = &passage.plain[spoken.bytes(at..at + 2)];
            report
                .at(context.place(passage.teks, spoken.bytes(at..at + 2)), format!("urutan `{shown}` mungkin terbalik"))
                .hint(format!("apakah yang dimaksud `{b} {a}`?"))
                .at_most(if (left || right) && (other > 1 || left && right) {
                    Level::Peringatan
                } else {
                    Level::Saran
                });
        }
    }
}

/// How often each two neighbours stand in the decree.
fn pairs<'t>(texts: &'t [(&Passage<'_>, Spoken<'_>)]) -> HashMap<(&'t str, &'t str), usize> {
    let mut count: HashMap<(&str, &str), usize> = HashMap::new();
    for (_, spoken) in texts {
        // In the titles of others words have an order of their own.
        for at in (1..spoken.lower.len()).filter(|at| spoken.is_joined(*at) && spoken.is_free(*at)) {
            *count.entry((spoken.word(at - 1), spoken.word(at))).or_default() += 1;
        }
    }
    count
}
