//! The way on from a fresh folder: each kind filled in and issued, papers beside decrees, files of data, what is made for
//! other programs, and the commands of the guide.

use serde_json::Value;

use super::{folder, naskah, put};
use crate::support::{assert_none, files_below, text_of};

/// A folder with an office that has everybody.
fn office() -> tempfile::TempDir {
    let here = folder(&[]);
    let words = [
        "mulai",
        "--wilayah",
        "kab semarang",
        "--ketua",
        "Nama Ketua",
        "--sekretaris",
        "Nama Sekretaris",
        "--pengesah",
        "Nama Pengesah",
        "--jabatan",
        "Kepala Subbagian Hukum",
        "--tahun",
        "2026",
    ];
    let ran = naskah(here.path(), words);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    here
}

/// Kinds with what is written in each of their places.
const FILLED: [(&str, &[(&str, &str)]); 3] = [
    ("maklumat", &[("[tempat]", "ruang pelayanan"), ("[janji pelayanan lain]", "pelayanan yang ramah dan cepat")]),
    (
        "unit-pengendali-gratifikasi",
        &[
            ("['[nama]', '[jabatan]', Ketua]", "[Nama Satu, Sekretaris, Ketua]"),
            ("['[nama]', '[jabatan]', Sekretaris]", "[Nama Dua, Kepala Subbagian, Sekretaris]"),
            ("['[nama]', '[jabatan]', Anggota]", "[Nama Tiga, Pengelola Keuangan, Anggota]"),
            ("[jangka waktu]", "semester"),
        ],
    ),
    (
        "sekretaris",
        &[
            ("[Petugas yang Ditunjuk]", "Petugas Pengelola Arsip"),
            ("[petugas yang ditunjuk]", "petugas pengelola arsip"),
            ("[tujuan]", "arsip mudah ditemukan kembali"),
            ("[tugas pertama]", "penataan arsip"),
            ("[tugas kedua]", "pelayanan peminjaman arsip"),
            ("'[nama]', '[jabatan]', '[unit kerja]'", "Nama Satu, Arsiparis, Subbagian Umum"),
            ("'[nama kedua]', '[jabatan kedua]', '[unit kerja kedua]'", "Nama Dua, Pengelola Surat, Subbagian Hukum"),
        ],
    ),
];

#[test]
fn kinds_go_from_their_skeleton_to_a_copy() {
    let here = office();
    for (kind, places) in FILLED {
        let path = format!("data/keputusan/2026/{kind}.yaml");
        assert_eq!(naskah(here.path(), ["baru", kind, "--tahun", "2026"]).code, Some(0), "{kind}");
        let text = text_of(here.path().join(&path));
        let text = places.iter().fold(text, |text, (place, words)| text.replace(place, words));
        put(&here, &path, text.as_bytes());
        // Some laws are cited whose gazette number the data lack.
        let issue = ["terbit", &path, "--tanggal", "2026-03-02", "--ya", "--setujui", "N208"];
        let ran = naskah(here.path(), issue);
        assert_eq!(ran.code, Some(0), "{kind}: {}", ran.err);
        let copied = naskah(here.path(), ["salinan", &path]);
        assert_eq!(copied.code, Some(0), "{kind}: {}", copied.err);
        assert!(copied.told().starts_with("dibuat: output/2026/"), "{}", copied.told());
    }
    // The Sekretaris has a series of numbers of his own.
    let told = naskah(here.path(), ["salinan", "1/2026"]).err;
    assert!(told.contains("tambahkan salah satu: --seri ketua, --seri sekretaris"), "{told}");
    for number in ["2/2026", "Nomor 2 Tahun 2026", "no. 2/2026", "2 tahun 2026", "nomor 2"] {
        let ran = naskah(here.path(), ["salinan", number]);
        assert_eq!(ran.code, Some(0), "{number}: {}", ran.err);
    }
    let listed = naskah(here.path(), ["daftar", "--seri", "kpa"]);
    assert!(listed.code == Some(2) && listed.err.contains("seri yang ada: ketua, sekretaris"), "{}", listed.err);
    let record = naskah(here.path(), ["jdih", "data/keputusan/2026/maklumat.yaml"]);
    assert_eq!(record.code, Some(0), "{}", record.err);
}

#[test]
fn papers_beside_decrees_are_made_and_not_registered() {
    let here = office();
    for (kind, name) in [("berita-acara", "berita acara"), ("surat-perintah", "surat perintah")] {
        let example = text_of(format!("templates/jenis/{kind}/contoh.yaml"));
        put(&here, "surat.yaml", example.as_bytes());
        let checked = naskah(here.path(), ["periksa", "--halaman", "surat.yaml"]);
        assert_eq!(checked.err, "1 berkas diperiksa: 0 galat, 0 peringatan, 0 saran\n", "{}", checked.told());
        let made = naskah(here.path(), ["susun", "surat.yaml", "-o", "surat.pdf", "--timpa"]);
        assert_eq!(made.code, Some(0), "{}", made.err);
        let issued = naskah(here.path(), ["terbit", "surat.yaml", "--ya"]);
        let told = format!("{name} tidak dicatat dalam register keputusan");
        assert!(issued.code == Some(1) && issued.err.contains(&told), "{}", issued.err);
    }
    let source = naskah(here.path(), ["susun", "surat.yaml", "--format", "typ", "-o", "typ"]);
    assert_eq!(source.code, Some(0), "{}", source.err);
}

#[test]
fn papers_beside_decrees_take_no_number_of_theirs() {
    let here = office();
    let paper = text_of("templates/jenis/berita-acara/contoh.yaml");
    let line = paper.lines().find(|line| line.starts_with("nomor:")).expect("a number");
    put(&here, "data/keputusan/2026/ba.yaml", paper.replace(line, "nomor: 1").as_bytes());
    let issued =
        naskah(here.path(), ["terbit", "data/keputusan/2026/jam-layanan-tamu.yaml", "--tanggal", "2026-01-05", "--ya"]);
    assert_eq!(issued.code, Some(0), "{}", issued.err);
    assert!(issued.told().contains("Nomor 1 Tahun 2026"), "{}", issued.told());
    let made = naskah(here.path(), ["susun", "data/keputusan/2026/ba.yaml", "-o", "ba.pdf"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    let looked = naskah(here.path(), ["register", "periksa"]);
    assert!(looked.code == Some(0) && !looked.err.contains("N602"), "{}", looked.err);
}

#[test]
fn a_record_names_its_day_in_words() {
    let here = office();
    put(&here, "ba.yaml", text_of("templates/jenis/berita-acara/contoh.yaml").as_bytes());
    naskah(here.path(), ["susun", "ba.yaml", "--format", "typ", "-o", "typ"]);
    let source: String = files_below(&here.path().join("typ").to_string_lossy(), ".typ").iter().map(text_of).collect();
    let opening = "Pada hari ini, Selasa, tanggal tiga puluh satu bulan Maret tahun dua ribu dua puluh enam, bertempat di Ungaran, telah dilaksanakan";
    assert!(source.contains(opening), "{source}");
}

#[test]
fn files_of_data_are_taken_out_and_checked() {
    let here = office();
    let path = "data/dasar-hukum/pkpu-21-2023.yaml";
    naskah(here.path(), ["dasar", "ubah", "pkpu 21/2023"]).tells(&format!("dibuat: {path}\n"));
    let again = naskah(here.path(), ["dasar", "ubah", "pkpu-21-2023"]);
    assert!(again.code == Some(2) && again.err.contains("sudah ada dan tidak ditimpa"), "{}", again.err);
    let unknown = naskah(here.path(), ["dasar", "ubah", "uu-99-2099"]);
    assert!(unknown.code == Some(2) && unknown.err.contains("tidak ada dalam data"), "{}", unknown.err);
    let checked = naskah(here.path(), ["periksa", "data/dasar-hukum", "data/kantor"]);
    assert_eq!(checked.err, "2 berkas diperiksa: 0 galat, 0 peringatan, 0 saran\n", "{}", checked.told());
    let office = "data/kantor/kab-semarang.yaml";
    put(&here, office, text_of(here.path().join(office)).replace("\nwilayah:", "\nwilayh:").as_bytes());
    let checked = naskah(here.path(), ["periksa", office]);
    assert!(checked.code == Some(1) && checked.told().contains("maksud Anda `wilayah`?"), "{}", checked.told());
}

#[test]
fn other_programs_are_served() {
    let here = office();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let told = naskah(here.path(), ["kelengkapan", shell]).told();
        assert!(told.contains("naskah") && told.contains("konsep") && told.len() > 2000, "{shell}");
    }
    let manual = naskah(here.path(), ["kelengkapan", "man", "-o", "man"]);
    assert!(manual.code == Some(0) && here.path().join("man/naskah-susun.1").is_file(), "{}", manual.err);
    let version: Value =
        serde_json::from_str(&naskah(here.path(), ["--versi", "--format", "json"]).told()).expect("JSON");
    assert_eq!(version["versi"], env!("CARGO_PKG_VERSION"));
    assert!(naskah::PROGRAM.ends_with(version["rakitan"].as_str().expect("a build")), "{version}");
    let state: Value =
        serde_json::from_str(&naskah(here.path(), ["keadaan", "--format", "json"]).told()).expect("JSON");
    let schema: Value = serde_json::from_str(&text_of("docs/skema/keadaan.schema.json")).expect("a schema");
    let keys = |value: &Value| value.as_object().map(|map| map.keys().cloned().collect::<Vec<_>>());
    assert_eq!(keys(&state), keys(&schema["properties"]));
    let item = &schema["properties"]["konsep"]["items"];
    assert_eq!(keys(&state["konsep"][0]), keys(&item["properties"]));
    assert!(
        item["properties"]["keadaan"]["enum"]
            .as_array()
            .is_some_and(|all| all.contains(&state["konsep"][0]["keadaan"]))
    );
    let made = naskah(here.path(), ["baru", "umum", "--tahun", "2026", "--pesan", "json"]);
    let line: Value = serde_json::from_str(&made.told()).expect("JSON");
    assert!(
        line["perintah"] == "baru" && line["isian"].as_u64() > Some(3) && made.err.is_empty(),
        "{line} {}",
        made.err
    );
    for about in ["keputusan", "kantor", "dasar", "jenis"] {
        let schema: Value = serde_json::from_str(&naskah(here.path(), ["skema", about]).told()).expect("JSON");
        assert!(schema["properties"].is_object() && schema["$schema"].is_string(), "{about}");
    }
}

#[test]
fn a_fresh_decree_names_its_schema() {
    let here = office();
    naskah(here.path(), ["baru", "sop", "--tahun", "2026"]);
    let first = |path: &str| text_of(here.path().join(path)).lines().next().unwrap_or_default().to_owned();
    let line = "# yaml-language-server: $schema=../../skema/keputusan.json";
    assert_eq!(first("data/keputusan/2026/sop.yaml"), line);
    assert_eq!(first("data/keputusan/2026/jam-layanan-tamu.yaml"), line);
    assert!(here.path().join("data/skema/keputusan.json").is_file());
    naskah(here.path(), ["baru", "sop", "--tahun", "2026", "-o", "sop.yaml"]);
    assert_eq!(first("sop.yaml"), "# yaml-language-server: $schema=skema-keputusan.json");
    assert!(here.path().join("skema-keputusan.json").is_file());
}

/// The folder in which the commands of the guide are typed.
fn folder_of_the_guide() -> tempfile::TempDir {
    let here = office();
    let decree = |name: &str, year: &str| {
        let text = text_of("templates/jenis/rencana-aksi/contoh.yaml").replace("2026", year);
        put(&here, name, text.as_bytes());
    };
    for (name, year) in
        [("rencana.yaml", "2026"), ("rencana-2025.yaml", "2025"), ("2025.yaml", "2025"), ("2026.yaml", "2026")]
    {
        decree(name, year);
    }
    for name in ["keputusan.yaml", "hari-kerja.yaml", "keputusan-lama.yaml"] {
        put(&here, name, super::short("").as_bytes());
    }
    naskah(here.path(), ["susun", "keputusan.yaml", "-o", "keputusan.pdf"]);
    here
}

#[test]
fn every_command_of_the_guide_is_understood() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for page in files_below("docs/panduan", ".md") {
        let here = folder_of_the_guide();
        let text = text_of(&page);
        for line in text.lines().filter_map(|line| line.trim().strip_prefix("$ naskah")) {
            count += 1;
            let ran = naskah(here.path(), super::words(line));
            if ran.err.contains("[N004]") {
                wrong.push(format!("{}: naskah{line}: {}", page.display(), ran.err));
            }
        }
    }
    assert!(count >= 45, "{count} commands");
    assert_none(&wrong);
}

#[test]
fn a_year_of_the_guide_is_true() {
    super::mulai::follow("docs/panduan/setahun.md", 14);
}
