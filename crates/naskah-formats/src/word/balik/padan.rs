//! Which text of today's decree each bookmark belongs to: the same one where the YAML did not change, otherwise by what
//! they said.

use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// For places that went out, each with the sum of what it said, the places that they are now; `now` are today's sums.
pub fn padan(out: &[(usize, String)], now: &[String], same: bool) -> HashMap<usize, usize> {
    if same {
        return out.iter().map(|(at, _)| (*at, *at)).filter(|(at, _)| *at < now.len()).collect();
    }
    let mut out: Vec<&(usize, String)> = out.iter().collect();
    out.sort();
    out.dedup_by_key(|one| one.0);
    let sums: Vec<&str> = out.iter().map(|(_, sum)| sum.as_str()).collect();
    let today: Vec<&str> = now.iter().map(String::as_str).collect();
    let mut found = HashMap::new();
    for step in capture_diff_slices(Algorithm::Myers, &sums, &today) {
        let (old, new) = (step.old_range(), step.new_range());
        // What stands between the same neighbours is the same place; where there are more or fewer, nobody knows.
        let sure = matches!(step, DiffOp::Equal { .. }) || (old.len() == new.len() && close(&out[old.clone()]));
        if sure {
            found.extend(old.map(|at| out[at].0).zip(new));
        }
    }
    found
}

/// Whether none of the places between was taken away.
fn close(out: &[&(usize, String)]) -> bool {
    out.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1)
}

#[cfg(test)]
mod tests {
    use super::padan;

    #[test]
    fn places_are_found_again() {
        let padan = |out: &str, now: &str, same: bool| {
            let sums = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
            let out: Vec<(usize, String)> = sums(out).into_iter().enumerate().filter(|(_, sum)| sum != "-").collect();
            let mut found: Vec<(usize, usize)> = padan(&out, &sums(now), same).into_iter().collect();
            found.sort_unstable();
            found
        };
        assert_eq!(padan("abc", "xyz", true), [(0, 0), (1, 1), (2, 2)]);
        assert_eq!(padan("abc", "axc", false), [(0, 0), (1, 1), (2, 2)]);
        assert_eq!(padan("abc", "abxc", false), [(0, 0), (1, 1), (2, 3)]);
        assert_eq!(padan("abc", "ac", false), [(0, 0), (2, 1)]);
        assert_eq!(padan("a-c", "abc", false), [(0, 0), (2, 2)]);
    }
}
