//! `naskah aturan` and `naskah jelaskan`.

use clap::{Args, ValueEnum};

use crate::Outcome;
use crate::commands::aturan::{self, Format};

#[derive(Debug, Args)]
#[command(override_usage = "naskah aturan [PILIHAN]")]
pub struct TableArguments {
    /// Bentuk tabel
    #[arg(
        long,
        value_enum,
        default_value = "tabel",
        value_name = "BENTUK",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Bentuk: tabel, json, atau md [bawaan: tabel]",
        help_heading = "Pilihan"
    )]
    format: FormatName,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FormatName {
    #[value(alias = "table")]
    Tabel,
    Json,
    Md,
}

impl TableArguments {
    /// Does it.
    pub fn run(self) -> Outcome {
        aturan::list(match self.format {
            FormatName::Tabel => Format::Tabel,
            FormatName::Json => Format::Json,
            FormatName::Md => Format::Markdown,
        })
    }
}

#[derive(Debug, Args)]
#[command(override_usage = "naskah jelaskan <KODE>…")]
pub struct PageArguments {
    /// Kode aturan atau pesan, seperti K201 atau N103
    #[arg(value_name = "KODE", required = true, help_heading = "Masukan")]
    kode: Vec<String>,
}

impl PageArguments {
    /// Does it.
    pub fn run(self) -> Outcome {
        aturan::explain(&self.kode)
    }
}
