//! Files damaged by chance: PDFs and workbooks are read or refused, and nothing breaks down.
//!
//! `NASKAH_SEMBARANG=5000` makes as many of each, `NASKAH_SEMBARANG_AWAL=100` begins at another seed.

use std::fs;
use std::path::Path;

use naskah_formats::pdf::gambar::{Cara, pandang};
use naskah_formats::pdf::{Pdf, added, guarded};
use naskah_formats::sheets::{MAX_COLUMNS, MAX_ROWS, Workbook};

use super::tulis::Dasar;
use super::{is_taken, semua};
use crate::pembaruan::Dadu;
use crate::pembaruan::tulis::dasar;

/// Larger files are no seeds: most of what is damaged in them means nothing.
const SMALL: usize = 12 * 1024;

/// What is put between bytes.
const KATA: [&[u8]; 16] = [
    b"<<",
    b">>",
    b"[",
    b"]",
    b"(",
    b"\0",
    b"-1",
    b"99999999999999999999",
    b" 0 R",
    b"endobj",
    b"stream\n",
    b"/Kids",
    b"/Length 4294967296",
    b"&#x0;",
    b"<c r=\"XFD1048577\"><v>1</v></c>",
    b"\"\n;",
];

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// A file with some of its parts exchanged, doubled or left out, or put in from another.
fn damaged(seeds: &[Vec<u8>], dadu: &mut Dadu) -> Vec<u8> {
    let mut out = seeds[dadu.below(seeds.len())].clone();
    for _ in 0..1 + dadu.below(5) {
        let at = dadu.below(out.len() + 1);
        let end = (at + 1 + dadu.below(60)).min(out.len());
        match dadu.below(6) {
            0 => drop(out.splice(at.min(end)..end, [u8::try_from(dadu.below(256)).unwrap_or(0)])),
            1 => drop(out.drain(at.min(end)..end)),
            2 => drop(out.splice(at..at, KATA[dadu.below(KATA.len())].iter().copied())),
            3 => {
                let part = out[at.min(end)..end].to_vec();
                let to = dadu.below(out.len() + 1);
                out.splice(to..to, part);
            }
            4 => {
                let other = &seeds[dadu.below(seeds.len())];
                let from = dadu.below(other.len() + 1);
                let part = other[from..(from + dadu.below(400)).min(other.len())].to_vec();
                out.splice(at.min(end)..end, part);
            }
            _ => out.truncate(at.max(out.len() / 2)),
        }
    }
    out
}

#[test]
fn damaged_pdfs_are_read_or_refused() {
    let base = dasar();
    let made = Pdf::open(&base).expect("a PDF");
    let small = |(_, bytes): (String, Vec<u8>)| (bytes.len() < SMALL).then_some(bytes);
    let seeds: Vec<Vec<u8>> = semua(&Dasar::new(&base)).into_iter().filter_map(small).collect();
    let from = number("NASKAH_SEMBARANG_AWAL", 1);
    let mut faults = Vec::new();
    let (mut opened, mut same) = (0, 0);
    for seed in from..from + number("NASKAH_SEMBARANG", 150) {
        let bytes = damaged(&seeds, &mut Dadu(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        opened += usize::from(Pdf::open(&bytes).is_ok());
        let whole = [&base[..], &bytes].concat();
        for bytes in [&bytes, &whole] {
            match guarded(|| is_taken(&made, &base, bytes)) {
                None => faults.push(format!("{seed}: breaks down")),
                Some(false) => {}
                Some(true) => {
                    same += 1;
                    let update = added(&made, bytes, base.len()).0;
                    let kecuali = update.tambahan.iter().filter_map(|one| one.tempat_bukti()).collect();
                    let seen = pandang(&base, bytes, &Cara { kecuali, semua: true, ..Cara::default() });
                    let alike = seen.is_some_and(|seen| seen.beda.is_empty());
                    faults.extend((!alike).then(|| format!("{seed}: taken, but looks otherwise")));
                }
            }
        }
    }
    println!("{} seeds, {opened} of the damaged opened, {same} taken for what was made", seeds.len());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn damaged_workbooks_are_read_or_refused() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let files = fs::read_dir(cases).expect("cases").filter_map(|entry| fs::read_dir(entry.ok()?.path()).ok()).flatten();
    let books = files.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| {
        path.extension().is_some_and(|end| ["xlsx", "ods", "csv", "docx"].iter().any(|known| end == *known))
    });
    let mut books: Vec<_> = books.collect();
    books.sort();
    let seeds: Vec<Vec<u8>> =
        books.iter().filter_map(|path| fs::read(path).ok()).filter(|b| b.len() < 60_000).collect();
    let from = number("NASKAH_SEMBARANG_AWAL", 1);
    let mut opened = 0;
    for seed in from..from + number("NASKAH_SEMBARANG", 150) {
        let bytes = damaged(&seeds, &mut Dadu(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        for name in ["a.xlsx", "a.ods", "a.csv", "a.docx"] {
            let Ok(mut book) = Workbook::open(name, &bytes) else { continue };
            opened += 1;
            for sheet in book.names() {
                let Ok(read) = book.read(&sheet) else { continue };
                let within = read.baris.len() <= MAX_ROWS && read.baris.iter().all(|row| row.len() <= MAX_COLUMNS);
                assert!(within, "{seed}");
            }
        }
    }
    println!("{} seeds, {opened} opened", seeds.len());
}
