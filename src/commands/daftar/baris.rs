//! The lines of the list, by series, and their cells.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::dasar::SemuaDasarBerubah;
use super::{DasarBerubah, Saring};
use crate::office::hubungan::{Hubungan, Kaitan, Terbitan};
use crate::office::register::KunciRingkas;
use crate::office::series::{self, Konsep, Rentang};
use naskah_core::fingerprint;

/// The decrees of one office, year and series.
#[derive(Debug)]
pub struct Kelompok<'a> {
    /// Id of the office.
    pub kantor: &'a str,
    /// Year of the numbers.
    pub tahun: i32,
    /// Series of numbers.
    pub seri: &'a str,
    /// Decrees and drafts in the order of their numbers.
    pub baris: Vec<Entry<'a>>,
    /// Numbers left out.
    pub kosong: Vec<Rentang>,
}

/// A line.
#[derive(Debug)]
pub enum Entry<'a> {
    /// An issued decree.
    Terbit(Entri<'a>),
    /// A draft with a number.
    Konsep(&'a Konsep),
}

/// An issued decree and what became of it.
#[derive(Debug)]
pub struct Entri<'a> {
    /// The decree.
    pub terbitan: Terbitan<'a>,
    /// What amends it.
    pub diubah: Vec<&'a KunciRingkas<'a>>,
    /// What revokes it.
    pub dicabut: Vec<&'a KunciRingkas<'a>>,
    /// What became of its legal bases since.
    pub dasar: Vec<&'a DasarBerubah>,
}

/// Whether a decree is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keadaan {
    /// It is in force.
    Berlaku,
    /// It is, with amendments.
    Diubah,
    /// Another decree revoked it.
    Dicabut,
    /// The office withdrew it.
    Dibatalkan,
}

impl Keadaan {
    /// The word that the list shows.
    pub fn kata(self) -> &'static str {
        match self {
            Self::Berlaku => "berlaku",
            Self::Diubah => "diubah",
            Self::Dicabut => "dicabut",
            Self::Dibatalkan => "dibatalkan",
        }
    }
}

/// Heads of the columns of a line's cells.
pub const KEPALA: [&str; 11] = [
    "Kantor",
    "Seri",
    "Tahun",
    "Nomor",
    "Tanggal",
    "Tentang",
    "Penanda tangan",
    "Halaman",
    "Sidik",
    "Keadaan",
    "Dasar hukum yang berubah",
];

/// The cells of a line, under [`KEPALA`].
pub type Sel<'a> = [Cow<'a, str>; KEPALA.len()];

/// The listed decrees and drafts by series.
pub fn grouped<'a>(
    terbitan: &[Terbitan<'a>],
    konsep: &'a [Konsep],
    hubungan: &[Hubungan<'a>],
    perubahan: &'a SemuaDasarBerubah<'a>,
    saring: &Saring,
) -> Vec<Kelompok<'a>> {
    let mut groups: BTreeMap<(&'a str, i32, &'a str), Vec<Entry<'a>>> = BTreeMap::new();
    let mut places = vec![None; if hubungan.is_empty() { 0 } else { terbitan.len() }];
    for (at, one) in terbitan.iter().enumerate().filter(|(_, one)| saring.takes_key(one.kunci)) {
        let lines = groups.entry((&one.kunci.kantor, one.kunci.tahun, &one.kunci.seri)).or_default();
        if let Some(place) = places.get_mut(at) {
            *place = Some(lines.len());
        }
        let dasar = perubahan.since(one.terbit, one.kunci.tahun);
        lines.push(Entry::Terbit(Entri { terbitan: *one, diubah: Vec::new(), dicabut: Vec::new(), dasar }));
    }
    for one in hubungan {
        let Some((target, place)) = one.sasaran.and_then(|at| Some((terbitan[at].kunci, places[at]?))) else {
            continue;
        };
        let line = groups.get_mut(&(target.kantor.as_ref(), target.tahun, target.seri.as_ref()));
        if let Some(Entry::Terbit(entri)) = line.and_then(|lines| lines.get_mut(place)) {
            let list = if one.kaitan == Kaitan::Mengubah { &mut entri.diubah } else { &mut entri.dicabut };
            list.push(terbitan[one.oleh].kunci);
        }
    }
    for draft in konsep.iter().filter(|draft| saring.takes(&draft.kunci.kantor, draft.kunci.tahun, &draft.kunci.seri)) {
        let key = (draft.kunci.kantor.as_str(), draft.kunci.tahun, draft.kunci.seri.as_str());
        groups.entry(key).or_default().push(Entry::Konsep(draft));
    }
    let group = |((kantor, tahun, seri), mut baris): ((&'a str, i32, &'a str), Vec<Entry<'a>>)| {
        baris.sort_by(|a, b| a.order().cmp(&b.order()));
        let kosong = series::kosong(baris.iter().filter_map(Entry::angka));
        Kelompok { kantor, tahun, seri, baris, kosong }
    };
    groups.into_iter().map(group).collect()
}

impl<'a> Kelompok<'a> {
    /// The issued decrees.
    pub fn entri(&self) -> impl Iterator<Item = &Entri<'a>> {
        self.baris.iter().filter_map(|baris| match baris {
            Entry::Terbit(entri) => Some(entri),
            Entry::Konsep(_) => None,
        })
    }

    /// The cells of every line, and of every gap.
    pub fn sel(&self) -> impl Iterator<Item = Sel<'_>> {
        let gap = |run: &Rentang| {
            let mut cells = self.empty();
            cells[3] = Cow::Owned(series::told(&[*run]).unwrap_or_default());
            cells[9] = Cow::Borrowed("nomor kosong");
            cells
        };
        self.baris.iter().map(|baris| self.cells(baris)).chain(self.kosong.iter().map(gap))
    }

    fn empty(&self) -> Sel<'_> {
        let mut cells: Sel<'_> = Default::default();
        cells[0] = Cow::Borrowed(self.kantor);
        cells[1] = Cow::Borrowed(self.seri);
        cells[2] = Cow::Owned(self.tahun.to_string());
        cells
    }

    fn cells<'b>(&'b self, baris: &'b Entry<'a>) -> Sel<'b> {
        let mut cells = self.empty();
        cells[3] = Cow::Borrowed(baris.nomor());
        cells[4] = Cow::Borrowed(baris.tanggal());
        cells[5] = Cow::Borrowed(baris.tentang());
        cells[9] = baris.keadaan();
        if let Entry::Terbit(entri) = baris {
            let terbit = entri.terbitan.terbit;
            cells[6] = Cow::Borrowed(&terbit.pejabat);
            cells[7] = Cow::Owned(terbit.halaman.to_string());
            cells[8] = Cow::Owned(entri.sidik());
            cells[10] = Cow::Owned(
                entri.dasar.iter().map(|p| format!("{}: {}", p.nama, p.kata)).collect::<Vec<_>>().join("; "),
            );
        }
        cells
    }
}

impl Entry<'_> {
    /// Its number as printed.
    pub fn nomor(&self) -> &str {
        match self {
            Self::Terbit(entri) => &entri.terbitan.kunci.nomor,
            Self::Konsep(konsep) => &konsep.kunci.nomor,
        }
    }

    /// Its number as a number of the current form.
    fn angka(&self) -> Option<u32> {
        self.nomor().parse().ok()
    }

    /// Numbers of the current form come first.
    fn order(&self) -> (u32, &str, bool) {
        (self.angka().unwrap_or(u32::MAX), self.nomor(), matches!(self, Self::Konsep(_)))
    }

    /// Its date; nothing where a draft has none.
    pub fn tanggal(&self) -> &str {
        match self {
            Self::Terbit(entri) => &entri.terbitan.terbit.tanggal,
            Self::Konsep(konsep) => konsep.tanggal.as_deref().unwrap_or_default(),
        }
    }

    /// Its name.
    pub fn tentang(&self) -> &str {
        match self {
            Self::Terbit(entri) => &entri.terbitan.terbit.tentang,
            Self::Konsep(konsep) => &konsep.tentang,
        }
    }

    /// Whether it is in force, in words.
    pub fn keadaan(&self) -> Cow<'_, str> {
        match self {
            Self::Terbit(entri) => entri.status(),
            Self::Konsep(konsep) => Cow::Owned(format!("konsep, nomor disisihkan: {}", konsep.berkas.display())),
        }
    }
}

impl Entri<'_> {
    /// Whether it is in force.
    pub fn keadaan(&self) -> Keadaan {
        match (self.terbitan.batal, &self.dicabut[..], &self.diubah[..]) {
            (Some(_), ..) => Keadaan::Dibatalkan,
            (None, [_, ..], _) => Keadaan::Dicabut,
            (None, [], [_, ..]) => Keadaan::Diubah,
            (None, [], []) => Keadaan::Berlaku,
        }
    }

    /// Whether it is in force, and why not.
    fn status(&self) -> Cow<'_, str> {
        let keadaan = self.keadaan();
        let by = |list: &[&KunciRingkas<'_>]| list.iter().map(|kunci| self.named(kunci)).collect::<Vec<_>>().join(", ");
        match (keadaan, self.terbitan.batal) {
            (Keadaan::Dibatalkan, Some(batal)) => {
                let day = batal.tanggal.as_ref().map_or(String::new(), |day| format!(" {day}"));
                Cow::Owned(format!("dibatalkan{day}: {}", batal.alasan))
            }
            (Keadaan::Dicabut, _) if !self.diubah.is_empty() => {
                Cow::Owned(format!("dicabut oleh {}; diubah oleh {}", by(&self.dicabut), by(&self.diubah)))
            }
            (Keadaan::Dicabut, _) => Cow::Owned(format!("dicabut oleh {}", by(&self.dicabut))),
            (Keadaan::Diubah, _) => Cow::Owned(format!("diubah oleh {}", by(&self.diubah))),
            _ => Cow::Borrowed(keadaan.kata()),
        }
    }

    /// Another decree as this one's line names it.
    fn named(&self, other: &KunciRingkas<'_>) -> String {
        let own = self.terbitan.kunci;
        match (own.kantor == other.kantor, own.seri == other.seri) {
            (true, true) => other.to_string(),
            (true, false) => format!("{other} ({})", other.seri),
            (false, _) => format!("{other} ({}, {})", other.kantor, other.seri),
        }
    }

    /// The short form of its original's fingerprint.
    pub fn sidik(&self) -> String {
        fingerprint::pendek(self.terbitan.terbit.sidik.pdf)
    }
}
