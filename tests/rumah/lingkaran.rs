//! No circle among the modules of a folder: what a module needs of its neighbours runs one way.

use std::collections::{BTreeMap, BTreeSet};

use super::sources;

/// The folders of code that stand for themselves.
const HOMES: [&str; 5] = [
    "crates/naskah-core/src",
    "crates/naskah-rules/src",
    "crates/naskah-formats/src",
    "crates/naskah-pages/src",
    "src",
];

/// A module, by its names from the root.
type Module = Vec<String>;

/// The modules of a home with their code.
fn modules(home: &str) -> BTreeMap<Module, String> {
    let mut found = BTreeMap::new();
    for (path, code) in sources() {
        let Some(rest) = path.strip_prefix(&format!("{home}/")) else { continue };
        let mut names: Module = rest.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        if ["mod", "lib", "main"].contains(&names.last().map_or("", String::as_str)) {
            names.pop();
        }
        found.entry(names).or_insert_with(String::new).push_str(&code);
    }
    found
}

/// The paths that begin at `code`, each name by name, also within braces.
fn paths(code: &str) -> Vec<Module> {
    let end = code.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(code.len());
    let (name, rest) = code.split_at(end);
    if name.is_empty() {
        return Vec::new();
    }
    let below: Vec<Module> = match rest.strip_prefix("::") {
        None => Vec::new(),
        Some(rest) => match rest.strip_prefix('{') {
            None => paths(rest),
            Some(group) => members(group).into_iter().flat_map(|member| paths(member.trim_start())).collect(),
        },
    };
    match below.is_empty() {
        true => vec![vec![name.to_owned()]],
        false => below.into_iter().map(|path| [vec![name.to_owned()], path].concat()).collect(),
    }
}

/// The members of a group whose opening brace was passed.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut from, mut found) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                found.push(&group[from..at]);
                from = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    found
}

/// What a module makes known of its own modules: the name, and the module that it comes from.
fn handed_on(module: &Module, code: &str, all: &BTreeMap<Module, String>) -> BTreeMap<String, Module> {
    let mut found = BTreeMap::new();
    for (at, _) in code.match_indices("use ") {
        for path in paths(&code[at + 4..]) {
            let (Some(first), Some(last)) = (path.first(), path.last()) else { continue };
            let child = [module.clone(), vec![first.clone()]].concat();
            if path.len() > 1 && all.contains_key(&child) {
                found.insert(last.clone(), child);
            }
        }
    }
    found
}

/// For each folder, which of its modules need which others.
fn needs(home: &str) -> BTreeMap<Module, BTreeMap<String, BTreeSet<String>>> {
    let all = modules(home);
    let known: BTreeMap<&Module, _> = all.iter().map(|(name, code)| (name, handed_on(name, code, &all))).collect();
    let mut edges: BTreeMap<Module, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (module, code) in &all {
        for start in ["crate::", "super::"] {
            let begins = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
            for (at, _) in code.match_indices(start).filter(|(at, _)| begins(*at)) {
                for path in paths(&code[at..]) {
                    let target = resolved(module, &path, &all, &known);
                    let shared = module.iter().zip(&target).take_while(|(a, b)| a == b).count();
                    if let (Some(from), Some(to)) = (module.get(shared), target.get(shared)) {
                        let folder = edges.entry(module[..shared].to_vec()).or_default();
                        folder.entry(from.clone()).or_default().insert(to.clone());
                    }
                }
            }
        }
    }
    edges
}

/// The module that a path leads to, seen from another.
fn resolved(
    from: &Module,
    path: &Module,
    all: &BTreeMap<Module, String>,
    known: &BTreeMap<&Module, BTreeMap<String, Module>>,
) -> Module {
    let ups = path.iter().take_while(|name| *name == "super").count();
    let mut at: Module = if ups > 0 { from[..from.len().saturating_sub(ups)].to_vec() } else { Vec::new() };
    for name in &path[ups.max(1)..] {
        let below = [at.clone(), vec![name.clone()]].concat();
        at = match known.get(&at).and_then(|names| names.get(name)) {
            _ if all.contains_key(&below) => below,
            Some(child) => child.clone(),
            None => break,
        };
    }
    at
}

/// The modules of a folder that need themselves by way of others.
fn circle(edges: &BTreeMap<String, BTreeSet<String>>) -> Vec<&String> {
    let reach = |start: &String| {
        let (mut seen, mut open) = (BTreeSet::new(), vec![start]);
        while let Some(module) = open.pop() {
            open.extend(edges.get(module).into_iter().flatten().filter(|next| seen.insert((*next).clone())));
        }
        seen
    };
    edges.keys().filter(|module| reach(module).contains(*module)).collect()
}

#[test]
fn modules_of_a_folder_need_each_other_one_way() {
    let mut found = Vec::new();
    for home in HOMES {
        for (folder, edges) in needs(home) {
            let name = [vec![home.to_owned()], folder].concat().join("/");
            let circle = circle(&edges);
            if !circle.is_empty() {
                found.push(format!("{name}: {circle:?}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_circle_is_seen() {
    let edge = |to: &str| BTreeSet::from([to.to_owned()]);
    let edges = BTreeMap::from([("a".to_owned(), edge("b")), ("b".to_owned(), edge("a")), ("c".to_owned(), edge("a"))]);
    assert_eq!(circle(&edges), ["a", "b"]);
    let group = "crate::{a::B, c::{d, E}};";
    let shown: Vec<String> = paths(group).iter().map(|path| path.join("::")).collect();
    assert_eq!(shown, ["crate::a::B", "crate::c::d", "crate::c::E"]);
}
