//! `naskah susun`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::susun::{Format, Job};
use crate::naming::names_folder;
use crate::run::Options;
use naskah_core::resolve::{Bentuk, Edition};

use super::{Asked, Stop, Umum, is_stdout, one_of, one_stdin};

/// The forms by their names.
const FORMATS: &[(&[&str], Format)] = &[
    (&["pdf"], Format::Pdf),
    (&["docx"], Format::Docx),
    (&["png"], Format::Png),
    (&["svg"], Format::Svg),
    (&["typ"], Format::Typ),
];

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
        value_name = "FORMAT",
        hide_possible_values = true,
        help = "Bentuk hasil: pdf, docx (Word), png, svg, atau typ [bawaan: menurut akhiran -o, atau pdf]",
        help_heading = "Pilihan"
    )]
    format: Option<Format>,
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
            return Err(Stop::one_to_stdout());
        }
        let asked = self.format.unwrap_or_default();
        if to_stdout && !matches!(asked, Format::Pdf | Format::Docx) {
            return Err(Stop::conflict("keluaran baku (-o -) hanya untuk --format pdf dan docx"));
        }
        if let Some(ending) = self.ending().filter(|_| asked != Format::Typ) {
            if self.berkas.len() > 1 {
                return Err(Stop::conflict(&format!(
                    "beberapa keputusan memerlukan folder (-o), bukan berkas .{ending}"
                )));
            }
            match (format_of(&ending), self.format) {
                (Some(meant), Some(asked)) if meant != asked => {
                    return Err(Stop::conflict(&format!("akhiran .{ending} pada -o tidak sesuai dengan --format")));
                }
                (None, _) => {
                    return Err(Stop::conflict(&format!(
                        "hasil berakhiran .{ending} tidak dapat dibuat; pilihannya: .pdf, .docx, .png, .svg"
                    )));
                }
                _ => {}
            }
        }
        one_stdin(&self.berkas)
    }

    fn split(self) -> (Options, Job) {
        let format = self.format.or(self.ending().and_then(|ending| format_of(&ending))).unwrap_or_default();
        let bentuk = if self.salinan { Bentuk::Salinan } else { Bentuk::Asli };
        let job = Job {
            berkas: self.berkas,
            keluaran: self.keluaran,
            edition: Edition { konsep: self.konsep, bentuk, ..Edition::default() },
            format,
            timpa: self.timpa,
        };
        (self.umum.options(), job)
    }
}

impl Arguments {
    /// The ending of the place asked for, in small letters, where that is written as a file's.
    fn ending(&self) -> Option<String> {
        let place = self.keluaran.as_ref().filter(|place| !names_folder(place))?;
        Some(place.extension()?.to_str()?.to_lowercase())
    }
}

/// The form that a file's ending asks for; a folder of sources has none.
fn format_of(ending: &str) -> Option<Format> {
    let known = FORMATS.iter().filter(|(_, format)| *format != Format::Typ);
    known.clone().find(|(names, _)| names.contains(&ending)).map(|(_, format)| *format)
}
