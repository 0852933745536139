//! What a text says was measured, reached, planned or has happened in a year: figures belong to their year.

use std::ops::Range;

use naskah_core::language::column_heads::{ColumnRole, role};
use naskah_core::language::words::fold;
use naskah_core::language::{WordList, WordLists};

use super::units::raw;

/// A figure: money, a share, a decimal, a number behind a word that a result follows, the name of a result.
const FIGURE: &str = concat!(
    r"(?i)(?:\bRp\.?\s?\d[\d.]*(?:,\d+)?|\b\d[\d.]*(?:,\d+)?\s*(?:%|persen\b)|\b\d{1,3},\d{1,4}\b",
    r"|(?:\b{penghubung-nilai}|[:=(])\s*\d[\d.]*(?:,\d+)?(?:\s*(?:%|persen\b))?|\b{sebutan-nilai}\s+[a-z]+|\((?-i:[A-D]{1,2})\)|\b{hasil-bernama}\b",
    r"|\b[a-z]+\s+(?:juta|miliar|milyar|triliun|ribu\s+rupiah)\b",
    r"|(?:\b{penghubung-nilai}|[:=])\s*(?-i:AA?|BB?|CC?|D)\b)",
);

/// An amount that says that it is money.
const MONEY: &str = r"(?i)\bRp\.?\s?\d|\b\d[\d.,]*\s+rupiah\b";

/// An amount that is money where its sentence speaks of that.
const AMOUNT: &str = concat!(
    r"(?i)\b\d[\d.,]*\s?{satuan-uang}\b|\b\d{1,3}(?:\.\d{3})+\b",
    r"|\b[a-z]+\s+(?:juta|miliar|milyar|triliun|ribu\s+rupiah)\b",
);

/// A number right before its year.
const NUMBER_BEFORE: &str = concat!(
    r"(?i)(?:^|[\s(:=])(?:Rp\.?\s?)?\d{1,3}(?:\.\d{3})*(?:,\d+)?\s?(?:%|persen)?",
    r"\s*(?:\(\s*(?:tahun\s+)?|\s(?:pada|di|untuk|selama)\s+(?:tahun\s+)?)$",
);

/// A number that tells a time or an order, before its year.
const TIME_BEFORE: &str = r"(?i)\b(?:{penghitung-waktu}|{benda-bernomor}|{kepala-nomor})[.\s-]*\d{1,3}[^\d%,]*$";

/// What may stand between a figure and its year.
const BETWEEN: &str = r"(?i)^[\s()A-D.]*(?:{sebelum-tahun}\b[\s.]*)+$";

/// The part of a sentence around a year.
pub struct Clause<'a> {
    lists: &'a WordLists,
    before: &'a str,
    after: &'a str,
}

/// What a clause says of its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// No figure goes with the year.
    None,
    /// A figure that is planned.
    Planned,
    /// A figure that was reached.
    Reached,
    /// A figure of something that is measured.
    Measured,
    /// Another figure.
    Other,
}

impl<'a> Clause<'a> {
    /// The clause around the year at a part of a text: up to a semicolon, a full stop, a comma before a word.
    pub fn of(lists: &'a WordLists, text: &'a str, year: &Range<usize>) -> Self {
        let (before, after) = (&text[..year.start], &text[year.end..]);
        let from = ends(before).last().unwrap_or(0);
        let upto = ends(after).next().unwrap_or(after.len());
        let (before, after) = (&before[from..], &after[..upto.min(after.len())]);
        Self { lists, before: &before[shared(lists, before, true)..], after: &after[..shared(lists, after, false)] }
    }

    /// Whether a word of a list stands in the clause.
    pub fn says(&self, list: WordList) -> bool {
        self.said_before(list) || self.lists.occurs(list, &self.after.to_lowercase())
    }

    /// Whether a word of a list stands before the year.
    pub fn said_before(&self, list: WordList) -> bool {
        self.lists.occurs(list, &self.before.to_lowercase())
    }

    /// Whether the clause says that something has happened, and plans nothing.
    pub fn is_past(&self) -> bool {
        let gone = self.after.trim_start().strip_prefix("yang ").unwrap_or(self.after);
        let gone = gone.trim_start().starts_with("lalu");
        (self.said_before(WordList::PenandaLampau) || gone) && !self.said_before(WordList::KataSasaran)
    }

    /// The figure that goes with the year.
    pub fn figure(&self) -> Figure {
        if !self.has_figure() {
            return Figure::None;
        }
        if self.says(WordList::KataSasaran) {
            return Figure::Planned;
        }
        if self.says(WordList::KataTercapai) {
            return Figure::Reached;
        }
        match self.says(WordList::KataUkuran) || self.says(WordList::KataLaporan) {
            true => Figure::Measured,
            false => Figure::Other,
        }
    }

    /// Whether nothing but a link stands between a number and the year: "75 (2025", "86 pada 2025".
    pub fn figure_ends_before(&self) -> bool {
        let says = |form: &'static str| self.lists.pattern(form).is_some_and(|pattern| pattern.is_match(self.before));
        says(NUMBER_BEFORE) && !says(TIME_BEFORE)
    }

    /// Whether the figure that goes with the year is an amount of money.
    pub fn names_money(&self) -> bool {
        let amount = |text: &str| self.lists.pattern(MONEY).is_some_and(|pattern| pattern.is_match(text));
        let spoken = self.says(WordList::KataUang);
        let number = |text: &str| self.lists.pattern(AMOUNT).is_some_and(|pattern| pattern.is_match(text));
        [self.before, self.after].into_iter().any(|text| amount(text) || spoken && number(text))
    }

    fn has_figure(&self) -> bool {
        let Some(figure) = self.lists.pattern(FIGURE) else { return false };
        let is_figure = |text: &str| !is_year(text);
        if figure.find_iter(self.after).any(|hit| is_figure(hit.as_str())) {
            return true;
        }
        let Some(between) = self.lists.pattern(BETWEEN) else { return false };
        let near = |end: usize| self.before[end..].trim().is_empty() || between.is_match(&self.before[end..]);
        figure.find_iter(self.before).any(|hit| is_figure(hit.as_str()) && near(hit.end()))
    }
}

/// Where a clause is parted from another one that has a year and a figure of its own: "2024 (97%) dan target 2025 (98%)".
/// `before` tells on which side of the year the text stands.
fn shared(lists: &WordLists, text: &str, before: bool) -> usize {
    let whole = if before { 0 } else { text.len() };
    let years = raw(text);
    let other = if before { years.last() } else { years.first() };
    let (Some((year, _)), Some(figure)) = (other, lists.pattern(FIGURE)) else { return whole };
    let told = |part: &str| figure.find_iter(part).any(|hit| !is_year(hit.as_str()));
    // The figure stands right behind its year; so a link parts the two where that has been told before it.
    let (from, upto) = if before { (year.end, text.len()) } else { (0, year.start) };
    let links = LINKS.iter().filter_map(|link| Some((from + text[from..upto].find(link)?, link.len())));
    match links.min().filter(|(at, _)| told(&text[from..*at])) {
        Some((at, length)) if before => at + length,
        Some((at, _)) => at,
        None => whole,
    }
}

/// Words between two clauses.
const LINKS: [&str; 5] = [" dan ", " serta ", " sedangkan ", " dengan target ", " / "];

/// Where the clauses of a text begin: after a semicolon, after a full stop or a comma with a word behind.
fn ends(text: &str) -> impl Iterator<Item = usize> {
    text.char_indices().filter_map(|(at, c)| {
        let after = &text[at + c.len_utf8()..];
        let word = || after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        match c {
            ';' | '\n' => Some(at + 1),
            ',' if word() => Some(at + 1),
            '.' if word() && !abbreviated(&text[..at]) => Some(at + 1),
            _ => None,
        }
    })
}

/// Whether a full stop belongs to a short word: "TA.", "No.".
fn abbreviated(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !word.is_empty() && word.len() <= 4 && word.chars().all(char::is_alphabetic)
}

/// Whether a figure ends with four digits that are a year: "menjadi 2026".
fn is_year(figure: &str) -> bool {
    let digits = figure.trim_start_matches(|c: char| !c.is_ascii_digit());
    digits.len() == 4 && digits.parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year))
}

/// What the cells beside a cell say of what it measures: the heads of their columns, and their texts.
pub fn beside(lists: &WordLists, text: &str, row: &[(String, String)]) -> Figure {
    if !lists.occurs(WordList::KataUkuran, &text.to_lowercase()) {
        return Figure::None;
    }
    let mut found = Figure::None;
    for (head, cell) in row.iter().filter(|(head, cell)| is_result(cell) && role(lists, head) != ColumnRole::Nomor) {
        let head = fold(head);
        let telling = cell.contains([',', '%']) || lists.occurs(WordList::KataUkuran, &head);
        if lists.occurs(WordList::KataSasaran, &head) {
            return Figure::Planned;
        } else if telling {
            found = Figure::Measured;
        }
    }
    found
}

/// Whether a cell holds nothing but a figure.
pub fn is_result(cell: &str) -> bool {
    let cell = cell.trim();
    let bare = cell.trim_start_matches("Rp").trim_end_matches("persen").trim_end_matches(['%', ' ']);
    let bare = bare.split('(').next().unwrap_or_default().trim();
    !bare.is_empty()
        && bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.chars().all(|c| c.is_ascii_digit() || ".,- ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use naskah_core::catalog::Root;
    use naskah_core::catalog::kata::word_lists;

    fn of(text: &str) -> Figure {
        let lists = word_lists(&Root::embedded()).0;
        let at = text.find("20").unwrap_or_default();
        Clause::of(&lists, text, &(at..at + 4)).figure()
    }

    #[test]
    fn figures_go_with_years() {
        for (text, wanted) in [
            ("Nilai tahun 2024 sebesar 75", Figure::Measured),
            ("Indeks 2024 (3,45)", Figure::Measured),
            ("memperoleh 98 persen pada tahun 2024", Figure::Reached),
            ("target nilai 2025 sebesar 80", Figure::Planned),
            ("nilai ditargetkan 80,5 pada tahun 2025", Figure::Planned),
            ("nilai tahun 2024 naik menjadi 2025", Figure::None),
            ("nilai tahun 2024: BB", Figure::Measured),
            ("opini tahun 2024 ialah Wajar Tanpa Pengecualian", Figure::Measured),
            ("pagu tahun 2025 sebesar Rp5.000.000", Figure::Other),
            ("nilai sebesar 75,2; kegiatan tahun 2025", Figure::None),
            ("dengan nilai sebesar 75,2, disusun agenda tahun 2025", Figure::None),
            ("rapat pada tahun 2025 di ruang 3", Figure::None),
        ] {
            assert_eq!(of(text), wanted, "{text}");
        }
    }
}
