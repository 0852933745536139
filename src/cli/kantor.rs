//! `naskah kantor`.

use clap::Args;

use crate::commands::kantor::Job;
use crate::run::Options;

use super::Asked;
use super::umum::Cari;

#[derive(Debug, Args)]
#[command(override_usage = "naskah kantor [PILIHAN] [CARI]…")]
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
