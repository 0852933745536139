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
    fn texts_in_capitals() {
        assert!(in_capitals("PENETAPAN HARI KERJA 2025"));
        assert!(!in_capitals("KPU"));
        assert!(!in_capitals("PENETAPAN Hari"));
    }
}
