//! Word's own numbering: the mark of each paragraph, with restarts and overrides.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use naskah_core::language::numerals::{huruf, nama_diktum, romawi};

use crate::ooxml::Elemen;

/// Levels of a list.
const LEVELS: usize = 9;

/// A level of a list.
#[derive(Debug, Clone, Default)]
struct Tingkat {
    format: String,
    pola: String,
    mulai: usize,
    /// The level after which it begins again; `None` is any above it.
    ulang: Option<usize>,
    /// Whether all its numbers are figures.
    angka: bool,
}

/// A list as it is defined.
#[derive(Debug, Clone, Default)]
struct Bentuk {
    tingkat: Vec<Tingkat>,
    /// The levels that are tied to a style of paragraphs.
    gaya: Vec<(String, usize)>,
}

/// A list as it is used.
#[derive(Debug, Clone, Default)]
struct Daftar {
    bentuk: String,
    ganti: Vec<(usize, Option<usize>, Option<Tingkat>)>,
}

/// The lists of a document, and how far each was counted.
#[derive(Debug, Default)]
pub struct Angka {
    bentuk: HashMap<String, Bentuk>,
    daftar: HashMap<String, Daftar>,
    /// Of each form the numbers of its levels; a level that was not begun is `None`.
    hitung: HashMap<String, [Option<usize>; LEVELS]>,
    /// The overrides that were put to use.
    dimulai: HashSet<(String, usize)>,
}

impl Angka {
    /// The lists of the part.
    pub fn read(part: Option<&Elemen>) -> Self {
        let mut all = Self::default();
        let Some(part) = part else { return all };
        let mut links: HashMap<String, String> = HashMap::new();
        let mut meant: Vec<(String, String)> = Vec::new();
        for element in part.elements() {
            match element.nama.as_str() {
                "abstractNum" => {
                    let Some(id) = element.get("abstractNumId") else { continue };
                    if let Some(name) = element.val("styleLink") {
                        links.insert(name.to_owned(), id.to_owned());
                    }
                    if let Some(name) = element.val("numStyleLink") {
                        meant.push((id.to_owned(), name.to_owned()));
                    }
                    all.bentuk.insert(id.to_owned(), Bentuk::read(element));
                }
                "num" => {
                    let (Some(id), Some(bentuk)) = (element.get("numId"), element.val("abstractNumId")) else {
                        continue;
                    };
                    let ganti = element.elements().filter(|own| own.nama == "lvlOverride").filter_map(|own| {
                        let level = own.get("ilvl")?.parse().ok()?;
                        let start = own.val("startOverride").and_then(|start| start.parse().ok());
                        Some((level, start, own.child("lvl").map(Tingkat::read)))
                    });
                    let daftar = Daftar { bentuk: bentuk.to_owned(), ganti: ganti.collect() };
                    all.daftar.insert(id.to_owned(), daftar);
                }
                _ => {}
            }
        }
        for (id, name) in meant {
            if let Some(bentuk) = links.get(&name).and_then(|id| all.bentuk.get(id)).cloned() {
                all.bentuk.insert(id, bentuk);
            }
        }
        all
    }

    /// The level of a list that a style of paragraphs is tied to.
    pub fn level_of_style(&self, num: &str, style: &str) -> Option<usize> {
        let bentuk = self.bentuk.get(&self.daftar.get(num)?.bentuk)?;
        bentuk.gaya.iter().find(|(name, _)| name == style).map(|(_, level)| *level)
    }

    /// The mark of the next paragraph of a list; empty where the list has none at this level.
    pub fn next(&mut self, num: &str, level: usize) -> String {
        let level = level.min(LEVELS - 1);
        let Some(daftar) = self.daftar.get(num).cloned() else { return String::new() };
        let Some(bentuk) = self.bentuk.get(&daftar.bentuk) else { return String::new() };
        let tingkat = |at: usize| -> Tingkat {
            let own = daftar.ganti.iter().find(|(level, ..)| *level == at).and_then(|(.., own)| own.clone());
            own.or_else(|| bentuk.tingkat.get(at).cloned()).unwrap_or_default()
        };
        let start = |at: usize| {
            let own = daftar.ganti.iter().find(|(level, ..)| *level == at).and_then(|(_, start, _)| *start);
            own.unwrap_or_else(|| tingkat(at).mulai)
        };
        let own = tingkat(level);
        let restarts = daftar.ganti.iter().any(|(at, start, _)| *at == level && start.is_some());
        let fresh = restarts && self.dimulai.insert((num.to_owned(), level));
        let counts = self.hitung.entry(daftar.bentuk.clone()).or_insert([None; LEVELS]);
        let before = counts.get(level).copied().flatten().filter(|_| !fresh);
        let number = before.map_or_else(|| start(level), |before| before + 1);
        for (at, count) in counts.iter_mut().enumerate() {
            *count = match at.cmp(&level) {
                Ordering::Less => Some(count.unwrap_or_else(|| start(at))),
                Ordering::Equal => Some(number),
                Ordering::Greater => count.filter(|_| !tingkat(at).begins_anew_after(level)),
            };
        }
        let mut mark = own.pola.clone();
        for (at, count) in counts.iter().enumerate() {
            let place = format!("%{}", at + 1);
            if mark.contains(&place) {
                let format = if own.angka { "decimal".to_owned() } else { tingkat(at).format };
                mark = mark.replace(&place, &shown(count.unwrap_or(1), &format));
            }
        }
        match own.format.as_str() {
            "none" if !own.pola.contains('%') => own.pola,
            "bullet" => bullet(&own.pola),
            _ => mark.trim().to_owned(),
        }
    }
}

impl Tingkat {
    /// Whether its numbers begin anew once a paragraph of `level`, which is above it, has come.
    fn begins_anew_after(&self, level: usize) -> bool {
        self.ulang.is_none_or(|after| after != 0 && level < after)
    }
}

impl Bentuk {
    fn read(element: &Elemen) -> Self {
        let mut own = Self::default();
        for lvl in element.elements().filter(|lvl| lvl.nama == "lvl") {
            let at = lvl.get("ilvl").and_then(|at| at.parse::<usize>().ok()).unwrap_or(0).min(LEVELS - 1);
            if own.tingkat.len() <= at {
                own.tingkat.resize(at + 1, Tingkat::default());
            }
            if let Some(place) = own.tingkat.get_mut(at) {
                *place = Tingkat::read(lvl);
            }
            own.gaya.extend(lvl.val("pStyle").map(|style| (style.to_owned(), at)));
        }
        own
    }
}

impl Tingkat {
    fn read(lvl: &Elemen) -> Self {
        let number = |name: &str| lvl.val(name).and_then(|value| value.parse().ok());
        Self {
            format: lvl.val("numFmt").unwrap_or("decimal").to_owned(),
            pola: lvl.val("lvlText").unwrap_or_default().to_owned(),
            mulai: number("start").unwrap_or(0),
            ulang: number("lvlRestart"),
            angka: lvl.on("isLgl").unwrap_or(false),
        }
    }
}

/// A number in a format of Word.
fn shown(number: usize, format: &str) -> String {
    let repeated = |n: usize| {
        // Word goes on with aa, bb, cc.
        let letter = huruf((n.max(1) - 1) % 26 + 1);
        letter.repeat((n.max(1) - 1) / 26 + 1)
    };
    match format {
        "lowerLetter" => repeated(number),
        "upperLetter" => repeated(number).to_uppercase(),
        "lowerRoman" => romawi(number).to_lowercase(),
        "upperRoman" => romawi(number),
        "decimalZero" => format!("{number:02}"),
        "cardinalText" | "ordinalText" => nama_diktum(number).unwrap_or_else(|| number.to_string()),
        "none" => String::new(),
        _ => number.to_string(),
    }
}

/// The sign of a list without numbers.
fn bullet(text: &str) -> String {
    match text.chars().next() {
        Some('-' | '–' | '—' | '\u{f02d}') => "-".to_owned(),
        Some('\u{f000}'..='\u{f0ff}' | 'o' | '§' | '·') | None => "•".to_owned(),
        Some(_) => text.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lists() -> Angka {
        let level = |at: usize, format: &str, text: &str, more: &str| {
            format!("<lvl ilvl='{at}'><start val='1'/><numFmt val='{format}'/><lvlText val='{text}'/>{more}</lvl>")
        };
        let text = format!(
            "<numbering><abstractNum abstractNumId='7'>{}{}</abstractNum><abstractNum abstractNumId='8'>{}</abstractNum>
            <num numId='1'><abstractNumId val='7'/></num>
            <num numId='2'><abstractNumId val='7'/><lvlOverride ilvl='0'><startOverride val='1'/></lvlOverride></num>
            <num numId='3'><abstractNumId val='8'/><lvlOverride ilvl='0'>{}</lvlOverride></num></numbering>",
            level(0, "lowerLetter", "%1.", ""),
            level(1, "decimal", "%1.%2)", "<isLgl/>"),
            level(0, "bullet", "\u{f0b7}", ""),
            level(0, "upperRoman", "BAB %1", ""),
        );
        Angka::read(Elemen::read(&text).as_ref())
    }

    #[test]
    fn marks_count_restart_and_are_overridden() {
        let mut lists = lists();
        let marks: Vec<String> =
            [("1", 0), ("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1), ("2", 0), ("2", 0), ("1", 0)]
                .iter()
                .map(|(num, level)| lists.next(num, *level))
                .collect();
        assert_eq!(marks, ["a.", "b.", "2.1)", "2.2)", "c.", "3.1)", "a.", "b.", "c."]);
        assert_eq!([lists.next("3", 0), lists.next("3", 0), lists.next("9", 0)], ["BAB I", "BAB II", ""]);
    }

    #[test]
    fn letters_go_on_as_in_word() {
        assert_eq!([1, 26, 27, 28].map(|n| shown(n, "lowerLetter")), ["a", "z", "aa", "bb"]);
        assert_eq!(bullet("\u{f0b7}"), "•");
    }
}
