//! Times the stages of one decree in one process: everything before the typesetter against the whole.
//!
//! `cargo bench` prints medians and shares; it judges nothing. Whole processes against plain `typst compile` are
//! timed by `benches/banding`.

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
    let text = std::fs::read_to_string(DECREE).unwrap_or_default();
    let catalog = Catalog::new(Root::embedded());
    let fonts = Fonts::load(&catalog);
    let runs: Vec<Stages> = (0..RUNS).filter_map(|_| run(&text, &catalog, &fonts)).collect();
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
