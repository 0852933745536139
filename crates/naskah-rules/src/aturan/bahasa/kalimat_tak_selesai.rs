//! A sentence without a predicate, or whose main clause is opened like a subordinate one.

use std::collections::HashSet;

use crate::text::spoken::Spoken;
use crate::words::Kind;
use crate::{Context, Part, Passage, Report, Role, declare_rule};
use naskah_core::decree::Teks;
use naskah_core::diag::Level;
use naskah_core::language::forms::{is_active, is_passive};
use naskah_core::language::{WordList, WordLists};

declare_rule! {
    /// Kalimat mempunyai predikat dan induk
    ///
    /// Diktum dan pertimbangan yang menyebut hal tanpa mengatakan apa-apa tentangnya biasanya kehilangan satu baris.
    /// Begitu pula kalimat yang dibuka “karena …, sehingga …” atau “meskipun …, tetapi …”: kedua bagiannya anak
    /// kalimat. Sesudah keterangan di awal pertimbangan ada koma.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang ragam bahasa; EYD V tentang tanda koma.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Petugas yang ditunjuk oleh Ketua sebagaimana dimaksud dalam Diktum KESATU.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Petugas yang ditunjuk oleh Ketua bertugas mencatat kehadiran.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K543" "kalimat-tak-selesai" Peringatan since "0.4.0" => check
}

/// The fewest words of a sentence that is looked at.
const SHORTEST: usize = 5;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let lists = context.word_lists();
    let listed = parts_of_lists(context);
    for (passage, text) in context.in_decree().filter(|(passage, _)| passage.role == Role::Prose) {
        let spoken = Spoken::of(passage, text);
        opened_twice(context, report, passage, &spoken);
        let consideration = matches!(passage.part, Part::Menimbang(_));
        if consideration {
            comma(context, report, passage, &spoken);
        }
        let adverbial = consideration && crate::parts::formulas::is_adverbial(lists, &passage.plain);
        let hangs = spoken.lower.iter().any(|word| ["yang", "sebagaimana", "akibat"].contains(&word.as_str()));
        let sentence = hangs && (matches!(passage.part, Part::Diktum(_)) || (consideration && !adverbial));
        let whole = !passage.plain.contains(':')
            && !text.words.iter().any(|word| word.kind == Kind::Digit && word.mask.is_none());
        if sentence
            && whole
            && spoken.lower.len() >= SHORTEST
            && !listed.contains(&std::ptr::from_ref(passage.teks))
            && !says(lists, &spoken)
        {
            report
                .at(
                    context.place(passage.teks, 0..passage.plain.trim_end().len()),
                    "kalimat ini tidak mempunyai predikat",
                )
                .hint("apakah ada bagian kalimat yang tertinggal?")
                .unsure();
        }
    }
}

/// The texts that are items of a list below a sentence, lead to one, or close one.
fn parts_of_lists(context: &Context<'_>) -> HashSet<*const Teks> {
    let mut found = HashSet::new();
    for list in &context.lists {
        found.insert(std::ptr::from_ref(list.lead));
        found.extend(list.rincian.butir.iter().map(|item| std::ptr::from_ref(&item.teks)));
        found.extend(list.rincian.butir.iter().filter_map(|item| item.penutup.as_ref()).map(std::ptr::from_ref));
    }
    let items = context.keputusan.diktum.iter().chain(&context.keputusan.menimbang.butir);
    found.extend(items.filter_map(|item| item.penutup.as_ref()).map(std::ptr::from_ref));
    found
}

/// Whether something is said: a verb that no link before it takes into a clause of its own.
fn says(lists: &WordLists, spoken: &Spoken<'_>) -> bool {
    let (mut taken, mut open) = (false, 0);
    for at in 0..spoken.lower.len() {
        let word = spoken.word(at);
        let masked = !spoken.is_free(at);
        if masked || at < open {
            continue;
        }
        let before = at.checked_sub(1).map(|before| spoken.word(before)).unwrap_or_default();
        if ["yang", "untuk", "guna"].contains(&word) {
            // The verb after it may be one without a prefix.
            let own = (at + 1..spoken.lower.len()).find(|at| !lists.has(WordList::KataBantu, spoken.word(*at)));
            open = own.unwrap_or(at) + 1;
            taken = own.is_some_and(|own| !is_verb(lists, spoken.word(own)) && spoken.word(own).ends_with("nya"));
            continue;
        }
        if before == "sebagaimana" {
            continue;
        }
        let verb = is_verb(lists, word);
        let links = ["dan", "atau", "serta"].contains(&before);
        if verb && !taken && !(links && at > 1 && is_verb(lists, spoken.word(at - 2))) {
            return true;
        }
        taken &= !verb;
    }
    false
}

/// Whether a word is a verb or stands for one.
fn is_verb(lists: &WordLists, word: &str) -> bool {
    let prefixed = word.len() > 5
        && ["ber", "ter"].iter().any(|prefix| word.starts_with(prefix))
        && !lists.has(WordList::BukanPredikat, word);
    let voiced = (is_active(lists, word) || is_passive(lists, word)) && !lists.has(WordList::BukanPredikat, word);
    lists.has(WordList::Predikat, word)
        || lists.has(WordList::PenandaPredikat, word)
        || lists.has(WordList::KataKerjaDasar, word)
        || ((voiced || prefixed) && !word.ends_with("nya"))
}

/// "karena …, sehingga …": two clauses that both hang on another.
fn opened_twice(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, spoken: &Spoken<'_>) {
    let plain = passage.plain.to_lowercase();
    let start = plain.strip_prefix("bahwa ").map_or(0, |_| "bahwa ".len());
    let opens = |open: &str| plain[start..].strip_prefix(open).is_some_and(|rest| rest.starts_with(' '));
    for (open, second) in context.word_lists().pairs(WordList::PasanganKalimat).filter(|(open, _)| opens(open)) {
        let found = (1..spoken.lower.len()).find(|at| {
            let before = &spoken.tokens[at - 1];
            spoken.word(*at) == second
                && spoken.is_free(*at)
                && passage.gap(before, &spoken.tokens[*at]).starts_with(',')
        });
        let Some(at) = found else { continue };
        // A main clause may stand before it, or after it.
        let inner = &spoken.lower[..at];
        let before = passage.plain[..spoken.tokens[at].range.start].trim_end_matches([' ', ',']).contains(',');
        let after = spoken.lower.get(at..).unwrap_or_default().iter().any(|word| word == "perlu");
        if before || inner.iter().any(|word| word == "perlu") || (second == "sehingga" && after && open != "karena") {
            continue;
        }
        report
            .at(
                context.place(passage.teks, spoken.tokens[at].range.clone()),
                format!("“{open} …, {second} …” tidak mempunyai induk kalimat"),
            )
            .hint(format!("hapus “{open}” atau “{second}”"));
        return;
    }
}

/// "agar layanan tertib perlu dibentuk …": no comma after the adverbial.
fn comma(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, spoken: &Spoken<'_>) {
    let lists = context.word_lists();
    if !crate::parts::formulas::is_adverbial(lists, &passage.plain)
        || spoken.word(1) == "perlu"
        || passage.plain.contains(" maka ")
    {
        return;
    }
    let Some(at) = (2..spoken.lower.len()).find(|at| spoken.word(*at) == "perlu" && spoken.is_free(*at)) else {
        return;
    };
    let before = &passage.plain[..spoken.tokens[at].range.start];
    let next = spoken.word(at + 1);
    let verb = is_active(lists, next) || is_passive(lists, next);
    let earlier = spoken.lower[..at].iter().any(|word| ["yang", "itu", "tersebut", "ini"].contains(&word.as_str()));
    if verb && spoken.is_joined(at) && !before.contains([',', ';']) {
        report
            .at(
                context.place(passage.teks, spoken.bytes(at - 1..at + 1)),
                "tidak ada koma sesudah keterangan di awal kalimat",
            )
            .hint("tulis koma di antara keterangan itu dan induk kalimatnya")
            .at_most(if earlier { Level::Saran } else { Level::Peringatan });
    }
}
