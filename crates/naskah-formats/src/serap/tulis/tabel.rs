//! Tables: the head with its columns, rows, headings of groups; merged cells as `^` and `<`.

use naskah_core::decree::butir::Penomoran;
use naskah_core::decree::tabel::KOTAK;
use naskah_core::language::capitals::title_upper;
use naskah_core::language::numerals::romawi;

use crate::serap::baris::marked as behind_mark;
use crate::serap::isian::ticked;
use crate::serap::penyusun::Penyusun;
use crate::serap::pohon::Butir;
use crate::serap::sumber::{BarisSumber, Kaya, Paragraf, SelSumber, TabelSumber};
use crate::serap::tanda::Tanda;

use super::butir::{Cara, item, notes, numbering, word};
use super::jumlah;
use super::sel::{text, whole_text};
use super::teks::marked;
use super::yaml::{Entri, Isi, Isian};

/// Deepest nesting of heads.
const MAX_HEADS: usize = 3;

/// A table with what is known of it.
pub struct Tabel<'a> {
    asal: &'a TabelSumber,
    columns: usize,
    /// How many rows are the head.
    heads: usize,
    /// Whether a row of column numbers stands under the head.
    numbers: bool,
}

impl<'a> Tabel<'a> {
    /// Looks at a table.
    pub fn new(asal: &'a TabelSumber) -> Self {
        let reach = |sel: &SelSumber| sel.x + sel.kanan;
        let columns = asal.baris.iter().flat_map(|baris| &baris.sel).map(reach).max().unwrap_or(0);
        let mut own = Self { asal, columns, heads: 1, numbers: false };
        let marked = asal.baris.iter().take_while(|baris| baris.kepala).count();
        let numbered = (1..=MAX_HEADS.min(asal.baris.len().saturating_sub(1))).find(|at| own.is_numbers(*at));
        // A head cell that reaches down takes the rows that it reaches over with it.
        let first = asal.baris.first().map(|baris| baris.sel.iter().map(|sel| sel.turun).max().unwrap_or(1));
        own.heads = match numbered {
            Some(at) => at,
            None if (2..=MAX_HEADS).contains(&marked) && marked < asal.baris.len() => marked,
            None => first.filter(|rows| *rows <= MAX_HEADS && *rows < asal.baris.len()).unwrap_or(1),
        };
        own.numbers = numbered.is_some();
        own
    }

    /// Whether a row says 1, 2, 3 … from the first column to the last.
    fn is_numbers(&self, at: usize) -> bool {
        let Some(baris) = self.asal.baris.get(at) else { return false };
        let counts = |(n, sel): (usize, &SelSumber)| sel.x == n && text(sel) == (n + 1).to_string();
        baris.sel.len() == self.columns && self.columns > 1 && baris.sel.iter().enumerate().all(counts)
    }

    /// The rows below the head.
    fn rows(&self) -> &'a [BarisSumber] {
        self.asal.baris.get(self.heads + usize::from(self.numbers)..).unwrap_or_default()
    }

    /// The rows below the head without those that repeat it, and the words of these.
    fn own_rows(&self) -> (Vec<&'a BarisSumber>, Vec<String>) {
        let line = |baris: &BarisSumber| baris.sel.iter().map(text).collect::<Vec<_>>().join(" ");
        let top = self.heads + usize::from(self.numbers);
        let head: Vec<String> = self.asal.baris.iter().take(top).map(line).collect();
        let rows = self.rows();
        let (mut own, mut repeated, mut at) = (Vec::new(), Vec::new(), 0);
        while let Some(baris) = rows.get(at) {
            let part = rows.get(at..at + top).map(|part| part.iter().map(line).collect::<Vec<_>>());
            match part {
                Some(part) if part == head && head.iter().any(|line| !line.trim().is_empty()) => {
                    repeated.extend(part);
                    at += top;
                }
                _ => {
                    own.push(baris);
                    at += 1;
                }
            }
        }
        (own, repeated)
    }

    /// The titles of the heads.
    pub fn titles(&self) -> Vec<String> {
        let heads = self.asal.baris.iter().take(self.heads).flat_map(|baris| &baris.sel);
        heads.map(text).filter(|text| !text.is_empty()).collect()
    }

    /// What repeats the head within the table.
    pub fn repeated(&self) -> Vec<String> {
        self.own_rows().1
    }

    /// The cells below the head whose lines are put on one.
    pub fn joined(&self) -> Vec<String> {
        let cells = self.own_rows().0.into_iter().flat_map(|baris| &baris.sel);
        cells.filter(|sel| is_joined(sel)).map(text).collect()
    }

    /// The table as YAML; `judul` writes a title of a column. `None` where its cells cannot be placed so.
    pub fn write(&self, judul: &dyn Fn(&str) -> String, cara: Cara<'_>, keterangan: &[Kaya]) -> Option<Isi> {
        let (rows, _) = self.own_rows();
        let headings: Vec<bool> = rows.iter().map(|baris| self.heading(baris).is_some()).collect();
        let sums = jumlah::find(&rows, &headings, self.columns).unwrap_or_default();
        let sum = |at: usize| sums.baris.get(at).copied().flatten();
        let counted = rows.iter().enumerate().filter(|(at, _)| sum(*at).is_none()).map(|(_, baris)| *baris);
        let numbered = self.is_counted(&counted.collect::<Vec<_>>());
        let boxes = self.boxes(&rows);
        let kepala = Kepala { judul, numbered, bilangan: &sums.bilangan, centang: &boxes };
        let columns = self.columns_at(0, 0..self.columns, &kepala)?;
        let first = usize::from(numbered);
        let mut written = Vec::new();
        let (mut group, mut count) = (0, 0);
        let goes_on = numbered && self.runs_on(&rows);
        let marks = self.marks(&rows);
        for (at, baris) in rows.iter().enumerate() {
            let apart = baris.sel.iter().filter(|sel| !text(sel).is_empty()).count() > 1;
            let isi = match self.heading(baris) {
                _ if sum(at).is_some() => sum_row(baris, sum(at) == Some(true)),
                // Without a column of numbers the program puts the number before the title.
                Some((Some(_), _)) if !numbered && apart => self.cells(&rows, at, first, marks, cara, None),
                Some((Some(number), _)) if number != romawi(group + 1) => {
                    // A number that the program would not count to is written by hand, and nothing begins anew.
                    self.cells(&rows, at, first, marks, cara, Some(number))
                }
                Some((number, title)) => {
                    group += usize::from(number.is_some());
                    count = if goes_on { count } else { 0 };
                    let plain = number.is_none().then(|| ("nomor", Isi::Kata("tidak".into())));
                    Isi::map([Some(("kelompok", Isi::Teks(marked(&title)))), plain])
                }
                None => {
                    let own = self.number(&rows, at, numbered, &mut count);
                    self.cells(&rows, at, first, marks, cara, own)
                }
            };
            written.push(Entri { catatan: notes(&remarks(baris), cara.komentar), isi });
        }
        Some(Isi::map([
            Some(("kolom", columns)),
            (!self.numbers).then(|| ("nomor_kolom", Isi::Kata("tidak".into()))),
            goes_on.then(|| ("nomor_lanjut", Isi::Kata("ya".into()))),
            marks.filter(|own| *own != Penomoran::AngkaKurung).map(|own| ("penomoran", Isi::Teks(word(own).into()))),
            Some(("baris", Isi::Daftar(written))),
            below(keterangan).map(|notes| ("keterangan", notes)),
        ]))
    }

    /// The columns of a part of the head.
    fn columns_at(&self, row: usize, part: std::ops::Range<usize>, kepala: &Kepala<'_>) -> Option<Isi> {
        let cells = self.asal.baris.get(row)?.sel.iter().filter(|sel| part.contains(&sel.x));
        let mut columns = Vec::new();
        let mut x = part.start;
        for sel in cells {
            let end = sel.x + sel.kanan;
            if sel.x != x || end > part.end {
                return None;
            }
            let title = text(sel);
            let below = row + sel.turun < self.heads;
            let inner = match below {
                true => Some(self.columns_at(row + sel.turun, sel.x..end, kepala)?),
                false if sel.kanan > 1 => return None,
                false => None,
            };
            if below && sel.turun > 1 {
                return None;
            }
            let number = kepala.numbered && sel.x == 0 && inner.is_none();
            let sums = inner.is_none() && kepala.bilangan.get(sel.x) == Some(&true);
            columns.push(Isi::map([
                Some(("judul", Isi::Teks((kepala.judul)(&title)))),
                sums.then(|| ("isi", Isi::Kata("bilangan".into()))),
                (inner.is_none() && kepala.centang.get(sel.x) == Some(&true))
                    .then(|| ("isi", Isi::Kata("centang".into()))),
                number.then(|| ("isi", Isi::Kata("nomor".into()))),
                number.then(|| ("lebar", Isi::Kata("1 cm".into()))),
                inner.map(|inner| ("kolom", inner)),
            ]));
            x = end;
        }
        (x == part.end).then(|| Isi::list(columns))
    }

    /// Whether the first column only counts the rows.
    fn is_counted(&self, rows: &[&BarisSumber]) -> bool {
        let head = self.asal.baris.first().and_then(|baris| baris.sel.first());
        if self.columns < 2 || head.is_none_or(|sel| sel.kanan != 1 || sel.turun < self.heads) {
            return false;
        }
        let cells = rows.iter().filter(|baris| self.heading(baris).is_none());
        let first = cells.filter_map(|baris| baris.sel.first().filter(|sel| sel.x == 0));
        let texts: Vec<String> = first.map(text).collect();
        let number = |text: &String| text.trim_end_matches('.').parse::<usize>().is_ok();
        let counted = texts.iter().filter(|text| number(text)).count();
        counted > 0
            && counted * 2 > texts.iter().filter(|text| !text.is_empty()).count()
            && rows.iter().all(|baris| {
                baris.sel.first().is_none_or(|sel| sel.x > 0 || sel.kanan == 1 || self.heading(baris).is_some())
            })
    }

    /// Whether the numbers of rows run on over headings.
    fn runs_on(&self, rows: &[&BarisSumber]) -> bool {
        let (mut last, mut after, mut runs, mut restarts) = (0usize, false, 0, 0);
        for baris in rows {
            if self.heading(baris).is_some() {
                after = last > 0;
                continue;
            }
            let Some(number) = baris.sel.first().filter(|sel| sel.x == 0).and_then(|sel| text(sel).parse().ok()) else {
                continue;
            };
            if after {
                runs += usize::from(number == last + 1);
                restarts += usize::from(number == 1);
            }
            (last, after) = (number, false);
        }
        runs > 0 && restarts == 0
    }

    /// A heading over the rows that follow: its number, where it has one, and its title.
    fn heading(&self, baris: &BarisSumber) -> Option<(Option<String>, Kaya)> {
        let filled: Vec<&SelSumber> = baris.sel.iter().filter(|sel| !text(sel).is_empty()).collect();
        if self.columns < 3 || baris.sel.iter().any(|sel| sel.turun > 1) {
            return None;
        }
        match &filled[..] {
            [title] if title.x == 0 && title.kanan == self.columns => Some((None, whole_text(title))),
            // Number and title in one cell.
            [title] if title.x == 0 && text(title).split(' ').next().is_some_and(is_roman) => {
                let whole = whole_text(title);
                let all = whole.text();
                let (number, _) = all.split_once(' ')?;
                Some((Some(number.trim_end_matches('.').to_owned()), whole.skip(number.len())))
            }
            [number, title] if number.x == 0 && title.x == number.kanan && is_roman(&text(number)) => {
                let reaches = title.x + title.kanan == self.columns || baris.sel.len() == self.columns;
                reaches.then(|| (Some(text(number).trim_end_matches('.').to_owned()), whole_text(title)))
            }
            _ => None,
        }
    }

    /// What is to be written of the number of a row; `None` where the program counts to it.
    fn number(&self, rows: &[&BarisSumber], at: usize, numbered: bool, count: &mut usize) -> Option<String> {
        if !numbered {
            return None;
        }
        let baris = rows.get(at)?;
        let above = baris.sel.get(1).or(baris.sel.first());
        let first = baris.sel.first().filter(|sel| sel.x == 0);
        let merged_first =
            above.is_none_or(|sel| sel.x > 1) || (first.is_none() && baris.sel.first().is_none_or(|sel| sel.x > 1));
        let Some(first) = first else {
            // The number cell reaches down from above; so the program reads it where the cell beside it does too.
            return (!merged_first).then(|| "^".to_owned());
        };
        let number = text(first);
        match number.parse::<usize>() {
            Ok(n) if n == *count + 1 => {
                *count = n;
                let merges = baris.sel.get(1).is_none_or(|sel| sel.x > 1);
                merges.then(|| "ya".to_owned())
            }
            // Written by hand; the program goes on from where it was.
            Ok(_) => Some(number),
            Err(_) if number.is_empty() => Some("tidak".to_owned()),
            Err(_) => Some(number),
        }
    }

    /// A row of cells; `nomor` is what is written of its number.
    fn cells(
        &self,
        rows: &[&BarisSumber],
        at: usize,
        first: usize,
        marks: Option<Penomoran>,
        cara: Cara<'_>,
        nomor: Option<String>,
    ) -> Isi {
        let mut sel: Vec<Isi> = Vec::new();
        let mut x = first;
        while x < self.columns {
            let own = rows.get(at).and_then(|baris| baris.sel.iter().find(|sel| sel.x == x));
            match own {
                Some(own) => {
                    sel.push(cell(own, marks, cara));
                    (1..own.kanan).for_each(|_| sel.push(Isi::Kata("<".into())));
                    x += own.kanan;
                }
                None if covered(rows, at, x) => {
                    sel.push(Isi::Kata("^".into()));
                    x += 1;
                }
                None => {
                    sel.push(Isi::Teks(String::new()));
                    x += 1;
                }
            }
        }
        let sel = Isi::list(sel);
        match nomor {
            None => sel,
            Some(nomor) => {
                let word = matches!(nomor.as_str(), "ya" | "tidak");
                let nomor = if word { Isi::Kata(nomor) } else { Isi::Teks(nomor) };
                Isi::Peta(vec![
                    Isian { catatan: Vec::new(), kunci: "sel".into(), isi: sel },
                    Isian { catatan: Vec::new(), kunci: "nomor".into(), isi: nomor },
                ])
            }
        }
    }

    /// Which columns hold nothing but boxes.
    fn boxes(&self, rows: &[&BarisSumber]) -> Vec<bool> {
        let is = |x: usize| {
            let cells = rows.iter().flat_map(|baris| &baris.sel).filter(|sel| sel.x <= x && x < sel.x + sel.kanan);
            let texts: Vec<String> = cells.map(text).filter(|text| !text.is_empty()).collect();
            !texts.is_empty() && texts.iter().all(|text| ticked(text).is_some())
        };
        (0..self.columns).map(is).collect()
    }

    /// The numbering that most lists in cells have.
    fn marks(&self, rows: &[&BarisSumber]) -> Option<Penomoran> {
        let lists = rows.iter().flat_map(|baris| &baris.sel).filter_map(|sel| listed(sel, false));
        let all: Vec<Penomoran> = lists.filter_map(|butir| numbering(butir.anak.first()?.tanda.as_ref())).collect();
        let count = |own: Penomoran| all.iter().filter(|other| **other == own).count();
        all.iter().copied().max_by_key(|own| count(*own))
    }
}

/// What the columns of a head are written from.
struct Kepala<'a> {
    judul: &'a dyn Fn(&str) -> String,
    numbered: bool,
    bilangan: &'a [bool],
    /// Columns of boxes.
    centang: &'a [bool],
}

/// Whether a cell of a row above reaches down over a place.
fn covered(rows: &[&BarisSumber], at: usize, x: usize) -> bool {
    let above = rows.iter().take(at).enumerate().flat_map(|(row, baris)| baris.sel.iter().map(move |sel| (row, sel)));
    above.into_iter().any(|(row, sel)| row + sel.turun > at && (sel.x..sel.x + sel.kanan).contains(&x))
}

fn is_roman(text: &str) -> bool {
    naskah_core::language::numerals::dari_romawi(text.trim_end_matches('.')).is_some()
}

/// A cell: a text, or a list.
fn cell(sel: &SelSumber, marks: Option<Penomoran>, cara: Cara<'_>) -> Isi {
    let inner = Cara {
        tanda: marks.unwrap_or(Penomoran::AngkaKurung),
        deeper: Penomoran::deeper,
        akhir: "",
        harfiah: true,
        komentar: cara.komentar,
    };
    if let Some(ticked) = ticked(&text(sel)) {
        return Isi::Kata(KOTAK[usize::from(!ticked)].0.to_owned());
    }
    match listed(sel, true) {
        Some(butir)
            if butir.teks.is_empty()
                && numbering(butir.anak.first().and_then(|one| one.tanda.as_ref())) == Some(inner.tanda) =>
        {
            Isi::list(
                butir
                    .anak
                    .iter()
                    .map(|child| item(child, Cara { tanda: inner.tanda.deeper(), ..inner }, 1))
                    .collect::<Vec<_>>(),
            )
        }
        Some(butir) if !butir.teks.is_empty() => item(&butir, inner, 0),
        _ => match marked(&whole_text(sel)) {
            // Signs that stand for merged cells are typed so where they are meant.
            sign if sign == "^" || sign == "<" => Isi::Teks(format!("\\{sign}")),
            text => Isi::Teks(text),
        },
    }
}

/// The list that a cell holds; `None` where it is a text, or its marks are none that the program counts to.
fn listed(sel: &SelSumber, told: bool) -> Option<Butir> {
    let mut own = Butir::default();
    let mut lists = Penyusun::default();
    for paragraf in sel.isi.iter().filter(|paragraf| !behind_mark(paragraf).is_empty()) {
        for line in lines(paragraf) {
            let text = line.text();
            match Tanda::read(&text) {
                Some(mark) if mark.panjang < text.len() => {
                    if !lists.item(&mark, &line.skip(mark.panjang), false) {
                        return None;
                    }
                }
                _ if lists.is_empty() => own.teks.join(&line),
                _ => drop(lists.go_on(&line)),
            }
        }
    }
    own.anak = lists.akar;
    (own.anak.len() > 1 && (!told || counts(&own.anak))).then_some(own)
}

/// Whether a cell holds several lines that are no list.
fn is_joined(sel: &SelSumber) -> bool {
    let count: usize = sel.isi.iter().map(|paragraf| lines(paragraf).len()).sum();
    count > 1 && listed(sel, true).is_none()
}

/// Whether every mark is the one that the program would put.
fn counts(items: &[Butir]) -> bool {
    let own = numbering(items.first().and_then(|first| first.tanda.as_ref()));
    let one = |(at, item): (usize, &Butir)| {
        let mark = item.tanda.as_ref();
        mark.is_some_and(|mark| mark.nomor == at + 1)
            && numbering(mark) == own
            && (item.anak.is_empty() || counts(&item.anak))
    };
    own.is_some() && items.iter().enumerate().all(one)
}

/// The lines of a paragraph in a cell.
fn lines(paragraf: &Paragraf) -> Vec<Kaya> {
    behind_mark(paragraf).split('\n').iter().map(Kaya::trimmed).filter(|line| !line.is_empty()).collect()
}

/// Whether a title stands in capitals as the program would print it.
pub fn is_capital(text: &str) -> bool {
    title_upper(text) == text
}

/// The row of a sum: of what stands above it, or of the `whole` table.
fn sum_row(baris: &BarisSumber, whole: bool) -> Isi {
    let label = baris.sel.first().map(whole_text).unwrap_or_default();
    let key = if whole { "total" } else { "jumlah" };
    Isi::map([Some((key, Isi::Teks(marked(&label))))])
}

/// The comments on a row.
fn remarks(baris: &BarisSumber) -> Vec<usize> {
    baris.sel.iter().flat_map(|sel| &sel.isi).flat_map(|paragraf| &paragraf.komentar).copied().collect()
}

/// The notes below a table.
fn below(lines: &[Kaya]) -> Option<Isi> {
    let mut notes: Vec<Isi> = lines.iter().map(|line| Isi::Teks(marked(line))).collect();
    if notes.len() > 1 { Some(Isi::list(notes)) } else { notes.pop() }
}
