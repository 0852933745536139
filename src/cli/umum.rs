//! What commands are asked in the same way.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;

use crate::run::Options;
use naskah_core::diag::MessageFormat;

use super::one_of;

#[derive(Debug, Args)]
pub struct Umum {
    /// Folder yang templates/, data/, dan fonts/-nya didahulukan daripada bawaan program
    #[arg(long, visible_alias = "root", value_name = "FOLDER", help_heading = "Pilihan")]
    akar: Option<PathBuf>,
    #[command(flatten)]
    bentuk: Bentuk,
}

/// The forms of messages by their names.
pub(super) const FORMS: &[(&[&str], MessageFormat)] = &[
    (&["manusia", "human"], MessageFormat::Manusia),
    (&["ringkas", "short"], MessageFormat::Ringkas),
    (&["json"], MessageFormat::Json),
];

impl Umum {
    /// What was asked.
    pub fn options(self) -> Options {
        self.bentuk.options(self.akar)
    }
}

/// Options with colours where a screen shows them and nobody forbids them.
pub fn colored(akar: Option<PathBuf>) -> Options {
    let allowed = std::env::var_os("NO_COLOR").is_none();
    let (color, color_out) = (std::io::stderr().is_terminal() && allowed, std::io::stdout().is_terminal() && allowed);
    Options { akar, color, color_out, ..Options::default() }
}

/// The form of messages, of commands with a folder of their own.
#[derive(Debug, Args)]
pub struct Bentuk {
    /// Bentuk pesan dan baris hasil
    #[arg(
        long,
        visible_alias = "messages",
        value_parser = one_of(FORMS),
        default_value = "manusia",
        value_name = "BENTUK",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Bentuk pesan dan baris hasil: manusia, ringkas, atau json [bawaan: manusia]",
        help_heading = "Pilihan"
    )]
    pesan: MessageFormat,
}

impl Bentuk {
    /// What was asked, for a root.
    pub fn options(self, akar: Option<PathBuf>) -> Options {
        Options { pesan: self.pesan, ..colored(akar) }
    }
}

/// What a list of what there is may be asked.
#[derive(Debug, Args)]
pub struct Cari {
    /// Hanya yang memuat kata-kata ini
    #[arg(value_name = "CARI", help_heading = "Masukan")]
    cari: Vec<String>,
    /// Folder yang templates/ dan data/-nya didahulukan daripada bawaan program
    #[arg(long, visible_alias = "root", value_name = "FOLDER", help_heading = "Pilihan")]
    akar: Option<PathBuf>,
}

impl Cari {
    /// What was asked, and the words.
    pub fn split(self) -> (Options, Vec<String>) {
        (Options { akar: self.akar, ..Options::default() }, self.cari)
    }
}
