//! A copy says what its original says: the comparison holds for real copies, and it can fail.

use naskah::commands::salinan::{Beda, bandingkan, kata_khusus};
use naskah_core::catalog::Root;
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::{Bentuk, Edition};
use naskah_pages::typeset::Bacaan;

use crate::support::{Made, files_below, lay_out, text_of};

const PEDOMAN: &str = "data/keputusan/2025/012-pedoman-teknis-pengelolaan-arsip.yaml";
const TIM: &str = "data/keputusan/2025/007-pembentukan-tim-zona-integritas.yaml";

fn copy() -> Edition {
    let oleh = Some("kasubbag-hukum".to_owned());
    Edition { bentuk: Bentuk::Salinan, asli: Some(Sidik::of("asli")), oleh, ..Edition::default() }
}

fn laid(text: &str, edition: Edition) -> Made {
    lay_out("naskah.yaml", text, Root::embedded(), edition)
}

fn read(text: &str, edition: Edition) -> (Bacaan, Vec<String>) {
    let made = laid(text, edition);
    let bacaan = made.pages().bacaan();
    let typeset = made.typeset.as_ref().expect("pages");
    (bacaan, kata_khusus(typeset.resolved().naskah()))
}

#[test]
fn every_decree_s_copy_reads_as_its_original() {
    let issued: Vec<_> =
        files_below("data/keputusan", ".yaml").into_iter().chain(files_below("tests/keputusan", ".yaml")).collect();
    for path in issued.iter().filter(|path| text_of(path).contains("kantor: kab-semarang")) {
        let text = text_of(path);
        let ((asli, none), (salinan, due)) = (read(&text, Edition::default()), read(&text, copy()));
        assert_eq!(bandingkan(&asli, &salinan, &due), Ok(()), "{}", path.display());
        assert!(asli.kata.len() > 100 && asli.khusus.is_empty() && none.len() < due.len());
        assert_eq!(due.first().map(String::as_str), Some("SALINAN"));
        let members = text
            .split_once("anggota: [")
            .map_or(0, |(_, rest)| rest.split(']').next().unwrap_or("").split(',').count());
        let signed = 1 + members + text.matches("\n  - judul:").count() + text.matches("pendamping:").count();
        assert_eq!(due.iter().filter(|word| *word == "ttd.").count(), signed, "{}", path.display());
        naskah_pages::typeset::forget(0);
    }
}

/// Compares the original of one text with the copy of another.
fn differing(asli: &str, salinan: &str) -> Beda {
    let (salinan, due) = read(salinan, copy());
    bandingkan(&read(asli, Edition::default()).0, &salinan, &due).expect_err("a difference")
}

#[test]
fn another_word_in_the_copy_is_found() {
    let text = text_of(PEDOMAN);
    for (from, to) in [
        (
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
            "Keputusan ini mulai berlaku segera pada tanggal ditetapkan.",
        ),
        ("nomor: 12", "nomor: 13"),
    ] {
        assert!(text.contains(from), "{from}");
        let beda = differing(&text, &text.replacen(from, to, 1));
        assert_eq!(beda.tempat, "pada isinya", "{beda:?}");
        assert_ne!(beda.asli, beda.salinan);
    }
}

#[test]
fn a_missing_row_is_found() {
    let text = text_of(TIM);
    let row = text.lines().find(|line| line.trim_start().starts_with("- [")).expect("a row");
    let beda = differing(&text, &text.replacen(&format!("{row}\n"), "", 1));
    assert_eq!(beda.tempat, "pada isinya", "{beda:?}");
}

#[test]
fn what_a_copy_alone_says_is_counted_too() {
    let text = text_of(PEDOMAN);
    let (asli, (salinan, due)) = (read(&text, Edition::default()).0, read(&text, copy()));
    let beda = bandingkan(&asli, &salinan, &due[1..]).expect_err("a difference");
    assert_eq!((beda.tempat, beda.salinan.starts_with("SALINAN")), ("pada bagian khusus salinan", true));
    let mut more = salinan.clone();
    more.khusus.push("ttd.".to_owned());
    assert!(bandingkan(&asli, &more, &due).is_err());
    let mut again = salinan.clone();
    again.ulangan.push("takadadalamasli".to_owned());
    assert_eq!(bandingkan(&asli, &again, &due).expect_err("a difference").tempat, "pada sel yang diulang");
    // An original that says what only copies say is none.
    assert!(bandingkan(&salinan, &salinan, &due).is_err());
}
