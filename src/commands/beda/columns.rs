//! Which column of the old table is which of the new one, and the merged table's columns, in which both find their places.

use naskah_core::decree::Teks;
use naskah_core::resolve::{LebarCetak, SelCetak, TabelCetak};

use super::align::{Item, Step, align};
use super::items;
use super::report::{At, Isian, Laporan, Satuan, Tempat};
use super::words::{Potong, Tanda, diff, marked};

/// Width that a share stands for where it must be weighed against fixed widths, in points.
const SHARE: f64 = 90.0;

/// The columns of two tables in one order.
pub struct Columns {
    /// Where each old column stands in the merged table.
    pub old: Vec<usize>,
    /// Where each new column stands in the merged table.
    pub new: Vec<usize>,
    /// From left to right: the columns of both, of the old table only, of the new one only.
    steps: Vec<Step>,
}

impl Columns {
    /// Matches columns by their titles; `None` where heads of several rows differ, or hardly any column is the same.
    pub fn new(old: &TabelCetak, new: &TabelCetak) -> Option<Self> {
        let form = |table: &TabelCetak| -> Vec<(usize, usize, usize, usize)> {
            let rows = table.kepala.iter().enumerate();
            rows.flat_map(|(y, row)| row.iter().map(move |cell| (y, cell.x, cell.kanan, cell.turun))).collect()
        };
        let titles = |table: &TabelCetak| -> Vec<Item> {
            table.kepala.iter().flatten().map(|cell| Item::text(cell.isi.teks.as_plain())).collect()
        };
        let (from, to) = (titles(old), titles(new));
        let as_they_are = form(old) == form(new) && old.rata.len() == new.rata.len();
        let flat = old.kepala.len() == 1 && new.kepala.len() == 1;
        let steps = match flat {
            true => align(&from, &to),
            false => Vec::new(),
        };
        let both = steps.iter().filter(|step| matches!(step, Step::Both(..))).count();
        let moved = steps.iter().any(|step| matches!(step, Step::Moved(..)));
        // A column with another title in the same place is the same column.
        if as_they_are && !moved {
            let all: Vec<usize> = (0..new.rata.len()).collect();
            let steps = all.iter().map(|x| Step::Both(*x, *x)).collect();
            return Some(Self { old: all.clone(), new: all, steps });
        }
        if !flat || both * 2 < from.len().max(to.len()) {
            return None;
        }
        // A column that moved is struck in its old place and inserted in the new one.
        let steps: Vec<Step> = steps
            .into_iter()
            .map(|step| match step {
                Step::Left(o, _) => Step::Gone(o),
                Step::Moved(_, n) => Step::Come(n),
                other => other,
            })
            .collect();
        let (mut old, mut new) = (Vec::new(), Vec::new());
        for (at, step) in steps.iter().enumerate() {
            match step {
                Step::Both(..) => {
                    old.push(at);
                    new.push(at);
                }
                Step::Gone(_) | Step::Left(..) => old.push(at),
                Step::Come(_) | Step::Moved(..) => new.push(at),
            }
        }
        Some(Self { old, new, steps })
    }

    /// How many columns the merged table has.
    pub fn count(&self) -> usize {
        self.steps.len()
    }

    /// A merged table without rows.
    pub fn table(&self, old: &TabelCetak, new: &TabelCetak, at: &At, out: &mut Laporan) -> TabelCetak {
        let same = self.steps.iter().all(|step| matches!(step, Step::Both(..)));
        let (lebar, nomor_kolom) = match same {
            true => (new.lebar.clone(), new.nomor_kolom.clone()),
            false => (self.widths(old, new), self.numbers(new)),
        };
        let rata = self.steps.iter().map(|step| match *step {
            Step::Both(_, n) | Step::Come(n) | Step::Moved(_, n) => new.rata[n],
            Step::Gone(o) | Step::Left(o, _) => old.rata[o],
        });
        let terpanjang = self.steps.iter().filter_map(|step| match *step {
            Step::Both(_, n) | Step::Come(n) | Step::Moved(_, n) => new.terpanjang.get(n),
            Step::Gone(o) | Step::Left(o, _) => old.terpanjang.get(o),
        });
        TabelCetak {
            id: new.id,
            ukuran: new.ukuran,
            lebar,
            rata: rata.collect(),
            terpanjang: terpanjang.cloned().collect(),
            kepala: self.heads(old, new, same, at, out),
            nomor_kolom,
            isian: new.isian,
            penomor: new.penomor.iter().filter_map(|x| self.new.get(*x).copied()).collect(),
            ulang: new.ulang,
            baris: Vec::new(),
            keterangan: Vec::new(),
        }
    }

    /// All widths as shares, so that more columns than before fit on the page.
    fn widths(&self, old: &TabelCetak, new: &TabelCetak) -> Vec<LebarCetak> {
        let share = |width: &LebarCetak| match width {
            LebarCetak::Tetap(points) => LebarCetak::Bobot { bobot: *points },
            LebarCetak::Bobot { bobot } => LebarCetak::Bobot { bobot: bobot * SHARE },
        };
        let of = |step: &Step| match *step {
            Step::Both(_, n) | Step::Come(n) | Step::Moved(_, n) => share(&new.lebar[n]),
            Step::Gone(o) | Step::Left(o, _) => share(&old.lebar[o]),
        };
        self.steps.iter().map(of).collect()
    }

    /// The numbers of the new table's columns.
    fn numbers(&self, new: &TabelCetak) -> Vec<String> {
        let of = |step: &Step| match *step {
            Step::Both(_, n) | Step::Come(n) | Step::Moved(_, n) => new.nomor_kolom.get(n).cloned().unwrap_or_default(),
            Step::Gone(_) | Step::Left(..) => String::new(),
        };
        if new.nomor_kolom.is_empty() { Vec::new() } else { self.steps.iter().map(of).collect() }
    }

    fn heads(&self, old: &TabelCetak, new: &TabelCetak, same: bool, at: &At, out: &mut Laporan) -> Vec<Vec<SelCetak>> {
        let at = at.within("kepala tabel", "kepala tabel");
        let mut tell = |from: Option<&Teks>, to: Option<&Teks>, potong: Vec<Potong>| {
            let place = |nama: &str, teks: Option<&Teks>| {
                teks.map(|teks| Tempat { nama: nama.to_owned(), judul: None, span: teks.span })
            };
            let (lama, baru) = (place(&at.lama, from), place(&at.baru, to));
            let isi = vec![Isian { nama: String::new(), pindah: false, potong }];
            out.satuan.push(Satuan { bagian: at.bagian, lama, baru, pindah: false, ulangan: false, isi });
        };
        let mut pair = |from: &SelCetak, to: &SelCetak, x: usize| {
            let potong = diff(Some(&from.isi.teks), Some(&to.isi.teks));
            let teks = marked(&potong, false, &to.isi.teks);
            tell(Some(&from.isi.teks), Some(&to.isi.teks), potong);
            SelCetak { kanan: to.kanan, turun: to.turun, ..SelCetak::plain(x, teks) }
        };
        if same {
            let rows = old.kepala.iter().zip(&new.kepala);
            return rows
                .map(|(from, to)| from.iter().zip(to).map(|(from, to)| pair(from, to, to.x)).collect())
                .collect();
        }
        let title = |table: &'_ TabelCetak, x: usize| -> Option<Teks> {
            Some(table.kepala.first()?.iter().find(|cell| cell.x == x)?.isi.teks.clone())
        };
        let one = |(x, step): (usize, &Step)| {
            let (from, to) = match *step {
                Step::Both(o, n) => (title(old, o), title(new, n)),
                Step::Gone(o) | Step::Left(o, _) => (title(old, o), None),
                Step::Come(n) | Step::Moved(_, n) => (None, title(new, n)),
            };
            let like = to.as_ref().or(from.as_ref())?.clone();
            let potong = match (&from, &to) {
                (Some(from), None) => items::one_sided(from, Tanda::Hapus),
                (from, to) => diff(from.as_ref(), to.as_ref()),
            };
            let print = marked(&potong, false, &like);
            tell(from.as_ref(), to.as_ref(), potong);
            Some(SelCetak::plain(x, print))
        };
        vec![self.steps.iter().enumerate().filter_map(one).collect()]
    }
}
