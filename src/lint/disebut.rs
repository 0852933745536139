//! Rules that a text names by number and year: "Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019".

use std::ops::Range;

use super::tulisan::{Pattern, folded, group, matches, pattern};

/// A rule that is named.
#[derive(Debug, Clone)]
pub struct Cited {
    /// From its kind to its year.
    pub range: Range<usize>,
    /// Kind and body, in lower case and written out: `peraturan komisi pemilihan umum`.
    pub kind: String,
    /// Its number.
    pub number: String,
    /// Its year, where it is named.
    pub year: Option<String>,
}

impl Cited {
    /// Whether both name the same rule.
    pub fn same(&self, other: &Cited) -> bool {
        let years = self.year.is_none() || other.year.is_none() || self.year == other.year;
        self.kind == other.kind && self.number == other.number && years
    }

    /// Whether it is a decree.
    pub fn is_decree(&self) -> bool {
        self.kind.starts_with("keputusan")
    }
}

static NUMBERED: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"((?:Peraturan\s+Pemerintah\s+Pengganti\s+)?Undang-Undang|Peraturan(?:\s+(?:\p{Lu}[\p{L}/-]*|dan))+?",
        r"|Keputusan(?:\s+(?:\p{Lu}[\p{L}/-]*|dan))+?|Instruksi\s+Presiden|UU|PP|PKPU|Perpres|Perppu)",
        r"\s+[Nn]omor\s+([0-9]+(?:[/.][A-Za-z0-9.-]+)*[A-Za-z0-9/.-]*?)(?:\s+Tahun\s+([0-9]{4}))?(?:[\s,;.)]|$)"
    ))
});

/// Abbreviations and what they stand for.
const WRITTEN_OUT: [(&str, &str); 5] = [
    ("uu", "undang-undang"),
    ("pp", "peraturan pemerintah"),
    ("pkpu", "peraturan komisi pemilihan umum"),
    ("perpres", "peraturan presiden"),
    ("perppu", "peraturan pemerintah pengganti undang-undang"),
];

/// Every rule that a text names by its number.
pub fn cited(text: &str) -> Vec<Cited> {
    if !text.contains("omor") {
        return Vec::new();
    }
    matches(&NUMBERED, text)
        .map(|found| {
            let kind = group(&found, 1);
            let end = group(&found, 3).end.max(group(&found, 2).end);
            Cited {
                range: kind.start..end,
                kind: kind_of(&text[kind]),
                number: text[group(&found, 2)].to_lowercase(),
                year: found.get(3).map(|year| year.as_str().to_owned()),
            }
        })
        .collect()
}

fn kind_of(text: &str) -> String {
    let kind = folded(text).replace(" republik indonesia", "").replace(" kpu", " komisi pemilihan umum");
    WRITTEN_OUT.iter().find(|(short, _)| *short == kind).map_or(kind, |(_, long)| (*long).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<(String, String, Option<String>)> {
        cited(text).into_iter().map(|c| (c.kind, c.number, c.year)).collect()
    }

    #[test]
    fn rules_by_number() {
        let one = |kind: &str, number: &str, year: &str| {
            vec![(kind.to_owned(), number.to_owned(), (!year.is_empty()).then(|| year.to_owned()))]
        };
        assert_eq!(shown("Pasal 5 Undang-Undang Nomor 7 Tahun 2017;"), one("undang-undang", "7", "2017"));
        assert_eq!(
            shown("ketentuan Pasal 20 PKPU Nomor 8 Tahun 2019 tentang"),
            one("peraturan komisi pemilihan umum", "8", "2019")
        );
        assert_eq!(
            shown("Keputusan KPU Kabupaten Semarang Nomor 11/HK.03.1/3322/2022 tentang Tim"),
            one("keputusan komisi pemilihan umum kabupaten semarang", "11/hk.03.1/3322/2022", "")
        );
        assert_eq!(
            shown("Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2022"),
            one("peraturan pemerintah pengganti undang-undang", "1", "2022")
        );
        assert_eq!(shown("Surat Nomor 5 dan peraturan yang Nomor 7"), Vec::new());
        assert_eq!(shown("Peraturan Menteri Dalam Negeri dan Otonomi Nomor 3 Tahun 2001.").len(), 1);
    }
}
