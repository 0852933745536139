//! `naskah keadaan`, also `naskah` alone.

use std::path::PathBuf;

use clap::Args;

use crate::commands::keadaan::{Format, Job};
use crate::run::Options;

use super::{Asked, one_of};

/// The forms by their names.
const FORMATS: &[(&[&str], Format)] = &[(&["teks", "text"], Format::Teks), (&["json"], Format::Json)];

/// So many drafts fit on a screen.
const DRAFTS: usize = 20;

#[derive(Debug, Args)]
#[command(override_usage = "naskah\n           naskah keadaan [PILIHAN]")]
pub struct Arguments {
    /// Folder kantor [bawaan: folder ini]
    #[arg(long, visible_alias = "root", value_name = "FOLDER", help_heading = "Pilihan")]
    akar: Option<PathBuf>,
    /// Bentuk hasil
    #[arg(
        long,
        value_parser = one_of(FORMATS),
        default_value = "teks",
        value_name = "BENTUK",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Bentuk: teks atau json [bawaan: teks]",
        help_heading = "Pilihan"
    )]
    format: Format,
}

impl Asked for Arguments {
    type Job = Job;

    fn split(self) -> (Options, Job) {
        (Options { akar: self.akar, ..Options::default() }, Job { tampil: DRAFTS, format: self.format })
    }
}
