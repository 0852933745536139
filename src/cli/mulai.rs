//! `naskah mulai`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::mulai::Job;
use crate::run::Options;

use super::Asked;
use super::umum::Bentuk;

#[derive(Debug, Args)]
#[command(override_usage = "naskah mulai [PILIHAN] [FOLDER]")]
pub struct Arguments {
    /// Folder kantor; dibuat bila belum ada [bawaan: folder ini]
    #[arg(value_name = "FOLDER", default_value = ".", hide_default_value = true, help_heading = "Masukan")]
    folder: PathBuf,
    /// Kabupaten, kota, atau provinsi, boleh sebagian namanya: kab semarang; pusat untuk KPU Republik Indonesia
    #[arg(long, visible_alias = "area", value_name = "NAMA", help_heading = "Pilihan")]
    wilayah: Option<String>,
    /// Tempat kedudukan, bila lain daripada ibu kotanya
    #[arg(long, visible_alias = "seat", value_name = "TEMPAT", help_heading = "Pilihan")]
    tempat: Option<String>,
    /// Nama ketua, tanpa gelar
    #[arg(long, visible_alias = "chair", value_name = "NAMA", help_heading = "Pilihan")]
    ketua: Option<String>,
    /// Nama sekretaris, tanpa gelar
    #[arg(long, visible_alias = "secretary", value_name = "NAMA", help_heading = "Pilihan")]
    sekretaris: Option<String>,
    /// Nama pengesah salinan, tanpa gelar
    #[arg(long, visible_alias = "certifier", value_name = "NAMA", requires = "jabatan", help_heading = "Pilihan")]
    pengesah: Option<String>,
    /// Jabatan pengesah salinan, seperti: Kepala Subbagian Hukum dan Sumber Daya Manusia
    #[arg(long, visible_alias = "post", value_name = "JABATAN", requires = "pengesah", help_heading = "Pilihan")]
    jabatan: Option<String>,
    /// Berkas lambang kantor, PNG, JPG, atau SVG; disalin ke dalam folder
    #[arg(long, visible_alias = "emblem", value_name = "BERKAS", help_heading = "Pilihan")]
    lambang: Option<PathBuf>,
    /// Tahun keputusan pertama [bawaan: tahun ini]
    #[arg(long, visible_alias = "year", value_name = "TAHUN", value_parser = clap::value_parser!(i32).range(1945..=2999), help_heading = "Pilihan")]
    tahun: Option<i32>,
    #[command(flatten)]
    bentuk: Bentuk,
}

impl Asked for Arguments {
    type Job = Job;

    fn split(self) -> (Options, Job) {
        let Self { folder, wilayah, tempat, ketua, sekretaris, pengesah, jabatan, lambang, tahun, bentuk } = self;
        let pengesah = pengesah.zip(jabatan);
        let options = Options { akar: folder.is_dir().then(|| folder.clone()), ..bentuk.options(None) };
        (options, Job { folder, wilayah, tempat, ketua, sekretaris, pengesah, lambang, tahun })
    }
}
