//! Arguments to jobs: clap types only, one file a command; help and messages are Indonesian.

mod aturan;
mod beda;
mod daftar;
mod jdih;
mod perbarui;
mod periksa;
mod petikan;
mod salinan;
mod stop;
mod susun;
mod tabel;
mod terbit;
mod umum;
mod verifikasi;

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use stop::Stop;
use umum::Umum;

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
    /// Bandingkan dua keputusan: apa yang berubah, atau naskah bercoretan
    #[command(visible_alias = "diff", help_template = HELP)]
    Beda(beda::Arguments),
    /// Terbitkan keputusan: beri nomor dan tanggal, buat aslinya, bekukan, catat dalam register
    #[command(visible_alias = "issue", help_template = HELP)]
    Terbit(terbit::Arguments),
    /// Buat salinan yang disahkan dari keputusan yang sudah terbit
    #[command(visible_alias = "copy", help_template = HELP)]
    Salinan(salinan::Arguments),
    /// Buat petikan dari keputusan yang sudah terbit, satu untuk setiap penerima
    #[command(visible_alias = "excerpt", help_template = HELP)]
    Petikan(petikan::Arguments),
    /// Batalkan keputusan yang sudah terbit
    #[command(visible_alias = "withdraw", help_template = HELP)]
    Batal(terbit::BatalArguments),
    /// Tampilkan register: yang terbit, nomor yang disisihkan dan yang kosong, perubahan dan pencabutan
    #[command(visible_alias = "list", help_template = HELP)]
    Daftar(daftar::Arguments),
    /// Buat rekaman JDIH dan abstrak keputusan yang sudah terbit
    #[command(help_template = HELP)]
    Jdih(jdih::Arguments),
    /// Verifikasi PDF: sama dengan sumber di dalamnya, dan sama dengan yang terbit?
    #[command(visible_alias = "verify", help_template = HELP)]
    Verifikasi(verifikasi::Arguments),
    /// Keluarkan sumber YAML dari PDF
    #[command(visible_alias = "extract", help_template = HELP)]
    Ekstrak(verifikasi::EkstrakArguments),
    /// Perbarui keputusan ke tahun lain, dengan laporan setiap perubahan
    #[command(visible_alias = "roll", help_template = HELP)]
    Perbarui(perbarui::Arguments),
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
            Self::Beda(arguments) => arguments.run(),
            Self::Terbit(arguments) => arguments.run(),
            Self::Salinan(arguments) => arguments.run(),
            Self::Petikan(arguments) => arguments.run(),
            Self::Batal(arguments) => arguments.run(),
            Self::Daftar(arguments) => arguments.run(),
            Self::Jdih(arguments) => arguments.run(),
            Self::Verifikasi(arguments) => arguments.run(),
            Self::Ekstrak(arguments) => arguments.run(),
            Self::Perbarui(arguments) => arguments.run(),
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
            Self::Beda(arguments) => arguments.check()?,
            Self::Terbit(arguments) => arguments.check()?,
            Self::Salinan(arguments) => arguments.check()?,
            Self::Petikan(arguments) => arguments.check()?,
            Self::Batal(arguments) => arguments.check()?,
            Self::Daftar(arguments) => arguments.check()?,
            Self::Jdih(arguments) => arguments.check()?,
            Self::Verifikasi(arguments) => arguments.check()?,
            Self::Ekstrak(arguments) => arguments.check()?,
            Self::Perbarui(arguments) => arguments.check()?,
            Self::Tabel(arguments) => arguments.check()?,
            Self::Jelaskan(_) | Self::Aturan(_) => {}
        }
        Ok(self)
    }
}
