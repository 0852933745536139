//! What a comparison found: every place of both decrees with what became of it, changed or not.

use naskah_core::diag::Span;
use naskah_core::language::{WordLists, mentions};
use naskah_core::resolve::Resolved;

use super::words::{Potong, Tanda, words};

/// A place in one of the decrees, in the decree's own terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tempat {
    /// `Diktum KEDUA huruf b`, `Lampiran baris 4`
    pub nama: String,
    /// What a row is called by: its text in the column that names rows.
    pub judul: Option<String>,
    /// Where its text was written.
    pub span: Span,
}

/// A text of a place: of a row one cell, of an item what follows its list, or the place's only one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Isian {
    /// Which part of the place; empty where there is only one.
    pub nama: String,
    /// Whether it stands elsewhere within the place than before.
    pub pindah: bool,
    /// The text, cut where it changed.
    pub potong: Vec<Potong>,
}

impl Isian {
    /// Whether anything became of it.
    pub fn changed(&self) -> bool {
        self.pindah || self.potong.iter().any(|part| part.tanda != Tanda::Tetap)
    }
}

/// What became of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nasib {
    /// It is the same in both decrees.
    Tetap,
    /// Its words changed.
    Diubah,
    /// Only the new decree has it.
    Disisipkan,
    /// Only the old decree has it.
    Dihapus,
    /// It stands elsewhere; its words may have changed too.
    Dipindahkan,
}

impl Nasib {
    /// The word of it in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Tetap => "tetap",
            Self::Diubah => "diubah",
            Self::Disisipkan => "disisipkan",
            Self::Dihapus => "dihapus",
            Self::Dipindahkan => "dipindahkan",
        }
    }
}

/// One place: an item, a row, a line of a head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Satuan {
    /// The part of the decree that it belongs to, such as `Menimbang`.
    pub bagian: &'static str,
    /// Where it stands in the old decree.
    pub lama: Option<Tempat>,
    /// Where it stands in the new decree.
    pub baru: Option<Tempat>,
    /// Whether it has changed its place among its neighbours.
    pub pindah: bool,
    /// Whether it only repeats, as the head of a lampiran does, what is said of the title.
    pub ulangan: bool,
    /// Its texts.
    pub isi: Vec<Isian>,
}

impl Satuan {
    /// What became of it.
    pub fn nasib(&self) -> Nasib {
        match (&self.lama, &self.baru) {
            (None, _) => Nasib::Disisipkan,
            (_, None) => Nasib::Dihapus,
            _ if self.pindah => Nasib::Dipindahkan,
            _ if self.isi.iter().any(Isian::changed) => Nasib::Diubah,
            _ => Nasib::Tetap,
        }
    }

    /// Where it stands: the new place, or the old one of what is gone.
    pub fn tempat(&self) -> Option<&Tempat> {
        self.baru.as_ref().or(self.lama.as_ref())
    }

    /// The place in words, with the former one where it differs.
    pub fn nama_tempat(&self) -> String {
        let Some(tempat) = self.tempat() else { return String::new() };
        let judul = tempat.judul.as_ref().map_or(String::new(), |judul| format!(" “{}”", shortened(judul)));
        let dahulu = match (&self.lama, &self.baru) {
            (Some(lama), Some(baru)) if lama.nama != baru.nama => {
                format!(" (dahulu {})", apart(&lama.nama, &baru.nama))
            }
            _ => String::new(),
        };
        format!("{}{judul}{dahulu}", tempat.nama)
    }

    /// The texts to show: of a place that both have only what changed.
    pub fn shown(&self) -> Vec<&Isian> {
        match self.nasib() {
            Nasib::Diubah => self.isi.iter().filter(|isian| isian.changed()).collect(),
            Nasib::Dipindahkan if self.isi.iter().any(Isian::changed) => {
                self.isi.iter().filter(|isian| isian.changed()).collect()
            }
            _ => self.isi.iter().filter(|isian| !isian.potong.is_empty()).collect(),
        }
    }

    /// Whether only the punctuation that lists put at the end of their items changed, or the word before the last.
    pub fn only_endings(&self) -> bool {
        let link = |word: &&str| matches!(*word, "dan" | "atau" | "dan/atau");
        let ending = |part: &Potong| {
            let text = part.plain();
            part.tanda == Tanda::Tetap || text.len() < 12 && words(&text).iter().all(link)
        };
        let at_end = |isian: &Isian| {
            isian.potong.iter().skip_while(|part| part.tanda == Tanda::Tetap).all(|part| part.tanda != Tanda::Tetap)
        };
        self.nasib() == Nasib::Diubah
            && self.isi.iter().all(|isian| !isian.pindah && at_end(isian) && isian.potong.iter().all(ending))
    }
}

/// The place of a unit in one of the decrees.
type Side = fn(&mut Satuan) -> Option<&mut Tempat>;

/// The whole comparison.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Laporan {
    /// Every place, in the order of the new decree; what is gone stands where it stood.
    pub satuan: Vec<Satuan>,
    /// Those that are told together because only their year changed, among [`Self::satuan`].
    pub lipat: Vec<usize>,
}

impl Laporan {
    /// The places to tell of, but for those that are told together.
    pub fn changes(&self) -> impl Iterator<Item = &Satuan> {
        let told = |(at, satuan): &(usize, &Satuan)| {
            satuan.nasib() != Nasib::Tetap && !satuan.ulangan && !self.lipat.contains(at)
        };
        self.satuan.iter().enumerate().filter(told).map(|(_, satuan)| satuan)
    }

    /// The places that are told together, in words.
    pub fn folded(&self) -> Vec<String> {
        self.lipat.iter().filter_map(|at| self.satuan.get(*at)).map(Satuan::nama_tempat).collect()
    }

    /// Folds the places where only the year changed, as that of the decrees did; the year of a document is never folded.
    pub fn fold_years(&mut self, lists: &WordLists, [from, to]: [i32; 2]) {
        let only = |satuan: &Satuan| {
            let changed = satuan.isi.iter().filter(|isian| isian.changed());
            let title = satuan.bagian == "Judul";
            let same = |isian: &Isian| !isian.pindah && only_years(lists, isian, [from, to], title);
            satuan.nasib() == Nasib::Diubah && !satuan.ulangan && from != to && changed.into_iter().all(same)
        };
        self.lipat = (0..self.satuan.len()).filter(|at| only(&self.satuan[*at])).collect();
    }

    /// Gives every place one in the file of its own decree: a text that was generated may have none, and takes the place
    /// before it.
    pub fn keep_to_their_files(&mut self, old: &Resolved, new: &Resolved) {
        if old.source() == new.source() {
            return;
        }
        let sides: [(&Resolved, &Resolved, Side); 2] =
            [(old, new, |satuan| satuan.lama.as_mut()), (new, old, |satuan| satuan.baru.as_mut())];
        for (own, other, side) in sides {
            let mut last = own.keputusan().kantor.span;
            for tempat in self.satuan.iter_mut().filter_map(side) {
                if tempat.span.file == other.source() {
                    tempat.span = last;
                }
                last = tempat.span;
            }
        }
    }

    /// The places to tell of in a summary: those where more than the punctuation of a list changed.
    pub fn worth_telling(&self) -> impl Iterator<Item = &Satuan> {
        self.changes().filter(|satuan| !satuan.only_endings())
    }

    /// Whether nothing changed.
    pub fn is_same(&self) -> bool {
        self.changes().next().is_none()
    }

    /// How many places met each fate, in words.
    pub fn counts(&self) -> String {
        if self.is_same() && self.lipat.is_empty() {
            return "kedua keputusan sama".to_owned();
        }
        let all = [Nasib::Diubah, Nasib::Disisipkan, Nasib::Dihapus, Nasib::Dipindahkan];
        let count = |nasib: Nasib| self.worth_telling().filter(|satuan| satuan.nasib() == nasib).count();
        let endings = self.changes().filter(|satuan| satuan.only_endings()).count();
        let counted = all.map(|nasib| (count(nasib), nasib.word()));
        let apart = [(endings, "hanya tanda baca akhir butir"), (self.lipat.len(), "hanya tahun")];
        let counted = counted.into_iter().chain(apart);
        let said = counted.filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
        said.collect::<Vec<_>>().join(", ")
    }
}

/// Whether all that changed in a text is one year for the other, outside the documents that it names; a title
/// names its own decree.
fn only_years(lists: &WordLists, isian: &Isian, [from, to]: [i32; 2], title: bool) -> bool {
    let (old, new) = (from.to_string(), to.to_string());
    let mut after = String::new();
    let mut places = Vec::new();
    let mut struck: Vec<String> = Vec::new();
    for part in &isian.potong {
        let text = part.plain();
        match part.tanda {
            Tanda::Hapus => struck.push(text),
            Tanda::Sisip => {
                places.push((after.len(), text.clone()));
                after.push_str(&text);
            }
            Tanda::Tetap => after.push_str(&text),
        }
    }
    let pairs = struck.len() == places.len() && !struck.is_empty();
    let named = if title { Vec::new() } else { mentions::named(lists, &after) };
    let free = |at: usize| named.iter().all(|mention| !mention.range.contains(&at));
    pairs
        && struck
            .iter()
            .zip(&places)
            .all(|(gone, (at, come))| gone.replace(&old, &new) == *come && digits(gone) == old && free(*at))
}

/// The digits of a text.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The first words of a long text.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 48;
    let mut out = String::new();
    for word in text.split_whitespace() {
        if out.chars().count() + word.chars().count() > LONGEST {
            out.push('…');
            break;
        }
        out.push_str(if out.is_empty() { "" } else { " " });
        out.push_str(word);
    }
    out
}

/// A place without the words that it begins with like another; the word before a number stays with it.
fn apart(place: &str, other: &str) -> String {
    let words: Vec<&str> = place.split(' ').collect();
    let same = words.iter().zip(other.split(' ')).take_while(|(a, b)| *a == b).count();
    words.get(same.saturating_sub(1)..).unwrap_or(&words).join(" ")
}

/// Where a walk stands in both decrees.
#[derive(Debug, Clone)]
pub struct At {
    /// The part of the decree.
    pub bagian: &'static str,
    /// The place in the old decree.
    pub lama: String,
    /// The place in the new decree.
    pub baru: String,
}

impl At {
    /// The same place in both.
    pub fn both(bagian: &'static str, place: &str) -> Self {
        Self { bagian, lama: place.to_owned(), baru: place.to_owned() }
    }

    /// Deeper in: a place within each.
    pub fn within(&self, lama: &str, baru: &str) -> Self {
        Self { bagian: self.bagian, lama: joined(&self.lama, lama), baru: joined(&self.baru, baru) }
    }
}

/// Two parts of a place's name.
pub fn joined(outer: &str, inner: &str) -> String {
    match (outer.is_empty(), inner.is_empty()) {
        (true, _) => inner.to_owned(),
        (_, true) => outer.to_owned(),
        _ => format!("{outer} {inner}"),
    }
}
