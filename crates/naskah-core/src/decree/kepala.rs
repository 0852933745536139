//! Lines of the heads that are written out by hand.

use crate::decree::teks::Teks;
use crate::diag::Sink;
use crate::yaml::{Field, Node, Shape, Table};

/// Lines of the heads that are written out by hand instead of being generated; each is printed as typed.
#[derive(Debug, Clone, Default)]
pub struct Kepala {
    /// The line "KEPUTUSAN …".
    pub judul: Option<Teks>,
    /// The line "NOMOR … TAHUN …".
    pub nomor: Option<Teks>,
    /// The decree's name under "TENTANG".
    pub tentang: Option<Teks>,
    /// The line "KETUA …,".
    pub pembuat: Option<Teks>,
    /// The word over the decisions; `tanpa` for none.
    pub memutuskan: Option<Teks>,
    /// The names of the decisions.
    pub diktum: Vec<Teks>,
}

/// The fields of `kepala`.
pub const KEPALA: Shape = Shape {
    name: "kepala",
    fields: &[
        Field::boleh(
            "judul",
            "teks",
            "KEPUTUSAN KOMISI PEMILIHAN UMUM",
            "baris jenis dan lembaga pada judul dan kepala lampiran",
        ),
        Field::boleh("nomor", "teks", "'NOMOR : 5/Kpts/KPU-Kab/2015'", "baris nomor pada judul dan kepala lampiran"),
        Field::boleh("tentang", "teks", "PENETAPAN HARI KERJA", "nama keputusan pada judul"),
        Field::boleh("pembuat", "teks", "'KETUA KOMISI PEMILIHAN UMUM,'", "baris pejabat pembuat di bawah judul"),
        Field::boleh(
            "memutuskan",
            "teks | tanpa",
            "'M E M U T U S K A N :'",
            "kata di atas diktum; `tanpa`: tidak dicetak",
        ),
        Field::boleh(
            "diktum",
            "daftar teks",
            "[PERTAMA]",
            "nama diktum menurut urutannya; selebihnya KEDUA, KETIGA, …",
        ),
    ],
};

impl Kepala {
    /// Reads heads of [`KEPALA`].
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &KEPALA, sink)?;
        let text = |key: &str, sink: &mut Sink| table.get(key).and_then(|node| Teks::read(node, sink));
        Some(Self {
            judul: text("judul", sink),
            nomor: text("nomor", sink),
            tentang: text("tentang", sink),
            pembuat: text("pembuat", sink),
            memutuskan: text("memutuskan", sink),
            diktum: table.get("diktum").map(|node| Teks::entries(node, sink)).unwrap_or_default(),
        })
    }

    /// Whether nothing stands over the decisions.
    pub fn tanpa_memutuskan(&self) -> bool {
        self.memutuskan.as_ref().is_some_and(|word| word.as_plain() == "tanpa")
    }
}
