//! What stands above the head: the sheet's own title, and perhaps the heading of the first rows, which is taken or asked
//! about. Rows that the decree names and the sheet does not have are told, too.

use naskah_core::diag::{Code, Diagnostic};
use naskah_core::language::WordList;

use super::super::heads::{self, folded};
use super::super::{Found, cell_name};
use super::tanya::cut;
use super::{Baris, Extent, Lewati, is_number};

impl Extent<'_> {
    /// Takes the headings that stand above the head; a row that may be one is asked about, the others are left out.
    pub(super) fn above(&self, baris: &mut Baris, found: &mut Found) {
        let top = heads::top(self.lembar, self.head);
        let rows: Vec<usize> = (0..top).filter(|row| !self.lembar.is_blank(*row)).collect();
        let nearest = rows.last().copied();
        // A heading right below the head leaves none of the first rows without one.
        let is_heading = |row: &usize| baris.kelompok.contains(row) || self.is_title(*row);
        let bare = baris.rows.first().is_some_and(|first| !is_heading(first));
        let named = |row: usize| {
            self.batas.kelompok.iter().any(|named| match named {
                Lewati::Baris(first, last) => (*first..=*last).contains(&row),
                Lewati::Awal(_) => bare && Some(row) == nearest && self.among(std::slice::from_ref(named), row),
            })
        };
        let mut headings: Vec<usize> = rows.iter().copied().filter(|row| named(*row)).collect();
        let open = |row: &usize| bare && !headings.contains(row) && !self.among(&self.batas.lewati, *row);
        if let Some(row) = nearest.filter(open) {
            match self.heading_above(row, top, baris) {
                Some(true) => headings.push(row),
                Some(false) => self.ask_above(row, found),
                None => {}
            }
        }
        let others = rows.into_iter().filter(|row| !headings.contains(row));
        baris.luar.extend(others.map(|row| (row, DI_ATAS_KEPALA)));
        baris.kelompok.extend(headings.iter().copied());
        baris.rows.splice(0..0, headings);
    }

    /// Whether the row nearest above the head is the heading of the first rows; within, whether that is certain.
    fn heading_above(&self, row: usize, top: usize, baris: &Baris) -> Option<bool> {
        let text = self.only_text(row)?;
        let is_heading = |row: &usize| baris.kelompok.contains(row) || self.is_title(*row);
        let headings: Vec<usize> = baris.rows.iter().copied().filter(is_heading).collect();
        let whole = |row: usize| self.texts(row).map(|(_, text)| text).collect::<Vec<_>>().join(" ");
        let alike = headings.iter().any(|other| alike(&text, &whole(*other)));
        let own = self.opens_title(&text);
        let again = (self.head + 1..self.lembar.baris.len())
            .any(|row| self.is_head(row) && row.checked_sub(1).is_some_and(|above| self.is_title(above)));
        if (again && self.is_title(row) && row + 1 == top && !own) || alike {
            return Some(true);
        }
        (!headings.is_empty() && !own).then_some(false)
    }

    /// The text of a row that has no other.
    fn only_text(&self, row: usize) -> Option<String> {
        let mut texts = self.texts(row).map(|(_, text)| text);
        let first = texts.next()?;
        // The number of a heading may stand in a cell of its own.
        let text = match texts.next() {
            None => first,
            Some(second) if is_number(&first) => format!("{first} {second}"),
            Some(_) => return None,
        };
        (texts.next().is_none() && text.contains(char::is_alphabetic)).then_some(text)
    }

    /// Whether a text begins as the title of a sheet does.
    fn opens_title(&self, text: &str) -> bool {
        let plain = folded(text);
        let words = self.lists.entries(WordList::AwalJudulLembar).iter();
        words.filter_map(|word| plain.strip_prefix(word.as_str())).any(|rest| rest.is_empty() || rest.starts_with(' '))
    }

    fn ask_above(&self, row: usize, found: &mut Found) {
        let Some((column, _)) = self.texts(row).next() else { return };
        let text = self.only_text(row).unwrap_or_default();
        let cell = cell_name(row, column);
        let message = format!(
            "baris {} di atas kepala kolom mungkin judul kelompok baris-baris pertama: {cell} `{}`",
            row + 1,
            cut(&text)
        );
        let hint = format!(
            "tambahkan {0} pada `kelompok` bila judul kelompok, pada `lewati` bila bukan: `kelompok: [{0}]`",
            row + 1
        );
        found.push((row, column), Diagnostic::galat(Code::TATA_BARIS, None, message).hint(hint));
    }

    /// Tells what `kelompok` and `lewati` name and the sheet does not have.
    pub(super) fn tell_unfound(&self, baris: &Baris, found: &mut Found) {
        let among = |named: &Lewati, row: usize| self.among(std::slice::from_ref(named), row);
        for named in &self.batas.kelompok {
            if !baris.kelompok.iter().any(|row| among(named, *row)) {
                let message =
                    format!("`kelompok` menyebut `{}`, yang bukan salah satu baris tabel ini", named.written());
                let hint = "sebut nomor baris judul kelompok seperti tampak di tepi lembar kerja, atau awal teksnya";
                found.push((self.head, 0), Diagnostic::galat(Code::TATA_BARIS, None, message).hint(hint));
            }
        }
        let count = self.lembar.baris.len();
        if let Some(last) = self.batas.sampai.filter(|last| *last >= count) {
            let message = format!("`sampai: {}` melewati baris terakhir lembar, yaitu baris {count}", last + 1);
            let hint = "perbaiki `sampai`, atau hapus bila tabel berakhir bersama lembarnya";
            found.push((self.head, 0), Diagnostic::peringatan(Code::TATA_BARIS, None, message).hint(hint));
        }
        let filled: Vec<usize> = (0..self.lembar.baris.len()).filter(|row| !self.lembar.is_blank(*row)).collect();
        for named in &self.batas.lewati {
            if !filled.iter().any(|row| among(named, *row)) {
                let message = format!("`lewati` menyebut `{}`, yang tidak ada pada lembar", named.written());
                let hint = "hapus dari `lewati`, atau perbaiki nomor barisnya";
                found.push((self.head, 0), Diagnostic::peringatan(Code::TATA_BARIS, None, message).hint(hint));
            }
        }
    }
}

/// Why a row above the head is left out.
pub const DI_ATAS_KEPALA: &str = "di atas kepala";

/// Whether two headings are of one kind: both have numbers, or both begin with the same word.
fn alike(one: &str, other: &str) -> bool {
    let parts = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let numbered = words.len() > 1 && words.first().is_some_and(|word| is_number(word));
        let first = words.get(usize::from(numbered)).map(|word| folded(word)).unwrap_or_default();
        (numbered, first)
    };
    let ((own, first), (there, second)) = (parts(one), parts(other));
    (own && there) || (!first.is_empty() && first == second)
}
