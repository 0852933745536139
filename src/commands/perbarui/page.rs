//! The report as a page for others: HTML that stands for itself, Markdown, JSON.

use serde::Serialize;

use super::report::{Entry, Fate, Report};
use naskah_core::diag::Diagnostic;
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

/// What a part of the report means.
fn meaning(fate: Fate) -> &'static str {
    match fate {
        Fate::Tinjau => {
            "Ditandai `# TINJAU: …` dalam berkas. Keputusan tidak dapat diterbitkan sebelum setiap tanda diputuskan dan dihapus."
        }
        Fate::Ubah => "Sudah ditulis dalam berkas baru.",
        Fate::Tetap => "Sudah dibaca dan dibiarkan karena alasan yang disebut.",
    }
}

/// What the page says.
#[derive(Serialize)]
struct Isi<'a> {
    judul: String,
    nama: &'a str,
    ringkasan: String,
    kolom: [&'static str; HEADS.len()],
    bagian: Vec<Bagian>,
}

/// The entries of one fate.
#[derive(Serialize)]
struct Bagian {
    judul: &'static str,
    arti: &'static str,
    baris: Vec<[String; HEADS.len()]>,
}

/// The report by its template: `pembaruan.html` or `pembaruan.md`.
pub fn page(template: &str, report: &Report) -> Result<String, Box<Diagnostic>> {
    let bagian = |fate: Fate| Bagian {
        judul: fate.heading(),
        arti: meaning(fate),
        baris: report.of(fate).enumerate().map(|(at, entry)| row(entry, at + 1)).collect(),
    };
    let isi = Isi {
        judul: title(report),
        nama: &report.name,
        ringkasan: report.summary(),
        kolom: HEADS,
        bagian: Fate::ALL.into_iter().map(bagian).filter(|bagian| !bagian.baris.is_empty()).collect(),
    };
    laman(template, &isi)
}

/// The report as one JSON object.
pub fn json(report: &Report) -> String {
    let [open, changed, kept] = report.counts();
    let entry = |entry: &Entry| {
        serde_json::json!({
            "nasib": entry.fate.word(),
            "tempat": entry.place,
            "baris": entry.line,
            "sebelum": entry.before,
            "sesudah": entry.after,
            "alasan": entry.why,
            "tahun": entry.years,
        })
    };
    serde_json::json!({
        "nama": report.name,
        "dari": report.from,
        "ke": report.to,
        "banyak": {"tinjau": open, "ubah": changed, "tetap": kept},
        "rincian": report.entries.iter().map(entry).collect::<Vec<_>>(),
    })
    .to_string()
        + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        let entry = Entry {
            fate: Fate::Ubah,
            place: "Diktum KESATU".into(),
            line: 3,
            before: "<script>alert('2025')</script> | a".into(),
            after: "2026".into(),
            why: "tahun \"keputusan\" & lain".into(),
            years: 1,
        };
        Report { name: "<b>Nama</b>".into(), from: 2025, to: 2026, entries: vec![entry] }
    }

    #[test]
    fn texts_mean_only_themselves() {
        let page = page("pembaruan.html", &report()).unwrap();
        assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
        assert!(page.contains("&lt;script&gt;alert(&#39;2025&#39;)&lt;/script&gt; | a"));
        let rows = super::page("pembaruan.md", &report()).unwrap();
        assert!(rows.contains("| &lt;script&gt;alert('2025')&lt;/script&gt; \\| a |"), "{rows}");
        let value: serde_json::Value = serde_json::from_str(&json(&report())).unwrap_or_default();
        assert_eq!(value["rincian"][0]["sebelum"], "<script>alert('2025')</script> | a");
        assert_eq!(value["banyak"]["ubah"], 1);
    }
}
