//! Hostile and very large inputs: an answer, never a crash.

use std::fs;

use super::{Ran, folder, listing, put, short, susun};

/// Gives bytes to the program; it must answer with one exit code and a message, and write nothing.
fn refused(bytes: &[u8]) -> Ran {
    let here = folder(&[]);
    put(&here, "n.yaml", bytes);
    let before = listing(here.path());
    let ran = susun(here.path(), "n.yaml --pesan ringkas");
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    assert!(listing(here.path()) == before, "something was written");
    ran
}

#[test]
fn a_file_of_a_hundred_megabytes() {
    let here = folder(&[]);
    let file = fs::File::create(here.path().join("n.yaml")).unwrap();
    file.set_len(100 * 1024 * 1024).unwrap();
    let message = "n.yaml:1:1: galat[N102]: berkas lebih dari 32 MB (pecah lampirannya, atau periksa apakah ini berkas yang benar)\n";
    susun(here.path(), "n.yaml --pesan ringkas").says(1, message);
}

#[test]
fn bytes_that_are_no_utf8() {
    let mut bytes = short("").into_bytes();
    bytes.splice(14..14, [0xff, 0xfe]);
    let message =
        "n.yaml:2:3: galat[N110]: berkas tidak tersimpan sebagai UTF-8 (simpan ulang dengan pengodean UTF-8)\n";
    refused(&bytes).says(1, message);
}

#[test]
fn a_picture_instead_of_a_text() {
    let ran = refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    assert!(ran.err.contains("galat[N001]") && ran.err.contains("ini gambar"), "{}", ran.err);
}

#[test]
fn a_billion_laughs() {
    let mut text = String::from("a0: &a0 [tawa, tawa, tawa, tawa, tawa, tawa, tawa, tawa, tawa, tawa]\n");
    for level in 1..10 {
        let inner = vec![format!("*a{}", level - 1); 10].join(", ");
        text.push_str(&format!("a{level}: &a{level} [{inner}]\n"));
    }
    let ran = refused(text.as_bytes());
    assert!(ran.err.contains("galat[N108]") || ran.err.contains("galat[N101]"), "{}", ran.err);
}

#[test]
fn nesting_of_ten_thousand() {
    let deep = 10_000;
    for text in [
        format!("diktum: {}{}\n", "[".repeat(deep), "]".repeat(deep)),
        format!("diktum: {}", "[".repeat(deep)),
        format!("diktum: {}", "{a: ".repeat(deep)),
        format!("diktum:\n  {}a\n", "- ".repeat(deep)),
        format!("{}a\n", "? ".repeat(deep)),
    ] {
        let ran = refused(text.as_bytes());
        assert!(ran.err.contains("galat[N111]"), "{}: {}", &text[..20], ran.err);
    }
}

#[test]
fn very_many_flaws_in_one_text() {
    for text in [
        "\u{200b}".repeat(100_000),
        "&a ".repeat(10_000),
        "- ".to_owned() + &"*".repeat(100_000),
        "a: b\n".repeat(100_000),
        "'".repeat(100_001),
        "\t".repeat(100_000),
        ": ".repeat(10_000),
    ] {
        let ran = refused(text.as_bytes());
        assert!(!ran.err.is_empty());
    }
}

#[test]
fn a_single_very_long_text() {
    let here = folder(&[("n.yaml", &short(&format!("diktum: ['{}']\n", "kata ".repeat(20_000))))]);
    let ran = susun(here.path(), "n.yaml -o x.pdf");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
}

#[test]
fn a_word_wider_than_the_page() {
    let here = folder(&[("n.yaml", &short(&format!("diktum: ['{}']\n", "kata".repeat(500))))]);
    let ran = susun(here.path(), "n.yaml -o x.pdf");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
}

#[test]
fn a_table_of_a_thousand_rows() {
    let rows: String = (1..=1000).map(|n| format!("        - [Nama {n}, Jabatan, {n}]\n")).collect();
    let text = short(&format!(
        "diktum: [Isi tercantum dalam Lampiran.]
lampiran:
  - judul: Daftar
    tabel:
      kolom: [{{judul: No, isi: nomor, lebar: 1.5 cm}}, {{judul: Nama}}, {{judul: Jabatan}}, {{judul: Jumlah, isi: bilangan}}]
      baris:
{rows}        - jumlah: Jumlah
"
    ));
    let here = folder(&[("n.yaml", &text)]);
    let ran = susun(here.path(), "n.yaml -o x.pdf");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(fs::metadata(here.path().join("x.pdf")).unwrap().len() > 100_000);
}
