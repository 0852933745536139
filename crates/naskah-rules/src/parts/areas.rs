//! Areas named in texts, with the bodies that stand before them, and which of them belong to the decree's office.

use naskah_core::language::{WordList, WordLists};
use std::ops::Range;

use naskah_core::catalog::{Daerah, Jenjang, Wilayah};

use crate::Context;
use naskah_core::language::patterns::{Pattern, pattern};

/// An area that a text names.
#[derive(Debug)]
pub struct PlaceName<'a> {
    /// Body, level and name.
    pub range: Range<usize>,
    /// Whether an election commission stands before it.
    pub commission: bool,
    /// The word for the level as it should be written; empty where the text has none.
    pub level: &'static str,
    /// Where the word for the level stands.
    pub level_range: Range<usize>,
    /// Where the name stands.
    pub name_range: Range<usize>,
    /// The area, where there is one of that level and name.
    pub area: Option<&'a Daerah>,
    /// The areas of that name, whatever their level.
    pub namesakes: Vec<&'a Daerah>,
}

static LEVEL: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\b(?:(KPU|KIP|Komisi Pemilihan Umum|Komisi Independen Pemilihan)\s+(?:(Provinsi|Kabupaten|Kota)\s+(?:Administrasi\s+)?)?|(Provinsi|Kabupaten|Kota)\s+(?:Administrasi\s+)?)",
    )
});

/// The areas in a text.
pub fn places_in<'a>(lists: &WordLists, areas: &'a Wilayah, text: &str) -> Vec<PlaceName<'a>> {
    let Some(pattern) = LEVEL.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    for hit in pattern.captures_iter(text) {
        let (Some(whole), body, level) = (hit.get(0), hit.get(1), hit.get(2).or(hit.get(3))) else { continue };
        let rest = &text[whole.end()..];
        if !rest.starts_with(char::is_uppercase) || (body.is_none() && is_smaller(lists, &text[..whole.start()])) {
            continue;
        }
        let Some(len) = areas.name_at(rest) else { continue };
        let name_range = whole.end()..whole.end() + len;
        let name = &text[name_range.clone()];
        let word = level.map_or("", |level| match level.as_str().to_lowercase().as_str() {
            "provinsi" => "Provinsi",
            "kabupaten" => "Kabupaten",
            _ => "Kota",
        });
        let namesakes: Vec<&Daerah> = areas.named(name).collect();
        let area = match word {
            "" => namesakes.first().copied(),
            word => areas.find(word, name),
        };
        let level_range = level.map_or(whole.end()..whole.end(), |level| level.range());
        let range = whole.start()..name_range.end;
        found.push(PlaceName {
            range,
            commission: body.is_some(),
            level: word,
            level_range,
            name_range,
            area,
            namesakes,
        });
    }
    found
}

/// Whether what follows is the name of something smaller: "Kecamatan Kota Sigli".
fn is_smaller(lists: &WordLists, before: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    before.ends_with(' ')
        && [WordList::TempatKecil, WordList::SebelumNamaTempat].into_iter().any(|list| lists.has(list, &word))
}

/// Whether a text may name an area at all.
pub fn may_name(text: &str) -> bool {
    let lower = text.to_lowercase();
    let holds = |part: &str| lower.contains(part);
    ["kab", "kota", "prov"].into_iter().any(holds) || ["kpu ", "kip ", "umum ", "pemilihan "].into_iter().any(holds)
}

/// What belongs to the decree's office.
#[derive(Debug)]
pub struct Own<'a> {
    /// Its area.
    pub area: &'a Daerah,
    /// The year of the decree.
    pub year: i32,
}

impl<'a> Own<'a> {
    /// The area of the decree's office; `None` for the national one and where it is unknown.
    pub fn of(context: &Context<'a>) -> Option<Self> {
        let kantor = context.kantor;
        (kantor.jenjang != Jenjang::Pusat && !kantor.wilayah.is_empty()).then_some(())?;
        Some(Self { area: context.catalog.wilayah().called(&kantor.wilayah)?, year: context.year() })
    }

    /// Whether an area is its own, lies in it, or is the province that it lies in.
    pub fn covers(&self, other: &Daerah) -> bool {
        // Before its province was made, an area belonged to another one; to which is not known here.
        let moved = |area: &Daerah| area.sejak.is_some_and(|since| self.year <= since);
        let same_province = other.provinsi == self.area.provinsi || moved(other) || moved(self.area);
        match self.area.jenjang {
            Jenjang::Pusat => true,
            Jenjang::Provinsi => same_province,
            _ => self.area == other || (same_province && other.jenjang == Jenjang::Provinsi),
        }
    }

    /// Whether one of the areas that a name may mean is its own.
    pub fn covers_any(&self, place: &PlaceName<'_>) -> bool {
        match (place.area, place.level) {
            (_, "") => place.namesakes.iter().any(|area| self.covers(area)),
            (Some(area), _) => self.covers(area),
            (None, _) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use naskah_core::catalog::{Catalog, Root};

    fn seen(text: &str) -> Vec<(String, bool, String)> {
        let catalog = Catalog::new(Root::embedded());
        let found = places_in(&catalog.kata().lists, catalog.wilayah(), text);
        found
            .iter()
            .map(|place| {
                let area = place.area.map(Daerah::nama_penuh).unwrap_or_default();
                (text[place.range.clone()].to_owned(), place.commission, area)
            })
            .collect()
    }

    #[test]
    fn areas_with_their_bodies() {
        let one = |text: &str| seen(text).into_iter().next().unwrap_or_default();
        assert_eq!(one("rapat KPU Kota Salatiga"), ("KPU Kota Salatiga".into(), true, "Kota Salatiga".into()));
        assert_eq!(one("KOMISI PEMILIHAN UMUM KABUPATEN DEMAK").2, "Kabupaten Demak");
        assert_eq!(one("KPU Kabupaten Salatiga"), ("KPU Kabupaten Salatiga".into(), true, String::new()));
        assert_eq!(one("KIP Aceh").2, "Provinsi Aceh");
        assert_eq!(one("Kota Administrasi Jakarta Selatan").2, "Kota Jakarta Selatan");
        assert!(!one("di Kabupaten Demak").1);
        assert_eq!(seen("KPU Kabupaten/Kota dan kabupaten setempat, Kota Tua, KPU Provinsi"), []);
        assert_eq!(seen("Kecamatan Kota Sigli dan Jalan Kota Demak"), []);
    }
}
