//! The report as a sheet: one row an entry, under a heading for each fate.

use naskah_formats::sheets::{Page, PageColumn, PageRow, Value};

use super::page::{HEADS, row};
use super::report::{Fate, Report};

/// Widths of the columns, in letters.
const WIDTHS: [f64; HEADS.len()] = [6.0, 32.0, 8.0, 48.0, 48.0, 48.0];
/// The columns with numbers.
const NUMBERS: [usize; 2] = [0, 2];

/// The sheet.
pub fn page(report: &Report) -> Page {
    let mut baris = Vec::new();
    for fate in Fate::ALL.into_iter().filter(|fate| report.of(*fate).next().is_some()) {
        let mut heading = vec![Value::Kosong; HEADS.len()];
        heading[1] = Value::Teks(format!("{} ({})", fate.heading(), report.of(fate).count()));
        baris.push(PageRow { sel: heading, tingkat: 0, tebal: true });
        for (at, entry) in report.of(fate).enumerate() {
            let sel = row(entry, at + 1).into_iter().enumerate().map(|(column, text)| value(column, text)).collect();
            baris.push(PageRow { sel, tingkat: 0, tebal: false });
        }
    }
    Page {
        nama: format!("Pembaruan {} ke {}", report.from, report.to),
        kepala: vec![HEADS.map(str::to_owned).to_vec()],
        kolom: WIDTHS.map(|lebar| PageColumn { lebar, pucat: false, pilihan: Vec::new() }).to_vec(),
        baris,
        gabungan: Vec::new(),
        beku: 0,
    }
}

fn value(column: usize, text: String) -> Value {
    match text.parse::<u32>() {
        _ if text.is_empty() => Value::Kosong,
        Ok(number) if NUMBERS.contains(&column) => Value::Bilangan(f64::from(number), 0, text),
        _ => Value::Teks(text),
    }
}
