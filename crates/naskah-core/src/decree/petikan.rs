//! What extracts are made from: the rows of a table, by the texts of one column.

use crate::diag::{Code, Diagnostic, Sink, Span, Spanned};
use crate::yaml::{Field, Node, Shape, Table};

/// How extracts are made; what is left out is found.
#[derive(Debug, Clone)]
pub struct Petikan {
    /// Where it was written.
    pub span: Span,
    /// Which lampiran, from 1; `None` is the first with a table.
    pub lampiran: Option<Spanned<usize>>,
    /// The head of the column that tells the rows apart; `None` is the column of names, or the first of texts.
    pub kunci: Option<Spanned<String>>,
    /// The heads of the columns that are printed; none written: all of them, with identity numbers masked.
    pub kolom: Vec<Spanned<String>>,
    /// The decisions that are printed, such as `KESATU`; none written: all of them.
    pub diktum: Vec<Spanned<String>>,
    /// Id of the certifier within the office; `None` is that of copies.
    pub oleh: Option<Spanned<String>>,
}

/// The fields of `petikan`.
pub const SHAPE: Shape = Shape {
    name: "petikan",
    fields: &[
        Field::boleh(
            "lampiran",
            "bilangan",
            "1",
            "lampiran yang barisnya dipetik; tanpa keterangan: yang pertama bertabel",
        ),
        Field::boleh(
            "kunci",
            "teks",
            "Nama",
            "judul kolom yang membedakan baris; tanpa keterangan: kolom Nama, atau kolom teks pertama",
        ),
        Field::boleh(
            "kolom",
            "daftar teks",
            "[Nama, Jabatan]",
            "judul kolom yang ikut dipetik; tanpa keterangan: semua, dengan angka NIK disamarkan",
        ),
        Field::boleh(
            "diktum",
            "daftar nama diktum",
            "[KESATU, KETIGA]",
            "diktum yang ikut dipetik; tanpa keterangan: semua",
        ),
        Field::boleh(
            "oleh",
            "id pejabat",
            "kasubbag-hukum",
            "pengesah petikan; tanpa keterangan: sama dengan pengesah salinan",
        ),
    ],
};

impl Petikan {
    /// Reads a table of [`SHAPE`].
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &SHAPE, sink)?;
        let lampiran = table.get("lampiran").and_then(|node| {
            let text = node.text(sink)?;
            match text.value.trim().parse::<usize>() {
                Ok(number) if number > 0 => Some(Spanned { value: number, span: text.span }),
                _ => {
                    let message = format!("`{}` bukan nomor lampiran; tulis 1 untuk yang pertama", text.value);
                    sink.push(Diagnostic::galat(Code::NILAI, text.span, message));
                    None
                }
            }
        });
        let texts = |key: &str, sink: &mut Sink| -> Vec<Spanned<String>> {
            let listed = table.get(key).map(|node| node.list(sink)).unwrap_or_default();
            listed.iter().filter_map(|node| node.text(sink)).collect()
        };
        let (kolom, diktum) = (texts("kolom", sink), texts("diktum", sink));
        Some(Self {
            span: table.span(),
            lampiran,
            kunci: table.get("kunci").and_then(|node| node.text(sink)),
            kolom,
            diktum,
            oleh: table.get("oleh").and_then(|node| node.text(sink)),
        })
    }
}
