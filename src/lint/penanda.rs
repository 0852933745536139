//! Marks and labels that the program prints and that were typed as well: "a. bahwa", "KESATU : Menetapkan".

use crate::decree::bilangan::dari_nama_diktum;

use super::tulisan::{Pattern, group, matches, pattern};

static MARK: Pattern = Pattern::new(|| pattern(r"^\(?([a-z]|[0-9]{1,2})[.)]\s+"));
static BULLET: Pattern = Pattern::new(|| pattern(r"^[-–—•●▪*]\s+"));
static CAPITAL: Pattern = Pattern::new(|| pattern(r"^([A-Z])\.\s+"));
static LABEL: Pattern =
    Pattern::new(|| pattern(r"^(?i:menimbang|mengingat|memperhatikan|memerhatikan|menetapkan|memutuskan)\s*:\s*"));

/// A mark that a text begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Its length with the blank after it.
    pub length: usize,
    /// The number that it stands for; `None` for a dash or dot.
    pub number: Option<usize>,
}

/// The letter, number or dash at the beginning of an item.
pub fn of_item(text: &str) -> Option<Mark> {
    if let Some(found) = matches(&BULLET, text).next() {
        return Some(Mark { length: group(&found, 0).end, number: None });
    }
    let found = matches(&MARK, text).next()?;
    let sign = &text[group(&found, 1)];
    let number = match sign.bytes().next()? {
        letter @ b'a'..=b'z' => usize::from(letter - b'a') + 1,
        _ => sign.parse().ok()?,
    };
    Some(Mark { length: group(&found, 0).end, number: Some(number) })
}

/// The capital letter at the beginning of a heading.
pub fn of_heading(text: &str) -> Option<Mark> {
    let found = matches(&CAPITAL, text).next()?;
    let letter = text.bytes().next()?;
    Some(Mark { length: group(&found, 0).end, number: Some(usize::from(letter.wrapping_sub(b'A')) + 1) })
}

/// The name of a diktum at the beginning of a diktum: "KESATU : ", "Diktum KESATU: ", "KESATU Menetapkan".
pub fn of_diktum(text: &str) -> Option<Mark> {
    let rest = text.strip_prefix("Diktum ").or_else(|| text.strip_prefix("DIKTUM ")).unwrap_or(text);
    let (number, length) = dari_nama_diktum(rest)?;
    let after = rest[length..].trim_start();
    let capitals = !rest[..length].chars().any(char::is_lowercase);
    let label = after.strip_prefix([':', '.', '-', '–']);
    match (label, capitals) {
        (Some(sentence), _) => Some(Mark { length: text.len() - sentence.trim_start().len(), number: Some(number) }),
        (None, true) if after.starts_with(char::is_uppercase) && rest.len() == text.len() => {
            Some(Mark { length: text.len() - after.len(), number: Some(number) })
        }
        _ => None,
    }
}

/// The label of a part at the beginning of a text: "Menimbang : ".
pub fn of_part(text: &str) -> Option<Mark> {
    matches(&LABEL, text).next().map(|found| Mark { length: group(&found, 0).end, number: None })
}

/// The length of all marks and labels that an item of the opening begins with.
pub fn opening(text: &str) -> usize {
    let label = of_part(text).map_or(0, |mark| mark.length);
    label + of_item(&text[label..]).map_or(0, |mark| mark.length)
}

#[cfg(test)]
mod tests {
    use super::*;

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
