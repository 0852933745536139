//! Capitals: words written the way others are, texts that are nothing but capitals.

use crate::yaml::gelar::gelar;

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

/// In capitals, but for what keeps its letters wherever it stands: old numbers of decrees, web and mail addresses, units,
/// `Rp`, degrees, and abbreviations that have small letters of their own, as `s.d.`, `e-KTP` and `kWh`.
pub fn title_upper(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = "";
    for piece in text.split_inclusive(char::is_whitespace) {
        let typed = piece.trim();
        let word = typed.trim_matches(|c: char| "()[]\"'“”‘’,;:.".contains(c));
        let measured = before.ends_with(|c: char| c.is_ascii_digit()) || typed.starts_with('(') && typed.contains(')');
        let kept = keeps_letters(word)
            || is_degree(word, typed.contains('.'), before.ends_with(','))
            || measured && is_unit(word)
            || matches!(word, "dst" | "dll" | "dkk" | "dsb") && typed.contains('.');
        match kept {
            true => out.push_str(piece),
            false => out.push_str(&piece.to_uppercase()),
        }
        before = typed;
    }
    out
}

/// Whether a word is an old number, with its parts between slashes, an address, a unit with a raised figure, rupiah, or an
/// abbreviation with small letters.
fn keeps_letters(word: &str) -> bool {
    let raised = word.strip_suffix(['²', '³']).is_some_and(is_unit);
    let rupiah = word.strip_prefix("Rp").is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    is_old_number(word) || raised || rupiah || is_mixed(word) || is_address(word)
}

/// Degrees that keep their letters, a line each.
const DEGREES: &str = include_str!("../../../../data/kata/gelar.txt");

/// Whether a word is a degree: `M.Si`, `A.Md.Keb`, `Sp.PD-KEMD`, or one of the list: with its point, or behind a comma.
fn is_degree(word: &str, pointed: bool, behind: bool) -> bool {
    let first = word.split('.').next().unwrap_or_default();
    let formed = match first {
        "Sp" => word.split(['-', '(']).next().unwrap_or_default(),
        _ => word,
    };
    let listed = |entry: &str| match entry.strip_suffix('.') {
        Some(bare) => bare == word && (pointed || bare.contains('.')),
        None => entry == word && behind,
    };
    let short = first.chars().count() == 1 || first == "Sp";
    short && gelar(formed) || DEGREES.lines().filter(|line| !line.starts_with('#')).any(listed)
}

/// Whether a word is the sign of a unit, as it stands behind a figure or in brackets, also of one for each other: `km/jam`.
fn is_unit(word: &str) -> bool {
    if let Some((unit, each)) = word.split_once('/') {
        return is_unit(unit) && (is_unit(each) || matches!(each, "jam" | "menit" | "detik" | "hari"));
    }
    let length = matches!(word, "mm" | "cm" | "dm" | "m" | "hm" | "km" | "ha");
    let weight = matches!(word, "mg" | "g" | "kg" | "l" | "ml" | "mL");
    length || weight || matches!(word, "kW" | "kHz" | "MHz" | "GHz" | "Mbps" | "Gbps" | "dpi")
}

/// Whether an abbreviation has small letters that are its own: `s.d`, `kWh`, `PPh`, `e-KTP`, `KTP-el`.
fn is_mixed(word: &str) -> bool {
    let (small, large) = (|c: char| c.is_lowercase(), |c: char| c.is_uppercase());
    let short = |part: &str, most: usize| (1..=most).contains(&part.chars().count()) && part.chars().all(small);
    let capitals = |part: &str| part.chars().count() > 1 && part.chars().all(large);
    let dotted = word.contains('.') && word.split('.').all(|part| short(part, 1));
    let hyphened = word.split_once('-').is_some_and(|(a, b)| short(a, 1) && capitals(b) || capitals(a) && short(b, 2));
    let letters = word.chars().all(char::is_alphabetic) && word.chars().count() < 5;
    let several = word.chars().filter(|c| large(*c)).count() > 1;
    dotted
        || hyphened
        || letters && (word.starts_with(small) && word.contains(large) || several && word.contains(small))
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
            "BUPATI DAN/ATAU WALI KOTA s.d. 5 a.n. dst."
        );
        assert_eq!(title_upper("A  b\nc"), "A  B\nC");
        assert_eq!(
            title_upper("Jumlah (Rp) serta e-KTP dan KTP-el, daya 5 kWh, 10 km, (kg)"),
            "JUMLAH (Rp) SERTA e-KTP DAN KTP-el, DAYA 5 kWh, 10 km, (kg)"
        );
        assert_eq!(
            title_upper("Saudara dr. Budi, S.H., M.Si. dan Dr. Ani, A.Md.Keb., Ph.D. (S. Pd), Kec.Bawen, A. Yani, Apt"),
            "SAUDARA dr. BUDI, S.H., M.Si. DAN Dr. ANI, A.Md.Keb., Ph.D. (S. PD), KEC.BAWEN, A. YANI, APT"
        );
        let degrees = "Prof. Dr. Ani, Sp.A.(K), Sp.PD-KEMD., Lc., Ed.D., Dipl.Ing., Amd. Hj. Rr. Ayu, S.Kep., Ners";
        let kept = degrees.replace("Ani", "ANI").replace("Ayu", "AYU");
        assert_eq!(title_upper(degrees), kept);
        assert_eq!(title_upper("Uji Kompetensi Ners dan Prof"), "UJI KOMPETENSI NERS DAN PROF");
        assert_eq!(title_upper("Batas 40 km/jam dan 5 mg/l per km/Hari"), "BATAS 40 km/jam DAN 5 mg/l PER KM/HARI");
        assert_eq!(title_upper("Potongan PPh Pasal 21"), "POTONGAN PPh PASAL 21");
        assert_eq!(title_upper("Honor Rp5.000,00 bagi 2 (dua) anak"), "HONOR Rp5.000,00 BAGI 2 (DUA) ANAK");
        assert_eq!(title_upper("Rapat PPS-nya dan Sirekap Rpjmd di-TPS"), "RAPAT PPS-NYA DAN SIREKAP RPJMD DI-TPS");
    }

    #[test]
    fn texts_in_capitals() {
        assert!(in_capitals("PENETAPAN HARI KERJA 2025"));
        assert!(!in_capitals("KPU"));
        assert!(!in_capitals("PENETAPAN Hari"));
    }
}
