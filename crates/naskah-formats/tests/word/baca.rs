//! A small reader of Word files for the tests: words with the marks that Word counts, order and references of parts.

use std::collections::HashMap;

use naskah_core::language::numerals::{huruf, romawi};
use naskah_formats::ooxml::{Elemen, Paket};

/// Styles of what is no part of the decree's own words.
const LAIN: [&str; 3] = ["NaskahJudulDaftarIsi", "NaskahDaftarIsi", "NaskahParaf"];

/// The words in their order, with the marks of lists.
pub fn words(bytes: &[u8]) -> Vec<String> {
    let paket = Paket::buka(bytes).unwrap();
    let document = paket.xml("word/document.xml").unwrap();
    let mut counter = Hitung::of(&paket.xml("word/numbering.xml").unwrap());
    let mut out = Vec::new();
    for p in document.below("p") {
        if LAIN.contains(&p.at(&["pPr"]).and_then(|pr| pr.val("pStyle")).unwrap_or_default()) {
            continue;
        }
        let number = p.at(&["pPr", "numPr"]).and_then(|number| number.val("numId"));
        let text = number.map_or(String::new(), |id| counter.next(id) + " ") + &text_of(p);
        out.extend(text.split_whitespace().map(str::to_owned));
    }
    out
}

/// The text of a paragraph; tabs and line ends are blanks.
pub fn text_of(p: &Elemen) -> String {
    let mut out = String::new();
    for run in p.below("r") {
        for piece in run.elements() {
            match piece.nama.as_str() {
                "t" => out.push_str(&piece.text()),
                "tab" | "br" => out.push(' '),
                _ => {}
            }
        }
    }
    out
}

/// Counts lists as Word does.
struct Hitung {
    /// How each list is counted: Word's word, and the mark with `%1` in the number's place.
    daftar: HashMap<String, (String, String)>,
    count: HashMap<String, usize>,
}

impl Hitung {
    fn of(numbering: &Elemen) -> Self {
        let level = |id: &str| {
            let list = numbering
                .elements()
                .find(|list| list.nama == "abstractNum" && list.get("abstractNumId") == Some(id))?;
            let first = list.elements().find(|level| level.nama == "lvl" && level.get("ilvl") == Some("0"))?;
            Some((first.val("numFmt")?.to_owned(), first.val("lvlText")?.to_owned()))
        };
        let nums = numbering.elements().filter(|list| list.nama == "num");
        let daftar = nums.filter_map(|num| Some((num.get("numId")?.to_owned(), level(num.val("abstractNumId")?)?)));
        Self { daftar: daftar.collect(), count: HashMap::new() }
    }

    fn next(&mut self, id: &str) -> String {
        let count = self.count.entry(id.to_owned()).or_default();
        *count += 1;
        let (kind, text) = &self.daftar[id];
        let number = match kind.as_str() {
            "decimal" => count.to_string(),
            "lowerLetter" => huruf(*count),
            "upperLetter" => huruf(*count).to_uppercase(),
            "upperRoman" => romawi(*count),
            other => panic!("{other}"),
        };
        text.replace("%1", &number)
    }
}

/// The order in which the schema has the children of an element; those not named here may stand anywhere.
const URUTAN: &[(&str, &[&str])] = &[
    (
        "pPr",
        &[
            "pStyle",
            "keepNext",
            "keepLines",
            "pageBreakBefore",
            "numPr",
            "pBdr",
            "shd",
            "tabs",
            "spacing",
            "ind",
            "jc",
            "outlineLvl",
            "rPr",
            "sectPr",
        ],
    ),
    ("rPr", &["ins", "del", "rFonts", "b", "bCs", "i", "iCs", "noProof", "sz", "szCs", "u", "lang"]),
    ("tblPr", &["bidiVisual", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar"]),
    ("tcPr", &["tcW", "gridSpan", "vMerge", "tcBorders", "textDirection", "vAlign"]),
    ("trPr", &["cantSplit", "trHeight", "tblHeader", "ins", "del"]),
    (
        "sectPr",
        &["headerReference", "footerReference", "type", "pgSz", "pgMar", "pgBorders", "pgNumType", "cols", "titlePg"],
    ),
    ("style", &["name", "basedOn", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat", "pPr", "rPr"]),
    ("lvl", &["start", "numFmt", "suff", "lvlText", "lvlJc", "pPr", "rPr"]),
    ("numbering", &["abstractNum", "num"]),
    ("tbl", &["tblPr", "tblGrid", "tr"]),
    ("tc", &["tcPr", "p"]),
];

/// Tells of children that stand before others that the schema has first.
pub fn out_of_order(tree: &Elemen, wrong: &mut Vec<String>) {
    for (name, order) in URUTAN {
        for element in tree.below(name) {
            let places: Vec<Option<usize>> =
                element.elements().map(|child| order.iter().position(|known| *known == child.nama)).collect();
            if places.iter().any(Option::is_none) || !places.is_sorted() {
                let names: Vec<&str> = element.elements().map(|child| child.nama.as_str()).collect();
                wrong.push(format!("{name}: {}", names.join(" ")));
            }
        }
    }
}

/// Tells of styles, lists, pictures and bookmarks that are named and not there, or there twice.
pub fn broken_references(paket: &Paket, wrong: &mut Vec<String>) {
    let document = paket.xml("word/document.xml").unwrap();
    let ids = |part: &str, tag: &str, attribute: &str| -> Vec<String> {
        let tree = paket.xml(part).unwrap();
        tree.below(tag).iter().filter_map(|one| one.get(attribute)).map(str::to_owned).collect()
    };
    let styles = ids("word/styles.xml", "style", "styleId");
    let lists = ids("word/numbering.xml", "num", "numId");
    let relations = paket.hubungan("word/document.xml");
    for style in document.below("pStyle").iter().filter_map(|one| one.get("val")) {
        if !styles.iter().any(|known| known == style) {
            wrong.push(format!("no style {style}"));
        }
    }
    for list in document.below("numId").iter().filter_map(|one| one.get("val")) {
        if !lists.iter().any(|known| known == list) {
            wrong.push(format!("no list {list}"));
        }
    }
    for name in ["headerReference", "footerReference", "blip"] {
        for id in document.below(name).iter().filter_map(|one| one.get("id").or(one.get("embed"))) {
            let there = relations.iter().any(|one| one.id == id && paket.has(&one.sasaran));
            if !there {
                wrong.push(format!("no part {id}"));
            }
        }
    }
    let starts = document.below("bookmarkStart");
    let mut names: Vec<&str> = starts.iter().filter_map(|one| one.get("name")).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    let ends = document.below("bookmarkEnd").len();
    if names.len() != count || ends != count || names.iter().any(|name| name.len() > 40) {
        wrong.push(format!("{count} bookmarks of {} names, {ends} ends", names.len()));
    }
}
