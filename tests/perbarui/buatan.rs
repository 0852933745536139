//! Generated sentences: kind of mention, form, place in the decree and distance of the year; the right verdict follows
//! from the pattern. The patterns and words of one half are those that the rules were written with, the others were
//! written down before and are for measuring alone.

use std::collections::BTreeMap;

use super::rolled;
use crate::support::{completed, text_of};

/// How many sentences each pattern becomes at each place.
const EACH: usize = 13;

/// A sentence with what must become of it.
struct Sentence {
    kind: String,
    text: String,
    /// Whether it may, must or must not be marked: `~`, `?`, `=`.
    sign: char,
    /// Its years: where they stand, how many digits they have, whether they move.
    years: Vec<(usize, usize, bool)>,
}

/// The same numbers each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }
}

type Words = BTreeMap<String, Vec<String>>;

/// The lines of a file under its headings in brackets, in their order.
fn sections(path: &str) -> Vec<(String, String)> {
    let mut heading = String::new();
    let mut found = Vec::new();
    for line in text_of(path).lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => name.clone_into(&mut heading),
            None => found.push((heading.clone(), line.to_owned())),
        }
    }
    found
}

/// A sentence from a pattern of the year 2025.
fn made(kind: &str, pattern: &str, words: &Words, dice: &mut Dice) -> Sentence {
    let (sign, rest) = pattern.split_at(1);
    let mut one = Sentence {
        kind: kind.to_owned(),
        text: String::new(),
        sign: sign.chars().next().unwrap_or('='),
        years: Vec::new(),
    };
    let mut rest = rest.trim_start();
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}').expect("a closed brace");
        one.text.push_str(before);
        one.fill(slot, words, dice);
        rest = after;
    }
    one.text.push_str(rest);
    one
}

impl Sentence {
    fn fill(&mut self, slot: &str, words: &Words, dice: &mut Dice) {
        let (name, moves) = (slot.trim_end_matches('!'), slot.ends_with('!'));
        let filled = match name {
            "n" => (13 + dice.below(80)).to_string(),
            "d" => (1 + dice.below(28)).to_string(),
            "m" => (1 + dice.below(12)).to_string(),
            "yy" => "25".to_owned(),
            _ if name.starts_with('Y') => (2025 + name[1..].parse::<i32>().unwrap_or(0)).to_string(),
            _ => {
                let all = words.get(name).unwrap_or_else(|| panic!("no words for {name}"));
                all[dice.below(all.len())].clone()
            }
        };
        if name.starts_with('Y') || name == "yy" {
            self.years.push((self.text.len(), filled.len(), moves));
        }
        self.text.push_str(&filled);
    }

    /// What became of it: whether a year moved wrongly, one stayed wrongly, it was marked without need.
    fn judge(&self, after: &str, marked: bool) -> Option<Fault> {
        let mut stayed = false;
        for (at, length, moves) in &self.years {
            let year = |text: &str| text.get(*at..at + length).unwrap_or_default().to_owned();
            match (year(&self.text) == year(after), moves) {
                (false, false) => return Some(Fault::Moved),
                (true, true) => stayed = true,
                _ => {}
            }
        }
        match (stayed, marked, self.sign) {
            (true, false, _) | (_, false, '?') => Some(Fault::Kept),
            (true, true, _) | (_, true, '=') => Some(Fault::Marked),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Moved,
    Kept,
    Marked,
}

/// The places that a sentence is put at, each as a decree of many.
const PLACES: [&str; 4] = ["diktum", "kegiatan", "bukti", "naskah"];

fn decree(place: &str, sentences: &[Sentence]) -> String {
    let lines = |indent: &str, open: &str, close: &str| -> String {
        sentences.iter().map(|one| format!("{indent}- {open}'{}'{close}\n", one.text.replace('\'', "''"))).collect()
    };
    let head = "tentang: Rencana Kerja Tahun 2025\n";
    let end = "  - Keputusan ini mulai berlaku pada tanggal ditetapkan.\n";
    let plain = format!("diktum:\n  - Rencana Kerja tercantum dalam Lampiran.\n{end}");
    let table = |column: &str| {
        format!(
            "{plain}lampiran:\n  - judul: Rencana Kerja\n    tabel:\n      kolom:\n        - {{judul: {column}}}\n      baris:\n{}",
            lines("        ", "[", "]")
        )
    };
    completed(
        &match place {
            "kegiatan" => head.to_owned() + &table("Kegiatan"),
            "bukti" => head.to_owned() + &table("Bukti Fisik"),
            "naskah" => {
                format!("{head}{plain}lampiran:\n  - judul: Rencana Kerja\n    teks:\n{}", lines("      ", "", ""))
            }
            _ => {
                format!("{head}diktum:\n  - teks: Rencana Kerja memuat\n    rincian:\n{}{end}", lines("      ", "", ""))
            }
        },
        &[],
    )
}

/// Each sentence as it is in 2026, and whether it is marked.
fn outcome(place: &str, sentences: &[Sentence]) -> Vec<(String, bool)> {
    let new = rolled(&decree(place, sentences), 2026).text;
    let mut found = Vec::new();
    let mut marked = false;
    for line in new.lines().map(str::trim) {
        let text = line.strip_prefix("- ['").and_then(|line| line.strip_suffix("']"));
        let text = text.or(line.strip_prefix("- '").and_then(|line| line.strip_suffix('\'')));
        match text {
            _ if line.starts_with("# TINJAU:") => marked = true,
            Some(text) => found.push((text.replace("''", "'"), std::mem::take(&mut marked))),
            None => marked = false,
        }
    }
    found
}

/// A line of the table.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    all: usize,
    moved: usize,
    kept: usize,
    marked: usize,
}

/// Judges one half, prints its table and the first of its faults.
fn half(name: &str) -> Count {
    let mut words = Words::new();
    for (slot, word) in sections(&format!("tests/perbarui/buatan/kosakata-{name}.txt")) {
        words.entry(slot).or_default().push(word);
    }
    let patterns = sections(&format!("tests/perbarui/buatan/pola-{name}.txt"));
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let mut faults = Vec::new();
    for (at, place) in PLACES.into_iter().enumerate() {
        let mut dice = Dice(at as u64 + 1);
        let sentences: Vec<Sentence> = patterns
            .iter()
            .flat_map(|pattern| std::iter::repeat_n(pattern, EACH))
            .map(|(kind, pattern)| made(kind, pattern, &words, &mut dice))
            .collect();
        let after = outcome(place, &sentences);
        assert_eq!(after.len(), sentences.len(), "{place}");
        for (one, (after, marked)) in sentences.iter().zip(after) {
            let count = counts.entry(one.kind.clone()).or_default();
            count.all += 1;
            let fault = one.judge(&after, marked);
            match fault {
                Some(Fault::Moved) => count.moved += 1,
                Some(Fault::Kept) => count.kept += 1,
                Some(Fault::Marked) => count.marked += 1,
                None => continue,
            }
            faults.push(format!("{:?} ({place}, {}): {} => {after}", fault, one.kind, one.text));
        }
    }
    let mut whole = Count::default();
    println!("{name:<20} {:>6} {:>6} {:>6} {:>6}", "semua", "pindah", "tetap", "tinjau");
    for (kind, count) in &counts {
        println!("{kind:<20} {:>6} {:>6} {:>6} {:>6}", count.all, count.moved, count.kept, count.marked);
        whole.all += count.all;
        whole.moved += count.moved;
        whole.kept += count.kept;
        whole.marked += count.marked;
    }
    println!("{:<20} {:>6} {:>6} {:>6} {:>6}", "jumlah", whole.all, whole.moved, whole.kept, whole.marked);
    if std::env::var_os("KELIRU").is_some() {
        faults.iter().for_each(|fault| println!("{fault}"));
    }
    whole
}

/// Holds the figures of a half: none moved wrongly, at most 1 % kept wrongly, at most 5 % marked without need.
fn hold(count: Count) {
    assert!(count.all >= 3000, "{count:?}");
    assert_eq!(count.moved, 0, "{count:?}");
    assert!(count.kept * 100 < count.all, "{count:?}");
    assert!(count.marked * 20 < count.all, "{count:?}");
}

#[test]
fn sentences_that_rules_were_written_with() {
    hold(half("latih"));
}

#[test]
fn sentences_kept_apart() {
    hold(half("uji"));
}
