//! Capitals that neither the sentence nor a name asks for, and names with a small letter in them.

use naskah_core::language::{WordList, WordLists};
use std::collections::HashMap;
use std::ops::Range;

use crate::text::needless_capitals::needless;
use crate::words::shown_capitals::{holds_names, is_content, is_sentence};
use crate::words::{Kind, Text, Token};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::capitals::capital;
use naskah_core::language::documents;
use naskah_core::language::forms::{is_active, is_passive};

declare_rule! {
    /// Huruf kapital dipakai seragam
    ///
    /// Kata umum di tengah kalimat berhuruf kecil; huruf kapital di sana memberi kesan nama. Sebaliknya, nama yang
    /// kata-katanya berhuruf awal kapital tidak menyisakan satu kata berhuruf kecil selain kata tugas. Yang ditanyakan
    /// hanya kata yang di tempat lain dalam keputusan itu ditulis dengan cara lain, atau yang berbeda dengan kata di
    /// sampingnya: “Para Pimpinan” di samping “pimpinan”, “Tim kerja” di samping “Tim Kerja”.
    ///
    /// Sumber: EYD V tentang huruf kapital; UU 12/2011 Lampiran II tentang konsistensi istilah.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja bagi peserta pelatihan dan Pendidikan yang bertugas perlu ditetapkan
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja bagi Unit pengendalian Gratifikasi perlu ditetapkan
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa hari kerja bagi peserta pelatihan dan pendidikan yang bertugas perlu ditetapkan
    /// ```
    "K518" "kapital-tak-seragam" Saran since "0.2.0" => check
}

/// How most cells of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// Like names.
    Names,
    /// Like sentences.
    Sentences,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let terms = terms(context);
    let columns = columns(context);
    for (passage, text) in context.in_decree().filter(|(_, text)| !text.capitals) {
        let column = key(passage).and_then(|key| columns.get(&key)).copied();
        let (mut torn, mut small) = (Vec::new(), Vec::new());
        if !matches!(passage.part, Part::Mengingat(_) | Part::Tentang | Part::LampiranTentang(_)) {
            (torn, small) = torn_term(context.word_lists(), &terms, passage, text);
            small.extend(torn_pairs(context, passage, text));
        }
        if column == Some(Column::Names) {
            small.extend(small_words(context, passage, text));
        }
        // A remark in brackets is no part of the name.
        small.retain(|at| text.words.get(*at).is_some_and(|word| !passage.plain[..word.range.start].ends_with('(')));
        small.sort_unstable();
        small.dedup();
        tell(context, report, passage, text, &small, false);
        let sentence = is_sentence(context, passage, text) || (text.title && column == Some(Column::Sentences));
        if sentence && (small.is_empty() || column != Some(Column::Names)) {
            torn.extend(small.iter().map(|at| at.saturating_sub(1)..at + 2));
            let mut found = needless(context, passage, text, &torn);
            let titles = paper_titles(context.word_lists(), passage);
            found.retain(|at| {
                text.words.get(*at).is_some_and(|word| !titles.iter().any(|title| title.contains(&word.range.start)))
            });
            found.retain(|at| text.words.get(*at).is_some_and(|word| !in_own_name(context, passage, word)));
            found.retain(|at| !in_paper(context.word_lists(), passage, text, *at));
            tell(context, report, passage, text, &found, true);
        }
    }
}

/// The titles of papers that are taken note of: from "tentang", "perihal" or "hal" on.
fn paper_titles(lists: &WordLists, passage: &Passage<'_>) -> Vec<Range<usize>> {
    let plain = passage.plain.as_str();
    let whole = matches!(passage.part, Part::Memperhatikan(_));
    let papers = documents::named(lists, plain);
    let papers = if whole { std::iter::once(0..plain.len()).collect() } else { papers };
    let title = |paper: Range<usize>| {
        let inner = plain.get(paper.clone())?;
        let at = ["tentang ", "perihal ", "hal "].iter().filter_map(|word| inner.find(&format!(" {word}"))).min()?;
        Some(paper.start + at..paper.end)
    };
    papers.into_iter().filter_map(title).collect()
}

/// Whether a word stands in the name of a paper: "Berita Acara dan Sertifikat Rekapitulasi Hasil".
fn in_paper(lists: &WordLists, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let runs = |one: &usize| {
        let word = &text.words[*one];
        let named = word.kind == Kind::Capital || lists.is_particle(passage.word(word));
        named && passage.gap(word, &text.words[one + 1]) == " "
    };
    (0..at).rev().take_while(runs).any(|one| {
        let pair = passage.plain.get(text.words[one].range.start..text.words[one + 1].range.end);
        text.words[one].kind == Kind::Capital
            && pair.is_some_and(|pair| pair.contains(' ') && lists.has(WordList::JenisNaskah, &pair.to_lowercase()))
    })
}

/// Whether a word stands in the decree's own name, or in what "Menetapkan" makes of it.
fn in_own_name(context: &Context<'_>, passage: &Passage<'_>, word: &Token) -> bool {
    let name = context.keputusan.tentang.as_plain();
    let short = name.split_once(' ').map(|(_, rest)| rest).unwrap_or_default();
    [name.as_str(), short].into_iter().filter(|name| name.contains(' ')).any(|name| {
        passage.plain.match_indices(name).any(|(at, name)| at <= word.range.start && word.range.end <= at + name.len())
    })
}

fn tell(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    text: &Text,
    slips: &[usize],
    needless: bool,
) {
    let shown = |at: usize| text.words.get(at).map(|word| passage.word(word)).unwrap_or_default();
    let named = |change: &dyn Fn(&str) -> String| {
        let mut all: Vec<String> = slips.iter().map(|at| format!("`{}`", change(shown(*at)))).collect();
        all.dedup();
        all.join(", ")
    };
    let Some(word) = slips.first().and_then(|at| text.words.get(*at)) else { return };
    let place = context.place(passage.teks, word.range.clone());
    let words = named(&str::to_owned);
    if needless {
        report
            .at(place, format!("{words} berhuruf kapital di tengah kalimat"))
            .hint(format!("apakah bukan nama, sehingga seharusnya {}?", named(&str::to_lowercase)));
    } else {
        report
            .at(place, format!("{words} berhuruf kecil di dalam nama"))
            .hint(format!("apakah seharusnya {}, sama dengan yang lain?", named(&capital)));
    }
}

/// Known names of several words by their first word, in lower case and without duplicates.
fn terms<'c>(context: &'c Context<'_>) -> HashMap<String, Vec<Vec<&'c str>>> {
    let mut found: HashMap<String, Vec<Vec<&str>>> = HashMap::new();
    for meaning in context.catalog.kata().singkatan.values().flatten().filter(|meaning| !meaning.lazim) {
        let words: Vec<&str> = meaning.panjang.split(' ').collect();
        let name =
            words.iter().all(|word| context.word_lists().is_particle(word) || word.starts_with(char::is_uppercase));
        if words.len() > 1 && name && words.iter().all(|word| word.bytes().all(|b| b.is_ascii_alphabetic())) {
            found.entry(words[0].to_lowercase()).or_default().push(words);
        }
    }
    found
}

/// The known names that have some of their capitals: where they stand, and the words without one.
fn torn_term(
    lists: &WordLists,
    terms: &HashMap<String, Vec<Vec<&str>>>,
    passage: &Passage<'_>,
    text: &Text,
) -> (Vec<Range<usize>>, Vec<usize>) {
    let (mut places, mut slips) = (Vec::new(), Vec::new());
    for (at, word) in text.words.iter().enumerate() {
        if word.mask.is_some() || word.italic || !matches!(word.kind, Kind::Lower | Kind::Capital) {
            continue;
        }
        for term in terms.get(&passage.lower(word)).into_iter().flatten() {
            let words = text.words.get(at..at + term.len()).unwrap_or_default();
            let same = words.len() == term.len()
                && words.iter().zip(term).all(|(word, part)| passage.word(word).eq_ignore_ascii_case(part))
                && words.windows(2).all(|pair| passage.gap(&pair[0], &pair[1]) == " ");
            let content = |kind: Kind| {
                let kinds = words.iter().enumerate().filter(move |(_, word)| word.kind == kind && !word.start);
                kinds.filter(|(_, word)| !lists.is_particle(passage.word(word))).map(|(slip, _)| at + slip)
            };
            // "daerah Pemilihan": a common word before the name of what is held.
            let held = |at: usize| {
                text.words.get(at).is_some_and(|word| lists.has(WordList::KataPemilihan, &passage.lower(word)))
            };
            let loud = content(Kind::Capital).any(|at| !held(at));
            if same && loud && content(Kind::Lower).next().is_some() {
                slips.extend(content(Kind::Lower));
                places.push(at..at + term.len());
            }
        }
    }
    (places, slips)
}

/// The words in small letters after one with a capital, where the decree otherwise writes both with capitals.
fn torn_pairs(context: &Context<'_>, passage: &Passage<'_>, text: &Text) -> Vec<usize> {
    let (capitals, kata) = (context.capitals(), context.catalog.kata());
    // In a name, once with both capitals is enough.
    let small = text
        .words
        .iter()
        .filter(|word| word.kind == Kind::Lower && is_content(context.word_lists(), passage, word))
        .count();
    let least = if small == 1 && text.words.len() < 8 { 0 } else { 1 };
    let torn = |at: usize, words: &[Token]| {
        let [a, b] = words else { return None };
        let kinds = a.kind == Kind::Capital && !a.start && b.kind == Kind::Lower && passage.gap(a, b) == " ";
        let free = words.iter().all(|word| word.mask.is_none() && !word.italic);
        if !kinds || !free || a.range.len() < 3 || !is_content(context.word_lists(), passage, b) {
            return None;
        }
        let lower = passage.word(b);
        let pair = passage.plain.get(a.range.start..b.range.end)?.to_lowercase();
        let named = capitals.loud_pair(&pair) > least && !capitals.is_small_pair(&pair) && !capitals.opens_small(&pair);
        (named
            && !is_active(context.word_lists(), lower)
            && !is_passive(context.word_lists(), lower)
            && kata.has(lower))
        .then_some(at + 1)
    };
    text.words.windows(2).enumerate().filter_map(|(at, words)| torn(at, words)).collect()
}

/// The table and the column of a cell; headings over rows are a column of their own.
fn key(passage: &Passage<'_>) -> Option<(usize, usize)> {
    match passage.part {
        Part::Sel { tabel, kolom, .. } => Some((tabel, kolom)),
        Part::Kelompok(tabel) => Some((tabel, usize::MAX)),
        _ => None,
    }
}

/// How most cells of each column are written, where most are written alike.
fn columns(context: &Context<'_>) -> HashMap<(usize, usize), Column> {
    let mut counts: HashMap<(usize, usize), (usize, usize)> = HashMap::new();
    for (passage, text) in context.in_decree() {
        let Some(key) = key(passage) else { continue };
        let long = text.words.iter().filter(|word| is_content(context.word_lists(), passage, word));
        let (all, small) = long.fold((0, 0), |(all, small), word| {
            (all + 1, small + usize::from(word.kind == Kind::Lower && !word.italic))
        });
        if all > 1 && text.words.iter().all(|word| word.kind != Kind::Digit) {
            let counts = counts.entry(key).or_default();
            counts.0 += 1;
            counts.1 += usize::from(small == 0);
        }
    }
    let judged = counts.into_iter().filter_map(|((tabel, kolom), (cells, titles))| {
        let column = context.tables.get(tabel).and_then(|table| table.columns.get(kolom));
        let head = column.map(|column| column.judul.as_plain().to_lowercase()).unwrap_or_default();
        let dates = holds_names(context.word_lists(), &head) && !head.contains("nama");
        let column = match () {
            () if cells < 4 || dates => return None,
            () if titles * 100 >= cells * 60 => Column::Names,
            () if titles * 100 <= cells * 45 => Column::Sentences,
            () => return None,
        };
        Some(((tabel, kolom), column))
    });
    judged.collect()
}

/// The words without a capital in a name among other names.
fn small_words(context: &Context<'_>, passage: &Passage<'_>, text: &Text) -> Vec<usize> {
    let kata = context.catalog.kata();
    let words = &text.words;
    let phrase = words.iter().any(|word| ["yang", "jumlah", "total"].contains(&passage.lower(word).as_str()));
    if phrase || words.len() > 10 || words.first().is_some_and(|word| word.kind == Kind::Lower) {
        return Vec::new();
    }
    let small = words.iter().enumerate().filter(|(_, word)| {
        let lower = passage.word(word);
        let verb = is_active(context.word_lists(), lower)
            || is_passive(context.word_lists(), lower)
            || lower.starts_with("ber");
        word.kind == Kind::Lower
            && word.mask.is_none()
            && !word.italic
            && is_content(context.word_lists(), passage, word)
            && !verb
            && kata.knows(lower)
    });
    small.map(|(word, _)| word).collect()
}
