//! A decree as it is read for sense: every text that a person wrote with its part, its lists and tables, the citations,
//! and where each part of a text was typed. The rules and the roll-forward look at this.

pub mod citations;
pub mod disebut;
mod typed;

use std::ops::Range;
use std::sync::OnceLock;

use crate::catalog::{Catalog, Kantor};
use crate::decree::{Keputusan, Kolom, List, Part, Role, Tabel, Teks, Visitor};
use crate::diag::{Edit, Files, Span};
use crate::language::WordLists;
use crate::resolve::{Naskah, Resolved};

use typed::Typed;

/// A text that a person wrote.
#[derive(Debug, Clone)]
pub struct Passage<'a> {
    /// The part that it belongs to.
    pub part: Part,
    /// What it is there.
    pub role: Role,
    /// The text.
    pub teks: &'a Teks,
    /// Its characters without emphasis; ranges of rules are bytes of this.
    pub plain: String,
}

impl Passage<'_> {
    /// The characters of a word.
    pub fn word(&self, word: &impl AsRef<Range<usize>>) -> &str {
        self.plain.get(word.as_ref().clone()).unwrap_or_default()
    }

    /// The characters of a word in lower case.
    pub fn lower(&self, word: &impl AsRef<Range<usize>>) -> String {
        self.word(word).to_lowercase()
    }

    /// The next characters from a byte on, in lower case: enough for the longest name.
    pub fn ahead(&self, from: usize) -> String {
        const LONGEST: usize = 160;
        self.plain.get(from..).unwrap_or_default().chars().take(LONGEST).flat_map(char::to_lowercase).collect()
    }

    /// What stands between two words.
    pub fn gap<W: AsRef<Range<usize>>>(&self, before: &W, after: &W) -> &str {
        self.plain.get(before.as_ref().end..after.as_ref().start).unwrap_or_default()
    }

    /// Whether the byte `at` of the plain text is set in italics.
    pub fn italic_at(&self, at: usize) -> bool {
        let mut upto = 0;
        self.teks.runs.iter().any(|run| {
            upto += run.text.len();
            at < upto && at >= upto - run.text.len() && run.miring
        })
    }
}

/// A table of a lampiran.
#[derive(Debug, Clone)]
pub struct TableView<'a> {
    /// The lampiran.
    pub lampiran: usize,
    /// The table.
    pub tabel: &'a Tabel,
    /// The columns that are written, from left to right; `Sel` of a row stand in the same order.
    pub columns: Vec<&'a Kolom>,
}

/// A decree to be read for sense.
pub struct Reading<'a> {
    /// The decree as written.
    pub keputusan: &'a Keputusan,
    /// The decree as printed, with what was generated.
    pub naskah: &'a Naskah,
    /// Its office; an empty one where it is unknown.
    pub kantor: &'a Kantor,
    /// Legal bases, words, areas, holidays.
    pub catalog: &'a Catalog,
    /// The texts that were read.
    pub files: &'a Files,
    /// Every text that a person wrote, in the order of the pages.
    pub passages: Vec<Passage<'a>>,
    /// Every list under a sentence or in a cell.
    pub lists: Vec<List<'a>>,
    /// Every table.
    pub tables: Vec<TableView<'a>>,
    /// Where the texts stand in the files.
    typed: Typed,
    /// The citations; [`Reading::citations`] finds them when first asked.
    citations: citations::Lazy<'a>,
}

impl<'a> Reading<'a> {
    /// Visits the decree once.
    pub fn new(resolved: &'a Resolved, catalog: &'a Catalog, files: &'a Files) -> Self {
        let (naskah, keputusan, kantor) = (resolved.naskah(), resolved.keputusan(), resolved.kantor());
        let (passages, lists, tables) = (Vec::new(), Vec::new(), Vec::new());
        let (typed, citations) = (Typed::default(), OnceLock::new());
        let mut reading = Self { keputusan, naskah, kantor, catalog, files, passages, lists, tables, typed, citations };
        keputusan.visit(&mut reading);
        reading
    }

    /// The lists of words.
    pub fn word_lists(&self) -> &'a WordLists {
        &self.catalog.kata().lists
    }

    /// Where a part of a text was typed; ranges are bytes of its plain characters.
    pub fn place(&self, teks: &Teks, part: Range<usize>) -> Span {
        self.typed.place(self.files, teks, part)
    }

    /// The edit that puts `new` in the place of a part of a text, where the file can hold it.
    pub fn replace(&self, teks: &Teks, part: Range<usize>, new: &str) -> Option<Edit> {
        self.typed.replace(self.files, teks, part, new)
    }

    /// The edit that takes words out of a text, with the blank after or before them.
    pub fn without(&self, teks: &Teks, words: Range<usize>) -> Option<Edit> {
        let plain = teks.as_plain();
        let blank_after = plain[words.end..].starts_with(' ');
        let blank_before = plain[..words.start].ends_with(' ');
        let with_after = blank_after.then(|| self.replace(teks, words.start..words.end + 1, "")).flatten();
        with_after.or_else(|| {
            let start = if blank_before { words.start - 1 } else { words.start };
            self.replace(teks, start..words.end, "")
        })
    }

    /// The passages of the considerations, each with the number of its item from 0.
    pub fn menimbang(&self) -> impl Iterator<Item = (usize, &Passage<'a>)> {
        self.passages.iter().filter_map(|passage| match passage.part {
            Part::Menimbang(at) => Some((at, passage)),
            _ => None,
        })
    }

    /// The passages of the diktums, each with the number of its diktum from 0.
    pub fn diktum(&self) -> impl Iterator<Item = (usize, &Passage<'a>)> {
        self.passages.iter().filter_map(|passage| match passage.part {
            Part::Diktum(at) => Some((at, passage)),
            _ => None,
        })
    }

    /// Year, month and day of the decree, where it has one.
    pub fn day(&self) -> Option<(i32, u32, u32)> {
        self.keputusan.ditetapkan.tanggal.as_ref().map(|day| day.value.parts())
    }
}

impl<'a> Visitor<'a> for Reading<'a> {
    fn text(&mut self, part: Part, role: Role, teks: &'a Teks) {
        self.typed.know(teks);
        self.passages.push(Passage { part, role, teks, plain: teks.as_plain() });
    }

    fn list(&mut self, list: List<'a>) {
        self.lists.push(list);
    }

    fn table(&mut self, lampiran: usize, tabel: &'a Tabel) {
        let columns = Kolom::leaves(&tabel.kolom).into_iter().filter(|column| column.is_written()).collect();
        self.tables.push(TableView { lampiran, tabel, columns });
    }
}
