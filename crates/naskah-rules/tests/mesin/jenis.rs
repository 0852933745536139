//! The kinds of slips, as `kekeliruan/*.yaml` list them.

use naskah_core::diag::{Files, Sink};
use naskah_core::yaml::{self, Node};
use naskah_testing::{files_below, text_of};
use regex::Regex;

use crate::naskah::FOLDER;

/// Where in a decree a slip may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tempat {
    Menimbang,
    Mengingat,
    Memperhatikan,
    Diktum,
    Rincian,
    Naskah,
    Sel,
    Judul,
    Kolom,
    Kepala,
    Berkas,
}

impl Tempat {
    /// Every place, in the order of the pages.
    pub const ALL: [(Self, &'static str); 11] = [
        (Self::Menimbang, "menimbang"),
        (Self::Mengingat, "mengingat"),
        (Self::Memperhatikan, "memperhatikan"),
        (Self::Diktum, "diktum"),
        (Self::Rincian, "rincian"),
        (Self::Naskah, "naskah"),
        (Self::Sel, "sel"),
        (Self::Judul, "judul"),
        (Self::Kolom, "kolom"),
        (Self::Kepala, "kepala"),
        (Self::Berkas, "berkas"),
    ];

    /// Its name.
    pub fn nama(self) -> &'static str {
        Self::ALL.iter().find(|(one, _)| *one == self).map_or("", |(_, nama)| nama)
    }
}

/// How the words of a pair are put into a decree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bingkai {
    /// A noun phrase, for which a sentence is made.
    Frasa,
    /// A sentence, as it stands.
    Kalimat,
}

/// A kind of slip.
pub struct Jenis {
    /// Its name.
    pub nama: String,
    /// The rules that may tell of it, or the beginnings of their codes.
    pub kode: Vec<String>,
    /// Whether it is wrong for certain; otherwise a question is enough.
    pub pasti: bool,
    /// Where it may stand.
    pub tempat: Vec<Tempat>,
    /// Whether a finding anywhere in the decree tells of it.
    pub mana_saja: bool,
    /// What is right, and what is written for it; of texts, or of the whole file.
    pub pola: Vec<(Regex, String)>,
    /// Pairs of right and wrong words, seen and unseen.
    pub pasangan: [Vec<(String, String)>; 2],
    /// How these are put into a decree.
    pub bingkai: Bingkai,
}

impl Jenis {
    /// Whether a rule may tell of it.
    pub fn owns(&self, kode: &str) -> bool {
        self.kode.iter().any(|known| kode.starts_with(known.as_str()))
    }
}

/// All kinds.
pub fn semua() -> Vec<Jenis> {
    let mut out = Vec::new();
    for path in files_below(&format!("{FOLDER}/kekeliruan"), ".yaml") {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add(path.to_string_lossy(), text_of(&path));
        let tree = yaml::parse(&files, file, &mut sink);
        assert!(!sink.has_errors(), "{}: {:?}", path.display(), sink.found());
        let entries = tree.iter().flat_map(items).map(read);
        out.extend(entries);
    }
    out
}

/// The items of a list.
fn items(node: &Node) -> impl Iterator<Item = &Node> {
    match &node.value {
        yaml::Value::Seq(items) => items.iter(),
        _ => [].iter(),
    }
}

/// The texts of a list.
fn words(node: Option<&Node>) -> Vec<String> {
    node.into_iter().flat_map(items).filter_map(|item| item.as_scalar().map(str::to_owned)).collect()
}

/// The pairs of a list of lists.
fn pairs(node: Option<&Node>) -> Vec<(String, String)> {
    let pair = |node: &Node| match &words(Some(node))[..] {
        [right, wrong] => (right.clone(), wrong.clone()),
        other => panic!("no pair: {other:?}"),
    };
    node.into_iter().flat_map(items).map(pair).collect()
}

/// One kind.
fn read(node: &Node) -> Jenis {
    let word = |key: &str| node.get(key).and_then(Node::as_scalar).unwrap_or_default();
    let nama = word("jenis").to_owned();
    let known = ["jenis", "kode", "pasti", "tempat", "mana_saja", "pola", "terlihat", "tersimpan", "bingkai"];
    for (key, _) in node.as_map().unwrap_or_default() {
        assert!(known.contains(&key.name.as_str()), "{nama}: unknown key {}", key.name);
    }
    let tempat = words(node.get("tempat")).iter().map(|name| place(&nama, name)).collect();
    let pola = pairs(node.get("pola"))
        .into_iter()
        .map(|(right, wrong)| (Regex::new(&right).unwrap_or_else(|error| panic!("{nama}: {error}")), wrong))
        .collect();
    Jenis {
        kode: words(node.get("kode")),
        pasti: word("pasti") != "tidak",
        mana_saja: word("mana_saja") == "ya",
        bingkai: if word("bingkai") == "kalimat" { Bingkai::Kalimat } else { Bingkai::Frasa },
        pasangan: [pairs(node.get("terlihat")), pairs(node.get("tersimpan"))],
        nama,
        tempat,
        pola,
    }
}

/// A place by its name.
fn place(jenis: &str, name: &str) -> Tempat {
    let found = Tempat::ALL.iter().find(|(_, known)| *known == name);
    found.unwrap_or_else(|| panic!("{jenis}: no place {name}")).0
}
