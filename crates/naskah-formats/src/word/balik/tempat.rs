//! What a place of the decree is called: `Menimbang huruf b`, `Diktum KEDUA angka 3`, `Lampiran II baris 4 kolom NAMA`.

use std::collections::HashMap;

use naskah_core::language::numerals::{nama_diktum, romawi};
use naskah_core::yaml::Value;

use super::acuan::{Acuan, Butir, Langkah, at};

/// What the parts of a decree are called, by their keys.
const BAGIAN: [(&str, &str); 10] = [
    ("tentang", "Judul"),
    ("kepala", "Kepala"),
    ("menimbang", "Menimbang"),
    ("mengingat", "Mengingat"),
    ("memperhatikan", "Memperhatikan"),
    ("menetapkan", "Menetapkan"),
    ("diktum", "Diktum"),
    ("tembusan", "Tembusan"),
    ("ditetapkan", "Penetapan"),
    ("salinan", "Salinan"),
];

/// Names of places.
pub struct Tempat<'a> {
    acuan: &'a Acuan<'a>,
    /// The first text of each item.
    kepala: HashMap<&'a Butir, usize>,
    /// The cell of each text in a table: its column.
    sel: HashMap<usize, (usize, usize)>,
}

impl<'a> Tempat<'a> {
    /// Of a decree.
    pub fn of(acuan: &'a Acuan<'a>) -> Self {
        let heads = acuan.satuan.iter().enumerate().filter_map(|(at, one)| Some((one.butir.as_ref()?, at)));
        let cells = acuan.paragraf.iter().filter_map(|one| Some((one, one.sel?)));
        let sel =
            cells.flat_map(|(one, (table, _, x))| one.teks.iter().map(move |(at, _)| (*at, (table, x)))).collect();
        Self { acuan, kepala: heads.collect(), sel }
    }

    /// The place of a text.
    pub fn teks(&self, unit: usize) -> String {
        let Some(way) = &self.acuan.satuan[unit].jalan else { return "bagian lain".to_owned() };
        let mut name = self.jalan(way);
        if let Some((table, x)) = self.sel.get(&unit)
            && let Some(head) = self.acuan.tabel.get(table).and_then(|table| table.kepala.get(*x))
            && !head.is_empty()
        {
            name = format!("{name} kolom {head}");
        }
        name
    }

    /// The place of an item.
    pub fn butir(&self, butir: &Butir) -> String {
        let mut way = butir.daftar.clone();
        way.push(Langkah::Ke(butir.ke));
        self.jalan(&way)
    }

    fn jalan(&self, way: &[Langkah]) -> String {
        let mut words: Vec<String> = Vec::new();
        for (place, step) in way.iter().enumerate() {
            let above = &way[..place];
            match step {
                Langkah::Kunci(key) if place == 0 => {
                    words.extend(BAGIAN.iter().find(|(known, _)| known == key).map(|(_, name)| (*name).to_owned()));
                }
                Langkah::Kunci(key) => match key.as_str() {
                    "judul" => words.push("judul".to_owned()),
                    "penutup" => words.push("penutup".to_owned()),
                    "keterangan" => words.push("keterangan".to_owned()),
                    _ => {}
                },
                Langkah::Ke(ke) => words.extend(self.ke(above, *ke)),
            }
        }
        if words.is_empty() {
            // A part that has no name of its own is called by its key.
            words.extend(way.iter().map(|step| match step {
                Langkah::Kunci(key) => format!("`{key}`"),
                Langkah::Ke(ke) => format!("butir {}", ke + 1),
            }));
        }
        words.join(" ")
    }

    /// What the item of a list is called.
    fn ke(&self, list: &[Langkah], ke: usize) -> Option<String> {
        let last = list.iter().rev().find_map(|step| match step {
            Langkah::Kunci(key) => Some(key.as_str()),
            Langkah::Ke(_) => None,
        });
        match (list, last) {
            ([Langkah::Kunci(key)], _) if key == "lampiran" => {
                let many = at(self.acuan.pohon, list)
                    .is_some_and(|node| matches!(&node.value, Value::Seq(all) if all.len() > 1));
                Some(if many { format!("Lampiran {}", romawi(ke + 1)) } else { "Lampiran".to_owned() })
            }
            ([Langkah::Kunci(key)], _) if key == "diktum" => nama_diktum(ke + 1),
            (_, Some("baris")) if matches!(list.last(), Some(Langkah::Kunci(_))) => Some(format!("baris {}", ke + 1)),
            // The cells of a row are named by their columns.
            (_, Some("baris" | "sel" | "kolom")) => None,
            _ => {
                let butir = Butir { daftar: list.to_vec(), ke };
                let mark = self.kepala.get(&butir).and_then(|unit| self.acuan.satuan[*unit].tanda.as_deref());
                match mark {
                    Some(mark) => Some(sebutan(mark)),
                    None if list.len() == 1 => None,
                    None => Some(format!("butir {}", ke + 1)),
                }
            }
        }
    }
}

/// `huruf a` of `a.`, `angka 1)` of `1)`.
fn sebutan(mark: &str) -> String {
    let sign = mark.strip_suffix('.').unwrap_or(mark);
    match sign.strip_suffix(" :") {
        Some(name) => name.to_owned(),
        None if sign.starts_with(|c: char| c.is_ascii_digit()) => format!("angka {sign}"),
        None => format!("huruf {sign}"),
    }
}
