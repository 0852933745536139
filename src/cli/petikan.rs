//! `naskah petikan`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::petikan::{Job, Untuk};
use crate::office::remake::Sebutan;
use crate::run::{Bagian, Options};

use super::tertentu::Tertentu;
use super::{Asked, Stop, Umum, is_stdout};

#[derive(Debug, Args)]
#[command(override_usage = "naskah petikan [PILIHAN] --untuk <KUNCI> <NOMOR|BERKAS>")]
pub struct Arguments {
    /// Nomor keputusan yang sudah terbit (6, 6/2025, atau nomor lama seutuhnya), atau berkas sumbernya
    #[arg(value_name = "NOMOR|BERKAS", value_parser = Sebutan::of, help_heading = "Masukan")]
    sebutan: Sebutan,
    /// Penerima petikan: isi kolom kunci atau nomor barisnya; dapat diulang; `semua` untuk setiap baris
    #[arg(long, visible_alias = "for", value_name = "KUNCI", required = true, help_heading = "Pilihan")]
    untuk: Vec<String>,
    /// Judul kolom yang membedakan baris [bawaan: yang disebut keputusan, atau kolom Nama]
    #[arg(long, visible_alias = "key", value_name = "KOLOM", help_heading = "Pilihan")]
    kunci: Option<String>,
    /// Judul kolom yang ikut dipetik; dapat diulang [bawaan: yang disebut keputusan, atau semua dengan NIK disamarkan]
    #[arg(long, visible_alias = "column", value_name = "KOLOM", help_heading = "Pilihan")]
    kolom: Vec<String>,
    /// Satukan semua petikan dalam satu PDF
    #[arg(long, visible_alias = "joined", help_heading = "Pilihan")]
    gabung: bool,
    /// Buat satu bagian petikan saja: 3/12; `otomatis` menurut larik Slurm atau Job Kubernetes
    #[arg(long, visible_alias = "shard", value_name = "I/N", conflicts_with = "gabung", help_heading = "Pilihan")]
    bagian: Option<Bagian>,
    /// Id pengesah dari profil kantor [bawaan: yang disebut keputusan]
    #[arg(long, visible_alias = "by", value_name = "ID", help_heading = "Pilihan")]
    oleh: Option<String>,
    /// Tempat petikan: berkas, atau folder bila lebih dari satu [bawaan: di dalam output/<tahun>/]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Ganti PDF yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    tertentu: Tertentu,
    #[command(flatten)]
    umum: Umum,
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        let all = self.untuk.iter().any(|key| key == "semua");
        if is_stdout(self.keluaran.as_ref()) {
            return Err(Stop::conflict("petikan tidak dapat ditulis ke keluaran baku (-o -)"));
        }
        if all && self.untuk.len() > 1 {
            return Err(Stop::conflict("--untuk semua tidak dapat dipakai bersama --untuk yang lain"));
        }
        match self.untuk.iter().any(|key| key.trim().is_empty()) {
            true => Err(Stop::conflict("--untuk memerlukan isi")),
            false => Ok(()),
        }
    }

    fn split(self) -> (Options, Job) {
        let all = self.untuk.iter().any(|key| key == "semua");
        let job = Job {
            sebutan: self.tertentu.named(self.sebutan),
            untuk: if all { Untuk::Semua } else { Untuk::Disebut(self.untuk) },
            kunci: self.kunci,
            kolom: self.kolom,
            gabung: self.gabung,
            bagian: self.bagian.unwrap_or(Bagian::SELURUHNYA),
            oleh: self.oleh,
            keluaran: self.keluaran,
            timpa: self.timpa,
        };
        (self.umum.options(), job)
    }
}
