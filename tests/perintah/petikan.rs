//! `petikan`: an extract for each person whom a row names.

use std::fs;
use std::path::Path;

use naskah::input::source;
use naskah::office::remake::remake;
use naskah::run::{Options, Run};
use naskah_core::fingerprint::Sidik;
use naskah_formats::pdf::Pdf;

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

/// The extracts of a folder with their bytes.
fn extracts(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut all: Vec<_> = entries
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("an extract")))
        .collect();
    all.sort();
    all
}

#[test]
fn parts_are_the_extracts_of_one_run() {
    let folder = issued(PANITIA);
    for part in ["2/3", "1/3", "3/3", "2/3", "6/9"] {
        let ran = extract(folder.path(), &["--untuk", "semua", "-o", "bagian", "--bagian", part]);
        assert_eq!(ran.code, Some(0), "{part}: {}", ran.err);
    }
    assert_eq!(extract(folder.path(), &["--untuk", "semua", "-o", "utuh"]).code, Some(0));
    assert_eq!(extracts(&folder.path().join("bagian")), extracts(&folder.path().join("utuh")));
    assert_eq!(extracts(&folder.path().join("utuh")).len(), 4);
    assert_eq!(extract(folder.path(), &["--untuk", "semua", "--gabung", "--bagian", "1/2"]).code, Some(2));
}

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
    let bundel = source(&fs::read(at("satu.pdf")).expect("a PDF")).expect("a bundle");
    let mut run = Run::new("petikan", &Options { akar: Some(folder.path().into()), ..Options::default() });
    let (typeset, pdf) = remake(&bundel, &bundel.bahan().edisi, &mut run).expect("a PDF");
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
    assert!(told(&["--untuk", "3322010101800002", "--kunci", "NIK"]).contains("petikan-berakhir-0002"));
    let ran = extract(folder.path(), &["--untuk", "Nama Anggota 3", "--kolom", "No,Nip", "--pesan", "ringkas"]);
    assert!(ran.err.contains("kolom `Nip` tidak ada"), "{}", ran.err);
    let ran = extract(folder.path(), &["--untuk", "Nama Anggota 3", "--kolom", "Nip", "--pesan", "ringkas"]);
    assert!(ran.code == Some(1) && ran.err.contains("N612"), "{}", ran.err);
}

/// A decree with much that an extract does not print.
const LENGKAP: &str = "tentang: Pengangkatan Panitia
# komentar perancang yang RAHASIA
menimbang: [bahwa pertimbangan RAHASIA perlu ditulis]
mengingat: [{id: uu-7-2017, catatan: catatan RAHASIA}, pkpu-8-2019]
diktum:
  - Mengangkat Panitia sebagaimana tercantum dalam Lampiran I.
  - Uang RAHASIA tercantum dalam Lampiran II.
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
salinan: {oleh: kasubbag-hukum, disampaikan: [Penerima RAHASIA]}
tembusan: [Tembusan RAHASIA]
petikan: {diktum: [KESATU, KETIGA], kunci: Nama, kolom: [Nama, Tugas]}
subjek: [Subjek RAHASIA]
lampiran:
  - judul: Susunan Panitia
    tabel:
      kolom: [{judul: No, isi: nomor, lebar: 1 cm}, {judul: Nama}, {judul: NIK}, {judul: Tugas}, {judul: Honor, isi: bilangan}]
      baris:
        - [\"*Nama* Bintang\", '3322010101800001', {teks: Tugas, rincian: [satu, dua]}, 100]
        - kelompok: Kecamatan Contoh
        - [Nama RAHASIA, '3322010101800002', Tugas RAHASIA, 200]
        - [Nama Dua, '3322010101800003', Tugas pertama, 300]
        - [^, ^, Tugas kedua, 400]
  - judul: Uang
    tabel: {kolom: [{judul: Nama}, {judul: Uang}], baris: [[Nama RAHASIA, RAHASIA]]}
";

#[test]
fn an_extract_carries_what_it_shows_and_nothing_else() {
    let folder = issued(LENGKAP);
    let at = |name: &str| folder.path().join(name);
    for (arguments, names) in [
        (&["--untuk", "Nama Dua"][..], &["Nama Dua", "Tugas pertama", "Tugas kedua"][..]),
        (&["--untuk", "Nama Dua", "--untuk", "Nama Bintang", "--gabung"], &["Nama Dua", "Bintang", "satu"]),
        (&["--untuk", "3322010101800003", "--kunci", "NIK", "--kolom", "Tugas"], &["Tugas pertama", "Tugas kedua"]),
    ] {
        let made = extract(folder.path(), &[arguments, &["-o", "p.pdf", "--timpa"]].concat());
        assert_eq!(made.code, Some(0), "{arguments:?}: {}", made.err);
        let bundel = source(&fs::read(at("p.pdf")).expect("a PDF")).expect("a bundle");
        let text = bundel.naskah();
        names.iter().for_each(|name| assert!(text.contains(name), "{name}: {text}"));
        let all = format!("{text}{}", String::from_utf8_lossy(&bundel.to_json()));
        for unsaid in ["RAHASIA", "3322010101", "uu-7-2017", "Nama RAHASIA", "Nama Pelaksana Harian", "Nama Sekretaris"]
        {
            assert!(!all.contains(unsaid), "{unsaid}: {text}");
        }
        // It is known as one of what was issued, and a word in its row that was not is found.
        let told = naskah(folder.path(), ["verifikasi", "p.pdf"]);
        assert_eq!(told.code, Some(0), "{arguments:?}: {}", told.told());
        assert!(told.told().contains("petikan dari Nomor 7"), "{}", told.told());
        let elsewhere = tempfile::tempdir().expect("a folder");
        fs::copy(at("p.pdf"), elsewhere.path().join("p.pdf")).expect("a file");
        let alone = naskah(elsewhere.path(), ["verifikasi", "p.pdf"]);
        let said = alone.told() + &alone.err;
        assert!(alone.code == Some(2) && said.contains("hanya membawa baris penerimanya"), "{said}");
    }
}

#[test]
fn every_heading_and_every_common_head_above_a_row_is_said() {
    let folder = issued(
        "nomor: 7
diktum:
  - Mengangkat Petugas sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
salinan: {oleh: kasubbag-hukum}
lampiran:
  - judul: Petugas
    tabel:
      kolom:
        - {judul: Nama}
        - {judul: Honor, kolom: [{judul: Pokok, isi: bilangan}, {judul: '*Extra*', isi: bilangan}]}
      baris:
        - kelompok: Kecamatan Satu
        - {kelompok: Desa Anu, tingkat: 2}
        - [Orang Satu, 100, 7]
        - {kelompok: 'Desa *Itu*', tingkat: 2}
        - [Orang Dua, 200, 8]
        - kelompok: Kecamatan Dua
        - [Orang Tiga, 300, 9]
",
    );
    let made = extract(folder.path(), &["--untuk", "semua", "--gabung", "-o", "p.pdf"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let told = naskah(folder.path(), ["verifikasi", "p.pdf"]);
    assert_eq!(told.code, Some(0), "{}", told.told());
    let text = source(&fs::read(folder.path().join("p.pdf")).expect("a PDF")).expect("a bundle").naskah().to_owned();
    for said in
        ["Kecamatan Satu, Desa Anu", "Kecamatan Satu, Desa *Itu*", "Kecamatan Dua", "Honor Pokok", "Honor *Extra*"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
}

/// A note goes along with the rows that bear its mark, and with no other.
#[test]
fn notes_go_along_with_their_marks() {
    let noted = PANITIA.replacen("[Nama Anggota 2, Anggota]", "['Nama Anggota 2 \\*)', 'Anggota 1)']", 1).replace(
        "      baris:\n",
        "      keterangan: ['\\*) merangkap penghubung', '1) sampai bulan Mei', '2) cadangan']\n      baris:\n",
    );
    let folder = issued(&noted);
    let all = extract(folder.path(), &["--untuk", "semua", "-o", "p"]);
    assert_eq!(all.code, Some(0), "{}", all.err);
    let said = |bytes: &[u8]| {
        let pdf = Pdf::open(bytes).expect("a PDF");
        let words = (0..pdf.count()).flat_map(|page| pdf.words(page));
        words.map(|word| word.teks).collect::<Vec<_>>().join(" ")
    };
    for (name, bytes) in extracts(&folder.path().join("p")) {
        let (text, own) = (said(&bytes), name.contains("anggota-2"));
        assert_eq!(text.contains("*) merangkap penghubung"), own, "{name}: {text}");
        assert_eq!(text.contains("1) sampai bulan Mei"), own, "{name}: {text}");
        assert!(!text.contains("cadangan"), "{name}: {text}");
        let checked = naskah(folder.path(), ["verifikasi", &format!("p/{name}")]);
        assert_eq!(checked.code, Some(0), "{name}");
    }
}
