//! Where the texts of a decree stand on its pages: the words of the pages are followed in the order of the decree.

use naskah_core::diag::FileId;
use naskah_core::resolve::Naskah;
use naskah_formats::sunting::Jalan;
use naskah_pages::typeset::{Line, Pages};

/// So many pieces may stand between two of one text: foot and head of a page, other columns of a table.
const SELA: usize = 60;

/// So far ahead the begin of a text is looked for; what is not found there is looked for from the top, as far.
const JAUH: usize = 4000;

/// A piece of a text on a page, in points from the top left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Letak {
    /// The page, from 0.
    pub halaman: usize,
    /// Left end.
    pub x: f64,
    /// Baseline.
    pub y: f64,
    /// Right end.
    pub kanan: f64,
    /// The text's place in the file.
    pub jalan: Jalan,
}

/// A piece of a page: its letters without blanks, and whether a text has it.
struct Potong {
    halaman: usize,
    line: Line,
    huruf: String,
    terpakai: bool,
}

/// The places of every text that was typed in `file`; `jalan` tells the place of a byte.
pub fn of(pages: &Pages, naskah: &Naskah, file: FileId, jalan: impl Fn(usize) -> Jalan) -> Vec<Letak> {
    let mut pieces: Vec<Potong> = Vec::new();
    for halaman in 0..pages.count() {
        let own = pages.pieces(halaman).into_iter();
        let own = own.map(|line| Potong { halaman, huruf: letters(&line.text), line, terpakai: false });
        pieces.extend(own.filter(|piece| !piece.huruf.is_empty()));
    }
    let mut found = Vec::new();
    let mut from = 0;
    for teks in naskah.texts() {
        let wanted = letters(&teks.as_plain());
        if wanted.is_empty() {
            continue;
        }
        let Some(taken) = follow(&pieces, from, &wanted).or_else(|| follow(&pieces, 0, &wanted)) else { continue };
        if let Some(last) = taken.last() {
            from = last + 1;
        }
        let own = teks.span.file == file;
        for at in taken {
            let Some(piece) = pieces.get_mut(at) else { continue };
            piece.terpakai = true;
            if own {
                let Line { x, y, right, .. } = piece.line;
                found.push(Letak { halaman: piece.halaman, x, y, kanan: right, jalan: jalan(teks.span.start) });
            }
        }
    }
    found
}

/// The pieces that say a text, each behind the one before; the first that are found from `from` on.
fn follow(pieces: &[Potong], from: usize, wanted: &str) -> Option<Vec<usize>> {
    let starts = pieces
        .iter()
        .enumerate()
        .skip(from)
        .take(JAUH)
        .filter(|(_, piece)| !piece.terpakai && wanted.starts_with(&piece.huruf));
    starts.map(|(start, _)| start).find_map(|start| {
        let (mut rest, mut taken, mut last) = (wanted, Vec::new(), start);
        for (at, piece) in pieces.iter().enumerate().skip(start) {
            if at > last + SELA {
                break;
            }
            if let Some(after) = rest.strip_prefix(piece.huruf.as_str()).filter(|_| !piece.terpakai) {
                taken.push(at);
                (rest, last) = (after, at);
            }
            // What the page adds at the end, a point or a word, is the text's as well where it is printed with it.
            if rest.is_empty() {
                return Some(taken);
            }
        }
        None
    })
}

/// The letters of a text, without blanks and the hyphens at the ends of lines.
fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{2010}')).collect()
}
