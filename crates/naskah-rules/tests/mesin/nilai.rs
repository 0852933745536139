//! What the rules make of a decree: untouched, and with a slip.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use naskah_core::diag::{Diagnostic, Files, Level, Sink, edited};
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
    /// What its cure makes of the whole file.
    pub obat: Option<String>,
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
    /// Cures that give neither the right text nor leave the slip: code and line.
    pub ketiga: Vec<(&'static str, String)>,
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
            obat: (!finding.edits.is_empty()).then(|| edited(text, &finding.edits)),
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

/// What becomes of each slip.
pub fn semua(all: &[Tanaman]) -> Vec<Hasil> {
    side_by_side(all, judge)
}

/// What becomes of a slip.
fn judge(one: &Tanaman) -> Hasil {
    let mut before: HashMap<(&str, String), usize> = HashMap::new();
    for finding in check(&one.benar) {
        *before.entry((finding.kode, finding.pesan)).or_default() += 1;
    }
    let (mut kena, mut luar) = (Vec::new(), Vec::new());
    for finding in check(&one.salah) {
        match before.get_mut(&(finding.kode, finding.pesan.clone())) {
            Some(count) if *count > 0 => *count -= 1,
            _ => {
                let near = finding.letak.iter().any(|(start, end)| *start <= one.sampai + 1 && one.dari <= *end + 1);
                if near { kena.push(finding) } else { luar.push(finding) }
            }
        }
    }
    let cures = || kena.iter().chain(&luar).filter_map(|finding| Some((finding.kode, finding.obat.as_ref()?)));
    let sembuh = cures().any(|(_, text)| *text == one.benar);
    let third = cures().filter(|(_, text)| **text != one.benar && **text != one.salah);
    let ketiga = third.map(|(kode, text)| (kode, differing(&one.salah, text))).collect();
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
