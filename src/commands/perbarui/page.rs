//! The report as a page for others: HTML that stands for itself, Markdown, JSON.

use serde::Serialize;

use super::pieces::{Piece, Row, rows};
use super::report::{Entry, Fate, Report};
use naskah_core::diag::{Diagnostic, in_json};
use naskah_pages::template::laman;

/// Heads of the columns; [`row`] gives the cells.
pub const HEADS: [&str; 6] = ["No.", "Tempat", "Baris", "Sebelum", "Sesudah", "Alasan"];

/// The cells of an entry, which is the `number`-th of its fate from 1; `Sesudah` is empty where nothing was changed.
pub fn row(entry: &Entry, number: usize) -> [String; 6] {
    let after = match (entry.before == entry.after, entry.after.is_empty()) {
        (true, _) => String::new(),
        (false, true) => "(dikosongkan)".to_owned(),
        (false, false) => entry.after.clone(),
    };
    [number.to_string(), entry.place.clone(), entry.line.to_string(), entry.before.clone(), after, entry.why.clone()]
}

fn title(report: &Report) -> String {
    format!("Pembaruan keputusan tahun {} ke tahun {}", report.from, report.to)
}

/// What the page says.
#[derive(Serialize)]
struct Isi<'a> {
    judul: String,
    nama: &'a str,
    ringkasan: String,
    bagian: Vec<Bagian>,
}

/// The texts that met one fate.
#[derive(Serialize)]
struct Bagian {
    judul: &'static str,
    arti: &'static str,
    /// How many places they stand at.
    tempat: usize,
    /// Whether any of them is another one afterwards.
    berubah: bool,
    baris: Vec<Baris>,
}

/// A row of the page.
#[derive(Serialize)]
struct Baris {
    tempat: Vec<String>,
    sebelum: Vec<Potong>,
    sesudah: Vec<Potong>,
    alasan: Vec<String>,
}

/// A stretch of a text.
#[derive(Serialize)]
struct Potong {
    tanda: &'static str,
    teks: String,
}

impl Baris {
    fn of(row: &Row) -> Self {
        let pieces = |side: &[Piece]| -> Vec<Potong> {
            side.iter().map(|piece| Potong { tanda: piece.tanda, teks: piece.teks.clone() }).collect()
        };
        let (sebelum, sesudah) = (pieces(&row.sebelum), pieces(&row.sesudah));
        Self { tempat: row.tempat.clone(), sebelum, sesudah, alasan: row.alasan.clone() }
    }
}

/// A part of the page: heading, meaning, and which rows belong there.
type Part = (&'static str, &'static str, fn(&Row) -> bool);

/// The parts of the page.
const PARTS: [Part; 4] = [
    (
        "Perlu diputuskan",
        "Ditandai “# TINJAU: …” dalam berkas. Keputusan tidak dapat diterbitkan sebelum setiap tanda diputuskan dan dihapus.",
        |row| row.fate == Fate::Tinjau,
    ),
    ("Diubah", "Sudah ditulis dalam berkas baru.", |row| row.fate == Fate::Ubah && !row.only_year),
    ("Hanya tahun keputusan yang diganti", "Selain tahunnya tidak ada yang berubah pada teks ini.", |row| {
        row.fate == Fate::Ubah && row.only_year
    }),
    ("Sengaja tidak diubah", "Sudah dibaca dan dibiarkan karena alasan yang disebut.", |row| row.fate == Fate::Tetap),
];

/// The report by its template: `pembaruan.html` or `pembaruan.md`.
pub fn page(template: &str, report: &Report) -> Result<String, Box<Diagnostic>> {
    laman(template, &isi(report))
}

/// What a page of the report says, part by part, each text as it was and as it will be.
pub fn parts(report: &Report) -> serde_json::Value {
    serde_json::to_value(isi(report)).unwrap_or_default()
}

fn isi(report: &Report) -> Isi<'_> {
    let rows = rows(report);
    let bagian = PARTS.into_iter().map(|(judul, arti, belongs)| {
        let baris: Vec<Baris> = rows.iter().filter(|row| belongs(row)).map(Baris::of).collect();
        let tempat = baris.iter().map(|row| row.tempat.len()).sum();
        let berubah = baris.iter().any(|row| !row.sesudah.is_empty());
        Bagian { judul, arti, tempat, berubah, baris }
    });
    Isi {
        judul: title(report),
        nama: &report.name,
        ringkasan: report.summary(),
        bagian: bagian.filter(|bagian| !bagian.baris.is_empty()).collect(),
    }
}

/// The report as one JSON object.
pub fn json(report: &Report) -> String {
    let [open, changed, kept] = report.counts();
    let entry = |entry: &Entry| {
        let text = entry.spot.as_ref().and_then(|spot| report.texts.get(&spot.text));
        serde_json::json!({
            "nasib": entry.fate.word(),
            "tempat": entry.place,
            "baris": entry.line,
            "sebelum": entry.before,
            "sesudah": entry.after,
            "alasan": entry.why,
            "tahun": entry.years,
            "teks": text,
        })
    };
    let object = serde_json::json!({
        "nama": report.name,
        "dari": report.from,
        "ke": report.to,
        "banyak": {"tinjau": open, "ubah": changed, "tetap": kept},
        "rincian": report.entries.iter().map(entry).collect::<Vec<_>>(),
    });
    in_json(&object.to_string()).into_owned() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::perbarui::report::{Part, Spot};
    use std::collections::BTreeMap;
    use std::ops::Range;

    fn report() -> Report {
        let text = "<script>alert('2025')</script> | a 2025 dan 2019";
        let entry = |fate: Fate, range: Range<usize>, parts: Vec<Part>| Entry {
            fate,
            place: "Diktum KESATU".into(),
            line: 3,
            before: text.into(),
            after: "2026".into(),
            why: "tahun \"keputusan\" & lain".into(),
            years: 1,
            spot: Some(Spot { text: 0, range, parts }),
        };
        let part = Part { range: 15..19, old: "2025".into(), new: "2026".into() };
        let entries = vec![entry(Fate::Ubah, 15..19, vec![part]), entry(Fate::Tinjau, 44..48, Vec::new())];
        let texts = BTreeMap::from([(0, text.to_owned())]);
        Report { name: "<b>Nama</b>".into(), from: 2025, to: 2026, entries, texts }
    }

    #[test]
    fn texts_mean_only_themselves() {
        let page = page("pembaruan.html", &report()).unwrap();
        assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
        assert!(
            page.contains(
                "&lt;script&gt;alert(&#39;<del>2025</del>&#39;)&lt;/script&gt; | a 2025 dan <mark>2019</mark>"
            )
        );
        assert!(page.contains("alert(&#39;<ins>2026</ins>&#39;)"), "{page}");
        let rows = super::page("pembaruan.md", &report()).unwrap();
        assert!(rows.contains("&lt;script&gt;alert('~~2025~~')&lt;/script&gt; \\| a 2025"), "{rows}");
        let value: serde_json::Value = serde_json::from_str(&json(&report())).unwrap_or_default();
        assert_eq!(value["rincian"][0]["sebelum"], "<script>alert('2025')</script> | a 2025 dan 2019");
        assert_eq!(value["banyak"]["ubah"], 1);
    }
}
