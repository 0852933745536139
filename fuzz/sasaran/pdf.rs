//! Any bytes as a PDF: its pages, words, files and fingerprints; and as something appended to a PDF.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naskah_formats::pdf::{Pdf, added, ends, gambar};

#[allow(dead_code)]
#[path = "../../crates/naskah-formats/tests/pembaruan/tulis.rs"]
mod tulis;

fuzz_target!(|bytes: &[u8]| {
    ends(bytes);
    if let Ok(pdf) = Pdf::open(bytes) {
        for page in 0..pdf.count().min(20) {
            pdf.words(page);
        }
        pdf.attachments();
        pdf.sidik_halaman();
    }
    let base = tulis::dasar();
    let made = Pdf::open(&base).expect("a PDF");
    let whole = [&base[..], bytes].concat();
    let blank = bytes.iter().all(u8::is_ascii_whitespace);
    let (update, _) = added(&made, &whole, base.len());
    if update.perubahan.is_empty() && !blank {
        let kecuali = update.tambahan.iter().filter_map(|one| one.tempat_bukti()).collect();
        let seen = gambar::pandang(&base, &whole, &gambar::Cara { kecuali, semua: true, ..gambar::Cara::default() });
        assert!(seen.is_some_and(|seen| seen.beda.is_empty()), "{update:?}");
    }
});
