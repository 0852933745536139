//! Where a text stands, told in the decree's own terms: "Diktum KEDUA huruf b", "Lampiran baris 12 kolom Bukti Fisik".

use std::collections::BTreeSet;

use naskah_core::decree::Part;
use naskah_core::decree::butir::{Butir, Penomoran};
use naskah_core::decree::{IsiBaris, Sel, Teks};
use naskah_core::language::WordList;
use naskah_core::language::numerals::{nama_diktum, romawi};
use naskah_core::reading::{Passage, Reading, TableView};

use super::measured::is_result;
use super::units::raw;

/// The place of a text.
pub fn told(context: &Reading<'_>, passage: &Passage<'_>) -> String {
    let decree = context.keputusan;
    let item = |head: String, item: Option<&Butir>, marks: Penomoran| -> String {
        head + &item.and_then(|item| inside(item, passage.teks, marks)).unwrap_or_default()
    };
    let alone = |list: &[Butir], name: &str, mark: String| match list.len() {
        1 => name.to_owned(),
        _ => format!("{name} {mark}"),
    };
    match passage.part {
        Part::Nomor => "Nomor".into(),
        Part::Tentang => "Nama keputusan".into(),
        Part::Kepala => "Kepala keputusan".into(),
        Part::Menimbang(at) => {
            let list = &decree.menimbang.butir;
            let head = alone(list, "Menimbang", Penomoran::HurufTitik.mark(at + 1).trim_end_matches('.').to_owned());
            item(head, list.get(at), Penomoran::AngkaTitik)
        }
        Part::Mengingat(at) => format!("Mengingat {}", at + 1),
        Part::Catatan(at) => format!("Mengingat {} catatan", at + 1),
        Part::Memperhatikan(at) => {
            let list = &decree.memperhatikan;
            item(alone(list, "Memperhatikan", (at + 1).to_string()), list.get(at), Penomoran::HurufTitik)
        }
        Part::Menetapkan => "Menetapkan".into(),
        Part::Diktum(at) => item(format!("Diktum {}", diktum(at)), decree.diktum.get(at), Penomoran::HurufTitik),
        Part::Penutup => "Penutup".into(),
        Part::Salinan => "Pengesahan salinan".into(),
        Part::Disampaikan(at) => format!("Penerima salinan {}", at + 1),
        Part::Tembusan(at) => format!("Tembusan {}", at + 1),
        Part::LampiranTentang(at) => format!("Kepala {}", lampiran(context, at)),
        Part::LampiranJudul(at) => format!("Judul {}", lampiran(context, at)),
        Part::Bab(at) | Part::Naskah(at) => format!("{} naskah", lampiran(context, at)),
        Part::Gambar(at) => format!("{} gambar", lampiran(context, at)),
        Part::Keterangan(table) => format!("{} keterangan", of_table(context, table)),
        Part::Kolom(table) => format!("{} kepala kolom", of_table(context, table)),
        Part::Kelompok(table) => format!("{} judul kelompok", of_table(context, table)),
        Part::NomorBaris { tabel, baris } => format!("{} nomor baris", row(context, tabel, baris)),
        Part::Subjek(at) => format!("Subjek {}", at + 1),
        Part::Abstrak => "Abstrak".into(),
        Part::Sel { tabel, baris, kolom } => cell(context, passage.teks, tabel, baris, kolom),
    }
}

/// The name of a diktum.
pub fn diktum(at: usize) -> String {
    nama_diktum(at + 1).unwrap_or_else(|| (at + 1).to_string())
}

/// A lampiran; numbered where there are several.
pub fn lampiran(context: &Reading<'_>, at: usize) -> String {
    match context.keputusan.lampiran.len() {
        1 => "Lampiran".into(),
        _ => format!("Lampiran {}", romawi(at + 1)),
    }
}

fn of_table(context: &Reading<'_>, table: usize) -> String {
    let own = context.tables.get(table).map_or(0, |table| table.lampiran);
    let beside = context.tables.iter().filter(|table| table.lampiran == own).count();
    let before = context.tables.iter().take(table).filter(|table| table.lampiran == own).count();
    match beside {
        1 => lampiran(context, own),
        _ => format!("{} tabel {}", lampiran(context, own), before + 1),
    }
}

/// A row, by its number among the rows of cells.
fn row(context: &Reading<'_>, table: usize, at: usize) -> String {
    let rows = context.tables.get(table).map_or(&[][..], |view| view.tabel.baris.as_slice());
    let number = rows.iter().take(at + 1).filter(|row| matches!(row.isi, IsiBaris::Sel { .. })).count();
    format!("{} baris {number}", of_table(context, table))
}

/// The other cells of the row that a text stands in, each with the head of its column.
pub fn row_beside(context: &Reading<'_>, passage: &Passage<'_>) -> Vec<(String, String)> {
    let Part::Sel { tabel, baris, kolom } = passage.part else { return Vec::new() };
    let Some(view) = context.tables.get(tabel) else { return Vec::new() };
    let Some(IsiBaris::Sel { sel, .. }) = view.tabel.baris.get(baris).map(|row| &row.isi) else { return Vec::new() };
    let others = sel.iter().zip(&view.columns).enumerate().filter(|(at, _)| *at != kolom);
    others.filter_map(|(_, (cell, column))| Some((column.judul.as_plain(), plain(cell)?))).collect()
}

/// How many rows are looked at to tell what a column holds.
const LOOKED_AT: usize = 200;

/// The other cells of the column that a text stands in, of the first rows.
pub fn column_around<'a>(context: &'a Reading<'_>, passage: &Passage<'_>) -> impl Iterator<Item = String> + 'a {
    let place = match passage.part {
        Part::Sel { tabel, baris, kolom } => context.tables.get(tabel).map(|view| (view, baris, kolom)),
        _ => None,
    };
    place.into_iter().flat_map(|(view, baris, kolom)| {
        let others = view.tabel.baris.iter().take(LOOKED_AT).enumerate().filter(move |(at, _)| *at != baris);
        others.filter_map(move |(_, row)| match &row.isi {
            IsiBaris::Sel { sel, .. } => sel.get(kolom).and_then(plain),
            _ => None,
        })
    })
}

/// The cells of a column, of the first rows.
pub fn cells_of(view: &TableView<'_>, column: usize) -> Vec<String> {
    let cells = view.tabel.baris.iter().take(LOOKED_AT).filter_map(|row| match &row.isi {
        IsiBaris::Sel { sel, .. } => sel.get(column).and_then(plain),
        _ => None,
    });
    cells.collect()
}

/// Whether a text is the head of a column most of whose cells are figures.
pub fn is_over_figures(context: &Reading<'_>, passage: &Passage<'_>) -> bool {
    let Part::Kolom(table) = passage.part else { return false };
    let Some(view) = context.tables.get(table) else { return false };
    let at = view.columns.iter().position(|column| std::ptr::eq(&column.judul, passage.teks));
    at.is_some_and(|at| holds_figures(view, at))
}

/// Whether most cells of a column are figures.
fn holds_figures(view: &TableView<'_>, column: usize) -> bool {
    let cells = view.tabel.baris.iter().filter_map(|row| match &row.isi {
        IsiBaris::Sel { sel, .. } => sel.get(column).and_then(plain),
        _ => None,
    });
    let (figures, others): (Vec<_>, Vec<_>) =
        cells.filter(|text| !text.trim().is_empty()).partition(|text| is_result(text));
    figures.len() > others.len()
}

/// Whether a head of a column of figures is one of a row of years: "2025 | 2026 | Target 2027".
pub fn is_one_of_years(context: &Reading<'_>, passage: &Passage<'_>) -> bool {
    let Part::Kolom(table) = passage.part else { return false };
    let Some(view) = context.tables.get(table) else { return false };
    let lists = context.word_lists();
    let measured = |head: &str| lists.occurs(WordList::KataUkuran, head) || lists.occurs(WordList::KataLaporan, head);
    let years = view.columns.iter().enumerate().filter(|(at, _)| holds_figures(view, *at)).filter_map(|(_, column)| {
        let head = column.judul.as_plain().to_lowercase();
        raw(&head).first().map(|(_, year)| *year).filter(|_| !measured(&head))
    });
    years.collect::<BTreeSet<i32>>().len() > 1
}

/// The text of a cell with its own content.
fn plain(cell: &Sel) -> Option<String> {
    match cell {
        Sel::Isi(item) => Some(item.teks.as_plain()),
        Sel::Bilangan(number, _) => Some(number.to_string()),
        _ => None,
    }
}

fn cell(context: &Reading<'_>, teks: &Teks, table: usize, at: usize, column: usize) -> String {
    let Some(view) = context.tables.get(table) else { return "Lampiran".into() };
    let head = view.columns.get(column).map(|column| column.judul.as_plain()).unwrap_or_default();
    let cells = match view.tabel.baris.get(at).map(|row| &row.isi) {
        Some(IsiBaris::Sel { sel, .. }) => sel.as_slice(),
        _ => &[],
    };
    let inner = match cells.get(column) {
        Some(Sel::Isi(item)) => inside(item, teks, view.tabel.penomoran).unwrap_or_default(),
        _ => String::new(),
    };
    format!("{} kolom {head}{inner}", row(context, table, at))
}

/// Where a text stands in the lists of an item; empty for the item's own sentence.
fn inside(item: &Butir, teks: &Teks, marks: Penomoran) -> Option<String> {
    if std::ptr::eq(&item.teks, teks) {
        return Some(String::new());
    }
    if item.penutup.as_ref().is_some_and(|end| std::ptr::eq(end, teks)) {
        return Some(" penutup".into());
    }
    let list = item.rincian.as_ref()?;
    let marks = list.penomoran.unwrap_or(marks);
    list.butir.iter().enumerate().find_map(|(at, inner)| {
        let rest = inside(inner, teks, marks.deeper())?;
        let mark = marks.mark(at + 1);
        let kind = if mark.starts_with(|c: char| c.is_ascii_digit()) { "angka" } else { "huruf" };
        Some(format!(" {kind} {}{rest}", mark.trim_end_matches(['.', ')'])))
    })
}
