//! Whether a table's columns can hold their words at all: the widest pieces of its texts in the smallest letters that are read
//! easily, against the width that they have. Reckoned from widths of letters alone, without the typesetter.

use std::collections::BTreeSet;
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
    /// Whether words must be cut or letters be smaller; otherwise widths alone cannot be those that are asked for.
    pub kata: bool,
}

/// What stands in a table's columns: the widest pieces, in sizes of their letters, and the heads that are turned, each with its
/// column, its row and its length.
pub struct Isi {
    lebar: Vec<f64>,
    tegak: Vec<(usize, usize, f64)>,
}

/// What part of a page's height all rows of turned heads take at most, and how much of their lines remains empty.
const TINGGI: f64 = 0.3;
const HAMPA: f64 = 1.25;

/// So much wider than it is asked to be, as a part, a column may be.
const TENGGANG: f64 = 1.1;

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
        Self { lebar: vec![0.0; banyak], tegak: Vec::new() }
    }

    /// What a column's cell says; in capitals and bold where it is a head; with a mark where it is an item.
    pub fn ada(&mut self, kolom: usize, text: &str, kepala: bool, butir: bool) {
        let capitals = if kepala { text.to_uppercase() } else { text.to_owned() };
        let widest = potongan(&capitals).into_iter().map(|piece| lebar(piece, kepala)).fold(0.0, f64::max);
        let widest = widest + if butir { TANDA } else { 0.0 };
        self.lebar[kolom] = self.lebar[kolom].max(widest);
    }

    /// A head that is turned, in so many rows from the first.
    pub fn tegak(&mut self, kolom: usize, dalam: usize, judul: &str) {
        self.tegak.push((kolom, dalam, lebar(&judul.to_uppercase(), true)));
    }

    /// What each column needs, in points, on a page of a height: a turned head that is too long for its row has several lines.
    fn perlu(&self, tinggi: u64) -> Vec<f64> {
        let rows: BTreeSet<usize> = self.tegak.iter().map(|(_, dalam, _)| *dalam).collect();
        let batas = tinggi as f64 * TINGGI / rows.len().max(1) as f64;
        let mut perlu = self.lebar.clone();
        for (kolom, _, panjang) in &self.tegak {
            let panjang = panjang * HURUF;
            let lines = if panjang <= batas { 1.0 } else { (panjang * HAMPA / batas).ceil() };
            perlu[*kolom] = perlu[*kolom].max(lines * HAMPA);
        }
        perlu.into_iter().map(|lebar| lebar * HURUF + SELA).collect()
    }

    /// Whether a page, so wide and so high between its margins, holds all columns; `tetap` are the widths that are asked for, in
    /// points.
    pub fn sesak(&self, tetap: &[Option<u64>], penuh: (u64, u64), baris: RangeInclusive<usize>) -> Option<Sesak> {
        let (perlu, penuh) = (self.perlu(penuh.1), penuh.0 as f64);
        let tetap: Vec<f64> = tetap.iter().map(|tetap| tetap.map_or(0.0, |tetap| tetap as f64)).collect();
        let diminta: f64 = perlu.iter().zip(&tetap).map(|(perlu, tetap)| perlu.max(*tetap)).sum();
        let sempit = perlu.iter().zip(&tetap).any(|(perlu, tetap)| *tetap > 0.0 && tetap * TENGGANG < *perlu);
        let kata = sempit || perlu.iter().sum::<f64>() > penuh;
        (kata || diminta > penuh).then_some(Sesak { baris, kata })
    }
}

/// What a word needs is reckoned, and a table of many such columns has no room.
#[test]
fn what_has_no_room_is_reckoned() {
    let mut isi = Isi::new(8);
    (0..8).for_each(|kolom| isi.ada(kolom, "mempertanggungjawabkan", false, false));
    let sesak = |tetap, lebar| isi.sesak(&[tetap; 8], (lebar, 700), 1..=2).map(|sesak| sesak.kata);
    assert_eq!(sesak(None, 439), Some(true));
    assert_eq!(sesak(None, 1100), None);
    assert_eq!(sesak(Some(200), 1100), Some(false));
    assert_eq!(sesak(Some(60), 1100), Some(true));
    let mut isi = Isi::new(2);
    (0..2).for_each(|kolom| isi.tegak(kolom, 0, "Jumlah Pemilih Laki-Laki dan Perempuan"));
    assert!(isi.perlu(900)[0] < isi.perlu(400)[0]);
    assert_eq!(potongan("31 Maret 2026"), ["31 Maret 2026"]);
    assert_eq!(potongan("nama@kpu-uji.id kabupaten/kota"), ["nama@", "kpu-", "uji.", "id", "kabupaten/", "kota"]);
}
