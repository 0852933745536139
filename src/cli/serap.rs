//! `naskah serap`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::serap::Job;
use crate::run::{Options, awas};
use naskah_formats::serap::Lacak;

use super::{Asked, Stop, Umum, is_stdout, one_of};

#[derive(Debug, Args)]
#[command(override_usage = "naskah serap [PILIHAN] <BERKAS>...")]
pub struct Arguments {
    /// Berkas .docx, .odt, .txt, atau PDF berteks
    #[arg(value_name = "BERKAS", required = true, help_heading = "Masukan")]
    berkas: Vec<PathBuf>,
    /// Tempat YAML: berkas, folder, atau `-` untuk keluaran baku [bawaan: di sebelah berkas]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Id kantor [bawaan: dikenali dari judul dan kop]
    #[arg(long, visible_alias = "office", value_name = "ID", help_heading = "Pilihan")]
    kantor: Option<String>,
    /// Id jenis keputusan [bawaan: dikenali dari nama keputusan]
    #[arg(long, visible_alias = "kind", value_name = "ID", help_heading = "Pilihan")]
    jenis: Option<String>,
    /// Keadaan naskah yang memuat perubahan dilacak: sebelum atau sesudah
    #[arg(
        long,
        visible_alias = "changes",
        value_parser = one_of(STATES),
        value_name = "KEADAAN",
        hide_possible_values = true,
        help_heading = "Pilihan"
    )]
    perubahan: Option<Lacak>,
    /// Ganti berkas yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    umum: Umum,
}

/// The states of tracked changes by their names.
const STATES: &[(&[&str], Lacak)] =
    &[(&["sebelum", "before"], Lacak::Sebelum), (&["sesudah", "after"], Lacak::Sesudah)];

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        match self.berkas.len() > 1 && is_stdout(self.keluaran.as_ref()) {
            true => Err(Stop::one_to_stdout()),
            false => Ok(()),
        }
    }

    fn split(self) -> (Options, Job) {
        let Self { berkas, keluaran, kantor, jenis, perubahan, timpa, umum } = self;
        (umum.options(), Job { berkas, keluaran, kantor, jenis, lacak: perubahan, timpa, program: awas::program() })
    }
}
