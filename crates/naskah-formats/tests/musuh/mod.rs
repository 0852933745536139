//! PDFs made to do harm to who reads, draws or compares them: none of them breaks the reader down, none takes it longer than
//! a budget, and none is taken for what was made.
//!
//! What a second renderer does with them is tried where `NASKAH_MUSUH` asks for it: `1` for all, otherwise for those whose
//! name holds it; what each costs is listed. It may go on without end, so `verifikasi` runs it in a process of its own.
//! Otherwise the smaller ones are read. `NASKAH_MUSUH_BERKAS` names a folder for the files.

mod laman;
mod rangka;
mod sembarang;
mod tulis;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use naskah_formats::pdf::gambar::{Cara, pandang};
use naskah_formats::pdf::{Pdf, added, ends, guarded};

use crate::pembaruan::tulis::dasar;
use tulis::Dasar;

/// Larger ones are tried where that is asked for.
const SMALL: usize = 200 * 1024;

/// So long may one of them be read, where other tests run beside it.
const PATIENCE: Duration = Duration::from_secs(60);

/// Every hostile PDF with its name.
fn semua(dasar: &Dasar) -> Vec<(String, Vec<u8>)> {
    let replaced = laman::semua(dasar).into_iter().chain(rangka::objek(dasar));
    let both = replaced.flat_map(|(name, objects)| {
        [("behind", false), ("anew", true)].map(|(how, anew)| (format!("{name}, {how}"), dasar.dengan(&objects, anew)))
    });
    both.chain(rangka::berkas_lain(dasar)).collect()
}

/// Reads a PDF as `verifikasi` and `ekstrak` do; whether it is taken for what was made.
fn is_taken(made: &Pdf, base: &[u8], bytes: &[u8]) -> bool {
    ends(bytes);
    let opened = Pdf::open(bytes);
    if let Ok(pdf) = &opened {
        drop(pdf.carried());
        (0..pdf.count().min(3)).for_each(|page| drop(pdf.words(page)));
        drop((pdf.sidik_halaman(), made.other_entries(pdf), made.restated(pdf)));
    }
    bytes.starts_with(base) && added(made, bytes, base.len()).0.perubahan.is_empty()
}

#[test]
fn what_does_harm_is_read_within_a_budget() {
    let base = dasar();
    let made = Pdf::open(&base).expect("a PDF");
    let asked = std::env::var("NASKAH_MUSUH").ok();
    let kept = std::env::var_os("NASKAH_MUSUH_BERKAS").map(PathBuf::from);
    let mut faults = Vec::new();
    let wanted = |(name, bytes): &(String, Vec<u8>)| match asked.as_deref() {
        None => bytes.len() < SMALL,
        Some(asked) => asked == "1" || name.contains(asked),
    };
    let all: Vec<_> = semua(&Dasar::new(&base)).into_iter().filter(wanted).collect();
    for (name, bytes) in &all {
        if let Some(folder) = &kept {
            std::fs::write(folder.join(format!("{}.pdf", name.replace([',', ' '], "-"))), bytes).expect("a file");
        }
        let begun = Instant::now();
        let taken = guarded(|| is_taken(&made, &base, bytes));
        let took = begun.elapsed();
        if took > PATIENCE || taken == Some(true) {
            faults.push(format!("{name}: taken {taken:?} after {took:?}"));
        }
        if asked.is_some() {
            println!("{name} ({} KB): {taken:?} {:.2} s", bytes.len() / 1024, took.as_secs_f64());
            let begun = Instant::now();
            let cara = Cara { waktu: Some(Duration::from_secs(2)), semua: true, ..Cara::default() };
            let seen = guarded(|| pandang(&base, bytes, &cara)).flatten();
            println!("    drawn: {:?} {:.2} s", seen.map(|seen| seen.beda.len()), begun.elapsed().as_secs_f64());
        }
    }
    println!("{} hostile PDFs", all.len());
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), all.len(), faults.join("\n"));
}
