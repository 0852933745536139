//! A term that the decree explains or writes time and again, and once writes otherwise.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::text::spoken::Spoken;
use crate::words::{Kind, Text};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::{WordList, WordLists};

declare_rule! {
    /// Istilah dipakai sebagaimana dijelaskan
    ///
    /// Istilah yang dijelaskan dengan “yang selanjutnya disebut”, atau yang berkali-kali ditulis sama, dipakai dengan
    /// semua katanya dan dengan imbuhan yang sama; nama badan tidak disisipi kata. Satu istilah hanya dijelaskan
    /// sekali.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang konsistensi istilah.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa Kelompok Kerja Penataan Hari yang selanjutnya disebut Pokja perlu dibentuk
    ///   - bahwa Kelompok Kerja Hari bertugas menata Hari Kerja
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa Kelompok Kerja Penataan Hari yang selanjutnya disebut Pokja perlu dibentuk
    ///   - bahwa Kelompok Kerja Penataan Hari bertugas menata Hari Kerja
    /// ```
    "K546" "istilah-menyimpang" Peringatan since "0.4.0" => check
}

/// The shortest stem that two forms of a word share.
const STEM: usize = 5;

/// A term with the number of times that it stands so.
type Terms = HashMap<Vec<String>, (usize, bool)>;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let texts: Vec<(&Passage<'_>, &Text, Spoken<'_>)> = context
        .in_decree()
        .filter(|(passage, text)| !text.capitals && !matches!(passage.part, Part::Mengingat(_) | Part::Kepala))
        .map(|(passage, text)| (passage, text, Spoken::of(passage, text)))
        .collect();
    let mut terms: Terms = HashMap::new();
    for (_, text, spoken) in &texts {
        collect(context, text, spoken, &mut terms);
    }
    // Bodies of the state are terms that nobody need explain.
    for body in context.word_lists().entries(WordList::LembagaNegara).iter().filter(|body| body.contains("dewan ")) {
        terms.entry(body.split(' ').map(str::to_owned).collect()).or_insert((0, true));
    }
    let (mut first, mut last) = (ByWord::new(), ByWord::new());
    let usual = terms.iter().filter(|(_, (count, explained))| *explained || *count > 1).map(|(term, _)| term);
    let mut usual: Vec<&Vec<String>> = usual.collect();
    usual.sort_unstable();
    for term in usual {
        if let (Some(head), Some(tail)) = (term.first(), term.last()) {
            first.entry(head).or_default().push(term);
            if terms.get(term).is_some_and(|(count, _)| *count > 0) {
                last.entry(tail).or_default().push(term);
            }
        }
    }
    for (passage, _, spoken) in &texts {
        almost(context, report, (passage, spoken), &terms, (&first, &last));
        widened(context, report, passage, spoken);
        offices(context, report, passage, spoken);
    }
    explained_twice(context, report, &texts);
}

/// Terms by one of their words.
type ByWord<'t> = HashMap<&'t str, Vec<&'t Vec<String>>>;

/// The words of a text that are a term but for one word.
fn almost(
    context: &Context<'_>,
    report: &mut Report<'_>,
    (passage, spoken): (&Passage<'_>, &Spoken<'_>),
    terms: &Terms,
    (first, last): (&ByWord<'_>, &ByWord<'_>),
) {
    let lists = context.word_lists();
    let mut told: Vec<Range<usize>> = Vec::new();
    for at in 0..spoken.lower.len() {
        let (begun, ended) = (first.get(spoken.word(at)), last.get(spoken.word(at)));
        let here = begun.into_iter().flatten().copied();
        let here = here.filter_map(|term| cut(spoken, at, term).map(|range| (range, term)));
        let bent = bent_at(lists, spoken, at, (begun, true)).or_else(|| bent_at(lists, spoken, at, (ended, false)));
        let found = here.chain(bent).find(|(range, term)| !is_known(context, terms, spoken, (range, term)));
        // Words that differ from a term are found from its first word and from its last.
        if let Some((range, term)) = found.filter(|(range, _)| !told.contains(range)) {
            told.push(range.clone());
            tell(context, report, passage, spoken, (range, term), terms);
        }
    }
}

/// The runs of words with capitals of a text, and those that it explains.
fn collect(context: &Context<'_>, text: &Text, spoken: &Spoken<'_>, terms: &mut Terms) {
    let lists = context.word_lists();
    let loud = |at: usize| {
        spoken.tokens.get(at).is_some_and(|word| word.kind == Kind::Capital && word.mask.is_none() && !word.italic)
    };
    let mut from = 0;
    while from < spoken.lower.len() {
        if !loud(from) {
            from += 1;
            continue;
        }
        let mut end = from + 1;
        let mut to = end;
        while to < spoken.lower.len() && spoken.is_joined(to) && (loud(to) || lists.is_particle(spoken.word(to))) {
            to += 1;
            end = if loud(to - 1) { to } else { end };
        }
        let explained = is_explained(spoken, end);
        // What opens a sentence has its capital anyway.
        let opens = spoken.tokens[from].start && !text.title;
        let own = spoken.lower[from..end].to_vec();
        let parts = own.split(|word| lists.is_particle(word)).map(<[String]>::to_vec);
        let whole = (own.len() > 3 && own.iter().any(|word| lists.is_particle(word))).then(|| own.clone());
        let rest = opens.then(|| own.get(1..).unwrap_or_default().to_vec());
        let mut all: Vec<Vec<String>> = parts.chain(whole).chain(rest).filter(|words| words.len() > 1).collect();
        all.dedup();
        for words in all {
            let entry = terms.entry(words).or_default();
            entry.0 += 1;
            entry.1 |= explained && end - from > 2;
        }
        from = end;
    }
}

/// Whether "yang selanjutnya disebut" or the like follows.
fn is_explained(spoken: &Spoken<'_>, at: usize) -> bool {
    let at = if spoken.word(at) == "yang" { at + 1 } else { at };
    spoken.word(at) == "selanjutnya" && ["disebut", "disingkat"].contains(&spoken.word(at + 1))
}

/// The words from `at` that are a term without one word; its last may be lacking before a word in small letters.
fn cut(spoken: &Spoken<'_>, at: usize, term: &[String]) -> Option<Range<usize>> {
    let length = term.len().checked_sub(1).filter(|length| *length > 1)?;
    let range = at..at + length;
    let own = spoken.lower.get(range.clone())?;
    let named = spoken.tokens.get(range.clone())?.iter().all(|word| word.kind == Kind::Capital || word.range.len() < 4);
    let alike = own.iter().zip(term).take_while(|(a, b)| a == b).count();
    let rest = own.get(alike..)? == term.get(alike + 1..)?;
    let goes_on =
        spoken.tokens.get(at + length).is_some_and(|word| word.kind != Kind::Lower && spoken.is_joined(at + length));
    let inner = alike > 0 && alike < length;
    (rest && named && spoken.is_run(range.clone()) && (inner || (alike == length && !goes_on && length > 2)))
        .then_some(range)
}

/// The words about `at` of which one is of the same stem as in a term, but another.
fn bent_at<'t>(
    lists: &WordLists,
    spoken: &Spoken<'_>,
    at: usize,
    (terms, begins): (Option<&Vec<&'t Vec<String>>>, bool),
) -> Option<(Range<usize>, &'t Vec<String>)> {
    terms.into_iter().flatten().find_map(|term| {
        let range = if begins { at..at + term.len() } else { (at + 1).checked_sub(term.len())?..at + 1 };
        let own = spoken.lower.get(range.clone())?;
        let mut odd = own.iter().zip(term.iter()).filter(|(a, b)| a != b);
        let (word, right) = odd.next()?;
        let stem = word.chars().zip(right.chars()).take_while(|(a, b)| a == b).count();
        // Pemilu and Pemilihan are two things, and both defined.
        let both = [word, right].into_iter().all(|word| lists.has(WordList::KataPemilihan, word));
        let same = !both && stem >= STEM && stem + 4 >= right.len().max(word.len());
        let tokens = spoken.tokens.get(range.clone())?;
        let named = tokens.iter().all(|word| word.kind == Kind::Capital || word.range.len() < 4);
        (odd.next().is_none() && same && named && spoken.is_run(range.clone())).then_some((range, *term))
    })
}

/// Whether the words are a term themselves, or part of one that is written so.
fn is_known(
    context: &Context<'_>,
    terms: &Terms,
    spoken: &Spoken<'_>,
    (range, term): (&Range<usize>, &Vec<String>),
) -> bool {
    let own = &spoken.lower[range.clone()];
    let phrase = spoken.phrase(range.clone());
    let often = terms.get(own).is_some_and(|(count, explained)| *count > 1 || *explained);
    // A name that goes on is another name, unless it stands only here.
    let around = |term: &Vec<String>| term.len() > own.len() && term.windows(own.len()).any(|part| part == own);
    let within = terms.iter().any(|(term, (count, _))| *count > 1 && around(term));
    let meanings = context.catalog.kata().singkatan.values().flatten();
    let abbreviated = meanings.into_iter().any(|meaning| meaning.panjang.to_lowercase() == phrase);
    let bodies = context.word_lists().entries(WordList::LembagaNegara).iter();
    let bodies = bodies.chain(context.word_lists().entries(WordList::BadanPemilihan));
    // What the decree itself explains is written so.
    let explained = terms.get(term).is_some_and(|(_, explained)| *explained);
    often || within || (abbreviated && !explained) || bodies.into_iter().any(|body| body.starts_with(&phrase))
}

fn tell(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    spoken: &Spoken<'_>,
    (range, term): (Range<usize>, &Vec<String>),
    terms: &Terms,
) {
    let (count, explained) = terms.get(term).copied().unwrap_or_default();
    let sure = explained || (count > 2 && term.len() > 2) || count > 4;
    let bytes = spoken.bytes(range.clone());
    report
        .at(
            context.place(passage.teks, bytes.clone()),
            format!("`{}` hampir sama dengan istilah `{}`", &passage.plain[bytes], term.join(" ")),
        )
        .hint("pakai istilah yang sama, bila hal yang sama dimaksud")
        .at_most(if sure { Level::Peringatan } else { Level::Saran });
}

/// A body's name with words put in: "Komisi Pemberantasan Tindak Pidana Korupsi".
fn widened(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, spoken: &Spoken<'_>) {
    for body in context.word_lists().entries(WordList::LembagaNegara) {
        let words: Vec<&str> = body.split(' ').collect();
        let [head @ .., last] = words.as_slice() else { continue };
        if head.len() != 2 || *last == "rakyat" {
            continue;
        }
        for at in 0..spoken.lower.len().saturating_sub(head.len() + 1) {
            if spoken.word(at) != head[0] || spoken.word(at + 1) != head[1] {
                continue;
            }
            let end = (at + 3..at + 5).find(|end| spoken.word(*end) == *last);
            let Some(end) = end else { continue };
            let range = at..end + 1;
            let loud = spoken.tokens[range.clone()].iter().all(|word| word.kind == Kind::Capital);
            let other = context.word_lists().has(WordList::LembagaNegara, &spoken.phrase(range.clone()));
            if loud && !other && spoken.is_run(range.clone()) {
                let bytes = spoken.bytes(range);
                report
                    .at(
                        context.place(passage.teks, bytes.clone()),
                        format!("`{}` bukan nama badan ini", &passage.plain[bytes]),
                    )
                    .hint(format!("tulis `{}`", naskah_core::language::capitals::titled_words(body)));
            }
        }
    }
}

/// A post, a secretariat or a council that this level of offices has not.
fn offices(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, spoken: &Spoken<'_>) {
    let area = |at: usize| ["kabupaten", "kota", "provinsi"].contains(&spoken.word(at));
    let reads = |at: usize, words: &str| {
        let length = words.split(' ').count();
        spoken.is_run(at..at + length) && spoken.phrase(at..at + length) == words
    };
    for at in 0..spoken.lower.len() {
        let (length, right) = match spoken.word(at) {
            "dewan"
                if reads(at, "dewan perwakilan rakyat")
                    && area(at + 3)
                    && spoken.is_joined(at + 3)
                    && !in_aceh(context) =>
            {
                (3, "Dewan Perwakilan Rakyat Daerah")
            }
            "sekretaris" if reads(at, "sekretaris jenderal komisi pemilihan umum") && area(at + 5) => (2, "Sekretaris"),
            "sekretariat" if reads(at, "sekretariat jenderal komisi pemilihan umum") && area(at + 5) => {
                (2, "Sekretariat")
            }
            "komisi"
                if context.kantor.badan.contains("Independen")
                    && reads(at, "komisi pemilihan umum")
                    && area(at + 3) =>
            {
                (3, "Komisi Independen Pemilihan")
            }
            "sekretaris" if is_central_secretary(context, spoken, at) => (1, "Sekretaris Jenderal"),
            _ => continue,
        };
        let bytes = spoken.bytes(at..at + length);
        report
            .at(
                context.place(passage.teks, bytes.clone()),
                format!("`{}` tidak ada pada tingkat ini", &passage.plain[bytes]),
            )
            .hint(format!("tulis `{right}`"));
    }
}

/// Whether the secretary of the central office is meant: "kepada Sekretaris setiap bulan".
fn is_central_secretary(context: &Context<'_>, spoken: &Spoken<'_>, at: usize) -> bool {
    let given = at.checked_sub(1).is_some_and(|before| ["kepada", "oleh"].contains(&spoken.word(before)));
    let alone = spoken.tokens.get(at + 1).is_none_or(|next| next.kind == Kind::Lower || !spoken.is_joined(at + 1));
    let capital = spoken.tokens.get(at).is_some_and(|word| word.kind == Kind::Capital);
    let pair = || context.words().pairs.contains("sekretaris jenderal");
    context.kantor.jenjang == naskah_core::catalog::Jenjang::Pusat && given && alone && capital && pair()
}

/// Whether the office is one of Aceh, whose councils have another name.
fn in_aceh(context: &Context<'_>) -> bool {
    context.kantor.badan.contains("Independen") || context.kantor.wilayah.contains("Aceh")
}

/// Two explanations of one term among the items of a list: "Pemilih adalah … ", twice.
fn explained_twice(context: &Context<'_>, report: &mut Report<'_>, texts: &[(&Passage<'_>, &Text, Spoken<'_>)]) {
    let mut known: HashMap<String, &Passage<'_>> = HashMap::new();
    let items: HashSet<*const naskah_core::decree::Teks> =
        context.lists.iter().flat_map(|list| &list.rincian.butir).map(|item| std::ptr::from_ref(&item.teks)).collect();
    for (passage, _, spoken) in texts.iter().filter(|(passage, ..)| items.contains(&std::ptr::from_ref(passage.teks))) {
        let Some(end) = (1..6).find(|at| ["adalah", "ialah"].contains(&spoken.word(*at))) else { continue };
        let named = spoken.tokens[..end].iter().all(|word| word.kind != Kind::Lower);
        if !named || !spoken.is_run(0..end + 1) {
            continue;
        }
        let term = spoken.phrase(0..end);
        small(context, report, texts, (passage, &term));
        if let Some(first) = known.insert(term, passage) {
            report
                .at(
                    context.place(passage.teks, spoken.bytes(0..end)),
                    format!("istilah `{}` sudah dijelaskan", &passage.plain[spoken.bytes(0..end)]),
                )
                .label(first.teks.span, "penjelasan pertama")
                .hint("jelaskan satu istilah sekali saja");
        }
    }
}

/// The places after its explanation where a term stands without its capitals.
fn small(
    context: &Context<'_>,
    report: &mut Report<'_>,
    texts: &[(&Passage<'_>, &Text, Spoken<'_>)],
    (explained, term): (&Passage<'_>, &str),
) {
    let words: Vec<&str> = term.split(' ').collect();
    let after = texts.iter().skip_while(|(passage, ..)| !std::ptr::eq(*passage, explained)).skip(1);
    let (mut loud, mut odd) = (0, Vec::new());
    for (passage, _, spoken) in after {
        for at in 0..spoken.lower.len() {
            let range = at..at + words.len();
            let same = words.len() > 1 && words.iter().enumerate().all(|(step, word)| spoken.word(at + step) == *word);
            if !same || !spoken.is_run(range.clone()) {
                continue;
            }
            match spoken.tokens[range.clone()].iter().all(|word| word.kind != Kind::Lower) {
                true => loud += 1,
                false => odd.push((passage, spoken.bytes(range))),
            }
        }
    }
    for (passage, bytes) in odd.into_iter().filter(|_| loud > 0) {
        report
            .at(
                context.place(passage.teks, bytes.clone()),
                format!("istilah `{}` di sini tidak berhuruf kapital", &passage.plain[bytes]),
            )
            .label(explained.teks.span, "penjelasannya")
            .hint("tulis sebagaimana dijelaskan")
            .at_most(if loud > 1 { Level::Peringatan } else { Level::Saran });
    }
}
