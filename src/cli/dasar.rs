//! `naskah dasar`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::dasar::Job;
use crate::run::Options;
use naskah_core::decree::Tanggal;

use super::Asked;

#[derive(Debug, Args)]
#[command(override_usage = "naskah dasar [PILIHAN] <CARI>…\n           naskah dasar [PILIHAN] ubah <ID>")]
pub struct Arguments {
    /// Nomor, tahun, atau kata dari judul: uu 7/2017, 2017, tata kerja; `ubah <ID>` menyalin berkasnya ke folder kantor
    #[arg(value_name = "CARI", required = true, help_heading = "Masukan")]
    cari: Vec<String>,
    /// Kutipan dan keadaan pada tanggal itu, seperti 2024-03-01 [bawaan: dengan semua perubahan]
    #[arg(long, visible_alias = "on", value_name = "TANGGAL", help_heading = "Pilihan")]
    pada: Option<Tanggal>,
    /// Folder yang data/dasar-hukum/-nya didahulukan daripada bawaan program
    #[arg(long, visible_alias = "root", value_name = "FOLDER", help_heading = "Pilihan")]
    akar: Option<PathBuf>,
}

impl Asked for Arguments {
    type Job = Job;

    fn split(self) -> (Options, Job) {
        let job = match &self.cari[..] {
            [verb, rest @ ..] if !rest.is_empty() && ["ubah", "edit"].contains(&verb.as_str()) => {
                Job::Ubah(rest.join(" "))
            }
            _ => Job::Cari { cari: self.cari, pada: self.pada },
        };
        (Options { akar: self.akar, ..Options::default() }, job)
    }
}
