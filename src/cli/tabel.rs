//! `naskah tabel ekspor` and `naskah tabel impor`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use crate::commands::tabel::{Export, Import, Job};
use crate::run::Options;
use naskah_formats::sheets::Format;

use super::{Asked, HELP, Stop, Umum};

#[derive(Debug, Args)]
#[command(
    override_usage = "naskah tabel <PERINTAH>",
    subcommand_value_name = "PERINTAH",
    subcommand_help_heading = "Perintah"
)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Tulis tabel lampiran ke lembar kerja (xlsx, ods, atau csv)
    #[command(visible_alias = "export", help_template = HELP)]
    Ekspor(ExportArguments),
    /// Masukkan kembali lembar kerja yang sudah disunting ke dalam berkas YAML
    #[command(visible_alias = "import", help_template = HELP)]
    Impor(ImportArguments),
}

#[derive(Debug, Args)]
#[command(override_usage = "naskah tabel ekspor [PILIHAN] <BERKAS> -o <LEMBAR>")]
struct ExportArguments {
    /// Berkas YAML keputusan; `-` membaca masukan baku
    #[arg(value_name = "BERKAS", help_heading = "Masukan")]
    berkas: PathBuf,
    /// Lembar kerja yang ditulis: nama berakhir .xlsx, .ods, atau .csv
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "LEMBAR", help_heading = "Pilihan")]
    keluaran: PathBuf,
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Args)]
#[command(override_usage = "naskah tabel impor [PILIHAN] <LEMBAR> --ke <BERKAS>")]
struct ImportArguments {
    /// Lembar kerja hasil `tabel ekspor` yang sudah disunting
    #[arg(value_name = "LEMBAR", help_heading = "Masukan")]
    buku: PathBuf,
    /// Berkas YAML keputusan yang tabelnya diperbarui
    #[arg(long, visible_alias = "into", value_name = "BERKAS", help_heading = "Pilihan")]
    ke: PathBuf,
    /// Tulis hasilnya ke berkas lain; `-` ke keluaran baku [bawaan: BERKAS itu sendiri]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    #[command(flatten)]
    common: Common,
}

#[derive(Debug, Args)]
struct Common {
    /// Hanya tabel lampiran ke-N
    #[arg(long, visible_alias = "attachment", value_name = "N", help_heading = "Pilihan")]
    lampiran: Option<usize>,
    /// Ganti berkas hasil yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    umum: Umum,
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        match &self.command {
            Command::Ekspor(arguments) => match Format::of(&arguments.keluaran.to_string_lossy()) {
                Some(_) => Ok(()),
                None => Err(Stop::conflict("nama lembar kerja (-o) harus berakhir .xlsx, .ods, atau .csv")),
            },
            Command::Impor(_) => Ok(()),
        }
    }

    fn split(self) -> (Options, Job) {
        match self.command {
            Command::Ekspor(ExportArguments { berkas, keluaran, common }) => {
                let Common { lampiran, timpa, umum } = common;
                (umum.options(), Job::Ekspor(Export { berkas, lampiran, keluaran, timpa }))
            }
            Command::Impor(ImportArguments { buku, ke, keluaran, common }) => {
                let Common { lampiran, timpa, umum } = common;
                (umum.options(), Job::Impor(Import { buku, ke, keluaran, lampiran, timpa }))
            }
        }
    }
}
