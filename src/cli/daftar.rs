//! `naskah daftar`.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::commands::daftar::{Format, Job, Saring};
use crate::run::Options;

use super::{Asked, Stop, Umum, one_of};

/// The forms by their names.
const FORMATS: &[(&[&str], Format)] = &[
    (&["tabel", "table"], Format::Tabel),
    (&["csv"], Format::Csv),
    (&["xlsx"], Format::Xlsx),
    (&["json"], Format::Json),
    (&["html"], Format::Html),
];

/// Width of a table that no terminal shows, in characters.
const LEBAR: usize = 120;

#[derive(Debug, Args)]
#[command(override_usage = "naskah daftar [PILIHAN]")]
pub struct Arguments {
    /// Hanya keputusan tahun ini
    #[arg(long, visible_alias = "year", value_name = "TAHUN", help_heading = "Pilihan")]
    tahun: Option<i32>,
    /// Hanya keputusan kantor ini
    #[arg(long, visible_alias = "office", value_name = "ID", help_heading = "Pilihan")]
    kantor: Option<String>,
    /// Hanya seri nomor ini: ketua, sekretaris
    #[arg(long, visible_alias = "series", value_name = "SERI", help_heading = "Pilihan")]
    seri: Option<String>,
    /// Bentuk daftar
    #[arg(
        long,
        value_parser = one_of(FORMATS),
        default_value = "tabel",
        value_name = "BENTUK",
        hide_default_value = true,
        hide_possible_values = true,
        help = "Bentuk: tabel, csv, xlsx, json, atau html [bawaan: tabel]",
        help_heading = "Pilihan"
    )]
    format: Format,
    /// Lebar tabel dalam aksara [bawaan: lebar layar, atau 120]
    #[arg(long, visible_alias = "width", value_name = "AKSARA", help_heading = "Pilihan", value_parser = clap::value_parser!(u16).range(40..=1000))]
    lebar: Option<u16>,
    /// Tulis ke berkas; wajib untuk xlsx; `-` adalah keluaran baku
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "BERKAS", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Ganti berkas yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    umum: Umum,
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        match (self.format, &self.keluaran) {
            (Format::Xlsx, None) => Err(Stop::conflict("--format xlsx memerlukan berkas tujuan (-o BERKAS)")),
            _ => Ok(()),
        }
    }

    fn split(self) -> (Options, Job) {
        let to_terminal =
            self.keluaran.as_deref().is_none_or(|path| path == Path::new("-")) && std::io::stdout().is_terminal();
        let terminal =
            || terminal_size::terminal_size().filter(|_| to_terminal).map(|(width, _)| usize::from(width.0).max(40));
        let job = Job {
            lebar: self.lebar.map(usize::from).or_else(terminal).unwrap_or(LEBAR),
            saring: Saring { tahun: self.tahun, kantor: self.kantor, seri: self.seri },
            format: self.format,
            keluaran: self.keluaran,
            timpa: self.timpa,
        };
        (self.umum.options(), job)
    }
}
