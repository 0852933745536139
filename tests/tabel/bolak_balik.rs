//! There and back: a sheet that nobody changed changes nothing.

use std::fs;

use naskah::Outcome;
use proptest::prelude::*;

use super::{Desk, FORMS, decrees, with};

#[test]
fn every_decree_comes_back_byte_for_byte() {
    let mut seen = 0;
    for (path, text) in decrees() {
        let desk = Desk::new(&text);
        for form in FORMS {
            let all = (form != "csv").then_some(None).into_iter();
            for lampiran in all.chain((1..=3).map(Some)) {
                let name = format!("x.{form}");
                let _ = fs::remove_file(desk.path(&name));
                // A lampiran without a table, or with several where the form holds one, is refused.
                if desk.export(&name, lampiran) == Outcome::Made {
                    assert_eq!(desk.import(&name, lampiran), Outcome::Made, "{} {form}", path.display());
                    seen += 1;
                }
                assert!(desk.text() == text, "{} {form} {lampiran:?}", path.display());
            }
        }
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn the_same_decree_gives_the_same_bytes() {
    for (_, text) in decrees() {
        let desk = Desk::new(&text);
        for form in FORMS {
            let names = [format!("a.{form}"), format!("b.{form}")];
            if desk.export(&names[0], Some(1)) == Outcome::Made {
                assert_eq!(desk.export(&names[1], Some(1)), Outcome::Made);
                assert!(fs::read(desk.path(&names[0])).ok() == fs::read(desk.path(&names[1])).ok(), "{form}");
            }
        }
    }
}

#[test]
fn windows_line_ends_stay() {
    let text = super::text_of("templates/jenis/rencana-aksi/contoh.yaml").replace('\n', "\r\n");
    let desk = Desk::new(&text);
    assert_eq!(desk.edited("xlsx", |_| {}), Outcome::Made);
    assert_eq!(desk.text(), text);
    let outcome = desk.edited("xlsx", |lembar| {
        lembar.baris.remove(6);
    });
    assert_eq!(outcome, Outcome::Made);
    assert!(!desk.text().replace("\r\n", "").contains(['\r', '\n']));
}

/// Texts that are hard for YAML, for sheets, or for both.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{0,8}",
        "[-=+@'\"#:,;\\[\\]{}&*!|>%`~? a-zé0-9.\\\\]{0,24}",
        Just("=cmd|' /C calc'!A0".to_owned()),
        Just("- butir".to_owned()),
        Just("- satu\n- dua".to_owned()),
        Just("dua\nbaris".to_owned()),
        Just("*miring* dan **tebal**".to_owned()),
        Just("010".to_owned()),
        Just("_x000D_ &lt; <b>".to_owned()),
        Just("1/2".to_owned()),
    ]
}

/// A decree with a table of two columns.
fn decree(cells: &[(String, String)]) -> String {
    let quoted = naskah_formats::sheets::quoted;
    let rows: String = cells.iter().map(|(a, b)| format!("        - [{}, {}]\n", quoted(a), quoted(b))).collect();
    with(&format!("    tabel:\n      kolom: [{{judul: A}}, {{judul: B}}]\n      baris:\n{rows}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_table_comes_back(cells in prop::collection::vec((text(), text()), 1..6)) {
        let text = decree(&cells);
        let desk = Desk::new(&text);
        for form in FORMS {
            prop_assert_eq!(desk.edited(form, |_| {}), Outcome::Made);
            prop_assert!(desk.text() == text, "{}", form);
        }
    }

    /// What is typed into a sheet is what the next sheet shows.
    #[test]
    fn any_change_is_taken_over(
        cells in prop::collection::vec((text(), text()), 1..5),
        changed in prop::collection::vec((any::<prop::sample::Index>(), text()), 0..4),
        fresh in prop::collection::vec("[a-z][-=:,#' a-z\\n]{0,12}", 0..3),
        gone in any::<prop::sample::Index>(),
    ) {
        for form in FORMS {
            let desk = Desk::new(&decree(&cells));
            let outcome = desk.edited(form, |lembar| {
                for (at, text) in &changed {
                    let row = 1 + at.index(cells.len());
                    lembar.baris[row].resize(4, naskah_formats::sheets::Isi::Kosong);
                    lembar.baris[row][3] = naskah_formats::sheets::Isi::Teks(format!("{text}x"));
                }
                for text in &fresh {
                    let mut row = super::grid(&[&["", "", text]]).baris;
                    lembar.baris.append(&mut row);
                }
                if lembar.baris.len() > 2 {
                    lembar.baris.remove(1 + gone.index(lembar.baris.len() - 1));
                }
            });
            prop_assert!(outcome == Outcome::Made || outcome == Outcome::Wrong);
            if outcome == Outcome::Made {
                // The command itself reads the new text and compares; here the next sheet is looked at.
                let before: Vec<Vec<String>> = shown(&desk, form);
                prop_assert_eq!(desk.export(&format!("y.{form}"), Some(1)), Outcome::Made);
                let name = format!("y.{form}");
                let after: Vec<Vec<String>> = texts(&desk.sheets(&name)[0].1);
                prop_assert_eq!(before, after);
            }
        }
    }
}

fn shown(desk: &Desk, form: &str) -> Vec<Vec<String>> {
    texts(&desk.sheets(&format!("x.{form}"))[0].1)
}

/// The cells of the table, without keys; empty rows are none.
fn texts(lembar: &naskah_formats::sheets::Lembar) -> Vec<Vec<String>> {
    let cell = |row: usize, column: usize| {
        let text = lembar.isi(row, column).text();
        let text = text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        naskah_formats::sheets::Isian::parse(text.trim()).text()
    };
    let rows = (1..lembar.baris.len()).map(|row| vec![cell(row, 2), cell(row, 3)]);
    rows.filter(|row| row.iter().any(|text| !text.is_empty())).collect()
}
