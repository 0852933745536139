//! The record for legal documentation, and the abstract.

use std::fs;
use std::path::Path;

use lopdf::Document;
use serde_json::Value;

use super::{Ran, folder, naskah, put, short};

const NAME: &str = "Penetapan Hari Kerja";

fn jdih(folder: &Path, words: &str) -> Ran {
    naskah(folder, ["jdih"].into_iter().chain(words.split_whitespace()))
}

/// A folder with a decree that is issued as number 7 of 2025.
fn issued(fields: &str) -> tempfile::TempDir {
    let here = folder(&[("a.yaml", &short(&format!("nomor: 7\ntentang: {NAME}\n{fields}")))]);
    let ran = naskah(here.path(), ["terbit", "--ya", "a.yaml", "--sudah-ditetapkan"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    here
}

fn record(folder: &Path) -> Value {
    let text = fs::read_to_string(folder.join("h/7-penetapan-hari-kerja-jdih.json")).expect("a record");
    serde_json::from_str(&text).expect("JSON")
}

/// The abstract's text, blanks and line ends made one.
fn abstrak(folder: &Path) -> String {
    let bytes = fs::read(folder.join("h/7-penetapan-hari-kerja-abstrak.pdf")).expect("an abstract");
    let document = Document::load_mem(&bytes).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).expect("its text").split_whitespace().collect::<Vec<_>>().join(" ")
}

const WRITTEN: &str = "subjek: [Hari Kerja, Layanan Pemilih]
abstrak:
  alasan: Bahwa layanan memerlukan hari kerja yang tetap.
  materi: [hari kerja, jam layanan]
  catatan: Dilaksanakan oleh sekretariat.
lampiran: [{judul: Hari Kerja, teks: [Senin sampai dengan Jumat.]}]
";

#[test]
fn everything_written_is_taken_over() {
    let here = issued(WRITTEN);
    let said = "dibuat: h/7-penetapan-hari-kerja-jdih.json\ndibuat: h/7-penetapan-hari-kerja-abstrak.pdf\n";
    jdih(here.path(), "7/2025 -o h").makes(said);
    let record = record(here.path());
    let keys = "idData tahun_pengundangan tanggal_penetapan tanggal_pengundangan jenis noPeraturan judul noPanggil \
                singkatanJenis tempatTerbit penerbit deskripsiFisik sumber subjek isbn status bahasa bidangHukum teuBadan \
                nomorIndukBuku fileDownload urlDownload urlDetailPeraturan abstrak urlAbstrak operasi display";
    let there = record.as_object().expect("an object");
    assert_eq!(there.keys().map(String::as_str).collect::<Vec<_>>(), keys.split(' ').collect::<Vec<_>>());
    assert!(there.values().all(Value::is_string), "{record}");
    for (key, value) in [
        ("noPeraturan", "7"),
        ("tahun_pengundangan", "2025"),
        ("jenis", "Keputusan"),
        ("subjek", "HARI KERJA - LAYANAN PEMILIH"),
        ("status", "Berlaku"),
        ("teuBadan", "Indonesia. Komisi Pemilihan Umum Kabupaten Semarang"),
        ("fileDownload", "7-penetapan-hari-kerja.pdf"),
        ("urlDownload", "-"),
        ("urlDetailPeraturan", "-"),
        ("operasi", "4"),
        ("display", "1"),
        ("isbn", "-"),
    ] {
        assert_eq!(record[key], value, "{key}");
    }
    let text = abstrak(here.path());
    let tentang = "KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG NOMOR 7 TAHUN 2025 TENTANG PENETAPAN HARI KERJA";
    for part in [
        "HARI KERJA - LAYANAN PEMILIH 2025 KEPUTUSAN KPU KAB SEMARANG NO. 7, JDIH KPU: 3 HLM",
        tentang,
        "Bahwa layanan memerlukan hari kerja yang tetap.",
        "Dasar Hukum Keputusan ini adalah: UU No. 7 Tahun 2017 sebagaimana telah",
        "Dalam Keputusan ini diatur tentang: hari kerja; jam layanan.",
        "Dilaksanakan oleh sekretariat.",
        "Lampiran: 1 hlm.",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("Untuk ditinjau"), "{text}");
    // The decree itself says nothing of it.
    let pdf = fs::read(here.path().join("data/register/2025/7/kab-semarang-ketua/asli.pdf")).expect("the original");
    let original = Document::load_mem(&pdf).expect("a PDF");
    let pages: Vec<u32> = original.get_pages().into_keys().collect();
    assert!(!original.extract_text(&pages).expect("its text").contains("Layanan Pemilih"));
    // The same again is the same.
    let again = said.replace("dibuat", "sama dengan yang sudah ada");
    jdih(here.path(), "7/2025 -o h").makes(&again);
}

#[test]
fn the_abstract_is_archival_and_accessible() {
    let here = issued(WRITTEN);
    jdih(here.path(), "7 -o h");
    let bytes = fs::read(here.path().join("h/7-penetapan-hari-kerja-abstrak.pdf")).expect("an abstract");
    let text = String::from_utf8_lossy(&bytes);
    for mark in
        ["<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>"]
    {
        assert!(text.contains(mark), "{mark}");
    }
    assert_eq!(Document::load_mem(&bytes).expect("a PDF").get_pages().len(), 1);
}

#[test]
fn what_is_empty_is_made_up_for_and_named() {
    let here = issued("");
    let ran = jdih(here.path(), "7 -o h --pesan ringkas");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    for said in [
        "peringatan[N630]: `subjek` belum diisi",
        "peringatan[N631]: `alasan` dalam `abstrak` belum diisi; disusun dari Menimbang",
        "peringatan[N631]: `materi` dalam `abstrak` belum diisi; disusun dari diktum",
    ] {
        assert!(ran.err.contains(said), "{said}: {}", ran.err);
    }
    assert_eq!(record(here.path())["subjek"], "PENETAPAN HARI KERJA");
    let text = abstrak(here.path());
    assert!(text.contains("Untuk ditinjau sebelum dipublikasikan: subjek, alasan, dan materi"), "{text}");
    put(&here, "isi.yaml", b"subjek: Hari Kerja\nabstrak: {alasan: Bahwa perlu., materi: hari kerja}\n");
    let ran = jdih(here.path(), "7 -o h --pelengkap isi.yaml");
    assert!(ran.code == Some(2) && ran.err.contains("N003"), "{}", ran.err);
    let ran = jdih(here.path(), "7 -o h --pelengkap isi.yaml --timpa");
    assert!(ran.code == Some(0) && !ran.err.contains("peringatan"), "{}", ran.err);
    assert_eq!(record(here.path())["subjek"], "HARI KERJA");
    put(&here, "salah.yaml", b"subyek: Hari Kerja\n");
    let ran = jdih(here.path(), "7 -o h --pelengkap salah.yaml --pesan ringkas");
    assert!(ran.code == Some(1) && ran.err.contains("salah.yaml:1:1: galat[N103]"), "{}", ran.err);
}

#[test]
fn an_abstract_that_is_too_long_is_named() {
    let here = issued("");
    let long = format!(
        "subjek: Hari\nabstrak: {{alasan: '{}', materi: hari}}\n",
        "Bahwa hari kerja perlu ditetapkan. ".repeat(150)
    );
    put(&here, "isi.yaml", long.as_bytes());
    let ran = jdih(here.path(), "7 -o h --pelengkap isi.yaml --pesan ringkas");
    assert!(
        ran.code == Some(0) && ran.err.contains("peringatan[N632]: abstrak Nomor 7 Tahun 2025 menjadi 2 halaman"),
        "{}",
        ran.err
    );
}

#[test]
fn what_became_of_the_decree_is_said() {
    let here = issued(WRITTEN);
    let office = "Komisi Pemilihan Umum Kabupaten Semarang";
    let amending = format!("nomor: 8\ntentang: Perubahan atas Keputusan {office} Nomor 7 Tahun 2025 tentang {NAME}\n");
    put(&here, "b.yaml", short(&amending).as_bytes());
    let ran = naskah(here.path(), ["terbit", "--ya", "b.yaml", "--sudah-ditetapkan"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    jdih(here.path(), "7 -o h");
    assert_eq!(record(here.path())["status"], "Berlaku");
    let text = abstrak(here.path());
    assert!(text.contains("Keputusan ini diubah dengan Keputusan Nomor 8 Tahun 2025."), "{text}");
    naskah(here.path(), ["batal", "7/2025", "--alasan", "keliru"]);
    jdih(here.path(), "7 -o h --timpa");
    assert_eq!(record(here.path())["status"], "Tidak Berlaku");
    assert!(abstrak(here.path()).contains("Keputusan ini dibatalkan: keliru."));
}

#[test]
fn addresses_come_from_the_office_alone() {
    let here = issued(WRITTEN);
    let profile = crate::support::text_of("data/kantor/kab-semarang.yaml");
    let site = "jdih: {laman: 'https://contoh.test/{tahun}/{nomor}', unduhan: 'https://contoh.test/b/{berkas}', singkatan_jenis: KPT}\n";
    put(&here, "data/kantor/kab-semarang.yaml", format!("{profile}{site}").as_bytes());
    jdih(here.path(), "7 -o h");
    let record = record(here.path());
    assert_eq!(record["urlDetailPeraturan"], "https://contoh.test/2025/7");
    assert_eq!(record["urlDownload"], "https://contoh.test/b/7-penetapan-hari-kerja.pdf");
    assert_eq!(record["urlAbstrak"], "https://contoh.test/b/7-penetapan-hari-kerja-abstrak.pdf");
    assert_eq!(record["singkatanJenis"], "KPT");
}

#[test]
fn what_is_not_issued_has_no_record() {
    let here = folder(&[("data/x", "")]);
    let ran = jdih(here.path(), "7 -o h --pesan ringkas");
    assert!(ran.code == Some(1) && ran.err.contains("galat[N606]"), "{}", ran.err);
    let ran = jdih(here.path(), "7 -o -");
    assert_eq!(ran.code, Some(2));
}
