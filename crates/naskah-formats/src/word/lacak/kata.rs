//! The words of two paragraphs as one row: what both have, what came, what went.

use naskah_core::decree::{Coretan, Run};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::super::isi::{Baris, Blok, Paragraf, Potong, Seksi};

/// What a paragraph says.
pub fn tertulis(line: &Paragraf) -> String {
    line.isi.iter().map(terbaca).collect()
}

fn terbaca(potong: &Potong) -> &str {
    match potong {
        Potong::Kata(run) => &run.text,
        Potong::Tab | Potong::Ganti => " ",
        _ => "",
    }
}

/// What a row says.
pub fn baris(baris: &Baris) -> String {
    let lines = baris.sel.iter().flat_map(|sel| &sel.isi);
    lines.map(tertulis).collect::<Vec<_>>().join(" ")
}

/// What a block says.
pub fn blok(one: &Blok) -> String {
    match one {
        Blok::Paragraf(line) => tertulis(line),
        Blok::Tabel(tabel) => tabel.baris.iter().map(baris).collect::<Vec<_>>().join(" "),
    }
}

/// What a section says.
pub fn seksi(seksi: &Seksi) -> String {
    seksi.blok.iter().map(blok).collect::<Vec<_>>().join(" ")
}

/// A whole paragraph that came or went.
pub fn seluruh(line: &Paragraf, coretan: Coretan) -> Paragraf {
    let isi = line.isi.iter().filter_map(|potong| ditandai(potong, coretan)).collect();
    Paragraf { isi, coretan: Some(coretan), ..line.clone() }
}

/// A piece that came or went; bookmarks say nothing, and the number of a page that is gone is none.
fn ditandai(potong: &Potong, coretan: Coretan) -> Option<Potong> {
    match potong {
        Potong::Kata(run) => Some(Potong::Kata(Run { coretan: Some(coretan), ..run.clone() })),
        Potong::Awal(_) | Potong::Akhir | Potong::Baris(..) => None,
        Potong::NomorHalaman(_) if coretan == Coretan::Hapus => None,
        Potong::NomorHalaman(_) | Potong::Berubah(..) => Some(potong.clone()),
        Potong::Tab | Potong::Ganti | Potong::Titian(_) | Potong::Gambar(_) => {
            Some(Potong::Berubah(coretan, Box::new(potong.clone())))
        }
    }
}

/// A word, a row of blanks, or another piece, and what makes it equal to others.
type Satuan = (String, Potong);

fn satuan(isi: &[Potong]) -> Vec<Satuan> {
    let mut out = Vec::new();
    for potong in isi {
        match potong {
            Potong::Kata(run) => out.extend(terpotong(&run.text).into_iter().map(|text| {
                let key = format!("{}{}{text}", u8::from(run.miring), u8::from(run.tebal));
                (key, Potong::Kata(Run { text: text.to_owned(), ..run.clone() }))
            })),
            Potong::Awal(_) | Potong::Akhir | Potong::Baris(..) => {}
            Potong::Tab => out.push(("tab".to_owned(), potong.clone())),
            Potong::Ganti => out.push(("baris".to_owned(), potong.clone())),
            Potong::Titian(width) => out.push((format!("titian {width}"), potong.clone())),
            Potong::Gambar(gambar) => out.push((format!("gambar {}", gambar.berkas), potong.clone())),
            Potong::NomorHalaman(_) | Potong::Berubah(..) => out.push(("halaman".to_owned(), potong.clone())),
        }
    }
    out
}

/// Words and rows of blanks in turn.
fn terpotong(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut from = 0;
    let blank = |at: usize| text[at..].chars().next().is_some_and(char::is_whitespace);
    for (at, _) in text.char_indices().skip(1) {
        if blank(at) != blank(from) {
            out.push(&text[from..at]);
            from = at;
        }
    }
    out.extend((!text.is_empty()).then(|| &text[from..]));
    out
}

/// Both rows of pieces as one.
pub fn satu(old: &[Potong], new: &[Potong]) -> Vec<Potong> {
    let (old, new) = (satuan(old), satuan(new));
    let keys = |all: &[Satuan]| -> Vec<String> { all.iter().map(|(key, _)| key.clone()).collect() };
    let steps = capture_diff_slices(Algorithm::Myers, &keys(&old), &keys(&new));
    let mut gone: Vec<&Potong> = Vec::new();
    let mut come: Vec<&Potong> = Vec::new();
    let mut out = Vec::new();
    let last = steps.len().saturating_sub(1);
    for (at, step) in steps.iter().enumerate() {
        let (from, to) = (&old[step.old_range()], &new[step.new_range()]);
        // A blank between two changes belongs to them.
        let blank = from.iter().all(|(_, potong)| matches!(potong, Potong::Kata(run) if run.text.trim().is_empty()));
        if matches!(step, DiffOp::Equal { .. }) && !(blank && at > 0 && at < last) {
            berganti(&mut gone, &mut come, &mut out);
            to.iter().for_each(|(_, potong)| tambah(potong.clone(), &mut out));
            continue;
        }
        gone.extend(from.iter().map(|(_, potong)| potong));
        come.extend(to.iter().map(|(_, potong)| potong));
    }
    berganti(&mut gone, &mut come, &mut out);
    out
}

/// Puts what went and what came.
fn berganti<'a>(gone: &mut Vec<&'a Potong>, come: &mut Vec<&'a Potong>, out: &mut Vec<Potong>) {
    for (pieces, coretan) in [(gone, Coretan::Hapus), (come, Coretan::Sisip)] {
        pieces.drain(..).filter_map(|potong| ditandai(potong, coretan)).for_each(|potong| tambah(potong, out));
    }
}

/// Puts a piece at the end, with the one before where both look the same.
fn tambah(potong: Potong, out: &mut Vec<Potong>) {
    match (out.last_mut(), potong) {
        (Some(Potong::Kata(last)), Potong::Kata(run))
            if (last.miring, last.tebal, last.coretan) == (run.miring, run.tebal, run.coretan) =>
        {
            last.text.push_str(&run.text);
        }
        (_, potong) => out.push(potong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_stand_together() {
        let row = |text: &str| vec![Potong::Kata(Run::plain(text))];
        let shown: Vec<(String, Option<Coretan>)> = satu(&row("satu dua tiga empat"), &row("satu lima enam empat"))
            .into_iter()
            .filter_map(|potong| if let Potong::Kata(run) = potong { Some((run.text, run.coretan)) } else { None })
            .collect();
        let wanted = [
            ("satu ", None),
            ("dua tiga", Some(Coretan::Hapus)),
            ("lima enam", Some(Coretan::Sisip)),
            (" empat", None),
        ];
        assert_eq!(shown, wanted.map(|(text, coretan)| (text.to_owned(), coretan)));
    }
}
