//! Plain text: lines as they lie on pages, with what belongs to the pages taken out, words that were cut at the end of a
//! line put together, and columns that stand beside each other read one after the other.

mod kisi;
mod lajur;
mod lembaran;
mod tepi;

use std::collections::HashMap;

use naskah_core::catalog::Kata;
use naskah_core::diag::Code;
use naskah_core::language::capitals::capital;
use naskah_core::language::numerals::dari_nama_diktum;

use crate::sheets::decode;

use super::kata::{is_attachment, label};
use super::sumber::{BarisSumber, Kaya, Paragraf, SelSumber, Sumber, TabelSumber, Unsur};
use super::tanda::Tanda;

/// Longest line that is read, in bytes.
const LONGEST: usize = 200_000;

/// Reads the bytes of a plain text.
pub fn read(bytes: &[u8], kata: &Kata) -> Sumber {
    let decoded = decode(bytes);
    let mut sumber = text(&decoded.text, kata);
    if decoded.windows {
        sumber.tell(Code::SANDI.meaning);
    }
    sumber
}

/// Reads a text whose lines are those of pages.
pub fn text(text: &str, kata: &Kata) -> Sumber {
    let mut sumber = Sumber { fisik: true, ..Sumber::default() };
    let signs = text.contains("</p>") || text.contains("</i>") || text.lines().any(|line| line.starts_with("**"));
    let bullets = text.lines().any(|line| line.strip_prefix("- ").is_some_and(|rest| label(rest).is_some()));
    let plain = |line: &str| -> String {
        let line: String = line.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{feff}' | '\u{200b}')).collect();
        let line = if bullets { line.trim_start().strip_prefix("- ").unwrap_or(&line).to_owned() } else { line };
        match signs {
            true => line.replace("**", "").replace("<p>", "").replace("</p>", " "),
            false => line,
        }
    };
    if signs || bullets {
        sumber.tell("tanda susunan (**, <p>, - di awal baris) bukan bagian teks dan tidak diambil");
    }
    let pages: Vec<Vec<String>> = text
        .split('\u{c}')
        .map(|page| page.lines().map(|line| plain(line).chars().take(LONGEST).collect()).collect())
        .collect();
    let lines = tepi::without(pages, &mut sumber);
    let lines = whole_names(joined(lines, kata, &mut sumber));
    let again = blocks(&lines, &mut sumber);
    let mut read = sumber.words();
    read.extend(again.iter().flat_map(|line| line.split_whitespace()).map(str::to_owned));
    let lost = missing(&lines, &read);
    if !lost.is_empty() {
        sumber.luar.push(lost.join(" "));
    }
    sumber
}

/// The words of the lines that were not read, should there be any.
fn missing(lines: &[String], read: &[String]) -> Vec<String> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    read.iter().for_each(|word| *left.entry(word.as_str()).or_default() += 1);
    let words = lines.iter().flat_map(|line| line.split_whitespace());
    let words = words.map(|word| word.replace("<i>", "").replace("</i>", "")).filter(|word| !word.is_empty());
    let mut lost = Vec::new();
    for word in words {
        match left.get_mut(word.as_str()).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => lost.push(word),
        }
    }
    lost
}

/// Names of decisions that stand on two lines of their column, put on the first: `KEDUA PULUH :` and below it `SATU`.
fn whole_names(mut lines: Vec<String>) -> Vec<String> {
    for at in 0..lines.len().saturating_sub(1) {
        let (Some(line), Some(next)) = (lines.get(at), lines.get(at + 1)) else { continue };
        let indent = |line: &str| line.len() - line.trim_start().len();
        let text = line.trim_start();
        let Some((_, length)) = dari_nama_diktum(text) else { continue };
        let (name, rest) = text.split_at(length);
        let below = next.trim_start();
        let part = below.split("  ").next().unwrap_or_default().trim_end();
        let capitals = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_uppercase() || c == ' ');
        let near = indent(line).abs_diff(indent(next)) < 2 && rest.trim_start().starts_with(':');
        let whole = format!("{name} {part}");
        let is_name = dari_nama_diktum(&whole).is_some_and(|(_, length)| length == whole.len());
        if near && capitals(name) && capitals(part) && is_name {
            let first = format!("{}{whole}{rest}", " ".repeat(indent(line)));
            let second =
                format!("{}{}", " ".repeat(indent(next) + part.len()), below.get(part.len()..).unwrap_or_default());
            if let Some(pair) = lines.get_mut(at..at + 2) {
                pair.clone_from_slice(&[first, second]);
            }
        }
    }
    lines
}

/// Puts words together that were cut at the end of a line.
fn joined(lines: Vec<String>, kata: &Kata, sumber: &mut Sumber) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut count = 0;
    for line in lines {
        // A line may end behind the slash of a word.
        let slash = out.last().is_some_and(|before| before.ends_with('/') && !before.ends_with(" /"));
        let next = line.split_whitespace().next().filter(|next| next.starts_with(char::is_alphanumeric));
        if let (Some(next), Some(before), true) = (next, out.last_mut(), slash && !line.contains('\t')) {
            before.push_str(next);
            let at = line.find(next).unwrap_or(0) + next.len();
            let indent = line.len() - line.trim_start().len();
            out.push(" ".repeat(indent) + line.get(at..).unwrap_or_default().trim_start());
            continue;
        }
        let cut = out.last().and_then(|before| {
            let stem = before.trim_end().strip_suffix('-')?;
            let head = stem.rsplit(char::is_whitespace).next().filter(|head| !head.is_empty())?.to_owned();
            let tail = line.split_whitespace().next()?.to_owned();
            let same = tail.to_lowercase().starts_with(&head.to_lowercase());
            let small = tail.starts_with(char::is_lowercase) && head.ends_with(char::is_alphabetic);
            (same || small).then_some((head, tail, same))
        });
        let Some((head, tail, same)) = cut.filter(|_| !line.contains('\t')) else {
            out.push(line);
            continue;
        };
        let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let whole = format!("{}{}", bare(&head), bare(&tail));
        let known = kata.has(&whole) || kata.has(&capital(&whole));
        if let Some(before) = out.last_mut() {
            let stem = before.trim_end().len() - 1;
            before.truncate(stem + usize::from(same || !known));
            before.push_str(&tail);
        }
        count += 1;
        let at = line.find(&tail).unwrap_or(0) + tail.len();
        out.push(" ".repeat(line.len() - line.trim_start().len()) + line.get(at..).unwrap_or_default().trim_start());
    }
    if count > 0 {
        sumber.tell(format!("{count} kata yang terpenggal di akhir baris disambung"));
    }
    out
}

/// Puts lines and tables into the order of reading; the lines that repeat heads of tables are given back.
fn blocks(lines: &[String], sumber: &mut Sumber) -> Vec<String> {
    let mut again = Vec::new();
    let (mut at, mut attached) = (0, false);
    while let Some(line) = lines.get(at) {
        attached |= is_attachment(line.trim());
        if line.matches('\t').count() >= 2 {
            let end = tabbed(lines, at);
            let rows = lines.get(at..end).unwrap_or_default().iter().filter(|line| !line.trim().is_empty());
            sumber.isi.push(Unsur::Tabel(table(rows.map(|line| line.split('\t').map(styled).collect()).collect())));
            at = end;
            continue;
        }
        if let Some((columns, end)) = kisi::beside(lines, at) {
            for column in columns {
                sumber.isi.push(Unsur::Paragraf(Paragraf::default()));
                sumber.isi.extend(column.iter().map(|line| paragraph(line)));
            }
            sumber.isi.push(Unsur::Paragraf(Paragraf::default()));
            at = end;
            continue;
        }
        if let Some(grid) = Some(()).filter(|()| attached).and_then(|()| kisi::grid(lines, at)) {
            at = grid.akhir;
            again.extend(grid.ulang.iter().cloned());
            placed(grid, sumber);
            continue;
        }
        sumber.isi.push(paragraph(line));
        at += 1;
    }
    again
}

/// Puts a table that was told by the places of its texts.
fn placed(grid: kisi::Kisi, sumber: &mut Sumber) {
    sumber.tell(super::TABEL_LETAK);
    if !grid.ulang.is_empty() {
        let mut once = grid.ulang;
        once.sort();
        once.dedup();
        sumber.tell(format!("kepala tabel yang diulang pada halaman berikutnya tidak diambil: {}", once.join(" | ")));
    }
    let read = grid.baris.first().map_or(0, Vec::len);
    if let Some(counted) = grid.kolom {
        let head = grid.baris.first().map(|row| row.join(" ")).unwrap_or_default();
        sumber.tell(format!(
            "tabel \"{}\": kepalanya {counted} kolom, yang terbaca {read}; isi kolomnya tercampur, susun kembali",
            head.split_whitespace().collect::<Vec<_>>().join(" ")
        ));
    }
    let row = |row: Vec<String>| row.iter().map(|cell| styled(cell)).collect();
    sumber.isi.push(Unsur::Tabel(table(grid.baris.into_iter().map(row).collect())));
}

/// Where the lines with tabs from `at` on end; blank lines may stand between.
fn tabbed(lines: &[String], at: usize) -> usize {
    let mut end = at;
    for (n, line) in lines.iter().enumerate().skip(at) {
        match line.matches('\t').count() {
            0 if line.trim().is_empty() => {}
            0 => break,
            _ => end = n + 1,
        }
    }
    end
}

fn paragraph(line: &str) -> Unsur {
    let trimmed = line.trim();
    let masuk = i32::try_from(line.len() - line.trim_start().len()).unwrap_or(0) * 6;
    Unsur::Paragraf(Paragraf { teks: styled(trimmed), masuk, ..Paragraf::default() })
}

/// A text whose italics are marked as on pages of the web.
fn styled(text: &str) -> Kaya {
    let mut out = Kaya::default();
    let mut rest = text;
    while let Some(at) = rest.find("<i>") {
        let (before, after) = rest.split_at(at);
        let Some(end) = after.find("</i>") else { break };
        out.push(before, false, false);
        out.push(after.get(3..end).unwrap_or_default(), true, false);
        rest = after.get(end + 4..).unwrap_or_default();
    }
    out.push(rest, false, false);
    out
}

/// A table of rows of texts; short rows have empty cells at their end. A cell whose text counts is taken as a list.
fn table(rows: Vec<Vec<Kaya>>) -> TabelSumber {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |(x, teks): (usize, Kaya)| SelSumber { x, kanan: 1, turun: 1, isi: listed(&teks) };
    let row = |mut cells: Vec<Kaya>| {
        cells.resize(columns, Kaya::default());
        BarisSumber { sel: cells.into_iter().enumerate().map(cell).collect(), kepala: false }
    };
    TabelSumber { baris: rows.into_iter().map(row).collect(), bergaris: true }
}

/// The paragraphs of a cell: a text, or a text with the items of a list whose marks count from 1.
fn listed(teks: &Kaya) -> Vec<Paragraf> {
    let text = teks.text();
    let marks = naskah_core::language::typed_marks::typed(&text);
    let sound = marks.iter().enumerate().all(|(at, mark)| mark.number == at + 1);
    let one = |teks: Kaya| Paragraf { teks, ..Paragraf::default() };
    if !sound
        || marks.len() < 2
        || marks.iter().any(|mark| Tanda::read(text.get(mark.range.start..).unwrap_or_default()).is_none())
    {
        return vec![one(teks.clone())];
    }
    let mut starts: Vec<usize> = marks.iter().map(|mark| mark.range.start).collect();
    starts.push(text.len());
    let first = starts.first().copied().unwrap_or(0);
    let mut out = Vec::new();
    if first > 0 {
        out.push(one(teks.take(first)));
    }
    for pair in starts.windows(2) {
        if let [from, to] = *pair {
            out.push(one(cut(teks, from, to)));
        }
    }
    out
}

/// The part of a text between two bytes.
fn cut(teks: &Kaya, from: usize, to: usize) -> Kaya {
    let mut out = Kaya::default();
    let mut at = 0;
    for p in &teks.0 {
        let (start, end) = (from.max(at).min(at + p.teks.len()) - at, to.max(at).min(at + p.teks.len()) - at);
        out.push(p.teks.get(start..end).unwrap_or_default(), p.miring, p.tebal);
        at += p.teks.len();
    }
    out.trimmed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_on_two_lines_are_one() {
        let lines =
            ["KEDUA PULUH : Pegawai", "SATU          hadir;", "KEDUA      : Pegawai"].map(str::to_owned).to_vec();
        let whole = whole_names(lines);
        assert_eq!(whole, ["KEDUA PULUH SATU : Pegawai", "              hadir;", "KEDUA      : Pegawai"]);
    }

    #[test]
    fn cut_words_are_joined() {
        let kata = naskah_core::catalog::Catalog::new(naskah_core::catalog::Root::embedded());
        let mut sumber = Sumber::default();
        let lines = ["Undang-", "Undang dan pemi-", "lihan tahun 2024-", "2029, Provinsi/", "Kabupaten"]
            .map(str::to_owned)
            .to_vec();
        let joined = joined(lines, kata.kata(), &mut sumber);
        let text = joined.join(" ");
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words, "Undang-Undang dan pemilihan tahun 2024- 2029, Provinsi/Kabupaten");
    }

    #[test]
    fn a_word_that_was_not_read_is_found() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(missing(&words("satu dua dua tiga"), &words("dua satu tiga")), ["dua"]);
    }
}
