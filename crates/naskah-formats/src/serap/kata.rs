//! The words by which the parts of a decree are known, however they are spelt or spaced.

use naskah_core::language::numerals::{dari_nama_diktum, dari_romawi};

/// What a line begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// The considerations.
    Menimbang,
    /// The legal bases.
    Mengingat,
    /// What else was taken note of.
    Memperhatikan,
    /// MEMUTUSKAN.
    Memutuskan,
    /// The clause of the name.
    Menetapkan,
    /// The place.
    Ditetapkan,
    /// The day.
    Tanggal,
    /// The certifying block.
    Pengesahan,
    /// Who receives the decree.
    Tembusan,
    /// Who receives copies.
    Disampaikan,
}

/// Each label with what it is told by, in small letters.
const LABELS: [(&str, Label); 5] = [
    ("menimbang", Label::Menimbang),
    ("mengingat", Label::Mengingat),
    ("memperhatikan", Label::Memperhatikan),
    ("memerhatikan", Label::Memperhatikan),
    ("menetapkan", Label::Menetapkan),
];

const CLOSINGS: [(&str, Label); 5] = [
    ("ditetapkan di", Label::Ditetapkan),
    ("pada tanggal", Label::Tanggal),
    ("salinan sesuai", Label::Pengesahan),
    ("tembusan", Label::Tembusan),
    ("salinan keputusan ini disampaikan", Label::Disampaikan),
];

/// The label that a line begins with, and its length with what parts it from its text.
pub fn label(text: &str) -> Option<(Label, usize)> {
    if let Some(length) = decided(text) {
        return Some((Label::Memutuskan, length));
    }
    if text.trim_end_matches([':', ' ']) == "Memutuskan" {
        return Some((Label::Memutuskan, text.len()));
    }
    let small = text.to_lowercase();
    if small.len() != text.len() {
        return None;
    }
    for (word, label) in LABELS {
        let Some(rest) = small.strip_prefix(word) else { continue };
        let parted = rest.trim_start();
        let own = text.get(word.len()..).unwrap_or_default().trim_start();
        let opens = match label {
            // The word also begins sentences.
            Label::Menetapkan => {
                let capitals = !own.split(' ').next().unwrap_or_default().chars().any(char::is_lowercase);
                parted.is_empty() || parted.starts_with(':') || (parted.starts_with("keputusan") && capitals)
            }
            _ => {
                let first = super::tanda::Tanda::read(own).is_some();
                parted.is_empty() || parted.starts_with(':') || first || parted.starts_with("bahwa")
            }
        };
        if opens && (rest.is_empty() || rest.starts_with([' ', ':', '.'])) {
            return Some((label, text.len() - own.trim_start_matches([':', ' ']).len()));
        }
    }
    CLOSINGS.iter().find(|(words, _)| small.starts_with(words)).map(|(words, label)| {
        let own = text.get(words.len()..).unwrap_or_default();
        (*label, text.len() - own.trim_start_matches([':', ' ']).len())
    })
}

/// The length of MEMUTUSKAN with its colon, the letters written apart or not; nothing else may stand on its line but what
/// follows the colon.
fn decided(text: &str) -> Option<usize> {
    let mut wanted = "MEMUTUSKAN".chars();
    let mut end = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| *c != ' ') {
        match wanted.next() {
            Some(next) if next == c => end = at + c.len_utf8(),
            Some(_) => return None,
            None => break,
        }
    }
    let rest = text.get(end..).filter(|_| wanted.next().is_none())?;
    let after = rest.trim_start();
    let own = after.trim_start_matches([':', ' ']);
    (after.starts_with(':') || after.is_empty()).then(|| text.len() - own.len())
}

/// Whether a line begins an attachment: LAMPIRAN, perhaps with its number.
pub fn is_attachment(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("LAMPIRAN") else { return false };
    let mut words = rest.split_whitespace().filter(|word| *word != ":");
    let first = words.next().map(|word| word.trim_matches(|c: char| ":.".contains(c)));
    let roman = |word: &str| dari_romawi(word).is_some() || word.parse::<usize>().is_ok();
    match first {
        None => true,
        Some(word) if roman(word) => words.next().is_none_or(|next| next.starts_with("KEPUTUSAN")),
        Some(word) => rest.starts_with([' ', ':', '\t']) && (word.is_empty() || word.starts_with("KEPUTUSAN")),
    }
}

/// Whether a line may begin an attachment of an old decree, whose head stands in small letters: `Lampiran I`,
/// `Lampiran : Keputusan …`.
pub fn may_be_attachment(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("Lampiran").filter(|rest| rest.is_empty() || rest.starts_with([' ', ':']))
    else {
        return false;
    };
    let mut words = rest.split_whitespace().filter(|word| *word != ":").peekable();
    let number = |word: &&str| {
        let word = word.trim_matches(|c: char| ":.".contains(c));
        dari_romawi(word).is_some() || word.parse::<usize>().is_ok()
    };
    words.next_if(number);
    words.next().is_none_or(|next| next.trim_start_matches(':').starts_with("Keputusan"))
}

/// The name of a decision that a line begins with: its number, its length, and that of what parts it from its text.
pub fn diktum(text: &str) -> Option<(usize, usize, usize)> {
    let (number, length) = dari_nama_diktum(text)?;
    let name = text.get(..length)?;
    let rest = text.get(length..)?;
    let capitals = !name.chars().any(char::is_lowercase);
    let own = rest.trim_start_matches([':', ' ', '\t', '.']);
    let parted = rest.trim_start().starts_with(':') || rest.trim().is_empty() || own.starts_with(char::is_uppercase);
    (capitals && parted && (rest.is_empty() || rest.starts_with([' ', ':', '.'])))
        .then(|| (number, length, text.len() - own.len()))
}

/// The same in small letters, `Kesatu : …`, where a colon stands behind it.
pub fn small_diktum(text: &str) -> Option<(usize, usize, usize)> {
    let (number, length) = dari_nama_diktum(text)?;
    let rest = text.get(length..)?.trim_start();
    let own = rest.strip_prefix(':')?.trim_start();
    let capital = text.starts_with(char::is_uppercase);
    capital.then(|| (number, length, text.len() - own.len()))
}

/// How long the place is in a line that is place and day: `Ungaran, 9 Juni 2031`.
pub fn place_and_day(text: &str) -> Option<usize> {
    let (place, day) = text.split_once(',')?;
    let named = place.starts_with(char::is_uppercase) && place.split_whitespace().count() <= 3;
    let dated = day.trim().trim_end_matches('.').parse::<naskah_core::language::days::Tanggal>().is_ok();
    (named && dated).then_some(place.len())
}

/// Whether a word of small letters stands before or behind a name and is none: a post, a title of acting.
pub fn is_beside_name(bare: &str) -> bool {
    matches!(bare, "anggota" | "nip" | "an" | "ub" | "pj" | "pjs" | "kasubbag" | "kabag" | "kasubag")
}

/// Whether a line is `ttd`, however it is written.
pub fn is_signed(text: &str) -> bool {
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    matches!(letters.as_str(), "ttd" | "capttd" | "ttdcap")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_however_they_are_written() {
        fn read(text: &str) -> Option<(Label, &str)> {
            label(text).map(|(label, length)| (label, &text[length..]))
        }
        assert_eq!(read("Menimbang : a. bahwa"), Some((Label::Menimbang, "a. bahwa")));
        assert_eq!(read("MENGINGAT: 1. Undang"), Some((Label::Mengingat, "1. Undang")));
        assert_eq!(read("Menimbang bahwa"), Some((Label::Menimbang, "bahwa")));
        assert_eq!(read("Memerhatikan"), Some((Label::Memperhatikan, "")));
        assert_eq!(read("M E M U T U S K A N :"), Some((Label::Memutuskan, "")));
        assert_eq!(read("MEMUTUSKAN:"), Some((Label::Memutuskan, "")));
        assert_eq!(read("Menetapkan KEPUTUSAN KETUA"), Some((Label::Menetapkan, "KEPUTUSAN KETUA")));
        assert_eq!(read("Menetapkan Rencana"), None);
        assert_eq!(read("Mengingat pentingnya"), None);
        assert_eq!(read("Ditetapkan di : Ungaran"), Some((Label::Ditetapkan, "Ungaran")));
        assert!(is_attachment("LAMPIRAN II") && is_attachment("LAMPIRAN : KEPUTUSAN") && is_attachment("LAMPIRAN"));
        assert!(!is_attachment("LAMPIRAN II berisi") && !is_attachment("Lampiran I") && !is_attachment("LAMPIRANNYA"));
        assert_eq!(diktum("KESATU : Menetapkan"), Some((1, 6, 9)));
        assert_eq!(diktum("KEDUA BELAS: Biaya").map(|found| found.0), Some(12));
        assert_eq!(diktum("Kedua: x"), None);
        assert!(is_signed("t.t.d.") && is_signed("(ttd)") && !is_signed("ttd Ketua"));
    }
}
