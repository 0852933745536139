//! The cells of a sheet as a decree takes them: what is merged, hidden, failed or not whole is seen to here.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use naskah_core::diag::{Code, Diagnostic};
use naskah_core::language::days::BULAN;

use super::extent::Baris;
use super::{Found, Gabungan, Isi, Isian, Lembar, Place, values};

/// What the cells of a column are to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bentuk {
    /// Texts and lists.
    Teks,
    /// The generated number of the row.
    Nomor,
    /// Numbers.
    Bilangan,
    /// Days.
    Tanggal,
}

/// What is done with hidden rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tersembunyi {
    /// They are rows like others.
    Ikut,
    /// They are left out.
    Abaikan,
}

/// A cell as it is taken.
#[derive(Debug, Clone, PartialEq)]
pub enum Ambil {
    /// Merged with the cell above.
    Atas,
    /// Merged with the cell at the left.
    Kiri,
    /// What it says.
    Isi(Isian),
}

/// The rows that are taken from a sheet.
pub struct Cells<'a> {
    /// The sheet.
    pub lembar: &'a Lembar,
    /// The rows in their order.
    pub rows: Vec<usize>,
    /// Those that hold sums.
    pub jumlah: BTreeSet<usize>,
    /// Those that the decree calls headings.
    pub kelompok: BTreeSet<usize>,
    /// The rows that are left out, and why.
    pub luar: BTreeMap<usize, &'static str>,
    /// The columns that are taken, from left to right.
    columns: Vec<usize>,
    /// The rectangle that each merged cell is part of, and the first row and column of it that are taken.
    merged: HashMap<Place, (Gabungan, Place)>,
}

impl<'a> Cells<'a> {
    /// The rows of a table in the columns that are taken. Hidden ones are asked about.
    pub fn new(
        lembar: &'a Lembar,
        baris: Baris,
        columns: &[usize],
        hidden: Option<Tersembunyi>,
        found: &mut Found,
    ) -> Self {
        let mut columns = columns.to_vec();
        columns.sort_unstable();
        columns.dedup();
        let Baris { mut rows, jumlah, kelompok, mut luar } = baris;
        let unseen: Vec<usize> = rows.iter().copied().filter(|row| lembar.tersembunyi.contains(row)).collect();
        match hidden {
            Some(Tersembunyi::Ikut) => {}
            Some(Tersembunyi::Abaikan) => {
                rows.retain(|row| !lembar.tersembunyi.contains(row));
                luar.extend(unseen.iter().map(|row| (*row, "tersembunyi")));
            }
            None => ask(&unseen, columns.first().copied().unwrap_or(0), found),
        }
        let mut cells = Self { lembar, rows, jumlah, kelompok, luar, columns, merged: HashMap::new() };
        cells.merge();
        cells
    }

    /// Finds what each merged cell shows where some of its rows or columns are not taken.
    fn merge(&mut self) {
        let taken: HashSet<usize> = self.rows.iter().copied().collect();
        for merged in &self.lembar.gabungan {
            let row = (merged.atas..=merged.bawah).find(|row| taken.contains(row));
            let column = self.columns.iter().copied().find(|column| (merged.kiri..=merged.kanan).contains(column));
            let (Some(row), Some(column)) = (row, column) else { continue };
            for inner in (merged.atas..=merged.bawah).filter(|row| taken.contains(row)) {
                for at in self.columns.iter().filter(|column| (merged.kiri..=merged.kanan).contains(column)) {
                    self.merged.insert((inner, *at), (*merged, (row, column)));
                }
            }
        }
    }

    /// The rectangle that a cell is part of.
    pub fn merged(&self, place: Place) -> Option<Gabungan> {
        self.merged.get(&place).map(|(merged, _)| *merged)
    }

    /// Whether a cell goes on from the one above.
    pub fn goes_on(&self, row: usize, column: usize) -> bool {
        let merged = self.lembar.gabungan.iter().find(|merged| merged.contains(row, column));
        merged.is_some_and(|merged| self.rows.iter().any(|other| (merged.atas..row).contains(other)))
    }

    /// What a cell says; `filled` lets every part of a merged cell say what the whole says.
    pub fn take(&self, place: Place, bentuk: Bentuk, filled: bool, found: &mut Found) -> Ambil {
        let Some((merged, first)) = self.merged.get(&place) else {
            return Ambil::Isi(self.isian(place, bentuk, found));
        };
        match (place == *first || filled, place.0 == first.0) {
            (true, _) => Ambil::Isi(self.isian((merged.atas, merged.kiri), bentuk, found)),
            (false, true) => Ambil::Kiri,
            (false, false) => Ambil::Atas,
        }
    }

    fn isian(&self, place: Place, bentuk: Bentuk, found: &mut Found) -> Isian {
        let isi = self.lembar.isi(place.0, place.1);
        let (fault, hint) = match isi {
            Isi::Galat(_) => (isi.fault().unwrap_or_default(), "perbaiki rumusnya di lembar kerja"),
            Isi::TanpaNilai => {
                (isi.fault().unwrap_or_default(), "buka dan simpan ulang buku kerjanya dengan LibreOffice atau Excel")
            }
            Isi::Cacat(_) => (isi.fault().unwrap_or_default(), "perbaiki isi sel itu, atau ubah formatnya"),
            _ if isi.number().is_some_and(|number| number.abs() >= 1e15) => (
                "bilangan lebih dari 15 angka tidak disimpan utuh oleh lembar kerja".to_owned(),
                "ubah selnya menjadi teks, lalu ketik ulang angkanya",
            ),
            Isi::Teks(text) if is_power(text) => (POWERED.to_owned(), "ketik ulang angkanya sebagai teks"),
            Isi::Teks(text) if bentuk == Bentuk::Teks && quoted_digits(text).is_some() => {
                let message = "tanda petik di depan angka tidak diambil";
                let hint = "hapus tanda petik itu dari isi selnya";
                found.push(place, Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
                return Isian::sentence(quoted_digits(text).unwrap_or_default());
            }
            _ => match (bentuk, day(isi)) {
                (Bentuk::Tanggal, None) => (
                    "tanggal ini tidak dikenal pada kolom `isi: tanggal`".to_owned(),
                    "tulis seperti 5 Januari 2025, 5/1/2025 (hari/bulan/tahun), atau 2025-01-05",
                ),
                (Bentuk::Tanggal, Some(day)) => return Isian::sentence(day),
                _ => {
                    let isian = worded(isi, bentuk);
                    tell_joined(place, isi, &isian, found);
                    return isian;
                }
            },
        };
        found.push(place, Diagnostic::galat(Code::SEL, None, fault).hint(hint));
        Isian::default()
    }
}

/// Tells that lines of a cell become one sentence, and letters that another encoding left behind.
fn tell_joined(place: Place, isi: &Isi, isian: &Isian, found: &mut Found) {
    let Isi::Teks(text) = isi else { return };
    if isian.rincian.is_empty() && text.trim().contains('\n') {
        let message = "baris-baris di dalam sel ini disambung menjadi satu";
        let hint =
            "jadikan daftar (bernomor atau berbutir) bila harus terpisah, atau pisahkan menjadi beberapa baris tabel";
        found.push(place, Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
    }
    if is_garbled(text) {
        let message = "huruf dalam sel ini tampaknya rusak karena salah sandi";
        let hint = "ketik ulang hurufnya, atau simpan ulang berkas asalnya sebagai UTF-8";
        found.push(place, Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
    }
}

/// Whether a text holds what the bytes of other letters look like when they are read one by one: `JosÃ©`, `â€™`.
fn is_garbled(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    let behind = |c: char| ('\u{80}'..='\u{bf}').contains(&c);
    text.contains("â€") || letters.windows(2).any(|pair| matches!(pair, ['Ã' | 'Â', c] if behind(*c)))
}

fn worded(isi: &Isi, bentuk: Bentuk) -> Isian {
    match (bentuk, isi) {
        (Bentuk::Bilangan, Isi::Teks(text)) => Isian::sentence(text.trim_matches([' ', '\u{a0}', '\n', '\t'])),
        (Bentuk::Bilangan, _) => Isian::sentence(isi.shown_number()),
        (_, Isi::Bilangan(number)) => Isian::sentence(values::general(*number)),
        _ => Isian::parse_foreign(&isi.text()),
    }
}

/// What a cell of a column of days says; `None` where no day is to be read.
fn day(isi: &Isi) -> Option<String> {
    if let Some(number) = isi.number() {
        return values::serial(number);
    }
    let text = isi.text().split_whitespace().collect::<Vec<_>>().join(" ");
    let named = BULAN.iter().any(|name| text.contains(name)) || !text.contains(|c: char| c.is_ascii_digit());
    values::typed_day(&text).or_else(|| named.then_some(text))
}

/// That a long number was shortened before it came here.
pub const POWERED: &str = "angka ini sudah menjadi teks berpangkat (`E+`), sehingga sebagian angkanya hilang";

/// Whether a text is a number with a power of ten, as sheets leave it of long numbers: `3,32E+15`.
pub fn is_power(text: &str) -> bool {
    let Some((digits, power)) = text.trim().split_once(['E', 'e']) else { return false };
    let number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    number(digits)
        && power.strip_prefix('+').is_some_and(|power| !power.is_empty() && power.bytes().all(|b| b.is_ascii_digit()))
}

/// The digits behind an apostrophe that was typed to keep them a text.
fn quoted_digits(text: &str) -> Option<&str> {
    let digits = text.trim().strip_prefix(['\'', '’', '‘', '`'])?.trim();
    let whole = digits.len() > 3 && digits.chars().all(|c| c.is_ascii_digit() || " .-".contains(c));
    whole.then_some(digits)
}

fn ask(unseen: &[usize], column: usize, found: &mut Found) {
    let Some(first) = unseen.first() else { return };
    let rows: Vec<String> = unseen.iter().take(10).map(|row| (row + 1).to_string()).collect();
    let more = if unseen.len() > 10 { ", …" } else { "" };
    let message = format!("{} baris tersembunyi berisi data (baris {}{more})", unseen.len(), rows.join(", "));
    let hint = "tulis `baris_tersembunyi: ikut` atau `baris_tersembunyi: abaikan`";
    found.push((*first, column), Diagnostic::galat(Code::TERSEMBUNYI, None, message).hint(hint));
}
