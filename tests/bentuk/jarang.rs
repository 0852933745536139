//! Forms that few decrees have: boxes to be ticked, covers, numbers that go on, two who sign side by side, old decrees.

use naskah_core::catalog::Root;
use naskah_core::resolve::Edition;
use naskah_pages::typeset::Line;

use super::{body, places};
use crate::support::{Made, lay_out, text_of};

fn made(path: &str) -> Made {
    let made = lay_out("naskah.yaml", &text_of(path), Root::embedded(), Edition::default());
    naskah_pages::typeset::forget(0);
    assert!(!made.sink.has_errors(), "{}", made.messages());
    made
}

fn formulir() -> Made {
    made("tests/keputusan/kab-semarang-formulir-kelengkapan.yaml")
}

fn pieces(made: &Made) -> Vec<Line> {
    (0..made.pages().count()).flat_map(|page| made.pages().pieces(page)).collect()
}

#[test]
fn boxes_stand_before_what_is_said_of_them() {
    let made = formulir();
    let words = pieces(&made);
    assert!(!words.iter().any(|piece| ["ya", "tidak"].contains(&piece.text.trim())));
    let boxes = |sign: &str| words.iter().filter(|piece| piece.text == sign).count();
    assert_eq!((boxes("☑"), boxes("☐")), (3, 5));
    // What is said beside a box begins at its right, every line of it.
    let line = |text: &str| words.iter().find(|piece| piece.text.contains(text)).map(|piece| piece.x);
    assert_eq!(line("Fotokopi"), line("Pasfoto"));
}

#[test]
fn a_cover_comes_before_the_contents() {
    let made = formulir();
    let pages = made.pages();
    let (cover, _) = places(pages, "LAMPIRAN II").last().copied().expect("the second attachment");
    let lines: Vec<String> = body(pages, cover).iter().map(|line| line.text.trim().to_owned()).collect();
    assert!(
        lines.iter().any(|line| line == "2026") && lines.iter().any(|line| line == "KABUPATEN SEMARANG"),
        "{lines:?}"
    );
    let next: Vec<String> = body(pages, cover + 1).iter().map(|line| line.text.trim().to_owned()).collect();
    assert_eq!(next.first().map(String::as_str), Some("DAFTAR ISI"), "{next:?}");
}

#[test]
fn chapters_and_parts_go_on_from_a_number() {
    let made = formulir();
    let heads: Vec<String> = body_lines(&made).into_iter().filter(|line| line.starts_with("BAB ")).collect();
    assert!(heads.iter().any(|line| line == "BAB III") && heads.iter().any(|line| line == "BAB IV"), "{heads:?}");
    assert!(!heads.iter().any(|line| line == "BAB I"), "{heads:?}");
    let words: Vec<String> = pieces(&made).into_iter().map(|piece| piece.text.trim().to_owned()).collect();
    assert!(["A.", "D.", "E."].iter().all(|mark| words.iter().any(|word| word == mark)), "{words:?}");
}

fn body_lines(made: &Made) -> Vec<String> {
    let pages = made.pages();
    (0..pages.count()).flat_map(|page| body(pages, page)).map(|line| line.text.trim().to_owned()).collect()
}

#[test]
fn two_sign_side_by_side() {
    let made = formulir();
    let names = pieces(&made);
    let place = |name: &str| names.iter().find(|piece| piece.text.contains(name)).map(|piece| (piece.x, piece.y));
    let (left, right) = (place("NAMA SEKRETARIS").expect("at the left"), place("NAMA KETUA").expect("the signer"));
    assert!(left.0 < right.0 && (left.1 - right.1).abs() < 0.1, "{left:?} {right:?}");
}

#[test]
fn an_old_decree_is_printed_word_by_word() {
    let made = made("tests/keputusan/kab-semarang-keputusan-lama.yaml");
    let lines = body_lines(&made);
    assert!(!lines.iter().any(|line| line.contains("MEMUTUSKAN")));
    assert!(lines.iter().any(|line| line.starts_with("PERTAMA")) && lines.iter().any(|line| line.starts_with("KEDUA")));
    let naskah = made.typeset.as_ref().expect("pages").resolved().naskah();
    let added = naskah.diktum.iter().flat_map(|diktum| diktum.isi.texts()).map(|teks| teks.as_plain());
    let added: Vec<String> = added.filter(|text| text.ends_with(['.', ';', ':'])).collect();
    assert!(added.is_empty(), "{added:?}");
    // The colons of its attachment's head stand below one another.
    let all = pieces(&made);
    let at = |label: &str| all.iter().find(|piece| piece.text.trim() == label).map(|label| label.y);
    let colon = |label: &str| {
        let y = at(label).unwrap_or_else(|| panic!("{label} is not there"));
        all.iter().find(|piece| piece.y == y && piece.text.trim() == ":").map(|colon| colon.x)
    };
    assert!(
        colon("Nomor").is_some() && colon("Nomor") == colon("Tanggal"),
        "{:?} {:?}",
        colon("Nomor"),
        colon("Tanggal")
    );
}
