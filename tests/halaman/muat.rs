//! Whether a table's columns can hold their words at all: the widest pieces of its texts in the smallest letters that are read
//! easily, against the width that they have. Reckoned from widths of letters alone, without the typesetter.

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use crate::support::text_of;

/// The smallest letters that are read easily, and the room beside a text, with the line, in points.
const HURUF: f64 = 9.0;
const SELA: f64 = 9.8;
/// The room for the mark of an item, in sizes of its letters.
const TANDA: f64 = 1.5;

/// A table that has no room for all that it must hold: the lines of YAML where it stands.
pub struct Sesak {
    pub baris: RangeInclusive<usize>,
    /// Whether that is so only because of the widths that are asked for.
    pub karena_lebar: bool,
}

/// The widest pieces of a table's columns, in sizes of their letters.
pub struct Isi {
    lebar: Vec<f64>,
}

/// The widths of letters in thousandths of their size: upright and bold.
fn huruf(sign: char, tebal: bool) -> f64 {
    static HURUF: OnceLock<Vec<(char, f64, f64)>> = OnceLock::new();
    let all = HURUF.get_or_init(|| {
        let text = text_of("tests/halaman/huruf.txt");
        let line = |line: &str| {
            let mut parts = line.split(' ');
            let sign = parts.next()?.chars().next()?;
            Some((sign, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
        };
        text.lines().filter_map(line).collect()
    });
    let found = all.iter().find(|(one, ..)| *one == sign);
    found.map_or(600.0, |(_, lurus, bold)| if tebal { *bold } else { *lurus }) / 1000.0
}

/// How wide a piece is, in sizes of its letters.
fn lebar(piece: &str, tebal: bool) -> f64 {
    piece.chars().map(|sign| huruf(sign, tebal)).sum()
}

/// The pieces of a text that no line parts while words are whole: a day with its month and year; of a word what stands before a
/// hyphen or a stroke; of an address what stands between its signs.
fn potongan(text: &str) -> Vec<&str> {
    let words: Vec<&str> = text.split(' ').collect();
    let number = |word: &str| word.parse::<u32>().is_ok();
    if let [hari, _, tahun] = words[..]
        && number(hari)
        && number(tahun)
    {
        return vec![text];
    }
    let part = |word: &'static [char], text| -> Vec<&str> { str::split_inclusive(text, word).collect() };
    let of = |word| {
        let at: &'static [char] = if str::contains(word, '@') { &['@', '.', '-', '_'] } else { &['-', '/'] };
        // Telephone numbers and amounts are whole.
        if word.starts_with(|sign: char| sign.is_ascii_digit()) { vec![word] } else { part(at, word) }
    };
    words.into_iter().flat_map(of).collect()
}

impl Isi {
    /// Of so many columns.
    pub fn new(banyak: usize) -> Self {
        Self { lebar: vec![0.0; banyak] }
    }

    /// What a column's cell says; in capitals and bold where it is a head; with a mark where it is an item.
    pub fn ada(&mut self, kolom: usize, text: &str, kepala: bool, butir: bool) {
        let capitals = if kepala { text.to_uppercase() } else { text.to_owned() };
        let widest = potongan(&capitals).into_iter().map(|piece| lebar(piece, kepala)).fold(0.0, f64::max);
        let widest = widest + if butir { TANDA } else { 0.0 };
        self.lebar[kolom] = self.lebar[kolom].max(widest);
    }

    /// A head that is turned is as wide as its letters are high.
    pub fn tegak(&mut self, kolom: usize) {
        self.lebar[kolom] = self.lebar[kolom].max(1.25);
    }

    /// Whether a width holds all columns; `tetap` are the widths that are asked for, in points.
    pub fn sesak(&self, tetap: &[Option<u64>], penuh: u64, baris: RangeInclusive<usize>) -> Option<Sesak> {
        let perlu = |lebar: &f64| lebar * HURUF + SELA;
        let semua: f64 = self.lebar.iter().map(perlu).sum();
        let diminta = |(lebar, tetap): (&f64, &Option<u64>)| tetap.map_or(0.0, |tetap| tetap as f64).max(perlu(lebar));
        let berlebar: f64 = self.lebar.iter().zip(tetap).map(diminta).sum();
        (berlebar > penuh as f64).then_some(Sesak { baris, karena_lebar: semua <= penuh as f64 })
    }
}

/// What a word needs is reckoned, and a table of many such columns has no room.
#[test]
fn what_has_no_room_is_reckoned() {
    let mut isi = Isi::new(8);
    (0..8).for_each(|kolom| isi.ada(kolom, "mempertanggungjawabkan", false, false));
    assert!(isi.sesak(&[None; 8], 439, 1..=2).is_some_and(|sesak| !sesak.karena_lebar));
    assert!(isi.sesak(&[None; 8], 1100, 1..=2).is_none());
    assert!(isi.sesak(&[Some(200); 8], 1100, 1..=2).is_some_and(|sesak| sesak.karena_lebar));
    assert_eq!(potongan("31 Maret 2026"), ["31 Maret 2026"]);
    assert_eq!(potongan("nama@kpu-uji.id kabupaten/kota"), ["nama@", "kpu-", "uji.", "id", "kabupaten/", "kota"]);
}
