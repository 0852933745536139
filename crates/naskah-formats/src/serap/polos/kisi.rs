//! Columns in a text whose letters all have one width: gaps that go down through many lines part them.

use naskah_core::language::numerals;

use crate::serap::kata::{is_attachment, label};

/// Fewest lines of a table.
const FEWEST: usize = 3;

/// A part of a line, with its first column.
type Segmen = (usize, String);

/// The parts of a line between gaps of at least `gap` blanks.
fn segments(line: &str, gap: usize) -> Vec<Segmen> {
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

/// Two columns from `at` on of which one is the certifying block: each by itself, the one that begins with it last, and
/// where they end.
pub fn beside(lines: &[String], at: usize) -> Option<(Vec<Vec<String>>, usize)> {
    let first = segments(lines.get(at)?, 4);
    let [(_, left), (edge, right)] = &first[..] else { return None };
    let opens =
        |text: &str| label(text).is_some_and(|(label, _)| matches!(label, crate::serap::kata::Label::Pengesahan));
    if !opens(left) && !opens(right) {
        return None;
    }
    let edge = edge.saturating_sub(3);
    let (mut one, mut two, mut end, mut blank) = (Vec::new(), Vec::new(), at, 0);
    for (n, line) in lines.iter().enumerate().skip(at) {
        if line.trim().is_empty() {
            blank += 1;
            if blank > 5 {
                break;
            }
            one.push(String::new());
            two.push(String::new());
            continue;
        }
        if is_attachment(line.trim()) {
            break;
        }
        let (a, b): (Vec<Segmen>, Vec<Segmen>) = segments(line, 3).into_iter().partition(|(x, _)| *x < edge);
        if b.is_empty() && a.iter().any(|(x, text)| x + text.chars().count() > edge + 6) {
            break;
        }
        let join = |parts: Vec<Segmen>| parts.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" ");
        one.push(join(a));
        two.push(join(b));
        (end, blank) = (n + 1, 0);
    }
    let columns = if opens(left) { vec![two, one] } else { vec![one, two] };
    (end > at + 1).then_some((columns, end))
}

/// A table from `at` on: the texts of its cells row by row, and where it ends.
pub fn grid(lines: &[String], at: usize) -> Option<(Vec<Vec<String>>, usize)> {
    if !is_head(lines, at) {
        return None;
    }
    let mut end = extent(lines, at);
    let filled = |end: usize| -> Vec<&String> {
        lines.iter().take(end).skip(at).filter(|line| !line.trim().is_empty()).collect()
    };
    let mut edges = self::edges(&filled(end))?;
    // What runs from the first column over the next is a sentence below the table.
    for _ in 0..4 {
        let Some(over) = (at..end).find(|n| lines.get(*n).is_some_and(|line| runs_over(line, &edges))) else { break };
        end = over;
        edges = self::edges(&filled(end))?;
    }
    if filled(end).len() < FEWEST {
        return None;
    }
    let rows = rows(lines.get(at..end)?, &edges);
    (rows.len() >= 2).then_some((rows, end))
}

/// Whether a line may be the head of a table; a line of a sentence that was spread over its width is none.
fn is_head(lines: &[String], at: usize) -> bool {
    let Some(line) = lines.get(at) else { return false };
    let head = segments(line, 2);
    let capitals = !line.chars().any(char::is_lowercase);
    let titled = |text: &str| {
        let small = text.chars().next().is_some_and(char::is_lowercase);
        !small && !text.ends_with([',', ';', ':']) && text.split(' ').count() <= 4
    };
    let short = head.iter().all(|(_, text)| titled(text)) && segments(line, 3).len() == head.len();
    let mark = crate::serap::tanda::Tanda::read(line.trim()).is_some();
    // A head of several rows may begin with one cell alone.
    let next = lines.get(at + 1).map_or(0, |next| segments(next, 2).len());
    let numbered = !head.is_empty() && (head.len() > 1 || next > 1) && has_numbers(lines, at);
    let sound = numbered || (head.len() > 2 && (capitals || (short && !mark)));
    sound && label(line.trim()).is_none()
}

/// The rows of a table: a line goes on with the row before, unless it begins with a number or behind a gap.
fn rows(part: &[String], edges: &[usize]) -> Vec<Vec<String>> {
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
        let begins = rows.is_empty() || first || whole || (gap && !numbered);
        numbered |= first && !whole;
        match rows.last_mut().filter(|_| !begins) {
            Some(last) => last.iter_mut().zip(row).for_each(|(cell, text)| append(cell, &text)),
            None => rows.push(row),
        }
        gap = false;
    }
    rows
}

/// The texts of a line in the columns that begin at `edges`.
fn cells(line: &str, edges: &[usize]) -> Vec<String> {
    let mut row = vec![String::new(); edges.len()];
    for (x, text) in segments(line, 2) {
        let at = edges.iter().rposition(|edge| *edge <= x + 1).unwrap_or(0);
        if let Some(cell) = row.get_mut(at) {
            append(cell, &text);
        }
    }
    row
}

fn append(cell: &mut String, text: &str) {
    if !cell.is_empty() && !text.is_empty() {
        cell.push(' ');
    }
    cell.push_str(text);
}

/// Whether a text is the number of a row, in figures or in Roman ones.
fn counts(text: &str) -> bool {
    let figures = || text.bytes().all(|b| b.is_ascii_digit());
    !text.is_empty() && text.len() <= 4 && (figures() || numerals::dari_romawi(text).is_some())
}

/// Whether a row of column numbers stands a few lines below.
fn has_numbers(lines: &[String], at: usize) -> bool {
    let below = lines.iter().skip(at + 1).filter(|line| !line.trim().is_empty()).take(6);
    let counts = |line: &String| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.len() > 2 && words.iter().enumerate().all(|(n, word)| *word == (n + 1).to_string())
    };
    below.into_iter().any(counts)
}

/// Whether a line is no line of a table with these columns: something in its first column reaches far into the next.
fn runs_over(line: &str, edges: &[usize]) -> bool {
    let [first, second, ..] = edges else { return false };
    let part = segments(line, 3).into_iter().next();
    part.is_some_and(|(x, text)| x <= first + 2 && x + text.chars().count() > second + 6)
}

/// Where the lines that may be a table end: at a part of the decree, at lines of one text that stand by themselves.
fn extent(lines: &[String], at: usize) -> usize {
    let mut end = at + 1;
    let mut alone = 0;
    for (n, line) in lines.iter().enumerate().skip(at + 1) {
        let text = line.trim();
        if text.is_empty() {
            continue;
        }
        if is_attachment(text)
            || label(text).is_some()
            || segments(line, 2).iter().any(|(_, text)| label(text).is_some())
        {
            break;
        }
        let part = crate::serap::tanda::Tanda::read(text)
            .is_some_and(|mark| mark.rupa == crate::serap::tanda::Rupa::HurufBesar);
        if part || text.starts_with("BAB ") {
            break;
        }
        let office = text.ends_with(',') && !text.chars().any(char::is_lowercase);
        let parts = segments(line, 2).len();
        alone = if parts == 1 { alone + 1 } else { 0 };
        let signs = parts == 1
            && text.chars().filter(|c| c.is_uppercase()).count() > 12
            && !text.chars().any(char::is_lowercase);
        if office || signs {
            break;
        }
        if alone > 12 {
            break;
        }
        end = n + 1;
    }
    end
}

/// The first columns of the cells: where after a gap through nearly all lines something begins.
fn edges(lines: &[&String]) -> Option<Vec<usize>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    #[test]
    fn columns_are_told_by_their_gaps() {
        let text = lines(
            "NO   NAMA          JABATAN\n1    2             3\n1    Nama Satu     Ketua tim\n     yang panjang\n2    Nama Dua      Anggota\n\nKETUA KOMISI PEMILIHAN UMUM,",
        );
        let (rows, end) = grid(&text, 0).unwrap();
        assert_eq!(rows[2], ["1", "Nama Satu yang panjang", "Ketua tim"]);
        assert_eq!((rows.len(), end), (4, 5));
        assert!(grid(&lines("satu dua tiga\nempat"), 0).is_none());
    }

    #[test]
    fn blocks_beside_each_other_are_read_one_after_the_other() {
        let text = lines(
            "Salinan sesuai dengan aslinya          KETUA KOMISI,\nSEKRETARIAT KOMISI\n                                       ttd.\nNama Dua                               NAMA SATU",
        );
        let (columns, end) = beside(&text, 0).unwrap();
        let text = |n: usize| columns[n].iter().filter(|line| !line.is_empty()).cloned().collect::<Vec<_>>().join("|");
        assert_eq!((text(0).as_str(), end), ("KETUA KOMISI,|ttd.|NAMA SATU", 4));
        assert_eq!(text(1), "Salinan sesuai dengan aslinya|SEKRETARIAT KOMISI|Nama Dua");
    }
}
