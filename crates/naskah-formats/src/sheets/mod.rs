//! Sheets of workbooks: xlsx, ods and CSV read into one grid, written from one model, and tables that a decree takes
//! from them. The only home of the spreadsheet libraries.
//!
//! Files come from offices, so nothing of them is trusted: what they unpack to is measured first, rows and columns are
//! limited, and every oddity is told with its workbook, sheet and cell.

#![deny(clippy::indexing_slicing, clippy::string_slice)]

mod bersyarat;
mod canonical;
mod cell;
mod cells;
mod columns;
mod display;
mod docx;
mod extent;
mod formula;
mod found;
mod heads;
mod kosong;
mod moments;
mod ods;
mod ods_styles;
pub mod outline;
mod package;
mod page;
mod plan;
pub mod records;
mod rows;
mod rupa;
mod semua;
mod separated;
mod shown;
mod source;
mod tingkat;
mod values;
mod workbook;
mod write;
mod write_ods;
mod write_xlsx;
mod xlsx;

pub use canonical::quoted;
pub use cell::Isian;
pub use cells::{POWERED, is_power};
pub use columns::{name_nobody, several_names};
pub use extent::opens_block;
pub use found::{Found, Place};
pub use heads::{LOOKED_AT, folded, paths};
pub use package::{Broken, MAX_BYTES, MAX_UNPACKED};
pub use page::{Page, PageColumn, PageRow, Value};
pub use separated::{Decoded, Reads, decode, protected, write as records};
pub use source::{FOLDER, fill};
pub use workbook::{Format, Workbook};
pub use write::write;

use std::collections::{BTreeMap, BTreeSet};

use naskah_core::diag::{Code, Diagnostic, Span};

use rupa::Rupa;

/// Most rows that are read of a sheet.
pub const MAX_ROWS: usize = 100_000;
/// Most columns that are read of a sheet.
pub const MAX_COLUMNS: usize = 512;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Isi {
    /// Nothing.
    Kosong,
    /// A text; also days and times, in Indonesian writing.
    Teks(String),
    /// A number that is shown by its digits.
    Bilangan(f64),
    /// A number that is shown in a form of its own: `Rp1.500.000`, `007`, `12,5%`.
    Tampil(Tampil),
    /// A number of which no one sees what it is, and why: a day before 1900, a power of ten.
    Cacat(&'static str),
    /// What a formula failed with, such as `#REF!`.
    Galat(String),
    /// A formula whose value the file does not hold.
    TanpaNilai,
}

/// A number and what is shown of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Tampil {
    /// The number.
    pub nilai: f64,
    /// What a person sees.
    pub teks: String,
    /// How many decimal places are shown; `None` where what is shown is not the number itself but a part of it.
    pub desimal: Option<usize>,
}

/// The doubt about a text of which no byte order mark and no valid UTF-8 says how its letters are to be read.
pub fn was_windows(name: &str, span: impl Into<Option<Span>>) -> Diagnostic {
    let message = format!("{name} tidak tersimpan sebagai UTF-8 dan dibaca sebagai Windows-1252");
    Diagnostic::peringatan(Code::SANDI, span, message)
        .hint("periksa huruf beraksen dan tanda petik, atau simpan ulang sebagai CSV UTF-8")
}

impl Isi {
    /// What is wrong with a formula; `None` of everything else.
    pub fn fault(&self) -> Option<String> {
        match self {
            Self::Galat(failure) => Some(format!("`{failure}`: rumus pada sel ini gagal")),
            Self::TanpaNilai => Some("rumus pada sel ini belum mempunyai nilai".to_owned()),
            Self::Cacat(why) => Some((*why).to_owned()),
            _ => None,
        }
    }

    /// Whether there is nothing to be read.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Kosong => true,
            Self::Teks(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The text that a person sees, with a decimal comma.
    pub fn text(&self) -> String {
        match self {
            Self::Kosong | Self::TanpaNilai | Self::Cacat(_) => String::new(),
            Self::Teks(text) | Self::Galat(text) => text.clone(),
            Self::Bilangan(number) => values::number(*number),
            Self::Tampil(shown) => shown.teks.clone(),
        }
    }

    /// The number that a cell holds, however it is shown.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Bilangan(number) => Some(*number),
            Self::Tampil(shown) => Some(shown.nilai),
            _ => None,
        }
    }

    /// The number that a cell holds, as far as it is shown.
    pub fn shown_number(&self) -> String {
        match self {
            Self::Bilangan(number) => values::general(*number),
            Self::Tampil(Tampil { nilai, desimal: Some(places), .. }) => values::fixed(*nilai, *places),
            other => other.text(),
        }
    }

    /// A number in a format; `shift` is the day that counting begins with, after that of Excel.
    fn formatted(value: f64, code: &str, shift: f64) -> Self {
        match display::number(value, code, shift) {
            shown::Shown::Plain => Self::Bilangan(value),
            shown::Shown::Number(teks, desimal) => Self::Tampil(Tampil { nilai: value, teks, desimal }),
            shown::Shown::Moment(teks) => Self::Teks(teks),
            shown::Shown::Nothing => Self::Kosong,
            shown::Shown::Fault(why) => Self::Cacat(why),
        }
    }
}

/// A rectangle of cells that are merged into one; the ends are part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gabungan {
    /// First row, from 0.
    pub atas: usize,
    /// First column, from 0.
    pub kiri: usize,
    /// Last row.
    pub bawah: usize,
    /// Last column.
    pub kanan: usize,
}

impl Gabungan {
    /// What `A1:B2` names.
    pub fn of(text: &str) -> Option<Self> {
        let (first, last) = text.split_once(':')?;
        let ((atas, kiri), (bawah, kanan)) = (place(first)?, place(last)?);
        (atas <= bawah && kiri <= kanan).then_some(Self { atas, kiri, bawah, kanan })
    }

    /// Whether a cell lies in it.
    pub fn contains(&self, row: usize, column: usize) -> bool {
        (self.atas..=self.bawah).contains(&row) && (self.kiri..=self.kanan).contains(&column)
    }

    /// Its cells but the first.
    pub fn inner(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let Self { atas, kiri, bawah, kanan } = *self;
        (atas..=bawah).flat_map(move |row| (kiri..=kanan).map(move |column| (row, column))).skip(1)
    }
}

/// A sheet as a grid; rows may be of different length.
#[derive(Debug, Clone, Default)]
pub struct Lembar {
    /// Its cells, from A1 on.
    pub baris: Vec<Vec<Isi>>,
    /// Its merged cells, in the order of their places.
    pub gabungan: Vec<Gabungan>,
    /// The hidden rows.
    pub tersembunyi: BTreeSet<usize>,
    /// The hidden columns.
    pub kolom_tersembunyi: BTreeSet<usize>,
    /// Cells whose format hides what they hold.
    pub tersamar: BTreeSet<Place>,
    /// Cells whose letters say more than their characters.
    pub rupa: BTreeMap<Place, Rupa>,
    /// Cells whose formula was computed here, since the file does not hold its value.
    pub dihitung: BTreeSet<Place>,
    /// Whether it was a text with separators, whose rows may be of different length.
    pub bersepar: bool,
    /// Cells of such a text that hold line ends and separators: how many cells each of their lines would be.
    pub berlipat: BTreeMap<Place, Vec<usize>>,
}

impl Lembar {
    /// The cell at a place; empty beyond the grid.
    pub fn isi(&self, row: usize, column: usize) -> &Isi {
        const NOTHING: &Isi = &Isi::Kosong;
        self.baris.get(row).and_then(|cells| cells.get(column)).unwrap_or(NOTHING)
    }

    /// Whether a row holds nothing.
    pub fn is_blank(&self, row: usize) -> bool {
        self.baris.get(row).is_none_or(|cells| cells.iter().all(Isi::is_empty))
    }

    /// How many columns the longest row has.
    pub fn lebar(&self) -> usize {
        self.baris.iter().map(Vec::len).max().unwrap_or(0)
    }
}

/// The name of a cell, both places from 0: `F12`.
pub fn cell_name(row: usize, column: usize) -> String {
    format!("{}{}", column_name(column), row + 1)
}

/// The letters of a column, from 0: A … Z, AA ….
pub fn column_name(column: usize) -> String {
    naskah_core::language::numerals::huruf(column + 1).to_uppercase()
}

/// The column of some letters, from 0; `None` where they name none.
pub fn column_of(letters: &str) -> Option<usize> {
    if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    letters.bytes().try_fold(0usize, |sum, b| Some(sum * 26 + usize::from(b - b'A') + 1))?.checked_sub(1)
}

/// The row and column, from 0, of `F12`.
pub fn place(text: &str) -> Option<Place> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at_checked(digits)?;
    Some((row.parse::<usize>().ok()?.checked_sub(1)?, column_of(letters)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_programs_name_them() {
        assert_eq!(cell_name(11, 5), "F12");
        assert_eq!(cell_name(0, 26), "AA1");
        for column in 0..800 {
            assert_eq!(column_of(&column_name(column)), Some(column));
        }
        assert_eq!(column_of("f"), None);
        assert_eq!(column_of(""), None);
    }
}
