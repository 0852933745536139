//! Any text with citations: every part that is found lies within the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naskah_core::language::citation::{butir, judul, kalimat, urutan};

fuzz_target!(|text: &str| {
    for found in [butir(text), judul(text), kalimat(text)] {
        for one in found {
            assert!(text.get(one.kepala()).is_some(), "{one:?}");
        }
    }
    urutan(text);
});
