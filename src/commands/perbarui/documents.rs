//! Documents that a text names, by what a new year means for them: rules stay as they are, decrees of the office itself
//! and letters and minutes of last year must be looked at.

use std::ops::Range;

use naskah_core::decree::Part;
use naskah_core::language::citation::Sitasi;
use naskah_core::language::documents;
use naskah_core::language::mentions::{self, Form, Mention};
use naskah_core::language::patterns::{Pattern, matches, occurs, pattern};
use naskah_core::language::words::{Cut, fold, split};
use naskah_core::language::{WordList, WordLists};
use naskah_core::reading::Reading;
use naskah_core::reading::citations::{Cited, body_key, year};

use super::dates::dates_in;

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A law, a rule, a decree of someone else.
    Rule,
    /// A decree of the office itself.
    Own,
    /// A letter, minutes, an agreement: of one occasion.
    Letter,
    /// A number of a document whose kind is not known, or a kind without a number.
    Unknown,
}

/// A document that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// From its kind to its title or date.
    pub range: Range<usize>,
    /// Which kind of document it is.
    pub kind: Kind,
    /// The year that it is of; 0 where that is not told.
    pub year: i32,
    /// The title, where it may end before its range does.
    pub loose: Option<Range<usize>>,
    /// Where words begin that such a title hardly holds.
    pub beyond: Option<usize>,
}

/// A date after a document.
static DATED: Pattern = Pattern::new(|| {
    pattern(r"(?i)^,?\s+(?:ber|ter)?(?:tanggal|tgl\.?)\s+\d{1,2}(?:\s+\w+\s+|[/.-]\d{1,2}[/.-])(?:19|20)\d\d\b")
});

static YEAR: Pattern = Pattern::new(|| pattern(r"\b(?:19|20)\d\d\b"));

/// The documents of a text among [`Reading::passages`].
pub fn named(context: &Reading<'_>, passage: usize) -> Vec<Document> {
    let Some((text, part)) = context.passages.get(passage).map(|passage| (passage.plain.as_str(), passage.part)) else {
        return Vec::new();
    };
    let lists = context.word_lists();
    let mut parts: Vec<(Range<usize>, Option<Mention>)> = Vec::new();
    let mentions = mentions::named(lists, text);
    let starts: Vec<usize> = mentions.iter().map(|mention| mention.range.start).collect();
    for mention in mentions {
        let end = match mention.form {
            // The last year of the decree's own name is that of its plan.
            Form::Numbered | Form::Unknown => {
                let loose = mention.form == Form::Numbered && part != Part::Tentang;
                titled(lists, text, mention.range.end, loose)
            }
            _ => mention.range.end,
        };
        // A comma before another document's kind goes on with a list.
        let listed = |at: &usize| (mention.range.end..end).contains(at) && occurs(&LISTED, &text[..*at]);
        let end = starts.iter().copied().find(listed).unwrap_or(end);
        let end = mention.range.start + text[mention.range.start..end].trim_end_matches([' ', ',']).len();
        parts.push((mention.range.start..end, Some(mention)));
    }
    parts.extend(dated(lists, text).into_iter().map(|mention| (mention.range.clone(), Some(mention))));
    for range in documents::named(lists, text) {
        let apart = |part: &Range<usize>| part.end <= range.start || range.end <= part.start;
        if parts.iter().all(|(part, _)| apart(part)) && !parts_of_a_list(text, &range) {
            parts.push((range, None));
        }
    }
    parts.sort_by_key(|(range, _)| range.start);
    let mut found: Vec<Document> = Vec::new();
    for (range, mention) in parts {
        let range = whole(text, range);
        match found.last_mut() {
            Some(last) if range.start < last.range.end => last.range.end = last.range.end.max(range.end),
            _ => found.push(document(context, passage, text, (range, mention))),
        }
    }
    found
}

/// Before a document that goes on with a list: a comma, perhaps with a link.
static LISTED: Pattern = Pattern::new(|| pattern(r",\s+(?:(?:dan|serta|atau)\s+)?$"));

/// Where a title ends behind a number: one that begins with "tentang" or another such word, one in parentheses, or names
/// with capitals up to a year: "UU 62/2024 (APBN 2025)", "UU 62/2024 APBN 2025".
fn titled(lists: &WordLists, text: &str, from: usize, loose: bool) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    // The dot of a short word ends no title.
    let end = documents::title_end(lists, &text.replace("ttg. ", "ttg  "), from);
    if end > from || !loose {
        return end;
    }
    let found = [&IN_PARENTHESES, &IN_CAPITALS].into_iter().find_map(|form| matches(form, rest).next()?.get(0));
    // "Tahun 2025" alone is no title.
    let names = |hit: &str| {
        let words = hit.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).any(|word| !lists.has(WordList::SebelumTahun, &word))
    };
    from + found.filter(|hit| names(hit.as_str())).map_or(0, |hit| hit.end())
}

static IN_PARENTHESES: Pattern = Pattern::new(|| pattern(r"^\s*\([A-Z][^()]*\b(?:19|20)\d\d\b[^()]*\)"));

static IN_CAPITALS: Pattern = Pattern::new(|| pattern(r"^(?:\s+[A-Z][\w-]*){1,6}\s+(?:19|20)\d\d\b"));

/// A letter, minutes or a decree by its date: kind, body, date and perhaps a number; no month begins as "Tahun" does.
const BY_DATE: &str = concat!(
    r"(?i)\b((?:{naskah-sekali-pakai}|{singkatan-peraturan}|keputusan|instruksi|se|sk)\b((?:\s+[^\s;:()]+){0,12}?))",
    r"\s*(?:,?\s*\b(?:ber|ter)?(?:tanggal|tgl\.?)\s+|\(\s*(?:tanggal\s+|tgl\.?\s+)?|,?\s)\s*",
    r"\d{1,2}(?:\s+[adfjmnos][a-z]+\.?\s+(?:tahun\s+)?|[/.-]\d{1,2}[/.-])((?:19|20)\d\d)\b\)?",
    r"(?:,?\s+(?:nomor|no)\b\.?\s*:?\s*[0-9A-Z][^\s;,()]*)?",
);

/// The documents that a text names by their dates.
fn dated(lists: &WordLists, text: &str) -> Vec<Mention> {
    let Some(pattern) = lists.pattern(BY_DATE) else { return Vec::new() };
    let mut found = Vec::new();
    for hit in pattern.captures_iter(text) {
        let (Some(whole), Some(head), Some(between)) = (hit.get(0), hit.get(1), hit.get(2)) else { continue };
        let between = between.as_str().trim_end_matches(',');
        // Ballots are no letters.
        let ballot = between.trim_start().to_lowercase().starts_with("suara");
        let named = !ballot && between.split_whitespace().all(|word| is_of_a_name(lists, word));
        // The first of two days is the beginning of a time: "kontrak 12 Januari s.d. 11 Januari".
        let after = text[whole.end()..].trim_start();
        let begins = ["s.d", "s/d", "sampai", "hingga", "–"].iter().any(|sign| after.starts_with(sign));
        let dated = !begins && !dates_in(lists, whole.as_str()).is_empty();
        if named && dated && !is_event(head.as_str(), &text[..head.start()]) {
            let year = hit.get(3).and_then(|year| year.as_str().parse().ok());
            found.push(Mention { range: whole.range(), head: head.range(), year, form: Form::Numbered });
        }
    }
    found
}

/// Whether something is done with a document on a day: it is announced, signed, sent.
fn is_event(head: &str, before: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    let doing = last.len() > 7 && last.starts_with("pe") && last.ends_with("an");
    doing || head.to_lowercase().starts_with("pengumuman ")
}

/// Whether a word behind the kind of a document may belong to its name: "Surat Ketua", but not "surat dikirim".
fn is_of_a_name(lists: &WordLists, word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let verb = word.starts_with(char::is_lowercase)
        && bare.len() > 5
        && ["di", "me", "ter"].iter().any(|prefix| bare.starts_with(prefix));
    let ends =
        lists.has(WordList::SesudahNamaSurat, &bare) || lists.has(WordList::SesudahNamaSurat, &word.to_lowercase());
    !verb && !ends && !word.ends_with(',')
}

/// With the date that follows, and the year in words.
fn whole(text: &str, range: Range<usize>) -> Range<usize> {
    let rest = text.get(range.end..).unwrap_or_default();
    let date = matches(&DATED, rest).next().and_then(|hit| hit.get(0));
    let end = range.end + date.map_or(0, |date| date.end());
    let words = text[end..].strip_prefix(" (dua ribu").filter(|_| text[..end].ends_with(|c: char| c.is_ascii_digit()));
    let words = words.and_then(|words| words.find(')')).map_or(0, |at| " (dua ribu".len() + at + 1);
    range.start..end + words
}

/// Whether kind and number belong to two things of a list: "SK Tim Tahun 2025, undangan Nomor 3".
fn parts_of_a_list(text: &str, range: &Range<usize>) -> bool {
    let part = text[range.clone()].to_lowercase();
    let head = part.find("nomor").or(part.find(" no")).map_or("", |at| &part[..at]);
    let end = matches(&YEAR, head).filter_map(|hit| hit.get(0)).last().map(|hit| hit.end());
    end.is_some_and(|end| [",", " dan ", "/"].iter().any(|link| head[end..].starts_with(link)))
}

fn document(
    context: &Reading<'_>,
    passage: usize,
    text: &str,
    (range, mention): (Range<usize>, Option<Mention>),
) -> Document {
    let within = |cited: &&Cited<'_>| range.contains(&cited.sitasi.range.start);
    let cited = context.citations().within(passage).find(within);
    let years = || matches(&YEAR, &text[range.clone()]).filter_map(|hit| hit.get(0)?.as_str().parse().ok());
    let said = mention.as_ref().and_then(|mention| mention.year);
    let known = cited.map(|cited| year(&cited.sitasi)).filter(|year| *year > 0);
    let year = said.or(known).or_else(|| old_number(text, &range)).or_else(|| years().next()).unwrap_or(0);
    let head = mention.as_ref().map_or(range.clone(), |mention| mention.head.clone());
    let kind = match mention.as_ref().map(|mention| mention.form) {
        Some(Form::Unknown | Form::Numberless) => Kind::Unknown,
        Some(Form::Gazette) => Kind::Rule,
        Some(Form::Numbered) | None => kind_of(context, &text[head]),
    };
    let mut made = Document { range, kind, year, loose: None, beyond: None };
    let name = &text[made.range.clone()];
    let opened =
        documents::OPENERS.iter().filter_map(|word| Some(name.find(&format!("{word} "))? + word.len() + 1)).min();
    let behind = mention.as_ref().map(|mention| mention.range.end - made.range.start).filter(|at| *at < name.len());
    let behind = behind.filter(|at| [&IN_PARENTHESES, &IN_CAPITALS].iter().any(|form| occurs(form, &name[*at..])));
    let title = made.range.start + opened.or(behind).unwrap_or(name.len());
    let right = cited.and_then(|cited| cited.harapan.as_ref()).map(|expected| expected.judul.as_str());
    match right.and_then(|right| after_title(text, title, right)) {
        Some(end) => made.range.end = end,
        None if title < made.range.end => made.cut(context.word_lists(), text, title),
        None => {}
    }
    made
}

impl Document {
    /// Looks for the end of a title that nobody knows: titles are written with capitals, sentences go on without.
    fn cut(&mut self, lists: &WordLists, text: &str, title: usize) {
        let end = self.range.end;
        let mut comma = None;
        let mut particles = None;
        let mut capital = false;
        for (at, word) in split(&text[title..end], Cut::Blanks).into_iter().map(|own| {
            let own = title + own.start..title + own.end;
            (own.clone(), &text[own])
        }) {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let small = bare.starts_with(char::is_lowercase);
            if small && lists.is_particle(bare) {
                particles.get_or_insert(at.start);
            } else if small {
                let from = particles.unwrap_or(at.start);
                if capital && comma == Some(from) {
                    self.range.end = text[..from].trim_end().trim_end_matches(',').len();
                } else {
                    self.beyond = Some(from);
                }
                break;
            } else {
                capital |= bare.starts_with(char::is_uppercase);
                particles = None;
            }
            comma = if word.ends_with(',') {
                text[at.end..end].find(|c: char| c != ' ').map(|gap| at.end + gap)
            } else {
                comma
            };
        }
        self.loose = Some(title..self.range.end);
    }
}

/// What a document is by kind and body: "Keputusan Ketua KPU Kabupaten Semarang".
fn kind_of(context: &Reading<'_>, head: &str) -> Kind {
    let lists = context.word_lists();
    let plain = fold(head);
    let begins = |entry: &str| plain.strip_prefix(entry).filter(|rest| rest.is_empty() || rest.starts_with(' '));
    let decree = ["surat keputusan", "keputusan", "kepts", "kep", "sk"].into_iter().find_map(begins);
    match decree {
        Some(body) if is_own_name(context, body) => Kind::Own,
        Some(_) => Kind::Rule,
        None if lists.entries(WordList::NaskahSekaliPakai).iter().any(|entry| begins(entry).is_some()) => Kind::Letter,
        None => Kind::Rule,
    }
}

/// Whether what follows "Keputusan" names no other office than this one.
fn is_own_name(context: &Reading<'_>, body: &str) -> bool {
    let lists = context.word_lists();
    let body = body.split(" tentang ").next().unwrap_or_default();
    let words = short_name(body);
    let names: Vec<&str> = words.split(' ').filter(|word| !lists.has(WordList::JabatanPenetap, word)).collect();
    let rest = names.join(" ");
    let own = short_name(&fold(&context.kantor.nama_penuh()));
    let area = own.split(' ').take(2).collect::<Vec<_>>().join(" ");
    rest.trim().is_empty() || rest == own || (rest == area && area != own)
}

/// A name of an office in small letters with its usual short forms.
fn short_name(name: &str) -> String {
    let words = name.replace("komisi pemilihan umum", "kpu").replace("komisi independen pemilihan", "kip");
    let words = words.split(' ').filter(|word| !word.is_empty()).map(|word| match word {
        "kab" => "kabupaten",
        "prov" => "provinsi",
        other => other,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The year at the end of an old number: "11/HK.03.1/3322/2022".
fn old_number(text: &str, range: &Range<usize>) -> Option<i32> {
    let words = text[range.clone()].split_whitespace().filter(|word| word.contains('/'));
    words
        .filter_map(|word| word.rsplit('/').next()?.trim_end_matches([';', ',', '.']).parse().ok())
        .find(|year| (1945..2200).contains(year))
}

/// Where a known title ends that a text goes on with.
fn after_title(text: &str, from: usize, title: &str) -> Option<usize> {
    let mut rest = text.get(from..)?;
    for word in title.split_whitespace() {
        rest = rest.trim_start();
        let head = rest.get(..word.len())?;
        rest = head.eq_ignore_ascii_case(word).then(|| &rest[word.len()..])?;
    }
    Some(text.len() - rest.len())
}

/// Kind and body of the office's own decrees, fit to be compared.
fn own_name(context: &Reading<'_>) -> Option<String> {
    let name = context.kantor.nama_penuh();
    (!name.trim().is_empty()).then(|| body_key(&format!("keputusan {name}")))
}

/// Whether a citation is a decree of the office itself.
pub fn is_own(context: &Reading<'_>, sitasi: &Sitasi) -> bool {
    is_own_body(context, &sitasi.bentuk.baku)
}

/// Whether kind and body are those of a decree of the office itself.
pub fn is_own_body(context: &Reading<'_>, body: &str) -> bool {
    own_name(context).is_some_and(|own| body_key(body) == own)
}
