//! Kinds of decrees: a folder each, with a name, perhaps a nested form for the lampiran, perhaps a template.

use crate::decree::rupa::Rupa;
use crate::decree::susunan::Susunan;
use crate::diag::Sink;
use crate::yaml::{Field, Node, Shape, Table};

/// A kind of decree.
#[derive(Debug, Clone)]
pub struct Jenis {
    /// Name of its folder.
    pub id: String,
    /// What people call it.
    pub nama: String,
    /// When it is used, one line.
    pub keterangan: Option<String>,
    /// What its papers are.
    pub rupa: Rupa,
    /// The nested form of its lampiran.
    pub susunan: Option<Susunan>,
}

/// The fields of `jenis.yaml`.
pub const SHAPE: Shape = Shape {
    name: "jenis",
    fields: &[
        Field::wajib("nama", "teks", "Rencana Aksi", "sebutan jenis"),
        Field::boleh("keterangan", "teks", "rencana kerja tahunan dengan penanggung jawab", "kapan jenis ini dipakai"),
        Field::boleh(
            "naskah",
            "keputusan | berita-acara | surat-perintah",
            "berita-acara",
            "rupa naskahnya; tanpa keterangan: keputusan",
        ),
        Field::boleh(
            "susunan",
            "susunan jenis",
            "{kunci: rencana, tingkat: […], kolom: […]}",
            "bentuk bertingkat untuk lampiran",
        ),
    ],
};

impl Jenis {
    /// Reads a kind of [`SHAPE`].
    pub fn read(id: &str, node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &SHAPE, sink)?;
        Some(Self {
            id: id.to_owned(),
            nama: table.get("nama")?.text(sink)?.value,
            keterangan: table.word("keterangan", sink),
            rupa: table.get("naskah").and_then(|node| node.choice(&Rupa::WORDS, sink)).unwrap_or_default(),
            susunan: match table.get("susunan") {
                Some(node) => Some(Susunan::read(node, sink)?),
                None => None,
            },
        })
    }
}
