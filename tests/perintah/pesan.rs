//! The three forms of messages, to the letter.

use naskah_core::catalog::Root;
use naskah_core::resolve::Edition;
use serde_json::Value;

use super::{folder, naskah, short, susun};
use crate::support::lay_out;

/// A decree with one finding of each kind: a double key, a near miss, a warning.
fn decree() -> String {
    short(
        "nomor: 7\ntahun: 2025\nnomor: 8\nkantor: kab-semrang\nmengingat:\n  - uu-7-2017\n  - keputusan-kpu-314-2021\n",
    )
}

const HUMAN: &str = "\
galat[N104]: kunci `nomor` ditulis dua kali
 --> n.yaml:3:1
  |
1 | nomor: 7
  | ----- sudah ditulis di sini
2 | tahun: 2025
3 | nomor: 8
  | ^^^^^
  |
  = petunjuk: hapus salah satunya
galat[N202]: kantor `kab-semrang` tidak dikenal
 --> n.yaml:4:9
  |
4 | kantor: kab-semrang
  |         ^^^^^^^^^^^
  |
  = petunjuk: maksud Anda `kab-semarang`?
peringatan[N208]: judul dan nomor Keputusan Komisi Pemilihan Umum Nomor 314/ORT.07-Kpt/01/KPU/V/2021 belum terverifikasi
 --> n.yaml:7:5
  |
7 |   - keputusan-kpu-314-2021
  |     ^^^^^^^^^^^^^^^^^^^^^^
  |
  = petunjuk: cocokkan dengan naskah aslinya, lalu perbaiki data/dasar-hukum/keputusan-kpu-314-2021.yaml
";

const SHORT: &str = "\
n.yaml:3:1: galat[N104]: kunci `nomor` ditulis dua kali (hapus salah satunya)
n.yaml:4:9: galat[N202]: kantor `kab-semrang` tidak dikenal (maksud Anda `kab-semarang`?)
n.yaml:7:5: peringatan[N208]: judul dan nomor Keputusan Komisi Pemilihan Umum Nomor 314/ORT.07-Kpt/01/KPU/V/2021 belum terverifikasi (cocokkan dengan naskah aslinya, lalu perbaiki data/dasar-hukum/keputusan-kpu-314-2021.yaml)
";

#[test]
fn for_people() {
    let here = folder(&[("n.yaml", &decree())]);
    susun(here.path(), "n.yaml").says(1, HUMAN);
    susun(here.path(), "n.yaml --pesan human").says(1, HUMAN);
}

#[test]
fn on_one_line() {
    let here = folder(&[("n.yaml", &decree())]);
    susun(here.path(), "n.yaml --pesan ringkas").says(1, SHORT);
    susun(here.path(), "n.yaml --messages short").says(1, SHORT);
}

#[test]
fn for_programs() {
    let text = decree();
    let here = folder(&[("n.yaml", &text)]);
    let ran = susun(here.path(), "n.yaml --pesan json");
    assert_eq!(ran.code, Some(1));
    let found: Vec<Value> = ran.err.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    assert_eq!(found.len(), 3);
    for finding in &found {
        let keys: Vec<&String> = finding.as_object().expect("an object").keys().collect();
        assert_eq!(keys, ["tingkat", "kode", "nama", "pesan", "tempat", "terkait", "petunjuk", "perbaikan"]);
        let place = finding["tempat"].as_object().expect("a place");
        assert_eq!(place.keys().collect::<Vec<_>>(), ["berkas", "baris", "kolom", "awal", "akhir"]);
    }
    let double = &found[0];
    assert_eq!(double["tingkat"], "galat");
    assert_eq!((double["kode"].as_str(), double["nama"].as_str()), (Some("N104"), Some("kunci-ganda")));
    let range = |place: &Value| {
        let at = |key: &str| place[key].as_u64().expect(key) as usize;
        text[at("awal")..at("akhir")].to_owned()
    };
    assert_eq!(range(&double["tempat"]), "nomor");
    assert_eq!((&double["tempat"]["baris"], &double["tempat"]["kolom"]), (&Value::from(3), &Value::from(1)));
    assert_eq!(
        (&double["terkait"][0]["baris"], &double["terkait"][0]["pesan"]),
        (&1.into(), &"sudah ditulis di sini".into())
    );
    assert_eq!(range(&found[1]["tempat"]), "kab-semrang");
    assert_eq!(found[1]["petunjuk"][0], "maksud Anda `kab-semarang`?");
    assert_eq!(found[2]["tingkat"], "peringatan");
}

#[test]
fn results_for_programs() {
    let here = folder(&[("n.yaml", &short(""))]);
    let pages = lay_out("n.yaml", &short(""), Root::embedded(), Edition::default()).pages().count();
    let line = |again: bool| {
        format!("{{\"perintah\":\"susun\",\"hasil\":\"x.pdf\",\"berubah\":{},\"halaman\":{pages}}}\n", !again)
    };
    susun(here.path(), "n.yaml --pesan json -o x.pdf").makes(&line(false));
    susun(here.path(), "n.yaml --pesan json -o x.pdf").makes(&line(true));
}

#[test]
fn a_file_that_is_not_there() {
    let here = folder(&[("folder/ada", "")]);
    let missing =
        "galat[N001]: hilang.yaml tidak dapat dibaca: tidak ada\n |\n = petunjuk: periksa nama dan letak berkasnya\n";
    susun(here.path(), "hilang.yaml").says(2, missing);
    let directory = "galat[N001]: folder tidak dapat dibaca: itu sebuah folder (periksa nama dan letak berkasnya)\n";
    susun(here.path(), "folder --pesan ringkas").says(2, directory.trim_start());
    let ran = susun(here.path(), "hilang.yaml --pesan json");
    let found: Value = serde_json::from_str(&ran.err).expect("one JSON line");
    assert_eq!((ran.code, &found["kode"], &found["tempat"]), (Some(2), &"N001".into(), &Value::Null));
}

#[test]
fn carets_stand_under_wide_and_accented_letters() {
    let here =
        folder(&[("n.yaml", &short("tentang: Naïveté\nditetapkan: {di: 'Ungaran – é', tanggal: 2025-02-30}\n"))]);
    let ran = susun(here.path(), "n.yaml");
    let expected = "galat[N107]: tanggal 30 Februari 2025 tidak ada dalam kalender
 --> n.yaml:2:42
  |
2 | ditetapkan: {di: 'Ungaran – é', tanggal: 2025-02-30}
  |                                          ^^^^^^^^^^
";
    assert!(ran.err.starts_with(expected), "{}", ran.err);
}

#[test]
fn warnings_do_not_hold_up_the_result() {
    let here = folder(&[("n.yaml", &short("mengingat: [keputusan-kpu-314-2021]\n"))]);
    let ran = naskah(here.path(), ["susun", "n.yaml", "-o", "x.pdf", "--pesan", "ringkas"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.err.contains("peringatan[N208]") && ran.told().contains("dibuat: x.pdf"), "{}", ran.err);
    assert!(here.path().join("x.pdf").is_file());
}

#[test]
fn very_many_findings_are_cut_off() {
    let rows = "  - warna: merah\n".repeat(800);
    let here = folder(&[("n.yaml", &short(&format!("diktum:\n{rows}")))]);
    let ran = susun(here.path(), "n.yaml --pesan ringkas");
    assert_eq!((ran.code, ran.err.lines().count()), (Some(1), 501));
    assert!(ran.err.ends_with("… dan 300 galat lagi\n"), "{}", ran.err.lines().last().unwrap_or_default());
}

#[test]
fn an_error_is_told_behind_any_number_of_questions() {
    let many = "anggota ".repeat(600);
    let text = short(&format!("diktum:\n  - {many}\n  - Isi tercantum dalam Lampiran II.\n"));
    let here = folder(&[("n.yaml", &text)]);
    let ran = naskah(here.path(), ["periksa", "n.yaml", "--format", "json"]);
    let out = String::from_utf8(ran.out).unwrap();
    assert!(ran.code == Some(1) && out.contains("K101"), "{out}");
    let last: Value = serde_json::from_str(out.lines().last().unwrap_or_default()).unwrap();
    assert_eq!((last["kode"].as_str(), last["tingkat"].as_str()), (Some("N006"), Some("peringatan")));
    let ran = susun(here.path(), "n.yaml --pesan ringkas");
    assert!(ran.code == Some(1) && ran.err.contains("K101") && !ran.err.contains("saran"), "{}", ran.err);
}
