//! What belongs to pages and not to the text: numbers of pages, lines that stand on every page, catchwords.

use std::collections::HashMap;

use crate::serap::kata::is_attachment;
use crate::serap::pinggir::is_address;
use crate::serap::sumber::Sumber;

/// The lines of all pages without what belongs to the pages, which is told.
pub fn without(pages: Vec<Vec<String>>, sumber: &mut Sumber) -> Vec<String> {
    let count = pages.iter().filter(|page| page.iter().any(|line| !line.trim().is_empty())).count();
    let mut edges: HashMap<String, usize> = HashMap::new();
    for page in pages.iter().filter(|_| count > 2) {
        let filled: Vec<&String> = page.iter().filter(|line| !line.trim().is_empty()).collect();
        let ends = [filled.first(), filled.last()];
        let mut own: Vec<String> = ends.into_iter().flatten().map(|line| shape(line)).collect();
        own.dedup();
        own.into_iter().for_each(|line| *edges.entry(line).or_default() += 1);
    }
    let every = |line: &str| {
        count > 2
            && !is_attachment(line.trim())
            && edges.get(&shape(line)).is_some_and(|times| *times > 2 && *times + 1 >= count)
    };
    let mut out: Vec<String> = Vec::new();
    let told = |line: &str, sumber: &mut Sumber| {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        if !sumber.tepi.contains(&line) {
            sumber.tepi.push(line);
        }
    };
    for (at, mut page) in pages.into_iter().enumerate() {
        for from_end in [false, true] {
            // A page may have a number and a line of its own at one edge.
            for _ in 0..2 {
                let found = match from_end {
                    false => page.iter().position(|line| !line.trim().is_empty()),
                    true => page.iter().rposition(|line| !line.trim().is_empty()),
                };
                let Some(place) = found.filter(|place| {
                    page.get(*place).is_some_and(|line| is_number(line) || is_address(line) || every(line))
                }) else {
                    break;
                };
                told(&page.remove(place), sumber);
            }
        }
        page.retain(|line| {
            let mark = matches!(line.trim(), "KONSEP" | "DRAF" | "DRAFT");
            if mark {
                told(line, sumber);
            }
            !mark
        });
        let first = page.iter().find(|line| !line.trim().is_empty());
        if let (Some(first), Some(last)) = (first, out.iter().rposition(|line| !line.trim().is_empty()))
            && out.get(last).is_some_and(|line| calls(line, first))
        {
            told(&out.remove(last), sumber);
        }
        if at > 0 && !out.is_empty() {
            out.push(String::new());
        }
        out.append(&mut page);
    }
    // Without signs for pages the numbers and catchwords stand between the lines.
    let mut at = 0;
    while at < out.len() {
        let next = out.iter().skip(at + 1).find(|line| !line.trim().is_empty() && !is_dashed(line)).cloned();
        let line = out.get(at).cloned().unwrap_or_default();
        if is_dashed(&line) || next.is_some_and(|next| calls(&line, &next)) {
            told(&line, sumber);
            if let Some(place) = out.get_mut(at) {
                place.clear();
            }
        }
        at += 1;
    }
    out
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
