//! An abbreviation that is nearly one that the decree explains, and one that does not fit what it is explained with.

use std::ops::Range;

use crate::words::{Kind, Text};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::diag::distance;
use naskah_core::language::numerals::dari_romawi;

declare_rule! {
    /// Singkatan dipakai sebagaimana dijelaskan dan sesuai dengan kepanjangannya
    ///
    /// Singkatan yang berbeda satu huruf dari yang dijelaskan, dan tidak dijelaskan sendiri, biasanya salah tik. Singkatan
    /// sesudah “yang selanjutnya disingkat” tersusun dari huruf-huruf kepanjangannya dan bukan singkatan istilah lain.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang singkatan dan akronim.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja Panitia Pemungutan Suara, yang selanjutnya disingkat PPK.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja Petugas Piket Harian, yang selanjutnya disingkat PPHR.
    ///   - PPHD mencatat setiap tamu.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja Petugas Piket Harian, yang selanjutnya disingkat PPHR.
    ///   - PPHR mencatat setiap tamu.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K549" "singkatan-mirip" Peringatan since "0.4.0" => check
}

/// An abbreviation after "disingkat" or "disebut".
struct Explained<'a> {
    short: String,
    passage: &'a Passage<'a>,
    range: Range<usize>,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut explained: Vec<Explained<'_>> = Vec::new();
    for (passage, text) in context.in_decree().filter(|(_, text)| !text.capitals) {
        for at in 3..text.words.len() {
            let word = |back: usize| passage.lower(&text.words[at - back]);
            let opened = ["disingkat", "disebut"].contains(&word(1).as_str()) && word(2) == "selanjutnya";
            let own = &text.words[at];
            if !opened || !is_short(own.kind, passage.word(own)) {
                continue;
            }
            explained.push(Explained { short: passage.word(own).to_owned(), passage, range: own.range.clone() });
            if word(1) == "disingkat" {
                let end = if word(3) == "yang" { at - 3 } else { at - 2 };
                unfit(context, report, passage, text, (end, at));
            }
        }
    }
    for (passage, text) in context.in_decree().filter(|(passage, text)| !text.capitals && is_running(passage.part)) {
        for word in text.words.iter().filter(|word| word.mask.is_none() && !word.italic) {
            let shown = passage.word(word);
            if is_short(word.kind, shown) && !explained.iter().any(|one| one.short == shown) {
                alike(context, report, passage, (word.range.clone(), shown), &explained);
            }
        }
    }
    cells(context, report, &explained);
}

/// A cell that is nothing but an unknown abbreviation of some length, which is nearly the one that is explained.
fn cells(context: &Context<'_>, report: &mut Report<'_>, explained: &[Explained<'_>]) {
    for passage in context.passages.iter().filter(|passage| matches!(passage.part, Part::Sel { .. })) {
        let shown = passage.plain.trim();
        let short = shown.len() > 3 && is_short(Kind::Upper, shown) && shown.bytes().all(|b| b.is_ascii_uppercase());
        if short
            && !context.catalog.kata().singkatan.contains_key(shown)
            && !explained.iter().any(|one| one.short == shown)
        {
            let at = passage.plain.len() - passage.plain.trim_start().len();
            alike(context, report, passage, (at..at + shown.len(), shown), explained);
        }
    }
}

fn is_running(part: Part) -> bool {
    matches!(part, Part::Menimbang(_) | Part::Diktum(_) | Part::Naskah(_) | Part::Memperhatikan(_))
}

/// Whether a word looks like an abbreviation: `PPID`, `Sirekap`.
fn is_short(kind: Kind, word: &str) -> bool {
    matches!(kind, Kind::Upper | Kind::Mixed)
        && (3..=12).contains(&word.len())
        && word.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Whether two words differ by one letter, or by two that are exchanged.
fn near(a: &str, b: &str) -> bool {
    let exchanged = |a: &[u8], b: &[u8]| {
        let odd: Vec<usize> = (0..a.len()).filter(|at| a[*at] != b[*at]).collect();
        matches!(odd[..], [x, y] if x + 1 == y && a[x] == b[y] && a[y] == b[x])
    };
    a.len().min(b.len()) > 2 && (distance(a, b) == 1 || (a.len() == b.len() && exchanged(a.as_bytes(), b.as_bytes())))
}

fn alike(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    (range, shown): (Range<usize>, &str),
    explained: &[Explained<'_>],
) {
    let meanings = context.catalog.kata().singkatan.get(shown);
    let spelled = |long: &str| context.passages.iter().any(|passage| passage.plain.contains(long));
    // What is explained in brackets, or whose words stand somewhere, is meant.
    let tied = spelled(&format!("({shown})")) || meanings.into_iter().flatten().any(|one| spelled(&one.panjang));
    let Some(like) = explained.iter().find(|one| near(&one.short, shown)).filter(|_| !tied) else { return };
    // Terms of one family are asked for elsewhere.
    let usual = meanings.into_iter().flatten().any(|one| one.lazim) || dari_romawi(shown).is_some();
    let both = usual || meanings.is_some() && context.catalog.kata().singkatan.contains_key(&like.short);
    if both {
        return;
    }
    let used = |short: &str| {
        let words =
            context.in_decree().flat_map(|(passage, text)| text.words.iter().map(move |word| passage.word(word)));
        words.filter(|word| *word == short).count()
    };
    let finding = report
        .at(
            context.place(passage.teks, range),
            format!("`{shown}` tidak dijelaskan dan hampir sama dengan `{}`", like.short),
        )
        .label(context.place(like.passage.teks, like.range.clone()), "singkatan yang dijelaskan")
        .hint("pakai singkatan yang dijelaskan, bila hal yang sama dimaksud");
    if meanings.is_some() || used(shown) > 1 {
        finding.unsure();
    }
}

/// The abbreviation at `at` and the words up to `end` that it is said to stand for.
fn unfit(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    text: &Text,
    (end, at): (usize, usize),
) {
    let kata = context.catalog.kata();
    let (Some(last), Some(word)) = (end.checked_sub(1).and_then(|last| text.words.get(last)), text.words.get(at))
    else {
        return;
    };
    let short = passage.word(word);
    let before = passage.plain[..last.range.end].to_lowercase();
    let meanings = kata.singkatan.get(short).map(Vec::as_slice).unwrap_or_default();
    if meanings.iter().any(|meaning| before.contains(&meaning.panjang.to_lowercase())) {
        return;
    }
    let place = context.place(passage.teks, word.range.clone());
    let other = kata.singkatan.iter().filter(|(other, _)| other.as_str() != short).find(|(_, meanings)| {
        meanings
            .iter()
            .any(|meaning| meaning.panjang.contains(' ') && before.ends_with(&meaning.panjang.to_lowercase()))
    });
    let known = meanings.iter().find(|meaning| meaning.panjang.starts_with(char::is_uppercase));
    if let (Some((other, _)), Some(meaning)) = (other, known) {
        report
            .at(place, format!("`{short}` ialah singkatan `{}`", meaning.panjang))
            .hint(format!("tulis `{other}`, atau periksa kepanjangannya"));
        return;
    }
    // Its letters stand in the words before it, in their order.
    let clause = before.rsplit([';', '.']).next().unwrap_or_default();
    let mut letters = clause.chars();
    let fits = short.to_lowercase().chars().all(|letter| letters.any(|own| own == letter));
    if !fits {
        report
            .at(place, format!("huruf-huruf `{short}` tidak ada dalam kepanjangannya"))
            .hint("periksa singkatan ini")
            .unsure();
    }
}
