//! What somebody gets who copies the text of a page with a program that knows no tags: `pdftotext` without an option.

use std::io::Write;
use std::process::{Command, Stdio};

use naskah_core::catalog::Root;
use naskah_core::decree::Rupa;
use naskah_core::resolve::{Edition, Naskah};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::support::{Made, assert_none, files_below, make, text_of};

/// So many of a hundred words of a decree without much of a table may stand elsewhere than in the document.
const MOVED: usize = 8;

/// Tables of so many cells are read column by column, whatever the order in which they are drawn.
const CELLS: usize = 60;

/// The words that `pdftotext` reads; `None` where there is no such program.
fn copied(pdf: &[u8]) -> Option<Vec<String>> {
    let mut program = Command::new("pdftotext");
    let mut child = program.args(["-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    let mut stdin = child.stdin.take()?;
    let pdf = pdf.to_vec();
    let writer = std::thread::spawn(move || drop(stdin.write_all(&pdf)));
    let out = child.wait_with_output().ok()?;
    drop(writer.join());
    Some(String::from_utf8_lossy(&out.stdout).split_whitespace().map(str::to_owned).collect())
}

/// The words that tell the parts of a decree, in their order.
fn landmarks(naskah: &Naskah) -> Vec<String> {
    let mut out: Vec<String> = naskah.bagian.iter().map(|bagian| bagian.label.to_owned()).collect();
    out.extend(naskah.memutuskan.is_none().then(|| "MEMUTUSKAN:".to_owned()));
    out.push("Menetapkan".to_owned());
    let first = |label: &str| label.split_whitespace().next().map(str::to_owned);
    out.extend(naskah.diktum.iter().filter_map(|diktum| first(&diktum.label)));
    out.push("Ditetapkan".to_owned());
    out.extend(naskah.lampiran.iter().filter(|one| one.kepala.is_empty()).map(|_| "LAMPIRAN".to_owned()));
    out
}

/// The first of the landmarks that does not follow in the words.
fn missing(words: &[String], landmarks: &[String]) -> Option<String> {
    let mut rest = words.iter();
    landmarks.iter().find(|mark| !rest.any(|word| word == *mark)).cloned()
}

/// How many of a hundred words of the document do not stand in its order.
fn moved(made: &Made, words: &[String]) -> usize {
    let due = made.pages().bacaan().kata;
    let kept: usize = capture_diff_slices(Algorithm::Myers, &due, words)
        .iter()
        .map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 })
        .sum();
    (due.len() - kept) * 100 / due.len().max(1)
}

#[test]
fn a_page_is_copied_in_the_document_s_order() {
    let folders = [("data/keputusan", ".yaml"), ("tests/keputusan", ".yaml"), ("templates/jenis", "contoh.yaml")];
    let mut wrong = Vec::new();
    for path in folders.into_iter().flat_map(|(folder, end)| files_below(folder, end)) {
        let made = make(&path.to_string_lossy(), &text_of(&path), Root::embedded(), Edition::default());
        naskah_pages::typeset::forget(0);
        let Some(words) = copied(made.pdf()) else {
            eprintln!("pdftotext is not there: the order of copied text is not looked at");
            return;
        };
        let resolved = made.typeset.as_ref().expect("pages").resolved();
        let is_decree = resolved.keputusan().rupa == Rupa::Keputusan;
        if let Some(mark) = missing(&words, &landmarks(resolved.naskah())).filter(|_| is_decree) {
            wrong.push(format!("{}: {mark} does not follow", path.display()));
        }
        let moved = moved(&made, &words);
        if moved > MOVED && made.pages().bacaan().sel.len() < CELLS {
            wrong.push(format!("{}: {moved} of a hundred words stand elsewhere", path.display()));
        }
    }
    assert_none(&wrong);
}
