//! Times the stages of one decree in one process: everything before the typesetter against the whole.
//!
//! `cargo bench` prints medians and shares; it judges nothing. Whole processes against plain `typst compile` are
//! timed by `benches/banding`, which also runs `tahap hangat DECREE`: a word of it changed again and again, each time
//! read, checked, laid out and written as a PDF; what it prints is the median in seconds and the highest memory in MB.

use std::time::{Duration, Instant};

use naskah_core::catalog::{Catalog, Root};
use naskah_core::diag::{Files, Sink};
use naskah_core::resolve::Edition;
use naskah_pages::Means;
use naskah_pages::typeset::{self, Fonts};

const DECREE: &str = "data/keputusan/2025/006-rencana-aksi-zona-integritas.yaml";
const RUNS: usize = 15;

/// Durations of one run: reading and checking, laying out, writing the PDF.
type Stages = [Duration; 3];

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let catalog = Catalog::new(Root::embedded());
    let fonts = Fonts::load(&catalog);
    match &asked[..] {
        [what, path] if what == "hangat" => warm(path, &catalog, &fonts),
        _ => stages(&catalog, &fonts),
    }
}

fn stages(catalog: &Catalog, fonts: &Fonts) {
    let text = std::fs::read_to_string(DECREE).unwrap_or_default();
    let runs: Vec<Stages> = (0..RUNS).filter_map(|_| run(&text, catalog, fonts)).collect();
    if runs.len() < RUNS {
        println!("{DECREE} tidak dapat disusun");
        std::process::exit(1);
    }
    let median = |stage: usize| {
        let mut times: Vec<Duration> = runs.iter().map(|run| run[stage]).collect();
        times.sort();
        times[RUNS / 2].as_secs_f64() * 1e3
    };
    let times = [0, 1, 2].map(median);
    let whole: f64 = times.iter().sum();
    for (name, time) in ["read and check", "lay out", "PDF"].iter().zip(times) {
        println!("{name:<16}{time:8.2} ms {:5.1} %", time / whole * 100.0);
    }
    println!("before typst    {:8.2} ms {:5.1} % of {whole:.1} ms", times[0], times[0] / whole * 100.0);
}

fn run(text: &str, catalog: &Catalog, fonts: &Fonts) -> Option<Stages> {
    typeset::forget(0);
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let mut clock = Instant::now();
    let mut lap = || std::mem::replace(&mut clock, Instant::now()).elapsed();
    let file = files.add(DECREE, text);
    let checked = naskah::read(file, &Edition::default(), catalog, &mut files, &mut sink)?;
    let read = lap();
    let means = Means { catalog, fonts, files: &files };
    let typeset = naskah::typeset(checked, &means, &mut sink)?;
    let layout = lap();
    typeset.pdf(&means, &mut sink)?;
    Some([read, layout, lap()])
}

/// The word that is changed: one goes in behind it.
const WORD: &str = "bahwa ";

fn warm(path: &str, catalog: &Catalog, fonts: &Fonts) {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let once = |n: usize| {
        typeset::forget(3);
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let clock = Instant::now();
        let file = files.add(path, text.replacen(WORD, &format!("{WORD}pada tahap {n} "), 1));
        let resolved = naskah::bind(file, &Edition::default(), catalog, &mut files, &mut sink)?;
        let means = Means { catalog, fonts, files: &files };
        let typeset = naskah::check_and_typeset(resolved, &means, &mut sink)?;
        typeset.pdf(&means, &mut sink)?;
        Some(clock.elapsed())
    };
    // The first teach the typesetter what the others need not do again.
    let mut times: Vec<Duration> = (1..RUNS + 4).filter_map(once).skip(3).collect();
    times.sort();
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        told.lines().find_map(|line| line.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse::<f64>().ok());
    match times.get(times.len() / 2) {
        Some(median) => println!("{:.5} {:.0}", median.as_secs_f64(), peak.unwrap_or_default() / 1024.0),
        None => std::process::exit(1),
    }
}
