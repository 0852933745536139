//! Expectations in files: compared, shown where they differ, rewritten when asked.

use std::fs;
use std::path::Path;

use crate::project;

/// Whether the expectations are to be rewritten: `UPDATE=1 cargo test --release`.
pub fn update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// The first places where two texts differ, each with the lines before it; empty where the texts are equal.
pub fn difference(expected: &str, found: &str) -> String {
    const SHOWN: usize = 6;
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let (mut o, mut n, mut places, mut out) = (0, 0, 0, String::new());
    while o < old.len() || n < new.len() {
        if old.get(o) == new.get(n) {
            (o, n) = (o + 1, n + 1);
            continue;
        }
        let (gone, come) = apart(&old[o..], &new[n..]);
        places += 1;
        if places <= SHOWN {
            out.push_str(&format!("  line {}\n", o + 1));
            old[o.saturating_sub(2)..o].iter().for_each(|line| out.push_str(&format!("    {}\n", around(line, 0))));
            for (mark, lines, others) in
                [("-", &old[o..o + gone], &new[n..n + come]), ("+", &new[n..n + come], &old[o..o + gone])]
            {
                for (at, line) in lines.iter().take(8).enumerate() {
                    let same = others.get(at).map_or(0, |other| same_start(line, other));
                    out.push_str(&format!("  {mark} {}\n", around(line, same)));
                }
                if lines.len() > 8 {
                    out.push_str(&format!("  {mark} … {} more\n", lines.len() - 8));
                }
            }
        }
        (o, n) = (o + gone, n + come);
    }
    if places > SHOWN {
        out.push_str(&format!("  … {} more places\n", places - SHOWN));
    }
    if out.is_empty() && expected != found {
        out.push_str("  only line ends differ\n");
    }
    out
}

/// How many lines of each text lie before the next line that both have.
fn apart(old: &[&str], new: &[&str]) -> (usize, usize) {
    let far = (old.len() + new.len()).min(400);
    let meets =
        |gone: usize, come: usize| old.get(gone).is_some_and(|line| !line.is_empty() && new.get(come) == Some(line));
    let meeting = (1..far).flat_map(|sum| (0..=sum).map(move |gone| (gone, sum - gone))).find(|(g, c)| meets(*g, *c));
    meeting.unwrap_or((old.len(), new.len()))
}

/// How many characters two lines begin with alike.
fn same_start(line: &str, other: &str) -> usize {
    line.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
}

/// A line, of a long one the part around the character `at`.
fn around(line: &str, at: usize) -> String {
    let start = if line.chars().count() > 160 { at.saturating_sub(40) } else { 0 };
    let part: String = line.chars().skip(start).take(160).collect();
    let more = |yes: bool| if yes { "…" } else { "" };
    format!("{}{part}{}", more(start > 0), more(line.chars().count() > start + 160))
}

/// Compares with a file of the project, or rewrites it; what differs is added to `wrong`.
pub fn compare_file(path: impl AsRef<Path>, found: &str, wrong: &mut Vec<String>) {
    let path = path.as_ref();
    let expected = fs::read_to_string(project().join(path)).unwrap_or_default();
    if expected == found {
        return;
    }
    if update() {
        fs::write(project().join(path), found).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        return;
    }
    wrong.push(format!("{}:\n{}", path.display(), difference(&expected, found)));
}

/// Fails with everything that is wrong; `- ` is expected, `+ ` is found.
pub fn assert_none(wrong: &[String]) {
    assert!(
        wrong.is_empty(),
        "{} differ (- expected, + found); UPDATE=1 rewrites\n\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
