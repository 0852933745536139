//! Marks and punctuation of lists: what the drafting rules ask for, where the text brings none of its own.
//!
//! An item ends with a semicolon, the last but one with "; dan", the last of a sentence with the sentence's own
//! full stop; an item that opens a list ends with a colon (UU 12/2011 Lampiran II on tabulation). Where the closing mark
//! is empty, nothing is added at all: old decrees are copied as they stand.

use crate::decree::Teks;
use crate::decree::butir::{Butir, KataHubung, Penomoran, Rincian};

use super::ButirCetak;

/// The step from one level's numbering to the next.
type Deeper = fn(Penomoran) -> Penomoran;

/// Items that are sentences of their own, each closed by `end`; a single one carries no mark.
pub fn sentences(items: &[Butir], marks: Penomoran, end: &str) -> Vec<ButirCetak> {
    let single = items.len() == 1;
    let mark = |at: usize| (!single).then(|| marks.mark(at + 1));
    items
        .iter()
        .enumerate()
        .map(|(at, item)| ButirCetak { no: mark(at), ..sentence(item, under(marks), end) })
        .collect()
}

/// The numbering of a list under an item of the opening.
fn under(marks: Penomoran) -> Penomoran {
    match marks {
        Penomoran::AngkaTitik => Penomoran::HurufTitik,
        other => other.deeper(),
    }
}

/// One sentence with its list, closed by `end`; `marks` number the list unless it says otherwise.
pub fn sentence(item: &Butir, marks: Penomoran, end: &str) -> ButirCetak {
    sentence_with(item, marks, end, Penomoran::deeper)
}

/// The mark of a place, where marks are added at all.
fn added<'a>(mark: &'a str, end: &str) -> &'a str {
    if end.is_empty() { "" } else { mark }
}

/// A text closed by a mark, unless there is none.
fn closed(text: Teks, mark: &str) -> Teks {
    if mark.is_empty() { text } else { text.closed_with(mark) }
}

fn sentence_with(item: &Butir, marks: Penomoran, end: &str, deeper: Deeper) -> ButirCetak {
    let Some(rincian) = &item.rincian else {
        return ButirCetak {
            no: None,
            teks: closed(item.teks.clone(), end),
            rincian: Vec::new(),
            penutup: item.penutup.clone().map(|text| closed(text, end)),
            coretan: None,
        };
    };
    if !rincian.kutipan.is_empty() {
        return quoting(item, rincian, end);
    }
    let marks = rincian.penomoran.unwrap_or(marks);
    let deeper = match rincian.penomoran {
        Some(Penomoran::AngkaTitik) => Penomoran::deeper_in_text,
        _ => deeper,
    };
    let last_end = if item.penutup.is_some() { added(",", end) } else { end };
    ButirCetak {
        no: None,
        teks: closed(item.teks.clone(), added(":", end)),
        rincian: listed(&rincian.butir, marks, rincian.kata_hubung, last_end, deeper),
        penutup: item.penutup.clone().map(|text| closed(text, end)),
        coretan: None,
    }
}

/// Decisions of another decree as they shall read, each beside its name, with the full stop of its own sentence.
fn quoting(item: &Butir, quoted: &Rincian, end: &str) -> ButirCetak {
    let one = |(name, own): (&String, &Butir)| ButirCetak {
        no: Some(format!("{name} :")),
        ..sentence(own, Penomoran::HurufTitik, added(".", end))
    };
    ButirCetak {
        no: None,
        teks: closed(item.teks.clone(), added(":", end)),
        rincian: quoted.kutipan.iter().zip(&quoted.butir).map(one).collect(),
        penutup: item.penutup.clone().map(|text| closed(text, end)),
        coretan: None,
    }
}

/// The items of a list with their marks; the last one is closed by `end`.
fn listed(items: &[Butir], marks: Penomoran, link: KataHubung, end: &str, deeper: Deeper) -> Vec<ButirCetak> {
    let before_last = match link.word() {
        "" => ";".to_owned(),
        word => format!("; {word}"),
    };
    let close = |at: usize| match items.len() - at {
        _ if end.is_empty() => "",
        1 => end,
        2 => before_last.as_str(),
        _ => ";",
    };
    let print = |(at, item): (usize, &Butir)| ButirCetak {
        no: Some(marks.mark(at + 1)),
        ..sentence_with(item, deeper(marks), close(at), deeper)
    };
    items.iter().enumerate().map(print).collect()
}

/// The content of a table's cell: marks, but no punctuation that the text does not bring.
pub fn cell(item: &Butir, marks: Penomoran) -> ButirCetak {
    let rincian = item.rincian.iter().flat_map(|list| {
        let marks = list.penomoran.unwrap_or(marks);
        let print = move |(at, item): (usize, &Butir)| ButirCetak {
            no: Some(marks.mark(at + 1)),
            ..cell(item, marks.deeper())
        };
        list.butir.iter().enumerate().map(print).collect::<Vec<_>>()
    });
    let rincian = rincian.collect();
    ButirCetak { no: None, teks: item.teks.clone(), rincian, penutup: item.penutup.clone(), coretan: None }
}

/// A list in running text, closed by `end`: like a sentence, with the levels `1.` → `a.` → `1)` → `a)`.
pub fn text_list(item: &Butir, marks: Penomoran, end: &str) -> ButirCetak {
    sentence_with(item, marks, end, Penomoran::deeper_in_text)
}
