//! The roles of the parts of a text: which of them are titles, numbers, names, addresses, quotations or gazettes.
//!
//! This is the one place that tells them apart. Rules of language leave such parts as they are; what they are held to is
//! said by the rules of citations, numbers and names.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use naskah_core::language::capitals::capital;
use naskah_core::language::citation::{self, Sitasi};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::words::{Cut, split};
use naskah_core::language::{WordList, WordLists};
use naskah_core::reading::citations::Cited;

use naskah_core::decree::{Part, Role};
use naskah_core::reading::{Passage, Reading};

use super::token::{Kind, Mask, Text};

/// What tells the roles of a decree's texts.
pub struct Roles<'c, 'a> {
    context: &'c Reading<'a>,
    names: Vec<String>,
    /// The columns that hold names, by table and column.
    named: HashSet<(usize, usize)>,
    /// The citations by the text that they stand in.
    cited: HashMap<usize, Vec<&'c Cited<'a>>>,
}

impl<'c, 'a> Roles<'c, 'a> {
    /// What the decree's names and citations tell.
    pub fn of(context: &'c Reading<'a>) -> Self {
        let mut cited: HashMap<usize, Vec<&Cited<'_>>> = HashMap::new();
        for one in &context.citations().all {
            cited.entry(one.passage).or_default().push(one);
        }
        Self { context, names: names_of(context), named: named_columns(context), cited }
    }

    /// Whether a text is nothing but a name, a place or a number.
    pub fn is_name(&self, passage: &Passage<'_>) -> bool {
        is_person(self.context, passage) || matches!(passage.role, Role::Number | Role::Place)
    }

    /// The parts of a text with their roles; of several at one place the first counts.
    pub fn within(&self, at: usize, passage: &Passage<'_>) -> Vec<(Range<usize>, Mask)> {
        let plain = passage.plain.as_str();
        let mut found = Vec::new();
        let named = matches!(passage.part, Part::Sel { tabel, kolom, .. } if self.named.contains(&(tabel, kolom)));
        let named = named && reads_as_name(self.context, plain);
        if named || is_person(self.context, passage) || is_small_place(self.context, passage) {
            found.push((0..plain.len(), Mask::Nama));
        }
        mask_quotes(plain, &mut found);
        self.mask_titles(at, passage, &mut found);
        for name in &self.names {
            found.extend(plain.match_indices(name.as_str()).map(|(at, name)| (at..at + name.len(), Mask::Nama)));
        }
        for (at, chunk) in chunks(plain) {
            let mask = mask_of_chunk(chunk);
            found.extend(mask.map(|mask| (at..at + chunk.len(), mask)));
        }
        mask_numbers(plain, &mut found);
        mask_forms(plain, &mut found);
        found
    }

    /// Titles and gazettes of the rules that a text cites, also within titles and in capitals.
    fn mask_titles(&self, at: usize, passage: &Passage<'_>, masks: &mut Vec<(Range<usize>, Mask)>) {
        let plain = passage.plain.as_str();
        known_titles(self.context, plain, masks);
        match self.cited.get(&at) {
            Some(all) => all.iter().for_each(|one| {
                let known = one.law().is_some_and(|law| !law.judul.is_empty()) && !one.sitasi.longgar;
                let known = known || one.tepat || one.resmi;
                mask_citation(plain, &one.sitasi, known, masks);
            }),
            None if is_heading(passage) => {
                citation::kalimat(plain).iter().for_each(|one| mask_citation(plain, one, false, masks));
            }
            None => {}
        }
        constitution(plain, masks);
    }
}

/// Whether a text is a heading, whose citations nobody else reads.
fn is_heading(passage: &Passage<'_>) -> bool {
    matches!(passage.role, Role::Title | Role::Head | Role::Label | Role::Entry)
}

/// Title and gazettes of a citation.
fn mask_citation(plain: &str, one: &Sitasi, known: bool, masks: &mut Vec<(Range<usize>, Mask)>) {
    let mask = if known { Mask::Judul } else { Mask::JudulAsing };
    let title = one.judul.clone().map(|title| title.start..one.batas.unwrap_or(title.end));
    // A title that is no more than a word or two is one of its own; "tentang" may lead to anything.
    masks.extend(title.filter(|title| !title.is_empty() && title.end <= plain.len()).map(|title| (title, mask)));
    masks.extend(one.kurung.iter().map(|brackets| (brackets.range.clone(), Mask::Lembaran)));
}

/// The name of the constitution, with the year that belongs to it.
fn constitution(plain: &str, masks: &mut Vec<(Range<usize>, Mask)>) {
    for (at, head) in plain.match_indices("Undang-Undang Dasar") {
        let end = citation::title::batas(plain, at, plain.len());
        let year = plain[at..end].find("Tahun 1945").map(|year| at + year + "Tahun 1945".len());
        masks.push((at..year.unwrap_or(at + head.len()), Mask::Judul));
    }
}

/// The names of the persons that the office and the decree name.
fn names_of(context: &Reading<'_>) -> Vec<String> {
    let persons = context.passages.iter().filter(|passage| passage.role == Role::Person);
    let written = persons.map(|passage| passage.plain.clone());
    let office = context.kantor.pejabat.values().map(|person| person.nama.clone());
    office.chain(written).filter(|name| name.len() > 2).collect()
}

/// Whether a passage is nothing but the name of a person.
fn is_person(context: &Reading<'_>, passage: &Passage<'_>) -> bool {
    match passage.part {
        _ if passage.role == Role::Person => true,
        Part::Sel { tabel, kolom, .. } => {
            let column = context.tables.get(tabel).and_then(|table| table.columns.get(kolom));
            column.is_some_and(|column| heads_persons(context.word_lists(), &column.judul.as_plain().to_lowercase()))
                && reads_as_name(context, &passage.plain)
        }
        _ => false,
    }
}

/// So many words that no dictionary has make a column of names.
const NAMES: usize = 3;

/// The columns of which most words begin with a capital and are in no dictionary: names, several of them in a cell.
fn named_columns(context: &Reading<'_>) -> HashSet<(usize, usize)> {
    let kata = context.catalog.kata();
    let mut found: HashMap<(usize, usize), (usize, usize)> = HashMap::new();
    for passage in &context.passages {
        let Part::Sel { tabel, kolom, .. } = passage.part else { continue };
        let (strange, common) = found.entry((tabel, kolom)).or_default();
        for word in split(&passage.plain, Cut::Hyphens).into_iter().map(|word| &passage.plain[word]) {
            let lower = word.to_lowercase();
            let telling = word.chars().all(char::is_alphabetic) && word.len() > 3 && !kata.lists.is_particle(&lower);
            match telling && word.chars().skip(1).all(char::is_lowercase) {
                true if !word.starts_with(char::is_uppercase) || kata.knows(&lower) || kata.has(word) => *common += 1,
                true => *strange += 1,
                false => {}
            }
        }
    }
    let named = found.into_iter().filter(|(_, (strange, common))| *strange >= NAMES && strange > common);
    named.map(|(column, _)| column).collect()
}

/// Whether a cell may be nothing but a name: no common word in small letters stands in it.
fn reads_as_name(context: &Reading<'_>, plain: &str) -> bool {
    let kata = context.catalog.kata();
    let common = |word: &str| {
        word.len() > 4 && word.chars().all(char::is_lowercase) && kata.has(word) && !kata.lists.is_particle(word)
    };
    !split(plain, Cut::Hyphens).into_iter().any(|word| common(&plain[word]))
}

/// Whether a passage is a cell of a column of small places.
fn is_small_place(context: &Reading<'_>, passage: &Passage<'_>) -> bool {
    let Part::Sel { tabel, kolom, .. } = passage.part else { return false };
    let column = context.tables.get(tabel).and_then(|table| table.columns.get(kolom));
    column.is_some_and(|column| {
        let head = column.judul.as_plain().to_lowercase();
        let lists = context.word_lists();
        lists.begins(WordList::TempatKecil, &head) || lists.begins(WordList::KolomTempat, &head)
    }) && reads_as_name(context, &passage.plain)
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
fn known_titles(context: &Reading<'_>, plain: &str, masks: &mut Vec<(Range<usize>, Mask)>) {
    for (at, word) in plain.match_indices("tentang ") {
        let from = at + word.len();
        let titles = context.catalog.laws().iter().map(|law| law.judul.as_str());
        let longest = titles.filter(|title| !title.is_empty() && plain[from..].starts_with(title)).map(str::len).max();
        masks.extend(longest.map(|length| (from..from + length, Mask::Judul)));
    }
}

/// The names after "Saudara" or "Desa".
pub fn mask_addressed(lists: &WordLists, plain: &str, text: &mut Text) {
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

/// The names of forms: "Model D.Hasil Kabko-KWK-Bupati/Walikota", "Model C.Daftar Hadir DPT-KPU".
static FORM: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"\b(?:Model|MODEL)\s+([A-Z]{1,3}[0-9]*[.-](?:[A-Za-z0-9][^;:,()\n]{0,70}?-(?:KWK|KPU|PPWP|DPR|DPD|DPRD)",
        r"(?:-[A-Z][A-Za-z/]*|\.[A-Za-z]+)*|[A-Za-z0-9./-]+))"
    ))
});

fn mask_forms(plain: &str, masks: &mut Vec<(Range<usize>, Mask)>) {
    masks.extend(matches(&FORM, plain).map(|found| (group(&found, 1), Mask::Nomor)));
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

#[cfg(test)]
mod tests {
    use super::*;

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
