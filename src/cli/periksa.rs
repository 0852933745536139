//! `naskah periksa`.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::Outcome;
use crate::commands::periksa::{self, Format, Job};
use naskah_core::diag::{Level, MessageFormat};

use super::Stop;

#[derive(Debug, Args)]
#[command(override_usage = "naskah periksa [PILIHAN] <BERKAS>…")]
pub struct Arguments {
    /// Berkas YAML keputusan, atau folder yang memuatnya; `-` membaca masukan baku
    #[arg(value_name = "BERKAS", required = true, help_heading = "Masukan")]
    berkas: Vec<PathBuf>,
    /// Bentuk temuan
    #[arg(
        long,
        value_enum,
        default_value = "manusia",
        value_name = "BENTUK",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Bentuk temuan: manusia, ringkas, json, atau sarif [bawaan: manusia]",
        help_heading = "Pilihan"
    )]
    format: FormatName,
    /// Tingkat terendah
    #[arg(
        long,
        visible_alias = "level",
        value_enum,
        default_value = "saran",
        value_name = "TINGKAT",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Tingkat terendah yang ditampilkan: galat, peringatan, atau saran [bawaan: saran]",
        help_heading = "Pilihan"
    )]
    tingkat: LevelName,
    /// Tulis perbaikan yang pasti ke dalam berkas, dan perlihatkan perubahannya
    #[arg(long, visible_alias = "fix", help_heading = "Pilihan")]
    perbaiki: bool,
    /// Folder yang templates/ dan data/-nya didahulukan daripada bawaan program
    #[arg(long, visible_alias = "root", value_name = "FOLDER", help_heading = "Pilihan")]
    akar: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatName {
    #[value(alias = "human")]
    Manusia,
    #[value(alias = "short")]
    Ringkas,
    Json,
    Sarif,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LevelName {
    #[value(alias = "error")]
    Galat,
    #[value(alias = "warning")]
    Peringatan,
    #[value(alias = "hint")]
    Saran,
}

impl Arguments {
    /// Refuses what cannot be carried out together.
    pub fn check(&self) -> Result<(), Stop> {
        let stdin = self.berkas.iter().filter(|path| *path == Path::new("-")).count();
        if stdin > 1 {
            return Err(Stop::conflict("masukan baku (-) hanya dapat disebut satu kali"));
        }
        if stdin > 0 && self.perbaiki {
            return Err(Stop::conflict("--perbaiki memerlukan berkas, bukan masukan baku (-)"));
        }
        Ok(())
    }

    /// Does it.
    pub fn run(self) -> Outcome {
        let format = match self.format {
            FormatName::Manusia => Format::Pesan(MessageFormat::Manusia),
            FormatName::Ringkas => Format::Pesan(MessageFormat::Ringkas),
            FormatName::Json => Format::Pesan(MessageFormat::Json),
            FormatName::Sarif => Format::Sarif,
        };
        let tingkat = match self.tingkat {
            LevelName::Galat => Level::Galat,
            LevelName::Peringatan => Level::Peringatan,
            LevelName::Saran => Level::Saran,
        };
        periksa::run(&Job {
            berkas: self.berkas,
            akar: self.akar,
            format,
            tingkat,
            perbaiki: self.perbaiki,
            color: std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        })
    }
}
