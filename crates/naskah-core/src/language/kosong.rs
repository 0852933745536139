//! Places that are left to be filled in: `......`, `____`, `././..`, `[diisi]`, `<nama>`, a number that is missing.

use std::ops::Range;
use std::sync::LazyLock;

use super::patterns::{Pattern, group, matches, pattern};

/// Three dots and more, also with blanks or slashes among them; lines; words in brackets; rows of x; a number that is
/// missing.
static BLANK: Pattern = LazyLock::new(|| {
    pattern(concat!(
        r"(?:\.[ ]?){2,}\.|\.?/\.[./]*|\./[./]+|…+|_{3,}|\[ *(?:\p{L}[^\[\]]*|[.…_ ]+)?\]|<[\p{L}_ ]+>",
        r"|\b[xX]{4,}\b|\bxxx\b|\bNomor +(?:Tahun\b|[,;)])"
    ))
});

/// The places of a text that somebody still has to fill in.
pub fn tempat(text: &str) -> Vec<Range<usize>> {
    matches(&BLANK, text).map(|found| group(&found, 0)).collect()
}

#[cfg(test)]
mod tests {
    use super::tempat;

    fn first(text: &str) -> Option<&str> {
        tempat(text).into_iter().next().map(|place| &text[place])
    }

    #[test]
    fn what_is_to_be_filled_in_is_found() {
        for (text, place) in [
            ("di Desa ...... Kecamatan", "......"),
            ("di Desa . . . . Kecamatan", ". . . ."),
            ("Nomor ././../2026", "././../"),
            ("Nomor …/2026", "…"),
            ("Nama: ____", "____"),
            ("Kepala [diisi]", "[diisi]"),
            ("Kepala [ nama pejabat ]", "[ nama pejabat ]"),
            ("Kepala []", "[]"),
            ("sejumlah <jumlah> orang", "<jumlah>"),
            ("Nomor xxx", "xxx"),
            ("Surat Nomor Tahun 2026", "Nomor Tahun"),
            ("Tahun 2017 Nomor , Tambahan", "Nomor ,"),
        ] {
            assert_eq!(first(text), Some(place), "{text}");
        }
    }

    #[test]
    fn what_is_written_out_is_let_be() {
        for text in [
            "Nomor 11/HK.03.1-Kpt/3322/KPU-Kab/II/2022",
            "dan/atau s.d. 5 a.n. Ketua, u.b. Sekretaris, S.H., M.Si., dst.",
            "Lampiran XXX",
            "jdih.kpu.go.id/jateng",
            "Rp1.500.000,00 (x < 5 dan y > 3)",
            "Nomor 7 Tahun 2017",
            "Menetapkan. . Petugas",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
