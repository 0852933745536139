//! A series without the comma before its last member.

use crate::text::series;
use crate::text::written::{Kind, Token};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::days::BULAN;
use naskah_core::language::{WordList, WordLists};

declare_rule! {
    /// Koma berdiri sebelum “dan” atau “atau” yang menutup perincian
    ///
    /// Perincian dengan tiga unsur atau lebih memakai koma juga sebelum unsur terakhir.
    ///
    /// Sumber: EYD V tentang tanda koma dalam perincian.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja bulan April, Juli dan Oktober perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja bulan April, Juli, dan Oktober perlu ditetapkan
    /// ```
    "K513" "koma-seri" Peringatan since "0.2.0" => check
}

/// The words before and after that are looked at.
const FARTHEST: usize = 200;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let apart = |part: Part| matches!(part, Part::Mengingat(_) | Part::Kepala | Part::Menetapkan | Part::Kolom(_));
    for (passage, text) in context.worded().filter(|(passage, text)| !text.capitals && !apart(passage.part)) {
        if !passage.plain.contains(',') {
            continue;
        }
        for (at, word) in text.words.iter().enumerate() {
            let lower = passage.word(word);
            if !["dan", "atau"].contains(&lower) || word.mask.is_some() {
                continue;
            }
            let members = members_before(passage, &text.words[at.saturating_sub(FARTHEST)..at]);
            let after = text.words.get(at + 1).filter(|next| passage.gap(word, next) == " ");
            let (Some(last), Some(after)) = (members.last(), after) else { continue };
            let (Some(end), true) = (last.last(), members.len() > 1) else { continue };
            if series_goes_on(passage, word.range.end) || end.mask.is_some() || passage.gap(end, word) != " " {
                continue;
            }
            judge(context, report, passage, &members, (end, word, after));
        }
    }
}

/// The members of a series before "dan", each as its words; the first may have other words before it.
fn members_before<'a>(passage: &Passage<'_>, words: &'a [Token]) -> Vec<&'a [Token]> {
    let gap = |at: usize| at.checked_sub(1).map_or(";", |before| passage.gap(&words[before], &words[at]));
    let apart = |at: &usize| gap(*at) != "/" && !["", ","].contains(&gap(*at).trim());
    let from = (0..words.len()).rev().find(apart).unwrap_or(words.len());
    let members = series::members(from..words.len(), |at| gap(at).trim() == ",");
    members.into_iter().filter_map(|member| words.get(member)).collect()
}

/// Whether the sentence has another "dan" after a comma, so that the pair is one member of the series.
fn series_goes_on(passage: &Passage<'_>, from: usize) -> bool {
    let rest = &passage.plain[from..];
    let rest = &rest[..rest.floor_char_boundary(FARTHEST * 8)];
    let rest = rest.split([';', '.', ':', '\n']).next().unwrap_or_default();
    [" dan ", " serta ", ", atau ", ", dan/atau "].iter().any(|more| rest.contains(more))
}

fn judge(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    members: &[&[Token]],
    (end, word, after): (&Token, &Token, &Token),
) {
    let lists = context.word_lists();
    let month = |word: &Token| BULAN.contains(&passage.word(word));
    let last_of = |member: &&[Token]| member.last().is_some_and(month);
    let lone = |member: &&[Token]| member.len() == 1 && member.iter().all(|word| is_plain(lists, passage, word));
    let months = month(end) && month(after) && members[members.len() - 2..].iter().all(last_of);
    let inner = members.len() > 2 && members[1..].iter().all(lone) && is_plain(lists, passage, after);
    let short =
        |member: &&[Token]| member.len() <= 3 && member.first().is_some_and(|word| is_plain(lists, passage, word));
    // "bukti penerimaan dan pengembalian" is one member, and what closes the series is another rule's question.
    let one_thing = members.last().is_some_and(|last| {
        last.len() > 1 && last.first().is_some_and(|word| series::heads_one_thing(lists, &passage.lower(word)))
    });
    let three = members.len() > 2 || (members.len() == 2 && follows_preposition(lists, passage, members[0]));
    let likely = three && members[1..].iter().all(short) && is_plain(lists, passage, after) && !one_thing;
    if !(months || inner || likely) {
        return;
    }
    let place = context.place(passage.teks, end.range.start..word.range.end);
    let shown = format!("{} {}", passage.word(end), passage.word(word));
    let finding = report.at(place, format!("tidak ada koma sebelum `{}` yang menutup perincian", passage.word(word)));
    match months || inner {
        true => {
            let edit = context.replace(passage.teks, end.range.end..end.range.end, ",");
            finding.hint(format!("tulis `{}, {}`", passage.word(end), passage.word(word))).cure(edit);
        }
        false => {
            finding.hint(format!("apakah perlu koma sebelum `{}` dalam `{shown}`?", passage.word(word))).unsure();
        }
    }
}

/// Whether a short member of a series stands after a preposition: "melalui surat, …".
fn follows_preposition(lists: &WordLists, passage: &Passage<'_>, member: &[Token]) -> bool {
    let start = member.len().saturating_sub(4);
    let at = member[start..].iter().rposition(|word| lists.has(WordList::PengantarPerincian, &passage.lower(word)));
    let points = |word: &Token| lists.has(WordList::KataPenunjuk, passage.word(word));
    at.is_some_and(|at| start + at + 1 < member.len() && start + at > 0 && !member[start + at + 1..].iter().any(points))
}

/// Whether a word can be a member of a series, or begin one.
fn is_plain(lists: &WordLists, passage: &Passage<'_>, word: &Token) -> bool {
    word.kind != Kind::Digit && word.mask.is_none() && !series::is_no_member(lists, &passage.lower(word))
}
