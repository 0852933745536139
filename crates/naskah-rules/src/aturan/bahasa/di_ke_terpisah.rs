//! The prefixes "di" and "ke" written apart from their word.

use crate::words::{Kind, Text, Token};
use crate::{Context, Passage, Report, declare_rule};
use naskah_core::language::WordList;
use naskah_core::language::numerals::dari_terbilang;

declare_rule! {
    /// Awalan “di-” dan “ke-” ditulis serangkai
    ///
    /// “di” dan “ke” ditulis terpisah hanya sebagai kata depan, di muka tempat atau arah; di muka kata kerja keduanya
    /// awalan dan ditulis serangkai. “di mana” sebagai penghubung kalimat diganti dengan kata penghubung Indonesia.
    /// “di” sesudah kata bantu dan sebelum akar kata kerja (“dapat di lihat”) ditanyakan.
    ///
    /// Sumber: EYD V tentang awalan dan kata depan.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu di jadwalkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja perlu dijadwalkan di lingkungan kantor
    /// ```
    "K515" "di-ke-terpisah" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let kata = context.catalog.kata();
    for (passage, text) in context.worded() {
        for word in &text.words {
            joined(context, report, passage, word);
        }
        let from = text.words.iter().find(|word| passage.lower(word) == "dari").map(|word| word.range.end);
        for (at, pair) in text.words.windows(2).enumerate() {
            apart(context, report, passage, pair, from);
            parted(context, report, passage, pair);
            bound(context, report, passage, text, at);
        }
        for (at, pair) in text.words.windows(2).enumerate() {
            let [head, tail] = pair else { continue };
            let lead = head.range.len() == 2 && tail.kind == Kind::Lower && head.mask.is_none() && tail.mask.is_none();
            if !lead || !passage.gap(head, tail).trim_matches(' ').is_empty() || tail.italic {
                continue;
            }
            let (first, rest) = (passage.lower(head), passage.word(tail));
            let joined = format!("{first}{rest}");
            if first == "di" && rest == "mana" && at > 0 && !head.start {
                if joins_clauses(context, passage, text, at) {
                    ask_mana(context, report, passage, head, tail);
                }
            } else if kata.baku.contains_key(format!("{first} {rest}").as_str()) {
                // What is not standard has a rule of its own.
            } else if first == "di"
                && kata.lists.has(WordList::AkarKataKerja, rest)
                && (after_helper(context, passage, text, at) || kata.knows(&joined))
            {
                ask_verb(context, report, passage, head, tail);
            } else if (first == "di" && is_verb(kata, rest, &joined)) || (first == "ke" && is_torn(kata, rest, &joined))
            {
                let range = head.range.start..tail.range.end;
                let right = format!("{}{rest}", passage.word(head));
                let edit = context.replace(passage.teks, range.clone(), &right);
                let shown = &passage.plain[range.clone()];
                report
                    .at(context.place(passage.teks, range.clone()), format!("awalan dalam `{shown}` tertulis terpisah"))
                    .hint(format!("tulis `{right}`"))
                    .cure(edit);
            }
        }
    }
}

/// A preposition that is written together with a place: "digudang", "kedesa".
fn joined(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, word: &Token) {
    let open = word.mask.is_none() && !word.italic && matches!(word.kind, Kind::Lower | Kind::Capital);
    let shown = passage.word(word);
    if !(open && shown.is_ascii() && shown.len() > 5) {
        return;
    }
    let kata = context.catalog.kata();
    let (head, rest) = shown.split_at(2);
    let lower = shown.to_lowercase();
    let place = ["di", "ke"].contains(&lower[..2].as_ref()) && kata.lists.has(WordList::TempatUmum, &lower[2..]);
    if !place || kata.baku.contains_key(&lower) || (lower.starts_with("ke") && kata.has(&lower)) {
        return;
    }
    let right = format!("{head} {rest}");
    report
        .at(context.place(passage.teks, word.range.clone()), format!("kata depan dalam `{shown}` tertulis serangkai"))
        .hint(format!("tulis `{right}`"))
        .cure(context.replace(passage.teks, word.range.clone(), &right));
}

/// A bound form that stands alone before a common word: "antar instansi".
fn bound(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, text: &Text, at: usize) {
    let [head, tail] = [&text.words[at], &text.words[at + 1]];
    let kata = context.catalog.kata();
    let (lower, rest) = (passage.lower(head), passage.word(tail));
    let free = [head, tail].iter().all(|word| word.mask.is_none() && !word.italic);
    let plain = head.kind == Kind::Lower && tail.kind == Kind::Lower && passage.gap(head, tail) == " ";
    let joined = format!("{lower}{rest}");
    if !free
        || !plain
        || !kata.lists.has(WordList::TerikatTerpisah, &lower)
        || !kata.knows(rest)
        || kata.lists.is_particle(rest)
    {
        return;
    }
    let both = format!("{lower} {rest}");
    if kata.baku.contains_key(&both) || kata.lists.has(WordList::EjaanJudulResmi, &both) {
        return;
    }
    let range = head.range.start..tail.range.end;
    report
        .at(context.place(passage.teks, range.clone()), format!("bentuk terikat `{lower}` tertulis terpisah"))
        .hint(format!("tulis `{joined}`"))
        .cure(context.replace(passage.teks, range, &joined));
}

/// "se" alone before a word, and "ke" before a number that counts: "se kecamatan", "perubahan ke 3"; behind `from`, where
/// the text first says "dari", numbers are places.
fn apart(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, pair: &[Token], from: Option<usize>) {
    let [head, tail] = pair else { return };
    if head.mask.is_some() || tail.mask.is_some() || head.kind != Kind::Lower || passage.gap(head, tail) != " " {
        return;
    }
    if !["ke", "se"].contains(&passage.word(head)) {
        return;
    }
    let rest = passage.word(tail);
    let before = passage.plain[..head.range.start].trim_end();
    let from = before.ends_with(|c: char| c.is_ascii_digit()) || from.is_some_and(|from| from <= before.len());
    let counts = rest.len() < 3 && rest.bytes().all(|b| b.is_ascii_digit()) && !from;
    // "tahap ke dua": a noun before, a number in words after.
    let noun = before.ends_with(|c: char| c.is_lowercase()) && !before.ends_with("kan") && !from;
    let ordinal = noun && tail.kind == Kind::Lower && rest != "satu" && dari_terbilang(rest).is_some();
    let right = match passage.word(head) {
        "ke" if ordinal => format!("ke{rest}"),
        "se" if tail.kind == Kind::Lower => format!("se{rest}"),
        "se" if tail.kind == Kind::Capital => format!("se-{rest}"),
        "ke" if counts => format!("ke-{rest}"),
        _ => return,
    };
    let range = head.range.start..tail.range.end;
    let shown = &passage.plain[range.clone()];
    report
        .at(context.place(passage.teks, range), format!("awalan dalam `{shown}` tertulis terpisah"))
        .hint(format!("tulis `{right}`"));
}

/// A derived compound in two words, the second of which is none: "dipindah tugaskan".
fn parted(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, pair: &[Token]) {
    let [head, tail] = pair else { return };
    let free = |word: &Token| word.mask.is_none() && !word.italic && word.kind == Kind::Lower;
    if !free(head) || !free(tail) || passage.gap(head, tail) != " " {
        return;
    }
    let (first, rest, kata) = (passage.word(head), passage.word(tail), context.catalog.kata());
    if kata.is_parted(first, rest) && !kata.baku.contains_key(&format!("{first} {rest}")) {
        let range = head.range.start..tail.range.end;
        let joined = format!("{first}{rest}");
        report
            .at(context.place(passage.teks, range.clone()), format!("gabungan kata `{first} {rest}` tertulis terpisah"))
            .hint(format!("tulis `{joined}`"))
            .cure(context.replace(passage.teks, range, &joined));
    }
}

/// Whether the words after "di" can only be a verb.
fn is_verb(kata: &naskah_core::catalog::Kata, rest: &str, joined: &str) -> bool {
    let suffix = ["kan", "i"].iter().find_map(|end| rest.strip_suffix(end));
    let verb = suffix.is_some_and(|root| root.len() > 2 && kata.knows(root));
    rest.len() > 4 && !kata.is_stem(rest) && kata.knows(joined) && (verb || !kata.knows(rest))
}

/// Whether the rest is no word without "ke".
fn is_torn(kata: &naskah_core::catalog::Kata, rest: &str, joined: &str) -> bool {
    rest.len() > 4 && !kata.is_stem(rest) && !kata.has(rest) && kata.knows(joined)
}

fn after_helper(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.words.get(before));
    before.is_some_and(|before| {
        passage.gap(before, &text.words[at]) == " "
            && context.word_lists().has(WordList::KataBantu, passage.word(before))
    })
}

fn ask_verb(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, head: &Token, tail: &Token) {
    let range = head.range.start..tail.range.end;
    let (shown, right) = (&passage.plain[range.clone()], format!("di{}", passage.word(tail)));
    report
        .at(context.place(passage.teks, range.clone()), format!("`{shown}` tertulis terpisah"))
        .hint(format!("apakah kata kerja `{right}` yang dimaksud?"))
        .unsure();
}

/// Whether "di mana" joins a clause to what stands before it: it asks nothing beside another word that asks, and means
/// no place whatever it be.
fn joins_clauses(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let asks = |word: &Token| context.word_lists().has(WordList::KataTanya, &passage.lower(word));
    let near = text.words.get(at.saturating_sub(3)..(at + 6).min(text.words.len())).unwrap_or_default();
    let next = text.words.get(at + 2);
    let any = next.is_some_and(|next| ["pun", "saja"].contains(&passage.word(next)));
    let ends = next.is_none_or(|next| passage.gap(&text.words[at + 1], next).contains([',', ';', '.', '?', ')']));
    !any && !ends && !near.iter().any(asks)
}

fn ask_mana(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, head: &Token, tail: &Token) {
    let range = head.range.start..tail.range.end;
    report
        .at(context.place(passage.teks, range), "`di mana` dipakai sebagai penghubung kalimat")
        .hint("apakah dapat diganti dengan `tempat`, `yang`, atau `dengan`?")
        .unsure();
}
