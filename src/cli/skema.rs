//! `naskah skema`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::skema::Job;
use crate::run::Options;

use super::Asked;

#[derive(Debug, Args)]
#[command(override_usage = "naskah skema [PILIHAN]")]
pub struct Arguments {
    /// Tempat hasil; tanpa ini ditampilkan di layar
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "BERKAS", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
}

impl Asked for Arguments {
    type Job = Job;

    fn split(self) -> (Options, Job) {
        (super::umum::colored(None), Job { keluaran: self.keluaran })
    }
}
