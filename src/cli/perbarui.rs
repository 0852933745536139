//! `naskah perbarui`.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::Outcome;
use crate::diag::MessageFormat;
use crate::perbarui::{self, Job, Laporan};

use super::Stop;

#[derive(Debug, Args)]
#[command(override_usage = "naskah perbarui [PILIHAN] --tahun <TAHUN> <BERKAS>")]
pub struct Arguments {
    /// Berkas YAML keputusan yang lama; `-` membaca masukan baku
    #[arg(value_name = "BERKAS", required = true, help_heading = "Masukan")]
    berkas: PathBuf,
    /// Tahun keputusan yang baru
    #[arg(long, visible_alias = "year", value_name = "TAHUN", required = true, help_heading = "Pilihan",
        value_parser = clap::value_parser!(i32).range(1945..=2999))]
    tahun: i32,
    /// Tempat berkas baru: berkas, folder, atau `-` untuk keluaran baku [bawaan: nama lama dengan tahun yang baru]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Bentuk laporan
    #[arg(
        long,
        visible_alias = "report",
        value_enum,
        value_name = "BENTUK",
        hide_possible_values = true,
        help = "Tulis juga laporan perubahan di samping berkas baru: html, md, atau json",
        help_heading = "Pilihan"
    )]
    laporan: Option<ReportName>,
    /// Ganti berkas hasil yang sudah ada; berkas yang lama tidak pernah diganti
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    /// Folder yang templates/ dan data/-nya didahulukan daripada bawaan program
    #[arg(long, visible_alias = "root", value_name = "FOLDER", help_heading = "Pilihan")]
    akar: Option<PathBuf>,
    /// Bentuk pesan
    #[arg(
        long,
        visible_alias = "messages",
        value_enum,
        default_value = "manusia",
        value_name = "BENTUK",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Bentuk pesan: manusia, ringkas, atau json [bawaan: manusia]",
        help_heading = "Pilihan"
    )]
    pesan: MessageName,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum ReportName {
    Html,
    Md,
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum MessageName {
    #[value(alias = "human")]
    Manusia,
    #[value(alias = "short")]
    Ringkas,
    Json,
}

impl Arguments {
    /// Refuses what cannot be carried out together.
    pub fn check(&self) -> Result<(), Stop> {
        let to_stdout = self.keluaran.as_deref() == Some(Path::new("-"));
        if to_stdout && self.laporan.is_some() {
            return Err(Stop::conflict("--laporan memerlukan berkas hasil, bukan keluaran baku (-o -)"));
        }
        if self.berkas == Path::new("-") && self.keluaran.is_none() {
            return Err(Stop::conflict("masukan baku (-) memerlukan -o"));
        }
        Ok(())
    }

    /// Does it.
    pub fn run(self) -> Outcome {
        let laporan = self.laporan.map(|name| match name {
            ReportName::Html => Laporan::Html,
            ReportName::Md => Laporan::Md,
            ReportName::Json => Laporan::Json,
        });
        let pesan = match self.pesan {
            MessageName::Manusia => MessageFormat::Manusia,
            MessageName::Ringkas => MessageFormat::Ringkas,
            MessageName::Json => MessageFormat::Json,
        };
        perbarui::run(&Job {
            berkas: self.berkas,
            tahun: self.tahun,
            keluaran: self.keluaran,
            laporan,
            timpa: self.timpa,
            akar: self.akar,
            pesan,
            color: std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        })
    }
}
