//! The command `mulai`: an office's folder from nothing: its profile, a first decree, how to go on.

mod daerah;
mod tanya;

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::disk;
use crate::input;
use crate::rangka::{filled, kept, plain, quoted, this_year};
use crate::run::{Made, Run};
use crate::skema::{FOLDER, Perihal};
use daerah::Tempat;
use naskah_core::diag::{Code, Level};
use naskah_core::resolve::Edition;
pub use naskah_core::resolve::lambang::ending;
pub use tanya::MAX_EMBLEM;

/// The post of who certifies copies, where none is named.
pub const JABATAN_PENGESAH: &str = "Kepala Subbagian Hukum dan Sumber Daya Manusia";

/// What `mulai` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The office's folder.
    pub folder: PathBuf,
    /// The area, or a part of its name.
    pub wilayah: Option<String>,
    /// The seat, where it is not that of the data.
    pub tempat: Option<String>,
    /// The chair's name.
    pub ketua: Option<String>,
    /// The secretary's name.
    pub sekretaris: Option<String>,
    /// Name and post of who certifies copies.
    pub pengesah: Option<(String, String)>,
    /// The emblem's file.
    pub lambang: Option<PathBuf>,
    /// The first decree's year.
    pub tahun: Option<i32>,
}

/// Everything that has to be known.
struct Isi {
    tempat: Tempat,
    ketua: String,
    sekretaris: Option<String>,
    pengesah: Option<(String, String)>,
    lambang: Option<(String, Vec<u8>)>,
    tahun: i32,
}

/// Writes the files, none over another.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    begin(job, &mut run);
    run.finish()
}

fn begin(job: &Job, run: &mut Run) -> Option<()> {
    let isi = tanya::ask(job, run)?;
    let kantor = format!("data/kantor/{}.yaml", isi.tempat.id);
    let keputusan = format!("data/keputusan/{}/jam-layanan-tamu.yaml", isi.tahun);
    let mut files = vec![
        (plain(&job.folder.join(&kantor)), profile(&isi, run)?.into_bytes()),
        (plain(&job.folder.join(&keputusan)), first(&isi, run)?.into_bytes()),
        (plain(&job.folder.join("BACA-SAYA.md")), guide(&isi, &kantor, &keputusan, run)?.into_bytes()),
    ];
    for about in [Perihal::Keputusan, Perihal::Kantor] {
        files.push((plain(&job.folder.join(FOLDER).join(about.file())), about.text().into_bytes()));
    }
    files.extend(isi.lambang.as_ref().map(|(path, bytes)| (plain(&job.folder.join(path)), bytes.clone())));
    for (path, bytes) in &files {
        if disk::there(path).ok().flatten().is_some_and(|there| there != *bytes) {
            run.refuse(Code::SUDAH_ADA, kept(path), Some("pakai folder lain, atau pindahkan berkas itu lebih dahulu"));
        }
    }
    if run.is_wrong() {
        return None;
    }
    let fates = run.write(&files, false)?;
    for ((path, _), fate) in files.iter().zip(fates) {
        run.voice.made(Made::file(path, fate));
    }
    prove(job, &keputusan, &isi, run);
    Some(())
}

/// Reads back what was written, as `susun --konsep` will; what the names bring with them is told.
fn prove(job: &Job, keputusan: &str, isi: &Isi, run: &mut Run) -> Option<()> {
    run.catalog = run.catalog.with_root(input::root_of(Some(&job.folder)));
    let file = run.open(&plain(&job.folder.join(keputusan)))?;
    let edition = Edition { konsep: true, ..Edition::default() };
    run.apart(Level::Peringatan, |run| {
        crate::read(file, &edition, &run.catalog, &mut run.files, &mut run.sink);
    });
    run.voice.remark(format!("kantor: {}, berkedudukan di {}", isi.tempat.lembaga(), isi.tempat.tempat));
    isi.tempat.ragu.iter().for_each(|line| run.voice.remark(line.clone()));
    let here = job.folder == Path::new(".");
    let enter = if here { String::new() } else { format!("masuk ke folder {}, lalu ", job.folder.display()) };
    run.voice.remark(format!("berikutnya: {enter}`naskah susun --konsep {keputusan}`"));
    Some(())
}

/// The office's file.
fn profile(isi: &Isi, run: &mut Run) -> Option<String> {
    let Tempat { badan, wilayah, jenjang, tempat, kode, .. } = &isi.tempat;
    let mut pejabat = person("ketua", "Ketua", &isi.ketua);
    if let Some(nama) = &isi.sekretaris {
        let post = if jenjang == "pusat" { "Sekretaris Jenderal" } else { "Sekretaris" };
        pejabat += &person("sekretaris", post, nama);
    }
    if let Some((nama, jabatan)) = &isi.pengesah {
        pejabat += &person("pengesah", jabatan, nama);
    }
    let code = kode.as_ref().map_or(String::new(), |kode| format!("kode_wilayah: {kode}\n"));
    let emblem = isi.lambang.as_ref().map_or(String::new(), |(path, _)| format!("lambang: {path}\n"));
    let places = [
        ("badan", quoted(badan)),
        ("wilayah", quoted(wilayah)),
        ("jenjang", jenjang.clone()),
        ("tempat", quoted(tempat)),
        ("baris_kode", code),
        ("baris_lambang", emblem),
        ("pejabat", pejabat.trim_end().to_owned()),
    ];
    skeleton("kantor.yaml", &places, run)
}

fn person(id: &str, jabatan: &str, nama: &str) -> String {
    format!("  {id}:\n    jabatan: {}\n    nama: {}\n", quoted(jabatan), quoted(nama))
}

/// The first decree.
fn first(isi: &Isi, run: &mut Run) -> Option<String> {
    let places =
        [("kantor", isi.tempat.id.clone()), ("tahun", isi.tahun.to_string()), ("lembaga", isi.tempat.lembaga())];
    skeleton("keputusan.yaml", &places, run)
}

/// What to do next.
fn guide(isi: &Isi, kantor: &str, keputusan: &str, run: &mut Run) -> Option<String> {
    let places = [
        ("lembaga", isi.tempat.lembaga()),
        ("kantor", kantor.to_owned()),
        ("keputusan", keputusan.to_owned()),
        ("contoh_tanggal", format!("{}-01-05", isi.tahun)),
    ];
    skeleton("baca-saya.md", &places, run)
}

fn skeleton(name: &str, places: &[(&str, String)], run: &mut Run) -> Option<String> {
    let places: Vec<(&str, &str)> = places.iter().map(|(place, value)| (*place, value.as_str())).collect();
    let text = filled(&run.catalog, &format!("templates/mulai/{name}"), &places);
    if text.is_none() {
        run.refuse(Code::INTERNAL, format!("kerangka {name} tidak ada"), None);
    }
    text
}

/// The year that was asked for, or this one.
fn year(job: &Job) -> i32 {
    job.tahun.unwrap_or_else(this_year)
}
