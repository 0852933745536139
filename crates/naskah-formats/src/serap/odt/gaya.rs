//! Styles of OpenDocument: what a paragraph or a run inherits.

use std::collections::HashMap;

use crate::ooxml::Elemen;
use crate::serap::sumber::Rata;

/// So many styles may build upon each other.
const MAX_CHAIN: usize = 24;

/// How letters look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Huruf {
    /// Italic.
    pub miring: bool,
    /// Bold.
    pub tebal: bool,
    /// Shown in capitals.
    pub kapital: bool,
    /// Not shown at all.
    pub tersembunyi: bool,
}

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rupa {
    /// Its letters.
    pub huruf: Huruf,
    /// Where its lines stand.
    pub rata: Rata,
    /// How far it is moved in, in points.
    pub masuk: i32,
    /// The paper that begins with it: whether it lies.
    pub lanskap: Option<bool>,
    /// Whether a new page begins before it.
    pub halaman: bool,
}

/// The styles of a document.
#[derive(Default)]
pub struct Gaya<'a> {
    styles: HashMap<(&'a str, &'a str), &'a Elemen>,
    /// For each master page whether its paper lies.
    kertas: HashMap<&'a str, bool>,
}

impl<'a> Gaya<'a> {
    /// The styles of the parts, the later before the earlier.
    pub fn read(parts: &[&'a Elemen]) -> Self {
        let mut own = Self::default();
        let mut layouts: HashMap<&str, bool> = HashMap::new();
        for part in parts {
            for style in part.below("style") {
                if let (Some(family), Some(name)) = (style.get("family"), style.get("name")) {
                    own.styles.insert((family, name), style);
                }
            }
            for layout in part.below("page-layout") {
                let lies = layout.child("page-layout-properties").and_then(|p| p.get("print-orientation"))
                    == Some("landscape");
                layouts.extend(layout.get("name").map(|name| (name, lies)));
            }
            for master in part.below("master-page") {
                let lies = master.get("page-layout-name").and_then(|name| layouts.get(name)).copied();
                own.kertas.extend(master.get("name").zip(lies));
            }
        }
        own
    }

    fn chain(&self, family: &'a str, name: Option<&'a str>) -> Vec<&'a Elemen> {
        let mut found = Vec::new();
        let mut at = name;
        while let Some(style) = at.and_then(|name| self.styles.get(&(family, name))).filter(|_| found.len() < MAX_CHAIN)
        {
            found.push(*style);
            at = style.get("parent-style-name");
        }
        found
    }

    /// How a paragraph of a style looks.
    pub fn paragraph(&self, name: Option<&'a str>) -> Rupa {
        let chain = self.chain("paragraph", name);
        let value = |key: &str| chain.iter().find_map(|style| style.child("paragraph-properties")?.get(key));
        let rata = match value("text-align") {
            Some("center") => Rata::Tengah,
            Some("end" | "right") => Rata::Kanan,
            _ => Rata::Kiri,
        };
        let master = chain.iter().find_map(|style| style.get("master-page-name")).filter(|name| !name.is_empty());
        Rupa {
            huruf: look(&chain, Huruf::default()),
            rata,
            masuk: value("margin-left").map_or(0, points),
            lanskap: master.and_then(|name| self.kertas.get(name)).copied(),
            halaman: value("break-before") == Some("page"),
        }
    }

    /// How a run of a style looks within another.
    pub fn run(&self, name: Option<&'a str>, outer: Huruf) -> Huruf {
        look(&self.chain("text", name), outer)
    }

    /// The list that the style of a paragraph belongs to.
    pub fn list_of(&self, name: Option<&'a str>) -> Option<&'a str> {
        let own = self.chain("paragraph", name).into_iter().find_map(|style| style.get("list-style-name"));
        own.filter(|name| !name.is_empty())
    }

    /// Whether the cells of a style have lines.
    pub fn has_lines(&self, name: Option<&'a str>) -> bool {
        let edges = ["border", "border-top", "border-bottom", "border-left", "border-right"];
        let drawn = |style: &&Elemen| {
            let own = style.child("table-cell-properties");
            own.is_some_and(|own| edges.iter().any(|edge| own.get(edge).is_some_and(|line| line != "none")))
        };
        self.chain("table-cell", name).iter().any(drawn)
    }
}

fn look(chain: &[&Elemen], outer: Huruf) -> Huruf {
    let value = |key: &str| chain.iter().find_map(|style| style.child("text-properties")?.get(key));
    Huruf {
        miring: value("font-style").map_or(outer.miring, |style| style == "italic" || style == "oblique"),
        tebal: value("font-weight")
            .map_or(outer.tebal, |weight| weight == "bold" || weight.parse::<u32>().is_ok_and(|w| w > 500)),
        kapital: value("text-transform").map_or(outer.kapital, |own| own == "uppercase"),
        tersembunyi: value("display").map_or(outer.tersembunyi, |own| own == "none"),
    }
}

/// A length such as `2.5cm` in points.
fn points(text: &str) -> i32 {
    let at = text.find(|c: char| c.is_alphabetic() || c == '%').unwrap_or(text.len());
    let (number, unit) = text.split_at(at);
    let each = match unit {
        "cm" => 28.35,
        "mm" => 2.835,
        "in" => 72.0,
        "pt" => 1.0,
        _ => 0.0,
    };
    (number.parse::<f64>().unwrap_or(0.0) * each).clamp(-2000.0, 2000.0) as i32
}
