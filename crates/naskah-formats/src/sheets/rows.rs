//! The rows of a table taken from a sheet, as the text that stands for them.

use naskah_core::decree::Bilangan;
use naskah_core::diag::{Code, Diagnostic};
use naskah_core::resolve::{Numbers, tanda_kelompok};

use super::canonical::Writer;
use super::cells::{Ambil, Bentuk, Cells};
use super::extent::is_number;
use super::heads::{Head, folded};
use super::tingkat::{self, Tingkat};
use super::{Found, Place, cell_name};

/// A column that is taken.
#[derive(Debug, Clone, Copy)]
pub struct Lajur {
    /// What it holds.
    pub bentuk: Bentuk,
    /// Whether rows of sums add it up.
    pub dijumlah: bool,
    /// Where it stands in the sheet; `None` for generated numbers that the sheet does not have.
    pub kolom: Option<usize>,
}

/// How rows are taken.
#[derive(Debug, Clone, Default)]
pub struct Cara {
    /// Whether merged cells are filled instead of merged.
    pub isi_gabungan: bool,
    /// Whether empty cells are merged with those above; `None` where the decree does not say.
    pub sel_kosong: Option<bool>,
    /// Whether numbers run on over headings.
    pub nomor_lanjut: bool,
}

/// What was taken.
#[derive(Debug, Default)]
pub struct Taken {
    /// The text that stands for the rows; empty where there are none.
    pub text: String,
    /// The rows of cells, from 0.
    pub rows: Vec<usize>,
    /// How many headings and sums there are.
    pub titles: [usize; 2],
    /// The sum of each column of numbers.
    pub sums: Vec<(usize, Bilangan)>,
}

/// Takes the rows of a table.
pub struct Rows<'a> {
    cells: &'a Cells<'a>,
    lajur: &'a [Lajur],
    cara: &'a Cara,
    /// The column that tells what kind of row each is, in sheets that this program wrote.
    kinds: Option<usize>,
    /// How deep headings lie.
    tingkat: Tingkat,
    /// The row of the last heading.
    heading_above: Option<usize>,
    /// The first mark of a heading that is printed otherwise: its cell, the mark, what is printed.
    remarked: Option<(Place, String, String)>,
    /// The last number that is printed, since the last heading and of all rows.
    counted: [usize; 2],
    /// The first number of the sheet that is printed otherwise: its row, what is printed, the number among all rows.
    renumbered: Option<(usize, usize, usize)>,
    taken: Taken,
    /// What headings count and sums add up.
    numbers: Numbers,
    found: &'a mut Found,
}

impl<'a> Rows<'a> {
    /// The rows of a sheet whose head was found.
    pub fn new(cells: &'a Cells<'a>, head: &Head, lajur: &'a [Lajur], cara: &'a Cara, found: &'a mut Found) -> Self {
        let title = |column: usize| folded(&cells.lembar.isi(head.row, column).text());
        let ours = (0..cells.lembar.lebar()).any(|column| title(column) == "kunci");
        let kinds = (0..cells.lembar.lebar()).find(|column| ours && title(*column) == "baris");
        Self {
            cells,
            lajur,
            cara,
            kinds,
            tingkat: Tingkat::default(),
            heading_above: None,
            remarked: None,
            counted: [0; 2],
            renumbered: None,
            taken: Taken::default(),
            numbers: Numbers::new(lajur.len()),
            found,
        }
    }

    /// Takes the rows.
    pub fn take(mut self) -> Taken {
        let mut out = Writer::default();
        for row in &self.cells.rows {
            self.row(*row, &mut out);
        }
        self.tell_numbers();
        self.tell_marks();
        let sums = self.lajur.iter().zip(&self.numbers.all).filter(|(lajur, _)| lajur.bentuk == Bentuk::Bilangan);
        let sums = sums.filter_map(|(lajur, sum)| Some((lajur.kolom?, (*sum)?))).collect();
        Taken { text: out.text, sums, ..self.taken }
    }

    /// Tells that the numbers of the sheet are not those that are printed.
    fn tell_numbers(&mut self) {
        let Some((row, printed, running)) = self.renumbered else { return };
        let number = self.lajur.iter().find(|lajur| lajur.bentuk == Bentuk::Nomor).and_then(|lajur| lajur.kolom);
        let Some(column) = number else { return };
        let text = self.cells.lembar.isi(row, column).text();
        let runs_on = bare(&text).parse() == Ok(running) && running != printed;
        let message = format!("nomor `{}` pada lembar dicetak {printed}", text.trim());
        let hint = match runs_on {
            true => "tulis `nomor_lanjut: ya` bila nomornya berlanjut sesudah judul kelompok",
            false => "nomor dibuat otomatis; hapus `isi: nomor` bila nomor lembar yang dicetak",
        };
        self.found.push((row, column), Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
    }

    /// Tells that the marks of the sheet's headings are not those that are printed.
    fn tell_marks(&mut self) {
        let Some((place, mark, printed)) = self.remarked.take() else { return };
        let message = format!("tanda judul kelompok `{mark}` pada lembar dicetak `{printed}`");
        let hint = "tandanya dibuat otomatis: I, di dalamnya A, a, dan a); periksa kalimat yang menyebut tanda itu";
        self.found.push(place, Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
    }

    /// Counts a row that has a number, and compares it with that of the sheet.
    fn count(&mut self, row: usize) {
        self.counted = self.counted.map(|number| number + 1);
        let [group, all] = self.counted;
        let printed = if self.cara.nomor_lanjut { all } else { group };
        let number = self.lajur.iter().find(|lajur| lajur.bentuk == Bentuk::Nomor).and_then(|lajur| lajur.kolom);
        let text = number.map(|column| self.cells.lembar.isi(row, column).text()).unwrap_or_default();
        if self.renumbered.is_none()
            && !text.trim().is_empty()
            && bare(&text).trim_start_matches('0') != printed.to_string()
        {
            self.renumbered = Some((row, printed, all));
        }
    }

    /// Writes a heading, or a row of sums.
    fn titled(&mut self, kind: &str, title: String, (row, column): Place, out: &mut Writer) {
        let cell = cell_name(row, column);
        let (title, level) = match kind {
            "kelompok" => self.heading((row, column), title),
            _ => {
                self.check_sums(row, kind == "total");
                self.tell_unprinted((row, column));
                self.taken.titles[1] += 1;
                (title, 1)
            }
        };
        out.line(0, true, &format!("{kind}: {}", super::quoted(&title)), &cell);
        if level > 1 {
            out.line(2, false, &format!("tingkat: {level}"), &cell);
        }
    }

    fn row(&mut self, row: usize, out: &mut Writer) {
        if let Some((kind, title, column)) = self.title(row) {
            return self.titled(kind, title, (row, column), out);
        }
        let taken = self.taken(row);
        let merged = taken.first().is_some_and(|(value, _)| *value == Ambil::Atas);
        let number = if self.cara.isi_gabungan { None } else { self.number(row, merged) };
        self.taken.rows.push(row);
        match &number {
            Some((text, _)) if text == "^" => {}
            None if merged => {}
            _ => self.count(row),
        }
        let first = taken.first().map_or_else(String::new, |(_, cell)| cell.clone());
        let depth = match &number {
            Some((text, cell)) => {
                out.line(0, true, &format!("nomor: {text}"), cell);
                out.line(2, false, "sel:", &first);
                4
            }
            None => {
                out.open(0);
                2
            }
        };
        for (value, cell) in taken {
            match value {
                Ambil::Atas => out.line(depth, true, "^", &cell),
                Ambil::Kiri => out.line(depth, true, "<", &cell),
                Ambil::Isi(isian) => out.item(depth, &isian, &cell),
            }
        }
    }

    /// What the cells of a row say, each with its name; numbers are added up.
    fn taken(&mut self, row: usize) -> Vec<(Ambil, String)> {
        let (cells, filled) = (self.cells, self.cara.isi_gabungan);
        let mut taken = Vec::new();
        for (at, lajur) in self.lajur.iter().enumerate() {
            let Some(column) = lajur.kolom.filter(|_| lajur.bentuk != Bentuk::Nomor) else { continue };
            let value = cells.take((row, column), lajur.bentuk, filled, self.found);
            if lajur.bentuk == Bentuk::Bilangan
                && let Ambil::Isi(isian) = &value
                && let Ok(number) = isian.teks.parse::<Bilangan>()
                && self.numbers.add(at, number).is_none()
            {
                self.numbers.unknown(at);
            }
            taken.push((value, cell_name(row, column)));
        }
        taken
    }

    /// The number of a row where the sheet merges its numbers otherwise than the first column.
    fn number(&self, row: usize, merged: bool) -> Option<(String, String)> {
        let column = self.lajur.iter().find(|lajur| lajur.bentuk == Bentuk::Nomor)?.kolom?;
        let cell = cell_name(row, column);
        match (self.cells.goes_on(row, column), merged) {
            (true, false) => Some(("^".to_owned(), cell)),
            (false, true) => Some(("ya".to_owned(), cell)),
            _ => None,
        }
    }

    /// Whether a row is a heading or holds sums: its kind, its text and the text's column.
    fn title(&mut self, row: usize) -> Option<(&'static str, String, usize)> {
        let lembar = self.cells.lembar;
        let text = |column: usize| lembar.isi(row, column).text().split_whitespace().collect::<Vec<_>>().join(" ");
        let written: Vec<usize> =
            self.lajur.iter().filter(|lajur| lajur.bentuk != Bentuk::Nomor).filter_map(|lajur| lajur.kolom).collect();
        let (least, most) = (written.iter().copied().min()?, written.iter().copied().max()?);
        let first = (0..=most)
            .filter(|column| Some(*column) != self.kinds)
            .find(|at| written.contains(at) && !lembar.isi(row, *at).is_empty());
        if let Some(column) = self.kinds {
            let word = folded(&text(column));
            let kind = ["kelompok", "jumlah", "total"].into_iter().find(|kind| *kind == word)?;
            let first = first.unwrap_or(least);
            return Some((kind, text(first), first));
        }
        if self.cells.jumlah.contains(&row) {
            let first = (0..=most).find(|at| text(*at).contains(char::is_alphabetic)).or(first)?;
            let grouped = self.taken.titles[0] > 0;
            let whole = grouped && self.cells.jumlah.last() == Some(&row) && is_total(&text(first));
            let total = whole || self.equals(row, &self.numbers.all) && !self.equals(row, self.numbers.inner());
            let kind = if total { "total" } else { "jumlah" };
            return Some((kind, text(first), first));
        }
        if self.cells.kelompok.contains(&row) {
            let column = self.group_title(row).or(first)?;
            return Some(("kelompok", text(column), column));
        }
        let merged = self.cells.merged((row, least)).filter(|merged| {
            merged.atas == row && merged.bawah == row && merged.kiri <= least && merged.kanan >= most && least < most
        });
        if let Some(merged) = merged {
            return Some(("kelompok", text(merged.kiri), merged.kiri));
        }
        None
    }

    /// The column with the words of a row that the decree calls a heading; what else it says is told.
    fn group_title(&mut self, row: usize) -> Option<usize> {
        let lembar = self.cells.lembar;
        let text = |column: usize| lembar.isi(row, column).text().split_whitespace().collect::<Vec<_>>().join(" ");
        let said = (0..lembar.lebar()).filter(|at| Some(*at) != self.kinds && !text(*at).is_empty());
        let said: Vec<usize> = said.collect();
        let worded = |at: &&usize| text(**at).contains(char::is_alphabetic);
        // The number of a heading may stand in a cell of its own.
        let titled = said.iter().filter(worded).find(|at| !is_number(&text(**at)));
        let column = titled.or_else(|| said.iter().find(worded)).copied()?;
        if let Some(more) = said.into_iter().find(|at| *at != column && !(*at < column && is_number(&text(*at)))) {
            let message = format!("judul kelompok hanya memuat satu teks; `{}` tidak dicetak", text(more));
            let hint = "gabungkan ke dalam sel judulnya bila harus dicetak";
            self.found.push((row, more), Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
        }
        Some(column)
    }

    /// A heading without its mark, where that is printed anew, and its level. In sheets of this program the mark is no part
    /// of the heading.
    fn heading(&mut self, (row, column): Place, title: String) -> (String, usize) {
        let before = |at: usize| super::heads::plain(self.cells.lembar, row, at);
        let own = (0..column).rev().map(before).find(|text| !text.is_empty()).filter(|text| is_number(text));
        let own = own.map(|text| bare(&text).to_owned()).filter(|_| self.kinds.is_none());
        let within = tingkat::split(&title).filter(|_| own.is_none() && self.kinds.is_none());
        let within = within.filter(|(mark, _)| self.tingkat.expects(mark));
        let (mark, rest) = match (&own, within) {
            (Some(mark), _) => (mark.clone(), title.clone()),
            (None, Some((mark, rest))) => (mark.to_owned(), rest.to_owned()),
            (None, None) => (String::new(), title.clone()),
        };
        let above = self.heading_above.replace(row).is_some_and(|last| last + 1 == row);
        if above && mark.is_empty() && self.kinds.is_none() {
            let message = "dua judul kelompok berurutan tanpa tanda (I, A, 1): keduanya dicetak setingkat";
            let hint = "beri tanda di depan judulnya pada lembar bila yang kedua di dalam yang pertama";
            self.found.push((row, column), Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
        }
        let level = self.tingkat.of(&mark);
        let printed = tanda_kelompok(level, self.numbers.begin(level, true));
        self.counted[0] = 0;
        self.taken.titles[0] += 1;
        if !mark.is_empty() && mark != printed.trim_end_matches(')') && self.remarked.is_none() {
            self.remarked = Some(((row, column), mark, printed));
        }
        (rest, level)
    }

    /// Whether the numbers of a row are these sums.
    fn equals(&self, row: usize, sums: &[Option<Bilangan>]) -> bool {
        self.lajur
            .iter()
            .zip(sums)
            .all(|(lajur, sum)| self.stated(row, *lajur).is_none_or(|stated| sum.is_some_and(|sum| equal(stated, sum))))
    }

    /// The number that a row states in a column of numbers.
    fn stated(&self, row: usize, lajur: Lajur) -> Option<Bilangan> {
        let column = lajur.kolom.filter(|_| lajur.bentuk == Bentuk::Bilangan)?;
        self.cells.lembar.isi(row, column).shown_number().trim().parse().ok()
    }

    /// Tells what a row of sums says beside its title where nothing is added up: it is not printed.
    fn tell_unprinted(&mut self, (row, title): Place) {
        let plain = self.lajur.iter().filter(|lajur| matches!(lajur.bentuk, Bentuk::Teks | Bentuk::Tanggal));
        for column in plain.filter_map(|lajur| lajur.kolom).filter(|column| *column > title) {
            let text = self.cells.lembar.isi(row, column).text();
            if !matches!(text.trim(), "" | "-" | "–") {
                let message =
                    format!("`{}` pada baris jumlah tidak dicetak: kolom ini bukan `isi: bilangan`", text.trim());
                let hint = "beri kolom itu `isi: bilangan` bila dijumlahkan; atau tulis `baris_jumlah: tidak`";
                self.found.push((row, column), Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
            }
        }
    }

    /// Tells where a sum of the sheet is not the sum of its rows, which is what is printed.
    fn check_sums(&mut self, row: usize, all: bool) {
        let sums = if all { self.numbers.all.clone() } else { self.numbers.sums(None).to_vec() };
        for (lajur, sum) in self.lajur.iter().zip(sums).filter(|(lajur, _)| lajur.bentuk == Bentuk::Bilangan) {
            let (Some(column), Some(sum)) = (lajur.kolom, sum) else { continue };
            let (message, hint) = match self.stated(row, *lajur) {
                None if lajur.dijumlah => (
                    format!("sel jumlah ini kosong pada lembar, sedangkan yang dicetak {sum}"),
                    "tulis `dijumlah: tidak` pada kolom itu bila tidak dijumlahkan, misalnya harga satuan",
                ),
                Some(stated) if !lajur.dijumlah => (
                    format!("jumlah {stated} pada lembar tidak dicetak: kolom ini `dijumlah: tidak`"),
                    "hapus `dijumlah: tidak` bila kolom itu dijumlahkan, atau kosongkan selnya",
                ),
                Some(stated) if !equal(stated, sum) => (
                    format!("jumlah pada lembar {stated}, sedangkan jumlah barisnya {sum}"),
                    "yang dicetak ialah jumlah barisnya; periksa rumus dan baris di atasnya",
                ),
                _ => continue,
            };
            self.found.push((row, column), Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
        }
    }
}

/// Whether two numbers are the same, however many zeros stand behind them.
fn equal(a: Bilangan, b: Bilangan) -> bool {
    a.without_zeros() == b.without_zeros()
}

/// Whether the words of a row of sums name the sum of all.
fn is_total(text: &str) -> bool {
    let plain = folded(text);
    plain.contains("seluruh") || ["total", "jumlah total", "grand total"].iter().any(|word| plain == *word)
}

/// A number without the signs around it.
fn bare(text: &str) -> &str {
    text.trim().trim_matches(['.', '(', ')', ' '])
}
