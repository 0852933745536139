//! Times the drafting rules in one process: what they read once, then reading and checking a decree of 85 rows.
//!
//! `cargo bench --bench kaidah` prints medians; it judges nothing.

use std::time::{Duration, Instant};

use naskah_core::catalog::{Catalog, Root};
use naskah_core::decree::Keputusan;
use naskah_core::diag::{Files, Sink};
use naskah_core::resolve::{self, Edition};
use naskah_core::yaml;

const DECREE: &str = "data/keputusan/2025/006-rencana-aksi-zona-integritas.yaml";
const RUNS: usize = 25;

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times.get(times.len() / 2).map_or(0.0, |time| time.as_secs_f64() * 1e3)
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let clock = Instant::now();
    std::hint::black_box(work());
    clock.elapsed()
}

fn main() {
    let fresh = || Catalog::new(Root::embedded());
    let times = |work: &dyn Fn(&Catalog) -> usize| {
        median(
            (0..RUNS)
                .map(|_| {
                    let catalog = fresh();
                    timed(|| work(&catalog))
                })
                .collect(),
        )
    };
    println!("laws            {:8.2} ms", times(&|catalog| catalog.laws().len()));
    println!("words           {:8.2} ms", times(&|catalog| usize::from(catalog.kata().knows("keputusan"))));
    println!("areas           {:8.2} ms", times(&|catalog| usize::from(catalog.wilayah().is_place_name("Semarang"))));
    let text = std::fs::read_to_string(DECREE).unwrap_or_default();
    let catalog = fresh();
    let runs: Vec<[Duration; 3]> = (0..RUNS).filter_map(|_| check(&text, &catalog)).collect();
    for (at, stage) in ["read", "resolve", "rules"].iter().enumerate() {
        println!("{stage:<16}{:8.2} ms", median(runs.iter().map(|run| run[at]).collect()));
    }
}

/// Reading, resolving, and the rules, each once, with what the rules read already there but for the first run.
fn check(text: &str, catalog: &Catalog) -> Option<[Duration; 3]> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add(DECREE, text);
    let clock = Instant::now();
    let tree = yaml::parse(&files, file, &mut sink)?;
    let begun = files.now();
    let jenis = resolve::kind(&tree, catalog, &mut files, &mut sink);
    let keputusan = Keputusan::read(&tree, jenis.as_ref().and_then(|j| j.susunan.as_ref()), &mut sink)?;
    let read = clock.elapsed();
    let clock = Instant::now();
    let resolved = resolve::resolve(
        keputusan,
        resolve::Origin { source: file, begun, gambar: Vec::new() },
        &Edition::default(),
        catalog,
        &mut files,
        &mut sink,
    );
    let bound = clock.elapsed();
    let rules = timed(|| naskah_rules::check(resolved, catalog, &files, &mut sink));
    Some([read, bound, rules])
}
