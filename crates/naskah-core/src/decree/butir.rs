//! Items and their lists: the sentences of Menimbang, diktum and running text, down to four levels.

use crate::decree::teks::Teks;
use crate::diag::{Code, Diagnostic, Sink};
use crate::language::numerals::dari_nama_diktum;
use crate::language::typed_marks;
use crate::yaml::{Field, Node, Shape, Table, Value};

/// One item: a sentence, perhaps opening a list, perhaps going on after it.
#[derive(Debug, Clone)]
pub struct Butir {
    /// The sentence, or the lead-in of the list.
    pub teks: Teks,
    /// The list that it opens.
    pub rincian: Option<Rincian>,
    /// What follows the list.
    pub penutup: Option<Teks>,
}

/// A list under an item.
#[derive(Debug, Clone)]
pub struct Rincian {
    /// Its items.
    pub butir: Vec<Butir>,
    /// The numbering of this level, where written; otherwise the level decides.
    pub penomoran: Option<Penomoran>,
    /// What joins the last two items.
    pub kata_hubung: KataHubung,
    /// The names that stand before the items where they are decisions of another decree, quoted as they shall read; no
    /// names for a list.
    pub kutipan: Vec<String>,
}

/// Numbering of one level of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Penomoran {
    /// `a.`
    HurufTitik,
    /// `1.`
    AngkaTitik,
    /// `a)`
    HurufKurung,
    /// `1)`
    AngkaKurung,
}

impl Penomoran {
    /// The words by which YAML names a numbering.
    pub const WORDS: [(&'static str, Penomoran); 4] = [
        ("a.", Penomoran::HurufTitik),
        ("1.", Penomoran::AngkaTitik),
        ("a)", Penomoran::HurufKurung),
        ("1)", Penomoran::AngkaKurung),
    ];

    /// The numbering of the next deeper level: `a.` → `1.` → `a)` → `1)`.
    pub fn deeper(self) -> Self {
        match self {
            Self::HurufTitik => Self::AngkaTitik,
            Self::AngkaTitik => Self::HurufKurung,
            Self::HurufKurung => Self::AngkaKurung,
            Self::AngkaKurung => Self::HurufKurung,
        }
    }

    /// The numbering of the next deeper level in running text: `1.` → `a.` → `1)` → `a)`.
    pub fn deeper_in_text(self) -> Self {
        match self {
            Self::AngkaTitik => Self::HurufTitik,
            Self::HurufTitik => Self::AngkaKurung,
            Self::AngkaKurung => Self::HurufKurung,
            Self::HurufKurung => Self::AngkaKurung,
        }
    }

    /// The mark of the `n`-th item, from 1.
    pub fn mark(self, n: usize) -> String {
        use crate::language::numerals::huruf;
        match self {
            Self::HurufTitik => format!("{}.", huruf(n)),
            Self::AngkaTitik => format!("{n}."),
            Self::HurufKurung => format!("{})", huruf(n)),
            Self::AngkaKurung => format!("{n})"),
        }
    }
}

/// The word between the last two items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KataHubung {
    /// Cumulative.
    #[default]
    Dan,
    /// Alternative.
    Atau,
    /// Either.
    DanAtau,
    /// None is put.
    Tanpa,
}

impl KataHubung {
    const WORDS: [(&'static str, KataHubung); 4] =
        [("dan", Self::Dan), ("atau", Self::Atau), ("dan/atau", Self::DanAtau), ("tanpa", Self::Tanpa)];

    /// The word as printed; empty for none.
    pub fn word(self) -> &'static str {
        match self {
            Self::Dan => "dan",
            Self::Atau => "atau",
            Self::DanAtau => "dan/atau",
            Self::Tanpa => "",
        }
    }
}

/// The fields of an item that opens a list.
pub const SHAPE: Shape = Shape {
    name: "butir",
    fields: &[
        Field::wajib(
            "teks",
            "teks",
            "Rencana aksi bertujuan untuk",
            "kalimat pembuka; titik dua ditambahkan bila diikuti rincian",
        )
        .juga(&["isi", "kalimat", "uraian"]),
        Field::boleh(
            "rincian",
            "daftar butir",
            "[menjadi pedoman, menjamin mutu]",
            "daftar di bawahnya, paling dalam empat tingkat; butirnya teks atau butir lagi",
        ),
        Field::boleh(
            "penomoran",
            "a. | 1. | a) | 1)",
            "1.",
            "penomoran daftar ini bila lain daripada urutan a. → 1. → a) → 1)",
        ),
        Field::boleh(
            "kata_hubung",
            "dan | atau | dan/atau | tanpa",
            "atau",
            "kata sebelum butir terakhir; tanpa keterangan: dan",
        ),
        Field::boleh(
            "kutipan",
            "daftar kutipan diktum",
            "[{diktum: KEDUA, teks: …}]",
            "diktum keputusan lain dengan bunyinya yang baru, sesudah `berbunyi sebagai berikut`; bukan bersama `rincian`",
        ),
        Field::boleh("penutup", "teks", "paling lambat akhir tahun.", "lanjutan kalimat sesudah daftar"),
    ],
};

/// The fields of a quoted decision.
pub const KUTIPAN: Shape = Shape {
    name: "kutipan diktum",
    fields: &[
        Field::wajib("diktum", "teks", "KEDUA", "nama diktum yang dikutip, seperti KEDUA atau KETIGA A"),
        Field::wajib("teks", "teks", "Petugas hadir setiap hari kerja.", "bunyinya yang baru"),
        Field::boleh("rincian", "daftar butir", "[menerima tamu, mencatat tamu]", "daftar di bawahnya"),
        Field::boleh("penutup", "teks", "selama masa pendaftaran.", "lanjutan kalimat sesudah daftar"),
    ],
};

/// Deepest level of a list.
pub const MAX_LEVEL: usize = 4;

impl Butir {
    /// A sentence that opens nothing.
    pub fn sentence(teks: Teks) -> Self {
        Self { teks, rincian: None, penutup: None }
    }

    /// Reads a text, or a table of [`SHAPE`]. `level` counts the lists above, from 0.
    pub fn read(node: &Node, level: usize, sink: &mut Sink) -> Option<Self> {
        if node.is_empty() {
            let message = "butir kosong";
            sink.push(Diagnostic::galat(Code::WAJIB, node.span, message).hint("isi teksnya, atau hapus tanda `-`"));
            return None;
        }
        match &node.value {
            Value::Map(_) => Self::read_table(node, level, sink),
            _ => Teks::read(node, sink).map(Self::sentence),
        }
    }

    fn read_table(node: &Node, level: usize, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &SHAPE, sink)?;
        let teks = table.get("teks").and_then(|node| Teks::read(node, sink));
        let penomoran = table.get("penomoran").and_then(|node| node.choice(&Penomoran::WORDS, sink));
        let kata_hubung = table.get("kata_hubung").and_then(|node| node.choice(&KataHubung::WORDS, sink));
        let kutipan = table.get("kutipan").map(|node| quoted(node, level, sink));
        if let (Some(_), Some(node)) = (&kutipan, table.get("rincian")) {
            let message = "`rincian` tidak dapat ditulis bersama `kutipan`";
            sink.push(Diagnostic::galat(Code::TIPE, node.span, message).hint("pilih salah satu"));
        }
        if node.get("rincian").is_some_and(Node::is_empty) {
            let message = "`rincian` kosong, sehingga tidak ada daftar di bawah teksnya";
            let hint = "isi daftarnya, atau hapus kunci `rincian`";
            sink.push(Diagnostic::peringatan(Code::WAJIB, node.head(), message).hint(hint));
        }
        let rincian = table.get("rincian").map(|node| {
            if level == MAX_LEVEL {
                sink.push(
                    Diagnostic::galat(Code::TINGKAT, node.span, "rincian lebih dalam daripada empat tingkat")
                        .hint("pecah menjadi diktum atau bagian tersendiri"),
                );
            }
            let (butir, kata_hubung) = (read_list(node, level + 1, sink), kata_hubung.unwrap_or_default());
            Rincian { butir, penomoran, kata_hubung, kutipan: Vec::new() }
        });
        let rincian = kutipan.or(rincian);
        let penutup = table.get("penutup").and_then(|node| Teks::read(node, sink));
        Some(Self { teks: teks?, rincian: rincian.filter(|r| !r.butir.is_empty()), penutup })
    }

    /// Every text of the item, in reading order.
    pub fn texts(&self) -> Vec<&Teks> {
        let inner = self.rincian.iter().flat_map(|r| &r.butir).flat_map(Butir::texts);
        std::iter::once(&self.teks).chain(inner).chain(&self.penutup).collect()
    }
}

/// The name of the decision where it is typed before its text: `'KEDUA : …'`, or `KEDUA: …`, which is a key to YAML.
fn named_before(node: &Node) -> Option<&str> {
    let text = match &node.value {
        Value::Scalar { text, .. } => text,
        Value::Map(entries) => &entries.first()?.0.name,
        _ => return None,
    };
    dari_nama_diktum(text.trim_start())?;
    text.split(':').next().map(str::trim)
}

/// Reads decisions that are quoted, each under its name.
fn quoted(node: &Node, level: usize, sink: &mut Sink) -> Rincian {
    let (mut butir, mut kutipan) = (Vec::new(), Vec::new());
    for node in node.list(sink) {
        if let Some(name) = named_before(node) {
            let message = "nama diktum dan bunyinya ditulis terpisah";
            let hint = format!("tulis {{diktum: {name}, teks: …}}");
            sink.push(Diagnostic::galat(Code::TIPE, node.head(), message).hint(hint));
            continue;
        }
        let Some(table) = Table::open(node, &KUTIPAN, sink) else { continue };
        let name = table.get("diktum").and_then(|node| node.text(sink));
        let teks = table.get("teks").and_then(|node| Teks::read(node, sink));
        let listed = table.get("rincian").map(|node| read_list(node, level + 2, sink)).filter(|list| !list.is_empty());
        let own = |butir| Rincian { butir, penomoran: None, kata_hubung: KataHubung::Dan, kutipan: Vec::new() };
        let penutup = table.get("penutup").and_then(|node| Teks::read(node, sink));
        if let Some(teks) = teks.as_ref().filter(|teks| typed_marks::of_diktum(&teks.as_plain()).is_some()) {
            let message = "nama diktum tercetak dua kali: sudah ditulis pada `diktum`";
            sink.push(Diagnostic::galat(Code::TIPE, teks.span, message).hint("hapus namanya dari `teks`"));
        }
        if let (Some(name), Some(teks)) = (name, teks) {
            kutipan.push(name.value.trim().to_owned());
            butir.push(Butir { teks, rincian: listed.map(own), penutup });
        }
    }
    Rincian { butir, penomoran: None, kata_hubung: KataHubung::Tanpa, kutipan }
}

/// Reads a list of items; `level` counts the lists above its items.
pub fn read_list(node: &Node, level: usize, sink: &mut Sink) -> Vec<Butir> {
    if level > MAX_LEVEL {
        return Vec::new();
    }
    node.list(sink).iter().filter_map(|item| Butir::read(item, level, sink)).collect()
}
