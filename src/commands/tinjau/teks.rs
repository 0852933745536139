//! The edits for people: a number, the place, what stood there and what stands there now.

use naskah_formats::word::balik::{Jenis, Suntingan};

/// Every edit with its number.
pub fn daftar(edits: &[Suntingan], colors: bool) -> String {
    if edits.is_empty() {
        return "tidak ada suntingan yang dapat dibawa\n".to_owned();
    }
    let strong = |text: String| if colors { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text };
    let one = |(at, edit): (usize, &Suntingan)| {
        let mut lines = strong(format!("{}. {}", at + 1, judul(edit))) + "\n";
        let mut part = |name: &str, text: &str| {
            if !text.is_empty() {
                lines.push_str(&format!("   {name}: {}\n", text.replace('\n', " / ")));
            }
        };
        match edit.jenis {
            Jenis::Catatan => {
                part("teks", &edit.lama);
                part("komentar", &edit.baru);
            }
            _ => {
                part("lama", &edit.lama);
                part("baru", &edit.baru);
            }
        }
        lines
    };
    edits.iter().enumerate().map(one).collect()
}

/// `Menimbang huruf b diubah (Nama, 2025-01-31)`
pub fn judul(edit: &Suntingan) -> String {
    let oleh = edit.oleh.as_ref().filter(|oleh| !oleh.nama.is_empty()).map(|oleh| match oleh.hari.as_str() {
        "" => format!(" ({})", oleh.nama),
        hari => format!(" ({}, {hari})", oleh.nama),
    });
    format!("{} {}{}", edit.tempat, edit.jenis.word(), oleh.unwrap_or_default())
}
