//! What the looks of a cell's letters say beyond its characters: words struck out, raised figures, changes that wait.

use std::collections::HashMap;

use naskah_core::diag::{Code, Diagnostic};

use crate::ooxml::tags::{Kind, Step, Tag, steps};

/// What is lost where a cell is taken as its characters alone; the gravest of a cell counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rupa {
    /// Raised or lowered characters.
    Pangkat,
    /// Characters that the program does not show.
    Tersembunyi,
    /// Characters that are struck out.
    Dicoret,
    /// A change of which it is not decided whether it holds.
    Perubahan,
}

impl Rupa {
    /// What a property of a run says, where it says something.
    pub fn of_run(tag: &Tag<'_>) -> Option<Self> {
        let value = tag.get("val");
        let on = !matches!(value.as_deref(), Some("0" | "false" | "none" | "baseline"));
        Some(match tag.name() {
            "strike" | "dstrike" => Self::Dicoret,
            "vanish" => Self::Tersembunyi,
            "vertAlign" => Self::Pangkat,
            _ => return None,
        })
        .filter(|_| on)
    }

    /// That it is lost, and the way out.
    pub fn finding(self) -> Diagnostic {
        let told = |message: &str, hint: &str| Diagnostic::peringatan(Code::SEL, None, message).hint(hint);
        match self {
            Self::Pangkat => told(
                "sel ini memuat angka atau huruf yang dinaikkan atau diturunkan, dan diambil sebagai teks biasa",
                "ketik tanda pangkatnya, misalnya m² atau 10³; bila tanda catatan, beri kurung, misalnya 1)",
            ),
            Self::Tersembunyi => {
                told("sel ini memuat teks tersembunyi, yang ikut diambil", "hapus teks itu bila tidak dicetak")
            }
            Self::Dicoret => told(
                "sel ini memuat teks yang dicoret, dan diambil sebagai teks biasa",
                "hapus teks yang tidak berlaku lagi dari lembar, atau hapus coretannya",
            ),
            Self::Perubahan => {
                let message = "tabel ini memuat perubahan terlacak yang belum diterima atau ditolak";
                let hint = "di Word pilih Tinjau, terima atau tolak semua perubahan, lalu simpan";
                Diagnostic::galat(Code::SEL, None, message).hint(hint)
            }
        }
    }
}

/// The shared texts of a workbook of which a part looks otherwise.
pub fn shared(text: &str) -> HashMap<String, Rupa> {
    let mut found = HashMap::new();
    if !["<strike", "<vertAlign"].iter().any(|sign| text.contains(sign)) {
        return found;
    }
    let (mut whole, mut own, mut worst, mut shown) = (String::new(), None, None, false);
    for step in steps(text, true) {
        match step {
            Step::Text(text) if shown => {
                whole.push_str(&text);
                worst = worst.max(own);
            }
            Step::Text(_) => {}
            Step::Tag(tag) => match (tag.name(), tag.kind) {
                ("si", Kind::Open) => (whole, worst, own) = (String::new(), None, None),
                ("si", Kind::Close) => found.extend(worst.map(|rupa| (std::mem::take(&mut whole), rupa))),
                ("r", Kind::Open) => own = None,
                ("t", kind) => shown = kind == Kind::Open,
                (_, Kind::Open | Kind::Empty) => own = own.max(Rupa::of_run(&tag)),
                _ => {}
            },
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_texts_with_other_looks_are_found() {
        let text = "<sst><si><t>Ani</t></si>\
            <si><r><t>Ani </t></r><r><rPr><strike/></rPr><t>Budi</t></r></si>\
            <si><r><t>10 m</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r></si>\
            <si><r><rPr><strike val=\"0\"/><vertAlign val=\"baseline\"/></rPr><t>biasa</t></r></si></sst>";
        let wanted = [("Ani Budi".to_owned(), Rupa::Dicoret), ("10 m2".to_owned(), Rupa::Pangkat)];
        assert_eq!(shared(text), HashMap::from(wanted));
    }
}
