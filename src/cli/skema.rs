//! `naskah skema`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::skema::Job;
use crate::run::Options;
use crate::skema::Perihal;

use super::{Asked, one_of};

/// What a schema is about, by its names.
const ABOUT: &[(&[&str], Perihal)] = &[
    (&["keputusan", "decree"], Perihal::Keputusan),
    (&["kantor", "office"], Perihal::Kantor),
    (&["dasar", "basis"], Perihal::Dasar),
    (&["jenis", "kind"], Perihal::Jenis),
];

#[derive(Debug, Args)]
#[command(override_usage = "naskah skema [PILIHAN] [PERIHAL]")]
pub struct Arguments {
    /// Perihal skema
    #[arg(
        value_name = "PERIHAL",
        value_parser = one_of(ABOUT),
        default_value = "keputusan",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Perihal: keputusan, kantor, dasar, atau jenis [bawaan: keputusan]",
        help_heading = "Masukan"
    )]
    perihal: Perihal,
    /// Tempat hasil; tanpa ini ditampilkan di layar
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "BERKAS", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
}

impl Asked for Arguments {
    type Job = Job;

    fn split(self) -> (Options, Job) {
        (super::umum::colored(None), Job { perihal: self.perihal, keluaran: self.keluaran })
    }
}
