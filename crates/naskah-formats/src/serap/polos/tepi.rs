//! What belongs to pages and not to the text: numbers of pages, lines that stand on every page, catchwords.

use std::collections::HashMap;

use crate::serap::kata::is_attachment;
use crate::serap::pinggir::is_address;
use crate::serap::sumber::Sumber;

/// The lines of all pages without what belongs to the pages, which is told.
pub fn without(pages: Vec<Vec<String>>, sumber: &mut Sumber) -> Vec<String> {
    let every = Berulang::count(&pages);
    let mut out: Vec<String> = Vec::new();
    for (at, mut page) in pages.into_iter().enumerate() {
        strip(&mut page, &every, sumber);
        let first = page.iter().find(|line| is_filled(line));
        if let (Some(first), Some(last)) = (first, out.iter().rposition(is_filled))
            && out.get(last).is_some_and(|line| calls(line, first))
        {
            tell(&out.remove(last), sumber);
        }
        if at > 0 && !out.is_empty() {
            out.push(String::new());
        }
        out.append(&mut page);
    }
    blank(&mut out, sumber);
    out
}

/// The lines that stand at an edge of the pages, and how often.
struct Berulang {
    pages: usize,
    edges: HashMap<String, usize>,
}

impl Berulang {
    fn count(all: &[Vec<String>]) -> Self {
        let pages = all.iter().filter(|page| page.iter().any(is_filled)).count();
        let mut edges: HashMap<String, usize> = HashMap::new();
        for page in all.iter().filter(|_| pages > 2) {
            let ends = [page.iter().find(|line| is_filled(line)), page.iter().rfind(|line| is_filled(line))];
            let mut own: Vec<String> = ends.into_iter().flatten().map(|line| shape(line)).collect();
            own.dedup();
            own.into_iter().for_each(|line| *edges.entry(line).or_default() += 1);
        }
        Self { pages, edges }
    }

    /// Whether a line stands on every page, but for one.
    fn has(&self, line: &str) -> bool {
        let often = |times: &usize| *times > 2 && *times + 1 >= self.pages;
        !is_attachment(line.trim()) && self.edges.get(&shape(line)).is_some_and(often)
    }
}

/// Takes out what stands at the edges of a page, and its marks.
fn strip(page: &mut Vec<String>, every: &Berulang, sumber: &mut Sumber) {
    for from_end in [false, true] {
        // A page may have a number and a line of its own at one edge.
        for _ in 0..2 {
            let found = match from_end {
                false => page.iter().position(is_filled),
                true => page.iter().rposition(is_filled),
            };
            let furniture = |line: &String| is_number(line) || is_address(line) || every.has(line);
            let Some(place) = found.filter(|place| page.get(*place).is_some_and(furniture)) else { break };
            tell(&page.remove(place), sumber);
        }
    }
    page.retain(|line| {
        let mark = matches!(line.trim(), "KONSEP" | "DRAF" | "DRAFT");
        if mark {
            tell(line, sumber);
        }
        !mark
    });
}

/// Empties the numbers and catchwords between the lines, where no sign parts the pages.
fn blank(out: &mut [String], sumber: &mut Sumber) {
    for at in 0..out.len() {
        let next = out.iter().skip(at + 1).find(|line| is_filled(line) && !is_dashed(line));
        let found = out.get(at).is_some_and(|line| is_dashed(line) || next.is_some_and(|next| calls(line, next)));
        if let Some(line) = out.get_mut(at).filter(|_| found) {
            tell(&std::mem::take(line), sumber);
        }
    }
}

fn tell(line: &str, sumber: &mut Sumber) {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if !sumber.tepi.contains(&line) {
        sumber.tepi.push(line);
    }
}

fn is_filled(line: impl AsRef<str>) -> bool {
    !line.as_ref().trim().is_empty()
}

/// A line with its figures as one sign.
fn shape(line: &str) -> String {
    let figures = line.chars().map(|c| if c.is_ascii_digit() { '0' } else { c });
    let text: String = figures.collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace("00", "0").replace("00", "0")
}

/// Whether a line is the number of a page.
fn is_number(line: &str) -> bool {
    let bare = line.trim().trim_matches(|c: char| "-–— ".contains(c));
    !bare.is_empty() && bare.len() <= 4 && bare.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a line is the number of a page between dashes.
fn is_dashed(line: &str) -> bool {
    let line = line.trim();
    let dash = |c: char| "-–—".contains(c);
    is_number(line) && line.starts_with(dash) && line.ends_with(dash) && line.len() > 2
}

/// Whether a line is the catchword of the next: its first words with dots behind them.
fn calls(line: &str, next: &str) -> bool {
    let line = line.trim();
    let words = line.trim_end_matches(['.', '…', '/', ' ']);
    let dots = line.get(words.len()..).unwrap_or_default();
    let called = dots.matches('.').count() > 2 || dots.contains('…');
    let own: Vec<&str> = words.split_whitespace().collect();
    let next: Vec<&str> = next.split_whitespace().collect();
    let same = |(a, b): (&&str, &&str)| a == b || b.trim_end_matches([',', ';', ':', '.']) == *a;
    called && !own.is_empty() && own.len() <= 4 && own.len() <= next.len() && own.iter().zip(&next).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_to_pages_is_taken_out() {
        let page = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let mut sumber = Sumber::default();
        let pages = vec![
            page("satu\nb. bahwa dua . . .\njdih.kpu.go.id"),
            page("- 2 -\nb. bahwa dua tiga\njdih.kpu.go.id"),
            page("- 3 -\nempat\n5\nlima\njdih.kpu.go.id"),
        ];
        let lines: Vec<String> = without(pages, &mut sumber).into_iter().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["satu", "b. bahwa dua tiga", "empat", "5", "lima"]);
        assert_eq!(sumber.tepi, ["jdih.kpu.go.id", "- 2 -", "b. bahwa dua . . .", "- 3 -"]);
        let lines = without(vec![page("satu dua\n- 2 -\n\ntiga")], &mut sumber);
        assert_eq!(lines.concat(), "satu duatiga");
    }
}
