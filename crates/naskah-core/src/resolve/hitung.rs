//! What a table counts and adds up on the way down and across: numbers of rows and groups, sums of groups within groups.

use crate::decree::Bilangan;
use crate::decree::tabel::{IsiKolom, Kolom};
use crate::language::numerals::{huruf, romawi};

/// How deep groups lie within groups.
pub const DALAM: usize = 4;

/// What is counted and added up on the way down.
#[derive(Debug)]
pub struct Numbers {
    /// The number of the last row.
    pub row: usize,
    /// How many headings there are of each level since the last one above it.
    pub group: [usize; DALAM],
    /// How many of these bear a number.
    counted: [usize; DALAM],
    /// Whether the last group of each level is to be summed yet.
    open: [bool; DALAM],
    /// The sums since the last heading of each level, as far as every number of theirs is known.
    since_group: [Vec<Option<Bilangan>>; DALAM],
    /// The sums of all rows.
    pub all: Vec<Option<Bilangan>>,
}

impl Numbers {
    /// Nothing yet, of so many columns.
    pub fn new(columns: usize) -> Self {
        let none = || vec![Some(Bilangan::NOL); columns];
        Self {
            row: 0,
            group: [0; DALAM],
            counted: [0; DALAM],
            open: [false; DALAM],
            since_group: [none(), none(), none(), none()],
            all: none(),
        }
    }

    /// Adds a number to its column's sums; `None` where it grows beyond what can be held.
    pub fn add(&mut self, column: usize, value: Bilangan) -> Option<()> {
        for sums in self.since_group.iter_mut().chain(std::iter::once(&mut self.all)) {
            if let Some(sum) = &mut sums[column] {
                *sum = sum.plus(value)?;
            }
        }
        Some(())
    }

    /// A number that is still to be filled in leaves its column's sums unknown.
    pub fn unknown(&mut self, column: usize) {
        self.since_group.iter_mut().chain(std::iter::once(&mut self.all)).for_each(|sums| sums[column] = None);
    }

    /// Begins a group of a level, which is counted where it has a number; gives the number of the last that has.
    pub fn begin(&mut self, level: usize, counted: bool) -> usize {
        let at = level.clamp(1, DALAM) - 1;
        self.group[at] += 1;
        self.counted[at] += usize::from(counted);
        self.group[at + 1..].fill(0);
        self.counted[at + 1..].fill(0);
        self.open[at] = true;
        self.open[at + 1..].fill(false);
        self.since_group[at..].iter_mut().for_each(|sums| sums.fill(Some(Bilangan::NOL)));
        self.counted[at]
    }

    /// The sums of the innermost group that is open.
    pub fn inner(&self) -> &[Option<Bilangan>] {
        &self.since_group[self.innermost()]
    }

    fn innermost(&self) -> usize {
        (1..DALAM).rev().find(|at| self.open[*at]).unwrap_or(0)
    }

    /// The sums of a group, which is closed by it: that of the level, or the innermost that is open.
    pub fn sums(&mut self, level: Option<usize>) -> &[Option<Bilangan>] {
        let at = level.map_or(self.innermost(), |level| level.clamp(1, DALAM) - 1);
        self.open[at.max(1)..].fill(false);
        &self.since_group[at]
    }
}

/// The mark of a group of a level: I, within it A, then a and a).
pub fn tanda_kelompok(tingkat: usize, urutan: usize) -> String {
    match tingkat {
        1 => romawi(urutan),
        2 => huruf(urutan).to_uppercase(),
        3 => huruf(urutan),
        _ => format!("{})", huruf(urutan)),
    }
}

/// For each column of sums the columns of numbers before it under the same head that are summed at all.
pub fn sources(kolom: &[Kolom]) -> Vec<Vec<usize>> {
    fn place(kolom: &[Kolom], out: &mut Vec<Vec<usize>>) -> Vec<usize> {
        let mut before = Vec::new();
        for column in kolom {
            if !column.anak.is_empty() {
                before.extend(place(&column.anak, out));
                continue;
            }
            if column.isi == IsiKolom::Bilangan && column.dijumlah {
                before.push(out.len());
            }
            out.push(if column.isi == IsiKolom::Jumlah { before.clone() } else { Vec::new() });
        }
        before
    }
    let mut out = Vec::new();
    place(kolom, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use crate::decree::Tabel;
    use crate::diag::{Files, Sink};
    use crate::resolve::tabel::print;
    use crate::yaml;

    /// What the rows of a table are printed with, and what is found.
    fn printed(text: &str) -> (Vec<String>, usize) {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("t.yaml", text.to_owned());
        let tabel = yaml::parse(&files, file, &mut sink).and_then(|node| Tabel::read(&node, &mut sink));
        let print = tabel.and_then(|tabel| print(&tabel, 0, 700.0, true, &mut sink));
        let row = |row: &crate::resolve::BarisCetak| {
            row.cells().iter().map(|cell| cell.isi.teks.as_plain()).collect::<Vec<_>>().join("|")
        };
        (print.iter().flat_map(|table| &table.baris).map(row).collect(), sink.found().len())
    }

    const KOLOM: &str = "kolom: [{judul: No, isi: nomor}, {judul: Desa}, {judul: Pemilih, kolom: [{judul: L, isi: bilangan}, \
                         {judul: P, isi: bilangan}, {judul: L+P, isi: jumlah}]}, {judul: Semua, isi: jumlah}]\n";

    #[test]
    fn groups_within_groups_are_summed_from_within_and_rows_across() {
        let rows = "baris: [{kelompok: Timur}, {kelompok: Hulu, tingkat: 2}, [a, 1, 2], [b, 3, ''], {jumlah: Hulu}, \
                    {kelompok: Hilir, tingkat: 2}, [c, 10, 20], {jumlah: Hilir}, {jumlah: Timur}, \
                    {kelompok: Barat}, [d, 5, 5], {jumlah: Barat}, {total: Total}]\n";
        let (rows, found) = printed(&format!("{KOLOM}{rows}"));
        assert_eq!(found, 0);
        let expected = [
            "I|Timur",
            "A|Hulu",
            "1|a|1|2|3|3",
            "2|b|3||3|3",
            "Hulu|4|2|6|6",
            "B|Hilir",
            "1|c|10|20|30|30",
            "Hilir|10|20|30|30",
            "Timur|14|22|36|36",
            "II|Barat",
            "1|d|5|5|10|10",
            "Barat|5|5|10|10",
            "Total|19|27|46|46",
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn a_sum_names_its_level_and_groups_follow_one_another() {
        let rows = "baris: [{kelompok: Timur}, {kelompok: Hulu, tingkat: 2}, [a, 1, 2], {jumlah: Timur, tingkat: 1}]\n";
        assert_eq!(printed(&format!("{KOLOM}{rows}")).0.last().map(String::as_str), Some("Timur|1|2|3|3"));
        for wrong in ["{kelompok: x, tingkat: 3}", "{jumlah: x, tingkat: 2}"] {
            let rows = format!("{KOLOM}baris: [{{kelompok: Timur}}, [a, 1, 2], {wrong}]\n");
            assert_eq!(printed(&rows).1, 1, "{wrong}");
        }
        let price = "kolom: [{judul: Harga, isi: bilangan, dijumlah: tidak}, {judul: L, isi: bilangan}, \
                     {judul: Semua, isi: jumlah}]\nbaris: [[500, 2]]\n";
        assert_eq!(printed(price), (vec!["500|2|2".to_owned()], 0), "a price is no part of a sum");
        let none = "kolom: [{judul: Desa}, {judul: Semua, isi: jumlah}]\nbaris: [[a]]\n";
        assert_eq!(printed(none).1, 1);
        let merged = format!("{KOLOM}baris: [[a, 1, 2], [b, ^, 3]]\n");
        assert_eq!(printed(&merged).1, 2, "neither of two sums can be had");
    }
}
