//! The desk: what the folder holds, and what is begun on it.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::jawab::Tolak;
use super::meja::Meja;
use super::titipan::Titipan;
use super::{berkas, perintah, temuan, ubahan};
use crate::Outcome;
use crate::commands::keadaan::{Draft, Folder, State};
use crate::commands::{baru, mulai, perbarui, serap};
use crate::input;
use crate::naming::slug;
use crate::office::register::Kunci;
use crate::rangka::{office, own_offices, this_year};
use naskah_core::catalog::{Catalog, JENIS, KANTOR};
use naskah_core::diag::{Files, Sink};
use naskah_core::fingerprint::Sidik;
use naskah_core::yaml;
use naskah_formats::serap::Lacak;
use naskah_formats::sunting::{Langkah, Ubah};

/// The drafts, the issued decrees, the offices, the kinds.
pub fn meja(meja: &Meja) -> Value {
    let mut found = Folder::default();
    meja.bekal.run("keadaan", |mut run| {
        found = Folder::read(&mut run);
        run.finish()
    });
    let drafts = found.drafts.iter().map(one_draft);
    let catalog = meja.bekal.catalog();
    let folder = std::env::current_dir().unwrap_or_default();
    json!({
        "folder": folder.display().to_string(),
        "tahun": this_year(),
        "kantor": kantor(meja),
        "jenis": kinds(&catalog),
        "konsep": drafts.collect::<Vec<_>>(),
        "terbit": with_sources(perintah::daftar(meja), &found.sources),
    })
}

/// The register, each issued decree with its file where that lies in the folder as it was issued.
fn with_sources(mut daftar: Value, sources: &[(PathBuf, Kunci)]) -> Value {
    let own = |row: &Value, kunci: &Kunci| {
        row["jenis"] == "keputusan"
            && [&row["kantor"], &row["seri"], &row["nomor"]] == [&kunci.kantor, &kunci.seri, &kunci.nomor]
            && row["tahun"] == kunci.tahun
    };
    for row in daftar["baris"].as_array_mut().into_iter().flatten() {
        let source =
            sources.iter().find(|(path, kunci)| own(row, kunci) && berkas::naskah(&berkas::nama(path)).is_ok());
        if let Some((path, _)) = source {
            row["berkas"] = json!(berkas::nama(path));
        }
    }
    daftar
}

/// A draft as the desk shows it; of what leads out of the folder only the name.
fn one_draft(draft: &Draft) -> Value {
    let name = berkas::nama(&draft.path);
    if berkas::naskah(&name).is_err() {
        return json!({"berkas": name, "tentang": "", "keadaan": "tautan, yang tidak dibuka di sini"});
    }
    let state = match draft.state {
        State::Wrong => {
            unparsed(&draft.path).unwrap_or_else(|| "ada yang keliru; buka, lalu lihat lembar Temuan".to_owned())
        }
        _ => draft.state.told(),
    };
    json!({"berkas": name, "tentang": draft.name, "keadaan": state})
}

/// Where a file is no YAML.
fn unparsed(path: &Path) -> Option<String> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = input::open(path, &mut files, &mut sink).ok()?;
    if yaml::parse(&files, file, &mut sink).is_some() {
        return None;
    }
    let at = sink.found().first().and_then(|finding| finding.span)?.start;
    let line = files.text(file).get(..at)?.matches('\n').count() + 1;
    Some(format!("YAML rusak pada baris {line}; buka, lalu perbaiki pada lembar YAML"))
}

/// The offices of the folder with their people.
pub fn kantor(meja: &Meja) -> Value {
    let catalog = meja.bekal.catalog();
    own_offices(&catalog).iter().map(|id| one_office(id, &catalog)).collect()
}

fn one_office(id: &str, catalog: &Catalog) -> Value {
    let Some(kantor) = office(catalog, id) else {
        return json!({"id": id, "berkas": format!("{KANTOR}/{id}.yaml"), "nama": id, "pejabat": []});
    };
    let people = kantor.pejabat.iter().map(|(id, one)| json!({"id": id, "jabatan": one.jabatan, "nama": one.nama}));
    let file = format!("{KANTOR}/{id}.yaml");
    json!({"id": id, "berkas": file, "nama": kantor.nama_penuh(), "tempat": kantor.tempat, "pejabat": people.collect::<Vec<_>>()})
}

/// The kinds that can be begun from a skeleton.
fn kinds(catalog: &Catalog) -> Vec<Value> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let ids = catalog.ids(JENIS).into_iter();
    let ids = ids.filter(|id| catalog.root.read(&format!("{JENIS}/{id}/isian.yaml")).is_some());
    let kind = |id: String| {
        let kind = catalog.jenis(&id, &mut files, &mut sink).ok()?;
        Some(json!({"id": id, "nama": kind.nama, "keterangan": kind.keterangan}))
    };
    ids.filter_map(kind).collect()
}

/// A text of a form, without blanks around it; nothing where it is empty.
fn word(asked: &Value, key: &str) -> Option<String> {
    asked[key].as_str().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn year(asked: &Value) -> Option<i32> {
    let year = asked["tahun"].as_i64().and_then(|year| year.try_into().ok());
    year.or_else(|| word(asked, "tahun")?.parse().ok()).filter(|year| (1945..=2999).contains(year))
}

/// Begins the office's folder.
pub fn mulai(meja: &Meja, asked: &Value) -> Result<Value, Tolak> {
    let certifier = word(asked, "pengesah").map(|name| {
        let post = word(asked, "jabatan_pengesah");
        (name, post.unwrap_or_else(|| mulai::JABATAN_PENGESAH.to_owned()))
    });
    let job = mulai::Job {
        folder: PathBuf::from("."),
        wilayah: word(asked, "wilayah"),
        tempat: word(asked, "tempat"),
        ketua: word(asked, "ketua"),
        sekretaris: word(asked, "sekretaris"),
        pengesah: certifier,
        lambang: None,
        tahun: year(asked),
    };
    let (outcome, heard) = meja.bekal.run("mulai", |run| mulai::run(&job, run));
    Ok(temuan::told(outcome, &heard))
}

/// Keeps an emblem beside the office's data, and names it there.
pub fn lambang(meja: &Meja, name: &str, bytes: &[u8]) -> Result<Value, Tolak> {
    let office = meja.naskah(name)?;
    let known = mulai::ending(bytes).filter(|_| bytes.len() <= mulai::MAX_EMBLEM && name.starts_with(KANTOR));
    let ending = known.ok_or_else(|| Tolak::salah("lambang berupa PNG, JPG, atau SVG, paling besar 8 MB"))?;
    let path = format!("data/lambang/lambang-{}.{ending}", Sidik::of(bytes).pendek().replace(' ', ""));
    let (outcome, heard) = meja.bekal.run("buka", |mut run| {
        run.write(&[(PathBuf::from(&path), bytes.to_vec())], false);
        run.finish()
    });
    if outcome != Outcome::Made {
        return Ok(temuan::told(outcome, &heard));
    }
    let edit = Ubah::Isi { di: vec![Langkah::Kunci("lambang".to_owned())], teks: path };
    let (_, rev) = office.teks();
    office.ubah((rev, ""), |_| true, |text| ubahan::made(text, &edit))
}

/// Begins a decree: of a kind, or as a copy of another.
pub fn baru(meja: &Meja, asked: &Value) -> Result<Value, Tolak> {
    let tahun = year(asked).unwrap_or_else(this_year);
    let dari = word(asked, "dari").map(|name| berkas::naskah(&name)).transpose()?;
    let nama = word(asked, "nama").map(|name| PathBuf::from(format!("data/keputusan/{tahun}/{}.yaml", slug(&name))));
    let job = baru::Job {
        jenis: word(asked, "jenis").unwrap_or_default(),
        dari,
        kantor: word(asked, "kantor"),
        tahun: Some(tahun),
        keluaran: nama,
    };
    let (outcome, heard) = meja.bekal.run("baru", |run| baru::run(&job, run));
    Ok(temuan::told(outcome, &heard))
}

/// Rolls a decree to another year; with `coba` only tells what would become of it.
pub fn perbarui(meja: &Meja, asked: &Value) -> Result<Value, Tolak> {
    let name = word(asked, "berkas").unwrap_or_default();
    let tahun = year(asked).ok_or_else(|| Tolak::salah("tahunnya belum disebut, atau bukan tahun"))?;
    let job = perbarui::Job {
        berkas: berkas::naskah(&name)?,
        tahun,
        keluaran: None,
        bawa: None,
        laporan: None,
        timpa: false,
    };
    if asked["coba"] != true {
        let (outcome, heard) = meja.bekal.run("perbarui", |run| perbarui::run(&job, run));
        return Ok(temuan::told(outcome, &heard));
    }
    let mut report = None;
    let (outcome, heard) = meja.bekal.run("perbarui", |mut run| {
        report = perbarui::look(&job, &mut run);
        run.finish()
    });
    let mut told = temuan::told(outcome, &heard);
    told["laporan"] = report.as_ref().map(perbarui::parts).unwrap_or_default();
    Ok(told)
}

/// Takes in a decree that lies in Word, OpenDocument, plain text or a PDF.
pub fn serap(meja: &Meja, name: &str, lacak: Option<&str>, bytes: &[u8]) -> Result<Value, Tolak> {
    let stem = Path::new(name).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let file = Titipan::new(name, bytes)?;
    let job = serap::Job {
        berkas: vec![file.path().to_owned()],
        keluaran: Some(PathBuf::from(format!("data/keputusan/{}/{}.yaml", this_year(), slug(&stem)))),
        kantor: None,
        jenis: None,
        lacak: match lacak {
            Some("sebelum") => Some(Lacak::Sebelum),
            Some("sesudah") => Some(Lacak::Sesudah),
            _ => None,
        },
        timpa: false,
        program: None,
    };
    let (outcome, heard) = meja.bekal.run("serap", |run| serap::run(&job, run));
    Ok(file.named(&temuan::told(outcome, &heard)))
}
