//! What another build of the program issued, copied and extracted; and PDFs that only say so.

use std::fs;
use std::path::Path;

use naskah::input::source;
use naskah::office::remake::remake;
use naskah::run::{Options, Run};
use naskah_core::bundle::Bundel;
use naskah_core::fingerprint::Sidik;
use serde_json::Value;
use tempfile::TempDir;

use super::{
    annotated, annotation, answer, content_of, folder, is, naskah, page_of, plain, put, reworded, rewritten, short,
    signed_at,
};
use crate::support::text_of;

/// A build that is not this one.
const OLD: &str = "naskah 0.0.1";

/// Where an issued decree is frozen.
const FROZEN: &str = "data/register/2025/1/kab-semarang-ketua";

/// A decree that copies and extracts are made of.
const TEXT: &str = "nomor: 1
tentang: Pengangkatan Panitia
diktum: [Mengangkat Panitia sebagaimana tercantum dalam Lampiran., Berlaku pada tanggal ditetapkan.]
salinan: {oleh: kasubbag-hukum}
petikan: {kunci: Nama, kolom: [Nama, Tugas]}
lampiran:
  - judul: Susunan Panitia
    tabel:
      kolom: [{judul: No, isi: nomor, lebar: 1 cm}, {judul: Nama}, {judul: Tugas}]
      baris: [[Nama Satu, Tugas pertama], [Nama Dua, Tugas kedua]]
";

/// The PDF that this program makes of a source and its material, whoever they say made it.
pub fn made_of(text: &str, material: &Value) -> Vec<u8> {
    let bundel = Bundel::read(text, material.to_string().as_bytes()).expect("a bundle");
    let mut run = Run::new("uji", &Options::default());
    remake(&bundel, &bundel.bahan().edisi, &mut run).expect("a PDF").1
}

/// The same words as another build would set them.
fn moved(bytes: &[u8]) -> Vec<u8> {
    changed(bytes, |content| [b"q 1 0 0 1 0 1 cm ", content, b" Q"].concat())
}

fn changed(bytes: &[u8], change: impl Fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    rewritten(bytes, |document| {
        let (_, page) = page_of(document, 1);
        let (id, content) = content_of(document, &page);
        document.objects.insert(id, plain(change(&content)));
    })
}

/// What a PDF carries: its source and its material.
pub fn carried(bytes: &[u8]) -> (String, Value) {
    let bundel = source(bytes).expect("a bundle");
    (bundel.naskah().to_owned(), serde_json::from_slice(&bundel.to_json()).expect("JSON"))
}

/// A folder whose register has a decree that another build issued.
fn issued_by_another() -> (TempDir, Vec<u8>) {
    let here = folder(&[("naskah.yaml", &short(TEXT)), ("data/ada.txt", "")]);
    let ran = naskah(here.path(), ["terbit", "naskah.yaml", "-o", "asli.pdf", "--ya"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let issued = fs::read(here.path().join("asli.pdf")).expect("a PDF");
    let at = |name: &str| format!("{FROZEN}/{name}");
    let material = text_of(here.path().join(at("bahan.json")));
    let old = material.replace(naskah::PROGRAM, OLD);
    assert_ne!(material, old, "what is issued names the build");
    let original = moved(&made_of(&text_of(here.path().join("naskah.yaml")), &old.parse().expect("JSON")));
    put(&here, &at("bahan.json"), old.as_bytes());
    for place in [at("asli.pdf"), "asli.pdf".to_owned()] {
        put(&here, &place, &original);
    }
    for line in ["data/register/2025.jsonl", &at("terbit.json")].map(|name| here.path().join(name)) {
        let hex = |bytes: &[u8]| Sidik::of(bytes).to_string();
        let text = text_of(&line).replace(naskah::PROGRAM, OLD);
        let text = text.replace(&hex(&issued), &hex(&original));
        fs::write(&line, text.replace(&hex(material.as_bytes()), &hex(old.as_bytes()))).expect("written");
    }
    (here, original)
}

/// The answer for a PDF beside the register.
fn of(here: &TempDir, bytes: &[u8]) -> (Value, Option<i32>) {
    put(here, "b.pdf", bytes);
    answer(here.path(), &["b.pdf"])
}

fn made(here: &Path, arguments: &[&str]) -> Vec<u8> {
    let ran = naskah(here, [arguments, &["-o", "c.pdf", "--timpa"]].concat());
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    fs::read(here.join("c.pdf")).expect("a PDF")
}

#[test]
fn an_original_of_another_build_is_never_called_another() {
    let (here, original) = issued_by_another();
    for (bytes, why) in [
        (original.clone(), "setiap bitanya sama dengan berkas yang terbit"),
        (signed_at(&original, [60, 5, 90, 15], &[]), "setiap bita di depan yang ditambahkan itu sama"),
    ] {
        let found = of(&here, &bytes);
        is(&found, "tidak-dapat-diperiksa");
        assert_eq!((&found.0["kode"], &found.0["register"]["keadaan"]), (&"N622".into(), &"terbit".into()));
        let said = found.0["alasan"].to_string();
        assert!(said.contains(why) && said.contains(OLD) && said.contains(naskah::PROGRAM), "{said}");
    }
    is(&of(&here, &annotated(&original, annotation("Square", [5, 5, 40, 20], &[]))), "berbeda");
}

#[test]
fn what_was_added_is_told_though_nobody_can_make_the_rest_again() {
    let (here, original) = issued_by_another();
    let (text, mut own) = carried(&made(here.path(), &["salinan", "1/2025"]));
    own["edisi"].as_object_mut().expect("an edition").remove("program");
    let copy = moved(&made_of(&text, &own));
    fs::remove_dir_all(here.path().join("data/register")).expect("removed");
    let found = of(&here, &original);
    assert_eq!(found.0["perbedaan"].as_array().map(Vec::len), Some(1), "{:#}", found.0);
    assert!(found.0["perbedaan"].to_string().contains("semua kata sama"), "{:#}", found.0);
    for bytes in [original, copy] {
        let signed = of(&here, &signed_at(&bytes, [60, 5, 90, 15], &[]));
        is(&signed, "tidak-dapat-diperiksa");
        assert_eq!(signed.0["tambahan"].as_array().map(Vec::len), Some(1), "{:#}", signed.0);
        let drawn = of(&here, &annotated(&bytes, annotation("Square", [5, 5, 40, 20], &[])));
        is(&drawn, "berbeda");
        assert!(drawn.0["perbedaan"][0]["keterangan"].to_string().contains("ditambahkan"), "{:#}", drawn.0);
    }
}

#[test]
fn a_copy_names_who_made_it_and_whose_original_it_is_of() {
    let (here, _) = issued_by_another();
    let copy = made(here.path(), &["salinan", "1/2025"]);
    let found = of(&here, &copy);
    is(&found, "sama");
    assert_eq!(found.0["program"], naskah::PROGRAM);
    // Of this build it can be told whether a page is another.
    is(&of(&here, &moved(&copy)), "berbeda");
    let (text, own) = carried(&copy);
    assert_eq!((&own["program"], &own["edisi"]["program"]), (&OLD.into(), &naskah::PROGRAM.into()));
    let mut old = own.clone();
    old["edisi"].as_object_mut().expect("an edition").remove("program");
    let same = made_of(&text, &old);
    // Where the pages come out alike it does not matter who made them.
    is(&of(&here, &same), "sama");
    for bytes in [moved(&same), changed(&same, reworded)] {
        let found = of(&here, &bytes);
        is(&found, "tidak-dapat-diperiksa");
        let said = found.0["alasan"].to_string();
        assert!(said.contains(OLD) && said.contains("buat lagi dari registernya"), "{said}");
    }
    // Who issued is in the register.
    let mut forged = own;
    forged["program"] = "naskah 9.9.9".into();
    let found = of(&here, &made_of(&text, &forged));
    is(&found, "berbeda");
    assert!(found.0["register"].to_string().contains("program penerbit"), "{:#}", found.0);
}

#[test]
fn an_extract_may_be_written_otherwise_but_has_the_rows_that_were_issued() {
    let (here, _) = issued_by_another();
    let extract = made(here.path(), &["petikan", "1/2025", "--untuk", "Nama Dua"]);
    is(&of(&here, &extract), "sama");
    let (text, own) = carried(&extract);
    let mut old = own.clone();
    old["edisi"]["program"] = "naskah 0.0.2".into();
    is(&of(&here, &made_of(&text, &old)), "sama");
    let found = of(&here, &made_of(&format!("{text}\n"), &old));
    is(&found, "tidak-dapat-diperiksa");
    assert_eq!(found.0["register"]["keadaan"], "tak-terbanding", "{:#}", found.0);
    is(&of(&here, &made_of(&format!("{text}\n"), &own)), "berbeda");
    let other = text.replace("Tugas kedua", "Tugas ketiga");
    assert_ne!(other, text);
    is(&of(&here, &made_of(&other, &old)), "berbeda");
    // A decision is no row, so only the text as a whole tells.
    let other = text.replace("Berlaku pada", "Tidak berlaku pada");
    assert_ne!(other, text);
    is(&of(&here, &made_of(&other, &old)), "tidak-dapat-diperiksa");
    is(&of(&here, &made_of(&other, &own)), "berbeda");
}

#[test]
fn nothing_is_said_of_an_extract_whose_decree_is_frozen_no_more() {
    let (here, _) = issued_by_another();
    let extract = made(here.path(), &["petikan", "1/2025", "--untuk", "Nama Dua"]);
    fs::remove_dir_all(here.path().join(FROZEN)).expect("removed");
    let found = of(&here, &extract);
    is(&found, "tidak-dapat-diperiksa");
    assert!(found.0["register"].to_string().contains("bahan beku"), "{:#}", found.0);
}

/// Fonts that a decree does not use may come and go.
#[test]
fn an_office_that_gets_or_drops_a_font_keeps_its_copies() {
    let here = folder(&[("naskah.yaml", &short(TEXT)), ("data/ada.txt", "")]);
    let font = fs::read(naskah_testing::project().join("fonts/texgyrebonum-regular.otf")).expect("a font");
    let issue = ["terbit", "naskah.yaml", "-o", "asli.pdf", "--ya"];
    put(&here, "fonts/lain.otf", &font);
    assert_eq!(naskah(here.path(), issue).code, Some(0));
    let copy = made(here.path(), &["salinan", "1/2025"]);
    let original = fs::read(here.path().join("asli.pdf")).expect("a PDF");
    let all = [original, copy];
    fs::rename(here.path().join("fonts/lain.otf"), here.path().join("fonts/baru.otf")).expect("renamed");
    all.iter().for_each(|bytes| is(&of(&here, bytes), "sama"));
    fs::remove_dir_all(here.path().join("fonts")).expect("removed");
    all.iter().for_each(|bytes| is(&of(&here, bytes), "sama"));
    assert_eq!(made(here.path(), &["salinan", "1/2025"]), all[1]);
}

#[test]
fn a_copy_that_cannot_be_made_again_is_found_by_the_original_that_it_names() {
    let (here, _) = issued_by_another();
    let (text, mut own) = carried(&made(here.path(), &["salinan", "1/2025"]));
    own["berkas"]["templates/naskah.typ.j2"] = "{{ tiada.apa.apa }}".into();
    let apart = folder(&[]);
    let sound = made(here.path(), &["salinan", "1/2025"]);
    let broken = rewritten(&sound, |document| {
        let (id, stream) = super::attachment(document, "application/json");
        let mut dict = stream.dict.clone();
        dict.remove(b"Filter");
        document.objects.insert(id, lopdf::Object::Stream(lopdf::Stream::new(dict, own.to_string().into_bytes())));
    });
    put(&apart, "b.pdf", &broken);
    let register = here.path().join("data/register");
    let found = answer(apart.path(), &["b.pdf", "--register", register.to_str().expect("a path")]);
    is(&found, "tidak-dapat-diperiksa");
    assert_eq!(found.0["register"]["keadaan"], "tak-terbanding", "{text}: {:#}", found.0);
    put(&apart, "c.pdf", b"bukan PDF");
    let found = answer(apart.path(), &["c.pdf", "--register", register.to_str().expect("a path")]);
    assert_eq!(found.0["register"]["keadaan"], "tak-dikenal", "{:#}", found.0);
}
