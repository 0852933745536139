//! The input texts of a run, and where a byte of one stands: a line and a column, or a cell of a sheet.

use super::{FileId, Span};

/// The input texts of one run, by name.
#[derive(Debug, Clone, Default)]
pub struct Files {
    texts: Vec<Text>,
    /// What was taken from workbooks, in a line each.
    remarks: Vec<String>,
}

/// A moment in the course of reading: some texts had been added to [`Files`], others not yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment(usize);

impl Moment {
    /// A place in a text of a run whose texts were taken over at this moment.
    pub(super) fn moved(self, span: Span) -> Span {
        Span { file: FileId(span.file.0 + self.0 as u32), ..span }
    }
}

/// A text with what is known of it.
#[derive(Debug, Clone)]
struct Text {
    name: String,
    text: String,
    /// The first byte of each line but the first.
    lines: Vec<usize>,
    /// The sheet of a workbook that it stands for.
    sheet: Option<Sheet>,
}

/// What a text stands for that was read from a sheet: one value a line, each with its cell as a comment (`- "a" # F12`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The workbook as the decree names it.
    pub book: String,
    /// The sheet; `None` in a file that has no sheets.
    pub name: Option<String>,
}

impl Sheet {
    /// The place of a cell as messages name it: `rencana.xlsx lembar RA sel F12`.
    pub fn place(&self, cell: &str) -> String {
        let sheet = self.name.as_ref().map_or(String::new(), |name| format!(" lembar {name}"));
        let cell = if cell.is_empty() { String::new() } else { format!(" sel {cell}") };
        format!("{}{sheet}{cell}", self.book)
    }
}

impl Files {
    /// Keeps a text under the name that messages show.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        self.keep(name.into(), text.into(), None)
    }

    /// Keeps a text that stands for a sheet; its places are told as cells.
    pub fn add_sheet(&mut self, name: impl Into<String>, text: impl Into<String>, sheet: Sheet) -> FileId {
        self.keep(name.into(), text.into(), Some(sheet))
    }

    /// Keeps a line for people about what was read.
    pub fn remark(&mut self, line: String) {
        self.remarks.push(line);
    }

    /// The lines for people about what was read.
    pub fn remarks(&self) -> &[String] {
        &self.remarks
    }

    fn keep(&mut self, name: String, text: String, sheet: Option<Sheet>) -> FileId {
        let lines = text.match_indices('\n').map(|(at, _)| at + 1).collect();
        self.texts.push(Text { name, text, lines, sheet });
        FileId((self.texts.len() - 1) as u32)
    }

    fn get(&self, id: FileId) -> Option<&Text> {
        self.texts.get(id.0 as usize)
    }

    /// The moment between the texts that are there and those that will come.
    pub fn now(&self) -> Moment {
        Moment(self.texts.len())
    }

    /// The texts that were added since a moment, in their order.
    pub fn since(&self, moment: Moment) -> Vec<FileId> {
        (moment.0..self.texts.len()).map(|at| FileId(at as u32)).collect()
    }

    /// The sheet that a text stands for.
    pub fn sheet(&self, id: FileId) -> Option<&Sheet> {
        self.get(id)?.sheet.as_ref()
    }

    /// The cell of a byte offset in a text that stands for a sheet; empty where the line names none.
    pub fn cell(&self, id: FileId, offset: usize) -> Option<&str> {
        self.sheet(id)?;
        let start = self.line(id, offset).1;
        let line = self.text(id).get(start..)?.lines().next().unwrap_or_default();
        Some(line.rsplit_once(" # ").map_or("", |(_, cell)| cell))
    }

    /// Takes over the texts of another run; where they begin is what [`super::Sink::extend_moved`] asks for.
    pub fn absorb(&mut self, other: Files) -> Moment {
        let begun = self.now();
        self.texts.extend(other.texts);
        self.remarks.extend(other.remarks);
        begun
    }

    /// The name that messages show.
    pub fn name(&self, id: FileId) -> &str {
        self.get(id).map_or("?", |text| &text.name)
    }

    /// The whole text.
    pub fn text(&self, id: FileId) -> &str {
        self.get(id).map_or("", |text| &text.text)
    }

    /// The file that a person opens to look at a text: the workbook of a sheet, otherwise the text's own name.
    pub fn origin(&self, id: FileId) -> &str {
        self.sheet(id).map_or_else(|| self.name(id), |sheet| &sheet.book)
    }

    /// The line of a byte offset, counted from 1, and its first byte.
    pub fn line(&self, id: FileId, offset: usize) -> (usize, usize) {
        let lines = self.get(id).map_or(&[][..], |text| &text.lines);
        let before = lines.partition_point(|start| *start <= offset);
        (before + 1, before.checked_sub(1).and_then(|at| lines.get(at)).copied().unwrap_or(0))
    }

    /// Line and column of a byte offset, both counted from 1, the column in characters; in a sheet those of the cell.
    pub fn line_col(&self, id: FileId, offset: usize) -> (usize, usize) {
        if let Some(place) = self.cell(id, offset) {
            return row_and_column(place).unwrap_or((1, 1));
        }
        let (line, start) = self.line(id, offset);
        let text = self.text(id);
        let before = text.get(start..text.floor_char_boundary(offset)).unwrap_or_default();
        (line, before.chars().count() + 1)
    }
}

/// Row and column, both from 1, of a cell such as `F12`.
fn row_and_column(cell: &str) -> Option<(usize, usize)> {
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = cell.split_at(digits);
    let column = letters.bytes().try_fold(0usize, |sum, b| match b {
        b'A'..=b'Z' => Some(sum.checked_mul(26)? + usize::from(b - b'A') + 1),
        _ => None,
    })?;
    Some((row.parse().ok()?, column))
}
