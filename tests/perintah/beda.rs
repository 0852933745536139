//! `beda` as a person or another program runs it.

use std::fs;
use std::path::Path;

use lopdf::Document;
use serde_json::Value;

use super::{Ran, finish, folder, listing, names, naskah, program, short, wrong};

fn beda(folder: &Path, words: &str) -> Ran {
    naskah(folder, ["beda"].into_iter().chain(words.split_whitespace()))
}

fn out(ran: &Ran) -> String {
    String::from_utf8_lossy(&ran.out).into_owned()
}

const OLD: &str = "\
diktum:
  - teks: Petugas layanan wajib
    rincian:
      - hadir sebelum layanan dibuka
      - mencatat setiap tamu dalam buku tamu
      - merapikan ruang tunggu
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
lampiran:
  - judul: Jadwal
    tabel:
      kolom: [{judul: No, isi: nomor}, {judul: Kegiatan}, {judul: Waktu}]
      baris:
        - [Rapat persiapan, Maret 2025]
        - [Pembukaan layanan, April 2025]
        - [Laporan akhir, Mei 2025]
";

const NEW: &str = "\
nomor: 8
diktum:
  - teks: Petugas layanan wajib
    rincian:
      - mencatat setiap tamu dalam buku *digital*
      - merapikan ruang tunggu
      - hadir sebelum layanan dibuka
  - Biaya dibebankan pada anggaran kantor.
  - Keputusan ini mulai berlaku pada tanggal ditetapkan.
lampiran:
  - judul: Jadwal
    tabel:
      kolom: [{judul: No, isi: nomor}, {judul: Kegiatan}, {judul: Waktu}]
      baris:
        - [Laporan akhir, Mei 2025]
        - [Rapat persiapan, Maret 2025]
        - [Pembukaan layanan, Juni 2025]
        - [Penutupan layanan, Juli 2025]
";

const TOLD: &str = "3 diubah, 2 disisipkan, 2 dipindahkan, 1 hanya tanda baca akhir butir";

fn two() -> tempfile::TempDir {
    folder(&[("lama.yaml", &short(OLD)), ("baru.yaml", &short(NEW))])
}

#[test]
fn a_summary_names_place_before_and_after() {
    let here = two();
    let ran = beda(here.path(), "lama.yaml baru.yaml");
    ran.says(0, &format!("{TOLD}\n"));
    assert_eq!(
        out(&ran),
        "\
Judul nomor: diubah
  sebelum: NOMOR [-7-] TAHUN 2025
  sesudah: NOMOR {+8+} TAHUN 2025
Diktum KESATU huruf a (dahulu huruf b): diubah
  sebelum: mencatat setiap tamu dalam buku [-tamu; dan-]
  sesudah: mencatat setiap tamu dalam buku {+*digital*;+}
Diktum KESATU huruf c (dahulu huruf a): dipindahkan
  sebelum: hadir sebelum layanan dibuka[-;-]
  sesudah: hadir sebelum layanan dibuka{+.+}
Diktum KEDUA: disisipkan
  Biaya dibebankan pada anggaran kantor.
Lampiran baris 1 “Laporan akhir” (dahulu baris 3): dipindahkan
  KEGIATAN: Laporan akhir
  WAKTU: Mei 2025
Lampiran baris 3 “Pembukaan layanan” (dahulu baris 2): diubah
  WAKTU:
    sebelum: [-April-] 2025
    sesudah: {+Juni+} 2025
Lampiran baris 4 “Penutupan layanan”: disisipkan
  KEGIATAN: Penutupan layanan
  WAKTU: Juli 2025
"
    );
    assert_eq!(names(here.path()), "baru.yaml\nlama.yaml");
}

#[test]
fn equal_decrees_are_called_so() {
    let here = two();
    let ran = beda(here.path(), "lama.yaml lama.yaml");
    ran.says(0, "kedua keputusan sama\n");
    assert!(ran.out.is_empty());
    let json = beda(here.path(), "lama.yaml lama.yaml --format json");
    json.says(0, "");
    assert!(json.out.is_empty());
}

#[test]
fn a_redline_is_written_like_other_results() {
    let here = two();
    let path = "output/2025/beda-lama-baru.pdf";
    let made = beda(here.path(), "lama.yaml baru.yaml --format pdf");
    made.makes(&format!("dibuat: {path} (3 halaman; {TOLD})\n"));
    let bytes = fs::read(here.path().join(path)).expect("the redline");
    beda(here.path(), "lama.yaml baru.yaml --format pdf")
        .makes(&format!("sama dengan yang sudah ada: {path} (3 halaman; {TOLD})\n"));
    fs::write(here.path().join(path), "lain").expect("a file");
    beda(here.path(), "lama.yaml baru.yaml --format pdf").says(
        2,
        &format!("galat[N003]: {path} sudah ada dan isinya lain\n |\n = petunjuk: pilih tempat lain dengan -o, atau ganti dengan --timpa\n"),
    );
    assert_eq!(fs::read(here.path().join(path)).expect("the file"), b"lain");
    assert_eq!(beda(here.path(), "lama.yaml baru.yaml --format pdf --timpa").code, Some(0));
    assert_eq!(fs::read(here.path().join(path)).expect("the redline"), bytes);
    let streamed = beda(here.path(), "lama.yaml baru.yaml --format pdf -o -");
    streamed.says(0, "");
    assert_eq!(streamed.out, bytes);
}

#[test]
fn the_redline_shows_both_and_says_what_it_is() {
    let here = two();
    let ran = beda(here.path(), "lama.yaml baru.yaml --format pdf -o -");
    let document = Document::load_mem(&ran.out).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text: String = document.extract_text(&pages).expect("texts").split_whitespace().collect();
    for words in [
        "NOMOR78TAHUN2025",
        "bukutamu;dandigital;",
        "[dipindahkankehurufc]",
        "Biayadibebankanpadaanggarankantor.",
        "AprilJuni2025",
        "[“Laporanakhir”dipindahkankebaris1]",
        "PenutupanlayananJuli2025",
        "PerbandinganNomor7Tahun2025(lama.yaml)denganNomor8Tahun2025(baru.yaml)",
        "bukannaskahkeputusan",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
}

#[test]
fn unchanged_items_may_be_left_out() {
    let many: String = (1..=60).map(|n| format!("        - [Kegiatan ke-{n}, Maret 2025]\n")).collect();
    let table = |rows: &str| {
        short(&format!(
            "lampiran:\n  - judul: Jadwal\n    tabel:\n      kolom: [{{judul: No, isi: nomor}}, {{judul: Kegiatan}}, {{judul: Waktu}}]\n      baris:\n{rows}"
        ))
    };
    let here = folder(&[("a.yaml", &table(&many)), ("b.yaml", &table(&many.replace("ke-30, Maret", "ke-30, April")))]);
    let whole = beda(here.path(), "a.yaml b.yaml --format pdf -o a.pdf");
    whole.makes("dibuat: a.pdf (4 halaman; 1 diubah)\n");
    let brief = beda(here.path(), "a.yaml b.yaml --format pdf --hanya-berubah -o -");
    let document = Document::load_mem(&brief.out).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text: String = document.extract_text(&pages).expect("texts").split_whitespace().collect();
    assert!(
        pages.len() < 4 && text.contains("[29baristidakberubah]") && text.contains("[30baristidakberubah]"),
        "{text}"
    );
    assert!(text.contains("Kegiatanke-30MaretApril2025") && !text.contains("ke-29"), "{text}");
}

#[test]
fn json_has_one_object_a_line() {
    let here = two();
    let ran = beda(here.path(), "lama.yaml baru.yaml --format json");
    ran.says(0, "");
    let objects: Vec<Value> = out(&ran).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let moved = objects.iter().find(|object| object["lama"]["nama"] == "Lampiran baris 3").expect("the moved row");
    assert_eq!((&moved["keadaan"], &moved["baru"]["nama"]), (&"dipindahkan".into(), &"Lampiran baris 1".into()));
    assert_eq!((&moved["baru"]["judul"], &moved["baru"]["berkas"]), (&"Laporan akhir".into(), &"baru.yaml".into()));
    let changed = objects.iter().find(|object| object["baru"]["nama"] == "Diktum KESATU huruf a").expect("the item");
    let text = &changed["isi"][0];
    assert_eq!(text["sebelum"], "mencatat setiap tamu dalam buku tamu; dan");
    assert_eq!(text["sesudah"], "mencatat setiap tamu dalam buku digital;");
    assert_eq!(text["potongan"][2], serde_json::json!({"tanda": "sisip", "gaya": "miring", "teks": "digital"}));
    let schema: Value = serde_json::from_str(&crate::support::text_of("docs/skema/beda.schema.json")).expect("JSON");
    let keys = |value: &Value| -> Vec<String> {
        value.as_object().map(|map| map.keys().cloned().collect()).unwrap_or_default()
    };
    let sorted = |mut keys: Vec<String>| {
        keys.sort();
        keys
    };
    for object in &objects {
        assert_eq!(sorted(keys(object)), sorted(keys(&schema["properties"])));
        let parts = schema["properties"]["bagian"]["enum"].as_array().expect("parts");
        assert!(parts.contains(&object["bagian"]), "{object}");
        for (side, file) in [("lama", "lama.yaml"), ("baru", "baru.yaml")] {
            assert!(object[side].is_null() || object[side]["berkas"] == file, "{object}");
        }
        for place in [&object["lama"], &object["baru"]].into_iter().filter(|place| !place.is_null()) {
            assert_eq!(sorted(keys(place)), sorted(keys(&schema["$defs"]["tempat"]["properties"])));
        }
        for text in object["isi"].as_array().expect("texts") {
            assert_eq!(sorted(keys(text)), sorted(keys(&schema["$defs"]["isian"]["properties"])));
        }
    }
}

#[test]
fn places_of_the_old_decree_are_in_its_file() {
    let table =
        "lampiran:\n  - judul: Jadwal\n    tabel:\n      kolom: [{judul: Kegiatan}]\n      baris:\n        - [Rapat]\n";
    let old = short(&format!(
        "nomor:\nditetapkan: {{di: Ungaran}}\nsalinan: {{oleh: sekretaris, disampaikan: [Ketua]}}\n{table}"
    ));
    let new = short("lampiran:\n  - judul: Jadwal\n    teks: [Rapat diadakan.]\n");
    let here = folder(&[("lama.yaml", &old), ("baru.yaml", &new)]);
    let told = out(&beda(here.path(), "lama.yaml baru.yaml --format json"));
    assert!(told.lines().count() > 3, "{told}");
    for line in told.lines() {
        let object: Value = serde_json::from_str(line).expect("JSON");
        assert!(object["lama"].is_null() || object["lama"]["berkas"] == "lama.yaml", "{line}");
        assert!(object["baru"].is_null() || object["baru"]["berkas"] == "baru.yaml", "{line}");
    }
}

#[test]
fn what_is_only_the_year_may_be_told_together() {
    let old = "diktum:\n  - Rapat diadakan pada Maret 2025.\n  - Laporan disusun tahun 2025 oleh tim.\n  - Rapat mengikuti Peraturan Bupati Nomor 5 Tahun 2025.\n  - Jadwal lama berlaku tahun 2025.\n";
    let new = old.replace("2025", "2026").replace("lama berlaku", "baru berlaku");
    let new = short(&new).replace("tahun: 2025", "tahun: 2026").replace("2025-03-04", "2026-03-04");
    let here = folder(&[("a.yaml", &short(old)), ("b.yaml", &new)]);
    let ran = beda(here.path(), "a.yaml b.yaml --lipat-tahun");
    ran.says(0, "2 diubah, 4 hanya tahun\n");
    let told = out(&ran);
    assert!(told.contains("Diktum KETIGA: diubah") && told.contains("Diktum KEEMPAT: diubah"), "{told}");
    assert!(told.ends_with("Hanya tahun keputusan yang berganti (4 tempat): Judul nomor; Diktum KESATU; Diktum KEDUA; Penutup tanggal\n"), "{told}");
    for form in ["html", "md"] {
        let page = out(&beda(here.path(), &format!("a.yaml b.yaml --lipat-tahun --format {form}")));
        assert!(page.contains("Hanya tahun keputusan yang berganti (4 tempat)"), "{page}");
    }
}

#[test]
fn columns_may_come_and_go() {
    let table = |columns: &str, rows: &str| {
        short(&format!(
            "lampiran:\n  - judul: Jadwal\n    tabel:\n      kolom: [{{judul: No, isi: nomor}}, {{judul: Kegiatan}}, {columns}]\n      baris:\n{rows}"
        ))
    };
    let old = table(
        "{judul: Waktu}, {judul: Tempat}",
        "        - [Rapat, Maret 2025, Aula]\n        - [Laporan, Mei 2025, Kantor]\n",
    );
    let new = table(
        "{judul: Waktu}, {judul: Anggaran}",
        "        - [Rapat, April 2025, seratus ribu]\n        - [Laporan, Mei 2025, dua ratus ribu]\n",
    );
    let more = table(
        "{judul: Waktu}, {judul: Tempat}, {judul: Anggaran}",
        "        - [Rapat, April 2025, Aula, seratus ribu]\n        - [Laporan, Mei 2025, Kantor, '']\n",
    );
    let here = folder(&[("a.yaml", &old), ("b.yaml", &new), ("c.yaml", &more)]);
    for (words, told) in [("a.yaml c.yaml", "1 diubah, 1 disisipkan"), ("c.yaml a.yaml", "1 diubah, 1 dihapus")] {
        let ran = beda(here.path(), words);
        assert!(ran.err.starts_with(told), "{words}: {}\n{}", ran.err, out(&ran));
    }
    let ran = beda(here.path(), "a.yaml c.yaml --format pdf -o -");
    let text: String = Document::load_mem(&ran.out).expect("a PDF").extract_text(&[2, 3]).expect("texts");
    let text: String = text.split_whitespace().collect();
    assert!(text.contains("KEGIATANWAKTUTEMPATANGGARAN"), "{text}");
    assert!(text.contains("1RapatMaretApril2025Aulaseratusribu2LaporanMei2025Kantor"), "{text}");
    assert_eq!(beda(here.path(), "a.yaml b.yaml --format pdf -o b.pdf").code, Some(0));
}

#[test]
fn hostile_texts_are_only_texts() {
    let hostile = "<script>alert(1)</script> | a\\_b `c` ~~d~~ #let x = [ $y$ ] {+z+} & \"e\"";
    let decree = |word: &str| short(&format!("diktum:\n  - '{hostile} {word}.'\n  - Keputusan ini mulai berlaku.\n"));
    let here = folder(&[("a.yaml", &decree("lama")), ("b.yaml", &decree("baru"))]);
    let html = out(&beda(here.path(), "a.yaml b.yaml --format html"));
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !html.contains("<script"), "{html}");
    assert!(html.contains("<del>lama</del>") && html.contains("<ins>baru</ins>"), "{html}");
    let markdown = out(&beda(here.path(), "a.yaml b.yaml --format md"));
    assert!(markdown.contains(r"&lt;script&gt;alert(1)&lt;/script&gt; \| a\\\_b \`c\` \~\~d\~\~ \#let"), "{markdown}");
    assert!(markdown.contains("~~lama~~") && markdown.contains("**baru**"), "{markdown}");
    let rows = markdown.lines().filter(|line| line.starts_with("| Diktum"));
    assert_eq!(rows.map(|line| line.replace("\\|", "").matches('|').count()).collect::<Vec<_>>(), [5]);
    assert_eq!(beda(here.path(), "a.yaml b.yaml --format pdf -o x.pdf").code, Some(0));
}

#[test]
fn rules_do_not_stop_a_comparison_but_errors_of_reading_do() {
    let objected = short(
        "diktum:\n  - Isi tercantum dalam Lampiran II.\n  - Keputusan ini mulai berlaku efektif pada tanggal ditetapkan.\n",
    );
    let here = folder(&[("a.yaml", &short("")), ("b.yaml", &objected), ("c.yaml", &wrong())]);
    assert_eq!(beda(here.path(), "a.yaml b.yaml").code, Some(0));
    assert_eq!(beda(here.path(), "a.yaml b.yaml --format pdf -o x.pdf").code, Some(0));
    let before = listing(here.path());
    let ran = beda(here.path(), "a.yaml c.yaml --format pdf");
    assert!(ran.code == Some(1) && ran.err.contains("galat[N107]") && ran.out.is_empty(), "{}", ran.err);
    assert_eq!(beda(here.path(), "a.yaml tidak-ada.yaml").code, Some(2));
    assert_eq!(listing(here.path()), before);
}

#[test]
fn a_draft_may_be_compared_and_come_from_standard_input() {
    let here = folder(&[("a.yaml", &short(""))]);
    let mut command = program(here.path());
    command.args(["beda", "-", "a.yaml"]);
    let ran = finish(command, short("nomor:\nditetapkan: {di: Ungaran}\n").as_bytes());
    ran.says(0, "2 diubah\n");
    assert!(out(&ran).contains("sebelum: NOMOR [-…-] TAHUN 2025"), "{}", out(&ran));
}

#[test]
fn options_that_cannot_go_together() {
    let here = two();
    for (words, message) in [
        ("- -", "masukan baku (-) hanya dapat disebut satu kali"),
        (
            "lama.yaml baru.yaml --hanya-berubah",
            "--hanya-berubah hanya untuk --format pdf; bentuk lain selalu hanya memuat yang berubah",
        ),
        (
            "lama.yaml baru.yaml --lipat-tahun --format json",
            "--lipat-tahun tidak untuk --format pdf, docx, atau json, yang memuat setiap perubahan",
        ),
        ("lama.yaml", "kurang: <BARU>"),
    ] {
        beda(here.path(), words).says(2, &format!("galat[N004]: {message}\nlihat `naskah --bantuan`\n"));
    }
}

#[test]
fn a_long_plan_of_another_year_is_compared_in_brief() {
    let old = crate::support::text_of("data/keputusan/2025/006-rencana-aksi-zona-integritas.yaml");
    let here = folder(&[("a.yaml", &old), ("b.yaml", &old.replace("2025", "2026"))]);
    let ran = beda(here.path(), "a.yaml b.yaml --format pdf --hanya-berubah -o x.pdf");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
}
