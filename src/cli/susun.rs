//! `naskah susun`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::susun::{Format, Job};
use crate::run::Options;
use naskah_core::resolve::{Bentuk, Edition};

use super::{Asked, Stop, Umum, is_stdout, one_of, one_stdin};

/// The forms by their names.
const FORMATS: &[(&[&str], Format)] =
    &[(&["pdf"], Format::Pdf), (&["png"], Format::Png), (&["svg"], Format::Svg), (&["typ"], Format::Typ)];

#[derive(Debug, Args)]
#[command(override_usage = "naskah susun [PILIHAN] <BERKAS>…")]
pub struct Arguments {
    /// Berkas YAML keputusan; `-` membaca masukan baku
    #[arg(value_name = "BERKAS", required = true, help_heading = "Masukan")]
    berkas: Vec<PathBuf>,
    /// Tempat hasil: berkas, folder, atau `-` untuk keluaran baku [bawaan: output/<tahun>/<nomor>-<tentang>.pdf]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Susun sebagai konsep: nomor dan tanggal boleh kosong, setiap halaman bertanda KONSEP
    #[arg(long, visible_alias = "draft", help_heading = "Pilihan")]
    konsep: bool,
    /// Perlihatkan bentuk salinan (SALINAN, ttd., pengesahan); selalu bertanda KONSEP
    #[arg(long, visible_alias = "copy", help_heading = "Pilihan")]
    salinan: bool,
    /// Bentuk hasil
    #[arg(
        long,
        value_parser = one_of(FORMATS),
        default_value = "pdf",
        value_name = "FORMAT",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Bentuk hasil: pdf, png, svg, atau typ [bawaan: pdf]",
        help_heading = "Pilihan"
    )]
    format: Format,
    /// Ganti berkas hasil yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    umum: Umum,
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        let to_stdout = is_stdout(self.keluaran.as_ref());
        if to_stdout && self.berkas.len() > 1 {
            return Err(Stop::conflict("keluaran baku (-o -) hanya untuk satu berkas"));
        }
        if to_stdout && self.format != Format::Pdf {
            return Err(Stop::conflict("keluaran baku (-o -) hanya untuk --format pdf"));
        }
        one_stdin(&self.berkas)
    }

    fn split(self) -> (Options, Job) {
        let bentuk = if self.salinan { Bentuk::Salinan } else { Bentuk::Asli };
        let job = Job {
            berkas: self.berkas,
            keluaran: self.keluaran,
            edition: Edition { konsep: self.konsep, bentuk, ..Edition::default() },
            format: self.format,
            timpa: self.timpa,
        };
        (self.umum.options(), job)
    }
}
