//! `naskah beda`.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::Outcome;
use crate::commands::beda::{self, Format, Job};

use super::{Stop, Umum};

/// What scripts want to know.
const AFTER: &str = "\nKode keluar: 0 bila perbandingan dibuat, sama atau berbeda; 1 bila salah satu keputusan tidak dapat dibaca\n\
                     sebagai keputusan; 2 bila berkas tidak dapat dibaca atau ditulis. Bila keduanya sama, --format json kosong.";

#[derive(Debug, Args)]
#[command(override_usage = "naskah beda [PILIHAN] <LAMA> <BARU>", after_help = AFTER)]
pub struct Arguments {
    /// Berkas YAML keputusan yang lama; `-` membaca masukan baku
    #[arg(value_name = "LAMA", display_order = 1, help_heading = "Masukan")]
    lama: PathBuf,
    /// Berkas YAML keputusan yang baru; `-` membaca masukan baku
    #[arg(value_name = "BARU", display_order = 2, help_heading = "Masukan")]
    baru: PathBuf,
    /// Bentuk hasil
    #[arg(
        long,
        value_enum,
        value_name = "FORMAT",
        hide_possible_values = true,
        help = "Bentuk hasil: pdf (naskah bercoretan), html, md, atau json [bawaan: ringkasan pada layar]",
        help_heading = "Pilihan"
    )]
    format: Option<FormatName>,
    /// Tempat hasil: berkas, folder, atau `-` untuk keluaran baku [bawaan: layar; untuk pdf output/<tahun>/beda-<lama>-<baru>.pdf]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Dalam PDF: ganti butir, baris, dan bagian berturut-turut yang tidak berubah dengan satu keterangan
    #[arg(long, visible_alias = "changed-only", help_heading = "Pilihan")]
    hanya_berubah: bool,
    /// Ganti berkas hasil yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    umum: Umum,
}

#[derive(Debug, Clone, Copy, PartialEq, ValueEnum)]
enum FormatName {
    Pdf,
    Html,
    Md,
    Json,
}

impl Arguments {
    /// Refuses what cannot be carried out together.
    pub fn check(&self) -> Result<(), Stop> {
        let stdin = Path::new("-");
        if self.lama == stdin && self.baru == stdin {
            return Err(Stop::conflict("masukan baku (-) hanya dapat disebut satu kali"));
        }
        if self.hanya_berubah && self.format != Some(FormatName::Pdf) {
            return Err(Stop::conflict(
                "--hanya-berubah hanya untuk --format pdf; bentuk lain selalu hanya memuat yang berubah",
            ));
        }
        Ok(())
    }

    /// Does it.
    pub fn run(self) -> Outcome {
        let format = match self.format {
            None => Format::Ringkasan,
            Some(FormatName::Pdf) => Format::Pdf,
            Some(FormatName::Html) => Format::Html,
            Some(FormatName::Md) => Format::Markdown,
            Some(FormatName::Json) => Format::Json,
        };
        let colors = std::env::var_os("NO_COLOR").is_none();
        let on_screen = self.keluaran.as_deref().is_none_or(|path| path == Path::new("-"));
        beda::run(&Job {
            lama: self.lama,
            baru: self.baru,
            format,
            keluaran: self.keluaran,
            hanya_berubah: self.hanya_berubah,
            timpa: self.timpa,
            cara: self.umum.cara(),
            color_out: colors && on_screen && std::io::stdout().is_terminal(),
        })
    }
}
