//! The letters of a look: whether each is seen as it is read, and in which order the eye meets its words.

use super::isi::{Kata, Kotak, Matrix, then};

/// Letters are at least so high, in points of the page; none is so many times higher than another, nor so much wider or
/// narrower than it is drawn in its font: of a sentence that is read only what stands out would be seen.
pub const TERENDAH: f64 = 2.0;
const HIGHER: f64 = 3.0;
const STRETCHED: f64 = 2.5;

/// So many times brighter than a letter is the ground that it stands on.
const CONTRAST: f64 = 2.2;

/// Letters lean so much at most, and stand so level.
const LEANING: f64 = 0.4;
const LEVEL: f64 = 0.01;

/// Why a look is not read as it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Samar {
    /// Letters are lower than [`TERENDAH`].
    Kecil,
    /// Letters hardly differ from what they stand on.
    Pudar,
    /// Letters are cut off.
    Terpotong,
    /// Words are written over one another, or struck by a line.
    Bertumpuk,
    /// Letters are stretched, turned or mirrored, or much higher than others.
    Janggal,
    /// There is what this program does not read.
    Lain,
}

/// How bright a colour is, from 0 to 1, as the eye sees it; `None` where that is not known.
pub(super) fn shade(given: &[f64]) -> Option<f64> {
    let within = |part: f64| part.clamp(0.0, 1.0);
    let [red, green, blue] = match *given {
        [grey] => [grey; 3].map(within),
        [red, green, blue] => [red, green, blue].map(within),
        [cyan, magenta, yellow, black] => {
            [cyan, magenta, yellow].map(|ink| (1.0 - within(ink)) * (1.0 - within(black)))
        }
        _ => return None,
    };
    let [red, green, blue] = [red, green, blue].map(|part: f64| match part <= 0.04 {
        true => part / 12.92,
        false => ((part + 0.055) / 1.055).powf(2.4),
    });
    Some(0.2126 * red + 0.7152 * green + 0.0722 * blue)
}

/// How letters are drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Goresan {
    /// The size of letters, and how wide they are beside that.
    pub besar: f64,
    pub lebar: f64,
    /// How they are placed.
    pub teks: Matrix,
    pub ctm: Matrix,
    /// How bright they are, and the ground.
    pub terang: f64,
    pub dasar: f64,
}

/// How the letters of a look are drawn.
#[derive(Default)]
pub(super) struct Tulisan {
    /// How high the lowest and the highest are.
    rendah: f64,
    tinggi: f64,
    pudar: bool,
    janggal: bool,
}

impl Tulisan {
    /// Why they are not seen as they are read, where the look is drawn `larger` by so much.
    pub(super) fn fault(&self, larger: f64) -> Option<Samar> {
        if self.janggal {
            return Some(Samar::Janggal);
        }
        if self.tinggi == 0.0 {
            return None;
        }
        let found = [
            (self.pudar, Samar::Pudar),
            (self.rendah * larger < TERENDAH, Samar::Kecil),
            (self.tinggi > HIGHER * self.rendah, Samar::Janggal),
        ];
        found.into_iter().find(|(is_so, _)| *is_so).map(|(_, why)| why)
    }

    /// Takes letters that are drawn.
    pub(super) fn take(&mut self, one: &Goresan) {
        let [a, b, c, d, ..] = then(one.teks, one.ctm).map(|part| part * one.besar);
        let (wide, high) = (a * one.lebar, d);
        let even = wide <= STRETCHED * high && high <= STRETCHED * wide;
        let upright = a > 0.0 && d > 0.0 && b.abs() <= LEVEL * a && c.abs() <= LEANING * d;
        self.rendah = if self.tinggi == 0.0 { high.abs() } else { self.rendah.min(high.abs()) };
        self.tinggi = self.tinggi.max(high.abs());
        self.janggal |= !even || !upright;
        self.pudar |= (one.dasar + 0.05) < CONTRAST * (one.terang + 0.05);
    }
}

/// Whether words are written over one another.
pub(super) fn overlap(words: &[Kata]) -> bool {
    /// So much of the smaller one words may share: letters lean and hang.
    const MUCH: f64 = 0.3;
    let over = |(at, one): (usize, &Kata)| words.iter().skip(at + 1).any(|other| one.kotak.shared(other.kotak) > MUCH);
    words.iter().enumerate().any(over)
}

/// The words as a page is read: row by row, each from left to right.
pub(super) fn in_order(mut words: Vec<Kata>) -> Vec<Kata> {
    words.sort_by(|one, other| middle(other.kotak).total_cmp(&middle(one.kotak)));
    let mut rows: Vec<Vec<Kata>> = Vec::new();
    for word in words {
        match rows.last_mut().filter(|row| row.iter().any(|one| level(one.kotak, word.kotak))) {
            Some(row) => row.push(word),
            None => rows.push(vec![word]),
        }
    }
    for row in &mut rows {
        row.sort_by(|one, other| one.kotak.sisi()[0].total_cmp(&other.kotak.sisi()[0]));
    }
    rows.into_iter().flatten().collect()
}

/// The words column by column: between two there is a stripe as wide as the highest letters in which nothing stands.
pub(super) fn by_columns(words: &[Kata]) -> Vec<&Kata> {
    let highest = words.iter().map(|word| height(word.kotak)).fold(0.0, f64::max);
    let mut across: Vec<[f64; 4]> = words.iter().map(|word| word.kotak.sisi()).collect();
    across.sort_by(|one, other| one[0].total_cmp(&other[0]));
    let (mut cuts, mut right) = (vec![f64::NEG_INFINITY], f64::INFINITY);
    for [left, _, end, _] in across {
        if left - right >= highest {
            cuts.push(left);
        }
        right = if right.is_finite() { right.max(end) } else { end };
    }
    let column = |word: &&Kata| cuts.iter().rposition(|cut| word.kotak.sisi()[0] >= *cut);
    let mut out: Vec<&Kata> = words.iter().collect();
    // Rows keep their order within each column.
    out.sort_by_key(column);
    out
}

/// For each word, whether it does not go on from the one before it: it is of another size, or far away.
pub(super) fn apart(words: &[Kata]) -> Vec<bool> {
    /// So much may sizes of letters differ within a sentence.
    const UNEVEN: f64 = 1.1;
    /// So many times as far as letters are high, words and rows may stand apart.
    const FAR: f64 = 2.5;
    let torn = |pair: &[Kata]| {
        let [one, other] = pair else { return false };
        let (before, after) = (height(one.kotak), height(other.kotak));
        let least = before.min(after);
        let ([_, low, right, high], [start, bottom, _, top]) = (one.kotak.sisi(), other.kotak.sisi());
        let far = match level(one.kotak, other.kotak) {
            true => start - right > FAR * least,
            false => low - top > FAR * least || bottom > high,
        };
        before.max(after) > UNEVEN * least || far
    };
    std::iter::once(false).chain(words.windows(2).map(torn)).take(words.len()).collect()
}

fn height(place: Kotak) -> f64 {
    let [_, low, _, high] = place.sisi();
    high - low
}

fn middle(place: Kotak) -> f64 {
    let [_, low, _, high] = place.sisi();
    (low + high) / 2.0
}

/// Whether two places stand on one row: half of the lower one's height is the other's, too.
fn level(one: Kotak, other: Kotak) -> bool {
    let ([_, low, _, high], [_, bottom, _, top]) = (one.sisi(), other.sisi());
    high.min(top) - low.max(bottom) > 0.5 * height(one).min(height(other))
}

#[cfg(test)]
mod tests {
    use super::super::isi::UNIT;
    use super::*;

    fn drawn(besar: f64, lebar: f64, ctm: Matrix) -> Goresan {
        Goresan { besar, lebar, ctm, teks: UNIT, terang: 0.0, dasar: 1.0 }
    }

    fn fault(all: &[Goresan], larger: f64) -> Option<Samar> {
        let mut tulisan = Tulisan::default();
        all.iter().for_each(|one| tulisan.take(one));
        tulisan.fault(larger)
    }

    #[test]
    fn letters_are_seen_where_none_stands_out() {
        let plain = drawn(8.0, 1.0, UNIT);
        assert_eq!((fault(&[], 1.0), fault(&[plain, drawn(20.0, 1.0, UNIT)], 1.0)), (None, None));
        assert_eq!(fault(&[plain, drawn(26.0, 1.0, UNIT)], 1.0), Some(Samar::Janggal), "one is much higher");
        assert_eq!(fault(&[drawn(1.0, 1.0, UNIT)], 1.0), Some(Samar::Kecil));
        assert_eq!(fault(&[drawn(1.0, 1.0, UNIT)], 3.0), None);
        assert_eq!(fault(&[plain], 0.2), Some(Samar::Kecil), "the place of the look makes them low");
        let turned = |ctm| fault(&[drawn(8.0, 1.0, ctm)], 1.0);
        assert_eq!(fault(&[drawn(8.0, 0.1, UNIT)], 1.0), Some(Samar::Janggal), "stretched");
        for ctm in [[1.0, 0.0, 0.0, 9.0], [-1.0, 0.0, 0.0, 1.0], [-1.0, 0.0, 0.0, -1.0], [0.0, 1.0, -1.0, 0.0]] {
            let [a, b, c, d] = ctm;
            assert_eq!(turned([a, b, c, d, 0.0, 0.0]), Some(Samar::Janggal), "{ctm:?}");
        }
        assert_eq!(turned([1.0, 0.0, 0.3, 1.0, 0.0, 0.0]), None, "slanted as italics are");
    }

    #[test]
    fn letters_differ_from_their_ground_whatever_their_colour_is_written_in() {
        let seen = |colour: &[f64], ground: &[f64]| {
            let (terang, dasar) = (shade(colour).unwrap(), shade(ground).unwrap());
            fault(&[Goresan { terang, dasar, ..drawn(8.0, 1.0, UNIT) }], 1.0).is_none()
        };
        for dark in
            [&[0.0][..], &[0.5], &[0.0, 0.0, 0.6], &[0.7, 0.0, 0.0], &[1.0, 0.7, 0.0, 0.2], &[0.0, 0.0, 0.0, 1.0]]
        {
            assert!(seen(dark, &[1.0]), "{dark:?}");
        }
        for faint in
            [&[0.8][..], &[0.95], &[1.0, 1.0, 0.0], &[0.8, 1.0, 0.8], &[0.0, 0.0, 0.1, 0.0], &[0.0, 0.0, 1.0, 0.0]]
        {
            assert!(!seen(faint, &[1.0]), "{faint:?}");
        }
        assert!(seen(&[0.0], &[0.9, 0.9, 1.0]) && !seen(&[0.62], &[0.8]), "the ground counts");
        assert_eq!(shade(&[0.1, 0.2]), None);
    }

    fn word(teks: &str, [left, low, right, high]: [f64; 4]) -> Kata {
        Kata { teks: teks.to_owned(), kotak: Kotak::new([left, low, right, high]) }
    }

    #[test]
    fn words_over_one_another_are_told() {
        let (one, beside) = (word("a", [0.0, 0.0, 20.0, 10.0]), word("b", [19.0, 0.0, 40.0, 10.0]));
        assert!(!overlap(&[one.clone(), beside.clone()]));
        assert!(overlap(&[one, beside, word("c", [25.0, 4.0, 30.0, 8.0])]));
    }

    #[test]
    fn words_are_met_as_the_eye_meets_them() {
        let below = word("tiga", [0.0, 0.0, 20.0, 8.0]);
        let right = word("dua", [24.0, 12.0, 40.0, 20.0]);
        let left = word("satu", [0.0, 11.0, 20.0, 19.0]);
        let read = in_order(vec![below.clone(), right.clone(), left.clone()]);
        assert_eq!(read.iter().map(|word| word.teks.as_str()).collect::<Vec<_>>(), ["satu", "dua", "tiga"]);
        assert_eq!(apart(&read), [false; 3]);
        let columns = [word("a", [0.0, 20.0, 20.0, 28.0]), word("c", [40.0, 20.0, 60.0, 28.0]), below.clone()];
        assert_eq!(by_columns(&columns).iter().map(|one| one.teks.as_str()).collect::<Vec<_>>(), ["a", "tiga", "c"]);
        assert_eq!(by_columns(&read).iter().map(|one| one.teks.as_str()).collect::<Vec<_>>(), ["satu", "dua", "tiga"]);
        let higher = word("besar", [24.0, 11.0, 60.0, 22.0]);
        assert_eq!(apart(&[left.clone(), higher]), [false, true], "another size");
        assert_eq!(apart(&[left.clone(), word("jauh", [90.0, 11.0, 110.0, 19.0])]), [false, true]);
        assert_eq!(apart(&[left, word("bawah", [0.0, -40.0, 20.0, -32.0])]), [false, true]);
    }
}
