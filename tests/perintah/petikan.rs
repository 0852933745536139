//! `petikan`: an extract for each person whom a row names.

use std::fs;
use std::path::Path;

use naskah::office::remake::remake;
use naskah::run::{Options, Run};
use naskah_core::bundle::Bundel;
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Bentuk, Edition};

use super::salinan::{issued, keywords};
use super::{Ran, naskah};

pub const PANITIA: &str = "tentang: Pengangkatan Panitia
diktum:
  - Mengangkat Panitia sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
  - Panitia bertugas sampai dengan akhir tahun 2025.
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
salinan: {oleh: kasubbag-hukum}
petikan: {diktum: [KESATU, KETIGA]}
lampiran:
  - judul: Susunan Panitia
    tabel:
      kolom: [{judul: No, isi: nomor, lebar: 1 cm}, {judul: Nama}, {judul: Jabatan}]
      baris:
        - kelompok: Kecamatan Contoh Satu
        - [Nama Anggota 1, Ketua]
        - [Nama Anggota 2, Anggota]
        - kelompok: Kecamatan Contoh Dua
        - [Nama Anggota 1, Ketua]
        - [Nama Anggota 3, Anggota]
";

fn extract(folder: &Path, arguments: &[&str]) -> Ran {
    naskah(folder, [&["petikan", "7"], arguments].concat())
}

#[test]
fn one_for_each_row() {
    let folder = issued(PANITIA);
    let at = |name: &str| folder.path().join(name);
    let all = extract(folder.path(), &["--untuk", "semua", "-o", "p"]);
    assert_eq!(all.code, Some(0), "{}", all.err);
    let mut names: Vec<String> = fs::read_dir(at("p"))
        .expect("a folder")
        .flatten()
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let named = [
        "nama-anggota-1-kecamatan-contoh-dua.pdf",
        "nama-anggota-1-kecamatan-contoh-satu.pdf",
        "nama-anggota-2.pdf",
        "nama-anggota-3.pdf",
    ];
    assert_eq!(names, named);
    // One alone is the same, and carries what the original is known by.
    let sidik = Sidik::of(fs::read(at("asli.pdf")).expect("the original"));
    let made = |name: &str, pages: usize| format!("dibuat: {name} ({pages} halaman), sidik asli {}\n", sidik.pendek());
    extract(folder.path(), &["--untuk", "nama anggota  2", "-o", "satu.pdf"]).makes(&made("satu.pdf", 2));
    assert_eq!(fs::read(at("satu.pdf")).expect("a PDF"), fs::read(at("p/nama-anggota-2.pdf")).expect("a PDF"));
    assert_eq!(keywords(&at("satu.pdf")), format!("sidik-asli: {sidik}"));
    let joined = extract(folder.path(), &["--untuk", "semua", "--gabung", "-o", "semua.pdf"]);
    joined.makes(&made("semua.pdf", 8));
}

#[test]
fn an_extract_is_made_again_from_its_bundle() {
    let folder = issued(PANITIA);
    let at = |name: &str| folder.path().join(name);
    assert_eq!(extract(folder.path(), &["--untuk", "Nama Anggota 3", "-o", "satu.pdf"]).code, Some(0));
    let frozen = at("data/register/2025/7/kab-semarang-ketua");
    let (text, json) = (fs::read_to_string(frozen.join("naskah.yaml")), fs::read(frozen.join("bahan.json")));
    let bundel = Bundel::read(text.expect("a text"), &json.expect("a bundle")).expect("a bundle");
    let asli = Some(Sidik::of(fs::read(at("asli.pdf")).expect("the original")));
    let untuk = vec!["Nama Anggota 3".to_owned()];
    let edition = Edition { bentuk: Bentuk::Petikan, asli, untuk, ..Edition::default() };
    let mut run = Run::new("petikan", &Options { akar: Some(folder.path().into()), ..Options::default() });
    let (typeset, pdf) = remake(&bundel, &edition, &mut run).expect("a PDF");
    assert!(pdf == fs::read(at("satu.pdf")).expect("a PDF"), "other bytes");
    let read = typeset.pages().bacaan().kata.join(" ");
    for said in ["dst.", "Kecamatan Contoh Dua Nama : Nama Anggota 3 Jabatan : Anggota", "KESATU", "KETIGA"] {
        assert!(read.contains(said), "{said}: {read}");
    }
    for unsaid in ["KEDUA", "Nama Anggota 1", "LAMPIRAN"] {
        assert!(!read.contains(unsaid), "{unsaid}: {read}");
    }
}

#[test]
fn keys_that_mean_nobody_or_several() {
    let folder = issued(PANITIA);
    for (key, code, said) in [
        ("Nama Anggota 4", 1, "galat[N612]: `Nama Anggota 4` tidak ada dalam kolom Nama"),
        ("Nama Anggota 1", 1, "galat[N612]: `Nama Anggota 1` menunjuk 2 baris dalam kolom Nama"),
        ("Nama Anggota 1", 1, "`Nama Anggota 1 (Kecamatan Contoh Dua)`"),
        ("2", 1, "galat[N612]: `2` menunjuk 2 baris dalam kolom Nama"),
        ("Nama Anggota 1 (Kecamatan Contoh Dua)", 0, "dibuat: satu.pdf"),
    ] {
        let ran = extract(folder.path(), &["--untuk", key, "-o", "satu.pdf"]);
        assert!(ran.code == Some(code) && (ran.err.clone() + &ran.told()).contains(said), "{key}: {}", ran.err);
    }
    let without = issued("salinan: {oleh: kasubbag-hukum}\n");
    let ran = extract(without.path(), &["--untuk", "semua"]);
    assert!(
        ran.code == Some(1) && ran.err.contains("galat[N612]") && ran.err.contains("lampiran bertabel"),
        "{}",
        ran.err
    );
}

#[test]
fn a_merged_number_names_nobody_and_key_and_columns_can_be_chosen() {
    let merged = PANITIA.replace(
        "      kolom: [{judul: No, isi: nomor, lebar: 1 cm}, {judul: Nama}, {judul: Jabatan}]
      baris:
        - kelompok: Kecamatan Contoh Satu
        - [Nama Anggota 1, Ketua]
        - [Nama Anggota 2, Anggota]
        - kelompok: Kecamatan Contoh Dua
        - [Nama Anggota 1, Ketua]
        - [Nama Anggota 3, Anggota]
",
        "      kolom: [{judul: No, isi: nomor, lebar: 1 cm}, {judul: Kecamatan}, {judul: NIK}, {judul: Nama Lengkap}]
      baris:
        - [Contoh Satu, '3322010101800001', Nama Anggota 1]
        - [^, '3322010101800002', Nama Anggota 2]
        - [Contoh Dua, '3322010101800003', Nama Anggota 3]
        - [^, '3322010101800004', Nama Anggota 4]
",
    );
    let folder = issued(&merged);
    let ran = extract(folder.path(), &["--untuk", "2", "--pesan", "ringkas"]);
    assert!(
        ran.code == Some(1) && ran.err.contains("N612") && ran.err.contains("nomor itu dipakai beberapa baris"),
        "{}",
        ran.err
    );
    let told = |arguments: &[&str]| {
        let ran = extract(folder.path(), &[arguments, &["--timpa"]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        ran.told()
    };
    // The column of names is found by its head, and any other can be named.
    assert!(told(&["--untuk", "Nama Anggota 3"]).contains("petikan-nama-anggota-3"));
    assert!(told(&["--untuk", "3322010101800002", "--kunci", "NIK"]).contains("petikan-3322010101800002"));
    let ran = extract(folder.path(), &["--untuk", "Nama Anggota 3", "--kolom", "No,Nip", "--pesan", "ringkas"]);
    assert!(ran.err.contains("kolom `Nip` tidak ada"), "{}", ran.err);
    let ran = extract(folder.path(), &["--untuk", "Nama Anggota 3", "--kolom", "Nip", "--pesan", "ringkas"]);
    assert!(ran.code == Some(1) && ran.err.contains("N612"), "{}", ran.err);
}
