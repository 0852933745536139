//! `naskah beda`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::beda::{Format, Job};
use crate::run::Options;

use super::{Asked, Stop, Umum, one_of, one_stdin};

/// The forms by their names.
const FORMATS: &[(&[&str], Format)] = &[
    (&["pdf"], Format::Pdf),
    (&["docx"], Format::Docx),
    (&["html"], Format::Html),
    (&["md"], Format::Markdown),
    (&["json"], Format::Json),
];

/// What scripts want to know.
const AFTER: &str = "\nKode keluar: 0 bila perbandingan dibuat, sama atau berbeda; 1 bila salah satu keputusan tidak dapat dibaca\n\
                     sebagai keputusan; 2 bila berkas tidak dapat dibaca atau ditulis. Bila keduanya sama, --format json kosong.";

#[derive(Debug, Args)]
#[command(override_usage = "naskah beda [PILIHAN] <LAMA> <BARU>", after_help = AFTER)]
pub struct Arguments {
    /// Berkas YAML keputusan yang lama; `-` membaca masukan baku
    #[arg(value_name = "LAMA", display_order = 1, help_heading = "Masukan")]
    lama: PathBuf,
    /// Berkas YAML keputusan yang baru; `-` membaca masukan baku
    #[arg(value_name = "BARU", display_order = 2, help_heading = "Masukan")]
    baru: PathBuf,
    /// Bentuk hasil
    #[arg(
        long,
        value_parser = one_of(FORMATS),
        value_name = "FORMAT",
        hide_possible_values = true,
        help = "Bentuk hasil: pdf (naskah bercoretan), docx (Word dengan perubahan terlacak), html, md, atau json [bawaan: ringkasan pada layar]",
        help_heading = "Pilihan"
    )]
    format: Option<Format>,
    /// Tempat hasil: berkas, folder, atau `-` untuk keluaran baku [bawaan: layar; untuk pdf dan docx output/<tahun>/beda-<lama>-<baru>.pdf]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Dalam PDF: ganti butir, baris, dan bagian berturut-turut yang tidak berubah dengan satu keterangan
    #[arg(long, visible_alias = "changed-only", help_heading = "Pilihan")]
    hanya_berubah: bool,
    /// Sebut bersama tempat-tempat yang hanya berganti tahun; tidak untuk pdf, docx, dan json
    #[arg(long, visible_alias = "fold-years", help_heading = "Pilihan")]
    lipat_tahun: bool,
    /// Ganti berkas hasil yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    umum: Umum,
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        one_stdin([&self.lama, &self.baru])?;
        if self.hanya_berubah && self.format != Some(Format::Pdf) {
            return Err(Stop::conflict(
                "--hanya-berubah hanya untuk --format pdf; bentuk lain selalu hanya memuat yang berubah",
            ));
        }
        if self.lipat_tahun && matches!(self.format, Some(Format::Pdf | Format::Docx | Format::Json)) {
            return Err(Stop::conflict(
                "--lipat-tahun tidak untuk --format pdf, docx, atau json, yang memuat setiap perubahan",
            ));
        }
        Ok(())
    }

    fn split(self) -> (Options, Job) {
        let job = Job {
            lama: self.lama,
            baru: self.baru,
            format: self.format.unwrap_or_default(),
            keluaran: self.keluaran,
            hanya_berubah: self.hanya_berubah,
            lipat_tahun: self.lipat_tahun,
            timpa: self.timpa,
        };
        (self.umum.options(), job)
    }
}
