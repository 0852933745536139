//! From nothing to an issued decree: `mulai`, `baru`, `jenis`, `kantor`, `keadaan`, `skema`, and what a line without a
//! command means.

use serde_json::Value;

use super::{folder, guide_is_true, listing, naskah, put};
use crate::support::text_of;

/// The decree that `mulai` writes.
const FIRST: &str = "data/keputusan/2026/jam-layanan-tamu.yaml";

/// The smallest photo: one grey point.
const JPG: &[u8] = include_bytes!("mulai/titik.jpg");

/// `mulai` for an area, in a folder of its own.
fn begun(area: &str, more: &[&str]) -> (tempfile::TempDir, super::Ran) {
    let here = folder(&[]);
    let words = ["mulai", "--wilayah", area, "--ketua", "Budi Santoso", "--tahun", "2026"];
    let ran = naskah(here.path(), words.iter().chain(more));
    (here, ran)
}

#[test]
fn an_office_begins_and_its_first_decree_is_free_of_findings() {
    for (area, name) in [
        ("kab semarang", "Komisi Pemilihan Umum Kabupaten Semarang"),
        ("kota salatiga", "Komisi Pemilihan Umum Kota Salatiga"),
        ("provinsi jawa tengah", "Komisi Pemilihan Umum Provinsi Jawa Tengah"),
        ("aceh", "Komisi Independen Pemilihan Aceh"),
        ("kpu ri", "Komisi Pemilihan Umum"),
        ("diy", "Komisi Pemilihan Umum Daerah Istimewa Yogyakarta"),
    ] {
        let (here, ran) = begun(area, &["--sekretaris", "Nur'aini: Sari"]);
        assert_eq!(ran.code, Some(0), "{area}: {}", ran.err);
        assert!(ran.err.starts_with(&format!("kantor: {name}, berkedudukan di ")), "{}", ran.err);
        naskah(here.path(), ["susun", "--konsep", FIRST, "-o", "k.pdf"]).makes("dibuat: k.pdf (3 halaman)\n");
        let checked = naskah(here.path(), ["periksa", FIRST]);
        assert!(checked.err.contains("0 galat, 0 peringatan, 0 saran"), "{area}: {}", checked.err);
    }
}

#[test]
fn nothing_is_guessed_and_nothing_overwritten() {
    let here = folder(&[]);
    let ran = naskah(here.path(), ["mulai"]);
    assert!(ran.code == Some(2) && ran.err.contains("belum disebut: --wilayah <NAMA>, --ketua <NAMA>"), "{}", ran.err);
    for (area, told) in [("semarang", "Kabupaten Semarang, Kota Semarang"), ("atlantis", "tidak ada wilayah")] {
        let (here, ran) = begun(area, &[]);
        assert!(ran.code == Some(2) && ran.err.contains(told), "{}", ran.err);
        assert!(listing(here.path()).is_empty());
    }
    let (here, _) = begun("kab semarang", &[]);
    let before = listing(here.path());
    let again = ["mulai", "--wilayah", "kab semarang", "--ketua", "Orang Lain", "--tahun", "2026"];
    let ran = naskah(here.path(), again);
    assert!(ran.code == Some(2) && ran.err.contains("sudah ada dan tidak ditimpa"), "{}", ran.err);
    assert_eq!(listing(here.path()), before);
}

#[test]
fn an_emblem_is_known_by_its_bytes() {
    let here = folder(&[(
        "lambang.jpg",
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>",
    )]);
    put(&here, "foto.png", b"GIF89a no emblem");
    let with = |emblem| naskah(here.path(), ["mulai", "k", "--wilayah", "aceh", "--ketua", "A B", "--lambang", emblem]);
    assert!(with("foto.png").err.contains("bukan PNG, JPG, atau SVG"));
    assert_eq!(with("lambang.jpg").code, Some(0));
    assert!(here.path().join("k/data/lambang/lambang.svg").is_file());
}

#[test]
fn a_name_is_a_name() {
    for (option, name) in
        [("--ketua", "**Budi**"), ("--sekretaris", "<b>Sari</b>"), ("--ketua", "# Budi"), ("--ketua", "Budi_S")]
    {
        let here = folder(&[]);
        let rest = if option == "--ketua" { [option, name].to_vec() } else { vec!["--ketua", "Budi", option, name] };
        let ran = naskah(here.path(), ["mulai", "--wilayah", "kab semarang"].iter().chain(&rest));
        assert!(ran.code == Some(2) && ran.err.contains("yang tidak ada dalam nama"), "{name}: {}", ran.err);
        assert!(listing(here.path()).is_empty());
    }
}

#[test]
fn a_photo_may_be_the_emblem() {
    let here = folder(&[]);
    put(&here, "lambang.png", JPG);
    let words =
        ["mulai", "--wilayah", "kab semarang", "--ketua", "Budi", "--tahun", "2026", "--lambang", "lambang.png"];
    assert_eq!(naskah(here.path(), words).code, Some(0));
    assert!(here.path().join("data/lambang/lambang.jpg").is_file());
    naskah(here.path(), ["susun", "--konsep", FIRST, "-o", "k.pdf"]).makes("dibuat: k.pdf (3 halaman)\n");
}

#[test]
fn every_kind_has_a_decree_to_fill_in() {
    let (here, _) = begun("kab semarang", &["--sekretaris", "Nama Sekretaris"]);
    let kinds = naskah(here.path(), ["jenis"]).told();
    let kinds: Vec<&str> = kinds.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(kinds.len() >= 22, "{kinds:?}");
    for kind in kinds {
        let ran = naskah(here.path(), ["baru", kind, "--tahun", "2026"]);
        let path = format!("data/keputusan/2026/{kind}.yaml");
        assert_eq!((ran.code, ran.told()), (Some(0), format!("dibuat: {path}\n")), "{}", ran.err);
        assert!(ran.err.contains("masih harus diisi: baris "), "{}", ran.err);
        assert!(!text_of(here.path().join(&path)).contains('@'));
        let made = naskah(here.path(), [path.as_str(), "-o", "k.pdf", "--timpa"]);
        assert_eq!((made.code, made.err.contains("galat")), (Some(0), false), "{kind}: {}", made.err);
        let issued = naskah(here.path(), ["terbit", path.as_str(), "--tanggal", "2026-01-05", "--ya"]);
        let paper = ["berita-acara", "surat-perintah"].contains(&kind);
        let code = if paper { "N201" } else { "N615" };
        assert!(issued.code == Some(1) && issued.err.contains(code), "{kind}: {}", issued.err);
        let again = naskah(here.path(), ["baru", kind, "--tahun", "2026"]);
        assert!(again.code == Some(2) && again.err.contains("sudah ada dan tidak ditimpa"), "{}", again.err);
    }
}

#[test]
fn another_decree_is_copied_without_number_and_day() {
    let (here, _) = begun("kab semarang", &[]);
    let source = super::short("nomor: 7  # tujuh\n");
    put(&here, "lama.yaml", source.as_bytes());
    naskah(here.path(), ["baru", "--dari", "lama.yaml", "-o", "b.yaml"]);
    let copy = text_of(here.path().join("b.yaml"));
    assert!(copy.contains("nomor:  # tujuh\n") && !copy.contains("2025-03-04"), "{copy}");
    assert_eq!(naskah(here.path(), ["susun", "--konsep", "b.yaml", "-o", "b.pdf"]).code, Some(0));
    let ran = naskah(here.path(), ["baru"]);
    assert!(ran.code == Some(2) && ran.err.contains("naskah jenis"), "{}", ran.err);
}

#[test]
fn a_line_without_a_command_means_something() {
    let here = folder(&[]);
    let nothing: [&str; 0] = [];
    let told = naskah(here.path(), nothing).told();
    assert!(told.contains("belum ada di folder ini") && told.contains("naskah mulai"), "{told}");
    assert_eq!(naskah(here.path(), ["bantuan"]).out, naskah(here.path(), ["--bantuan"]).out);
    assert_eq!(naskah(here.path(), ["bantuan", "susun"]).out, naskah(here.path(), ["susun", "--bantuan"]).out);
    let (here, _) = begun("kab semarang", &[]);
    put(&here, "rusak.yaml", b"diktum:\n  - teks: a\n   rincian: b\n");
    let told = naskah(here.path(), nothing).told();
    assert!(told.contains(&format!("  {FIRST}: isiannya lengkap\n")), "{told}");
    assert!(told.contains("  rusak.yaml: ada yang keliru; lihat `naskah periksa`\n"), "{told}");
    naskah(here.path(), ["terbit", FIRST, "--tanggal", "2026-01-05", "--ya"]);
    assert!(naskah(here.path(), nothing).told().contains("terbit     1 keputusan\n"));
    assert!(naskah(here.path(), ["kantor", "folder ini"]).told().starts_with("kab-semarang"));
}

#[test]
fn what_is_no_yaml_is_called_what_it_is() {
    let docx = [&b"PK\x03\x04"[..], b"....word/document.xml"].concat();
    for (bytes, name) in [(&b"%PDF-1.7 x"[..], "PDF"), (&docx[..], "Word"), (b"{\\rtf1 x}", "RTF"), (b"<html>", "HTML")]
    {
        let here = folder(&[]);
        put(&here, "n.yaml", bytes);
        let ran = naskah(here.path(), ["periksa", "n.yaml"]);
        let told = ran.told();
        assert!(ran.code == Some(1) && told.contains("bukan naskah YAML") && told.contains(name), "{told}");
    }
}

#[test]
fn other_encodings_are_read_and_told() {
    let text = super::short("tentang: Penetapan Hari “Kerja”\n");
    let utf16: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let windows: Vec<u8> = text
        .chars()
        .map(|c| match c {
            '“' => 0x93,
            '”' => 0x94,
            c => c as u8,
        })
        .collect();
    for (bytes, name) in [(utf16, "UTF-16"), (windows, "Windows-1252")] {
        let here = folder(&[]);
        put(&here, "n.yaml", &bytes);
        let ran = naskah(here.path(), ["susun", "--konsep", "n.yaml", "-o", "n.pdf"]);
        assert!(ran.err.contains("peringatan[N110]") && ran.err.contains(name), "{}", ran.err);
        let ran = naskah(here.path(), ["terbit", "n.yaml", "--ya"]);
        assert!(ran.code == Some(1) && ran.err.contains("N110"), "{}", ran.err);
    }
}

#[test]
fn the_schema_takes_what_the_program_takes() {
    let here = folder(&[]);
    let schema: Value = serde_json::from_str(&naskah(here.path(), ["skema"]).told()).expect("JSON");
    for key in ["jenis", "kantor", "tahun", "tentang", "menimbang", "diktum", "ditetapkan"] {
        assert!(schema["properties"][key].is_object(), "{key}");
    }
    let text = schema.to_string();
    for part in text.split("#/definitions/").skip(1) {
        let name = part.split('"').next().unwrap_or_default().replace("%20", " ");
        assert!(schema["definitions"][&name].is_object(), "{name}");
    }
    naskah(here.path(), ["skema", "-o", "s.json"]).makes("dibuat: s.json\n");
}

#[test]
fn the_ten_minutes_of_the_guide_are_true() {
    follow("docs/panduan/sepuluh-menit.md", 8);
}

/// Follows a page of the guide in an empty folder; it has so many commands at least.
pub(super) fn follow(page: &str, least: usize) {
    let here = folder(&[]);
    let commands = guide_is_true(&here, page);
    assert!(commands >= least, "{commands} commands");
}
