//! The whole register, year after year: every decree with its withdrawal, and what became of one of them.

use std::collections::HashMap;

use super::hubungan::{self, Hubungan, Kaitan, Terbitan};
use super::register::{Banding, Baris, BatalRingkas, Buku, Kunci, KunciRingkas, PeristiwaRingkas, Ringkas};
use crate::run::Run;
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Files, Sink};

/// What amends or revokes a decree, in the order of their issues. What is wrong with the register is reported.
pub fn nasib(buku: &Buku, kunci: &Kunci, run: &mut Run) -> Option<Vec<(Kaitan, Kunci)>> {
    let years = bytes(buku, run)?;
    let lines = lines(buku, &years, &mut run.files, &mut run.sink)?;
    let terbitan = issued(&lines);
    let about = about(kunci, &terbitan, &run.catalog).into_iter();
    Some(about.map(|one| (one.kaitan, terbitan[one.oleh].kunci.owned())).collect())
}

/// The same in words, for one who only wants to know; of a register that cannot be read nothing.
pub fn berubah(buku: &Buku, kunci: &Kunci, catalog: &Catalog) -> Vec<String> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let years = contents(buku, &mut sink).unwrap_or_default();
    let lines = read(buku, &years, &mut files, &mut sink).unwrap_or_default();
    let terbitan = issued(&lines);
    about(kunci, &terbitan, catalog).iter().map(|one| one.told(&terbitan)).collect()
}

/// What is done to one decree.
fn about<'a>(kunci: &Kunci, terbitan: &[Terbitan<'a>], catalog: &Catalog) -> Vec<Hubungan<'a>> {
    let own = KunciRingkas::from(kunci);
    let mut all = hubungan::of(terbitan, catalog);
    all.retain(|one| one.sasaran.is_some_and(|at| *terbitan[at].kunci == own));
    all
}

/// The files of the register, by year.
pub fn bytes(buku: &Buku, run: &mut Run) -> Option<Vec<(i32, Vec<u8>)>> {
    let years = contents(buku, &mut run.sink);
    run.failed |= run.sink.has_errors();
    years
}

/// The same, where a register that cannot be read is no failure of the run.
pub fn contents(buku: &Buku, sink: &mut Sink) -> Option<Vec<(i32, Vec<u8>)>> {
    buku.semua_tahun().into_iter().map(|year| buku.isi(year, sink).map(|bytes| (year, bytes))).collect()
}

/// The files as they will be once these lines are written.
pub fn with<'a>(mut years: Vec<(i32, Vec<u8>)>, lines: impl Iterator<Item = &'a Baris>) -> Vec<(i32, Vec<u8>)> {
    for line in lines {
        let year = line.kunci.tahun;
        let at = years.iter().position(|(own, _)| *own == year).unwrap_or_else(|| {
            years.push((year, Vec::new()));
            years.len() - 1
        });
        years[at].1.extend(line.line());
        years[at].1.push(b'\n');
    }
    years.sort_by_key(|(year, _)| *year);
    years
}

/// Their lines. Every file is looked at, so that all faults are told at once.
pub fn lines<'a>(
    buku: &Buku,
    years: &'a [(i32, Vec<u8>)],
    files: &mut Files,
    sink: &mut Sink,
) -> Option<Vec<Vec<Ringkas<'a>>>> {
    let lines = read(buku, years, files, sink)?;
    for ((year, bytes), lines) in years.iter().zip(&lines) {
        let found = buku.keganjilan(*year, bytes, lines.iter().map(|line| &line.kunci), Banding::Semua);
        found.iter().for_each(|one| sink.push(one.told(buku)));
    }
    (!sink.has_errors()).then_some(lines)
}

/// Their lines alone, without a look at what was frozen.
pub fn read<'a>(
    buku: &Buku,
    years: &'a [(i32, Vec<u8>)],
    files: &mut Files,
    sink: &mut Sink,
) -> Option<Vec<Vec<Ringkas<'a>>>> {
    let read = |(year, bytes): &'a (i32, Vec<u8>)| buku.ringkas(*year, bytes, files, sink);
    let lines: Vec<Option<Vec<Ringkas<'a>>>> = years.iter().map(read).collect();
    lines.into_iter().collect()
}

/// The decrees of the register in the order of their issues, each with its withdrawal.
pub fn issued<'a>(years: &'a [Vec<Ringkas<'a>>]) -> Vec<Terbitan<'a>> {
    let mut withdrawn: HashMap<&KunciRingkas<'_>, &BatalRingkas<'_>> = HashMap::new();
    let mut all = Vec::with_capacity(years.iter().map(Vec::len).sum());
    for line in years.iter().flatten() {
        match &line.peristiwa {
            PeristiwaRingkas::Terbit(terbit) => all.push(Terbitan { kunci: &line.kunci, terbit, batal: None }),
            PeristiwaRingkas::Batal(batal) => {
                withdrawn.insert(&line.kunci, batal);
            }
        }
    }
    if !withdrawn.is_empty() {
        all.iter_mut().for_each(|one| one.batal = withdrawn.get(one.kunci).copied());
    }
    all
}
