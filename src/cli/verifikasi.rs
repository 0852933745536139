//! `naskah verifikasi` and `naskah ekstrak`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::verifikasi::Job;
use crate::run::Options;
use naskah_core::diag::MessageFormat;

use super::{Asked, Stop, one_of, one_stdin};

/// The forms of the answer by their names.
const FORMATS: &[(&[&str], MessageFormat)] =
    &[(&["manusia", "human"], MessageFormat::Manusia), (&["json"], MessageFormat::Json)];

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
    /// Bandingkan gambar halamannya dengan penampil kedua, juga bila tidak ada yang ditambahkan
    #[arg(long, visible_alias = "pictures", help_heading = "Pilihan")]
    gambar: bool,
    /// Bentuk jawaban
    #[arg(
        long,
        value_parser = one_of(FORMATS),
        default_value = "manusia",
        value_name = "BENTUK",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Bentuk jawaban: manusia, atau json (satu objek sebaris) [bawaan: manusia]",
        help_heading = "Pilihan"
    )]
    format: MessageFormat,
    /// Folder yang fonts/-nya didahulukan, dan yang memuat data/register
    #[arg(long, visible_alias = "root", value_name = "FOLDER", help_heading = "Pilihan")]
    akar: Option<PathBuf>,
    /// Memeriksa dalam proses ini juga, tanpa batas waktu dan memori
    #[arg(long = "di-sini", hide = true)]
    here: bool,
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        one_stdin(&self.berkas)?;
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

    fn split(self) -> (Options, Job) {
        let job = Job {
            berkas: self.berkas,
            register: self.register,
            sidik: self.sidik.as_deref().and_then(digits),
            gambar: self.gambar,
            json: self.format == MessageFormat::Json,
            akar: self.akar.clone(),
            program: if self.here { None } else { std::env::current_exe().ok() },
        };
        (Options { akar: self.akar, ..Options::default() }, job)
    }
}

/// The digits of a fingerprint, however they are grouped.
fn digits(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    let sound = (16..=64).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    sound.then_some(digits)
}
