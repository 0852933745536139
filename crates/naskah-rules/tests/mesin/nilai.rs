//! What the rules make of a decree: untouched, and with a slip.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use naskah_core::diag::{Diagnostic, Edit, Files, Level, Sink, edited};
use naskah_core::resolve::Edition;
use naskah_formats::read::bind;
use naskah_rules::run;

use crate::naskah::{Naskah, catalog};
use crate::tanam::Tanaman;

/// What one finding says of a text.
#[derive(Clone)]
pub struct Temuan {
    pub kode: &'static str,
    pub saran: bool,
    pub pesan: String,
    /// The line that it stands in.
    pub kutipan: String,
    /// Its cure.
    pub obat: Vec<Edit>,
    /// Whether it stands in the text of the slip, though not at the slip.
    pub sekitar: bool,
    /// Its places: its own, those it names, those it would mend.
    letak: Vec<(usize, usize)>,
}

/// What is found in an untouched decree.
pub struct Utuh {
    pub nama: String,
    pub temuan: Vec<Temuan>,
}

/// What became of a slip.
pub struct Hasil {
    pub jenis: usize,
    pub tempat: crate::jenis::Tempat,
    pub naskah: String,
    /// The sentence with the slip.
    pub kalimat: String,
    /// New findings at its place.
    pub kena: Vec<Temuan>,
    /// New findings elsewhere.
    pub luar: Vec<Temuan>,
    /// Whether a finding gives the right text back.
    pub sembuh: bool,
    /// What the cures together make of it, where that is neither the right text nor the slip: their codes, the line.
    pub ketiga: Option<(Vec<&'static str>, String)>,
}

/// Everything that is found in a text.
fn check(text: &str) -> Vec<Temuan> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    if let Some(resolved) = bind(file, &Edition::default(), catalog(), &mut files, &mut sink) {
        run(&resolved, catalog(), &files, &mut sink);
    }
    let told = |finding: &Diagnostic| {
        let own = finding.span.filter(|span| span.file == file);
        let labels = finding.labels.iter().map(|(span, _)| *span).filter(|span| span.file == file);
        let edits = finding.edits.iter().map(|edit| edit.span);
        let letak = own.into_iter().chain(labels).chain(edits).map(|span| (span.start, span.end)).collect();
        let line = own.map_or("", |span| {
            let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
            text[start..].split('\n').next().unwrap_or_default().trim()
        });
        Temuan {
            kode: finding.code.id,
            saran: finding.level == Level::Saran,
            pesan: finding.message.clone(),
            kutipan: line.chars().take(400).collect(),
            obat: finding.edits.clone(),
            sekitar: false,
            letak,
        }
    };
    // N208 tells of the carried data, not of the text.
    sink.found().iter().filter(|finding| finding.code.id != "N208").map(told).collect()
}

/// What is found in each untouched decree.
pub fn utuh(all: &[Naskah]) -> Vec<Utuh> {
    side_by_side(all, |one| Utuh { nama: one.nama.clone(), temuan: check(&one.sumber) })
}

/// What becomes of each slip; `utuh` is what is found in the decrees as they were.
pub fn semua(all: &[Tanaman], utuh: &[Utuh]) -> Vec<Hasil> {
    side_by_side(all, |one| judge(one, utuh))
}

/// What becomes of a slip.
fn judge(one: &Tanaman, utuh: &[Utuh]) -> Hasil {
    let mut before: HashMap<(&str, String), usize> = HashMap::new();
    let known = utuh.iter().find(|decree| decree.nama == one.naskah && !one.sisip);
    for finding in known.map_or_else(|| check(&one.benar), |decree| decree.temuan.clone()) {
        *before.entry((finding.kode, finding.pesan)).or_default() += 1;
    }
    let (mut kena, mut luar) = (Vec::new(), Vec::new());
    for mut finding in check(&one.salah) {
        match before.get_mut(&(finding.kode, finding.pesan.clone())) {
            Some(count) if *count > 0 => *count -= 1,
            _ => {
                let within = |from: usize, to: usize| {
                    finding.letak.iter().any(|(start, end)| *start <= to + 1 && from <= *end + 1)
                };
                let near = within(one.dari, one.sampai);
                finding.sekitar = within(one.sekitar.0, one.sekitar.1);
                if near { kena.push(finding) } else { luar.push(finding) }
            }
        }
    }
    let cures: Vec<&Temuan> = kena.iter().chain(&luar).filter(|finding| !finding.obat.is_empty()).collect();
    let mended = edited(&one.salah, cures.iter().flat_map(|finding| &finding.obat));
    // The semicolon at the end of an item may be written or left to the program.
    let sembuh = !cures.is_empty() && mended.replace(";'", "'") == one.benar.replace(";'", "'");
    let third = !cures.is_empty() && !sembuh && mended != one.salah;
    let ketiga = third.then(|| (cures.iter().map(|finding| finding.kode).collect(), differing(&one.salah, &mended)));
    let kalimat = one.salah[one.sekitar.0..one.sekitar.1.min(one.salah.len())].trim().to_owned();
    Hasil { jenis: one.jenis, tempat: one.tempat, naskah: one.naskah.clone(), kalimat, kena, luar, sembuh, ketiga }
}

/// The first line of the second text that the first has not.
fn differing(first: &str, second: &str) -> String {
    let line = first.lines().zip(second.lines()).find(|(a, b)| a != b).map_or("", |(_, b)| b);
    line.trim().to_owned()
}

/// What `f` says of each, in their order, on all cores.
fn side_by_side<T: Sync, R: Send>(all: &[T], f: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let (next, out) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some((at, one)) = Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, all.get(at)?))) {
            let made = f(one);
            out.lock().unwrap_or_else(|broken| broken.into_inner()).push((at, made));
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..cores).for_each(|_| drop(scope.spawn(work))));
    let mut out = out.into_inner().unwrap_or_else(|broken| broken.into_inner());
    out.sort_by_key(|(at, _)| *at);
    out.into_iter().map(|(_, made)| made).collect()
}
