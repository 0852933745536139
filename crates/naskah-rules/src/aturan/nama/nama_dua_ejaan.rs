//! The name of a person or a place that is spelled in two ways.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::text::spoken::Spoken;
use crate::words::{Kind, Text};
use crate::{Context, Part, Passage, Report, Role, declare_rule};
use naskah_core::diag::{Level, distance};
use naskah_core::language::WordList;
use naskah_core::language::numerals::dari_terbilang;

declare_rule! {
    /// Satu nama orang atau tempat ditulis dengan satu ejaan
    ///
    /// Nama yang di tempat lain dalam keputusan itu, atau dalam profil kantor, berbeda satu dua huruf biasanya salah
    /// ketik. Dua nama yang mirip dalam satu kolom tabel dibiarkan, karena dapat milik dua orang.
    ///
    /// Sumber: ketelitian naskah.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menunjuk Saudara Bambang Contohwan sebagai petugas hari kerja.
    ///   - Saudara Bambang Contohwen melaporkan hasilnya kepada Sekretaris.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menunjuk Saudara Bambang Contohwan sebagai petugas hari kerja.
    ///   - Saudara Bambang Contohwan melaporkan hasilnya kepada Sekretaris.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K544" "nama-dua-ejaan" Peringatan since "0.4.0" => check
}

/// Where a name stands: a column of a table, or anywhere else.
type Column = Option<(usize, usize)>;

/// A name as it is written somewhere.
struct Name<'a> {
    words: Vec<String>,
    column: Column,
    passage: Option<&'a Passage<'a>>,
    range: Range<usize>,
    /// The word that a place follows; empty for persons.
    kind: String,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut names = officials(context);
    for (passage, text) in context.all_worded().filter(|(passage, _)| passage.part.is_printed()) {
        let spoken = Spoken::of(passage, text);
        persons(context, passage, text, &spoken, &mut names);
        places(context, passage, text, &spoken, &mut names);
    }
    names.retain(|name| !name.kind.is_empty() || !is_placeholder(&name.words));
    let mut near = Vec::new();
    let persons = known(&names);
    for (passage, text) in context.worded().filter(|(passage, _)| passage.part.is_printed()) {
        alike(passage, &Spoken::of(passage, text), &persons, &mut near);
    }
    names.extend(near.into_iter().filter(|name| !is_placeholder(&name.words)));
    let mut count: HashMap<(&str, &[String]), usize> = HashMap::new();
    for name in &names {
        *count.entry((name.kind.as_str(), &name.words)).or_default() += 1;
    }
    // Only those that share a word can be one name.
    let mut sharing: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (at, name) in names.iter().enumerate() {
        if name.words.len() == 1 {
            sharing.entry((name.kind.as_str(), name.words[0].get(..2).unwrap_or_default())).or_default().push(at);
        }
        for word in name.words.iter().filter(|_| name.words.len() > 1) {
            sharing.entry((name.kind.as_str(), word)).or_default().push(at);
        }
    }
    let mut told = HashSet::new();
    for group in sharing.values().filter(|group| group.len() < LARGEST) {
        for (step, a) in group.iter().enumerate() {
            for b in &group[step + 1..] {
                pair(context, report, (&names[*a], &names[*b]), &count, &mut told);
            }
        }
    }
}

/// So many names that share a word are a list of their own, in which names may well be alike.
const LARGEST: usize = 60;

/// The names of the office's profile.
fn officials<'a>(context: &'a Context<'_>) -> Vec<Name<'a>> {
    let named = |name: &str| Name { words: bare(name), column: None, passage: None, range: 0..0, kind: String::new() };
    context.kantor.pejabat.values().map(|person| named(&person.nama)).filter(|name| name.words.len() > 1).collect()
}

/// The words of a name without titles and degrees.
fn bare(name: &str) -> Vec<String> {
    let own = name.split(',').next().unwrap_or_default();
    let words = own.split_whitespace().filter(|word| !word.contains('.') && word.len() > 1);
    words.map(str::to_lowercase).filter(|word| word.chars().all(|c| c.is_alphabetic() || "'’-".contains(c))).collect()
}

/// Whether words only stand where a name will: "Nama Ketua", "Petugas Kedua".
fn is_placeholder(words: &[String]) -> bool {
    let counts = |word: &String| {
        dari_terbilang(word).is_some() || word.strip_prefix("ke").is_some_and(|number| dari_terbilang(number).is_some())
    };
    words.iter().any(|word| word == "nama" || word == "pertama" || counts(word))
}

/// Persons: whole cells and lines, and the names after "Saudara".
fn persons<'a>(
    context: &Context<'_>,
    passage: &'a Passage<'a>,
    text: &Text,
    spoken: &Spoken<'_>,
    names: &mut Vec<Name<'a>>,
) {
    let column = column(passage);
    let kind = String::new();
    if text.name && !matches!(passage.role, Role::Number | Role::Place) {
        // A pair of candidates stands in one cell.
        let mut from = 0;
        for part in passage.plain.split(" dan ") {
            let (words, range) = (bare(part), from..from + part.len());
            from = range.end + " dan ".len();
            // Small letters are no name.
            if (2..6).contains(&words.len()) && part.trim_start().starts_with(char::is_uppercase) {
                names.push(Name { words, column, passage: Some(passage), range, kind: kind.clone() });
            }
        }
        return;
    }
    let lists = context.word_lists();
    let mut at = 0;
    while at < spoken.lower.len() {
        let called = lists.has(WordList::Sapaan, passage.word(&spoken.tokens[at]))
            && !["jalan", "jl"].contains(&spoken.word(at));
        if !called {
            at += 1;
            continue;
        }
        let upto = (at + 1..spoken.lower.len())
            .find(|next| spoken.tokens[*next].kind != Kind::Capital || !is_next(passage, spoken, *next))
            .unwrap_or(spoken.lower.len());
        if upto > at + 2 {
            // "Hj." and initials are no part of the name's spelling.
            let short = |at: &usize| passage.plain[spoken.tokens[*at].range.end..].starts_with('.') && *at + 1 < upto;
            let words = (at + 1..upto).filter(|at| !short(at)).map(|at| spoken.lower[at].clone()).collect();
            names.push(Name {
                words,
                column,
                passage: Some(passage),
                range: spoken.bytes(at + 1..upto),
                kind: kind.clone(),
            });
        }
        at = upto;
    }
}

/// Runs of capitals that are nearly the name of somebody who is named elsewhere.
fn alike<'a>(passage: &'a Passage<'a>, spoken: &Spoken<'_>, known: &Known<'_>, names: &mut Vec<Name<'a>>) {
    let mut told = HashSet::new();
    for at in 0..spoken.lower.len() {
        for (name, step) in known.get(spoken.word(at)).into_iter().flatten().take(LARGEST) {
            let Some(from) = at.checked_sub(*step) else { continue };
            let range = from..from + name.len();
            let Some(own) = spoken.lower.get(range.clone()) else { continue };
            let tokens = spoken.tokens.get(range.clone()).unwrap_or_default();
            let run = tokens.iter().all(|word| word.kind == Kind::Capital && word.mask.is_none());
            if run && odd_word(own, name).is_some() && told.insert(range.start) {
                let (words, kind) = (own.to_vec(), String::new());
                names.push(Name {
                    words,
                    column: column(passage),
                    passage: Some(passage),
                    range: spoken.bytes(range),
                    kind,
                });
            }
        }
    }
}

/// The names of persons by each of their words, with its place among them.
type Known<'n> = HashMap<&'n str, Vec<(&'n [String], usize)>>;

fn known<'n>(names: &'n [Name<'_>]) -> Known<'n> {
    let mut found: Known<'_> = HashMap::new();
    for name in names.iter().filter(|name| name.kind.is_empty() && name.words.len() > 1) {
        for (at, word) in name.words.iter().enumerate() {
            found.entry(word).or_default().push((&name.words, at));
        }
    }
    found
}

/// The column of a cell.
fn column(passage: &Passage<'_>) -> Column {
    match passage.part {
        Part::Sel { tabel, kolom, .. } => Some((tabel, kolom)),
        _ => None,
    }
}

/// Whether a word belongs to the name before it; "Sdr." and initials have a stop.
fn is_next(passage: &Passage<'_>, spoken: &Spoken<'_>, at: usize) -> bool {
    passage.gap(&spoken.tokens[at - 1], &spoken.tokens[at]).trim_matches(['.', ' ']).is_empty()
}

/// Small places: what follows "Desa", and the cells of a column of such.
fn places<'a>(
    context: &Context<'_>,
    passage: &'a Passage<'a>,
    text: &Text,
    spoken: &Spoken<'_>,
    names: &mut Vec<Name<'a>>,
) {
    let lists = context.word_lists();
    let mut push = |kind: &str, words: Vec<String>, range: Range<usize>, column: Column| {
        if words.iter().all(|word| word.len() > 3) && !words.is_empty() {
            names.push(Name { words, column, passage: Some(passage), range, kind: kind.to_owned() });
        }
    };
    if let Part::Sel { tabel, kolom, .. } = passage.part {
        let head = context.tables.get(tabel).and_then(|table| table.columns.get(kolom));
        let head = head.map(|column| column.judul.as_plain().to_lowercase()).unwrap_or_default();
        let kind = head.rsplit(' ').next().unwrap_or_default();
        if lists.has(WordList::TempatKecil, kind) {
            push(kind, bare(&passage.plain), 0..passage.plain.len(), Some((tabel, kolom)));
        }
        return;
    }
    for at in 0..spoken.lower.len() {
        if text.capitals
            || !lists.has(WordList::TempatKecil, spoken.word(at))
            || spoken.tokens[at].kind != Kind::Capital
        {
            continue;
        }
        let upto = (at + 1..spoken.lower.len().min(at + 4))
            .find(|next| spoken.tokens[*next].kind != Kind::Capital || !spoken.is_joined(*next))
            .unwrap_or(spoken.lower.len().min(at + 4));
        let end =
            (at + 1..upto).find(|next| lists.is_particle(spoken.word(*next)) || is_area(lists, spoken.word(*next)));
        let upto = end.unwrap_or(upto);
        push(spoken.word(at), spoken.lower[at + 1..upto].to_vec(), spoken.bytes(at + 1..upto), None);
    }
}

fn is_area(lists: &naskah_core::language::WordLists, word: &str) -> bool {
    lists.has(WordList::TempatKecil, word) || ["kabupaten", "kota", "provinsi", "nomor", "tahun"].contains(&word)
}

/// The one word in which two names differ by a letter or two.
fn odd_word(a: &[String], b: &[String]) -> Option<usize> {
    if a.len() != b.len() {
        return None;
    }
    let mut odd = a.iter().zip(b).enumerate().filter(|(_, (a, b))| a != b);
    let (at, (own, other)) = odd.next()?;
    let most = if own.len() > 6 && a.len() > 1 { 2 } else { 1 };
    let near = own.len() > 3 && other.len() > 3 && own.chars().next() == other.chars().next();
    (odd.next().is_none() && near && distance(own, other) <= most).then_some(at)
}

fn pair(
    context: &Context<'_>,
    report: &mut Report<'_>,
    (a, b): (&Name<'_>, &Name<'_>),
    count: &HashMap<(&str, &[String]), usize>,
    told: &mut HashSet<(usize, usize)>,
) {
    let same_column = a.column.is_some() && a.column == b.column;
    let one_place = a.kind == b.kind && (!a.kind.is_empty() || a.words.len() > 1);
    if same_column || !one_place || odd_word(&a.words, &b.words).is_none() {
        return;
    }
    let often = |name: &Name<'_>| count.get(&(name.kind.as_str(), name.words.as_slice())).copied().unwrap_or_default();
    // The one that is written less often; of two alike the later one, and never that of the profile.
    let (odd, like) = match () {
        () if a.passage.is_none() => (b, a),
        () if b.passage.is_none() || often(a) < often(b) => (a, b),
        () => (b, a),
    };
    let Some(passage) = odd.passage else { return };
    let span = context.place(passage.teks, odd.range.clone());
    if !told.insert((span.start, span.end)) {
        return;
    }
    let shown = &passage.plain[odd.range.clone()];
    let other = like.passage.and_then(|passage| passage.plain.get(like.range.clone()));
    let other = other.map_or_else(|| like.words.join(" "), str::to_owned);
    let sure = odd.column.is_none() || like.passage.is_none() || often(like) > 1;
    let told = report
        .at(span, format!("`{shown}` hampir sama dengan `{other}`"))
        .hint("apakah keduanya satu nama? tulis dengan satu ejaan")
        .at_most(if sure { Level::Peringatan } else { Level::Saran });
    if let Some(passage) = like.passage {
        told.label(context.place(passage.teks, like.range.clone()), "nama yang mirip");
    }
}
