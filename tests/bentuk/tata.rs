//! Settings of the pages that a decree brings itself, and forms that few decrees have.

use naskah_core::resolve::{Bentuk, Edition};

use super::{CM, body, laid_out, pages_of, places};
use crate::support::{lay_out, text_of};
use naskah_core::catalog::Root;

/// The decree of rare forms.
fn khusus(edition: Edition) -> crate::support::Made {
    let text = text_of("tests/keputusan/kab-semarang-bentuk-khusus.yaml");
    let made = lay_out("naskah.yaml", &text, Root::embedded(), edition);
    naskah_pages::typeset::forget(0);
    assert!(!made.sink.has_errors(), "{}", made.messages());
    made
}

#[test]
fn a_decree_s_own_settings_go_before_its_office_s() {
    let made = khusus(Edition::default());
    let pages = made.pages();
    assert!((pages.size(0).1 / CM - 29.7).abs() < 0.01, "{:?}", pages.size(0));
    let first = &pages.lines(0)[0];
    let last = format!("hal. 11 dari {}", 10 + pages.count());
    assert_eq!(first.text, last);
    // A mark behind the text is drawn, not written.
    let texts: Vec<String> = (0..pages.count()).flat_map(|page| pages.pieces(page)).map(|piece| piece.text).collect();
    assert!(!texts.iter().any(|text| text.contains("RAHASIA")));
    assert!(texts.iter().any(|text| text == "Sekretaris"), "the box to be initialled");
}

#[test]
fn copies_are_not_initialled() {
    let made = khusus(Edition { bentuk: Bentuk::Salinan, ..Edition::default() });
    let pages = made.pages();
    let texts = (0..pages.count()).flat_map(|page| pages.pieces(page));
    assert_eq!(texts.filter(|piece| piece.text == "Sekretaris").count(), 0);
}

#[test]
fn lines_of_a_title_hold_in_the_title_alone() {
    let made = khusus(Edition::default());
    let pages = made.pages();
    assert!(body(pages, 0).iter().any(|line| line.text.trim() == "TAHUN 2026"), "{:?}", body(pages, 0));
    let naskah = made.typeset.as_ref().expect("pages").resolved().naskah();
    assert!(!naskah.menetapkan.as_plain().contains('\n') && naskah.judul.tentang.as_plain().contains('\n'));
}

#[test]
fn chapters_begin_pages_where_asked() {
    let made = khusus(Edition::default());
    let starts: Vec<usize> = ["BAB I", "BAB II"]
        .iter()
        .filter_map(|name| {
            places(made.pages(), name)
                .into_iter()
                .find(|(page, at)| body(made.pages(), *page)[*at].text.trim() == *name)
        })
        .map(|(page, _)| page)
        .collect();
    assert!(matches!(starts[..], [one, two] if one < two), "{starts:?}");
    // The first stands below the head of its attachment.
    assert_eq!(places(made.pages(), "LAMPIRAN").last().map(|(page, _)| *page), starts.first().copied());
}

#[test]
fn labels_stand_beside_what_is_said_and_a_table_may_have_no_head() {
    let made = khusus(Edition::default());
    let pages = made.pages();
    let pieces: Vec<_> = (0..pages.count()).flat_map(|page| pages.pieces(page)).collect();
    let colons: Vec<f64> = pieces
        .iter()
        .filter(|piece| piece.text.trim() == ":")
        .filter(|colon| pieces.iter().any(|label| label.y == colon.y && label.text.starts_with("Jabatan")))
        .map(|colon| colon.x)
        .collect();
    assert_eq!(colons.len(), 1, "the colon of the label");
    assert!(!pieces.iter().any(|piece| piece.text.contains("TANDA TANGAN")), "a head that is left out");
}

#[test]
fn mirrored_margins_change_places() {
    let words = super::prose(200);
    let made = laid_out(&format!("halaman: {{margin_cermin: ya}}\nmenimbang: ['bahwa {words}']\n"), Root::embedded());
    let left = |page: usize| body(made.pages(), page).iter().map(|line| line.x).fold(f64::INFINITY, f64::min);
    assert!((left(2) - left(1) - 0.5 * CM).abs() < 0.5, "{} {}", left(1), left(2));
    assert!(!made.messages().contains("N410"), "{}", made.messages());
    let plain = pages_of(&format!("menimbang: ['bahwa {words}']\n"));
    assert_eq!(plain.pages().count(), made.pages().count());
}
