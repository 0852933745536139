//! The mark that a text brings at its end in place of the one that is printed there.

use std::ops::Range;

use naskah_core::language::{WordList, WordLists};

use naskah_core::decree::{Butir, Teks};

use naskah_core::language::patterns::{Pattern, group, matches, pattern};

static END: Pattern = Pattern::new(|| pattern(r"(?:[;,]\s*(?:dan/atau|dan|atau)|[.,:!?;]\s*[.,:!?;]|[.,:!?;])$"));

/// The final mark of a text where it is another one than `right`; the stop of an abbreviation is none.
pub fn wrong_mark(lists: &WordLists, text: &str, right: &str) -> Option<Range<usize>> {
    let text = text.trim_end();
    let word = text.rsplit(' ').next().unwrap_or_default();
    let short = word.trim_end_matches('.').contains('.') || is_abbreviation(lists, word);
    let mark = matches(&END, text).next().map(|found| group(&found, 0))?;
    let written = &text[mark.clone()];
    let own = written == right || mark.start == 0;
    let meant = own || text.ends_with("..") || (short && written == ".");
    (!meant).then_some(mark)
}

/// Whether a word is a listed abbreviation with its own full stop.
pub fn is_abbreviation(lists: &WordLists, word: &str) -> bool {
    let lower = word.to_lowercase();
    lower.strip_suffix('.').is_some_and(|short| lists.has(WordList::SingkatanBertitik, short))
}

/// The text that ends an item; `None` where a list does.
pub fn last_text(item: &Butir) -> Option<&Teks> {
    item.penutup.as_ref().or_else(|| item.rincian.is_none().then_some(&item.teks))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> WordLists {
        naskah_core::catalog::Catalog::default().kata().lists.clone()
    }

    #[test]
    fn marks() {
        let mark = |text: &'static str| wrong_mark(&lists(), text, ";").map(|range| &text[range]);
        assert_eq!(mark("hari kerja."), Some("."));
        assert_eq!(mark("hari kerja; dan"), Some("; dan"));
        assert_eq!(mark("hari kerja. ;"), Some(". ;"));
        for text in ["hari kerja;", "hari kerja", "Nama Ketua, S.H.", "undangan, notula, dll.", "dan …", ".", "…..", ""]
        {
            assert_eq!(mark(text), None, "{text}");
        }
        assert_eq!(wrong_mark(&lists(), "hari kerja;", ".").map(|range| range.start), Some(10));
    }
}
