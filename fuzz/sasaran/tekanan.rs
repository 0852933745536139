//! Any text with emphasis: no character is lost but stars and the backslashes before them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naskah_core::decree::teks::runs_of;

fuzz_target!(|text: &str| {
    let bare = |text: &str| text.chars().filter(|c| !matches!(c, '*' | '\\')).collect::<String>();
    let shown: String = runs_of(text).iter().map(|run| run.text.as_str()).collect();
    assert_eq!(bare(&shown), bare(text));
});
