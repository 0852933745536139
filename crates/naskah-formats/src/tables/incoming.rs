//! An edited sheet as rows for a view: which row of the YAML each one was, and what its cells say now.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::sheets::{
    Found, Gabungan, Isi, Isian, LOOKED_AT, Lembar, POWERED, Place, folded, is_power, name_nobody, opens_block, paths,
    several_names,
};
use naskah_core::decree::{Bilangan, IsiKolom};
use naskah_core::diag::{Code, Diagnostic, did_you_mean};
use naskah_core::language::{WordLists, kosong};
use naskah_core::yaml;

use super::page::{JENIS, KUNCI};
use super::view::{JENIS_BARIS, Lajur, View, covered};

/// That a sheet belongs to none of the tables.
pub const NO_TABLE: &str = "tabel dalam YAML yang sesuai dengan lembar ini tidak ditemukan";

/// What a person does about a formula without a value.
pub const NO_FORMULA: &str = "ganti rumusnya dengan isi";

/// A row of the sheet.
#[derive(Debug)]
pub struct Masuk {
    /// The row of the view that it was.
    pub lama: Option<usize>,
    /// How deep it lies.
    pub tingkat: usize,
    /// What it is, in the words of [`super::view::Entri::jenis`].
    pub jenis: String,
    /// Its cells, one for each column of the view.
    pub teks: Vec<String>,
}

/// The row of the sheet's head, and the column with the keys.
pub fn head(lembar: &Lembar) -> Option<Place> {
    let rows = lembar.baris.iter().take(LOOKED_AT).enumerate();
    let cells = rows.flat_map(|(row, cells)| cells.iter().enumerate().map(move |(column, isi)| (row, column, isi)));
    let mut keys = cells.filter(|(_, _, isi)| isi.text().trim() == KUNCI);
    keys.next().map(|(row, column, _)| (row, column))
}

/// What begins the keys of a sheet, by its first one: `L1` of `L1-7-0a1b2c`.
pub fn mark(lembar: &Lembar, (row, column): Place) -> Option<String> {
    let mut keys = (row + 1..lembar.baris.len()).map(|row| lembar.isi(row, column).text());
    keys.find_map(|key| Some(key.trim().split_once('-')?.0.to_owned()))
}

/// Reads the rows of a sheet that belong to a view.
pub fn read(lembar: &Lembar, (top, keys): Place, view: &View<'_>, lists: &WordLists, found: &mut Found) -> Vec<Masuk> {
    let mut reader = Reader { lembar, view, keys, kinds: None, columns: Vec::new(), inner: HashSet::new(), found };
    let Some(last) = reader.find_columns(top) else { return Vec::new() };
    let end = reader.tell_block(last, lists);
    reader.inner = lembar.gabungan.iter().flat_map(Gabungan::inner).collect();
    let known: HashMap<&str, usize> =
        view.baris.iter().enumerate().map(|(at, entri)| (entri.kunci.as_str(), at)).collect();
    let mut used = HashSet::new();
    let mut rows = Vec::new();
    for row in last + 1..end {
        rows.extend(reader.row(row, &known, &mut used));
    }
    rows
}

struct Reader<'a, 'v> {
    lembar: &'a Lembar,
    view: &'a View<'v>,
    keys: usize,
    /// The column with the kinds of rows.
    kinds: Option<usize>,
    /// The sheet's column of each column of the view.
    columns: Vec<usize>,
    /// Cells that are part of a merged one and not its first.
    inner: HashSet<Place>,
    found: &'a mut Found,
}

impl Reader<'_, '_> {
    /// Finds the columns by their heads; the last row of the head.
    fn find_columns(&mut self, top: usize) -> Option<usize> {
        let merged = self.lembar.gabungan.iter().find(|merged| merged.contains(top, self.keys));
        let wanted: Vec<String> = self.view.kolom.iter().map(|lajur| folded(&lajur.judul)).collect();
        let mut ends = vec![merged.map_or(top, |merged| merged.bawah), top + self.view.depth() - 1];
        ends.dedup();
        let mut heads = Vec::new();
        let mut end = top;
        for last in ends {
            let there: Vec<String> = paths(self.lembar, top, last).iter().map(|path| folded(path)).collect();
            let all = wanted.iter().all(|head| there.contains(head));
            if all || heads.is_empty() {
                (heads, end) = (there, last);
            }
            if all {
                break;
            }
        }
        let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
        for (lajur, head) in self.view.kolom.iter().zip(&wanted) {
            let nth = taken.entry(head).or_default();
            let place = heads.iter().enumerate().filter(|(_, there)| *there == head).nth(*nth).map(|(at, _)| at);
            *nth += 1;
            match place {
                Some(column) => self.columns.push(column),
                None => {
                    let message = format!("kolom `{}` tidak ada pada lembar ini", lajur.judul);
                    let hint = "kepala kolom jangan diubah atau dihapus; kolom boleh dipindah";
                    self.found.push((top, self.keys), Diagnostic::galat(Code::KEPALA, None, message).hint(hint));
                }
            }
        }
        let kind = JENIS.map(folded);
        self.kinds = heads.iter().position(|head| kind.contains(head));
        for (column, head) in heads.iter().enumerate().filter(|(_, head)| !head.is_empty()) {
            let ours = self.columns.contains(&column) || Some(column) == self.kinds || column == self.keys;
            if !ours && self.columns.len() == self.view.kolom.len() {
                let message = format!("kolom `{head}` bukan kolom tabel dan tidak dimasukkan");
                self.found.push((top, column), Diagnostic::peringatan(Code::KEPALA, None, message));
            }
        }
        (self.columns.len() == self.view.kolom.len()).then_some(end)
    }

    /// Refuses a signature block or notes below the rows with keys; the row where the table ends.
    fn tell_block(&mut self, head: usize, lists: &WordLists) -> usize {
        let end = self.lembar.baris.len();
        let keyed = |row: &usize| !self.lembar.isi(*row, self.keys).is_empty();
        let last = (head + 1..end).rev().find(keyed).unwrap_or(head);
        let Some(row) = (last + 1..end).find(|row| opens_block(self.lembar, *row, lists)) else { return end };
        let message = format!("baris {} tampaknya blok tanda tangan atau jumlah, bukan baris tabel", row + 1);
        let hint = "hapus baris itu dan yang di bawahnya dari lembar; tanda tangan dan jumlah dicetak program";
        self.found.push((row, self.keys), Diagnostic::galat(Code::TATA_BARIS, None, message).hint(hint));
        row
    }

    fn row(&mut self, row: usize, known: &HashMap<&str, usize>, used: &mut HashSet<usize>) -> Option<Masuk> {
        let key = self.lembar.isi(row, self.keys).text().trim().to_owned();
        let before = self.found.count();
        let teks: Vec<String> = (0..self.columns.len()).map(|at| self.cell(row, at)).collect();
        // A cell that cannot be read leaves the row no emptier.
        let unread = self.found.count() > before;
        let written = |at: usize| self.view.kolom[at].isi.is_written();
        let blank = teks.iter().enumerate().all(|(at, text)| text.is_empty() || !written(at));
        let lama = match key.as_str() {
            "" => None,
            key => match known.get(key) {
                Some(at) => Some(*at),
                None => {
                    let hint = "kosongkan kuncinya bila ini baris baru";
                    self.found.push((row, self.keys), strange(self.view, key, hint));
                    return None;
                }
            },
        };
        // A copied row carries the key of its pattern; it is a new one.
        let lama = lama.filter(|at| used.insert(*at));
        if blank && lama.is_none_or(|at| self.view.baris[at].teks.iter().any(|text| !text.is_empty())) {
            if lama.is_some() && !unread {
                let message = "baris ini kosong, tetapi kuncinya masih ada";
                let hint = "hapus seluruh baris bila memang tidak dipakai lagi";
                self.found.push((row, self.keys), Diagnostic::galat(Code::TATA_BARIS, None, message).hint(hint));
            }
            return None;
        }
        let (jenis, tingkat) = self.kind(row, &teks)?;
        let lama = lama.filter(|at| self.view.baris[*at].jenis == jenis);
        self.check_places(row, &teks, &jenis, tingkat);
        self.tell_computed(row, &teks, lama);
        self.tell_damaged(row, &teks, lama);
        Some(Masuk { lama, tingkat, jenis, teks })
    }

    /// The text of a cell; of one that is part of a merged cell the sign of that.
    fn cell(&mut self, row: usize, at: usize) -> String {
        let place = (row, self.columns[at]);
        if self.inner.contains(&place) {
            let merged = self.lembar.gabungan.iter().find(|merged| merged.contains(place.0, place.1));
            return covered(merged.is_some_and(|merged| merged.atas == row)).to_owned();
        }
        if let Some(rupa) = self.lembar.rupa.get(&place) {
            self.found.push(place, rupa.finding());
        }
        if self.lembar.tersamar.contains(&place) {
            let message = "isi sel ini disembunyikan oleh formatnya";
            let hint = "ubah format selnya bila isinya dicetak, atau kosongkan selnya";
            self.found.push(place, Diagnostic::galat(Code::SEL, None, message).hint(hint));
        }
        let isi = self.lembar.isi(row, place.1);
        let named = folded(&self.view.kolom[at].judul).starts_with("nama");
        if named && matches!(isi, Isi::Teks(text) if several_names(text)) {
            self.found.push(place, name_nobody());
        }
        let large = isi.number().is_some_and(|number| number.abs() >= 1e15);
        let text = isi.text();
        if let Some(c) = text.chars().find(|c| yaml::forbidden(*c)) {
            self.found.push(place, yaml::forbidden_character(c, None));
            return String::new();
        }
        let fault = match isi {
            Isi::Galat(_) | Isi::TanpaNilai | Isi::Cacat(_) => isi.fault().unwrap_or_default(),
            Isi::Teks(text) if is_power(text) => POWERED.to_owned(),
            _ if large => "bilangan lebih dari 15 angka tidak disimpan utuh oleh lembar kerja".to_owned(),
            Isi::Teks(text) if !text.contains('\n') => return yaml::tabless(text.trim()).into_owned(),
            // A column of numbers keeps the whole number, whatever its format shows.
            Isi::Tampil(shown) if self.view.kolom[at].isi == IsiKolom::Bilangan && shown.desimal.is_some() => {
                return Isi::Bilangan(shown.nilai).text();
            }
            // Written as this program writes it, so that what no one sees is no edit.
            _ => return Isian::parse(&tidy(&text)).text(),
        };
        let typed = large || matches!(isi, Isi::Teks(_));
        let hint = if typed { "ubah selnya menjadi teks, lalu ketik ulang" } else { NO_FORMULA };
        self.found.push(place, Diagnostic::galat(Code::SEL, None, fault).hint(hint));
        String::new()
    }

    /// Tells what this program computed of formulas whose value the file does not hold, where that changes the decree.
    fn tell_computed(&mut self, row: usize, teks: &[String], lama: Option<usize>) {
        for (at, (lajur, new)) in self.view.kolom.iter().zip(teks).enumerate() {
            let place = (row, self.columns[at]);
            let old = lama.and_then(|lama| self.view.baris[lama].teks.get(at));
            if !self.lembar.dihitung.contains(&place) || old.is_some_and(|old| same(lajur, old, new)) {
                continue;
            }
            let was = old.filter(|old| !old.is_empty()).map_or(String::new(), |old| format!(", semula `{old}`"));
            let message = format!("rumus pada sel ini belum bernilai dan dihitung di sini: `{new}`{was}");
            let hint = "periksa hasilnya; nilai dari Excel atau LibreOffice ada sesudah buku kerjanya disimpan ulang";
            self.found.push(place, Diagnostic::peringatan(Code::SEL, None, message).hint(hint));
        }
    }

    /// Refuses figures that a spreadsheet shortened on their way: zeros in front, and what lies beyond 15 figures. What was
    /// typed over a computed cell is told.
    fn tell_damaged(&mut self, row: usize, teks: &[String], lama: Option<usize>) {
        let Some(old) = lama.and_then(|lama| self.view.baris.get(lama)) else { return };
        for (at, (old, new)) in old.teks.iter().zip(teks).enumerate() {
            let (Some(lajur), Some(column)) = (self.view.kolom.get(at), self.columns.get(at)) else { continue };
            let place = (row, *column);
            let finding = if lajur.isi == IsiKolom::Teks && is_shortened(old, new) {
                let message = format!("`{old}` menjadi `{new}`: lembar kerja membuang sebagian angkanya");
                Diagnostic::galat(Code::SEL, None, message).hint("ubah selnya menjadi teks, lalu ketik ulang angkanya")
            } else if lajur.isi == IsiKolom::Jumlah && !new.is_empty() && !same_number(old, new) {
                let message = format!("`{new}` pada kolom ini tidak diambil: jumlahnya dihitung program");
                Diagnostic::peringatan(Code::SEL, None, message).hint("ubah bilangan yang dijumlahkan")
            } else {
                continue;
            };
            self.found.push(place, finding);
        }
    }

    /// What a row is, and how deep it lies.
    fn kind(&mut self, row: usize, teks: &[String]) -> Option<(String, usize)> {
        let word = self.kinds.map_or(String::new(), |column| self.lembar.isi(row, column).text());
        let levels = &self.view.tingkat;
        if word.trim().is_empty() && levels.is_empty() {
            return Some((String::new(), 0));
        }
        let word = folded(&word);
        let known: Vec<&str> = match levels.is_empty() {
            true => JENIS_BARIS.to_vec(),
            false => levels.iter().map(String::as_str).collect(),
        };
        if let Some(at) = known.iter().position(|known| folded(known) == word) {
            return Some((known[at].to_owned(), if levels.is_empty() { 0 } else { at }));
        }
        if word.is_empty() {
            // The filled columns tell the level, where they all belong to one.
            let filled = self.view.kolom.iter().zip(teks).filter(|(_, text)| !text.is_empty());
            let mut found: Vec<usize> = filled.filter_map(|(lajur, _)| Some(lajur.bidang.as_ref()?.1)).collect();
            found.dedup();
            if let [level] = found[..] {
                return Some((levels[level].clone(), level));
            }
        }
        let column = self.kinds.unwrap_or(self.keys);
        let message = match word.as_str() {
            "" => format!("tingkat baris ini belum disebut; pilihannya: {}", known.join(", ")),
            word => format!("`{word}` bukan jenis baris; pilihannya: {}", known.join(", ")),
        };
        let finding = Diagnostic::galat(Code::TATA_BARIS, None, message);
        self.found.push((row, column), finding.hint_opt(did_you_mean(&word, known)));
        None
    }

    /// Refuses what stands in cells that a row of its kind does not have, and what a column cannot hold.
    fn check_places(&mut self, row: usize, teks: &[String], jenis: &str, tingkat: usize) {
        let title = JENIS_BARIS.contains(&jenis);
        let first = self.view.kolom.iter().position(|lajur| lajur.isi.is_written()).unwrap_or(0);
        for (at, (lajur, text)) in self.view.kolom.iter().zip(teks).enumerate() {
            if text.is_empty() || !lajur.isi.is_written() || (title && matches!(text.as_str(), "^" | "<")) {
                continue;
            }
            let own = lajur.bidang.as_ref().is_none_or(|(_, level)| *level == tingkat) && (!title || at == first);
            let place = (row, self.columns[at]);
            if !own {
                let message = format!("sel ini tidak dipakai pada baris {jenis}");
                let hint = "pindahkan isinya ke kolom atau baris yang sesuai";
                self.found.push(place, Diagnostic::galat(Code::TATA_BARIS, None, message).hint(hint));
            } else if lajur.isi == IsiKolom::Bilangan
                && !title
                && !matches!(text.as_str(), "^" | "<")
                && !kosong::seluruhnya(text)
                && let Err(message) = text.parse::<Bilangan>()
            {
                self.found.push(place, Diagnostic::galat(Code::BILANGAN, None, message));
            }
        }
    }
}

/// The finding about a key that a view does not have; `hint` is the way out where no row stands at its place.
pub fn strange(view: &View<'_>, key: &str, hint: &str) -> Diagnostic {
    let stem = |key: &str| key.rsplit_once('-').map_or("", |(stem, _)| stem).to_owned();
    let entri = view.baris.iter().find(|entri| stem(&entri.kunci) == stem(key));
    let (message, hint) = match entri {
        Some(_) => (
            "baris ini, atau banyaknya baris, sudah berubah dalam YAML sejak diekspor",
            "ekspor ulang, lalu ulangi suntingan pada lembar yang baru",
        ),
        None => ("kunci ini tidak ada dalam YAML", hint),
    };
    let finding = Diagnostic::galat(Code::KUNCI_BARIS, None, format!("`{key}`: {message}")).hint(hint);
    match entri {
        Some(entri) => finding.label(entri.node.head(), "baris dalam YAML"),
        None => finding,
    }
}

/// Whether figures lost their zeros in front or what lies beyond the fifteenth.
fn is_shortened(old: &str, new: &str) -> bool {
    let figures = |text: &str| text.len() > 1 && text.bytes().all(|b| b.is_ascii_digit());
    if old == new || !figures(old) || new.is_empty() || !new.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let (kept, lost) = (new.get(..15).unwrap_or(new), new.get(15..).unwrap_or_default());
    let rounded = new.len() == old.len() && !lost.is_empty() && lost.bytes().all(|b| b == b'0');
    old.trim_start_matches('0') == new || (rounded && old.starts_with(kept.get(..14).unwrap_or(kept)))
}

/// Whether two texts are one number.
fn same_number(old: &str, new: &str) -> bool {
    let exact = |text: &str| text.parse::<Bilangan>().ok().map(Bilangan::without_zeros);
    old == new || (exact(old).is_some() && exact(old) == exact(new))
}

/// A cell's text without what no one sees: blanks at the ends of lines, empty lines around it.
pub fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').trim_end().to_owned()
}

/// Whether a cell says what it said.
pub fn same(lajur: &Lajur<'_>, old: &str, new: &str) -> bool {
    let equal = || tidy(old).trim() == tidy(new).trim();
    old == new || equal() || (lajur.isi == IsiKolom::Bilangan && same_number(old, new))
}
