//! Times `daftar` over a register of 20,000 lines against reading the file once, in several senses of reading.
//!
//! `cargo bench --bench daftar` prints medians and ratios; it judges nothing. Whole processes are timed with their output
//! thrown away; the rest within this process.

use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use naskah::office::register::{Buku, Tahun};
use naskah_core::diag::{Files, Sink};
use naskah_core::fingerprint::Sidik;

const LINES: usize = 20_000;
const RUNS: usize = 21;

fn main() {
    let root = std::env::temp_dir().join(format!("naskah-daftar-{}", std::process::id()));
    let path = root.join("data/register/2020.jsonl");
    let made = fs::create_dir_all(root.join("data/register")).and_then(|()| fs::write(&path, register()));
    if let Err(error) = made {
        println!("{}: {error}", path.display());
        std::process::exit(1);
    }
    measure(&root, &path);
    drop(fs::remove_dir_all(&root));
}

fn measure(root: &Path, path: &Path) {
    let bytes = fs::read(path).unwrap_or_default();
    println!("{LINES} lines, {} bytes, medians of {RUNS}", bytes.len());
    let root_text = root.to_string_lossy().into_owned();
    let list = |format: &str| {
        let arguments = ["daftar", "--akar", &root_text, "--format", format];
        median(|| run(env!("CARGO_BIN_EXE_naskah"), &arguments))
    };
    let shown = path.to_string_lossy();
    let rows = [
        ("cat (process)", median(|| run("cat", &[&shown]))),
        ("wc (process)", median(|| run("wc", &[&shown]))),
        ("fs::read", median(|| drop(black_box(fs::read(path))))),
        ("json::Value of each line", median(|| values(&bytes))),
        ("the register's own reader", median(|| drop(black_box(Tahun::read(&bytes))))),
        ("the list's reader", median(|| brief(root, &bytes))),
        ("daftar, an empty register", {
            let none = root.join("kosong").to_string_lossy().into_owned();
            median(|| run(env!("CARGO_BIN_EXE_naskah"), &["daftar", "--akar", &none]))
        }),
        ("daftar --format tabel", list("tabel")),
        ("daftar --format csv", list("csv")),
        ("daftar --format json", list("json")),
        ("daftar --format html", list("html")),
    ];
    let read = rows[2].1;
    for (name, time) in rows {
        println!("{name:<28}{:9.2} ms {:7.1} × fs::read", time * 1e3, time / read);
    }
}

fn brief(root: &Path, bytes: &[u8]) {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    drop(black_box(Buku::of(Some(root)).ringkas(2020, bytes, &mut files, &mut sink)));
}

fn values(bytes: &[u8]) {
    for line in bytes.split(|byte| *byte == b'\n') {
        drop(black_box(serde_json::from_slice::<serde_json::Value>(line)));
    }
}

fn run(program: &str, arguments: &[&str]) {
    drop(Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status());
}

fn median(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64()
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

/// A year's file as `terbit` writes it.
fn register() -> String {
    let (mut out, mut before) = (String::new(), Sidik::default());
    for nth in 1..=LINES {
        let sidik = |what: &str| Sidik::of(format!("{what} {nth}"));
        let mut line = format!(
            "{{\"urut\":{nth},\"sebelum\":\"{before}\",\"keputusan\":{{\"kantor\":\"kab-semarang\",\"tahun\":2020,\"seri\":\
             \"ketua\",\"nomor\":\"{nth}\"}},\"peristiwa\":{{\"terbit\":{{\"tentang\":\"Penetapan Jadwal Kegiatan Layanan \
             Urutan {nth} pada Komisi Pemilihan Umum Kabupaten Semarang\",\"tanggal\":\"2020-{:02}-{:02}\",\"tempat\":\
             \"Ungaran\",\"pejabat\":\"KETUA KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG, NAMA KETUA\",\"halaman\":{},\
             \"sumber\":\"{nth}-jadwal.yaml\",\"program\":\"naskah\",\"sidik\":{{",
            1 + nth * 12 / (LINES + 1),
            1 + nth % 28,
            1 + nth % 30,
        );
        for (at, what) in ["naskah", "pdf", "bahan", "templat", "data", "huruf"].into_iter().enumerate() {
            let _ = write!(line, "{}\"{what}\":\"{}\"", if at > 0 { "," } else { "" }, sidik(what));
        }
        line.push_str("},\"dasar\":[\"uu-7-2017\",\"pkpu-8-2019\",\"uu-1-2015\",\"pkpu-14-2020\"]");
        if nth % 100 == 0 {
            let name = format!("Keputusan Komisi Pemilihan Umum Kabupaten Semarang Nomor {} Tahun 2020", nth - 1);
            let _ = write!(line, ",\"mengubah\":[\"{name}\"]");
        }
        line.push_str("}}}");
        before = Sidik::of(&line);
        out.push_str(&line);
        out.push('\n');
    }
    out
}
