//! Citations of rules within a text: kind and body, number, year, title, gazettes, amendments, each with its place.
//!
//! The reader follows the form of Lampiran II of UU 12/2011 and copes with slips: what is missing is `None`, what is
//! misspelt is known by its nearness. It knows the form of citations and nothing of the rules that there are.

pub mod gazette;
pub mod name;
mod pendek;
pub mod title;
pub mod words;

use std::ops::Range;

use crate::language::numerals::ke_berapa;
use gazette::Kurung;
pub use gazette::{Lembar, Seri};
use name::NamaPeraturan;
pub use pendek::{id_dari_sebutan, id_dari_singkatan};
use words::{Kata, kata};

/// What a citation is to the one that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peran {
    /// It stands for itself.
    Pokok,
    /// It follows "sebagaimana telah diubah dengan".
    Perubahan,
    /// It stands in the title of another.
    Dalam,
}

/// "Perubahan Kedua atas" at the begin of a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Urutan {
    /// All its words.
    pub range: Range<usize>,
    /// The word "atas".
    pub atas: Range<usize>,
    /// Which amendment, from 1.
    pub ke: usize,
}

/// "sebagaimana telah … diubah … dengan" after a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diubah {
    /// The words up to "dengan".
    pub range: Range<usize>,
    /// Whether it says "beberapa kali".
    pub berkali: bool,
    /// The comma before "terakhir"; `None` without that word.
    pub koma: Option<bool>,
    /// Whether the word "dengan" is left out.
    pub tanpa_dengan: bool,
}

/// A citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitasi {
    /// From kind to gazette.
    pub range: Range<usize>,
    /// What it is to its owner.
    pub peran: Peran,
    /// The citation that it belongs to, as an index of the same list.
    pub milik: Option<usize>,
    /// Kind and body as written.
    pub sebutan: Range<usize>,
    /// Kind and body as they should be written, and what is not.
    pub bentuk: NamaPeraturan,
    /// The word "Nomor".
    pub kata_nomor: Option<Range<usize>>,
    /// The number.
    pub nomor: Option<Range<usize>>,
    /// The word "Tahun".
    pub kata_tahun: Option<Range<usize>>,
    /// The year; that of an old number without its own place.
    pub tahun: Option<(i32, Range<usize>)>,
    /// The word "tentang".
    pub kata_tentang: Option<Range<usize>>,
    /// The title.
    pub judul: Option<Range<usize>>,
    /// Whether the title may end before its range does, as in running text.
    pub longgar: bool,
    /// Where the title ends in running text, as far as its capitals tell.
    pub batas: Option<usize>,
    /// What the title says of an amendment.
    pub urutan: Option<Urutan>,
    /// Gazettes.
    pub kurung: Option<Kurung>,
    /// The phrase that names its amendment.
    pub diubah: Option<Diubah>,
}

impl Sitasi {
    /// From kind to year: `Undang-Undang Nomor 7 Tahun 2017`.
    pub fn kepala(&self) -> Range<usize> {
        let ends =
            [Some(&self.sebutan), self.nomor.as_ref(), self.kata_tahun.as_ref(), self.tahun.as_ref().map(|y| &y.1)];
        self.sebutan.start..ends.into_iter().flatten().map(|range| range.end).max().unwrap_or(self.sebutan.end)
    }

    /// Whether it is the constitution.
    pub fn uud(&self) -> bool {
        self.bentuk.baku.starts_with("Undang-Undang Dasar")
    }

    /// The place of the head in the title, where it cites another.
    fn ends_at(&mut self, end: usize) {
        self.range.end = self.range.end.max(end);
    }
}

/// The citations of an item of Mengingat, which is one citation with what belongs to it.
pub fn butir(text: &str) -> Vec<Sitasi> {
    let mut found = Vec::new();
    strict(text, 0..text.len(), Peran::Pokok, None, &mut found);
    found
}

/// The citations within a title.
pub fn judul(text: &str) -> Vec<Sitasi> {
    let mut found = Vec::new();
    inner(text, 0..text.len(), 0, &mut found);
    found
}

/// What a title says of an amendment.
pub fn urutan(title: &str) -> Option<Urutan> {
    order(&kata(title, 0..floor(title, 120)))
}

/// So many bytes a title, its gazettes and its amendments take at most; without it, a text without stops would be read to its
/// end for each citation.
const PANJANG: usize = 8_000;

/// The citations of running text, each for itself.
pub fn kalimat(text: &str) -> Vec<Sitasi> {
    let mut found = Vec::new();
    let cheap = |c: char| c.is_ascii_digit();
    if !text.contains(cheap) {
        return found;
    }
    let words = kata(text, 0..text.len());
    // The citation whose title was read last, and where that title ends.
    let mut outer: Option<(usize, usize)> = None;
    let mut at = 0;
    while at < words.len() {
        let Some(head) = head(text, &words, at, false) else {
            at += 1;
            continue;
        };
        let far = text.floor_char_boundary(head.after + PANJANG);
        let end = stop(text, head.after..far).unwrap_or(far);
        let owner = outer.filter(|(_, end)| head.sebutan.start < *end).map(|(owner, _)| owner);
        let peran = if owner.is_some() { Peran::Dalam } else { Peran::Pokok };
        let mut one = head.sitasi(peran, owner);
        one.longgar = true;
        body(text, &mut one, head.after, end);
        one.batas = one.judul.clone().map(|title| title::batas(text, title.start, title.end));
        if owner.is_none() {
            outer = one.batas.map(|end| (found.len(), end));
        }
        found.push(one);
        at = head.next;
    }
    found
}

/// Reads the citation that begins a part of a text, its title, its gazettes and its amendment.
fn strict(text: &str, part: Range<usize>, peran: Peran, milik: Option<usize>, found: &mut Vec<Sitasi>) {
    if found.len() > 12 {
        return;
    }
    let words = kata(text, part.clone());
    let first = if peran == Peran::Pokok { 12 } else { 1 };
    let other = |word: &Kata| {
        ["tentang", "perihal", "surat", "nota", "berita", "putusan", "daftar"].contains(&word.kecil.as_str())
    };
    let first = words.iter().take(first).position(other).unwrap_or(first.min(words.len()));
    let Some(head) = (0..first).find_map(|at| head(text, &words, at, true)) else { return };
    let phrase = phrase(text, &words, head.next);
    let end = phrase.as_ref().map_or(part.end, |(phrase, _)| phrase.range.start);
    let mut one = head.sitasi(peran, milik);
    body(text, &mut one, head.after, end);
    let own = found.len();
    let title = one.judul.clone();
    one.diubah = phrase.as_ref().map(|(phrase, _)| phrase.clone());
    found.push(one);
    if let Some(title) = title {
        inner(text, title, own, found);
    }
    if let Some((_, after)) = phrase {
        strict(text, after..part.end, Peran::Perubahan, Some(own), found);
    }
}

/// Reads the citation within a title.
fn inner(text: &str, title: Range<usize>, own: usize, found: &mut Vec<Sitasi>) {
    let words = kata(text, title.clone());
    let Some(at) = (0..words.len()).find(|at| head(text, &words, *at, false).is_some()) else { return };
    let mut end = title.end;
    if words.first().is_some_and(|word| word.kecil == "penetapan") && words.len() > 2 {
        let last = &words[words.len() - 2..];
        if last[0].kecil == "menjadi" && last[1].mirip("undang-undang", 2) {
            end = title.start + text[title.start..last[0].inti.start].trim_end().len();
        }
    }
    if words[at].inti.start < end {
        strict(text, words[at].inti.start..end, Peran::Dalam, Some(own), found);
    }
}

/// Title and gazettes after the head.
fn body(text: &str, one: &mut Sitasi, after: usize, end: usize) {
    let open = brackets(text, after..end, one.longgar);
    let words = kata(text, after..floor(text, after + 80).min(open.unwrap_or(end)));
    let about = words.first().filter(|word| word.mirip("tentang", 2));
    if let Some(about) = about {
        one.kata_tentang = Some(about.inti.clone());
        let until = open.unwrap_or(end);
        let title = &text[about.utuh.end..until];
        let start = about.utuh.end + title.len() - title.trim_start().len();
        let title = text[start.min(until)..until].trim_end_matches([';', '.', ',', ' ', '\n', '\t', ':']);
        if !title.trim().is_empty() {
            one.judul = Some(start..start + title.len());
            one.urutan = order(&kata(text, start..floor(text, start + 120).min(start + title.len())));
            one.ends_at(start + title.len());
        }
    }
    let near = open.filter(|open| !one.longgar || one.judul.is_some() || open - after < 3);
    if let Some(open) = near {
        let brackets = gazette::baca(text, open, end);
        one.ends_at(brackets.range.end);
        one.kurung = Some(brackets);
    }
}

/// Where the brackets with the gazettes open; brackets that a title goes on after are part of the title.
fn brackets(text: &str, part: Range<usize>, loose: bool) -> Option<usize> {
    let first = gazette::buka(text, part.clone())?;
    let mut open = first;
    for _ in 0..4 {
        let closed = text[open..part.end].find(')').map_or(part.end, |at| open + at + 1);
        let goes_on = text[closed..part.end].contains(char::is_alphanumeric);
        match gazette::buka(text, closed..part.end).filter(|_| goes_on && !loose) {
            Some(next) => open = next,
            None if goes_on => return Some(first),
            None => return Some(open),
        }
    }
    Some(first)
}

/// The greatest place not after `at` where a character begins.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Where running text leaves a citation.
fn stop(text: &str, part: Range<usize>) -> Option<usize> {
    let rest = text.get(part.clone())?;
    let found = ["sebagaimana", ";", "\n"].iter().filter_map(|word| rest.find(word)).min();
    found.map(|at| part.start + at)
}

/// "Perubahan Kedua atas" from the first words of a title.
fn order(words: &[Kata]) -> Option<Urutan> {
    let first = words.first().filter(|word| word.mirip("perubahan", 2))?;
    let at = words.iter().take(5).position(|word| word.kecil == "atas")?;
    let said: Vec<&str> = words[1..at].iter().map(|word| word.kecil.as_str()).collect();
    let said = said.join(" ");
    let ke = match said.as_str() {
        "" | "pertama" | "kesatu" => 1,
        _ => (2..40).find(|ke| words::mirip(&said, &ke_berapa(*ke).to_lowercase(), 1) || said == format!("ke-{ke}"))?,
    };
    let atas = words[at].inti.clone();
    Some(Urutan { range: first.inti.start..atas.end, atas, ke })
}

/// The phrase that names an amendment, from a word on, and where it ends.
fn phrase(text: &str, words: &[Kata], from: usize) -> Option<(Diubah, usize)> {
    let start = (from..words.len()).find(|at| {
        words[*at].mirip("sebagaimana", 2)
            && words[at + 1..].iter().take(4).any(|word| word.mirip("diubah", 1) || word.mirip("dirubah", 1))
    })?;
    let near = start..words.len().min(start + 9);
    let with = near.clone().find(|at| words[*at].mirip("dengan", 1));
    // Where "dengan" is left out, the rule that amends follows "terakhir" or "diubah" at once.
    let bare = || near.clone().find(|at| words.get(at + 1).is_some_and(name::jenis));
    let with = with.or_else(bare)?;
    let tanpa_dengan = !words[with].mirip("dengan", 1);
    let within = &words[start..with + usize::from(tanpa_dengan)];
    let last = within.iter().position(|word| word.mirip("terakhir", 2));
    let phrase = Diubah {
        range: words[start].inti.start..words[with].inti.end,
        berkali: within.iter().any(|word| word.kecil == "beberapa" || word.kecil == "kali"),
        koma: last.map(|at| at > 0 && within[at - 1].berkoma(text)),
        tanpa_dengan,
    };
    Some((phrase, words[with].utuh.end))
}

/// Kind, body, number and year.
struct Head {
    sebutan: Range<usize>,
    bentuk: NamaPeraturan,
    kata_nomor: Option<Range<usize>>,
    nomor: Option<Range<usize>>,
    kata_tahun: Option<Range<usize>>,
    tahun: Option<(i32, Range<usize>)>,
    /// The word after it.
    next: usize,
    /// The byte after it.
    after: usize,
}

impl Head {
    fn sitasi(&self, peran: Peran, milik: Option<usize>) -> Sitasi {
        let mut one = Sitasi {
            range: self.sebutan.clone(),
            peran,
            milik,
            sebutan: self.sebutan.clone(),
            bentuk: self.bentuk.clone(),
            kata_nomor: self.kata_nomor.clone(),
            nomor: self.nomor.clone(),
            kata_tahun: self.kata_tahun.clone(),
            tahun: self.tahun.clone(),
            kata_tentang: None,
            judul: None,
            longgar: false,
            batas: None,
            urutan: None,
            kurung: None,
            diubah: None,
        };
        one.range = one.kepala();
        one
    }
}

/// Words that show that no body is being named.
const BUKAN_LEMBAGA: [&str; 16] = [
    "surat",
    "pasal",
    "ayat",
    "huruf",
    "berita",
    "ini",
    "itu",
    "tersebut",
    "angka",
    "lampiran",
    "diktum",
    "sebagaimana",
    "nota",
    "naskah",
    "dokumen",
    "perihal",
];

fn is_nomor(word: &Kata) -> bool {
    word.mirip("nomor", 1) || word.kecil == "no" || word.kecil == "nr"
}

fn is_tahun(word: &Kata) -> bool {
    word.mirip("tahun", 1) || word.kecil == "th" || word.kecil == "thn"
}

/// Reads the head that begins at a word. In `strict` places a head may lack its number.
fn head(text: &str, words: &[Kata], at: usize, strict: bool) -> Option<Head> {
    let first = words.get(at).filter(|word| name::jenis(word))?;
    let end = body_end(text, words, at)?;
    let anchor = words.get(end);
    let numbered = anchor.is_some_and(|word| is_nomor(word) || starts_as_number(word));
    let said_word = anchor.is_some_and(is_nomor);
    if !said_word && !numbered && !strict {
        return None;
    }
    let year_follows = words.get(end + 1).is_some_and(is_tahun);
    if numbered && !said_word && !strict && !year_follows {
        return None;
    }
    let within = &words[at..end];
    let bentuk = name::sebutan(text, within);
    let mut head = Head {
        sebutan: first.inti.start..words.get(end - 1)?.inti.end,
        bentuk,
        kata_nomor: None,
        nomor: None,
        kata_tahun: None,
        tahun: None,
        next: end,
        after: words.get(end - 1)?.inti.end,
    };
    if said_word {
        let word = words.get(head.next)?;
        let full = usize::from(word.kecil == "no" && text[word.inti.end..word.utuh.end].starts_with('.'));
        head.kata_nomor = Some(word.inti.start..word.inti.end + full);
        head.step(words, head.next + 1);
    }
    number(text, words, &mut head);
    year(text, words, &mut head);
    let said_nothing = head.nomor.is_none() && head.tahun.is_none();
    let titled = words.get(head.next).is_some_and(|word| word.mirip("tentang", 2));
    if said_nothing && !(strict && titled) && !(said_word && titled) {
        return None;
    }
    Some(head)
}

impl Head {
    fn step(&mut self, words: &[Kata], next: usize) {
        self.next = next;
        if let Some(word) = words.get(next.wrapping_sub(1)) {
            self.after = word.inti.end;
        }
    }
}

/// The word after kind and body; `None` where the words are no such thing.
fn body_end(text: &str, words: &[Kata], at: usize) -> Option<usize> {
    for end in at + 1..words.len().min(at + 26) {
        let word = &words[end];
        if words[end - 1].berakhir(text) || word.berkurung(text) {
            return None;
        }
        if is_nomor(word) || is_tahun(word) || word.kecil == "tentang" || starts_as_number(word) {
            return Some(end);
        }
        let replaced = words[end - 1].mirip("pengganti", 1);
        let stray = name::jenis(word) && !replaced && !name::singkatan(&words[at]);
        let lower = !word.kapital(text) && !name::kata_lembaga(word);
        if stray || lower || BUKAN_LEMBAGA.contains(&word.kecil.as_str()) {
            return None;
        }
    }
    None
}

fn starts_as_number(word: &Kata) -> bool {
    word.kecil.starts_with(|c: char| c.is_ascii_digit())
}

/// Reads the number, with the old forms that carry code, office, month and year.
fn number(text: &str, words: &[Kata], head: &mut Head) {
    let Some(word) = words.get(head.next) else { return };
    let roman = word.kecil.contains('/') && word.kecil.starts_with(['i', 'v', 'x', 'l']);
    let follows = head.kata_nomor.is_some() || words.get(head.next + 1).is_some_and(is_tahun);
    if !(starts_as_number(word) || roman) || !follows {
        return;
    }
    let start = word.inti.start;
    let mut last = head.next;
    while let (Some(this), Some(next)) = (words.get(last), words.get(last + 1)) {
        let broken = this.kecil.ends_with('/') || next.kecil.starts_with('/');
        let old = this.kecil.ends_with("/tahun") && next.tahun().is_some();
        let emergency = last == head.next && ["prp", "drt", "pnps"].contains(&next.kecil.as_str());
        if !(broken || old || emergency) {
            break;
        }
        last += 1;
    }
    let end = words.get(last).map_or(word.inti.end, |word| word.inti.end);
    head.nomor = Some(start..end);
    if text[start..end].contains('/') {
        let tail = end - text[start..end].trim_end_matches(|c: char| c.is_ascii_digit()).len() - start;
        let year = text.get(end - tail..end).and_then(|digits| digits.parse().ok());
        head.tahun = year.filter(|year| (1900..2200).contains(year)).map(|year| (year, end - tail..end));
    }
    head.step(words, last + 1);
}

/// Reads "Tahun 2017" after the number.
fn year(text: &str, words: &[Kata], head: &mut Head) {
    let said = words.get(head.next).filter(|word| is_tahun(word));
    let closed = head.nomor.is_some() && words.get(head.next - 1).is_some_and(|word| word.berakhir(text));
    let Some(word) = said.filter(|_| !closed) else { return };
    let full = usize::from(word.kecil.starts_with("th") && text[word.inti.end..word.utuh.end].starts_with('.'));
    head.kata_tahun = Some(word.inti.start..word.inti.end + full);
    head.step(words, head.next + 1);
    if let Some((year, next)) = words.get(head.next).and_then(|next| Some((next.tahun()?, next))) {
        head.tahun = Some((year, next.inti.clone()));
        head.step(words, head.next + 1);
    }
}

#[cfg(test)]
mod tests;
