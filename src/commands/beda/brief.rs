//! Leaving out what did not change: a run of unchanged neighbours becomes one remark.

use naskah_core::decree::Teks;
use naskah_core::diag::Span;
use naskah_core::resolve::{BarisCetak, BlokCetak, ButirCetak, DiktumCetak, SelCetak, TabelCetak};

use super::remarks::{place_of, remark};

/// Whether a text bears a mark.
fn has_mark(teks: &Teks) -> bool {
    teks.runs.iter().any(|run| run.coretan.is_some())
}

/// Whether anything of an item bears a mark.
fn item_has_mark(item: &ButirCetak) -> bool {
    item.coretan.is_some() || item.texts().into_iter().any(has_mark)
}

/// Whether anything in a row's cells bears a mark.
pub fn cells_have_mark(cells: &[SelCetak]) -> bool {
    cells.iter().any(|cell| item_has_mark(&cell.isi))
}

fn table_has_mark(table: &TabelCetak) -> bool {
    table.kepala.iter().map(Vec::as_slice).chain(table.baris.iter().map(BarisCetak::cells)).any(cells_have_mark)
}

fn block_has_mark(block: &BlokCetak) -> bool {
    match block {
        BlokCetak::Bab { teks, .. } | BlokCetak::Bagian { teks, .. } => has_mark(teks),
        BlokCetak::Paragraf { isi, .. } => item_has_mark(isi),
        BlokCetak::Tabel { tabel } => table_has_mark(tabel),
        BlokCetak::Gambar { .. } => false,
    }
}

/// Puts one remark in the place of two or more neighbours that are not to be kept.
fn collapse<T>(list: Vec<(T, bool)>, remark: impl Fn(&T, &T, usize) -> T) -> Vec<T> {
    let flush = |waiting: &mut Vec<T>, out: &mut Vec<T>| {
        let one = match &waiting[..] {
            [first, .., last] => Some(remark(first, last, waiting.len())),
            _ => None,
        };
        match one {
            Some(one) => {
                waiting.clear();
                out.push(one);
            }
            None => out.append(waiting),
        }
    };
    let (mut out, mut waiting) = (Vec::new(), Vec::new());
    for (thing, keep) in list {
        match keep {
            true => {
                flush(&mut waiting, &mut out);
                out.push(thing);
            }
            false => waiting.push(thing),
        }
    }
    flush(&mut waiting, &mut out);
    out
}

/// `huruf a sampai dengan huruf d tidak berubah`
fn unchanged(first: &str, last: &str, count: usize) -> String {
    match first.is_empty() || last.is_empty() {
        true => format!("{count} butir tidak berubah"),
        false => format!("{first} sampai dengan {last} tidak berubah"),
    }
}

/// An item that holds only a remark.
fn remark_item(words: &str, like: &ButirCetak) -> ButirCetak {
    let teks = remark(words, like.teks.span);
    ButirCetak { no: None, teks, rincian: Vec::new(), penutup: None, coretan: None }
}

/// Items without the unchanged ones.
pub fn items(list: Vec<ButirCetak>) -> Vec<ButirCetak> {
    let list = list.into_iter().map(|item| (item_has_mark(&item), item)).map(|(keep, item)| (item, keep)).collect();
    collapse(list, |first, last, count| {
        let name = |item: &ButirCetak| place_of(item.no.as_deref());
        remark_item(&unchanged(&name(first), &name(last), count), first)
    })
}

/// Decisions without the unchanged ones.
pub fn decisions(list: Vec<DiktumCetak>) -> Vec<DiktumCetak> {
    let keep = |diktum: DiktumCetak| {
        let keep = item_has_mark(&diktum.isi);
        (diktum, keep)
    };
    collapse(list.into_iter().map(keep).collect(), |first, last, count| DiktumCetak {
        label: String::new(),
        isi: remark_item(&unchanged(&first.label, &last.label, count), &first.isi),
    })
}

/// Blocks without the unchanged ones; the headings over a change stay. `span` is where remarks point to.
pub fn blocks(list: Vec<BlokCetak>, span: Span) -> Vec<BlokCetak> {
    let keep = kept(&list);
    collapse(list.into_iter().zip(keep).collect(), |_, _, count| {
        let teks = remark(&format!("{count} bagian berturut-turut tidak berubah"), span);
        let isi = ButirCetak { no: None, teks, rincian: Vec::new(), penutup: None, coretan: None };
        BlokCetak::Paragraf { isi, tingkat: 0 }
    })
}

/// Which blocks are kept: those with marks, and the headings that such a block stands under.
fn kept(list: &[BlokCetak]) -> Vec<bool> {
    let level = |block: &BlokCetak| match block {
        BlokCetak::Bab { .. } => Some(0),
        BlokCetak::Bagian { tingkat, .. } => Some(*tingkat),
        BlokCetak::Paragraf { .. } | BlokCetak::Tabel { .. } | BlokCetak::Gambar { .. } => None,
    };
    // The deepest heading that still waits for being kept, seen from the end; none where nothing was marked.
    let mut waiting: Option<usize> = None;
    let mut keep: Vec<bool> = list
        .iter()
        .rev()
        .map(|block| {
            let marked = block_has_mark(block);
            match level(block) {
                Some(level) if marked || waiting.is_some_and(|deepest| level <= deepest) => {
                    waiting = level.checked_sub(1);
                    true
                }
                _ if marked => {
                    waiting = Some(usize::MAX);
                    true
                }
                _ => false,
            }
        })
        .collect();
    keep.reverse();
    keep
}
