//! Legal bases that have changed since decrees cited them, from the catalogue of laws.

use std::collections::HashMap;

use super::Saring;
use crate::office::hubungan::Terbitan;
use crate::office::register::TerbitRingkas;
use naskah_core::catalog::{Catalog, DasarHukum};
use naskah_core::decree::Tanggal;
use naskah_core::diag::{Files, Sink};

/// What became of a legal basis.
#[derive(Debug, Clone)]
pub struct DasarBerubah {
    /// Id of the basis.
    pub id: String,
    /// Its name.
    pub nama: String,
    /// What became of it.
    pub sebab: Sebab,
    /// Name of the rule that did it, where known.
    pub oleh: Option<String>,
    /// What became of it, in words: `diubah dengan …`, `dicabut`.
    pub kata: String,
    /// The rule that did it, where known.
    aturan: Option<DasarHukum>,
}

/// What can become of a legal basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sebab {
    /// It was amended.
    Diubah,
    /// It was revoked.
    Dicabut,
}

impl Sebab {
    /// The word that the list shows.
    pub fn kata(self) -> &'static str {
        match self {
            Self::Diubah => "diubah",
            Self::Dicabut => "dicabut",
        }
    }
}

impl DasarBerubah {
    fn new(dasar: &DasarHukum, sebab: Sebab, aturan: Option<DasarHukum>) -> Self {
        let oleh = aturan.as_ref().map(DasarHukum::nama);
        let kata = oleh.as_ref().map_or(sebab.kata().to_owned(), |name| format!("{} dengan {name}", sebab.kata()));
        Self { id: dasar.id.clone(), nama: dasar.nama(), sebab, oleh, kata, aturan }
    }

    /// Whether it happened after a day, as far as known.
    fn after(&self, day: Option<Tanggal>, year: i32) -> bool {
        self.aturan.as_ref().is_none_or(|rule| !rule.ada_pada(day, year))
    }
}

/// What became of the bases that the listed decrees cite.
#[derive(Debug, Default)]
pub struct SemuaDasarBerubah<'a>(HashMap<&'a str, Vec<DasarBerubah>>);

/// Looks up each basis once.
pub fn of<'a>(terbitan: &[Terbitan<'a>], saring: &Saring, catalog: &Catalog) -> SemuaDasarBerubah<'a> {
    let mut known: HashMap<&'a str, Vec<DasarBerubah>> = HashMap::new();
    for one in terbitan.iter().filter(|one| saring.takes_key(one.kunci)) {
        for id in &one.terbit.dasar {
            known.entry(&id.0).or_insert_with(|| changes(&id.0, catalog));
        }
    }
    known.retain(|_, changes| !changes.is_empty());
    SemuaDasarBerubah(known)
}

fn changes(id: &str, catalog: &Catalog) -> Vec<DasarBerubah> {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let Ok(dasar) = catalog.dasar_hukum(id, &mut files, &mut sink) else { return Vec::new() };
    let amending = catalog.perubahan(id, &mut files, &mut sink).into_iter();
    let mut all: Vec<DasarBerubah> =
        amending.map(|rule| DasarBerubah::new(&dasar, Sebab::Diubah, Some(rule))).collect();
    if !dasar.berlaku {
        let by = dasar.dicabut_oleh.as_ref().and_then(|by| catalog.dasar_hukum(by, &mut files, &mut sink).ok());
        all.push(DasarBerubah::new(&dasar, Sebab::Dicabut, by));
    }
    all
}

impl SemuaDasarBerubah<'_> {
    /// What became of a decree's bases since it was issued.
    pub fn since(&self, terbit: &TerbitRingkas<'_>, tahun: i32) -> Vec<&DasarBerubah> {
        let changed = terbit.dasar.iter().filter_map(|id| self.0.get(id.0.as_ref())).flatten();
        let mut day: Option<Option<Tanggal>> = None;
        let mut then = || *day.get_or_insert_with(|| terbit.tanggal.parse().ok());
        changed.filter(|change| change.after(then(), tahun)).collect()
    }
}
