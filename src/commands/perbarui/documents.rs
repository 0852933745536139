//! Documents that a text names, by what a new year means for them: rules stay as they are, decrees of the office itself
//! and letters and minutes of last year must be looked at.

use std::ops::Range;

use naskah_core::language::WordList;
use naskah_core::language::citation::Sitasi;
use naskah_core::language::documents;
use naskah_core::language::patterns::{Pattern, matches, pattern};
use naskah_core::reading::Reading;
use naskah_core::reading::citations::{body_key, year};

/// What a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A law, a rule, a decree of someone else.
    Rule,
    /// A decree of the office itself.
    Own,
    /// A letter, minutes, an agreement: of one occasion.
    Letter,
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
}

/// A date after a document.
static DATED: Pattern = Pattern::new(|| {
    pattern(r"(?i)^,?\s+(?:ber)?(?:tanggal|tgl\.?)\s+\d{1,2}(?:\s+\w+\s+|[/.-]\d{1,2}[/.-])(?:19|20)\d\d\b")
});

static YEAR: Pattern = Pattern::new(|| pattern(r"\b(?:19|20)\d\d\b"));

/// The documents of a text among [`Reading::passages`].
pub fn named(context: &Reading<'_>, passage: usize) -> Vec<Document> {
    let Some(text) = context.passages.get(passage).map(|passage| passage.plain.as_str()) else { return Vec::new() };
    let mut found: Vec<Document> = Vec::new();
    for range in documents::named(context.word_lists(), text) {
        let range = whole(text, range);
        match found.last_mut() {
            Some(last) if range.start < last.range.end => last.range.end = last.range.end.max(range.end),
            _ if parts_of_a_list(text, &range) => {}
            _ => found.push(document(context, passage, text, range)),
        }
    }
    found
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

fn document(context: &Reading<'_>, passage: usize, text: &str, range: Range<usize>) -> Document {
    let lower = text[range.clone()].to_lowercase();
    let cited = context.citations().within(passage).find(|cited| range.contains(&cited.sitasi.range.start));
    let letter =
        context.word_lists().begins(WordList::NaskahSekaliPakai, &lower) && !lower.starts_with("instruksi presiden");
    let years = || matches(&YEAR, &text[range.clone()]).filter_map(|hit| hit.get(0)?.as_str().parse().ok());
    let known = cited.map_or(0, |cited| year(&cited.sitasi));
    let year = if known > 0 { known } else { old_number(text, &range).or_else(|| years().next()).unwrap_or(0) };
    let kind = match cited {
        _ if letter => Kind::Letter,
        Some(cited) if is_own(context, &cited.sitasi) => Kind::Own,
        None if lower.starts_with("keputusan")
            && own_name(context).is_some_and(|own| body_key(&lower).starts_with(&own)) =>
        {
            Kind::Own
        }
        _ => Kind::Rule,
    };
    let mut made = Document { range, kind, year, loose: None };
    let title = made.range.start + text[made.range.clone()].find("tentang ").map_or(made.range.len(), |at| at + 8);
    let right = cited.and_then(|cited| cited.harapan.as_ref()).map(|expected| expected.judul.as_str());
    match right.and_then(|right| after_title(text, title, right)) {
        Some(end) => made.range.end = end,
        None if title < made.range.end => made.loose = Some(title..made.range.end),
        None => {}
    }
    made
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
