//! `naskah batal`.

use clap::Args;

use crate::commands::batal::Job;
use crate::office::register::Rujukan;
use crate::run::Options;
use naskah_core::decree::Tanggal;

use super::tertentu::Tertentu;
use super::{Asked, Stop, Umum};

#[derive(Debug, Args)]
#[command(override_usage = "naskah batal [PILIHAN] --alasan <ALASAN> <NOMOR>")]
pub struct Arguments {
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

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        match self.alasan.chars().filter(|c| c.is_alphabetic()).count() < 3 {
            true => Err(Stop::conflict("--alasan memerlukan isi")),
            false => Ok(()),
        }
    }

    fn split(self) -> (Options, Job) {
        let job =
            Job { rujukan: self.tertentu.of(self.nomor), alasan: self.alasan.trim().to_owned(), tanggal: self.tanggal };
        (self.umum.options(), job)
    }
}
