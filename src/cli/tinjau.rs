//! `naskah tinjau`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::tinjau::{Job, Nomor, Pilihan};
use crate::run::Options;

use super::{Asked, Stop, Umum, is_stdout};

#[derive(Debug, Args)]
#[command(override_usage = "naskah tinjau [PILIHAN] <BALIK> --ke <BERKAS>")]
pub struct Arguments {
    /// Berkas Word dari `susun --format docx` yang sudah dikoreksi
    #[arg(value_name = "BALIK", help_heading = "Masukan")]
    balik: PathBuf,
    /// Berkas YAML keputusan yang menerima koreksinya
    #[arg(long, visible_alias = "into", value_name = "BERKAS", help_heading = "Pilihan")]
    ke: PathBuf,
    /// Terima suntingan bernomor ini (1,3,5-8) atau semua; tanpa pilihan ini hanya ditampilkan, atau ditanyakan satu per satu
    #[arg(long, visible_alias = "accept", value_name = "NOMOR", help_heading = "Pilihan")]
    terima: Option<Nomor>,
    /// Terima semua suntingan selain yang bernomor ini
    #[arg(long, visible_alias = "reject", value_name = "NOMOR", help_heading = "Pilihan")]
    tolak: Option<Nomor>,
    /// Bentuk daftar suntingan: json [bawaan: daftar pada layar]
    #[arg(long, value_name = "FORMAT", value_parser = ["json"], hide_possible_values = true, help_heading = "Pilihan")]
    format: Option<String>,
    /// Tulis hasilnya ke berkas lain [bawaan: BERKAS itu sendiri]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Ganti berkas hasil yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    umum: Umum,
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        if self.terima.is_some() && self.tolak.is_some() {
            return Err(Stop::conflict("--terima dan --tolak tidak dipakai bersama"));
        }
        if is_stdout(self.keluaran.as_ref()) || is_stdout(Some(&self.ke)) {
            return Err(Stop::conflict("tinjau menulis ke berkas, bukan ke keluaran baku"));
        }
        Ok(())
    }

    fn split(self) -> (Options, Job) {
        let pilihan = match (self.terima, self.tolak) {
            (Some(numbers), _) => Pilihan::Terima(numbers),
            (None, Some(numbers)) => Pilihan::Tolak(numbers),
            (None, None) => Pilihan::Tanya,
        };
        let job = Job {
            balik: self.balik,
            ke: self.ke,
            pilihan,
            json: self.format.is_some(),
            keluaran: self.keluaran,
            timpa: self.timpa,
        };
        (self.umum.options(), job)
    }
}
