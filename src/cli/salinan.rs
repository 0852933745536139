//! `naskah salinan`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::salinan::Job;
use crate::office::remake::Sebutan;
use crate::run::Options;

use super::tertentu::Tertentu;
use super::{Asked, Stop, Umum, is_stdout};

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

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        match is_stdout(self.keluaran.as_ref()) {
            true => Err(Stop::conflict("salinan tidak dapat ditulis ke keluaran baku (-o -)")),
            false => Ok(()),
        }
    }

    fn split(self) -> (Options, Job) {
        let job = Job {
            sebutan: self.tertentu.named(self.sebutan),
            oleh: self.oleh,
            keluaran: self.keluaran,
            timpa: self.timpa,
        };
        (self.umum.options(), job)
    }
}
