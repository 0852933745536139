//! What each address answers with.

use std::sync::Arc;

use hyper::StatusCode;
use hyper::body::Bytes;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::alamat::Alamat;
use super::jawab::{Jawab, Tolak};
use super::letak::Letak;
use super::meja::Meja;
use super::naskah::Terbuka;
use super::{kerja, kisi, perintah, temuan, ubahan};
use crate::commands::periksa::cure_one;
use naskah_core::catalog::Root;
use naskah_pages::template::laman;

/// Where what happens to a decree is told.
pub const PERISTIWA: &str = "/api/peristiwa";

/// The files that a page loads, and their kinds.
const ASET: [(&str, &str); 2] = [("js", "text/javascript; charset=utf-8"), ("css", "text/css; charset=utf-8")];

/// Answers what only asks.
pub fn get(meja: &Arc<Meja>, alamat: &Alamat) -> Result<Jawab, Tolak> {
    let word = |name: &str| alamat.kata(name).unwrap_or_default();
    match alamat.jalan.as_str() {
        "/" => {
            let page = laman("buka/laman.html", &json!({"versi": env!("CARGO_PKG_VERSION")}));
            let page = page.map_err(|error| Tolak::new(StatusCode::INTERNAL_SERVER_ERROR, error.message.clone()))?;
            Ok(Jawab::new(StatusCode::OK, "text/html; charset=utf-8", page))
        }
        "/api/meja" => Ok(Jawab::json(&kerja::meja(meja))),
        "/api/kantor" => Ok(Jawab::json(&kerja::kantor(meja))),
        "/api/naskah" => Ok(Jawab::json(&meja.naskah(word("berkas"))?.keadaan())),
        "/api/klik" => Ok(Jawab::json(&clicked(&*meja.naskah(word("berkas"))?, alamat))),
        "/api/letak" => Ok(Jawab::json(&placed(meja, &*meja.naskah(word("berkas"))?, alamat))),
        "/api/kisi" => kisi::tampil(meja, &*meja.naskah(word("berkas"))?, word("tanda")),
        "/api/lembar" => kisi::lembar(meja, &*meja.naskah(word("berkas"))?, attachment(alamat)?),
        "/api/dasar" => Ok(Jawab::json(&perintah::dasar(meja, word("cari")))),
        "/api/jelaskan" => perintah::jelaskan(word("kode")),
        "/api/daftar" => Ok(Jawab::json(&perintah::daftar(meja))),
        "/berkas" => perintah::unduh(word("nama")),
        path => asset(path).or_else(|| picture(meja, path)).ok_or_else(|| Tolak::tiada("alamat itu tidak ada")),
    }
}

/// Answers what changes something.
pub fn post(meja: &Arc<Meja>, alamat: &Alamat, body: &Bytes) -> Result<Jawab, Tolak> {
    if let Some(done) = sent(meja, alamat, body) {
        return done.map(|value| Jawab::json(&value));
    }
    let asked: Value = serde_json::from_slice(body).map_err(|_| Tolak::salah("isi permintaan bukan JSON"))?;
    let naskah = || meja.naskah(asked["berkas"].as_str().unwrap_or_default());
    let done = match alamat.jalan.as_str() {
        "/api/ubah" => edit(&*naskah()?, &asked),
        "/api/teks" => retype(&*naskah()?, &asked),
        "/api/urung" => naskah()?.mundur(false),
        "/api/ulang" => naskah()?.mundur(true),
        "/api/obat" => heal(meja, &*naskah()?, &asked),
        "/api/putuskan" => decide(&*naskah()?, &asked),
        "/api/kisi" => kisi::simpan(meja, &*naskah()?, &asked),
        "/api/mulai" => kerja::mulai(meja, &asked),
        "/api/baru" => kerja::baru(meja, &asked),
        "/api/perbarui" => kerja::perbarui(meja, &asked),
        "/api/rencana" => perintah::terbit(meja, &*naskah()?, &asked, true),
        "/api/terbit" => perintah::terbit(meja, &*naskah()?, &asked, false),
        "/api/batal" => perintah::batal(meja, &asked),
        "/api/beda" => perintah::beda(meja, &asked),
        "/api/jdih" => perintah::jdih(meja, &asked),
        "/api/kemajuan" => Ok(perintah::kemajuan(meja, &asked)),
        "/api/petikan" => perintah::petikan(meja, &asked),
        "/api/salinan" => perintah::salinan(meja, &asked),
        _ => Err(Tolak::tiada("alamat itu tidak ada")),
    };
    done.map(|value| Jawab::json(&value))
}

/// Answers what a file is sent to; `None` where the address takes none.
fn sent(meja: &Arc<Meja>, alamat: &Alamat, body: &Bytes) -> Option<Result<Value, Tolak>> {
    let word = |name: &str| alamat.kata(name).unwrap_or_default();
    Some(match alamat.jalan.as_str() {
        "/api/verifikasi" => perintah::verifikasi(meja, word("nama"), body),
        "/api/lambang" => kerja::lambang(meja, word("berkas"), body),
        "/api/serap" => kerja::serap(meja, word("nama"), alamat.kata("lacak"), body),
        "/api/lembar" => meja
            .naskah(word("berkas"))
            .and_then(|naskah| kisi::kembali(meja, &naskah, attachment(alamat)?, (word("nama"), body))),
        _ => return None,
    })
}

/// The lampiran that is asked for, from 0.
fn attachment(alamat: &Alamat) -> Result<usize, Tolak> {
    alamat.bilangan("lampiran").ok_or_else(|| Tolak::salah("lampirannya belum disebut"))
}

/// Begins to tell what happens to a decree.
pub fn dengar(meja: &Arc<Meja>, alamat: &Alamat) -> Result<mpsc::Receiver<String>, Tolak> {
    Ok(meja.naskah(alamat.kata("berkas").unwrap_or_default())?.dengar())
}

/// The revision that a page knows.
fn rev(asked: &Value) -> u64 {
    asked["rev"].as_u64().unwrap_or_default()
}

fn edit(naskah: &Terbuka, asked: &Value) -> Result<Value, Tolak> {
    let change = &asked["ubah"];
    let ubah = ubahan::of(change).ok_or_else(|| Tolak::salah("perubahan itu tidak dikenal"))?;
    let place = if change["apa"] == "isi" { change["di"].to_string() } else { String::new() };
    // A text is written over only where it is the one that was seen, whatever revision the page knows.
    let seen = change["apa"] == "isi" && change.get("lama").is_some();
    let known = if seen { 0 } else { rev(asked) };
    naskah.ubah((known, &place), |text| ubahan::still(text, change), |text| ubahan::made(text, &ubah))
}

fn retype(naskah: &Terbuka, asked: &Value) -> Result<Value, Tolak> {
    let text = asked["teks"].as_str().ok_or_else(|| Tolak::salah("teksnya tidak ada"))?;
    let lama = asked["lama"].as_str();
    let known = if lama.is_some() { 0 } else { rev(asked) };
    naskah.ubah((known, "teks"), |now| lama == Some(now), |_| Ok(text.to_owned()))
}

/// Makes the cure of a finding.
fn heal(meja: &Meja, naskah: &Terbuka, asked: &Value) -> Result<Value, Tolak> {
    let (code, at) = (asked["kode"].as_str().unwrap_or_default(), asked["awal"].as_u64().unwrap_or(u64::MAX));
    let catalog = meja.bekal.catalog();
    let healed = |text: &str| {
        let cured = cure_one(&naskah.nama, text, &catalog, (code, at as usize));
        cured.ok_or_else(|| Tolak::usang("perbaikan itu tidak lagi pasti; perbaiki sendiri pada isiannya"))
    };
    naskah.ubah((rev(asked), ""), |_| false, healed)
}

/// Takes the marks of what was decided away, all or none.
fn decide(naskah: &Terbuka, asked: &Value) -> Result<Value, Tolak> {
    let mut marks: Vec<u64> = asked["awal"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
    marks.sort_unstable();
    let decided = |text: &str| {
        let mut text = text.to_owned();
        // From the last to the first, so that the others stay where they are.
        for at in marks.iter().rev() {
            let range = temuan::mark(&text, *at as usize).ok_or_else(|| Tolak::usang("tanda itu tidak ada lagi"))?;
            text.replace_range(range, "");
        }
        Ok(text)
    };
    naskah.ubah((rev(asked), ""), |_| false, decided)
}

/// The text under a point of a page: the piece on whose line it lies, or the nearest.
fn clicked(naskah: &Terbuka, alamat: &Alamat) -> Value {
    let (Some(hasil), Some(page)) = (naskah.hasil(), alamat.bilangan::<usize>("hal")) else { return Value::Null };
    let (x, y) = (alamat.bilangan("x").unwrap_or(0.0), alamat.bilangan("y").unwrap_or(0.0));
    let far = |one: &Letak| {
        let across = if x < one.x { one.x - x } else { (x - one.kanan).max(0.0) };
        across + 3.0 * (one.y - 4.0 - y).abs()
    };
    let own = hasil.letak().iter().filter(|one| one.halaman == page);
    let nearest = own.min_by(|a, b| far(a).total_cmp(&far(b))).filter(|one| far(one) < 120.0);
    json!({"jalan": nearest.map(|one| ubahan::path(&one.jalan))})
}

/// Where a text stands, or a row of a table; that of what lies below it where it has no text itself.
fn placed(meja: &Meja, naskah: &Terbuka, alamat: &Alamat) -> Value {
    let wanted = match alamat.bilangan::<usize>("baris") {
        Some(row) => kisi::jalan(&naskah.teks().0, &meja.bekal.catalog(), alamat.kata("kisi").unwrap_or_default(), row),
        None => alamat
            .kata("jalan")
            .and_then(|text| serde_json::from_str(text).ok())
            .and_then(|value| ubahan::jalan(&value)),
    };
    let (Some(hasil), Some(wanted)) = (naskah.hasil(), wanted) else { return json!([]) };
    let own = hasil.letak().iter().filter(|one| one.jalan.starts_with(&wanted));
    own.map(|one| json!({"hal": one.halaman, "x": one.x, "y": one.y, "kanan": one.kanan})).collect()
}

/// A file that the page loads; the program's own, whatever folder goes before them.
fn asset(path: &str) -> Option<Jawab> {
    let name = path.strip_prefix("/aset/")?;
    let (stem, end) = name.rsplit_once('.')?;
    let plain = stem.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let (_, kind) = ASET.iter().find(|(known, _)| *known == end).filter(|_| plain)?;
    let bytes = Root::embedded().read(&format!("templates/laman/buka/{name}"))?.into_owned();
    Some(Jawab::new(StatusCode::OK, kind, bytes))
}

/// A page of a decree.
fn picture(meja: &Meja, path: &str) -> Option<Jawab> {
    let sidik = path.strip_prefix("/halaman/")?.strip_suffix(".svg")?;
    let bytes = meja.gambar(u128::from_str_radix(sidik, 16).ok()?)?;
    let kept = "private, max-age=31536000, immutable";
    Some(Jawab::new(StatusCode::OK, "image/svg+xml", bytes).with("cache-control", kept))
}
