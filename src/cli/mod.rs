//! Arguments to jobs: clap types only, one file a command; help and messages are Indonesian.

mod aturan;
mod periksa;
mod stop;
mod susun;
mod tabel;

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use stop::Stop;

use crate::Outcome;

/// Form of every help page.
const HELP: &str = "{about-with-newline}\nPemakaian: {usage}\n\n{all-args}{after-help}";

#[derive(Debug, Parser)]
#[command(
    name = "naskah",
    version,
    about = "Keputusan KPU dari satu berkas YAML menjadi PDF yang siap ditandatangani",
    help_template = HELP,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    override_usage = "naskah <PERINTAH>",
    subcommand_value_name = "PERINTAH",
    subcommand_help_heading = "Perintah",
    subcommand_required = true,
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Tampilkan bantuan
    #[arg(short = 'h', long = "bantuan", visible_alias = "help", action = clap::ArgAction::Help, global = true, help_heading = "Lain-lain")]
    help: Option<bool>,
    /// Tampilkan versi program
    #[arg(short = 'V', long = "versi", visible_alias = "version", action = clap::ArgAction::Version, help_heading = "Lain-lain")]
    version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Susun keputusan menjadi PDF, gambar, atau sumber Typst
    #[command(visible_alias = "build", help_template = HELP)]
    Susun(susun::Arguments),
    /// Periksa keputusan menurut kaidah penyusunan, dan perbaiki yang pasti
    #[command(visible_alias = "check", help_template = HELP)]
    Periksa(periksa::Arguments),
    /// Sunting tabel lampiran sebagai lembar kerja, lalu masukkan kembali
    #[command(visible_alias = "table", help_template = HELP)]
    Tabel(tabel::Arguments),
    /// Jelaskan satu aturan atau pesan
    #[command(visible_alias = "explain", help_template = HELP)]
    Jelaskan(aturan::PageArguments),
    /// Tampilkan semua aturan
    #[command(visible_alias = "rules", help_template = HELP)]
    Aturan(aturan::TableArguments),
}

impl Command {
    /// Does what was asked.
    pub fn run(self) -> Outcome {
        match self {
            Self::Susun(arguments) => arguments.run(),
            Self::Periksa(arguments) => arguments.run(),
            Self::Tabel(arguments) => arguments.run(),
            Self::Jelaskan(arguments) => arguments.run(),
            Self::Aturan(arguments) => arguments.run(),
        }
    }
}

/// Reads the command line; `Err` is help, the version, or a line that cannot be carried out.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, Stop> {
    let matches = Arguments::command().try_get_matches_from(arguments).map_err(Stop::new)?;
    Arguments::from_arg_matches(&matches).map_err(Stop::new)?.command.checked()
}

impl Command {
    /// Refuses options that cannot go together.
    fn checked(self) -> Result<Self, Stop> {
        match &self {
            Self::Susun(arguments) => arguments.check()?,
            Self::Periksa(arguments) => arguments.check()?,
            Self::Tabel(arguments) => arguments.check()?,
            Self::Jelaskan(_) | Self::Aturan(_) => {}
        }
        Ok(self)
    }
}
