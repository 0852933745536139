//! `naskah buka`.

use std::path::PathBuf;

use clap::Args;

use crate::buka::Job;
use crate::run::Options;

use super::Asked;

#[derive(Debug, Args)]
#[command(override_usage = "naskah buka [PILIHAN] [FOLDER]")]
pub struct Arguments {
    /// Folder kantor [bawaan: folder ini]
    #[arg(value_name = "FOLDER", default_value = ".", hide_default_value = true, help_heading = "Masukan")]
    folder: PathBuf,
    /// Port yang dipakai [bawaan: yang kosong]
    #[arg(long, value_name = "PORT", default_value_t = 0, hide_default_value = true, help_heading = "Pilihan")]
    port: u16,
    /// Jangan membuka peramban; alamatnya ditampilkan
    #[arg(long = "jangan-buka", visible_alias = "no-browser", help_heading = "Pilihan")]
    jangan_buka: bool,
}

impl Asked for Arguments {
    type Job = Job;

    fn split(self) -> (Options, Job) {
        (Options::default(), Job { folder: self.folder, port: self.port, peramban: !self.jangan_buka })
    }
}
