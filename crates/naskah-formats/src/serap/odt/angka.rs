//! Lists of OpenDocument: the mark of each item.

use std::collections::HashMap;

use naskah_core::language::numerals::{huruf, romawi};

use crate::ooxml::Elemen;

/// The lists of a document, and how far each was counted.
#[derive(Default)]
pub struct Angka<'a> {
    styles: HashMap<&'a str, Vec<&'a Elemen>>,
    hitung: HashMap<String, Vec<usize>>,
}

impl<'a> Angka<'a> {
    /// The lists of the parts.
    pub fn read(parts: &[&'a Elemen]) -> Self {
        let lists = parts.iter().flat_map(|part| part.below("list-style"));
        let one = |list: &'a Elemen| Some((list.get("name")?, list.elements().collect()));
        Self { styles: lists.filter_map(one).collect(), hitung: HashMap::new() }
    }

    /// Begins a list of a style, or goes on with the one before.
    pub fn begin(&mut self, style: Option<&str>, goes_on: bool) {
        if !goes_on {
            self.hitung.remove(style.unwrap_or_default());
        }
    }

    /// The mark of the next item; empty where the level has none.
    pub fn next(&mut self, style: Option<&str>, level: usize, start: Option<usize>) -> String {
        let name = style.unwrap_or_default();
        let levels = self.styles.get(name).cloned().unwrap_or_default();
        let of = |level: usize| {
            levels.iter().find(|own| own.get("level") == Some((level + 1).to_string().as_str())).copied()
        };
        let Some(own) = of(level) else { return String::new() };
        if own.nama.contains("bullet") {
            let sign = own.get("bullet-char").unwrap_or("•");
            return if "-–—".contains(sign) { "-".into() } else { "•".into() };
        }
        let first = own.get("start-value").and_then(|start| start.parse().ok()).unwrap_or(1);
        let counts = self.hitung.entry(name.to_owned()).or_default();
        counts.truncate(level + 1);
        match (start, counts.get_mut(level)) {
            (Some(start), Some(count)) => *count = start,
            (None, Some(count)) => *count += 1,
            (start, None) => {
                counts.resize(level, 1);
                counts.push(start.unwrap_or(first));
            }
        }
        let shown = own.get("display-levels").and_then(|n| n.parse().ok()).unwrap_or(1usize).clamp(1, level + 1);
        let parts: Vec<String> = (level + 1 - shown..=level)
            .filter_map(|at| {
                Some(number(counts.get(at).copied().unwrap_or(1), of(at)?.get("num-format").unwrap_or_default()))
            })
            .filter(|part| !part.is_empty())
            .collect();
        if parts.is_empty() {
            return String::new();
        }
        let side = |name: &str| own.get(name).unwrap_or_default();
        format!("{}{}{}", side("num-prefix"), parts.join("."), side("num-suffix")).trim().to_owned()
    }
}

fn number(n: usize, format: &str) -> String {
    match format {
        "a" => huruf(n),
        "A" => huruf(n).to_uppercase(),
        "i" => romawi(n).to_lowercase(),
        "I" => romawi(n),
        "" => String::new(),
        _ => n.to_string(),
    }
}
