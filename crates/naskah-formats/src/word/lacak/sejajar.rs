//! Which of two rows of things is which: equal ones first, then what is likest, in their order.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A step through both rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Langkah {
    /// One of both, perhaps changed.
    Sama(usize, usize),
    /// One of the old row alone.
    Lama(usize),
    /// One of the new row alone.
    Baru(usize),
}

/// So many pairs at most are looked at one by one.
const PASANGAN: usize = 250_000;

/// What two that are like nothing are worth, where they may be the same all the same.
const SEDIKIT: f64 = 0.02;

/// Walks through both rows; `teks` is what one says, `boleh` how like two must be to be the same, `None` never.
pub fn sejajar<T>(
    old: &[T],
    new: &[T],
    teks: impl Fn(&T) -> String,
    boleh: impl Fn(&T, &T) -> Option<f64>,
) -> Vec<Langkah> {
    let (from, to): (Vec<String>, Vec<String>) = (old.iter().map(&teks).collect(), new.iter().map(&teks).collect());
    let mut out = Vec::new();
    for step in capture_diff_slices(Algorithm::Patience, &from, &to) {
        let (o, n) = (step.old_range(), step.new_range());
        let equal = matches!(step, DiffOp::Equal { .. })
            && o.clone().zip(n.clone()).all(|(o, n)| boleh(&old[o], &new[n]).is_some());
        match equal {
            true => out.extend(o.zip(n).map(|(o, n)| Langkah::Sama(o, n))),
            false => {
                let mut worth = |a: usize, b: usize| {
                    let least = boleh(&old[a], &new[b])?;
                    let like = serupa(&from[a], &to[b]);
                    (like >= least).then_some(like.max(SEDIKIT))
                };
                terbaik(o, n, &mut worth, &mut out);
            }
        }
    }
    out
}

/// The pairs of a part of each row that are together worth most.
fn terbaik(
    o: Range<usize>,
    n: Range<usize>,
    worth: &mut impl FnMut(usize, usize) -> Option<f64>,
    out: &mut Vec<Langkah>,
) {
    let (rows, columns) = (o.len(), n.len());
    if rows * columns > PASANGAN {
        return berurutan(o, n, worth, out);
    }
    let wide = columns + 1;
    let mut pair: Vec<Option<f64>> = Vec::with_capacity(rows * columns);
    let mut best = vec![0.0_f64; (rows + 1) * wide];
    o.clone().for_each(|a| pair.extend(n.clone().map(|b| worth(a, b))));
    for a in (0..rows).rev() {
        for b in (0..columns).rev() {
            let skip = best[(a + 1) * wide + b].max(best[a * wide + b + 1]);
            let both = pair[a * columns + b].map_or(0.0, |worth| worth + best[(a + 1) * wide + b + 1]);
            best[a * wide + b] = skip.max(both);
        }
    }
    let (mut a, mut b) = (0, 0);
    while a < rows && b < columns {
        let here = best[a * wide + b];
        if pair[a * columns + b].is_some_and(|worth| worth + best[(a + 1) * wide + b + 1] >= here) {
            out.push(Langkah::Sama(o.start + a, n.start + b));
            (a, b) = (a + 1, b + 1);
        } else if best[(a + 1) * wide + b] >= here {
            out.push(Langkah::Lama(o.start + a));
            a += 1;
        } else {
            out.push(Langkah::Baru(n.start + b));
            b += 1;
        }
    }
    out.extend((a..rows).map(|a| Langkah::Lama(o.start + a)));
    out.extend((b..columns).map(|b| Langkah::Baru(n.start + b)));
}

/// Pairs by their order, where there are too many to look at.
fn berurutan(
    o: Range<usize>,
    n: Range<usize>,
    worth: &mut impl FnMut(usize, usize) -> Option<f64>,
    out: &mut Vec<Langkah>,
) {
    let (mut a, mut b) = (o.start, n.start);
    while a < o.end && b < n.end {
        match worth(a, b) {
            Some(_) => out.push(Langkah::Sama(a, b)),
            None => out.extend([Langkah::Lama(a), Langkah::Baru(b)]),
        }
        (a, b) = (a + 1, b + 1);
    }
    out.extend((a..o.end).map(Langkah::Lama));
    out.extend((b..n.end).map(Langkah::Baru));
}

/// How many words two texts share, of all that they have: 1 where they are the same.
fn serupa(a: &str, b: &str) -> f64 {
    let mut counts: HashMap<&str, isize> = HashMap::new();
    let (mut all, mut shared) = (0_usize, 0_usize);
    for word in a.split_whitespace() {
        *counts.entry(word).or_default() += 1;
        all += 1;
    }
    for word in b.split_whitespace() {
        all += 1;
        if let Some(count) = counts.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            shared += 2;
        }
    }
    if all == 0 { 1.0 } else { shared as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likest_are_the_same() {
        let steps = |old: &[&str], new: &[&str]| sejajar(old, new, |text| (*text).to_owned(), |_, _| Some(0.4));
        use Langkah::{Baru, Lama, Sama};
        assert_eq!(steps(&["a b c", "d e f"], &["x", "a b d", "d e f"]), [Baru(0), Sama(0, 1), Sama(1, 2)]);
        assert_eq!(steps(&["a", "b"], &["b"]), [Lama(0), Sama(1, 0)]);
        assert_eq!(steps(&["a"], &["b"]), [Lama(0), Baru(0)]);
        assert_eq!(steps(&[], &["b"]), [Baru(0)]);
    }
}
