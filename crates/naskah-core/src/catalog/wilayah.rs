//! Areas: provinces with their kabupaten and kota, codes and seats.

use std::collections::{HashMap, HashSet};

use crate::catalog::jenjang::Jenjang;
use crate::diag::Sink;
use crate::yaml::{Field, Node, Shape, Table};

/// A province, kabupaten or kota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Daerah {
    /// Its level; never [`Jenjang::Pusat`].
    pub jenjang: Jenjang,
    /// Its name without the word for the level: `Semarang`.
    pub nama: String,
    /// The code of the statistics office: two digits for a province, four for the others.
    pub kode: String,
    /// Its seat, where known.
    pub ibu_kota: Option<String>,
    /// Position of its province among [`Wilayah::daerah`]; a province names itself.
    pub provinsi: usize,
    /// The year in which its province was made out of others, where that is within memory of old decrees.
    pub sejak: Option<i32>,
}

impl Daerah {
    /// The word for the level and the name: `Kabupaten Semarang`.
    pub fn nama_penuh(&self) -> String {
        format!("{} {}", level_word(self.jenjang), self.nama)
    }
}

/// The word for a level; nothing for the national one.
pub fn level_word(jenjang: Jenjang) -> &'static str {
    match jenjang {
        Jenjang::Pusat => "",
        Jenjang::Provinsi => "Provinsi",
        Jenjang::Kabupaten => "Kabupaten",
        Jenjang::Kota => "Kota",
        Jenjang::Kecamatan => "Kecamatan",
        Jenjang::Desa => "Desa",
    }
}

/// The fields of a province's file.
pub const SHAPE: Shape = Shape {
    name: "wilayah",
    fields: &[
        Field::wajib("nama", "teks", "Jawa Tengah", "nama provinsi tanpa kata Provinsi"),
        Field::boleh("sejak", "bilangan", "2022", "tahun provinsi ini dimekarkan dari provinsi lain"),
        Field::wajib("kode", "bilangan", "33", "kode wilayah BPS, dua angka"),
        Field::boleh("ibu_kota", "teks", "Semarang", "ibu kota"),
        Field::boleh("nama_lain", "daftar teks", "[DIY]", "sebutan lain yang benar"),
        Field::boleh("kabupaten", "daftar daerah", "[{nama: Semarang, kode: 3322}]", "kabupaten di dalamnya"),
        Field::boleh("kota", "daftar daerah", "[{nama: Salatiga, kode: 3373}]", "kota di dalamnya"),
        Field::wajib("sumber", "daftar teks", "[laman resmi]", "tempat setiap fakta ditemukan"),
        Field::wajib("kepastian", "terverifikasi | umum | belum", "terverifikasi", "kepastian fakta"),
    ],
};

/// The fields of a kabupaten or kota.
pub const DAERAH: Shape = Shape {
    name: "daerah",
    fields: &[
        Field::wajib("nama", "teks", "Semarang", "nama tanpa kata Kabupaten atau Kota"),
        Field::boleh("kode", "bilangan", "3322", "kode wilayah BPS, empat angka"),
        Field::boleh("ibu_kota", "teks", "Ungaran", "ibu kota"),
        Field::boleh("nama_lain", "daftar teks", "[Kotabaru]", "ejaan lain yang benar"),
    ],
};

/// Every area, to be asked by name.
#[derive(Debug, Clone, Default)]
pub struct Wilayah {
    /// The areas, each province before what lies in it.
    daerah: Vec<Daerah>,
    /// Positions in `daerah` by folded name.
    by_name: HashMap<String, Vec<usize>>,
    /// Positions in `daerah` by folded seat.
    by_seat: HashMap<String, Vec<usize>>,
    /// Folded words of names and seats.
    words: HashSet<String>,
    /// The most words that a name has.
    longest: usize,
}

impl Wilayah {
    /// Adds the areas of a file of [`SHAPE`].
    pub fn add(&mut self, node: &Node, sink: &mut Sink) -> Option<()> {
        let table = Table::open(node, &SHAPE, sink)?;
        table.get("kepastian").and_then(|node| node.choice(&super::Kepastian::WORDS, sink));
        table.get("sumber").map(|node| node.list(sink));
        let provinsi = self.daerah.len();
        self.insert(&table, Jenjang::Provinsi, provinsi, sink)?;
        for (key, jenjang) in [("kabupaten", Jenjang::Kabupaten), ("kota", Jenjang::Kota)] {
            for entry in table.get(key).map(|node| node.list(sink)).unwrap_or_default() {
                if let Some(table) = Table::open(entry, &DAERAH, sink) {
                    self.insert(&table, jenjang, provinsi, sink);
                }
            }
        }
        Some(())
    }

    fn insert(&mut self, table: &Table<'_>, jenjang: Jenjang, provinsi: usize, sink: &mut Sink) -> Option<()> {
        let nama = table.word("nama", sink)?;
        let kode = table.word("kode", sink).unwrap_or_default();
        let ibu_kota = table.word("ibu_kota", sink);
        let others = table.get("nama_lain").map(|node| node.list(sink)).unwrap_or_default();
        let others = others.iter().filter_map(Node::as_scalar).map(str::to_owned);
        let at = self.daerah.len();
        for name in std::iter::once(nama.clone()).chain(others) {
            let key = fold(&name);
            self.longest = self.longest.max(key.split(' ').count());
            self.words.extend(key.split(' ').map(str::to_owned));
            self.by_name.entry(key).or_default().push(at);
        }
        if let Some(key) = ibu_kota.as_deref().map(fold) {
            self.words.extend(key.split(' ').map(str::to_owned));
            self.by_seat.entry(key).or_default().push(at);
        }
        let made = table.get("sejak").and_then(Node::as_scalar).and_then(|year| year.parse().ok());
        let sejak = made.or_else(|| self.daerah.get(provinsi)?.sejak);
        self.daerah.push(Daerah { jenjang, nama, kode, ibu_kota, provinsi, sejak });
        Some(())
    }

    /// Every area.
    pub fn daerah(&self) -> &[Daerah] {
        &self.daerah
    }

    /// The area of a level and a name, such as `Kota` and `Salatiga`; letters may be capitals.
    pub fn find(&self, level: &str, name: &str) -> Option<&Daerah> {
        self.named(name).find(|area| level_word(area.jenjang).eq_ignore_ascii_case(level))
    }

    /// The areas of a name, whatever their level.
    pub fn named<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a Daerah> + use<'a> {
        let found = self.by_name.get(&fold(name)).map(Vec::as_slice).unwrap_or_default();
        found.iter().filter_map(|at| self.daerah.get(*at))
    }

    /// The areas whose full name has, for every word asked for, a word that begins with it; those of just that name where
    /// there are any. `kab` stands for Kabupaten.
    pub fn matching(&self, asked: &str) -> Vec<&Daerah> {
        let asked = fold(asked).replace('.', " ");
        let wanted: Vec<&str> = asked.split_whitespace().collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let whole = |area: &&Daerah| fold(&area.nama_penuh()) == asked || (fold(&area.nama) == asked);
        let fits = |area: &&Daerah| {
            let full = fold(&area.nama_penuh());
            wanted.iter().all(|word| full.split(' ').any(|own| own.starts_with(word)))
        };
        let named = |area: &&Daerah| self.named(&asked).any(|other| other == *area);
        let exact: Vec<&Daerah> = self.daerah.iter().filter(|area| whole(area) || named(area)).collect();
        if exact.is_empty() { self.daerah.iter().filter(fits).collect() } else { exact }
    }

    /// The areas that have their seat in a town.
    pub fn seated<'a>(&'a self, seat: &str) -> impl Iterator<Item = &'a Daerah> + use<'a> {
        let found = self.by_seat.get(&fold(seat)).map(Vec::as_slice).unwrap_or_default();
        found.iter().filter_map(|at| self.daerah.get(*at))
    }

    /// The area of a full name, such as `Kabupaten Semarang`, `Provinsi Jawa Tengah` or `Aceh`.
    pub fn called(&self, full: &str) -> Option<&Daerah> {
        match full.split_once(' ') {
            Some((level @ ("Provinsi" | "Kabupaten" | "Kota"), name)) => self.find(level, name),
            _ => self.named(full).find(|area| area.jenjang == Jenjang::Provinsi),
        }
    }

    /// The area of a code.
    pub fn coded(&self, kode: &str) -> Option<&Daerah> {
        self.daerah.iter().find(|area| area.kode == kode)
    }

    /// The province of an area.
    pub fn province_of(&self, area: &Daerah) -> Option<&Daerah> {
        self.daerah.get(area.provinsi)
    }

    /// How many bytes at the start of `text` are the longest name of an area or a seat, or nothing.
    pub fn name_at(&self, text: &str) -> Option<usize> {
        let mut ends = Vec::new();
        let mut at = 0;
        while ends.len() < self.longest {
            let word = text[at..].find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '\''));
            let end = word.map_or(text.len(), |len| at + len);
            if end == at {
                break;
            }
            ends.push(end);
            match text[end..].chars().next() {
                Some(c) if c.is_whitespace() => at = end + c.len_utf8(),
                _ => break,
            }
        }
        let known = |name: &str| self.by_name.contains_key(name) || self.by_seat.contains_key(name);
        ends.into_iter().rev().find(|end| known(&fold(&text[..*end])))
    }

    /// Whether the word is part of the name of an area or of its seat.
    pub fn is_place_name(&self, word: &str) -> bool {
        self.words.contains(&fold(word))
    }
}

/// Small letters, single blanks.
fn fold(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::catalog::{Catalog, Root};

    #[test]
    fn areas_are_found_by_level_and_name() {
        let catalog = Catalog::new(Root::embedded());
        let areas = catalog.wilayah();
        let full = |level: &str, name: &str| areas.find(level, name).map(|area| area.nama_penuh());
        assert_eq!(full("Kota", "Salatiga").as_deref(), Some("Kota Salatiga"));
        assert_eq!(full("KABUPATEN", "SEMARANG").as_deref(), Some("Kabupaten Semarang"));
        assert_eq!(full("Kabupaten", "Salatiga"), None);
        assert_eq!(areas.called("Aceh").map(|area| area.kode.as_str()), Some("11"));
        let semarang = areas.called("Kabupaten Semarang");
        assert_eq!(semarang.and_then(|area| areas.province_of(area)).map(|p| p.nama.as_str()), Some("Jawa Tengah"));
        assert_eq!(areas.name_at("Jawa Tengah Tahun 2025"), Some("Jawa Tengah".len()));
        assert_eq!(areas.name_at("Semarang, Ungaran"), Some("Semarang".len()));
        assert_eq!(areas.name_at("setempat"), None);
        let found = |asked: &str| areas.matching(asked).iter().map(|area| area.nama_penuh()).collect::<Vec<_>>();
        assert_eq!(found("kab. semar"), ["Kabupaten Semarang"]);
        assert_eq!(found("semarang"), ["Kabupaten Semarang", "Kota Semarang"]);
        assert_eq!(found("jawa teng"), ["Provinsi Jawa Tengah"]);
        assert_eq!(found("DIY").len() + found("").len() + found("Atlantis").len(), 0);
        assert!(areas.is_place_name("Ungaran") && !areas.is_place_name("keputusan"));
    }
}
