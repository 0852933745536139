//! The mark at the beginning of a line: `a.`, `1)`, `(b)`, `ii.`, a dash.

use naskah_core::language::numerals::{dari_romawi, huruf};

/// What the sign of a mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rupa {
    /// A small letter.
    Huruf,
    /// A capital letter.
    HurufBesar,
    /// Figures.
    Angka,
    /// A small Roman number.
    Romawi,
    /// A Roman number in capitals.
    RomawiBesar,
    /// Several numbers: `1.2.`, and how many.
    Jenjang(usize),
    /// A dash or dot, which counts nothing.
    Butir,
}

/// How a mark ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tutup {
    /// A full stop.
    Titik,
    /// A bracket.
    Kurung,
    /// A bracket at each side.
    DuaKurung,
    /// Nothing, after a dash.
    Tanpa,
}

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tanda {
    /// Its sign.
    pub rupa: Rupa,
    /// Its end.
    pub tutup: Tutup,
    /// The number that it stands for.
    pub nomor: usize,
    /// As it is written.
    pub teks: String,
    /// Its length in bytes, with the blanks after it.
    pub panjang: usize,
}

impl Tanda {
    /// The mark that a text begins with.
    pub fn read(text: &str) -> Option<Self> {
        let first = text.chars().next()?;
        let whole = |sign: usize| text.len() - text.get(sign..).unwrap_or_default().trim_start().len();
        if "-–—•●▪➢✓☐◦○".contains(first) {
            let sign = first.len_utf8();
            let blank = text.get(sign..)?.chars().next().is_none_or(char::is_whitespace);
            let teks = first.to_string();
            let (rupa, tutup) = (Rupa::Butir, Tutup::Tanpa);
            return blank.then(|| Self { rupa, tutup, nomor: 0, panjang: whole(sign), teks });
        }
        if let Some(own) = levels(text) {
            return Some(own);
        }
        let inner = text.strip_prefix('(').unwrap_or(text);
        let opened = inner.len() < text.len();
        let length = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
        let sign = inner.get(..length).filter(|sign| !sign.is_empty() && sign.len() <= 6)?;
        let end = inner.get(length..)?;
        let (tutup, closing) = match (opened, end.chars().next()?) {
            (true, ')') => (Tutup::DuaKurung, 1),
            (false, ')') => (Tutup::Kurung, 1),
            (false, '.') if end.starts_with(".)") => (Tutup::Kurung, 2),
            (false, '.') => (Tutup::Titik, 1),
            _ => return None,
        };
        let panjang = usize::from(opened) + length + closing;
        if !text.get(panjang..)?.chars().next().is_none_or(char::is_whitespace) {
            return None;
        }
        let (rupa, nomor) = value(sign)?;
        Some(Self { rupa, tutup, nomor, teks: text.get(..panjang)?.to_owned(), panjang: whole(panjang) })
    }

    /// Whether two marks may belong to one list.
    pub fn is_like(&self, other: &Self) -> bool {
        (self.rupa, self.tutup) == (other.rupa, other.tutup)
    }

    /// The other thing that it may be: `i.` is a letter or a Roman number.
    pub fn other(&self) -> Option<Self> {
        let sign: String = self.teks.chars().filter(char::is_ascii_alphabetic).collect();
        let nomor = dari_romawi(&sign.to_uppercase())?;
        let rupa = match self.rupa {
            Rupa::Huruf => Rupa::Romawi,
            Rupa::HurufBesar => Rupa::RomawiBesar,
            _ => return None,
        };
        Some(Self { rupa, nomor, ..self.clone() })
    }
}

/// A mark of several numbers: `1.2.`, `1.2.3`; one that does not end with a sign stands before a capital.
fn levels(text: &str) -> Option<Tanda> {
    let (sign, rest) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    let (stem, tutup) = match sign.strip_suffix(['.', ')']) {
        Some(stem) => (stem, if sign.ends_with(')') { Tutup::Kurung } else { Tutup::Titik }),
        None if rest.trim_start().starts_with(char::is_uppercase) => (sign, Tutup::Titik),
        None => return None,
    };
    let parts: Vec<&str> = stem.split('.').collect();
    let figures = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if parts.len() < 2 || parts.len() > 6 || !parts.iter().all(figures) {
        return None;
    }
    let nomor = parts.last()?.parse().ok()?;
    let panjang = text.len() - rest.trim_start().len();
    Some(Tanda { rupa: Rupa::Jenjang(parts.len()), tutup, nomor, teks: sign.to_owned(), panjang })
}

/// What a sign stands for.
fn value(sign: &str) -> Option<(Rupa, usize)> {
    if sign.bytes().all(|b| b.is_ascii_digit()) {
        return (sign.len() <= 3).then(|| sign.parse().ok().map(|n| (Rupa::Angka, n)))?;
    }
    let small = sign.bytes().all(|b| b.is_ascii_lowercase());
    let large = sign.bytes().all(|b| b.is_ascii_uppercase());
    let first = sign.bytes().next()?;
    if !(small || large) {
        return None;
    }
    let letter = usize::from(first.to_ascii_lowercase() - b'a') + 1;
    let rupa = if small { Rupa::Huruf } else { Rupa::HurufBesar };
    if sign.len() == 1 {
        return Some((rupa, letter));
    }
    if let Some(number) = dari_romawi(&sign.to_uppercase()) {
        return Some((if small { Rupa::Romawi } else { Rupa::RomawiBesar }, number));
    }
    // Word goes on with aa, other programs with ab.
    let doubled = sign.len() == 2 && sign.bytes().all(|b| b == first);
    let counted = (27..=78).find(|n| small && huruf(*n) == sign);
    if doubled { Some((rupa, 26 + letter)) } else { counted.map(|n| (rupa, n)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_at_the_beginning() {
        let read = |text: &str| Tanda::read(text).map(|mark| (mark.rupa, mark.tutup, mark.nomor, mark.panjang));
        assert_eq!(read("a. bahwa"), Some((Rupa::Huruf, Tutup::Titik, 1, 3)));
        assert_eq!(read("12)  x"), Some((Rupa::Angka, Tutup::Kurung, 12, 5)));
        assert_eq!(read("(c) x"), Some((Rupa::Huruf, Tutup::DuaKurung, 3, 4)));
        assert_eq!(read("1.) x"), Some((Rupa::Angka, Tutup::Kurung, 1, 4)));
        assert_eq!(read("ii. x"), Some((Rupa::Romawi, Tutup::Titik, 2, 4)));
        assert_eq!(read("aa. x"), Some((Rupa::Huruf, Tutup::Titik, 27, 4)));
        assert_eq!(read("b."), Some((Rupa::Huruf, Tutup::Titik, 2, 2)));
        assert_eq!(read("- x"), Some((Rupa::Butir, Tutup::Tanpa, 0, 2)));
        assert_eq!(Tanda::read("i. x").and_then(|mark| mark.other()).map(|mark| mark.nomor), Some(1));
        for text in
            ["a.n. Ketua", "1.000 lembar", "17 Agustus", "dr. Nama", "", "5 (lima)", "-2", "2019. x", "Nomor. x"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
