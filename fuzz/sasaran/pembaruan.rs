//! Updates of a PDF, honest ones with parts exchanged: where the pages look otherwise, that is a change.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naskah_formats::pdf::{Pdf, added, gambar};

#[allow(dead_code)]
#[path = "../../crates/naskah-formats/tests/pembaruan/acak.rs"]
mod acak;
#[allow(dead_code)]
#[path = "../../crates/naskah-formats/tests/pembaruan/tulis.rs"]
mod tulis;

fuzz_target!(|bytes: &[u8]| {
    let base = tulis::dasar();
    let made = Pdf::open(&base).expect("a PDF");
    let whole = acak::pembaruan(&base, &mut acak::Pilih::new(bytes));
    let (update, _) = added(&made, &whole, base.len());
    if update.perubahan.is_empty() {
        let kecuali = update.tambahan.iter().filter_map(|one| one.tempat_bukti()).collect();
        let seen = gambar::pandang(&base, &whole, &gambar::Cara { kecuali, semua: true, ..gambar::Cara::default() });
        assert!(seen.is_some_and(|seen| seen.beda.is_empty()), "{update:?}");
    }
});
