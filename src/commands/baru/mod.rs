//! The command `baru`: a decree to be filled in, from the skeleton of its kind or from another decree.

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::naming;
use crate::rangka::{filled, kept, line_of, office, open_places, own_offices, plain, this_year};
use crate::run::{Count, Made, Run};
use crate::skema;
use naskah_core::catalog::{JENIS, KANTOR};
use naskah_core::diag::{Code, FileId, Level};
use naskah_core::resolve::Edition;
use naskah_core::yaml::{self, isi};

/// What `baru` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// Id of the kind; not looked at where another decree is copied.
    pub jenis: String,
    /// The decree that is copied.
    pub dari: Option<PathBuf>,
    /// Id of the office.
    pub kantor: Option<String>,
    /// The year.
    pub tahun: Option<i32>,
    /// Where it goes.
    pub keluaran: Option<PathBuf>,
}

/// Writes the decree, and tells what is still to be written in it.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    make(job, &mut run);
    run.finish()
}

fn make(job: &Job, run: &mut Run) -> Option<()> {
    let tahun = job.tahun.unwrap_or_else(this_year);
    let name = match &job.dari {
        Some(path) => path.file_stem()?.to_string_lossy().into_owned() + "-baru",
        None => job.jenis.clone(),
    };
    let path = job.keluaran.clone().unwrap_or_else(|| place(&name, tahun, run));
    let (schema, named) = skema::beside(&path, run.catalog.root.folder().map(plain).as_deref());
    let text = match &job.dari {
        Some(path) => copied(path, run)?,
        None => fresh(job, tahun, &named, run)?,
    };
    if path.exists() {
        run.refuse(Code::SUDAH_ADA, kept(&path), Some("sebut nama lain dengan -o <BERKAS>"));
        return None;
    }
    let fate = run.deliver(&path, text.clone().into_bytes(), false)?;
    if job.dari.is_none() && !schema.exists() {
        run.deliver(&schema, skema::Perihal::Keputusan.text().into_bytes(), false);
    }
    let file = run.files.add(path.display().to_string(), text);
    let open = tell_open(file, &path, run);
    let made = Made::file(&path, fate);
    run.voice.made(if run.voice.as_json() { made.count(Count::Isian, open) } else { made });
    Some(())
}

/// Where a decree goes that nobody asked a place for: among the office's own, where it keeps them.
fn place(name: &str, tahun: i32, run: &Run) -> PathBuf {
    let shelf = run.catalog.root.folder().map(|root| root.join("data/keputusan")).filter(|shelf| shelf.is_dir());
    let name = format!("{name}.yaml");
    shelf.map_or(PathBuf::from(&name), |shelf| plain(&shelf.join(tahun.to_string()).join(&name)))
}

/// The skeleton of a kind, for an office and a year.
fn fresh(job: &Job, tahun: i32, skema: &str, run: &mut Run) -> Option<String> {
    let path = format!("{JENIS}/{}/isian.yaml", job.jenis);
    let known = run.catalog.ids(JENIS);
    if !known.contains(&job.jenis) {
        let hint = run.catalog.nearest(JENIS, &job.jenis);
        run.refuse(Code::JENIS, format!("jenis keputusan `{}` tidak dikenal", job.jenis), Some(&hint));
        return None;
    }
    let id = match &job.kantor {
        Some(id) => id.clone(),
        None => only_office(run)?,
    };
    let Some(kantor) = office(&run.catalog, &id) else {
        let hint = run.catalog.nearest(KANTOR, &id);
        run.refuse(Code::KANTOR, format!("kantor `{id}` tidak ada atau berkasnya rusak"), Some(&hint));
        return None;
    };
    let (lembaga, tahun) = (kantor.nama_penuh(), tahun.to_string());
    let places = [
        ("kantor", id.as_str()),
        ("lembaga", &lembaga),
        ("wilayah", &kantor.wilayah),
        ("tahun", &tahun),
        ("skema", skema),
    ];
    let text = filled(&run.catalog, &path, &places);
    let signer = |post: &str| text.as_ref().is_some_and(|text| text.contains(&format!("pejabat: {post} ")));
    if signer("sekretaris") && !kantor.pejabat.contains_key("sekretaris") {
        let hint = format!(
            "tambahkan `sekretaris: {{jabatan: Sekretaris, nama: …}}` di bawah `pejabat` pada {KANTOR}/{id}.yaml"
        );
        run.refuse(Code::PEJABAT, format!("kantor `{id}` belum mempunyai pejabat `sekretaris`"), Some(&hint));
        return None;
    }
    if text.is_none() {
        let hint = format!("salin {JENIS}/{}/contoh.yaml, lalu: naskah baru --dari contoh.yaml", job.jenis);
        run.refuse(Code::JENIS, format!("jenis `{}` tidak mempunyai kerangka isian", job.jenis), Some(&hint));
    }
    let paper = run.catalog.root.read(&format!("{JENIS}/{}/jenis.yaml", job.jenis)).unwrap_or_default();
    let decree = !String::from_utf8_lossy(&paper).lines().any(|line| line.starts_with("naskah:"));
    text.map(|text| match &kantor.pengesah()[..] {
        [one] if decree && !text.contains("\nsalinan:") => {
            format!("{}\n\n# Pengesah salinan dan petikan.\nsalinan: {{oleh: {one}}}\n", text.trim_end())
        }
        _ => text,
    })
}

/// The office of this folder, where there is one and no other.
fn only_office(run: &mut Run) -> Option<String> {
    let own = own_offices(&run.catalog);
    let (message, hint) = match &own[..] {
        [one] => return Some(one.clone()),
        [] => (
            "folder ini belum mempunyai kantor".to_owned(),
            "buat dahulu dengan `naskah mulai`, atau sebut --kantor <ID>; lihat `naskah kantor`".to_owned(),
        ),
        several => (
            format!("folder ini mempunyai {} kantor", several.len()),
            format!("sebut salah satunya dengan --kantor: {}", several.join(", ")),
        ),
    };
    run.refuse(Code::KANTOR, message, Some(&hint));
    None
}

/// Another decree without its number and day.
fn copied(path: &Path, run: &mut Run) -> Option<String> {
    let file = run.open(path)?;
    let mut text = run.files.text(file).to_owned();
    for path in [("nomor", None), ("ditetapkan", Some("tanggal"))] {
        let file = run.files.add("salinan", text.clone());
        let tree = yaml::parse(&run.files, file, &mut run.sink)?;
        text = isi::emptied(&text, &tree, path).unwrap_or(text);
    }
    run.voice.remark(
        "isi, tahun, dan kutipannya masih milik keputusan asal; untuk tahun lain: `naskah perbarui`".to_owned(),
    );
    Some(text)
}

/// Tells the places that are still to be filled in, and how to go on.
fn tell_open(file: FileId, path: &Path, run: &mut Run) -> usize {
    let edition = Edition { konsep: true, ..Edition::default() };
    let (resolved, _) = run.apart(Level::Galat, |run| run.bind(file, &edition));
    let mut places = resolved.map(|resolved| open_places(&resolved, &run.files)).unwrap_or_default();
    places.sort_by_key(|place| place.span.start);
    for place in &places {
        let line = line_of(&run.files, place.span);
        run.voice.remark(format!("masih harus diisi: baris {line}: {}", place.tulisan));
    }
    run.voice.remark("nomor dan tanggal dibiarkan kosong; keduanya diisi saat terbit".to_owned());
    run.voice.remark(format!("berikutnya: isi berkas itu, lalu `naskah susun --konsep {}`", naming::typed(path)));
    places.len()
}
