//! Everything that a decree refers to: legal bases, offices, kinds, areas, holidays, templates and fonts.

pub mod aturan;
pub mod dasar_hukum;
pub mod halaman;
pub mod jdih;
pub mod jenis;
mod jenjang;
pub mod kantor;
pub mod kata;
pub mod libur;
pub mod lukisan;
mod profil;
pub mod root;
pub mod wilayah;

pub use aturan::AturanKantor;
pub use dasar_hukum::{DasarHukum, Kepastian, Kutipan};
pub use halaman::{BentukSidik, Halaman, Margin, NomorLampiran};
pub use jdih::Jdih;
pub use jenis::Jenis;
pub use jenjang::Jenjang;
pub use kantor::{Kantor, Pejabat, Sebagai};
pub use kata::Kata;
pub use libur::Libur;
pub use root::Root;
pub use wilayah::{Daerah, Wilayah};

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, OnceLock};

use crate::diag::{Code, Diagnostic, Files, Sink, did_you_mean};
use crate::fingerprint::Sidik;
use crate::language::lists::WordList;
use crate::yaml::{self, Node, Shape};

/// Every table that a data file may hold, in the order of the documentation.
pub const SHAPES: &[&Shape] = &[
    &dasar_hukum::SHAPE,
    &dasar_hukum::LEMBARAN,
    &dasar_hukum::MENGUBAH,
    &kantor::SHAPE,
    &kantor::PEJABAT,
    &aturan::SHAPE,
    &jdih::SHAPE,
    &halaman::HALAMAN,
    &halaman::MARGIN,
    &halaman::JARAK,
    &halaman::TTE,
    &jenis::SHAPE,
    &kata::BAKU,
    &kata::RANCU,
    &kata::SINGKATAN,
    &kata::ISTILAH,
    &kata::ASING,
    &crate::decree::susunan::SHAPE,
    &crate::decree::susunan::TINGKAT,
    &wilayah::SHAPE,
    &wilayah::DAERAH,
    &libur::SHAPE,
    &libur::HARI,
];

/// The embedded or overlaid data, read when asked for.
#[derive(Debug, Clone, Default)]
pub struct Catalog {
    /// Where the files come from.
    pub root: Root,
    /// Who draws pages of PDFs from outside; where there is nobody, whoever reads them does.
    pub pelukis: Option<lukisan::Pelukis>,
    /// For each basis the ids of those that amend it; found out once, when first asked for.
    amendments: Arc<OnceLock<BTreeMap<String, Vec<String>>>>,
    /// Every legal basis that can be used; read when first asked for.
    laws: Arc<OnceLock<Vec<Law>>>,
    /// Words; read when first asked for.
    kata: Arc<OnceLock<Kata>>,
    /// Every area; read when first asked for.
    wilayah: Arc<OnceLock<Wilayah>>,
    /// Fingerprints of the fonts; found out when first asked for.
    huruf: Arc<OnceLock<BTreeMap<String, Sidik>>>,
}

/// A legal basis with its title.
#[derive(Debug, Clone)]
pub struct Law {
    /// The basis.
    pub dasar: DasarHukum,
    /// Its title, also where it follows from what it amends; empty for the constitution.
    pub judul: String,
}

impl Catalog {
    /// The data of `root`.
    pub fn new(root: Root) -> Self {
        Self { root, ..Self::default() }
    }

    /// The data of another root whose fonts are the same.
    pub fn with_root(&self, root: Root) -> Self {
        Self { root, pelukis: self.pelukis, huruf: Arc::clone(&self.huruf), ..Self::default() }
    }

    /// Begins to read what the drafting rules will ask for, beside whatever the caller does meanwhile.
    pub fn read_ahead(&self) {
        self.read_laws_ahead();
        self.fill(&self.kata, |catalog| catalog.kata());
        self.fill(&self.wilayah, |catalog| catalog.wilayah());
    }

    /// Begins to read the legal bases, beside whatever the caller does meanwhile.
    pub fn read_laws_ahead(&self) {
        self.fill(&self.laws, |catalog| catalog.laws());
    }

    /// Begins to read what belongs into a cell, where nobody has read it yet.
    fn fill<T, R: ?Sized + 'static>(&self, cell: &OnceLock<T>, read: fn(&Self) -> &R) {
        if cell.get().is_none() {
            let catalog = self.clone();
            std::thread::spawn(move || {
                read(&catalog);
            });
        }
    }

    /// The ids in a folder of data: the names of its files without `.yaml`, or of its folders.
    pub fn ids(&self, folder: &str) -> Vec<String> {
        self.root.list(folder).into_iter().map(|name| name.trim_end_matches(".yaml").to_owned()).collect()
    }

    /// The kind of the id; unknown ids and broken files are reported.
    pub fn jenis(&self, id: &str, files: &mut Files, sink: &mut Sink) -> Result<Jenis, Missing> {
        let node = self.load(&format!("templates/jenis/{id}/jenis.yaml"), id, files, sink)?;
        Jenis::read(id, &node, sink).ok_or(Missing::Broken)
    }

    /// The office of the id.
    pub fn kantor(&self, id: &str, files: &mut Files, sink: &mut Sink) -> Result<Kantor, Missing> {
        let node = self.load(&format!("data/kantor/{id}.yaml"), id, files, sink)?;
        Kantor::read(&node, sink).ok_or(Missing::Broken)
    }

    /// The legal basis of the id.
    pub fn dasar_hukum(&self, id: &str, files: &mut Files, sink: &mut Sink) -> Result<DasarHukum, Missing> {
        let node = self.load(&format!("{DASAR}/{id}.yaml"), id, files, sink)?;
        DasarHukum::read(id, &node, sink).ok_or(Missing::Broken)
    }

    /// The bases that amend the one of the id, in the order of the amendments.
    pub fn perubahan(&self, id: &str, files: &mut Files, sink: &mut Sink) -> Vec<DasarHukum> {
        let index = self.amendments.get_or_init(|| self.find_amendments());
        let ids = index.get(id).map(Vec::as_slice).unwrap_or_default();
        let mut found: Vec<DasarHukum> =
            ids.iter().filter_map(|other| self.dasar_hukum(other, files, sink).ok()).collect();
        found.retain(|other| other.amends(id).is_some());
        found.sort_by_key(|other| (other.amends(id).map(|m| m.ke), other.tanggal));
        found
    }

    /// Every legal basis that can be used, by id; broken files are passed over, since whoever uses one hears of it.
    pub fn laws(&self) -> &[Law] {
        self.laws.get_or_init(|| {
            let (mut files, mut sink) = (Files::default(), Sink::default());
            let ids = self.ids(DASAR);
            let all: BTreeMap<String, DasarHukum> = ids
                .into_iter()
                .filter_map(|id| Some((id.clone(), self.dasar_hukum(&id, &mut files, &mut sink).ok()?)))
                .collect();
            let title = |law: &DasarHukum| law.judul(law.mengubah.as_ref().and_then(|m| all.get(&m.id)));
            all.values().map(|law| Law { judul: title(law).unwrap_or_default(), dasar: law.clone() }).collect()
        })
    }

    /// Every area; broken files are passed over.
    pub fn wilayah(&self) -> &Wilayah {
        self.wilayah.get_or_init(|| {
            let (mut files, mut sink) = (Files::default(), Sink::default());
            let mut all = Wilayah::default();
            for id in self.ids(WILAYAH) {
                if let Ok(node) = self.load(&format!("{WILAYAH}/{id}.yaml"), &id, &mut files, &mut sink) {
                    all.add(&node, &mut sink);
                }
            }
            all
        })
    }

    /// The holidays of a year; `None` where nothing is known of it.
    pub fn libur(&self, year: i32) -> Option<Libur> {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let id = year.to_string();
        let node = self.load(&format!("{LIBUR}/{id}.yaml"), &id, &mut files, &mut sink).ok()?;
        Libur::read(&node, &mut sink)
    }

    /// The last year whose holidays are known.
    pub fn libur_terakhir(&self) -> Option<i32> {
        self.ids(LIBUR).iter().filter_map(|year| year.parse().ok()).max()
    }

    /// The legal basis of an id among [`Catalog::laws`].
    pub fn law(&self, id: &str) -> Option<&Law> {
        let laws = self.laws();
        laws.binary_search_by(|law| law.dasar.id.as_str().cmp(id)).ok().map(|at| &laws[at])
    }

    /// The fingerprint of each font file, by its path.
    pub fn sidik_huruf(&self) -> &BTreeMap<String, Sidik> {
        self.huruf.get_or_init(|| {
            let paths = self.root.list(FONTS).into_iter().map(|name| format!("{FONTS}/{name}"));
            let fonts = paths.filter(|path| is_font(path));
            fonts.filter_map(|path| Some((path.clone(), Sidik::of(self.root.read(&path)?)))).collect()
        })
    }

    /// Spelling, standard words, abbreviations, names.
    pub fn kata(&self) -> &Kata {
        self.kata.get_or_init(|| Kata::load(&self.root))
    }

    /// What each file amends, from a look at its text: no file is parsed that no decree needs.
    fn find_amendments(&self) -> BTreeMap<String, Vec<String>> {
        let mut index: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for id in self.ids(DASAR) {
            let text = self.root.read(&format!("{DASAR}/{id}.yaml")).unwrap_or_default();
            let text = String::from_utf8_lossy(&text);
            let mut own = false;
            for line in text.lines() {
                let begins = line.starts_with(|c: char| c.is_ascii_alphabetic());
                own = if begins { line.starts_with("mengubah:") || line.starts_with("juga_mengubah:") } else { own };
                let amended = own.then(|| line.match_indices("id:")).into_iter().flatten();
                for (_, rest) in amended.map(|(at, _)| line.split_at(at + 3)) {
                    let end = |c: char| !(c.is_ascii_alphanumeric() || "-.".contains(c));
                    let parent = rest.trim_start().split(end).next().unwrap_or_default();
                    index.entry(parent.to_owned()).or_default().push(id.clone());
                }
            }
        }
        index
    }

    fn load(&self, path: &str, id: &str, files: &mut Files, sink: &mut Sink) -> Result<Node, Missing> {
        let clean = !id.is_empty()
            && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c))
            && !id.contains("..");
        let bytes = clean.then(|| self.root.read(path)).flatten().ok_or(Missing::Unknown)?;
        let Ok(text) = String::from_utf8(bytes.into_owned()) else {
            sink.push(
                Diagnostic::galat(Code::UTF8, None, format!("{path} tidak tersimpan sebagai UTF-8"))
                    .hint("simpan ulang berkas itu dengan pengodean UTF-8"),
            );
            return Err(Missing::Broken);
        };
        let file = files.add(path, text);
        yaml::parse(files, file, sink).ok_or(Missing::Broken)
    }

    /// "maksud Anda …?" among the legal bases of the same number and year, or where to look: letters alone never lead to a
    /// rule of another number or year.
    pub fn nearest_law(&self, id: &str) -> String {
        let figures = |id: &str| -> Vec<String> {
            let parts = id.split(|c: char| !c.is_ascii_digit());
            parts.filter(|part| !part.is_empty()).map(|part| part.trim_start_matches('0').to_owned()).collect()
        };
        let wanted = figures(id);
        let is_same = |other: &[String]| other == wanted || (other.len() == 2 && other.iter().rev().eq(wanted.iter()));
        let ids = self.ids(DASAR);
        let plain = id.to_lowercase().replace('_', "-");
        let plain = plain.trim_end_matches(".yaml");
        if ids.iter().any(|other| other == plain) {
            return format!("maksud Anda `{plain}`?");
        }
        let same: Vec<&str> = ids.iter().map(String::as_str).filter(|other| is_same(&figures(other))).collect();
        let swapped = || {
            let of = |other: &&String| self.law(other).is_some_and(|law| swapped_year(id, other, law.dasar.tahun));
            ids.iter().find(of).map(|other| format!("maksud Anda `{other}`?"))
        };
        match &same[..] {
            [] if id.contains('-') && swapped().is_some() => swapped().unwrap_or_default(),
            [] => "cari dengan `naskah dasar` dan nomor, tahun, atau kata dari judulnya".to_owned(),
            [one] => format!("maksud Anda `{one}`?"),
            several => format!("yang bernomor dan bertahun itu: {}", several.join(", ")),
        }
    }

    /// "maksud Anda …?" among the ids of a folder, or where to look.
    pub fn nearest(&self, folder: &str, id: &str) -> String {
        let ids = self.ids(folder);
        let misnamed = |name: &String| *name == id || name.strip_suffix(".yml").is_some_and(|name| name == id);
        if let Some(name) = ids.iter().find(|name| misnamed(name)) {
            let given: String = id.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
            let file = if name == id { format!("{id}.yaml") } else { name.clone() };
            return format!(
                "ganti nama berkas {folder}/{file} menjadi {given}.yaml (huruf kecil, angka, tanda hubung), dan tulis `{given}`"
            );
        }
        let meant = match folder {
            JENIS => self.kinds_meant(id),
            KANTOR => office_meant(id, &ids),
            _ => None,
        };
        did_you_mean(id, ids.iter().map(String::as_str)).or(meant).unwrap_or_else(|| match ids.len() {
            0..=12 => format!("yang ada: {}", ids.join(", ")),
            _ if folder == JENIS => "lihat semua jenis dengan `naskah jenis`".to_owned(),
            _ if folder == KANTOR => "lihat semua kantor dengan `naskah kantor`".to_owned(),
            n => format!("{n} berkas ada dalam {folder}/; tambahkan satu berkas untuk yang baru"),
        })
    }
}

impl Catalog {
    /// "maksud Anda …?" among the kinds that share most words with what was written, in their names and what is said of
    /// them. Words that several kinds share, and those for papers in general, tell nothing.
    fn kinds_meant(&self, written: &str) -> Option<String> {
        let words = |text: &str| -> HashSet<String> {
            let parts = text.split(|c: char| !c.is_alphanumeric());
            parts.filter(|word| word.len() > 2).map(str::to_lowercase).collect()
        };
        let about = |id: &String| {
            let told = self.root.read(&format!("{JENIS}/{id}/jenis.yaml")).unwrap_or_default();
            words(&format!("{id} {}", String::from_utf8_lossy(&told)))
        };
        let kinds: Vec<(String, HashSet<String>)> =
            self.ids(JENIS).into_iter().map(|id| (id.clone(), about(&id))).collect();
        let (lists, _) = kata::word_lists(&self.root);
        let telling = |word: &String| {
            let shared = kinds.iter().filter(|(_, about)| about.contains(word)).count();
            shared <= 2 && !lists.has(WordList::JenisNaskah, word)
        };
        let wanted: Vec<String> = words(written).into_iter().filter(telling).collect();
        let worth = |id: &String, about: &HashSet<String>| -> usize {
            let own = words(id);
            let alone = |word: &String| kinds.iter().filter(|(_, about)| about.contains(word)).count() == 1;
            let one = |word: &String| match own.contains(word) {
                true => 3,
                false => 2 * usize::from(about.contains(word) && alone(word)),
            };
            wanted.iter().map(one).sum()
        };
        let scored: Vec<(usize, &String)> = kinds.iter().map(|(id, about)| (worth(id, about), id)).collect();
        let best = scored.iter().map(|(score, _)| *score).max().filter(|best| *best > 0)?;
        let meant = scored.iter().filter(|(score, _)| *score == best).map(|(_, id)| format!("`{id}`"));
        let meant: Vec<String> = meant.collect();
        Some(format!("maksud Anda {}? lihat semua jenis dengan `naskah jenis`", meant.join(" atau ")))
    }
}

/// "maksud Anda …?" for the offices all of whose parts stand in what was written, as in "KPU Kabupaten Semarang".
fn office_meant(written: &str, ids: &[String]) -> Option<String> {
    let words = written.to_lowercase();
    let short = |word| match word {
        "kabupaten" => "kab",
        "provinsi" => "prov",
        other => other,
    };
    let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).map(short).collect();
    let meant = ids.iter().filter(|id| id.split('-').all(|part| words.contains(&part)));
    let meant: Vec<String> = meant.map(|id| format!("`{id}`")).collect();
    (!meant.is_empty()).then(|| format!("maksud Anda {}?", meant.join(" atau ")))
}

/// Whether an id differs from one of the year `year` in two figures of the year alone that changed places, and names a
/// year that cannot be.
fn swapped_year(id: &str, other: &str, year: i32) -> bool {
    let (Some((head, typed)), Some((own, _))) = (id.rsplit_once('-'), other.rsplit_once('-')) else { return false };
    let (typed, right): (Vec<char>, Vec<char>) = (typed.chars().collect(), year.to_string().chars().collect());
    let impossible = typed.iter().collect::<String>().parse::<i32>().is_ok_and(|year| !(1945..2050).contains(&year));
    let differs: Vec<usize> = (0..right.len()).filter(|at| typed.get(*at) != right.get(*at)).collect();
    let two = |a: usize, b: usize| b == a + 1 && typed.get(a) == right.get(b) && typed.get(b) == right.get(a);
    head == own && impossible && typed.len() == right.len() && matches!(differs[..], [a, b] if two(a, b))
}

/// Whether a file of [`FONTS`] is a font, by its name.
pub fn is_font(name: &str) -> bool {
    [".otf", ".ttf", ".ttc"].iter().any(|end| name.to_lowercase().ends_with(end))
}

/// Folder of the fonts.
pub const FONTS: &str = "fonts";
/// Folder of the legal bases.
pub const DASAR: &str = "data/dasar-hukum";
/// Folder of the offices.
pub const KANTOR: &str = "data/kantor";
/// Folder of the areas.
pub const WILAYAH: &str = "data/wilayah";
/// Folder of the holidays.
pub const LIBUR: &str = "data/libur";
/// Folder of the kinds.
pub const JENIS: &str = "templates/jenis";

/// Why an entry cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// There is no such file; nothing was reported yet.
    Unknown,
    /// The file cannot be used; its faults were reported.
    Broken,
}
