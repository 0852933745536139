//! A sentence that the program says stands in one place of the workspace.

use std::collections::BTreeMap;

use super::{raw_string_end, sources, string_end};

/// Sentences of more words than this are held: the shortest refusals, such as `… sudah ada dan isinya lain`, have five.
const WORDS: usize = 4;

/// The strings of code with the line that each begins on; line ends within them are taken away as the compiler does.
fn strings(code: &str) -> Vec<(usize, String)> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(c) = code[at..].chars().next() {
        let rest = &code[at..];
        let raw = (c == 'r').then(|| raw_string_end(rest)).flatten();
        let taken = match c {
            '"' => string_end(rest),
            '\'' if rest.starts_with("'\"'") => 3,
            _ => raw.unwrap_or(c.len_utf8()),
        };
        if c == '"' || raw.is_some() {
            let text: String = rest[..taken].split("\\\n").map(str::trim_start).collect();
            found.push((code[..at].matches('\n').count() + 1, text));
        }
        at += taken;
    }
    found
}

/// A string as a sentence: without the names within braces; `None` where it has too few words, or is a name.
fn sentence(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut depth = 0;
    for c in text.trim_matches('"').chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth > 0 => continue,
            _ => {}
        }
        out.push(c);
    }
    let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let words: Vec<&str> = out.split_whitespace().filter(is_word).collect();
    let plain = words.iter().filter(|word| word.starts_with(char::is_lowercase)).count();
    (words.len() > WORDS && plain * 2 > words.len()).then(|| out.clone())
}

/// Sentences that stand twice, at least once in the program's own code; each with its places.
fn twins(sources: &[(String, String)]) -> Vec<String> {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, code) in sources {
        for (line, text) in strings(code) {
            if let Some(sentence) = sentence(&text) {
                places.entry(sentence).or_default().push(format!("{path}:{line}"));
            }
        }
    }
    places.retain(|_, places| places.len() > 1 && places.iter().any(|place| place.starts_with("src/")));
    places.into_iter().map(|(sentence, places)| format!("{sentence}\n  {}", places.join("\n  "))).collect()
}

#[test]
fn no_sentence_stands_twice() {
    let found = twins(&sources());
    assert!(found.is_empty(), "say it in one place:\n{}", found.join("\n"));
}

#[test]
fn a_planted_twin_is_found() {
    let own = |path: &str, code: &str| (path.to_owned(), code.to_owned());
    let planted = [
        own("src/a.rs", "let m = format!(\"{} sudah ada dan isinya lain\", path.display());"),
        own("crates/b/src/lib.rs", "\n\"{name} sudah ada \\\n     dan isinya lain\""),
        own("src/c.rs", "\"sudah ada\"; '\"'; \"Peraturan Komisi Pemilihan Umum Republik\""),
        own("src/d.rs", "\"sudah ada\"; \"Peraturan Komisi Pemilihan Umum Republik\""),
    ];
    assert_eq!(twins(&planted), ["{} sudah ada dan isinya lain\n  src/a.rs:1\n  crates/b/src/lib.rs:2"]);
    assert!(twins(&planted[1..]).is_empty());
}
