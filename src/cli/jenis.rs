//! `naskah jenis`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::jenis::Job;
use crate::run::Options;

use super::Asked;

#[derive(Debug, Args)]
#[command(override_usage = "naskah jenis [PILIHAN] [CARI]…")]
pub struct Arguments {
    /// Hanya yang memuat kata-kata ini
    #[arg(value_name = "CARI", help_heading = "Masukan")]
    cari: Vec<String>,
    /// Folder yang templates/ dan data/-nya didahulukan daripada bawaan program
    #[arg(long, visible_alias = "root", value_name = "FOLDER", help_heading = "Pilihan")]
    akar: Option<PathBuf>,
}

impl Asked for Arguments {
    type Job = Job;

    fn split(self) -> (Options, Job) {
        (Options { akar: self.akar, ..Options::default() }, Job { cari: self.cari })
    }
}
