//! What looks of signatures paint: words that are seen as they are read, within a thin border on a pale ground; and nothing
//! over what the page or another look shows.

use lopdf::{Object, dictionary};
use naskah_formats::pdf::Pdf;

use super::{TempDir, Value, is, made, naskah, of_bytes, put, said, signed_on, signed_showing, told};
use crate::perintah::{folder, short, susun};

/// The foot of a page, and an empty place far from who signs.
const FOOT: [i64; 4] = [60, 20, 400, 40];
const EMPTY: [i64; 4] = [10, 400, 70, 420];

const WORDS: &str = "BT /F 9 Tf 6 7 Td (Ditandatangani secara elektronik) Tj ET";

fn shown(here: &TempDir, bytes: &[u8], place: [i64; 4], look: &str) -> (Value, Option<i32>) {
    of_bytes(here, &signed_showing(bytes, place, &[], Some(look)))
}

#[test]
fn a_look_paints_no_lines_of_its_own() {
    let (here, bytes) = made();
    for alone in ["0 G 2 w 2 2 40 .01 re S", "1 g 0 0 60 20 re f", "0 0 60 20 re S", "0 10 m 60 10 l S", "0 0 9 9 re f"]
    {
        is(&shown(&here, &bytes, EMPTY, alone), "berbeda");
    }
    for alone in ["1 w 0 0 340 20 re S", "1 1 .8 rg 0 0 340 20 re f", "0 10 m 340 10 l S", "1 w 50 5 100 9 re S"] {
        is(&shown(&here, &bytes, FOOT, alone), "tidak-dapat-diperiksa");
    }
    let ran = naskah(here.path(), ["verifikasi", "b.pdf"]);
    assert!(said(&ran).contains("melukis sesuatu tanpa kata"), "{}", said(&ran));
    for fine in ["1 w 0 0 340 20 re S", "3 w 0 0 340 20 re S", "1 1 .8 rg 0 0 340 20 re f 0 g"] {
        is(&shown(&here, &bytes, FOOT, &format!("q {fine} Q {WORDS}")), "sama");
    }
    for other in ["60 w 0 0 340 20 re S", "1 w 60 2 200 12 re S", "0 10 m 340 10 l S", "1 G 90 w 200 0 140 20 re S"] {
        is(&shown(&here, &bytes, FOOT, &format!("{WORDS} {other}")), "tidak-dapat-diperiksa");
    }
}

#[test]
fn only_what_is_seen_is_read() {
    let (here, bytes) = made();
    let sentence = "Dokumen ini tidak memerlukan tanda tangan basah";
    is(&shown(&here, &bytes, FOOT, WORDS), "sama");
    is(&shown(&here, &bytes, FOOT, &format!("BT /F 9 Tf 6 7 Td ({sentence}) Tj ET")), "sama");
    is(
        &shown(
            &here,
            &bytes,
            FOOT,
            "0 0 .6 rg BT /F 7 Tf 6 11 Td (Dokumen ini tidak memerlukan) Tj 0 -8 Td (tanda tangan basah) Tj ET",
        ),
        "sama",
    );
    for (kind, look) in [
        ("cut at the right", format!("BT /F 9 Tf 250 7 Td ({sentence}) Tj ET")),
        ("spread beyond the right", format!("BT /F 9 Tf 60 Tw 6 7 Td ({sentence}) Tj ET")),
        ("cut above", format!("BT /F 9 Tf 6 17 Td ({sentence}) Tj ET")),
        ("cut by a path", format!("0 0 90 20 re W n BT /F 9 Tf 6 7 Td ({sentence}) Tj ET")),
        ("cut by a slanted path", format!("0 0 m 340 0 l 340 20 l h W n BT /F 9 Tf 6 7 Td ({sentence}) Tj ET")),
        ("grey", format!(".93 g {WORDS}")),
        ("pale ink", format!("0 0 .1 0 k {WORDS}")),
        ("yellow", format!("1 1 0 rg {WORDS}")),
        ("on its own ground", format!(".7 .7 1 rg 0 0 340 20 re f .6 .6 .9 rg {WORDS}")),
        (
            "two sizes",
            "BT /F 11 Tf 6 7 Td (Dokumen ini tidak) Tj /F 6 Tf ( memerlukan tanda tangan basah) Tj ET".to_owned(),
        ),
        (
            "far apart",
            "BT /F 9 Tf 6 7 Td (Dokumen ini tidak) Tj 150 0 Td (memerlukan tanda tangan basah) Tj ET".to_owned(),
        ),
        ("struck", format!("{WORDS} 1 w 2 11 336 7 re S")),
        ("turned", format!("q -1 0 0 -1 340 20 cm {WORDS} Q")),
        ("tiny", format!("BT /F 1.5 Tf 6 7 Td ({sentence}) Tj ET")),
    ] {
        let found = shown(&here, &bytes, FOOT, &look);
        assert_eq!(found.0["hasil"], "tidak-dapat-diperiksa", "{kind}: {:#}", found.0);
    }
    // The order of the page, not that of the stream.
    let turned = "BT /F 7 Tf 6 3 Td (Dokumen ini tidak) Tj 0 8 Td (memerlukan tanda tangan basah) Tj ET";
    is(&shown(&here, &bytes, FOOT, turned), "berbeda");
    let drawn_last_first = "BT /F 7 Tf 6 3 Td (memerlukan tanda tangan basah) Tj 0 8 Td (Dokumen ini tidak) Tj ET";
    is(&shown(&here, &bytes, FOOT, drawn_last_first), "sama");
}

#[test]
fn no_look_lies_over_another() {
    let (here, bytes) = made();
    let first = signed_showing(&bytes, FOOT, &[], Some(WORDS));
    let name = [("T", Object::string_literal("TTE2"))];
    let then = |place, look: &str| of_bytes(&here, &signed_showing(&first, place, &name, Some(look)));
    is(&then([410, 20, 590, 40], WORDS), "sama");
    for look in [WORDS, "1 g 0 0 99 20 re f", &format!("1 g 0 0 99 20 re f 0 g {WORDS}")] {
        let found = then([150, 8, 350, 30], look);
        is(&found, "berbeda");
        assert!(told(&found).contains("menutupi tampilan lain"), "{}", told(&found));
    }
    is(&then([150, 8, 350, 30], "q Q"), "sama");
}

#[test]
fn a_field_lies_over_no_line_of_the_page() {
    let table = "lampiran:
  - judul: Susunan Panitia
    tabel:
      kolom: [{judul: No, isi: nomor, lebar: 1 cm}, {judul: Nama}, {judul: Tugas}]
      baris: [[Nama Satu, Tugas pertama], [Nama Dua, Tugas kedua]]
";
    let text = format!(
        "{}{table}",
        short("diktum: [Mengangkat Panitia sebagaimana tercantum dalam Lampiran., Berlaku pada tanggal ditetapkan.]\n")
    );
    let here = folder(&[("naskah.yaml", &text)]);
    let ran = susun(here.path(), "naskah.yaml -o a.pdf");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let bytes = std::fs::read(here.path().join("a.pdf")).expect("a PDF");
    put(&here, "a.pdf", &bytes);
    let pdf = Pdf::open(&bytes).expect("a PDF");
    let at = |page: usize, word: &str| pdf.words(page).into_iter().find(|one| one.teks == word);
    let both = |page: usize| Some((page, at(page, "Satu")?, at(page, "Dua")?));
    let (page, above, below) = (0..pdf.count()).rev().find_map(both).expect("the table");
    let ([left, low, ..], [.., top]) = (above.kotak.sisi(), below.kotak.sisi());
    let between = [left as i64, top.ceil() as i64, left as i64 + 8, low.floor() as i64];
    let found = of_bytes(&here, &signed_on(&bytes, page as u32 + 1, between, &[], None));
    is(&found, "berbeda");
    assert!(told(&found).contains("menutupi garis"), "{}", told(&found));
}

#[test]
fn whoever_signs_may_lock_the_field() {
    let (here, field) = super::tambahan::with_a_field();
    let locked = dictionary! {"Type" => "SigFieldLock", "Action" => "All"};
    for (key, value) in [
        ("F", 132.into()),
        ("F", (4 | 512).into()),
        ("F", (4 | 128 | 512).into()),
        ("Lock", Object::Dictionary(locked)),
    ] {
        is(&of_bytes(&here, &field(key, value)), "sama");
    }
    for (key, value) in [("F", 0.into()), ("F", 6.into()), ("F", (132 | 1).into()), ("H", Object::Name(b"N".to_vec()))]
    {
        let found = of_bytes(&here, &field(key, value));
        is(&found, "berbeda");
        assert!(told(&found).contains(&format!("isian {key} diubah")), "{}", told(&found));
    }
}
