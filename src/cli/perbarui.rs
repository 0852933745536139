//! `naskah perbarui`.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::commands::perbarui::{Job, Shape};
use crate::run::Options;

use super::{Asked, Stop, Umum, is_stdout, one_of};

/// The forms of the report by their names.
const SHAPES: &[(&[&str], Shape)] =
    &[(&["html"], Shape::Html), (&["md"], Shape::Md), (&["xlsx"], Shape::Xlsx), (&["json"], Shape::Json)];

#[derive(Debug, Args)]
#[command(override_usage = "naskah perbarui [PILIHAN] --tahun <TAHUN> <BERKAS>")]
pub struct Arguments {
    /// Berkas YAML keputusan yang lama; `-` membaca masukan baku
    #[arg(value_name = "BERKAS", required = true, help_heading = "Masukan")]
    berkas: PathBuf,
    /// Tahun keputusan yang baru
    #[arg(long, visible_alias = "year", value_name = "TAHUN", required = true, help_heading = "Pilihan",
        value_parser = year)]
    tahun: i32,
    /// Tempat berkas baru: berkas, folder, atau `-` untuk keluaran baku [bawaan: nama lama dengan tahun yang baru]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Lembar hasil `tabel ekspor` dari BERKAS yang ditambah kolom Realisasi; setiap baris ditandai dengan usul
    #[arg(long, visible_alias = "carry", value_name = "LEMBAR", help_heading = "Pilihan")]
    bawa: Option<PathBuf>,
    /// Bentuk laporan
    #[arg(
        long,
        visible_alias = "report",
        value_parser = one_of(SHAPES),
        value_name = "BENTUK",
        hide_possible_values = true,
        help = "Tulis juga laporan perubahan di samping berkas baru: html, md, xlsx, atau json",
        help_heading = "Pilihan"
    )]
    laporan: Option<Shape>,
    /// Ganti berkas hasil yang sudah ada; berkas yang lama tidak pernah diganti
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    umum: Umum,
}

/// A year of four digits.
fn year(text: &str) -> Result<i32, String> {
    let year = text.parse().ok().filter(|year| (1945..=2999).contains(year));
    year.ok_or_else(|| format!("`{text}` bukan tahun; tulis empat angka seperti 2026"))
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        let to_stdout = is_stdout(self.keluaran.as_ref());
        if to_stdout && self.laporan.is_some() {
            return Err(Stop::conflict("--laporan memerlukan berkas hasil, bukan keluaran baku (-o -)"));
        }
        if self.berkas == Path::new("-") && self.keluaran.is_none() {
            return Err(Stop::conflict("masukan baku (-) memerlukan -o"));
        }
        Ok(())
    }

    fn split(self) -> (Options, Job) {
        let job = Job {
            berkas: self.berkas,
            tahun: self.tahun,
            keluaran: self.keluaran,
            bawa: self.bawa,
            laporan: self.laporan,
            timpa: self.timpa,
        };
        (self.umum.options(), job)
    }
}
