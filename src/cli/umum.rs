//! What commands are asked in the same way.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::session::Cara;
use naskah_core::diag::MessageFormat;

#[derive(Debug, Args)]
pub struct Umum {
    /// Folder yang templates/, data/, dan fonts/-nya didahulukan daripada bawaan program
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
enum MessageName {
    #[value(alias = "human")]
    Manusia,
    #[value(alias = "short")]
    Ringkas,
    Json,
}

impl Umum {
    /// What was asked.
    pub fn cara(self) -> Cara {
        let pesan = match self.pesan {
            MessageName::Manusia => MessageFormat::Manusia,
            MessageName::Ringkas => MessageFormat::Ringkas,
            MessageName::Json => MessageFormat::Json,
        };
        let color = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        Cara { akar: self.akar, pesan, color }
    }
}
