//! `naskah susun`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::Outcome;
use crate::commands::susun::{self, Format, Job};
use naskah_core::resolve::{Bentuk, Edition};

use super::{Stop, Umum};

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
        value_enum,
        default_value = "pdf",
        value_name = "FORMAT",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Bentuk hasil: pdf, png, svg, atau typ [bawaan: pdf]",
        help_heading = "Pilihan"
    )]
    format: FormatName,
    /// Ganti berkas hasil yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    umum: Umum,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatName {
    Pdf,
    Png,
    Svg,
    Typ,
}

impl Arguments {
    /// Refuses what cannot be carried out together.
    pub fn check(&self) -> Result<(), Stop> {
        let to_stdout = self.keluaran.as_deref() == Some(Path::new("-"));
        let pages_apart = matches!(self.format, FormatName::Png | FormatName::Svg | FormatName::Typ);
        let stdin = self.berkas.iter().filter(|path| *path == Path::new("-")).count();
        if to_stdout && self.berkas.len() > 1 {
            return Err(Stop::conflict("keluaran baku (-o -) hanya untuk satu berkas"));
        }
        if to_stdout && pages_apart {
            return Err(Stop::conflict("keluaran baku (-o -) hanya untuk --format pdf"));
        }
        if stdin > 1 {
            return Err(Stop::conflict("masukan baku (-) hanya dapat disebut satu kali"));
        }
        Ok(())
    }

    /// Does it.
    pub fn run(self) -> Outcome {
        let format = match self.format {
            FormatName::Pdf => Format::Pdf,
            FormatName::Png => Format::Png,
            FormatName::Svg => Format::Svg,
            FormatName::Typ => Format::Typ,
        };
        let bentuk = if self.salinan { Bentuk::Salinan } else { Bentuk::Asli };
        susun::run(&Job {
            berkas: self.berkas,
            keluaran: self.keluaran,
            edition: Edition { konsep: self.konsep, bentuk, ..Edition::default() },
            format,
            timpa: self.timpa,
            cara: self.umum.cara(),
        })
    }
}
