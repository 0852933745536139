//! Whole decrees: the generated source, the lines of every page with their places, and the hash of the PDF.

use std::path::{Path, PathBuf};

use naskah_core::catalog::Root;
use naskah_core::resolve::Edition;
use sha2::{Digest, Sha256};

use crate::support::{
    Made, assert_none, compare_file, completed, difference, files_below, lay_out, make, shown, text_of,
};

/// Every whole decree of the project.
fn decrees() -> Vec<PathBuf> {
    let examples = files_below("templates/jenis", "contoh.yaml");
    [files_below("data/keputusan", ".yaml"), examples, files_below("tests/keputusan", ".yaml")].concat()
}

/// Name of a decree's snapshots: its file's, for an example with its kind's.
fn slug(path: &Path) -> String {
    let name = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    match path.starts_with("templates") {
        true => format!("contoh-{}", name(path.parent().unwrap_or(path))),
        false => name(path),
    }
}

fn made(path: &Path) -> Made {
    let made = make(&path.to_string_lossy(), &text_of(path), Root::embedded(), Edition::default());
    assert!(!made.sink.has_errors(), "{}:\n{}", path.display(), made.messages());
    made
}

/// The lines of every page.
fn pages(made: &Made) -> String {
    let pages = made.pages();
    let page = |at: usize| {
        let (width, height) = pages.size(at);
        format!("== {} ({width:.1} x {height:.1})\n{}", at + 1, shown(&pages.lines(at)))
    };
    (0..pages.count()).map(page).collect()
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn decrees_are_as_before() {
    let mut wrong = Vec::new();
    let mut hashes = String::new();
    let mut expected: Vec<PathBuf> = vec!["pdf.txt".into()];
    for path in decrees() {
        let (slug, made, again) = (slug(&path), made(&path), made(&path));
        assert!(made.pdf() == again.pdf(), "{} gives other bytes the second time", path.display());
        let source = made.typeset.as_ref().map_or("", |typeset| typeset.source().main.as_str());
        compare_file(format!("tests/snapshot/{slug}.typ"), source, &mut wrong);
        compare_file(format!("tests/snapshot/{slug}.txt"), &pages(&made), &mut wrong);
        hashes.push_str(&format!("{}  {:3} pages  {}\n", hash(made.pdf()), made.pages().count(), path.display()));
        expected.extend([format!("{slug}.typ").into(), format!("{slug}.txt").into()]);
    }
    compare_file("tests/snapshot/pdf.txt", &hashes, &mut wrong);
    for path in files_below("tests/snapshot", "") {
        let name = path.strip_prefix("tests/snapshot").unwrap_or(&path).to_owned();
        let help = name.to_string_lossy().starts_with("bantuan");
        if !help && !expected.contains(&name) {
            wrong.push(format!("{} is the snapshot of no decree; remove it", path.display()));
        }
    }
    assert_none(&wrong);
}

#[test]
fn an_empty_optional_text_counts_as_left_out() {
    let lampiran = |rest: &str| format!("diktum: [Isi tercantum dalam Lampiran.]\nlampiran:\n  - {rest}teks: [Isi.]\n");
    let pairs = [
        ("menetapkan: ''\n".to_owned(), String::new()),
        ("kepala: {judul: '', pembuat: ''}\n".to_owned(), String::new()),
        ("pejabat: ''\n".to_owned(), String::new()),
        (
            "ditetapkan: {di: '', tanggal: 2025-03-04, nama: ''}\n".to_owned(),
            "ditetapkan: {tanggal: 2025-03-04}\n".to_owned(),
        ),
        ("diktum: [{teks: Isi, penutup: ''}]\n".to_owned(), "diktum: [Isi]\n".to_owned()),
        (lampiran("judul: ''\n    tentang: ' '\n    "), lampiran("")),
    ];
    let mut wrong = Vec::new();
    for (empty, without) in pairs {
        let [empty_made, made] = [&empty, &without]
            .map(|fields| lay_out("naskah.yaml", &completed(fields, &[]), Root::embedded(), Edition::default()));
        let source = |made: &Made| {
            made.typeset.as_ref().map_or_else(|| made.messages(), |typeset| typeset.source().main.clone())
        };
        let differing = difference(&source(&made), &source(&empty_made));
        if !differing.is_empty() {
            wrong.push(format!("{empty}{differing}"));
        }
    }
    assert_none(&wrong);
}
