//! A term of the decree from which one word has dropped out.

use naskah_core::language::WordLists;
use std::collections::HashMap;

use crate::text::written::{Kind, Text, Token};
use crate::{Context, Passage, Report, declare_rule};

declare_rule! {
    /// Istilah tidak kehilangan salah satu katanya
    ///
    /// Istilah yang di tempat lain dalam keputusan itu ditulis utuh, lalu kehilangan satu kata di tengahnya, terbaca
    /// sebagai hal yang lain. Yang dibandingkan ialah istilah dengan kepanjangan singkatan yang dikenal.
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

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let terms = terms(context);
    for (passage, text) in context.in_decree().filter(|_| !terms.is_empty()) {
        let names = text.words.iter().enumerate().filter(|(_, word)| word.mask.is_none() && word.kind != Kind::Lower);
        for (at, word) in names {
            for term in terms.get(passage.lower(word).as_str()).into_iter().flatten() {
                let Some(words) = cut(context.word_lists(), passage, text, at, term) else { continue };
                let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
                let range = first.range.start..last.range.end;
                if is_other_name(context, passage, text, at, &passage.plain[range.clone()]) {
                    continue;
                }
                report
                    .at(
                        context.place(passage.teks, range.clone()),
                        format!("`{}` hampir sama dengan `{}`", &passage.plain[range], term.join(" ")),
                    )
                    .hint("apakah satu katanya tertinggal? pakai satu istilah");
            }
        }
    }
}

/// Whether the words are a known name themselves, or the end of a longer one.
fn is_other_name(context: &Context<'_>, passage: &Passage<'_>, text: &Text, at: usize, shown: &str) -> bool {
    let meanings = context.catalog.kata().singkatan.values().flatten();
    let known = meanings.map(|meaning| &meaning.panjang).any(|long| long.eq_ignore_ascii_case(shown));
    let before = at.checked_sub(1).and_then(|at| Some((text.words.get(at)?, text.words.get(at + 1)?)));
    let longer =
        before.is_some_and(|(before, word)| passage.gap(before, word) == " " && before.kind != Kind::Lower && !before.start);
    known || longer
}

/// The long names that the decree writes out somewhere, by their first word in small letters.
fn terms<'c>(context: &'c Context<'_>) -> HashMap<String, Vec<Vec<&'c str>>> {
    let mut found: HashMap<String, Vec<Vec<&str>>> = HashMap::new();
    let meanings = context.catalog.kata().singkatan.values().flatten();
    for long in meanings.map(|meaning| meaning.panjang.as_str()).filter(|long| long.matches(' ').count() > 2) {
        let words: Vec<&str> = long.split(' ').collect();
        let Some(first) = words.first().filter(|first| first.starts_with(char::is_uppercase)) else { continue };
        let first = first.to_lowercase();
        // Neighbours of which each pair stands somewhere stand there together, but for the rarest chance.
        let lower = |pair: &[&str]| pair.join(" ").to_lowercase();
        let used = context.words().count(&first) > 0
            && words.windows(2).all(|pair| context.words().pairs.contains(&lower(pair)));
        if used {
            found.entry(first).or_default().push(words);
        }
    }
    found
}

/// The words from `at` that are a term without one of its inner words.
fn cut<'t>(lists: &WordLists, passage: &Passage<'_>, text: &'t Text, at: usize, term: &[&str]) -> Option<&'t [Token]> {
    let words = text.words.get(at..at + term.len() - 1)?;
    let same = |word: &Token, part: &str| passage.lower(word) == part.to_lowercase();
    let alike = words.iter().zip(term).take_while(|(word, part)| same(word, part)).count();
    let rest = term.get(alike + 1..)?;
    let lost = term.get(alike).filter(|lost| alike > 0 && !rest.is_empty() && !lists.is_particle(lost))?;
    let goes_on = words[alike..].iter().zip(rest).all(|(word, part)| same(word, part));
    let joined = words.windows(2).all(|pair| passage.gap(&pair[0], &pair[1]) == " ");
    // As a name: every word that is no particle has its capital.
    let named = words.iter().all(|word| lists.is_particle(passage.word(word)) || word.kind != Kind::Lower);
    (goes_on && joined && named && !lost.is_empty()).then_some(words)
}
