//! Any bytes as the book of a year: both readers tell the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naskah::office::register::{Buku, Tahun};
use naskah_core::diag::{Files, Sink};

fuzz_target!(|bytes: &[u8]| {
    let whole = Tahun::read(bytes);
    let mut sink = Sink::default();
    let short = Buku::at("/nonexistent").ringkas(2026, bytes, &mut Files::default(), &mut sink).map(|lines| lines.len());
    assert_eq!(whole.as_ref().ok().map(|year| year.baris.len()), short, "{whole:?}");
    if let Ok(year) = &whole {
        year.keputusan();
    }
});
