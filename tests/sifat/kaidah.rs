//! Properties of the drafting rules: no text makes one break down, and certain cures are certain.

use std::collections::BTreeMap;

use naskah::commands::periksa::cure;
use naskah_core::catalog::Catalog;
use naskah_core::diag::{Files, Sink};
use naskah_core::resolve::Edition;
use naskah_core::yaml;
use proptest::prelude::*;

use naskah_testing::tries;

use crate::support::{carried, completed, files_below, text_of};

fn catalog() -> &'static Catalog {
    &carried().0
}

/// How often each code is found in a draft.
fn counts(text: &str) -> BTreeMap<&'static str, usize> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    naskah::read(file, &Edition::draft(), catalog(), &mut files, &mut sink);
    let mut counts = BTreeMap::new();
    for finding in sink.found() {
        assert_ne!(finding.code.id, "N005", "{}\n{text}", finding.message);
        if let Some(span) = finding.span {
            let source = files.text(span.file);
            assert!(source.get(span.start..span.end).is_some(), "{}: {span:?}", finding.code);
        }
        *counts.entry(finding.code.id).or_default() += 1;
    }
    counts
}

/// Cures a text and holds the result to what `--perbaiki` promises.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let before = counts(text);
    let cured = cure("naskah.yaml", text, catalog());
    let mut files = Files::default();
    let file = files.add("naskah.yaml", cured.text.as_str());
    let readable = |text: &str| {
        let mut files = Files::default();
        let file = files.add("naskah.yaml", text);
        yaml::parse(&files, file, &mut Sink::default()).is_some()
    };
    prop_assert_eq!(readable(text), yaml::parse(&files, file, &mut Sink::default()).is_some());
    for (code, count) in counts(&cured.text) {
        prop_assert!(before.get(code).is_some_and(|old| count <= *old), "{} is new in\n{}", code, cured.text);
    }
    let again = cure("naskah.yaml", &cured.text, catalog());
    prop_assert_eq!(again.count, 0, "a second run changes\n{}\ninto\n{}", &cured.text, &again.text);
    prop_assert_eq!(&again.text, &cured.text);
    Ok(())
}

/// Pieces of decree language with slips, signs that mean something, and any characters.
fn pieces() -> impl Strategy<Value = String> {
    let slips = prop::sample::select(vec![
        "Bahwa",
        "bahwa",
        "dalam rangka",
        "perlu menerapkan",
        "Keputusan Ini",
        "huruf a dan b",
        "Diktum KEDUA",
        "Diktum PERTAMA",
        "Lampiran II",
        "mulai berlaku efektif",
        "pada tanggal ditetapkan.",
        "Undang-undang Nomor 7 tahun 2017",
        "tentang Pemilihan Umum",
        "(Lembaran Negara Republik Indonesia Tahun 2017 Nomor 182",
        "Tambahan Lembaran Negara",
        "Peraturan Komsis Pemilihan Umum",
        "sebagaimana telah diubah dengan",
        "Perubahan Kedua Atas",
        "314/ORT.07-Kpt/01/KPU/V/2021",
        "2020-2024",
        "Tahun",
        "Tahun 2019",
        "Kabupaten Salatiga",
        "KPU Kota Semarang",
        "resiko",
        "yang yang",
        "anatara",
        "dan / atau",
        " ,",
        ";;",
        "..",
        "*coaching*",
        "whistle blowing system",
        "April, Juli dan Oktober",
        "WBS",
        "a. ",
        "1) ",
        "KESATU :",
        "menjadi pedoman;",
        "Menciptakan",
        "Dr. ",
        ", S.H.",
        "NIP",
        "di laksanakan",
        "“kutip",
        "(kurung",
        "https://kpu.go.id/a,b",
        "kpu@kpu.go.id",
        "Januari-Desember 2025",
        "s.d.",
        "Nopember",
        "Rp 5.000,-",
        "3 (dua)",
        "İ",
        "ß",
        "ﬁ",
        "é",
        "𝒜",
        "ǅ",
    ]);
    prop::collection::vec(prop_oneof![6 => slips.prop_map(str::to_owned), 1 => "\\PC{0,6}"], 1..9)
        .prop_map(|parts| parts.join(" "))
}

/// A text as a scalar in one of the ways of YAML.
fn scalar() -> impl Strategy<Value = String> {
    (pieces(), 0..3).prop_map(|(text, style)| {
        let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        match style {
            0 => format!("'{}'", text.replace('\'', "''")),
            1 => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
            _ => format!(">-\n      {}", text.trim().replace(' ', "\n      ")),
        }
    })
}

proptest! {
    #![proptest_config(tries(96))]

    #[test]
    fn any_text_in_any_part_is_checked_and_cured(texts in prop::collection::vec(scalar(), 8)) {
        let [name, reason, law, decision, item, title, cell, other] = &texts[..] else { unreachable!() };
        let fields = format!(
            "tentang: {name}\nmenimbang:\n  - {reason}\nmengingat:\n  - uu-7-2017\n  - {law}\ndiktum:\n  - {decision}\n  - teks: {decision}\n    rincian:\n      - {item}\n      - {reason}\nlampiran:\n  - judul: {title}\n    tabel:\n      kolom: [{{judul: Uraian}}, {{judul: Target Waktu}}]\n      baris:\n        -\n          - {cell}\n          - {other}\n"
        );
        holds(&completed(&fields, &[]))?;
    }
}

#[test]
fn cures_hold_for_every_case_and_example() {
    let cases = files_below("crates", ".yaml").into_iter().chain(files_below("tests/cases", ".yaml"));
    for path in cases.filter(|path| path.iter().any(|part| part == "cases")) {
        let text = text_of(&path);
        let text = if text.starts_with("# dasar: ringkas") { completed(&text, &[]) } else { text };
        if let Err(failure) = holds(&text) {
            panic!("{}: {failure}", path.display());
        }
    }
    for rule in naskah_rules::RULES {
        for example in rule.examples() {
            if let Err(failure) = holds(&completed(&example.yaml, &[])) {
                panic!("{}: {failure}", rule.code);
            }
        }
    }
}
