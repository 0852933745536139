//! A decree as a Word file: what the typesetter must help with, and what is told.

use std::cell::RefCell;

use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Bentuk, Naskah, Resolved};
use naskah_formats::word::{self, Bahan, Banding, EDISI, Gambar, Pengubah, SIDIK};

use crate::laid::Means;
use crate::typeset;

/// The Word file of a decree.
pub fn word(resolved: &Resolved, means: &Means<'_>, sink: &mut Sink) -> Option<Vec<u8>> {
    let gambar = pictures(resolved, means, sink)?;
    let milik = own(resolved, means);
    made(&Bahan { naskah: resolved.naskah(), gambar: &gambar, milik: &milik, banding: None }, sink)
}

/// The Word file of a comparison, with what changed as tracked changes by `pengubah`; `naskah` says how its pages are.
pub fn word_banding(
    (lama, baru): (&Resolved, &Resolved),
    naskah: &Naskah,
    pengubah: Pengubah,
    means: &Means<'_>,
    sink: &mut Sink,
) -> Option<Vec<u8>> {
    let (old, new) = (pictures(lama, means, sink)?, pictures(baru, means, sink)?);
    let banding = Banding { lama: lama.naskah(), baru: baru.naskah(), gambar: &old, pengubah };
    made(&Bahan { naskah, gambar: &new, milik: &[], banding: Some(banding) }, sink)
}

fn made(bahan: &Bahan<'_>, sink: &mut Sink) -> Option<Vec<u8>> {
    let made = word::docx(bahan);
    if let Err(missing) = &made {
        let message = format!("{} teks naskah tidak sampai ke berkas Word", missing.len());
        sink.push(Diagnostic::galat(Code::INTERNAL, None, message).hint("laporkan berkas ini kepada pengembang"));
    }
    made.ok()
}

/// Emblem and pictures, drawings as points.
fn pictures(resolved: &Resolved, means: &Means<'_>, sink: &mut Sink) -> Option<Vec<Gambar>> {
    let found = RefCell::new(Sink::default());
    let huruf = resolved.naskah().halaman.huruf.as_str();
    let drawn = |svg: &[u8]| typeset::drawing(svg, huruf, means.fonts, means.catalog, &mut found.borrow_mut());
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
