//! The tables of a text of a word processor (.docx), each as a sheet.

use std::collections::BTreeMap;

use super::package::Broken;
use super::rupa::{self, Rupa};
use super::{Gabungan, Isi, Lembar, MAX_COLUMNS, MAX_ROWS, values};
use crate::ooxml::tags::{Kind, Step, Tag, steps};

/// Most cells that are read of a table.
const MAX_CELLS: usize = 1_000_000;

/// What a table is called, before its number.
pub const TABLE: &str = "Tabel";

/// The tables of a document in their order, with the part that names its styles. A table within a cell is a part of the
/// cell's text.
pub fn tables(text: &str, styles: &str) -> Result<Vec<Lembar>, Broken> {
    let styles = rupa::styles(styles);
    let (mut found, mut open): (Vec<Lembar>, Option<Table<'_>>) = (Vec::new(), None);
    let mut depth = 0usize;
    for step in steps(text, true) {
        let tag = match step {
            Step::Text(text) => {
                open.iter_mut().for_each(|table| table.say(&text));
                continue;
            }
            Step::Tag(tag) => tag,
        };
        match (tag.name(), tag.kind) {
            ("tbl", Kind::Open) => {
                depth += 1;
                if depth == 1 {
                    open = Some(Table::new(&styles));
                }
            }
            ("tbl", Kind::Close) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    found.extend(open.take().map(Table::done));
                }
            }
            (name, kind) => {
                if let Some(table) = &mut open {
                    table.step(name, kind, &tag, depth);
                    if table.lembar.baris.len() > MAX_ROWS || table.column > MAX_COLUMNS || table.cells > MAX_CELLS {
                        return Err(Broken::TooLarge);
                    }
                }
            }
        }
    }
    if found.is_empty() { Err(Broken::NoTable) } else { Ok(found) }
}

/// A table that is still open.
struct Table<'s> {
    /// What the styles of letters and paragraphs say.
    styles: &'s BTreeMap<String, Rupa>,
    lembar: Lembar,
    column: usize,
    cells: usize,
    /// How many columns the cell takes, and how it goes with the one above.
    across: usize,
    down: Option<bool>,
    /// The paragraphs of the cell, each with whether it is an item of a list.
    lines: Vec<(String, bool)>,
    /// Whether the text between the tags is shown.
    shown: bool,
    /// What the style of the paragraph says.
    paragraf: Option<Rupa>,
    /// What the letters of the run say, those of the cell, and the row as a whole.
    rupa: [Option<Rupa>; 3],
    /// For each column the merged cell that still goes on.
    open: Vec<Option<Gabungan>>,
}

impl<'s> Table<'s> {
    fn new(styles: &'s BTreeMap<String, Rupa>) -> Self {
        Self {
            styles,
            lembar: Lembar::default(),
            column: 0,
            cells: 0,
            across: 0,
            down: None,
            lines: Vec::new(),
            shown: false,
            paragraf: None,
            rupa: [None; 3],
            open: Vec::new(),
        }
    }

    fn say(&mut self, text: &str) {
        if self.shown
            && let Some((line, _)) = self.lines.last_mut()
        {
            line.push_str(text);
            self.rupa[1] = self.rupa[1].max(self.rupa[0]).max(self.paragraf);
        }
    }

    fn put(&mut self, sign: &str) {
        if let Some((line, _)) = self.lines.last_mut() {
            line.push_str(sign);
        }
    }

    fn step(&mut self, name: &str, kind: Kind, tag: &Tag<'_>, depth: usize) {
        let value = || tag.text("val");
        match (name, kind) {
            ("tr", Kind::Open) if depth == 1 => {
                self.lembar.baris.push(Vec::new());
                (self.column, self.rupa) = (0, [None; 3]);
            }
            ("hidden", Kind::Open | Kind::Empty) if depth == 1 && tag.is_on() => {
                self.lembar.tersembunyi.extend(self.lembar.baris.len().checked_sub(1));
            }
            ("pStyle", _) => self.paragraf = self.style(tag),
            ("rStyle", _) => self.rupa[0] = self.rupa[0].max(self.style(tag)),
            ("ins" | "del" | "moveFrom" | "moveTo", Kind::Open | Kind::Empty) => self.rupa[2] = Some(Rupa::Perubahan),
            ("r", Kind::Open) => self.rupa[0] = None,
            ("strike" | "dstrike" | "vanish" | "vertAlign", Kind::Open | Kind::Empty) => {
                self.rupa[0] = self.rupa[0].max(Rupa::of_run(tag));
            }
            ("gridBefore", _) if depth == 1 => {
                self.column += value().and_then(|n| n.parse().ok()).unwrap_or(0usize).min(MAX_COLUMNS)
            }
            ("tc", Kind::Open) if depth == 1 => (self.across, self.down, self.lines) = (1, None, Vec::new()),
            ("gridSpan", Kind::Open | Kind::Empty) if depth == 1 => {
                self.across = value().and_then(|n| n.parse().ok()).unwrap_or(1usize).clamp(1, MAX_COLUMNS);
            }
            ("vMerge", Kind::Open | Kind::Empty) if depth == 1 => {
                self.down = Some(value().as_deref() == Some("restart"))
            }
            ("p", Kind::Open | Kind::Empty) => {
                self.lines.push((String::new(), false));
                self.paragraf = None;
            }
            ("numPr", Kind::Open | Kind::Empty) => {
                self.lines.iter_mut().last().into_iter().for_each(|line| line.1 = true)
            }
            ("t", Kind::Open) => self.shown = true,
            ("t", Kind::Close) => self.shown = false,
            // Within the properties of a paragraph, `tab` is a place to stop at, with a value.
            ("tab", Kind::Empty) if tag.get("val").is_none() => self.put(" "),
            ("br" | "cr", Kind::Empty | Kind::Open) => self.put("\n"),
            ("noBreakHyphen", _) => self.put("-"),
            ("tc", Kind::Close) if depth == 1 => self.cell(),
            _ => {}
        }
    }

    fn style(&self, tag: &Tag<'_>) -> Option<Rupa> {
        self.styles.get(&tag.text("val")?).copied()
    }

    fn cell(&mut self) {
        let lines: Vec<(String, bool)> = self
            .lines
            .drain(..)
            .map(|(line, item)| (line.trim().to_owned(), item))
            .filter(|(line, _)| !line.is_empty())
            .collect();
        let list = lines.iter().filter(|(_, item)| *item).count() > 1;
        let lines = lines.into_iter().map(|(line, item)| if list && item { format!("- {line}") } else { line });
        let text = lines.collect::<Vec<_>>().join("\n");
        let row = self.lembar.baris.len().saturating_sub(1);
        let (left, right) = (self.column, self.column + self.across - 1);
        self.open.resize(self.open.len().max(right + 1), None);
        let own = Gabungan { atas: row, kiri: left, bawah: row, kanan: right };
        let above = self.open.get(left).copied().flatten();
        let merged = match (self.down, above) {
            (Some(false), Some(above)) if above.kiri == left && above.kanan == right => {
                Gabungan { bawah: row, ..above }
            }
            _ => own,
        };
        let finished = above.filter(|above| above.atas != merged.atas);
        self.lembar.gabungan.extend(finished.filter(is_merged));
        for column in left..=right {
            if let Some(place) = self.open.get_mut(column) {
                *place = (column == left).then_some(merged);
            }
        }
        let isi = match text.as_str() {
            "" => Isi::Kosong,
            text if values::is_failure(text) => Isi::Galat(text.to_owned()),
            _ => Isi::Teks(text),
        };
        // What a row waits for is told at its first cell.
        let rupa = self.rupa[1].take().max(self.rupa[2].take());
        self.lembar.rupa.extend(rupa.map(|rupa| ((row, left), rupa)));
        if let Some(cells) = self.lembar.baris.last_mut() {
            cells.resize(left, Isi::Kosong);
            cells.push(if merged.atas == row { isi } else { Isi::Kosong });
            cells.resize(right + 1, Isi::Kosong);
        }
        self.cells += right + 1 - self.column.min(left);
        self.column = right + 1;
    }

    fn done(mut self) -> Lembar {
        self.lembar.gabungan.extend(self.open.iter().flatten().filter(|merged| is_merged(merged)));
        self.lembar.gabungan.sort_by_key(|merged| (merged.atas, merged.kiri));
        self.lembar
    }
}

fn is_merged(merged: &Gabungan) -> bool {
    merged.atas < merged.bawah || merged.kiri < merged.kanan
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_a_text_are_sheets() {
        let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
        let p = |text: &str| format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>");
        let item = |text: &str| format!("<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");
        let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
        let down = |sign: &str| format!("<w:tcPr><w:vMerge{sign}/></w:tcPr>");
        let text = format!(
            "<w:body>{}<w:tbl>{}{}{}{}</w:tbl><w:tbl>{}</w:tbl></w:body>",
            p("bukan tabel"),
            row(&[cell(&p("NAMA")), cell(&format!("<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{}", p("A &amp; B")))]),
            row(&[
                cell(&format!("{}{}", down(" w:val=\"restart\""), p("satu"))),
                cell(&(item("x") + &item("y"))),
                cell("<w:p/>")
            ]),
            row(&[
                cell(&format!("{}{}", down(""), "<w:p/>")),
                cell(&p("a<w:delText>hapus</w:delText>")),
                cell(&p("c"))
            ]),
            row(&[
                cell(&p("dua")),
                cell("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>dalam</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"),
                cell("")
            ]),
            row(&[cell(&p("lain"))]),
        );
        let found = tables(&text, "").unwrap();
        let shown = |at: usize| -> Vec<Vec<String>> {
            found[at].baris.iter().map(|row| row.iter().map(Isi::text).collect()).collect()
        };
        assert_eq!(
            shown(0),
            [["NAMA", "A & B", ""], ["satu", "- x\n- y", ""], ["", "ahapus", "c"], ["dua", "dalam", ""]]
        );
        let merged = |atas, kiri, bawah, kanan| Gabungan { atas, kiri, bawah, kanan };
        assert_eq!(found[0].gabungan, [merged(0, 1, 0, 2), merged(1, 0, 2, 0)]);
        assert_eq!(shown(1), [["lain"]]);
        assert!(tables("<w:body/>", "").is_err());
    }

    #[test]
    fn what_waits_or_is_struck_out_is_told_of_its_cell() {
        let cell = |run: &str| format!("<w:tc><w:p>{run}</w:p></w:tc>");
        let run = |looks: &str| format!("<w:r><w:rPr>{looks}</w:rPr><w:t>Budi</w:t></w:r>");
        let row = |head: &str, cells: &[String]| format!("<w:tr>{head}{}</w:tr>", cells.concat());
        let text = format!(
            "<w:tbl>{}{}{}</w:tbl>",
            row("", &[cell(&run("")), cell(&run("<w:strike/>"))]),
            row(
                "",
                &[cell(&run("<w:vertAlign w:val=\"superscript\"/>")), cell(&format!("<w:ins>{}</w:ins>", run("")))]
            ),
            row("<w:trPr><w:del/></w:trPr>", &[cell(&run("<w:vanish/>")), cell(&run("<w:strike w:val=\"0\"/>"))]),
        );
        let found = tables(&text, "").unwrap_or_default();
        let wanted =
            [((0, 1), Rupa::Dicoret), ((1, 0), Rupa::Pangkat), ((1, 1), Rupa::Perubahan), ((2, 0), Rupa::Perubahan)];
        assert_eq!(found[0].rupa, BTreeMap::from(wanted));
    }
    #[test]
    fn styles_that_strike_out_and_hidden_rows_are_told() {
        let styles = "<w:style w:styleId=\"Batal\"><w:rPr><w:strike/></w:rPr></w:style>\
            <w:style w:styleId=\"Biasa\"><w:rPr><w:b/></w:rPr></w:style>";
        let cell = |p: &str, r: &str| {
            format!("<w:tc><w:p><w:pPr>{p}</w:pPr><w:r><w:rPr>{r}</w:rPr><w:t>Budi</w:t></w:r></w:p></w:tc>")
        };
        let style = |kind: &str, name: &str| format!("<w:{kind} w:val=\"{name}\"/>");
        let text = format!(
            "<w:tbl><w:tr>{}{}</w:tr><w:tr><w:trPr><w:hidden/></w:trPr>{}{}</w:tr></w:tbl>",
            cell("", &style("rStyle", "Batal")),
            cell(&style("pStyle", "Biasa"), ""),
            cell(&style("pStyle", "Batal"), ""),
            cell("", ""),
        );
        let found = tables(&text, styles).unwrap_or_default();
        assert_eq!(found[0].rupa, BTreeMap::from([((0, 0), Rupa::Dicoret), ((1, 0), Rupa::Dicoret)]));
        assert_eq!(found[0].tersembunyi, [1].into());
    }
}
