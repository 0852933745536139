//! Academic titles behind a name: `S.H.`, `M.Si.`, `Sp.A.`; a list in brackets takes their comma for its own.

/// Titles of one part, which also stand before a name.
const SATU: [&str; 5] = ["Ir.", "Drs.", "Dra.", "Dr.", "Prof."];

/// Whether a text is nothing but a title with its dots.
pub fn gelar(text: &str) -> bool {
    let text = text.trim();
    let parts: Vec<&str> = text.strip_suffix('.').unwrap_or(text).split('.').map(str::trim_start).collect();
    // An initial before a name: "R. SITI".
    let name = text.contains(". ") && !text.ends_with('.') && parts.last().is_some_and(|last| last.chars().count() > 2);
    SATU.contains(&text) || (parts.len() > 1 && !name && parts.iter().all(|part| is_part(part)))
}

/// Whether a text may be a title: also one without dots.
pub fn mungkin_gelar(text: &str) -> bool {
    let bare = text.trim();
    gelar(text) || ((2..5).contains(&bare.chars().count()) && bare.chars().all(char::is_uppercase))
}

/// Whether a part of a title is a capital with few letters behind it.
fn is_part(part: &str) -> bool {
    let mut letters = part.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.clone().count() < 6 && letters.all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::{gelar, mungkin_gelar};

    #[test]
    fn titles_stand_alone() {
        for text in ["S.H.", "M.Si", "S.Kom.", "Sp.A.", "A.Md.", "S.Pd.I.", "Ph.D.", "Ir.", "S.H", "M. Si", "S. Kom."] {
            assert!(gelar(text), "{text}");
        }
        for text in [
            "Budi",
            "S.H. Sekretaris",
            "Ketua",
            "Rp150.000",
            "1.500",
            "SH",
            "Hal.",
            "Baris.",
            "a.n.",
            "R. SITI",
            "RR. Ayu",
            "",
        ] {
            assert!(!gelar(text), "{text}");
        }
        assert!(mungkin_gelar("SH") && !mungkin_gelar("Ketua"));
    }
}
