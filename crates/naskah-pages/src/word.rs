//! A decree as a Word file: what the typesetter must help with, and what is told.

use std::cell::RefCell;

use naskah_core::decree::Rupa;
use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Bentuk, Resolved};
use naskah_formats::word::{self, Bahan, EDISI, Gambar, Pengubah, SIDIK};

use crate::laid::Means;
use crate::typeset;

/// The Word file of a decree, with changes by `pengubah` where it is a comparison.
pub fn word(resolved: &Resolved, pengubah: Option<Pengubah>, means: &Means<'_>, sink: &mut Sink) -> Option<Vec<u8>> {
    if resolved.keputusan().rupa != Rupa::Keputusan {
        let message = "berkas Word hanya dibuat dari keputusan";
        let hint = "berita acara dan surat perintah disusun sebagai PDF dengan `naskah susun`";
        sink.push(Diagnostic::galat(Code::WORD_KURANG, Some(resolved.keputusan().jenis.span), message).hint(hint));
        return None;
    }
    let gambar = pictures(resolved, means, sink)?;
    // A comparison is no file that edits could come home from.
    let milik = if pengubah.is_none() { own(resolved, means) } else { Vec::new() };
    let made = word::docx(&Bahan { naskah: resolved.naskah(), gambar: &gambar, milik: &milik, pengubah });
    if let Err(missing) = &made {
        let message = format!("{} teks naskah tidak sampai ke berkas Word", missing.len());
        sink.push(Diagnostic::galat(Code::INTERNAL, None, message).hint("laporkan berkas ini kepada pengembang"));
    }
    made.ok()
}

/// Emblem and pictures, drawings as points.
fn pictures(resolved: &Resolved, means: &Means<'_>, sink: &mut Sink) -> Option<Vec<Gambar>> {
    let found = RefCell::new(Sink::default());
    let drawn = |svg: &[u8]| typeset::drawing(svg, means.fonts, means.catalog, &mut found.borrow_mut());
    let gambar = word::gambar(resolved, drawn);
    let found = found.into_inner();
    let sound = !found.has_errors();
    sink.extend(found);
    sound.then_some(gambar)
}

/// What the file says of itself: what it was made from, and in which form.
fn own(resolved: &Resolved, means: &Means<'_>) -> Vec<(&'static str, String)> {
    let edition = resolved.edition();
    let form = match (edition.bentuk, edition.konsep) {
        (Bentuk::Salinan, _) => "salinan",
        (_, true) => "konsep",
        (_, false) => "asli",
    };
    vec![(SIDIK, Sidik::of(means.files.text(resolved.source())).to_string()), (EDISI, form.to_owned())]
}
