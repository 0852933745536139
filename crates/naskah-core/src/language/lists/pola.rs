//! Patterns that name lists of words in braces.

use std::sync::Arc;

use regex::Regex;

use super::{WordList, WordLists};
use crate::language::patterns::compile;

impl WordLists {
    /// The pattern that a text with names of lists in braces stands for: `\b{syarat}\b` is any entry of that list as a
    /// whole word. It is compiled when first asked for; `None` where a list is unknown.
    pub fn pattern(&self, text: &'static str) -> Option<Arc<Regex>> {
        let mut known = self.patterns.lock().ok()?;
        known.entry(text).or_insert_with(|| self.compile(text).map(Arc::new)).clone()
    }

    fn compile(&self, text: &str) -> Option<Regex> {
        let mut whole = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}')?;
            whole.push_str(before);
            match WordList::ALL.iter().find(|list| list.name() == name) {
                Some(list) => whole.push_str(&self.alternatives(*list)),
                // The bounds of a repetition: `{0,4}`.
                None if name.starts_with(|c: char| c.is_ascii_digit()) => whole.push_str(&format!("{{{name}}}")),
                None => return None,
            }
            rest = after;
        }
        compile(&(whole + rest))
    }

    /// The entries of a list as alternatives of a pattern; any blanks may stand where an entry has one. A list that is
    /// not there, as beside what was frozen, has none that could be found.
    fn alternatives(&self, list: WordList) -> String {
        if self.entries(list).is_empty() {
            return r"[^\s\S]".to_owned();
        }
        let entry = |entry: &String| regex::escape(entry).replace(' ', r"\s+");
        format!("(?:{})", self.entries(list).iter().map(entry).collect::<Vec<_>>().join("|"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{WordList, WordLists};

    #[test]
    fn patterns_have_lists_in_them() {
        let mut lists = WordLists::default();
        lists.take(WordList::Syarat, "jika\nsebab itu\n");
        let found =
            |text: &str| lists.pattern(r"(?i)\b{syarat}\s+[a-z]{2,3}$").is_some_and(|found| found.is_match(text));
        assert!(found("Jika ada") && found("sebab  itu tak") && !found("jika begitu") && !found("bila ada"));
        assert!(lists.pattern("{bukan-daftar}").is_none());
        lists.take(WordList::Syarat, "bila\n");
        assert!(lists.pattern(r"\b{syarat}\b").is_some_and(|found| found.is_match("bila")));
    }
}
