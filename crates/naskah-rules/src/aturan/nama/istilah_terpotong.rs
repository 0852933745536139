//! A term of the decree from which one word has dropped out.

use naskah_core::diag::{Level, distance};
use naskah_core::language::{WordList, WordLists};
use std::collections::{BTreeSet, HashMap};

use crate::words::{Kind, Text, Token};
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Istilah tidak kehilangan salah satu katanya
    ///
    /// Istilah yang di tempat lain dalam keputusan itu ditulis utuh, lalu kehilangan satu kata di tengahnya, terbaca
    /// sebagai hal yang lain. Yang dibandingkan ialah istilah dengan kepanjangan singkatan yang dikenal; begitu
    /// pula nama badan yang salah satu katanya berimbuhan lain.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang konsistensi istilah.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa Rencana Kerja dan Anggaran menjadi dasar Hari Kerja
    ///   - bahwa Rencana dan Anggaran disusun setiap tahun
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa Rencana Kerja dan Anggaran menjadi dasar Hari Kerja
    ///   - bahwa Rencana Kerja dan Anggaran disusun setiap tahun
    /// ```
    "K410" "istilah-terpotong" Saran since "0.3.0" => check
}

/// The known names of four words or more, by their first word and their length.
fn names<'c>(context: &'c Context<'_>) -> HashMap<(String, usize), Vec<Vec<&'c str>>> {
    let mut found: HashMap<(String, usize), Vec<Vec<&str>>> = HashMap::new();
    for meaning in context.catalog.kata().singkatan.values().flatten() {
        let words: Vec<&str> = meaning.panjang.split(' ').collect();
        let long = words.len() > 3 || (words.len() == 3 && (meaning.lazim || is_body(context, &meaning.panjang)));
        if let Some(first) = words.first().filter(|first| long && first.starts_with(char::is_uppercase)) {
            found.entry((first.to_lowercase(), words.len())).or_default().push(words);
        }
    }
    found
}

/// Whether a name is that of an election body.
fn is_body(context: &Context<'_>, long: &str) -> bool {
    context.word_lists().begins(WordList::BadanPemilihan, &long.to_lowercase())
}

/// Names of which one word has another ending: "Badan Pengawasan Pemilihan Umum".
fn bent(context: &Context<'_>, report: &mut Report<'_>) {
    let names = names(context);
    let lengths: BTreeSet<usize> = names.keys().map(|(_, length)| *length).collect();
    for (passage, text) in context.in_decree() {
        for (at, word) in
            text.words.iter().enumerate().filter(|(_, word)| word.mask.is_none() && word.kind == Kind::Capital)
        {
            let first = passage.lower(word);
            for length in &lengths {
                let Some(words) = text.words.get(at..at + length) else { break };
                let all = names.get(&(first.clone(), *length)).into_iter().flatten().collect::<Vec<_>>();
                let exact =
                    |term: &&Vec<&str>| words.iter().zip(term.iter()).all(|(word, part)| passage.word(word) == *part);
                if all.is_empty() || all.iter().any(exact) {
                    continue;
                }
                let Some((term, odd)) = all
                    .iter()
                    .find_map(|term| Some((*term, odd_word(passage, words, term, is_body(context, &term.join(" ")))?)))
                else {
                    continue;
                };
                report
                    .at(
                        context.place(passage.teks, words[odd].range.clone()),
                        format!("`{}` dalam nama `{}`", passage.word(&words[odd]), term.join(" ")),
                    )
                    .hint(format!("tulis `{}`, bila badan itu yang dimaksud", term.join(" ")))
                    .at_least(Level::Peringatan);
            }
        }
    }
}

/// The one word that is not that of a name but of the same stem; all others are, with their capitals.
fn odd_word(passage: &Passage<'_>, words: &[Token], term: &[&str], body: bool) -> Option<usize> {
    let differ = |(at, (word, part)): (usize, (&Token, &&str))| (passage.word(word) != *part).then_some(at);
    let mut odd = words.iter().zip(term).enumerate().filter_map(differ);
    let (at, more) = (odd.next()?, odd.next());
    let (own, right) = (passage.word(words.get(at)?), term.get(at)?);
    let stem = own.chars().zip(right.chars()).take_while(|(a, b)| a == b).count();
    // A letter or two amiss, where all other words of four and more are right.
    let near = (term.len() > 3 || body) && own.len() > 3 && distance(own, right) < if own.len() > 5 { 3 } else { 2 };
    let joined = words.windows(2).all(|pair| passage.gap(&pair[0], &pair[1]) == " ");
    (more.is_none() && joined && (near || (stem > 6 && own.len().abs_diff(right.len()) < 4))).then_some(at)
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    bent(context, report);
    let terms = terms(context);
    unfinished(context, report, &terms);
    for (passage, text) in context.in_decree() {
        let names = text.words.iter().enumerate().filter(|(_, word)| word.mask.is_none() && word.kind != Kind::Lower);
        for (at, word) in names {
            for (term, body) in terms.get(passage.lower(word).as_str()).into_iter().flatten() {
                let Some(words) = cut(context.word_lists(), passage, text, at, term) else { continue };
                let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
                let range = first.range.start..last.range.end;
                let next = text.words.get(at + words.len()).filter(|next| passage.gap(last, *next) == " ");
                let whole = next.map_or(range.clone(), |next| range.start..next.range.end);
                if is_other_name(context, passage, text, at, &passage.plain[range.clone()])
                    || begins_name(context, &passage.plain[range.clone()])
                    || begins_name(context, &passage.plain[whole])
                {
                    continue;
                }
                report
                    .at(
                        context.place(passage.teks, range.clone()),
                        format!("`{}` hampir sama dengan `{}`", &passage.plain[range], term.join(" ")),
                    )
                    .hint("apakah satu katanya tertinggal? pakai satu istilah")
                    .at_least(if *body { Level::Peringatan } else { Level::Saran });
            }
        }
    }
}

/// Names of election bodies that lack their last word: "Komisi Pemilihan".
fn unfinished(context: &Context<'_>, report: &mut Report<'_>, terms: &Terms<'_>) {
    for (passage, text) in context.in_decree().filter(|(_, text)| !text.capitals) {
        for at in 0..text.words.len().saturating_sub(1) {
            let word = &text.words[at];
            if word.mask.is_some() || word.kind != Kind::Capital {
                continue;
            }
            let bodies = terms.get(passage.lower(word).as_str()).into_iter().flatten().filter(|(_, body)| *body);
            let ends = |(term, _): &&(Vec<&str>, bool)| {
                let words = text.words.get(at..at + term.len() - 1).unwrap_or_default();
                let last = words.last().map(|last| last.range.end).unwrap_or_default();
                let next = text
                    .words
                    .get(at + words.len())
                    .filter(|next| passage.plain.get(last..next.range.start) == Some(" "));
                words.len() > 1
                    && words.iter().zip(term).all(|(word, part)| passage.word(word) == *part)
                    && words.windows(2).all(|pair| passage.gap(&pair[0], &pair[1]) == " ")
                    && !passage.plain[last..].trim_start().starts_with(['/', '('])
                    && next.is_none_or(|next| next.kind == Kind::Lower)
            };
            let found: Vec<_> = bodies.filter(ends).collect();
            let Some((term, _)) = found.first() else { continue };
            let range = word.range.start..text.words[at + term.len() - 2].range.end;
            if is_other_name(context, passage, text, at, &passage.plain[range.clone()]) {
                continue;
            }
            let level = if found.len() == 1 { Level::Peringatan } else { Level::Saran };
            report
                .at(context.place(passage.teks, range.clone()), format!("`{}` belum selesai", &passage.plain[range]))
                .hint(format!("apakah yang dimaksud `{}`?", term.join(" ")))
                .at_least(level);
        }
    }
}

/// Whether the words are a known name themselves, or the end of a longer one.
fn is_other_name(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize, shown: &str) -> bool {
    let meanings = context.catalog.kata().singkatan.values().flatten();
    let known = meanings.map(|meaning| &meaning.panjang).any(|long| long.eq_ignore_ascii_case(shown));
    let before = at.checked_sub(1).and_then(|at| Some((text.words.get(at)?, text.words.get(at + 1)?)));
    let longer = before
        .is_some_and(|(before, word)| passage.gap(before, word) == " " && before.kind != Kind::Lower && !before.start);
    known || longer
}

/// Whether words begin a known name that is longer.
fn begins_name(context: &Context<'_>, shown: &str) -> bool {
    let lower = shown.to_lowercase();
    context.word_lists().entries(WordList::BadanPemilihan).iter().any(|body| body.starts_with(&lower))
        || context.catalog.kata().singkatan.values().flatten().any(|one| one.panjang.to_lowercase().starts_with(&lower))
}

/// Names by their first word in small letters, each with whether it is that of an election body.
type Terms<'c> = HashMap<String, Vec<(Vec<&'c str>, bool)>>;

/// The long names that the decree writes out somewhere, and those of election bodies.
fn terms<'c>(context: &'c Context<'_>) -> Terms<'c> {
    let mut found: Terms<'_> = HashMap::new();
    let bodies = context.word_lists().entries(WordList::BadanPemilihan);
    let meanings = context.catalog.kata().singkatan.values().flatten();
    for long in meanings.map(|meaning| meaning.panjang.as_str()).filter(|long| long.matches(' ').count() > 1) {
        let words: Vec<&str> = long.split(' ').collect();
        let Some(first) = words.first().filter(|first| first.starts_with(char::is_uppercase)) else { continue };
        let first = first.to_lowercase();
        // Neighbours of which each pair stands somewhere stand there together, but for the rarest chance.
        let lower = |pair: &[&str]| pair.join(" ").to_lowercase();
        let body = bodies.iter().any(|body| long.to_lowercase().starts_with(body.as_str()));
        let used = context.words().count(&first) > 0
            && words.windows(2).all(|pair| context.words().pairs.contains(&lower(pair)));
        // Of five words nobody means another name by the other four.
        if body || words.len() > 4 || (words.len() > 3 && used) {
            let certain = body || (words.len() > 4 && used);
            found.entry(first).or_default().push((words, certain));
        }
    }
    for words in own_names(context) {
        let Some(first) = words.first().map(|first| first.to_lowercase()) else { continue };
        let terms = found.entry(first).or_default();
        if terms.iter().all(|(term, _)| *term != words) {
            terms.push((words, false));
        }
    }
    found
}

/// Names of four words and more that the decree itself writes at least twice.
fn own_names<'c>(context: &'c Context<'_>) -> Vec<Vec<&'c str>> {
    let lists = context.word_lists();
    let mut count: HashMap<&str, usize> = HashMap::new();
    let spoken =
        |passage: &Passage<'_>, text: &Text| !text.capitals && (!text.title || matches!(passage.part, Part::Diktum(_)));
    for (passage, text) in context.in_decree().filter(|(passage, text)| spoken(passage, text)) {
        let words = &text.words;
        let mut from = 0;
        while from < words.len() {
            let loud =
                |at: usize| words.get(at).is_some_and(|word: &Token| word.mask.is_none() && word.kind == Kind::Capital);
            let joined = |at: usize| passage.gap(&words[at - 1], &words[at]) == " ";
            let (mut to, mut end) = (from + 1, from);
            while loud(from)
                && to < words.len()
                && joined(to)
                && (loud(to) || lists.is_particle(passage.word(&words[to])))
            {
                end = if loud(to) { to } else { end };
                to += 1;
            }
            // What opens a sentence has its capital anyway.
            let start = from + usize::from(words[from].start);
            if end > start + 2 {
                *count.entry(&passage.plain[words[start].range.start..words[end].range.end]).or_default() += 1;
            }
            from = to;
        }
    }
    count.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name.split(' ').collect()).collect()
}

/// The words from `at` that are a term without one of its inner words.
fn cut<'t>(lists: &WordLists, passage: &Passage<'_>, text: &'t Text, at: usize, term: &[&str]) -> Option<&'t [Token]> {
    // A word alone, or with the particle after it.
    [1, 2].into_iter().filter(|lost| term.len() > lost + 1).find_map(|lost| {
        let words = text.words.get(at..at + term.len() - lost)?;
        let same = |word: &Token, part: &str| passage.lower(word) == part.to_lowercase();
        let alike = words.iter().zip(term).take_while(|(word, part)| same(word, part)).count();
        let rest = term.get(alike + lost..)?;
        let gone = term.get(alike..alike + lost).unwrap_or_default();
        let content = gone.first().is_some_and(|word| !lists.is_particle(word));
        let linked = gone.get(1).is_none_or(|word| lists.is_particle(word));
        let goes_on = words[alike..].iter().zip(rest).all(|(word, part)| same(word, part));
        let joined = words.windows(2).all(|pair| passage.gap(&pair[0], &pair[1]) == " ");
        // As a name: every word that is no particle has its capital.
        let named = words.iter().all(|word| lists.is_particle(passage.word(word)) || word.kind != Kind::Lower);
        (alike > 0 && !rest.is_empty() && content && linked && goes_on && joined && named).then_some(words)
    })
}
