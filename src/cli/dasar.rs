//! `naskah dasar`.

use clap::Args;

use crate::commands::dasar::Job;
use crate::run::Options;
use naskah_core::decree::Tanggal;

use super::{Asked, Umum};

#[derive(Debug, Args)]
#[command(override_usage = "naskah dasar [PILIHAN] <CARI>…")]
pub struct Arguments {
    /// Nomor, tahun, atau kata dari judul: uu 7/2017, 2017, tata kerja
    #[arg(value_name = "CARI", required = true, help_heading = "Masukan")]
    cari: Vec<String>,
    /// Kutipan dan keadaan pada tanggal itu, seperti 2024-03-01 [bawaan: dengan semua perubahan]
    #[arg(long, visible_alias = "on", value_name = "TANGGAL", help_heading = "Pilihan")]
    pada: Option<Tanggal>,
    #[command(flatten)]
    umum: Umum,
}

impl Asked for Arguments {
    type Job = Job;

    fn split(self) -> (Options, Job) {
        (self.umum.options(), Job { cari: self.cari, pada: self.pada })
    }
}
