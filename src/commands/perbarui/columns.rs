//! What the column of a cell says of its years: those of records, numbers and amounts stay.

use naskah_core::decree::Part;
use naskah_core::language::column_heads::{ColumnRole, role};
use naskah_core::language::words::fold;
use naskah_core::language::{WordList, WordLists};
use naskah_core::reading::{Passage, Reading};

use super::measured::is_result;
use super::places;

/// What is known of the column of a text; nothing where the text is no cell.
#[derive(Debug, Clone, Copy, Default)]
pub struct Column {
    /// Its role.
    pub role: Option<ColumnRole>,
    /// Whether it tells of persons.
    pub personal: bool,
    /// Whether the cell holds a number, an amount or a record.
    pub fixed: bool,
}

impl Column {
    /// The column of a text, which stands in a row with these other cells.
    pub fn of(context: &Reading<'_>, passage: &Passage<'_>, row: &[(String, String)]) -> Self {
        let Part::Sel { tabel, kolom, .. } = passage.part else { return Self::default() };
        let column = context.tables.get(tabel).and_then(|table| table.columns.get(kolom));
        let Some(head) = column.map(|column| fold(&column.judul.as_plain())) else { return Self::default() };
        let lists = context.word_lists();
        let role = role(lists, &head);
        let of = |list: WordList| lists.occurs(list, &head);
        let of_goods = || row.iter().any(|(head, _)| lists.occurs(WordList::KolomBarang, &fold(head)));
        let planned = of(WordList::KataSasaran) || role == ColumnRole::Waktu;
        let fixed = !planned && (of(WordList::KolomTetap) || is_record(lists, &head))
            || role == ColumnRole::Tahun && of_goods()
            || is_number(context, passage, role, &head);
        Self { role: Some(role), personal: role == ColumnRole::Tahun && of(WordList::KolomOrang), fixed }
    }
}

/// Whether a head names the day or the year of something that was recorded: "tgl sk", "tahun masuk".
fn is_record(lists: &WordLists, head: &str) -> bool {
    const TIMES: [&str; 5] = ["tanggal", "tgl", "tahun", "thn", "th"];
    let Some((_, rest)) = head.split_once(' ').filter(|(first, _)| TIMES.contains(first)) else { return false };
    let whole =
        |entry: &String| rest.strip_prefix(entry.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    lists.entries(WordList::KolomCatatan).iter().any(whole)
}

/// Whether a cell that holds nothing but four digits stands in a column of figures.
fn is_number(context: &Reading<'_>, passage: &Passage<'_>, role: ColumnRole, head: &str) -> bool {
    let text = passage.plain.trim();
    if !is_four_digits(text) || matches!(role, ColumnRole::Waktu | ColumnRole::Tahun) {
        return false;
    }
    let lists = context.word_lists();
    let measures = [WordList::KataUkuran, WordList::KataUang].iter().any(|list| lists.occurs(*list, head));
    let planned = lists.occurs(WordList::KataSasaran, head);
    measures && !planned
        || places::column_around(context, passage).any(|cell| is_result(&cell) && !is_four_digits(&cell))
}

/// Whether a cell may be a year.
fn is_four_digits(cell: &str) -> bool {
    let cell = cell.trim();
    cell.len() == 4 && cell.bytes().all(|b| b.is_ascii_digit()) && cell.starts_with(['1', '2'])
}
