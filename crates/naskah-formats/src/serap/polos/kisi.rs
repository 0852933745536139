//! Columns in a text whose letters all have one width: gaps that go down through many lines part them.

use crate::serap::kata::{is_attachment, label};

use super::lajur::{Segmen, edges, rows, runs_over, segments};
use super::lembaran::Kepala;

/// Fewest lines of a table.
const FEWEST: usize = 3;

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

/// A table that was read from the places of its texts.
pub struct Kisi {
    /// The texts of its cells, row by row.
    pub baris: Vec<Vec<String>>,
    /// Where it ends.
    pub akhir: usize,
    /// The lines that repeat its head.
    pub ulang: Vec<String>,
    /// How many columns its head counts, where others were read.
    pub kolom: Option<usize>,
}

/// A table from `at` on.
pub fn grid(lines: &[String], at: usize) -> Option<Kisi> {
    if !is_head(lines, at) {
        return None;
    }
    let end = extent(lines, at);
    let head = Kepala::read(lines.get(at..end)?);
    if let Some(head) = &head
        && let Some((baris, length)) = head.rows(lines.get(at..end)?)
    {
        return Some(Kisi { baris, akhir: at + length, ulang: head.ulang.clone(), kolom: None });
    }
    let part = lines.get(at..end)?;
    let own = head.as_ref().map_or_else(|| part.to_vec(), |head| head.once(part));
    let (baris, length) = whole(&own)?;
    let columns = baris.first().map_or(0, Vec::len);
    let kolom = head.as_ref().map(|head| head.kolom).filter(|counted| *counted != columns);
    Some(Kisi { baris, akhir: at + length, ulang: head.map(|head| head.ulang).unwrap_or_default(), kolom })
}

/// A table all of whose lines have the same columns, and how many lines it takes.
fn whole(lines: &[String]) -> Option<(Vec<Vec<String>>, usize)> {
    let mut end = lines.len();
    let filled =
        |end: usize| -> Vec<&String> { lines.iter().take(end).filter(|line| !line.trim().is_empty()).collect() };
    let mut columns = edges(&filled(end))?;
    // What runs from the first column over the next is a sentence below the table.
    for _ in 0..4 {
        let Some(over) = (0..end).find(|n| lines.get(*n).is_some_and(|line| runs_over(line, &columns))) else { break };
        end = over;
        columns = edges(&filled(end))?;
    }
    if filled(end).len() < FEWEST {
        return None;
    }
    let rows = rows(lines.get(..end)?, &columns);
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

/// Whether a row of column numbers stands a few lines below.
fn has_numbers(lines: &[String], at: usize) -> bool {
    let below = lines.iter().skip(at + 1).filter(|line| !line.trim().is_empty()).take(6);
    let counts = |line: &String| {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.len() > 2 && words.iter().enumerate().all(|(n, word)| *word == (n + 1).to_string())
    };
    below.into_iter().any(counts)
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
        let Kisi { baris, akhir, .. } = grid(&text, 0).unwrap();
        assert_eq!(baris[2], ["1", "Nama Satu yang panjang", "Ketua tim"]);
        assert_eq!((baris.len(), akhir), (4, 5));
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
