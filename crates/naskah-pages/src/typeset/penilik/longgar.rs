//! Lines that are stretched too far, and where each ends in the program that the pages are of: its words are looked for
//! there with those of the lines around it, which together stand in one place; where a text is written several times, as
//! names are, the place counts that follows on from the texts before it.

use std::ops::Range;

use super::lembar::{Berkas, Lembar, Potong};
use super::{letak, sendiri, tempat};

/// A line that is stretched too far.
#[derive(Clone)]
pub struct Longgar {
    /// Its page, from 0, and its baseline.
    pub letak: (usize, f64),
    /// Where it ends in the program: the blank there, or nothing where it ends within a word.
    pub ujung: Range<usize>,
}

/// So many bytes of the lines around a line are enough to know it by.
const SEKITAR: usize = 60;

/// The lines that are stretched too far; `tulis` says how a text is written in the program.
pub fn longgar(berkas: &Berkas, program: &str, tulis: impl Fn(&str) -> String) -> Vec<Longgar> {
    let mut out = Vec::new();
    let mut urut: Option<Vec<Option<(usize, usize)>>> = None;
    let mut rapat: Option<Rapat> = None;
    for (halaman, lembar) in berkas.lembar.iter().enumerate() {
        for baris in terlalu(lembar) {
            let (Some(first), Some(last)) = (baris.first(), baris.last()) else { continue };
            let sebelum = tulis(&sebelum(berkas, halaman, first));
            let (sesudah, kata_sesudah) = sesudah(berkas, halaman, last);
            let (sesudah, kata_sesudah) = (tulis(&sesudah), tulis(&kata_sesudah));
            // A mark at the beginning of an item is a text of its own.
            // Blanks beside words that never break are not among the texts of a page: then the next word alone counts.
            let found = (0..baris.len().min(3)).find_map(|from| {
                let baris = tulis(&kata(&baris[from..]));
                let next = [&sesudah, &kata_sesudah];
                next.into_iter().find_map(|next| ujung(program, &sebelum, &baris, next))
            });
            let found = found.or_else(|| {
                let urut = urut.get_or_insert_with(|| tempat::letak(berkas, program, &tulis, |_| None));
                berurut(program, urut.get(last.nomor).copied().flatten()?.1, &sesudah)
            });
            let found = found.or_else(|| {
                let rapat = rapat.get_or_insert_with(|| Rapat::of(berkas, program, &tulis));
                (0..baris.len().min(3)).find_map(|from| rapat.ujung(&baris[from..], &sesudah))
            });
            out.extend(found.map(|ujung| Longgar { letak: (halaman, first.y), ujung }));
        }
    }
    out
}

/// The lines of a page that are stretched too far, and nearly so of a list: the first lines of its items are set in one way.
fn terlalu(lembar: &Lembar) -> Vec<&[Potong]> {
    let worst: Vec<f64> = letak::renggang(lembar, letak::TEREGANG).into_iter().filter_map(tanda).collect();
    let like = |baris: &&[Potong]| {
        let listed = || tanda(baris).is_some_and(|own| worst.iter().any(|x| (x - own).abs() < 0.5));
        letak::sela(baris) > letak::TEREGANG || listed()
    };
    letak::renggang(lembar, letak::SEPERTI).into_iter().filter(like).collect()
}

/// Where the mark of an item begins that a line begins with.
fn tanda(baris: &[Potong]) -> Option<f64> {
    let [mark, text, ..] = baris else { return None };
    let short = mark.teks.chars().count() <= 5 && mark.teks.trim_end().ends_with(['.', ')']);
    (short && text.x > mark.kanan).then_some(mark.x)
}

/// The words of texts that follow one another, with a blank between them.
fn kata<'a>(baris: impl IntoIterator<Item = &'a Potong>) -> String {
    let all: String = baris.into_iter().map(|potong| potong.teks.as_str()).collect();
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands before a text on its page, or on the one before.
fn sebelum(berkas: &Berkas, halaman: usize, potong: &Potong) -> String {
    let pages = berkas.lembar[halaman.saturating_sub(1)..=halaman].iter().flat_map(|lembar| &lembar.potong);
    let own = pages.filter(|other| sendiri(berkas, other) && other.nomor < potong.nomor);
    let near: Vec<&Potong> = own.collect();
    let line = near.last().map_or(&[][..], |last| {
        let from = near.iter().rposition(|other| (other.y - last.y).abs() > 0.1).map_or(0, |at| at + 1);
        &near[from..]
    });
    let all = kata(line.iter().copied());
    let from = all.len().saturating_sub(SEKITAR);
    (from..=all.len()).find_map(|from| all.get(from..)).unwrap_or_default().to_owned()
}

/// What stands behind a text on its page, or on the next one: the line, and the first text of it.
fn sesudah(berkas: &Berkas, halaman: usize, potong: &Potong) -> (String, String) {
    let last = (halaman + 1).min(berkas.lembar.len().saturating_sub(1));
    let pages = berkas.lembar[halaman..=last].iter().flat_map(|lembar| &lembar.potong);
    let mut own = pages.filter(|other| sendiri(berkas, other) && other.nomor > potong.nomor);
    let Some(first) = own.next() else { return Default::default() };
    let all = kata(std::iter::once(first).chain(own.take_while(|other| (other.y - first.y).abs() < 0.1)));
    let to = all.len().min(SEKITAR);
    let line = (0..=to).rev().find_map(|to| all.get(..to)).unwrap_or_default().to_owned();
    (line, kata([first]))
}

/// Where a line ends in the program whose last text ends at `akhir`, if what follows it on the pages follows it there;
/// blanks beside words that never break are not among the texts of a page.
fn berurut(program: &str, akhir: usize, sesudah: &str) -> Option<Range<usize>> {
    let rest = program.get(akhir..)?;
    let blank = rest.len() - rest.trim_start_matches(' ').len();
    let mut signs = rest.chars().filter(|c| *c != ' ');
    let mut wanted = sesudah.chars().filter(|c| *c != ' ');
    let follows = !sesudah.is_empty() && blank < 2 && wanted.all(|c| signs.next() == Some(c));
    follows.then_some(akhir..akhir + blank)
}

/// The texts of all pages and the program, both without blanks: what both say equally often stands in both in one order.
struct Rapat<'a> {
    program: &'a str,
    halaman: String,
    /// Where each text of the pages begins there, and where the last one ends.
    awal: Vec<usize>,
    tulisan: String,
    /// Where each byte of it stands in the program.
    letak: Vec<usize>,
}

impl<'a> Rapat<'a> {
    fn of(berkas: &Berkas, program: &'a str, tulis: impl Fn(&str) -> String) -> Self {
        let (mut halaman, mut awal) = (String::new(), vec![0; berkas.potong + 1]);
        let own = berkas.lembar.iter().flat_map(|lembar| &lembar.potong).filter(|p| sendiri(berkas, p));
        for potong in own {
            awal[potong.nomor] = halaman.len();
            halaman.extend(tulis(&potong.teks).split_whitespace());
            awal[potong.nomor + 1] = halaman.len();
        }
        let (mut tulisan, mut letak) = (String::new(), Vec::new());
        for (at, sign) in program.char_indices().filter(|(_, sign)| !sign.is_whitespace()) {
            tulisan.push(sign);
            letak.extend(at..at + sign.len_utf8());
        }
        Self { program, halaman, awal, tulisan, letak }
    }

    /// Where a line ends in the program that goes on with `sesudah`.
    fn ujung(&self, baris: &[Potong], sesudah: &str) -> Option<Range<usize>> {
        let (from, to) = (*self.awal.get(baris.first()?.nomor)?, *self.awal.get(baris.last()?.nomor + 1)?);
        let lanjut: String = sesudah.split_whitespace().collect();
        let needle = format!("{}{lanjut}", self.halaman.get(from..to)?);
        let places: Vec<usize> = self.halaman.match_indices(&needle).map(|(at, _)| at).collect();
        let written: Vec<usize> = self.tulisan.match_indices(&needle).map(|(at, _)| at).collect();
        let ke =
            places.iter().position(|at| *at == from).filter(|_| !lanjut.is_empty() && places.len() == written.len())?;
        let end = written.get(ke)? + (to - from);
        let (last, next) = (*self.letak.get(end.checked_sub(1)?)?, *self.letak.get(end)?);
        let blank = self.program.get(last..next)?.chars().next().map_or(last, |sign| last + sign.len_utf8());
        (next - blank < 2).then_some(blank..next)
    }
}

/// Where a line ends in the program, if its words stand there once with those around them.
fn ujung(program: &str, sebelum: &str, baris: &str, sesudah: &str) -> Option<Range<usize>> {
    if baris.is_empty() || sesudah.is_empty() {
        return None;
    }
    let once = |before: &str| {
        let mut found = [" ", ""].iter().flat_map(|after| {
            let needle = format!("{before}{baris}{after}{sesudah}");
            let end = needle.len() - after.len() - sesudah.len();
            program.match_indices(&needle).map(|(at, _)| at + end..at + end + after.len()).take(2).collect::<Vec<_>>()
        });
        let first = found.next();
        first.filter(|_| found.next().is_none())
    };
    once("").or_else(|| ["{} ", "{}"].iter().find_map(|form| once(&form.replace("{}", sebelum))))
}

#[cfg(test)]
mod tests {
    use super::{berurut, ujung};

    #[test]
    fn a_line_ends_where_it_stands_once() {
        let program = "(\"satu dua tiga empat\", \"nol dua tiga lima\", \"dua 01/KPU/2021 enam\")";
        assert_eq!(ujung(program, "", "dua tiga", "empat"), Some(15..16));
        assert_eq!(ujung(program, "", "dua tiga", "enam"), None);
        assert_eq!(ujung(program, "", "dua", "tiga"), None, "it stands there twice");
        assert_eq!(ujung(program, "nol", "dua", "tiga"), Some(32..33));
        assert_eq!(ujung(program, "", "dua 01/", "KPU/2021"), Some(53..53));
        assert_eq!(berurut(program, 20, "empat"), None);
        assert_eq!(berurut(program, 15, "tigaempat"), None);
        assert_eq!(berurut(program, 10, "tigaempat"), Some(10..11), "blanks count for nothing");
    }
}
