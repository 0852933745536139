//! Styles: what a paragraph or a run inherits.

use std::collections::HashMap;

use crate::ooxml::Elemen;
use crate::serap::sumber::Rata;

/// So many styles may build upon each other.
const MAX_CHAIN: usize = 24;

/// The styles of a document, by their ids.
#[derive(Default)]
pub struct Gaya<'a> {
    styles: HashMap<&'a str, &'a Elemen>,
    defaults: Option<&'a Elemen>,
    paragraf: Option<&'a str>,
}

impl<'a> Gaya<'a> {
    /// The styles of the part.
    pub fn read(part: Option<&'a Elemen>) -> Self {
        let Some(part) = part else { return Self::default() };
        let styles: Vec<&Elemen> = part.elements().filter(|element| element.nama == "style").collect();
        let is_default = |style: &&&Elemen| {
            style.get("type") == Some("paragraph") && matches!(style.get("default"), Some("1" | "true"))
        };
        Self {
            paragraf: styles.iter().find(is_default).and_then(|style| style.get("styleId")),
            styles: styles.iter().filter_map(|style| Some((style.get("styleId")?, *style))).collect(),
            defaults: part.child("docDefaults"),
        }
    }

    /// A style and those that it builds upon.
    fn chain(&self, id: Option<&'a str>) -> Vec<&'a Elemen> {
        let mut found = Vec::new();
        let mut at = id;
        while let Some(style) = at.and_then(|id| self.styles.get(id)).filter(|_| found.len() < MAX_CHAIN) {
            found.push(*style);
            at = style.val("basedOn");
        }
        found
    }

    /// The properties of a paragraph from the nearest to the farthest.
    pub fn of_paragraph(&self, own: Option<&'a Elemen>) -> Vec<&'a Elemen> {
        let id = own.and_then(|own| own.val("pStyle")).or(self.paragraf);
        let styles = self.chain(id).into_iter().filter_map(|style| style.child("pPr"));
        let defaults = self.defaults.and_then(|defaults| defaults.at(&["pPrDefault", "pPr"]));
        own.into_iter().chain(styles).chain(defaults).collect()
    }

    /// What is true of a run: its own word, its style's, its paragraph's style's.
    pub fn run(&self, paragraph: Option<&'a Elemen>, own: Option<&'a Elemen>) -> Huruf {
        let id = paragraph.and_then(|own| own.val("pStyle")).or(self.paragraf);
        let named = own.and_then(|own| own.val("rStyle"));
        let of = |id| self.chain(id).into_iter().filter_map(|style| style.child("rPr"));
        let all: Vec<&Elemen> = own.into_iter().chain(of(named)).chain(of(id)).collect();
        let on = |name: &str| all.iter().find_map(|properties| properties.on(name)).unwrap_or(false);
        let font = all.iter().find_map(|properties| {
            let fonts = properties.child("rFonts")?;
            fonts.get("ascii").or(fonts.get("hAnsi"))
        });
        Huruf {
            miring: on("i"),
            tebal: on("b"),
            kapital: on("caps"),
            dicoret: on("strike") || on("dstrike"),
            pangkat: all.iter().find_map(|own| own.val("vertAlign")) == Some("superscript"),
            tersembunyi: on("vanish") || on("webHidden"),
            simbol: font.is_some_and(is_symbols),
        }
    }

    /// Whether a style of tables draws lines.
    pub fn has_lines(&self, id: Option<&'a str>) -> bool {
        let borders = |style: &Elemen| style.at(&["tblPr", "tblBorders"]).is_some_and(draws);
        self.chain(id).into_iter().any(borders)
    }
}

/// Whether some border among these is drawn.
pub fn draws(borders: &Elemen) -> bool {
    borders.elements().any(is_drawn)
}

/// Whether some border among these is drawn that is no line under a text.
pub fn encloses(borders: &Elemen) -> bool {
    borders.elements().any(|edge| edge.nama != "bottom" && is_drawn(edge))
}

fn is_drawn(edge: &Elemen) -> bool {
    !matches!(edge.get("val"), None | Some("nil" | "none"))
}

/// Whether the letters of a font are signs.
pub fn is_symbols(font: &str) -> bool {
    let font = font.to_lowercase();
    font == "symbol" || font.starts_with("wingdings") || font.starts_with("webdings")
}

/// How the letters of a run look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Huruf {
    /// Struck through.
    pub dicoret: bool,
    /// Raised above the line.
    pub pangkat: bool,
    /// Italic.
    pub miring: bool,
    /// Bold.
    pub tebal: bool,
    /// Shown in capitals.
    pub kapital: bool,
    /// Not shown at all.
    pub tersembunyi: bool,
    /// Signs instead of letters.
    pub simbol: bool,
}

/// Where the lines of a paragraph stand, and how far it is moved in, in points.
pub fn place(properties: &[&Elemen]) -> (Rata, i32) {
    let rata = match properties.iter().find_map(|own| own.val("jc")) {
        Some("center") => Rata::Tengah,
        Some("right" | "end") => Rata::Kanan,
        _ => Rata::Kiri,
    };
    let indent = |own: &&Elemen| {
        let ind = own.child("ind")?;
        let left = ind.get("left").or(ind.get("start"))?;
        left.parse::<f64>().ok()
    };
    let twentieths = properties.iter().find_map(indent).unwrap_or(0.0);
    (rata, (twentieths / 20.0).clamp(-2000.0, 2000.0) as i32)
}
