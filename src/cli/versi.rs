//! `naskah --versi --format json`: the version for programs.

use std::ffi::OsString;

use naskah_core::bundle::PROGRAM;
use serde_json::json;

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

/// The version, and the commands that there are.
pub(super) fn json() -> String {
    let (program, versi) = PROGRAM.split_once(' ').unwrap_or((PROGRAM, ""));
    let perintah: Vec<String> = super::summaries().into_iter().map(|(name, _)| name).collect();
    format!("{}\n", json!({"program": program, "versi": versi, "perintah": perintah}))
}
