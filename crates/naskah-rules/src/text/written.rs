//! The words of every text: where each stands, how it is written, and which of them are not language at all.
//!
//! Addresses, old numbers of decrees, official titles, quotations and names of persons are masked: rules of language
//! leave them as they are.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use naskah_core::language::capitals::capital;
use naskah_core::language::words::{Cut, split};
use naskah_core::language::{WordList, WordLists};

use crate::{Context, Part, Passage, Role};

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `kabupaten`
    Lower,
    /// `Kabupaten`, `Undang-Undang`
    Capital,
    /// `KPU`
    Upper,
    /// `YouTube`, `BImtek`
    Mixed,
    /// With a digit: `2025`, `5R`.
    Digit,
}

/// Why a part of a text is left as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mask {
    /// Address on the web, e-mail, name of a file.
    Alamat,
    /// Number of a decree in its old form.
    Nomor,
    /// The title of a rule that is known.
    Judul,
    /// What stands within quotation marks.
    Kutip,
    /// The name of a person.
    Nama,
}

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the plain text.
    pub range: Range<usize>,
    /// How it is written.
    pub kind: Kind,
    /// Whether a sentence or something like it begins here.
    pub start: bool,
    /// Whether it is set in italics.
    pub italic: bool,
    /// Why it is left as it is, where it is.
    pub mask: Option<Mask>,
}

impl AsRef<Range<usize>> for Token {
    fn as_ref(&self) -> &Range<usize> {
        &self.range
    }
}

/// The words of one passage.
#[derive(Debug, Default)]
pub struct Text {
    /// From the first to the last.
    pub words: Vec<Token>,
    /// The parts that are left as they are.
    pub masks: Vec<(Range<usize>, Mask)>,
    /// Up to where each mask and those before it reach.
    pub(crate) reach: Vec<usize>,
    /// Whether all of it is written in capitals.
    pub capitals: bool,
    /// Whether most of its words begin with a capital, as in a title.
    pub title: bool,
    /// Whether it is nothing but a name, a place or an office.
    pub name: bool,
}

impl Text {
    /// The mask over the byte `at`; the innermost where several lie there.
    pub fn mask_at(&self, at: usize) -> Option<Mask> {
        let before = self.masks.partition_point(|(range, _)| range.start <= at);
        let reach = self.reach.get(..before)?;
        let near = reach.iter().rev().take_while(|end| **end > at).count();
        self.masks[before - near..before].iter().rev().find(|(range, _)| range.contains(&at)).map(|(_, mask)| *mask)
    }

    /// The words that begin in a range.
    fn starting(&mut self, range: Range<usize>) -> &mut [Token] {
        let from = self.words.partition_point(|word| word.range.start < range.start);
        let to = self.words.partition_point(|word| word.range.start < range.end);
        self.words.get_mut(from..to).unwrap_or_default()
    }

    /// Marks the words below the masks, the first mask counting, and puts the masks in order of place.
    fn apply_masks(&mut self) {
        let mut masks = std::mem::take(&mut self.masks);
        for (range, mask) in masks.iter().rev() {
            self.starting(range.clone()).iter_mut().for_each(|word| word.mask = Some(*mask));
        }
        masks.sort_by_key(|(range, _)| range.start);
        let reach = masks.iter().scan(0, |reach, (range, _)| {
            *reach = range.end.max(*reach);
            Some(*reach)
        });
        self.reach = reach.collect();
        self.masks = masks;
    }

    /// The words that lie wholly within a range.
    pub fn within(&self, range: Range<usize>) -> &[Token] {
        let from = self.words.partition_point(|word| word.range.start < range.start);
        let to = self.words.partition_point(|word| word.range.end <= range.end);
        self.words.get(from..to).unwrap_or_default()
    }
}

/// The words of every passage.
#[derive(Debug)]
pub struct Words {
    /// In the order of [`Context::passages`].
    pub texts: Vec<Text>,
    /// How often each word stands in the decree, in lower case.
    pub count: HashMap<String, usize>,
    /// Neighbouring words in lower case with one blank between them.
    pub pairs: HashSet<String>,
}

impl Words {
    /// The words of the decree.
    pub(crate) fn of(context: &Context<'_>) -> Self {
        let names = names_of(context);
        let texts: Vec<Text> = context.passages.iter().map(|passage| text_of(context, passage, &names)).collect();
        let (mut count, mut pairs) = (HashMap::new(), HashSet::new());
        for (passage, text) in
            context.passages.iter().zip(&texts).filter(|(passage, text)| !text.name && passage.part.is_printed())
        {
            let mut before = String::new();
            for word in text.words.iter().filter(|word| !word.start || word.kind != Kind::Digit) {
                let lower = passage.plain[word.range.clone()].to_lowercase();
                if !before.is_empty() {
                    pairs.insert(format!("{before} {lower}"));
                }
                *count.entry(lower.clone()).or_default() += 1;
                before = lower;
            }
        }
        Self { texts, count, pairs }
    }

    /// How often a word in lower case stands in the decree.
    pub fn count(&self, word: &str) -> usize {
        self.count.get(word).copied().unwrap_or_default()
    }
}

/// The names of the persons that the office and the decree name.
fn names_of(context: &Context<'_>) -> Vec<String> {
    let persons = context.passages.iter().filter(|passage| passage.role == Role::Person);
    let written = persons.map(|passage| passage.plain.clone());
    let office = context.kantor.pejabat.values().map(|person| person.nama.clone());
    office.chain(written).filter(|name| name.len() > 2).collect()
}

fn text_of(context: &Context<'_>, passage: &Passage<'_>, names: &[String]) -> Text {
    let plain = passage.plain.as_str();
    let person = is_person(context, passage);
    let name = person || matches!(passage.role, Role::Number | Role::Place);
    let mut text = Text { name, ..Text::default() };
    if person || is_small_place(context, passage) {
        text.masks.push((0..plain.len(), Mask::Nama));
    }
    mask_quotes(plain, &mut text.masks);
    mask_titles(context, plain, &mut text.masks);
    for name in names {
        text.masks.extend(plain.match_indices(name.as_str()).map(|(at, name)| (at..at + name.len(), Mask::Nama)));
    }
    for (at, chunk) in chunks(plain) {
        let mask = mask_of_chunk(chunk);
        text.masks.extend(mask.map(|mask| (at..at + chunk.len(), mask)));
    }
    mask_numbers(plain, &mut text.masks);
    text.words = words_in(plain);
    mask_addressed(context.word_lists(), plain, &mut text);
    text.apply_masks();
    let mut upto = 0;
    for run in &passage.teks.runs {
        let from = upto;
        upto += run.text.len();
        text.starting(from..upto).iter_mut().for_each(|word| word.italic = run.miring);
    }
    let long = text.words.iter().any(|word| word.range.len() > 6);
    let lower = plain.chars().any(char::is_lowercase);
    text.capitals = !lower && (text.words.len() > 2 || long);
    text.title = !text.capitals && is_title(context.word_lists(), plain, &text.words);
    text
}

/// Whether most words of some length begin with a capital.
fn is_title(lists: &WordLists, plain: &str, words: &[Token]) -> bool {
    let long = words.iter().filter(|word| word.range.len() > 3 && !lists.is_particle(&plain[word.range.clone()]));
    let (mut all, mut capital) = (0, 0);
    for word in long {
        all += 1;
        capital += usize::from(matches!(word.kind, Kind::Capital | Kind::Upper | Kind::Mixed));
    }
    all >= 2 && capital * 10 >= all * 8
}

/// Whether a passage is nothing but the name of a person.
fn is_person(context: &Context<'_>, passage: &Passage<'_>) -> bool {
    match passage.part {
        _ if passage.role == Role::Person => true,
        Part::Sel { tabel, kolom, .. } => {
            let column = context.tables.get(tabel).and_then(|table| table.columns.get(kolom));
            column.is_some_and(|column| heads_persons(context.word_lists(), &column.judul.as_plain().to_lowercase()))
        }
        _ => false,
    }
}

/// Whether a passage is a cell of a column of small places.
fn is_small_place(context: &Context<'_>, passage: &Passage<'_>) -> bool {
    let Part::Sel { tabel, kolom, .. } = passage.part else { return false };
    let column = context.tables.get(tabel).and_then(|table| table.columns.get(kolom));
    column.is_some_and(|column| {
        let head = column.judul.as_plain().to_lowercase();
        let lists = context.word_lists();
        lists.begins(WordList::TempatKecil, &head) || lists.begins(WordList::KolomTempat, &head)
    })
}

/// Whether a column of this head holds names of persons.
fn heads_persons(lists: &WordLists, head: &str) -> bool {
    let mut words = head.split(|c: char| !c.is_alphanumeric());
    words.next() == Some("nama") && words.next().is_none_or(|next| !lists.has(WordList::NamaBukanOrang, next))
}

/// What stands within quotation marks.
fn mask_quotes(plain: &str, masks: &mut Vec<(Range<usize>, Mask)>) {
    for (open, close) in [('“', '”'), ('"', '"'), ('‘', '’')] {
        let mut from = 0;
        while let Some(at) = plain[from..].find(open).map(|at| from + at) {
            let inner = at + open.len_utf8();
            let Some(end) = plain[inner..].find(close).map(|end| inner + end + close.len_utf8()) else { break };
            masks.push((at..end, Mask::Kutip));
            from = end;
        }
    }
}

/// Official titles after "tentang".
fn mask_titles(context: &Context<'_>, plain: &str, masks: &mut Vec<(Range<usize>, Mask)>) {
    for (at, word) in plain.match_indices("tentang ") {
        let from = at + word.len();
        let titles = context.catalog.laws().iter().map(|law| law.judul.as_str());
        let longest = titles.filter(|title| !title.is_empty() && plain[from..].starts_with(title)).map(str::len).max();
        masks.extend(longest.map(|length| (from..from + length, Mask::Judul)));
    }
}

/// The names after "Saudara" or "Desa".
fn mask_addressed(lists: &WordLists, plain: &str, text: &mut Text) {
    let is_small = |shown: &str| {
        let lower = shown.to_lowercase();
        shown == capital(&lower) && lists.has(WordList::TempatKecil, &lower)
    };
    let mut open = false;
    let mut end = 0;
    for word in &text.words {
        let shown = &plain[word.range.clone()];
        let gap = plain[end..word.range.start].trim_matches([' ', '.']);
        let goes_on = matches!(word.kind, Kind::Capital | Kind::Upper) && gap.is_empty();
        open = open && goes_on;
        if open {
            text.masks.push((word.range.clone(), Mask::Nama));
        }
        open |= lists.has(WordList::Sapaan, shown) || is_small(shown);
        end = word.range.end;
    }
}

/// The pieces between blanks with their first byte, without the punctuation around them.
pub fn chunks(plain: &str) -> impl Iterator<Item = (usize, &str)> {
    let outer = |c: char| "()[]{}“”‘’\"',;:.!?".contains(c);
    split(plain, Cut::Blanks).into_iter().map(move |range| {
        let chunk = &plain[range.clone()];
        let left = chunk.trim_start_matches(outer);
        (range.end - left.len(), left.trim_end_matches(outer))
    })
}

/// The capitals between "Nomor" and the digits of a number: "Nomor SP DIPA-076.01/2025".
fn mask_numbers(plain: &str, masks: &mut Vec<(Range<usize>, Mask)>) {
    let mut open = None;
    for (at, chunk) in chunks(plain) {
        let coded =
            chunk.len() > 1 && chunk.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || "-./".contains(c));
        open = open.filter(|_| coded);
        if let (Some(from), true) = (open, chunk.contains(|c: char| c.is_ascii_digit())) {
            masks.push((from..at + chunk.len(), Mask::Nomor));
            open = None;
        }
        open = open
            .or((coded && !chunk.contains(|c: char| c.is_ascii_digit()) && after_nomor(&plain[..at])).then_some(at));
    }
}

/// Whether a text ends in the word "Nomor".
fn after_nomor(before: &str) -> bool {
    let before = before.trim_end();
    ["Nomor", "nomor", "No."].iter().any(|word| before.ends_with(word))
}

fn mask_of_chunk(chunk: &str) -> Option<Mask> {
    if chunk.contains("://") || chunk.contains('@') || chunk.starts_with("www.") || is_dotted(chunk) {
        return Some(Mask::Alamat);
    }
    let number = chunk.starts_with(|c: char| c.is_ascii_digit()) && chunk.matches('/').count() >= 2;
    (number || is_code(chunk)).then_some(Mask::Nomor)
}

/// `KU.03`, `RT.01.2`: capitals and numbers with dots in between.
fn is_code(chunk: &str) -> bool {
    let mut parts = chunk.split('.');
    let capitals = parts.next().is_some_and(|part| (1..5).contains(&part.len()) && is_upper(part));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    capitals && chunk.contains('.') && parts.all(digits)
}

fn is_upper(part: &str) -> bool {
    part.bytes().all(|b| b.is_ascii_uppercase())
}

/// `kpu.go.id`, `laporan.pdf`, `a.n`: words with dots in between, in lower case.
fn is_dotted(chunk: &str) -> bool {
    let host = chunk.split('/').next().unwrap_or_default();
    let sound = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_".contains(c))
    };
    host.contains('.') && host.split('.').all(sound) && host.contains(|c: char| c.is_ascii_lowercase())
}

/// The words of a text; hyphens and apostrophes within a word belong to it.
pub fn words_in(plain: &str) -> Vec<Token> {
    split(plain, Cut::Hyphens).into_iter().map(|range| word(plain, range)).collect()
}

fn word(plain: &str, range: Range<usize>) -> Token {
    let start = begins(&plain[..range.start]);
    Token { kind: kind_of(&plain[range.clone()]), start, range, italic: false, mask: None }
}

fn kind_of(word: &str) -> Kind {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let first = letters().next().is_some_and(char::is_uppercase);
    let parts = || word.split(['-', '\'', '’']);
    let lower_tail = |part: &str| part.chars().skip(1).all(|c| !c.is_uppercase());
    match () {
        () if word.chars().any(char::is_numeric) => Kind::Digit,
        () if letters().all(|c| !c.is_uppercase()) => Kind::Lower,
        () if letters().all(|c| !c.is_lowercase()) => Kind::Upper,
        () if first && parts().all(lower_tail) => Kind::Capital,
        () => Kind::Mixed,
    }
}

/// Whether something new begins after `before`.
fn begins(before: &str) -> bool {
    let before = before.trim_end();
    match before.chars().next_back() {
        None => true,
        Some('.' | '!' | '?' | ':' | '(' | '[' | '{' | '"' | '“' | '‘' | '•' | '—') => true,
        Some(')') => {
            let mark = before.trim_end_matches(')').rsplit([' ', '(']).next().unwrap_or_default();
            mark.len() <= 2
        }
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<(&str, Kind, bool)> {
        words_in(text).into_iter().map(|word| (&text[word.range.clone()], word.kind, word.start)).collect()
    }

    #[test]
    fn words_and_how_they_are_written() {
        assert_eq!(
            split("Undang-Undang KPU/KIP: 5R, YouTube – e-mail."),
            [
                ("Undang-Undang", Kind::Capital, true),
                ("KPU", Kind::Upper, false),
                ("KIP", Kind::Upper, false),
                ("5R", Kind::Digit, true),
                ("YouTube", Kind::Mixed, false),
                ("e-mail", Kind::Lower, false),
            ]
        );
        assert_eq!(
            split("a) Jum’at- x"),
            [("a", Kind::Lower, true), ("Jum’at", Kind::Capital, true), ("x", Kind::Lower, false)]
        );
        assert!(split("…—").is_empty());
    }

    #[test]
    fn what_is_no_language() {
        assert_eq!(mask_of_chunk("kpu.go.id/berita"), Some(Mask::Alamat));
        assert_eq!(mask_of_chunk("nama@kpu.go.id"), Some(Mask::Alamat));
        assert_eq!(mask_of_chunk("11/HK.03.1/3322/2022"), Some(Mask::Nomor));
        assert_eq!(mask_of_chunk("Kabupaten/Kota"), None);
        assert_eq!(mask_of_chunk("selesai.Kemudian"), None);
        let mut masks = Vec::new();
        mask_quotes("kata “di laksanakan” dan \"lagi\" dan “buka", &mut masks);
        assert_eq!(masks.len(), 2);
        let lists = &naskah_core::catalog::Catalog::default().kata().lists.clone();
        assert!(
            heads_persons(lists, "nama") && heads_persons(lists, "nama/nip") && !heads_persons(lists, "nama kegiatan")
        );
    }
}
