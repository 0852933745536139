//! What a decree's file says for legal documentation only: subjects and abstract. Nothing of it is printed in the decree.

use crate::decree::teks::Teks;
use crate::diag::Sink;
use crate::yaml::{Field, Node, Shape, Table, Value};

/// The abstract, as far as it is written.
#[derive(Debug, Clone, Default)]
pub struct Abstrak {
    /// Why there is the decree.
    pub alasan: Option<Teks>,
    /// What it regulates.
    pub materi: Vec<Teks>,
    /// Remarks at its end.
    pub catatan: Vec<Teks>,
}

/// The fields of `abstrak`.
pub const SHAPE: Shape = Shape {
    name: "abstrak",
    fields: &[
        Field::boleh(
            "alasan",
            "teks",
            "Bahwa untuk menjamin layanan perlu diatur hari kerja.",
            "alasan keputusan dibentuk; tanpa keterangan: dari Menimbang, untuk ditinjau",
        ),
        Field::boleh(
            "materi",
            "teks, atau daftar teks",
            "[hari kerja, jam layanan]",
            "materi pokok yang diatur; tanpa keterangan: dari diktum, untuk ditinjau",
        ),
        Field::boleh(
            "catatan",
            "teks, atau daftar teks",
            "[Keputusan ini dilaksanakan sampai dengan 31 Desember 2026.]",
            "catatan tambahan; saat berlaku dan banyak halaman lampiran dibuat otomatis",
        ),
    ],
};

/// The fields of a file that supplies what a decree's own file left out.
pub const PELENGKAP: Shape = Shape {
    name: "pelengkap jdih",
    fields: &[
        Field::boleh("subjek", "daftar teks", "[Hari Kerja, Layanan]", "subjek menurut pengatalogan"),
        Field::boleh("abstrak", "abstrak", "{alasan: …, materi: […]}", "isi abstrak"),
    ],
};

impl Abstrak {
    /// Reads an abstract of [`SHAPE`].
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &SHAPE, sink)?;
        Some(Self {
            alasan: table.get("alasan").and_then(|node| Teks::read(node, sink)),
            materi: table.get("materi").map(|node| texts(node, sink)).unwrap_or_default(),
            catatan: table.get("catatan").map(|node| texts(node, sink)).unwrap_or_default(),
        })
    }

    /// Reads subjects and abstract of [`PELENGKAP`].
    pub fn read_supplement(node: &Node, sink: &mut Sink) -> Option<(Vec<Teks>, Self)> {
        let table = Table::open(node, &PELENGKAP, sink)?;
        let subjek = table.get("subjek").map(|node| texts(node, sink)).unwrap_or_default();
        Some((subjek, table.get("abstrak").and_then(|node| Self::read(node, sink)).unwrap_or_default()))
    }
}

/// A text, or several.
pub fn texts(node: &Node, sink: &mut Sink) -> Vec<Teks> {
    match &node.value {
        Value::Scalar { .. } => Teks::read(node, sink).into_iter().collect(),
        _ => node.list(sink).iter().filter_map(|item| Teks::read(item, sink)).filter(|text| !text.is_empty()).collect(),
    }
}
