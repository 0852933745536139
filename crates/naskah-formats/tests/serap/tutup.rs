//! Signatures, lists that go on, heads in tables: what is no name is none, and nothing is joined in silence.

use super::keputusan::{Cara, attachment, head, middle, rows, with};
use super::taken;
use super::tulis::{cell, docx, p, table};

/// The decree with these lines as its end.
fn signed(end: &str) -> naskah_formats::serap::Hasil {
    let body = head() + &middle(Cara::Tab) + &p("Ditetapkan di Ungaran") + &p("pada tanggal 5 Januari 2099") + end;
    taken("a.docx", &docx(&body, &[]))
}

#[test]
fn what_is_no_name_is_never_one() {
    for line in [
        "KETUA KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG,",
        "SEKRETARIS",
        "Plh. KETUA",
        "a.n. KETUA",
        "1.",
        "jdih.example.go.id",
        "NIP 19000101 190001 1 001",
        "Jalan Rekaan Nomor 5",
        "........",
    ] {
        for before in ["", "KETUA KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG,"] {
            let hasil = signed(&(p(before) + &p(line)));
            assert!(!hasil.yaml.contains("nama:"), "{line}:\n{}", hasil.yaml);
            assert!(hasil.catatan.iter().any(|told| told.contains("nama penanda tangan tidak ada")), "{line}");
        }
    }
    let hasil = signed(&(p("KETUA,") + &p("dr. Nama Rekaan, S.H.")));
    assert!(hasil.yaml.contains("nama: dr. Nama Rekaan, S.H."), "{}", hasil.yaml);
}

#[test]
fn those_who_sign_in_one_list_are_each_a_name() {
    let row = |all: [&str; 3]| all.iter().map(|text| cell("", &p(text))).collect::<Vec<_>>();
    let names = [row(["1.", "NAMA SATU", "Ketua ………"]), row(["2.", "NAMA DUA", "Anggota ………"])];
    for end in [table(false, &names), p("1. NAMA SATU Ketua ………") + &p("2. NAMA DUA Anggota ………")] {
        let hasil = signed(&(p("KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG,") + &end));
        assert!(hasil.yaml.contains("nama: NAMA SATU\n  anggota:\n    - NAMA DUA\n"), "{}", hasil.yaml);
        assert!(hasil.sisa.is_empty(), "{:?} {:?}", hasil.sisa, hasil.bukti);
    }
}

#[test]
fn a_list_goes_on_behind_a_quotation() {
    let lines = ["KEEMPAT\t:\tDiubah sebagai berikut:", "1. Huruf b berbunyi:", "“b. baru;”", "2. Huruf c dihapus."];
    let hasil = taken("a.docx", &with(&lines.map(p).concat(), &[]));
    assert!(hasil.yaml.contains("- Huruf c dihapus.\n"), "{}", hasil.yaml);
    assert!(!hasil.yaml.contains("“b. baru;” 2."), "{}", hasil.yaml);
}

#[test]
fn joined_paragraphs_are_told() {
    let more = p("KEEMPAT\t:\tPetugas hadir.") + &p("Tamu dicatat.");
    let hasil = taken("a.docx", &with(&more, &[]));
    assert!(hasil.catatan.iter().any(|told| told.contains("alinea digabung") && told.contains("Tamu dicatat.")));
    assert!(!taken("a.docx", &with("", &[])).catatan.iter().any(|told| told.contains("alinea digabung")));
}

#[test]
fn the_head_of_an_attachment_may_be_a_table() {
    let row = |all: [&str; 3]| all.iter().map(|text| cell("", &p(text))).collect::<Vec<_>>();
    let rows_of_head = [
        row(["LAMPIRAN", ":", "KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG"]),
        row(["NOMOR", ":", "9 TAHUN 2099"]),
        row(["TANGGAL", ":", "5 JANUARI 2099"]),
        row(["TENTANG", ":", "JADWAL LAYANAN TAMU TAHUN 2099"]),
    ];
    let sign = p("Ditetapkan di Ungaran") + &p("pada tanggal 5 Januari 2099") + &p("KETUA,") + &p("NAMA REKAAN");
    let body = head() + &middle(Cara::Tab) + &sign + "<w:p/>" + &table(false, &rows_of_head) + "<w:p/>" + &rows();
    let hasil = taken("a.docx", &docx(&body, &[]));
    assert!(!hasil.yaml.contains("':'") && !hasil.yaml.contains("5 JANUARI"), "{}", hasil.yaml);
    assert!(hasil.bukti.terpisah.iter().any(|(_, text)| text.contains("5 JANUARI 2099")), "{:?}", hasil.bukti);
}

#[test]
fn an_item_without_text_is_none() {
    let body = String::from_utf8(super::decree_text()).unwrap();
    let from = body.find("Mengingat").unwrap();
    let to = body.find("MEMUTUSKAN").unwrap();
    let text = format!("{}Mengingat : -\n{}", &body[..from], &body[to..]);
    assert!(!taken("a.txt", text.as_bytes()).yaml.contains("teks: ''"));
}

#[test]
fn a_sentence_that_opens_a_list_is_no_heading() {
    let lines = ["A. Umum", "1. Maksud layanan ialah:", "a. mencatat; dan", "b. mengantar."];
    let content = lines.map(p).concat();
    let sign = p("Ditetapkan di Ungaran") + &p("pada tanggal 5 Januari 2099") + &p("KETUA,") + &p("NAMA REKAAN");
    let body = head() + &middle(Cara::Tab) + &sign + &attachment(&content);
    let yaml = taken("a.docx", &docx(&body, &[])).yaml;
    assert!(yaml.contains("bagian: Umum") && !yaml.contains("bagian: mencatat"), "{yaml}");
}

#[test]
fn two_decrees_in_one_file_are_refused() {
    let sign = p("Ditetapkan di Ungaran") + &p("pada tanggal 5 Januari 2099") + &p("KETUA,") + &p("NAMA REKAAN");
    let one = head() + &middle(Cara::Tab) + &sign;
    let both = docx(&one.repeat(2), &[]);
    let refused = super::asked("a.docx", &both, &naskah_formats::serap::Permintaan::default());
    assert_eq!(refused, Err(naskah_formats::serap::Tolak::Ganda));
}

#[test]
fn a_colon_on_its_own_line_is_that_of_its_label() {
    let text = String::from_utf8(super::decree_text()).unwrap();
    let apart = text.replace("KEDUA :", "KEDUA\n:\n").replace("Menimbang :", "Menimbang\n:\n");
    let yaml = taken("jadwal.txt", apart.as_bytes()).yaml;
    assert_eq!(super::without_first_line(&yaml), super::WANTED);
}

#[test]
fn raised_figures_stay_raised_and_struck_words_are_told() {
    let styled = |style: &str, text: &str| format!("<w:r><w:rPr>{style}</w:rPr><w:t>{text}</w:t></w:r>");
    let sentence = styled("", "Luas 20 m") + &styled("<w:vertAlign w:val='superscript'/>", "2") + &styled("", ".");
    let xml = format!("<w:p>{}{sentence}{}</w:p>", super::tulis::run("KEEMPAT\t:\t"), styled("<w:strike/>", "dicoret"));
    let hasil = taken("a.docx", &with(&xml, &[]));
    assert!(
        hasil.yaml.contains("20 m².") && hasil.catatan.iter().any(|told| told.contains("dicoret")),
        "{}",
        hasil.yaml
    );
}
