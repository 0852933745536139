//! Capitals: words written the way others are, texts that are nothing but capitals.

/// `word`, which is in lower case or has the capitals of a name, with the capitals that `shown` has.
pub fn like(shown: &str, word: &str) -> String {
    let letters = || shown.chars().filter(|c| c.is_alphabetic());
    if letters().count() > 1 && letters().all(|c| !c.is_lowercase()) {
        return word.to_uppercase();
    }
    let titled = shown.split(['-', ' ']).filter(|part| !part.is_empty()).count() > 1
        && shown.split(['-', ' ']).all(|part| part.chars().next().is_none_or(char::is_uppercase));
    match letters().next() {
        Some(c) if c.is_uppercase() && titled => titled_words(word),
        Some(c) if c.is_uppercase() => capital(word),
        _ => word.to_owned(),
    }
}

/// With its first letter in capital.
pub fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// With the first letter of each word, also after a hyphen, in capital.
pub fn titled_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut fresh = true;
    for c in text.chars() {
        match fresh {
            true => out.extend(c.to_uppercase()),
            false => out.push(c),
        }
        fresh = c == ' ' || c == '-';
    }
    out
}

/// In capitals, but for what keeps its letters wherever it stands: old numbers of decrees, web and mail addresses, units
/// with a raised figure.
pub fn title_upper(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_matches(|c: char| c.is_whitespace() || "()[]\"'“”‘’,;:.".contains(c));
        match keeps_letters(word) {
            true => out.push_str(piece),
            false => out.push_str(&piece.to_uppercase()),
        }
    }
    out
}

/// Whether a word is an old number, with its parts between slashes, an address, or a unit with a raised figure.
fn keeps_letters(word: &str) -> bool {
    let unit = word.strip_suffix(['²', '³']).is_some_and(|unit| matches!(unit, "m" | "km" | "cm" | "mm" | "dm" | "hm"));
    is_old_number(word) || unit || is_address(word)
}

/// Whether a word is a number of the older form: a figure first, a year last, and codes between slashes.
fn is_old_number(word: &str) -> bool {
    let parts: Vec<&str> = word.split('/').collect();
    let figures = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let ends = parts.first().is_some_and(|first| first.starts_with(|c: char| c.is_ascii_digit()))
        && parts.last().is_some_and(|last| (last.len() == 4 && figures(last)) || last.eq_ignore_ascii_case("tahun"));
    parts.len() > 2 && ends && parts.iter().all(|part| !part.is_empty())
}

/// Whether a word is a web or mail address: at least three names of two letters or more between dots, in small letters.
fn is_address(word: &str) -> bool {
    let host = word.split_once("://").map_or(word, |(_, rest)| rest);
    let host = host.split_once('@').map_or(host, |(_, rest)| rest).split('/').next().unwrap_or_default();
    let names: Vec<&str> = host.split('.').collect();
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let ends = names.last().is_some_and(|last| last.chars().all(|c| c.is_ascii_lowercase()));
    names.len() > 2 && ends && names.iter().all(|name| name.len() > 1 && name.chars().all(letters))
}

/// Whether every letter is a capital, and there is more than an abbreviation.
pub fn in_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() > 4 && !text.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_kept() {
        assert_eq!(like("Pearuran", "peraturan"), "Peraturan");
        assert_eq!(like("KBAUPATEN", "kabupaten"), "KABUPATEN");
        assert_eq!(like("anatara", "antara"), "antara");
        assert_eq!(like("Undang undang", "undang-undang"), "Undang-undang");
        assert_eq!(like("Sub Bagian", "subbagian"), "Subbagian");
        assert_eq!(like("Undang Undang", "undang-undang"), "Undang-Undang");
        assert_eq!(like("Tindaklanjut", "tindak lanjut"), "Tindak lanjut");
    }

    #[test]
    fn titles_in_capitals_keep_numbers_and_addresses() {
        assert_eq!(title_upper("Keputusan 134/Kpts/KPU/Tahun 2016"), "KEPUTUSAN 134/Kpts/KPU/Tahun 2016");
        let old = "11/HK.03.1-Kpt/3322/KPU-Kab/II/2022";
        assert_eq!(
            title_upper(&format!("Keputusan Nomor {old} tentang Jam")),
            format!("KEPUTUSAN NOMOR {old} TENTANG JAM")
        );
        assert_eq!(title_upper("Lahan 10 m² dan (jdih.kpu.go.id)"), "LAHAN 10 m² DAN (jdih.kpu.go.id)");
        assert_eq!(
            title_upper("Surel kab@kpu.go.id, jdih.kpu.go.id/jateng."),
            "SUREL kab@kpu.go.id, jdih.kpu.go.id/jateng."
        );
        assert_eq!(
            title_upper("Bupati dan/atau Wali Kota s.d. 5 a.n. dst."),
            "BUPATI DAN/ATAU WALI KOTA S.D. 5 A.N. DST."
        );
        assert_eq!(title_upper("A  b\nc"), "A  B\nC");
    }

    #[test]
    fn texts_in_capitals() {
        assert!(in_capitals("PENETAPAN HARI KERJA 2025"));
        assert!(!in_capitals("KPU"));
        assert!(!in_capitals("PENETAPAN Hari"));
    }
}
