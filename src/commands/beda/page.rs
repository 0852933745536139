//! The comparison as a table to be read by others: a page of HTML that needs nothing else, or Markdown.

use naskah_core::decree::Run;

use super::report::{Isian, Laporan, Nasib, Satuan};
use super::words::{Potong, Tanda};

/// The look of the page, on a screen and on paper.
const STYLE: &str = "\
body{font-family:Georgia,'Bookman Old Style',serif;line-height:1.45;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h1{font-size:1.4rem}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #888;padding:.4rem .6rem;vertical-align:top;text-align:left}
th{background:#eee}
th[scope=row]{font-weight:normal;background:none;width:18%}
td.keadaan{white-space:nowrap}
td.isi{width:34%}
p.nama{margin:.5rem 0 0;font-size:.85em;font-weight:bold}
p{margin:0}
del{color:#b3001b;text-decoration:line-through}
ins{color:#0b3fa0;text-decoration:underline}
thead{display:table-header-group}
tr{break-inside:avoid}
@media print{body{margin:0;max-width:none}}
";

/// What stands over the table.
pub struct Heading<'a> {
    /// The old decree's name and file.
    pub lama: &'a str,
    /// The new decree's name and file.
    pub baru: &'a str,
}

/// A page of HTML.
pub fn html(laporan: &Laporan, heading: &Heading<'_>) -> String {
    let rows: String = laporan.changes().map(html_row).collect();
    let table = match laporan.is_same() {
        true => String::new(),
        false => format!(
            "<table>\n<thead><tr><th scope=\"col\">Tempat</th><th scope=\"col\">Keadaan</th><th scope=\"col\">Sebelum</th><th \
             scope=\"col\">Sesudah</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
        ),
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width\">\n<title>Perbandingan keputusan</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <h1>Perbandingan keputusan</h1>\n<p>Lama: {}</p>\n<p>Baru: {}</p>\n<p>Hasil: {}. <del>Dihapus</del>, \
         <ins>disisipkan</ins>.</p>\n{table}</body>\n</html>\n",
        escaped(heading.lama),
        escaped(heading.baru),
        escaped(&laporan.counts()),
    )
}

fn html_row(satuan: &Satuan) -> String {
    let cell = |tanda: Tanda, missing: Nasib| match satuan.nasib() == missing {
        true => String::new(),
        false => satuan.shown().into_iter().map(|isian| html_text(isian, tanda)).collect(),
    };
    format!(
        "<tr><th scope=\"row\">{}</th><td class=\"keadaan\">{}</td><td class=\"isi\">{}</td><td class=\"isi\">{}</td></tr>\n",
        escaped(&satuan.nama_tempat()),
        satuan.nasib().word(),
        cell(Tanda::Hapus, Nasib::Disisipkan),
        cell(Tanda::Sisip, Nasib::Dihapus),
    )
}

fn html_text(isian: &Isian, tanda: Tanda) -> String {
    let name = match isian.nama.is_empty() {
        true => String::new(),
        false => format!("<p class=\"nama\">{}</p>", escaped(&isian.nama)),
    };
    let styled = |run: &Run| {
        let text = escaped(&run.text);
        let text = if run.miring { format!("<em>{text}</em>") } else { text };
        if run.tebal { format!("<strong>{text}</strong>") } else { text }
    };
    let part = |part: &Potong| {
        let text: String = part.runs.iter().map(styled).collect();
        match part.tanda {
            Tanda::Tetap => text,
            Tanda::Hapus => format!("<del>{text}</del>"),
            Tanda::Sisip => format!("<ins>{text}</ins>"),
        }
    };
    format!("{name}<p>{}</p>", of_side(isian, tanda).map(part).collect::<String>())
}

fn of_side(isian: &Isian, tanda: Tanda) -> impl Iterator<Item = &Potong> {
    isian.potong.iter().filter(move |part| part.tanda == Tanda::Tetap || part.tanda == tanda)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A table in Markdown.
pub fn markdown(laporan: &Laporan, heading: &Heading<'_>) -> String {
    let head = format!(
        "# Perbandingan keputusan\n\n- lama: {}\n- baru: {}\n- hasil: {}\n",
        plain(heading.lama),
        plain(heading.baru),
        laporan.counts()
    );
    let rows: String = laporan.changes().map(markdown_row).collect();
    match laporan.is_same() {
        true => head,
        false => format!("{head}\n| tempat | keadaan | sebelum | sesudah |\n|---|---|---|---|\n{rows}"),
    }
}

fn markdown_row(satuan: &Satuan) -> String {
    let cell = |tanda: Tanda, missing: Nasib| match satuan.nasib() == missing {
        true => String::new(),
        false => satuan.shown().into_iter().map(|isian| markdown_text(isian, tanda)).collect::<Vec<_>>().join("<br>"),
    };
    format!(
        "| {} | {} | {} | {} |\n",
        plain(&satuan.nama_tempat()),
        satuan.nasib().word(),
        cell(Tanda::Hapus, Nasib::Disisipkan),
        cell(Tanda::Sisip, Nasib::Dihapus)
    )
}

fn markdown_text(isian: &Isian, tanda: Tanda) -> String {
    let part = |part: &Potong| {
        let text: String = part.runs.iter().map(markdown_run).collect();
        match part.tanda {
            Tanda::Tetap => text,
            Tanda::Hapus => around(&text, "~~"),
            Tanda::Sisip => around(&text, "**"),
        }
    };
    let name = if isian.nama.is_empty() { String::new() } else { format!("{}: ", plain(&isian.nama)) };
    format!("{name}{}", of_side(isian, tanda).map(part).collect::<String>())
}

fn markdown_run(run: &Run) -> String {
    let text = plain(&run.text);
    if run.miring { around(&text, "_") } else { text }
}

/// A mark must touch the words: blanks stay outside.
fn around(text: &str, mark: &str) -> String {
    let inner = text.trim();
    match inner.is_empty() {
        true => text.to_owned(),
        false => {
            let start = text.len() - text.trim_start().len();
            let end = text.trim_end().len();
            format!("{}{mark}{inner}{mark}{}", &text[..start], &text[end..])
        }
    }
}

/// A text that Markdown reads as nothing else.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '|' | '~' | '#' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}
