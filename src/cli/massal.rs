//! `naskah massal`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::massal::{Buat, Job};
use crate::run::{Bagian, Options};
use naskah_core::resolve::{Bentuk, Edition};

use super::{Asked, Stop, Umum, is_stdout};

#[derive(Debug, Args)]
#[command(
    override_usage = "naskah massal [PILIHAN] <POLA> --data <DATA>\n           naskah massal --gabung <MANIFES>…"
)]
pub struct Arguments {
    /// Pola: berkas YAML keputusan dengan tempat isian seperti {{ Nama }}
    #[arg(
        value_name = "POLA",
        required_unless_present = "gabung",
        conflicts_with = "gabung",
        help_heading = "Masukan"
    )]
    pola: Option<PathBuf>,
    /// Data: xlsx, ods, csv, yaml, json, atau jsonl [bawaan: yang disebut pola]
    #[arg(long, value_name = "DATA", help_heading = "Pilihan")]
    data: Option<PathBuf>,
    /// Nama lembar, bila buku kerja memuat beberapa
    #[arg(long, visible_alias = "sheet", value_name = "LEMBAR", help_heading = "Pilihan")]
    lembar: Option<String>,
    /// Satu naskah untuk setiap kelompok baris yang isi kolomnya sama; dapat diulang
    #[arg(long, visible_alias = "group", value_name = "KOLOM", help_heading = "Pilihan")]
    kelompok: Vec<String>,
    /// Folder hasil, atau berkas manifes gabungan [bawaan: output/massal/<pola>]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Pola nama berkas, misalnya "{{ Kecamatan }}/{{ Nama }}" [bawaan: nomor urut dan teks pertama barisnya]
    #[arg(long, visible_alias = "name", value_name = "NAMA", help_heading = "Pilihan")]
    nama: Option<String>,
    /// Susun sebagai konsep: nomor dan tanggal boleh kosong
    #[arg(long, visible_alias = "draft", help_heading = "Pilihan")]
    konsep: bool,
    /// Tulis naskah YAML-nya, untuk diterbitkan kemudian dengan `naskah terbit`, bukan PDF-nya
    #[arg(long, visible_alias = "source", conflicts_with = "salinan", help_heading = "Pilihan")]
    naskah: bool,
    /// Perlihatkan bentuk salinan
    #[arg(long, visible_alias = "copy", help_heading = "Pilihan")]
    salinan: bool,
    /// Buat hanya yang belum ada atau yang berubah
    #[arg(long, visible_alias = "resume", help_heading = "Pilihan")]
    lanjut: bool,
    /// Banyaknya naskah yang dikerjakan bersamaan [bawaan: sebanyak inti prosesor]
    #[arg(long, visible_alias = "jobs", value_name = "N", help_heading = "Pilihan")]
    kerja: Option<usize>,
    /// Buat satu bagian saja: 3/12; `otomatis` atau `otomatis/12` menurut larik Slurm atau Job Kubernetes
    #[arg(long, visible_alias = "shard", value_name = "I/N", help_heading = "Pilihan")]
    bagian: Option<Bagian>,
    /// Gabungkan manifes beberapa bagian, dan periksa kelengkapan serta keutuhan berkasnya
    #[arg(long, visible_alias = "join", value_name = "MANIFES", num_args = 1.., help_heading = "Pilihan")]
    gabung: Vec<PathBuf>,
    /// Ganti berkas hasil yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
    #[command(flatten)]
    umum: Umum,
}

impl Asked for Arguments {
    type Job = Job;

    fn check(&self) -> Result<(), Stop> {
        if self.gabung.is_empty() && is_stdout(self.keluaran.as_ref()) {
            return Err(Stop::conflict("hasil massal memerlukan folder, bukan keluaran baku (-o -)"));
        }
        match self.kerja {
            Some(0) => Err(Stop::conflict("--kerja paling sedikit 1")),
            _ => Ok(()),
        }
    }

    fn split(self) -> (Options, Job) {
        let bentuk = if self.salinan { Bentuk::Salinan } else { Bentuk::Asli };
        let job = match self.pola {
            Some(pola) => Job::Buat(Box::new(Buat {
                pola,
                data: self.data,
                keluaran: self.keluaran,
                kerja: self.kerja,
                bagian: self.bagian.unwrap_or(Bagian::SELURUHNYA),
                lanjut: self.lanjut,
                kelompok: self.kelompok,
                nama: self.nama,
                lembar: self.lembar,
                edition: Edition { konsep: self.konsep || self.naskah, bentuk, ..Edition::default() },
                naskah: self.naskah,
                timpa: self.timpa,
            })),
            None => Job::Gabung { manifes: self.gabung, keluaran: self.keluaran, timpa: self.timpa },
        };
        (self.umum.options(), job)
    }
}
