//! `naskah aturan`.

use clap::Args;

use crate::commands::aturan::{Format, Job};
use crate::run::Options;

use super::{Asked, one_of};

/// The forms by their names.
const FORMATS: &[(&[&str], Format)] =
    &[(&["tabel", "table"], Format::Tabel), (&["json"], Format::Json), (&["md"], Format::Markdown)];

#[derive(Debug, Args)]
#[command(override_usage = "naskah aturan [PILIHAN]")]
pub struct Arguments {
    /// Bentuk tabel
    #[arg(
        long,
        value_parser = one_of(FORMATS),
        default_value = "tabel",
        value_name = "BENTUK",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Bentuk: tabel, json, atau md [bawaan: tabel]",
        help_heading = "Pilihan"
    )]
    format: Format,
}

impl Asked for Arguments {
    type Job = Job;

    fn split(self) -> (Options, Job) {
        (Options::default(), Job { format: self.format })
    }
}
