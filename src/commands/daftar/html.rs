//! The list as one web page that needs nothing else: a table for each series, with captions and heads that a screen reader
//! can tell.

use std::borrow::Cow;

use serde::Serialize;

use super::Daftar;
use super::baris::{KEPALA, Sel};
use naskah_core::diag::Diagnostic;
use naskah_pages::template::laman;

/// The columns of a table: places in [`KEPALA`], and their classes.
const KOLOM: [(usize, &str); 8] =
    [(3, "angka"), (4, "utuh"), (5, "tentang"), (6, ""), (7, "angka"), (8, "sidik"), (9, ""), (10, "")];

/// What the page says.
#[derive(Serialize)]
struct Isi<'a> {
    terhenti: Option<&'a str>,
    kolom: [Kolom; KOLOM.len()],
    kelompok: Vec<Kelompok<'a>>,
    hubungan: Vec<String>,
}

/// A column: its head, and the class of its cells.
#[derive(Serialize)]
struct Kolom {
    judul: &'static str,
    gaya: &'static str,
}

/// A table of one series.
#[derive(Serialize)]
struct Kelompok<'a> {
    nama: String,
    baris: Vec<HtmlRow<'a>>,
}

#[derive(Serialize)]
struct HtmlRow<'a> {
    gaya: &'static str,
    sel: Vec<Cow<'a, str>>,
}

/// The page.
pub fn page(daftar: &Daftar<'_>) -> Result<String, Box<Diagnostic>> {
    let kelompok = daftar.kelompok.iter().map(|kelompok| Kelompok {
        nama: format!("{}, tahun {}, seri {}", kelompok.kantor, kelompok.tahun, kelompok.seri),
        baris: kelompok.sel().map(baris).collect(),
    });
    let isi = Isi {
        terhenti: daftar.terhenti.as_deref(),
        kolom: KOLOM.map(|(at, gaya)| Kolom { judul: KEPALA[at], gaya }),
        kelompok: kelompok.collect(),
        hubungan: daftar.hubungan.iter().map(|one| one.told(daftar.terbitan)).collect(),
    };
    laman("daftar.html", &isi)
}

fn baris(mut cells: Sel<'_>) -> HtmlRow<'_> {
    let gaya = match cells[9].split([' ', ',', ':']).next().unwrap_or_default() {
        "konsep" => "konsep",
        "nomor" => "kosong",
        "dibatalkan" | "dicabut" => "tidak",
        _ => "",
    };
    HtmlRow { gaya, sel: KOLOM.map(|(at, _)| std::mem::take(&mut cells[at])).into() }
}
