//! The tables of a decree as a sheet shows them: rows with keys, and each cell as a text.

use std::collections::BTreeMap;

use crate::sheets::outline::{self, Bidang};
use crate::sheets::{Gabungan, Isian};
use naskah_core::decree::tabel::{IsiBaris, Kolom, NomorBaris, Tabel};
use naskah_core::decree::{IsiKolom, Susunan};
use naskah_core::diag::{Code, Diagnostic, Sink, Span};
use naskah_core::yaml::{Node, Value};

/// A table or plan of a decree.
pub struct View<'a> {
    /// What begins its keys: `L1`, or `L1.2` for the second table of a lampiran of running text.
    pub tanda: String,
    /// The name of its sheet.
    pub nama: String,
    /// Its columns.
    pub kolom: Vec<Lajur<'a>>,
    /// Its rows from top to bottom; in a plan the entries of all levels.
    pub baris: Vec<Entri<'a>>,
    /// The list that holds the outermost rows.
    pub daftar: &'a Node,
    /// Of a plan the names of the levels; empty for a table.
    pub tingkat: Vec<String>,
    /// Of a plan the field of each level but the innermost that holds the entries below.
    pub anak: Vec<String>,
    /// The heads as they are nested.
    pub kepala: &'a [Kolom],
    /// Merged cells: rows of [`View::baris`], columns of [`View::kolom`].
    pub gabungan: Vec<Gabungan>,
}

/// A column of a view.
pub struct Lajur<'a> {
    /// Its head, outer heads before inner ones.
    pub judul: String,
    /// What its cells hold.
    pub isi: IsiKolom,
    /// The printed column.
    pub kolom: Option<&'a Kolom>,
    /// Of a plan: the field, and its level.
    pub bidang: Option<(String, usize)>,
}

/// A row of a view.
pub struct Entri<'a> {
    /// What the YAML writes.
    pub node: &'a Node,
    /// How deep it lies, from 0.
    pub tingkat: usize,
    /// The row of the level above.
    pub induk: Option<usize>,
    /// What it is: empty for a row of cells, `kelompok`, `jumlah`, `total`, or in a plan the name of its level.
    pub jenis: String,
    /// The value of each column, where the row has one.
    pub sel: Vec<Option<&'a Node>>,
    /// The texts of the cells.
    pub teks: Vec<String>,
    /// Its key.
    pub kunci: String,
}

/// The kinds of rows that are no rows of cells.
pub const JENIS_BARIS: [&str; 3] = ["kelompok", "jumlah", "total"];

/// A table of the tree before it is looked at.
pub struct Found<'a> {
    lampiran: usize,
    tanda: String,
    nama: String,
    node: &'a Node,
    plan: bool,
    /// The table as it is read; `None` for a plan.
    pub tabel: Option<Tabel>,
}

/// Every table and plan of a decree; what they could not be read as is reported.
pub fn find<'a>(tree: &'a Node, susunan: Option<&Susunan>, sink: &mut Sink) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    let lampiran = tree.get("lampiran").map(|node| node.list(sink)).unwrap_or_default();
    for (at, node) in lampiran.iter().enumerate() {
        let (number, name) = (at + 1, format!("Lampiran {}", at + 1));
        let mut take = |node: &'a Node, suffix: String, title: String, plan: bool, sink: &mut Sink| {
            if let Some(source) = node.get("dari") {
                let message = "tabel ini dibaca dari buku kerja lain; sunting buku kerja itu";
                sink.push(Diagnostic::peringatan(Code::TABEL_LUAR, source.span, message));
                return;
            }
            let tabel = if plan { None } else { Tabel::read(node, sink) };
            if plan || tabel.is_some() {
                let tanda = format!("L{number}{suffix}");
                found.push(Found { lampiran: number, tanda, nama: format!("{name}{title}"), node, plan, tabel });
            }
        };
        if let Some(table) = node.get("tabel") {
            take(table, String::new(), String::new(), false, sink);
        }
        if let Some((form, plan)) = susunan.and_then(|form| Some((form, node.get(&form.kunci)?))) {
            if plan.get("dari").is_none() {
                form.unfold(plan, sink);
            }
            take(plan, String::new(), String::new(), true, sink);
        }
        for (at, table) in in_blocks(node.get("teks")).into_iter().enumerate() {
            take(table, format!(".{}", at + 1), format!(" tabel {}", at + 1), false, sink);
        }
    }
    found
}

/// The tables within running text, in reading order.
fn in_blocks(node: Option<&Node>) -> Vec<&Node> {
    match node.map(|node| &node.value) {
        Some(Value::Seq(items)) => items.iter().flat_map(|item| in_blocks(Some(item))).collect(),
        Some(Value::Map(_)) => {
            let node = node.into_iter();
            node.flat_map(|node| node.get("tabel").into_iter().chain(in_blocks(node.get("isi")))).collect()
        }
        _ => Vec::new(),
    }
}

impl Found<'_> {
    /// Where it is written.
    pub fn span(&self) -> Span {
        self.node.span
    }

    /// Which lampiran it belongs to, from 1.
    pub fn lampiran(&self) -> usize {
        self.lampiran
    }
}

impl<'a> View<'a> {
    /// The view of what was found.
    pub fn of(found: &'a Found<'a>, susunan: Option<&'a Susunan>) -> Option<Self> {
        match (&found.tabel, susunan) {
            (Some(tabel), _) => Self::table(found, tabel),
            (None, Some(form)) if found.plan => Some(Self::plan(found, form)),
            _ => None,
        }
    }

    fn table(found: &'a Found<'a>, tabel: &'a Tabel) -> Option<Self> {
        let daftar = found.node.get("baris")?;
        let Value::Seq(items) = &daftar.value else { return None };
        let mut kolom = Vec::new();
        heads(&tabel.kolom, "", &mut kolom);
        let mut view = Self {
            tanda: found.tanda.clone(),
            nama: found.nama.clone(),
            baris: Vec::new(),
            daftar,
            tingkat: Vec::new(),
            anak: Vec::new(),
            kepala: &tabel.kolom,
            gabungan: Vec::new(),
            kolom,
        };
        let mut number = 0;
        for (node, baris) in items.iter().zip(&tabel.baris) {
            let (jenis, cells) = cells_of(node, &baris.isi)?;
            let shown = shown_number(&baris.isi, tabel.nomor_lanjut, &mut number);
            let mut rest = cells.into_iter();
            let mut entri = Entri::new(node, 0, None, jenis);
            for lajur in &view.kolom {
                let cell = if lajur.isi.is_written() { rest.next() } else { None };
                entri.teks.push(match lajur.isi {
                    IsiKolom::Nomor => shown.clone(),
                    _ => cell.map(text_of).unwrap_or_default(),
                });
                entri.sel.push(cell);
            }
            view.baris.push(entri);
        }
        view.merge();
        view.name_rows();
        Some(view)
    }

    fn plan(found: &'a Found<'a>, form: &'a Susunan) -> Self {
        let fields = outline::fields(form);
        let lajur = |field: &Bidang<'a>| Lajur {
            judul: field.judul.clone(),
            isi: field.kolom.map_or(IsiKolom::Teks, |column| column.isi),
            kolom: field.kolom,
            bidang: Some((field.kunci.clone(), field.tingkat)),
        };
        let mut view = Self {
            tanda: found.tanda.clone(),
            nama: found.nama.clone(),
            kolom: fields.iter().map(lajur).collect(),
            baris: Vec::new(),
            daftar: found.node,
            tingkat: form.tingkat.iter().map(|level| level.nama.clone()).collect(),
            anak: form.tingkat.iter().filter_map(|level| level.anak.clone()).collect(),
            kepala: &[],
            gabungan: Vec::new(),
        };
        view.entries(found.node, 0, None);
        view.name_rows();
        view
    }

    /// Adds the entries of a list and what lies below them.
    fn entries(&mut self, list: &'a Node, level: usize, induk: Option<usize>) {
        let Value::Seq(items) = &list.value else { return };
        for node in items {
            let name = self.tingkat.get(level).cloned().unwrap_or_default();
            let mut entri = Entri::new(node, level, induk, &name);
            for lajur in &self.kolom {
                let own = lajur.bidang.as_ref().filter(|(_, at)| *at == level);
                let cell = own.and_then(|(key, _)| node.get(key));
                entri.teks.push(cell.map(text_of).unwrap_or_default());
                entri.sel.push(cell);
            }
            self.baris.push(entri);
            let below = self.anak.get(level).and_then(|key| node.get(key));
            let own = self.baris.len() - 1;
            below.into_iter().for_each(|list| self.entries(list, level + 1, Some(own)));
        }
    }

    /// Finds the rectangles of merged cells; what is none keeps its signs as texts.
    fn merge(&mut self) {
        let mut owners: BTreeMap<(usize, usize), (usize, usize)> = BTreeMap::new();
        let mut areas: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
        for row in 0..self.baris.len() {
            for column in 0..self.kolom.len() {
                let sign = self.baris[row].sel[column].and_then(merge_sign);
                let neighbour = match sign {
                    Some('^') => row.checked_sub(1).map(|above| (above, column)),
                    Some(_) => column.checked_sub(1).map(|left| (row, left)),
                    None => None,
                };
                let Some(neighbour) = neighbour.filter(|(row, _)| self.baris[*row].jenis.is_empty()) else { continue };
                let owner = owners.get(&neighbour).copied().unwrap_or(neighbour);
                owners.insert((row, column), owner);
                areas.entry(owner).or_default().push((row, column));
            }
        }
        for ((atas, kiri), cells) in areas {
            let bawah = cells.iter().map(|cell| cell.0).max().unwrap_or(atas);
            let kanan = cells.iter().map(|cell| cell.1).max().unwrap_or(kiri);
            if cells.len() + 1 == (bawah - atas + 1) * (kanan - kiri + 1) {
                self.gabungan.push(Gabungan { atas, kiri, bawah, kanan });
                for (row, column) in cells {
                    self.baris[row].teks[column] = covered(row == atas).to_owned();
                }
            }
        }
    }

    /// Gives every row its key: its place, and a sum of what it holds and of how many rows there are, so that rows
    /// that changed, came or went since are noticed.
    fn name_rows(&mut self) {
        let count = self.baris.len() as u32;
        for (at, entri) in self.baris.iter_mut().enumerate() {
            let mut sum: u32 = 0x811c_9dc5 ^ count;
            let written = entri.sel.iter().zip(&entri.teks).filter(|(cell, _)| cell.is_some());
            for byte in entri.jenis.bytes().chain(written.flat_map(|(_, text)| text.bytes().chain([0]))) {
                sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
            }
            entri.kunci = format!("{}-{}-{:06x}", self.tanda, at + 1, sum & 0x00ff_ffff);
        }
    }

    /// How many rows the head has.
    pub fn depth(&self) -> usize {
        fn depth(kolom: &[Kolom]) -> usize {
            kolom.iter().map(|k| 1 + depth(&k.anak)).max().unwrap_or(0)
        }
        depth(self.kepala).max(1)
    }

    /// The rows right below each row, those of the outermost list last.
    pub fn below(&self) -> Vec<Vec<usize>> {
        let mut below = vec![Vec::new(); self.baris.len() + 1];
        let last = self.baris.len();
        self.baris.iter().enumerate().for_each(|(row, entri)| below[entri.induk.unwrap_or(last)].push(row));
        below
    }
}

impl<'a> Entri<'a> {
    fn new(node: &'a Node, tingkat: usize, induk: Option<usize>, jenis: &str) -> Self {
        let (sel, teks) = (Vec::new(), Vec::new());
        Self { node, tingkat, induk, jenis: jenis.to_owned(), sel, teks, kunci: String::new() }
    }
}

/// What kind of row a node is, and its cells; of a heading or sum its text.
fn cells_of<'a>(node: &'a Node, isi: &IsiBaris) -> Option<(&'static str, Vec<&'a Node>)> {
    match (isi, &node.value) {
        (IsiBaris::Sel { .. }, Value::Seq(cells)) => Some(("", cells.iter().collect())),
        (IsiBaris::Sel { .. }, _) => match &node.get("sel")?.value {
            Value::Seq(cells) => Some(("", cells.iter().collect())),
            _ => None,
        },
        _ => JENIS_BARIS.iter().find_map(|key| Some((*key, vec![node.get(key)?]))),
    }
}

/// The number that a row is printed with; `count` is the last one that was given.
fn shown_number(isi: &IsiBaris, lanjut: bool, count: &mut usize) -> String {
    match isi {
        IsiBaris::Sel { nomor: NomorBaris::Berikut, .. } => {
            *count += 1;
            count.to_string()
        }
        IsiBaris::Sel { nomor: NomorBaris::Tulis(text), .. } => text.as_plain(),
        IsiBaris::Sel { nomor: NomorBaris::Entri(number, _), .. } => number.to_string(),
        IsiBaris::Kelompok { .. } if !lanjut => {
            *count = 0;
            String::new()
        }
        _ => String::new(),
    }
}

/// The sign of a cell that is part of a merged one; those of the first row are merged to the left.
pub fn covered(first_row: bool) -> &'static str {
    if first_row { "<" } else { "^" }
}

fn merge_sign(node: &Node) -> Option<char> {
    match &node.value {
        Value::Scalar { text, plain: true } if text == "^" || text == "<" => text.chars().next(),
        _ => None,
    }
}

/// The columns proper with their heads' paths.
fn heads<'a>(kolom: &'a [Kolom], outer: &str, out: &mut Vec<Lajur<'a>>) {
    for column in kolom {
        let own = column.judul.as_plain().to_uppercase();
        let judul = if outer.is_empty() { own } else { format!("{outer} / {own}") };
        match column.anak.is_empty() {
            true => out.push(Lajur { judul, isi: column.isi, kolom: Some(column), bidang: None }),
            false => heads(&column.anak, &judul, out),
        }
    }
}

/// The text of a cell.
pub fn text_of(node: &Node) -> String {
    match &node.value {
        Value::Scalar { text, .. } => text.trim().to_owned(),
        _ => isian(node).text(),
    }
}

/// What a cell's node means.
pub fn isian(node: &Node) -> Isian {
    match &node.value {
        Value::Null => Isian::default(),
        Value::Scalar { text, .. } => Isian::sentence(text.trim()),
        Value::Seq(items) => Isian { rincian: items.iter().map(isian).collect(), ..Isian::default() },
        Value::Map(_) => {
            let part = |key: &str| node.get(key).map(isian).unwrap_or_default();
            Isian { teks: part("teks").teks, rincian: part("rincian").rincian, penutup: part("penutup").teks }
        }
    }
}
