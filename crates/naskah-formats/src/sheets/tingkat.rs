//! How deep the headings of a sheet lie within one another, told by their marks: I, within it A, within it 1.

use naskah_core::language::numerals::dari_romawi;
use naskah_core::resolve::DALAM;

use super::extent::is_number;

/// The kinds of marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Macam {
    Romawi,
    HurufBesar,
    HurufKecil,
    Angka,
}

/// What the marks were so far.
#[derive(Debug, Default)]
pub struct Tingkat {
    /// The kind of mark of each level and the last one of it.
    last: Vec<(Macam, usize)>,
}

impl Tingkat {
    /// Whether a mark begins a kind or goes on with one, as a letter without a point must to be a mark.
    pub fn expects(&self, mark: &str) -> bool {
        let first = |(_, number): &(Macam, usize)| *number == 1;
        let next = |own: &(Macam, usize)| self.last.iter().any(|(kind, last)| *own == (*kind, last + 1));
        readings(mark).iter().any(|own| first(own) || next(own))
    }

    /// The level of the next heading, from 1; one without a mark stands above all.
    pub fn of(&mut self, mark: &str) -> usize {
        let read = readings(mark);
        let is = |wanted: (Macam, usize)| read.iter().copied().find(|own| *own == wanted);
        let levels = || self.last.iter().copied().enumerate().rev();
        let follows = levels().find_map(|(at, (kind, last))| Some((at, is((kind, last + 1))?)));
        // A mark that begins anew stands where its kind stood; one of a new kind lies deeper.
        let anew = || levels().find_map(|(at, (kind, _))| Some((at, is((kind, 1))?)));
        let deeper = || Some((self.last.len().min(DALAM - 1), *read.first()?));
        match follows.or_else(anew).or_else(deeper) {
            Some((at, own)) => {
                self.last.truncate(at);
                self.last.push(own);
            }
            None => self.last.clear(),
        }
        self.last.len().max(1)
    }
}

/// What a mark may be, the likeliest first.
fn readings(mark: &str) -> Vec<(Macam, usize)> {
    let mut letters = mark.chars();
    let letter = match (letters.next(), letters.next()) {
        (Some(c), None) if c.is_ascii_uppercase() => Some((Macam::HurufBesar, (c as u8 - b'A') as usize + 1)),
        (Some(c), None) if c.is_ascii_lowercase() => Some((Macam::HurufKecil, (c as u8 - b'a') as usize + 1)),
        _ => None,
    };
    let roman = dari_romawi(mark).map(|number| (Macam::Romawi, number));
    let number = mark.parse().ok().map(|number| (Macam::Angka, number));
    // I, V and X number parts; C, D, L and M hardly ever do.
    let mut read: Vec<(Macam, usize)> = [roman, letter, number].into_iter().flatten().collect();
    if roman.is_some_and(|(_, number)| number > 10 && letter.is_some()) {
        read.rotate_left(1);
    }
    read
}

/// The mark that a heading begins with and what stands behind it: `A. Bidang Umum`, `II TIM PELAKSANA`, `B Bidang Dua`.
pub fn split(title: &str) -> Option<(&str, &str)> {
    let (first, rest) = title.split_once(' ')?;
    let letter = first.len() == 1 && first.starts_with(|c: char| c.is_ascii_uppercase());
    let marked = first.ends_with(['.', ')']) || dari_romawi(first).is_some() || letter;
    let bare = first.trim_matches(['.', ')', '(']);
    (marked && is_number(bare) && !readings(bare).is_empty()).then_some((bare, rest.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn levels(marks: &str) -> Vec<usize> {
        let mut tingkat = Tingkat::default();
        marks.split(' ').map(|mark| tingkat.of(mark)).collect()
    }

    #[test]
    fn marks_tell_how_deep_a_heading_lies() {
        assert_eq!(levels("I A B II A B III"), [1, 2, 2, 1, 2, 2, 1]);
        assert_eq!(levels("A B C D E F G H I J"), [1; 10]);
        assert_eq!(levels("A 1 2 B 1 C"), [1, 2, 2, 1, 2, 1]);
        assert_eq!(levels("I II III IV V"), [1; 5]);
        assert_eq!(levels("I A 1 a b 2 a B 1 II A"), [1, 2, 3, 4, 4, 3, 4, 2, 3, 1, 2]);
        assert_eq!(levels("A A A"), [1; 3]);
    }

    #[test]
    fn a_mark_stands_before_a_title() {
        assert_eq!(split("A. Bidang Umum"), Some(("A", "Bidang Umum")));
        assert_eq!(split("II TIM PELAKSANA"), Some(("II", "TIM PELAKSANA")));
        assert_eq!(split("1) Persiapan"), Some(("1", "Persiapan")));
        assert_eq!(split("B Bidang Dua"), Some(("B", "Bidang Dua")));
        let mut tingkat = Tingkat::default();
        assert!(tingkat.expects("A") && !tingkat.expects("R"));
        assert_eq!((tingkat.of("A"), tingkat.expects("B"), tingkat.expects("D")), (1, true, false));
        for title in ["TIM PENGARAH", "Kecamatan Bawen", "2025 Semester I", "MM. Tani"] {
            assert_eq!(split(title), None, "{title}");
        }
    }
}
