//! Offices: name, seat, signers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::jenjang::Jenjang;
use super::profil;
use crate::catalog::aturan::AturanKantor;
use crate::catalog::halaman::Halaman;
use crate::catalog::jdih::Jdih;
use crate::decree::{Tanggal, Teks};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::yaml::{Field, Node, Shape, Table, tabless};

/// An office.
#[derive(Debug, Clone, Default)]
pub struct Kantor {
    /// The body: `Komisi Pemilihan Umum`, `Komisi Independen Pemilihan`.
    pub badan: String,
    /// The area: `Kabupaten Semarang`, `Republik Indonesia`.
    pub wilayah: String,
    /// Its level.
    pub jenjang: Jenjang,
    /// Its seat.
    pub tempat: String,
    /// The code of its area in the numbers of its papers, where the profile tells it.
    pub kode_wilayah: Option<String>,
    /// The lines of the kop, where written; otherwise body and area.
    pub kop: Vec<String>,
    /// The lines of the kop of decrees of the secretariat, where written.
    pub kop_sekretariat: Vec<String>,
    /// The lines of the address under the kop.
    pub alamat: Vec<String>,
    /// Path of the emblem's file within the root, and where it was written.
    pub lambang: Option<(String, Span)>,
    /// Its signers and certifiers, by id.
    pub pejabat: BTreeMap<String, Pejabat>,
    /// The page furniture.
    pub halaman: Halaman,
    /// What it says of the drafting rules.
    pub aturan: Vec<AturanKantor>,
    /// Its legal documentation site.
    pub jdih: Jdih,
    /// Whether comments and drafters' notes go out within its PDFs.
    pub komentar_ikut: bool,
}

/// A person in office; of a certifier a copy carries what it prints.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pejabat {
    /// The office held: `Ketua`, `Sekretaris`, `Kepala Subbagian …`.
    pub jabatan: String,
    /// The name as printed, before it is put in capitals.
    pub nama: String,
    /// Whether the office is held for the time being.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sebagai: Option<Sebagai>,
    /// On whose behalf the person signs: another id of the office.
    #[serde(skip)]
    pub atas_nama: Option<String>,
    /// For whose use the person certifies copies: another id of the office.
    #[serde(skip)]
    pub ub: Option<String>,
    /// Where the name is written.
    #[serde(skip)]
    pub nama_span: Option<Span>,
    /// First day in office, where written.
    #[serde(skip)]
    pub sejak: Option<Tanggal>,
    /// Last day in office, where written.
    #[serde(skip)]
    pub sampai: Option<Tanggal>,
}

impl Pejabat {
    /// Whether the person is in office on a day, as far as the profile says.
    pub fn menjabat(&self, hari: Tanggal) -> bool {
        self.sejak.is_none_or(|first| first <= hari) && self.sampai.is_none_or(|last| hari <= last)
    }
}

/// Holding an office for the time being.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sebagai {
    /// Pelaksana harian.
    Plh,
    /// Pelaksana tugas.
    Plt,
}

impl Sebagai {
    /// The abbreviation before the office.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Plh => "Plh. ",
            Self::Plt => "Plt. ",
        }
    }
}

/// The fields of an office.
pub const SHAPE: Shape = Shape {
    name: "kantor",
    fields: &[
        Field::wajib("badan", "teks", "Komisi Pemilihan Umum", "nama badan"),
        Field::wajib(
            "wilayah",
            "teks",
            "Kabupaten Semarang",
            "wilayah: Republik Indonesia, Provinsi …, Kabupaten …, Kota …, Aceh",
        ),
        Field::wajib(
            "jenjang",
            "pusat | provinsi | kabupaten | kota | kecamatan | desa",
            "kabupaten",
            "jenjang; pada `pusat` wilayah hanya dicetak di kop",
        ),
        Field::wajib("tempat", "teks", "Ungaran", "tempat kedudukan"),
        Field::boleh(
            "kop",
            "teks, atau daftar teks",
            "[PANITIA PEMILIHAN KECAMATAN, KECAMATAN BERGAS, KABUPATEN SEMARANG]",
            "baris kop seperti dicetak; tanpa keterangan: badan dan wilayah",
        ),
        Field::boleh(
            "kop_sekretariat",
            "teks, atau daftar teks",
            "[SEKRETARIAT KOMISI PEMILIHAN UMUM, KABUPATEN SEMARANG]",
            "baris kop keputusan yang dibuat pejabat selain ketua; tanpa keterangan: sama dengan kop",
        ),
        Field::boleh(
            "alamat",
            "teks, atau daftar teks",
            "[Jalan Contoh Nomor 1 Ungaran, Telepon (024) 000000]",
            "baris alamat di bawah kop, bergaris bawah; tanpa keterangan: tidak ada",
        ),
        Field::boleh("kode_wilayah", "teks", "3322", "kode wilayah yang dipakai dalam nomor naskah kantor ini"),
        Field::boleh(
            "lambang",
            "berkas PNG, JPG, atau SVG",
            "data/lambang/kpu.png",
            "lambang milik kantor, di dalam folder akar; tanpa keterangan: tempat kosong",
        ),
        Field::wajib(
            "pejabat",
            "tabel pejabat",
            "{ketua: {jabatan: Ketua, nama: Nama Ketua}}",
            "penanda tangan dan pengesah, masing-masing dengan id",
        ),
        Field::boleh("halaman", "halaman", "{kertas: F4-215}", "tata halaman yang lain daripada bawaan"),
        Field::boleh(
            "aturan",
            "daftar aturan kantor",
            "[{kode: K510, tingkat: abaikan, alasan: …}]",
            "aturan penyusunan yang tingkatnya lain di kantor ini",
        ),
        Field::boleh("jdih", "jdih", "{bidang_hukum: Tata Negara}", "laman dokumentasi hukum untuk `naskah jdih`"),
        Field::boleh(
            "komentar_ikut",
            "ya | tidak",
            "ya",
            "komentar YAML dan `catatan` perancang ikut di dalam PDF; bawaan tidak",
        ),
        Field::wajib("sumber", "daftar teks", "[laman resmi kantor]", "tempat setiap fakta ditemukan"),
        Field::wajib("kepastian", "terverifikasi | umum | belum", "terverifikasi", "kepastian fakta"),
    ],
};

/// The fields of a person in office.
pub const PEJABAT: Shape = Shape {
    name: "pejabat",
    fields: &[
        Field::wajib("jabatan", "teks", "Ketua", "jabatan; jabatan yang diawali Ketua menandatangani atas nama badan"),
        Field::wajib("nama", "teks", "Nama Ketua", "nama tanpa gelar, pangkat, dan NIP"),
        Field::boleh("sebagai", "plh | plt", "plh", "pelaksana harian atau pelaksana tugas"),
        Field::boleh("atas_nama", "id pejabat", "ketua", "menandatangani a.n. pejabat itu"),
        Field::boleh("ub", "id pejabat", "sekretaris", "menandatangani atau mengesahkan salinan u.b. pejabat itu"),
        Field::boleh("sejak", "tanggal", "2023-06-20", "hari pertama menjabat"),
        Field::boleh("sampai", "tanggal", "2028-06-20", "hari terakhir menjabat"),
    ],
};

/// The first sign in a name or post that no name has: marks of bold, italics, headings, tables or web pages.
pub fn tanda_asing(nama: &str) -> Option<char> {
    nama.chars().find(|c| "*_#<>[]{}|\\=~^`@$%".contains(*c) || c.is_control())
}

/// What is said of such a sign, and the way out.
pub fn bukan_nama(nama: &str, tanda: char) -> (String, &'static str) {
    let message = format!("`{nama}` memuat tanda `{tanda}`, yang tidak ada dalam nama");
    (message, "tulis namanya saja, tanpa tanda lain; huruf tebal dan kapital diatur oleh program")
}

impl Kantor {
    /// The ids of those who may certify copies: all but the ones who sign decrees.
    pub fn pengesah(&self) -> Vec<&str> {
        self.pejabat.keys().map(String::as_str).filter(|id| !["ketua", "sekretaris"].contains(id)).collect()
    }

    /// Reads an office of [`SHAPE`].
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &SHAPE, sink)?;
        let levels = [
            ("pusat", Jenjang::Pusat),
            ("provinsi", Jenjang::Provinsi),
            ("kabupaten", Jenjang::Kabupaten),
            ("kota", Jenjang::Kota),
            ("kecamatan", Jenjang::Kecamatan),
            ("desa", Jenjang::Desa),
        ];
        let lines = |key: &str, sink: &mut Sink| -> Vec<String> {
            let node = table.get(key).map(|node| Teks::lines(node, sink)).unwrap_or_default();
            node.iter().map(Teks::as_plain).filter(|line| !line.trim().is_empty()).collect()
        };
        table.get("kepastian").and_then(|node| node.choice(&super::Kepastian::WORDS, sink));
        let pejabat = table.get("pejabat").map(|node| persons(node, sink)).unwrap_or_default();
        let jenjang = table.get("jenjang")?.choice(&levels, sink)?;
        profil::check(&table, jenjang, sink);
        Some(Self {
            badan: table.word("badan", sink)?,
            wilayah: table.word("wilayah", sink)?,
            jenjang,
            tempat: table.word("tempat", sink)?,
            kode_wilayah: table.word("kode_wilayah", sink),
            lambang: table.get("lambang").and_then(|node| node.text(sink)).map(|text| (text.value, text.span)),
            pejabat,
            kop: lines("kop", sink),
            kop_sekretariat: lines("kop_sekretariat", sink),
            alamat: lines("alamat", sink),
            halaman: match table.get("halaman") {
                Some(node) => Halaman::read(node, sink)?,
                None => Halaman::default(),
            },
            aturan: table
                .get("aturan")
                .map(|node| node.list(sink).iter().filter_map(|entry| AturanKantor::read(entry, sink)).collect())
                .unwrap_or_default(),
            komentar_ikut: table.get("komentar_ikut").and_then(|node| node.yes(sink)).unwrap_or(false),
            jdih: table.get("jdih").and_then(|node| Jdih::read(node, sink)).unwrap_or_default(),
        })
    }

    /// Those for whose use a person signs, the highest first, and that person.
    pub fn rantai<'a>(&'a self, pejabat: &'a Pejabat) -> Vec<&'a Pejabat> {
        let above = |one: &&'a Pejabat| self.pejabat.get(one.ub.as_ref()?);
        let mut all: Vec<_> = std::iter::successors(Some(pejabat), above).take(self.pejabat.len()).collect();
        all.reverse();
        all
    }

    /// For whom a person signs, or somebody for whose use that person does.
    pub fn atas_nama(&self, pejabat: &Pejabat) -> Option<&Pejabat> {
        self.pejabat.get(self.rantai(pejabat).iter().find_map(|one| one.atas_nama.as_ref())?)
    }

    /// Whose authority it is when the person of `id` signs: that of the one signed for, else of the highest for whose use
    /// it is signed, else that person's own.
    pub fn kuasa(&self, id: &str) -> Option<&Pejabat> {
        let own = self.pejabat.get(id)?;
        self.atas_nama(own).or_else(|| self.rantai(own).first().copied())
    }

    /// The body with its area, as titles and running text name it; the national body without its area.
    pub fn nama_penuh(&self) -> String {
        match self.jenjang {
            Jenjang::Pusat => self.badan.clone(),
            _ => format!("{} {}", self.badan_pendek(), self.wilayah),
        }
    }

    /// The body as it stands before its area: `Panitia Pemilihan Kecamatan` leaves its last word to `Kecamatan …`.
    pub fn badan_pendek(&self) -> &str {
        let area = self.wilayah.split(' ').next().unwrap_or_default();
        let shorter = self.badan.strip_suffix(area).map(str::trim_end).filter(|body| !body.is_empty());
        shorter.filter(|_| self.jenjang != Jenjang::Pusat).unwrap_or(&self.badan)
    }

    /// The secretariat's two lines: the body's, and the area's where there is one.
    pub fn sekretariat(&self) -> Vec<String> {
        match self.jenjang {
            Jenjang::Pusat => vec![format!("Sekretariat Jenderal {}", self.badan)],
            _ => vec![format!("Sekretariat {}", self.badan_pendek()), self.wilayah.clone()],
        }
    }
}

/// The persons of an office by id; who signs or certifies for somebody who is not there is reported.
fn persons(node: &Node, sink: &mut Sink) -> BTreeMap<String, Pejabat> {
    let written = node.as_map().unwrap_or_default();
    let mut pejabat = BTreeMap::new();
    for (key, node) in written {
        pejabat.extend(Pejabat::read(node, sink).map(|person| (key.name.clone(), person)));
    }
    for (key, node) in written {
        if let Some(id) = in_circle(&key.name, &pejabat) {
            let message = format!("rantai u.b. `{}` kembali ke `{id}` dan tidak berujung", key.name);
            let hint = "pejabat teratas dalam rantai tidak memakai `ub`";
            sink.push(Diagnostic::galat(Code::PEJABAT, node.span, message).hint(hint));
        }
        if node.get("ub").and_then(Node::as_scalar).is_some_and(|id| !pejabat.contains_key(id) || id == key.name) {
            let message = format!("`{}` mengesahkan u.b. pejabat yang tidak ada dalam profil ini", key.name);
            let hint = "isi `ub` dengan id pejabat lain dari profil ini, seperti sekretaris";
            sink.push(Diagnostic::galat(Code::PEJABAT, node.span, message).hint(hint));
        }
        let behalf = node.get("atas_nama").and_then(Node::as_scalar);
        if behalf.is_some_and(|id| pejabat.get(id).is_none_or(|other: &Pejabat| other.atas_nama.is_some())) {
            let message = format!("`{}` menandatangani atas nama pejabat yang tidak ada dalam profil ini", key.name);
            sink.push(
                Diagnostic::galat(Code::PEJABAT, node.span, message)
                    .hint("isi `atas_nama` dengan id pejabat yang menandatangani sendiri, seperti ketua"),
            );
        }
    }
    pejabat
}

/// The person whom a chain of those who sign for the use of another comes back to.
fn in_circle<'a>(id: &str, pejabat: &'a BTreeMap<String, Pejabat>) -> Option<&'a str> {
    let above = |id: &&'a str| pejabat.get(*id)?.ub.as_deref().filter(|next| next != id);
    let mut chain = std::iter::successors(pejabat.get(id)?.ub.as_deref(), above).take(pejabat.len() + 1);
    chain.find(|other| *other == id)
}

impl Pejabat {
    fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &PEJABAT, sink)?;
        for node in ["jabatan", "nama"].iter().filter_map(|key| table.get(key)) {
            let text = tabless(node.as_scalar().unwrap_or_default().trim());
            let text = text.as_ref();
            if let Some(tanda) = tanda_asing(text) {
                let (message, hint) = bukan_nama(text, tanda);
                sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint(hint));
            }
        }
        Some(Self {
            jabatan: table.word("jabatan", sink)?,
            nama: table.word("nama", sink)?,
            sebagai: table
                .get("sebagai")
                .and_then(|node| node.choice(&[("plh", Sebagai::Plh), ("plt", Sebagai::Plt)], sink)),
            atas_nama: table.word("atas_nama", sink),
            ub: table.word("ub", sink),
            nama_span: table.get("nama").map(|node| node.span),
            sejak: table.get("sejak").and_then(|node| node.parse(sink)),
            sampai: table.get("sampai").and_then(|node| node.parse(sink)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Files;
    use crate::yaml;

    fn kantor(pejabat: &str) -> (Option<Kantor>, usize) {
        let text = format!(
            "badan: Komisi Pemilihan Umum\nwilayah: Kabupaten Uji\njenjang: kabupaten\ntempat: Uji\nsumber: [rekaan]\nkepastian: belum\npejabat: {{{pejabat}}}\n"
        );
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("k.yaml", text);
        let kantor = yaml::parse(&files, file, &mut sink).and_then(|node| Kantor::read(&node, &mut sink));
        (kantor, sink.count(crate::diag::Level::Galat))
    }

    #[test]
    fn whose_authority_a_signature_rests_on() {
        let people = "ketua: {jabatan: Ketua, nama: A}, sekretaris: {jabatan: Sekretaris, nama: B}, \
                      wakil: {jabatan: Sekretaris, nama: B, atas_nama: ketua}, kabag: {jabatan: Kabag, nama: C, ub: wakil}, \
                      kasub: {jabatan: Kasub, nama: D, ub: kabag}, staf: {jabatan: Staf, nama: E, atas_nama: ketua, ub: sekretaris}";
        let (kantor, galat) = kantor(people);
        let kantor = kantor.expect("an office");
        assert_eq!(galat, 0);
        let chain = |id: &str| -> Vec<&str> {
            kantor
                .pejabat
                .get(id)
                .map(|p| kantor.rantai(p))
                .unwrap_or_default()
                .iter()
                .map(|p| p.jabatan.as_str())
                .collect()
        };
        assert_eq!(chain("kasub"), ["Sekretaris", "Kabag", "Kasub"]);
        assert_eq!(chain("staf"), ["Sekretaris", "Staf"]);
        for (id, post) in [("kasub", "Ketua"), ("staf", "Ketua"), ("sekretaris", "Sekretaris"), ("kabag", "Ketua")] {
            assert_eq!(kantor.kuasa(id).map(|p| p.jabatan.as_str()), Some(post), "{id}");
        }
    }

    #[test]
    fn a_chain_has_an_end() {
        let (kantor, galat) = kantor("a: {jabatan: A, nama: A, ub: b}, b: {jabatan: B, nama: B, ub: a}");
        assert_eq!(galat, 2);
        assert!(kantor.is_some_and(|kantor| kantor.pejabat.values().all(|p| kantor.rantai(p).len() < 3)));
    }
}
