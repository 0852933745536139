//! What the looks of a cell's letters say beyond its characters: words struck out, raised figures, changes that wait.

use std::collections::BTreeMap;

use naskah_core::diag::{Code, Diagnostic};

use super::{Place, place};
use crate::ooxml::tags::{Kind, Step, Tag, steps, tags};

/// What is lost where a cell is taken as its characters alone; the gravest of a cell counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rupa {
    /// A jump to the next tab stop, which parts words.
    Tabulasi,
    /// Raised or lowered characters.
    Pangkat,
    /// Characters that a format with a condition may hide or strike out.
    Bersyarat,
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
        Some(match tag.name() {
            "color" if is_white(tag) => return Some(Self::Tersembunyi),
            "strike" | "dstrike" => Self::Dicoret,
            "vanish" => Self::Tersembunyi,
            "vertAlign" => Self::Pangkat,
            _ => return None,
        })
        .filter(|_| tag.is_on())
    }

    /// What the properties of the letters of an OpenDocument style say, where they say something.
    pub fn of_text(tag: &Tag<'_>) -> Option<Self> {
        let said = |name: &str| tag.get(name).filter(|value| value != "none");
        let raised = |value: &str| value.starts_with("super") || value.starts_with("sub");
        match (said("text-line-through-style").or(said("text-line-through-type")), said("text-position")) {
            (Some(_), _) => Some(Self::Dicoret),
            (None, _) if tag.get("display").as_deref() == Some("none") => Some(Self::Tersembunyi),
            (None, Some(position)) if raised(&position) => Some(Self::Pangkat),
            _ => None,
        }
    }

    /// That it is lost, and the way out.
    pub fn finding(self) -> Diagnostic {
        let told = |message: &str, hint: &str| Diagnostic::peringatan(Code::SEL, None, message).hint(hint);
        match self {
            Self::Tabulasi => {
                told("sel ini memuat tabulasi, yang hilang saat diambil", "ganti tabulasinya dengan spasi")
            }
            Self::Pangkat => told(
                "sel ini memuat angka atau huruf yang dinaikkan atau diturunkan, dan diambil sebagai teks biasa",
                "ketik tanda pangkatnya, misalnya m² atau 10³; bila tanda catatan, beri kurung, misalnya 1)",
            ),
            Self::Tersembunyi => {
                told("sel ini memuat teks tersembunyi, yang ikut diambil", "hapus teks itu bila tidak dicetak")
            }
            Self::Bersyarat => told(
                "format bersyarat dapat mencoret atau menyembunyikan isi sel ini; syaratnya tidak dihitung",
                "periksa tampilan sel itu, lalu hapus isinya bila tidak berlaku",
            ),
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

/// Whether a colour is nearly that of the paper: by its parts, or the theme's first without a tint.
pub fn is_white(tag: &Tag<'_>) -> bool {
    if tag.get("theme").as_deref() == Some("0") && tag.get("tint").is_none() {
        return true;
    }
    let code = tag.get("rgb").or_else(|| tag.get("val")).unwrap_or_default();
    let code = code.get(code.len().saturating_sub(6)..).and_then(|code| u32::from_str_radix(code, 16).ok());
    code.is_some_and(|code| code.to_be_bytes()[1..].iter().all(|part| *part >= WHITE))
}

/// From here on a part of a colour is white to the eye.
pub const WHITE: u8 = 0xf0;

/// Takes what a cell or style says; the gravest counts.
pub fn mark<K: Ord>(found: &mut BTreeMap<K, Rupa>, key: K, rupa: Rupa) {
    let own = found.entry(key).or_insert(rupa);
    *own = rupa.max(*own);
}

/// Signs of letters that say more than their characters.
const SIGNS: [&str; 3] = ["<strike", "<vertAlign", "<color "];

/// The worst of the letters of a text that is told tag by tag.
#[derive(Default)]
struct Huruf {
    run: Option<Rupa>,
    worst: Option<Rupa>,
    shown: bool,
}

impl Huruf {
    fn step(&mut self, step: &Step<'_>) {
        match step {
            Step::Text(_) if self.shown => self.worst = self.worst.max(self.run),
            Step::Text(_) => {}
            Step::Tag(tag) => match (tag.name(), tag.kind) {
                ("r", Kind::Open) => self.run = None,
                ("t", kind) => self.shown = kind == Kind::Open,
                (_, Kind::Open | Kind::Empty) => self.run = self.run.max(Rupa::of_run(tag)),
                _ => {}
            },
        }
    }
}

/// What each of the shared texts of a workbook says beyond its characters; nothing where none does.
pub fn shared(text: &str) -> Vec<Option<Rupa>> {
    let mut found = Vec::new();
    if !SIGNS.iter().any(|sign| text.contains(sign)) {
        return found;
    }
    let mut own = Huruf::default();
    for step in steps(text, true) {
        match &step {
            Step::Tag(tag) if tag.name() == "si" && tag.kind == Kind::Empty => found.push(None),
            Step::Tag(tag) if tag.name() == "si" && tag.kind == Kind::Close => {
                found.push(std::mem::take(&mut own).worst)
            }
            step => own.step(step),
        }
    }
    found
}

/// The cells of a sheet whose letters say more than their characters; `shared` are the texts that cells share.
pub fn of_cells(sheet: &str, shared: &[Option<Rupa>]) -> BTreeMap<Place, Rupa> {
    let mut found = BTreeMap::new();
    if shared.is_empty() && !SIGNS.iter().any(|sign| sheet.contains(sign)) {
        return found;
    }
    let (mut at, mut by_number, mut value) = (None, false, false);
    let mut own = Huruf::default();
    for step in steps(sheet, true) {
        match &step {
            Step::Text(number) if value && by_number => {
                let rupa = number.trim().parse::<usize>().ok().and_then(|number| *shared.get(number)?);
                own.worst = own.worst.max(rupa);
            }
            Step::Tag(tag) if tag.name() == "c" && tag.kind == Kind::Open => {
                at = tag.get("r").as_deref().and_then(place);
                (by_number, own) = (tag.get("t").as_deref() == Some("s"), Huruf::default());
            }
            Step::Tag(tag) if tag.name() == "c" => found.extend(at.take().zip(own.worst.take())),
            Step::Tag(tag) if tag.name() == "v" => value = tag.kind == Kind::Open,
            step => own.step(step),
        }
    }
    found
}

/// What the styles of a text say of their letters.
pub fn styles(text: &str) -> BTreeMap<String, Rupa> {
    let (mut found, mut open) = (BTreeMap::new(), None);
    for tag in tags(text) {
        match (tag.name(), tag.kind) {
            ("style", Kind::Open) => open = tag.text("styleId"),
            ("style", _) => open = None,
            (_, Kind::Open | Kind::Empty) => {
                if let (Some(name), Some(rupa)) = (&open, Rupa::of_run(&tag)) {
                    mark(&mut found, name.clone(), rupa);
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_whose_letters_say_more_are_found() {
        let text = "<sst><si/><si><t>Ani</t></si>\
            <si><r><t>Ani </t></r><r><rPr><strike/></rPr><t>Budi</t></r></si>\
            <si><r><t>10 m</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r></si>\
            <si><r><rPr><strike val=\"0\"/><vertAlign val=\"baseline\"/></rPr><t>biasa</t></r></si></sst>";
        let shared = shared(text);
        assert_eq!(shared, [None, None, Some(Rupa::Dicoret), Some(Rupa::Pangkat), None]);
        let sheet = "<row><c r=\"A1\" t=\"s\"><v>2</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\" t=\"s\"><v>1</v></c>\
            <c r=\"A2\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>Budi</t></r></is></c>\
            <c r=\"B2\"/><c r=\"C2\" t=\"s\"><f/><v>3</v></c></row>";
        let wanted = [((0, 0), Rupa::Dicoret), ((1, 0), Rupa::Dicoret), ((1, 2), Rupa::Pangkat)];
        assert_eq!(of_cells(sheet, &shared), BTreeMap::from(wanted));
        assert_eq!(of_cells(sheet, &[]), BTreeMap::from([wanted[1]]));
    }
}
