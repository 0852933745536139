//! `naskah jdih`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::jdih::Job;
use crate::office::remake::Sebutan;
use crate::run::Options;

use super::tertentu::Tertentu;
use super::{Asked, Stop, Umum, is_stdout};

#[derive(Debug, Args)]
#[command(override_usage = "naskah jdih [PILIHAN] <NOMOR|BERKAS>")]
pub struct Arguments {
    /// Nomor keputusan yang sudah terbit (6, 6/2025, atau nomor lama seutuhnya), atau berkas sumbernya
    #[arg(value_name = "NOMOR|BERKAS", value_parser = Sebutan::of, help_heading = "Masukan")]
    sebutan: Sebutan,
    /// Berkas YAML berisi `subjek` dan `abstrak`, bila belum diisi dalam naskah yang terbit
    #[arg(long, visible_alias = "supplement", value_name = "BERKAS", help_heading = "Pilihan")]
    pelengkap: Option<PathBuf>,
    /// Folder hasil [bawaan: output/<tahun>/]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "FOLDER", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Ganti berkas yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    tertentu: Tertentu,
    #[command(flatten)]
    umum: Umum,
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        match is_stdout(self.keluaran.as_ref()) {
            true => Err(Stop::conflict("dua berkas dibuat; -o memerlukan folder")),
            false => Ok(()),
        }
    }

    fn split(self) -> (Options, Job) {
        let job = Job {
            sebutan: self.tertentu.named(self.sebutan),
            pelengkap: self.pelengkap,
            keluaran: self.keluaran,
            timpa: self.timpa,
        };
        (self.umum.options(), job)
    }
}
