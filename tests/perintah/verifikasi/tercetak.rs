//! What the pages print must be what the decree is known by, and a copied office is not the office.

use std::fs;

use super::{answer, folder, is, naskah, put, short};
use crate::support::text_of;

/// The PDF of a decree made with these files, in a folder that has none of them.
fn elsewhere(text: &str, files: &[(&str, &str)]) -> tempfile::TempDir {
    let here = folder(&[&[("naskah.yaml", text)], files].concat());
    let ran = naskah(here.path(), ["susun", "naskah.yaml", "-o", "a.pdf"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let there = folder(&[]);
    put(&there, "a.pdf", &fs::read(here.path().join("a.pdf")).expect("a PDF"));
    there
}

fn reasons(text: &str, files: &[(&str, &str)]) -> String {
    let found = answer(elsewhere(text, files).path(), &["a.pdf"]);
    is(&found, "tidak-dapat-diperiksa");
    found.0["alasan"].to_string()
}

const STYLE: &str = "templates/gaya/keputusan.typ";
const OFFICE: &str = "data/kantor/kab-semarang.yaml";

#[test]
fn number_day_and_office_are_printed() {
    let text = short("nomor: 8\n");
    is(&answer(elsewhere(&text, &[]).path(), &["a.pdf"]), "sama");
    let written = short("nomor: 99\nkepala: {nomor: NOMOR 8 TAHUN 2025}\n");
    assert!(reasons(&written, &[]).contains("yang tercetak"));
    let style = |from: &str, to: &str| {
        let style = text_of(STYLE);
        assert!(style.contains(from), "{from}");
        style.replace(from, to)
    };
    let day = style("else { tulis(p.tanggal) }", "else { [1 Januari 2020] }");
    assert!(reasons(&text, &[(STYLE, &day)]).contains("tidak tercetak"));
}

#[test]
fn a_copied_office_is_not_the_office() {
    let copied = text_of(OFFICE);
    let text = short("nomor: 8\n").replace("kantor: kab-semarang", "kantor: kab-semarang2");
    let files = [("data/kantor/kab-semarang2.yaml", copied.as_str())];
    assert!(reasons(&text, &files).contains("nama kantor `kab-semarang`"));
    // With the register of the office itself.
    let here = folder(&[("naskah.yaml", &short("nomor: 8\n")), ("data/ada.txt", "")]);
    assert_eq!(naskah(here.path(), ["terbit", "naskah.yaml", "--ya"]).code, Some(0));
    let there = elsewhere(&text, &files);
    let register = here.path().join("data/register");
    let found = answer(there.path(), &["--register", register.to_str().expect("a path"), "a.pdf"]);
    is(&found, "berbeda");
    assert_eq!(found.0["register"]["keadaan"], "bukan-yang-terbit", "{:#}", found.0);
}

#[test]
fn papers_beside_decrees_are_no_matter_of_the_register() {
    for kind in ["berita-acara", "surat-perintah"] {
        let text = text_of(format!("templates/jenis/{kind}/contoh.yaml"));
        let there = elsewhere(&text, &[]);
        is(&answer(there.path(), &["a.pdf"]), "sama");
        fs::create_dir_all(there.path().join("data/register")).expect("a folder");
        let found = answer(there.path(), &["a.pdf"]);
        is(&found, "sama");
        assert_eq!(found.0["register"]["keadaan"], "di-luar-register", "{:#}", found.0);
        // A paper that only looks like one of ours.
        let style = format!("{}\n// lain\n", text_of(STYLE));
        let there = elsewhere(&text, &[(STYLE, &style)]);
        fs::create_dir_all(there.path().join("data/register")).expect("a folder");
        is(&answer(there.path(), &["a.pdf"]), "tidak-dapat-diperiksa");
    }
}
