//! Times sheets of 10,000 rows in one process: what the reading library needs alone, what reading a sheet needs here, and
//! whole imports into a decree.
//!
//! `cargo bench --bench lembar` prints medians and ratios; it judges nothing.

use std::fs;
use std::io::Cursor;
use std::time::{Duration, Instant};

use calamine::{Reader, Xlsx};
use naskah::commands::tabel::{self, Export, Import, Job};
use naskah::run::{Options, Run};
use naskah_core::diag::MessageFormat;
use naskah_formats::sheets::Workbook;

const ROWS: usize = 10_000;
const RUNS: usize = 9;

fn median(work: impl Fn() -> usize) -> f64 {
    let run = || {
        let clock = Instant::now();
        std::hint::black_box(work());
        clock.elapsed()
    };
    let mut times: Vec<Duration> = (0..RUNS).map(|_| run()).collect();
    times.sort();
    times.get(RUNS / 2).map_or(0.0, |time| time.as_secs_f64() * 1e3)
}

/// A decree with one long table.
fn decree() -> String {
    let head = "jenis: umum\nkantor: kab-semarang\nnomor: 7\ntahun: 2025\ntentang: Uji\nlampiran:\n  - judul: Uji\n    tabel:\n      \
                kolom: [{judul: No, isi: nomor}, {judul: Nama}, {judul: Alamat}, {judul: Tugas}, {judul: Waktu}, {judul: Jumlah, isi: bilangan}]\n      baris:\n";
    let row = |n: usize| {
        format!(
            "        - [Nama Pegawai {n}, 'Desa {n}, Kecamatan Contoh', Menyusun laporan kegiatan ke-{n}, Januari sampai dengan Maret 2025, {n}]\n"
        )
    };
    head.to_owned() + &(1..=ROWS).map(row).collect::<String>()
}

fn main() -> std::io::Result<()> {
    let folder = tempfile::tempdir()?;
    let path = |name: &str| folder.path().join(name);
    fs::write(path("n.yaml"), decree())?;
    let run = || Run::new("tabel", &Options { pesan: MessageFormat::Ringkas, ..Options::default() });
    let (berkas, keluaran) = (path("n.yaml"), path("n.xlsx"));
    tabel::run(&Job::Ekspor(Export { berkas, lampiran: None, keluaran, timpa: true }), run());
    let import = |sheet: &str| {
        let (buku, ke, keluaran) = (path(sheet), path("n.yaml"), Some(path("out.yaml")));
        let job = Job::Impor(Import { buku, ke, keluaran, lampiran: None, timpa: true });
        usize::from(tabel::run(&job, run()) == naskah::Outcome::Made)
    };
    let bytes = fs::read(path("n.xlsx"))?;
    let alone = median(|| {
        let book = Xlsx::new(Cursor::new(&bytes));
        book.ok().and_then(|mut book| book.worksheet_range("Lampiran 1").ok()).map_or(0, |range| range.height())
    });
    let here = median(|| {
        let book = Workbook::open("n.xlsx", &bytes);
        book.ok().and_then(|mut book| book.read("Lampiran 1").ok()).map_or(0, |sheet| sheet.baris.len())
    });
    let whole = median(|| import("n.xlsx"));
    println!("library alone    {alone:8.1} ms");
    println!("sheet read here  {here:8.1} ms  ({:.2} of it)", here / alone);
    println!("whole import     {whole:8.1} ms  ({:.2} of it)", whole / alone);
    Ok(())
}
