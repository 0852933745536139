//! The comparison as a table to be read by others: a page of HTML that needs nothing else, or Markdown.

use serde::Serialize;

use super::report::{Isian, Laporan, Nasib, Satuan};
use super::text::FOLDED;
use super::words::{Potong, Tanda};
use naskah_core::diag::Diagnostic;
use naskah_pages::template::laman;

/// What stands over the table.
pub struct Heading<'a> {
    /// The old decree's name and file.
    pub lama: &'a str,
    /// The new decree's name and file.
    pub baru: &'a str,
}

/// What the page says.
#[derive(Serialize)]
struct Isi<'a> {
    lama: &'a str,
    baru: &'a str,
    hasil: String,
    baris: Vec<Baris<'a>>,
    /// What is said of the places that are told together, and the places.
    lipat: (&'static str, Vec<String>),
}

/// A place, with what stood and stands there.
#[derive(Serialize)]
struct Baris<'a> {
    tempat: String,
    keadaan: &'static str,
    sebelum: Vec<Teks<'a>>,
    sesudah: Vec<Teks<'a>>,
}

/// A text of one side.
#[derive(Serialize)]
struct Teks<'a> {
    nama: &'a str,
    potong: Vec<Bagian<'a>>,
}

#[derive(Serialize)]
struct Bagian<'a> {
    tanda: &'static str,
    runs: Vec<Gaya<'a>>,
}

#[derive(Serialize)]
struct Gaya<'a> {
    teks: &'a str,
    miring: bool,
    tebal: bool,
}

/// The page by its template: `perbandingan.html` or `perbandingan.md`.
pub fn page(template: &str, laporan: &Laporan, heading: &Heading<'_>) -> Result<String, Box<Diagnostic>> {
    let baris = if laporan.is_same() { Vec::new() } else { laporan.changes().map(row).collect() };
    laman(
        template,
        &Isi {
            lama: heading.lama,
            baru: heading.baru,
            hasil: laporan.counts(),
            baris,
            lipat: (FOLDED, laporan.folded()),
        },
    )
}

fn row(satuan: &Satuan) -> Baris<'_> {
    let nasib = satuan.nasib();
    let cell = |tanda: Tanda, missing: Nasib| match nasib == missing {
        true => Vec::new(),
        false => satuan.shown().into_iter().map(|isian| of_side(isian, tanda)).collect(),
    };
    Baris {
        tempat: satuan.nama_tempat(),
        keadaan: nasib.word(),
        sebelum: cell(Tanda::Hapus, Nasib::Disisipkan),
        sesudah: cell(Tanda::Sisip, Nasib::Dihapus),
    }
}

fn of_side(isian: &Isian, tanda: Tanda) -> Teks<'_> {
    let parts = isian.potong.iter().filter(|part| part.tanda == Tanda::Tetap || part.tanda == tanda);
    Teks { nama: &isian.nama, potong: parts.map(part).collect() }
}

fn part(part: &Potong) -> Bagian<'_> {
    let tanda = match part.tanda {
        Tanda::Tetap => "tetap",
        Tanda::Hapus => "hapus",
        Tanda::Sisip => "sisip",
    };
    let runs = part.runs.iter().map(|run| Gaya { teks: &run.text, miring: run.miring, tebal: run.tebal });
    Bagian { tanda, runs: runs.collect() }
}
