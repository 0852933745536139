//! `naskah verifikasi` and `naskah ekstrak`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::Outcome;
use crate::commands::ekstrak;
use crate::commands::verifikasi::{self, Job};
use crate::session::Cara;
use naskah_core::diag::MessageFormat;

use super::{Stop, Umum};

#[derive(Debug, Args)]
#[command(override_usage = "naskah verifikasi [PILIHAN] <PDF>…")]
pub struct Arguments {
    /// PDF keputusan; `-` membaca masukan baku
    #[arg(value_name = "PDF", required = true, help_heading = "Masukan")]
    berkas: Vec<PathBuf>,
    /// Folder register untuk membandingkan dengan yang terbit [bawaan: data/register di bawah akar, bila ada]
    #[arg(long, value_name = "FOLDER", help_heading = "Pilihan")]
    register: Option<PathBuf>,
    /// Sidik asli yang tercetak pada salinan, seperti "de39 f38c d47b 0736"
    #[arg(long, visible_alias = "fingerprint", value_name = "SIDIK", help_heading = "Pilihan")]
    sidik: Option<String>,
    /// Bentuk jawaban
    #[arg(
        long,
        value_enum,
        default_value = "manusia",
        value_name = "BENTUK",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Bentuk jawaban: manusia, atau json (satu objek sebaris) [bawaan: manusia]",
        help_heading = "Pilihan"
    )]
    format: FormatName,
    /// Folder yang fonts/-nya didahulukan, dan yang memuat data/register
    #[arg(long, visible_alias = "root", value_name = "FOLDER", help_heading = "Pilihan")]
    akar: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormatName {
    #[value(alias = "human")]
    Manusia,
    Json,
}

impl Arguments {
    /// Refuses what cannot be carried out together.
    pub fn check(&self) -> Result<(), Stop> {
        if self.berkas.iter().filter(|path| *path == Path::new("-")).count() > 1 {
            return Err(Stop::conflict("masukan baku (-) hanya dapat disebut satu kali"));
        }
        if let Some(folder) = self.register.as_ref().filter(|folder| !folder.is_dir()) {
            return Err(Stop::conflict(&format!("folder register {} tidak ada", folder.display())));
        }
        match &self.sidik {
            Some(_) if self.berkas.len() > 1 => Err(Stop::conflict("--sidik hanya untuk satu PDF")),
            Some(text) if digits(text).is_none() => Err(Stop::conflict(
                "--sidik memerlukan 16 sampai 64 angka heksadesimal, seperti \"de39 f38c d47b 0736\"",
            )),
            _ => Ok(()),
        }
    }

    /// Does it.
    pub fn run(self) -> Outcome {
        verifikasi::run(&Job {
            berkas: self.berkas,
            register: self.register,
            sidik: self.sidik.as_deref().and_then(digits),
            json: self.format == FormatName::Json,
            cara: Cara { akar: self.akar, pesan: MessageFormat::Manusia, color: false },
        })
    }
}

/// The digits of a fingerprint, however they are grouped.
fn digits(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    let sound = (16..=64).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    sound.then_some(digits)
}

#[derive(Debug, Args)]
#[command(override_usage = "naskah ekstrak [PILIHAN] <PDF>")]
pub struct EkstrakArguments {
    /// PDF keputusan; `-` membaca masukan baku
    #[arg(value_name = "PDF", help_heading = "Masukan")]
    berkas: PathBuf,
    /// Tempat sumber: berkas, folder, atau `-` untuk keluaran baku [bawaan: di sebelah PDF]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Keluarkan juga kantor, dasar hukum, jenis, dan gaya yang dipakai, sebagai folder untuk --akar
    #[arg(long, visible_alias = "all", help_heading = "Pilihan")]
    semua: bool,
    /// Ganti berkas yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    umum: Umum,
}

impl EkstrakArguments {
    /// Refuses what cannot be carried out together.
    pub fn check(&self) -> Result<(), Stop> {
        match self.semua && self.keluaran.as_deref() == Some(Path::new("-")) {
            true => Err(Stop::conflict("keluaran baku (-o -) hanya untuk sumbernya, bukan --semua")),
            false => Ok(()),
        }
    }

    /// Does it.
    pub fn run(self) -> Outcome {
        ekstrak::run(&ekstrak::Job {
            berkas: self.berkas,
            keluaran: self.keluaran,
            semua: self.semua,
            timpa: self.timpa,
            cara: self.umum.cara(),
        })
    }
}
