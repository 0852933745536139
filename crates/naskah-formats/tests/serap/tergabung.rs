//! What stands together in a file and does not belong together: persons in one cell, a list beside a signature, a signer
//! at the left, one certifying block behind all, heads of tables that are repeated.

use super::keputusan::{Cara, attachment, closing, head, middle, rows};
use super::tulis::{cell, docx, p, table};
use super::{WANTED, taken, without_first_line};

/// The decree with this closing and this end.
fn ended(sign: &str, end: &str) -> naskah_formats::serap::Hasil {
    taken("a.docx", &docx(&(head() + &middle(Cara::Tab) + sign + end), &[]))
}

fn row(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|text| cell("", &text.split('|').map(p).collect::<String>())).collect()
}

#[test]
fn paragraphs_that_are_joined_in_a_cell_are_told() {
    let people = [
        row(&["NO", "NAMA", "JABATAN"]),
        row(&["1", "Nama Satu|Nama Dua", "Ketua|Anggota"]),
        row(&["2", "Nama Tiga", "1) mencatat|2) mengantar"]),
    ];
    let hasil = ended(&closing(), &attachment(&table(true, &people)));
    let told: Vec<&String> = hasil.catatan.iter().filter(|told| told.contains("sel tabel digabung")).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].ends_with("\"Nama Satu Nama Dua\"") && told[1].ends_with("\"Ketua Anggota\""), "{told:?}");
    let soft = [row(&["NO", "NAMA", "JABATAN"]), row(&["1", "Nama Satu\nNama Dua", "Ketua"])];
    let hasil = ended(&closing(), &attachment(&table(true, &soft)));
    assert!(hasil.catatan.iter().any(|told| told.contains("\"Nama Satu Nama Dua\"")), "{:?}", hasil.catatan);
    let hasil = ended(&closing(), &attachment(&rows()));
    assert!(!hasil.catatan.iter().any(|told| told.contains("digabung")), "{:?}", hasil.catatan);
}

#[test]
fn receivers_may_stand_beside_the_signature() {
    let sign = ["Ditetapkan di Ungaran", "pada tanggal 5 Januari 2099", "KETUA,", "NAMA REKAAN"];
    for (parted, ends) in [("|", "|"), ("\n", "\n"), ("|", "\n")] {
        let receivers = ["Tembusan :", "1. Sekretaris Jenderal", "2. Arsip"].join(parted);
        let cells = table(false, &[row(&[&receivers, &sign.join(ends)])]);
        let hasil = ended(&cells, &attachment(&rows()));
        let yaml = &hasil.yaml;
        assert!(yaml.contains("tembusan:\n  - Sekretaris Jenderal\n  - Arsip\n"), "{parted:?} {ends:?}\n{yaml}");
        assert!(yaml.contains("tanggal: 2099-01-05") && yaml.contains("nama: NAMA REKAAN"), "{yaml}");
        assert!(yaml.contains("lampiran:\n  - judul: Jadwal Layanan\n"), "{yaml}");
    }
    let sentence = p("KEEMPAT\t:\tTembusan Keputusan ini disimpan.") + &p("Tembusan disampaikan kepada kantor.");
    let yaml = ended(&(sentence + &closing()), &attachment(&rows())).yaml;
    assert!(!yaml.contains("tembusan:"), "{yaml}");
}

#[test]
fn who_signs_at_the_left_of_an_attachment_is_no_note() {
    let lines = attachment(&rows());
    let at = lines.find(&p("KETUA KOMISI PEMILIHAN UMUM")).unwrap();
    let two = table(
        false,
        &[row(&["Sekretaris,|Nama Rekaan", "KETUA KOMISI PEMILIHAN UMUM|KABUPATEN SEMARANG,|NAMA KETUA"])],
    );
    let hasil = ended(&closing(), &format!("{}{two}", &lines[..at]));
    assert!(!hasil.yaml.contains("keterangan:"), "{}", hasil.yaml);
    assert_eq!(hasil.sisa, ["Sekretaris,", "Nama Rekaan"]);
    let note = format!("{}{}{}", &lines[..at], p("Ketua tim menyusun laporan."), &lines[at..]);
    let hasil = ended(&closing(), &note);
    assert!(hasil.yaml.contains("keterangan: Ketua tim menyusun laporan."), "{}", hasil.yaml);
}

#[test]
fn one_certifying_block_behind_all_is_that_of_the_decree() {
    let block = ["Salinan sesuai dengan aslinya", "Kepala Subbagian Hukum,", "", "Nama Rekaan"].map(p).concat();
    let hasil = ended(&closing(), &(attachment(&rows()) + "<w:p/>" + &block));
    assert!(hasil.yaml.contains("\nsalinan:\n"), "{}\n{:?}", hasil.yaml, hasil.sisa);
    assert!(hasil.sisa.is_empty(), "{:?}", hasil.sisa);
}

#[test]
fn names_keep_their_abbreviations() {
    let name = "JADWAL LAYANAN TAMU TAHUN 2099";
    let other = "LAYANAN TAMU DI KPU KABUPATEN SEMARANG OLEH PNS TA 2099";
    let text = String::from_utf8(super::decree_text()).unwrap().replace(name, other);
    let text = text.replace("Jadwal Layanan Tamu Tahun 2099", "layanan itu");
    let yaml = taken("a.txt", text.as_bytes()).yaml;
    assert!(yaml.contains("tentang: Layanan Tamu di KPU Kabupaten Semarang oleh PNS TA 2099\n"), "{yaml}");
}

#[test]
fn heads_that_pages_repeat_are_no_rows() {
    let text = String::from_utf8(super::decree_text()).unwrap();
    let from = text.find("NO\tLAYANAN").unwrap();
    let to = from + text[from..].find("KETUA KOMISI").unwrap();
    let pages = concat!(
        "NO   NAMA                  JABATAN      TUGAS\n",
        "1    Nama Satu, S.H.       Ketua        memimpin\n",
        "2    Nama Dua, S.H.        Anggota      menerima tamu dan\n",
        "                                        mencatat surat\n",
        "3    Nama Tiga, S.H.       Anggota      mencatat\n",
        "\u{c}",
        "NO   NAMA                JABATAN     TUGAS\n",
        "4    Nama Empat, S.H.    Anggota     mengantar\n",
        "5    Nama Lima, S.H.     Anggota     menyimpan\n",
        "\n",
    );
    let hasil = taken("a.txt", format!("{}{pages}{}", &text[..from], &text[to..]).as_bytes());
    let yaml = &hasil.yaml;
    assert!(yaml.contains("['Nama Tiga, S.H.', Anggota, mencatat]"), "{yaml}");
    assert!(yaml.contains("['Nama Empat, S.H.', Anggota, mengantar]"), "{yaml}");
    assert!(hasil.catatan.iter().any(|told| told.contains("diulang") && told.ends_with("NO NAMA JABATAN TUGAS")));
    assert!(hasil.sisa.is_empty() && without_first_line(yaml).len() < WANTED.len() * 2, "{:?}", hasil.sisa);
}
