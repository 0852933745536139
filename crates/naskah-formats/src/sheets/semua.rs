//! `kolom: semua`: every column of a sheet, with the heads of the sheet.

use naskah_core::diag::{Code, Diagnostic};
use naskah_core::language::{WordList, WordLists};

use super::cells::Bentuk;
use super::heads::{self, Head, LOOKED_AT, folded, shown, used};
use super::rows::Lajur;
use super::{Found, Isi, Lembar, cell_name, column_name, quoted};

/// The columns of a sheet.
pub struct Semua {
    /// Where the head stands.
    pub head: Head,
    /// The columns in their order.
    pub lajur: Vec<Lajur>,
    /// The first row of the head.
    first: usize,
}

impl Semua {
    /// The columns below the head, which is looked for where the decree does not name its last row.
    pub fn find(lembar: &Lembar, told: Option<usize>, found: &mut Found) -> Option<Self> {
        let Some((first, last)) = told.map_or_else(|| located(lembar), |row| Some((heads::top(lembar, row), row)))
        else {
            let message = "kepala kolom tidak ditemukan pada lembar";
            let hint = "sebut baris kepalanya dengan `kepala`";
            found.push((0, 0), Diagnostic::galat(Code::KEPALA, None, message).hint(hint));
            return None;
        };
        let title = |column: usize| folded(&shown(lembar, last, column));
        let ours = (0..lembar.lebar()).any(|column| title(column) == "kunci");
        let own = |column: usize| ours && ["kunci", "baris", "tingkat"].contains(&title(column).as_str());
        let below = |column: usize| (last + 1..lembar.baris.len()).any(|row| !lembar.isi(row, column).is_empty());
        let mut columns = Vec::new();
        for column in (0..lembar.lebar()).filter(|column| !own(*column)) {
            let headed = (first..=last).any(|row| !shown(lembar, row, column).is_empty());
            if lembar.kolom_tersembunyi.contains(&column) {
                if headed {
                    let message = format!("kolom {} tersembunyi dan tidak diambil", column_name(column));
                    let hint = "tampilkan kolom itu di lembar kerja bila dicetak";
                    found.push((last, column), Diagnostic::peringatan(Code::TERSEMBUNYI, None, message).hint(hint));
                }
            } else if headed {
                columns.push(column);
            } else if below(column) && columns.last().is_some_and(|before| before + 1 == column) {
                let message = format!("kolom {} berisi, tetapi tidak berkepala", column_name(column));
                let hint = "beri kepala pada kolom itu, atau sebut kolomnya satu per satu dengan `kolom`";
                found.push((last, column), Diagnostic::galat(Code::KEPALA, None, message).hint(hint));
            }
        }
        let lajur =
            columns.iter().map(|column| Lajur { bentuk: Bentuk::Teks, dijumlah: true, kolom: Some(*column) }).collect();
        let head = Head { row: last, columns: columns.into_iter().map(Some).collect() };
        Some(Self { head, lajur, first })
    }

    /// Says what each column holds, by its head and its cells in the rows that are taken.
    pub fn tell_apart(&mut self, lembar: &Lembar, rows: &[usize], summed: bool, lists: &WordLists) {
        let head = self.head.row;
        for (at, lajur) in self.lajur.iter_mut().enumerate() {
            let Some(column) = lajur.kolom else { continue };
            let title = folded(&shown(lembar, head, column));
            let cells = || rows.iter().map(|row| lembar.isi(*row, column)).filter(|isi| !isi.is_empty());
            let plain = |isi: &Isi| match isi {
                Isi::Bilangan(_) => true,
                Isi::Tampil(shown) => {
                    shown.desimal.is_some()
                        && shown.teks.chars().all(|c| "0123456789.,-".contains(c))
                        && !zeros(&shown.teks)
                }
                _ => false,
            };
            let grouped = || cells().any(|isi| matches!(isi, Isi::Tampil(shown) if shown.teks.contains('.')));
            lajur.bentuk = if at == 0 && lists.entries(WordList::KepalaNomor).contains(&title) {
                Bentuk::Nomor
            } else if cells().next().is_some() && cells().all(plain) && (summed || grouped()) {
                Bentuk::Bilangan
            } else {
                Bentuk::Teks
            };
        }
    }

    /// The columns as the text that stands for them.
    pub fn text(&self, lembar: &Lembar, rows: &[usize]) -> String {
        let columns: Vec<(usize, Bentuk)> =
            self.lajur.iter().filter_map(|lajur| Some((lajur.kolom?, lajur.bentuk))).collect();
        let mut out = String::from("kolom:\n");
        let mut at = 0;
        while let Some((column, _)) = columns.get(at) {
            let group = self.group(lembar, &columns, at, self.first);
            let own = columns.get(at..at + group).unwrap_or_default();
            out.push_str(&format!(
                "- {} # {}\n",
                self.column(lembar, own, self.first, rows),
                cell_name(self.first, *column)
            ));
            at += group;
        }
        out + "baris:\n"
    }

    /// How many columns from `at` on stand below one head in a row of the head.
    fn group(&self, lembar: &Lembar, columns: &[(usize, Bentuk)], at: usize, row: usize) -> usize {
        let Some((column, _)) = columns.get(at) else { return 1 };
        let merged = lembar.gabungan.iter().find(|merged| merged.contains(row, *column));
        let Some(merged) = merged.filter(|merged| merged.bawah < self.head.row && merged.kanan > merged.kiri) else {
            return 1;
        };
        columns.iter().skip(at).take_while(|(column, _)| *column <= merged.kanan).count().max(1)
    }

    /// Columns below one head, from a row of the head on.
    fn column(&self, lembar: &Lembar, columns: &[(usize, Bentuk)], row: usize, rows: &[usize]) -> String {
        let Some((column, bentuk)) = columns.first() else { return String::new() };
        let title = |row: usize| shown(lembar, row, *column).split_whitespace().collect::<Vec<_>>().join(" ");
        if columns.len() == 1 {
            // The innermost head, where an outer one stands over it alone.
            let own = (row..=self.head.row).map(title).filter(|text| !text.is_empty());
            let mut parts: Vec<String> = own.collect();
            parts.dedup();
            let form = match bentuk {
                Bentuk::Nomor => "isi: nomor, lebar: 1 cm".to_owned(),
                Bentuk::Bilangan => format!("isi: bilangan, lebar: {}", weight(lembar, rows, *column)),
                _ => {
                    let right = if numeric(lembar, rows, *column) { ", rata: kanan" } else { "" };
                    format!("lebar: {}{right}", weight(lembar, rows, *column))
                }
            };
            return format!("{{judul: {}, {form}}}", quoted(&parts.join(" ")));
        }
        let merged = lembar.gabungan.iter().find(|merged| merged.contains(row, *column));
        let next = merged.map_or(row, |merged| merged.bawah) + 1;
        let (mut inner, mut at) = (Vec::new(), 0);
        while at < columns.len() {
            let group = self.group(lembar, columns, at, next);
            inner.push(self.column(lembar, columns.get(at..at + group).unwrap_or_default(), next, rows));
            at += group;
        }
        format!("{{judul: {}, kolom: [{}]}}", quoted(&title(row)), inner.join(", "))
    }
}

/// Whether a column holds nothing but numbers, however they are shown.
fn numeric(lembar: &Lembar, rows: &[usize], column: usize) -> bool {
    let mut cells = rows.iter().map(|row| lembar.isi(*row, column)).filter(|isi| !isi.is_empty()).peekable();
    cells.peek().is_some() && cells.all(|isi| isi.number().is_some())
}

/// How wide a column is among the others, by its longest cell.
fn weight(lembar: &Lembar, rows: &[usize], column: usize) -> usize {
    let longest = rows.iter().map(|row| lembar.isi(*row, column).text().chars().count()).max().unwrap_or(0);
    match longest {
        0..=8 => 1,
        9..=18 => 2,
        19..=36 => 3,
        _ => 4,
    }
}

fn zeros(text: &str) -> bool {
    text.starts_with('0') && text.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
}

/// The rows of the head: the first that is as wide as the table, all of texts, and what is merged with it.
fn located(lembar: &Lembar) -> Option<(usize, usize)> {
    let looked = lembar.baris.len().min(LOOKED_AT);
    let widest = (0..looked).map(|row| used(lembar, row)).max()?;
    let is_head = |row: usize| {
        let cells: Vec<&Isi> = lembar.baris.get(row).into_iter().flatten().filter(|isi| !isi.is_empty()).collect();
        let words = cells.iter().all(|isi| matches!(isi, Isi::Teks(text) if text.contains(char::is_alphabetic)));
        let several = cells.len() > 1 || widest == 1;
        words && several && !cells.is_empty() && used(lembar, row) * 5 >= widest * 3
    };
    let first = (0..looked).find(|row| is_head(*row))?;
    let mut last = first;
    for merged in lembar.gabungan.iter().filter(|merged| merged.atas == first) {
        last = last.max(merged.bawah);
        let inner = (merged.kiri..=merged.kanan).all(|column| matches!(lembar.isi(first + 1, column), Isi::Teks(_)));
        if merged.kanan > merged.kiri && merged.bawah == first && inner {
            last = last.max(first + 1);
        }
    }
    Some((first, last.min(first + heads::MOST_ROWS - 1)))
}
