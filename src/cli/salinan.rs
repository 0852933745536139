//! `naskah salinan`.

use std::path::PathBuf;

use clap::Args;

use crate::Outcome;
use crate::commands::salinan::{self, Job};
use crate::office::remake::Sebutan;

use super::terbit::Tertentu;
use super::{Stop, Umum};

#[derive(Debug, Args)]
#[command(override_usage = "naskah salinan [PILIHAN] <NOMOR|BERKAS>")]
pub struct Arguments {
    /// Nomor keputusan yang sudah terbit (6, 6/2025, atau nomor lama seutuhnya), atau berkas sumbernya
    #[arg(value_name = "NOMOR|BERKAS", value_parser = Sebutan::of, help_heading = "Masukan")]
    sebutan: Sebutan,
    /// Id pengesah dari profil kantor [bawaan: yang disebut keputusan]
    #[arg(long, visible_alias = "by", value_name = "ID", help_heading = "Pilihan")]
    oleh: Option<String>,
    /// Tempat salinan: berkas atau folder [bawaan: output/<tahun>/<nomor>-<tentang>-salinan.pdf]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Ganti PDF yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    tertentu: Tertentu,
    #[command(flatten)]
    umum: Umum,
}

impl Arguments {
    /// Refuses what cannot be carried out together.
    pub fn check(&self) -> Result<(), Stop> {
        match self.keluaran.as_ref().is_some_and(|path| path.as_os_str() == "-") {
            true => Err(Stop::conflict("salinan tidak dapat ditulis ke keluaran baku (-o -)")),
            false => Ok(()),
        }
    }

    /// Does it.
    pub fn run(self) -> Outcome {
        salinan::run(&Job {
            sebutan: self.tertentu.named(self.sebutan),
            oleh: self.oleh,
            keluaran: self.keluaran,
            timpa: self.timpa,
            cara: self.umum.cara(),
        })
    }
}
