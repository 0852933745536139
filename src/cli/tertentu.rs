//! Which issued decree a command is about.

use clap::Args;

use crate::office::register::Rujukan;
use crate::office::remake::Sebutan;

/// Which issued decree is meant, where its number does not say it.
#[derive(Debug, Args)]
pub struct Tertentu {
    /// Id kantor, bila nomor itu dipakai beberapa kantor
    #[arg(long, visible_alias = "office", value_name = "ID", help_heading = "Pilihan")]
    kantor: Option<String>,
    /// Seri nomor, bila nomor itu dipakai beberapa seri: ketua, sekretaris
    #[arg(long, visible_alias = "series", value_name = "SERI", help_heading = "Pilihan")]
    seri: Option<String>,
}

impl Tertentu {
    /// The decree of a number.
    pub fn of(self, rujukan: Rujukan) -> Rujukan {
        Rujukan { kantor: self.kantor, seri: self.seri, ..rujukan }
    }

    /// The decree of a number; a file says by itself which one is meant.
    pub fn named(self, sebutan: Sebutan) -> Sebutan {
        match sebutan {
            Sebutan::Nomor(rujukan) => Sebutan::Nomor(self.of(rujukan)),
            Sebutan::Berkas(path) => Sebutan::Berkas(path),
        }
    }
}
