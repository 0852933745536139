//! Marks and labels that the program prints and that were typed as well: `a. bahwa`, `KESATU : Menetapkan`, and lists
//! within a text: `1. … 2. …`.

use std::ops::Range;

use super::numerals::dari_nama_diktum;
use super::patterns::{Pattern, group, matches, pattern};

/// A list mark within a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its bytes.
    pub range: Range<usize>,
    /// Its number, from 1.
    pub number: usize,
    /// What follows the number, and whether it is a letter.
    pub kind: (char, bool),
}

static MARK: Pattern = Pattern::new(|| pattern(r"(?:^|[\s;,:(])((\d{1,2}|[a-z])([.)]))\s+\S"));

/// The typed marks of a text that count on from 1 in one style, gaps included; fewer than two are none.
pub fn typed(text: &str) -> Vec<Mark> {
    if !text.contains(['.', ')']) {
        return Vec::new();
    }
    let Some(pattern) = MARK.as_ref() else { return Vec::new() };
    let mut found: Vec<Mark> = Vec::new();
    for hit in pattern.captures_iter(text) {
        let (Some(range), Some(value), Some(sign)) = (hit.get(1), hit.get(2), hit.get(3)) else { continue };
        let number = number_of(value.as_str()).unwrap_or(0);
        let kind = (sign.as_str().chars().next().unwrap_or('.'), value.as_str().starts_with(char::is_alphabetic));
        let fits = match found.last() {
            None => number == 1,
            Some(last) => last.kind == kind && (last.number..=last.number + 3).contains(&number),
        };
        if fits {
            found.push(Mark { range: range.range(), number, kind });
        }
    }
    if found.len() < 2 { Vec::new() } else { found }
}

/// A mark at the very start of a text.
pub fn leading(text: &str) -> Option<Mark> {
    let hit = MARK.as_ref()?.captures(text)?;
    let (range, value, sign) = (hit.get(1)?, hit.get(2)?, hit.get(3)?);
    if range.start() != 0 {
        return None;
    }
    let letter = value.as_str().starts_with(char::is_alphabetic);
    let number = number_of(value.as_str()).unwrap_or(0);
    Some(Mark { range: range.range(), number, kind: (sign.as_str().chars().next()?, letter) })
}

/// The number that a letter from `a` or a figure stands for.
pub fn number_of(sign: &str) -> Option<usize> {
    match sign.bytes().next()? {
        letter @ b'a'..=b'z' => Some(usize::from(letter - b'a') + 1),
        _ => sign.parse().ok(),
    }
}

static LEADING: Pattern = Pattern::new(|| pattern(r"^\(?([a-z]|[0-9]{1,2})[.)]\s+"));
static BULLET: Pattern = Pattern::new(|| pattern(r"^[-–—•●▪*]\s+"));
static CAPITAL: Pattern = Pattern::new(|| pattern(r"^([A-Z])\.\s+"));
static LABEL: Pattern =
    Pattern::new(|| pattern(r"^(?i:menimbang|mengingat|memp?erhatikan|menetapkan|memutuskan)\s*:\s*"));

static BARE_LABEL: Pattern = Pattern::new(|| {
    pattern(
        r"^((?:Menimbang|Mengingat|Memperhatikan)\s+)(?:bahwa\b|\(?(?:\d{1,2}|[a-z])[.)]\s|Undang|Peraturan|Keputusan)",
    )
});

/// A mark that a text begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leading {
    /// Its length with the blank after it.
    pub length: usize,
    /// The number that it stands for; `None` for a dash or dot.
    pub number: Option<usize>,
}

/// The letter, number or dash at the beginning of an item.
pub fn of_item(text: &str) -> Option<Leading> {
    if let Some(found) = matches(&BULLET, text).next() {
        return Some(Leading { length: group(&found, 0).end, number: None });
    }
    let found = matches(&LEADING, text).next()?;
    let sign = &text[group(&found, 1)];
    Some(Leading { length: group(&found, 0).end, number: Some(number_of(sign)?) })
}

/// The capital letter at the beginning of a heading.
pub fn of_heading(text: &str) -> Option<Leading> {
    let found = matches(&CAPITAL, text).next()?;
    let number = number_of(&text[group(&found, 1)].to_lowercase())?;
    Some(Leading { length: group(&found, 0).end, number: Some(number) })
}

/// The name of a diktum at the beginning of a diktum: "KESATU : ", "Diktum KESATU: ", "KESATU Menetapkan".
pub fn of_diktum(text: &str) -> Option<Leading> {
    let rest = text.strip_prefix("Diktum ").or_else(|| text.strip_prefix("DIKTUM ")).unwrap_or(text);
    let (number, length) = dari_nama_diktum(rest)?;
    let after = rest[length..].trim_start();
    let capitals = !rest[..length].chars().any(char::is_lowercase);
    let label = after.strip_prefix([':', '.', '-', '–']);
    match (label, capitals) {
        (Some(sentence), _) => Some(Leading { length: text.len() - sentence.trim_start().len(), number: Some(number) }),
        (None, true) if after.starts_with(char::is_uppercase) && rest.len() == text.len() => {
            Some(Leading { length: text.len() - after.len(), number: Some(number) })
        }
        _ => None,
    }
}

/// The label of a part at the beginning of a text: "Menimbang : ", "Menimbang bahwa".
pub fn of_part(text: &str) -> Option<Leading> {
    let label = matches(&LABEL, text).next().map(|found| group(&found, 0).end);
    let bare = || matches(&BARE_LABEL, text).next().map(|found| group(&found, 1).end);
    label.or_else(bare).map(|length| Leading { length, number: None })
}

/// The length of all marks and labels that an item of the opening begins with.
pub fn opening(text: &str) -> usize {
    let label = of_part(text).map_or(0, |mark| mark.length);
    label + of_item(&text[label..]).map_or(0, |mark| mark.length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(text: &str) -> Vec<usize> {
        typed(text).iter().map(|mark| mark.number).collect()
    }

    #[test]
    fn typed_marks() {
        assert_eq!(numbers("1. undangan 2. daftar hadir 3. notula"), [1, 2, 3]);
        assert_eq!(numbers("a) undangan; b) daftar hadir"), [1, 2]);
        assert_eq!(numbers("1) undangan 3) notula"), [1, 3]);
        assert_eq!(numbers("Triwulan 1. Laporan"), Vec::<usize>::new());
        assert_eq!(numbers("a.n. Ketua, s.d. 2. April"), Vec::<usize>::new());
        assert_eq!(leading("2) daftar hadir").map(|mark| mark.number), Some(2));
        assert_eq!(leading("daftar 2) hadir"), None);
    }

    #[test]
    fn marks_of_items() {
        let number = |text| of_item(text).map(|mark| mark.number);
        assert_eq!(number("a. bahwa"), Some(Some(1)));
        assert_eq!(number("12) Undang"), Some(Some(12)));
        assert_eq!(number("(b) hari"), Some(Some(2)));
        assert_eq!(number("- hari"), Some(None));
        for text in ["a.n. Ketua", "1.000 lembar", "17 Agustus", "A. Wahab", "", "é. x", "5 (lima)", "dr. Nama"] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn labels() {
        let number = |text| of_diktum(text).and_then(|mark| mark.number);
        assert_eq!(number("KESATU : Menetapkan"), Some(1));
        assert_eq!(number("Kedua: Menunjuk"), Some(2));
        assert_eq!(number("KETIGA Menunjuk"), Some(3));
        assert_eq!(number("Diktum KEDUA huruf b diubah"), None);
        assert_eq!(number("Kesatu panitia"), None);
        assert_eq!(number("KEDUA PULUH orang"), None);
        assert_eq!(opening("Menimbang : a. bahwa"), 15);
        assert_eq!(opening("bahwa"), 0);
    }
}
