//! `naskah terbit` and `naskah batal`.

use std::path::PathBuf;

use clap::Args;

use crate::Outcome;
use crate::commands::terbit::{self, BatalJob, Job};
use crate::office::register::Rujukan;
use crate::office::remake::Sebutan;
use naskah_core::decree::Tanggal;

use super::{Stop, Umum};

#[derive(Debug, Args)]
#[command(override_usage = "naskah terbit [PILIHAN] <BERKAS>")]
pub struct Arguments {
    /// Berkas YAML keputusan; `-` membaca masukan baku
    #[arg(value_name = "BERKAS", help_heading = "Masukan")]
    berkas: PathBuf,
    /// Tanggal penetapan, seperti 2026-03-02; diisikan ke dalam berkas
    #[arg(long, visible_alias = "date", value_name = "TANGGAL", help_heading = "Pilihan")]
    tanggal: Option<Tanggal>,
    /// Nomor keputusan; diisikan ke dalam berkas [bawaan: nomor kosong berikutnya]
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
    #[command(flatten)]
    umum: Umum,
}

impl Arguments {
    /// Refuses what cannot be carried out together.
    pub fn check(&self) -> Result<(), Stop> {
        match &self.nomor {
            Some(number) if number.trim().is_empty() => Err(Stop::conflict("--nomor memerlukan isi")),
            _ if self.keluaran.as_ref().is_some_and(|path| path.as_os_str() == "-") => {
                Err(Stop::conflict("PDF asli tidak dapat ditulis ke keluaran baku (-o -)"))
            }
            _ => Ok(()),
        }
    }

    /// Does it.
    pub fn run(self) -> Outcome {
        terbit::run(&Job {
            berkas: self.berkas,
            tanggal: self.tanggal,
            nomor: self.nomor.map(|number| number.trim().to_owned()),
            sudah_ditetapkan: self.sudah_ditetapkan,
            keluaran: self.keluaran,
            timpa: self.timpa,
            cara: self.umum.cara(),
        })
    }
}

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

#[derive(Debug, Args)]
#[command(override_usage = "naskah batal [PILIHAN] --alasan <ALASAN> <NOMOR>")]
pub struct BatalArguments {
    /// Nomor keputusan: 6, 6/2025, atau nomor lama seutuhnya
    #[arg(value_name = "NOMOR", help_heading = "Masukan")]
    nomor: Rujukan,
    /// Alasan pembatalan; ikut tercatat
    #[arg(long, visible_alias = "reason", value_name = "ALASAN", help_heading = "Pilihan")]
    alasan: String,
    /// Tanggal pembatalan, seperti 2026-03-02
    #[arg(long, visible_alias = "date", value_name = "TANGGAL", help_heading = "Pilihan")]
    tanggal: Option<Tanggal>,
    #[command(flatten)]
    tertentu: Tertentu,
    #[command(flatten)]
    umum: Umum,
}

impl BatalArguments {
    /// Refuses what cannot be carried out together.
    pub fn check(&self) -> Result<(), Stop> {
        match self.alasan.trim().is_empty() {
            true => Err(Stop::conflict("--alasan memerlukan isi")),
            false => Ok(()),
        }
    }

    /// Does it.
    pub fn run(self) -> Outcome {
        terbit::withdraw(&BatalJob {
            rujukan: self.tertentu.of(self.nomor),
            alasan: self.alasan.trim().to_owned(),
            tanggal: self.tanggal,
            cara: self.umum.cara(),
        })
    }
}
