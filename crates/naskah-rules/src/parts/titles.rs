//! The titles of citations beside those that they should have.

mod difference;

use std::ops::Range;

use naskah_core::diag::distance;
use naskah_core::language::citation::{self, Peran, words};

use crate::Context;
pub use difference::Macam;
use difference::{Beda, beda};
use naskah_core::reading::citations::Cited;

/// A part of a title that differs; places are bytes of the text that the citation stands in.
#[derive(Debug)]
pub struct Selisih {
    /// What differs.
    pub beda: Beda,
    /// How long the right title is, in bytes.
    pub panjang: usize,
}

/// Where the title of a citation differs from the one that it should have; what it cites itself is left out, since
/// that is a citation of its own.
pub fn selisih(context: &Context<'_>, at: usize, cited: &Cited<'_>) -> Option<Selisih> {
    let text = &context.passages.get(cited.passage)?.plain;
    let right = &cited.harapan.as_ref()?.judul;
    let title = without_loose_year(text, cited.sitasi.judul.clone()?);
    if cited.sitasi.longgar {
        return loose(text, title.clone(), right).or_else(|| shaped(text, title.start..cited.sitasi.batas?, right));
    }
    let expected = citation::judul(right).into_iter().next();
    let found = context.citations().child(at, Peran::Dalam);
    let (head, start) = match (&cited.sitasi.urutan, citation::urutan(right)) {
        (Some(own), Some(other)) => (own.range.end, other.range.end),
        _ => (title.start, 0),
    };
    let (pieces, other) = match (found, expected) {
        (Some(found), Some(expected)) => (
            [head..found.sitasi.range.start.max(head), found.sitasi.range.end.min(title.end)..title.end],
            [start..expected.range.start.max(start), expected.range.end..right.len()],
        ),
        _ => ([head..title.end, title.end..title.end], [start..right.len(), right.len()..right.len()]),
    };
    pieces.into_iter().zip(other).find_map(|(piece, other)| {
        // Gazettes print titles in capitals only, so nobody knows how "menjadi" is written.
        let plain = |text: &str| text.replace("Menjadi", "menjadi");
        let found = beda(&plain(text.get(piece.clone())?), &plain(right.get(other)?))?;
        let beda = shifted(found, piece.start);
        let place =
            if beda.semua.is_empty() { Beda { pertama: title.clone(), semua: title.clone(), ..beda } } else { beda };
        Some(Selisih { beda: place, panjang: right.len() })
    })
}

fn shifted(beda: Beda, by: usize) -> Beda {
    let shift = |range: Range<usize>| if range.is_empty() { 0..0 } else { range.start + by..range.end + by };
    Beda { pertama: shift(beda.pertama), semua: shift(beda.semua), ..beda }
}

/// A title without the word "Tahun" at its end that lacks its year.
fn without_loose_year(text: &str, title: Range<usize>) -> Range<usize> {
    match loose_year(text, &title) {
        Some(word) => title.start..title.start + text[title.start..word.start].trim_end().len(),
        None => title,
    }
}

/// The word "Tahun" at the end of a title.
pub fn loose_year(text: &str, title: &Range<usize>) -> Option<Range<usize>> {
    let words = words::kata(text, title.clone());
    words.last().filter(|word| word.kecil == "tahun" && words.len() > 1).map(|word| word.inti.clone())
}

/// The difference of a title whose end its capitals tell, where it is that title but for a word or two.
fn shaped(text: &str, title: Range<usize>, right: &str) -> Option<Selisih> {
    let own = text.get(title.clone())?;
    let (a, b) = (own.split_whitespace().count(), right.split_whitespace().count());
    if own.starts_with(right) || !own.contains(char::is_lowercase) || a.abs_diff(b) > 2 || a < 2 {
        return None;
    }
    let first = |s: &str| s.split_whitespace().next().unwrap_or_default().to_lowercase();
    let plain = |text: &str| text.replace("Menjadi", "menjadi");
    let found = beda(&plain(own), &plain(right)).filter(|found| found.huruf * 3 < right.len())?;
    words::mirip(&first(own), &first(right), 3)
        .then(|| Selisih { beda: shifted(found, title.start), panjang: right.len() })
}

/// The difference at the begin of running text, where it is no more than a slip.
fn loose(text: &str, title: Range<usize>, right: &str) -> Option<Selisih> {
    let most = (right.len() / 20).min(3);
    let rest = &text[title.clone()];
    if right.len() < 20 || rest.starts_with(right) || !rest.contains(char::is_lowercase) {
        return None;
    }
    let first = |s: &str| s.split_whitespace().next().unwrap_or_default().to_lowercase();
    if !words::mirip(&first(rest), &first(right), 2) {
        return None;
    }
    let wanted = right.chars().count();
    let ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]).enumerate();
    let boundary = |at: usize| !rest[at..].starts_with(char::is_alphanumeric);
    let near = ends.filter(|(count, at)| count.abs_diff(wanted) <= most && boundary(*at));
    let (distance, end) = near.map(|(_, at)| (distance(&rest[..at], right), at)).min()?;
    let found = beda(&rest[..end], right).filter(|_| distance > 0 && distance <= most)?;
    Some(Selisih { beda: shifted(found, title.start), panjang: right.len() })
}
