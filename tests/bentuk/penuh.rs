//! Pages that are nearly full, and what needs more room than there is.

use naskah_core::catalog::Root;
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Bentuk, Edition};

use super::{BOTTOM, body, pages_of, places, prose};
use crate::support::{Made, completed, lay_out};

/// The findings about pages.
fn faults(made: &Made) -> Vec<String> {
    made.messages().lines().filter(|line| line.contains("[N4")).map(str::to_owned).collect()
}

fn table(rows: &str) -> String {
    format!(
        "diktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - judul: Daftar\n    tabel:\n      kolom: [{{judul: Nama}}, {{judul: Tugas, lebar: 2}}]\n      baris:\n{rows}"
    )
}

/// A last row that ends at every height of its second page: its end goes along where the signature would stand alone.
#[test]
fn a_signature_has_the_end_of_a_row_higher_than_a_page() {
    let mut wrong = Vec::new();
    for words in (430..560).step_by(10) {
        let text = "petugas menerima tamu ".repeat(words / 3);
        let made = pages_of(&table(&format!("        - [Satu, dua]\n        - [Nama, '{text} berakhir']\n")));
        let pages = made.pages();
        let (page, at) = places(pages, "KETUA KOMISI PEMILIHAN UMUM").pop().expect("a signature");
        let above: Vec<String> = body(pages, page)[..at].iter().map(|line| line.text.clone()).collect();
        if !above.iter().any(|line| line.contains("berakhir")) {
            wrong.push(format!("{words} words: the signature on page {} stands under {:?}", page + 1, above.last()));
        }
        wrong.extend(faults(&made).into_iter().map(|line| format!("{words} words: {line}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Rows that have no cell of their own take no room, wherever a page ends.
#[test]
fn rows_that_are_merged_whole_are_not_cut() {
    let mut wrong = Vec::new();
    for count in 20..48 {
        let rows: String = (0..count).map(|at| format!("        - [Nama {at}, tugas]\n")).collect();
        let made = pages_of(&table(&format!(
            "{rows}{}",
            "        - [Nama, tugas]\n        - [^, ^]\n        - [^, ^]\n".repeat(8)
        )));
        wrong.extend(faults(&made).into_iter().map(|line| format!("{count} rows: {line}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Lists within lists on a narrow page, at every height of a page.
#[test]
fn deep_lists_stay_on_the_paper() {
    let deepest = |text: &str| format!("{{teks: {text}, rincian: ['{}', '{}']}}", prose(1), prose(2));
    let list = format!(
        "{{teks: Petugas, rincian: [{{teks: mencatat, rincian: [{{teks: layanan, rincian: [{}, {}]}}, {}]}}, akhir]}}",
        deepest("dengan"),
        deepest("serta"),
        deepest("juga"),
    );
    let mut wrong = Vec::new();
    for count in 0..30 {
        let before = "  - Hal.\n".repeat(count);
        let page = "halaman: {margin: {kiri: 5 cm, kanan: 5 cm}}";
        let made = lay_out(
            "naskah.yaml",
            &completed(&format!("{page}\ndiktum:\n{before}  - {list}\n"), &[]),
            Root::embedded(),
            Edition::default(),
        );
        naskah_pages::typeset::forget(0);
        wrong.extend(faults(&made).into_iter().map(|line| format!("{count} lines: {line}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The fingerprint of a copy stands clear of the foot line, however long that is.
#[test]
fn the_fingerprint_stands_clear_of_the_foot_line() {
    for words in [4, 12, 28] {
        for form in ["teks", "keduanya"] {
            let foot = "kata kaki ".repeat(words / 2);
            let page = format!("halaman: {{kaki: '{foot}', sidik: {form}}}\nsalinan: {{oleh: kasubbag-hukum}}\n");
            let edition = Edition { bentuk: Bentuk::Salinan, asli: Some(Sidik::of("asli")), ..Edition::default() };
            let made = lay_out("naskah.yaml", &completed(&page, &[]), Root::embedded(), edition);
            assert_eq!(faults(&made), Vec::<String>::new(), "{words} words, {form}");
            let pages = made.pages();
            let last = pages.lines(pages.count() - 1);
            assert!(last.iter().any(|line| line.text.contains("Sidik naskah asli") && line.y > BOTTOM), "{words}");
        }
    }
}

/// A chapter that begins pages of the other direction begins one page.
#[test]
fn a_chapter_begins_one_page() {
    let made = pages_of(
        "halaman: {bab_halaman_baru: ya}\ndiktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - judul: Pedoman\n    teks:\n      - bab: Satu\n        isi: [Isi satu.]\n      - bab: Dua\n        orientasi: lanskap\n        isi: [Isi dua.]\n      - bab: Tiga\n        isi: [Isi tiga.]\n",
    );
    let pages = made.pages();
    let empty: Vec<usize> = (0..pages.count()).filter(|page| body(pages, *page).is_empty()).collect();
    assert_eq!(empty, Vec::<usize>::new());
    let heads: Vec<usize> = ["BAB I", "BAB II", "BAB III"]
        .iter()
        .filter_map(|head| {
            places(pages, head)
                .iter()
                .find(|(page, at)| body(pages, *page)[*at].text.trim() == *head)
                .map(|found| found.0)
        })
        .collect();
    assert!(heads.windows(2).all(|pair| pair[0] + 1 == pair[1]), "{heads:?}");
}
