//! `massal`: one pattern and many rows to many documents.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use super::{Ran, folder, naskah, program, put};
use crate::support::text_of;

const POLA: &str = "jenis: umum
kantor: kab-semarang
tahun: 2026
tentang: Penunjukan {{ Nama }}
menimbang:
  - bahwa petugas perlu ditunjuk
mengingat: [uu-7-2017]
diktum:
  - Menunjuk {{ Nama }} sebagai petugas di Desa {{ Desa }}.
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
ditetapkan: {di: Ungaran}
";

/// So many rows: a name, a village.
fn rows(count: usize) -> String {
    (1..=count).fold("Nama;Desa\n".to_owned(), |all, n| format!("{all}Nama Petugas {n};Contoh\n"))
}

fn massal(folder: &Path, words: &str) -> Ran {
    naskah(folder, ["massal", "pola.yaml", "--konsep"].into_iter().chain(words.split_whitespace()))
}

/// The documents of a folder with their bytes.
fn documents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = super::listing(folder);
    all.into_iter()
        .filter(|(name, _)| name.ends_with(".pdf"))
        .filter_map(|(name, bytes)| Some((name, bytes?)))
        .collect()
}

/// What the last line of a manifest about each document says.
fn manifest(path: &Path) -> BTreeMap<u64, Value> {
    let text = fs::read_to_string(path).expect("a manifest");
    let lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    lines.filter_map(|line| Some((line["urut"].as_u64()?, line))).collect()
}

#[test]
fn the_guide_is_true() {
    let guide = text_of("docs/panduan/massal.md");
    let here = folder(&[]);
    for name in ["petugas.csv", "sk-petugas.yaml"] {
        let block = guide.split(&format!("`{name}`:\n\n```")).nth(1).expect("a file of the guide");
        let (_, text) = block.split_once('\n').expect("a block");
        put(&here, name, text.split("```").next().unwrap_or_default().as_bytes());
    }
    let mut ran: Option<Ran> = None;
    for line in guide.split("```console\n").skip(1).flat_map(|block| block.split("```").next().unwrap_or("").lines()) {
        if let Some(command) = line.strip_prefix("$ naskah ") {
            let last = naskah(here.path(), command.split_whitespace());
            assert_eq!(last.code, Some(0), "{line}: {}", last.err);
            ran = Some(last);
        } else if let Some(ran) = &ran {
            assert!(ran.told().lines().any(|own| own == line), "`{line}` is not said:\n{}", ran.told());
        }
    }
    let names: Vec<String> = documents(&here.path().join("hasil")).into_keys().collect();
    assert_eq!(names, ["petugas-contoh-dua.pdf", "petugas-contoh-satu.pdf"]);
    assert_eq!(documents(&here.path().join("hasil")), documents(&here.path().join("bagian")));
}

/// The text of the source that a PDF carries.
fn source(here: &TempDir, pdf: &str) -> String {
    assert_eq!(naskah(here.path(), ["ekstrak", pdf, "-o", "keluar", "--timpa"]).code, Some(0));
    let all = super::listing(here.path());
    let text = all.iter().find(|(name, _)| name.starts_with("keluar") && name.ends_with("pola.yaml"));
    let text = text.or_else(|| all.iter().find(|(name, _)| *name == "keluar"));
    String::from_utf8_lossy(text.and_then(|(_, bytes)| bytes.as_deref()).unwrap_or_default()).into_owned()
}

#[test]
fn a_value_stays_what_it_is() {
    let hostile =
        ["*miring*", "**tebal**", "{{ Desa }}", "a: b", "# bukan catatan", "\"kutip\" 'dua'", "- butir", "\\*"];
    let lines = hostile.map(|value| serde_json::json!({"Nama": value, "Desa": "baris\nkedua"}).to_string() + "\n");
    let here = folder(&[("pola.yaml", POLA), ("data.jsonl", &lines.concat())]);
    let ran = massal(here.path(), "--data data.jsonl -o hasil");
    let made = documents(&here.path().join("hasil"));
    assert_eq!(made.len(), hostile.len(), "{}", ran.err);
    for (name, value) in made.keys().zip(hostile) {
        let text = source(&here, &format!("hasil/{name}"));
        let quoted = value.replace('*', "\\*").replace('\\', "\\\\").replace('"', "\\\"");
        assert!(text.contains(&format!("\"Penunjukan {quoted}\"")), "{value}: {text}");
        assert!(text.contains("di Desa baris kedua."), "{text}");
    }
}

#[test]
fn one_number_in_two_rows_is_told() {
    let pola = POLA.replace("tahun: 2026", "tahun: 2026\nnomor: '{{ Nomor }}'");
    let here = folder(&[("pola.yaml", &pola), ("data.csv", "Nama;Desa;Nomor\nSatu;A;7\nDua;B;8\nTiga;C;7\n")]);
    let ran = massal(here.path(), "--data data.csv -o hasil");
    assert!(ran.err.contains("N633") && ran.err.contains("nomor 7 dipakai 2 naskah"), "{}", ran.err);
    assert!(!ran.err.contains("nomor 8 dipakai"), "{}", ran.err);
    put(&here, "data.csv", b"Nama;Desa;Nomor\nSatu;A;7\nDua;B;8\nTiga;C;9\n");
    let ran = massal(here.path(), "--data data.csv -o hasil-lain");
    assert!(!ran.err.contains("N633"), "{}", ran.err);
}

#[test]
fn a_bad_row_stops_no_other_and_is_mended_later() {
    let here = folder(&[("pola.yaml", POLA), ("data.csv", "Nama;Desa\nSatu;A\n;B\nTiga;C\n")]);
    let ran = massal(here.path(), "--data data.csv -o hasil");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.contains("galat[N805]: data.csv sel A3: kosong, padahal dicetak di sini"), "{}", ran.err);
    assert!(ran.err.contains("pola.yaml:4"), "{}", ran.err);
    let at = here.path().join("hasil");
    assert_eq!(documents(&at).keys().collect::<Vec<_>>(), ["1-satu.pdf", "3-tiga.pdf"]);
    let before = manifest(&at.join("manifes.jsonl"));
    assert!(before[&2].get("berkas").is_none() && before[&2]["temuan"][0]["kode"] == "N805");
    put(&here, "data.csv", b"Nama;Desa\nSatu;A\nDua;B\nTiga;D\n");
    let ran = massal(here.path(), "--data data.csv -o hasil --lanjut");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    ran.tells("dibuat: hasil (2 berkas, 4 halaman; dari 3 naskah, 1 sudah ada)\n");
    assert_eq!(documents(&at).len(), 3);
    // What a person has changed is not written over.
    fs::write(at.join("1-satu.pdf"), "tangan").expect("a file");
    let ran = massal(here.path(), "--data data.csv -o hasil --lanjut");
    assert!(ran.code == Some(1) && ran.err.contains("galat[N003]"), "{}", ran.err);
    assert_eq!(fs::read(at.join("1-satu.pdf")).expect("a file"), b"tangan");
}

#[test]
fn a_row_of_more_cells_than_the_head_becomes_no_document() {
    let here = folder(&[("pola.yaml", POLA), ("data.csv", "Nama,Desa\nSatu, S.H.,A\nDua,B\n")]);
    let ran = massal(here.path(), "--data data.csv -o hasil");
    let said = "galat[N805]: data.csv baris 2: baris ini berisi lebih banyak sel daripada kepalanya (2)";
    assert!(ran.code == Some(1) && ran.err.contains(said), "{}", ran.err);
    assert_eq!(documents(&here.path().join("hasil")).into_keys().collect::<Vec<_>>(), ["2-dua.pdf"]);
}

#[test]
fn what_is_asked_and_not_there_is_told_before_anything_is_made() {
    for (pola, said) in [
        (POLA.replace("{{ Desa }}", "{{ Dsa }}"), "kolom `Dsa` tidak ditemukan"),
        (POLA.replace("{{ Desa }}", "{{ Desa"), "tempat isian ini tidak dapat dibaca"),
        (format!("massal: {{kelompok: Desa}}\n{POLA}"), "kolom `Nama` berbeda-beda dalam kelompok ini"),
        (POLA.replace("Penunjukan {{ Nama }}", "{untuk: baris, isi: a}"), "`untuk: baris` hanya untuk butir daftar"),
        (format!("massal: {{klompok: Desa}}\n{POLA}"), "kunci `klompok` tidak dikenal"),
    ] {
        let here = folder(&[("pola.yaml", &pola), ("data.csv", &rows(2))]);
        let ran = massal(here.path(), "--data data.csv -o hasil");
        assert!(ran.code == Some(1) && ran.err.contains(said), "{said}: {}", ran.err);
        assert!(documents(&here.path().join("hasil")).is_empty());
    }
}

#[test]
fn places_of_other_programs_are_told() {
    let signs =
        ["«Desa»", "«desa»", "<<Desa>>", "<Desa>", "{ Desa }", "{Desa}", "%Desa%", "$Desa", "${Desa}", "[Desa]"];
    for sign in signs {
        let pola = POLA.replace("{{ Desa }}", sign);
        let here = folder(&[("pola.yaml", &pola), ("data.csv", &rows(2))]);
        let ran = massal(here.path(), "--data data.csv -o hasil");
        assert!(ran.code == Some(1) && ran.err.contains("tulis `{{ Desa }}`"), "{sign}: {}", ran.err);
        assert!(documents(&here.path().join("hasil")).is_empty());
    }
}

#[test]
fn a_pattern_without_places_is_told() {
    let pola = POLA.replace("{{ Nama }}", "Petugas").replace("{{ Desa }}", "Contoh");
    let here = folder(&[("pola.yaml", &pola), ("data.csv", &rows(2))]);
    let ran = massal(here.path(), "--data data.csv -o hasil");
    assert!(ran.err.contains("pola ini tidak memuat satu pun tempat isian: 2 naskahnya sama"), "{}", ran.err);
}

#[test]
fn parts_are_the_files_of_one_run() {
    let here = folder(&[("pola.yaml", POLA), ("data.csv", &rows(7))]);
    assert_eq!(massal(here.path(), "--data data.csv -o satu").code, Some(0));
    for part in ["3/3", "1/3", "3/3", "2/3"] {
        let ran = massal(here.path(), &format!("--data data.csv -o bagian --lanjut --bagian {part}"));
        assert_eq!(ran.code, Some(0), "{}", ran.err);
    }
    let at = here.path().join("bagian");
    assert!(documents(&at) == documents(&here.path().join("satu")));
    let names: Vec<String> = (1..=3).map(|n| format!("bagian/manifes-{n}-dari-3.jsonl")).collect();
    let join =
        |names: &[String]| naskah(here.path(), ["massal", "--gabung"].into_iter().chain(names.iter().map(|n| &n[..])));
    assert_eq!(join(&names).code, Some(0));
    let ran = join(&names[..2]);
    assert!(ran.code == Some(1) && ran.err.contains("2 naskah belum dibuat: nomor 3, 6"), "{}", ran.err);
    fs::remove_file(at.join("1-nama-petugas-1.pdf")).expect("removed");
    let ran = join(&names);
    assert!(ran.code == Some(1) && ran.err.contains("1-nama-petugas-1.pdf: berkasnya tidak ada"), "{}", ran.err);
}

#[test]
fn rows_may_move_between_two_runs() {
    let named = |rows: &str| format!("Nama;Desa\n{rows}");
    let pola = format!("massal: {{nama: '{{{{ Nama }}}}'}}\n{POLA}");
    let here = folder(&[("pola.yaml", &pola), ("data.csv", &named("Satu;A\nDua;B\n"))]);
    let first = massal(here.path(), "--data data.csv -o hasil");
    assert_eq!((first.code, first.err.as_str()), (Some(0), ""));
    put(&here, "data.csv", named("Baru;C\nSatu;A\nDua;D\nSatu;E\n").as_bytes());
    let ran = massal(here.path(), "--data data.csv -o hasil --lanjut");
    ran.tells("dibuat: hasil (3 berkas, 6 halaman; dari 4 naskah, 1 sudah ada)\n");
    let told = manifest(&here.path().join("hasil/manifes.jsonl"));
    let names: Vec<&str> = told.values().filter_map(|one| one["berkas"].as_str()).collect();
    assert_eq!(names, ["baru.pdf", "satu.pdf", "dua.pdf", "satu-2.pdf"]);
    assert_eq!(naskah(here.path(), ["massal", "--gabung", "hasil/manifes.jsonl"]).code, Some(0));
}

#[test]
fn a_line_fits_the_schema() {
    let here = folder(&[("pola.yaml", POLA), ("data.csv", "Nama;Desa\nSatu;A\n;B\n")]);
    massal(here.path(), "--data data.csv -o hasil");
    let schema: Value = serde_json::from_str(&text_of("docs/skema/massal.schema.json")).expect("a schema");
    let text = fs::read_to_string(here.path().join("hasil/manifes.jsonl")).expect("a manifest");
    for line in text.lines() {
        let line: Value = serde_json::from_str(line).expect("JSON");
        let own = &schema["oneOf"][usize::from(line.get("manifes").is_none())];
        let known = own["properties"].as_object().expect("properties");
        assert!(line.as_object().is_some_and(|line| line.keys().all(|key| known.contains_key(key))), "{line}");
        let required = own["required"].as_array().expect("a list");
        assert!(required.iter().filter_map(Value::as_str).all(|key| line.get(key).is_some()), "{line}");
    }
}

#[cfg(unix)]
#[test]
fn a_killed_run_leaves_whole_files_and_is_gone_on_with() {
    let here = folder(&[("pola.yaml", POLA), ("data.csv", &rows(60))]);
    for signal in ["KILL", "INT"] {
        let at = here.path().join(signal);
        let words = ["massal", "pola.yaml", "--konsep", "--data", "data.csv", "--kerja", "1", "-o", signal];
        let mut child = program(here.path()).args(words).spawn().expect("the program starts");
        while documents(&at).len() < 3 {
            sleep(Duration::from_millis(10));
        }
        let killed = std::process::Command::new("kill").args(["-s", signal, &child.id().to_string()]).status();
        assert!(killed.expect("kill").success());
        let ended = child.wait().expect("an end");
        assert!(!ended.success());
        let before = documents(&at);
        assert!(before.len() < 60 && before.values().all(|pdf| pdf.trim_ascii_end().ends_with(b"%%EOF")));
        // A line that was left half written.
        let path = at.join("manifes.jsonl");
        let lines = fs::read_to_string(&path).expect("a manifest");
        fs::write(&path, &lines[..lines.len() - 20]).expect("written");
        // A passing file is left alone in its first second, in which its run may not hold it yet.
        sleep(Duration::from_millis(1500));
        let ran = massal(here.path(), &format!("--data data.csv -o {signal} --lanjut"));
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        assert_eq!(documents(&at).len(), 60);
        let passing = |name: &String| name.contains(".naskah-");
        assert_eq!(super::listing(&at).into_keys().find(passing), None);
    }
    let run = massal(here.path(), "--data data.csv -o utuh");
    assert_eq!(run.code, Some(0), "{}", run.err);
    let told = |folder: &str| fs::read_to_string(here.path().join(folder).join("manifes.jsonl")).expect("a manifest");
    assert_eq!(told("utuh").lines().count(), 61);
    assert!(told("KILL") == told("utuh") && told("INT") == told("utuh"));
    assert!(documents(&here.path().join("KILL")) == documents(&here.path().join("INT")));
}
