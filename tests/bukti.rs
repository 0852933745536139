//! Decrees made by chance, whose finished pages are looked at.
//!
//! A few with fixed seeds are always made. `NASKAH_BUKTI=1000` makes as many, `NASKAH_BUKTI_AWAL=5000` begins at
//! another seed; what was found is counted by kind, and each decree with a fault stands in `target/bukti`. Where
//! `NASKAH_BUKTI_PDF` names a folder, every decree and its PDFs stand there, for other eyes.

pub mod acak;
mod aksara;
mod isi_lain;
mod lain;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use naskah::Means;
use naskah_core::catalog::Root;
use naskah_core::diag::Sink;
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Bentuk, Edition};

use crate::support::{files_below, lay_out_with, project, text_of, with_fonts};

/// The seeds of those that are always made.
const SELALU: [u64; 12] = [1, 2, 4, 5, 6, 8, 9, 11, 12, 13, 15, 16];

/// The papers, each of an office of its own.
pub const KERTAS: [&str; 3] = ["F4-210", "F4-215", "A4"];

/// From this seed on decrees are of any shape that the format lets be.
pub const LAIN: u64 = 100_000;

/// An office with a page of its own.
#[derive(Clone, Copy)]
pub struct Kantor {
    pub nama: &'static str,
    halaman: &'static str,
    /// Width of the text on upright and on lying pages, in points.
    pub lebar: (u64, u64),
}

const fn kantor(nama: &'static str, halaman: &'static str, lebar: (u64, u64)) -> Kantor {
    Kantor { nama, halaman, lebar }
}

/// The offices of [`lain`].
pub const KANTOR: [Kantor; 10] = [
    kantor("lain-f4", "kertas: F4-210", (439, 793)),
    kantor("lain-a4", "kertas: A4, kata_penyambung: ya, kaki: jdih.example.go.id/uji", (439, 700)),
    kantor("lain-legal", "kertas: Legal, margin_cermin: ya", (456, 866)),
    kantor("lain-a3", "kertas: A3", (686, 1049)),
    kantor(
        "lain-sempit",
        "kertas: A4, margin: {kiri: 5 cm, kanan: 5 cm}, margin_lanskap: {kiri: 7 cm, kanan: 7 cm}",
        (311, 445),
    ),
    kantor(
        "lain-pendek",
        "kertas: A4, margin: {atas: 7 cm, bawah: 7 cm}, margin_lanskap: {atas: 4 cm, bawah: 4 cm}",
        (439, 700),
    ),
    kantor(
        "lain-besar",
        "kertas: F4-215, ukuran: 13 pt, spasi: 24 pt, tabel_ukuran: 12 pt, nomor_halaman: 1 dari 2",
        (453, 793),
    ),
    kantor(
        "lain-kecil",
        "kertas: A4, ukuran: 11 pt, spasi: 15 pt, tabel_ukuran: 9 pt, tabel_spasi: 1.1, sidik: keduanya",
        (439, 700),
    ),
    kantor("lain-tte", "kertas: F4-210, tte: {lebar: 5 cm, tinggi: '2,5 cm'}, nomor_lampiran: ulang", (439, 793)),
    kantor(
        "lain-paraf",
        "kertas: A4, paraf: [Kasubbag Hukum, Sekretaris], bab_halaman_baru: ya, tanda: RAHASIA",
        (439, 700),
    ),
];

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|text| text.parse().ok())
}

fn seeds() -> Vec<u64> {
    let from = number("NASKAH_BUKTI_AWAL").unwrap_or(1);
    number("NASKAH_BUKTI").map_or(SELALU.to_vec(), |count| (from..from + count).collect())
}

/// The findings about pages, of which none is due.
fn faults(messages: &str) -> Vec<&str> {
    let about = |line: &&str| ["[N005]", "[N403]", "[N404]", "[N41"].iter().any(|code| line.contains(code));
    messages.lines().filter(about).collect()
}

/// Why there are no pages.
fn refused(messages: &str) -> &str {
    messages.lines().find(|line| line.contains(": galat")).unwrap_or("no pages")
}

/// A folder with the styles and the offices of the decrees.
fn offices() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir_all(folder.path().join("data/kantor")).expect("a folder");
    // The styles as they stand, so that a change of them is looked at without a new build.
    for path in files_below("templates", "") {
        let to = folder.path().join(path.strip_prefix(project()).unwrap_or(&path));
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::copy(&path, to).expect("a file");
    }
    for kertas in KERTAS {
        let office = format!("{}halaman: {{kertas: {kertas}}}\n", text_of("tests/bukti/kantor.yaml"));
        let name = format!("uji-{}.yaml", kertas.to_lowercase());
        fs::write(folder.path().join("data/kantor").join(name), office).expect("a file");
    }
    for kantor in KANTOR {
        let office = format!("{}halaman: {{{}}}\n", text_of("tests/bukti/kantor.yaml"), kantor.halaman);
        fs::write(folder.path().join("data/kantor").join(format!("{}.yaml", kantor.nama)), office).expect("a file");
    }
    folder
}

#[test]
fn the_pages_of_decrees_made_by_chance_are_right() {
    let folder = offices();
    let data = with_fonts(Root::overlaid(folder.path()));
    let kept = project().join("target/bukti");
    let shown = std::env::var_os("NASKAH_BUKTI_PDF").map(PathBuf::from);
    let seeds = seeds();
    let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for seed in &seeds {
        let text = if *seed < LAIN { acak::keputusan(*seed) } else { lain::keputusan(*seed) };
        for bentuk in [Bentuk::Asli, Bentuk::Salinan] {
            let asli = (bentuk == Bentuk::Salinan).then(|| Sidik::of("asli"));
            let edition = Edition { bentuk, asli, ..Edition::default() };
            let made = lay_out_with("naskah.yaml", &text, &data, edition);
            if let Some((folder, typeset)) = shown.as_ref().zip(made.typeset.as_ref()) {
                let means = Means { catalog: &data.0, fonts: &data.1, files: &made.files };
                let name = format!("{seed}-{bentuk:?}.pdf").to_lowercase();
                let pdf = typeset.pdf(&means, &mut Sink::default()).unwrap_or_default();
                fs::write(folder.join(name), pdf).expect("a file");
                fs::write(folder.join(format!("{seed}.yaml")), &text).expect("a file");
            }
            let messages = made.messages();
            let found = faults(&messages);
            let none = made.typeset.is_none() && found.is_empty();
            for line in found.into_iter().chain(none.then(|| refused(&messages))) {
                let code = line.split(['[', ']']).nth(1).unwrap_or("none").to_owned();
                kinds.entry(code).or_default().push(format!("{seed} {bentuk:?} {line}"));
                fs::create_dir_all(&kept).expect("a folder");
                fs::write(kept.join(format!("{seed}.yaml")), &text).expect("a file");
            }
        }
        naskah_pages::typeset::forget(0);
    }
    let table: String = kinds
        .iter()
        .map(|(code, lines)| format!("{code} {}\n{}\n", lines.len(), lines[..lines.len().min(40)].join("\n")))
        .collect();
    assert!(kinds.is_empty(), "of {} decrees:\n{table}", seeds.len());
}
