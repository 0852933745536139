//! `naskah terbit`.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::commands::terbit::{Izin, Job, SEMUA};
use crate::run::Options;
use naskah_core::decree::Tanggal;
use naskah_core::diag::Code;

use super::{Asked, Stop, Umum, is_stdout};

#[derive(Debug, Args)]
#[command(override_usage = "naskah terbit [PILIHAN] <BERKAS>…")]
pub struct Arguments {
    /// Berkas YAML keputusan; `-` membaca masukan baku; beberapa berkas, atau folder, terbit berurutan: semuanya atau tidak satu pun
    #[arg(value_name = "BERKAS", required = true, help_heading = "Masukan")]
    berkas: Vec<PathBuf>,
    /// Tanggal penetapan, seperti 2026-03-02; diisikan ke dalam berkas
    #[arg(long, visible_alias = "date", value_name = "TANGGAL", help_heading = "Pilihan")]
    tanggal: Option<Tanggal>,
    /// Nomor keputusan; diisikan ke dalam berkas [bawaan: nomor berikutnya yang belum dipakai]
    #[arg(long, visible_alias = "number", value_name = "NOMOR", help_heading = "Pilihan")]
    nomor: Option<String>,
    /// Catat keputusan yang sudah ditetapkan di luar program, apa adanya; temuan dicatat dan tidak menghentikan
    #[arg(long, visible_alias = "already-issued", help_heading = "Pilihan")]
    sudah_ditetapkan: bool,
    /// Tempat PDF asli: berkas atau folder [bawaan: output/<tahun>/<nomor>-<tentang>.pdf]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Ganti PDF yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    /// Terbitkan tanpa bertanya; wajib bila tidak ada terminal
    #[arg(long, visible_alias = "yes", help_heading = "Pilihan")]
    ya: bool,
    /// Kode temuan yang sudah diperiksa dan disetujui, dipisahkan koma, seperti N112,N208; `semua` menyetujui semuanya
    #[arg(long, visible_alias = "accept", value_name = "KODE", value_delimiter = ',', value_parser = code, help_heading = "Pilihan")]
    setujui: Vec<String>,
    /// Tunjukkan apa yang akan terbit; tidak ada yang ditulis
    #[arg(long, visible_alias = "dry-run", help_heading = "Pilihan")]
    coba: bool,
    #[command(flatten)]
    umum: Umum,
}

/// Whether a place is a PDF's name.
fn has_ending(place: &Path) -> bool {
    place.extension().is_some_and(|end| end.eq_ignore_ascii_case("pdf"))
}

/// A code of a message, in capitals.
fn code(text: &str) -> Result<String, String> {
    let code = text.trim().to_uppercase();
    match code == SEMUA || Code::ALL.iter().any(|known| known.id == code) {
        true => Ok(code),
        false => Err(format!("`{text}` bukan kode pesan; tulis misalnya N208, N112,N208, atau semua")),
    }
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        match &self.nomor {
            Some(number) if number.trim().is_empty() => Err(Stop::conflict("--nomor memerlukan isi")),
            _ if is_stdout(self.keluaran.as_ref()) => {
                Err(Stop::conflict("PDF asli tidak dapat ditulis ke keluaran baku (-o -)"))
            }
            _ if self.berkas.len() > 1 && self.keluaran.as_ref().is_some_and(|place| has_ending(place)) => {
                Err(Stop::conflict("beberapa keputusan memerlukan folder: -o menyebut folder, bukan berkas"))
            }
            Some(_) if self.berkas.len() > 1 => Err(Stop::conflict("--nomor hanya untuk satu keputusan")),
            _ if self.berkas.len() > 1 && self.berkas.iter().any(|file| file.as_os_str() == "-") => {
                Err(Stop::conflict("masukan baku (`-`) hanya untuk satu keputusan"))
            }
            _ if self.coba && self.ya => Err(Stop::conflict("--coba tidak dapat dipakai bersama --ya")),
            _ => Ok(()),
        }
    }

    fn split(self) -> (Options, Job) {
        let mut files = self.berkas.into_iter();
        let job = Job {
            berkas: files.next().unwrap_or_default(),
            lainnya: files.collect(),
            tanggal: self.tanggal,
            nomor: self.nomor.map(|number| number.trim().to_owned()),
            sudah_ditetapkan: self.sudah_ditetapkan,
            keluaran: self.keluaran,
            timpa: self.timpa,
            izin: match (self.coba, self.ya) {
                (true, _) => Izin::Coba,
                (false, true) => Izin::Ya { setujui: self.setujui },
                (false, false) => Izin::Tanya { setujui: self.setujui },
            },
        };
        (self.umum.options(), job)
    }
}
