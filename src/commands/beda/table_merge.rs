//! Two tables as one that carries marks: rows of both in one order, merged cells over all that belong to them.

use std::collections::{BTreeMap, BTreeSet};

use naskah_core::decree::{Coretan, Run, Teks};
use naskah_core::diag::Span;
use naskah_core::resolve::{BarisCetak, ButirCetak, SelCetak, TabelCetak};

use super::align::{Cara, Step};
use super::columns::Columns;
use super::items::{self, Manner, Part, whole};
use super::remarks::remark;
use super::report::{At, Isian, Laporan, Satuan, Tempat, joined};
use super::table::{Grid, Owner, Partners, Slot, key_column, matched, rows};
use super::words::{Tanda, marked};

/// Merges two tables; `None` where their columns have little in common. `span` is where remarks point to.
pub fn merge(
    old: &TabelCetak,
    new: &TabelCetak,
    at: &At,
    cara: Cara,
    span: Span,
    out: &mut Laporan,
) -> Option<TabelCetak> {
    let columns = Columns::new(old, new)?;
    let table = columns.table(old, new, at, out);
    let (old, new) = (Grid::new(old, &columns.old, columns.count()), Grid::new(new, &columns.new, columns.count()));
    let key = key_column(&old, &new);
    let steps = rows(&old, &new, key);
    let partners = Partners::new(&old, &new, &steps);
    let orphans = orphans(&old, &new, &steps, &partners);
    let names = (old.column_names(), new.column_names());
    let (columns, prints) = (columns.count(), BTreeMap::new());
    let mut merger = Merger { old: &old, new: &new, names, key, partners, orphans, at, cara, span, columns, prints };
    let changed: Vec<bool> = steps.iter().map(|step| merger.record(*step, out)).collect();
    let entries = merger.entries(&steps, &changed);
    Some(TabelCetak { baris: merger.print(&entries), ..table })
}

/// A table of the same columns without rows.
fn like(table: &TabelCetak) -> TabelCetak {
    TabelCetak {
        id: table.id,
        ukuran: table.ukuran,
        lebar: table.lebar.clone(),
        rata: table.rata.clone(),
        terpanjang: table.terpanjang.clone(),
        kepala: Vec::new(),
        nomor_kolom: table.nomor_kolom.clone(),
        penomor: table.penomor.clone(),
        ulang: table.ulang,
        baris: Vec::new(),
        keterangan: Vec::new(),
        isian: table.isian,
    }
}

/// What the cells over a table are called.
const HEAD: &str = "kepala";

/// A table that only one of the decrees has, as one place with all its cells.
pub fn one_sided(table: &TabelCetak, tanda: Tanda, at: &At, span: Span, out: &mut Laporan) -> TabelCetak {
    let columns: Vec<usize> = (0..table.rata.len()).collect();
    let grid = Grid::new(table, &columns, columns.len());
    let names = grid.column_names();
    let mut isi = Vec::new();
    let mut cell = |cell: &SelCetak, name: String| {
        let (print, mut parts) = whole(&cell.isi, tanda);
        if cell.kanan == 1 && table.penomor.contains(&cell.x) && name != HEAD {
            parts.clear();
        }
        isi.extend(parts.into_iter().map(|part| isian(part, &name)).filter(|isian| !isian.potong.is_empty()));
        SelCetak { isi: print, rata: cell.rata, ..*cell }
    };
    let head = |row: &Vec<SelCetak>| row.iter().map(|c| cell(c, HEAD.to_owned())).collect();
    let kepala = table.kepala.iter().map(head).collect();
    let baris = table.baris.iter().enumerate().map(|(r, row)| {
        let name = |c: &SelCetak| joined(&grid.place(r), names.get(c.x).map_or("", String::as_str));
        row.with(row.cells().iter().map(|c| cell(c, name(c))).collect())
    });
    let baris = baris.collect();
    let place = |name: &str, side: Tanda| (tanda == side).then(|| Tempat { nama: name.to_owned(), judul: None, span });
    let (lama, baru) = (place(&at.lama, Tanda::Hapus), place(&at.baru, Tanda::Sisip));
    out.satuan.push(Satuan { bagian: at.bagian, lama, baru, pindah: false, ulangan: false, isi });
    TabelCetak { kepala, baris, ..like(table) }
}

/// Cells of the old table that became none of the new one, though their rows stayed; by the cell in their place.
fn orphans(old: &Grid<'_>, new: &Grid<'_>, steps: &[Step], partners: &Partners) -> BTreeMap<Owner, Vec<Owner>> {
    let (mut found, mut seen) = (BTreeMap::<Owner, Vec<Owner>>::new(), BTreeSet::new());
    for step in steps {
        let (Step::Both(o, n) | Step::Moved(o, n)) = step else { continue };
        for (from, to) in matched(old, *o, new, *n) {
            if partners.new_of(from.owner).is_none() && seen.insert(from.owner) {
                found.entry(to.owner).or_default().push(from.owner);
            }
        }
    }
    found
}

/// A text of a cell under the name of its column.
fn isian(part: Part, column: &str) -> Isian {
    let inner = part.baru.or(part.lama).map_or(String::new(), |(name, _)| name);
    let nama = joined(&joined(column, &inner), part.dalam.as_deref().unwrap_or_default());
    Isian { nama, pindah: part.pindah, potong: part.potong }
}

/// A cell of the merged table before it is known how far it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A cell of the new table.
    New(Owner),
    /// A cell that only the old table has.
    Old(Owner),
    /// A cell of the row that an old row has left.
    Left(usize, usize),
    /// The whole row that stands for so many unchanged ones.
    Unchanged(usize),
}

/// A row of the merged table.
struct Entry {
    /// Where it comes from; `None` for a remark.
    step: Option<Step>,
    /// Column, columns reached over, and cell.
    slots: Vec<(usize, usize, Place)>,
}

/// A cell of the merged table: its place, and over which rows it reaches.
struct Reach {
    x: usize,
    kanan: usize,
    first: usize,
    count: usize,
    place: Place,
}

struct Merger<'a> {
    old: &'a Grid<'a>,
    new: &'a Grid<'a>,
    /// The titles of the columns.
    names: (Vec<String>, Vec<String>),
    /// The column that names rows.
    key: Option<usize>,
    partners: Partners,
    orphans: BTreeMap<Owner, Vec<Owner>>,
    at: &'a At,
    cara: Cara,
    span: Span,
    /// How many columns the merged table has.
    columns: usize,
    /// The merged cells of the new table.
    prints: BTreeMap<Owner, ButirCetak>,
}

impl Merger<'_> {
    /// Tells what became of a row and of the cells that begin in it; whether anything did.
    fn record(&mut self, step: Step, out: &mut Laporan) -> bool {
        match step {
            Step::Both(o, n) => self.record_new(Some(o), n, false, out),
            Step::Moved(o, n) => self.record_new(Some(o), n, true, out),
            Step::Come(n) => self.record_new(None, n, false, out),
            Step::Gone(o) => {
                self.record_gone(o, out);
                true
            }
            Step::Left(..) => true,
        }
    }

    fn tempat(&self, grid: &Grid<'_>, row: usize, outer: &str) -> Option<Tempat> {
        let cells = grid.rows.get(row)?.iter().find_map(|slot| grid.cell(slot.owner))?;
        let judul = grid.title(row, self.key).filter(|_| !grid.is_group(row));
        Some(Tempat { nama: joined(outer, &grid.place(row)), judul, span: cells.isi.teks.span })
    }

    fn record_new(&mut self, o: Option<usize>, n: usize, moved: bool, out: &mut Laporan) -> bool {
        let names = std::mem::take(&mut self.names.1);
        let name = |x: usize| names.get(x).map_or("", String::as_str);
        let slots = self.new.rows[n].iter().filter(|slot| slot.owner.0 == n);
        let begins: Vec<(usize, Owner)> = slots.map(|slot| (slot.x, slot.owner)).collect();
        let (mut own, mut apart) = (Vec::new(), Vec::new());
        for (x, owner) in begins {
            let (print, parts) = self.cell(owner, moved);
            self.prints.insert(owner, print);
            if self.new.is_row_number(owner) {
                continue;
            }
            let found = parts.into_iter().map(|part| isian(part, name(x))).filter(|isian| !isian.potong.is_empty());
            match self.new.is_merged(owner) {
                true => apart.extend(self.merged_cell(owner, name(x), found.collect())),
                false => own.extend(found),
            }
        }
        self.names.1 = names;
        own.extend(o.into_iter().flat_map(|o| self.left_columns(o, n)));
        let lama = o.and_then(|o| self.tempat(self.old, o, &self.at.lama));
        let baru = self.tempat(self.new, n, &self.at.baru);
        let row = Satuan { bagian: self.at.bagian, lama, baru, pindah: moved, ulangan: false, isi: own };
        let changed = [&row].into_iter().chain(&apart).any(|satuan| satuan.nasib() != super::report::Nasib::Tetap);
        if !row.isi.is_empty() || moved {
            out.satuan.push(row);
        }
        out.satuan.extend(apart);
        changed
    }

    /// The old cells of a matched row whose columns the new table has not.
    fn left_columns(&self, o: usize, n: usize) -> Vec<Isian> {
        let begins = self.old.rows[o].iter().filter(|slot| slot.owner.0 == o && self.new.slot(n, slot.x).is_none());
        let gone = begins.filter(|slot| !self.is_told_elsewhere(slot.owner) && !self.old.is_row_number(slot.owner));
        gone.flat_map(|slot| self.gone_cell(slot)).collect()
    }

    /// Whether a cell of the old table is told of with one of the new table.
    fn is_told_elsewhere(&self, owner: Owner) -> bool {
        self.partners.new_of(owner).is_some() || self.orphans.values().flatten().any(|one| *one == owner)
    }

    /// The texts of a cell that only the old table has.
    fn gone_cell(&self, slot: &Slot) -> Vec<Isian> {
        let parts = self.old.cell(slot.owner).map(|cell| whole(&cell.isi, Tanda::Hapus).1).unwrap_or_default();
        let name = self.names.0.get(slot.x).map_or("", String::as_str);
        parts.into_iter().map(|part| isian(part, name)).filter(|isian| !isian.potong.is_empty()).collect()
    }

    /// A cell over several rows is a place of its own.
    fn merged_cell(&self, owner: Owner, column: &str, isi: Vec<Isian>) -> Option<Satuan> {
        let tempat = |grid: &Grid<'_>, owner: Owner, outer: &str| {
            let cell = grid.cell(owner)?;
            let (first, last) = (grid.place(owner.0), owner.0 + cell.turun.max(1) - 1);
            let rows = match cell.turun {
                0 | 1 => first,
                _ => format!("{first}–{}", grid.place(last).trim_start_matches("baris ")),
            };
            let nama = joined(&joined(outer, &rows), column);
            Some(Tempat { nama, judul: None, span: cell.isi.teks.span })
        };
        let lama = self.partners.old_of(owner).and_then(|from| tempat(self.old, from, &self.at.lama));
        let baru = tempat(self.new, owner, &self.at.baru);
        // The column is in the place's name already.
        let inner = |isian: Isian| Isian {
            nama: isian.nama.strip_prefix(column).unwrap_or(&isian.nama).trim().to_owned(),
            ..isian
        };
        let isi: Vec<Isian> = isi.into_iter().map(inner).collect();
        (!isi.is_empty()).then_some(Satuan { bagian: self.at.bagian, lama, baru, pindah: false, ulangan: false, isi })
    }

    fn record_gone(&self, o: usize, out: &mut Laporan) {
        let begins = self.old.rows[o].iter().filter(|slot| slot.owner.0 == o);
        let gone = begins.filter(|slot| !self.is_told_elsewhere(slot.owner) && !self.old.is_row_number(slot.owner));
        let isi = gone.flat_map(|slot| self.gone_cell(slot)).collect();
        let lama = self.tempat(self.old, o, &self.at.lama);
        out.satuan.push(Satuan { bagian: self.at.bagian, lama, baru: None, pindah: false, ulangan: false, isi });
    }

    /// A cell of the new table with what became of it. Row numbers follow from the order and bear only the row's mark.
    fn cell(&self, owner: Owner, moved: bool) -> items::Merged<ButirCetak> {
        let nothing = (empty(self.span), Vec::new());
        let Some(to) = self.new.cell(owner) else { return nothing };
        let from = self.partners.old_of(owner).and_then(|from| self.old.cell(from));
        let (mut print, mut parts) = match from {
            Some(_) if self.new.is_row_number(owner) => {
                let coretan = moved.then_some(Coretan::Pindah);
                let runs = to.isi.teks.runs.iter().map(|run| Run { coretan, ..run.clone() }).collect();
                (plain_item(Teks { span: to.isi.teks.span, runs }), Vec::new())
            }
            Some(from) => items::pair(&from.isi, &to.isi, moved, Manner::plain(Cara::Utuh)),
            None => whole(&to.isi, Tanda::Sisip),
        };
        // That the row has moved is said of the row.
        parts.iter_mut().take(1).for_each(|part| part.pindah = false);
        for orphan in self
            .orphans
            .get(&owner)
            .into_iter()
            .flatten()
            .filter(|one| !self.old.is_row_number(**one))
            .filter_map(|one| self.old.cell(*one))
        {
            let gone = whole(&orphan.isi, Tanda::Hapus).1;
            let struck = gone.iter().flat_map(|part| marked(&part.potong, false, &orphan.isi.teks).runs);
            let mut runs: Vec<Run> = struck.filter(|run| !run.text.is_empty()).collect();
            runs.extend(runs.last().map(|_| Run::plain(" ")));
            runs.append(&mut print.teks.runs);
            print.teks.runs = runs;
            parts.extend(gone);
        }
        (print, parts)
    }

    /// The rows of the merged table; in the brief form unchanged neighbours become one.
    fn entries(&self, steps: &[Step], changed: &[bool]) -> Vec<Entry> {
        let all = steps.iter().enumerate().map(|(at, step)| self.entry(at, *step));
        if self.cara != Cara::Ringkas {
            return all.collect();
        }
        let keep = self.kept(steps, changed);
        let (mut out, mut waiting): (Vec<Entry>, Vec<Entry>) = (Vec::new(), Vec::new());
        let columns = self.columns;
        let flush = |waiting: &mut Vec<Entry>, out: &mut Vec<Entry>| match waiting.len() {
            0 | 1 => out.append(waiting),
            count => {
                out.push(Entry { step: None, slots: vec![(0, columns, Place::Unchanged(count))] });
                waiting.clear();
            }
        };
        for (entry, keep) in all.zip(keep) {
            match keep {
                true => {
                    flush(&mut waiting, &mut out);
                    out.push(entry);
                }
                false => waiting.push(entry),
            }
        }
        flush(&mut waiting, &mut out);
        out
    }

    /// Which rows the brief form keeps: what changed, and the headings over it.
    fn kept(&self, steps: &[Step], changed: &[bool]) -> Vec<bool> {
        let is_group = |step: &Step| match *step {
            Step::Both(_, n) | Step::Moved(_, n) | Step::Come(n) => self.new.is_group(n),
            Step::Gone(o) | Step::Left(o, _) => self.old.is_group(o),
        };
        let mut below = false;
        let mut keep: Vec<bool> = steps
            .iter()
            .zip(changed)
            .rev()
            .map(|(step, changed)| match is_group(step) {
                true => std::mem::take(&mut below) || *changed,
                false => {
                    below |= *changed;
                    *changed
                }
            })
            .collect();
        keep.reverse();
        keep
    }

    fn new_slots(&self, n: usize) -> impl Iterator<Item = (usize, usize, Place)> {
        self.new.rows[n].iter().map(|slot| (slot.x, slot.kanan, Place::New(slot.owner)))
    }

    fn entry(&self, at: usize, step: Step) -> Entry {
        let slots = match step {
            Step::Both(o, n) | Step::Moved(o, n) => {
                let columns_left = self.old.rows[o].iter().filter(|slot| self.new.slot(n, slot.x).is_none());
                let left = columns_left.map(|slot| (slot.x, slot.kanan, Place::Old(slot.owner)));
                self.new_slots(n).chain(left).collect()
            }
            Step::Come(n) => self.new_slots(n).collect(),
            Step::Gone(o) | Step::Left(o, _) => {
                let place = |slot: &Slot| match self.partners.new_of(slot.owner) {
                    // A merged cell goes on over rows that were in it.
                    Some(owner) if self.old.is_merged(slot.owner) => Place::New(owner),
                    _ if matches!(step, Step::Left(..)) && !self.old.is_merged(slot.owner) => Place::Left(at, slot.x),
                    _ => Place::Old(slot.owner),
                };
                self.old.rows[o].iter().map(|slot| (slot.x, slot.kanan, place(slot))).collect()
            }
        };
        Entry { step: Some(step), slots }
    }

    /// How far each cell reaches: over neighbouring rows that hold the same one.
    fn reaches(entries: &[Entry]) -> Vec<Reach> {
        let mut out: Vec<Reach> = Vec::new();
        let mut open: BTreeMap<usize, usize> = BTreeMap::new();
        for (row, entry) in entries.iter().enumerate() {
            let mut still: BTreeMap<usize, usize> = BTreeMap::new();
            for (x, kanan, place) in &entry.slots {
                let above = open.get(x).copied().filter(|at| out[*at].place == *place && out[*at].kanan == *kanan);
                let at = above.unwrap_or(out.len());
                match above {
                    Some(at) => out[at].count += 1,
                    None => out.push(Reach { x: *x, kanan: *kanan, first: row, count: 1, place: *place }),
                }
                still.insert(*x, at);
            }
            open = still;
        }
        out
    }

    fn print(&mut self, entries: &[Entry]) -> Vec<BarisCetak> {
        let mut rows: Vec<Vec<SelCetak>> = entries.iter().map(|_| Vec::new()).collect();
        for reach in Self::reaches(entries) {
            let step = entries[reach.first].step;
            let cell = self.print_cell(&reach, step);
            rows[reach.first].push(cell);
        }
        let written = |entry: &Entry| match entry.step {
            Some(Step::Both(_, n) | Step::Moved(_, n) | Step::Come(n)) => self.new.row(n),
            Some(Step::Gone(o)) => self.old.row(o),
            Some(Step::Left(..)) | None => None,
        };
        let row = |(entry, cells): (&Entry, Vec<SelCetak>)| match written(entry) {
            Some(row) => row.with(cells),
            None => BarisCetak::Sel(cells),
        };
        rows.iter_mut().for_each(|cells| cells.sort_by_key(|cell| cell.x));
        entries.iter().zip(rows).map(row).collect()
    }

    fn print_cell(&mut self, reach: &Reach, step: Option<Step>) -> SelCetak {
        let (isi, like) = match reach.place {
            Place::New(owner) => {
                let isi = self.prints.remove(&owner).unwrap_or_else(|| self.cell(owner, false).0);
                (isi, self.new.cell(owner))
            }
            Place::Old(owner) => {
                let from = self.old.cell(owner);
                (from.map_or_else(|| empty(self.span), |cell| whole(&cell.isi, Tanda::Hapus).0), from)
            }
            Place::Left(..) => (self.left(reach.x, step), None),
            Place::Unchanged(count) => {
                let mut isi = empty(self.span);
                isi.teks = remark(&format!("{count} baris tidak berubah"), isi.teks.span);
                (isi, None)
            }
        };
        SelCetak {
            putar: false,
            x: reach.x,
            isi,
            kanan: reach.kanan,
            turun: reach.count,
            tebal: like.is_some_and(|cell| cell.tebal),
            rata: like.and_then(|cell| cell.rata),
        }
    }

    /// What stands in a row that has moved away: its number struck, and where it went.
    fn left(&self, x: usize, step: Option<Step>) -> ButirCetak {
        let mut isi = empty(self.span);
        let Some(Step::Left(o, n)) = step else { return isi };
        let first_text = |grid: &Grid<'_>| grid.rows[o].iter().map(|slot| slot.x).find(|x| !grid.is_number(*x));
        let slot = self.old.rows[o].iter().find(|slot| slot.x == x);
        if self.old.is_number(x) {
            let cell = slot.and_then(|slot| self.old.cell(slot.owner));
            return cell.map_or(isi, |cell| whole(&cell.isi, Tanda::Hapus).0);
        }
        let own = |x: &usize| self.old.rows[o].iter().any(|slot| slot.x == *x && !self.old.is_merged(slot.owner));
        let said_in = self.key.filter(own).or_else(|| first_text(self.old).filter(own));
        let fallback = || self.old.rows[o].iter().map(|slot| slot.x).find(|x| own(x) && !self.old.is_number(*x));
        if said_in.or_else(fallback) == Some(x) {
            let title = self.old.title(o, self.key).map(|title| format!("“{title}” ")).unwrap_or_default();
            isi.teks = remark(&format!("{title}dipindahkan ke {}", self.new.place(n)), isi.teks.span);
        }
        isi
    }
}

/// A cell without text.
fn empty(span: Span) -> ButirCetak {
    plain_item(Teks::plain("", span))
}

fn plain_item(teks: Teks) -> ButirCetak {
    ButirCetak { no: None, teks, rincian: Vec::new(), penutup: None, coretan: None }
}
