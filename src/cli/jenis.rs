//! `naskah jenis`.

use clap::Args;

use crate::commands::jenis::Job;
use crate::run::Options;

use super::Asked;
use super::umum::Cari;

#[derive(Debug, Args)]
#[command(override_usage = "naskah jenis [PILIHAN] [CARI]…")]
pub struct Arguments {
    #[command(flatten)]
    cari: Cari,
}

impl Asked for Arguments {
    type Job = Job;

    fn split(self) -> (Options, Job) {
        let (options, cari) = self.cari.split();
        (options, Job { cari })
    }
}
