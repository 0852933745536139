//! The proofreader: looks at the finished pages before anything of them is written.
//!
//! It knows nothing of how the styles work; it sees where letters, lines and pictures stand, what they belong to, and
//! what a reader of the paper could not read, could misread, or would not let pass.

mod lembar;
mod letak;
mod tabel;
mod tempat;
mod urutan;

use std::ops::Range;

use naskah_core::diag::{Code, Diagnostic, Level, Sink};
use naskah_core::resolve::Naskah;

use lembar::Potong;
use tempat::Asal;

pub use lembar::{Berkas, baca};

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
        tabel::label_hilang(berkas, halaman, naskah, &mut cacat);
        urutan::periksa(berkas, halaman, naskah, &mut cacat);
    }
    tabel::ukuran_kolom(berkas, naskah, &mut cacat);
    cacat.sort_by_key(|c| (c.halaman, c.code.id));
    cacat.dedup_by_key(|c| (c.halaman, c.code.id));
    if cacat.is_empty() {
        return;
    }
    let asal = Asal::of(berkas, naskah);
    for c in cacat {
        let message = format!("halaman {}: {}", c.halaman + 1, c.pesan);
        sink.push(Diagnostic::new(level(c.code), c.code, asal.tempat(&c.potong), message).hint(c.jalan));
    }
}

/// A line that is stretched too far.
pub struct Longgar {
    /// Its page, from 0, and its baseline.
    pub letak: (usize, f64),
    /// Where it ends in the program: the blank there, or nothing where it ends within a word.
    pub ujung: Range<usize>,
}

/// The lines that are stretched too far, with their ends in the program that the pages are of; `tulis` says how a text is
/// written there.
pub fn longgar(berkas: &Berkas, program: &str, tulis: impl Fn(&str) -> String) -> Vec<Longgar> {
    let loose: Vec<(usize, &[Potong])> = (berkas.lembar.iter().enumerate())
        .flat_map(|(halaman, lembar)| letak::renggang(lembar).into_iter().map(move |baris| (halaman, baris)))
        .collect();
    if loose.is_empty() {
        return Vec::new();
    }
    let letak = tempat::letak(berkas, program, tulis);
    let end = |(halaman, baris): (usize, &[Potong])| {
        let last = baris.last()?.nomor;
        let ujung = letak[last]?.1;
        // Where the next line begins is known, or the next of its words that is.
        let next = letak[last + 1..].iter().flatten().next().map_or(ujung + 1, |(awal, _)| *awal);
        let blank = program.as_bytes().get(ujung) == Some(&b' ');
        let ujung = if blank && next > ujung { ujung..ujung + 1 } else { ujung..ujung };
        (blank || next == ujung.start).then_some(Longgar { letak: (halaman, baris[0].y), ujung })
    };
    loose.into_iter().filter_map(end).collect()
}

/// What cannot be read is an error, what does not look right a warning.
fn level(code: Code) -> Level {
    if [Code::HILANG, Code::BERTINDIH].contains(&code) { Level::Galat } else { Level::Peringatan }
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

/// Whether a text is the decree's own, not furniture and not said again.
fn sendiri(berkas: &Berkas, potong: &Potong) -> bool {
    !potong.milik.perabot && !potong.milik.sel.is_some_and(|sel| berkas.sel[sel].ulangan)
}
