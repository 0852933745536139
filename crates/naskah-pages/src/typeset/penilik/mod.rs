//! The proofreader: looks at the finished pages before anything of them is written.
//!
//! It knows nothing of how the styles work; it sees where letters, lines and pictures stand, what they belong to, and
//! what a reader of the paper could not read, could misread, or would not let pass.

mod kolom;
mod lembar;
mod letak;
mod longgar;
mod tabel;
mod tempat;
mod urutan;

use std::collections::HashSet;

use naskah_core::catalog::Margin;
use naskah_core::diag::{Code, Diagnostic, Level, Sink, Span};
use naskah_core::resolve::Naskah;

use super::Pages;
use lembar::{Lembar, Potong};
use tempat::Asal;

pub use lembar::{Berkas, baca};
pub use longgar::{Longgar, longgar};

/// A fault of a page.
struct Cacat {
    code: Code,
    /// From 0.
    halaman: usize,
    /// Where it stands among the texts of the page.
    pesan: String,
    /// The text that it is about.
    potong: Potong,
    jalan: &'static str,
}

/// Looks at the pages and tells what is wrong with them: of each kind the first on a page.
pub fn nilai(berkas: &Berkas, naskah: &Naskah, sink: &mut Sink) {
    // A comparison is looked at on the screen, and its marks lie over its words.
    if naskah.meta.perbandingan.is_some() {
        return;
    }
    let mut cacat = Vec::new();
    for halaman in 0..berkas.lembar.len() {
        letak::periksa(berkas, halaman, naskah, &mut cacat);
        kolom::periksa(berkas, halaman, naskah, &mut cacat);
        tabel::label_hilang(berkas, halaman, naskah, &mut cacat);
        urutan::periksa(berkas, halaman, naskah, &mut cacat);
    }
    tabel::ukuran_kolom(berkas, naskah, &mut cacat);
    // Of a kind the worst.
    let least = |c: &Cacat| match c.code {
        Code::TERLALU_KECIL => (c.potong.besar * 100.0) as u32,
        _ => u32::from(level(berkas, c) != Level::Galat),
    };
    cacat.sort_by_key(|c| (c.halaman, c.code.id, least(c)));
    cacat.dedup_by_key(|c| (c.halaman, c.code.id));
    // What is said again on each page is told of once.
    let mut told = HashSet::new();
    cacat.retain(|c| !c.potong.milik.perabot || told.insert((c.code.id, c.potong.teks.clone())));
    if cacat.is_empty() {
        return;
    }
    let asal = Asal::of(berkas, naskah);
    for c in cacat {
        let message = format!("halaman {}: {}", c.halaman + 1, c.pesan);
        sink.push(Diagnostic::new(level(berkas, &c), c.code, asal.tempat(&c.potong), message).hint(c.jalan));
    }
}

/// Where what a page, from 0, says from a word on was written: the first text of which that is known.
pub fn tempat(pages: &Pages, naskah: &Naskah, halaman: usize, kata: &str) -> Option<Span> {
    let berkas = baca(pages);
    let isi = berkas.lembar.get(halaman)?.potong.iter().filter(|potong| sendiri(&berkas, potong));
    let asal = Asal::of(&berkas, naskah);
    let mut sejak = isi.skip_while(|potong| !potong.teks.split_whitespace().any(|word| word == kata));
    sejak.find_map(|potong| asal.persis(potong))
}

/// What cannot be read is an error, what does not look right a warning.
fn level(berkas: &Berkas, cacat: &Cacat) -> Level {
    let unread = cacat.code == Code::TERLALU_KECIL && cacat.potong.besar < letak::TAK_TERBACA;
    let lost = [Code::HILANG, Code::BERTINDIH].contains(&cacat.code);
    // Of a number in two lines nobody knows which it is.
    let parted = cacat.code == Code::TERBELAH && cacat.potong.milik.sel.is_some();
    // Words over the border of their cell are read as those of the next one.
    let over = cacat.code == Code::KELUAR && letak::keluar_sel(&berkas.lembar[cacat.halaman], &cacat.potong);
    if lost || unread || parted || over { Level::Galat } else { Level::Peringatan }
}

/// Words of a piece as a message tells them.
fn kutip(potong: &Potong) -> String {
    let teks = potong.teks.trim();
    match teks.char_indices().nth(40) {
        Some((end, _)) => format!("`{} …`", teks[..end].trim_end()),
        None => format!("`{teks}`"),
    }
}

/// A size as it is written.
fn angka(besar: f64) -> String {
    format!("{besar:.1}").replace('.', ",")
}

/// A width as it is written.
fn cm(width: f64) -> String {
    angka(width * 2.54 / 72.0)
}

/// Whether a text is the decree's own, not furniture and not said again.
fn sendiri(berkas: &Berkas, potong: &Potong) -> bool {
    !potong.milik.perabot && !potong.milik.sel.is_some_and(|sel| berkas.sel[sel].ulangan)
}

/// The margins of a page.
fn margin<'a>(naskah: &'a Naskah, lembar: &Lembar) -> &'a Margin {
    if lembar.lebar > lembar.tinggi { &naskah.halaman.margin_lanskap } else { &naskah.halaman.margin }
}
