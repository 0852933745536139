//! Columns of texts whose letters all have one width: where they begin, and what stands in them.

use naskah_core::language::numerals;

/// A part of a line, with its first column.
pub type Segmen = (usize, String);

/// The parts of a line between gaps of at least `gap` blanks.
pub fn segments(line: &str, gap: usize) -> Vec<Segmen> {
    let letters: Vec<char> = line.chars().collect();
    let mut out: Vec<Segmen> = Vec::new();
    let (mut text, mut start, mut blanks) = (String::new(), 0, 0);
    for (at, c) in letters.iter().enumerate() {
        if *c == ' ' {
            blanks += 1;
            continue;
        }
        if text.is_empty() {
            start = at;
        } else if blanks >= gap {
            out.push((start, std::mem::take(&mut text)));
            start = at;
        } else {
            text.push_str(&" ".repeat(blanks));
        }
        blanks = 0;
        text.push(*c);
    }
    if !text.is_empty() {
        out.push((start, text));
    }
    out
}

/// The rows of a table: a line goes on with the row before, unless it begins with a number or behind a gap.
pub fn rows(part: &[String], edges: &[usize]) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut gap = true;
    let mut numbered = false;
    for line in part {
        if line.trim().is_empty() {
            gap = true;
            continue;
        }
        let row = cells(line, edges);
        let first = row.first().is_some_and(|text| counts(text.trim_end_matches('.')));
        let whole = row.iter().enumerate().all(|(n, text)| *text == (n + 1).to_string());
        let begins = rows.is_empty() || first || whole || is_sum(&row) || (gap && !numbered);
        numbered |= first && !whole;
        match rows.last_mut().filter(|_| !begins) {
            Some(last) => last.iter_mut().zip(row).for_each(|(cell, text)| append(cell, &text)),
            None => rows.push(row),
        }
        gap = false;
    }
    rows
}

/// Words that a row of sums begins with.
const SUMS: [&str; 4] = ["jumlah", "total", "sub total", "subtotal"];

/// Whether a line holds sums: its first text says so, and figures follow.
pub fn is_sum(row: &[String]) -> bool {
    let mut texts = row.iter().filter(|text| !text.is_empty());
    let named = texts.next().is_some_and(|text| SUMS.iter().any(|word| text.to_lowercase().starts_with(word)));
    named && texts.any(|text| text.starts_with(|c: char| c.is_ascii_digit()) || text.starts_with("Rp"))
}

/// The texts of a line in the columns that begin at `edges`.
pub fn cells(line: &str, edges: &[usize]) -> Vec<String> {
    let mut row = vec![String::new(); edges.len()];
    for (x, text) in segments(line, 2) {
        let at = edges.iter().rposition(|edge| *edge <= x + 1).unwrap_or(0);
        if let Some(cell) = row.get_mut(at) {
            append(cell, &text);
        }
    }
    row
}

pub fn append(cell: &mut String, text: &str) {
    if !cell.is_empty() && !text.is_empty() {
        cell.push(' ');
    }
    cell.push_str(text);
}

/// Whether a text is the number of a row, in figures or in Roman ones.
pub fn counts(text: &str) -> bool {
    let figures = || text.bytes().all(|b| b.is_ascii_digit());
    !text.is_empty() && text.len() <= 4 && (figures() || numerals::dari_romawi(text).is_some())
}

/// Whether a line is no line of a table with these columns: something in its first column reaches far into the next.
pub fn runs_over(line: &str, edges: &[usize]) -> bool {
    let [first, second, ..] = edges else { return false };
    let part = segments(line, 3).into_iter().next();
    part.is_some_and(|(x, text)| x <= first + 2 && x + text.chars().count() > second + 6)
}

/// The first columns of the cells: where after a gap through nearly all lines something begins.
pub fn edges(lines: &[&String]) -> Option<Vec<usize>> {
    let wide: Vec<&&String> = lines.iter().filter(|line| segments(line, 2).len() > 1).collect();
    let width = lines.iter().map(|line| line.chars().count()).max()?;
    let mut used = vec![0usize; width + 1];
    for line in &wide {
        for (x, text) in segments(line, 2) {
            used.iter_mut().skip(x).take(text.chars().count()).for_each(|count| *count += 1);
        }
    }
    let few = wide.len() / 12;
    let mut edges = Vec::new();
    let mut gap = 2;
    for (x, count) in used.iter().enumerate() {
        if *count <= few {
            gap += 1;
        } else {
            if gap >= 2 {
                edges.push(x);
            }
            gap = 0;
        }
    }
    (edges.len() >= 3).then_some(edges)
}
