//! `naskah --versi --format json`: the version for programs.

use std::ffi::OsString;

use serde_json::json;

use crate::PROGRAM;

/// Whether a line asks for the version as JSON.
pub(super) fn asked_as_json(line: &[OsString]) -> bool {
    let words: Vec<&str> = line.iter().skip(1).filter_map(|word| word.to_str()).collect();
    match words[..] {
        [first, "--format", "json"] | ["--format", "json", first] => is_version(first),
        [first, "--format=json"] | ["--format=json", first] => is_version(first),
        _ => false,
    }
}

fn is_version(word: &str) -> bool {
    ["--versi", "--version", "-V"].contains(&word)
}

/// Version and build, and the commands that there are.
pub(super) fn json() -> String {
    let (program, own) = PROGRAM.split_once(' ').unwrap_or((PROGRAM, ""));
    let (versi, rakitan) = own.split_once('+').unwrap_or((own, ""));
    let perintah: Vec<String> = super::summaries().into_iter().map(|(name, _)| name).collect();
    format!("{}\n", json!({"program": program, "versi": versi, "rakitan": rakitan, "perintah": perintah}))
}
