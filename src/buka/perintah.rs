//! What is asked of an issued decree, of one that is about to be, of the register, of the data.

use hyper::StatusCode;
use serde_json::{Value, json};

use super::berkas;
use super::jawab::{Jawab, Tolak};
use super::meja::Meja;
use super::naskah::Terbuka;
use super::temuan::told;
use super::titipan::Titipan;
use crate::commands::petikan::Untuk;
use crate::commands::terbit::Izin;
use crate::commands::{batal, beda, daftar, dasar, jdih, jelaskan, petikan, salinan, terbit, verifikasi};
use crate::office::register::Rujukan;
use crate::office::remake::Sebutan;
use crate::run::Bagian;
use naskah_core::decree::Tanggal;

/// So many legal bases are shown.
const DASAR: usize = 30;

/// Legal bases by words.
pub fn dasar(meja: &Meja, words: &str) -> Value {
    let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    let found = dasar::cari(&words, &meja.bekal.catalog(), DASAR);
    found.iter().map(|one| json!({"id": one.id, "kutipan": one.kutipan, "keadaan": one.keadaan})).collect()
}

/// The page of a rule or message.
pub fn jelaskan(code: &str) -> Result<Jawab, Tolak> {
    let page = jelaskan::page(&code.trim().to_uppercase());
    page.map(|page| Jawab::json(&json!({"teks": page}))).ok_or_else(|| Tolak::tiada("kode itu tidak dikenal"))
}

/// The register.
pub fn daftar(meja: &Meja) -> Value {
    let saring = daftar::Saring::default();
    let job = daftar::Job { saring, format: daftar::Format::Json, lebar: 0, keluaran: None, timpa: false };
    let (outcome, heard) = meja.bekal.run("daftar", |run| daftar::run(&job, run));
    let text = String::from_utf8_lossy(&heard.product).into_owned();
    let lines: Vec<Value> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let mut value = told(outcome, &heard);
    value["produk"] = Value::Null;
    value["baris"] = Value::Array(lines);
    value
}

/// What would be issued, or the issue itself: of the very text, number and day that were shown.
pub fn terbit(meja: &Meja, naskah: &Terbuka, asked: &Value, coba: bool) -> Result<Value, Tolak> {
    let day = day(asked)?;
    let (_, rev) = naskah.teks();
    if !coba && asked["rev"].as_u64() != Some(rev) {
        return Err(Tolak::usang("naskah berubah sejak rencana penerbitan ditampilkan; lihat lagi rencananya"));
    }
    let codes = asked["setujui"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let setujui = codes.map(str::to_owned).collect();
    let job = terbit::Job {
        berkas: naskah.path().to_owned(),
        lainnya: Vec::new(),
        tanggal: day,
        nomor: word(asked, "nomor"),
        sudah_ditetapkan: false,
        keluaran: None,
        timpa: false,
        izin: if coba { Izin::Coba } else { Izin::Ya { setujui } },
    };
    let (outcome, heard) = meja.bekal.run("terbit", |run| terbit::run(&job, run));
    let mut value = told(outcome, &heard);
    value["rev"] = json!(rev);
    // The file has its number and its day now.
    value["naskah"] = naskah.keadaan();
    Ok(value)
}

/// The day that was asked for.
fn day(asked: &Value) -> Result<Option<Tanggal>, Tolak> {
    word(asked, "tanggal").map(|day| day.parse::<Tanggal>()).transpose().map_err(Tolak::salah)
}

/// A word of what was asked; nothing where it is empty.
fn word(asked: &Value, key: &str) -> Option<String> {
    asked[key].as_str().map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned)
}

/// An issued decree, named by its file or its number.
fn named(asked: &Value) -> Result<Sebutan, Tolak> {
    Ok(match word(asked, "berkas") {
        Some(name) => Sebutan::Berkas(berkas::naskah(&name)?),
        None => Sebutan::Nomor(Rujukan {
            nomor: word(asked, "nomor").ok_or_else(|| Tolak::salah("nomornya belum disebut"))?,
            tahun: asked["tahun"].as_i64().and_then(|year| year.try_into().ok()),
            kantor: word(asked, "kantor"),
            seri: word(asked, "seri"),
        }),
    })
}

/// The certified copy of an issued decree.
pub fn salinan(meja: &Meja, asked: &Value) -> Result<Value, Tolak> {
    let (sebutan, oleh) = (named(asked)?, word(asked, "oleh"));
    let job = salinan::Job { sebutan, oleh, keluaran: None, timpa: false };
    let (outcome, heard) = meja.bekal.run("salinan", |run| salinan::run(&job, run));
    Ok(told(outcome, &heard))
}

/// Withdraws an issued decree.
pub fn batal(meja: &Meja, asked: &Value) -> Result<Value, Tolak> {
    let Sebutan::Nomor(rujukan) = named(asked)? else {
        return Err(Tolak::salah("yang dibatalkan disebut dengan nomornya"));
    };
    let alasan = word(asked, "alasan").ok_or_else(|| Tolak::salah("alasannya belum disebut"))?;
    let job = batal::Job { rujukan, alasan, tanggal: day(asked)? };
    let (outcome, heard) = meja.bekal.run("batal", |run| batal::run(&job, run));
    Ok(told(outcome, &heard))
}

/// What changed between two decrees: told in words, and the redline as a PDF.
pub fn beda(meja: &Meja, asked: &Value) -> Result<Value, Tolak> {
    let file = |key: &str| berkas::naskah(&word(asked, key).unwrap_or_default());
    let (lama, baru) = (file("lama")?, file("baru")?);
    let job = |format: beda::Format| beda::Job {
        lama: lama.clone(),
        baru: baru.clone(),
        format,
        keluaran: None,
        hanya_berubah: false,
        lipat_tahun: false,
        timpa: asked["timpa"] == true,
    };
    let (outcome, heard) = meja.bekal.run("beda", |run| beda::run(&job(beda::Format::Pdf), run));
    let mut value = told(outcome, &heard);
    let (_, heard) = meja.bekal.run("beda", |run| beda::run(&job(beda::Format::Ringkasan), run));
    value["ringkasan"] = json!(String::from_utf8_lossy(&heard.product));
    Ok(value)
}

/// The record of an issued decree for the network of legal documentation, and its abstract.
pub fn jdih(meja: &Meja, asked: &Value) -> Result<Value, Tolak> {
    let job = jdih::Job { sebutan: named(asked)?, pelengkap: None, keluaran: None, timpa: false };
    let (outcome, heard) = meja.bekal.run("jdih", |run| jdih::run(&job, run));
    Ok(told(outcome, &heard))
}

/// Extracts of an issued decree: for those who are named, a line each, or for all.
pub fn petikan(meja: &Meja, asked: &Value) -> Result<Value, Tolak> {
    let names = word(asked, "untuk").unwrap_or_default();
    let names: Vec<String> = names.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    let job = petikan::Job {
        sebutan: named(asked)?,
        untuk: if names.is_empty() { Untuk::Semua } else { Untuk::Disebut(names) },
        kunci: None,
        kolom: Vec::new(),
        gabung: asked["gabung"] == true,
        bagian: Bagian::SELURUHNYA,
        oleh: word(asked, "oleh"),
        keluaran: None,
        timpa: false,
    };
    let tugas = word(asked, "tugas").unwrap_or_default();
    let (outcome, heard) = meja.bekal.run_long(&tugas, "petikan", |run| petikan::run(&job, run));
    Ok(told(outcome, &heard))
}

/// How far a long run has come; with `henti` it is asked to stop.
pub fn kemajuan(meja: &Meja, asked: &Value) -> Value {
    let Some(kemajuan) = meja.bekal.kemajuan(&word(asked, "tugas").unwrap_or_default()) else { return Value::Null };
    if asked["henti"] == true {
        kemajuan.stop();
    }
    let (sudah, dari) = kemajuan.counts();
    json!({"sudah": sudah, "dari": dari})
}

/// Whether a PDF that was sent is what its source makes, and what was issued. It is looked at in a process of its own.
pub fn verifikasi(meja: &Meja, name: &str, bytes: &[u8]) -> Result<Value, Tolak> {
    let file = Titipan::new(name, bytes)?;
    let job = |json: bool| verifikasi::Job {
        berkas: vec![file.path().to_owned()],
        register: None,
        sidik: None,
        gambar: false,
        json,
        akar: None,
        program: std::env::current_exe().ok(),
    };
    let (_, heard) = meja.bekal.run("verifikasi", |run| verifikasi::run(&job(true), run));
    let answer = String::from_utf8_lossy(&heard.product).into_owned();
    let mut answer: Value = serde_json::from_str(answer.trim()).unwrap_or_else(|_| json!({"pesan": answer}));
    answer["berkas"] = json!(name);
    Ok(answer)
}

/// A PDF that a command has made.
pub fn unduh(name: &str) -> Result<Jawab, Tolak> {
    let path = berkas::dalam(name, &["pdf"])?;
    let bytes = std::fs::read(&path).map_err(|_| Tolak::tiada("berkas itu tidak dapat dibaca"))?;
    let shown = path.file_name().unwrap_or_default().to_string_lossy().replace(['"', '\\'], "");
    let answer = Jawab::new(StatusCode::OK, "application/pdf", bytes);
    // A viewer of PDFs is a page of its own; nothing of it is this server's.
    Ok(answer
        .with("content-security-policy", "frame-ancestors 'none'")
        .with("content-disposition", format!("inline; filename=\"{shown}\"")))
}
