//! `naskah baru`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::baru::Job;
use crate::run::Options;

use super::umum::Umum;
use super::{Asked, Stop};

#[derive(Debug, Args)]
#[command(override_usage = "naskah baru [PILIHAN] <JENIS>\n           naskah baru [PILIHAN] --dari <BERKAS>")]
pub struct Arguments {
    /// Jenis keputusan; semuanya: `naskah jenis`
    #[arg(value_name = "JENIS", help_heading = "Masukan")]
    jenis: Option<String>,
    /// Salin keputusan itu, tanpa nomor dan tanggalnya
    #[arg(long, visible_alias = "from", value_name = "BERKAS", help_heading = "Pilihan")]
    dari: Option<PathBuf>,
    /// Id kantor [bawaan: kantor di folder ini]
    #[arg(long, visible_alias = "office", value_name = "ID", help_heading = "Pilihan")]
    kantor: Option<String>,
    /// Tahun keputusan [bawaan: tahun ini]
    #[arg(long, visible_alias = "year", value_name = "TAHUN", value_parser = clap::value_parser!(i32).range(1945..=2999), help_heading = "Pilihan")]
    tahun: Option<i32>,
    /// Tempat hasil [bawaan: data/keputusan/<tahun>/<jenis>.yaml, atau <jenis>.yaml]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "BERKAS", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    #[command(flatten)]
    umum: Umum,
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        match (&self.jenis, &self.dari) {
            (None, None) => {
                Err(Stop::conflict("sebut jenis keputusannya (lihat `naskah jenis`), atau --dari <BERKAS>"))
            }
            (Some(_), Some(_)) => Err(Stop::conflict("jenis tidak perlu disebut bersama --dari")),
            _ => Ok(()),
        }
    }

    fn split(self) -> (Options, Job) {
        let Self { jenis, dari, kantor, tahun, keluaran, umum } = self;
        (umum.options(), Job { jenis: jenis.unwrap_or_default(), dari, kantor, tahun, keluaran })
    }
}
