//! `naskah ekstrak`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::ekstrak::Job;
use crate::run::{Options, awas};

use super::{Asked, Stop, Umum, is_stdout};

#[derive(Debug, Args)]
#[command(override_usage = "naskah ekstrak [PILIHAN] <PDF>")]
pub struct Arguments {
    /// PDF keputusan; `-` membaca masukan baku
    #[arg(value_name = "PDF", help_heading = "Masukan")]
    berkas: PathBuf,
    /// Tempat sumber: berkas, folder, atau `-` untuk keluaran baku [bawaan: di folder yang sama dengan PDF]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Keluarkan juga kantor, dasar hukum, jenis, dan gaya yang dipakai, sebagai folder untuk --akar
    #[arg(long, visible_alias = "all", help_heading = "Pilihan")]
    semua: bool,
    /// Ganti berkas yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    umum: Umum,
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        match self.semua && is_stdout(self.keluaran.as_ref()) {
            true => Err(Stop::conflict("keluaran baku (-o -) hanya untuk sumbernya, bukan --semua")),
            false => Ok(()),
        }
    }

    fn split(self) -> (Options, Job) {
        let job = Job {
            berkas: self.berkas,
            keluaran: self.keluaran,
            semua: self.semua,
            timpa: self.timpa,
            program: awas::program(),
        };
        (self.umum.options(), job)
    }
}
