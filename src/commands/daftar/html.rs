//! The list as one web page that needs nothing else: a table for each series, with captions and heads that a screen reader
//! can tell.

use std::fmt::Write;

use super::baris::{KEPALA, Sel};
use super::{Daftar, Kelompok};

const GAYA: &str = "\
body{font:1rem/1.4 system-ui,sans-serif;margin:1.5rem;color:#1a1a1a;background:#fff}\
table{border-collapse:collapse;width:100%;margin:0 0 2rem}\
caption{text-align:left;font-weight:bold;font-size:1.15rem;padding:.5rem 0}\
th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}\
thead th{background:#e8eef5}\
.angka{text-align:right}.utuh{white-space:nowrap}.sidik{font-family:ui-monospace,monospace;font-size:.85em}\
tr.konsep td,tr.konsep th{background:#fff8e1}tr.kosong td,tr.kosong th{background:#f3f3f3}\
tr.tidak td,tr.tidak th{color:#555}tr.tidak .tentang{text-decoration:line-through}\
@media print{body{margin:0;font-size:9pt}thead{display:table-header-group}tr{break-inside:avoid}}";

/// The page.
pub fn page(daftar: &Daftar<'_>) -> String {
    let mut out = String::with_capacity(1024 * (daftar.count() + 4));
    out.push_str("<!doctype html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    // Writing to a String cannot fail.
    let _ = write!(out, "<title>Daftar keputusan</title>\n<style>{GAYA}</style>\n</head>\n<body>\n<main>\n");
    out.push_str("<h1>Daftar keputusan</h1>\n");
    if let Some(message) = &daftar.terhenti {
        out.push_str("<p role=\"note\"><strong>Perhatian:</strong> ");
        escape(message, &mut out);
        out.push_str("</p>\n");
    }
    if daftar.kelompok.is_empty() {
        out.push_str("<p>Tidak ada keputusan.</p>\n");
    }
    daftar.kelompok.iter().for_each(|kelompok| table(kelompok, &mut out));
    relations(daftar, &mut out);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// The columns of a table: places in [`KEPALA`], and their classes.
const KOLOM: [(usize, &str); 8] =
    [(3, "angka"), (4, "utuh"), (5, "tentang"), (6, ""), (7, "angka"), (8, "sidik"), (9, ""), (10, "")];

fn table(kelompok: &Kelompok<'_>, out: &mut String) {
    out.push_str("<table>\n<caption>");
    escape(&format!("{}, tahun {}, seri {}", kelompok.kantor, kelompok.tahun, kelompok.seri), out);
    out.push_str("</caption>\n<thead>\n<tr>");
    for (at, class) in KOLOM {
        let _ = write!(out, "<th scope=\"col\"{}>{}</th>", classed(class), KEPALA[at]);
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    kelompok.sel().for_each(|cells| row(&cells, out));
    out.push_str("</tbody>\n</table>\n");
}

fn row(cells: &Sel<'_>, out: &mut String) {
    let state = cells[9].split([' ', ',', ':']).next().unwrap_or_default();
    let class = match state {
        "konsep" => "konsep",
        "nomor" => "kosong",
        "dibatalkan" | "dicabut" => "tidak",
        _ => "",
    };
    let _ = write!(out, "<tr{}>", classed(class));
    for (nth, (at, class)) in KOLOM.into_iter().enumerate() {
        let (open, close) = if nth == 0 { ("th scope=\"row\"", "th") } else { ("td", "td") };
        let _ = write!(out, "<{open}{}>", classed(class));
        escape(&cells[at], out);
        let _ = write!(out, "</{close}>");
    }
    out.push_str("</tr>\n");
}

fn relations(daftar: &Daftar<'_>, out: &mut String) {
    if daftar.hubungan.is_empty() {
        return;
    }
    out.push_str("<h2>Perubahan dan pencabutan</h2>\n<ul>\n");
    for one in &daftar.hubungan {
        out.push_str("<li>");
        escape(&one.told(daftar.terbitan), out);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

fn classed(class: &str) -> String {
    if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") }
}

/// A text that means nothing to a browser.
fn escape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    #[test]
    fn signs_mean_nothing() {
        let mut out = String::new();
        super::escape("<b class=\"x\">é & 'y'</b>", &mut out);
        assert_eq!(out, "&lt;b class=&quot;x&quot;&gt;é &amp; &#39;y&#39;&lt;/b&gt;");
    }
}
