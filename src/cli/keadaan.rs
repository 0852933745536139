//! `naskah keadaan`, also `naskah` alone.

use std::path::PathBuf;

use clap::Args;

use crate::commands::keadaan::Job;
use crate::run::Options;

use super::Asked;

/// So many drafts fit on a screen.
const DRAFTS: usize = 20;

#[derive(Debug, Args)]
#[command(override_usage = "naskah\n           naskah keadaan [PILIHAN]")]
pub struct Arguments {
    /// Folder kantor [bawaan: folder ini]
    #[arg(long, visible_alias = "root", value_name = "FOLDER", help_heading = "Pilihan")]
    akar: Option<PathBuf>,
}

impl Asked for Arguments {
    type Job = Job;

    fn split(self) -> (Options, Job) {
        (Options { akar: self.akar, ..Options::default() }, Job { tampil: DRAFTS })
    }
}
