//! Which item of the new list is which of the old one: kept, changed, moved, gone or new.
//!
//! Items are matched so that the matched are as like as can be, in their order; what stays unmatched and is very like
//! something elsewhere has moved. In long lists equal items are matched first, then those of equal keys, and only what
//! lies between them is looked at pair by pair.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::words;

/// What is known of an item for telling which is which.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// All that makes two items equal.
    pub whole: String,
    /// What names the item among others, such as the number of a law or the first cell of a row; empty for none.
    pub key: String,
    /// What kind it is; different kinds never match.
    pub kind: String,
    /// How like another it must be, between 0 and 1, to be the same item changed.
    pub least: f64,
}

impl Item {
    /// An item that only its text tells from others.
    pub fn text(whole: impl Into<String>) -> Self {
        Self { whole: whole.into(), key: String::new(), kind: String::new(), least: LEAST }
    }
}

/// How like two items of a list must be to be the same one changed.
pub const LEAST: f64 = 0.5;

/// How like two items must be where one has moved.
const LEAST_MOVED: f64 = 0.7;

/// Lists of so few pairs of items are looked at pair by pair as wholes.
const SHORT: usize = 40_000;

/// So many pairs of items at most are looked at one by one.
const PAIRS: usize = 2_000_000;

/// One step through both lists, in the order of the merged list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The same item, in its place.
    Both(usize, usize),
    /// An item of the old list only.
    Gone(usize),
    /// An item of the new list only.
    Come(usize),
    /// The old place of an item that now stands elsewhere.
    Left(usize, usize),
    /// The new place of an item that stood elsewhere.
    Moved(usize, usize),
}

/// What a redline shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cara {
    /// Everything.
    Utuh,
    /// What changed, with a remark for the rest.
    Ringkas,
}

/// Walks through both lists at once.
pub fn align(old: &[Item], new: &[Item]) -> Vec<Step> {
    let mut work = Work::new(old, new);
    if old.len().saturating_mul(new.len()) > SHORT {
        work.anchors(0..old.len(), 0..new.len(), &work.wholes());
        for (o, n) in work.gaps() {
            work.anchors(o, n, &work.keys());
        }
    }
    for (o, n) in work.gaps() {
        work.likeliest(o, n);
    }
    let moved = work.moves();
    steps(&work.kept, &moved, old.len(), new.len())
}

/// A part of each list.
type Gap = (std::ops::Range<usize>, std::ops::Range<usize>);

/// A number for each item of both lists; equal numbers, equal items. None matches nothing.
type Numbers = (Vec<Option<u32>>, Vec<Option<u32>>);

struct Work<'a> {
    old: &'a [Item],
    new: &'a [Item],
    /// The words of each item as sorted numbers.
    bags: (Vec<Vec<u32>>, Vec<Vec<u32>>),
    /// Whether each item's equal must be in the other list, since that has as many of them.
    settled: (Vec<bool>, Vec<bool>),
    /// The matched items, in order in both lists.
    kept: BTreeMap<usize, usize>,
}

impl<'a> Work<'a> {
    fn new(old: &'a [Item], new: &'a [Item]) -> Self {
        let mut known: HashMap<String, u32> = HashMap::new();
        let mut bag = |item: &Item| {
            let mut bag: Vec<u32> = Vec::new();
            for word in words::words(&item.whole) {
                let next = known.len() as u32;
                bag.push(*known.entry(word.to_lowercase()).or_insert(next));
            }
            bag.sort_unstable();
            bag
        };
        let bags = (old.iter().map(&mut bag).collect(), new.iter().map(&mut bag).collect());
        Self { old, new, bags, settled: (settled(old, new), settled(new, old)), kept: BTreeMap::new() }
    }

    fn numbers<'t>(&self, text: impl Fn(&'a Item) -> Option<(&'t str, &'t str)>) -> Numbers
    where
        'a: 't,
    {
        let mut known: HashMap<(&str, &str), u32> = HashMap::new();
        let mut number = |item: &'a Item| {
            let next = known.len() as u32;
            text(item).map(|text| *known.entry(text).or_insert(next))
        };
        (self.old.iter().map(&mut number).collect(), self.new.iter().map(&mut number).collect())
    }

    fn wholes(&self) -> Numbers {
        self.numbers(|item| Some((&item.kind, &item.whole)))
    }

    fn keys(&self) -> Numbers {
        self.numbers(|item| (!item.key.is_empty()).then_some((&item.kind, &item.key)))
    }

    /// Matches the longest run of equal numbers within a gap.
    fn anchors(&mut self, old: std::ops::Range<usize>, new: std::ops::Range<usize>, numbers: &Numbers) {
        // An item without a number equals none of the other list.
        let own = |list: &[Option<u32>], side: u8| -> Vec<(u8, u32)> {
            let name = |(at, number): (usize, &Option<u32>)| number.map_or((side, at as u32), |number| (0, number));
            list.iter().enumerate().map(name).collect()
        };
        let (a, b) = (own(&numbers.0[old.clone()], 1), own(&numbers.1[new.clone()], 2));
        for op in capture_diff_slices(Algorithm::Myers, &a, &b) {
            if let DiffOp::Equal { old_index, new_index, len } = op {
                self.kept.extend((0..len).map(|at| (old.start + old_index + at, new.start + new_index + at)));
            }
        }
    }

    /// What lies between matched items.
    fn gaps(&self) -> Vec<Gap> {
        let ends = self.kept.iter().map(|(o, n)| (*o, *n)).chain([(self.old.len(), self.new.len())]);
        let (mut gaps, mut from) = (Vec::new(), (0, 0));
        for (o, n) in ends {
            if from.0 < o && from.1 < n {
                gaps.push((from.0..o, from.1..n));
            }
            from = (o + 1, n + 1);
        }
        gaps
    }

    /// How like two items are, between 0 and 1: twice the words that both have, by all their words.
    fn likeness(&self, o: usize, n: usize) -> f64 {
        let (old, new) = (&self.old[o], &self.new[n]);
        if old.kind != new.kind {
            return 0.0;
        }
        let (a, b) = (&self.bags.0[o], &self.bags.1[n]);
        let (mut i, mut j, mut both) = (0, 0, 0);
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            both += usize::from(x == y);
            (i, j) = (i + usize::from(x <= y), j + usize::from(y <= x));
        }
        let all = a.len() + b.len();
        if old.whole == new.whole {
            return 1.0;
        }
        // What has its equal elsewhere is that one moved, and no other one changed.
        if self.settled.0[o] || self.settled.1[n] || all == 0 {
            return 0.0;
        }
        let alike = 0.99 * 2.0 * both as f64 / all as f64;
        match old.key.is_empty() || new.key.is_empty() {
            true => alike,
            false if old.key == new.key => 0.5 + 0.5 * alike,
            // Other keys, other items, unless nearly all the rest is the same.
            false => (alike - 0.25).max(0.0),
        }
    }

    /// Matches within a gap so that the matched are as like as can be, in their order.
    fn likeliest(&mut self, old: std::ops::Range<usize>, new: std::ops::Range<usize>) {
        let (rows, columns) = (old.len(), new.len());
        if rows.saturating_mul(columns) > PAIRS {
            return;
        }
        let width = columns + 1;
        let mut best = vec![0.0_f64; (rows + 1) * width];
        let mut like = vec![0.0_f64; rows * columns];
        for i in (0..rows).rev() {
            for j in (0..columns).rev() {
                let (o, n) = (old.start + i, new.start + j);
                let likeness = self.likeness(o, n);
                let counted = if likeness >= self.old[o].least.min(self.new[n].least) { likeness } else { 0.0 };
                like[i * columns + j] = counted;
                let skip = best[(i + 1) * width + j].max(best[i * width + j + 1]);
                let take = if counted > 0.0 { counted + best[(i + 1) * width + j + 1] } else { 0.0 };
                best[i * width + j] = skip.max(take);
            }
        }
        let (mut i, mut j) = (0, 0);
        while i < rows && j < columns {
            let counted = like[i * columns + j];
            if counted > 0.0 && best[i * width + j] <= counted + best[(i + 1) * width + j + 1] {
                self.kept.insert(old.start + i, new.start + j);
                (i, j) = (i + 1, j + 1);
            } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
                i += 1;
            } else {
                j += 1;
            }
        }
    }

    /// Unmatched items that stand elsewhere in the other list: the equal ones, those of equal keys, the most alike.
    fn moves(&self) -> BTreeMap<usize, usize> {
        let taken: Vec<usize> = self.kept.values().copied().collect();
        let mut old: Vec<usize> = (0..self.old.len()).filter(|o| !self.kept.contains_key(o)).collect();
        let mut new: Vec<usize> = (0..self.new.len()).filter(|n| taken.binary_search(n).is_err()).collect();
        let mut moved = BTreeMap::new();
        for (numbers, least) in [(self.wholes(), 0.0), (self.keys(), LEAST)] {
            let mut places: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
            for n in new.iter().rev() {
                if let Some(number) = numbers.1[*n] {
                    places.entry(number).or_default().push(*n);
                }
            }
            for o in &old {
                let place = numbers.0[*o].and_then(|number| places.get_mut(&number));
                let Some(n) = place.and_then(Vec::pop) else { continue };
                // What holds no word is nothing that could be said to have moved.
                if !self.bags.0[*o].is_empty() && self.likeness(*o, n) >= least {
                    moved.insert(*o, n);
                }
            }
            old.retain(|o| !moved.contains_key(o));
            let taken: BTreeSet<usize> = moved.values().copied().collect();
            new.retain(|n| !taken.contains(n));
        }
        if old.len().saturating_mul(new.len()) <= PAIRS {
            self.likely_moves(&old, &new, &mut moved);
        }
        moved
    }

    fn likely_moves(&self, old: &[usize], new: &[usize], moved: &mut BTreeMap<usize, usize>) {
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for o in old {
            let likely = new.iter().map(|n| (self.likeness(*o, *n), *o, *n));
            pairs.extend(likely.filter(|(alike, o, _)| *alike >= LEAST_MOVED && self.bags.0[*o].len() > 3));
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        let mut used: BTreeSet<usize> = BTreeSet::new();
        for (_, o, n) in pairs {
            if !moved.contains_key(&o) && used.insert(n) {
                moved.insert(o, n);
            }
        }
    }
}

/// Whether each item has its equal in the other list, which holds as many of them.
fn settled(list: &[Item], other: &[Item]) -> Vec<bool> {
    fn count(list: &[Item]) -> HashMap<(&str, &str), usize> {
        let mut counts = HashMap::new();
        list.iter().for_each(|item| *counts.entry((item.kind.as_str(), item.whole.as_str())).or_default() += 1);
        counts
    }
    let (own, others) = (count(list), count(other));
    let name = |item: &Item| -> Option<bool> {
        let name = (item.kind.as_str(), item.whole.as_str());
        Some(others.get(&name)? >= own.get(&name)?)
    };
    list.iter().map(|item| name(item).unwrap_or(false)).collect()
}

/// The merged order: that of the new list, what is gone before the next item that stayed.
fn steps(kept: &BTreeMap<usize, usize>, moved: &BTreeMap<usize, usize>, old: usize, new: usize) -> Vec<Step> {
    let from: BTreeMap<usize, usize> = moved.iter().map(|(o, n)| (*n, *o)).collect();
    let (mut out, mut o, mut n) = (Vec::new(), 0, 0);
    for (kept_old, kept_new) in kept.iter().map(|(o, n)| (*o, *n)).chain([(old, new)]) {
        while o < kept_old {
            out.push(moved.get(&o).map_or(Step::Gone(o), |to| Step::Left(o, *to)));
            o += 1;
        }
        while n < kept_new {
            out.push(from.get(&n).map_or(Step::Come(n), |from| Step::Moved(*from, n)));
            n += 1;
        }
        if (kept_old, kept_new) != (old, new) {
            out.push(Step::Both(o, n));
            (o, n) = (o + 1, n + 1);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Step::{Both, Come, Gone, Left, Moved};
    use super::*;

    fn items(texts: &[&str]) -> Vec<Item> {
        texts.iter().map(|text| Item::text(*text)).collect()
    }

    fn aligned(old: &[&str], new: &[&str]) -> Vec<Step> {
        align(&items(old), &items(new))
    }

    #[test]
    fn equal_lists_are_kept() {
        assert_eq!(aligned(&["a", "b"], &["a", "b"]), [Both(0, 0), Both(1, 1)]);
        assert_eq!(aligned(&[], &[]), []);
    }

    #[test]
    fn items_go_and_come() {
        assert_eq!(aligned(&["satu", "dua"], &["satu", "sisipan", "dua"]), [Both(0, 0), Come(1), Both(1, 2)]);
        assert_eq!(aligned(&["satu", "dua", "tiga"], &["satu", "tiga"]), [Both(0, 0), Gone(1), Both(2, 1)]);
        assert_eq!(aligned(&["satu"], &["dua"]), [Gone(0), Come(0)]);
    }

    #[test]
    fn changed_items_are_matched_by_their_words() {
        let old = ["melaksanakan rapat kerja setiap bulan", "menyusun laporan akhir tahun"];
        let new = [
            "mengangkat petugas layanan",
            "melaksanakan rapat kerja setiap minggu",
            "menyusun laporan akhir masa tugas",
        ];
        assert_eq!(aligned(&old, &new), [Come(0), Both(0, 1), Both(1, 2)]);
    }

    #[test]
    fn moved_items_are_recognised() {
        assert_eq!(
            aligned(&["satu", "dua", "tiga", "empat"], &["dua", "tiga", "empat", "satu"]),
            [Left(0, 3), Both(1, 0), Both(2, 1), Both(3, 2), Moved(0, 3)]
        );
        let old = ["menyusun laporan akhir setiap tahun", "dua", "tiga", "empat"];
        let new = ["dua", "tiga", "empat", "menyusun laporan akhir setiap bulan"];
        assert_eq!(aligned(&old, &new), [Left(0, 3), Both(1, 0), Both(2, 1), Both(3, 2), Moved(0, 3)]);
    }

    #[test]
    fn as_little_as_can_be_has_moved() {
        assert_eq!(
            aligned(
                &["rapat persiapan kerja", "layanan pada bulan april", "laporan"],
                &["laporan", "rapat persiapan kerja", "layanan pada bulan juni"]
            ),
            [Moved(2, 0), Both(0, 1), Both(1, 2), Left(2, 0)]
        );
        // Two like items that changed places did not each become the other.
        assert_eq!(
            aligned(
                &["mencatat tamu pada pagi hari", "mencatat tamu pada malam hari"],
                &["mencatat tamu pada malam hari", "mencatat tamu pada pagi hari"]
            ),
            [Left(0, 1), Both(1, 0), Moved(0, 1)]
        );
    }

    #[test]
    fn keys_go_before_words() {
        let keyed = |key: &str, rest: &str| Item { key: key.into(), ..Item::text(format!("{key} {rest}")) };
        let old = [keyed("uu 7", "tentang hal satu"), keyed("uu 8", "tentang hal dua")];
        let new = [keyed("uu 8", "tentang sama sekali lain"), keyed("uu 9", "tentang hal dua")];
        assert_eq!(align(&old, &new), [Gone(0), Both(1, 0), Come(1)]);
    }

    #[test]
    fn kinds_never_match() {
        let kind = |kind: &str| Item { kind: kind.into(), ..Item::text("isi yang sama persis") };
        assert_eq!(align(&[kind("bab")], &[kind("tabel")]), [Gone(0), Come(0)]);
    }

    #[test]
    fn every_item_has_its_place() {
        let pool = ["satu dua tiga", "satu dua empat", "lima enam", "", "lima enam tujuh"];
        for seed in 0..200_usize {
            let pick = |salt: usize, n: usize| -> Vec<&str> {
                (0..n).map(|at| pool[(seed * 31 + salt * 7 + at * at * (salt + 3)) % pool.len()]).collect()
            };
            let (old, new) = (pick(1, seed % 6), pick(2, seed % 7));
            let (mut o, mut n) = (Vec::new(), Vec::new());
            for step in aligned(&old, &new) {
                match step {
                    Both(a, b) => (o.push(a), n.push(b)),
                    Gone(a) | Left(a, _) => (o.push(a), ()),
                    Come(b) | Moved(_, b) => ((), n.push(b)),
                };
            }
            assert_eq!((o, n), ((0..old.len()).collect(), (0..new.len()).collect()), "{old:?} {new:?}");
        }
    }
}
