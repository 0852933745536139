//! `naskah periksa`.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::commands::periksa::{Format, Job};
use crate::run::Options;
use naskah_core::diag::{Level, MessageFormat};

use super::umum::colored;
use super::{Asked, Stop, one_of, one_stdin};

/// The forms by their names.
const FORMATS: &[(&[&str], Format)] = &[
    (&["manusia", "human"], Format::Pesan(MessageFormat::Manusia)),
    (&["ringkas", "short"], Format::Pesan(MessageFormat::Ringkas)),
    (&["json"], Format::Pesan(MessageFormat::Json)),
    (&["sarif"], Format::Sarif),
];

/// The levels by their names.
const LEVELS: &[(&[&str], Level)] = &[
    (&["galat", "error"], Level::Galat),
    (&["peringatan", "warning"], Level::Peringatan),
    (&["saran", "hint"], Level::Saran),
];

#[derive(Debug, Args)]
#[command(override_usage = "naskah periksa [PILIHAN] <BERKAS>…")]
pub struct Arguments {
    /// Berkas YAML keputusan, atau folder yang memuatnya; `-` membaca masukan baku
    #[arg(value_name = "BERKAS", required = true, help_heading = "Masukan")]
    berkas: Vec<PathBuf>,
    /// Bentuk temuan
    #[arg(
        long,
        value_parser = one_of(FORMATS),
        default_value = "manusia",
        value_name = "BENTUK",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Bentuk temuan: manusia, ringkas, json, atau sarif [bawaan: manusia]",
        help_heading = "Pilihan"
    )]
    format: Format,
    /// Tingkat terendah
    #[arg(
        long,
        visible_alias = "level",
        value_parser = one_of(LEVELS),
        default_value = "saran",
        value_name = "TINGKAT",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Tingkat terendah yang ditampilkan: galat, peringatan, atau saran [bawaan: saran]",
        help_heading = "Pilihan"
    )]
    tingkat: Level,
    /// Tulis perbaikan yang pasti ke dalam berkas, dan perlihatkan perubahannya
    #[arg(long, visible_alias = "fix", help_heading = "Pilihan")]
    perbaiki: bool,
    /// Tata pula halamannya, dan periksa halaman itu
    #[arg(long, visible_alias = "pages", help_heading = "Pilihan")]
    halaman: bool,
    /// Folder yang templates/ dan data/-nya didahulukan daripada bawaan program
    #[arg(long, visible_alias = "root", value_name = "FOLDER", help_heading = "Pilihan")]
    akar: Option<PathBuf>,
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        one_stdin(&self.berkas)?;
        if self.perbaiki && self.berkas.iter().any(|path| path == Path::new("-")) {
            return Err(Stop::conflict("--perbaiki memerlukan berkas, bukan masukan baku (-)"));
        }
        if self.perbaiki && self.halaman {
            return Err(Stop::conflict("--perbaiki dan --halaman dijalankan bergantian, tidak bersama"));
        }
        Ok(())
    }

    fn split(self) -> (Options, Job) {
        let Self { berkas, format, tingkat, perbaiki, halaman, akar } = self;
        let pesan = match format {
            Format::Pesan(form) => form,
            Format::Sarif => MessageFormat::Ringkas,
        };
        let job = Job { berkas, format, tingkat, perbaiki, halaman };
        (Options { pesan, ..colored(akar) }, job)
    }
}
