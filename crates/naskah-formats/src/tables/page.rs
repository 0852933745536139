//! A view as a sheet to be written: heads, keys, widths, merged cells, drop-downs.

use std::collections::HashSet;

use crate::sheets::{Gabungan, Page, PageColumn, PageRow, Value, folded};
use naskah_core::decree::tabel::{Kolom, Lebar};
use naskah_core::decree::{Bilangan, IsiKolom};
use naskah_core::language::days::BULAN;

use super::view::{Entri, JENIS_BARIS, Lajur, View};

/// The head of the column with the rows' keys.
pub const KUNCI: &str = "KUNCI";
/// The head of the column with the kinds of rows, in a plan with their levels.
pub const JENIS: [&str; 2] = ["BARIS", "TINGKAT"];
/// So many columns stand before those of the table.
pub const BEFORE: usize = 2;

/// A letter's width on the page, in points, by which lengths become letters of a sheet.
const LETTER: f64 = 5.7;
/// What all columns share, in points.
const SHARED: f64 = 780.0;
/// Longest drop-down.
const CHOICES: usize = 60;

/// The sheet of a view; `nested` tells whether heads may take several rows and cells may be merged.
pub fn page(view: &View<'_>, tahun: &str, nested: bool) -> Page {
    let plan = !view.tingkat.is_empty();
    let kinds: Vec<String> = match plan {
        true => view.tingkat.clone(),
        false => JENIS_BARIS.map(str::to_owned).to_vec(),
    };
    let mut kolom = vec![
        PageColumn { lebar: 14.0, pucat: true, pilihan: Vec::new() },
        PageColumn { lebar: 11.0, pucat: true, pilihan: kinds },
    ];
    let widths = widths(view);
    for (at, (lajur, lebar)) in view.kolom.iter().zip(widths).enumerate() {
        kolom.push(PageColumn { lebar, pucat: !lajur.isi.is_written(), pilihan: choices(view, at, lajur, tahun) });
    }
    let (kepala, mut gabungan) = heads(view, nested);
    if nested {
        gabungan.extend(view.gabungan.iter().map(|merged| Gabungan {
            atas: merged.atas + kepala.len(),
            kiri: merged.kiri + BEFORE,
            bawah: merged.bawah + kepala.len(),
            kanan: merged.kanan + BEFORE,
        }));
    }
    let inner: HashSet<(usize, usize)> = view.gabungan.iter().flat_map(Gabungan::inner).filter(|_| nested).collect();
    let baris = view.baris.iter().enumerate().map(|(row, entri)| {
        let own = entri.teks.iter().enumerate().map(|(column, text)| match inner.contains(&(row, column)) {
            true => Value::Kosong,
            false => value(entri, &view.kolom[column], column, text),
        });
        let sel = [Value::Teks(entri.kunci.clone()), Value::Teks(entri.jenis.clone())].into_iter().chain(own).collect();
        let heading = plan && entri.tingkat + 1 < view.tingkat.len() || JENIS_BARIS.contains(&entri.jenis.as_str());
        PageRow { sel, tingkat: entri.tingkat as u8, tebal: heading }
    });
    Page { nama: view.nama.clone(), kolom, baris: baris.collect(), beku: BEFORE, gabungan, kepala }
}

fn value(entri: &Entri<'_>, lajur: &Lajur<'_>, column: usize, text: &str) -> Value {
    if let Some((_, level)) = &lajur.bidang
        && *level != entri.tingkat
    {
        return Value::Tertutup;
    }
    let number =
        || number(text).filter(|_| lajur.isi == IsiKolom::Bilangan && !JENIS_BARIS.contains(&entri.jenis.as_str()));
    match (entri.sel[column].is_some(), text) {
        (_, "") => Value::Kosong,
        (false, text) => Value::Teks(text.to_owned()),
        (true, text) => number().unwrap_or_else(|| Value::Teks(text.to_owned())),
    }
}

/// A number that a sheet holds exactly.
fn number(text: &str) -> Option<Value> {
    let exact: Bilangan = text.parse().ok()?;
    let small = exact.digits.unsigned_abs() < 1_000_000_000_000_000;
    small.then(|| Value::Bilangan(exact.real(), exact.places as usize, text.to_owned()))
}

/// The head's rows, and its merged cells.
fn heads(view: &View<'_>, nested: bool) -> (Vec<Vec<String>>, Vec<Gabungan>) {
    let kind = JENIS[usize::from(!view.tingkat.is_empty())];
    if !nested || view.depth() == 1 {
        let own = view.kolom.iter().map(|lajur| lajur.judul.clone());
        return (vec![[KUNCI.to_owned(), kind.to_owned()].into_iter().chain(own).collect()], Vec::new());
    }
    fn place(kolom: &[Kolom], row: usize, mut x: usize, rows: &mut [Vec<String>], merged: &mut Vec<Gabungan>) {
        for column in kolom {
            let across = Kolom::leaves(std::slice::from_ref(column)).len();
            let down = if column.anak.is_empty() { rows.len() - row } else { 1 };
            rows[row][x] = column.judul.as_plain().to_uppercase();
            if across > 1 || down > 1 {
                merged.push(Gabungan { atas: row, kiri: x, bawah: row + down - 1, kanan: x + across - 1 });
            }
            place(&column.anak, row + 1, x, rows, merged);
            x += across;
        }
    }
    let depth = view.depth();
    let mut rows = vec![vec![String::new(); view.kolom.len() + BEFORE]; depth];
    let mut merged = Vec::new();
    for (at, text) in [KUNCI, kind].into_iter().enumerate() {
        rows[0][at] = text.to_owned();
        merged.push(Gabungan { atas: 0, kiri: at, bawah: depth - 1, kanan: at });
    }
    place(view.kepala, 0, BEFORE, &mut rows, &mut merged);
    (rows, merged)
}

/// Widths in letters.
fn widths(view: &View<'_>) -> Vec<f64> {
    let share = |lajur: &Lajur<'_>| match lajur.kolom.map(|column| column.lebar) {
        Some(Lebar::Tetap(length)) => (length.0, 0.0),
        Some(Lebar::Bobot(bobot)) => (0.0, bobot),
        None => (0.0, 1.0),
    };
    let shares: Vec<(f64, f64)> = view.kolom.iter().map(share).collect();
    let fixed: f64 = shares.iter().map(|share| share.0).sum();
    let sum: f64 = shares.iter().map(|share| share.1).sum();
    let each = if sum > 0.0 { ((SHARED - fixed).max(200.0)) / sum } else { 0.0 };
    shares.iter().map(|(fixed, bobot)| ((fixed + bobot * each) / LETTER).clamp(6.0, 80.0).round()).collect()
}

/// What a column's drop-down offers: the months of the decree's year, or those who are responsible.
fn choices(view: &View<'_>, at: usize, lajur: &Lajur<'_>, tahun: &str) -> Vec<String> {
    if lajur.isi != IsiKolom::Teks {
        return Vec::new();
    }
    let head = folded(&lajur.judul);
    let named = |words: &[&str]| words.iter().any(|word| head.contains(word));
    if named(&["waktu", "bulan", "target"]) {
        return BULAN.iter().map(|month| format!("{month} {tahun}").trim().to_owned()).collect();
    }
    if named(&["penanggung jawab", "pelaksana", "pengampu", "unit kerja"]) {
        let mut found: Vec<String> = Vec::new();
        for text in view.baris.iter().filter(|row| row.sel[at].is_some()).map(|row| &row.teks[at]) {
            let one_line = !text.is_empty() && !text.contains('\n') && text != "^" && text != "<";
            if one_line && !found.contains(text) {
                found.push(text.clone());
            }
        }
        found.truncate(CHOICES);
        return found;
    }
    Vec::new()
}
