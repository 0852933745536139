//! List marks that were typed into a text: `1. … 2. …`, `a) … b) …`.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

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

static MARK: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?:^|[\s;,:(])((\d{1,2}|[a-z])([.)]))\s+\S").ok());

/// The typed marks of a text that count on from 1 in one style, gaps included; fewer than two are none.
pub fn typed(text: &str) -> Vec<Mark> {
    if !text.contains(['.', ')']) {
        return Vec::new();
    }
    let Some(pattern) = MARK.as_ref() else { return Vec::new() };
    let mut found: Vec<Mark> = Vec::new();
    for hit in pattern.captures_iter(text) {
        let (Some(range), Some(value), Some(sign)) = (hit.get(1), hit.get(2), hit.get(3)) else { continue };
        let letter = value.as_str().bytes().next().filter(u8::is_ascii_lowercase);
        let number = letter.map_or_else(|| value.as_str().parse().unwrap_or(0), |byte| usize::from(byte - b'a') + 1);
        let kind = (sign.as_str().chars().next().unwrap_or('.'), letter.is_some());
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
    let letter = value.as_str().bytes().next().filter(u8::is_ascii_lowercase);
    let number = letter.map_or_else(|| value.as_str().parse().unwrap_or(0), |byte| usize::from(byte - b'a') + 1);
    Some(Mark { range: range.range(), number, kind: (sign.as_str().chars().next()?, letter.is_some()) })
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
}
