//! What the columns of a table are for, told by the words of their heads.

use super::lists::{WordList, WordLists};
use super::words::fold;

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnRole {
    /// When something is to be done.
    Waktu,
    /// What is to be reached, perhaps a time.
    Sasaran,
    /// Who answers for it.
    Pemilik,
    /// What shows that it was done.
    Bukti,
    /// The component that the rows belong to.
    Komponen,
    /// The number of the row.
    Nomor,
    /// A year, a date or a span of time of its own.
    Tahun,
    /// Anything else.
    Lain,
}

/// What the column under a head is for.
pub fn role(lists: &WordLists, head: &str) -> ColumnRole {
    let head = fold(head);
    let has = |list: WordList| lists.occurs(list, &head);
    match head.as_str() {
        "waktu" | "tanggal" | "hari tanggal" => ColumnRole::Waktu,
        _ if has(WordList::KolomWaktu) => ColumnRole::Waktu,
        "target" => ColumnRole::Sasaran,
        _ if has(WordList::KolomPemilik) => ColumnRole::Pemilik,
        _ if has(WordList::KolomBukti) => ColumnRole::Bukti,
        _ if has(WordList::KolomKomponen) => ColumnRole::Komponen,
        "no" | "nomor" | "no urut" => ColumnRole::Nomor,
        _ if has(WordList::KolomTahun) => ColumnRole::Tahun,
        _ => ColumnRole::Lain,
    }
}
