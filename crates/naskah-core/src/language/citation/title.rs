//! How far a title reaches in running text, where no bracket closes it: its words have capitals, but for those that join.

use super::words::{Kata, kata};

/// Words that a title has in small letters.
const PENGHUBUNG: [&str; 24] = [
    "dan",
    "atau",
    "dan/atau",
    "di",
    "ke",
    "dari",
    "dengan",
    "untuk",
    "pada",
    "dalam",
    "bagi",
    "oleh",
    "yang",
    "sebagai",
    "serta",
    "tentang",
    "atas",
    "menjadi",
    "terhadap",
    "antara",
    "kepada",
    "secara",
    "melalui",
    "berdasarkan",
];

/// Words with which the sentence goes on, also in a text of capitals.
const LANJUTAN: [&str; 4] = ["sebagaimana", "perlu", "beserta", "berbunyi"];

/// Words with which a title goes on behind an abbreviation in brackets.
const DI_DALAM: [&str; 5] = ["sebagai", "di", "pada", "dalam", "bagi"];

/// Whether a word is an abbreviation in brackets: "(COVID-19)".
fn is_short(text: &str, word: &Kata) -> bool {
    let shown = &text[word.inti.clone()];
    let closed = text[word.inti.end..].starts_with(')') && word.berkurung(text);
    closed && shown.starts_with(|c: char| c.is_ascii_uppercase()) && !shown.contains(char::is_lowercase)
}

/// Where the title that begins at `from` ends, no farther than `until`; `from` where no word has a capital.
pub fn batas(text: &str, from: usize, until: usize) -> usize {
    let mut end = from;
    let words = kata(text, from..until);
    for (at, word) in words.iter().enumerate() {
        let first = text[word.inti.clone()].chars().next().unwrap_or(' ');
        let loud = first.is_uppercase() || first.is_ascii_digit();
        let joins = PENGHUBUNG.contains(&word.kecil.as_str());
        if is_short(text, word) && words.get(at + 1).is_some_and(|next| DI_DALAM.contains(&next.kecil.as_str())) {
            continue;
        }
        if word.berkurung(text) || LANJUTAN.contains(&word.kecil.as_str()) || !(loud || joins) {
            break;
        }
        if loud {
            end = word.inti.end;
        }
        if word.berakhir(text) {
            break;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::batas;

    #[test]
    fn titles_end_where_the_sentence_goes_on() {
        let title = |text: &'static str| &text[..batas(text, 0, text.len())];
        assert_eq!(title("Tata Kerja dan Pola Hubungan sebagaimana telah diubah"), "Tata Kerja dan Pola Hubungan");
        assert_eq!(title("Jam Kerja, Hari Libur, dan Cuti, perlu menetapkan"), "Jam Kerja, Hari Libur, dan Cuti");
        assert_eq!(title("Hari Kerja yang menyatakan bahwa Ketua"), "Hari Kerja");
        assert_eq!(title("HARI KERJA SEBAGAIMANA TELAH DIUBAH"), "HARI KERJA");
        assert_eq!(
            title("Perubahan atas Peraturan Nomor 5 Tahun 2019 (Berita"),
            "Perubahan atas Peraturan Nomor 5 Tahun 2019"
        );
        assert_eq!(
            title("Penyebaran Penyakit (COVID-19) sebagai Bencana Nasional perlu"),
            "Penyebaran Penyakit (COVID-19) sebagai Bencana Nasional"
        );
        assert_eq!(title("Pemilihan Umum (Pemilu) dan Peraturan"), "Pemilihan Umum");
        assert_eq!(title("hari kerja"), "");
    }
}
