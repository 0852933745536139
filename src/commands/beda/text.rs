//! The comparison for people at a terminal: each place, what stood there and what stands there now.

use std::fmt::Write;

use naskah_core::decree::Run;

use super::report::{Isian, Laporan, Nasib, Satuan};
use super::words::Tanda;

/// So many words around a change are shown, of a text that nothing is compared with so many times four.
const AROUND: usize = 6;

/// What is said of places where only the year changed.
pub const FOLDED: &str = "Hanya tahun keputusan yang berganti";

/// Every change; coloured for a terminal, or with `[-…-]` and `{+…+}` around the words that changed.
pub fn summary(laporan: &Laporan, color: bool) -> String {
    let mut out = String::new();
    laporan.worth_telling().for_each(|satuan| tell(satuan, color, &mut out));
    let folded = laporan.folded();
    if !folded.is_empty() {
        let _ = writeln!(out, "{} ({} tempat): {}", FOLDED, folded.len(), folded.join("; "));
    }
    out
}

fn tell(satuan: &Satuan, color: bool, out: &mut String) {
    let place = satuan.nama_tempat();
    let bold = |text: &str| if color { format!("\x1b[1m{text}\x1b[0m") } else { text.to_owned() };
    let nasib = satuan.nasib();
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{}: {}", bold(&place), nasib.word());
    for isian in satuan.shown() {
        let name = if isian.nama.is_empty() { String::new() } else { format!("{}: ", isian.nama) };
        if isian.changed() && nasib != Nasib::Disisipkan && nasib != Nasib::Dihapus {
            let indent = if name.is_empty() { "  " } else { "    " };
            if !name.is_empty() {
                let _ = writeln!(out, "  {}{}", name.trim_end(), if isian.pindah { " dipindahkan" } else { "" });
            }
            let _ = writeln!(out, "{indent}sebelum: {}", side(isian, Tanda::Hapus, color));
            let _ = writeln!(out, "{indent}sesudah: {}", side(isian, Tanda::Sisip, color));
        } else {
            let _ = writeln!(out, "  {name}{}", whole(isian));
        }
    }
}

/// One side of a text, what did not change shortened to the words around the changes.
fn side(isian: &Isian, tanda: Tanda, color: bool) -> String {
    let last = isian.potong.len().saturating_sub(1);
    let mut out = String::new();
    for (at, part) in isian.potong.iter().enumerate() {
        let text = starred(&part.runs);
        match part.tanda {
            Tanda::Tetap if last == 0 => out.push_str(&whole(isian)),
            Tanda::Tetap => out.push_str(&shortened(&text, at > 0, at < last)),
            changed if changed == tanda => out.push_str(&highlighted(&text, tanda, color)),
            _ => {}
        }
    }
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    if out.is_empty() { "(kosong)".to_owned() } else { out }
}

fn highlighted(text: &str, tanda: Tanda, color: bool) -> String {
    match (color, tanda) {
        (true, Tanda::Hapus) => format!("\x1b[31;9m{text}\x1b[0m"),
        (true, _) => format!("\x1b[34;4m{text}\x1b[0m"),
        (false, Tanda::Hapus) => format!("[-{text}-]"),
        (false, _) => format!("{{+{text}+}}"),
    }
}

/// The words of an unchanged stretch that lie next to changes before or after it.
fn shortened(text: &str, change_before: bool, change_after: bool) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let head = if change_before { AROUND } else { 0 };
    let tail = if change_after { AROUND } else { 0 };
    if words.len() <= head + tail + 2 {
        return text.to_owned();
    }
    let start = words.get(..head).unwrap_or_default().join(" ");
    let end = words.get(words.len() - tail..).unwrap_or_default().join(" ");
    // Blanks at the ends keep words apart from their neighbours.
    let before = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{before}{start} … {end}{after}")
}

/// A text that only one side has, or that moved as it is.
fn whole(isian: &Isian) -> String {
    let text: String = isian.potong.iter().map(|part| starred(&part.runs)).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.get(..AROUND * 4) {
        Some(first) if words.len() > AROUND * 4 + 2 => format!("{} … ({} kata)", first.join(" "), words.len()),
        _ => words.join(" "),
    }
}

/// Emphasis as it is typed.
fn starred(runs: &[Run]) -> String {
    let star = |run: &Run| match (run.miring, run.tebal) {
        (false, false) => run.text.clone(),
        (true, false) => format!("*{}*", run.text),
        (false, true) => format!("**{}**", run.text),
        (true, true) => format!("***{}***", run.text),
    };
    runs.iter().map(star).collect()
}
