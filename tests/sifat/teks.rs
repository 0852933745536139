//! Any printable text in any field reaches the page unchanged.

use lopdf::Document;
use proptest::prelude::*;

use naskah_testing::tries;

use super::run;
use crate::support::completed;

/// The characters of a PDF in the order of its pages, without blanks.
fn printed(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    bare(&document.extract_text(&pages).expect("texts"))
}

/// Without blanks and line ends.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

/// A text as a YAML scalar in single quotes.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// The text with every star escaped, so that none means emphasis.
fn escaped(text: &str) -> String {
    text.replace('*', "\\*")
}

/// Words of printable characters, markup signs among them; no star follows a backslash.
fn words() -> impl Strategy<Value = String> {
    let sign = prop::char::ranges(vec!['!'..='~', '¡'..='¬', '®'..='ÿ'].into());
    let hostile = prop::sample::select(vec![
        "#",
        "$",
        "\\",
        "[",
        "]",
        "{",
        "}",
        "<",
        ">",
        "@",
        "*",
        "_",
        "`",
        "~",
        "=",
        "/",
        "//",
        "/*",
        "*/",
        "\"",
        "'",
        "<<",
        ">>",
        "<%",
        "%>",
        "<#",
        "#{",
        "--",
        "---",
        "...",
        "1.",
        "- ",
        "+ ",
        "#set page()",
        "\\u{41}",
        "**",
        "fi",
        "ffl",
    ]);
    let piece = prop_oneof![3 => "[a-z]{1,6}", 2 => sign.prop_map(String::from), 2 => hostile.prop_map(str::to_owned), 1 => Just(" ".to_owned())];
    prop::collection::vec(piece, 1..24).prop_map(|pieces| {
        let mut text = pieces.concat();
        while text.contains("\\*") {
            text = text.replace("\\*", "*");
        }
        format!("x{text}x")
    })
}

/// Where a text is put, and how it is looked for.
#[derive(Debug, Clone, Copy)]
enum Field {
    Tentang,
    Menimbang,
    Mengingat,
    Memperhatikan,
    Diktum,
    Rincian,
    Penutup,
    Sel,
    Judul,
    Paragraf,
    Nama,
}

const FIELDS: [Field; 11] = [
    Field::Tentang,
    Field::Menimbang,
    Field::Mengingat,
    Field::Memperhatikan,
    Field::Diktum,
    Field::Rincian,
    Field::Penutup,
    Field::Sel,
    Field::Judul,
    Field::Paragraf,
    Field::Nama,
];

impl Field {
    /// The short decree with the scalar in this field.
    fn decree(self, scalar: &str) -> String {
        let lampiran = |content: String| format!("diktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - {content}\n");
        let fields = match self {
            Field::Tentang => format!("tentang: {scalar}\n"),
            Field::Menimbang => {
                format!("menimbang:\n  - teks: bahwa hal berikut perlu ditetapkan\n    rincian: [satu, {scalar}]\n")
            }
            Field::Mengingat => format!("mengingat:\n  - teks: {scalar}\n"),
            Field::Memperhatikan => format!("memperhatikan: [{scalar}]\n"),
            Field::Diktum => format!("diktum: [{scalar}]\n"),
            Field::Rincian => format!("diktum:\n  - teks: Butir\n    rincian: [satu, {scalar}]\n"),
            Field::Penutup => format!("diktum:\n  - teks: Butir\n    rincian: [satu, dua]\n    penutup: {scalar}\n"),
            Field::Sel => {
                lampiran(format!("tabel: {{kolom: [{{judul: A}}, {{judul: B}}], baris: [[{scalar}, satu]]}}"))
            }
            Field::Judul => lampiran(format!("judul: {scalar}\n    teks: [Isi.]")),
            Field::Paragraf => lampiran(format!("teks: [{scalar}]")),
            Field::Nama => format!("ditetapkan: {{tanggal: 2025-03-04, nama: {scalar}}}\n"),
        };
        completed(&fields, &[])
    }

    /// The text as the decree prints it.
    fn shown(self, text: &str) -> String {
        match self {
            Field::Tentang | Field::Judul => bare(&text.to_uppercase()),
            _ => bare(text),
        }
    }
}

proptest! {
    #![proptest_config(tries(250))]

    #[test]
    fn any_printable_text_is_printed(text in words(), field in prop::sample::select(&FIELDS[..])) {
        let pdf = run(&field.decree(&quoted(&escaped(&text))));
        let page = printed(&pdf.map_err(TestCaseError::fail)?);
        let wanted = field.shown(&text);
        prop_assert!(page.contains(&wanted), "{field:?}: {wanted}\nis not in\n{page}");
    }

    #[test]
    fn stars_lose_no_other_character(text in words(), field in prop::sample::select(&FIELDS[..])) {
        let without = |text: &str| text.replace('*', "");
        let pdf = run(&field.decree(&quoted(&text)));
        let page = without(&printed(&pdf.map_err(TestCaseError::fail)?));
        let wanted = without(&field.shown(&text));
        prop_assert!(page.contains(&wanted), "{field:?}: {wanted}\nis not in\n{page}");
    }
}
