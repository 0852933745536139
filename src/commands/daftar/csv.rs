//! The list as comma-separated values: RFC 4180, and no cell that a spreadsheet would take for a formula.

use super::Daftar;
use super::baris::KEPALA;

/// The heads, then one record a line of the list.
pub fn text(daftar: &Daftar<'_>) -> String {
    let mut out = String::with_capacity(256 * (daftar.count() + 1));
    record(&KEPALA, &mut out);
    for kelompok in &daftar.kelompok {
        kelompok.sel().for_each(|cells| record(&cells, &mut out));
    }
    out
}

fn record(cells: &[impl AsRef<str>], out: &mut String) {
    for (at, text) in cells.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        cell(text.as_ref(), out);
    }
    out.push_str("\r\n");
}

/// A cell that begins like a formula gets an apostrophe before it, which a spreadsheet shows as text.
fn cell(text: &str, out: &mut String) {
    let formula = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n']);
    let quoted = formula || text.contains([',', '"', '\r', '\n']);
    if !quoted {
        out.push_str(text);
        return;
    }
    out.push('"');
    if formula {
        out.push('\'');
    }
    for (at, part) in text.split('"').enumerate() {
        if at > 0 {
            out.push_str("\"\"");
        }
        out.push_str(part);
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_are_quoted_and_harmless() {
        let written = |text: &str| {
            let mut out = String::new();
            cell(text, &mut out);
            out
        };
        assert_eq!(written("Nama Ketua"), "Nama Ketua");
        assert_eq!(written("a, \"b\"\nc"), "\"a, \"\"b\"\"\nc\"");
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"] {
            assert_eq!(written(text), format!("\"'{text}\""));
        }
    }
}
