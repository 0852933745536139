//! Formulas whose value a file does not hold: plain sums and products of the sheet's own cells are computed, no others.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use super::{Isi, Lembar, Place, place};

/// So many formulas may stand on each other.
const DEEPEST: usize = 200;
/// So many cells are looked at for the formulas of a sheet.
const MOST: usize = 20_000_000;

/// What computes the formulas of a sheet.
pub struct Sums<'a> {
    /// The sheet.
    pub lembar: &'a Lembar,
    /// The numbers of cells that show days, times or nothing.
    pub moments: &'a HashMap<Place, f64>,
    /// The formula of a cell.
    pub formula: &'a dyn Fn(&Place) -> Option<&'a str>,
    /// What was computed already; `None` within where nothing could be, or while it is.
    pub known: RefCell<HashMap<Place, Option<f64>>>,
    /// How many cells were looked at for all formulas.
    pub looked: Cell<usize>,
}

impl Sums<'_> {
    /// The value of the formula of a cell, where it is a plain sum or product.
    pub fn value(&self, place: Place) -> Option<f64> {
        self.formula_at(place, DEEPEST)
    }

    fn formula_at(&self, place: Place, left: usize) -> Option<f64> {
        if let Some(known) = self.known.borrow().get(&place) {
            return *known;
        }
        self.known.borrow_mut().insert(place, None);
        let value = self.computed(place, left);
        self.known.borrow_mut().insert(place, value);
        value
    }

    fn computed(&self, place: Place, left: usize) -> Option<f64> {
        let text = (self.formula)(&place)?;
        let mut reader = Reader { rest: text.trim().trim_start_matches('='), sums: self, left: left.checked_sub(1)? };
        let value = reader.sum()?;
        (reader.rest.trim().is_empty() && value.is_finite()).then_some(value)
    }

    /// The number of a cell; `None` within where it holds a text or nothing.
    fn cell(&self, at: Place, left: usize) -> Option<Option<f64>> {
        self.looked.set(self.looked.get() + 1);
        if self.looked.get() > MOST {
            return None;
        }
        if let Some(number) = self.moments.get(&at) {
            return Some(Some(*number));
        }
        match self.lembar.isi(at.0, at.1) {
            Isi::Kosong => Some(None),
            Isi::Teks(_) => Some(None),
            Isi::TanpaNilai => Some(Some(self.formula_at(at, left)?)),
            isi => Some(Some(isi.number()?)),
        }
    }
}

/// Reads a formula from left to right.
struct Reader<'r, 'a> {
    rest: &'r str,
    sums: &'r Sums<'a>,
    left: usize,
}

impl Reader<'_, '_> {
    fn eat(&mut self, sign: &str) -> bool {
        let rest = self.rest.trim_start();
        match rest.strip_prefix(sign) {
            Some(after) => {
                self.rest = after;
                true
            }
            None => false,
        }
    }

    fn sum(&mut self) -> Option<f64> {
        let mut value = self.product()?;
        loop {
            if self.eat("+") {
                value += self.product()?;
            } else if self.eat("-") {
                value -= self.product()?;
            } else {
                return Some(value);
            }
        }
    }

    fn product(&mut self) -> Option<f64> {
        let mut value = self.factor()?;
        while self.eat("*") {
            value *= self.factor()?;
        }
        Some(value)
    }

    fn factor(&mut self) -> Option<f64> {
        // Signs and brackets go deeper, too.
        self.left = self.left.checked_sub(1)?;
        let value = self.signed();
        self.left += 1;
        value
    }

    fn signed(&mut self) -> Option<f64> {
        if self.eat("-") {
            return Some(-self.factor()?);
        }
        if self.eat("+") {
            return self.factor();
        }
        if self.eat("(") {
            let value = self.sum()?;
            return self.eat(")").then_some(value);
        }
        let word = self.word();
        if let Ok(number) = word.parse::<f64>() {
            return number.is_finite().then_some(number);
        }
        match (word.to_ascii_uppercase().as_str(), self.eat("(")) {
            ("SUM", true) => self.all(0.0, |sum, number| sum + number),
            ("PRODUCT", true) => self.all(1.0, |product, number| product * number),
            (_, true) => None,
            (name, false) => {
                let at = cell(name)?;
                // A text is no number in a sum of single cells.
                match self.sums.lembar.isi(at.0, at.1) {
                    Isi::Teks(_) if !self.sums.moments.contains_key(&at) => None,
                    _ => Some(self.sums.cell(at, self.left)?.unwrap_or(0.0)),
                }
            }
        }
    }

    /// The next number or name.
    fn word(&mut self) -> String {
        let rest = self.rest.trim_start();
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "$.".contains(c))).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        self.rest = after;
        word.to_owned()
    }

    /// What the arguments of a function make together; texts and empty cells of ranges do not count.
    fn all(&mut self, start: f64, add: impl Fn(f64, f64) -> f64) -> Option<f64> {
        let (mut value, mut counted) = (start, false);
        loop {
            match self.range() {
                Some((first, last)) => {
                    for row in first.0..=last.0 {
                        for column in first.1..=last.1 {
                            if let Some(number) = self.sums.cell((row, column), self.left)? {
                                (value, counted) = (add(value, number), true);
                            }
                        }
                    }
                }
                None => (value, counted) = (add(value, self.sum()?), true),
            }
            if self.eat(")") {
                return Some(if counted { value } else { 0.0 });
            }
            if !(self.eat(",") || self.eat(";")) {
                return None;
            }
        }
    }

    /// A range of cells, `B2:B9`, within the sheet.
    fn range(&mut self) -> Option<(Place, Place)> {
        let rest = self.rest;
        let first = self.word();
        let found = self.eat(":").then(|| self.word()).and_then(|last| Some((cell(&first)?, cell(&last)?)));
        let inside = found.filter(|(first, last)| first.0 <= last.0 && first.1 <= last.1);
        if inside.is_none() {
            self.rest = rest;
        }
        let (first, last) = inside?;
        let below = self.sums.lembar.baris.len().saturating_sub(1);
        Some((first, (last.0.min(below), last.1.min(super::MAX_COLUMNS))))
    }
}

/// The place of `B2` or `$B$2`.
fn cell(name: &str) -> Option<Place> {
    place(&name.replace('$', "").to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a formula makes in a small sheet whose B3 is `A2*B2` and whose A4 stands on itself.
    fn value(text: &str) -> Option<f64> {
        let number = Isi::Bilangan;
        let lembar = Lembar {
            baris: vec![
                vec![Isi::Teks("HONOR".into()), Isi::Kosong],
                vec![number(100.0), number(3.0)],
                vec![number(50.0), Isi::TanpaNilai],
                vec![Isi::TanpaNilai, Isi::Galat("#REF!".into())],
            ],
            ..Lembar::default()
        };
        let moments = HashMap::from([((0, 1), 7.0)]);
        let formula = |place: &Place| match place {
            (2, 1) => Some("A2*B2"),
            (3, 0) => Some("A4+1"),
            _ => Some(text),
        };
        let (known, looked) = (RefCell::default(), Cell::new(0));
        Sums { lembar: &lembar, moments: &moments, formula: &formula, known, looked }.value((8, 8))
    }

    #[test]
    fn sums_and_products_are_computed() {
        for (text, made) in [
            ("1000000+200000", 1_200_000.0),
            ("SUM(A1:A3)", 150.0),
            ("SUM($A$1:A3, 2, B2)", 155.0),
            ("A2*B2", 300.0),
            ("(A2+A3)*2-1", 299.0),
            ("PRODUCT(A2:A3)", 5000.0),
            ("B3+1", 301.0),
            ("SUM(B1:B2)", 10.0),
            ("-A2", -100.0),
            ("A9", 0.0),
        ] {
            assert_eq!(value(text), Some(made), "{text}");
        }
    }

    #[test]
    fn nothing_else_is_computed() {
        let (deep, signs) = ("(".repeat(100_000), "-".repeat(100_000));
        let others = [
            "A1+1",
            "A2/B2",
            "B4",
            "SUM(A1:B4)",
            "A4",
            "VLOOKUP(A1,A1:B2,2)",
            "Sheet2!A1",
            "A2&\"x\"",
            "SUM(A2:A3",
            "",
        ];
        for text in others.into_iter().chain([deep.as_str(), signs.as_str(), "TEXT(1,\"0\")"]) {
            assert_eq!(value(text), None, "{text}");
        }
    }
}
