//! What an office says of the drafting rules: other levels, with a reason.

use crate::diag::{Level, Sink, Spanned};
use crate::yaml::{Field, Node, Shape, Table};

/// What an office says of one rule.
#[derive(Debug, Clone)]
pub struct AturanKantor {
    /// Code of the rule.
    pub kode: Spanned<String>,
    /// The level of its findings; `None` passes them over.
    pub tingkat: Option<Level>,
}

/// The fields of an entry of an office's `aturan`.
pub const SHAPE: Shape = Shape {
    name: "aturan kantor",
    fields: &[
        Field::wajib("kode", "kode aturan", "K510", "aturan yang diubah tingkatnya; lihat `naskah aturan`"),
        Field::wajib("tingkat", "galat | peringatan | saran | abaikan", "saran", "tingkat temuannya di kantor ini"),
        Field::wajib("alasan", "teks", "singkatan dijelaskan dalam pedoman kantor", "sebab; tidak dicetak"),
    ],
};

impl AturanKantor {
    /// Reads an entry of [`SHAPE`].
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &SHAPE, sink)?;
        let levels = [
            ("galat", Some(Level::Galat)),
            ("peringatan", Some(Level::Peringatan)),
            ("saran", Some(Level::Saran)),
            ("abaikan", None),
        ];
        table.get("alasan").and_then(|node| node.text(sink));
        let kode = table.get("kode")?.text(sink)?;
        Some(Self {
            kode: Spanned { value: kode.value.trim().to_uppercase(), span: kode.span },
            tingkat: table.get("tingkat")?.choice(&levels, sink)?,
        })
    }
}
