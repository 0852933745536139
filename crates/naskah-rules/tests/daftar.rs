//! Lists of Indonesian words are files below `data/kata/daftar/`, none is code: who adds a word needs no Rust.
//!
//! A list in code is more than [`MOST`] string literals that are Indonesian words or phrases, in one array, in one
//! pattern of alternatives, or as the alternatives of one regular expression. A word is Indonesian where the spelling
//! dictionary or one of the lists has it.

use std::collections::BTreeSet;

use naskah_core::catalog::Kata;
use naskah_core::catalog::kata::DAFTAR;
use naskah_core::language::WordList;
use naskah_testing::{carried, files_below, text_of};

/// So many words beside each other are no list yet.
const MOST: usize = 5;

/// Where words stand in code all the same, and why.
const EXCEPTIONS: &[(&str, &str)] = &[
    (
        "crates/naskah-core/src/language/days.rs",
        "what is printed must be the same from whatever folder it is made again",
    ),
    ("crates/naskah-core/src/language/numerals.rs", "as the days: names of diktums and years in words are printed"),
    ("crates/naskah-core/src/language/citation/", "the grammar of citations; the register reads them without any data"),
    (
        "crates/naskah-core/src/language/kaitan/",
        "the grammar of revoking and amending, which goes with that of citations: registers are read without any data",
    ),
    ("crates/naskah-core/src/decree/lampiran.rs", "the fields of which a block has one"),
    ("crates/naskah-core/src/decree/tabel.rs", "the values of the field `isi` of a column"),
    ("crates/naskah-core/src/catalog/dasar_hukum.rs", "the values of the field `jenis`, and how each is printed"),
    ("crates/naskah-formats/src/serap/kata.rs", "how lines of a signature begin"),
    ("crates/naskah-formats/src/pdf/skema.rs", "keys of the PDF format"),
    ("crates/naskah-rules/src/aturan/tanda_tangan/nama_bergelar.rs", "forms of titles within a pattern"),
    ("src/cli/skema.rs", "what a schema is about, as the command names it"),
    ("src/skema.rs", "the forms of values, as the shapes of the fields name them"),
    ("crates/naskah-core/src/catalog/kantor.rs", "the values of the field `jenjang`"),
    (
        "crates/naskah-core/src/catalog/profil.rs",
        "the values of `sebagai` and fields like it, as they are typed before a post",
    ),
    ("crates/naskah-formats/src/word/", "names of the parts of a decree: styles of Word files, places that are told"),
    ("src/buka/bekal.rs", "folders of data that are watched"),
    ("src/office/sari.rs", "fields that an extract keeps"),
    ("src/commands/daftar/", "heads of the columns of the register's lists"),
    ("src/commands/perbarui/page.rs", "heads of the columns of the page of changes"),
];

/// The string literals that stand beside each other in code, group by group, each with the line of the first.
fn groups(code: &str) -> Vec<(usize, Vec<String>)> {
    let mut scan = Scan::default();
    let mut rest = code;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let length = literal(rest, before).unwrap_or_else(|| c.len_utf8());
        let (token, after) = rest.split_at(length);
        scan.take(token, before, code.len() - rest.len());
        if !c.is_whitespace() {
            before = token.chars().next_back().unwrap_or(c);
        }
        rest = after;
    }
    let line = |at: usize| code[..at].matches('\n').count() + 1;
    scan.groups.into_iter().map(|(at, words)| (line(at), words)).collect()
}

/// The length of the comment, the character or the string that a piece of code begins with.
fn literal(code: &str, before: char) -> Option<usize> {
    if code.starts_with("//") {
        return Some(code.find('\n').unwrap_or(code.len()));
    }
    if code.starts_with('\'') {
        let inner = code.strip_prefix("'\\").map(|rest| (2, rest)).or(code.strip_prefix('\'').map(|rest| (1, rest)))?;
        let end = inner.1.char_indices().nth(1).filter(|(_, c)| *c == '\'').map(|(at, _)| inner.0 + at + 1);
        return end;
    }
    if !before.is_alphanumeric() && code.starts_with("r\"") {
        return Some(2 + code[2..].find('"')? + 1);
    }
    let inner = code.strip_prefix('"')?;
    let mut escaped = false;
    let end = inner.find(|c: char| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    })?;
    Some(end + 2)
}

/// Goes through code, token by token.
#[derive(Default)]
struct Scan {
    groups: Vec<(usize, Vec<String>)>,
    /// For each bracket that is open, the group of the literals in it; `None` in calls and blocks.
    open: Vec<Option<usize>>,
    /// The group of the alternatives that are being read, and whether one more may follow.
    alternatives: Option<(usize, bool)>,
}

impl Scan {
    fn take(&mut self, token: &str, before: char, at: usize) {
        match token {
            "[" | "(" => {
                let inherited = self.open.last().copied().flatten();
                let call = before.is_alphanumeric() || "_!>".contains(before);
                let group = match (token, inherited) {
                    ("(", _) if call => None,
                    ("[", None) => Some(self.begin(at)),
                    (_, inherited) => inherited,
                };
                self.open.push(group);
            }
            "{" => self.open.push(None),
            "]" | ")" | "}" => drop(self.open.pop()),
            "|" => self.alternatives = self.alternatives.map(|(group, _)| (group, true)),
            _ if token.starts_with("r\"") => self.expression(token, at),
            _ if token.len() > 1 && token.starts_with('"') => self.string(token.trim_matches('"'), at),
            _ if token.trim().is_empty() => {}
            _ => self.alternatives = None,
        }
    }

    fn begin(&mut self, at: usize) -> usize {
        self.groups.push((at, Vec::new()));
        self.groups.len() - 1
    }

    fn string(&mut self, text: &str, at: usize) {
        let group = match (self.open.last().copied().flatten(), self.alternatives) {
            (Some(group), _) | (None, Some((group, true))) => group,
            _ => self.begin(at),
        };
        self.alternatives = Some((group, false));
        self.groups[group].1.push(text.to_owned());
    }

    /// The alternatives between two brackets of a regular expression are a group of their own.
    fn expression(&mut self, token: &str, at: usize) {
        let bare = token.replace(r"\s+", " ").replace(r"\b", "");
        for part in bare.split(['(', ')']).filter(|part| part.contains('|')) {
            let group = self.begin(at);
            let flagged = part.strip_prefix('?').and_then(|part| part.split_once(':'));
            let words = flagged.map_or(part, |(_, words)| words);
            self.groups[group].1.extend(words.split('|').map(str::to_owned));
        }
    }
}

/// Whether a literal is a word or a phrase of the language.
fn is_language(kata: &Kata, listed: &BTreeSet<String>, text: &str) -> bool {
    let words: Vec<String> =
        text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let known = |word: &String| word.len() > 1 && (kata.has(word) || listed.contains(word));
    !words.is_empty() && !text.contains(['{', '`', '_']) && words.iter().all(known)
}

/// The words of all lists in small letters.
fn listed(kata: &Kata) -> BTreeSet<String> {
    let entries = WordList::ALL.iter().flat_map(|list| kata.lists.entries(*list));
    entries.flat_map(|entry| entry.split(' ')).map(str::to_lowercase).collect()
}

/// The lists in a piece of code: the line and the words of each.
fn lists_in(code: &str) -> Vec<(usize, Vec<String>)> {
    let kata = carried().kata();
    let listed = listed(kata);
    let own = code.split("#[cfg(test)]").next().unwrap_or_default();
    let words = |words: Vec<String>| -> Vec<String> {
        words.into_iter().filter(|word| is_language(kata, &listed, word)).collect()
    };
    groups(own).into_iter().map(|(line, all)| (line, words(all))).filter(|(_, all)| all.len() > MOST).collect()
}

#[test]
fn no_list_of_words_is_code() {
    let crates = files_below("crates", ".rs").into_iter().filter(|path| path.iter().any(|part| part == "src"));
    let mut found = Vec::new();
    let mut needed = BTreeSet::new();
    for path in files_below("src", ".rs").into_iter().chain(crates) {
        let name = path.to_string_lossy().into_owned();
        let exception = EXCEPTIONS.iter().find(|(start, _)| name.starts_with(start));
        let lists = lists_in(&text_of(&path));
        match exception {
            Some((start, _)) if !lists.is_empty() => drop(needed.insert(*start)),
            Some(_) => {}
            None => found.extend(lists.into_iter().map(|(line, words)| format!("{name}:{line}: {}", words.join(", ")))),
        }
    }
    assert!(found.is_empty(), "lists of words belong below {DAFTAR}:\n{}", found.join("\n"));
    let idle: Vec<&str> = EXCEPTIONS.iter().map(|(start, _)| *start).filter(|start| !needed.contains(start)).collect();
    assert!(idle.is_empty(), "no list stands there any more: {idle:?}");
}

#[test]
fn a_planted_list_is_found() {
    let count = |code: &str| lists_in(code).iter().map(|(_, words)| words.len()).collect::<Vec<_>>();
    let none = Vec::<usize>::new();
    let six = r#""dan", "atau", "serta", "untuk", "dari", "yang mana""#;
    assert_eq!(count(&format!("const LINKS: [&str; 6] = [{six}];")), [6]);
    assert_eq!(count(&format!("let x = call(text, &[{six}]);")), [6]);
    assert_eq!(
        count(
            r#"const P: [(&str, u8); 6] = [("dan", 1), ("atau", 2), ("dari", 3), ("ke", 4), ("di", 5), ("oleh", 6)];"#
        ),
        [6]
    );
    assert_eq!(count(r#"matches!(word, "dan" | "atau" | "serta" | "untuk" | "dari" | "oleh")"#), [6]);
    assert_eq!(count(r#"pattern(r"\b(?:dan|atau|serta|untuk|dari|dalam\s+rangka)\b")"#), [6]);
    assert_eq!(count(&format!("// const LINKS: [&str; 6] = [{six}];\n#[cfg(test)]\nmod tests {{ [{six}] }}")), none);
    assert_eq!(
        count(r#"["dan", "atau", "serta", "untuk", "dari"]; ["the", "program", "says", "what", "it", "does"]"#),
        none
    );
    assert_eq!(
        count(r#"[label("dan"), label("atau"), label("serta"), label("untuk"), label("dari"), label("oleh")]"#),
        none
    );
}

#[test]
fn patterns_made_of_lists_can_be_compiled() {
    let lists = &carried().kata().lists;
    let mut seen = 0;
    for path in files_below("crates", ".rs").into_iter().filter(|path| path.iter().any(|part| part == "src")) {
        let code = text_of(&path);
        for (at, _) in code.match_indices(": &str =") {
            let statement = code[at..].split(";\n").next().unwrap_or_default();
            let text: String = statement.split("r\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            if text.split('{').skip(1).any(|rest| rest.starts_with(char::is_lowercase)) {
                seen += 1;
                assert!(lists.pattern(text.clone().leak()).is_some(), "{}: {text}", path.display());
            }
        }
    }
    assert!(seen > 5, "only {seen} patterns are made of lists");
}

#[test]
fn lists_say_what_they_are_for() {
    let kata = carried().kata();
    assert!(kata.faults.is_empty(), "{:?}", kata.faults);
    for list in WordList::ALL {
        let text = text_of(format!("{DAFTAR}/{}.txt", list.name()));
        let purpose = text.lines().next().and_then(|line| line.strip_prefix("# ")).unwrap_or_default();
        assert!(purpose.ends_with(['.', '”']) && purpose.len() > 20, "{} does not say what it is for", list.name());
    }
}
