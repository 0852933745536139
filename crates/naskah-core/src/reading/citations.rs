//! The citations of a decree, each with the rule of the catalog that it means, and the legal bases in their order.

use std::sync::OnceLock;

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::catalog::dasar_hukum::DasarHukum;
use crate::catalog::{Catalog, Kepastian, Law};
use crate::decree::Part;
use crate::decree::keputusan::Dasar;
use crate::diag::{Span, distance};
use crate::language::citation::{self, Peran, Sitasi, words};

use super::{Passage, Reading};

/// Which rule a citation means.
#[derive(Debug, Clone, Copy)]
pub enum Identitas<'a> {
    /// The one of its kind, number and year.
    Dikenal(&'a Law),
    /// Number and year are those of another rule, or of none; the title belongs to this one.
    JudulMilik(&'a Law),
    /// Number, year and title are right; kind or body are not.
    LembagaLain(&'a Law),
    /// The catalog does not have it.
    Asing,
}

/// The title that a citation should have.
#[derive(Debug, Clone)]
pub struct Harapan {
    /// The title.
    pub judul: String,
    /// How sure it is.
    pub kepastian: Kepastian,
}

/// A citation of the decree.
#[derive(Debug)]
pub struct Cited<'a> {
    /// The text that it stands in, among [`Reading::passages`].
    pub passage: usize,
    /// The legal basis that it belongs to, among those of the decree.
    pub butir: Option<usize>,
    /// The citation that it belongs to, among [`Citations::all`].
    pub milik: Option<usize>,
    /// What is written.
    pub sitasi: Sitasi,
    /// What is meant.
    pub identitas: Identitas<'a>,
    /// The title that it should have, where that is known.
    pub harapan: Option<Harapan>,
    /// Whether its title is that one, letter by letter.
    pub tepat: bool,
    /// Whether it stands in a title that is right letter by letter: then it is as official as that title.
    pub resmi: bool,
}

/// A legal basis of the decree, by id or written out.
#[derive(Debug)]
pub struct Basis<'a> {
    /// Where it is written.
    pub span: Span,
    /// The citation, where it is written out.
    pub cited: Option<usize>,
    /// The rule of the catalog.
    pub law: Option<&'a Law>,
    /// Kind, body, number and year.
    pub nama: String,
    /// The same, fit to be compared.
    pub kunci: String,
    /// Whether kind, number and year can be relied on.
    pub pasti: bool,
}

/// Every citation, and the legal bases in their order; `None` for a basis that is no citation.
#[derive(Debug, Default)]
pub struct Citations<'a> {
    /// The citations in the order of the pages.
    pub all: Vec<Cited<'a>>,
    /// The legal bases.
    pub bases: Vec<Option<Basis<'a>>>,
}

/// Filled when first asked for.
pub type Lazy<'a> = OnceLock<Citations<'a>>;

impl<'a> Cited<'a> {
    /// The rule of the catalog that is cited by its right kind, number and year.
    pub fn law(&self) -> Option<&'a Law> {
        match self.identitas {
            Identitas::Dikenal(law) => Some(law),
            _ => None,
        }
    }

    /// Whether it is a decree.
    pub fn is_decree(&self) -> bool {
        self.sitasi.bentuk.baku.starts_with("Keputusan")
    }

    /// Whether it must have the form of a citation to the letter, in a text of this part.
    pub fn formal(&self, part: Part) -> bool {
        self.dasar() || matches!(part, Part::Menimbang(_) | Part::Diktum(_))
    }

    /// Whether it stands in Mengingat.
    pub fn dasar(&self) -> bool {
        self.butir.is_some()
    }

    /// Whether number, kind and title fit together as far as is known.
    pub fn lurus(&self) -> bool {
        matches!(self.identitas, Identitas::Dikenal(_) | Identitas::Asing)
    }
}

impl<'a> Reading<'a> {
    /// The citations of the decree.
    pub fn citations(&self) -> &Citations<'a> {
        self.citations.get_or_init(|| Citations::new(self))
    }

    /// The citations with their texts; without those that are part of an official title.
    pub fn cited(&self) -> impl Iterator<Item = (&Cited<'a>, &Passage<'a>)> {
        let own = self.citations().all.iter().filter(|cited| !cited.resmi);
        own.filter_map(|cited| Some((cited, self.passages.get(cited.passage)?)))
    }

    /// Whether this decree puts a comma before "terakhir": as the citations that the program writes, else as the
    /// first that is written out.
    pub fn comma(&self) -> bool {
        let many = |law: &Law| self.amendments(&law.dasar.id).into_iter().next_back().is_some_and(|last| ke(last) > 1);
        let bases = &self.citations().bases;
        let generated = bases.iter().flatten().any(|basis| basis.cited.is_none() && basis.law.is_some_and(many));
        let said = |cited: &Cited<'_>| cited.sitasi.diubah.as_ref().filter(|p| cited.dasar() && p.berkali)?.koma;
        let written = self.citations().all.iter().find_map(said).filter(|_| !generated);
        written.unwrap_or(self.kantor.halaman.koma_terakhir)
    }

    /// Year of the decree.
    pub fn year(&self) -> i32 {
        self.day().map_or(self.keputusan.tahun.value, |day| day.0)
    }

    /// Whether a rule was there on the decree's day.
    pub fn there(&self, rule: &DasarHukum) -> bool {
        rule.ada_pada(self.keputusan.ditetapkan.tanggal.as_ref().map(|day| day.value), self.keputusan.tahun.value)
    }

    /// The amendments of a rule that were surely there on the decree's day, in order.
    pub fn amendments_before(&self, id: &str) -> Vec<&'a Law> {
        let mut found = self.amendments(id);
        found.retain(|law| law.dasar.tanggal.is_some() || law.dasar.tahun < self.year());
        found
    }

    /// The amendments of a rule that were there on the decree's day, in order.
    pub fn amendments(&self, id: &str) -> Vec<&'a Law> {
        let day = self.keputusan.ditetapkan.tanggal.as_ref().map(|day| day.value);
        let there = |law: &Law| law.dasar.mengubah_pada(day, self.keputusan.tahun.value);
        let of = |law: &&Law| law.dasar.amends(id).is_some() && there(law);
        let mut found: Vec<&Law> = self.catalog.laws().iter().filter(of).collect();
        found.sort_by_key(|law| (law.dasar.amends(id).map(|m| m.ke), law.dasar.tanggal));
        found
    }
}

impl<'a> Citations<'a> {
    fn new(reading: &Reading<'a>) -> Self {
        let shelf = Shelf::new(reading.catalog);
        let mut found = Self::default();
        let mut items = HashMap::new();
        let mut seen = None;
        for (at, passage) in reading.passages.iter().enumerate() {
            match passage.part {
                Part::Mengingat(item) if seen != Some(item) => {
                    seen = Some(item);
                    items.insert(item, found.all.len());
                    found.take(at, Some(item), &passage.plain, citation::butir(&passage.plain), &shelf);
                }
                Part::Menimbang(_) | Part::Diktum(_) | Part::Naskah(_) | Part::Sel { .. } | Part::Memperhatikan(_) => {
                    found.take(at, None, &passage.plain, citation::kalimat(&passage.plain), &shelf);
                }
                _ => {}
            }
        }
        for (item, dasar) in reading.keputusan.mengingat.iter().enumerate() {
            let basis = match dasar {
                Dasar::Id { id, .. } => reading.catalog.law(&id.value).map(|law| Basis {
                    span: id.span,
                    cited: None,
                    law: Some(law),
                    nama: law.dasar.nama(),
                    kunci: law.dasar.id.clone(),
                    pasti: true,
                }),
                Dasar::Teks(_) => found.written(reading, item, items.get(&item).copied()),
            };
            found.bases.push(basis);
        }
        found
    }

    /// The citation that an item is.
    fn written(&self, reading: &Reading<'a>, item: usize, at: Option<usize>) -> Option<Basis<'a>> {
        let at = at?;
        let cited = self.all.get(at).filter(|cited| cited.butir == Some(item))?;
        let passage = reading.passages.get(cited.passage)?;
        let law = cited.law();
        let written = name(&cited.sitasi, &passage.plain);
        let complete = cited.sitasi.uud() || (cited.sitasi.nomor.is_some() && cited.sitasi.tahun.is_some());
        Some(Basis {
            span: reading.place(passage.teks, cited.sitasi.kepala()),
            cited: Some(at),
            law,
            nama: law.map_or(written, |law| law.dasar.nama()),
            kunci: law.map_or_else(|| key(&cited.sitasi, &passage.plain), |law| law.dasar.id.clone()),
            pasti: cited.lurus() && complete && cited.sitasi.bentuk.berlembaga,
        })
    }

    fn take(&mut self, passage: usize, butir: Option<usize>, text: &str, read: Vec<Sitasi>, shelf: &Shelf<'a>) {
        let base = self.all.len();
        for sitasi in read {
            let milik = sitasi.milik.map(|own| base + own);
            let identitas = shelf.identify(text, &sitasi);
            let known = match identitas {
                Identitas::Dikenal(law) if !law.judul.is_empty() => {
                    Some(Harapan { judul: law.judul.clone(), kepastian: law.dasar.kepastian })
                }
                _ => None,
            };
            let harapan = known.or_else(|| match identitas {
                Identitas::Asing => self.by_owner(text, &sitasi, milik),
                _ => None,
            });
            let own = sitasi.judul.clone().and_then(|range| text.get(range)).unwrap_or_default();
            let tepat =
                harapan.as_ref().is_some_and(|expected| own.split_whitespace().eq(expected.judul.split_whitespace()));
            let owner = milik.and_then(|own| self.all.get(own)).filter(|_| sitasi.peran == Peran::Dalam);
            let resmi = owner.is_some_and(|owner| owner.tepat || owner.resmi);
            self.all.push(Cited { passage, butir, milik, sitasi, identitas, harapan, tepat, resmi });
        }
    }

    /// The title that the title around it gives to a citation that the catalog does not have.
    fn by_owner(&self, text: &str, sitasi: &Sitasi, milik: Option<usize>) -> Option<Harapan> {
        let owner = self.all.get(milik.filter(|_| sitasi.peran == Peran::Dalam)?)?;
        let expected = owner.harapan.as_ref()?;
        let inner = citation::judul(&expected.judul).into_iter().next()?;
        let same = number(&inner, &expected.judul) == number(sitasi, text) && year(&inner) == year(sitasi);
        let judul = expected.judul.get(inner.judul?)?.to_owned();
        same.then_some(Harapan { judul, kepastian: expected.kepastian })
    }
}

/// How alike two titles are ([`likeness`]) that are taken for one where kind, number and year agree and only the body is
/// left out: in a title of ten words one may be wrong and one missing.
const SAME: f64 = 0.85;

/// The same where the kind or the body is another one: nothing but the title says that this rule is meant, so in a title of
/// ten words no more than one may be missing.
const SURELY_SAME: f64 = 0.93;

/// A title this much like the one that belongs to its number is that one with slips, whatever else it resembles.
const OWN: f64 = 0.84;

/// A title must be this much like that of another rule to be taken for it …
const OTHER: f64 = 0.9;

/// … and by so much more than like its own: titles of amendments differ from each other by a word or two.
const CLEARLY: f64 = 0.15;

/// The rules of the catalog by number and year.
struct Shelf<'a> {
    laws: &'a [Law],
    by_number: HashMap<(String, i32), Vec<&'a Law>>,
}

impl<'a> Shelf<'a> {
    fn new(catalog: &'a Catalog) -> Self {
        let laws = catalog.laws();
        let mut by_number: HashMap<_, Vec<&Law>> = HashMap::new();
        for law in laws {
            let number = law.dasar.nomor.as_deref().map(plain_number).unwrap_or_default();
            by_number.entry((number, law.dasar.tahun)).or_default().push(law);
        }
        Self { laws, by_number }
    }

    fn identify(&self, text: &str, sitasi: &Sitasi) -> Identitas<'a> {
        let (number, year) = (number(sitasi, text), year(sitasi));
        let there = self.by_number.get(&(number.clone(), year)).map(Vec::as_slice).unwrap_or_default();
        let body = &sitasi.bentuk.baku;
        let range = sitasi.judul.clone().map(|title| title.start..sitasi.batas.unwrap_or(title.end));
        let title = range.and_then(|range| text.get(range)).unwrap_or_default();
        if let Some(own) = there.iter().find(|law| same_body(body, &law.dasar.sebutan)) {
            return match self.title_of_another(title, own, sitasi.longgar) {
                Some(other) => Identitas::JudulMilik(other),
                None => Identitas::Dikenal(own),
            };
        }
        if title.is_empty() || (sitasi.longgar && sitasi.batas.is_none()) {
            return Identitas::Asing;
        }
        let lacks_body = !sitasi.bentuk.berlembaga;
        let same_kind = |law: &Law| law.dasar.sebutan.split(' ').next() == body.split(' ').next();
        let meant = |law: &&&Law| lacks_body && same_kind(law) && likeness(title, &law.judul) > SAME;
        if let Some(own) = there.iter().find(meant) {
            return Identitas::Dikenal(own);
        }
        let telling = title.split(' ').count() > 3;
        let general = |law: &Law| !law.dasar.sebutan.starts_with("Keputusan");
        let misnamed = |law: &&&Law| telling && general(law) && likeness(title, &law.judul) > SURELY_SAME;
        if let Some(own) = there.iter().find(misnamed) {
            return Identitas::LembagaLain(own);
        }
        let complete = !number.is_empty() && year > 0;
        let near = |law: &&Law| {
            let one_wrong = (law.dasar.tahun == year) != (law_number(law) == number);
            let wanted =
                if complete { one_wrong && general(law) } else { law.dasar.tahun == year || law_number(law) == number };
            wanted && same_body(body, &law.dasar.sebutan) && near_title(title, &law.judul)
        };
        match self.laws.iter().find(near) {
            Some(law) if complete => Identitas::JudulMilik(law),
            Some(law) => Identitas::Dikenal(law),
            None => Identitas::Asing,
        }
    }

    /// The other rule that a title belongs to more clearly than to its own.
    fn title_of_another(&self, title: &str, own: &Law, loose: bool) -> Option<&'a Law> {
        if title.is_empty() || own.judul.is_empty() || own.dasar.kepastian == Kepastian::Belum {
            return None;
        }
        let begin = |law: &Law| folded(title).starts_with(&folded(&law.judul));
        if loose {
            if begin(own) || folded(title).split(' ').take(3).eq(folded(&own.judul).split(' ').take(3)) {
                return None;
            }
            return self.laws.iter().find(|law| law.judul.len() > 24 && begin(law));
        }
        let here = likeness(title, &own.judul);
        if here > OWN {
            return None;
        }
        let rated = self.laws.iter().map(|law| {
            let kin = same_body(&own.dasar.sebutan, &law.dasar.sebutan);
            (likeness(title, &law.judul), (kin, law.dasar.berlaku), law)
        });
        let (there, _, best) = rated.max_by(|a, b| (a.0, a.1).partial_cmp(&(b.0, b.1)).unwrap_or(Ordering::Equal))?;
        (there >= OTHER && there - here > CLEARLY).then_some(best)
    }
}

/// Kind, body, number and year as they should be written.
pub fn name(sitasi: &Sitasi, text: &str) -> String {
    let number = sitasi.nomor.clone().and_then(|range| text.get(range)).unwrap_or_default();
    let mut name = sitasi.bentuk.baku.clone();
    if !number.is_empty() {
        name = format!("{name} Nomor {number}");
    }
    match &sitasi.tahun {
        Some((year, _)) if !number.contains('/') => format!("{name} Tahun {year}"),
        _ => name,
    }
}

/// Kind, body, number and year of a citation, fit to be compared.
pub fn key(sitasi: &Sitasi, text: &str) -> String {
    format!("{} {} {}", folded(&sitasi.bentuk.baku), number(sitasi, text), year(sitasi))
}

/// The number of a citation, fit to be compared.
pub fn number(sitasi: &Sitasi, text: &str) -> String {
    sitasi.nomor.clone().and_then(|range| text.get(range)).map(plain_number).unwrap_or_default()
}

/// The year of a citation; 0 where it has none.
pub fn year(sitasi: &Sitasi) -> i32 {
    sitasi.tahun.as_ref().map_or(0, |year| year.0)
}

/// Which amendment a rule is; 0 for one that amends nothing.
pub fn ke(law: &Law) -> usize {
    law.dasar.mengubah.as_ref().map_or(0, |amends| amends.ke)
}

/// The number of a rule, fit to be compared.
pub fn law_number(law: &Law) -> String {
    law.dasar.nomor.as_deref().map(plain_number).unwrap_or_default()
}

/// Kind, body, number and year of a rule, fit to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KunciPeraturan {
    /// Kind and body in lower case, written out.
    badan: String,
    nomor: String,
    /// 0 where it is not said.
    tahun: i32,
}

impl KunciPeraturan {
    /// That of a citation.
    pub fn of(cited: &Cited<'_>, text: &str) -> Self {
        let (badan, nomor) = (body_key(&cited.sitasi.bentuk.baku), number(&cited.sitasi, text));
        cited.law().map_or_else(|| Self { badan, nomor, tahun: year(&cited.sitasi) }, Self::of_law)
    }

    /// That of a rule of the catalog.
    pub fn of_law(law: &Law) -> Self {
        Self { badan: body_key(&law.dasar.sebutan), nomor: law_number(law), tahun: law.dasar.tahun }
    }

    /// Whether both are the same rule, as far as they say.
    pub fn same(&self, other: &Self) -> bool {
        let years = self.tahun == 0 || other.tahun == 0 || self.tahun == other.tahun;
        self.badan == other.badan && self.nomor == other.nomor && years
    }
}

/// Kind and body in lower case, written out and without the state's name.
pub fn body_key(body: &str) -> String {
    folded(body).replace(" republik indonesia", "").replace(" kpu", " komisi pemilihan umum")
}

/// A number without blanks and leading zeros, in lower case.
pub fn plain_number(number: &str) -> String {
    let whole: String = number.chars().filter(|c| !c.is_whitespace()).collect();
    whole.to_lowercase().trim_start_matches('0').to_owned()
}

/// Lower case, without commas and double blanks.
fn folded(text: &str) -> String {
    text.replace(',', " ").to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two names of kind and body mean the same.
pub fn same_body(a: &str, b: &str) -> bool {
    let fold = |s: &str| {
        format!("{} ", folded(s))
            .replace(" kpu ", " komisi pemilihan umum ")
            .trim_end()
            .trim_end_matches(" republik indonesia")
            .to_owned()
    };
    let (a, b) = (fold(a), fold(b));
    if a == b {
        return true;
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let near = |(x, y): (&&str, &&str)| x == y || (y.len() > 6 && words::mirip(x, y, 2));
    a.len() == b.len() && a.iter().zip(&b).all(near)
}

/// How much of their words two titles share, from 0 to 1.
pub fn likeness(a: &str, b: &str) -> f64 {
    let (a, b) = (folded(a), folded(b));
    let mut counts: HashMap<&str, i32> = HashMap::new();
    b.split(' ').for_each(|word| *counts.entry(word).or_default() += 1);
    let mut shared = 0;
    for word in a.split(' ') {
        if let Some(count) = counts.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    f64::from(2 * shared) / (a.split(' ').count() + b.split(' ').count()).max(1) as f64
}

/// Whether two titles are the same but for a slip, and name the same amendment.
fn near_title(a: &str, b: &str) -> bool {
    let (a, b) = (folded(a), folded(b));
    !b.is_empty() && a.len().abs_diff(b.len()) <= 2 && (a == b || distance(&a, &b) <= 2)
}

/// The rule that a legal basis amends.
#[derive(Debug)]
pub struct Parent<'a> {
    /// The rule of the catalog.
    pub law: Option<&'a Law>,
    /// Kind, body, number and year.
    pub nama: String,
    /// The same, fit to be compared.
    pub kunci: String,
}

impl Parent<'_> {
    /// Whether it is that basis.
    pub fn is(&self, basis: &Basis<'_>) -> bool {
        basis.pasti && self.kunci == basis.kunci
    }
}

/// What a legal basis amends, by the catalog or by its title.
pub fn parent<'a>(reading: &Reading<'a>, basis: &Basis<'a>) -> Option<Parent<'a>> {
    if !basis.pasti {
        return None;
    }
    if let Some(law) = basis.law {
        let amends = law.dasar.mengubah.as_ref()?;
        let parent = reading.catalog.law(&amends.id)?;
        return Some(Parent { law: Some(parent), nama: parent.dasar.nama(), kunci: parent.dasar.id.clone() });
    }
    let citations = reading.citations();
    let at = basis.cited?;
    citations.all.get(at)?.sitasi.urutan.as_ref()?;
    let inner = citations.child(at, Peran::Dalam)?;
    let text = &reading.passages.get(inner.passage)?.plain;
    let nama = inner.law().map_or_else(|| name(&inner.sitasi, text), |law| law.dasar.nama());
    let kunci = inner.law().map_or_else(|| key(&inner.sitasi, text), |law| law.dasar.id.clone());
    Some(Parent { law: inner.law(), nama, kunci })
}

/// The legal basis that another one amends and that stands beside it.
pub fn beside<'b, 'a>(reading: &'b Reading<'a>, basis: &Basis<'a>) -> Option<&'b Basis<'a>> {
    let parent = parent(reading, basis)?;
    reading.citations().bases.iter().flatten().find(|other| parent.is(other))
}

impl<'a> Citations<'a> {
    /// The citations in the text at a place among [`Reading::passages`].
    pub fn within(&self, passage: usize) -> impl Iterator<Item = &Cited<'a>> {
        self.all.iter().filter(move |cited| cited.passage == passage)
    }

    /// The citation of a role that belongs to the one at a place.
    pub fn child(&self, at: usize, peran: Peran) -> Option<&Cited<'a>> {
        self.all.iter().skip(at + 1).take(12).find(|other| other.milik == Some(at) && other.sitasi.peran == peran)
    }
}
