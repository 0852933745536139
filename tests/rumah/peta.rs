//! The map, ARCHITECTURE.md, names what is there: paths, crates, rooms, floors, dependencies; and it stays short.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::{FLOORS, HOMES};
use crate::support::{files_below, project, text_of};

const MAP: &str = "ARCHITECTURE.md";

/// What a text has in backticks, outside of blocks of code.
fn quoted(text: &str) -> BTreeSet<String> {
    let prose: String = text.split("```").step_by(2).collect();
    prose.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The names of the folders right below one.
fn folders(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(project().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let entries = entries.flatten().filter(|entry| entry.path().is_dir());
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// The path that a quoted word is, as far as it is spelled out: `data/kantor/` of `data/kantor/<id>.yaml`.
fn path_in(word: &str) -> Option<&str> {
    let spelled = word.split('<').next().unwrap_or_default();
    let known = if spelled.len() == word.len() { word } else { &spelled[..spelled.rfind('/')? + 1] };
    let signs = |c: char| c.is_ascii_alphanumeric() || "/_-.".contains(c);
    (known.contains('/') && !known.starts_with('.') && known.chars().all(signs)).then_some(known)
}

/// Where a path of the map may begin.
fn starts() -> Vec<PathBuf> {
    let crates = folders("crates").into_iter().map(|name| PathBuf::from(format!("crates/{name}/src")));
    ["", "crates", "src"].into_iter().map(PathBuf::from).chain(crates).collect()
}

#[test]
fn paths_exist() {
    for (document, own) in [(MAP, ""), ("CONTRIBUTING.md", ""), ("tests/README.md", "tests")] {
        for word in quoted(&text_of(document)) {
            // What tests write is there after them.
            let Some(path) = path_in(&word).filter(|path| !path.starts_with("target/")) else { continue };
            let found =
                starts().iter().chain([&PathBuf::from(own)]).any(|start| project().join(start).join(path).exists());
            assert!(found, "{document} names `{word}`, which is not there");
        }
    }
    assert_eq!(path_in("data/kantor/<id>.yaml"), Some("data/kantor/"));
    assert_eq!([path_in("dan"), path_in("Typeset<P>"), path_in("# TINJAU: a/b")], [None; 3]);
}

#[test]
fn links_lead_somewhere() {
    let guides = files_below("docs", ".md");
    let own = [MAP, "README.md", "CONTRIBUTING.md", "data/README.md", "data/kata/README.md", "tests/README.md"];
    for document in own.iter().map(PathBuf::from).chain(guides) {
        let text = text_of(&document);
        for link in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            let target = document.parent().unwrap_or(Path::new("")).join(link);
            let inside = !link.is_empty() && !link.contains("://");
            assert!(!inside || project().join(target).exists(), "{} links to {link}", document.display());
        }
    }
}

#[test]
fn crates_and_rooms_are_named() {
    let named = quoted(&text_of(MAP));
    let rooms = folders("src").into_iter().map(|name| format!("src/{name}/"));
    let rules = folders("crates/naskah-rules/src/aturan");
    for name in folders("crates").into_iter().chain(rooms).chain(folders("src/commands")).chain(rules) {
        assert!(named.contains(&name), "{MAP} does not name `{name}`");
    }
}

#[test]
fn floors_are_those_that_are_held() {
    let map = text_of(MAP);
    for (home, floors) in FLOORS {
        let rooms: Vec<&str> = floors.iter().copied().filter(|floor| !["lib", "main", "mod"].contains(floor)).collect();
        let (name, floors) = (home.trim_start_matches("crates/").trim_end_matches("/src/"), rooms.join(" < "));
        let told = map.lines().any(|line| line.starts_with(&format!("{name} ")) && line.contains(&floors));
        assert!(told, "{MAP} does not tell the floors of {name}: {floors}");
    }
}

/// The rows of the dependencies: names and home.
fn dependencies(map: &str) -> Vec<(String, String)> {
    let table = map.split_once("\n## Dependencies\n").map(|(_, after)| after).unwrap_or_default();
    let rows = table.split("\n## ").next().unwrap_or_default().lines().filter(|line| line.starts_with("| `"));
    rows.filter_map(|row| {
        let mut cells = row.split(" | ");
        Some((cells.next()?, cells.next()?.replace('`', "")))
    })
    .flat_map(|(names, home)| quoted(names).into_iter().map(move |name| (name, home.clone())))
    .collect()
}

#[test]
fn every_dependency_has_its_line() {
    let one = |homes: &[&str]| match homes {
        [home] => home.trim_start_matches("crates/").to_owned(),
        _ => "listed".to_owned(),
    };
    let homes = HOMES.iter().map(|(name, homes)| ((*name).to_owned(), one(homes)));
    let mut held: Vec<_> = homes.chain([("proptest".to_owned(), "tests".to_owned())]).collect();
    let mut told = dependencies(&text_of(MAP));
    held.sort();
    told.sort();
    assert_eq!(told, held, "{MAP} tells each dependency and its home once");
}

#[test]
fn a_word_means_one_thing() {
    let map = text_of(MAP);
    let glossary = map.split_once("\n## Glossary\n").map(|(_, after)| after.replace("**", "")).unwrap_or_default();
    let words: Vec<String> = glossary
        .split('*')
        .skip(1)
        .step_by(2)
        .map(|word| word.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    let once: BTreeSet<&String> = words.iter().collect();
    assert!(words.len() > 50 && once.len() == words.len(), "a word stands twice in the glossary: {words:?}");
}

#[test]
fn every_module_of_the_tests_is_told() {
    let told = quoted(&text_of("tests/README.md"));
    let main = text_of("tests/main.rs");
    for name in main.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';')) {
        let stands = told.contains(name) || told.contains(&format!("{name}.rs"));
        assert!(stands, "tests/README.md does not name `{name}`");
    }
}

#[test]
fn the_map_is_short() {
    let map = text_of(MAP);
    assert!(map.lines().count() <= 250, "{MAP} has {} lines", map.lines().count());
    let long: Vec<&str> = map.lines().filter(|line| line.chars().count() > 120).collect();
    assert!(long.is_empty(), "{long:#?}");
}
