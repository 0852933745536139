//! Every command has one shape: a folder, a file of arguments, one entry in one list.

use std::collections::BTreeSet;
use std::path::Path;

use super::{sources, used};
use crate::support::{files_below, text_of, update};

/// What stands in `cli/` and is no command.
const NO_COMMANDS: [&str; 5] = ["mod", "stop", "tertentu", "umum", "versi"];

/// The command that stands above the others: it does for a page what they do in a terminal.
const ABOVE: &str = "buka";

/// The names of the folders in `commands/`.
fn folders() -> BTreeSet<String> {
    let name = |path: &Path| path.iter().nth(2).map(|part| part.to_string_lossy().into_owned());
    files_below("src/commands", "/mod.rs")
        .iter()
        .filter(|path| path.iter().count() == 4)
        .filter_map(|path| name(path))
        .collect()
}

/// Holds the `mod` lines of a file, or rewrites them.
fn hold_modules(path: &str, keyword: &str, names: &BTreeSet<String>) {
    let text = text_of(path);
    let is_module = |line: &&str| line.starts_with(keyword) && line.ends_with(';');
    let fresh: Vec<String> = names.iter().map(|name| format!("{keyword}{name};")).collect();
    if text.lines().filter(is_module).eq(fresh.iter().map(String::as_str)) {
        return;
    }
    assert!(update(), "{path}: its modules are not those there are; UPDATE=1 cargo test --release rewrites them");
    let before: Vec<&str> = text.lines().take_while(|line| !is_module(line)).collect();
    let after: Vec<&str> = text.lines().skip(before.len()).filter(|line| !is_module(line)).collect();
    let lines: Vec<&str> = before.into_iter().chain(fresh.iter().map(String::as_str)).chain(after).collect();
    std::fs::write(crate::support::project().join(path), lines.join("\n") + "\n").expect("written");
}

#[test]
fn modules_are_those_there_are() {
    hold_modules("src/commands/mod.rs", "pub mod ", &folders());
    let stems =
        files_below("src/cli", ".rs").into_iter().filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    let files: BTreeSet<String> = stems.filter(|name| name != "mod").collect();
    hold_modules("src/cli/mod.rs", "mod ", &files);
    let commands: BTreeSet<String> = files.into_iter().filter(|name| !NO_COMMANDS.contains(&name.as_str())).collect();
    let homes: BTreeSet<String> = folders().into_iter().chain([ABOVE.to_owned()]).collect();
    assert_eq!(commands, homes, "each command has its folder and its file of arguments");
    let listed: BTreeSet<String> =
        naskah::cli::help_pages().into_iter().filter_map(|words| words.into_iter().next()).collect();
    assert_eq!(listed, commands, "each command is in the list of src/cli/mod.rs");
}

#[test]
fn a_command_is_a_job_and_an_outcome() {
    let paths = folders().into_iter().map(|name| format!("src/commands/{name}/mod.rs"));
    for name in paths.chain([format!("src/{ABOVE}/mod.rs")]) {
        let text = text_of(&name);
        assert!(["pub struct Job {", "pub enum Job {"].iter().any(|job| text.contains(job)), "{name} has no job");
        let run = ["pub fn run(job: &Job, run: Run) -> Outcome {", "pub fn run(job: &Job, mut run: Run) -> Outcome {"];
        assert!(run.iter().any(|line| text.contains(line)), "{name} is not run as the others are");
    }
}

#[test]
fn no_command_names_another() {
    for (path, code) in sources().iter().filter(|(path, _)| path.starts_with("src/commands/")) {
        let own = path.split('/').nth(2).unwrap_or_default();
        let others: Vec<String> = used(code, "crate::commands::").into_iter().filter(|name| name != own).collect();
        assert!(others.is_empty(), "{path} names {others:?}; what several commands need stands below them");
    }
}

#[test]
fn only_a_run_writes_to_the_terminal() {
    // A command line that leads to no run is told by cli/stop.rs, a fault of the program by main.rs.
    let allowed = ["src/run/", "src/cli/stop.rs", "src/main.rs", "src/disk.rs", "crates/naskah-core/build.rs"];
    for (path, code) in sources().iter().filter(|(path, _)| !allowed.iter().any(|home| path.starts_with(home))) {
        for call in [
            "print!(",
            "println!(",
            "stderr().write",
            "stderr().lock",
            "stdout().write",
            "stdout().lock",
            "write_stdout(",
        ] {
            assert!(!code.contains(call), "{path} writes to the terminal with {call}");
        }
    }
}
