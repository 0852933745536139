//! Academic titles behind a name: `S.H.`, `M.Si.`, `Sp.A.`; a list in brackets takes their comma for its own.

use super::patterns::{Pattern, matches, pattern};

static DOTTED: Pattern =
    Pattern::new(|| pattern(r"^\p{Lu}\p{L}{0,4}(?:\.\s?\p{Lu}\p{L}{0,5})+\.?$|^\p{Lu}\p{L}{0,4}\.$"));
static BARE: Pattern = Pattern::new(|| pattern(r"^\p{Lu}{2,4}$"));

/// Whether a text is nothing but a title with its dots.
pub fn gelar(text: &str) -> bool {
    matches(&DOTTED, text.trim()).next().is_some()
}

/// Whether a text may be a title: also one without dots.
pub fn mungkin_gelar(text: &str) -> bool {
    gelar(text) || matches(&BARE, text.trim()).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::{gelar, mungkin_gelar};

    #[test]
    fn titles_stand_alone() {
        for text in ["S.H.", "M.Si", "S.Kom.", "Sp.A.", "A.Md.", "S.Pd.I.", "Ph.D.", "Ir.", "S.H"] {
            assert!(gelar(text), "{text}");
        }
        for text in ["Budi", "S.H. Sekretaris", "Ketua", "Rp150.000", "1.500", "SH", "a.n.", ""] {
            assert!(!gelar(text), "{text}");
        }
        assert!(mungkin_gelar("SH") && !mungkin_gelar("Ketua"));
    }
}
