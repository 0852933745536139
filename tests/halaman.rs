//! Every page right: whole decrees from seeds, of every form that an office has, whose finished pages are looked at and whose
//! texts are read back from their PDFs.
//!
//! A few fixed seeds are always made. `NASKAH_BENIH=1000-1999` makes others, also `7,9,20-40`, and prints what was found by
//! code, with the seeds; each faulty decree stands in `target/halaman` beside the data that it needs.

mod baca;
mod isi;
mod kaidah;
mod kolom;
mod lebar;
mod muat;
mod naskah;
mod salin;
mod tabel;
mod tata;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use naskah::Naskah;
use naskah_core::catalog::{Catalog, Root};
use naskah_core::diag::Sink;
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Bentuk, Edition};
use naskah_pages::typeset::Fonts;

use crate::support::{Made, files_below, lay_out_with, project, text_of, with_fonts};

/// The seeds that are always made; the last ones need what few do: an extract whose row leaves its signature little room, a
/// picture and a frame that do, and a row higher than a page before a sum.
const SELALU: [u64; 13] = [1, 2, 3, 4, 5, 6, 7, 8, 1351, 1442, 1472, 1540, 1695];

/// What was found of a decree: the code, and where.
type Temuan = (String, String);

/// The seeds that are asked for: numbers and ranges.
fn seeds() -> Vec<u64> {
    let Ok(asked) = std::env::var("NASKAH_BENIH") else { return SELALU.to_vec() };
    let one = |part: &str| {
        let (from, to) = part.split_once('-').unwrap_or((part, part));
        Some(from.trim().parse::<u64>().ok()?..=to.trim().parse().ok()?)
    };
    asked.split(',').flat_map(|part| one(part).expect("numbers and ranges, such as 7,20-40")).collect()
}

/// A folder with the styles as they stand, the offices, and the pictures that decrees name.
fn folder() -> PathBuf {
    let folder = project().join("target/halaman");
    drop(fs::remove_dir_all(&folder));
    let write = |to: PathBuf, bytes: &[u8]| {
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::write(to, bytes).expect("a file");
    };
    for path in files_below("templates", "") {
        write(folder.join(path.strip_prefix(project()).unwrap_or(&path)), &fs::read(&path).expect("a style"));
    }
    for (name, text) in tata::kantor() {
        write(folder.join("data/kantor").join(name), text.as_bytes());
    }
    for (name, text) in tata::gambar() {
        write(folder.join(name), text.as_bytes());
    }
    write(folder.join("data/lambang/uji.svg"), tata::lambang().as_bytes());
    let scan = fs::read(project().join("tests/cases/contoh-gambar/pemeriksaan.pdf")).expect("a scan");
    write(folder.join("pindai.pdf"), &scan);
    folder
}

/// The editions of a decree.
fn editions(naskah: &Naskah) -> Vec<Edition> {
    let of = |bentuk, asli| Edition { bentuk, asli, ..Edition::default() };
    let copy = |bentuk| of(bentuk, Some(Sidik::of("asli")));
    let mut out = vec![of(Bentuk::Asli, None), copy(Bentuk::Salinan)];
    out.extend(naskah.untuk.iter().map(|key| Edition { untuk: vec![key.clone()], ..copy(Bentuk::Petikan) }));
    out
}

/// The findings about pages, of which none is due, or why there are no pages.
fn faults(made: &Made) -> Vec<Temuan> {
    let messages = made.messages();
    let code = |line: &str| line.split(['[', ']']).nth(1).unwrap_or("tanpa kode").to_owned();
    let about = |line: &&str| line.contains("[N005]") || line.contains("[N4");
    let mut found: Vec<Temuan> = messages.lines().filter(about).map(|line| (code(line), line.to_owned())).collect();
    if made.typeset.is_none() && found.is_empty() {
        let line = messages.lines().find(|line| line.contains(": galat")).unwrap_or("no pages");
        found.push((code(line), line.to_owned()));
    }
    found
}

/// What is said of a finding that is due: the table has no room for its words by the sum of their widths.
const TAK_MUNGKIN: &str = " (told as it must be)";

/// Whether a finding is about a table that has no room for what it must hold: words are cut, or its widths are not those that
/// were asked for.
fn asked_too_much(naskah: &Naskah, code: &str, line: &str) -> bool {
    let at = line.split(':').nth(1).and_then(|at| at.parse::<usize>().ok());
    let sesak = naskah.sesak.iter().find(|one| at.is_some_and(|at| one.baris.contains(&at)));
    sesak.is_some_and(|one| code == "N421" || code == "N422" && one.kata)
}

/// What is wrong with a decree in one edition.
fn looked_at(naskah: &Naskah, seed: u64, edition: Edition, data: &(Catalog, Fonts), folder: &Path) -> Vec<Temuan> {
    let bentuk = edition.bentuk;
    let path = folder.join(format!("{seed}.yaml"));
    let made = lay_out_with(&path.to_string_lossy(), &naskah.yaml, data, edition);
    let mut found = faults(&made);
    if let Some(typeset) = &made.typeset {
        let means = ::naskah::Means { catalog: &data.0, fonts: &data.1, files: &made.files };
        let mut sink = Sink::default();
        match typeset.pdf(&means, &mut sink) {
            Some(pdf) => {
                let due = if bentuk == Bentuk::Petikan { &naskah.dipetik } else { &naskah.teks };
                found
                    .extend(baca::missing(&pdf, due).map(|text| ("teks".to_owned(), format!("not read back: {text}"))));
                if std::env::var_os("NASKAH_BENIH_PDF").is_some() {
                    let name = format!("{seed}-{bentuk:?}.pdf").to_lowercase();
                    fs::write(folder.join(name), pdf).expect("a file");
                }
            }
            None => found.push(("pdf".to_owned(), "no PDF".to_owned())),
        }
    }
    let told =
        |(code, line): Temuan| (if asked_too_much(naskah, &code, &line) { code + TAK_MUNGKIN } else { code }, line);
    found.into_iter().map(told).map(|(code, line)| (code, format!("{seed} {bentuk:?} {line}"))).collect()
}

/// What is wrong with the decree of a seed, in all its editions.
fn of_seed(seed: u64, data: &(Catalog, Fonts), folder: &Path) -> Vec<Temuan> {
    let naskah = naskah::naskah(seed);
    let mut found = Vec::new();
    for edition in editions(&naskah) {
        found.extend(looked_at(&naskah, seed, edition, data, folder));
    }
    if !found.is_empty() || std::env::var_os("NASKAH_BENIH_PDF").is_some() {
        fs::write(folder.join(format!("{seed}.yaml")), &naskah.yaml).expect("a file");
    }
    naskah_pages::typeset::forget(1);
    found
}

/// What was found, by its code: how often, in how many decrees, and the first of them.
fn table(found: Vec<Temuan>) -> String {
    let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
    found.into_iter().for_each(|(code, line)| kinds.entry(code).or_default().push(line));
    let seed = |line: &String| line.split(' ').next().unwrap_or_default().to_owned();
    let part = |(code, lines): (&String, &Vec<String>)| {
        let mut seeds: Vec<String> = lines.iter().map(seed).collect();
        seeds.dedup();
        let first = lines[..lines.len().min(12)].join("\n  ");
        format!("{code}: {} in {} decrees ({})\n  {first}\n", lines.len(), seeds.len(), seeds.join(" "))
    };
    kinds.iter().map(part).collect()
}

#[test]
fn every_page_of_whole_decrees_is_right() {
    let folder = folder();
    let data = with_fonts(Root::overlaid(&folder));
    let seeds = seeds();
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(seed) = seeds.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let of_it = of_seed(*seed, &data, &folder);
                    found.lock().expect("nobody panics with it").push((*seed, of_it));
                }
            });
        }
    });
    let mut found = found.into_inner().expect("nobody panics with it");
    found.sort_by_key(|(seed, _)| *seed);
    let faulty = found.iter().any(|(_, of_it)| of_it.iter().any(|(code, _)| !code.ends_with(TAK_MUNGKIN)));
    let table = table(found.into_iter().flat_map(|(_, of_it)| of_it).collect());
    println!("{} decrees\n{table}", seeds.len());
    assert!(!faulty, "of {} decrees:\n{table}", seeds.len());
}

#[test]
fn the_same_seed_is_the_same_decree() {
    for seed in SELALU {
        assert_eq!(naskah::naskah(seed).yaml, naskah::naskah(seed).yaml);
    }
    assert_ne!(naskah::naskah(1).yaml, naskah::naskah(2).yaml);
    assert!(text_of("tests/halaman/bahan.txt").starts_with('['));
}
