//! Bookmarks that say of a text or of a row which one it is, and by a sum what it said when the file went out.

use naskah_core::decree::Teks;
use naskah_core::decree::teks::{Run, runs_of};
use naskah_core::fingerprint::Sidik;

/// What a bookmark says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jangkar {
    /// What it stands at.
    pub tempat: Tempat,
    /// The sum of what stood there.
    pub jumlah: String,
}

/// What a bookmark stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tempat {
    /// A text of the decree, by its place among all of them.
    Teks(usize),
    /// A row: table and place in it.
    Baris(usize, usize),
}

/// So many characters of a sum are written.
const PANJANG: usize = 10;

impl Jangkar {
    /// Its name: letters, digits and low lines, at most 40.
    pub fn nama(&self) -> String {
        match self.tempat {
            Tempat::Teks(at) => format!("naskah_u{at}_{}", self.jumlah),
            Tempat::Baris(table, row) => format!("naskah_t{table}_b{row}_{}", self.jumlah),
        }
    }

    /// What a name says; copies of a bookmark may bear a number behind it.
    pub fn baca(nama: &str) -> Option<Self> {
        let rest = nama.strip_prefix("naskah_")?;
        let (place, sum) = rest.rsplit_once('_')?;
        if sum.len() != PANJANG || !sum.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let tempat = match place.split_once('_') {
            None => Tempat::Teks(place.strip_prefix('u')?.parse().ok()?),
            Some((table, row)) => {
                Tempat::Baris(table.strip_prefix('t')?.parse().ok()?, row.strip_prefix('b')?.parse().ok()?)
            }
        };
        Some(Self { tempat, jumlah: sum.to_owned() })
    }
}

/// The sum of texts.
pub fn jumlah(texts: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = texts.map(|text| rapi(&text)).collect();
    let digits = Sidik::of(all.join("\u{1f}")).to_string();
    digits[..PANJANG].to_owned()
}

/// A text without what nobody sees: blanks of any kind and number are one.
pub fn rapi(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as it would be typed, with its emphasis.
pub fn tertulis(teks: &Teks) -> String {
    tulisan(&teks.runs)
}

/// Runs as they would be typed: `*miring*`, `**tebal**`.
pub fn tulisan(runs: &[Run]) -> String {
    let mut joined: Vec<Run> = Vec::new();
    for run in runs.iter().filter(|run| !run.text.is_empty()) {
        // What is blank has no emphasis of its own.
        let blank = run.text.trim().is_empty();
        match joined.last_mut() {
            Some(last) if blank || (last.miring == run.miring && last.tebal == run.tebal) => {
                last.text.push_str(&run.text)
            }
            _ => joined.push(Run { miring: run.miring && !blank, tebal: run.tebal && !blank, ..run.clone() }),
        }
    }
    let typed = |escape: bool| joined.iter().map(|run| satu(run, escape)).collect::<String>();
    let plain = typed(false);
    let same = |typed: &str| {
        let seen = |runs: &[Run]| -> Vec<(char, bool, bool)> {
            let each = runs.iter().flat_map(|run| run.text.chars().map(|c| (c, run.miring, run.tebal)));
            each.filter(|(c, ..)| !c.is_whitespace()).collect()
        };
        seen(&runs_of(typed)) == seen(&joined)
    };
    if same(&plain) { plain } else { typed(true) }
}

/// One run with its marks, which stand at its words and not at blanks beside them.
fn satu(run: &Run, escape: bool) -> String {
    let marks = match (run.miring, run.tebal) {
        (false, false) => "",
        (true, false) => "*",
        (false, true) => "**",
        (true, true) => "***",
    };
    let text = if escape { run.text.replace('*', "\\*") } else { run.text.clone() };
    let inner = text.trim();
    let (lead, tail) = text.split_at(text.len() - text.trim_start().len());
    let tail = &tail[inner.len()..];
    format!("{lead}{marks}{inner}{marks}{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_were_written() {
        for tempat in [Tempat::Teks(0), Tempat::Teks(12345), Tempat::Baris(3, 12345)] {
            let jangkar = Jangkar { tempat, jumlah: jumlah(["a".to_owned()].into_iter()) };
            assert!(jangkar.nama().len() <= 40);
            assert_eq!(Jangkar::baca(&jangkar.nama()), Some(jangkar));
        }
        for name in ["_GoBack", "naskah_judul_1", "naskah_u1", "naskah_ux_0123456789", "naskah_u1_012345678"] {
            assert_eq!(Jangkar::baca(name), None, "{name}");
        }
    }

    #[test]
    fn emphasis_is_typed() {
        for text in ["biasa", "*a* b", "a **b** c", "***a*** *b*", "a * b", "2 * 3 * 4", "\\*a\\*"] {
            assert_eq!(tulisan(&runs_of(text)), text);
        }
        let run = |text: &str, miring: bool| Run { miring, ..Run::plain(text) };
        assert_eq!(tulisan(&[run("a ", false), run(" b ", true), run("c", false)]), "a  *b* c");
        assert_eq!(tulisan(&[run("a", true), run(" ", false), run("b", true)]), "*a b*");
    }
}
