//! `naskah register periksa`, `perbaiki` and `jangkar`.

use clap::{Args, Subcommand};

use crate::commands::register::Job;
use crate::office::register::Jangkar;
use crate::run::Options;

use super::{Asked, HELP, Stop, Umum};

#[derive(Debug, Args)]
#[command(
    override_usage = "naskah register <PERINTAH>",
    subcommand_value_name = "PERINTAH",
    subcommand_help_heading = "Perintah"
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Periksa register terhadap rantai, bahan beku, dan jangkar yang disimpan di tempat lain
    #[command(visible_alias = "check", help_template = HELP)]
    Periksa(CheckArguments),
    /// Perbaiki register dari bahan beku, setelah ditanyakan
    #[command(visible_alias = "repair", help_template = HELP)]
    Perbaiki(RepairArguments),
    /// Cetak jangkar: sidik baris terakhir setiap tahun, untuk disimpan di tempat lain
    #[command(visible_alias = "anchor", help_template = HELP)]
    Jangkar(AnchorArguments),
}

#[derive(Debug, Args)]
#[command(override_usage = "naskah register periksa [PILIHAN]")]
struct CheckArguments {
    /// Jangkar yang disimpan di tempat lain, seperti "2026 3 de39f38c…"; boleh beberapa kali
    #[arg(long, visible_alias = "anchor", value_name = "JANGKAR", help_heading = "Pilihan")]
    jangkar: Vec<String>,
    #[command(flatten)]
    umum: Umum,
}

#[derive(Debug, Args)]
#[command(override_usage = "naskah register perbaiki [PILIHAN]")]
struct RepairArguments {
    /// Perbaiki tanpa bertanya
    #[arg(long, visible_alias = "yes", help_heading = "Pilihan")]
    ya: bool,
    #[command(flatten)]
    umum: Umum,
}

#[derive(Debug, Args)]
#[command(override_usage = "naskah register jangkar [PILIHAN]")]
struct AnchorArguments {
    #[command(flatten)]
    umum: Umum,
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        match &self.command {
            Command::Periksa(asked) if asked.jangkar.iter().any(|text| text.parse::<Jangkar>().is_err()) => {
                Err(Stop::conflict("--jangkar memerlukan tahun, banyak baris, dan sidik, seperti \"2026 3 de39f38c…\""))
            }
            _ => Ok(()),
        }
    }

    fn split(self) -> (Options, Job) {
        match self.command {
            Command::Periksa(asked) => {
                let anchors = asked.jangkar.iter().filter_map(|text| text.parse().ok()).collect();
                (asked.umum.options(), Job::Periksa(anchors))
            }
            Command::Perbaiki(asked) => (asked.umum.options(), Job::Perbaiki { ya: asked.ya }),
            Command::Jangkar(asked) => (asked.umum.options(), Job::Jangkar),
        }
    }
}
