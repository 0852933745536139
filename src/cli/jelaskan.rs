//! `naskah jelaskan`.

use clap::Args;

use crate::commands::jelaskan::Job;
use crate::run::Options;

use super::Asked;

#[derive(Debug, Args)]
#[command(override_usage = "naskah jelaskan <KODE>…")]
pub struct Arguments {
    /// Kode aturan atau pesan, seperti K201 atau N103
    #[arg(value_name = "KODE", required = true, help_heading = "Masukan")]
    kode: Vec<String>,
}

impl Asked for Arguments {
    type Job = Job;

    fn split(self) -> (Options, Job) {
        (Options::default(), Job { kode: self.kode })
    }
}
