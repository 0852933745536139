//! A decree as a Word file, which an office corrects and gives back.

use naskah_core::diag::{Code, Diagnostic, Files, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Bentuk, Resolved};
use naskah_formats::word::{self, Bahan, EDISI, Gambar, Pengubah, SIDIK};
use naskah_pages::{Means, typeset};

/// The Word file; what it cannot hold is told.
pub fn file(resolved: &Resolved, means: &Means<'_>, sink: &mut Sink) -> Option<Vec<u8>> {
    lacking(resolved, sink);
    made(resolved, None, means, sink)
}

/// The Word file, with changes that `pengubah` made where the decree is a comparison.
fn made(resolved: &Resolved, pengubah: Option<Pengubah>, means: &Means<'_>, sink: &mut Sink) -> Option<Vec<u8>> {
    let gambar = pictures(resolved, means, sink)?;
    let milik = own(resolved, means.files);
    let bahan = Bahan { naskah: resolved.naskah(), gambar: &gambar, milik: &milik, pengubah };
    let made = word::docx(&bahan);
    if let Err(missing) = &made {
        let message = format!("{} teks naskah tidak sampai ke berkas Word", missing.len());
        sink.push(Diagnostic::galat(Code::INTERNAL, None, message).hint("laporkan berkas ini kepada pengembang"));
    }
    made.ok()
}

/// Emblem and pictures, drawings as points.
fn pictures(resolved: &Resolved, means: &Means<'_>, sink: &mut Sink) -> Option<Vec<Gambar>> {
    let before = sink.count(naskah_core::diag::Level::Galat);
    let mut found = Sink::default();
    let cell = std::cell::RefCell::new(&mut found);
    let gambar = word::gambar(resolved, |svg| {
        let mut sink = cell.borrow_mut();
        typeset::drawing(svg, means.fonts, means.catalog, &mut sink)
    });
    sink.extend(found);
    (sink.count(naskah_core::diag::Level::Galat) == before).then_some(gambar)
}

/// What the file says of itself: what it was made from, and in which form.
fn own(resolved: &Resolved, files: &Files) -> Vec<(&'static str, String)> {
    let edition = resolved.edition();
    let form = match (edition.bentuk, edition.konsep) {
        (Bentuk::Salinan, _) => "salinan",
        (_, true) => "konsep",
        (_, false) => "asli",
    };
    vec![(SIDIK, Sidik::of(files.text(resolved.source())).to_string()), (EDISI, form.to_owned())]
}

/// Tells what a Word file does not have.
fn lacking(resolved: &Resolved, sink: &mut Sink) {
    let naskah = resolved.naskah();
    let mut told = |message: &str, hint: &str| {
        sink.push(Diagnostic::peringatan(Code::WORD_KURANG, None, message).hint(hint));
    };
    if naskah.halaman.kata_penyambung {
        told("kata penyambung tidak ada dalam berkas Word", "kata penyambung hanya dicetak dalam PDF");
    }
    if naskah.lampiran.iter().any(|lampiran| lampiran.daftar_isi) {
        let hint = "di Word: tekan Ctrl+A, lalu F9";
        told("nomor halaman pada daftar isi baru terisi setelah diperbarui di Word", hint);
    }
}
