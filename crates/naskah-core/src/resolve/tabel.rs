//! Tables: every cell gets its place, rows their numbers, sum rows their sums.

use crate::decree::butir::Penomoran;
use crate::decree::tabel::{Baris, IsiBaris, IsiKolom, KOTAK, Kolom, Lebar, NomorBaris, Rata, Sel, Tabel};
use crate::decree::{Bilangan, Teks};
use crate::diag::{Code, Diagnostic, Sink, Span};
use crate::language::kosong;

use super::hitung::{DALAM, Numbers, sources, tanda_kelompok};
use super::naskah::{BarisCetak, LebarCetak, SelCetak, TabelCetak};
use super::{daftar, teks, terpanjang};

/// Narrowest share column that a table may leave, in points.
const NARROWEST: f64 = 20.0;

/// Lays a table out in a grid, within `width` points. `None` where its merged cells or widths do not fit.
pub fn print(tabel: &Tabel, id: usize, width: f64, kapital: bool, sink: &mut Sink) -> Option<TabelCetak> {
    let leaves = Kolom::leaves(&tabel.kolom);
    fits(&leaves, width, tabel.span, sink)?;
    let mut grid = Grid {
        leaves: &leaves,
        penomoran: tabel.penomoran,
        rows: Vec::new(),
        owners: Vec::new(),
        lanjut: tabel.nomor_lanjut,
        numbers: Numbers::new(leaves.len()),
        sources: sources(&tabel.kolom),
        sound: true,
        sink,
    };
    for (x, column) in leaves.iter().enumerate().filter(|(_, column)| column.isi == IsiKolom::Jumlah) {
        if grid.sources[x].is_empty() {
            let message = "kolom jumlah ini tidak didahului kolom `isi: bilangan` di bawah kepala yang sama";
            grid.fail(Code::BILANGAN, column.span, message);
        }
    }
    for baris in &tabel.baris {
        grid.row(baris);
    }
    grid.check_rectangles();
    let (rows, sound) = (grid.rows, grid.sound);
    let print = TabelCetak {
        id,
        ukuran: tabel.ukuran.map(|size| size.0),
        lebar: leaves.iter().map(|column| width_of(column)).collect(),
        rata: leaves.iter().map(|column| column.alignment().word()).collect(),
        terpanjang: terpanjang::of(&leaves, rows.iter().flatten().map(|cell| &cell.print)),
        kepala: if tabel.kepala { heads(&tabel.kolom, kapital) } else { Vec::new() },
        nomor_kolom: column_numbers(tabel, leaves.len()),
        penomor: (0..leaves.len()).filter(|x| leaves[*x].isi == IsiKolom::Nomor && !by_hand(tabel)).collect(),
        ulang: tabel.ulang_gabungan,
        baris: rows.into_iter().zip(&tabel.baris).map(|(row, written)| printed(row, written)).collect(),
        keterangan: tabel.keterangan.clone(),
        isian: tabel.isian,
    };
    sound.then_some(print)
}

/// A row as it is printed, by what it is.
fn printed(row: Vec<Cell>, written: &Baris) -> BarisCetak {
    let cells = row.into_iter().map(|cell| cell.print).collect();
    match written.isi {
        IsiBaris::Kelompok { .. } => BarisCetak::Kelompok { kelompok: cells },
        IsiBaris::Jumlah { .. } => BarisCetak::Jumlah { jumlah: cells },
        IsiBaris::Sel { .. } => BarisCetak::Sel(cells),
    }
}

/// The numbers under the head, where they are printed.
fn column_numbers(tabel: &Tabel, columns: usize) -> Vec<String> {
    let shown = tabel.nomor_kolom && tabel.kepala;
    (1..=columns).filter(|_| shown).map(|n| n.to_string()).collect()
}

fn width_of(column: &Kolom) -> LebarCetak {
    match column.lebar {
        Lebar::Tetap(length) => LebarCetak::Tetap(length.0),
        Lebar::Bobot(bobot) => LebarCetak::Bobot { bobot },
    }
}

fn fits(leaves: &[&Kolom], width: f64, span: Span, sink: &mut Sink) -> Option<()> {
    if leaves.is_empty() {
        return None;
    }
    let need = |column: &&Kolom| match column.lebar {
        Lebar::Tetap(length) => length.0,
        Lebar::Bobot(_) => NARROWEST,
    };
    let needed: f64 = leaves.iter().map(need).sum();
    if needed <= width + 0.5 {
        return Some(());
    }
    let cm = |points: f64| format!("{:.1} cm", points * 2.54 / 72.0).replace('.', ",");
    let message = format!("{} kolom memerlukan {}, sedangkan lebar halaman {}", leaves.len(), cm(needed), cm(width));
    sink.push(
        Diagnostic::galat(Code::LEBAR, span, message)
            .hint("perkecil `lebar`, kurangi kolom, atau pakai `orientasi: lanskap`"),
    );
    None
}

/// The head's rows: a cell over several columns reaches over them, one without cells below reaches down.
fn heads(kolom: &[Kolom], kapital: bool) -> Vec<Vec<SelCetak>> {
    fn depth(kolom: &[Kolom]) -> usize {
        kolom.iter().map(|k| 1 + depth(&k.anak)).max().unwrap_or(0)
    }
    fn place(kolom: &[Kolom], row: usize, mut x: usize, kapital: bool, rows: &mut [Vec<SelCetak>]) {
        let below = rows.len() - row;
        for column in kolom {
            let kanan = Kolom::leaves(std::slice::from_ref(column)).len();
            let turun = if column.anak.is_empty() { below } else { 1 };
            let cell = SelCetak::plain(x, capital(&column.judul, kapital));
            rows[row].push(SelCetak { kanan, turun, putar: column.putar, ..cell });
            place(&column.anak, row + 1, x, kapital, rows);
            x += kanan;
        }
    }
    let mut rows: Vec<Vec<SelCetak>> = (0..depth(kolom)).map(|_| Vec::new()).collect();
    place(kolom, 0, 0, kapital, &mut rows);
    rows
}

/// Whether rows bring numbers of their own, which then do not follow from the order of the rows.
fn by_hand(tabel: &Tabel) -> bool {
    let written = |isi: &IsiBaris| matches!(isi, IsiBaris::Sel { nomor: NomorBaris::Tulis(_), .. });
    tabel.baris.iter().any(|baris| written(&baris.isi))
}

/// A cell of the grid and where it was written.
struct Cell {
    print: SelCetak,
    span: Span,
}

struct Grid<'a> {
    leaves: &'a [&'a Kolom],
    penomoran: Penomoran,
    rows: Vec<Vec<Cell>>,
    /// For each place of the grid the cell that covers it: its row and index in that row.
    owners: Vec<Vec<Option<(usize, usize)>>>,
    /// Whether numbers run on over headings.
    lanjut: bool,
    numbers: Numbers,
    /// For each column of sums the columns that it adds up.
    sources: Vec<Vec<usize>>,
    sound: bool,
    sink: &'a mut Sink,
}

impl Grid<'_> {
    fn row(&mut self, baris: &Baris) {
        self.rows.push(Vec::new());
        self.owners.push(vec![None; self.leaves.len()]);
        match &baris.isi {
            IsiBaris::Sel { sel, nomor } => self.cells(sel, nomor, baris.span),
            IsiBaris::Kelompok { judul, bernomor, tingkat } => self.heading(judul, *bernomor, *tingkat),
            IsiBaris::Jumlah { judul, semua, tingkat } => self.sums(judul, *semua, *tingkat),
        }
    }

    fn cells(&mut self, sel: &[Sel], nomor: &NomorBaris, span: Span) {
        let mut rest = sel.iter();
        let mut written = vec![None; self.leaves.len()];
        for x in 0..self.leaves.len() {
            match self.leaves[x].isi {
                IsiKolom::Nomor => self.number(x, nomor, span),
                IsiKolom::Jumlah => self.across(x, &written, span),
                _ => {
                    if let Some(cell) = rest.next() {
                        written[x] = Some(cell);
                        self.cell(x, cell, span);
                    }
                }
            }
        }
    }

    /// The sum of the numbers of a row that stand before column `x` under its head.
    fn across(&mut self, x: usize, written: &[Option<&Sel>], span: Span) {
        let own: Vec<&Sel> = self.sources[x].iter().filter_map(|at| written[*at]).collect();
        if let Some(Sel::Atas(merged) | Sel::Kiri(merged)) =
            own.iter().find(|cell| matches!(cell, Sel::Atas(_) | Sel::Kiri(_)))
        {
            return self.fail(Code::BILANGAN, *merged, "bilangan gabungan tidak dapat dijumlahkan ke samping");
        }
        let mut numbers = own.iter().filter_map(|cell| match cell {
            Sel::Bilangan(value, _) => Some(*value),
            _ => None,
        });
        let text = match numbers.next() {
            None => String::new(),
            Some(first) => match numbers.try_fold(first, Bilangan::plus) {
                Some(sum) if self.numbers.add(x, sum).is_some() => sum.to_string(),
                _ => return self.fail(Code::BILANGAN, span, "jumlah baris ini melebihi batas bilangan"),
            },
        };
        self.put(SelCetak::plain(x, teks(text, span)), span);
    }

    fn number(&mut self, x: usize, nomor: &NomorBaris, span: Span) {
        let text = match nomor {
            NomorBaris::Atas => return self.merge(x, span, true),
            NomorBaris::Tanpa => teks("", span),
            NomorBaris::Tulis(text) => text.clone(),
            NomorBaris::Entri(number, entry) => teks(number.to_string(), *entry),
            NomorBaris::Berikut => {
                self.numbers.row += 1;
                teks(self.numbers.row.to_string(), span)
            }
        };
        self.put(SelCetak::plain(x, text), span);
    }

    fn cell(&mut self, x: usize, cell: &Sel, row: Span) {
        match cell {
            Sel::Kosong => self.put(SelCetak::plain(x, teks("", row)), row),
            Sel::Isi(butir) => {
                if self.leaves[x].isi == IsiKolom::Bilangan && kosong::seluruhnya(&butir.teks.as_plain()) {
                    self.numbers.unknown(x);
                }
                let mut isi = daftar::cell(butir, self.penomoran);
                if self.leaves[x].isi == IsiKolom::Centang {
                    isi.teks = kotak(&isi.teks, row);
                }
                self.put(SelCetak { isi, ..SelCetak::plain(x, teks("", row)) }, butir.teks.span);
            }
            Sel::Bilangan(value, span) => {
                if self.numbers.add(x, *value).is_none() {
                    self.fail(Code::BILANGAN, *span, "jumlah kolom ini melebihi batas bilangan");
                }
                self.put(SelCetak::plain(x, teks(value.to_string(), *span)), *span);
            }
            Sel::Atas(span) => self.merge(x, *span, true),
            Sel::Kiri(span) => self.merge(x, *span, false),
        }
    }

    /// Puts a cell at its place in the last row and marks what it covers.
    fn put(&mut self, print: SelCetak, span: Span) {
        let row = self.rows.len() - 1;
        let index = self.rows[row].len();
        for x in print.x..(print.x + print.kanan).min(self.leaves.len()) {
            self.owners[row][x] = Some((row, index));
        }
        self.rows[row].push(Cell { print, span });
    }

    /// Lets the cell above, or the one at the left, reach over place `x` of the last row.
    fn merge(&mut self, x: usize, span: Span, up: bool) {
        let row = self.rows.len() - 1;
        let neighbour = match up {
            true => row.checked_sub(1).and_then(|above| self.owners[above][x]),
            false => x.checked_sub(1).and_then(|left| self.owners[row][left]),
        };
        let Some((r, index)) = neighbour.filter(|(r, index)| !self.rows[*r][*index].print.tebal) else {
            let message = if up {
                "tidak ada sel di atas yang dapat digabung"
            } else {
                "tidak ada sel di kiri yang dapat digabung"
            };
            return self.fail(Code::GABUNG, span, message);
        };
        let owner = &mut self.rows[r][index].print;
        owner.turun = owner.turun.max(row - r + 1);
        owner.kanan = owner.kanan.max(x + 1 - owner.x);
        self.owners[row][x] = Some((r, index));
    }

    fn heading(&mut self, judul: &Teks, bernomor: bool, tingkat: usize) {
        if !self.lanjut {
            self.numbers.row = 0;
        }
        if tingkat > 1 && self.numbers.group[tingkat.min(DALAM) - 2] == 0 {
            let message = format!("kelompok tingkat {tingkat} tanpa kelompok tingkat {} di atasnya", tingkat - 1);
            return self.fail(Code::BILANGAN, judul.span, &message);
        }
        let urutan = self.numbers.begin(tingkat, bernomor);
        let columns = self.leaves.len();
        let has_number_column = self.leaves.first().is_some_and(|k| k.isi == IsiKolom::Nomor) && columns > 1;
        let mut title = judul.clone();
        let mut start = 0;
        if bernomor {
            let number = tanda_kelompok(tingkat, urutan);
            match has_number_column {
                true => {
                    let cell = SelCetak::plain(0, teks(number, judul.span));
                    self.put(SelCetak { tebal: true, ..cell }, judul.span);
                    start = 1;
                }
                false => title = title.after(&format!("{number}. ")),
            }
        }
        let cell = SelCetak::plain(start, title);
        self.put(SelCetak { kanan: columns - start, tebal: true, rata: Some(Rata::Kiri.word()), ..cell }, judul.span);
    }

    fn sums(&mut self, judul: &Teks, semua: bool, tingkat: Option<usize>) {
        if let Some(level) = tingkat.filter(|level| *level > 1 && self.numbers.group[(*level).min(DALAM) - 1] == 0) {
            let message = format!("belum ada kelompok tingkat {level} di atas jumlah ini");
            return self.fail(Code::BILANGAN, judul.span, &message);
        }
        let columns = self.leaves.len();
        let sums = if semua { self.numbers.all.clone() } else { self.numbers.sums(tingkat).to_vec() };
        let added = |column: &&Kolom| column.dijumlah && matches!(column.isi, IsiKolom::Bilangan | IsiKolom::Jumlah);
        let first = self.leaves.iter().position(added).unwrap_or(columns);
        if first == 0 || first == columns {
            return self.fail(
                Code::BILANGAN,
                judul.span,
                "baris jumlah memerlukan kolom `isi: bilangan` yang dijumlahkan sesudah kolom pertama",
            );
        }
        let label = SelCetak::plain(0, judul.clone());
        self.put(SelCetak { kanan: first, tebal: true, rata: Some(Rata::Tengah.word()), ..label }, judul.span);
        for (x, sum) in sums.iter().enumerate().skip(first) {
            let sum = sum.filter(|_| added(&self.leaves[x]));
            let text = sum.map_or(String::new(), |sum| sum.to_string());
            let cell = SelCetak::plain(x, teks(text, judul.span));
            self.put(SelCetak { tebal: true, ..cell }, judul.span);
        }
    }

    /// A merged cell must be a rectangle: no other cell may lie in what it reaches over.
    fn check_rectangles(&mut self) {
        let mut broken = Vec::new();
        for (r, row) in self.rows.iter().enumerate() {
            for (index, cell) in row.iter().enumerate() {
                let covered = self.owners.iter().skip(r).take(cell.print.turun);
                let mut places = covered.flat_map(|owners| owners.iter().skip(cell.print.x).take(cell.print.kanan));
                if !places.all(|owner| *owner == Some((r, index))) {
                    broken.push(cell.span);
                }
            }
        }
        for span in broken {
            self.fail(Code::GABUNG, span, "sel gabungan ini tidak berbentuk persegi panjang");
        }
    }

    fn fail(&mut self, code: Code, span: Span, message: &str) {
        self.sound = false;
        let hint = match code {
            Code::GABUNG => Some(
                "`^` menggabungkan sel dengan sel di atasnya, `<` dengan sel di kirinya; tanda ^ sebagai teks ditulis '\\^'"
                    .to_owned(),
            ),
            _ => None,
        };
        self.sink.push(Diagnostic::galat(code, span, message).hint_opt(hint));
    }
}

/// The box that a word stands for; it is made from the row, and no text of the cell's own.
fn kotak(word: &Teks, row: Span) -> Teks {
    let plain = word.as_plain();
    let found = KOTAK.iter().find(|(name, _)| *name == plain.trim());
    found.map_or_else(|| word.clone(), |(_, sign)| teks(*sign, row))
}

/// In capitals, unless the attachment keeps what is typed.
pub fn capital(text: &Teks, kapital: bool) -> Teks {
    if kapital { text.to_upper() } else { text.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Files;
    use crate::yaml;

    const ROWS: &str =
        "[{kelompok: Timur}, [a], [b], {kelompok: Barat}, [c], {sel: [^], nomor: ya}, {sel: [d], nomor: tidak}, [e]]";

    /// The numbers that the rows of a table are printed with; of headings what stands in their place.
    fn numbers(options: &str, rows: &str) -> Vec<String> {
        let text = format!("{options}kolom: [{{judul: No, isi: nomor}}, {{judul: Nama}}]\nbaris: {rows}\n");
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("t.yaml", text);
        let tabel = yaml::parse(&files, file, &mut sink).and_then(|node| Tabel::read(&node, &mut sink)).unwrap();
        let print = print(&tabel, 0, 400.0, true, &mut sink).unwrap();
        let first = |row: &BarisCetak| row.cells().first().map(|cell| cell.isi.teks.as_plain());
        print.baris.iter().filter_map(first).collect()
    }

    #[test]
    fn numbers_within_long_words_are_kept_whole() {
        let text = "kolom: [{judul: Isi}]\nbaris: [[rekapitulasi pemutakhiran pertanggungjawaban 5/Kpts/KPU-Kab-012.329521/2015]]\n";
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("t.yaml", text);
        let tabel = yaml::parse(&files, file, &mut sink).and_then(|node| Tabel::read(&node, &mut sink)).unwrap();
        let print = print(&tabel, 0, 400.0, true, &mut sink).unwrap();
        assert_eq!(print.terpanjang[0].angka, ["012.329521/", "2015", "5/"]);
    }

    #[test]
    fn numbers_begin_again_below_a_heading_or_run_on() {
        assert_eq!(numbers("", ROWS), ["I", "1", "2", "II", "1", "2", "", "3"]);
        assert_eq!(numbers("nomor_lanjut: ya\n", ROWS), ["I", "1", "2", "II", "3", "4", "", "5"]);
    }

    #[test]
    fn headings_without_a_number_are_not_counted() {
        let rows = "[{kelompok: Umum, nomor: tidak}, [a], {kelompok: Timur}, [b], {kelompok: Kota, tingkat: 2, nomor: tidak}, \
                    [c], {kelompok: Desa, tingkat: 2}, [d], {kelompok: Barat}, {kelompok: Kota, tingkat: 2}, [e]]";
        assert_eq!(numbers("", rows), ["Umum", "1", "I", "1", "Kota", "1", "A", "1", "II", "A", "1"]);
    }
}
