//! A table that goes on over pages: each page has the head anew, and columns of its own places.

use super::lajur::{append, counts, edges, is_sum, rows, runs_over, segments};

/// Most lines of a head.
const MOST: usize = 7;

/// The head of a table, and where it is repeated.
pub struct Kepala {
    /// How many columns it counts.
    pub kolom: usize,
    /// The lines that repeat it.
    pub ulang: Vec<String>,
    /// Whether a row of column numbers ends it.
    bernomor: bool,
    /// For each page: where its head begins, where its rows do, where they end.
    bagian: Vec<[usize; 3]>,
}

impl Kepala {
    /// Reads the head that the lines of a table begin with; `None` where it is not clear where that ends.
    pub fn read(lines: &[String]) -> Option<Self> {
        let filled: Vec<usize> = (0..lines.len()).filter(|at| !text(lines, *at).is_empty()).take(MOST).collect();
        let numbers = filled.iter().skip(1).find(|at| is_numbers(text(lines, **at))).copied();
        let row = |at: &&usize| {
            segments(line(lines, **at), 2).first().is_some_and(|(_, first)| counts(first.trim_end_matches('.')))
        };
        let isi = numbers.map(|at| at + 1).or_else(|| filled.iter().skip(1).find(row).copied())?;
        let bernomor = numbers.is_some();
        let kolom = match numbers {
            Some(at) => text(lines, at).split_whitespace().count(),
            None => segments(lines.first()?, 2).len(),
        };
        let single = bernomor || (1..isi).all(|at| text(lines, at).is_empty());
        let mut own = Self { kolom, ulang: Vec::new(), bernomor, bagian: Vec::new() };
        own.part(lines, isi);
        (single && kolom > 2).then_some(own)
    }

    /// Finds the pages, whose heads say the same.
    fn part(&mut self, lines: &[String], isi: usize) {
        let words = |at: usize| line(lines, at).split_whitespace().collect::<Vec<_>>().join(" ");
        let head: Vec<String> = (0..isi).map(words).filter(|line| !line.is_empty()).collect();
        let unnumbered = head.get(..head.len() - usize::from(self.bernomor)).unwrap_or_default();
        let (mut begin, mut body, mut at) = (0, isi, isi);
        while at < lines.len() {
            let next: Vec<usize> =
                (at..lines.len()).filter(|at| !text(lines, *at).is_empty()).take(head.len()).collect();
            let same = |wanted: &[String]| {
                !wanted.is_empty()
                    && next.len() >= wanted.len()
                    && next.first() == Some(&at)
                    && next.iter().zip(wanted).all(|(at, line)| words(*at) == *line)
            };
            let length = if same(&head) {
                head.len()
            } else if same(unnumbered) {
                unnumbered.len()
            } else {
                0
            };
            if length == 0 {
                at += 1;
                continue;
            }
            self.ulang.extend(next.iter().take(length).map(|at| words(*at)));
            self.bagian.push([begin, body, at]);
            begin = at;
            body = next.get(length - 1).map_or(at + 1, |last| last + 1);
            at = body;
        }
        self.bagian.push([begin, body, lines.len()]);
    }

    /// The lines with the heads that repeat the first one left blank.
    pub fn once(&self, lines: &[String]) -> Vec<String> {
        let mut out = lines.to_vec();
        for [begin, body, _] in self.bagian.iter().skip(1) {
            out.iter_mut().take(*body).skip(*begin).for_each(String::clear);
        }
        out
    }

    /// The rows, page by page, and how many lines they take; `None` where the columns of the first page are not as many as
    /// the head says.
    pub fn rows(&self, lines: &[String]) -> Option<(Vec<Vec<String>>, usize)> {
        let [begin, body, end] = *self.bagian.first()?;
        let filled = |from: usize, to: usize| -> Vec<&String> {
            lines.iter().take(to).skip(from).filter(|line| !line.trim().is_empty()).collect()
        };
        let whole = |columns: &Vec<usize>| columns.len() == self.kolom;
        let last_of = |columns: &[usize], from: usize, to: usize| {
            (from..to).find(|at| runs_over(line(lines, *at), columns)).unwrap_or(to)
        };
        // A sentence below the table has no columns.
        let own = |from: usize, to: usize| {
            let first = edges(&filled(from, to))?;
            edges(&filled(from, last_of(&first, from, to))).or(Some(first))
        };
        let first = own(body, end).filter(whole)?;
        let marks = self.marks(lines, begin, body);
        let mut out = self.head(lines, begin, body, &marks);
        let mut taken = body;
        for [begin, body, end] in self.bagian.iter().copied() {
            let moved = || moved(&first, &marks, &self.marks(lines, begin, body));
            let columns = own(body, end).filter(whole).unwrap_or_else(moved);
            let last = last_of(&columns, body, end);
            let mut page = rows(lines.get(body..last)?, &columns).into_iter();
            // A row may go on over the end of a page.
            if let (Some(row), Some(before)) = (page.next(), out.last_mut()) {
                let goes_on = taken <= begin && row.first().is_some_and(String::is_empty) && !is_sum(&row);
                match goes_on {
                    true => before.iter_mut().zip(row).for_each(|(cell, text)| append(cell, &text)),
                    false => out.push(row),
                }
            }
            out.extend(page);
            taken = last;
            if last < end {
                break;
            }
        }
        (out.len() >= 2).then_some((out, taken))
    }

    /// Where the columns of a head stand: the middle of each number or title.
    fn marks(&self, lines: &[String], begin: usize, body: usize) -> Vec<usize> {
        let named =
            (begin..body).rev().map(|at| segments(line(lines, at), 1 + usize::from(!is_numbers(text(lines, at)))));
        let middle = |(x, text): &(usize, String)| x + text.chars().count() / 2;
        named
            .filter(|parts| parts.len() == self.kolom)
            .map(|parts| parts.iter().map(middle).collect())
            .next()
            .unwrap_or_default()
    }

    /// The rows of the head: its titles, each in the column that it stands nearest to, and its numbers.
    fn head(&self, lines: &[String], begin: usize, body: usize, marks: &[usize]) -> Vec<Vec<String>> {
        let mut title = vec![String::new(); self.kolom];
        let mut numbers = None;
        for line in lines.iter().take(body).skip(begin).filter(|line| !line.trim().is_empty()) {
            if is_numbers(line.trim()) {
                numbers = Some(line.split_whitespace().map(str::to_owned).collect());
                continue;
            }
            let parts = segments(line, 2);
            let all = parts.len() == self.kolom;
            for (n, (x, text)) in parts.into_iter().enumerate() {
                let middle = x + text.chars().count() / 2;
                let near =
                    marks.iter().enumerate().min_by_key(|(_, mark)| mark.abs_diff(middle)).map_or(0, |(at, _)| at);
                title.get_mut(if all { n } else { near }).into_iter().for_each(|cell| append(cell, &text));
            }
        }
        std::iter::once(title).chain(numbers).collect()
    }
}

/// Columns of one page where they stand on another, whose head stands elsewhere.
fn moved(columns: &[usize], from: &[usize], to: &[usize]) -> Vec<usize> {
    let ends = |marks: &[usize]| Some((*marks.first()? as f64, *marks.last()? as f64));
    let (Some((a, b)), Some((c, d))) = (ends(from), ends(to)) else { return columns.to_vec() };
    if b <= a || d <= c {
        return columns.to_vec();
    }
    let place = |x: &usize| (c + (*x as f64 - a) * (d - c) / (b - a)).round().max(0.0) as usize;
    columns.iter().map(place).collect()
}

fn line(lines: &[String], at: usize) -> &str {
    lines.get(at).map_or("", String::as_str)
}

fn text(lines: &[String], at: usize) -> &str {
    line(lines, at).trim()
}

/// Whether a line counts columns: 1 2 3 …
fn is_numbers(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    words.len() > 2 && words.iter().enumerate().all(|(n, word)| *word == (n + 1).to_string())
}

#[cfg(test)]
mod tests {
    use super::super::kisi::{Kisi, grid};

    #[test]
    fn each_page_has_its_own_columns() {
        let lines: Vec<String> = concat!(
            "NO       KEGIATAN            SASARAN        ANGGARAN\n",
            "1           2                   3              4\n",
            "1    Rapat kerja         Pegawai            1.500.000\n",
            "2    Bimbingan teknis    Operator           2.000.000\n",
            "\n",
            " NO    KEGIATAN         SASARAN     ANGGARAN\n",
            " 1        2                3           4\n",
            "      lanjutan\n",
            " 3    Pelaporan        Pelapor        500.000\n",
            "                  JUMLAH            4.000.000\n",
            "*) catatan di bawah tabel ini\n",
        )
        .lines()
        .map(str::to_owned)
        .collect();
        let Some(Kisi { baris, akhir, ulang, .. }) = grid(&lines, 0) else { panic!("a table") };
        assert_eq!(baris[0], ["NO", "KEGIATAN", "SASARAN", "ANGGARAN"]);
        assert_eq!(baris[3], ["2", "Bimbingan teknis lanjutan", "Operator", "2.000.000"]);
        assert_eq!(baris[4], ["3", "Pelaporan", "Pelapor", "500.000"]);
        assert_eq!(baris[5].concat(), "JUMLAH4.000.000");
        assert_eq!((baris.len(), akhir, ulang.len()), (6, 10, 2));
    }
}
