//! Two signatures beside each other, forms, formulas, marks of several numbers, heads of old decrees: as strangers type them.

use super::keputusan::{Cara, attachment, closing, decree, head, middle, rows};
use super::taken;
use super::tulis::{cell, docx, p, table};

const KIRI: [&str; 4] = ["SEKRETARIS", "KABUPATEN SEMARANG,", "", "NAMA SEKRETARIS"];
const KANAN: [&str; 4] = ["KETUA KOMISI PEMILIHAN UMUM", "KABUPATEN SEMARANG,", "", "NAMA KETUA"];

#[test]
fn the_signer_stands_at_the_right_and_the_other_at_the_left() {
    let top = p("\tDitetapkan di Ungaran") + &p("\tpada tanggal 5 Januari 2099");
    let tabs: String = KIRI.iter().zip(KANAN).map(|(a, b)| p(&format!("{a}\t\t{b}"))).collect();
    let lines: Vec<Vec<String>> = KIRI.iter().zip(KANAN).map(|(a, b)| vec![cell("", &p(a)), cell("", &p(b))]).collect();
    let column = |lines: &[&str]| cell("", &lines.iter().map(|line| p(line)).collect::<String>());
    let right: Vec<&str> = ["Ditetapkan di Ungaran", "pada tanggal 5 Januari 2099"].into_iter().chain(KANAN).collect();
    let cells = table(false, &[vec![column(&KIRI), column(&right)]]);
    for end in [format!("{top}{tabs}"), format!("{top}{}", table(false, &lines)), cells] {
        let hasil = taken("a.docx", &docx(&(head() + &middle(Cara::Tab) + &end + &attachment(&rows())), &[]));
        let wanted = "  tanggal: 2099-01-05\n  pendamping:\n    jabatan:\n      - SEKRETARIS\n      - KABUPATEN SEMARANG,\n    nama: NAMA SEKRETARIS\n";
        assert!(hasil.yaml.contains(wanted), "{}", hasil.yaml);
        assert!(hasil.bukti.is_whole() && hasil.sisa.is_empty(), "{:?} {:?}", hasil.bukti, hasil.sisa);
    }
}

/// The decree with an attachment of this content.
fn attached(content: &str) -> naskah_formats::serap::Hasil {
    let sign = closing();
    taken("a.docx", &docx(&(head() + &middle(Cara::Tab) + &sign + &attachment(content)), &[]))
}

#[test]
fn forms_are_labels_and_boxes() {
    let row = |all: &[&str]| all.iter().map(|text| cell("", &p(text))).collect::<Vec<_>>();
    let labels = table(false, &[row(&["Nama", ":", ""]), row(&["Alamat: rumah", ":", "Ungaran"])]);
    assert!(!attached(&(p("Isilah:") + &labels)).yaml.contains("isian:"), "a colon in a label is none");
    let labels = table(false, &[row(&["Nama", ":", ""]), row(&["Alamat", ":", "Ungaran"])]);
    let boxes = table(false, &[row(&["☒", "kartu anggota"]), row(&["☐", "pasfoto"])]);
    let hasil = attached(&(p("Isilah:") + &labels + &p("Lengkapilah:") + &boxes));
    for part in ["isian: {Nama: '', Alamat: Ungaran}", "centang: {kartu anggota: ya, pasfoto: tidak}"] {
        assert!(hasil.yaml.contains(part), "{part}\n{}", hasil.yaml);
    }
    assert!(hasil.bukti.is_whole() && hasil.sisa.is_empty(), "{:?} {:?}", hasil.bukti, hasil.sisa);
    let lined = table(true, &[row(&["NO", "BERKAS", "ADA"]), row(&["1", "kartu", "☑"]), row(&["2", "foto", "☐"])]);
    let hasil = attached(&lined);
    assert!(hasil.yaml.contains("{judul: Ada, isi: centang}") && hasil.yaml.contains("[kartu, ya]"), "{}", hasil.yaml);
}

#[test]
fn a_formula_is_typed_on_a_line_and_told() {
    let run = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    let formula =
        format!("<m:oMath>{}<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f></m:oMath>", run("n ="), run("N"), run("2"));
    let hasil = attached(&(p("Dihitung dengan rumus berikut.") + &format!("<w:p>{formula}</w:p>")));
    assert!(hasil.yaml.contains("n =N/2"), "{}", hasil.yaml);
    assert!(hasil.catatan.iter().any(|told| told.contains("rumus") && told.contains("n =N/2")), "{:?}", hasil.catatan);
}

#[test]
fn marks_of_several_numbers_are_those_of_lists_below() {
    let lines =
        ["1. kewajiban:", "1.1. mengisi buku;", "1.2. tenang; dan", "2. larangan:", "2.1. makan;", "2.2. merusak."];
    let hasil =
        taken("a.docx", &super::keputusan::with(&(p("KEEMPAT\t:\tTata tertib:") + &lines.map(p).concat()), &[]));
    let wanted = "      - teks: kewajiban\n        rincian:\n          - mengisi buku\n          - {teks: tenang}\n";
    assert!(hasil.yaml.contains(wanted), "{}", hasil.yaml);
    assert!(hasil.bukti.is_whole() && hasil.bukti.tanda.len() == 4, "{:?}", hasil.bukti);
    // Parts of an attachment beside each other stay so.
    let hasil =
        attached(&(["1. Umum", "1.1. Maksud ialah tertib.", "2. Khusus", "2.1. Cara ialah mudah."].map(p).concat()));
    assert!(hasil.yaml.contains("teks: 1. Umum") && hasil.yaml.contains("teks: 2. Khusus"), "{}", hasil.yaml);
}

#[test]
fn heads_of_old_decrees_are_kept_as_they_stand() {
    let sign = ["Ditetapkan di Ungaran", "pada tanggal 5 Januari 2099", "KETUA,", "NAMA REKAAN"].map(p).concat();
    let head_lines =
        ["Lampiran I : Keputusan Komisi Pemilihan Umum", "Nomor\t: 9/Kpts/2099", "Tanggal\t: 5 Januari 2099"];
    let old = middle(Cara::Tab).replace("KESATU", "PERTAMA");
    let body = head() + &old + &sign + "<w:p/>" + &head_lines.map(p).concat() + "<w:p/>" + &rows();
    let hasil = taken("a.docx", &docx(&body, &[]));
    for part in [
        "kepala:\n      - 'Lampiran I : Keputusan Komisi Pemilihan Umum'\n",
        "    - PERTAMA\n",
        "'Tanggal : 5 Januari 2099'",
    ] {
        assert!(hasil.yaml.contains(part), "{part}\n{}", hasil.yaml);
    }
    assert!(hasil.bukti.hilang.is_empty() && hasil.sisa.is_empty(), "{:?} {:?}", hasil.bukti, hasil.sisa);
    assert!(taken("a.docx", &decree(Cara::Tab)).yaml.find("kepala:").is_none());
}

#[test]
fn labels_names_and_days_are_known_in_other_letters() {
    let decided = |text: String| taken("a.docx", &docx(&(head() + &text + &closing() + &attachment(&rows())), &[]));
    let other = middle(Cara::Tab)
        .replace("Menimbang", "MENIMBANG")
        .replace("KESATU", "Kesatu")
        .replace("KEDUA", "Kedua")
        .replace("KETIGA", "Ketiga");
    let hasil = decided(other);
    assert!(hasil.yaml.contains("diktum:\n    - Kesatu\n    - Kedua\n    - Ketiga\n"), "{}", hasil.yaml);
    assert!(hasil.bukti.is_whole() && hasil.sisa.is_empty(), "{:?} {:?}", hasil.bukti, hasil.sisa);
    // A sentence that begins so is no decision.
    let sentence = middle(Cara::Tab).replace("mencatat tamu;", "Kedua: mencatat tamu;");
    assert!(decided(sentence).yaml.contains("Kedua: mencatat tamu"));
    let sign =
        ["Ungaran, 5 Januari 2099", "KETUA KOMISI PEMILIHAN UMUM", "KABUPATEN SEMARANG,", "NAMA KETUA"].map(p).concat();
    let hasil = taken("a.docx", &docx(&(head() + &middle(Cara::Tab) + &sign + &attachment(&rows())), &[]));
    assert!(hasil.yaml.contains("ditetapkan: {tanggal: 2099-01-05}") && hasil.sisa.is_empty(), "{}", hasil.yaml);
}
