//! Boxes to tick, tables of contents and signatures of two in a Word file that comes back.

use std::path::Path;

use naskah_formats::word::balik::{Jenis, Sebab};

use super::balik::{Uji, another, disunting, unmarked};

/// What an edit of the forms' file makes of the YAML, and what is not taken.
fn after(edit: impl FnOnce(String) -> String) -> (Vec<Jenis>, Vec<Sebab>, String) {
    let uji = Uji::of(Path::new("tests/keputusan/kab-semarang-formulir-kelengkapan.yaml"));
    let (hasil, text) = uji.banding(&disunting(&uji.bytes, edit), true);
    assert!(uji.bound(&text).is_some(), "{text}");
    let sebab = hasil.keberatan.iter().map(|one| one.sebab).collect();
    (hasil.suntingan.iter().map(|one| one.jenis).collect(), sebab, text)
}

/// The YAML with one change in its lines.
fn lines(old: &str, new: &str) -> String {
    let text = after(|document| document).2;
    assert!(text.contains(old), "{old}");
    text.replacen(old, new, 1)
}

/// Where a piece of a document that holds a text begins and ends.
fn piece(document: &str, name: &str, text: &str) -> (usize, usize) {
    let at = document.find(text).unwrap_or_else(|| panic!("no `{text}`"));
    let end = format!("</w:{name}>");
    (document[..at].rfind(&format!("<w:{name}>")).unwrap(), at + document[at..].find(&end).unwrap() + end.len())
}

/// The row of a text once more, with other words in it.
fn doubled(old: &'static str, new: &'static str) -> impl FnOnce(String) -> String {
    move |document| {
        let (start, end) = piece(&document, "tr", "Daftar riwayat hidup");
        let fresh = unmarked(&document[start..end]);
        assert!(fresh.contains(old), "{old}");
        format!("{}{}{}", &document[..end], fresh.replacen(old, new, 1), &document[end..])
    }
}

/// A paragraph once more, with other words.
fn line_after(text: &'static str, words: &'static str) -> impl FnOnce(String) -> String {
    move |document| {
        let (start, end) = piece(&document, "p", text);
        format!("{}{}{}", &document[..end], another(&document[start..end], words), &document[end..])
    }
}

#[test]
fn boxes_of_a_new_row_are_typed_as_they_are_ticked() {
    let wanted = lines("tidak, ya, '']\n", "tidak, ya, '']\n            - [Kartu keluarga, tidak, ya, '']\n");
    assert_eq!(after(doubled("Daftar riwayat hidup", "Kartu keluarga")), (vec![Jenis::Sisip], vec![], wanted));
    let blank = lines("tidak, ya, '']\n", "tidak, ya, '']\n            - [Daftar riwayat hidup, tidak, '', '']\n");
    assert_eq!(after(doubled("☑", "")), (vec![Jenis::Sisip], vec![], blank));
    let (edits, told, text) = after(doubled("☑", "lengkap"));
    assert_eq!((edits, told, text), (vec![], vec![Sebab::TakTerbawa], lines("", "")));
}

#[test]
fn a_changed_line_of_a_table_of_contents_is_told() {
    let changed = |document: String| document.replacen(">Khusus<", ">Istimewa<", 1);
    assert_eq!(after(changed), (vec![], vec![Sebab::Buatan], lines("", "")));
    // Word puts the numbers of pages into it, and that is nothing.
    let counted = |document: String| document.replace(">…<", ">4<");
    assert_eq!(after(counted), (vec![], vec![], lines("", "")));
}

#[test]
fn lines_of_signatures_go_to_the_one_they_stand_below() {
    let second = lines("'KABUPATEN SEMARANG,']", "'KABUPATEN SEMARANG,', u.b.]");
    let own = |document: String| {
        let at = document.find("NAMA SEKRETARIS").unwrap();
        let start = document[..at].rfind("KABUPATEN SEMARANG,").unwrap();
        let end = start + document[start..].find("</w:p>").unwrap() + "</w:p>".len();
        let start = document[..start].rfind("<w:p>").unwrap();
        format!("{}{}{}", &document[..end], another(&document[start..end], "u.b."), &document[end..])
    };
    assert_eq!(after(own), (vec![Jenis::Sisip], vec![], second));
    for text in ["NAMA KETUA", "NAMA SEKRETARIS"] {
        let (edits, told, text) = after(line_after(text, "Pembina Tingkat Satu"));
        assert_eq!((edits, told, text), (vec![], vec![Sebab::TakTerbawa], lines("", "")));
    }
}

#[test]
fn a_cell_of_a_flow_chart_names_a_symbol_or_is_told() {
    let uji = Uji::of(Path::new("templates/jenis/sop/contoh.yaml"));
    for (words, edits, told) in [("proses", vec![Jenis::Ubah], vec![]), ("awal", vec![], vec![Sebab::TakTerbawa])] {
        let bytes = disunting(&uji.bytes, |document| document.replacen(">mulai<", &format!(">{words}<"), 1));
        assert_ne!(bytes, uji.bytes);
        let (hasil, text) = uji.banding(&bytes, true);
        assert_eq!(hasil.suntingan.iter().map(|one| one.jenis).collect::<Vec<_>>(), edits, "{words}");
        assert_eq!(hasil.keberatan.iter().map(|one| one.sebab).collect::<Vec<_>>(), told, "{words}");
        assert!(uji.bound(&text).is_some(), "{words}");
    }
}

#[test]
fn a_box_that_was_ticked_in_its_row_comes_home() {
    let ticked = |text: &'static str, old: &'static str, new: &'static str| {
        move |document: String| {
            let (start, end) = piece(&document, "tr", text);
            assert!(document[start..end].contains(old));
            format!("{}{}{}", &document[..start], document[start..end].replacen(old, new, 1), &document[end..])
        }
    };
    let wanted = lines("[Surat pendaftaran, ya,", "[Surat pendaftaran, tidak,");
    assert_eq!(after(ticked("Surat pendaftaran", "☑", "☐")), (vec![Jenis::Ubah], vec![], wanted));
    assert_eq!(after(ticked("Surat pendaftaran", "☑", "ada")), (vec![], vec![Sebab::TakTerbawa], lines("", "")));
    let wanted = lines("elektronik: ya", "elektronik: tidak");
    assert_eq!(after(ticked("Fotokopi kartu", "☑", "☐")), (vec![Jenis::Ubah], vec![], wanted));
}
