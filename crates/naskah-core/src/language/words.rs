//! Texts cut into words, folded for comparison, where two of them part, shortened for a message.

use std::ops::Range;

/// What belongs to one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// Letters and digits alone: "Undang-Undang" is two words.
    Letters,
    /// Hyphens and apostrophes between them as well: "Undang-Undang" and "Jum'at" are one.
    Hyphens,
    /// Any sign between them as well: "1.250.000" and "dan/atau" are one.
    Signs,
    /// Whatever stands between blanks, with its punctuation.
    Blanks,
}

impl Cut {
    /// Whether a character belongs to a word wherever it stands.
    pub fn is_letter(self, c: char) -> bool {
        match self {
            Self::Letters | Self::Hyphens => c.is_alphanumeric(),
            // Whatever is outside ASCII and neither blank nor a sign of its own belongs to a word.
            Self::Signs => c.is_alphanumeric() || !(c.is_ascii() || c.is_whitespace() || "–—“”‘’…·•«»".contains(c)),
            Self::Blanks => !c.is_whitespace(),
        }
    }

    /// Whether a character belongs to a word between two of its letters.
    fn joins(self, c: char) -> bool {
        match self {
            Self::Hyphens => "-'’".contains(c),
            Self::Signs => ".,:-/'’".contains(c),
            Self::Letters | Self::Blanks => false,
        }
    }
}

/// The bytes of each word of a text. This is the one place where texts are cut into words.
pub fn split(text: &str, cut: Cut) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let mut goes_on = || chars.peek().is_some_and(|(_, next)| cut.is_letter(*next));
        let inside = cut.is_letter(c) || (start.is_some() && cut.joins(c) && goes_on());
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    found.extend(start.map(|from| from..text.len()));
    found
}

/// A word with its place, in small letters and without punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Its small letters.
    pub folded: String,
}

/// The words of a text in small letters.
pub fn folded(text: &str, cut: Cut) -> Vec<Word> {
    let word = |range: Range<usize>| Word { folded: text[range.clone()].to_lowercase(), range };
    split(text, cut).into_iter().map(word).collect()
}

/// The words of a text: runs of letters and digits.
pub fn words(text: &str) -> Vec<Word> {
    folded(text, Cut::Letters)
}

/// The text in small letters, without punctuation, with single blanks.
pub fn fold(text: &str) -> String {
    words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
}

/// The text in small letters, with its punctuation and single blanks.
pub fn lower(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// A text for a message: whole where it is short, otherwise its beginning.
pub fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST) {
        None => text,
        Some((at, _)) => {
            let cut = &text[..at];
            format!("{} …", cut.rsplit_once(' ').map_or(cut, |(head, _)| head))
        }
    }
}

/// How many words are alike from the start.
pub fn common_start(a: &[Word], b: &[Word]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a.folded == b.folded).count()
}

/// The bytes of the first text and of the second where they part; `None` where they are alike.
pub fn difference(a: &[Word], b: &[Word]) -> Option<(Range<usize>, Range<usize>)> {
    let start = common_start(a, b);
    if start == a.len() && start == b.len() {
        return None;
    }
    let most = a.len().min(b.len()) - start;
    let alike = a.iter().rev().zip(b.iter().rev()).take(most).take_while(|(a, b)| a.folded == b.folded);
    let end = alike.count();
    Some((middle(a, start, end), middle(b, start, end)))
}

/// The bytes of the words between the first `start` and the last `end`; the neighbour where there is none.
fn middle(words: &[Word], start: usize, end: usize) -> Range<usize> {
    let upto = words.len() - end;
    let own = words.get(start..upto).unwrap_or_default();
    let near = words.get(start.saturating_sub(1)..).unwrap_or_default();
    match (own.first(), own.last(), near.first()) {
        (Some(first), Some(last), _) => first.range.start..last.range.end,
        (_, _, Some(near)) => near.range.clone(),
        _ => 0..0,
    }
}

/// The longest clause that is looked at, in bytes.
const CLAUSE: usize = 1000;

/// What stands before `at` in the same clause, in small letters: back to the last semicolon or full stop.
pub fn clause_before(text: &str, at: usize) -> String {
    let before = shortly_before(text, at);
    let from = before.rfind(';').max(before.rfind(". ")).map_or(0, |at| at + 1);
    before[from..].to_lowercase()
}

/// As much of the text before a byte as a clause may have.
pub fn shortly_before(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    before.get(before.ceil_char_boundary(before.len().saturating_sub(CLAUSE))..).unwrap_or_default()
}

/// Whether one of `needles` stands as whole words in a text of small letters.
pub fn has_word<S: AsRef<str>>(text: &str, needles: &[S]) -> bool {
    needles.iter().map(AsRef::as_ref).any(|needle| {
        text.match_indices(needle).any(|(at, _)| {
            let left = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
            let right = text[at + needle.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
            left && right
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted<'a>(a: &'a str, b: &'a str) -> Option<(&'a str, &'a str)> {
        difference(&words(a), &words(b)).map(|(x, y)| (&a[x], &b[y]))
    }

    #[test]
    fn texts_are_cut_into_words() {
        let cut =
            |text: &'static str, cut: Cut| split(text, cut).into_iter().map(|range| &text[range]).collect::<Vec<_>>();
        let text = "Undang-Undang KPU/KIP: 1.250 (Jum'at–), e-";
        assert_eq!(cut(text, Cut::Letters), ["Undang", "Undang", "KPU", "KIP", "1", "250", "Jum", "at", "e"]);
        assert_eq!(cut(text, Cut::Hyphens), ["Undang-Undang", "KPU", "KIP", "1", "250", "Jum'at", "e"]);
        assert_eq!(cut(text, Cut::Signs), ["Undang-Undang", "KPU/KIP", "1.250", "Jum'at", "e"]);
        assert_eq!(cut(text, Cut::Blanks), ["Undang-Undang", "KPU/KIP:", "1.250", "(Jum'at–),", "e-"]);
        assert!(split(" \n", Cut::Blanks).is_empty() && split("", Cut::Letters).is_empty());
    }

    #[test]
    fn texts_part_where_their_words_differ() {
        assert_eq!(parted("Hari Kerja, 2025", "HARI  KERJA 2025."), None);
        assert_eq!(parted("Penetapan Hari Kerja", "Pembentukan Hari Kerja"), Some(("Penetapan", "Pembentukan")));
        assert_eq!(parted("Hari Kerja", "Hari Kerja Tahun 2025"), Some(("Kerja", "Tahun 2025")));
        assert_eq!(parted("a a", "a a a"), Some(("a", "a")));
        assert_eq!(parted("", "a"), Some(("", "a")));
    }

    #[test]
    fn clauses_and_words() {
        assert_eq!(clause_before("Laporan 2023; rencana 2024", 22), " rencana ");
        assert!(has_word("laporan tahun", &["laporan"]) && !has_word("pelaporan", &["laporan"]));
    }

    #[test]
    fn foldings() {
        assert_eq!(lower("  Hari\n KERJA, "), "hari kerja,");
        assert_eq!(fold("  Hari\n KERJA, "), "hari kerja");
        assert_eq!(shortened("hari  kerja"), "hari kerja");
        assert!(shortened(&"kata ".repeat(40)).ends_with("kata …"));
    }
}
