//! Short names of rules, as they are typed instead of ids: `uu 7/2017`, `UU Nomor 7 Tahun 2017`.

use crate::language::patterns::{Pattern, group, matches, pattern};

static SHORT: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)^(uu|perppu|pp|perpres|keppres|inpres|pkpu|peraturan kpu)[ ]+(?:nomor|no\.?)?[ ]*([0-9]{1,4})(?:[ ]*/[ ]*|[ ]+tahun[ ]+)([0-9]{4})[;.]?$",
    )
});

/// The id of a legal basis that a short name means; `None` for what is no short name alone.
pub fn id_dari_sebutan(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let found = matches(&SHORT, &text).next()?;
    let part = |at: usize| text[group(&found, at)].to_lowercase();
    let kind = part(1).replace("peraturan kpu", "pkpu");
    Some(format!("{kind}-{}-{}", part(2).trim_start_matches('0'), part(3)))
}

#[cfg(test)]
mod tests {
    use super::id_dari_sebutan;

    #[test]
    fn short_names_are_ids() {
        for text in ["uu 7/2017", "UU Nomor 7 Tahun 2017", "UU No. 7 Tahun 2017;", "uu  no 7 / 2017", "UU 07/2017"] {
            assert_eq!(id_dari_sebutan(text).as_deref(), Some("uu-7-2017"), "{text}");
        }
        assert_eq!(id_dari_sebutan("Peraturan KPU Nomor 8 Tahun 2019").as_deref(), Some("pkpu-8-2019"));
        assert_eq!(id_dari_sebutan("PKPU 8 Tahun 2019").as_deref(), Some("pkpu-8-2019"));
    }

    #[test]
    fn whole_citations_are_none() {
        for text in
            ["UU Nomor 7 Tahun 2017 tentang Pemilihan Umum", "Undang-Undang Nomor 7 Tahun 2017", "uu 7", "SE 7/2017"]
        {
            assert_eq!(id_dari_sebutan(text), None, "{text}");
        }
    }
}
