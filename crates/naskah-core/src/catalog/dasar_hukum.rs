//! Legal bases: the facts of one law or rule, and the citation that they generate.
//!
//! The form of a citation follows Lampiran II of UU 12/2011: title in title case, gazette in brackets, then the
//! amendments; the words "Republik Indonesia" after the body are left out.

use crate::diag::{Code, Diagnostic, Sink};
use crate::language::citation::Seri;
use crate::language::days::Tanggal;
use crate::language::numerals::ke_berapa;
use crate::yaml::{Field, Node, Shape, Table};

/// A law or rule.
#[derive(Debug, Clone)]
pub struct DasarHukum {
    /// Name of its file.
    pub id: String,
    /// Kind and body, as a citation begins: `Undang-Undang`, `Peraturan Komisi Pemilihan Umum`.
    pub sebutan: String,
    /// Number; `None` for the constitution.
    pub nomor: Option<String>,
    /// Year.
    pub tahun: i32,
    /// Title; `None` where it follows from what it amends.
    pub tentang: Option<String>,
    /// Where it was published.
    pub lembaran: Option<Lembaran>,
    /// Day of promulgation, or of enactment for a decree.
    pub tanggal: Option<Tanggal>,
    /// What it amends.
    pub mengubah: Option<Mengubah>,
    /// What it amends beside other matters, under a title of its own.
    pub juga_mengubah: Vec<Mengubah>,
    /// Whether it is in force.
    pub berlaku: bool,
    /// Id of the rule that revoked it, where known.
    pub dicabut_oleh: Option<String>,
    /// How sure title and number are.
    pub kepastian: Kepastian,
    /// Where each fact was found.
    pub sumber: Vec<String>,
    /// A remark; not printed.
    pub catatan: Option<String>,
}

/// Publication in a gazette.
#[derive(Debug, Clone)]
pub struct Lembaran {
    seri: Seri,
    tahun: i32,
    nomor: u32,
    tambahan: Option<u32>,
    kepastian: Kepastian,
}

/// Amendment of another rule.
#[derive(Debug, Clone)]
pub struct Mengubah {
    /// Id of the rule that is amended.
    pub id: String,
    /// Which amendment it is, from 1.
    pub ke: usize,
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kepastian {
    /// Seen in a public source.
    Terverifikasi,
    /// Generally known.
    Umum,
    /// Not verified.
    Belum,
}

impl Kepastian {
    /// The word by which data files name it.
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, one)| *one == self).map_or("", |(word, _)| word)
    }

    /// The words by which data files name it.
    pub const WORDS: [(&'static str, Kepastian); 3] =
        [("terverifikasi", Self::Terverifikasi), ("umum", Self::Umum), ("belum", Self::Belum)];
}

/// Kinds of rules and how a citation begins; `None` where the body is named in `lembaga`.
const JENIS: [(&str, Option<&str>, &str); 12] = [
    ("uud", Some("Undang-Undang Dasar Negara Republik Indonesia"), ""),
    ("tap-mpr", Some("Ketetapan Majelis Permusyawaratan Rakyat"), ""),
    ("uu", Some("Undang-Undang"), ""),
    ("perppu", Some("Peraturan Pemerintah Pengganti Undang-Undang"), ""),
    ("pp", Some("Peraturan Pemerintah"), ""),
    ("perpres", Some("Peraturan Presiden"), ""),
    ("keppres", Some("Keputusan Presiden"), ""),
    ("inpres", Some("Instruksi Presiden"), ""),
    ("pkpu", Some("Peraturan Komisi Pemilihan Umum"), ""),
    ("permen", None, "Peraturan"),
    ("peraturan", None, "Peraturan"),
    ("keputusan", None, "Keputusan"),
];

/// The short form of a kind of rule with its body, such as `pkpu`; `None` where decrees write it out.
pub fn short_kind(name: &str) -> Option<&'static str> {
    let named = JENIS.iter().find(|(_, kind, _)| *kind == Some(name));
    named.map(|(id, ..)| *id).filter(|id| !id.contains('-'))
}

/// The gazette that a citation of a rule must name, by how the citation begins and the rule's year. A presidential
/// regulation was not always published before 2012, nor was any rule before 1960.
pub fn seri_wajib(sebutan: &str, tahun: i32) -> Option<Seri> {
    let by_law =
        matches!(sebutan, "Undang-Undang" | "Peraturan Pemerintah" | "Peraturan Pemerintah Pengganti Undang-Undang");
    let ministry = sebutan.starts_with("Peraturan Menteri ") || sebutan == "Peraturan Komisi Pemilihan Umum";
    match () {
        () if by_law && tahun >= 1960 => Some(Seri::Lembaran),
        () if sebutan == "Peraturan Presiden" && tahun >= 2012 => Some(Seri::Lembaran),
        () if ministry && tahun >= 2011 => Some(Seri::Berita),
        () => None,
    }
}

/// The fields of a legal basis.
pub const SHAPE: Shape = Shape {
    name: "dasar hukum",
    fields: &[
        Field::wajib(
            "jenis",
            "uud | tap-mpr | uu | perppu | pp | perpres | keppres | inpres | pkpu | permen | peraturan | keputusan",
            "uu",
            "jenis peraturan",
        ),
        Field::boleh(
            "lembaga",
            "teks",
            "Menteri Dalam Negeri",
            "lembaga pembuat; wajib untuk permen, peraturan, dan keputusan",
        ),
        Field::boleh(
            "nomor",
            "bilangan atau teks",
            "7",
            "nomor; bentuk lama ditulis utuh, seperti 314/ORT.07-Kpt/01/KPU/V/2021",
        ),
        Field::wajib("tahun", "tahun", "2017", "tahun"),
        Field::boleh(
            "tentang",
            "teks",
            "Pemilihan Umum",
            "judul resmi; tidak perlu diisi bila terbentuk dari `mengubah`",
        ),
        Field::boleh(
            "lembaran",
            "lembaran",
            "{seri: LN, tahun: 2017, nomor: 182, tambahan: 6109, kepastian: terverifikasi}",
            "pengundangan",
        ),
        Field::boleh("tanggal", "tanggal", "2017-08-15", "tanggal diundangkan; untuk keputusan tanggal ditetapkan"),
        Field::boleh("mengubah", "mengubah", "{id: pkpu-8-2019, ke: 5}", "peraturan yang diubahnya"),
        Field::boleh(
            "juga_mengubah",
            "daftar mengubah",
            "[{id: uu-23-2014, ke: 3}]",
            "peraturan yang ikut diubah oleh peraturan berjudul sendiri; `ke` menurut urutan waktu",
        ),
        Field::boleh("status", "berlaku | dicabut", "berlaku", "tanpa keterangan: berlaku"),
        Field::boleh("dicabut_oleh", "id dasar hukum", "pkpu-2-2021", "pencabutnya, bila diketahui"),
        Field::wajib("sumber", "daftar teks", "[JDIH KPU]", "tempat setiap fakta ditemukan"),
        Field::wajib("kepastian", "terverifikasi | umum | belum", "terverifikasi", "kepastian judul dan nomor"),
        Field::boleh("catatan", "teks", "judul resmi memakai kata Penyelenggara", "keterangan bebas; tidak dicetak"),
    ],
};

/// The fields of `lembaran`.
pub const LEMBARAN: Shape = Shape {
    name: "lembaran",
    fields: &[
        Field::wajib("seri", "LN | BN", "LN", "Lembaran Negara atau Berita Negara"),
        Field::wajib("tahun", "tahun", "2017", "tahun lembaran"),
        Field::wajib("nomor", "bilangan", "182", "nomor lembaran"),
        Field::boleh("tambahan", "bilangan", "6109", "nomor Tambahan Lembaran Negara"),
        Field::wajib("kepastian", "terverifikasi | umum | belum", "terverifikasi", "`belum`: tidak dicetak"),
    ],
};

/// The fields of `mengubah`.
pub const MENGUBAH: Shape = Shape {
    name: "mengubah",
    fields: &[
        Field::wajib("id", "id dasar hukum", "pkpu-8-2019", "peraturan yang diubah"),
        Field::wajib("ke", "bilangan", "5", "perubahan yang keberapa"),
    ],
};

impl DasarHukum {
    /// Reads a legal basis of [`SHAPE`].
    pub fn read(id: &str, node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &SHAPE, sink)?;
        let kinds = JENIS.map(|(name, fixed, head)| (name, (fixed, head)));
        let (fixed, head) = table.get("jenis")?.choice(&kinds, sink)?;
        let sebutan = match (fixed, table.word("lembaga", sink)) {
            (Some(fixed), _) => fixed.to_owned(),
            (None, Some(body)) => format!("{head} {body}"),
            (None, None) => {
                sink.push(
                    Diagnostic::galat(Code::WAJIB, table.span(), "`lembaga` wajib diisi untuk jenis ini")
                        .hint("contoh: `lembaga: Menteri Dalam Negeri`"),
                );
                return None;
            }
        };
        let mengubah = table.get("mengubah").and_then(|node| Mengubah::read(node, sink));
        let also = table.get("juga_mengubah").map(|node| node.list(sink)).unwrap_or_default();
        let juga_mengubah = also.iter().filter_map(|node| Mengubah::read(node, sink)).collect();
        let tentang = table.word("tentang", sink);
        if tentang.is_none() && mengubah.is_none() && table.get("jenis")?.as_scalar() != Some("uud") {
            sink.push(
                Diagnostic::galat(Code::WAJIB, table.span(), "`tentang` atau `mengubah` wajib diisi")
                    .hint("tulis judul resminya sebagai `tentang`"),
            );
        }
        let sources = table.get("sumber").map(|node| node.list(sink)).unwrap_or_default();
        let states = [("berlaku", true), ("dicabut", false)];
        Some(Self {
            id: id.to_owned(),
            sebutan,
            nomor: table.word("nomor", sink),
            tahun: table.get("tahun")?.parse::<Number>(sink)?.0 as i32,
            tentang,
            lembaran: table.get("lembaran").and_then(|node| Lembaran::read(node, sink)),
            tanggal: table.get("tanggal").and_then(|node| node.parse(sink)),
            mengubah,
            juga_mengubah,
            dicabut_oleh: table.word("dicabut_oleh", sink),
            berlaku: table.get("status").and_then(|node| node.choice(&states, sink)).unwrap_or(true),
            kepastian: table.get("kepastian")?.choice(&Kepastian::WORDS, sink)?,
            sumber: sources.iter().filter_map(|node| Some(node.text(sink)?.value)).collect(),
            catatan: table.word("catatan", sink),
        })
    }

    /// What it does to the rule of an id: which amendment of it this is.
    pub fn amends(&self, id: &str) -> Option<&Mengubah> {
        self.mengubah.iter().chain(&self.juga_mengubah).find(|amends| amends.id == id)
    }

    /// `Undang-Undang Nomor 7 Tahun 2017`; an old number that carries its year stands alone.
    pub fn nama(&self) -> String {
        let Self { sebutan, nomor, tahun, .. } = self;
        match nomor {
            None => format!("{sebutan} Tahun {tahun}"),
            Some(nomor) if nomor.contains('/') => format!("{sebutan} Nomor {nomor}"),
            Some(nomor) => format!("{sebutan} Nomor {nomor} Tahun {tahun}"),
        }
    }

    /// The title; that of an amendment follows from the rule that it amends.
    pub fn judul(&self, induk: Option<&DasarHukum>) -> Option<String> {
        let generated = || {
            let (mengubah, induk) = (self.mengubah.as_ref()?, induk?);
            let ke = ke_berapa(mengubah.ke);
            let gap = if ke.is_empty() { "" } else { " " };
            Some(format!("Perubahan{gap}{ke} atas {} tentang {}", induk.nama(), induk.judul(None)?))
        };
        self.tentang.clone().or_else(generated)
    }

    /// Name, title and gazette, without amendments.
    fn kepala(&self, induk: Option<&DasarHukum>) -> String {
        let title = self.judul(induk).map(|title| format!(" tentang {title}")).unwrap_or_default();
        let gazette = self.lembaran.as_ref().filter(|l| l.kepastian != Kepastian::Belum).map(Lembaran::cited);
        format!("{}{title}{}", self.nama(), gazette.unwrap_or_default())
    }

    /// Whether it counts as an amendment on a day. One whose day is unknown counts from the end of its year on, so that
    /// no decree cites what was not there yet.
    pub fn mengubah_pada(&self, day: Option<Tanggal>, year: i32) -> bool {
        match self.tanggal {
            Some(_) => self.ada_pada(day, year),
            None => self.tahun < day.map_or(year, |day| day.parts().0),
        }
    }

    /// Whether it was there on a day; without a day, or where its own is unknown, the year decides.
    pub fn ada_pada(&self, day: Option<Tanggal>, year: i32) -> bool {
        match (self.tanggal, day) {
            (Some(own), Some(day)) => own <= day,
            (_, None) if year == 0 => true,
            (Some(own), None) => own.parts().0 <= year,
            (None, _) => self.tahun <= year,
        }
    }
}

/// What a citation is made of.
#[derive(Debug)]
pub struct Kutipan<'a> {
    /// The basis.
    pub dasar: &'a DasarHukum,
    /// What the basis itself amends, where it does.
    pub induk: Option<&'a DasarHukum>,
    /// Its amendments that count, in order.
    pub perubahan: &'a [&'a DasarHukum],
    /// Whether a comma stands before "terakhir".
    pub koma_terakhir: bool,
}

impl Kutipan<'_> {
    /// The citation, without closing punctuation.
    pub fn text(&self) -> String {
        let own = self.dasar.kepala(self.induk);
        let Some(last) = self.perubahan.last() else { return own };
        let many = last.amends(&self.dasar.id).is_some_and(|m| m.ke > 1);
        let link = match (many, self.koma_terakhir) {
            (false, _) => "sebagaimana telah diubah dengan",
            (true, true) => "sebagaimana telah beberapa kali diubah, terakhir dengan",
            (true, false) => "sebagaimana telah beberapa kali diubah terakhir dengan",
        };
        format!("{own} {link} {}", last.kepala(Some(self.dasar)))
    }

    /// The cited rules whose gazette number is left out because nobody has verified it, or because it is not in the data.
    pub fn tanpa_lembaran(&self) -> Vec<&DasarHukum> {
        let unsure = |d: &&DasarHukum| match &d.lembaran {
            Some(sheet) => sheet.kepastian == Kepastian::Belum,
            None => seri_wajib(&d.sebutan, d.tahun).is_some(),
        };
        std::iter::once(self.dasar).chain(self.perubahan.last().copied()).filter(unsure).collect()
    }
}

impl Lembaran {
    fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &LEMBARAN, sink)?;
        let number =
            |key: &str, sink: &mut Sink| table.get(key).and_then(|node| node.parse::<Number>(sink)).map(|n| n.0);
        Some(Self {
            seri: table.get("seri")?.choice(&[("LN", Seri::Lembaran), ("BN", Seri::Berita)], sink)?,
            tahun: number("tahun", sink)? as i32,
            nomor: number("nomor", sink)?,
            tambahan: number("tambahan", sink),
            kepastian: table.get("kepastian")?.choice(&Kepastian::WORDS, sink)?,
        })
    }

    /// As a citation ends with it: a blank, then the gazette in brackets.
    pub fn cited(&self) -> String {
        let name = self.seri.nama();
        let more = self.tambahan.map(|tln| format!(", Tambahan Lembaran Negara Republik Indonesia Nomor {tln}"));
        format!(" ({name} Republik Indonesia Tahun {} Nomor {}{})", self.tahun, self.nomor, more.unwrap_or_default())
    }

    /// Lembaran Negara or Berita Negara.
    pub fn seri(&self) -> Seri {
        self.seri
    }

    /// Year of the gazette.
    pub fn tahun(&self) -> i32 {
        self.tahun
    }

    /// Number of the gazette.
    pub fn nomor(&self) -> u32 {
        self.nomor
    }

    /// Number of the supplement.
    pub fn tambahan(&self) -> Option<u32> {
        self.tambahan
    }

    /// How sure the numbers are.
    pub fn kepastian(&self) -> Kepastian {
        self.kepastian
    }
}

impl Mengubah {
    fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &MENGUBAH, sink)?;
        Some(Self {
            id: table.get("id")?.text(sink)?.value.trim().to_owned(),
            ke: table.get("ke")?.parse::<Number>(sink)?.0 as usize,
        })
    }
}

/// A whole number from 1 to a million.
struct Number(u32);

impl std::str::FromStr for Number {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.parse::<u32>() {
            Ok(n) if (1..=1_000_000).contains(&n) => Ok(Self(n)),
            _ => Err(format!("`{text}` bukan bilangan bulat")),
        }
    }
}
