//! The list as columns for people, at a given width: long cells go on below.

use std::collections::BTreeMap;

use super::Daftar;
use super::baris::{Entry, Kelompok};
use crate::office::series;

/// The columns, from left to right.
const KEPALA: [&str; 7] = ["Nomor", "Tanggal", "Tentang", "Penanda tangan", "Hlm.", "Sidik", "Keadaan"];
/// Blanks between columns.
const ANTARA: usize = 2;
/// A number of the old form goes on below beyond this.
const NOMOR: usize = 24;

/// Columns that are left out below a width: fingerprint, signer, pages.
const NARROW: [(usize, usize); 3] = [(5, 80), (3, 72), (4, 60)];
/// No column of texts is narrower.
const TERSEMPIT: usize = 7;

/// Widths of the columns; 0 leaves one out.
type Lebar = [usize; KEPALA.len()];

/// The table.
pub fn text(daftar: &Daftar<'_>, lebar: usize) -> String {
    if daftar.kelompok.is_empty() && daftar.hubungan.is_empty() {
        return "tidak ada keputusan\n".to_owned();
    }
    let widths = widths(daftar, lebar);
    let mut out = String::with_capacity(daftar.count() * lebar * 3);
    for kelompok in &daftar.kelompok {
        series(kelompok, &widths, lebar, &mut out);
    }
    if !daftar.hubungan.is_empty() {
        out.push_str("Perubahan dan pencabutan\n");
        daftar.hubungan.iter().for_each(|one| paragraph(&one.told(daftar.terbitan), lebar, 2, &mut out));
        out.push('\n');
    }
    bases(daftar, lebar, &mut out);
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

fn series(kelompok: &Kelompok<'_>, widths: &Lebar, lebar: usize, out: &mut String) {
    let name = format!("{}, tahun {}, seri {}", kelompok.kantor, kelompok.tahun, kelompok.seri);
    paragraph(&name, lebar, 0, out);
    out.push('\n');
    row(&KEPALA, widths, out);
    let rules = widths.map(|width| "─".repeat(width));
    row(&rules.each_ref().map(String::as_str), widths, out);
    for baris in &kelompok.baris {
        let (pages, hash) = match baris {
            Entry::Terbit(entri) => (entri.terbitan.terbit.halaman.to_string(), entri.sidik()),
            Entry::Konsep(_) => Default::default(),
        };
        let signer = match baris {
            Entry::Terbit(entri) => entri.terbitan.terbit.pejabat.as_ref(),
            Entry::Konsep(_) => "",
        };
        let cells = [baris.nomor(), baris.tanggal(), baris.tentang(), signer, &pages, &hash, &baris.keadaan()];
        row(&cells, widths, out);
    }
    if let Some(gaps) = series::told(&kelompok.kosong) {
        paragraph(&format!("nomor kosong: {gaps}"), lebar, 0, out);
    }
    out.push('\n');
}

/// Which decrees cite a basis that has changed since: by change, the numbers in runs.
fn bases(daftar: &Daftar<'_>, lebar: usize, out: &mut String) {
    let mut changed: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for kelompok in &daftar.kelompok {
        let mut here: BTreeMap<(&str, &str), Numbers<'_>> = BTreeMap::new();
        for (entri, change) in kelompok.entri().flat_map(|entri| entri.dasar.iter().map(move |change| (entri, change)))
        {
            here.entry((&change.nama, &change.kata)).or_default().add(&entri.terbitan.kunci.nomor);
        }
        for (change, numbers) in here {
            changed.entry(change).or_default().push(numbers.told(kelompok));
        }
    }
    if changed.is_empty() {
        return;
    }
    paragraph("Dasar hukum yang berubah sejak keputusan ditetapkan", lebar, 0, out);
    for ((name, words), decrees) in changed {
        paragraph(&format!("{name} {words}: {}", decrees.join("; ")), lebar, 2, out);
    }
}

/// Numbers of one series.
#[derive(Default)]
struct Numbers<'a> {
    plain: Vec<u32>,
    old: Vec<&'a str>,
}

impl<'a> Numbers<'a> {
    fn add(&mut self, nomor: &'a str) {
        match nomor.parse() {
            Ok(number) => self.plain.push(number),
            Err(_) => self.old.push(nomor),
        }
    }

    fn told(&self, kelompok: &Kelompok<'_>) -> String {
        let runs = series::told(&series::runs(self.plain.iter().copied()));
        let plain = runs.map(|runs| format!("{runs} Tahun {}", kelompok.tahun));
        let all: Vec<&str> = plain.as_deref().into_iter().chain(self.old.iter().copied()).collect();
        format!("Nomor {} ({}, {})", all.join(", "), kelompok.kantor, kelompok.seri)
    }
}

/// The widths that the cells want, as far as the line has room for them.
fn widths(daftar: &Daftar<'_>, lebar: usize) -> Lebar {
    let mut wanted: Lebar = KEPALA.map(length);
    for baris in daftar.kelompok.iter().flat_map(|kelompok| &kelompok.baris) {
        let signer = match baris {
            Entry::Terbit(entri) => {
                wanted[4] = wanted[4].max(entri.terbitan.terbit.halaman.checked_ilog10().unwrap_or(0) as usize + 1);
                length(&entri.terbitan.terbit.pejabat)
            }
            Entry::Konsep(_) => 0,
        };
        let cells = [length(baris.nomor()), length(baris.tanggal()), length(baris.tentang()), signer];
        wanted.iter_mut().zip(cells).for_each(|(width, cell)| *width = (*width).max(cell));
        wanted[6] = wanted[6].max(length(baris.keadaan()));
    }
    wanted[0] = wanted[0].min(NOMOR).min((lebar / 6).max(5));
    wanted[1] = wanted[1].min(10);
    // The short form of a fingerprint in one line, or in two.
    wanted[5] = if lebar >= 140 { 19 } else { 9 };
    for (at, narrow) in NARROW {
        if lebar < narrow {
            wanted[at] = 0;
        }
    }
    let columns = wanted.iter().filter(|width| **width > 0).count();
    let fixed: usize = [0, 1, 4, 5].iter().map(|at| wanted[*at]).sum();
    let room = lebar.saturating_sub(fixed + ANTARA * (columns - 1));
    share(&mut wanted, room);
    wanted
}

/// Name, signer and state share the room that is left: each what it wants, or its part.
fn share(wanted: &mut Lebar, room: usize) {
    const PARTS: [(usize, usize); 3] = [(2, 5), (3, 3), (6, 3)];
    let mut open: Vec<(usize, usize)> = PARTS.into_iter().filter(|(at, _)| wanted[*at] > 0).collect();
    let mut room = room;
    loop {
        let parts: usize = open.iter().map(|(_, part)| part).sum();
        let content = open.iter().position(|(at, part)| wanted[*at] * parts <= room * part);
        let Some(place) = content else { break };
        room -= wanted[open[place].0];
        open.remove(place);
        if open.is_empty() {
            return;
        }
    }
    let parts: usize = open.iter().map(|(_, part)| part).sum();
    for (at, part) in open {
        wanted[at] = (room * part / parts).max(TERSEMPIT);
    }
}

fn length(text: impl AsRef<str>) -> usize {
    let text = text.as_ref();
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// A line of the table; cells that are too long go on below.
fn row(cells: &[&str; KEPALA.len()], widths: &Lebar, out: &mut String) {
    let mut rest = *cells;
    loop {
        let start = out.len();
        let mut due = 0;
        for (at, width) in widths.iter().enumerate().filter(|(_, width)| **width > 0) {
            let (line, after) = cut(rest[at], *width);
            rest[at] = after;
            let blank = width - length(line).min(*width);
            // Numbers stand at the right of their column.
            let before = if [0, 4].contains(&at) { blank } else { 0 };
            if !line.is_empty() {
                fill(due + before, out);
                out.push_str(line);
                due = blank - before;
            } else {
                due += blank;
            }
            due += ANTARA;
        }
        if out.len() == start && rest != *cells {
            break;
        }
        out.push('\n');
        if rest.iter().zip(widths).all(|(rest, width)| *width == 0 || rest.is_empty()) {
            break;
        }
    }
}

fn fill(blanks: usize, out: &mut String) {
    const BLANKS: &str = "                                                                ";
    let mut left = blanks;
    while left > 0 {
        let now = left.min(BLANKS.len());
        out.push_str(&BLANKS[..now]);
        left -= now;
    }
}

/// As many words as fit, and what is left; a word that is longer than the line is cut.
fn cut(text: &str, width: usize) -> (&str, &str) {
    let text = text.trim_start_matches([' ', '\n', '\t']);
    if text.len() <= width {
        return split_at_line_end(text, text.len());
    }
    let Some((beyond, _)) = text.char_indices().nth(width) else { return split_at_line_end(text, text.len()) };
    let end = match text[..beyond].rfind(' ') {
        _ if text[beyond..].starts_with(' ') => beyond,
        Some(at) if at > 0 => at,
        _ => beyond,
    };
    split_at_line_end(text, end)
}

/// The text up to a place, or up to the end of its line before that.
fn split_at_line_end(text: &str, end: usize) -> (&str, &str) {
    let end = text[..end].find('\n').unwrap_or(end);
    (text[..end].trim_end(), &text[end..])
}

/// A text with an indent; its further lines stand two characters further in.
fn paragraph(text: &str, lebar: usize, indent: usize, out: &mut String) {
    let (mut rest, further) = (text, indent + 2);
    let mut indent = indent;
    while !rest.trim().is_empty() {
        let (line, after) = cut(rest, lebar.saturating_sub(indent).max(20));
        fill(indent, out);
        out.push_str(line);
        out.push('\n');
        rest = after;
        indent = further;
    }
}

#[cfg(test)]
mod tests {
    use super::{KEPALA, cut, row, share};

    #[test]
    fn words_go_on_below() {
        assert_eq!(cut("satu dua tiga", 8), ("satu dua", " tiga"));
        assert_eq!(cut(" satu dua", 7), ("satu", " dua"));
        assert_eq!(cut("kata-yang-panjang", 6), ("kata-y", "ang-panjang"));
        assert_eq!(cut("é é", 3), ("é é", ""));
        assert_eq!(cut("satu\ndua", 20), ("satu", "\ndua"));
    }

    #[test]
    fn lines_end_without_blanks() {
        let mut out = String::new();
        row(&["7", "2026-03-02", "Penetapan Hari Kerja", "", "3", "", ""], &[5, 10, 9, 0, 4, 9, 7], &mut out);
        assert_eq!(out, "    7  2026-03-02  Penetapan     3\n                   Hari\n                   Kerja\n");
    }

    #[test]
    fn room_is_shared() {
        let mut widths = [5, 10, 100, 20, 4, 9, 7];
        share(&mut widths, 60);
        assert_eq!(widths, [5, 10, 33, 19, 4, 9, 7]);
        assert_eq!(KEPALA.len(), widths.len());
    }
}
