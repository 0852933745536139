//! Places that are left to be filled in: `......`, `____`, `././..`, `[diisi]`, `<nama>`, `«Nama»`, a number or the day
//! of a date that is missing.
//!
//! The rule about them and `terbit` look for the same places.

use std::ops::Range;

use super::days::BULAN;
use super::patterns::{Pattern, group, made, matches};

/// Three dots and more, also with blanks or slashes among them; lines; words in brackets, and the signs that Word puts
/// around a field; words that say that something comes later; rows of x; a number, a year, a day that is missing.
static BLANK: Pattern = Pattern::new(|| {
    let undated = format!(r"|\b[Tt]anggal[ ]+(?:{})[ ]+(?:19|20)\d\d\b", BULAN.join("|"));
    made(concat!(
        r"(?:[.…][ ]?){2,}[.…]|\.?/\.[./]*|\./[./]+|…+|_{3,}|\[ *(?:\p{L}[^\[\]]{2,}|[.…_ ]+)?\]|<\p{L}[\p{L}_ ]{2,}>",
        r"|\b[xX]{4,}\b|\bxxx\b|\b[xX]{2}[ ]+\p{Lu}\p{Ll}+[ ]+(?:19|20)\d\d\b|\b(?:19|20)\d?X{1,2}\b",
        r"|\([ .…_]*\)|\?{2,}|-{4,}|\bTB[AD]\b|\{[ ]*\p{L}[^{}]{1,40}\}|«[^«»]{2,40}»|%\p{L}[\p{L}_]{2,40}%",
        r"|\((?:di)?isi[^()]{0,40}\)|\(nama(?:[ ]\p{Ll}+)?\)|\bdiisi[ ]+(?:kemudian|nanti|belakangan)\b|\bRp\.?,-",
        r"|\b(?:isi|tulis)[ ]+di[ ]+sini\b",
        r"|\bNNN\b|\bNomor[ ]+XXX\b|/[ ]{2,}/",
        r"|\b(?:Nomor|Tahun)(?:[ ]+[,;)]|\)|[ ]+tentang\b)|\bNomor[ ]+(?:Tahun|tanggal)\b|\bTahun[ ]+Nomor\b"
    ).to_owned() + &undated)
});

/// The places of a text that somebody still has to fill in.
pub fn tempat(text: &str) -> Vec<Range<usize>> {
    let trimmed = |range: Range<usize>| range.start..range.start + text[range].trim_end().len();
    matches(&BLANK, text).map(|found| trimmed(group(&found, 0))).collect()
}

/// Whether a text is nothing but a place that somebody still has to fill in, as a number that is not known yet.
pub fn seluruhnya(text: &str) -> bool {
    let text = text.trim();
    tempat(text).first().is_some_and(|place| *place == (0..text.len()))
}

/// Where the place stands that is printed as `shown`, in the text as it was typed, from a byte on: capitals and breaks
/// of lines may be others.
pub fn tertulis(typed: &str, from: usize, shown: &str) -> Option<Range<usize>> {
    let starts = typed.get(from..)?.char_indices().map(|(at, _)| from + at);
    starts.map(|at| at..at + alike(typed.get(at..).unwrap_or_default(), shown)).find(|range| !range.is_empty())
}

/// How many bytes of a typed text say what is shown; none where it says something else.
fn alike(typed: &str, shown: &str) -> usize {
    let mut typed_chars = typed.char_indices().peekable();
    let mut end = 0;
    for c in shown.chars() {
        let Some((at, other)) = typed_chars.next() else { return 0 };
        let blank = c.is_whitespace() && other.is_whitespace();
        if !blank && !c.to_lowercase().eq(other.to_lowercase()) {
            return 0;
        }
        end = at + other.len_utf8();
        while blank && typed_chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
    }
    end
}

/// The word whose number is missing, where that is what a place lacks: "Nomor" in "Nomor , Tambahan".
pub fn tanpa_angka(text: &str, place: &Range<usize>) -> Option<Range<usize>> {
    let shown = text.get(place.clone())?;
    let word = ["Nomor", "Tahun"].into_iter().find(|word| shown.starts_with(word))?;
    Some(place.start..place.start + word.len())
}

/// Whether nothing else than something to be filled in can be meant: a long row or a line that stands by itself or
/// behind a word, empty brackets, a missing number. A few dots may leave out words, and words in brackets explain.
pub fn pasti(text: &str, place: &Range<usize>) -> bool {
    if tanpa_angka(text, place).is_some() {
        return true;
    }
    let shown = text.get(place.clone()).unwrap_or_default();
    let before = text[..place.start].chars().next_back();
    let after = text[place.end..].chars().next();
    let open = before.is_none_or(|c| c.is_whitespace() || c.is_alphabetic() || c == '(');
    let closed = after.is_none_or(|c| c.is_whitespace() || ",;.)".contains(c));
    let few = shown.chars().filter(|c| ".…".contains(*c)).count() < 4 && shown.contains(' ');
    let bare = !few && !shown.contains(char::is_alphabetic) || shown.starts_with(['x', 'X', '1', '2']);
    let long = shown.chars().count() > 4 || shown.starts_with(['_', '[', '(', '?', '-']);
    bare && long && open && closed
}

#[cfg(test)]
mod tests {
    use super::{seluruhnya, tempat, tertulis};

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
            ("(Lembaran Negara Tahun 2017 Nomor)", "Nomor)"),
            ("Surat Nomor tanggal 3 Maret", "Nomor tanggal"),
            ("Undang-Undang Nomor 7 Tahun tentang", "Tahun tentang"),
            ("Tahun Anggaran 20XX", "20XX"),
            ("tanggal XX Maret 2026", "XX Maret 2026"),
            ("Kepala Dinas ( ) di", "( )"),
            ("sejumlah ?? orang", "??"),
            ("Mengangkat «Nama» sebagai", "«Nama»"),
            ("Mengangkat { Nama } sebagai", "{ Nama }"),
            ("Mengangkat %Nama% sebagai", "%Nama%"),
            ("Mengangkat (nama) sebagai", "(nama)"),
            ("bertempat di (diisi nama gedung)", "(diisi nama gedung)"),
            ("yang tempatnya diisi kemudian", "diisi kemudian"),
            ("isi di sini", "isi di sini"),
            ("sebesar Rp,-", "Rp,-"),
            ("Surat Nomor XXX", "Nomor XXX"),
            ("rapat tanggal Maret 2026", "tanggal Maret 2026"),
        ] {
            assert_eq!(first(text), Some(place), "{text}");
        }
    }

    #[test]
    fn a_place_is_found_as_it_was_typed() {
        let typed = "Jadwal [Nama\n  Tahapan] di [nama\n  tahapan]";
        assert_eq!(tertulis(typed, 0, "[NAMA TAHAPAN]"), Some(7..23));
        assert_eq!(tertulis(typed, 23, "[nama tahapan]").map(|place| &typed[place]), Some("[nama\n  tahapan]"));
        assert_eq!(tertulis(typed, 0, "[nama]"), None);
        assert!(seluruhnya("[besaran]") && seluruhnya(" ...... ") && !seluruhnya("Rp [besaran]") && !seluruhnya("-"));
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
            "pada tanggal 3 Maret 2026 sampai dengan bulan April 2026",
            "sebesar Rp1.500.000,- (satu juta lima ratus ribu rupiah)",
            "hadir 40% dari anggota, 60% dari undangan",
            "formulir yang diisi oleh pemilih (nama, alamat)",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
