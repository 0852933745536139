//! Short names of rules, as they are typed instead of ids: `uu 7/2017`, `UU Nomor 7 Tahun 2017`.

use crate::language::patterns::{Pattern, group, matches, pattern};

static SHORT: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)^(uu|undang[- ]undang|perppu|pp|perpres|peraturan presiden|peraturan pemerintah|keppres|inpres|pkpu|peraturan kpu|peraturan komisi pemilihan umum)[ ]+(nomor|no\.?|nmr\.?)?[ ]*([0-9]{1,4})(?:[ ]*(/)[ ]*|[ ]+(?:(tahun|thn\.?|th\.?)[ ]*)?)([0-9]{4})(?:[;.]?$|[;.]?[ ]+(tentang|ttg\.?|mengenai)[ ])",
    )
});

/// The id of a legal basis that a short name means; `None` for what is no short name alone.
pub fn id_dari_sebutan(text: &str) -> Option<String> {
    let (id, alone) = sebutan(text)?;
    alone.then_some(id)
}

/// The id of a legal basis that a text cites in an abbreviated way, with a title or without: `Undang-Undang 7/2017 ttg
/// Pemilu`. `None` for a citation in full.
pub fn id_dari_singkatan(text: &str) -> Option<String> {
    Some(sebutan(text)?.0)
}

/// The id that a text begins with, and whether it is nothing else.
fn sebutan(text: &str) -> Option<(String, bool)> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = matches(&SHORT, &text).next()?;
    let part = |at: usize| text.get(group(&found, at)).unwrap_or_default().to_lowercase();
    let (kind, short) = match part(1).replace('-', " ").as_str() {
        "undang undang" => ("uu".to_owned(), false),
        "peraturan presiden" => ("perpres".to_owned(), false),
        "peraturan pemerintah" => ("pp".to_owned(), false),
        "peraturan komisi pemilihan umum" => ("pkpu".to_owned(), false),
        "peraturan kpu" => ("pkpu".to_owned(), true),
        other => (other.to_owned(), true),
    };
    let (whole, alone) = (part(2) == "nomor" && part(5) == "tahun", part(7).is_empty());
    let id = format!("{kind}-{}-{}", part(3).trim_start_matches('0'), part(6));
    // A citation in full has its own rules; with a title, one whose kind alone is abbreviated as well.
    (!whole || (short && alone)).then_some((id, alone && (short || !whole)))
}

#[cfg(test)]
mod tests {
    use super::{id_dari_sebutan, id_dari_singkatan};

    #[test]
    fn short_names_are_ids() {
        for text in ["uu 7/2017", "UU Nomor 7 Tahun 2017", "UU No. 7 Tahun 2017;", "uu  no 7 / 2017", "UU 07/2017"] {
            assert_eq!(id_dari_sebutan(text).as_deref(), Some("uu-7-2017"), "{text}");
        }
        assert_eq!(id_dari_sebutan("Peraturan KPU Nomor 8 Tahun 2019").as_deref(), Some("pkpu-8-2019"));
        assert_eq!(id_dari_sebutan("PKPU 8 Tahun 2019").as_deref(), Some("pkpu-8-2019"));
        for text in ["UU No. 7 Th 2017", "UU No 7 Thn. 2017", "Undang-Undang 7/2017", "uu 7 2017"] {
            assert_eq!(id_dari_sebutan(text).as_deref(), Some("uu-7-2017"), "{text}");
        }
        for text in
            ["Undang-Undang 7/2017 ttg Pemilu", "UU Nomor 7 Thn. 2017 tentang Pemilu", "UU 7/2017 tentang Pemilu"]
        {
            assert_eq!(id_dari_sebutan(text), None, "{text}");
            assert_eq!(id_dari_singkatan(text).as_deref(), Some("uu-7-2017"), "{text}");
        }
    }

    #[test]
    fn whole_citations_are_none() {
        for text in
            ["UU Nomor 7 Tahun 2017 tentang Pemilihan Umum", "Undang-Undang Nomor 7 Tahun 2017", "uu 7", "SE 7/2017"]
        {
            assert_eq!(id_dari_sebutan(text), None, "{text}");
            assert_eq!(id_dari_singkatan(text), None, "{text}");
        }
    }
}
