//! Pages of both directions in one lampiran, the cover of a decree, and closings that are longer than a page.

use naskah_core::catalog::Root;
use naskah_core::resolve::{Bentuk, Edition};

use super::{body, pages_of, places};
use crate::support::{Made, lay_out, text_of};

fn dua_arah(bentuk: Bentuk) -> Made {
    let text = text_of("tests/keputusan/kab-semarang-pedoman-dua-arah.yaml");
    let made = lay_out("naskah.yaml", &text, Root::embedded(), Edition { bentuk, ..Edition::default() });
    naskah_pages::typeset::forget(0);
    assert!(!made.sink.has_errors(), "{}", made.messages());
    made
}

/// Of each page, whether it lies.
fn lying(made: &Made) -> Vec<bool> {
    let pages = made.pages();
    (0..pages.count()).map(|page| pages.size(page)).map(|(width, height)| width > height).collect()
}

#[test]
fn pages_turn_within_a_lampiran_and_turn_back() {
    let made = dua_arah(Bentuk::Asli);
    assert_eq!(lying(&made), [false, false, false, false, false, true, false]);
    let pages = made.pages();
    // The heading over the table goes along, and numbers run on.
    assert!(body(pages, 5)[0].text.contains("Jumlah Perlengkapan"), "{:?}", body(pages, 5));
    assert!(pages.lines(5)[0].text.contains("- 5 -") && pages.lines(6)[0].text.contains("- 6 -"));
    let contents = places(pages, "Jumlah Perlengkapan");
    let entry = contents.iter().find(|(page, _)| *page == 3).map(|(page, at)| body(pages, *page)[*at].text.clone());
    assert!(entry.as_ref().is_some_and(|entry| entry.trim_end().ends_with('5')), "{entry:?}");
    assert!(places(pages, "NAMA KETUA").last().is_some_and(|(page, _)| *page == 6));
}

#[test]
fn a_first_block_turns_head_and_title_too() {
    let made = pages_of(
        "diktum: [Daftar tercantum dalam Lampiran.]\nlampiran:\n  - judul: Daftar\n    teks:\n      - orientasi: lanskap\n        \
         tabel: {kolom: [{judul: Nama}], baris: [[satu]]}\n      - Catatan berikut.\n",
    );
    assert!(lying(&made).ends_with(&[false, true, false]), "{:?}", lying(&made));
}

#[test]
fn a_cover_is_not_counted() {
    for bentuk in [Bentuk::Asli, Bentuk::Salinan] {
        let made = dua_arah(bentuk);
        let pages = made.pages();
        let said = |page: usize| pages.lines(page).iter().map(|line| line.text.clone()).collect::<Vec<_>>().join("|");
        assert!(said(0).contains("PEDOMAN PENYALURAN PERLENGKAPAN GUDANG|KOMISI PEMILIHAN UMUM"), "{}", said(0));
        assert!(!said(0).contains("- ") && !said(1).contains("- 1 -"), "{}", said(0));
        assert!(pages.lines(2)[0].text.contains("- 2 -"));
        assert_eq!(said(1).starts_with("SALINAN"), bentuk == Bentuk::Salinan);
        assert_eq!(pages.count(), 7);
    }
}

#[test]
fn many_receivers_leave_no_page_nearly_empty() {
    let receivers: Vec<String> = (1..=24).map(|n| format!("Kepala Kantor {n}")).collect();
    let fields = format!("salinan: {{oleh: kasubbag-hukum, disampaikan: [{}]}}\n", receivers.join(", "));
    let text = crate::support::completed(&fields, &[]);
    let edition = Edition { bentuk: Bentuk::Salinan, ..Edition::default() };
    let made = lay_out("naskah.yaml", &text, Root::embedded(), edition);
    let messages = made.messages();
    assert!(!messages.contains("[N417]") && !messages.contains("[N418]"), "{messages}");
    let pages = made.pages();
    let parts: Vec<usize> = (0..pages.count())
        .map(|page| body(pages, page).iter().filter(|line| line.text.contains("Kepala Kantor")).count())
        .collect();
    assert!(parts.iter().all(|count| *count != 1) && parts.iter().sum::<usize>() == 24, "{parts:?}");
}
