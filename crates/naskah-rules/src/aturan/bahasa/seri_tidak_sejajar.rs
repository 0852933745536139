//! Members of a series in a sentence that are not of one form.

use std::ops::Range;

use crate::text::spoken::Spoken;
use crate::words::Kind;
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::WordLists;
use naskah_core::language::forms::{is_active, is_passive, is_process};

declare_rule! {
    /// Bagian perincian dalam kalimat sebentuk
    ///
    /// “Menyusun jadwal, pengumuman jadwal, dan melaporkan hasil” mencampur kata kerja dan kata benda; “dipisahkan,
    /// dihitung, dan memusnahkan” mencampur pasif dan aktif; “tepat jumlah, waktu, dan tepat sasaran” meninggalkan satu
    /// kata yang dipakai bagian lain.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang ragam bahasa; KMK 527/KMK.01/2022 Lampiran II butir 54k–o.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Petugas bertugas menyusun jadwal, pengumuman jadwal, dan melaporkan hasil kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Petugas bertugas menyusun jadwal, mengumumkan jadwal, dan melaporkan hasil kerja.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K547" "seri-tidak-sejajar" Peringatan since "0.4.0" => check
}

/// The form of a member, by its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Active,
    Passive,
    Noun,
    Other,
}

/// The most words of a member that is looked at.
const LONGEST: usize = 9;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (passage, text) in context.in_decree().filter(|(passage, text)| !text.capitals && is_spoken(passage.part)) {
        if !passage.plain.contains(", dan ")
            && !passage.plain.contains(", atau ")
            && !passage.plain.contains(", serta ")
        {
            continue;
        }
        let spoken = Spoken::of(passage, text);
        for at in 2..spoken.lower.len() {
            let link = ["dan", "atau", "serta"].contains(&spoken.word(at)) && comma(passage, &spoken, at);
            if link && spoken.is_joined(at + 1) {
                series(context, report, passage, &spoken, at);
            }
        }
    }
}

fn is_spoken(part: Part) -> bool {
    !matches!(part, Part::Mengingat(_) | Part::Tentang | Part::LampiranJudul(_) | Part::Kepala | Part::Kolom(_))
}

/// Whether nothing but a comma stands before a word.
fn comma(passage: &Passage<'_>, spoken: &Spoken<'_>, at: usize) -> bool {
    at > 0 && passage.gap(&spoken.tokens[at - 1], &spoken.tokens[at]).trim() == ","
}

/// The series that the link at a place closes.
fn series(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, spoken: &Spoken<'_>, link: usize) {
    let inner = members(passage, spoken, link);
    let Some(first) = inner.last().map(|member| member.start) else { return };
    let last = link + 1;
    let lists = context.word_lists();
    let free = inner
        .iter()
        .map(|member| member.start)
        .chain([last])
        .all(|at| spoken.is_free(at) && spoken.tokens[at].kind == Kind::Lower);
    let hanging = inner.iter().flat_map(|member| spoken.lower.get(member.clone()).unwrap_or_default());
    if !free || hanging.into_iter().any(|word| ["yang", "sehingga", "agar", "karena"].contains(&word.as_str())) {
        return;
    }
    if let Some((odd, like)) = other_form(lists, spoken, &inner, first, last) {
        let shown = |at: usize| spoken.word(at).to_owned();
        report
            .at(
                context.place(passage.teks, spoken.tokens[odd].range.clone()),
                format!("`{}` tidak sebentuk dengan `{}` dalam perincian ini", shown(odd), shown(like)),
            )
            .label(context.place(passage.teks, spoken.tokens[like].range.clone()), "bagian lain")
            .hint("tulis semua bagian dalam bentuk yang sama");
    } else if let Some(odd) = left_out(spoken, &inner, first, last) {
        report
            .at(
                context.place(passage.teks, spoken.tokens[odd].range.clone()),
                format!("`{}` dipakai bagian lain perincian ini, di sini tidak", spoken.word(last)),
            )
            .hint(format!(
                "tulis `{} {}`, atau pakai `{}` sekali saja",
                spoken.word(last),
                spoken.word(odd),
                spoken.word(last)
            ));
    }
}

/// The members between commas before a link, from the last back to the second; where the first begins is not known.
fn members(passage: &Passage<'_>, spoken: &Spoken<'_>, link: usize) -> Vec<Range<usize>> {
    let mut inner: Vec<Range<usize>> = Vec::new();
    let (mut at, mut end) = (link, link);
    while at > 1 && end - at <= LONGEST && inner.len() < LONGEST {
        at -= 1;
        if !passage.gap(&spoken.tokens[at - 1], &spoken.tokens[at]).trim().is_empty() {
            if !comma(passage, spoken, at) {
                break;
            }
            inner.push(at..end);
            end = at;
        }
    }
    inner
}

/// A member of another form than the one that it follows or that ends the series; and one that it is unlike.
fn other_form(
    lists: &WordLists,
    spoken: &Spoken<'_>,
    inner: &[Range<usize>],
    first: usize,
    last: usize,
) -> Option<(usize, usize)> {
    let form = |at: usize| form(lists, spoken, at);
    let end = form(last);
    // Of the first member the end is known: a verb alone, or a verb with its object.
    let head = (first.saturating_sub(5)..first).rev().take_while(|at| first - at == 1 || spoken.is_joined(at + 1));
    let head = head.map(|at| (at, form(at))).find(|(_, form)| *form != Form::Other);
    let unlike = |a: Form, b: Form| a != b && a != Form::Other && b != Form::Other;
    let middle = inner.iter().map(|member| (member.start, form(member.start))).collect::<Vec<_>>();
    let (begun, opening) = head?;
    let all: Vec<(usize, Form)> =
        std::iter::once((begun, opening)).chain(middle.iter().rev().copied()).chain([(last, end)]).collect();
    if all.iter().any(|(_, form)| *form == Form::Other) {
        return None;
    }
    // A noun of action after a verb may be its object; the members after it tell.
    let agreed = |form: Form| all.iter().filter(|(_, own)| *own == form).count();
    let (at, odd) = all.iter().skip(1).find(|(_, form)| agreed(*form) * 2 < all.len()).copied()?;
    let (like, _) = all.iter().rev().find(|(_, form)| unlike(*form, odd) && agreed(*form) * 2 > all.len())?;
    Some((at, *like))
}

fn form(lists: &WordLists, spoken: &Spoken<'_>, at: usize) -> Form {
    let word = spoken.word(at);
    let small = spoken.tokens.get(at).is_some_and(|token| token.kind == Kind::Lower);
    match () {
        () if !small || !spoken.is_free(at) || word.ends_with("nya") => Form::Other,
        () if is_active(lists, word) && word.len() > 6 => Form::Active,
        () if is_passive(lists, word) && word.len() > 6 => Form::Passive,
        () if is_process(word) => Form::Noun,
        () => Form::Other,
    }
}

/// The middle member that lacks the word with which the first and the last one begin.
fn left_out(spoken: &Spoken<'_>, inner: &[Range<usize>], first: usize, last: usize) -> Option<usize> {
    let word = spoken.word(last);
    let begins = |at: usize| spoken.word(at) == word;
    let opening = first.checked_sub(2).is_some_and(begins) && spoken.is_joined(first - 1);
    let short = spoken.is_run(last..last + 2) && inner.iter().all(|member| member.len() < 3);
    let mut odd = inner.iter().filter(|member| !begins(member.start));
    let only = odd.next().filter(|member| member.len() == 1 && odd.next().is_none());
    (word.len() > 3 && opening && short).then_some(only?.start)
}
