//! The report as a page for others: HTML that stands for itself, Markdown, JSON.

use std::fmt::Write;

use super::report::{Entry, Fate, Report};

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

const STYLE: &str = "\
body { font-family: 'Bookman Old Style', 'TeX Gyre Bonum', Georgia, serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #111; background: #fff; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eee; } td:first-child, td:nth-child(3) { text-align: right; white-space: nowrap; }
tr { break-inside: avoid; } thead { display: table-header-group; }
@media print { body { margin: 0; max-width: none; } }
";

/// The report as one HTML file that needs nothing else.
pub fn html(report: &Report) -> String {
    let mut out = String::new();
    let title = escape(&title(report));
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<h1>{title}</h1>\n<p>{}</p>\n<p>{}.</p>\n",
        escape(&report.name),
        escape(&report.summary())
    );
    for fate in Fate::ALL.into_iter().filter(|fate| report.of(*fate).next().is_some()) {
        let heads: String = HEADS.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
        let _ = write!(
            out,
            "<h2>{}</h2>\n<p>{}</p>\n<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n",
            fate.heading(),
            escape(meaning(fate))
        );
        for (at, entry) in report.of(fate).enumerate() {
            let cells: String = row(entry, at + 1).iter().map(|cell| format!("<td>{}</td>", escape(cell))).collect();
            let _ = writeln!(out, "<tr>{cells}</tr>");
        }
        out.push_str("</tbody>\n</table>\n");
    }
    out + "</body>\n</html>\n"
}

/// A text within HTML.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// The report as Markdown.
pub fn markdown(report: &Report) -> String {
    let mut out = format!("# {}\n\n{}\n\n{}.\n", title(report), plain(&report.name), report.summary());
    for fate in Fate::ALL.into_iter().filter(|fate| report.of(*fate).next().is_some()) {
        let rule = HEADS.map(|_| "---").join("|");
        let _ = write!(out, "\n## {}\n\n{}\n\n| {} |\n|{rule}|\n", fate.heading(), meaning(fate), HEADS.join(" | "));
        for (at, entry) in report.of(fate).enumerate() {
            let _ = writeln!(out, "| {} |", row(entry, at + 1).map(|cell| plain(&cell)).join(" | "));
        }
    }
    out
}

/// A text within Markdown that means nothing but itself.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_{}[]<>#|!~&".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
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
        let page = html(&report());
        assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
        assert!(page.contains("&lt;script&gt;alert(&#39;2025&#39;)&lt;/script&gt; | a"));
        let rows = markdown(&report());
        assert!(rows.contains("| \\<script\\>alert('2025')\\</script\\> \\| a |"), "{rows}");
        let value: serde_json::Value = serde_json::from_str(&json(&report())).unwrap_or_default();
        assert_eq!(value["rincian"][0]["sebelum"], "<script>alert('2025')</script> | a");
        assert_eq!(value["banyak"]["ubah"], 1);
    }
}
