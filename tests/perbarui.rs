//! A decree rolled to another year: what moves, what stays, what is marked; and what must hold of every decree.

mod buatan;
mod kelas;
mod sifat;

use std::collections::BTreeMap;

use naskah::commands::perbarui::{Fate, Report, Rolled, roll, years_of};
use naskah_core::diag::{Files, Level, MessageFormat, Sink, render_all};
use naskah_core::resolve::Edition;
use naskah_core::yaml::{Node, Value};

use crate::support::{carried, completed, files_below, text_of};

/// Rolls a text to a year; the findings where it is no decree.
fn try_roll(text: &str, year: i32) -> Result<Rolled, String> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    roll(file, year, &carried().0, &mut files, &mut sink)
        .ok_or_else(|| render_all(&sink, &files, MessageFormat::Ringkas, false))
}

/// Rolls a text that is a decree.
fn rolled(text: &str, year: i32) -> Rolled {
    try_roll(text, year).unwrap_or_else(|found| panic!("{text}\n{found}"))
}

/// How often each rule finds something that is more than a question.
fn findings(text: &str) -> BTreeMap<&'static str, usize> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    naskah::read(file, &Edition::draft(), &carried().0, &mut files, &mut sink);
    let mut counts = BTreeMap::new();
    for finding in sink.found().iter().filter(|finding| finding.level > Level::Saran) {
        *counts.entry(finding.code.id).or_default() += 1;
    }
    counts
}

/// How many years stand in the values of a decree, but for the ids of legal bases.
fn years_in(text: &str) -> usize {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    let tree = naskah_core::yaml::parse(&files, file, &mut sink).expect("a decree");
    let ids = |node: &Node| node.as_scalar().is_some_and(|text| !text.trim().contains(char::is_whitespace));
    fn count(node: &Node) -> usize {
        match &node.value {
            Value::Null => 0,
            Value::Scalar { text, .. } => years_of(text).len(),
            Value::Seq(items) => items.iter().map(count).sum(),
            Value::Map(entries) => entries.iter().map(|(_, node)| count(node)).sum(),
        }
    }
    let bases = tree.get("mengingat").or(tree.get("dasar")).map(|node| match &node.value {
        Value::Seq(items) => items.iter().filter(|item| ids(item) || item.get("id").is_some()).map(count).sum(),
        _ => 0,
    });
    count(&tree) - bases.unwrap_or(0)
}

/// How many years the entries of a report tell of.
fn years_told(report: &Report) -> usize {
    report.entries.iter().map(|entry| entry.years).sum()
}

/// The decrees of the project that can be rolled, by path.
fn decrees() -> Vec<(String, String)> {
    let folders = [("data/keputusan", ".yaml"), ("tests/keputusan", ".yaml"), ("templates/jenis", "contoh.yaml")];
    let paths = folders.into_iter().flat_map(|(folder, end)| files_below(folder, end));
    paths.map(|path| (path.display().to_string(), text_of(&path))).collect()
}

/// The year that a decree says it is of.
fn own_year(text: &str) -> i32 {
    let line = text.lines().find_map(|line| line.strip_prefix("tahun:")).expect("a year");
    line.split('#').next().unwrap_or_default().trim().parse().expect("a year")
}

/// Whether a rolled decree may be asked about this: its marks; if it is named after an election, whether there is one in
/// the new year; of an old decree, what has become of its laws meanwhile.
fn asked(code: &str, text: &str) -> bool {
    let name = text.split("\ntentang:").nth(1).and_then(|rest| rest.split("\nmenimbang:").next()).unwrap_or_default();
    let old = code == "K304" && text.contains("apa_adanya: ya");
    code == "K411" || old || code == "K805" && name.replace("Komisi Pemilihan", "").contains("Pemilihan")
}

#[test]
fn whole_decrees_hold_what_is_promised() {
    let all = decrees();
    assert!(all.len() > 15, "{} decrees", all.len());
    for (path, text) in all {
        for step in [1, 2] {
            let year = own_year(&text) + step;
            let new = rolled(&text, year);
            assert_eq!(own_year(&new.text), year, "{path}");
            assert_eq!(years_told(&new.report), years_in(&text), "{path}: every year is told of once");
            let again = rolled(&new.text, year);
            assert_eq!(again.text, new.text, "{path}: rolled once more to {year} it changes");
            assert_eq!(again.report.of(Fate::Ubah).count(), 0, "{path}");
            let before = findings(&text);
            for (code, count) in findings(&new.text) {
                let allowed = if asked(code, &new.text) { usize::MAX } else { before.get(code).copied().unwrap_or(0) };
                assert!(count <= allowed, "{path} to {year}: {code} {count} times, before {before:?}\n{}", new.text);
            }
        }
    }
}

#[test]
fn comments_and_layout_stay() {
    let (path, text) = ("data/keputusan/2025/006-rencana-aksi-zona-integritas.yaml", "");
    let text = format!("{text}{}", text_of(path));
    let new = rolled(&text, 2026).text;
    let kept = |text: &str| -> Vec<String> {
        let own = text.lines().filter(|line| !line.contains("TINJAU"));
        own.map(|line| line.chars().filter(|c| !c.is_ascii_digit()).collect::<String>().trim_end().to_owned()).collect()
    };
    assert_eq!(kept(&text.replace("nomor: 6", "nomor:").replace("2025-01-06", "")), kept(&new));
}

#[test]
fn no_year_of_a_rule_moves() {
    let text = completed(
        "tentang: Rencana Kerja Tahun 2025\nmengingat:\n  - uu-7-2017\n  - Peraturan Pemerintah Nomor 3 Tahun 2025 tentang Jalur Pendakian Tahun 2025 (Lembaran Negara Republik Indonesia Tahun 2025 Nomor 41)\n  - Keputusan Komisi Pemilihan Umum Nomor 5/ORT/KPU/2025 tentang Arsip Tahun 2024\n",
        &[],
    );
    let new = rolled(&text, 2026).text;
    let bases =
        |text: &str| text.lines().filter(|line| line.starts_with("  - ")).take(4).collect::<Vec<_>>().join("\n");
    assert_eq!(bases(&text), bases(&new));
    assert!(new.contains("tentang: Rencana Kerja Tahun 2026"));
}
